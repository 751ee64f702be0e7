"""One question at a time, every way back, out and around."""

# ruff: noqa: E501 - tables of examples

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import pytest

from intake.forms import QuestionKind
from intake.interview import (
    Accepted,
    Ambiguous,
    Code,
    Command,
    CommandKind,
    Interview,
    LooksLikeQuestion,
    Problem,
    Prompt,
    ReadyToSubmit,
    Refused,
    Story,
    Utterance,
)
from tests.intake.interview.world import LOCALE, answer_all, asked, form, interview, say


def prompt(talk: Interview) -> Prompt:
    found = talk.prompt()
    assert isinstance(found, Prompt)
    return found


def test_consent_is_given_before_and_the_work_is_asked_first() -> None:
    first = prompt(interview())
    assert (first.name, first.kind, first.can_back, first.can_skip) == (
        "trade",
        QuestionKind.SELECT_ONE,
        False,
        False,
    )
    assert len(first.choices) == 7 and first.why


def test_answers_are_read_and_said_back() -> None:
    talk = interview()
    heard = [
        say(talk, text) for text in ("keeping animals", "12 goats and a pen", "thirty", "10 years", "8k")
    ]
    shown = [one.echo.shown for one in heard if isinstance(one, Accepted)]
    assert shown == ["Keeping animals", "12 goats and a pen", "30", "10", "8000"]
    assert isinstance(heard[1], Accepted) and [one.shown for one in heard[1].besides] == ["goats", "12"]
    assert asked(talk) == "own_funds"


def test_a_doubt_is_asked_with_the_values_of_its_buttons() -> None:
    talk = interview()
    talk.correct("/data/amount")
    heard = say(talk, "5 to 6 thousand")
    assert isinstance(heard, Ambiguous) and [c.value for c in heard.candidates] == ["5000", "6000"]
    assert isinstance(talk.hear(Utterance(value="6000")), Accepted)
    assert talk.values()["amount"] == "6000"


def test_half_a_month_is_asked() -> None:
    talk = interview()
    talk.correct("term_months")
    assert isinstance(heard := say(talk, "one and a half months"), Ambiguous)
    assert [c.value for c in heard.candidates] == [1, 2]
    assert isinstance(say(talk, "a year and a half"), Accepted) and talk.values()["term_months"] == "18"


def test_land_is_kept_in_the_lenders_unit() -> None:
    talk = interview()
    say(talk, "crop")
    talk.correct("land_area")
    say(talk, "half an acre")
    assert talk.values()["land_area"] == "3.0351"


def test_months_may_be_a_range() -> None:
    talk = interview()
    talk.correct("income_months")
    say(talk, "November to January")
    assert talk.values()["income_months"] == "m11 m12 m01"


def test_a_question_in_the_middle_changes_nothing() -> None:
    talk = interview()
    for text in ("how much can I borrow?", "what is the interest rate", "do I need a guarantor?"):
        assert isinstance(say(talk, text), LooksLikeQuestion)
    assert asked(talk) == "trade"
    talk_zh = interview("zh")
    assert isinstance(say(talk_zh, "利息是多少？"), LooksLikeQuestion)
    assert isinstance(say(talk_zh, "我要先问一下 要不要担保人"), LooksLikeQuestion)
    assert isinstance(say(talk, "whats a guarantor"), LooksLikeQuestion)
    assert isinstance(say(interview("sw"), "riba ni kiasi gani?"), LooksLikeQuestion)


def test_back_and_forth() -> None:
    talk = interview()
    say(talk, "livestock")
    say(talk, "a new pen")
    back = talk.back()
    assert (
        isinstance(back, Prompt)
        and back.name == "purpose"
        and back.present
        and back.present.shown == "a new pen"
    )
    assert back.can_skip
    assert isinstance(talk.skip(), Prompt) and asked(talk) == "animals"
    talk.back()
    talk.back()
    assert asked(talk) == "trade" and not prompt(talk).can_back
    talk.hear(Utterance(keep=True))
    assert talk.values()["trade"] == "livestock"


def test_required_questions_are_not_skipped() -> None:
    talk = interview()
    assert isinstance(refused := talk.skip(), Refused) and refused.code == "required"
    assert asked(talk) == "trade"


