"""Number phrases of languages that build them from words with scales (all but Chinese)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from intake.reading.cardinals import cardinal_value
from intake.reading.words import NumberWords, Token

DOZEN = 12  # "a dozen and a half" is eighteen


def phrase(tokens: Sequence[Token], words: NumberWords) -> Fraction | None:
    """The value of a whole number phrase, or None if it is not one."""
    if not tokens:
        return None
    if (tokens[0] == "-" or tokens[0] in words.minus) and len(tokens) > 1:
        value = phrase(tokens[1:], words)
        return -value if value is not None else None
    for reader in (_over, _share_of, _share_of_scale, cardinal_value, _mixed, _fraction):
        value = reader(tokens, words)
        if value is not None:
            return value
    return None


LEAST_SPREAD = 100  # "5000 over 10 months": such a sum is spread over a time, it is no share


def _over(tokens: Sequence[Token], words: NumberWords) -> Fraction | None:
    """`one over three`, `एक बटा तीन`, `बीस और तीन बटे पांच`."""
    places = [i for i, word in enumerate(tokens) if word in words.over or word == "/"]
    if len(places) != 1 or places[0] == 0:
        return None
    head, tail = tokens[: places[0]], tokens[places[0] + 1 :]
    if tokens[places[0]] == "/" and len(tail) == 2 and tail[1] in words.scales:
        share = _over([*head, "/", tail[0]], words)  # "1/2 million" is half of one
        return share * words.scales[str(tail[1])] if share is not None else None
    below = cardinal_value(tail, words)
    if not below:
        return None
    above = cardinal_value(head, words)
    if tokens[places[0]] != "/" and above is not None and above >= LEAST_SPREAD and above > below:
        return None
    joined = [i for i, token in enumerate(head) if token in words.joins]
    if joined and above is not None and words.bare_scales:
        above = None  # "twenty and three over five": the share begins after the last "and"
    if above is not None and not (
        len(head) == 2 and isinstance(head[0], Fraction) and isinstance(head[1], Fraction)
    ):
        return above / below
    return _whole_and_share(head, joined, below, words)


def _whole_and_share(
    head: Sequence[Token], joined: list[int], below: Fraction, words: NumberWords
) -> Fraction | None:
    cut = joined[-1] if joined else len(head) - 1
    share = cardinal_value(head[cut + 1 :] if joined else head[cut:], words)
    whole = _sum(head[:cut], words)
    return whole + share / below if share is not None and whole is not None else None


def _sum(tokens: Sequence[Token], words: NumberWords) -> Fraction | None:
    value = cardinal_value(tokens, words)
    if value is not None:
        return value
    for i in range(len(tokens) - 1, 0, -1):
        if tokens[i] in words.joins:
            left, right = _sum(tokens[:i], words), cardinal_value(tokens[i + 1 :], words)
            return left + right if left is not None and right is not None else None
    return None


def _share_of(tokens: Sequence[Token], words: NumberWords) -> Fraction | None:
    """`सौ का पाँचवा`: a fifth of a hundred."""
    places = [i for i, token in enumerate(tokens) if token in words.of]
    if len(places) != 1 or places[0] == 0:
        return None
    whole = cardinal_value(tokens[: places[0]], words)
    below = _denominator(tokens[places[0] + 1 :], words)
    return whole / below if whole is not None and below else None


def _share_of_scale(tokens: Sequence[Token], words: NumberWords) -> Fraction | None:
    """`a quarter of a million`, `un cuarto de millón`."""
    places = [i for i, token in enumerate(tokens) if token in words.share_of]
    if len(places) != 1 or places[0] == 0:
        return None
    share = _fraction(tokens[: places[0]], words)
    rest = [token for token in tokens[places[0] + 1 :] if token not in words.articles]
    scale = words.scales.get(str(rest[0])) if len(rest) == 1 else None
    return share * scale if share is not None and scale else None


def _mixed(tokens: Sequence[Token], words: NumberWords) -> Fraction | None:
    """`one and a half`, `three million and a half`, `a hundred and three and two thirds`."""
    if isinstance(tokens[-1], str) and tokens[-1] in words.scales:
        value = _mixed(tokens[:-1], words) if len(tokens) > 3 else None  # "two and a half million"
        return value * words.scales[tokens[-1]] if value is not None else None
    for i in range(len(tokens) - 1, 0, -1):
        share = _fraction(tokens[i + 1 :], words) if tokens[i] in words.joins else None
        whole = cardinal_value(tokens[:i], words) if share is not None and share < 1 else None
        if share is None or whole is None:
            continue
        last = tokens[i - 1]
        scale = words.scales.get(last, 1) if isinstance(last, str) else 1
        return whole + share * (scale if scale >= 1000 or scale == DOZEN else 1)
    return None


def _fraction(tokens: Sequence[Token], words: NumberWords) -> Fraction | None:
    """`half`, `a quarter`, `two thirds`; the longest denominator that leaves a numerator wins."""
    if len(tokens) > 1 and tokens[0] in words.articles:
        alone = _fraction(tokens[1:], words) if len(tokens) == 2 else None
        return alone if alone is not None else _one_over(tokens[1:], words)
    if len(tokens) == 2 and tokens[1] in words.halves:
        count = words.units.get(tokens[0]) if isinstance(tokens[0], str) else None
        return Fraction(1, 2) if count == 1 else None
    if len(tokens) == 1:
        return _single_fraction(tokens[0], words)
    for i in range(1, len(tokens)):
        below = _denominator(tokens[i:], words)
        above = cardinal_value(tokens[:i], words) if below else None
        if below and above is not None:
            return above / below
    return None


def _one_over(tokens: Sequence[Token], words: NumberWords) -> Fraction | None:
    below = _denominator(tokens, words)
    return 1 / below if below else None


def _single_fraction(token: Token, words: NumberWords) -> Fraction | None:
    if token in words.halves:
        return Fraction(1, 2)
    below = _ordinal(token, words)
    return Fraction(1, below) if below and below > 2 else None


def _ordinal(token: Token, words: NumberWords) -> int | None:
    if not isinstance(token, str):
        return None
    return int(token[1:]) if token.startswith("#") and token[1:] else words.ordinals.get(token)


def _denominator(tokens: Sequence[Token], words: NumberWords) -> Fraction | None:
    """`fifths`, `twenty firsts`, `one hundred and fifth`: an ordinal, perhaps with a cardinal before it."""
    if not tokens or not isinstance(tokens[-1], str):
        return None
    last = _ordinal(tokens[-1], words)
    if last is None:
        return None
    if len(tokens) == 1:
        return Fraction(last) if last > 2 else None
    if last >= 100:
        head = cardinal_value(tokens[:-1], words) if words.ordinal_tens or words.of else None
        return head * last if head else None
    if not words.ordinal_tens or tokens[0] in words.scales:
        return None
    front = tokens[:-2] if tokens[-2] in words.joins else tokens[:-1]
    head = cardinal_value(front, words)
    room = _room_after(front, words)
    return head + last if head and room > last else None


def _room_after(tokens: Sequence[Token], words: NumberWords) -> Fraction:
    last = next((token for token in reversed(tokens) if token not in words.joins), "")
    if last in words.tens:
        return Fraction(10)
    return Fraction(words.scales.get(last, 0)) if isinstance(last, str) else Fraction(0)
