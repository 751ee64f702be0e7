"""What a rehearsal found, as the admin sees it: the summary, and the answers that change side by side."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.conversation.admin.publishing import DISCARD, PUBLISH
from bot.conversation.admin.terms import AUDIENCES
from bot.conversation.messages import Button, Reply
from bot.conversation.turn import Commit, Turn, just
from bot.conversation.wording import N_, Html, Wording, bold, lines, native_name, paragraphs, quoted
from knowledge.rehearsal import Effect

PAGE = "d.page"
STATE = "rehearsal"
LONGEST = 700  # letters of an answer on a page

EFFECTS = {
    Effect.CHANGED: N_("the answer changes"),
    Effect.APPEARED: N_("an answer appears"),
    Effect.VANISHED: N_("the answer vanishes"),
    Effect.MOVED: N_("the same words, from another passage"),
}
Facts = Mapping[str, Any]


def page(turn: Turn, number: str) -> Commit:
    """One changed answer side by side, or the summary again."""
    kept = turn.state.get(STATE)
    if not kept or "unasked" not in kept:  # or rehearsed before these were kept
        return just(Reply(turn.say("This rehearsal is no longer at hand. Please start it again.")))
    edit = turn.incoming.press.message_id if turn.incoming.press else None
    place = int(number) if number.isdecimal() else -1
    if not 0 <= place < len(kept["rows"]):
        return just(summary(turn.wording, kept, edit=edit))
    return just(_side_by_side(turn.wording, kept, place, edit))


def summary(wording: Wording, kept: Facts, *, edit: int | str | None) -> Reply:
    """What the rehearsal found, in numbers, with what to look at before it is published."""
    counts, audience = kept["counts"], AUDIENCES[kept["audience"]]
    text = paragraphs(
        lines(
            bold(wording.plain("Rehearsal: {title}", title=kept["title"])),
            wording.say(audience),
            wording.say("In force from {day}", day=wording.date(date.fromisoformat(kept["from"]))),
        ),
        _counted(wording, kept)
        if kept["asked"]
        else wording.say("There is no question to rehearse with yet."),
        wording.say(
            "Right answers: {before} of {whole} now, {after} of {whole} then.",
            before=kept["right_before"],
            after=kept["right_after"],
            whole=kept["judged"],
        )
        if kept["judged"]
        else "",
        wording.count(
            "⚠ {n} answer that is right now would be wrong. Look at it first.",
            "⚠ {n} answers that are right now would be wrong. Look at them first.",
            kept["regressions"],
        )
        if kept["regressions"]
        else "",
        _figures(wording, kept),
        wording.say("⚠ The file of golden questions has a fault. Tell who runs the bot.")
        if kept["fault"]
        else "",
    )
    look = ((Button(wording.plain("See what changes ({count})", count=len(kept["rows"])), PAGE, ("0",)),),)
    rows = look if any(counts[effect] for effect in EFFECTS) else ()
    return Reply(text, buttons=(*rows, _decide(wording, kept)), edit=edit)


def _counted(wording: Wording, kept: Facts) -> Html:
    counts = kept["counts"]
    same = counts[Effect.UNCHANGED] + counts[Effect.STILL_UNANSWERED]
    return lines(
        wording.count("{n} question asked", "{n} questions asked", kept["asked"]),
        wording.say("✏️ other answer: {count}", count=counts[Effect.CHANGED]),
        wording.say("➕ answered only then: {count}", count=counts[Effect.APPEARED]),
        wording.say("➖ no longer answered: {count}", count=counts[Effect.VANISHED]),
        wording.say("↪️ same words, another passage: {count}", count=counts[Effect.MOVED])
        if counts[Effect.MOVED]
        else "",
        wording.say("As before: {count}", count=same),
    )


def _figures(wording: Wording, kept: Facts) -> Html:
    """The figures that no question has shown, and those that another document gives as they were."""
    unasked = [
        wording.say(
            "• {section}: {old} → {new}",
            section=quoted(one["place"], 80),
            old=quoted(one["old"] or "–"),
            new=quoted(one["new"] or "–"),
        )
        for one in kept["unasked"]
    ]
    more = kept["unasked_count"] - len(unasked)
    rest = wording.count("… and {n} more", "… and {n} more", more) if more else ""
    head = wording.say("⚠ These figures change, but no question asked for them:") if unasked else ""
    still = [
        wording.say(
            "⚠ “{title}” still says {old}: {place}",
            title=one["still"],
            old=quoted(one["old"]),
            place=quoted(one["place"], 80),
        )
        for one in kept["contradicted"]
    ]
    return paragraphs(lines(head, *unasked, rest), lines(*still))


def _side_by_side(wording: Wording, kept: Facts, place: int, edit: int | None) -> Reply:
    row = kept["rows"][place]
    judgement, effect = JUDGEMENTS.get(row["judgement"]), EFFECTS[Effect(row["effect"])]
    head = wording.say(
        "{number} of {whole} · {effect} · {language}",
        number=place + 1,
        whole=len(kept["rows"]),
        effect=wording.say(effect),
        language=native_name(row["language"]),
    )
    text = paragraphs(
        head,
        bold(quoted(row["question"])),
        _side(wording, wording.say("Now:"), row["before"]),
        _side(wording, wording.say("Then:"), row["after"]),
        wording.say(judgement) if judgement else "",
    )
    turning = []
    if place:
        turning.append(Button("◀", PAGE, (str(place - 1),)))
    if place + 1 < len(kept["rows"]):
        turning.append(Button("▶", PAGE, (str(place + 1),)))
    back = (Button(wording.plain("Back to the summary"), PAGE, ("-",)),)
    rows = (*((tuple(turning),) if turning else ()), back, _decide(wording, kept))
    return Reply(text, buttons=rows, edit=edit)


JUDGEMENTS = {
    "worse": N_("⚠ It is right now and would be wrong."),
    "better": N_("✓ It is wrong now and would be right."),
}


def _side(wording: Wording, head: Html, answer: Mapping[str, str]) -> Html:
    if not answer["text"]:
        return lines(head, wording.say("no answer"))
    return lines(
        head, quoted(answer["text"], LONGEST), quoted(answer["where"], 200) if answer["where"] else ""
    )


def _decide(wording: Wording, kept: Facts) -> tuple[Button, ...]:
    return (
        Button(wording.plain("Publish"), PUBLISH, (kept["draft"], kept["mark"])),
        Button(wording.plain("Throw it away"), DISCARD, (kept["draft"],)),
    )
