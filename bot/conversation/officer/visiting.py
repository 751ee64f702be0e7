"""The visit: its day by button or by word, and on the spot photos and the place."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.conversation.application.uploads import no_room
from bot.conversation.lending import locale, today
from bot.conversation.messages import Button, IncomingKind, Reply
from bot.conversation.officer import steps
from bot.conversation.officer.deeds import do, find, hindrance, why_not
from bot.conversation.officer.steps import Facts, never_mind_row
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import N_, clean, lines
from bot.locale import read_days
from intake.applications import Action, prepare_photo
from intake.errors import IntakeError, Refused
from intake.reading.cleaning import fold
from intake.review import StaffMember, rights

DAY = "o.on"
LONGEST_CAPTION = 1000  # Telegram's own limit is 1024
PHOTOS_PATH = "visit"  # where a visit's photos stand in the file
# A time of the day beside the day: "10am", "at 3", "10:30", 上午, 三点, "saa nne", "asubuhi".
HOUR = re.compile(
    r"\b\d{1,2}[:h]\d{2}\b|\b\d{1,2} ?(?:am|pm|a\.m|p\.m|h|hrs|o'?clock)\b|\bat \d{1,2}\b(?![-/.])"
    r"|\b(?:morning|noon|afternoon|evening|saa|asubuhi|mchana|alasiri|jioni)\b"
    r"|[上下中]午|早[上晨]|傍晚|晚上|[\d一二两三四五六七八九十]点"
)
DAYS = ((0, N_("Today")), (1, N_("Tomorrow")), (2, N_("In two days")), (7, N_("In a week")))


def ask_day(turn: Turn, member: StaffMember, args: tuple[str, ...]) -> Commit:
    """Which day; a set visit is moved the same way."""
    if stop := hindrance(turn, member, Action.SET_VISIT, int(args[0])):
        return stop
    application = find(turn.services, args[0])
    assert application is not None  # looked at just now
    place, start = (args[0], str(application.version)), today(turn.services, turn.now)
    quick = [_day_button(turn, place, start + timedelta(days=days), text) for days, text in DAYS]
    text = turn.say("Which day? Press one, or write a date.")
    rows = (tuple(quick[:2]), tuple(quick[2:]), never_mind_row(turn, args[0]))
    reply = Reply(lines(steps.about(application), text), buttons=rows)
    return steps.waiting(turn, reply, {"verb": "o.day", "id": args[0], "version": place[1]})


def typed_day(turn: Turn, member: StaffMember, facts: Facts, words: str) -> Commit:
    """A day in words: set if it is clear, asked about if it may mean several."""
    days = read_days(words, turn.language, locale(turn.services, turn.now))
    if days.clear:
        hour = HOUR.search(fold(clean(words)))
        return _visit(turn, member, int(facts["id"]), days.clear, hour=hour is not None)
    if not days.may:
        return just(Reply(turn.say("I could not read that as a day. Write it such as 2026-03-15.")))
    rows = tuple((_day_button(turn, (facts["id"], facts["version"]), day),) for day in days.may[:4])
    text = turn.say("Which day do you mean?")
    return just(Reply(text, buttons=(*rows, never_mind_row(turn, facts["id"]))))


def on_day(turn: Turn, member: StaffMember, args: tuple[str, ...]) -> Commit:
    """A day was pressed."""
    return _visit(turn, member, int(args[0]), date.fromisoformat(args[2]), int(args[1]))


def _day_button(turn: Turn, place: tuple[str, str], day: date, text: str | None = None) -> Button:
    return Button(turn.plain(text) if text else turn.wording.date(day), DAY, (*place, day.isoformat()))


def _visit(
    turn: Turn,
    member: StaffMember,
    application_id: int,
    on: date,
    version: int | None = None,
    *,
    hour: bool = False,
) -> Commit:
    """Set the day; of an `hour` that he wrote he hears that nobody was told it."""
    review = turn.services.review
    done = turn.say("The visit is set for {day}. The farmer has been told.", day=turn.wording.date(on))
    only_day = turn.say("I keep the day alone, not the hour: write the hour to the farmer yourself.")
    return do(
        turn,
        Action.SET_VISIT,
        application_id,
        lambda connection: review.set_visit(connection, member.user_id, application_id, on, version),
        lines(done, only_day) if hour else done,
    )


# on the spot


def on_the_spot(turn: Turn, member: StaffMember, facts: Facts) -> Commit | None:
    """A photo or the place, while the visit is being recorded."""
    if facts["verb"] != "o.seen":
        return None
    if turn.incoming.kind is IncomingKind.PHOTO:
        return _photo(turn, member, facts)
    return _place(turn, facts)


def _place(turn: Turn, facts: Facts) -> Commit:
    place = turn.incoming.location
    assert place is not None  # the room looked

    reply = Reply(turn.say("I keep the place with the visit. Now write what you saw."))
    return steps.waiting(turn, reply, {**facts, "place": [place.latitude, place.longitude]})


def _photo(turn: Turn, member: StaffMember, facts: Facts) -> Commit:
    assert turn.incoming.file is not None  # the room looked
    services = turn.services
    if not services.room_for_files():
        return steps.waiting(turn, Reply(no_room(turn)), facts)
    turn.busy()
    try:
        photo = prepare_photo(services.download(turn.incoming.file))
    except Refused as error:
        found = error
        return lambda tx: steps.waiting(turn, Reply(why_not(turn, tx, found)), facts)(tx)

    def commit(tx: Tx) -> None:
        try:
            application = services.applications.store.get(tx.connection, int(facts["id"]))
            rights.require_worker(member, application)
        except IntakeError as error:
            tx.reply(Reply(why_not(turn, tx, error)))
            return
        services.applications.attachments.add(
            tx.connection,
            application.draft_id,
            PHOTOS_PATH,
            photo,
            caption=clean(turn.text, LONGEST_CAPTION) or member.name,
        )
        services.applications.record(tx.connection, application, member.actor, "photo")
        kept = turn.say("The photo is in the file. Send another, or write what you saw.")
        steps.waiting(turn, Reply(kept), facts)(tx)

    return commit


HEARD: dict[str, steps.Heard] = {"o.day": typed_day}
