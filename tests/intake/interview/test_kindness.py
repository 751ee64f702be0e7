"""The scripted farmers of the benchmark reach the end, are asked nothing twice, and a story saves them work."""

from __future__ import annotations

from benchmarks.conversation.__main__ import STORY, mixing, muddled, plainly, play
from benchmarks.conversation.plain import grade, sentences
from tests.intake.interview.world import form


def test_nobody_is_asked_twice_or_left_without_a_way_on() -> None:
    plain = play("plain", form(), plainly)
    told = play("talkative", form(), plainly, story=STORY)
    others = [play("confused", form(), muddled), play("mixing", form(), mixing)]
    assert all((each.repeated, each.dead_ends) == (0, 0) for each in (plain, told, *others))
    assert told.messages <= 0.6 * plain.messages


def test_the_form_is_plain() -> None:
    texts = [
        text
        for control in form().questions
        for column in ("label", "hint", "guidance_hint", "constraint_message")
        if (text := form().sheets.extras(control.field.path).get(f"{column}::English (en)"))
    ]
    assert grade(part for text in texts for part in sentences(text)) <= 5