def test_a_change_of_mind_reopens_only_what_became_invalid() -> None:
    talk = interview(checks=HalfOwn())
    answer_all(talk, own_funds="4000")
    command = talk.command("change the amount to 25000")
    assert command == Command(CommandKind.CHANGE, "/data/amount", "25000")
    talk.correct(str(command.path))
    heard = say(talk, command.rest)
    assert isinstance(heard, Accepted) and [one.path for one in heard.reopened] == ["/data/own_funds"]
    assert asked(talk) == "own_funds"
    assert isinstance(say(talk, "13000"), Accepted)
    assert asked(talk) == "guarantor_name"
    talk.correct("amount")
    say(talk, "8000")
    assert isinstance(talk.prompt(), ReadyToSubmit)


def test_what_is_hidden_comes_back_when_it_applies_again() -> None:
    talk = interview()
    answer_all(talk)
    talk.correct("trade")
    say(talk, "crop")
    assert asked(talk) == "purpose" and "animals" not in talk.values()
    talk.correct("trade")
    say(talk, "livestock")
    assert talk.values()["animals"] == "goats" and talk.values()["purpose"] == "12 goats"


class HalfOwn:
    """A lender who wants half as much of the farmer's own as he lends."""

    def check(self, path: str, value: str, values: Mapping[str, str]) -> Sequence[Problem]:
        if path.endswith("own_funds") and float(value) * 2 < float(values.get("amount", 0)):
            return [Problem("own_funds_below", {"least": "half"})]
        if path.endswith("amount") and float(value) > 50000:
            return [Problem("large", {}, blocking=False)]
        return []


def test_the_lenders_limits_are_checked_as_he_answers() -> None:
    talk = interview(checks=HalfOwn())
    talk.correct("amount")
    assert isinstance(large := say(talk, "60000"), Accepted) and large.warnings[0].code == "large"
    talk.correct("own_funds")
    assert isinstance(refused := say(talk, "100"), Refused) and refused.code == "own_funds_below"
    assert "own_funds" not in talk.values() and asked(talk) == "own_funds"


def test_the_forms_own_message_is_passed_on() -> None:
    talk = interview("sw")
    talk.correct("amount")
    refused = say(talk, "-5")
    assert isinstance(refused, Refused) and refused.form_message == "Tafadhali andika kiasi kikubwa kuliko 0."


def test_presses_shares_and_pictures() -> None:
    talk = interview()
    assert isinstance(talk.hear(Utterance(choice="livestock")), Accepted)
    assert isinstance(wrong := talk.hear(Utterance(photo="p1")), Refused) and wrong.code == Code.WRONG_KIND
    for path, utterance in (
        ("phone", Utterance(contact="+8613812345678")),
        ("home_location", Utterance(location=(30.2, 120.1))),
        ("site_photo", Utterance(photo="photo-7")),
        ("first_payment", Utterance(date="2026-06-01")),
    ):
        talk.correct(path)
        assert isinstance(talk.hear(utterance), Accepted), path
    assert talk.values()["home_location"] == "30.2 120.1 0 0"
    talk.correct("site_photo")
    assert isinstance(say(talk, "here it is"), Refused)


def test_a_plain_no_leaves_open_what_may_be_left_open() -> None:
    talk = interview()
    for name in ("site_photo", "remarks", "first_payment", "home_location"):
        talk.correct(name)
        assert say(talk, "no") == Command(CommandKind.SKIP), name


def test_a_returning_farmer_only_confirms() -> None:
    talk = interview(
        known={"village": "goat-hill", "full_name": "Amina Juma", "amount": "9000", "phone": "+8613812345678"}
    )
    assert {item.name: item.shown for item in talk.answers.on_file()} == {
        "village": "Goat Hill", "full_name": "Amina Juma", "phone": "+8613812345678",
    }  # fmt: skip
    talk.correct("full_name")
    assert prompt(talk).known
    assert isinstance(say(talk, "yes"), Accepted) and talk.values()["full_name"] == "Amina Juma"
    talk.correct("village")
    say(talk, "no")
    assert prompt(talk).known is None and "village" not in talk.values()
    talk.correct("phone")
    say(talk, "13912345678")
    assert talk.values()["phone"] == "+8613912345678"


@pytest.mark.parametrize("words", ["no", "No, it has changed"])
def test_a_no_to_a_no_on_file_is_asked_again(words: str) -> None:
    """ "Last time you told us: No. Is that still right?" - "No" may mean either."""
    talk = interview(known={"has_debts": "no"})
    talk.correct("has_debts")
    assert prompt(talk).known
    say(talk, words)
    assert asked(talk) == "has_debts" and prompt(talk).known is None and "has_debts" not in talk.values()
    assert isinstance(say(talk, "no"), Accepted) and talk.values()["has_debts"] == "no"


