"""A passage in the question's own words that tells of something else.

How long something takes is not told by when it must be asked for, nor by how long its file is kept; how much of a
charge is let off, not by the charge; what becomes of who cannot pay in time, not by how one pays early.
"""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

from collections.abc import Sequence

import regex

from knowledge.answering.expects import Expected, says
from knowledge.language import normalize
from knowledge.types import Hit

# What waits for an answer, a result, money.
_TAKES = regex.compile(
    r"\bhow (?:long|soon|fast|quick\w*|many (?:days|weeks|months))\b.*\b(?:tak(?:e|es|ing)|answer\w*|reply|decided?|decision|hear|wait\w*|results?|process\w*|until)\b"
    r"|(?:多久|几天|多长时间|多少天).{0,6}(?:结果|答复|回复|办好|处理|批|知道|回音)|(?:要|得|需要|等)(?:多久|几天|多长时间|多少天)"
    r"|\b(?:siku ngapi|muda gani|muda wa)\b.*\b(?:\w*chuku\w*|\w*jib\w+|\w*subiri|matokeo)\b|\b(?:\w*chukua|\w*subiri|\w*jibiwa)\b.*\b(?:siku ngapi|muda gani)\b"
    r"|cu[aá]nto (?:tiempo )?(?:tarda|demora|toma)|combien de (?:temps|jours) (?:prend|faut|dure)"
)
# A time by which the asker has to do something, with the time itself.
_DEADLINE = regex.compile(
    r"\b(?:ask\w*|request\w*|appl(?:y|ied)|tell us|told us|called)(?: for)?(?: \w+){0,5}? within \d+ (?:working )?(?:days?|weeks?|months?)"
    r"|\d+(?:个)?(?:天|日|个月|星期)(?:内|以内|之内)(?:可以|要|应当|应)?(?:要求|申请|提出|告诉|报告)"
    r"|\b(?:omba|ombe|aombe|tuambie|mwambie)\b[^.;,]{0,40}?\bndani ya siku \d+"
    r"|\b(?:pedir|pida|solicit\w+)[^.;,]{0,40}? (?:dentro de|en) \d+ d[ií]as|\bdemand\w+[^.;,]{0,40}? (?:dans les|sous) \d+ jours"
)
_KEPT = regex.compile(r"\bkeep\b|\bkept\b|\bstored?\b|\bretention\b|保留|保存|hifadhi|conserv\w+|रखत|रखा")


# To let somebody off what he owes. 免费 and 不收费 are of what costs nothing for anybody.
_LET_OFF = regex.compile(
    r"\b(?:waiv\w+|forgiv\w+|let (?:me |us |him |her )?off|write off|written off|stops?|stopped|no (?:further )?late charges?)\b|免(?!费)|减(?:掉|少|免)|停收|不再加"
    r"|\b\w*(?:sameh\w+)|\b(?:inasimama|haiongezeki|hakuna tozo)\b|\b(?:condon\w+|perdon\w+|exoner\w+)|\bremise\b|माफ"
)
_ASKS_TO_BE_LET_OFF = regex.compile(
    r"\b(?:waiv\w+|forgiv\w+|let (?:me |us |him |her )?off)\b|免(?:掉|除|多少|一点|去|了)|给免|减免|能免(?!费)|\b\w*sameh\w+|\b(?:condon\w+|perdon\w+|exoner\w+)|\bremise\b|माफ"
)

_UNPAID = regex.compile(
    r"\b(?:can ?not|can'?t|couldn'?t|don'?t|do not|didn'?t|won'?t|not able to|unable to|not|never|fail\w* to)(?: \w+){0,2}? (?:re)?pay\w*\b"
    r"|\b(?:re)?pay\w*\b(?: \w+){0,3}? late\b|\blate(?: \w+){0,2}? (?:re)?pay\w*|\boverdue\b|\b(?:miss|skip)\w*(?: \w+){0,2}? (?:(?:re)?payments?|instal?ments?|months?)\b"
    r"|还不[上起了]|没法还|无法还|没有?钱还|不能(?:按时|准时|按期)?还|逾期|拖欠|晚[点几]?天?还|迟[点几]?天?还"
    r"|\b(?:siwezi|sitaweza|sijaweza|\w*(?:siwez|sipowez|tawez[ae] ?ku?sh|shindw)\w*)(?: \w+){0,2}? \w*lip\w*|\b\w*(?:sipolip\w*|chelew\w*)\b"
    r"|\bno (?:pued[oea]\w*|podemos|pago|pagamos|pagar)\b|\b(?:peux|peut|pouvons|paie|paye|pouvoir) pas\b|नहीं (?:चुका|दे सक|भर)"
)
_EARLY = regex.compile(
    r"\b(?:re)?pay\w*\b(?: \w+){0,3}? (?:early|ahead|before (?:time|the (?:due )?date|the end))\b|\bearly (?:re)?payments?\b|\bearly settlement\b|\bprepay\w*"
    r"|提前(?:还|结清|归还)|\b\w*(?:lip|maliz)\w*(?: \w+){0,2}? (?:mapema|kabla ya (?:wakati|muda))\b|\bmarejesho ya mapema\b"
    r"|\b(?:pag\w+|pr[eé]pag\w+|cancel\w+) (?:por )?anticipad\w*|\bantes de (?:tiempo|plazo)\b|\bremboursements? anticip\w+|\bpar anticipation\b|समय से पहले|(?:जल्दी|पहले) (?:चुका|भुगतान)"
)


def not_of_another_matter(hits: Sequence[Hit], question: str) -> tuple[Hit, ...]:
    """Without passages headed as of paying early, where the question is of not paying in time."""
    asked = normalize(question)
    if not _UNPAID.search(asked) or _EARLY.search(asked):
        return tuple(hits)
    return tuple(hit for hit in hits if not _EARLY.search(normalize(hit.chunk.heading_path[-1])))


def is_of_another_matter(piece: str, headings: Sequence[str], question: str) -> bool:
    """Whether a piece cannot answer this question, whatever words they share."""
    asked, said = normalize(question), normalize(piece)
    if _ASKS_TO_BE_LET_OFF.search(asked) and not _LET_OFF.search(said):
        return True
    if not _TAKES.search(asked) or _KEPT.search(asked):
        return False
    if any(_KEPT.search(normalize(heading)) for heading in headings):
        return True
    left = _DEADLINE.sub(" ", said)
    return left != said and not says(Expected.DURATION, left)
