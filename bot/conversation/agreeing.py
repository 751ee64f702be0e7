"""A yes or a no in a few words: "no i dont want", "sitaki", "我不愿意", "changed my mind, yes"."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from intake.interview.answering import yes_or_no
from intake.reading import LenderLocale
from intake.reading.cleaning import clean, fold

LONGEST = 60  # letters
_OBJECT = r"(?: (?:to|it|this|that|for|the|a|so|him|her|be|do|stand|want|agree|accept|guarantee|guarantor|loan|anymore|any more|now|with|at all))*"
_SW_OBJECT = r"(?: (?:kumdhamini|kudhamini|kusimama|kusimamia|kuwa|mdhamini|mkopo|huu|hili|hiyo|hayo|kabisa|kwa|ajili|yake|wa|ya|tena|asante))*"
_ZH_OBJECT = r"(?:给他|给她|为他|为她|替他|当|做|担保人?|保人|这笔|这个|贷款|了|他|她)*"
REFUSES = re.compile(
    r"(?:(?:no|nope|ok|then)[, ]+)*(?:keep|leave) (?:it|everything|that|all)(?: as it (?:is|was))?|never ?mind|don'?t(?: do (?:it|that))?"
    r"|(?:那)?(?:先)?不(?:撤回?|删除?|扔|取消|退|撤销)(?:它|掉)?了?|留着(?:吧)?|算了"
    r"|(?:hapana[, ]+)?(?:acha(?: tu)?|liache|yaache|usiondoe|usifute|usiliondoe)"
    rf"|(?:(?:no|nope|sorry)[, ]+)*(?:i )?(?:(?:do not|don'?t|will not|won'?t|can ?not|can'?t|would not|no longer) ?(?:want|agree|accept|like|wish|stand|do)|refuse|decline|disagree){_OBJECT}"
    rf"|(?:(?:hapana|la|samahani)[, ]+)*(?:sitaki|staki|sikubali|sikubaliani|nakataa|ninakataa|nimekataa|sitamdhamini|simdhamini){_SW_OBJECT}"
    rf"|(?:不[,，]?)?我?(?:不想|不愿意?|不肯|不同意|不要|不担保|不答应|拒绝|不能担保){_ZH_OBJECT}"
)
AGREES = re.compile(
    rf"(?:(?:yes|ok|okay|sure)[, ]+)*i (?:do |will )?(?:agree|accept|stand for|want to stand){_OBJECT}|agreed"
    rf"|(?:(?:ndiyo|ndio|sawa)[, ]+)*(?:nakubali|ninakubali|nimekubali|nakubaliana|nitamdhamini|namdhamini){_SW_OBJECT}"
    rf"|(?:(?:是的?|好的?|行)[,，]?)?我?(?:同意|愿意|答应|接受){_ZH_OBJECT}"
)
CHANGED = re.compile(
    r"^(?:sorry[, ]+)?(?:i(?:'ve| have)? ?)?changed? my mind[,.: ]*|^(?:samahani[, ]+)?nimebadili(?:sha)? (?:mawazo|nia)[,.: ]*|^我?改(?:变)?主意了?[,，。 ]*"
)


# Said to "shall I take it back?": not now, and so not at all; and that it shall be done.
_NOT_NOW = re.compile(
    r"(?:(?:no|nope|oh|please|sorry|hapana|la|samahani|tafadhali|不|别|non|नहीं|रुको)[,.!，。 ]*)*"
    r"(?:wait(?: (?:a (?:bit|minute|moment)|please|first))*|hold on|not (?:now|yet)|one moment|later|(?:let me|i (?:will|must|want to|need to)|i'll) think(?: (?:first|about it|again))*|no no|stop"
    r"|subiri(?:ni)?(?: (?:kwanza|kidogo|tafadhali))*|ngoja(?: (?:kwanza|kidogo|tafadhali))*|bado(?: kwanza)?|baadaye|nifikirie(?: kwanza| kidogo)*|nitafikiria|simama"
    r"|(?:先)?等(?:等|一下|一会儿?|会儿?|下)|慢着|先别(?:撤|删|扔|动|取消)?|别(?:撤|删|扔|动|取消)?|不急|我?(?:再|先)?(?:想想|考虑一下|考虑考虑)|以后再说"
    r"|ruko|rukiye|thahro|रुको|रुकिए|ठहरो|अभी नहीं|espera|espere|todavia no|aun no|attends|attendez|pas encore|un moment)"
    r"(?:[,.!，。 ]*(?:no|please|sir|tafadhali|kwanza|hapana|不|吧))*"
)
_DO_IT = re.compile(
    r"(?:(?:yes|yeah|ok|okay|sure|please|ndiyo|ndio|sawa|naam|tafadhali|是的?|对|好的?|嗯|行|si|oui|हाँ|हां|जी)[,.!，。 ]*)+"
    r"(?:(?:please |just |i want (?:to )?|you can )*(?:withdraw|take|cancel|remove)(?: (?:it|that|this|my|the|application|loan|back|now|please))*"
    r"|(?:li|i|ya|u)?(?:ondoe|ondoa|niondolee|liondoeni|ondoeni)(?: (?:ombi|langu|hilo|hili|tafadhali|sasa))*|撤回?(?:吧|了|掉)?|撤销(?:吧|了)?|取消(?:吧|了)?)"
)


def holds_back(text: str) -> bool:
    """Whether somebody who is asked once more before something is undone wants to wait: it stays."""
    return len(text) <= LONGEST and _NOT_NOW.fullmatch(_folded(text)) is not None


def goes_through(text: str) -> bool:
    """Whether he says yes, and names taking back: "yes withdraw it"."""
    return len(text) <= LONGEST and _DO_IT.fullmatch(_folded(text)) is not None


def plainly(text: str, language: str) -> bool | None:
    """A yes or no that says of itself what is agreed to or refused; a bare "yes" or "no" is none."""
    said, whole = CHANGED.subn("", _folded(text))[0], _folded(text)
    if len(whole) > LONGEST:
        return None
    if REFUSES.fullmatch(said):
        return False
    if AGREES.fullmatch(said):
        return True
    return None


def agrees(text: str, language: str, locale: LenderLocale) -> bool | None:
    """A clear yes or no to what was asked last, or neither."""
    explicit = plainly(text, language)
    if explicit is not None:
        return explicit
    rest = CHANGED.sub("", _folded(text))
    return (
        yes_or_no(rest, language, locale)
        if rest and len(text) <= LONGEST
        else yes_or_no(text, language, locale)
    )


def _folded(text: str) -> str:
    return fold(clean(text)).replace("’", "'").strip(" .!,。！，")
