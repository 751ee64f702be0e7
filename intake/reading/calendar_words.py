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
           "mwezi wa kumi na moja": 11, "mwezi wa kumi na mbili": 12, **{f"mwezi wa {month}": month for month in range(1, 13)}},
    "hi": {"सितम्बर": 9, "नवम्बर": 11, "दिसम्बर": 12, "फरवरी": 2, "अक्तूबर": 10, "सितंबर": 9, "जनवरी": 1, "जन": 1, "फर": 2, "अक्टू": 10, "नवं": 11, "दिसं": 12, "सितं": 9},
    "fr": {"janv": 1, "fevr": 2, "aout": 8, "fev": 2, "dec": 12}, "es": {"setiembre": 9, "sept": 9}, "zh": {},
}  # fmt: skip
DAY_WORDS: Mapping[str, Mapping[str, int]] = {
    "en": {"today": 0, "now": 0, "right now": 0, "tomorrow": 1, "tmrw": 1, "tomorow": 1, "the day after tomorrow": 2,
           "day after tomorrow": 2, "yesterday": -1, "the day before yesterday": -2, "day before yesterday": -2, "next day": 1,
           "the next day": 1},
    "zh": {"今天": 0, "今日": 0, "现在": 0, "最近": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3, "昨天": -1, "前天": -2,
           "大前天": -3, "昨日": -1, "今儿": 0, "明儿": 1, "后儿": 2, "昨儿": -1, "前儿": -2, "今儿个": 0, "明儿个": 1,
           "今晚": 0, "今早": 0, "明晚": 1, "明早": 1},
    "hi": {"आज": 0, "अभी": 0, "aaj": 0, "अगले दिन": 1, "आने वाला कल": 1, "बीता हुआ कल": -1},
    "sw": {"leo": 0, "sasa": 0, "kesho": 1, "kesho kutwa": 2, "keshokutwa": 2, "mtondo": 3, "jana": -1, "juzi": -2},
    "es": {"hoy": 0, "ahora": 0, "manana": 1, "pasado manana": 2, "ayer": -1, "anteayer": -2, "antier": -2, "antes de ayer": -2,
           "dia despues de manana": 2, "el dia despues de manana": 2},
    "fr": {"aujourd'hui": 0, "maintenant": 0, "demain": 1, "apres-demain": 2, "apres demain": 2, "hier": -1,
           "avant-hier": -2, "avant hier": -2, "lendemain": 1},
}  # fmt: skip
# Hindi counts these days from today in either direction.
DAYS_EITHER_WAY = {"hi": {"कल": 1, "kal": 1, "परसों": 2, "parson": 2, "parso": 2, "नरसों": 3}}
PARTS_OF_DAY = {
    "en": r"(?:in the )?(?:early )?(?:morning|afternoon|evening|night|noon)", "zh": r"早上|早晨|上午|中午|下午|晚上|傍晚|一早",
    "hi": r"(?:सुबह|दोपहर|शाम|रात|subah|shaam|sham)(?: (?:को|में|ko))?", "sw": r"asubuhi|mchana|alasiri|jioni|usiku",
    "es": r"(?:por|en|a) la (?:manana|tarde|noche)|temprano", "fr": r"(?:au |le |dans la |dans l')?(?:matin|midi|apres-midi|apres midi|matinee|soir|soiree)",
}  # fmt: skip
NEXT = {
    "en": words("next, coming, the coming"), "zh": words("下, 下个, 下下, 下下个"), "hi": words("अगले, अगला, अगली, agle, agla, आने वाले"),
    "sw": words("ijayo, ujao, lijalo, yajayo, kijacho, inayokuja, unaokuja"), "es": words("proximo, proxima, que viene, siguiente, viene"),
    "fr": words("prochain, prochaine, suivant, suivante, qui vient"),
}  # fmt: skip
THIS = {
    "en": words("this"), "zh": words("这, 这个, 本"), "hi": words("इस, is"), "sw": words("huu, hii, hili"),
    "es": words("este, esta"), "fr": words("ce, cet, cette"),
}  # fmt: skip
LAST = {
    "en": words("last, past, previous"), "zh": words("上, 上个, 上上, 上上个"), "hi": words("पिछले, पिछला, पिछली, बीते, pichle, pichhle, pichla"),
    "sw": words("iliyopita, uliopita, liliyopita, yaliyopita, iliopita"), "es": words("pasado, pasada"),
    "fr": words("dernier, derniere, passe, passee"),
}  # fmt: skip
PERIODS = {
    "en": {"week": "week", "month": "month", "year": "year"},
    "zh": {"周": "week", "星期": "week", "月": "month", "个月": "month", "年": "year"},
    "hi": {"हफ्ते": "week", "सप्ताह": "week", "महीने": "month", "माह": "month", "साल": "year", "वर्ष": "year", "mahine": "month", "saal": "year"},
    "sw": {"wiki": "week", "mwezi": "month", "mwaka": "year"},
    "es": {"semana": "week", "mes": "month", "ano": "year"},
    "fr": {"semaine": "week", "mois": "month", "an": "year", "l'an": "year", "annee": "year", "l'annee": "year"},
}  # fmt: skip
AFTER = {
    "en": r"(?:in|after|within)\s+(?P<span>.+)|(?P<span2>.+?)\s+(?:from now|from today|later|after|hence)",
    "zh": r"(?:再过|过)?(?P<span>.+?)(?:之后|以后|后)",
    "hi": r"(?:आज से\s+)?(?P<span>.+?)\s+(?:बाद|के बाद|में|mein|baad|ke baad)",
    "sw": r"(?:baada ya|ndani ya|katika)\s+(?P<span>.+)|(?P<span2>.+?)\s+(?:ijayo|yajayo|zijazo|kutoka sasa|kuanzia leo)",
    "es": r"(?:en|dentro de|despues de|de aqui a)\s+(?P<span>.+)|(?P<span2>.+?)\s+(?:desde|a partir de) (?:hoy|ahora)",
    "fr": r"(?:dans|apres|d'ici)\s+(?P<span>.+)|(?P<span2>.+?)\s+a (?:partir|compter) d'(?:aujourd'hui|ici)",
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
    "en, au, on the, ko, को, की, तारीख, का, के, सन, में, year, month, ,i can, i will pay, pay, i, will, start, starts, starting, begin, begins, beginning, nitalipa, kuanza,"
    "from the, since, maybe, please, sometime, mid, early, a, au mois, mois, mes, mi, it, is, we, can, katika, mnamo, siku,"
    "til, till, until, between, entre, hasta, jusqu'au, jusqu'a, depuis, desde, hadi, mpaka, ifikapo, kati ya, kufikia, para, hacia, vers, d'ici, तक, tak, से, se"
)
FIRSTS = {"pili": 2, "mosi": 1, "kwanza": 1, "premier": 1, "1er": 1, "primero": 1, "first": 1, "second": 2, "third": 3,
          "पहली": 1, "दूसरी": 2, "तीसरी": 3, "seconde": 2, "primer": 1, "premiere": 1}  # fmt: skip
