"""Currency words, symbols and codes in what people type, found with CLDR's names (Babel)."""

from __future__ import annotations

import re
from functools import cache

from intake.reading.cleaning import clean, fold

# A name many countries share says which family, not which currency.
FAMILIES = {
    "dollar": frozenset(
        {"USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "NAD", "ZWL", "FJD", "JMD", "LRD", "GYD"}
    ),
    "peso": frozenset({"MXN", "COP", "CLP", "ARS", "PHP", "UYU", "CUP", "DOP"}),
    "rupee": frozenset({"INR", "NPR", "PKR", "LKR", "MUR", "SCR"}),
    "franc": frozenset({"XOF", "XAF", "CHF", "RWF", "BIF", "GNF", "CDF", "DJF", "KMF"}),
    "shilling": frozenset({"KES", "TZS", "UGX", "SOS"}),
    "pound": frozenset({"GBP", "EGP", "SSP", "SDG", "SYP", "LBP"}),
    "yuan": frozenset({"CNY", "TWD"}),
    "yen": frozenset({"JPY", "CNY"}),
}
WORDS = {
    "dollar": "$ dollar dollars dolar dolares buck bucks डॉलर डालर dola 美金 刀",
    "peso": "peso pesos पेसो 比索",
    "rupee": "₹ rs inr rupee rupees rupaye rupay roupie roupies rupia rupias rupya "
    "रुपए रुपये रुपया रुपिया रुपयों रुपयो रू रु 卢比 rupaiya",
    "franc": "franc francs franco francos faranga cfa fcfa फ्रैंक 法郎",
    "shilling": "shilling shillings shilingi ksh tsh ush kshs sh chelin chelines शिलिंग 先令 bob",
    "pound": "£ pound pounds libra libras livre livres pauni paundi पाउंड पौंड 英镑 镑",
    "yuan": "yuan kuai rmb renminbi yuanes yuans yuani युआन 元 块钱 块 人民币 人民幣 元人民币 元整 块整 塊錢 塊 圓",
    "yen": "¥ yen yenes yens येन 日元 日圆",
    "cent": "cent cents centavo centavos centime centimes centimo centimos senti sent "
    "सेंट पैसा पैसे पैसों paisa paise 分钱 日本銭 ¢",
    "pence": "pence penny पेंस 便士",
    "jiao": "角 毛 mao jiao",
    "EUR": "€ euro euros yuro यूरो 欧元",
    "USD": "us$ usd$ u$s 美元 dolares_americanos dolar_americano american_dollars american_dollar us_dollars us_dollar",
    "CAD": "c$ ca$ cad$ $c", "AUD": "a$ au$ aud$", "NZD": "nz$ nzd$", "HKD": "hk$ hkd$ $hk 港元 港币 港幣",
    "MXN": "mex$ mx$ mxn$", "BRL": "r$ real reais reales", "BTC": "₿ bitcoin bitcoins btc", "INR": "₨",
    "NGN": "₦ naira", "KRW": "₩ won", "VND": "₫", "RUB": "₽ ruble rubles rublo rublos 卢布", "PHP": "₱", "CRC": "₡",
    "GEL": "₾", "LKR": "ரூ", "UAH": "₴", "ILS": "₪", "TRY": "₺", "KZT": "₸", "THB": "฿ baht", "GHS": "₵ cedi cedis",
    "CHF": "瑞士法郎", "TWD": "新台币 台币 nt$", "ETB": "birr", "MWK": "kwacha", "ZAR": "rand",
}  # fmt: skip
NOUN_FIRST = frozenset({"es", "fr", "sw"})  # "peso mexicano", "shilingi ya Kenya"
# How money is signed at home, before a figure: too short to be known anywhere else.
SIGNS = {
    "GTQ": "q",
    "HNL": "l",
    "PEN": "s/",
    "BOB": "bs",
    "MYR": "rm",
    "ZAR": "r",
    "ZMW": "k",
    "MWK": "mk",
    "BWP": "p",
}
FRANC = re.compile(r"(?<=\d)\s?f(?:\.?\s?cfa)?(?![^\W\d_])")
SUBUNITS = {"cent": 100, "pence": 100, "jiao": 10}
# French "cinq cents" is five hundred: only "centimes" are money there.
NUMBER_WORDS = {"fr": ("cent", "cents")}
# Codes that are also words people write.
NOT_CODES = frozenset(
    {"all", "try", "top", "mad", "cup", "pen", "sos", "cop", "bob", "mop", "lak", "gel", "ron", "tab"}
)


@cache
def _names(language: str, lender: str | None) -> dict[str, str]:
    from babel import Locale
    from babel.numbers import get_currency_name

    found: dict[str, str] = {}
    for code in map(str, Locale("en").currencies):
        for count in (None, 1, 2, 5):
            for locale in (language, "en"):
                name = get_currency_name(code, count, locale)
                if name and name != code and not re.search(r"\d|\(", name):
                    found.setdefault(fold(clean(name)), code)
    for code, names in WORDS.items():
        found |= {fold(clean(name.replace("_", " "))): code for name in names.split()}
    for name in _short_names(language, lender) if lender else ():
        found.setdefault(name, str(lender))
    for word in NUMBER_WORDS.get(language, ()):
        found.pop(word, None)
    return found


def _short_names(language: str, lender: str) -> set[str]:
    """The lender's own money as people at home call it: ringgit, quetzales, riyals."""
    from babel.numbers import get_currency_name

    short = set()
    for locale in (language, "en"):
        first = locale in NOUN_FIRST
        for count in (None, 1, 2, 5):
            words = fold(clean(get_currency_name(lender, count, locale))).split()
            noun = words[0 if first else -1]
            if len(noun) > 2 and noun.isalpha():
                short.add(noun)
    return short


@cache
def _codes() -> str:
    from babel import Locale

    codes = sorted({str(code).lower() for code in Locale("en").currencies} - NOT_CODES)
    return "|".join(codes)


@cache
def _pattern(language: str, lender: str | None) -> re.Pattern[str]:
    names = sorted(_names(language, lender), key=len, reverse=True)
    wordy = [re.escape(n) for n in names if n[0].isalpha() and n[0].isascii()]
    other = [_bounded(n) for n in names if not (n[0].isalpha() and n[0].isascii())]
    letters = r"(?<![^\W\d_])(?:" + "|".join(wordy) + r")(?![^\W\d_])(?!\$)"
    dollars = (
        r"(?<![^\W\d_])(?:" + "|".join(re.escape(n) for n in names if n.endswith("$") and len(n) > 1) + ")"
    )
    codes = rf"(?<![^\W\d_])(?P<big>[mk]?)(?P<code>{_codes()})(?![^\W_])|(?<![^\W\d_])(?P<code2>{_codes()})(?=\$?\s?\d)"
    return re.compile(f"{dollars}|(?:{codes})|{letters}|" + "|".join(other))


def _bounded(name: str) -> str:
    """A Devanagari name is a word of its own: no रु inside बुरुंडी."""
    devanagari = "\u0900" <= name[0] <= "\u097f"
    return rf"(?<![\u0900-\u097f]){re.escape(name)}(?![\u0900-\u097f])" if devanagari else re.escape(name)


def mark(text: str, language: str, lender: str | None = None) -> tuple[str, list[str]]:
    """Replace every currency word by `¤` and return the codes or families, in order.

    `30 musd` keeps its million: `30 m ¤`.
    """
    found: list[str] = []
    names = _names(language, lender)
    if language == "fr":
        text = FRANC.sub(" franc", text)
    if lender in SIGNS:
        text = re.sub(rf"(?<![^\W\d_]){re.escape(SIGNS[lender])}\.?(?=\s?\d)", f" {lender.lower()} ", text)

    def replace(match: re.Match[str]) -> str:
        code = match["code"] or match["code2"]
        found.append(code.upper() if code else names[match[0]])
        return f" {match['big'] or ''} ¤ "

    return _pattern(language, lender).sub(replace, text), found


def resolve(found: list[str], lender: str | None) -> str | None:
    """The unit to report: the one code said, else the lender's own if it is of the family said."""
    said = [unit for unit in found if unit not in SUBUNITS]
    codes = [unit for unit in said if unit not in FAMILIES]
    if codes:
        return codes[0]
    if not said:
        return found[0] if found else None
    return lender if lender in FAMILIES[said[0]] else said[0]


def foreign(unit: str | None, lender: str | None) -> bool:
    """Whether money was named that is not the lender's."""
    return bool(lender and unit and unit not in SUBUNITS and unit != lender)
