"""The buttons of an application that is over begin nothing; an older Send is judged by the answers it stands under."""

from __future__ import annotations

from bot.conversation.messages import Button
from tests.bot.conversation.chat import Chat, Opener, text_of
from tests.bot.conversation.farmer import begin, fill, interview, tap

STORY = "I need 8000 to buy 12 goats, I have 4000 myself"
ENTRANCES = ("apply",)  # "Apply for a loan" begins one, whenever it is pressed
STOPS = ("a.stop", "a.dropy")


def drafts(farmer: Chat) -> object:
    with farmer.services.reading() as connection:
        return farmer.services.applications.open_draft(connection, farmer.user_id)


def applied(chat: Opener, language: str = "en") -> Chat:
    """Sent after a story, a change and every other thing that brings a button of its own."""
    farmer = chat(language)
    begin(farmer, one_by_one=False)
    farmer.send(STORY)
    tap(farmer, "a.ok", farmer.button("✅").args[0])
    fill(farmer)
    farmer.send("/cancel")
    tap(farmer, "a.stop")
    farmer.send("/apply")
    tap(farmer, "a.new")
    tap(farmer, "a.on")
    tap(farmer, "a.send", *_sends(farmer)[-1].args)
    return farmer


def _sends(farmer: Chat) -> list[Button]:
    return [one for one in farmer.buttons() if one.action == "a.send"]


def _old(farmer: Chat) -> dict[str, Button]:
    """One button of each kind that the application has left in the chat."""
    return {
        one.action: one
        for one in farmer.buttons()
        if one.action.startswith("a.") and one.action not in ENTRANCES
    }


def test_no_button_of_a_sent_application_begins_another(chat: Opener) -> None:
    farmer = applied(chat)
    old = _old(farmer)
    assert {"a.yes", "a.no", "a.one", "a.ok", "a.fix", "a.on", "a.new", "a.newy", "a.send", "a.c"} <= set(old)
    for action, button in old.items():
        said = text_of(farmer.tap(button))
        assert drafts(farmer) is None, action
        assert "what you need the money for" not in said, action
        if action not in (*STOPS, "a.no"):
            assert "TR-2026-" in said, (action, said)


def test_the_same_after_it_was_taken_back(chat: Opener) -> None:
    farmer = applied(chat)
    farmer.send("/status")
    farmer.press("Take it back")
    farmer.press("Yes, take it back")
    for action, button in _old(farmer).items():
        said = text_of(farmer.tap(button))
        assert drafts(farmer) is None, action
        if action not in (*STOPS, "a.no", "a.send"):
            assert "That application is over" in said and "You took it back" in said, (action, said)


def test_after_it_was_thrown_away_nothing_is_begun_either(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    farmer.send("/cancel")
    tap(farmer, "a.dropy", *farmer.button("Throw it away").args)
    for action, button in _old(farmer).items():
        said = farmer.tap(button)
        assert drafts(farmer) is None, action
        if action not in (*STOPS, "a.no"):
            assert "That application is over" in text_of(said) and farmer.button("Apply", among=said)


def test_a_no_after_his_yes_does_not_say_that_nothing_is_kept(chat: Opener) -> None:
    farmer = applied(chat)
    said = text_of(tap(farmer, "a.no"))
    assert "write nothing down" not in said and "/privacy" in said


def test_an_older_send_of_the_same_answers_sends_them(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer)
    farmer.send("/stop")
    farmer.send("/apply")
    tap(farmer, "a.on")
    first, *_, newest = _sends(farmer)
    assert first == newest
    assert "Your number is TR-" in text_of(farmer.tap(first))


def test_an_older_send_of_other_answers_brings_the_papers_once(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer)
    old = _sends(farmer)[-1]
    farmer.send("change the amount to 6000")
    assert interview(farmer).values()["amount"] == "6000"
    assert len(farmer.tap(old)) > 1
    [short] = farmer.tap(old)
    assert "have changed since" in short.text
    newest = _sends(farmer)[-1]
    assert newest != old and "Your number is TR-" in text_of(farmer.tap(newest))


def test_send_while_an_answer_is_being_changed_says_what_is_open(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer)
    farmer.press("✏ 3")
    said = text_of(farmer.tap(_sends(farmer)[-1]))
    assert "have changed since" not in said and "still open" in said


def test_what_waits_for_his_yes_is_not_dropped_by_an_older_send(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer)
    farmer.send("the amount is 6000 and I have 5000 myself")
    said = text_of(farmer.tap(_sends(farmer)[0]))
    assert "still open" in said and "¥6,000" in said and "¥5,000" in said
    assert drafts(farmer) is not None
