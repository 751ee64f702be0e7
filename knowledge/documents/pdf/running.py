"""What is printed on page after page and is no text: running heads, page numbers, tables of contents."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from knowledge.documents.pdf.lines import Line, Page

_PAGE_NUMBER = re.compile(
    r"^\W*(?:page|ukurasa(?: wa)?|página|p\.|第)?\s*[\divxlc]{1,5}\s*(?:页|頁)?\s*"
    r"(?:(?:of|/|de|sur|kati ya|共|,)\s*\d{1,4}\s*(?:页|頁)?)?\W*$",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"(?:[.·…_‥]\s?){6,}\s*(?:\d{1,4}|[ivxlc]{1,6})?\s*$")  # a line of a table of contents
_NUMBER = re.compile(r"[0-9]{1,9}")
_ONE_PLACE = 8.0  # points within which a line stands in the same place
_EDGE = 0.11


def drop_running(pages: Sequence[Page]) -> None:
    """Take off tables of contents, page numbers, and what stands at the same edge of page after page."""
    running = _running(pages)
    for page in pages:
        page.lines = [
            line
            for line in page.lines
            if not _CONTENTS.search(line.text)
            and not (_at_edge(line, page) and (_PAGE_NUMBER.match(line.text) or id(line) in running))
        ]


def _running(pages: Sequence[Page]) -> set[int]:
    """The lines printed on many pages in one place, the same but for a number that counts the pages.

    Rules that differ in their figures alone look alike too; their numbers do not go with the pages.
    """
    alike: dict[tuple[str, int], list[tuple[Line, int]]] = defaultdict(list)
    for page in pages:
        for line in page.lines:
            if _at_edge(line, page):
                alike[_NUMBER.sub("#", line.text).casefold().strip(), round(line.top / _ONE_PLACE)].append(
                    (line, page.number)
                )
    often = max(2, round(len(pages) * 0.3))
    return {
        id(line)
        for lines in alike.values()
        if len(lines) >= often and _counts_pages(lines)
        for line, _page in lines
    }


def _counts_pages(lines: Sequence[tuple[Line, int]]) -> bool:
    """Whether each number in the lines is the same on all pages, or goes up with them."""
    numbers = [[int(found) for found in _NUMBER.findall(line.text)] for line, _page in lines]
    for column in zip(*numbers, strict=True):
        offsets = {number - page for number, (_line, page) in zip(column, lines, strict=True)}
        if len(set(column)) > 1 and len(offsets) > 1:
            return False
    return True


def _at_edge(line: Line, page: Page) -> bool:
    return line.bottom < page.height * _EDGE or line.top > page.height * (1 - _EDGE)
