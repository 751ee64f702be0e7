"""Number phrases of languages that build them from words with scales (all but Chinese)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from intake.reading.words import NumberWords

QUARTER = ("robo",)
COUNTED = (2, 12)  # pairs and dozens count the hundreds right before them
LONGEST_SWAHILI = 14  # tokens; more only cost time
Token = str | Fraction  # a word, or a number already read from digits


@dataclass(slots=True)
class _Part:
    """One summand on the way: `room` is what may still be added under it."""

    value: Fraction
    room: Fraction
    scale: int = 1


def phrase(tokens: Sequence[Token], words: NumberWords) -> Fraction | None:
    """The value of a whole number phrase, or None if it is not one."""
    if not tokens:
        return None
    if (tokens[0] == "-" or tokens[0] in words.minus) and len(tokens) > 1:
        value = phrase(tokens[1:], words)
        return -value if value is not None else None
    for reader in (_over, _share_of, _share_of_scale, _cardinal_value, _mixed, _fraction):
        value = reader(tokens, words)
        if value is not None:
            return value
    return None


def _over(tokens: Sequence[Token], words: NumberWords) -> Fraction | None:
    """`one over three`, `एक बटा तीन`, `बीस और तीन बटे पांच`."""
    places = [i for i, word in enumerate(tokens) if word in words.over or word == "/"]
    if len(places) != 1 or places[0] == 0:
        return None
    head, tail = tokens[: places[0]], tokens[places[0] + 1 :]
    if tokens[places[0]] == "/" and len(tail) == 2 and tail[1] in words.scales:
        share = _over([*head, "/", tail[0]], words)  # "1/2 million" is half of one
        return share * words.scales[str(tail[1])] if share is not None else None
    below = _cardinal_value(tail, words)
    if not below:
        return None
    above = _cardinal_value(head, words)
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
    share = _cardinal_value(head[cut + 1 :] if joined else head[cut:], words)
    whole = _sum(head[:cut], words)
    return whole + share / below if share is not None and whole is not None else None


def _sum(tokens: Sequence[Token], words: NumberWords) -> Fraction | None:
    value = _cardinal_value(tokens, words)
    if value is not None:
        return value
    for i in range(len(tokens) - 1, 0, -1):
        if tokens[i] in words.joins:
            left, right = _sum(tokens[:i], words), _cardinal_value(tokens[i + 1 :], words)
            return left + right if left is not None and right is not None else None
    return None


def _share_of(tokens: Sequence[Token], words: NumberWords) -> Fraction | None:
    """`सौ का पाँचवा`: a fifth of a hundred."""
    places = [i for i, token in enumerate(tokens) if token in words.of]
    if len(places) != 1 or places[0] == 0:
        return None
    whole = _cardinal_value(tokens[: places[0]], words)
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
        whole = _cardinal_value(tokens[:i], words) if share is not None and share < 1 else None
        if share is None or whole is None:
            continue
        last = tokens[i - 1]
        scale = words.scales.get(last, 1) if isinstance(last, str) else 1
        return whole + share * (scale if scale >= 1000 else 1)
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
        above = _cardinal_value(tokens[:i], words) if below else None
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
        head = _cardinal_value(tokens[:-1], words) if words.ordinal_tens or words.of else None
        return head * last if head else None
    if not words.ordinal_tens or tokens[0] in words.scales:
        return None
    front = tokens[:-2] if tokens[-2] in words.joins else tokens[:-1]
    head = _cardinal_value(front, words)
    room = _room_after(front, words)
    return head + last if head and room > last else None


def _room_after(tokens: Sequence[Token], words: NumberWords) -> Fraction:
    last = next((token for token in reversed(tokens) if token not in words.joins), "")
    if last in words.tens:
        return Fraction(10)
    return Fraction(words.scales.get(last, 0)) if isinstance(last, str) else Fraction(0)


def _cardinal_value(tokens: Sequence[Token], words: NumberWords) -> Fraction | None:
    if words.scale_first:
        return _scale_first(tokens, words)
    parts = _cardinal(tokens, words)
    return sum((part.value for part in parts), Fraction(0)) if parts else None


def _cardinal(tokens: Sequence[Token], words: NumberWords) -> list[_Part] | None:
    parts: list[_Part] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token in words.joins:
            if not parts or position + 1 == len(tokens) or tokens[position + 1] in words.joins:
                return None
        elif token in words.points:
            taken = _decimals(tokens[position + 1 :], words)
            if not taken:
                return None
            whole = parts.pop().value if parts else Fraction(0)
            parts.append(_Part(whole + taken[0], Fraction(0)))
            position += taken[1]
        elif not _take(parts, token, tokens[position + 1 :], words):
            return None
        position += 1
    return parts if _descending(parts) else None


def _descending(parts: list[_Part]) -> bool:
    return all(parts[i].value > parts[i + 1].value for i in range(len(parts) - 1))


def _take(parts: list[_Part], token: Token, rest: Sequence[Token], words: NumberWords) -> bool:
    if isinstance(token, Fraction):
        return _add(parts, _Part(token, Fraction(0)))
    if token in words.scales:
        return _scale(parts, words.scales[token], words)
    if token in words.before or token in words.fractions:
        return _add(parts, _before(token, rest, words))
    if token in words.tens:
        value = words.tens[token]
        room = Fraction(20 if value in words.wide_tens else 100 if value >= 100 else 10)
        return _add(parts, _Part(Fraction(value), room))
    if token in words.units:
        return _add(parts, _Part(Fraction(words.units[token]), Fraction(0)))
    if token in words.articles:
        return bool(rest) and rest[0] not in words.units and _add(parts, _Part(Fraction(1), Fraction(1)))
    if token in words.halves:
        return _half(parts, rest, words)
    if token in words.ordinals and rest and rest[0] in words.scales:
        return _quarters(parts, words.ordinals[token])
    return False


def _quarters(parts: list[_Part], below: int) -> bool:
    """`three quarters million`: the count so far is the numerator."""
    if not parts or parts[-1].scale > 1 or parts[-1].value >= below:
        return False
    parts[-1] = _Part(parts[-1].value / below, Fraction(0))
    return True


def _half(parts: list[_Part], rest: Sequence[Token], words: NumberWords) -> bool:
    """`half a million`, `half dozen`: only before a scale; elsewhere `_mixed` reads it."""
    follow = [token for token in rest[:2] if token not in words.articles]
    if not follow or follow[0] not in words.scales:
        return False
    article = not words.articles and len(parts) == 1 and parts[0].room == 0  # "un demi-million"
    if parts and parts[-1].value == 1 and (parts[-1].room == 1 or article):
        parts.pop()  # "a half million", but not "one and half million"
    return _add(parts, _Part(Fraction(1, 2), Fraction(2)))


def _before(token: str, rest: Sequence[Token], words: NumberWords) -> _Part:
    """`सवा लाख` is 1.25 lakh, `सवा दो` is 2.25, `साढ़े तीन` is 3.5, `डेढ़` alone is 1.5."""
    if token in words.fractions:
        return _Part(words.fractions[token], Fraction(0))
    add = words.before[token]
    follows = rest[0] if rest else None
    counted = isinstance(follows, Fraction) or (isinstance(follows, str) and follows in words.units)
    return _Part(add, Fraction(100)) if counted else _Part(1 + add, Fraction(0))


def _add(parts: list[_Part], part: _Part) -> bool:
    if not parts:
        parts.append(part)
        return True
    last = parts[-1]
    if (abs(last.value) < 1 and last.room == 100) or (last.value == 1 and last.room == 1 and part.value < 1):
        parts[-1] = _Part(last.value + part.value if abs(last.value) < 1 else part.value, Fraction(0))
        return True
    if last.value < 1 and last.room == 2 and part.room == 1:
        return True  # the "a" of "half a dozen"
    if part.value >= last.room or (part.value == 0 and last.room <= 10):
        return False
    parts.append(part)
    return True


def _scale(parts: list[_Part], scale: int, words: NumberWords) -> bool:
    taken = Fraction(0)
    found = False
    if scale in COUNTED and parts and parts[-1].scale > scale:  # "two hundred dozens"
        whole = sum((part.value for part in parts), Fraction(0))
        parts[:] = [_Part(whole * scale, Fraction(scale), scale)]
        return True
    while parts and (parts[-1].value < scale or (parts[-1].scale == 1 and not found)):
        taken += parts.pop().value
        found = True
    if not found and parts and not words.bare_scales:
        return False
    parts.append(_Part((taken if found else 1) * Fraction(scale), Fraction(scale), scale))
    return True


def _decimals(tokens: Sequence[Token], words: NumberWords) -> tuple[Fraction, int] | None:
    """The digits after "point": `five`, `zero three`, `25`, `ninety-nine`; with how many tokens they took."""
    for length in range(min(len(tokens), 5), 0, -1):
        two = _two_digits(tokens[:length], words)
        if two is not None:
            return two / 100, length
    digits = ""
    count = 0
    for token in tokens:
        value = token if isinstance(token, Fraction) else words.units.get(token)
        if value is None or value >= 10 ** (2 if isinstance(token, str) else 9) or (digits and value > 9):
            break
        digits += str(value)
        count += 1
    return (Fraction(int(digits), 10 ** len(digits)), count) if digits else None


def _two_digits(tokens: Sequence[Token], words: NumberWords) -> Fraction | None:
    """`noventa y nueve`, `quatre-vingt-dix-neuf`: a number of two digits in words."""
    if not all(isinstance(token, str) for token in tokens) or words.scale_first:
        return None
    if any(token in words.scales or token in words.points for token in tokens):
        return None
    value = _cardinal_value(tokens, words)
    return value if value is not None and value.denominator == 1 and 10 <= value <= 99 else None


def _scale_first(tokens: Sequence[Token], words: NumberWords) -> Fraction | None:
    readings = swahili(tuple(tokens), words)
    return readings[0] if readings else None


@lru_cache(maxsize=4096)
def swahili(tokens: tuple[Token, ...], words: NumberWords) -> list[Fraction]:
    """Every reading of a Swahili number, the one with the longest factor of the scale first.

    "elfu kumi na tano" is fifteen thousand, and, less likely, ten thousand and five.
    """
    if not tokens or len(tokens) > LONGEST_SWAHILI:
        return []
    scales = [(words.scales[t], i) for i, t in enumerate(tokens) if isinstance(t, str) and t in words.scales]
    if not scales:
        return _below_hundred(tokens, words)
    scale, place = max(scales, key=lambda found: (found[0], -found[1]))
    if place > 0:
        return _scale_after(tokens, place, scale, words)
    rest = tokens[1:]
    if not rest:
        return [Fraction(scale)]
    found: list[Fraction] = []
    for cut in range(len(rest), -1, -1):
        factors = swahili(rest[:cut], words) if cut else [Fraction(1)]
        tails = _tail(rest[cut:], scale, words)
        found += [f * scale + t for f in factors[:1] if 0 < f < 1000 for t in tails]
    return list(dict.fromkeys(found))


def _scale_after(tokens: tuple[Token, ...], place: int, scale: int, words: NumberWords) -> list[Fraction]:
    """`5 elfu`, `tano elfu`: the other order, as people also write it."""
    head = tokens[:place]
    if any(isinstance(token, str) and token in words.scales for token in head):
        return []
    factors = swahili(head, words)
    return [factors[0] * scale + tail for tail in _tail(tokens[place + 1 :], scale, words)] if factors else []


def _tail(tokens: tuple[Token, ...], scale: int, words: NumberWords) -> list[Fraction]:
    """What follows a scale: nothing, "na nusu" (half of the scale), or a smaller number."""
    if not tokens:
        return [Fraction(0)]
    joined = tokens[0] in words.joins
    body = tokens[1:] if joined else tokens
    if joined and len(body) == 1 and body[0] in words.halves:
        return [Fraction(scale, 2)]
    if joined and len(body) == 1 and body[0] == "robo":
        return [Fraction(scale, 4)]
    if not joined and body and body[0] not in words.scales:
        return []
    return [value for value in swahili(body, words) if 0 < value < scale]


def _below_hundred(tokens: tuple[Token, ...], words: NumberWords) -> list[Fraction]:
    if len(tokens) == 1:
        return _swahili_one(tokens[0], words)
    if len(tokens) == 2 and tokens[0] == "robo" and tokens[1] == "tatu":
        return [Fraction(3, 4)]
    if len(tokens) != 3 or tokens[1] not in words.joins:
        return []
    head, tail = tokens[0], tokens[2]
    whole = _swahili_one(head, words)
    if tail in words.halves and whole and whole[0] >= 1:
        return [whole[0] + Fraction(1, 2)]
    unit = words.units.get(tail) if isinstance(tail, str) else None
    ten = words.tens.get(head) if isinstance(head, str) else None
    return [Fraction(ten + unit)] if ten and unit and unit < 10 else []


def _swahili_one(token: Token, words: NumberWords) -> list[Fraction]:
    if isinstance(token, Fraction):
        return [token]
    if token in words.halves:
        return [Fraction(1, 2)]
    if token in QUARTER:
        return [Fraction(1, 4)]
    value = words.units.get(token, words.tens.get(token))
    return [Fraction(value)] if value is not None else []
