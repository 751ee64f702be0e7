"""Days and ways of paying as farmers write them, at the questions that ask for them."""

from __future__ import annotations

import pytest

from intake.interview import Accepted, Ambiguous, Code, Command, LooksLikeQuestion, Refused
from tests.intake.interview.world import interview, say, until


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "june 5 2pm", "2026-06-05"),
        ("en", "5 june at 14:00", "2026-06-05"),
        ("zh", "六月五号下午两点", "2026-06-05"),
        ("sw", "tarehe 5 juni saa nane", "2026-06-05"),
        ("sw", "mwezi wa sita mwakani", "2027-06-01"),
        ("sw", "mwezi wa sita mwaka ujao", "2027-06-01"),
    ],
)
def test_a_day_is_read(language: str, text: str, day: str) -> None:
    heard = say(until(interview(language), "first_payment"), text)
    assert isinstance(heard, Accepted) and heard.echo.value == day


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "first Monday", ["2026-03-02", "2026-04-06"]),
        ("sw", "jumatatu ya kwanza", ["2026-03-02", "2026-04-06"]),
        ("zh", "第一个星期一", ["2026-03-02", "2026-04-06"]),
        ("zh", "明年十月卖了羊", ["2027-10-01"]),
        ("en", "tomorrow", ["2026-03-03"]),
        ("sw", "kesho", ["2026-03-03"]),
        ("en", "10 May, after harvest", ["2026-11-01"]),
        ("en", "I can't pay before 10 May, my harvest is late", ["2026-09-14"]),
    ],
)
def test_what_names_no_one_day_is_asked(language: str, text: str, days: list[str]) -> None:
    heard = say(until(interview(language), "first_payment"), text)
    assert isinstance(heard, Ambiguous) and [str(one.value) for one in heard.candidates] == days


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "next year"),
        ("en", "pay back next year when i sell"),
        ("sw", "mwakani"),
        ("sw", "mwaka ujao"),
        ("zh", "明年"),
        ("zh", "明年卖了羊还"),
    ],
)
def test_of_a_year_alone_the_month_is_asked(language: str, text: str) -> None:
    heard = say(until(interview(language), "first_payment"), text)
    assert isinstance(heard, Refused) and heard.code is Code.NO_MONTH


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "想借8000买12只羊，24个月，明年卖了羊还"),
        ("en", "I want 8000 for 12 goats, 24 months, pay back next year when i sell"),
        ("sw", "nataka 8000 kununua mbuzi 12, miezi 24, nitalipa mwaka ujao"),
    ],
)
def test_a_year_alone_in_a_story_is_no_day(language: str, text: str) -> None:
    talk = interview(language)
    talk.proposals.hear(text)
    assert "first_payment" not in {item.path.rpartition("/")[2] for item in talk.proposals.items()}


@pytest.mark.parametrize("text", ["1 jan 0000", "1/1/0000", "1 january 0001"])
def test_there_was_no_year_nought(text: str) -> None:
    assert isinstance(say(until(interview(), "first_payment"), text), Refused)


def test_a_time_told_is_no_question() -> None:
    talk = until(interview(), "first_payment")
    assert isinstance(say(talk, "when the rains come"), Refused)
    assert isinstance(say(talk, "when do i pay the interest"), LooksLikeQuestion)


def test_tomorrow_stops_elsewhere() -> None:
    heard = say(until(interview(), "amount"), "tomorrow")
    assert isinstance(heard, Command) and heard.kind == "stop"


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        ("en", "monthly", "declining"),
        ("en", "each month", "declining"),
        ("en", "I will pay every month", "declining"),
        ("en", "when i sell", "at_harvest"),
        ("zh", "按月还", "declining"),
        ("zh", "每个月还", "declining"),
        ("zh", "卖了羊再还", "at_harvest"),
        ("sw", "kila mwezi", "declining"),
        ("sw", "baada ya kuuza", "at_harvest"),
    ],
)
def test_the_way_of_paying(language: str, text: str, way: str) -> None:
    heard = say(until(interview(language), "repayment"), text)
    assert isinstance(heard, Accepted) and heard.echo.value == way


def test_where_two_ways_are_monthly_it_is_asked() -> None:
    talk = until(interview(), "repayment", trade="trade", goods="corn")
    heard = say(talk, "monthly")
    assert isinstance(heard, Ambiguous) and {one.value for one in heard.candidates} == {"flat", "declining"}


def test_what_comes_in_each_month_is_no_way_of_paying() -> None:
    told = interview().proposals.hear("I want 8000 for goats, I earn 500 each month")
    assert "repayment" not in [one.item.name for one in told.items]
    assert not [one for one in told.unclear if one.path.endswith("/repayment")]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("mwezi wa nane na tisa", "m08 m09"),
        ("mwezi wa kumi na moja", "m11"),
        ("mwezi wa kumi na mbili na wa kwanza", "m12 m01"),
        ("Agosti na Septemba", "m08 m09"),
        ("mwezi wa tatu hadi wa tano", "m03 m04 m05"),
    ],
)
def test_months_by_their_numbers_in_swahili(text: str, months: str) -> None:
    heard = say(until(interview("sw"), "income_months"), text)
    assert isinstance(heard, Accepted) and heard.echo.value == months


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("八九月", "m08 m09"),
        ("7、8月", "m07 m08"),
        ("八到十月", "m08 m09 m10"),
        ("九十月", "m09 m10"),
        ("十一月", "m11"),
        ("十一、十二月", "m11 m12"),
        ("八月和九月", "m08 m09"),
    ],
)
def test_months_that_share_one_sign_in_chinese(text: str, months: str) -> None:
    heard = say(until(interview("zh"), "income_months"), text)
    assert isinstance(heard, Accepted) and heard.echo.value == months


@pytest.mark.parametrize(
    ("language", "question", "text", "value"),
    [
        ("sw", "full_name", "naitwa Asha Ali", "Asha Ali"),
        ("zh", "full_name", "我叫王五", "王五"),
        ("zh", "staff_related", "没有人", "no"),
    ],
)
def test_a_lead_is_not_the_answer(language: str, question: str, text: str, value: str) -> None:
    heard = say(until(interview(language), question), text)
    assert isinstance(heard, Accepted) and heard.echo.value == value


def test_who_has_no_phone_hears_what_to_do() -> None:
    heard = say(until(interview(), "phone"), "i hav no phone")
    assert isinstance(heard, Refused) and heard.code == "no_phone"


@pytest.mark.parametrize("text", ["no thats all", "no", "nothing"])
def test_no_more_remarks(text: str) -> None:
    talk = until(interview(), "remarks")
    heard = say(talk, text)
    assert isinstance(heard, Command) and heard.kind == "skip"


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "next yr octber", "2027-10-01"),
        ("en", "novmber", "2026-11-01"),
        ("sw", "oktobr mwaka ujao", "2027-10-01"),
    ],
)
def test_a_month_through_a_slip_is_asked(language: str, text: str, day: str) -> None:
    heard = say(until(interview(language), "first_payment"), text)
    assert isinstance(heard, Ambiguous) and [str(one.value) for one in heard.candidates] == [day]


@pytest.mark.parametrize("text", ["maybe later", "after market", "when i can"])
def test_words_that_name_no_day_name_none(text: str) -> None:
    assert not isinstance(say(until(interview(), "first_payment"), text), Accepted | Ambiguous)
