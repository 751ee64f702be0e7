"""Whether somebody asks what a certain loan would cost: its sum, its time, a word for what is paid, in any order."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import regex

from knowledge.answering.figures import figures
from knowledge.answering.sums import SUM, compiled, value

SMALLEST_LOAN = 200  # smaller figures are days, animals, instalments
SMALLEST_SPOKEN = 1000  # of one that may be read in two ways, as "一万五"
LONGEST = 160  # letters; a longer text is a story, or asks for more than this
# "5000 miezi 10" is not 5,000 months, nor "5000，10个月" (whose comma is folded) five thousand and a tenth.
_APART = regex.compile(r" (?=(?:miezi|mwezi|mwaka|miaka) )|(?<=\d),(?=\d{1,2}\s*个?(?:月|年|期))")
_TIME = regex.compile(
    r"\b(?:\d{1,2}|an?|half an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|eighteen|twenty(?:[ -]four)?)[ -]?(?:months?|mo?nths?|mths?|mos?|years?|yrs?)\b"
    r"|(?:\d{1,2}|[一二两三四五六七八九十半]{1,3})\s*个?(?:月|年|期)"
    r"|\b(?:miezi|mwezi|mwaka|miaka)\b"
    r"|\b(?:\d{1,2}|une?|una|dos|tres|cuatro|cinco|seis|ocho|diez|doce|deux|trois|quatre|cinq|six|huit|dix|douze) (?:mes(?:es)?|a[nñ]os?|mois|ans?)\b"
    r"|(?:महीन|माह|साल|वर्ष)|\b(?:mahin[ae]|mahino|maah|saal)\b"
)
# What is paid for a loan, said so that hardly anything else is meant.
_PAID = regex.compile(
    r"\b(?:pay(?:ing)?(?: it| this| that)? back|(?:give|bring|pay|send)(?: \w+){0,2} back|re ?pay\w*|return|int(?:e?re?|er)st|inst[ae]l?l?ments?|(?:per|each|every|a) month|monthly|how expensive|(?:i|we) pay|in (?:all|total)|total|extra|how much more)\b"
    r"|(?:要|得|应|该)?[还付](?:款|给你们)?(?:多少|几)|利息|月供|[每一](?:个)?[期月](?:要|得|还|付)?多少|成本|(?:一共|总共|总计|合计)"
    r"|\b(?:riba|n[ai](?:ta)?(?:lipa|rudisha|rejesha)|nirudishe|nilipe|nirejeshe|tu(?:ta)?(?:lipa|rudisha|rejesha)|tutarudisha|jumla|kila mwezi|kwa mwezi|gharama)\b"
    r"|\b(?:inter[eé]s(?:es)?|cuotas?|devuelvo|devolver(?:[ií]a|é)?|pago|pagar(?:[ií]a|é)?|al mes)\b"
    r"|\b(?:int[eé]r[eê]ts?|mensualit[eé]s?|rembourse\w*|rendre|par mois)\b"
    r"|(?:ब्याज|किस्त|देना (?:होगा|पड\u093c?ेगा)|चुकाना|लौटाना)|\b(?:b[iy]*aj|kist|dena (?:hoga|padega|pade)|chukana|chukani|lautana)\b"
)
# Words that ask for it beside a sum and a time alone.
_ASKED = regex.compile(
    r"\b(?:how (?:much|expensive)|what\w*|cost\w*|pay|price|charged?|calculate|work out|compute)\b|多少|几块|费用|算|\b(?:ngapi|kiasi gani|bei|hesabu)\b"
    r"|\bcu[aá]nto\b|\bcuesta|\bcombien|\bco[uû]t\w*|कितन|हिसाब|\bkitn[aie]\b"
)
# It asks for a rule, for what he may have, or for what he owes already.
_RULE = regex.compile(
    r"\b(?:can (?:i|we|you|u|one)|may i|could (?:i|we)|am i able|allowed|possible|qualify|eligible|max(?:imum)?|minimum|at (?:most|least)|own (?:funds?|money|share|part|contribution)|down ?payment|deposit|sav(?:e|ed|ing|ings)|guarant\w*|collateral|secur\w*|pledge\w*|late|penalt\w*|miss\w*|overdue|delay\w*|default\w*|fines?|earn\w*|income|salary|profit|sell|sold|(?:i|we|have|already|been|is|was) paid|left|remain\w*|already|owed?|owing|early|sooner|papers?|documents?|how (?:long|soon|fast|many(?! (?:yuan|shillings?|k?shs?|kes|rupees?|dollars?|pesos?|francs?)\b))|when|who|where|which|agent|send|transfer|withdraw\w*|insur\w*|shares?|members?|fees?|stamp|sign\w*|approv\w*|decid\w*|lost|stole\w*|table|for each|(?:per|on each|for every) (?:1,?000|thousand|hundred))\b"
    r"|\b(?:above|below|under|(?<!how much )more than|less than|up to|from|over|between) (?:\w+ )?\d[\d,.]{2,}(?! ?(?:for|over|in)\b)"
    r"|逾期|拖|迟|罚|滞纳|担保|抵押|保证人|自己|自筹|自有|首付|收入|赚|挣|[能可]以?(?:借|贷|申请|拿)|可不可以|可以吗|行吗|最多|最少|至少|以上|以下|以内|超过|不到|要等|多久|几天|几个工作日|手续费|免息|按|已经|还了|剩|欠|提前|材料|证件|谁|存|股金|会员|批|签|什么时候|哪"
    r"|\b(?:mdhamini|wadhamini|dhamana|\w*chelew\w*|adhabu|faini|napata|kipato|mapato|mshahara|nimelipa|nililipa|imebaki|zimebaki|bado|\w*naweza|\w*weza|inawezekana|akiba|hisa|mapema|wakala|kutuma|nani|nyaraka|karatasi|lini|muda gani|siku ngapi|mchango|zangu mwenyewe|yangu mwenyewe|zaidi ya|chini ya|kuanzia|kima|sahihi|ada|uanachama|mkopo gani)\b"
    r"|\b(?:aval\w*|garant\w*|fiador\w*|atras\w*|mora|multas?|gano|ingresos?|puedo|podemos|pagu[eé]|queda|falta|ahorr\w*|propi\w*|antes|anticip\w*|m[aá]ximo|m[ií]nimo|m[aá]s de|menos de|qui[eé]n|cu[aá]ndo|papeles|documentos)\b"
    r"|\b(?:caution\w*|retards?|p[eé]nalit\w*|gagne|revenus?|puis-je|peux|pouvons|pay[eé]|reste|[eé]pargn\w*|propres?|avance|maximum|minimum|plus de|moins de|qui|quand|papiers|documents)\b"
    r"|(?:गारंटी|जमानत|ज़मानत|देर|जुर्माना|कमात|आय|आमदनी|सकत|मिल(?:ेगा|ेगी| सक)|चुका दिया|बाकी|बचत|अपना|अधिक|ज\u093c?्यादा|कम से|कौन|कब|काग)|\b(?:sakt[aei]|mil(?:ega|egi|ta)|kab|kaun|kaga[zj]\w*|der se|jurmana|bachat|apna|baaki|baki)\b"
)
# Whoever wishes for a loan may say how he means to pay it; only a word of its cost makes that a question.
_WISHES = regex.compile(
    r"\b(?:i|we)(?: really| only| just| would| do)* (?:want|need|like|am asking for|are asking for)\b|\b(?:please )?(?:lend|give) (?:me|us)\b|\b(?:ni|na|tuna|nina|ninge|tunge)?(?:taka|hitaji|penda|omba)\b"
    r"|(?:想|要|需要|打算)(?:再)?(?:要|借|贷)|\b(?:quiero|queremos|necesito|necesitamos)\b|\b(?:je veux|je voudrais|nous voulons|j'ai besoin|il me faut)\b|चाहिए|चाहत|\bcha+hi(?:ye|e)\b"
)
_COST = regex.compile(
    r"[?？]|\b(?:how|what\w*|cost\w*|price|charged?|calculate|work out|compute|int(?:e?re?|er)st|in (?:all|total)|total|extra|riba|jumla|gharama|ngapi|kiasi gani|bei|hesabu|inter[eé]s(?:es)?|cu[aá]nto|cuesta|int[eé]r[eê]ts?|combien|co[uû]t\w*|kitn[aie]|b[iy]*aj)\b"
    r"|多少|几块|利息|费用|算|成本|一共|总共|总计|合计|月供|ब्याज|कितन|हिसाब"
)
_FILLING = regex.compile(r"\b(?:for|in|over|kwa|a|sur|pour|en|loan|mkopo|wa|yuan)\b|元|块|钱|का|में|के लिए")


def asks_cost(said: str) -> bool:
    """Whether folded text asks for the cost of a loan of a named sum: "5000 for 10 months, how much back?".

    A rule that speaks of sums ("interest from 20,000 on?") and what is owed or earned already are none of it.
    """
    if len(said) > LONGEST:
        return False
    said = _APART.sub(", ", said)
    if _sums(said) != 1 or _RULE.search(said):
        return False
    if _WISHES.search(said) and not _COST.search(said):
        return False
    asked = _ASKED.search(said) is not None
    if _TIME.search(said):
        return asked or _PAID.search(said) is not None or _bare(said)
    return asked and _PAID.search(said) is not None


def _sums(said: str) -> int:
    """How many sums are named; one that is no round figure ("一万五") is seen among all figures alone."""
    written = sum(value(found["sum"]) >= SMALLEST_LOAN for found in compiled(SUM).finditer(said))
    return written or sum(
        not one.unit and one.value >= (SMALLEST_LOAN if one.counts else SMALLEST_SPOKEN)
        for one in figures(said)
    )


def _bare(said: str) -> bool:
    """A sum and a time and nothing else, asked: "5000 for 10 months?"."""
    rest = _FILLING.sub(" ", _TIME.sub(" ", compiled(SUM).sub(" ", said)))
    return said.rstrip().endswith(("?", "？")) and not regex.search(r"[\p{L}\p{M}]", rest)
