"""What the reader of a file noticed, in the admin's words: one sentence a kind, with the places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.conversation.wording import N_, Html, Wording, quoted
from knowledge.documents import Warn

WARNINGS = {
    Warn.HIDDEN_TEXT: N_(
        "Text a reader does not see, or that is struck out. I do not answer from it: {detail}"
    ),
    Warn.ORDERS: N_(
        "This seems to give orders to a machine, not rules to people. Does it belong here? {detail}"
    ),
    Warn.SCANNED_PAGES: N_("These pages are pictures of text. I could not read them: {detail}"),
    Warn.OCR: N_("These pages are scans. I read the pictures, so please check the figures: {detail}"),
    Warn.UNREADABLE_FONT: N_(
        "On these pages I may have taken letters for others. Please check them: {detail}"
    ),
    Warn.DAMAGED_PAGES: N_("These pages are damaged. I read them as plain text: {detail}"),
    Warn.TABLES_AS_TEXT: N_("Time was short: from this page on I read tables as plain text: {detail}"),
    Warn.MISNAMED: N_("The file's name does not fit what is in it: {detail}"),
    Warn.GUESSED_CHARSET: N_(
        "The file does not say how its letters are written. I took them for {detail}. "
        "Please check that they read right."
    ),
    Warn.FORMULA_WITHOUT_VALUE: N_(
        "Formulas without a figure: {detail}. Open the file in its program, save it, and send it again."
    ),
    Warn.SHORTENED: N_("I did not read all of it: {detail}"),
    Warn.UNEVEN_ROWS: N_(
        "Rows with more cells than the header, so figures may stand in the wrong column: {detail}"
    ),
}
DETAIL_MOST = 300


def worded(wording: Wording, warnings: Sequence[str]) -> Iterator[Html]:
    """One sentence for each kind of warning, the details of a kind together."""
    kinds: dict[str, list[str]] = {}
    for warning in warnings:
        code, _, detail = warning.partition(": ")
        kinds.setdefault(code, []).append(detail)
    for code, details in kinds.items():
        text = ", ".join(filter(None, details))
        if code in WARNINGS:
            yield wording.say(WARNINGS[Warn(code)], detail=quoted(text, DETAIL_MOST))
        else:
            yield quoted(f"{code}: {text}", DETAIL_MOST)
