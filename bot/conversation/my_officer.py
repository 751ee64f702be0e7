""" "Who is my officer?" from a farmer whose application runs: answered from that application, of nobody else's."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from bot.conversation import readers, status
from bot.conversation.messages import Button, Reply
from bot.conversation.notifications import his_officers, working
from bot.conversation.turn import Commit, Turn, just
from bot.conversation.wording import Html
from intake.applications import RUNNING, Application
from intake.reading.cleaning import clean, fold

_OFFICER = r"(?:loan |credit |field )?officer"
_ASKED = re.compile(
    rf"(?:(?:please |can you )?tell me )?(?:who(?:'s| is| are)? (?:my|our) {_OFFICER}s?(?: now)?|(?:what is|what's) (?:my|our) {_OFFICER}(?:'s)? name|(?:what is |what's )?(?:the )?name of (?:my|our) {_OFFICER}"
    rf"|who (?:my|our) {_OFFICER} is|which officer (?:do i have|is mine|looks after me|has my (?:application|case|file))|who (?:looks after|handles|has|is handling|works on) my (?:loan |)(?:application|case|file))"
    r"|(?:请问)?(?:谁是(?:我|我们|俺)(?:家)?的?信贷员|(?:我|我们|俺)(?:家)?的?信贷员(?:是|叫)?(?:谁|哪个|哪位|什么名字))(?:呀|啊|呢)?|(?:请问)?(?:现在)?(?:是)?谁(?:在)?(?:负责|管)我的?(?:申请|贷款)"
    r"|(?:je,? )?(?:afisa (?:wangu|wetu)(?: wa mkopo)? (?:ni|anaitwa) nani|nani (?:ni )?afisa (?:wangu|wetu)|jina la afisa (?:wangu|wetu)(?: ni nani)?|nani anashughulikia ombi langu)"
    r"|मेर[ाे] (?:लोन )?(?:अधिकारी|अफसर) कौन (?:है|हैं)|quien es mi (?:oficial|asesor|agente)(?: de credito)?|qui est mon (?:agent|conseiller)(?: de credit)?"
)


def asked(text: str) -> bool:
    """Whether the whole message asks who his officer is."""
    return _ASKED.fullmatch(fold(clean(text)).replace("’", "'").strip(" .!?,。！，？¿")) is not None


def told(turn: Turn, text: str) -> Commit | None:
    """Who has each application of his that runs; None where none does, or something else was asked."""
    if turn.staff is not None or not asked(text):
        return None
    with turn.services.reading() as connection:
        mine = turn.services.applications.by_farmer(connection, turn.user_id)
    replies = [_of(turn, one) for one in mine if one.status in RUNNING]
    return just(*replies) if replies else None


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
