"""No sequence of answers, changes, repeats and restores leaves a form in a state without a way on."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from intake.forms import Accepted, FormSession, QuestionKind
from intake.forms.xpath import Node
from tests.intake.forms.helpers import NOW, begin, calculate, form, q

FORM = form(
    q("select_one trade", "trade", required="yes"),
    q("select_one kind", "kind", choice_filter="trade = ${trade}", required="yes"),
    q("integer", "n", constraint=". > 0 and . < 4", relevant="${trade} = 'goats'", required="yes"),
    q("begin_repeat", "animal", "Animal", repeat_count="${n}", relevant="${n} > 0"),
    q("text", "name", required="${n} > 1"),
    q("integer", "age"),
    q("end_repeat", ""),
    q("begin_repeat", "debt", "Debt", relevant="${trade} = 'maize'"),
    q("decimal", "sum", constraint=". >= 0"),
    calculate("so_far", "${sum} + coalesce(indexed-repeat(${so_far}, ${debt}, position(..) - 1), 0)"),
    q("end_repeat", ""),
    calculate("owed", "sum(${sum})"),
    q("note", "told", "You owe ${owed}"),
    q("text", "remark", relevant="${owed} > 10 or count(${animal}) > 1"),
    choices=[("trade", "goats", "Goats"), ("trade", "maize", "Maize"), ("kind", "milk", "Milk")],
)
VALUES: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from(["goats", "maize", "milk", "", "1", "3", "7", "11.5", "x"]),
    st.integers(-1, 5),
    st.text(max_size=5),
)


class FormMachine(RuleBasedStateMachine):
    """Presses, answers, skips and restarts in any order."""

    @initialize()
    def start(self) -> None:
        self.session = begin(FORM)

    @rule(value=VALUES)
    def answer_what_is_asked(self, value: Any) -> None:
        question = self.session.current()
        if question is not None and question.kind is not QuestionKind.REPEAT:
            self.session.answer(question.path, value)

    @rule(
        name=st.sampled_from(["trade", "kind", "n", "remark", "debt[1]/sum", "animal[2]/name"]), value=VALUES
    )
    def answer_anything(self, name: str, value: Any) -> None:
        before = self.session.values(relevant_only=False)
        result = self.session.answer(f"/data/{name}", value)
        if not isinstance(result, Accepted):
            assert self.session.values(relevant_only=False) == before

    @rule()
    def skip(self) -> None:
        question = self.session.current()
        if question is not None and question.kind is not QuestionKind.REPEAT:
            self.session.skip(question.path)

    @rule(more=st.booleans())
    def repeat(self, more: bool) -> None:
        question = self.session.current()
        if question is not None and question.kind is QuestionKind.REPEAT:
            if more:
                self.session.add_repeat(question.path)
            else:
                self.session.end_repeat(question.path)

    @precondition(lambda self: self.session.instances("debt") > 1)
    @rule()
    def take_out(self) -> None:
        self.session.remove_repeat("/data/debt[1]")

    @rule()
    def restart(self) -> None:
        saved = json.loads(json.dumps(self.session.save()))
        again = FormSession.restore(FORM, saved, clock=lambda: NOW)
        assert again.save() == saved
        assert again.current() == self.session.current()
        assert again.values() == self.session.values()
        self.session = again

    @invariant()
    def there_is_a_way_on(self) -> None:
        session = self.session
        assert session.problems == []
        question = session.current()
        assert (question is None) == session.finished()
        if question is None:
            assert session.unanswered() == []
        done, total = session.progress()
        assert 0 <= done <= total

    @invariant()
    def everything_agrees_with_a_full_recalculation(self) -> None:
        state = self.session.state
        before = _snapshot(state.root)
        state.start_rules(state.root)
        state.settle()
        assert _snapshot(state.root) == before


def _snapshot(node: Node) -> Any:
    return (node.name, node.text, node.relevant, [_snapshot(child) for child in node.elements()])


FormMachine.TestCase.settings = settings(max_examples=80, stateful_step_count=25, deadline=None)
TestFormMachine = FormMachine.TestCase
