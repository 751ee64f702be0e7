"""What was asked stands word for word in one piece of the passage that leads, and in no other that is nearly as near.

"Do you lend for a new house?" where the rule says "a new house is not covered": the reader, trained on questions in
other words than the answer's, doubts such short ones; nobody else would.
"""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from knowledge.answering.evidence import Evidence, unit_holding
from knowledge.language import content_terms, normalize, stop_words, terms, words
from knowledge.retrieval.query import Query
from knowledge.types import Chunk, Hit

SURE = 0.75  # said, though not as surely as a table
FEWEST = 2  # terms: one word alone stands somewhere by chance
FEWEST_LETTERS = 4  # the same of Chinese, whose terms overlap
DOUBTED = -0.3  # in tenths of log odds: how far a reader may doubt that the answer is there

# Words that ask, and verbs that stand in for the one the papers have: "can I use it for", "how long does it take".
_ASKING = {
    "en": r"\b(?:how (?:long|many|much|often|soon|old|far)|what (?:time|day|kind|sort|happens?)|which (?:day|time|kind)|us(?:e|ed|ing)|tak(?:e|es|ing)|get|give|possible|allowed|need|want|must|please|tell|know)\b",
    "zh": r"哪[一]?[天里儿个些位种]|多(?:长时间|少钱|久|少)|几[天号点]|什么(?:时候|时间|地方)?|怎么[办样算]?|能不能|可不可以|有没有|是不是|可以|能|[吗呢吧的在了是有要用被把给谁]|[我你您]们?",
    "sw": r"\b(?:je|gani|ngapi|lini|wapi|nani|nini|muda|kwa ajili ya|na?ninaweza|naweza|unaweza|mnaweza|inawezekana|ni lazima|kutumia|mna|mnatoa|kuna|tafadhali)\b",
    "hi": r"क्या|कितन[ाेी]|कब|कहा[ँं]|कौन|कैसे|सकत[ाेी]|चाहिए|कृपया",
    "es": r"\b(?:cu[aá]nt[oa]s?|cu[aá]ndo|d[oó]nde|qu[eé]|qui[eé]n|puedo|puede|usar|necesito|hay que|por favor)\b",
    "fr": r"\b(?:combien(?: de)?|quand|o[uù]|quel(?:le)?s?|qui|puis-je|peut-on|utiliser|faut-il|est-ce que|besoin)\b",
}


# Terms of lending: beside them one word more is what it is lent for, and only where the loans are told is that told.
_LENDING = frozenset(
    [
        "loan",
        "lend",
        "borrow",
        "credit",
        "kopo",
        "kopa",
        "kopesh",
        "贷",
        "款",
        "贷款",
        "借",
        "借款",
        "prestam",
        "prest",
        "pret",
        "cred",
        "emprunt",
        "लोन",
        "ऋण",
        "कर्ज",
    ]
)


def asked_terms(question: str, language: str) -> list[str]:
    """The terms of a question without those of asking; none where too few are left to tell anything by."""
    bare = regex.sub(_ASKING.get(language, r"(?!)"), " ", normalize(question))
    if all(word in stop_words(language) for word in words(bare)):
        return []
    found = content_terms(bare, language)
    return found if _tell_enough(found, language) else []


def _tell_enough(found: Sequence[str], language: str) -> bool:
    return sum(map(len, found)) >= 2 * FEWEST_LETTERS if language == "zh" else len(found) >= FEWEST


def _is_told_where_it_is_lent(chunk: Chunk) -> bool:
    """Whether a heading within the document speaks of loans."""
    within = " ".join(chunk.heading_path[1:])
    return not _LENDING.isdisjoint(terms(within, chunk.language))


def stands_word_for_word(
    query: Query, hits: Sequence[Hit], evidence: Sequence[Evidence], near: float
) -> Evidence | None:
    """The evidence that leads, with the piece that holds every word; None where not, or where one as `near` does too."""
    if not evidence or query.resolved or (query.topic is not None and not query.about):
        return None
    lead = evidence[0]
    wanted = asked_terms(query.text, query.language)
    unit = unit_holding(lead.hit.chunk, wanted) if wanted else None
    if unit is None:
        return None
    about = [term for term in wanted if term not in _LENDING]
    if not _tell_enough(about, query.language) and not _is_told_where_it_is_lent(lead.hit.chunk):
        return None
    merit = {hit.chunk.chunk_id: hit.rerank for hit in hits}
    first = merit.get(lead.hit.chunk.chunk_id)
    for other in evidence[1:]:
        behind = merit.get(other.hit.chunk.chunk_id)
        if first is None or behind is None or first - behind >= near:
            continue
        if unit_holding(other.hit.chunk, wanted):
            return None
    return lead if lead.unit == unit else replace(lead, unit=unit, pointed="", until=None)
