"""Find the number phrases in a text and what stands around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache

from intake.reading.cardinals import decimals
from intake.reading.grammar import phrase
from intake.reading.lexing import Lexeme, known_words, lex
from intake.reading.swahili import swahili
from intake.reading.types import Reason
from intake.reading.words import NumberWords, Token, number_words

LEAST_RANK = 1000  # from a thousandth on
LEAST_COUNTED = 100  # whole hundreds are not parts of something
LONGEST_PHRASE = 28  # tokens; "three billion four hundred and fifty-five thousand …" is 24
MOST_NUMERALS = 4  # in one phrase: 1 3/4, 5 million 2 thousand 3 hundred and 21


@dataclass(frozen=True, slots=True)
class Span:
    """One number phrase: token range, its readings, and why it may not be sure."""

    first: int
    last: int
    values: tuple[Fraction, ...]
    doubts: frozenset[Reason] = frozenset()


@dataclass(slots=True)
class Scan:
    """A whole text: its lexemes, the number phrases, and the lexemes nobody understood."""

    lexemes: list[Lexeme]
    spans: list[Span] = field(default_factory=list)
    strangers: list[Lexeme] = field(default_factory=list)
    vague: bool = False
    ranged: bool = False

    def plural(self, words: NumberWords) -> bool:
        """Only a scale in the plural: "thousands" names no number."""
        return any(
            span.first == span.last and self.lexemes[span.first].text in words.plurals for span in self.spans
        )

    @property
    def bare(self) -> bool:
        """Only a scale: "a few thousand" names no number."""
        return all(span.first == span.last and not self.lexemes[span.first].values for span in self.spans)


def scan(text: str, language: str, *, decimal_separator: str | None = None, money: bool = False) -> Scan:
    """All number phrases of cleaned `text`, longest first from the left, and what is left over."""
    words = number_words(language)
    lexemes = lex(text, language, decimal_separator, money=money)
    result = Scan(lexemes)
    position = 0
    while position < len(lexemes):
        span = _longest(lexemes, position, words)
        if span:
            result.spans.append(span)
            position = span.last + 1
        else:
            position += 1
    _sort_rest(result, words)
    return result


def _longest(lexemes: list[Lexeme], first: int, words: NumberWords) -> Span | None:
    if not _may_start(lexemes, first, words):
        return None
    end = first + 1
    numerals = int(lexemes[first].kind == "numeral")
    while end < len(lexemes) and end - first < LONGEST_PHRASE and _may_stand(lexemes[end], words):
        numerals += lexemes[end].kind == "numeral"
        if numerals > MOST_NUMERALS:
            break
        end += 1
    for stop in range(end, first, -1):
        values = _values(lexemes[first:stop], words)
        if values and _strong(lexemes[first:stop], words):
            return Span(first, stop - 1, values, _doubts(lexemes[first:stop], values, words))
    return None


def _may_stand(lexeme: Lexeme, words: NumberWords) -> bool:
    return lexeme.kind in ("numeral", "ordinal") or lexeme.text in _standing(words) or lexeme.text == "/"


@cache
def _standing(words: NumberWords) -> frozenset[str]:
    return known_words(words) | {piece for entry in words.over for piece in entry.split()}


def _may_start(lexemes: list[Lexeme], first: int, words: NumberWords) -> bool:
    lexeme = lexemes[first]
    if lexeme.text == "-":
        before = lexemes[first - 1] if first else None
        return before is None or (before.kind not in ("numeral",) and before.text not in _standing(words))
    return (
        _may_stand(lexeme, words)
        and lexeme.text not in words.joins | words.over | words.of | words.share_of
        and lexeme.text != "/"
    )


def _strong(lexemes: Sequence[Lexeme], words: NumberWords) -> bool:
    """A phrase needs more than an article, a join, an ordinal or a lone letter for a scale."""
    tables = (words.units, words.tens, words.before, words.fractions)
    solid = any(
        lexeme.kind == "numeral"
        or lexeme.text in words.halves
        or any(lexeme.text in table for table in tables)
        or (lexeme.text in words.scales and (len(lexeme.text) > 2 or not lexeme.text.isascii()))
        for lexeme in lexemes
    )
    share = (
        len(lexemes) > 1
        and lexemes[0].text in words.articles
        and (lexemes[1].text in words.ordinals or lexemes[1].kind == "ordinal")
    )
    return solid or share


def _doubts(lexemes: Sequence[Lexeme], values: tuple[Fraction, ...], words: NumberWords) -> frozenset[Reason]:
    doubts = set()
    if len(values) > 1:
        doubts.add(Reason.SEPARATOR if any(len(lexeme.values) > 1 for lexeme in lexemes) else Reason.SEVERAL)
    if any(lexeme.slip for lexeme in lexemes):
        doubts.add(Reason.SPELLING)
    if _share_or_rank(lexemes, words) or _place_in_a_row(lexemes, values, words):
        doubts.add(Reason.SEVERAL)
    return frozenset(doubts)


def _share_or_rank(lexemes: Sequence[Lexeme], words: NumberWords) -> bool:
    """Whether `two millionth` is a small share or a place in a row; `two millionths` is a share.

    Figures before such a word ("100 millionths") are no way to write a share either.
    """
    if len(lexemes) < 2 or words.ordinals.get(lexemes[-1].text, 0) < LEAST_RANK:
        return False
    one = lexemes[-2].text in words.articles or words.units.get(lexemes[-2].text) == 1
    singular = f"{lexemes[-1].text}s" in words.ordinals
    return lexemes[-2].kind == "numeral" or (singular and not one)


def _place_in_a_row(lexemes: Sequence[Lexeme], values: tuple[Fraction, ...], words: NumberWords) -> bool:
    """`one hundred twenty-third` is the 123rd rather than a hundred parts of 23."""
    last = lexemes[-1]
    place = last.kind == "ordinal" or f"{last.text}s" in words.ordinals
    counted = any(words.scales.get(lexeme.text, 0) >= LEAST_COUNTED for lexeme in lexemes[:-1])
    return words.ordinal_tens and place and counted and values[0] > 1


def _values(lexemes: Sequence[Lexeme], words: NumberWords) -> tuple[Fraction, ...]:
    """Every reading; two when a numeral has two, or when Swahili leaves two."""
    choices = max((len(lexeme.values) for lexeme in lexemes), default=0) or 1
    found: list[Fraction] = []
    for choice in range(choices):
        tokens = _tokens(lexemes, choice, words)
        if words.scale_first:
            found += _swahili_values(tokens, words)
        else:
            value = phrase(tokens, words)
            found += [value] if value is not None else []
    return tuple(dict.fromkeys(found))


def _swahili_values(tokens: list[Token], words: NumberWords) -> list[Fraction]:
    points = [place for place, token in enumerate(tokens) if token in words.points]
    if len(points) == 1:  # "mbili nukta tano"
        whole, part = swahili(tuple(tokens[: points[0]]), words), decimals(tokens[points[0] + 1 :], words)
        full = part is not None and part[1] == len(tokens) - points[0] - 1
        return [whole[0] + part[0]] if len(whole) == 1 and part and full else []
    if tokens and (tokens[0] == "-" or tokens[0] in words.minus):
        return [-value for value in swahili(tuple(tokens[1:]), words)]
    return swahili(tuple(tokens), words) or [v for v in [phrase(tokens, words)] if v is not None]


def _tokens(lexemes: Sequence[Lexeme], choice: int, words: NumberWords) -> list[Token]:
    tokens: list[Token] = []
    for place, lexeme in enumerate(lexemes):
        if place and lexemes[place - 1].text in words.points and lexeme.text.isdigit():
            tokens += [Fraction(int(digit)) for digit in lexeme.text]  # "1 point 05" keeps its nought
        elif lexeme.values:
            tokens.append(lexeme.values[min(choice, len(lexeme.values) - 1)])
        else:
            tokens.append(lexeme.text)
    if len(tokens) > 2:
        joined = " ".join(t for t in tokens[1:-1] if isinstance(t, str))
        if "out of" in joined:
            place = tokens.index("out")
            tokens[place : place + 2] = ["out of"]
    return tokens


def _sort_rest(result: Scan, words: NumberWords) -> None:
    taken = {place for span in result.spans for place in range(span.first, span.last + 1)}
    text = " ".join(lexeme.text for lexeme in result.lexemes)
    spoken = words.about | words.fillers
    loose = {piece for entry in spoken if " " in entry and entry in text for piece in entry.split()}
    for place, lexeme in enumerate(result.lexemes):
        if place in taken:
            continue
        if _between(result, place) and lexeme.text in words.ranges | {"-", "~"}:
            result.ranged = True
        elif lexeme.text in words.vague or any(" " in v and v in text for v in words.vague):
            result.vague = True
        elif (
            (lexeme.kind == "word" and lexeme.text not in spoken and lexeme.text not in loose)
            or lexeme.kind == "numeral"
            or (lexeme.text in "/^" and not _closing(result.lexemes[place:]))
        ):
            result.strangers.append(lexeme)


def _between(result: Scan, place: int) -> bool:
    return any(
        left.last == place - 1 and right.first == place + 1
        for left, right in zip(result.spans, result.spans[1:], strict=False)
    )


def _closing(rest: list[Lexeme]) -> bool:
    """`8,000/-` is how a sum is closed on paper."""
    return [lexeme.text for lexeme in rest[:2]] in (["/", "-"], ["/", "="])