# Which weekday of a month; -1 is its last.
NTHS: Mapping[str, Mapping[str, int]] = {
    "en": {"first": 1, "second": 2, "third": 3, "fourth": 4, "forth": 4, "fifth": 5, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "last": -1},
    "zh": {"第一个": 1, "第二个": 2, "第三个": 3, "第四个": 4, "第五个": 5, "第1个": 1, "第2个": 2, "第3个": 3, "第4个": 4, "第5个": 5, "最后一个": -1,
           "头一个": 1, "首个": 1},
    "hi": {"पहला": 1, "पहले": 1, "पहली": 1, "दूसरा": 2, "दूसरे": 2, "दूसरी": 2, "तीसरा": 3, "तीसरे": 3, "चौथा": 4, "चौथे": 4, "पांचवां": 5, "पांचवें": 5, "आखिरी": -1,
           "अंतिम": -1, "pehla": 1, "pehle": 1, "dusra": 2, "dusre": 2, "tisra": 3, "aakhri": -1},
    "sw": {"kwanza": 1, "pili": 2, "tatu": 3, "nne": 4, "tano": 5, "mwisho": -1},
    "es": {"primer": 1, "primero": 1, "1er": 1, "1ro": 1, "segundo": 2, "2do": 2, "tercer": 3, "tercero": 3, "3er": 3, "cuarto": 4, "4to": 4, "quinto": 5, "5to": 5,
           "ultimo": -1},
    "fr": {"premier": 1, "1er": 1, "second": 2, "deuxieme": 2, "2e": 2, "2eme": 2, "troisieme": 3, "3e": 3, "3eme": 3, "quatrieme": 4, "4e": 4, "4eme": 4,
           "cinquieme": 5, "dernier": -1},
}  # fmt: skip
MORE_WEEKDAYS: Mapping[str, Mapping[str, int]] = {
    "en": {"tues": 1, "weds": 2, "thur": 3, "thurs": 3, "wensday": 2, "wednsday": 2, "saterday": 5},
    "hi": {"इतवार": 6, "एतवार": 6, "बृहस्पतिवार": 3, "बृहस्पति": 3, "गुरूवार": 3, "वीरवार": 3, "जुमा": 4, "जुम्मा": 4, "somvar": 0, "mangalvar": 1, "budhvar": 2,
           "guruvar": 3, "shukravar": 4, "shanivar": 5, "ravivar": 6, "itvar": 6},
    "sw": {"ijumaa": 4, "j3": 0, "j4": 1, "j5": 2},
    "zh": {f"{week}{day}": number for week in ("周", "星期", "礼拜", "週", "禮拜")
           for day, number in zip("一二三四五六日天", (*range(7), 6), strict=True)},
}  # fmt: skip


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
    return found | {fold(clean(name)): number for name, number in MORE_WEEKDAYS.get(language, {}).items()}
