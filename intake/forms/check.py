"""Looking a form over before anybody meets it: every fault with its place and its fix."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from intake.forms.choice_check import choice_faults
from intake.forms.counts import count_faults
from intake.forms.dangling import rules
from intake.forms.defaults import broken_constraints
from intake.forms.errors import Fault, FaultCode, FormRefused, Severity
from intake.forms.form import Form
from intake.forms.in_chat import in_chat
from intake.forms.loading import examine, located
from intake.forms.model import Control, QuestionKind, Text
from intake.forms.references import references
from intake.forms.slow_patterns import endless
from intake.forms.texts import plain
from intake.forms.xpath import Compiled, ExpressionError
from intake.forms.xpath.functions.texts import compile_pattern
from intake.forms.xpath.syntax import Call, Literal, walk

LONGEST_QUESTION = 500
_UNLABELLED = frozenset({QuestionKind.RANGE, QuestionKind.GEOPOINT})


def check(source: Path | bytes, name: str = "") -> list[Fault]:
    """Every fault of a form, errors first. A form that cannot be read has the reasons why."""
    try:
        form = examine(source, name)
    except FormRefused as refused:
        return refused.faults
    found = [*form.faults, *(located(fault, form.sheets) for fault in _faults(form))]
    unique = list(dict.fromkeys(found))
    return sorted(
        unique,
        key=lambda fault: (fault.severity is not Severity.ERROR, fault.sheet != "survey", fault.row or 0),
    )


def _faults(form: Form) -> Iterator[Fault]:
    for control in form.questions:
        yield from _label_faults(form, control)
        yield from _pattern_faults(control)
    yield from choice_faults(form)
    yield from _constraint_faults(form)
    yield from count_faults(form)
    yield from broken_constraints(form)
    yield from in_chat(form)


def _label_faults(form: Form, control: Control) -> Iterator[Fault]:
    if not _has_text(control.label) and not _has_text(control.hint) and control.kind not in _UNLABELLED:
        yield _warning(
            FaultCode.NO_LABEL, control, f"{control.field.path} has no label", "write what is asked", "label"
        )
    for language in form.languages or ("",):
        text = plain(form, control.label, language)
        if text is None:
            yield _warning(
                FaultCode.MISSING_TRANSLATION,
                control,
                f"the label of {control.field.path} is not translated into {language}",
                f"fill label::{language}",
                "label",
            )
        elif len(text) > LONGEST_QUESTION:
            yield _warning(
                FaultCode.TOO_LONG,
                control,
                f"the question has {len(text)} characters; more than {LONGEST_QUESTION} are hard to read on a phone",
                "shorten it, or move the details to the hint",
                "label",
            )
    yield from _hint_faults(form, control)


def _hint_faults(form: Form, control: Control) -> Iterator[Fault]:
    if control.hint is None or control.hint.itext is None:
        return
    written = {language: plain(form, control.hint, language) for language in form.languages}
    if any(written.values()):
        for language, text in written.items():
            if text is None:
                message = f"the hint of {control.field.path} is not translated into {language}"
                yield _warning(
                    FaultCode.MISSING_TRANSLATION, control, message, f"fill hint::{language}", "hint"
                )


def _has_text(text: Text | None) -> bool:
    return text is not None and (text.itext is not None or text.reference is not None or any(text.pieces))


def _pattern_faults(control: Control) -> Iterator[Fault]:
    for column, expression in rules(control.field):
        for part in walk(expression.syntax):
            match part:
                case Call("regex", (_, Literal(pattern))):
                    yield from _pattern_fault(control, column, pattern)


def _pattern_fault(control: Control, column: str, pattern: str) -> Iterator[Fault]:
    try:
        compile_pattern(pattern)
    except ExpressionError as error:
        yield Fault(
            FaultCode.REGEX, str(error), "mend the regular expression", path=control.field.path, column=column
        )
        return
    if (text := endless(pattern)) is not None:
        yield _warning(
            FaultCode.REGEX,
            control,
            f"the regular expression {pattern!r} tries without end on an answer such as {text[:20]!r}…",
            "let nothing inside a repeat match the same letters in two ways: write a+ for (a|aa)+",
            column,
        )


def _constraint_faults(form: Form) -> Iterator[Fault]:
    """Constraints without a message, and constraints that never look at the answer."""
    for control in form.questions:
        constraint: Compiled | None = control.field.bind.constraint
        if constraint is None:
            continue
        if control.field.bind.constraint_message is None:
            yield _warning(
                FaultCode.NO_LABEL,
                control,
                f"the constraint of {control.field.path} has no message: people will not know what is wrong",
                "fill constraint_message",
                "constraint",
            )
        reads = references(constraint.syntax, control.field, form.root)
        if not any(reference.target is control.field for reference in reads):
            message = f"the constraint of {control.field.path} does not look at its own answer"
            yield _warning(FaultCode.DANGLING, control, message, "write . for the answer", "constraint")


def _warning(code: FaultCode, control: Control, message: str, fix: str, column: str) -> Fault:
    return Fault(code, message, fix, path=control.field.path, column=column, severity=Severity.WARNING)
