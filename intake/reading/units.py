"""Words for spans of time and for land, in each language, and how they are marked in a text."""
# ruff: noqa: E501 - tables of words read better on their own lines

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from intake.reading.cleaning import clean, fold
from intake.reading.types import LenderLocale

# days are calendar averages, for comparing only: a month stays a month
DAYS = {
    "day": 1,
    "week": 7,
    "month": 30,
    "year": 365,
    "hour": 1 / 24,
    "minute": 1 / 1440,
    "second": 1 / 86400,
}
SPAN_DAYS = {"fortnight": 14, "decade": 3650, "quarter": 91, "half_year": 182, **DAYS}
MONTHS = {"month": 1, "year": 12, "quarter": 3, "half_year": 6, "decade": 120}

TIME_WORDS = {
    "en": {
        "day": "d day days", "week": "w week weeks wk wks", "fortnight": "fortnight fortnights",
        "month": "m month months mth mths mo mos moth moths monts monhts", "year": "y year years yr yrs", "decade": "decade decades",
        "hour": "hour hours hr hrs h", "minute": "minute minutes min mins", "second": "second seconds sec secs",
    },
    "zh": {
        "day": "天 日", "week": "星期 周 礼拜 禮拜 週", "month": "个月 個月 月", "year": "年", "decade": "年代",
        "hour": "小时 小時 时 钟头", "minute": "分钟", "second": "秒 秒钟", "quarter": "季度",
    },
    "hi": {
        "day": "दिन दिनों din", "week": "हफ्ता हफ्ते हफ़्ते हफ़्ता हफ्तों सप्ताह hafte hafta",
        "month": "महीना महीने महीनों माह मास mahine mahina", "year": "साल सालों वर्ष वर्षों बरस saal sal varsh",
        "decade": "दशक दशकों", "hour": "घंटा घंटे घंटों घण्टा घण्टे घण्टों घं घंटें", "minute": "मिनट मिनटों मि", "second": "सेकंड सेकेंड सेकण्ड",
    },
    "sw": {
        "day": "siku", "week": "wiki juma majuma", "month": "mwezi miezi", "year": "mwaka miaka",
        "decade": "muongo miongo", "hour": "saa masaa", "minute": "dakika", "second": "sekunde",
    },
    "es": {
        "day": "dia dias", "week": "semana semanas sem", "fortnight": "quincena quincenas", "month": "mes meses",
        "year": "ano anos", "decade": "decada decadas", "hour": "hora horas h hr hrs", "quarter": "trimestre trimestres",
        "minute": "minuto minutos min", "second": "segundo segundos seg", "half_year": "semestre semestres",
    },
    "fr": {
        "day": "jour jours journee journees", "week": "semaine semaines", "month": "mois",
        "year": "an ans annee annees", "decade": "decennie decennies", "hour": "heure heures h hr hrs",
        "minute": "minute minutes min", "second": "seconde secondes sec", "quarter": "trimestre trimestres",
        "half_year": "semestre semestres",
    },
}  # fmt: skip
AREA_WORDS = {
    "en": {"mu": "mu mou", "acre": "acre acres ac ekari", "hectare": "hectare hectares ha hectar hectars",
           "square_metre": "m2 sqm sq.m sq_m sq_metre sq_metres sq_meter sq_meters sq._m sq._metre sq._metres sq._meter sq._meters square_metre square_metres square_meter square_meters m²",
           "square_kilometre": "km2 sq_km sq.km sqkm square_kilometre square_kilometer square_kilometers square_kilometres", "bigha": "bigha bighas", "mu_fen": "fen",
           "square_foot": "sq_ft sq.ft sqft square_foot square_feet sq.feet"},
    "zh": {"mu": "亩 亩地 畝 畝地", "hectare": "公顷 公頃 垧", "acre": "英亩 英畝", "square_metre": "平方米 平米 m2 平方 平",
           "square_kilometre": "平方公里 km2", "fen": "分地 分", "qing": "顷 頃"},
    "hi": {"acre": "एकड़ acre ekad", "hectare": "हेक्टेयर ha", "bigha": "बीघा बीघे bigha", "square_metre": "वर्गमीटर वर्ग_मीटर m2",
           "mu": "म्यू mu", "katha": "कट्ठा कठ्ठा", "square_kilometre": "km2"},
    "sw": {"acre": "ekari eka heka acre", "hectare": "hekta hektari ha", "square_metre": "m2 mita_za_mraba mita_mraba", "mu": "mu",
           "square_kilometre": "km2"},
    "es": {"hectare": "hectarea hectareas ha has", "acre": "acre acres", "square_metre": "m2 metros_cuadrados metro_cuadrado",
           "mu": "mu", "manzana": "manzana manzanas", "square_kilometre": "km2 kilometros_cuadrados",
           "fanegada": "fanegada fanegadas", "cuerda": "cuerda cuerdas"},
    "fr": {"hectare": "hectare hectares ha", "acre": "acre acres", "square_metre": "m2 metres_carres metre_carre",
           "mu": "mu", "are": "are ares", "square_kilometre": "km2 kilometres_carres kilometre_carre"},
}  # fmt: skip
# Square metres of local units when the lender does not set them (and where one national figure exists).
LOCAL_AREAS = {
    "fen": "66.66667",
    "mu_fen": "66.66667",
    "qing": "66666.67",
    "are": "100",
    "square_foot": "0.09290304",
}
WHOLE = {
    "en": "all full whole entire another one more", "zh": "整整 整", "hi": "पूरे पूरा सारा पूरी एक और", "sw": "nzima mzima zima",
    "es": "todo toda el la", "fr": "toute tout le la l", "": "",
}  # fmt: skip


