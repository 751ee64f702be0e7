"""The words on the buttons of the menu, written instead of pressed; they work wherever the chat stands."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from bot.conversation.messages import Incoming, IncomingKind, Press
from bot.conversation.wording import N_, Wording
from intake.reading.cleaning import clean, fold
from intake.reading.words import words

CARRY_ON = "a.on"
LONGEST = 80  # letters
# What each button of the menu and each line of the command menu says; a command is written with its slash.
LABELS = (
    (N_("Apply for a loan"), "apply"),
    (N_("My applications"), "status"),
    (N_("Talk to a person"), "person"),
    (N_("Standing for a loan"), "g.mine"),
    (N_("My guarantor"), "g.mine"),
    (N_("Carry on with my application"), CARRY_ON),
    (N_("I agree after all"), "apply"),  # to the words themselves, should they have changed since
    (N_("What I can do here"), "menu"),
    (N_("What I can do"), "menu"),
    (N_("Change the language"), "/language"),
    (N_("What we keep about you"), "/privacy"),
)
# Other words for them, by language. Going on means something only where an application is unfinished.
ALSO = {
    "en": {
        "apply": "apply, apply now, apply for loan, apply loan, apply for a loan please",
        "status": "my application, my loan applications",
        CARRY_ON: "i am back, i'm back, im back, go on, continue, carry on, resume, i want to go on, want to go on, "
        "i want to continue, let us go on, let's go on, lets go on, go on with my application, "
        "continue my application, i want to carry on",
    },
    "zh": {
        "apply": "申请, 我要申请, 我要申请贷款, 我想申请贷款, 贷款申请",
        "status": "我的贷款申请, 看我的申请, 申请进度",
        CARRY_ON: "继续, 我回来了, 回来了, 继续申请, 继续填, 接着来, 接着填, 接着申请, 我想继续, 我要继续, 继续吧",
    },
    "sw": {
        "apply": "omba mkopo, naomba mkopo sasa, kuomba mkopo, nataka kuomba mkopo",
        "status": "ombi langu, maombi yangu ya mkopo",
        CARRY_ON: "endelea, nimerudi, nataka kuendelea, tuendelee, naendelea, niendelee, endelea na ombi, "
        "endelea na ombi langu, nataka kuendelea na ombi",
    },
}
# A wish to apply once more; what asks whether or when one may is left to the papers.
_AGAIN = re.compile(
    r"(?:(?:i|we) (?:want|would like|wish|need)(?: to)? |i'd like to |let me |let us )?(?:please )?"
    r"(?:re-?apply|apply(?: for (?:a|the|my) loan)? (?:again|anew|once more|one more time|another time)"
    r"|apply for (?:another|a new|a second|one more) loan|(?:start|make|begin|write) (?:a new|another) application)"
    r"(?: please| now| today)*"
    r"|(?:(?:i|we) (?:want|would like|wish|need)(?: to)?|i'd like(?: to)?|give me)(?: (?:get|have|take|borrow))?"
    r" (?:another|a new|a second|one more) loan(?: please| now| again)*"
    r"|(?:我们?|俺)?(?:现在)?(?:还)?(?:想要?|要|需要)?(?:再次?|重新|再来)(?:申请|贷|借)(?:一[次笔回下])?(?:贷?款|钱)?[了吧]?"
    r"|(?:我们?|俺)还(?:想要?|要)(?:申请|贷)(?:一[次笔回])?(?:贷?款)?"
    r"|(?:(?:mimi|tafadhali|nataka|ninataka|naomba|ningependa|nahitaji|tunataka) )*(?:omba|kuomba|niombe|kukopa)"
    r"(?: mkopo)? (?:tena|upya|mwingine|mpya|mara nyingine)(?: mkopo)?(?: tafadhali| sasa)*"
    r"|(?:nataka|ninataka|naomba|ningependa|nahitaji)(?: kupata| kuchukua)? mkopo (?:mwingine|mpya|wa pili|tena)"
    r"(?: tafadhali| sasa)*"
    r"|(?:मुझे|मैं|हमें|हम)? ?(?:(?:लोन|ऋण|कर्ज) (?:के लिए|का) )?(?:फिर से|फिर|दोबारा|दुबारा|एक बार और|नया) "
    r"(?:आवेदन|अप्लाई|अर्जी|एप्लाई)(?: (?:करना|देना|करनी|देनी|भरना))?"
    r"(?: (?:है|चाहता हूं|चाहती हूं|चाहते हैं|करें|करो))?"
    r"|(?:मुझे|हमें) (?:एक और|दूसरा|नया|फिर से|दोबारा) (?:लोन|ऋण|कर्ज) (?:चाहिए|लेना है)"
    r"|(?:(?:quiero|queremos|quisiera|me gustaria|necesito|deseo|voy a) )?(?:volver a (?:solicitar|pedir|aplicar)"
    r"|(?:solicitar|aplicar|pedir|hacer la solicitud)(?: (?:(?:el|un) )?(?:prestamo|credito))?"
    r"(?: de nuevo| otra vez| nuevamente))"
    r"(?: (?:el|un|otro) (?:prestamo|credito))?(?: por favor)?"
    r"|(?:quiero|queremos|quisiera|me gustaria|necesito)(?: (?:pedir|solicitar|sacar|hacer))? "
    r"(?:otro|otra|un nuevo|una nueva|un segundo) (?:prestamo|credito|solicitud)(?: por favor)?"
    r"|(?:je (?:veux|voudrais|souhaite|desire) |j'aimerais )?(?:re(?:faire|deposer|commencer) (?:une|la|ma) demande"
    r"|(?:faire|deposer) une (?:nouvelle|autre) demande|(?:demander|emprunter|postuler)(?: (?:un|le) (?:pret|credit))?"
    r" (?:a nouveau|de nouveau|encore(?: une fois)?))(?: (?:de|pour un) (?:pret|credit))?(?: s'il vous plait)?"
    r"|(?:je (?:veux|voudrais|souhaite)|j'aimerais|il me faut)(?: (?:avoir|prendre|demander))? "
    r"(?:un autre|un nouveau|un deuxieme|un second) (?:pret|credit)(?: s'il vous plait)?"
)
_YES_FIRST = re.compile(
    r"^(?:(?:yes|ok|okay|please|hello|hi|ndiyo|ndio|sawa|tafadhali|habari|oui|si(?=,)|हां|जी"
    r"|是的?|好的?|请|你好)[ ,.，。!！]+)+"
)


def meant(text: str, wordings: Sequence[Wording]) -> str | None:
    """The action of the button whose words these are, in any language the lender speaks."""
    if len(text) > LONGEST:
        return None
    table = {_folded(wording.plain(label)): action for wording in wordings for label, action in LABELS}
    for wording in wordings:
        for action, phrases in ALSO.get(wording.language, {}).items():
            table |= {_folded(phrase): action for phrase in words(phrases)}
    said = _folded(text)
    whole = table.get(said) or table.get(_YES_FIRST.sub("", said))
    if whole is not None:
        return whole
    asks = re.search(r"[?？]\s*$", text)
    if not asks and any(_AGAIN.fullmatch(one) for one in (said, _YES_FIRST.sub("", said))):
        return "apply"
    # "I am back, want to go on": each part says the same.
    parts = {table.get(part.strip()) for part in re.split(r"[,.;!，。；！]", said) if part.strip()}
    return parts.pop() if len(parts) == 1 else None


def as_press(incoming: Incoming, action: str, args: tuple[str, ...] = ()) -> Incoming:
    """The words as the press or the command they stand for."""
    if action.startswith("/"):
        return dataclasses.replace(incoming, kind=IncomingKind.COMMAND, command=action[1:], text="")
    return dataclasses.replace(
        incoming, kind=IncomingKind.PRESS, text="", press=Press("", action, args, message_id=None)
    )


def _folded(text: str) -> str:
    return fold(clean(text)).replace("’", "'").strip(" .!?,。！，？¡¿।")
