"""Words of the calendar: months and weekdays (CLDR), and how each language says tomorrow, next, after."""
# ruff: noqa: E501 - tables of words read better on their own lines

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from intake.reading.cleaning import clean, fold
from intake.reading.words import words

MORE_MONTHS = {
    "en": {"sept": 9, "febuary": 2, "janury": 1, "agust": 8, "decemeber": 12},
    "sw": {"mwezi wa kwanza": 1, "mwezi wa pili": 2, "mwezi wa tatu": 3, "mwezi wa nne": 4, "mwezi wa tano": 5,
           "mwezi wa sita": 6, "mwezi wa saba": 7, "mwezi wa nane": 8, "mwezi wa tisa": 9, "mwezi wa kumi": 10,
           "mwezi wa kumi na moja": 11, "mwezi wa kumi na mbili": 12},
    "hi": {"सितम्बर": 9, "नवम्बर": 11, "दिसम्बर": 12, "फरवरी": 2, "अक्तूबर": 10, "सितंबर": 9, "जनवरी": 1, "जन": 1, "फर": 2, "अक्टू": 10, "नवं": 11, "दिसं": 12, "सितं": 9},
    "fr": {"janv": 1, "fevr": 2, "aout": 8}, "es": {"setiembre": 9, "sept": 9}, "zh": {},
}  # fmt: skip
DAY_WORDS: Mapping[str, Mapping[str, int]] = {
    "en": {"today": 0, "now": 0, "right now": 0, "tomorrow": 1, "tmrw": 1, "tomorow": 1, "the day after tomorrow": 2,
           "day after tomorrow": 2, "yesterday": -1, "the day before yesterday": -2, "next day": 1, "the next day": 1},
    "zh": {"今天": 0, "今日": 0, "现在": 0, "最近": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3, "昨天": -1, "前天": -2},
    "hi": {"आज": 0, "अभी": 0, "परसों": 2, "aaj": 0, "अगले दिन": 1},
    "sw": {"leo": 0, "sasa": 0, "kesho": 1, "kesho kutwa": 2, "keshokutwa": 2, "mtondo": 3, "jana": -1, "juzi": -2},
    "es": {"hoy": 0, "ahora": 0, "manana": 1, "pasado manana": 2, "ayer": -1, "anteayer": -2,
           "dia despues de manana": 2, "el dia despues de manana": 2},
    "fr": {"aujourd'hui": 0, "maintenant": 0, "demain": 1, "apres-demain": 2, "apres demain": 2, "hier": -1,
           "avant-hier": -2, "avant hier": -2, "lendemain": 1},
}  # fmt: skip
NEXT = {
    "en": words("next, coming, the coming"), "zh": words("下, 下个"), "hi": words("अगले, अगला, अगली, agle, agla, आने वाले"),
    "sw": words("ijayo, ujao, lijalo, yajayo, kijacho"), "es": words("proximo, proxima, que viene, siguiente, viene"),
    "fr": words("prochain, prochaine, suivant"),
}  # fmt: skip
THIS = {
    "en": words("this"), "zh": words("这, 这个, 本"), "hi": words("इस, is"), "sw": words("huu, hii, hili"),
    "es": words("este, esta"), "fr": words("ce, cet, cette"),
}  # fmt: skip
PERIODS = {
    "en": {"week": "week", "month": "month", "year": "year"},
    "zh": {"周": "week", "星期": "week", "月": "month", "个月": "month", "年": "year"},
    "hi": {"हफ्ते": "week", "सप्ताह": "week", "महीने": "month", "माह": "month", "साल": "year", "वर्ष": "year", "mahine": "month", "saal": "year"},
    "sw": {"wiki": "week", "mwezi": "month", "mwaka": "year"},
    "es": {"semana": "week", "mes": "month", "ano": "year"},
    "fr": {"semaine": "week", "mois": "month", "an": "year", "annee": "year", "l'annee": "year"},
}  # fmt: skip
AFTER = {
    "en": r"(?:in|after|within)\s+(?P<span>.+)|(?P<span2>.+?)\s+(?:from now|from today|later|after|hence)",
    "zh": r"(?:再过|过)?(?P<span>.+?)(?:之后|以后|后)",
    "hi": r"(?:आज से\s+)?(?P<span>.+?)\s+(?:बाद|के बाद|में|mein|baad|ke baad)",
    "sw": r"(?:baada ya|ndani ya|katika)\s+(?P<span>.+)|(?P<span2>.+?)\s+(?:ijayo|yajayo|zijazo|kutoka sasa|kuanzia leo)",
    "es": r"(?:en|dentro de|despues de|de aqui a)\s+(?P<span>.+)",
    "fr": r"(?:dans|apres|d'ici)\s+(?P<span>.+)",
}
AGO = {
    "en": r"(?P<span>.+?)\s+ago", "zh": r"(?P<span>.+?)(?:之前|以前|前)", "hi": r"(?P<span>.+?)\s+पहले", "sw": r"(?P<span>.+?)\s+(?:iliyopita|zilizopita|uliopita)",
    "es": r"hace\s+(?P<span>.+)", "fr": r"il y a\s+(?P<span>.+)",
}  # fmt: skip
SEASON_AFTER = {
    "en": words("after, following, past, when, once"), "zh": words("以后, 之后, 后, 过后, 完, 过了"), "hi": words("बाद, के बाद, ke baad, baad"),
    "sw": words("baada ya, baada"), "es": words("despues de, despues, tras, pasada"), "fr": words("apres"),
}  # fmt: skip
SEASON_BEFORE = {
    "en": words("before, until, by"), "zh": words("以前, 之前, 前"), "hi": words("पहले, से पहले"),
    "sw": words("kabla ya, kabla"), "es": words("antes de, antes"), "fr": words("avant"),
}  # fmt: skip
LITTLE = words(
    "the, of, on, in, at, by, by the, around, about, from, day, date, tarehe, tar, ya, wa, mwezi wa, mwaka, de, del, el, le, la, dia, du,"
    "en, au, on the, ko, को, की, तारीख, का, के, सन, में, year, month, ,i can, i will pay, pay, i, will, start, starting, nitalipa, kuanza,"
    "from the, since, maybe, please, sometime, mid, early, a, au mois, mois, mes, mi, it, is, we, can, katika, mnamo, siku"
)
FIRSTS = {"pili": 2, "mosi": 1, "kwanza": 1, "premier": 1, "1er": 1, "primero": 1, "first": 1, "second": 2, "third": 3,
          "पहली": 1, "दूसरी": 2, "तीसरी": 3, "seconde": 2}  # fmt: skip


@cache
def months(language: str) -> dict[str, int]:
    """Every name and short form of a month → its number."""
    from babel import Locale

    found = dict(MORE_MONTHS[language])
    for context in Locale(language).months.values():
        for width in ("wide", "abbreviated"):
            for number, name in context[width].items():
                found[fold(clean(str(name))).strip(".")] = int(number)
    return {name: number for name, number in found.items() if not name[0].isdigit()}


@cache
def weekdays(language: str) -> dict[str, int]:
    """Every name and short form of a weekday → 0 for Monday."""
    from babel import Locale

    found: dict[str, int] = {}
    for context in Locale(language).days.values():
        for width in ("wide", "abbreviated"):
            for number, name in context[width].items():
                found[fold(clean(str(name))).strip(".")] = int(number)
    extra = {"zh": "一二三四五六日"}.get(language, "")
    for number, character in enumerate(extra):
        found |= {f"{prefix}{character}": number for prefix in ("周", "星期", "礼拜", "週")}
    return found
