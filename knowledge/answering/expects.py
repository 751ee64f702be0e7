"""What kind of thing a question asks for, and whether a sentence holds that kind of thing."""

# ruff: noqa: E501 - a pattern is read whole, a prompt is sent as it stands

from __future__ import annotations

from enum import StrEnum
from functools import cache

import regex

from knowledge.language import normalize


class Expected(StrEnum):
    """The answer's type. `ANYTHING` where the question's words do not say."""

    DURATION = "duration"
    AMOUNT = "amount"
    RATE = "rate"
    COUNT = "count"
    TIME = "time"
    HOURS = "hours"
    PLACE = "place"
    PERSON = "person"
    YES_NO = "yes_no"
    REASON = "reason"
    ANYTHING = "anything"


# Asked in this order: "how long" before "how", "what interest" before "what". A fee or a rate that is only named stands
# last, a rate where little else is said: 费用能免吗 asks for a yes or a no, "riba inalipwa lini" for a day.
_QUESTIONS: dict[str, tuple[tuple[Expected, str], ...]] = {
    "en": (
        (
            Expected.DURATION,
            r"\bhow (?:long|much (?:more |extra |advance |prior )?(?:time|longer|notice|sooner|earlier|later)|many (?:days|weeks|months|years|hours))|\bhow (?:soon|quick|fast)|\bwhat(?:'s| is) the (?:\w+ ){0,2}(?:term|period|duration)\b|\bfor how long|\b(?:minimum|maximum|longest|shortest|least|most) (?:\w+ )?(?:time|term|period|duration|notice)\b",
        ),
        (Expected.COUNT, r"\b(?:minimum|maximum|lowest|highest|what|which) age\b|\b(?:minimum|maximum|largest|smallest) number\b|\bage limit|\bhow old\b"),
        (Expected.RATE, r"\bwhat(?:'?s|'?re| is| are)? (?:the |your )?(?:\w+ ){0,3}(?:inte?rest|rate|percent|percentage)|\bhow much interest|\bhow many percent"),
        (Expected.AMOUNT, r"\bhow much\b|\bhow big|\bhow large|\bwhat(?:'?s|'?re| is| are)? (?:the )?(?:\w+ ){0,3}(?:amount|fee|fees|cost|price|premium|compensation|maximum|minimum|limit|penalty|fine)\b|\b(?:smallest|lowest|biggest|largest|highest) (?:\w+ ){0,2}(?:amount|sum|loan|income|fee)\b|\bmost i can (?:borrow|get)|\bleast i can"),
        (Expected.COUNT, r"\bhow (?:many|often)\b|\bwhat number\b"),
        (Expected.HOURS, r"\b(?:office|opening|working|business|desk) (?:hours|times?)\b|\bwhat hours\b|\bhours of (?:work|opening|business)"),
        (Expected.TIME, r"^when\b|\bwhen (?:is|are|do|does|can|must|should|will|did|was|were|to)\b|\bwhat (?:time|date|day|days|month|year|hours)\b|\bby when|\bsince when|\bopening hours|\bdeadline|\bwhich (?:day|month|year)"),
        (Expected.PLACE, r"\bwhere\b|\bwhich (?:office|village|town|place)|\bwhat (?:address|place)"),
        (Expected.PERSON, r"\bwho\b|\bwhom\b|\bwhose\b|\bwhich (?:officer|person)"),
        (Expected.REASON, r"\bwhy\b|\bfor what reason|\bwhat happens if\b"),
        (Expected.YES_NO, r"^(?:so |and |but |if .{0,80}, ?)?(?:can|could|may|do|does|did|is|are|am|was|were|will|would|must|should|has|have)\b"),
        (Expected.RATE, r"^(?:the )?(?:interest )?rate\b|\binterest rate\W*$"),
    ),
    "zh": (
        (Expected.DURATION, r"多久|多长时间|多少(?:天|个月|年|小时|日)|几(?:天|个月|年|个小时|个星期|周)|期限"),
        (Expected.COUNT, r"年龄|岁数|几岁|多大(?:年纪|岁数)|(?:几|多少)(?:笔|次|名|位|家|人|头|只|亩|个(?!月))"),
        (Expected.RATE, r"(?:利率|费率|利息|年息|月息).{0,6}(?:多少|几)|(?:多少|什么)(?:利率|费率|利息)|百分之几|百分之多少|几厘|几分利"),
        (Expected.AMOUNT, r"多少钱|最多(?:能|可以)?(?:借|贷|拿)|最少|最高|最低|多少元|(?:额度|金额|罚(?:款|金|息)|手续费|费用).{0,6}(?:多少|几)|多少(?:额度|金额|罚|手续费|费用)"),
        (Expected.HOURS, r"(?:上班|营业|办公|开门|工作)时间|几点(?:到几点|上班|开门|营业|下班|关门)"),
        (Expected.COUNT, r"多少|几(?![乎点号])|多大"),
        (Expected.TIME, r"什么时候|何时|哪天|几点|几号|什么时间|哪一年|哪年|哪个月|日期|截止"),
        (Expected.PLACE, r"哪里|哪儿|在哪|什么地方|地址|何处"),
        (Expected.PERSON, r"谁|哪位|什么人"),
        (Expected.REASON, r"为什么|为何|原因"),
        (Expected.YES_NO, r"[吗嘛]|能不能|可不可以|是不是|是否|行不行|要不要|有没有|会不会|可以.*么"),
        (Expected.RATE, r"(?:利率|费率|年息)\W*$"),
        (Expected.AMOUNT, r"(?:额度|金额|罚(?:款|金|息)|手续费|费用)(?!.*怎么(?!算|收))"),
    ),
    "sw": (
        (Expected.DURATION, r"muda gani|kwa muda|siku ngapi|miezi mingapi|miaka mingapi|wiki ngapi|saa ngapi (?:za|kupata)|muda wa"),
        (Expected.COUNT, r"umri"),
        (Expected.RATE, r"\briba\b.{0,40}?\b(?:kiasi gani|ngapi|gani|asilimia)|asilimia ngapi|kiwango cha riba"),
        (Expected.AMOUNT, r"kiasi gani|pesa ngapi|shilingi ngapi|kiwango cha juu|kiwango cha chini|(?:gharama|\bbei|\bada|faini|adhabu)\b.{0,30}\b(?:gani|ngapi)"),
        (Expected.HOURS, r"\bsaa za (?:kazi|ofisi|kufungua)|\bmuda wa kazi"),
        (Expected.COUNT, r"ngapi|wangapi|mangapi|mingapi"),
        (Expected.TIME, r"\blini\b|saa ngapi|tarehe|siku gani|mwezi gani"),
        (Expected.PLACE, r"\bwapi\b|mahali|ofisi (?:iko|ipo)"),
        (Expected.PERSON, r"\bnani\b"),
        (Expected.REASON, r"kwa ?nini|sababu"),
        (Expected.YES_NO, r"^je\b|\bnaweza\b|\bninaweza\b|\binawezekana\b|\bunaweza\b|\bni lazima\b"),
        (Expected.RATE, r"^riba\b(?! (?:in|hai|ita|ili))"),
        (Expected.AMOUNT, r"gharama|\bbei\b|\bada\b|faini|adhabu"),
    ),
    "hi": (
        (Expected.DURATION, r"कितने (?:दिन|महीने|साल|समय|घंटे|वर्ष)|कितना समय|कब तक|कितनी देर|अवधि|(?:अधिकतम|न्यूनतम|ज़?्यादा से ज़?्यादा|कम से कम) समय"),
        (Expected.COUNT, r"उम्र|आयु"),
        (Expected.RATE, r"(?:ब्याज|(?<![\p{L}\p{M}])दर(?![\p{L}\p{M}])).{0,20}(?:कितन|क्या)|कितन[ाीे] (?:ब्याज|प्रतिशत)"),
        (Expected.AMOUNT, r"कितना (?:पैसा|ऋण|कर्ज|लोन|खर्च|शुल्क)|कितने (?:रुपये|रुपए|पैसे)|कितनी राशि|(?:शुल्क|जुर्माना).{0,12}कितन|अधिकतम|न्यूनतम"),
        (Expected.HOURS, r"(?:कार्यालय|दफ्तर|दफ़्तर|ऑफिस|खुलने|काम) का समय"),
        (Expected.COUNT, r"कितन[ाीे]"),
        (Expected.TIME, r"\bकब\b|किस (?:दिन|तारीख|साल|वर्ष|समय|महीने)|तारीख"),
        (Expected.PLACE, r"कहाँ|कहां|किस जगह|पता"),
        (Expected.PERSON, r"कौन|किसने|किसे|किसको|किसके"),
        (Expected.REASON, r"क्यों|कारण"),
        (Expected.YES_NO, r"^क्या .*(?:सकता|सकती|सकते|है|हैं|होगा|चाहिए)"),
        (Expected.RATE, r"(?:ब्याज|(?<![\p{L}\p{M}])दर)\W*$"),
        (Expected.AMOUNT, r"शुल्क|जुर्माना"),
    ),
    "es": (
        (Expected.DURATION, r"cu[aá]nto tiempo|cu[aá]nt[oa]s (?:d[ií]as|meses|a[nñ]os|semanas|horas)|plazo|hasta cu[aá]ndo|tiempo (?:m[aá]ximo|m[ií]nimo)|cu[aá]nto (?:demora|tarda)|cu[aá]nta (?:anticipaci[oó]n|antelaci[oó]n)"),
        (Expected.COUNT, r"(?:qu[eé]|m[aá]xima|m[ií]nima|l[ií]mite de) edad|edad (?:m[aá]xima|m[ií]nima|l[ií]mite)"),
        (Expected.RATE, r"(?:qu[eé]|cu[aá]l|cu[aá]nto)\b.{0,20}(?:\binter[eé]s|\btasa|porcentaje)"),
        (Expected.AMOUNT, r"cu[aá]nto (?:dinero|cuesta|puedo|es|pago|debo|hay)|qu[eé] (?:cantidad|monto|importe)|m[aá]xim|m[ií]nim|(?:qu[eé]|cu[aá]l|cu[aá]nto)\b.{0,20}(?:comisi[oó]n|multa|precio|costo)"),
        (Expected.HOURS, r"horarios?\b"),
        (Expected.COUNT, r"cu[aá]nt[oa]s?"),
        (Expected.TIME, r"cu[aá]ndo|qu[eé] (?:d[ií]a|fecha|hora|a[nñ]o|mes)"),
        (Expected.PLACE, r"d[oó]nde|direcci[oó]n"),
        (Expected.PERSON, r"qui[eé]n"),
        (Expected.REASON, r"por qu[eé]|motivo|raz[oó]n"),
        (Expected.YES_NO, r"^¿?(?:puedo|puede|se puede|es|son|hay|tengo que|debo|necesito|est[aá]|tiene)\b"),
        (Expected.RATE, r"^(?:el |la )?(?:inter[eé]s|tasa|porcentaje)\b"),
        (Expected.AMOUNT, r"comisi[oó]n|multa|precio|costo"),
    ),
    "fr": (
        (Expected.DURATION, r"combien de (?:temps|jours|mois|ans|ann[ée]es|semaines)|dur[ée]e|d[ée]lai|jusqu'[àa] quand|temps (?:maximum|minimum)|(?:combien|quel)[^?]{0,12}pr[ée]avis"),
        (Expected.COUNT, r"(?:quel|limite d')\s?[âa]ge|\b[âa]ge (?:maxim|minim|limite)"),
        (Expected.RATE, r"(?:quel(?:le)?s?|combien)\b.{0,20}(?:int[ée]r[êe]t|taux|pourcentage)"),
        (Expected.AMOUNT, r"combien (?:d'argent|co[ûu]te|puis|dois|faut)|quel(?:le)? (?:montant|somme)|maximum|minimum|(?:quel(?:le)?s?|combien)\b.{0,20}(?:frais|amende|prix)"),
        (Expected.HOURS, r"\bhoraires?\b|heures d'ouverture"),
        (Expected.COUNT, r"combien"),
        (Expected.TIME, r"quand|quel(?:le)? (?:jour|date|heure|ann[ée]e|mois)"),
        (Expected.PLACE, r"\bo[ùu]\b|adresse"),
        (Expected.PERSON, r"\bqui\b"),
        (Expected.REASON, r"pourquoi|raison"),
        (Expected.YES_NO, r"^(?:est-ce que|puis-je|peut-on|dois-je|ai-je|y a-t-il)\b"),
        (Expected.RATE, r"^(?:le |l')?(?:int[ée]r[êe]ts?|taux|pourcentage)\b"),
        (Expected.AMOUNT, r"frais|amende|prix"),
    ),
}  # fmt: skip

