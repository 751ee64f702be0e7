"""Somebody tells that nobody of the staff came, called or answered: the rule alone helps him little."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import regex

from knowledge.answering.folding import bare

_EN_THEY = r"\b(?:officers?|agent|staff|he|she|they|you|you people|nobody|no ?body|no one|manager|someone)\b"
_PATTERNS = (
    rf"{_EN_THEY}(?: (?:has|have|had|did|does|do|still|just|even|will|would|is|was|yet))*(?:n'?t| not| never|(?<=nobody)|(?<=no body)|(?<=no one))(?: (?:ever|even|yet|been|has|have|did))* (?:come|came|comes|coming|show(?:ed|n)? up|turn(?:ed)? up|visit(?:s|ed)?|call(?:s|ed)?|phone[ds]?|answer(?:s|ed|ing)?|repl(?:y|ies|ied)|pick(?:s|ed)?(?: up)?|arrived?|reached)\b",
    r"(?:信贷员|业务员|工作人员|你们的?人?|主任|他|她)[^,，。！!]{0,12}(?:没有?来|没来过|不来|没有?人来|没有?上门|不接(?:我的?)?电话|不回(?:我|消息|话|信)?|没有?回(?:我|消息|话|信)|没有?联系|联系不上|没影|没见人)|(?:一直|都)?没有?人(?:来|上门|联系我|理我)",
    r"\b(?:afisa|maafisa|wakala|mfanyakazi|meneja|mtu|yeye|hakuna)\b[^.!?]{0,20}\b(?:ha(?:ja|ku|wa(?:ja|ku)?)?(?:ji|ni|tu|ki)?(?:ja|fika|jibu|piga|pigia|pokei?|onekan\w*|tembelea|nijibu|nipigia)|haji|hajibu|hapokei(?: simu)?|aliyekuja|aliyenijibu|aliyefika)\b",
    r"(?:अधिकारी|अफ\u093c?सर|एजेंट|कोई|वो|वह)(?: \S+){0,3} (?:नहीं|नही) (?:आया|आए|आये|आते|आता|पहुंच\S*|पहुँच\S*|बोल\S*|उठा\S*)|जवाब नहीं (?:दे|दिया)",
    r"\b(?:oficial|agente|asesora?|gerente|nadie|ellos)\b.{0,20}\b(?:no|nunca|jamas)? ?(?:me |nos )?(?:ha |han )?(?:venido|vino|viene|vienen|llego|llega|contesta|contestan|responde|responden|respondio|contesto|llamo|llamado)\b(?<=\b(?:no|nunca|jamas|nadie)\b.{0,30})",
    r"\b(?:agent|agente|conseiller|conseillere|personne|il|elle|chef)\b.{0,12}\b(?:n'(?:est|a|ont|appelle)|ne (?:m'|vient|viennent|repond|repondent|rappelle))\b.{0,12}(?:pas|jamais|venu|rappele|repondu)?",
)  # fmt: skip
_PATTERNS_RE = tuple(regex.compile(one) for one in _PATTERNS)
_SUPPOSED = regex.compile(
    r"\b(?:if|when|what if|kama|ikiwa|endapo|si|quand|cuando)\b|如果|要是|万一|的话|अगर|यदि"
)


def waits_in_vain(message: str) -> bool:
    """Whether it tells, and does not suppose, that somebody who should have come or answered has not."""
    said = bare(message)
    return _SUPPOSED.search(said) is None and any(one.search(said) for one in _PATTERNS_RE)
