"""Words of a PDF in the order they were printed, so that letters that lie over one another stay apart."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from knowledge.documents.footnotes import footnote_mark
from knowledge.documents.pdf.glyphs import Char, is_turned, narrow_figures

GAP = 0.15  # of the letter's size: wider, and a new word begins
CELL_GAP = 0.8  # wider than between words of a text: a cell begins
_BACK = 0.5
_OFF_LINE = 0.35
_RAISED = 0.85  # of the size beside it: a footnote's mark, not a figure


@dataclass(slots=True, eq=False)
class Run:
    """Letters printed one after the other without a gap, and the box they stand in."""

    chars: tuple[Char, ...]
    text: str = field(init=False)
    left: float = field(init=False)
    right: float = field(init=False)
    top: float = field(init=False)
    bottom: float = field(init=False)
    size: float = field(init=False)

    def __post_init__(self) -> None:
        self.text = "".join(char["text"] for char in self.chars)
        self.left = min(char["x0"] for char in self.chars)
        self.right = max(char["x1"] for char in self.chars)
        self.top = min(char["top"] for char in self.chars)
        self.bottom = max(char["bottom"] for char in self.chars)
        self.size = self.chars[0]["size"]

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def cut(self, *places: int) -> list[Run]:
        """The run in pieces that begin at `places`."""
        edges = [0, *places, len(self.chars)]
        return [Run(self.chars[start:end]) for start, end in pairwise(edges) if end > start]


def runs_of(chars: Sequence[Char]) -> Iterator[Run]:
    """The words of a page; a space or a jump ends one."""
    marks = narrow_figures(chars)
    word: list[Char] = []
    for char in chars:
        char["raised"] = id(char) in marks
        if word and (char["text"].isspace() or not _follows(word[-1], char)):
            yield Run(tuple(word))
            word = []
        if not char["text"].isspace():
            word.append(char)
    if word:
        yield Run(tuple(word))


def _follows(before: Char, char: Char) -> bool:
    if is_turned(before) or is_turned(char):
        return is_turned(before) and is_turned(char) and before.get("string") == char.get("string")
    size = max(before["size"], char["size"])
    if abs(before["bottom"] - char["bottom"]) > size * _OFF_LINE or is_raised(char, before):
        return False
    gap = char["x0"] - before["x1"]
    if before["raised"] != char["raised"] and gap < size * GAP:
        return False
    if before.get("string") != char.get("string") and gap < -size * GAP and not _is_mark(char):
        return False  # printed over the end of another text: two cells of a narrow table
    return bool(-size * _BACK <= gap <= size * GAP)


def _is_mark(char: Char) -> bool:
    """Whether the letter is set over the one before it, as accents and vowel signs are."""
    return unicodedata.category(char["text"][0]).startswith("M")


def is_raised(mark: Char, beside: Char) -> bool:
    """Whether `mark` stands small and high beside a letter, as the mark of a footnote does."""
    if mark["raised"] or beside["raised"]:
        return bool(mark["raised"] and not beside["raised"])
    small = mark["size"] < beside["size"] * _RAISED
    return bool(small and mark["bottom"] < beside["bottom"] - beside["size"] * 0.1)


def joined(runs: Sequence[Run]) -> str:
    """The words of a cell or a line as they are read: line under line, left to right, spaces where there are gaps."""
    if any(is_turned(run.chars[0]) for run in runs):
        return " ".join(run.text for run in runs)
    return "\n".join(line_text(line) for line in lines_in(runs))


def lines_in(runs: Sequence[Run]) -> list[list[Run]]:
    """Words that stand on one height, left to right, from the top down."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (run.bottom, run.left)):
        if lines and _on_one_line(lines[-1], run):
            lines[-1].append(run)
        else:
            lines.append([run])
    return [sorted(line, key=lambda run: run.left) for line in lines]


def _on_one_line(line: Sequence[Run], run: Run) -> bool:
    """Bottoms at one height, or a raised mark and the word it stands beside."""
    before = max(line, key=lambda run: run.size)
    if abs(before.bottom - run.bottom) <= max(before.size, run.size) * _OFF_LINE:
        return True
    small, large = sorted((before, run), key=lambda run: run.size)
    return (
        small.size < large.size * _RAISED
        and large.top - large.size * 0.3 <= small.top
        and (small.bottom <= large.bottom)
    )


def line_text(runs: Sequence[Run]) -> str:
    """One line's words with a space where there is a gap."""
    text = runs[0].text
    if len(runs) > 1 and is_raised(runs[0].chars[0], runs[1].chars[0]):
        text = footnote_mark(text, "")
    for before, run in pairwise(runs):
        apart = run.left - before.right
        size = max(before.size, run.size)
        if apart <= size * GAP and is_raised(run.chars[0], before.chars[-1]):
            text += footnote_mark(run.text, before.text)
        elif -0.2 * run.size < apart <= size * GAP and not (text.endswith("]") and run.text[0].isalnum()):
            text += run.text
        else:
            text += f" {run.text}"
    return text
