"""A running form: what is asked, what an answer changes, what comes back."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from intake.forms import Accepted, Form, FormSession, QuestionKind, RefusalCode, Refused, UnknownPath
from tests.intake.forms.helpers import NOW, begin, calculate, form, q

LOAN = form(
    q("select_one trade", "trade", "What is the money for?", required="yes"),
    q("integer", "goats", "How many goats?", relevant="${trade} = 'goats'", required="yes"),
    q(
        "decimal",
        "amount",
        "How much do you need?",
        required="yes",
        required_message="We need to know how much.",
        constraint=". > 0 and . <= 20000",
        constraint_message="From 1 to 20,000.",
    ),
    calculate("each", "${amount} div ${goats}", relevant="${goats} > 0"),
    q("note", "thanks", "${amount} for ${goats} goats"),
    q("text", "remark", hint="Anything else?"),
    choices=[("trade", "goats", "Goats"), ("trade", "maize", "Maize")],
    settings={"form_id": "loan", "version": "3", "form_title": "Loan"},
)


def refused(result: Accepted | Refused) -> Refused:
    assert isinstance(result, Refused), result
    return result


def test_one_question_after_the_other() -> None:
    session = begin(LOAN)
    asked = []
    for value in ("maize", 5000, None, "no"):
        question = session.current()
        assert question is not None
        asked.append(question.path)
        if question.kind is QuestionKind.NOTE:
            session.skip(question.path)
        else:
            assert isinstance(session.answer(question.path, value), Accepted)
    assert asked == ["/data/trade", "/data/amount", "/data/thanks", "/data/remark"]
    assert session.current() is None
    assert session.finished()
    assert session.progress() == (3, 3)


def test_an_answer_hidden_by_a_later_change_is_kept_aside_and_comes_back() -> None:
    session = begin(LOAN)
    session.answer("trade", "goats")
    session.answer("goats", 12)
    session.answer("amount", 6000)
    assert session.value("each") == "500"
    session.answer("trade", "maize")
    assert "/data/goats" not in session.values()
    assert "<goats>" not in session.submission_xml()
    assert session.label("thanks") == "6000 for  goats"
    session.answer("trade", "goats")
    assert session.values()["/data/goats"] == "12"
    assert session.values()["/data/each"] == "500"


def test_the_forms_own_messages() -> None:
    session = begin(LOAN)
    answer = refused(session.answer("amount", 30_000))
    assert (answer.code, answer.message) == (RefusalCode.CONSTRAINT, "From 1 to 20,000.")
    skipped = refused(session.skip("amount"))
    assert (skipped.code, skipped.message) == (RefusalCode.REQUIRED, "We need to know how much.")
    assert session.value("amount") == ""


def test_an_optional_question_can_be_skipped_and_answered_later() -> None:
    session = begin(LOAN)
    assert isinstance(session.skip("remark"), Accepted)
    session.answer("trade", "maize")
    session.answer("amount", 1)
    session.skip("thanks")
    assert session.current() is None
    assert session.go_to("remark") is not None
    session.answer("remark", "none")
    assert session.value("remark") == "none"


@pytest.mark.parametrize("path", ["amount", "/data/amount", "/amount"])
def test_paths_may_be_short(path: str) -> None:
    assert isinstance(begin(LOAN).answer(path, "5"), Accepted)


def test_what_does_not_exist_is_said_so() -> None:
    session = begin(LOAN)
    assert refused(session.answer("nothing", 1)).code is RefusalCode.UNKNOWN_PATH
    assert refused(session.answer("each", 1)).code is RefusalCode.NOT_A_QUESTION
    assert refused(session.answer("goats", 1)).code is RefusalCode.NOT_RELEVANT
    with pytest.raises(UnknownPath):
        session.label("nothing")


def test_the_choices_and_the_columns_of_a_question() -> None:
    session = begin(LOAN)
    assert [(choice.name, choice.label) for choice in session.choices("trade")] == [
        ("goats", "Goats"),
        ("maize", "Maize"),
    ]
    assert refused(session.answer("trade", "cars")).code is RefusalCode.NOT_A_CHOICE
    assert session.hint("remark") == "Anything else?"
    assert session.extras("amount")["constraint_message"] == "From 1 to 20,000."
    assert session.required("amount")
    assert not session.readonly("amount")


def test_saving_and_restoring_changes_nothing() -> None:
    session = begin(LOAN)
    session.answer("trade", "goats")
    session.answer("goats", 3)
    session.answer("trade", "maize")
    session.skip("remark")
    saved = json.loads(json.dumps(session.save()))
    again = FormSession.restore(LOAN, saved, clock=lambda: NOW)
    assert again.save() == saved
    assert again.current() == session.current()
    again.answer("trade", "goats")
    assert again.value("goats") == "3"


@pytest.mark.parametrize(
    ("kind", "value", "stored"),
    [
        ("integer", " 012 ", "12"),
        ("integer", 5.0, "5"),
        ("decimal", Decimal("1E+3"), "1000"),
        ("decimal", "2.50", "2.50"),
        ("date", date(2026, 3, 1), "2026-03-01"),
        ("date", "2026-02-29", RefusalCode.NOT_A_DATE),
        ("date", "tomorrow", RefusalCode.NOT_A_DATE),
        ("time", "23:59", "23:59:00"),
        ("time", "25:00", RefusalCode.NOT_A_TIME),
        ("dateTime", datetime(2026, 3, 1, 9, 30, tzinfo=ZoneInfo("UTC")), "2026-03-01T09:30:00.000+00:00"),
        ("integer", "12.5", RefusalCode.NOT_AN_INTEGER),
        ("integer", True, RefusalCode.NOT_AN_INTEGER),
        ("decimal", "NaN", RefusalCode.NOT_A_NUMBER),
        ("decimal", "1e999", RefusalCode.NOT_A_NUMBER),
        ("geopoint", {"latitude": -1.28, "longitude": 36.8}, "-1.28 36.8 0 0"),
        ("geopoint", "95 0", RefusalCode.NOT_A_PLACE),
        ("geotrace", [[1, 2], [3, 4]], "1 2 0 0;3 4 0 0"),
        ("text", "नमस्ते 🌾", "नमस्ते 🌾"),
        ("text", "a\x00b", RefusalCode.UNSTORABLE_CHARACTER),
        ("text", "\ud800", RefusalCode.UNSTORABLE_CHARACTER),
        ("text", "x" * 100_000, RefusalCode.TOO_LONG),
        ("barcode", "4006381333931", "4006381333931"),
        ("acknowledge", True, "OK"),
        ("image", "goat.jpg", "goat.jpg"),
    ],
)
def test_answers_of_every_kind(kind: str, value: Any, stored: Any) -> None:
    result = begin(form(q(kind, "x"))).answer("x", value)
    assert (result.value if isinstance(result, Accepted) else result.code) == stored


def test_ranges_and_rankings() -> None:
    loaded = form(
        q("range", "term", parameters="start=3 end=12 step=3"),
        q("rank crops", "order"),
        choices=[("crops", "maize", "Maize"), ("crops", "beans", "Beans")],
    )
    session = begin(loaded)
    assert isinstance(session.answer("term", 6), Accepted)
    assert refused(session.answer("term", 7)).code is RefusalCode.OUT_OF_RANGE
    assert refused(session.answer("term", 15)).code is RefusalCode.OUT_OF_RANGE
    assert refused(session.answer("order", ["maize"])).code is RefusalCode.INCOMPLETE_RANKING
    assert isinstance(session.answer("order", ["beans", "maize"]), Accepted)
    assert session.value("order") == "beans maize"


def test_readonly_fields_are_shown_and_not_asked() -> None:
    loaded = form(
        q("text", "officer", readonly="yes", default="Asha"), q("text", "why", readonly="${officer} = 'Asha'")
    )
    session = begin(loaded)
    assert session.kind("officer") is QuestionKind.NOTE
    session.skip("officer")
    assert session.current() is None
    assert refused(session.answer("why", "x")).code is RefusalCode.READONLY


def test_a_required_question_with_nothing_to_choose_from_traps_nobody() -> None:
    loaded = form(
        q("select_one region", "region"),
        q("select_one town", "town", choice_filter="region = ${region}", required="yes"),
        choices=[("region", "north", "North"), ("town", "mji", "Mji")],
    )
    session = begin(loaded)
    session.answer("region", "north")
    assert not session.required("town")
    assert isinstance(session.skip("town"), Accepted)
    assert session.finished()


def test_a_changed_answer_shows_which_others_no_longer_hold() -> None:
    loaded = form(
        q("integer", "most"),
        q("integer", "amount", constraint=". <= ${most}", constraint_message="Over the limit"),
    )
    session = begin(loaded)
    session.answer("most", 10)
    session.answer("amount", 8)
    assert session.invalid() == []
    session.answer("most", 5)
    assert [(each.path, each.message) for each in session.invalid()] == [("/data/amount", "Over the limit")]


def test_metadata_is_filled_from_clock_and_device() -> None:
    loaded: Form = form(
        q("start", "began"),
        q("end", "ended"),
        q("today", "day"),
        q("deviceid", "device"),
        q("username", "who"),
        q("text", "x"),
    )
    session = begin(
        loaded, device={"deviceid": "telegram:7", "username": "asha"}, zone=ZoneInfo("Africa/Nairobi")
    )
    session.close()
    values = session.values()
    assert values["/data/began"] == "2026-03-02T11:30:00.000+03:00"
    assert values["/data/ended"] == "2026-03-02T11:30:00.000+03:00"
    assert values["/data/day"] == "2026-03-02"
    assert (values["/data/device"], values["/data/who"]) == ("telegram:7", "asha")
    assert values["/data/meta/instanceID"].startswith("uuid:")


def test_a_pattern_without_end_refuses_the_answer_each_time_as_a_fault_of_the_form() -> None:
    session = begin(form(q("text", "pattern"), q("text", "a", constraint="regex(., ${pattern})")))
    session.answer("pattern", "^(a|aa)+$")
    for _ in range(2):
        refused = session.answer("a", "a" * 40 + "!")
        assert isinstance(refused, Refused) and refused.code is RefusalCode.FORM_FAULT
    assert {"takes too long" in problem.message for problem in session.problems} == {True}
