"""The link a farmer passes on to whoever shall stand for him, and what he can do while he waits for the answer."""

from __future__ import annotations

from urllib.parse import quote

from bot.conversation.messages import Button, Reply
from bot.conversation.turn import Tx
from bot.conversation.wording import Html, Wording, paragraphs, quoted
from bot.services import Services
from intake.applications import RUNNING, Application
from intake.guarantors import Guarantee, GuaranteeStatus, Link

NEW_LINK, ANOTHER, MINE = "g.new", "g.other", "g.mine"
REMINDER = "guarantor_reminder"
NAME_LETTERS = 80

Rows = tuple[tuple[Button, ...], ...]


def offer(tx: Tx, services: Services, application: Application, wording: Wording) -> None:
    """After the application is sent: the link for the guarantor it names, once."""
    asked = services.guarantors.ask(tx.connection, application)
    if asked is not None:
        pass_on(tx, services, application, *asked, wording)


def pass_on(
    tx: Tx,
    services: Services,
    application: Application,
    guarantee: Guarantee,
    link: Link,
    wording: Wording,
) -> None:
    """The link in the farmer's chat, and a word to him if no answer comes."""
    tx.reply(_link_reply(services, application, guarantee, link, wording))
    facts = {"subject": str(guarantee.guarantee_id), "stamp": guarantee.version}
    key = f"{REMINDER}:{guarantee.guarantee_id}:{guarantee.version}"
    tx.job(key, REMINDER, facts, services.guarantors.remind_at(guarantee))


def _link_reply(
    services: Services, application: Application, guarantee: Guarantee, link: Link, wording: Wording
) -> Reply:
    address = f"https://t.me/{services.bot_username}?start={link.token}"
    text = paragraphs(
        wording.say(
            "Now your guarantor {name} must say yes or no. Please send this link to {name} yourself:",
            name=shown(guarantee.named.name),
        ),
        Html(address),
        wording.say(
            "It works for one person, until {date}. I do not write to your guarantor by myself.",
            date=wording.date(link.expires_at),
        ),
    )
    words = wording.plain("I ask you to stand for my loan. Please open this and read it before you answer.")
    send = Button(wording.plain("Send the link on"), url=_share(address, words))
    return Reply(text, buttons=((send,), *ways(application, guarantee, wording)))


def _share(address: str, words: str) -> str:
    return f"https://t.me/share/url?url={quote(address, safe='')}&text={quote(words, safe='')}"


def ways(application: Application, guarantee: Guarantee, wording: Wording) -> Rows:
    """What the farmer may do now about his guarantor."""
    if application.status not in RUNNING:
        return ()
    number = (str(application.application_id),)
    rows = [(Button(wording.plain("Name somebody else"), ANOTHER, number),)]
    if guarantee.status in (GuaranteeStatus.ASKED, GuaranteeStatus.OPENED):
        rows.insert(0, (Button(wording.plain("Make a new link"), NEW_LINK, number),))
    return tuple(rows)


def shown(name: str) -> Html:
    """A person's name as another person sees it, on one line."""
    return quoted(" ".join(name.split()), NAME_LETTERS)
