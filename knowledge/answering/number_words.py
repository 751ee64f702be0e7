"""Number words of six languages, and the words for what numbers count."""

# ruff: noqa: E501 - a table is read whole

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain


def _counted(words: str, first: int = 1, step: int = 1) -> Iterator[tuple[str, Decimal]]:
    """`words` from `first` on; a number's other spellings stand behind a stroke."""
    for place, spellings in enumerate(words.split()):
        for word in spellings.split("/"):
            yield word, Decimal(first + place * step)


SMALL: dict[str, Decimal] = dict(
    chain(
        _counted("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"),
        _counted("twenty thirty forty/fourty fifty sixty seventy eighty ninety", 20, 10),
        _counted("moja mbili tatu nne tano sita saba nane tisa kumi"),
        _counted("ishirini thelathini arobaini hamsini sitini sabini themanini tisini", 20, 10),
        _counted("un/uno/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis/dieciseis diecisiete dieciocho diecinueve"),
        _counted("veinte veintiuno/veintiún veintidós/veintidos veintitrés/veintitres veinticuatro veinticinco veintiséis/veintiseis veintisiete veintiocho veintinueve", 20),
        _counted("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10),
        _counted("ciento/cien doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas quinientos/quinientas seiscientos/seiscientas setecientos/setecientas ochocientos/ochocientas novecientos/novecientas", 100, 100),
        _counted("une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"),
        _counted("vingt trente quarante cinquante soixante", 20, 10),
        _counted("septante huitante/octante/quatre-vingt/quatre-vingts nonante", 70, 10),
        _counted("एक दो तीन चार पाँच/पांच छह/छः/छ सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह/पन्द्रह सोलह सत्रह अठारह उन्नीस बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस"),
        _counted("तीस चालीस पचास साठ सत्तर अस्सी नब्बे", 30, 10),
        _counted("पैंतीस पैंतालीस पचपन पैंसठ पचहत्तर पचासी पचानवे", 35, 10),
        (("छत्तीस", Decimal(36)), ("अड़तालीस", Decimal(48)), ("डेढ़", Decimal("1.5")), ("ढाई", Decimal("2.5"))),
    )
)  # fmt: skip
SCALES: dict[str, int] = {
    word: scale
    for scale, words in {
        100: "hundred mia cent cents सौ",
        1_000: "k thousand thousands elfu mil mille हज़ार हजार",
        100_000: "lakh lakhs lac lacs laki लाख",
        1_000_000: "million millions milioni millón millon millones",
        10_000_000: "crore crores करोड़",
    }.items()
    for word in words.split()
}
SCALES_FIRST = frozenset({"mia", "elfu", "laki", "milioni"})  # "elfu tano" is 5,000
# Words that are something else too: "once", "neuf" (new), "seize", "cent", "दो" (give). They count before what they can count only.
DOUBTFUL = frozenset(
    {"once", "quince", "seize", "lac", "neuf", "sept", "cent", "cents", "दो", "नौ", "सात", "mia", "k"}
)
UNITS: dict[str, str] = {
    "percent": "%",
    "day": r"(?:working |business |calendar )?days?\b|siku\b|d[ií]as?\b|jours?\b|दिन|个?(?:工作)?[天日]",
    "week": r"weeks?\b|wiki\b|semanas?\b|semaines?\b|सप्ताह|हफ़?्त|个?(?:星期|周)",
    "month": r"months?\b|mwezi\b|miezi\b|mes(?:es)?\b|mois\b|मही|माह|个?月",
    "year": r"years?\b|mwaka\b|miaka\b|a[nñ]os?\b|ans?\b|ann[ée]es?\b|साल|वर्ष|年",
    "hour": r"hours?\b|horas?\b|heures?\b|घंट|个?小时",
}  # fmt: skip
UNITS_BEFORE: dict[str, str] = {
    "percent": r"\basilimia",
    "day": r"\bsiku",
    "week": r"\bwiki",
    "month": r"\b(?:mwezi|miezi)",
    "year": r"\b(?:mwaka|miaka)",
    "hour": r"\b(?:masaa|saa)",
}
