"""Whether a sentence denies what another says in the same words. Told only where it is sure."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

from collections.abc import Sequence

import regex

from knowledge.language import content_terms, normalize, terms

SAME = 0.8  # of a sentence's content terms that stand in the other: they speak of one thing
FEWEST = 3  # content terms; fewer may mean anything
_CLAUSE = regex.compile(
    r"(?<!\d),|,(?!\d)|[;:—]|\b(?:and|but|while|whereas|y|pero|mientras|et|mais|na|lakini|bali)\b|和|而|但|、"
    r"|(?<![\p{L}\p{M}])(?:और|लेकिन|परंतु|मगर)(?![\p{L}\p{M}])"
)
_STATEMENT = regex.compile(r"[.!。！।][\"'”’)\]」』]*$")
_NOT = {
    "en": r"\b(?:(?:do|does|did|is|are|was|were|has|have|can|could|will|would|must|should|may|need)n['’]t|won['’]t|can['’]t|cannot|not|never|no|none|neither|nor|nobody|nothing|without)\b",
    "zh": r"不(?!动产|同|论|管|仅|但|过|断|良|便|足|满|久)|没有|无(?!论|息)|未(?!来|成年|满|婚)",
    "sw": r"\b(?:si|sio|siyo|hakuna|hamna|hapana|bila|kamwe|hana|hauna|haina|hatuna|hamna|hawana)\b|\bha(?:i|u|tu|m|wa|ki|vi|li|ya)?(?=\p{L}{4,}i\b)(?<!\bha(?=bari|tari|lali|msini|kiki|lisi|timiliki))",
    "hi": r"(?<![\p{L}\p{M}])(?:नहीं|न|मत|बिना|बगैर)(?![\p{L}\p{M}])",
    "es": r"\b(?:no|nunca|sin|ni|ning[uú]n\p{L}*|tampoco|nadie|nada)\b",
    "fr": r"\b(?:pas|jamais|aucune?|sans|ni|non)\b",
}
# Where one of these stands, "not" may turn with it: "not before …" is "only after …", "not above …" is "at most …".
_UNSURE = {
    "en": r"\b(?:if|unless|until|till|before|after|only|except|otherwise|when|who|whose|which|whoever|than|at (?:most|least)|up to|most|least|more|maximum|minimum|limit\w*|exceed\w*|over|above|within|later|instead|although)\b|\?",
    "zh": r"除|直到|之前|以前|以后|之后|才|只|仅|如果|若|否则|超过|低于|高于|少于|多于|最|至少|以内|之内|(\p{Han})不\1|[?吗]",
    "sw": r"\b(?:kama|ikiwa|iwapo|hadi|mpaka|kabla|baada|tu|pekee|isipokuwa|ila|zaidi|angalau|amba\p{L}+|\p{L}*zidi\p{L}*|juu|hu\p{L}{3,}i|\p{L}*si(?:po|yo|ye|o)\p{L}*)\b|\?",
    "hi": r"अगर|यदि|(?<![\p{L}\p{M}])(?:जब|तक|तभी|पहले|बाद|केवल|सिर्फ|सिर्फ़|अधिक|अधिकतम|न्यूनतम|ज्यादा|ज़्यादा|ऊपर|सिवाय|जो|जिन\p{M}*|जिस\p{M}*)(?![\p{L}\p{M}])|\?",
    "es": r"\b(?:si|hasta|antes|despu[eé]s|s[oó]lo|solamente|salvo|excepto|m[aá]s|sino|al menos|m[aá]xim\p{L}*|m[ií]nim\p{L}*|super\p{L}*|exced\p{L}*|cuando|quien\p{L}*|que|dentro)\b|\?",
    "fr": r"\b(?:si|s['’]il|jusqu\p{L}*|avant|apr[èe]s|seulement|sauf|plus|moins|maximum|minimum|d[ée]pass\p{L}*|lorsqu\p{L}*|quand|qui|que)\b|qu['’]|\?",
}  # fmt: skip


def clauses(sentence: str) -> list[str]:
    """The parts of a sentence between its commas and "and"s."""
    return [part for one in _CLAUSE.split(normalize(sentence)) if one and (part := one.strip())]


def is_flipped(sentence: str, told: Sequence[str], language: str) -> bool:
    """Whether every statement that says the same in other respects is negated where this is not, or the other way."""
    if language not in _NOT:
        return False
    near = [one for one in told if _STATEMENT.search(one) and _same(sentence, one, language)]
    return bool(near) and not any(_agrees(sentence, one, language) for one in near)


def _same(sentence: str, other: str, language: str) -> bool:
    said, stood = _content(sentence, language), _all_terms(other, language)
    return len(said) >= FEWEST and sum(term in stood for term in said) >= SAME * len(said)


def _agrees(sentence: str, other: str, language: str) -> bool:
    if any(_is_unsure(one, language) for one in (sentence, other)):
        return True
    return _negated(sentence, other, language) == _negated(other, sentence, language)


def _is_unsure(sentence: str, language: str) -> bool:
    folded = normalize(sentence)
    denials = regex.findall(_NOT[language], folded)
    return len(denials) > 1 or bool(regex.search(_UNSURE[language], folded))


def _negated(sentence: str, other: str, language: str) -> bool:
    """Whether a clause that is mostly about what the other says is negated."""
    stood = _all_terms(other, language)
    for clause in clauses(sentence):
        said = _content(clause, language)
        if regex.search(_NOT[language], clause) and 2 * sum(term in stood for term in said) > len(said):
            return True
    return False


def _content(sentence: str, language: str) -> list[str]:
    bare = regex.sub(_NOT[language], "", normalize(sentence))
    return content_terms(bare, language)


def _all_terms(sentence: str, language: str) -> set[str]:
    return set(terms(regex.sub(_NOT[language], "", normalize(sentence)), language))