@cache
def table(what: str, language: str) -> dict[str, str]:
    """Every word of `what` ("time" or "area") → its unit code; English beside the language."""
    source = TIME_WORDS if what == "time" else AREA_WORDS
    found: dict[str, str] = {}
    for words in (source["en"], source[language]):
        for unit, names in words.items():
            found |= {fold(clean(name)).replace("_", " "): unit for name in names.split()}
    return found


@cache
def native(what: str, language: str) -> frozenset[str]:
    """The unit words of the language itself, without the English ones mixed in."""
    source = TIME_WORDS if what == "time" else AREA_WORDS
    return frozenset(
        fold(clean(name)).replace("_", " ") for names in source[language].values() for name in names.split()
    )


@cache
def pattern(what: str, language: str) -> re.Pattern[str]:
    """Unit words, longest first; in Latin and Devanagari script only as whole words."""
    names = sorted(table(what, language), key=len, reverse=True)
    letters = "".join(name for name in names if len(name) == 1 and name.isascii())
    names = [name for name in names if name not in letters]
    han = [re.escape(name) for name in names if re.match(r"[\u3400-\u9fff]", name)]
    other = [
        re.escape(name).replace("\\ ", r"\s+") for name in names if not re.match(r"[\u3400-\u9fff]", name)
    ]
    return re.compile(
        r"(?<![^\W\d_])(?:"
        + "|".join(other)
        + r")(?![\w\u0900-\u097f])"
        + (rf"|(?:(?<=\d)|(?<=\d\s))[{letters}](?!\w)" if letters else "")  # "6m", never the m of "I'm"
        + ("|" + "|".join(han) if han else "")
    )


def square_metres(unit: str, locale: LenderLocale) -> Decimal | None:
    """Of one such unit of land: the lender's own figure, or the one that holds everywhere."""
    if unit in locale.units:
        return locale.units[unit]
    known = {"square_metre": "1", "square_kilometre": "1000000", "hectare": "10000", **LOCAL_AREAS}
    return Decimal(known[unit]) if unit in known else None
