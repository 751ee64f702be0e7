"""Forms by chance: spoilt sheets are refused or walked, and changing answers leaves what working all out would give."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from intake.forms import FormRefused, FormSession, load_form
from intake.forms.check import check
from intake.forms.walk import walk
from intake.forms.xpath import Node
from tests.intake.forms.test_samples import FILES, FORMS, now

JUNK = (
    *(
        "",
        ".",
        "..",
        "${nope}",
        "1",
        "yes",
        "text",
        "note",
        "begin group",
        "end group",
        "begin repeat",
        "end repeat",
    ),
    *("select_one x", "calculate", "range", "now()", "position(..)", "once(1)", "(", "é", "a b", "1a", "${"),
    *(
        "select_one_from_file a.csv",
        "start=1 end=9 step=2",
        "randomize=true",
        "indexed-repeat(",
        "xml-external",
    ),
    *("jr:choice-name(${a}, '${b}')", "${last-saved#a}", "select_one x or_other", "background-audio"),
)


def spoilt(text: str, chance: random.Random) -> bytes:
    """A sheet with a row or two lost, doubled, or with other things in its cells."""
    lines = text.splitlines()
    for _ in range(chance.choice([1, 1, 2, 3])):
        at, what = chance.randrange(len(lines)), chance.random()
        cells = lines[at].split("|")
        if what < 0.25 and len(lines) > 3:
            lines.pop(at)
        elif what < 0.35:
            lines.insert(chance.randrange(len(lines)), lines[at])
        elif len(cells) > 3:
            cells[chance.randrange(2, len(cells) - 1)] = f" {chance.choice(JUNK)} "
            lines[at] = "|".join(cells)
    return "\n".join(lines).encode()


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_spoilt_form_is_refused_with_reasons_or_walked(path: Path) -> None:
    chance = random.Random(path.stem)
    for _ in range(3):
        data = spoilt(path.read_text(encoding="utf-8"), chance)
        try:
            loaded = load_form(data, "f.md", files=FILES)
        except FormRefused as refused:
            assert all(fault.message and fault.fix for fault in refused.faults)
            assert check(data, "f.md")
            continue
        walked = walk(loaded, clock=now, seed=1)
        assert walked.finished, (data.decode(), walked.stuck_at, walked.reason)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_answers_changed_by_chance_leave_what_working_all_out_gives(path: Path) -> None:
    loaded, chance = load_form(path), random.Random(path.stem)
    walked = walk(loaded, clock=now, seed=1)
    session = walked.session
    assert session is not None
    asked = [(at, value) for at, value in walked.steps if value != "added" and not _calculated(session, at)]
    open_ended = [field for field, repeat in loaded.repeats() if repeat.count is None and field.depth == 1]
    for _ in range(15 if asked else 0):
        at, value = chance.choice(asked)
        if at not in session.values():
            continue  # its instance is gone
        match chance.randrange(4):
            case 0:
                session.answer(at, chance.choice(asked)[1])
            case 1:
                session.clear(at)
            case 2 if open_ended:
                session.add_repeat(open_ended[0].path)
            case _:
                session.answer(at, value)
    before = _everything(session)
    assert _everything(FormSession.restore(loaded, session.save(), clock=now)) == before
    session.state.start_rules(session.state.root)
    session.state.settle()
    assert _everything(session) == before


def _calculated(session: FormSession, path: str) -> bool:
    field = session.form.find(re.sub(r"\[\d+\]", "", path))
    return field is not None and field.bind.calculate is not None


def _everything(session: FormSession) -> dict[str, tuple[str, bool]]:
    def below(node: Node) -> dict[str, tuple[str, bool]]:
        found = {session.state.path(node): (node.text, node.relevant)}
        for child in node.elements():
            found |= below(child)
        return found

    return below(session.state.root)