_NUMBER = r"(?:\d[\d.,]*|[零一二两三四五六七八九十百千万半]+)"
_NUMBER_WORD = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|half|several|"
    r"moja|mbili|tatu|nne|tano|sita|saba|nane|tisa|kumi|nusu|un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|"
    r"une?|deux|trois|quatre|cinq|sept|huit|neuf|dix|douze|एक|दो|तीन|चार|पांच|पाँच|छह|सात|आठ|नौ|दस)"
)
_ANY_NUMBER = rf"(?:{_NUMBER}|\b{_NUMBER_WORD}\b)"
_UNIT_OF_TIME = (
    r"(?:days?|weeks?|months?|years?|hours?|minutes?|seasons?|harvests?|century|decades?|天|日|周|星期|个月|月|年|小时|分钟|季|"
    r"siku|wiki|mwezi|miezi|mwaka|miaka|saa|dakika|msimu|दिन|दिनों|सप्ताह|महीने|महीनों|माह|साल|सालों|वर्ष|वर्षों|घंटे|मिनट|"
    r"d[ií]as?|semanas?|mes(?:es)?|a[nñ]os?|horas?|minutos?|siglos?|jours?|semaines?|mois|ans?|ann[ée]es?|heures?)"
)
# "About an hour", but not "once a year" or "0.03% a day".
_ONE_OF_TIME = (
    r"\b(?:about|around|tak\w+|within|for|than|nearly|almost|lasts?|half|least|most|up to) an? (?:full |whole |good )?"
    r"(?:minute|hour|day|week|month|season|year)\b|\bmedia hora\b|\bdemi[- ](?:heure|journee)\b"
)
_WEEKDAY = (
    r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|jumatatu|jumanne|jumatano|alhamisi|ijumaa|jumamosi|jumapili|"
    r"lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?\b|"
    r"周[一二三四五六日末]|星期[一二三四五六日天]|सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार|रविवार"
)
_MONTH = (
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|januari|februari|machi|"
    r"aprili|mei|juni|julai|agosti|septemba|oktoba|novemba|desemba|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|"
    r"noviembre|diciembre|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)\b|"
    r"जनवरी|फरवरी|मार्च|अप्रैल|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|नवंबर|दिसंबर"
)
_CLOCK = (
    rf"\b\d{{1,2}}[:h.]\d{{2}}\b|\b\d{{1,2}}\s*(?:am|pm|a\.m|p\.m|o'clock|h|heures)\b|\bnoon\b|\bday and night\b|\b(?:at|hours?|from) {_NUMBER_WORD}\b|"
    rf"\bsaa {_ANY_NUMBER}|\bla[s]? {_ANY_NUMBER}|{_NUMBER}\s*[点时]|{_NUMBER}\s*बजे|\b(?:every day|daily|kila siku|cada d[ií]a|chaque jour|weekends?)\b|每天|全天|रोज"
)
_DATE = (
    rf"\b(?:1[5-9]|20)\d\d\b|\b\d{{1,2}}[:h.]\d{{2}}\b|{_WEEKDAY}|{_MONTH}|\d+\s*[年月日号点]|"
    r"\b(?:before|after|until|by the|on the day|at harvest|every|within|as soon as|when|once|kabla|baada|kila|ndani ya|antes|despu[eé]s|cada|"
    r"avant|apr[èe]s|chaque)\b|之前|以前|之后|以后|每|内|前|后|当"
)
# Shares are sums: "a third of each cheque"; but "half a year" and "half past nine" are times.
_FRACTION = (
    r"分之|一半|半数|[一二三四五六七八九]成(?!员|立|为|熟)|\b(?:a|one|two|three|four)[ -](?:third|quarter|fifth|tenth)s?\b(?! of an hour)|\bhalf\b(?! (?:an? )?(?:hour|day|week|month|year|past))|"
    r"\b(?:theluthi|thuluthi|thumuni)\b|(?<!\bna )\b(?:nusu|robo)\b(?! (?:ya )?(?:saa|siku|mwezi|mwaka))|\bsehemu ya (?:tatu|nne|tano|kumi)\b|"
    r"आधा|आधी|आधे(?! घंटे)|तिहाई|चौथाई|\bla mitad\b|\b(?:un|dos) (?:tercios?|quintos?)\b|\b(?:tercera|cuarta|quinta) parte\b|\bla moiti[ée]\b|\b(?:un|deux) (?:tiers|cinqui[èe]mes?)\b|\bun quart\b(?! d'heure)"
)
_FREE = r"\b(?:free|no (?:charge|fee|cost)|nothing|bure|hakuna (?:ada|malipo|gharama)|gratis|gratuit|sin costo)\b|免费|不收|不要钱|मुफ़?्त|निःशुल्क"
_HOLDS: dict[Expected, str] = {
    Expected.DURATION: rf"{_ANY_NUMBER}[\s-]*(?:個|个|to|-|–|至|到|hadi)?\s*(?:{_ANY_NUMBER})?[\s-]*(?:working |calendar |business )?{_UNIT_OF_TIME}|{_UNIT_OF_TIME}\s+{_ANY_NUMBER}|{_ONE_OF_TIME}",
    Expected.RATE: rf"[%％‰]|\b(?:per ?cent|per (?:hundred|thousand|mille?)|por ciento|por mil|pour cent|pour mille)\b|(?:in|on|of|for) (?:a|one|each|every) (?:hundred|thousand)\b|प्रतिशत|फ\u093c?ीसदी|[百千万]分之|每一?[百千](?:元|块)|\basilimia\b|\bkwa kila (?:mia|elfu)\b|\b(?:no interest|interest[- ]free|bila riba|sin inter[eé]s|sans int[ée]r[êe]ts?)\b|无息|免息|不收利息|厘|{_NUMBER}分(?![之钟期批次])(?<!十分)",
    Expected.AMOUNT: rf"{_ANY_NUMBER}|{_FRACTION}",
    Expected.COUNT: rf"{_ANY_NUMBER}|\b(?:once|twice|every|each|mara|kila|cada|chaque)\b|每|一次",
    Expected.TIME: _DATE,
    Expected.HOURS: rf"{_WEEKDAY}|{_CLOCK}",
    Expected.PLACE: r"\b(?:at|in|to|from|near|office|street|town|village|branch|ofisi|mtaa|mji|kijiji|katika|en|calle|oficina|rue|bureau|à|dans)\b|在|镇|街|村|办公|में|कार्यालय|पर",
    Expected.REASON: r"\b(?:because|so that|since|due to|in order|therefore|if|otherwise|kwa sababu|ili|kwa kuwa|ikiwa|porque|para que|si|parce que|afin|car)\b|因为|为了|由于|以便|如果|否则|क्योंकि|ताकि|इसलिए|अगर|यदि|कारण",
}  # fmt: skip


