"""No sequence of presses, texts, back, skip, corrections and restarts reaches a state without a way on."""

# ruff: noqa: E501 - tables of examples

from __future__ import annotations

import json
from typing import Any

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from intake.forms import QuestionKind, load_form
from intake.interview import Accepted, Interview, Prompt, ReadyToSubmit, Refused, Utterance
from tests.intake.interview.test_interview import HalfOwn
from tests.intake.interview.world import LOCALE, PLAIN, form

TEXTS = st.one_of(
    st.sampled_from(["yes", "no", "8000", "25k", "60000", "goats", "12 goats", "after harvest", "a year", "go back", "skip", "why?", "\x00", "crop", "羊", "10",
                     "how much can I get?", "I want 8000 to buy 12 goats, I have 3000 myself", "Goat Hill", "13812345678", "change the amount to 9000"]),
    st.text(max_size=20),
)  # fmt: skip
NAMES = st.sampled_from(sorted(PLAIN))


class Farmer(RuleBasedStateMachine):
    """Does whatever a person may do, in any order."""

    @initialize(language=st.sampled_from(["en", "zh", "sw"]))
    def begin(self, language: str) -> None:
        self.talk = Interview.start(
            form(),
            language=language,
            locale=LOCALE,
            checks=HalfOwn(),
            known={"village": "goat-hill", "has_debts": "no"},
        )

    @rule(text=TEXTS)
    def types(self, text: str) -> None:
        self.talk.hear(Utterance(text=text))

    @rule(place=st.integers(0, 11))
    def presses(self, place: int) -> None:
        prompt = self.talk.prompt()
        if isinstance(prompt, Prompt) and prompt.choices:
            self.talk.hear(Utterance(choice=prompt.choices[place % len(prompt.choices)].name))

    @rule(name=NAMES)
    def answers_well(self, name: str) -> None:
        self.talk.hear(Utterance(value=PLAIN[name]))

    @rule(what=st.sampled_from(["photo", "audio", "video", "file", "contact", "location", "date", "keep"]))
    def shares(self, what: str) -> None:
        shares: dict[str, Any] = {
            **dict.fromkeys(("photo", "audio", "video", "file"), "p1"),
            "contact": "+8613812345678",
            "location": (30.0, 120.0),
            "date": "2026-07-01",
            "keep": True,
        }
        self.talk.hear(Utterance(**{what: shares[what]}))

    @rule()
    def goes_back(self) -> None:
        self.talk.back()

    @rule()
    def skips(self) -> None:
        self.talk.skip()

    @rule(name=NAMES)
    def corrects(self, name: str) -> None:
        self.talk.correct(name)

    @rule()
    def resumes(self) -> None:
        self.talk.resume()

    @rule(text=TEXTS)
    def tells(self, text: str) -> None:
        self.talk.proposals.hear(text)

    @rule()
    def agrees(self) -> None:
        self.talk.accept_story()

    @rule(language=st.sampled_from(["en", "zh", "sw"]))
    def comes_back(self, language: str) -> None:
        saved = json.loads(json.dumps(self.talk.save()))
        before = self.talk.values()
        self.talk = Interview.restore(form(), saved, language=language, locale=LOCALE, checks=HalfOwn())
        after = self.talk.values()
        before.pop("animal_word", None), after.pop("animal_word", None)
        assert after == before

    @invariant()
    def there_is_a_way_on(self) -> None:
        """What is asked can be answered, skipped or left; and from here a willing farmer reaches the end."""
        if not hasattr(self, "talk"):
            return
        prompt = self.talk.prompt()
        assert isinstance(prompt, ReadyToSubmit) or prompt.text
        if isinstance(prompt, Prompt) and prompt.kind is QuestionKind.SELECT_ONE:
            assert prompt.choices

    def teardown(self) -> None:
        if not hasattr(self, "talk"):
            return
        self.talk.resume()
        for _ in range(60):
            prompt = self.talk.prompt()
            if isinstance(prompt, ReadyToSubmit):
                return
            self._answer(prompt)
        raise AssertionError(f"no end: {self.talk.prompt()}")

    def _answer(self, prompt: Prompt) -> None:
        if prompt.can_skip:
            self.talk.skip()
            return
        tried = (
            [prompt.choices[0].name]
            if prompt.choices
            else [PLAIN.get(prompt.name, ""), "200000", "3", "Amina", "+8613912345678"]
        )
        assert any(
            isinstance(self.talk.hear(Utterance(value=value)), Accepted) for value in tried if value
        ), prompt


Farmer.TestCase.settings = settings(
    max_examples=12, stateful_step_count=12, deadline=None, phases=[Phase.explicit, Phase.generate]
)
TestNoDeadEnd = Farmer.TestCase


FORM_WITH_FILM = """
| survey |       |        |        |          |
|        | type  | name   | label  | required |
|        | video | film   | A film | yes      |
|        | audio | song   | A song | yes      |
|        | text  | remark | Words  | yes      |
"""


def test_a_film_and_a_song_are_insisted_on_and_answered_by_their_own_kind() -> None:
    interview = Interview.start(load_form(FORM_WITH_FILM.encode(), "film.md"), language="en", locale=LOCALE)
    for name, given in (("film", "video"), ("song", "audio")):
        prompt = interview.prompt()
        assert isinstance(prompt, Prompt) and prompt.path.endswith(name) and not prompt.can_skip
        for other in ("photo", "file", "video" if given == "audio" else "audio"):
            assert isinstance(interview.hear(Utterance(**{other: "x.bin"})), Refused)
        assert isinstance(interview.hear(Utterance(**{given: f"{name}.bin"})), Accepted)
    interview.hear(Utterance(text="all seen"))
    assert isinstance(interview.prompt(), ReadyToSubmit)
    session = interview.session
    assert "<film>film.bin</film>" in session.submission_xml()
    assert "film.bin,song.bin" in next(iter(session.submission_csv().values()))
    assert session.submission_json()["data"]["song"] == "song.bin"
    assert dict(session.attachments()) == {"/data/film": "film.bin", "/data/song": "song.bin"}
