"""What a lender's form asks for that a chat cannot give, or gives in another way: warned of, never refused."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.forms.errors import Fault, FaultCode, Severity
from intake.forms.form import Form
from intake.forms.model import Control, QuestionKind
from intake.forms.sheets import Row

# Types that record something by themselves, on a device that a chat is not.
RECORDED = {
    "audit": ("records nothing in the chat; each answer's time stands in the log", "remove the row"),
}
ACTIONS = {
    "recordaudio": (
        "background-audio records nothing in the chat",
        "ask with an audio question what should be heard",
    ),
    "setgeopoint": (
        "a chat does not tell where it is by itself: it stays empty",
        "ask with a geopoint question",
    ),
}
DRAWN = re.compile(r"(?<![\w-])(signature|draw|annotate)(?![\w-])")
IMAGE_MAP = re.compile(r"(?<![\w-])image-map(?![\w-])")
OTHER_APP = re.compile(r"(?<![\w-])(?:ex:|printer)")
SHOWN = re.compile(r"^(?:media::)?(?:big-)?(?:image|audio|video)(?:::|$)")


def in_chat(form: Form) -> Iterator[Fault]:
    """A warning for each such row, with its sheet, row, column and fix."""
    for control in form.questions:
        yield from _appearance(control)
    for action in form.actions:
        if action.kind in ACTIONS:
            what, fix = ACTIONS[action.kind]
            yield _warning(f"{action.target.path}: {what}", fix, action.target.path, "type")
    for sheet in ("survey", "choices"):
        for row in form.sheets.rows.get(sheet, ()):
            yield from _row(sheet, row)


def _appearance(control: Control) -> Iterator[Fault]:
    path, appearance = control.field.path, control.appearance
    drawn = DRAWN.search(appearance)
    if drawn and control.kind is QuestionKind.IMAGE:
        message = f"{path} wants a {drawn[1]}; a chat cannot draw and takes any photo"
        yield _warning(
            message, "ask for a photo of it on paper, or let the officer take it", path, "appearance"
        )
    if OTHER_APP.search(appearance):
        message = f"{path} wants another app, which a chat cannot open; the answer is written"
        yield _warning(message, "say in the hint what to write", path, "appearance")
    if IMAGE_MAP.search(appearance):
        message = f"{path} is chosen on a picture, which a chat does not show; it becomes buttons"
        yield _warning(message, "let the choices' labels say which is which", path, "appearance")
    if control.kind is QuestionKind.BARCODE:
        message = f"{path} is a code to be scanned; a chat does not scan, the code is written"
        yield _warning(message, "say in the hint where the number stands, or ask for a photo", path, "type")


def _row(sheet: str, row: Row) -> Iterator[Fault]:
    kind = row.cell("type").lower()
    if sheet == "survey" and kind in RECORDED:
        what, fix = RECORDED[kind]
        yield _warning(f"{kind} {what}", fix, column=row.header("type"), row=row.number)
    for column, cell in row.cells.items():
        if SHOWN.match(column) and cell.strip():
            message = f"{cell.strip()!r} is not shown in the chat"
            yield _warning(
                message,
                "say in the label what it shows",
                column=row.header(column),
                row=row.number,
                sheet=sheet,
            )


def _warning(
    message: str, fix: str, path: str = "", column: str = "", *, row: int | None = None, sheet: str = "survey"
) -> Fault:
    return Fault(
        FaultCode.NOT_IN_CHAT,
        message,
        fix,
        path=path,
        sheet="" if row is None else sheet,
        row=row,
        column=column,
        severity=Severity.WARNING,
    )
