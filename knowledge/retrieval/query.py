"""What a farmer's words mean to the index: spelling against its vocabulary, the lender's synonyms, follow-ups."""

# ruff: noqa: E501 - a pattern is read whole, a prompt is sent as it stands

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import regex

from knowledge.index import ChunkIndex
from knowledge.language import content_terms, normalize, stem, stop_words, terms, words
from knowledge.retrieval.spelling import spellings
from knowledge.retrieval.thesaurus import THESAURUS, Entry
from knowledge.retrieval.topics import Topic, hear, means_itself

SHORTEST_SPELLED = 5
MOST_SPELLINGS = 5  # words tried for one that is misspelt
_FOLLOW_UP = {
    "en": r"(and|what about|how about|or|also|then|but)\b.*|(?:is|are|does|do|can)\s+(?:it|that|this|they|those)\b(?!\s+(?:office|branch|bank|cooperative|lender|company|village|place|bot|year|month|week|season)\b).*",
    "sw": r"(na|je,? na|au|pia|vipi\b(?!\s+(?:ni(?:na|ta|li)|na(?:weza|pata|lipa|omba|taka)|tuna|tuta|mna|una)))\b.*",
    "zh": r"(那(?!里|边|儿)|还有|和(?!解|谁)|或者|要是|如果是).*|(?:.{0,4}|(?:(?!怎|什么|谁|哪|为何|如何).)*)呢[？?]?",
    "hi": r"(और|तो|या)\b.*",
    "es": r"(¿?y|¿?o|también|qué tal)\b.*",
    "fr": r"(et|aussi|qu'en est-il|ou\b(?!\s+(?:est|es|êtes|etes|sont|puis|peut|peux|dois|doit|faut|se|payer|trouver|aller|apporter|déposer|envoyer)\b))\b.*",
}
# Chinese writes these to the words they introduce, so that they would be cut together with them.
_MARKS_OF_A_FOLLOW_UP = regex.compile(r"^(?:那么?|还有|要是|如果是?|或者|换成|和)|[呢吗嘛么]?[？?。.]?$")
_LONGEST_FOLLOW_UP = 5  # content terms; a longer one stands on its own
_BEFORE = 25  # words of the message before it; the reader hears 48 pieces of both
_BEFORE_ZH = 40  # characters
_LATIN = regex.compile(r"\p{Latin}+")


@dataclass(frozen=True, slots=True)
class Query:
    """`text` goes to the encoder, `words`, with synonyms, to lexical search; `own_terms` are this turn's alone.

    `words` begin with this turn's, because a search hears only so many; `turn` is this turn's text.

    `alternatives` says for a term of `text` which terms of the documents mean the same. Where the message was
    nothing but a `topic`, `text` is that topic's whole question; where it was a topic about something, `about` says what.
    `within` are the versions whose words count: those the asker may read in his language, else those in any other.
    """

    text: str
    words: str
    language: str
    own_terms: tuple[str, ...]
    corrected: tuple[tuple[str, str], ...] = ()
    resolved: bool = False
    alternatives: Mapping[str, frozenset[str]] = field(default_factory=dict)
    topic: Topic | None = None
    about: str = ""
    within: frozenset[str] = frozenset()
    turn: str = ""


