"""Hindi in one spelling of Latin letters, whether it was typed in those or in its own script."""

# ruff: noqa: E501 - a table is read by its rows

from __future__ import annotations

import regex

_CONSONANTS = dict(
    zip(
        "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहळ",
        [
            "k",
            "kh",
            "g",
            "gh",
            "n",
            "ch",
            "chh",
            "j",
            "jh",
            "n",
            "t",
            "th",
            "d",
            "dh",
            "n",
            "t",
            "th",
            "d",
            "dh",
            "n",
            "p",
            "f",
            "b",
            "bh",
            "m",
            "y",
            "r",
            "l",
            "v",
            "sh",
            "sh",
            "s",
            "h",
            "l",
        ],
        strict=True,
    )
)
_VOWELS = dict(
    zip("अआइईउऊऋएऐओऔऑ", ["a", "a", "i", "i", "u", "u", "ri", "e", "ai", "o", "au", "o"], strict=True)
)
_SIGNS = dict(zip("ािीुूृेैोौॉ", ["a", "i", "i", "u", "u", "ri", "e", "ai", "o", "au", "o"], strict=True))
_NASAL, _SILENT, _NUKTA = "ंँ", "्", "\u093c"
_UNSPOKEN = "\x01"  # the vowel that follows a bare consonant, spoken or not
_SPOKEN_HERE = regex.compile(
    rf"(?<=[aeiou{_UNSPOKEN}](?:kh|gh|chh|ch|jh|th|dh|bh|sh|[a-z])){_UNSPOKEN}(?=(?:kh|gh|chh|ch|jh|th|dh|bh|sh|[b-df-hj-np-tv-z])[aeiou])"
)
# Letters that people write for one another, after the words they leave vowels out of.
_ALIKE = (
    (r"\bn(?:h|ah)?[ia]i?n?\b(?<!\bna)|\bnhin?\b", "nahi"), (r"\bkr(?=\b|[nktdu])", "kar"), (r"\brh(?=[aei])", "rah"), (r"\blg(?=[an])", "lag"), (r"\bmr(?=n|\b)", "mar"), (r"\bch(?:ha?|a)?h?t(?=[aei]\b)", "chaht"),
    (r"\bh(?:u|oo)[nm]?\b|\bhn\b", "hun"), (r"\bch?h?od", "chod"), (r"\bkhtam|\bkhatm\b", "khatam"), (r"\bd(?:un|oo?n?)ga", "dunga"), (r"\bl(?:un|oo?n?)ga", "lunga"), (r"\bkhu?dk", "khudk"),
    (r"aa+", "a"), (r"ee+|ii+", "i"), (r"oo+|uu+", "u"), (r"ai\b|ei\b", "e"), (r"ph", "f"), (r"[zx]", "j"), (r"w", "v"), (r"q", "k"), (r"([b-df-hj-np-tv-z])\1+", r"\1"), (r"ch+(?:ch)?h*", "ch"),
)  # fmt: skip
_FOLDS = tuple((regex.compile(pattern), instead) for pattern, instead in _ALIKE)


def romanised(text: str) -> str:
    """Folded text with its Devanagari in Latin letters, long vowels, doubled letters and twin sounds made one."""
    said = _SPOKEN_HERE.sub("", _written_out(text))
    said = regex.sub(rf"{_UNSPOKEN}(?![a-z])", "", said).replace(_UNSPOKEN, "a")
    for pattern, instead in _FOLDS:
        said = pattern.sub(instead, said)
    return said


def _written_out(text: str) -> str:
    found: list[str] = []
    bare = False  # whether the last letter is a consonant that still waits for its vowel
    for letter in text.replace(_NUKTA, ""):
        if bare and letter not in _SIGNS and letter != _SILENT:
            found.append(_UNSPOKEN)
        bare = letter in _CONSONANTS
        if letter in _NASAL:
            found.append("n")
        elif letter != _SILENT:
            found.append(_CONSONANTS.get(letter) or _VOWELS.get(letter) or _SIGNS.get(letter) or letter)
    return "".join((*found, _UNSPOKEN if bare else ""))
