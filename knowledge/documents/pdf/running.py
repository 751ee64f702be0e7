"""What is printed on page after page and is no text: running heads, page numbers, tables of contents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from knowledge.documents.pdf.lines import Line, Page

_PAGE_NUMBER = re.compile(
    r"^\W*(?:page|ukurasa(?: wa)?|página|p\.|第)?\s*[\divxlc]{1,5}\s*(?:页|頁)?\s*"
    r"(?:(?:of|/|de|sur|kati ya|共|,)\s*\d{1,4}\s*(?:页|頁)?)?\W*$",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"(?:[.·…_‥]\s?){6,}\s*(?:\d{1,4}|[ivxlc]{1,6})?\s*$")  # a line of a table of contents
_EDGE = 0.11


def drop_running(pages: Sequence[Page]) -> None:
    """Take off tables of contents, page numbers, and what stands at the same edge of page after page."""
    seen = Counter[str]()
    for page in pages:
        seen.update({_shape(line) for line in page.lines if _at_edge(line, page)})
    often = max(2, round(len(pages) * 0.3))
    for page in pages:
        page.lines = [
            line
            for line in page.lines
            if not _CONTENTS.search(line.text)
            and (
                not _at_edge(line, page)
                or not (_PAGE_NUMBER.match(line.text) or (len(pages) > 1 and seen[_shape(line)] >= often))
            )
        ]


def _at_edge(line: Line, page: Page) -> bool:
    return line.bottom < page.height * _EDGE or line.top > page.height * (1 - _EDGE)


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text).casefold().strip()
