"""Why a file was refused: a code and facts; the bot and the shell word it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath

from knowledge.errors import KnowledgeError


class Refusal(StrEnum):
    """The one reason a file could not become a document."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    ENCRYPTED = "encrypted"
    UNKNOWN_TYPE = "unknown_type"
    DAMAGED = "damaged"
    NO_TEXT = "no_text"
    SCAN = "scan"
    TOO_SLOW = "too_slow"
    TOO_MUCH_MEMORY = "too_much_memory"
    TOO_MUCH_TEXT = "too_much_text"
    BOMB = "bomb"


NOT_A_TEXT = "not a text"  # what was found where no charset makes words
_OF_A_PROGRAM = (
    *(".pdf", ".doc", ".docx", ".docm", ".xls", ".xlsx", ".xlsm"),
    *(".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp"),
)
_ENGLISH = {
    Refusal.EMPTY: "the file is empty; send the file again",
    Refusal.TOO_LARGE: "the file is {size} bytes, more than the {limit} allowed; split it",
    Refusal.ENCRYPTED: "the file is protected with a password; save it without one",
    Refusal.UNKNOWN_TYPE: "the file is {found}, which is not read; use Markdown, HTML, PDF, DOCX, XLSX, CSV or TXT",
    Refusal.DAMAGED: "the file is damaged ({detail}); save it again from the program that made it",
    Refusal.NO_TEXT: "no text was found in the file",
    Refusal.SCAN: "the file is a scan without text; install Debian's tesseract-ocr, or send a file with text",
    Refusal.TOO_SLOW: "reading the file took longer than {seconds} seconds; split it or save it more simply",
    Refusal.TOO_MUCH_MEMORY: "reading the file needed more memory than allowed; split it or save it more simply",
    Refusal.TOO_MUCH_TEXT: "the file holds more text than a policy document may; split it",
    Refusal.BOMB: "the file unpacks to far more than its size ({detail}); it was not opened",
}


class DocumentRefused(KnowledgeError):
    """A file that cannot become a document. `facts` fill the sentence that is worded for `code`."""

    def __init__(self, code: Refusal, **facts: str | int) -> None:
        self.code = code
        self.facts = facts
        shown: dict[str, str | int] = {"found": "of an unknown kind", "detail": "unreadable", **facts}
        super().__init__(_ENGLISH[code].format_map(_Facts(shown)))


class _Facts(dict[str, str | int]):
    def __missing__(self, key: str) -> str:
        return "?"


class NotAText(DocumentRefused):
    """Bytes that no program knows and no charset makes words of."""

    def __init__(self) -> None:
        super().__init__(Refusal.UNKNOWN_TYPE, found=NOT_A_TEXT)


def not_a_text(filename: str) -> DocumentRefused:
    """Under the name of a program's file it is that file damaged, not a kind that is not read."""
    suffix = PurePath(filename).suffix.lower()
    if suffix not in _OF_A_PROGRAM:
        return NotAText()
    return DocumentRefused(Refusal.DAMAGED, detail=f"it is no {suffix[1:].upper()} and no text")
