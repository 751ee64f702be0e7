""" "Who is my officer?" answered from the farmer's own application; where none runs, by his village."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from bot.conversation import person, readers, status
from bot.conversation.messages import Button, Reply
from bot.conversation.notifications import his_officers, working
from bot.conversation.turn import Commit, Turn, just
from bot.conversation.wording import Html
from bot.services import Services
from intake.applications import RUNNING, Application
from intake.reading.cleaning import clean, fold

_OFFICER = r"(?:loan |credit |field )?officer"
_ASKED = re.compile(
    rf"(?:(?:please |can you )?tell me )?(?:who(?:'s| is| are)? (?:my|our) {_OFFICER}s?(?: now)?|(?:what is|what's) (?:my|our) {_OFFICER}(?:'s)? name|(?:the |my |our )?{_OFFICER}(?:'s)? name|(?:what is |what's )?(?:the )?name of (?:my|our) {_OFFICER}"
    rf"|who (?:my|our) {_OFFICER} is|which officer (?:do i have|is mine|looks after me|has my (?:application|case|file))|who (?:looks after|handles|has|is handling|works on) my (?:loan |)(?:application|case|file))"
    r"|(?:请问)?(?:谁是(?:我|我们|俺)(?:家)?的?信贷员|(?:我|我们|俺)(?:家)?的?信贷员(?:是|叫)?(?:谁|哪个|哪位|什么名字))(?:呀|啊|呢)?|(?:请问)?(?:现在)?(?:是)?谁(?:在)?(?:负责|管)我的?(?:申请|贷款)"
    r"|(?:je,? )?(?:afisa (?:wangu|wetu)(?: wa mkopo)? (?:ni|anaitwa) nani|nani (?:ni )?afisa (?:wangu|wetu)|jina la afisa (?:wangu|wetu)(?: ni nani)?|nani anashughulikia ombi langu)"
    r"|मेर[ाे] (?:लोन )?(?:अधिकारी|अफसर) कौन (?:है|हैं)|quien es mi (?:oficial|asesor|agente)(?: de credito)?|qui est mon (?:agent|conseiller)(?: de credit)?"
)

_OF_A_VILLAGE = (
    rf"(?:please )?(?:who(?:'s| is| are)?|what is the name of|name of) (?:the )?{_OFFICER}s? (?:of|for|in|at) (?:the )?(?:village (?:of )?)?VILLAGE(?: village)?",
    rf"(?:please )?(?:who(?:'s| is| are)?) (?:the )?VILLAGE(?:'s)? {_OFFICER}",
    r"VILLAGE的?信贷员(?:是|叫)?(?:谁|哪个|哪位|什么名字|什么)(?:呀|啊|呢)?",
    r"(?:je,? )?afisa wa (?:kijiji cha )?VILLAGE (?:ni|anaitwa) nani|nani (?:ni )?afisa wa (?:kijiji cha )?VILLAGE|jina la afisa wa VILLAGE(?: ni nani)?",
)


def asked(text: str) -> bool:
    """Whether the whole message asks who his officer is."""
    return _ASKED.fullmatch(_plain(text)) is not None


def _plain(text: str) -> str:
    return fold(clean(text)).replace("’", "'").strip(" .!?,。！，？¿")


def told(turn: Turn, text: str) -> Commit | None:
    """Who has each application of his that runs; where none does, who is there for his village. None: not asked."""
    if turn.staff is not None:
        return None
    if named := village_asked(turn.services, text):
        return of_village(turn, named)
    if not asked(text):
        return None
    with turn.services.reading() as connection:
        mine = turn.services.applications.by_farmer(connection, turn.user_id)
    replies = [_of(turn, one) for one in mine if one.status in RUNNING]
    if replies:
        return just(*replies)
    village = person.village_of(turn)
    return of_village(turn, village) if village else just(person.village_question(turn, person.TO_NAME))


def village_asked(services: Services, text: str) -> str:
    """Which of our villages the message asks the officer of; "" where it asks nothing of the kind."""
    said = _plain(text)
    for village in services.lender.villages:
        for name in village.names.values():
            there = re.escape(_plain(name))
            if any(re.fullmatch(one.replace("VILLAGE", there), said) for one in _OF_A_VILLAGE):
                return village.village_id
    return ""


def of_village(turn: Turn, village: str) -> Commit:
    """Whom a farmer of that village has as his officer; "" where it is none of ours."""
    with turn.services.reading() as connection:
        officers = readers.officers_for(connection, turn.services, village, turn.user_id)
    if officers:
        text = turn.say(
            "For {village} the officer is {officers}. When you apply, you hear who looks after your application.",
            village=readers.village_name(turn.services, village, turn.language),
            officers=readers.names(officers),
        )
    else:
        text = turn.say(
            "I know of no officer for your village. The branch answers you: {phone}",
            phone=turn.services.lender.phone,
        )
    write = Button(turn.plain("Talk to a person"), person.PERSON)
    apply = Button(turn.plain("Apply for a loan"), "apply")
    return just(Reply(text, buttons=((write,), (apply,))))


def _of(turn: Turn, application: Application) -> Reply:
    write = Button(turn.plain("Write to my officer"), status.MESSAGE, (str(application.application_id),))
    return Reply(_who(turn, application), buttons=((write,),))


def _who(turn: Turn, application: Application) -> Html:
    services, reference = turn.services, application.reference
    with services.reading() as connection:
        at_work = working(connection, services, application)
        may = his_officers(connection, services, application)
    if at_work:
        names = readers.names(at_work)
        return turn.say(
            "{officer} looks after your application {reference}.", officer=names, reference=reference
        )
    village = readers.village_name(services, application.village, turn.language)
    if may:
        return turn.say(
            "Nobody has taken up your application {reference} yet. It waits for {officers}, for {village}.",
            reference=reference,
            officers=readers.names(may),
            village=village,
        )
    return turn.say(
        "Nobody has taken up your application {reference} yet. It waits at the branch, for {village}.",
        reference=reference,
        village=village,
    )