def expected(question: str, language: str) -> Expected:
    """The type of answer the question's words ask for."""
    folded = normalize(question).strip()
    for kind, pattern in _patterns(language):
        if pattern.search(folded):
            return kind
    return Expected.ANYTHING


def holds(kind: Expected, text: str) -> bool | None:
    """Whether `text` holds something of this kind; None where nothing can be said."""
    pattern = _held(kind)
    return None if pattern is None else pattern.search(normalize(text)) is not None


# A bare number is no sum of money when it counts days; "free" and "no charge" are sums too. 一 alone is in 一般, 统一, 第一.
_HAN_SUM = r"[一二两三四五六七八九十几][一二两三四五六七八九十百千]*[百千万]|[一二两三四五六七八九十百千万半]+(?=\s*[元块毛角分厘倍成])"
_COUNTS_TIME = (
    rf"\s*(?:[-–]|to|hadi|至|到|个)?\s*[\d.,]*[\s-]*(?:working |calendar |business )?{_UNIT_OF_TIME}"
)
_SUM = rf"(?>(?<!\d)(?<!\d[.,])\d+(?:[.,]\d+)*|{_HAN_SUM})(?!{_COUNTS_TIME})|%|{_FRACTION}|{_FREE}"
_SAYS: dict[Expected, str] = {
    Expected.AMOUNT: _SUM,
    Expected.RATE: f"{_HOLDS[Expected.RATE]}|{_FREE}",
    Expected.DURATION: f"{_HOLDS[Expected.DURATION]}|{_DATE}",
    Expected.COUNT: _HOLDS[Expected.COUNT],
    Expected.HOURS: _HOLDS[Expected.HOURS],
}


def says(kind: Expected, text: str) -> bool:
    """Whether `text` can answer a question of this kind at all: "how much" needs a sum, "how long" a time, an interest
    rate a rate, office hours a day or an hour.

    Stricter than `holds`, and only for the kinds where its absence is certain; others pass.
    """
    pattern = _said(kind)
    return pattern is None or pattern.search(normalize(text)) is not None


@cache
def _said(kind: Expected) -> regex.Pattern[str] | None:
    return regex.compile(_SAYS[kind]) if kind in _SAYS else None


@cache
def _patterns(language: str) -> tuple[tuple[Expected, regex.Pattern[str]], ...]:
    return tuple((kind, regex.compile(pattern)) for kind, pattern in _QUESTIONS.get(language, ()))


@cache
def _held(kind: Expected) -> regex.Pattern[str] | None:
    return regex.compile(_HOLDS[kind]) if kind in _HOLDS else None