class QueryReader:
    """Turns a question into a `Query`, with the index's words and the lender's synonyms; no model."""

    def __init__(self, index: ChunkIndex, synonyms: Mapping[str, Sequence[str]] | None = None) -> None:
        self._index = index
        self._synonyms = {normalize(word): tuple(others) for word, others in (synonyms or {}).items()}

    def read(
        self,
        question: str,
        language: str,
        history: Sequence[str] = (),
        *,
        within: Collection[str],
        as_topic: bool = True,
    ) -> Query:
        """The question as the index should hear it; `history` is the person's earlier questions, oldest first.

        Spelling is held against the versions `within`: another's papers would bend words to where nothing is found.
        Without `as_topic` a message that is a topic is heard in its own words as well.
        """
        leans = bool(history) and is_follow_up(question, language)
        heard = hear(question, language, history[-1] if leans else "") if as_topic else None
        whole = heard is not None and not heard.about
        text, corrected = self._spelled(heard.topic.asks if heard and whole else question, language, within)
        full, before = text, ""
        resolved = not whole and bool(history) and is_follow_up(text, language)
        if resolved:
            before = _end(history[-1].rstrip(" ?？."), language)
            full = f"{before} — {text}"
        same = self._synonymous(full, language)
        added = dict.fromkeys(other for _said, others in same for other in others)
        return Query(
            full,
            " ".join((text, *added, before)).strip(),
            language,
            tuple(content_terms(_MARKS_OF_A_FOLLOW_UP.sub("", text) if resolved else text, language)),
            tuple(corrected),
            resolved,
            _alternatives(same, language),
            heard.topic if heard else None,
            self._spelled(heard.about, language, within)[0] if heard else "",
            frozenset(within),
            text,
        )

    def _spelled(
        self, question: str, language: str, within: Collection[str]
    ) -> tuple[str, list[tuple[str, str]]]:
        meant = _alternatives(self._synonymous(question, language), language)
        stems = {
            word: stem(word, language)
            for word in words(question)
            if _may_be_misspelled(word, language) and stem(word, language) not in meant
        }
        known = self._index.document_frequency(list(stems.values()), within)
        corrected: list[tuple[str, str]] = []
        text = question
        for word in (one for one, term in stems.items() if not known[term]):
            better = self._nearest(word, language, within)
            if better:
                corrected.append((word, better))
                text = regex.sub(rf"(?i)\b{regex.escape(word)}\b", better, text)
        return text, corrected

    def _nearest(self, word: str, language: str, within: Collection[str]) -> str | None:
        """The nearest word, not its stem: what is put in its place is stemmed again."""
        near = spellings(word, self._index.spelled_like(word, language), language)[:MOST_SPELLINGS]
        stems = [stem(other, language) for other in near]
        known = self._index.document_frequency(stems, within)
        return next((other for other, term in zip(near, stems, strict=True) if known[term]), None)

    def _synonymous(self, text: str, language: str) -> list[tuple[str, tuple[str, ...]]]:
        """What is said in `text` with what documents call it: the lender's synonyms, then the trade's."""
        folded = normalize(text)
        own = [(word, others) for word, others in self._synonyms.items() if _says(folded, word)]
        return own + _of_the_trade(text, language)


def same_in_trade(text: str, language: str) -> dict[str, frozenset[str]]:
    """By term of a text the terms that documents of the trade have for it; without a lender's own synonyms."""
    return _alternatives(_of_the_trade(text, language), language)


def _of_the_trade(text: str, language: str) -> list[tuple[str, tuple[str, ...]]]:
    heard = normalize(text) if language == "zh" else " ".join(terms(text, language))
    entries = THESAURUS.get(language, ())
    return [(entry.said, entry.written) for entry in entries if _means(heard, entry, language)]


def _means(heard: str, entry: Entry, language: str) -> bool:
    """Whether it is said outside the phrases in which it means another thing."""
    said = _stemmed(entry.said, language)
    if not _says(heard, said):
        return False
    for phrase in entry.never:
        heard = _place(_stemmed(phrase, language)).sub(" ", heard)
    return _says(heard, said)


@lru_cache(maxsize=4096)
def _stemmed(word: str, language: str) -> str:
    return word if language == "zh" else " ".join(terms(word, language))


def _alternatives(same: Sequence[tuple[str, tuple[str, ...]]], language: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for said, others in same:
        meant = frozenset(term for other in others for term in content_terms(other, language))
        for term in content_terms(said, language):
            found[term] = found.get(term, frozenset()) | meant
    return found


def is_follow_up(question: str, language: str) -> bool:
    """Whether a question leans on the one before it: "and for goats?"."""
    pattern = _FOLLOW_UP.get(language)
    few = len(content_terms(question, language)) <= _LONGEST_FOLLOW_UP * (2 if language == "zh" else 1)
    return bool(pattern and few and regex.fullmatch(pattern, normalize(question).strip()))


def _end(before: str, language: str) -> str:
    """The end of the message before a follow-up, where a story comes to its question."""
    return before[-_BEFORE_ZH:] if language == "zh" else " ".join(before.split()[-_BEFORE:])


def _may_be_misspelled(word: str, language: str) -> bool:
    if len(word) < SHORTEST_SPELLED or not _LATIN.fullmatch(word):
        return False
    return word not in stop_words(language) and not means_itself(word, language)


def _says(folded: str, word: str) -> bool:
    return _place(word).search(folded) is not None


@lru_cache(maxsize=4096)
def _place(word: str) -> regex.Pattern[str]:
    """Where a word stands; of letters that are written together, anywhere."""
    written = regex.escape(word)
    return regex.compile(rf"\b{written}\b" if _LATIN.search(word) else written)