def test_a_saved_interview_goes_on_in_another_language() -> None:
    talk = interview("en")
    say(talk, "livestock")
    say(talk, "a new pen")
    say(talk, "goats")
    saved = json.loads(json.dumps(talk.save()))
    later = Interview.restore(form(), saved, language="zh", locale=LOCALE)
    assert asked(later) == "animals_buy" and "山羊" in prompt(later).text
    assert later.progress() == talk.progress()
    back = later.back()
    assert isinstance(back, Prompt) and back.name == "animals"


def test_the_summary_and_the_end() -> None:
    talk = interview()
    answer_all(talk)
    assert isinstance(talk.prompt(), ReadyToSubmit) and talk.finished()
    items = {item.name: item.shown for item in talk.summary()}
    assert items["trade"] == "Keeping animals" and items["income_months"] == "September, October"
    assert isinstance(say(talk, "what happens now?"), LooksLikeQuestion)
    assert isinstance(say(talk, "hm"), Refused)


def test_a_story_in_the_middle() -> None:
    talk = interview()
    heard = say(talk, "goats")
    assert isinstance(heard, Story)
    assert {item.item.name for item in heard.understood.items} >= {"trade", "animals"}
    assert talk.values() == {"consent": "OK"}


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [("en", "go back", "back"), ("en", "I don't know", "dont_know"), ("en", "why do you ask?", "why"), ("en", "Talk to a person", "person"),
     ("en", "start agian", "start_again"), ("en", "stop", "stop"), ("en", "how many questions left", "status"), ("zh", "上一题", "back"),
     ("zh", "为什么问这个？", "why"), ("zh", "不知道", "dont_know"), ("zh", "跳过吧", "skip"), ("zh", "转人工", "person"), ("zh", "改金额", "change"),
     ("sw", "rudi nyuma", "back"), ("sw", "sijui", "dont_know"), ("sw", "kwa nini unauliza?", "why"), ("sw", "badilisha kiasi", "change"),
     ("sw", "nataka kuongea na mtu", "person"), ("hi", "पता नहीं", "dont_know"), ("hi", "वापस", "back"), ("es", "no sé", "dont_know"),
     ("fr", "je ne sais pas", "dont_know"), ("zh", "help", "help"), ("en", "the amount is wrong", "change"), ("en", "summary", "summary")],
)  # fmt: skip
def test_commands_in_words(language: str, text: str, kind: str) -> None:
    command = interview(language).command(text)
    assert command and command.kind == kind


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "a pen for goats"), ("en", "8000"), ("en", "Stephen Back"), ("en", "yes"), ("en", "no"), ("en", "I will stop the flood with a wall"), ("zh", "羊"),
     ("zh", "三千"), ("sw", "mbuzi"), ("sw", "ndiyo"), ("en", "change of crops on the south field")],
)  # fmt: skip
def test_answers_are_not_taken_for_commands(language: str, text: str) -> None:
    assert interview(language).command(text) is None


NAUGHTY = [
    "\x00",
    "a\x00b",
    "\ud800",
    "x\udfff y",
    "\u202eabc",
    "\u200b",
    "\ufeff",
    "🐐" * 50,
    "<b>&amp;",
    "' OR 1=1 --",
    "é" * 9000,
    "x" * 100_000,
    "\r\n",
    "٣٤٥",
    "１２",
]


@pytest.mark.parametrize("text", NAUGHTY)
def test_naughty_text_is_kept_or_refused(text: str) -> None:
    for name in (
        "purpose",
        "amount",
        "first_payment",
        "village",
        "phone",
        "income_months",
        "home_location",
        "site_photo",
    ):
        talk = interview()
        talk.correct(name)
        heard = say(talk, text)
        assert isinstance(heard, Accepted | Refused | Ambiguous | Story)
        json.dumps(talk.save()).encode()
        assert "\x00" not in talk.values().get("purpose", "")
        assert asked(talk)


def test_free_text_is_kept_exactly() -> None:
    talk = interview()
    talk.correct("remarks")
    say(talk, "  \u202eRTL 🐐 <b>x</b> ")
    assert talk.values()["remarks"] == "  \u202eRTL 🐐 <b>x</b> "
