"""What the interview needs to know of a form's questions, in the farmer's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from intake.forms import Choice, FormSession, QuestionKind
from intake.forms.choices import SELECTS
from intake.interview.columns import packed, read_as
from intake.interview.types import SummaryItem
from intake.reading import Option

FREE_TEXT = frozenset({QuestionKind.TEXT, QuestionKind.BARCODE})
UNSHOWN = frozenset({QuestionKind.NOTE, QuestionKind.REPEAT})


WHOLE = "="  # before a synonym: it is one only as the whole of an answer


@lru_cache(maxsize=4096)  # the same few hundred at every message
def _option(name: str, labels: tuple[str, ...], synonyms: str) -> Option:
    words = packed(synonyms)
    whole = tuple(word.removeprefix(WHOLE) for word in words if word.startswith(WHOLE))
    return Option(name, labels, tuple(word for word in words if not word.startswith(WHOLE)), whole)


class Questions:
    """A view of the session's questions: texts, choices with their synonyms, answers as people read them."""

    def __init__(self, session: FormSession, language: str) -> None:
        self.session = session
        self.language = language
        self._form_language = session.form.language(language)
        session.language = self._form_language

    def speak(self, language: str) -> None:
        """Another language from here on; calculated words (`jr:choice-name`) follow."""
        self.language = language
        self._form_language = self.session.form.language(language)
        self.session.language = self._form_language
        self.refresh()

    def refresh(self) -> None:
        """Give every choice again, so that texts calculated from its label come in the present language."""
        for question in self.session.questions():
            value = self.session.value(question.path) if question.kind is QuestionKind.SELECT_ONE else ""
            if value:
                cursor = self.session.save()["cursor"]
                self.session.clear(question.path)
                self.session.answer(question.path, value)
                self.session.go_to(cursor)

    def label(self, path: str) -> str:
        return self.session.label(path, self._form_language)

    def hint(self, path: str) -> str:
        return self.session.hint(path, self._form_language) if self._is_field(path) else ""

    def why(self, path: str) -> str:
        return self.session.guidance(path, self._form_language) if self._is_field(path) else ""

    def _is_field(self, path: str) -> bool:
        return self.session.kind(path) is not QuestionKind.REPEAT

    def required(self, path: str) -> bool:
        return self._is_field(path) and self.session.required(path)

    def value(self, path: str) -> str:
        return self.session.value(path) if self._is_field(path) else ""

    def cells(self, path: str) -> Mapping[str, str]:
        """The question's row in the form, by column."""
        return self.session.extras(path)

    def free_text(self, path: str) -> bool:
        """Whether any text is an answer."""
        return self.session.kind(path) in FREE_TEXT and read_as(self.cells(path))[0] is None

    def choices(self, path: str) -> Sequence[Choice]:
        return self.session.choices(path, self._form_language) if self._is_field(path) else ()

    def options(self, path: str) -> list[Option]:
        """The choices with every word that may mean them: labels in all languages, and the `synonyms` column."""
        session = self.session
        labels: dict[str, list[str]] = {}
        for language in dict.fromkeys((self._form_language, *session.form.languages)):
            for choice in session.choices(path, language):
                labels.setdefault(choice.name, []).append(choice.label)
        return [
            _option(choice.name, tuple(labels.get(choice.name, ())), choice.extras.get("synonyms", ""))
            for choice in session.choices(path, self._form_language)
        ]

    def story_words(self, path: str) -> tuple[str, ...]:
        """Words that point to this question, in the farmer's language and in English."""
        return packed(self.cells(path).get("story_words", ""), self.language, "en")

    def item(self, path: str, value: str | None = None) -> SummaryItem:
        """An answer (or the one given) as people read it."""
        value = self.value(path) if value is None else value
        kind = self.session.kind(path)
        shown = self._labels(path, value) if kind not in UNSHOWN else value
        return SummaryItem(
            path, path.rpartition("/")[2], self.label(path), shown, value, kind, read_as(self.cells(path))[0]
        )

    def _labels(self, path: str, value: str) -> str:
        if self.session.kind(path) not in SELECTS:
            return value
        labels = {choice.name: choice.label for choice in self.session.choices(path, self._form_language)}
        return ", ".join(labels.get(name) or name for name in value.split())

    def answered(self) -> list[SummaryItem]:
        """Every question that applies and has an answer, in order."""
        return [
            self.item(question.path)
            for question in self.session.questions()
            if question.kind not in UNSHOWN and self.value(question.path)
        ]

    def values(self) -> dict[str, str]:
        """Answers and calculated values; by name, or by path below the root inside a repeat."""
        found: dict[str, str] = {}
        for path, text in self.session.values().items():
            if text and "/meta/" not in path:
                below = path.split("/", 2)[2] if path.count("/") > 1 else path
                found[below if "[" in below else below.rpartition("/")[2]] = text
        return found
