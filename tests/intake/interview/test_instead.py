"""A figure in the place of an earlier answer, told at another question, well or badly spelt: proposed, or asked."""

from __future__ import annotations

import pytest

from intake.interview import Accepted, Ambiguous, Command, CommandKind, Refused, Story
from tests.intake.interview.world import asked, interview, say, until


@pytest.mark.parametrize(
    ("at", "text", "path", "value"),
    [
        ("term_months", "can i hav mor mony 10k insted", "amount", "10000"),
        ("has_debts", "can i have more money 10k instead", "amount", "10000"),
        ("full_name", "can i get 10k instead", "amount", "10000"),
        ("living_costs_month", "can i borrow 9000 instead?", "amount", "9000"),
        ("term_months", "can i borow mor, 10000", "amount", "10000"),
        ("term_months", "i want 10k insted of 8k", "amount", "10000"),
        ("term_months", "make it 9k plz", "amount", "9000"),
        ("has_debts", "can i pay in 10 munths insted", "term_months", "10"),
        ("income_month_good", "my own mony is 5000 insted", "own_funds", "5000"),
        ("income_month_poor", "no sory, i want to borow 9000", "amount", "9000"),
        ("has_debts", "no wait i want 9000", "amount", "9000"),
        ("has_debts", "no, hold on, i have 25 goats", "animals_have", "25"),
    ],
)
def test_it_is_proposed_for_the_answer_it_is_for(at: str, text: str, path: str, value: str) -> None:
    talk = until(interview(), at)
    assert isinstance(say(talk, text), Story), text
    assert talk.proposals.values == {f"/data/{path}": value}
    assert talk.values()[path] != value  # a yes takes it over


@pytest.mark.parametrize(
    ("text", "path", "value"),
    [
        ("chnge the amont to 9000", "amount", "9000"),
        ("chang loan to 9000", "amount", "9000"),
        ("can u chang amount 2 9000", "amount", "9000"),
        ("increas loan to 10k", "amount", "10k"),
        ("the ammount is rong shud be 9000", "amount", "9000"),
        ("pls corect the fone to 13900139000", "phone", "13900139000"),
    ],
)
def test_an_answer_that_is_named_is_changed(text: str, path: str, value: str) -> None:
    talk = until(interview(), "staff_related")
    assert say(talk, text) == Command(CommandKind.CHANGE, f"/data/{path}", value)


@pytest.mark.parametrize("text", ["no wait 15 goats", "can i get 15 goats insted"])
def test_which_answer_it_is_for_is_asked(text: str) -> None:
    heard = say(until(interview(), "term_months"), text)
    assert heard == Command(CommandKind.CHANGE, among=("/data/animals_buy", "/data/animals_have"))


@pytest.mark.parametrize(
    ("at", "text", "value"),
    [
        ("own_funds", "sorry 5000", "5000"),
        ("own_funds", "no, 5000 instead", "5000"),
        ("animals_have", "no, 5", "5"),
        ("living_costs_month", "actually 900", "900"),
    ],
)
def test_a_figure_that_answers_the_question_itself_is_its_own(at: str, text: str, value: str) -> None:
    talk = until(interview(), at)
    heard = say(talk, text)
    if isinstance(heard, Ambiguous):
        assert (heard.path, heard.candidates[0].value) == (f"/data/{at}", value)
    else:
        assert isinstance(heard, Accepted) and talk.values()[at] == value


@pytest.mark.parametrize("text", ["no, i owe 2000", "no 900", "没有，两千"])
def test_a_no_beside_a_sum_is_no_plain_no(text: str) -> None:
    talk = until(interview("zh" if text[0] > "z" else "en"), "has_debts")
    heard = say(talk, text)
    assert isinstance(heard, Story) and talk.proposals.values["/data/has_debts"] == "yes"
    assert asked(talk) == "has_debts"


@pytest.mark.parametrize("text", ["sorry i am late, call me after 5", "actually my son is 12 years old"])
def test_a_remark_is_a_remark(text: str) -> None:
    talk = until(interview(), "remarks")
    assert isinstance(say(talk, text), Accepted)


@pytest.mark.parametrize(
    ("language", "at", "text", "value"),
    [
        ("en", "has_debts", "no sorry i have no debt since 2020", "no"),
        ("en", "has_debts", "no wait, i have no debts, 9000 was long ago", "no"),
        ("en", "has_debts", "no, i want to borrow for the first time in 40 years", "no"),
        ("en", "income_months", "actually 3 months, march to may", "m03 m04 m05"),
        ("en", "village", "actually willow bend, 20 houses", "willow-bend"),
        ("sw", "village", "samahani, goat hill, nyumba 20", "goat-hill"),
    ],
)
def test_what_answers_the_question_is_its_answer(language: str, at: str, text: str, value: str) -> None:
    talk = until(interview(language), at)
    assert isinstance(say(talk, text), Accepted), text
    assert talk.values()[at] == value and not talk.proposals.values


@pytest.mark.parametrize("text", ["wait, i owe my uncle 12000", "sorry i do owe 12000"])
def test_what_it_leads_on_to_is_its_own(text: str) -> None:
    talk = until(interview(), "has_debts")
    say(talk, text)
    assert talk.proposals.values == {"/data/has_debts": "yes", "/data/debts_total": "12000"}


@pytest.mark.parametrize(
    ("at", "text"),
    [
        ("first_payment", "actually after 3 months"),
        ("repayment", "no, i want pay 700 every month"),
        ("repayment", "no, every month i pay 700"),
        ("staff_related", "no, never in 20 years"),
        ("staff_related", "no 9000"),
        ("own_funds", "no, never in 20 years"),
        ("income_months", "no wait, 9000"),
    ],
)
def test_a_day_a_year_a_span_and_a_figure_that_nothing_leads_from_correct_nothing(at: str, text: str) -> None:
    talk = until(interview(), at)
    heard = say(talk, text)
    assert isinstance(heard, Refused | Ambiguous) and heard.path == f"/data/{at}", heard
    assert not talk.proposals.values and asked(talk) == at


@pytest.mark.parametrize("text", ["no wait i pay back in 10 months", "sorry, repay in 10 months"])
def test_a_span_that_a_word_leads_to_is_proposed(text: str) -> None:
    talk = until(interview(), "own_funds")
    assert isinstance(say(talk, text), Story)
    assert talk.proposals.values == {"/data/term_months": "10"}
