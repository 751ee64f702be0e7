"""What the farmer says or presses, heard at the question that waits: an answer, a command, a question, a story."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from intake.forms import FormSession, Question, QuestionKind
from intake.interview import answering, asking, commands, corrections, mind_changing, story, sums
from intake.interview.admitting import is_of_others
from intake.interview.answers import Answers
from intake.interview.beside import told_beside
from intake.interview.choosing import yes_no_choices
from intake.interview.columns import names_a_person, read_as
from intake.interview.on_file import goes_on, still_right
from intake.interview.proposals import Proposals
from intake.interview.questions import Questions
from intake.interview.replacing import Replacing
from intake.interview.trail import Trail
from intake.interview.types import (
    Accepted,
    Ambiguous,
    Code,
    Command,
    CommandKind,
    Heard,
    LooksLikeQuestion,
    Refused,
    Story,
    StoryItem,
    Understood,
    Utterance,
)
from intake.interview.worded import ALSO_ANSWERS, WordedCommands
from intake.reading import Candidate, Kind, LenderLocale, Reason
from intake.reading.assent import assent
from intake.reading.assent_words import Assent
from intake.reading.noughts import is_nought

DECLINABLE = frozenset(
    {QuestionKind.TEXT, QuestionKind.BARCODE, QuestionKind.GEOPOINT, QuestionKind.DATE, *answering.OUTLINES}
)
NONE = frozenset({Code.NO_NAME, Code.NO_THING})


class Listener:
    """Hears for one interview; what is stored, proposed and remembered is the interview's own."""

    def __init__(
        self,
        session: FormSession,
        questions: Questions,
        answers: Answers,
        proposals: Proposals,
        trail: Trail,
        locale: LenderLocale,
    ) -> None:
        self._session = session
        self._questions = questions
        self._answers = answers
        self._proposals = proposals
        self._trail = trail
        self._locale = locale
        self._worded = WordedCommands(session, questions, trail, locale)
        self._replacing = Replacing(session, questions, proposals, trail, locale)

    def current(self) -> Question | None:
        """Where we are."""
        return self._worded.current()

    def command(self, text: str) -> Command | None:
        """The command in words, if `text` is one."""
        current = self.current()
        on_file = current is not None and current.path in self._answers.known
        return None if on_file and goes_on(text, self._questions.language) else self._worded.command(text)

    def hear(self, utterance: Utterance) -> Heard:
        """Take one answer, command, question or story; only an `Accepted` has changed anything."""
        waiting, current = dict(self._proposals.values), self.current()
        heard = self._heard(utterance)
        asked = current is not None and yes_no_choices(self._questions, current.path)
        if asked and isinstance(heard, Accepted) and heard.told is None and self._proposals.values == waiting:
            items = (StoryItem(item, item.value) for item in self._proposals.items())
            return replace(heard, told=Understood(tuple(items))) if waiting else heard
        return heard

    def _heard(self, utterance: Utterance) -> Heard:
        current = self.current()
        if utterance.text is not None:
            return self._hear_text(utterance.text)
        if current is None:
            return Refused("", Code.NOTHING_ASKED)
        if utterance.keep:
            return self._stored(current.path, self._answers.keep(current.path))
        value = answering.pressed(utterance, self._questions, current.path)
        return value if isinstance(value, Refused) else self.store(current.path, value)

    def _hear_text(self, text: str) -> Heard:
        command = self.command(text)
        if command is not None:
            return command
        current = self.current()
        if current is None:
            return self._hear_at_the_end(text)
        spoken = commands.spoken(text, self._questions.language)
        if spoken is not None and spoken.kind in ALSO_ANSWERS:
            weighed = self._worded.as_answer(text)
            if isinstance(weighed, Ambiguous):
                return weighed
        if mind_changing.changes_mind(text, self._questions.language) and (
            other := self._proposals.hear_other_plan(text)
        ):
            return Story(other)
        if last := self._replacing.hear(current, text):
            return last
        if both := self._answer_and_more(current.path, text):
            return both
        elsewhere = self._said_of_others(current, text)
        if elsewhere is not None:
            return elsewhere
        if others := self._money_of_others(current.path, text):
            return others
        on_file = self._answer_on_file(current.path, text)
        if on_file is not None:
            return on_file
        return self._hear_answer(current.path, text)

    def _hear_at_the_end(self, text: str) -> Heard:
        """Nothing is left to ask: a correction in words, a question of his own, or that something is wrong."""
        if asking.asks(text, self._questions.language):
            return LooksLikeQuestion(text)
        if admitted := self._proposals.admit(text):
            return Story(admitted)
        if self._proposals.correct(text):
            return Story(Understood())
        denied = answering.yes_or_no(text, self._questions.language, self._locale) is False
        if denied or assent(text, self._questions.language) in (Assent.WRONG, Assent.NONE):
            return Command(CommandKind.CHANGE)
        return Refused("", Code.NOTHING_ASKED)

    def _answer_and_more(self, path: str, text: str) -> Heard | None:
        """ "Yes, i need more, 10000": the yes is kept, and the sum is proposed, or said back. A no that may take back
        what was told before is proposed with what changes it."""
        on_file = path in self._answers.known
        beside = None if on_file else told_beside(text, path, self._questions, self._locale)
        if beside is None:
            return None
        if not beside.is_clear():
            self._proposals.propose(beside.values)  # for once the yes or no is known
            return None
        if beside.takes_back(self._questions):
            self._proposals.propose({path: beside.answer, **beside.values})
            return Story(Understood(unplaced=tuple(beside.unplaced)))
        taken = self.store(path, beside.answer)
        if isinstance(taken, Refused):
            return taken
        self._proposals.propose(beside.values)
        return replace(taken, told=beside.told(self._questions))

    def _said_of_others(self, current: Question, text: str) -> Story | None:
        """A sum that plainly belongs to another question is not this one's count of goats."""
        if asking.asks(text, self._questions.language):
            return None
        understood = self._proposals.hear_elsewhere(text, current.path)
        return Story(understood) if understood else None

    def _money_of_others(self, path: str, text: str) -> Story | None:
        """A debt, or help, where his own money is asked, or his name: proposed as a debt, or said back."""
        if asking.asks(text, self._questions.language) or path in self._answers.known:
            return None
        if not is_of_others(text, path, self._questions, self._locale):
            return None
        if admitted := self._proposals.admit(text):
            return Story(admitted)
        return Story(self._proposals.hear(text, path))

    def _hear_answer(self, path: str, text: str) -> Heard:
        if self._declines(path, text):
            return self._left_open(path)
        read = answering.typed(text, self._questions, path, self._locale)
        asks = asking.asks(text, self._questions.language) and not self._tells_when(path, text)
        none = isinstance(read, Refused) and read.code in NONE  # "没什么可抵押的" asks nothing
        if asks and not none and not (isinstance(read, str) and not self._questions.free_text(path)):
            return LooksLikeQuestion(text)
        marked = asks and text.strip().endswith(("?", "？"))
        if marked and isinstance(read, str) and asking.begins_asking(text, self._questions.language):
            return Ambiguous(path, (Candidate(read, read),), Reason.OTHER_WORDS)  # "can I borrow 50000?"
        if isinstance(read, str) and corrections.may_be_the_last(
            text, read, path, self._replacing.last(path), self._questions
        ):
            return Ambiguous(path, (Candidate(read, read),), Reason.OTHER_WORDS)
        if isinstance(read, str):
            return self._of_another(text, path) or self._taken(text, path, read)
        if self._asks_a_sum(path) and (added := sums.added(text, path, self._questions, self._locale)):
            return added
        several = isinstance(read, Ambiguous) and read.reason == Reason.SEVERAL
        told = self._told_more(text, path, several=several)
        if told is not None and isinstance(read, Ambiguous) and names_a_person(self._questions.cells(path)):
            if all(one.item.path == path for one in told.understood.items):
                self._proposals.drop(path)
                return read
            return self._proposals.with_item(path, str(read.candidates[0].value), told)
        return told or read

    def _taken(self, text: str, path: str, value: str) -> Heard:
        """The answer stored; what may be left open and is none ("I have no card") is left open."""
        taken = self.store(path, value)
        admitted = self._proposals.admit(text, path) if value == "yes" else None
        if isinstance(taken, Accepted) and admitted:
            items = (StoryItem(item, item.value) for item in self._proposals.items())
            return replace(taken, told=replace(admitted, items=tuple(items)))
        spoken = dict.fromkeys((self._questions.language, "en"))
        if isinstance(taken, Refused) and not self._questions.required(path) and is_nought(text, spoken):
            return self._left_open(path)
        return self._with_besides(text, path, taken)

    def _left_open(self, path: str) -> Command | Refused:
        """What is none may be left open; whether an answer that stands is to go is asked."""
        return Refused(path, Code.STAYS_OR_GOES) if self._worded.may_go(path) else Command(CommandKind.SKIP)

    def _asks_a_sum(self, path: str) -> bool:
        return read_as(self._questions.cells(path))[0] is Kind.AMOUNT

    def _of_another(self, text: str, path: str) -> Heard | None:
        """ "I want 9000", where his own money is asked, speaks of the loan: it is proposed there, or asked here."""
        if not self._asks_a_sum(path) or not self._questions.cells(path).get("sure_words"):
            return None
        told = sums.of_another(text, path, self._questions, self._locale)
        if told is None:
            return None
        other, value = told
        if self._questions.value(other) == value:
            return Ambiguous(path, (Candidate(value, value),), Reason.OTHER_WORDS)
        self._proposals.propose({other: value})
        return Story(Understood())

    def _tells_when(self, path: str, text: str) -> bool:
        """ "When the rains come" tells a time, where a day is asked."""
        return self._session.kind(path) is QuestionKind.DATE and asking.tells_when(text)

    def _with_besides(self, text: str, path: str, taken: Accepted | Refused) -> Accepted | Refused:
        """The words of a purpose answer what is asked about it next."""
        reads = (self._questions.cells(path).get("read_as") or "").strip().lower()
        if not isinstance(taken, Accepted) or reads != "words:from":
            return taken
        told = story.told_besides(text, path, self._questions, self._locale)
        results = [self.store(other, value) for other, value in told.items()]
        items = tuple(self._questions.item(one.path) for one in results if isinstance(one, Accepted))
        return replace(taken, besides=items)

    def written_choices(self, text: str) -> tuple[str, ...]:
        """The choices of the present question that a text names, if it is no command and no question."""
        current = self.current()
        if current is None or self.command(text) or asking.asks(text, self._questions.language):
            return ()
        read = answering.typed(text, self._questions, current.path, self._locale)
        return tuple(read.split()) if isinstance(read, str) else ()

    def _declines(self, path: str, text: str) -> bool:
        """A plain "no" to a question that may be left open (a photo, a remark) leaves it open."""
        kind = self._session.kind(path)
        open_to_no = kind in answering.MEDIA | DECLINABLE and not self._questions.required(path)
        language = self._questions.language
        says_no = answering.yes_or_no(text, language, self._locale) is False
        return open_to_no and (says_no or commands.is_done(commands.without_no(text), language))

    def _told_more(self, text: str, path: str, *, several: bool) -> Story | None:
        """A longer message that does not answer the question may answer others; of `several` figures one is its own."""
        long = len(text.split()) >= story.LEAST_WORDS or (
            self._questions.language == "zh" and len(text) >= story.LEAST_HAN
        )
        if not (long or several) and self._session.kind(path) is not QuestionKind.SELECT_ONE:
            return None
        understood = self._proposals.hear_answering(text, path, or_others=long)
        if understood is None and long:
            understood = self._proposals.hear_other_plan(text)
        if understood and self._asks_a_sum(path):
            self._proposals.beside(sums.said_otherwise(text, path, self._questions, self._locale))
        return Story(understood) if understood else None

    def _answer_on_file(self, path: str, text: str) -> Heard | None:
        """ "Still right?" takes a yes or a no; anything else is a new answer."""
        if path not in self._answers.known:
            return None
        stands = still_right(text, path, self._answers.known[path], self._questions, self._locale)
        if stands:
            return self._stored(path, self._answers.keep(path))
        if stands is False:
            self._answers.disown(path)
            return Refused(path, Code.REQUIRED if self._questions.required(path) else Code.WRONG_KIND)
        return None

    def store(self, path: str, value: Any) -> Accepted | Refused:
        """An answer, if form and lender take it."""
        return self._stored(path, self._answers.store(path, value))

    def _stored(self, path: str, taken: Accepted | Refused) -> Accepted | Refused:
        """What is answered is no proposal any more, and the way back leads over it."""
        if isinstance(taken, Accepted) and self._session.kind(path) is not QuestionKind.REPEAT:
            self._proposals.drop(path)
            self._trail.remember(path)
        return taken
