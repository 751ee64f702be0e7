"""Forms of our own with every construct of the XLSForm reference: each loads, shows, walks, runs and is handed in."""

from __future__ import annotations

import csv
import io
import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from intake.forms import Form, FormSession, QuestionKind, Severity, load_form
from intake.forms.check import check
from intake.forms.flow import flow
from intake.forms.run import run
from intake.forms.walk import walk
from tests.intake.forms.helpers import begin, form, q, xlsform

SAMPLES = Path(__file__).with_name("samples")
FORMS = sorted(SAMPLES.glob("*.md"))
FILES = {path.name: path for path in SAMPLES.iterdir() if path.suffix != ".md"}


def now() -> datetime:
    return datetime(2026, 11, 29, 8, tzinfo=UTC)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_has_no_error_and_shows_its_flow(path: Path) -> None:
    assert [fault for fault in check(path) if fault.severity is Severity.ERROR] == []
    assert list(flow(load_form(path), ""))


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_is_walked_to_its_end_taken_up_again_and_handed_in(path: Path) -> None:
    loaded = load_form(path)
    for seed in range(3):
        walked = walk(loaded, clock=now, seed=seed)
        assert walked.finished, (walked.stuck_at, walked.reason)
        assert walked.problems == []
        assert walked.session is not None
        again = FormSession.restore(loaded, walked.session.save(), clock=now)
        assert again.values() == walked.session.values()
        handed_in = FormSession.handed_in(loaded, walked.session.submission_xml(), clock=now)
        assert _written(handed_in) == _written(walked.session)
        ran = run(
            FormSession(loaded, clock=now), {at: value for at, value in walked.steps if value != "added"}
        )
        assert [refusal for refusal in ran.refused if refusal["code"] != "not_relevant"] == []


def _written(session: FormSession) -> dict[str, str]:
    return {path: value for path, value in session.values().items() if value}


def _tables(path: Path) -> dict[str, list[list[str]]]:
    tables: dict[str, list[list[str]]] = {}
    sheet = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("| |"):
            tables[sheet].append(cells[1:])
        elif line.startswith("|"):
            sheet = cells[0]
            tables[sheet] = []
    return tables


def _as_csv(path: Path) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    for sheet, rows in _tables(path).items():
        writer.writerow([sheet])
        writer.writerows(["", *row] for row in rows)
    return text.getvalue().encode()


def _as_xlsx(path: Path) -> bytes:
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for sheet, rows in _tables(path).items():
        worksheet = workbook.create_sheet(sheet)
        for row in rows:
            worksheet.append([cell or None for cell in row])
    data = io.BytesIO()
    workbook.save(data)
    return data.getvalue()


def _asked(loaded: Form) -> list[tuple[str, QuestionKind]]:
    return [(control.field.path, control.kind) for control in loaded.questions]


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_is_the_same_whatever_file_it_comes_in(path: Path) -> None:
    asked = _asked(load_form(path))
    assert _asked(load_form(_as_xlsx(path), "form.xlsx", files=FILES)) == asked
    assert _asked(load_form(_as_csv(path), "form.csv", files=FILES)) == asked


def test_a_csv_may_have_a_mark_semicolons_another_encoding_and_sheets_of_its_own() -> None:
    written = "survey;;;\n;type;name;label\n;text;a;Âge\n\n;integer;b;B\nnotes;;;\n;x;y;z\n;1;2;3\n"
    for data in (written.encode("utf-8-sig"), written.encode("cp1252")):
        loaded = load_form(data, "form.csv")
        assert [begin(loaded).label(name) for name in ("a", "b")] == ["Âge", "B"]


SEARCHED = b"name_key,name_label,kind\nap,Apple,red\ncherry,Cherry,red\nba,Banana,yellow\n"


def test_choices_may_be_searched_in_a_file() -> None:
    loaded = form(
        q("text", "kind"),
        q(
            "select_one fruits",
            "fruit",
            appearance="minimal search('fruits', 'matches', 'kind', ${kind}) autocomplete",
        ),
        q(
            "select_multiple fruits",
            "found",
            appearance="search('fruits', 'contains', 'name_key,name_label', ${kind}, 'kind', 'red')",
        ),
        choices=[("fruits", "name_key", "name_label"), ("fruits", "99", "None of them")],
        files={"fruits.csv": SEARCHED},
    )
    assert loaded.files == ["fruits.csv"]
    session = begin(loaded)
    session.answer("kind", "red")
    assert [(each.name, each.label) for each in session.choices("fruit")] == [
        ("99", "None of them"),
        ("ap", "Apple"),
        ("cherry", "Cherry"),
    ]
    session.answer("fruit", "ap")
    session.answer("kind", "Ch")
    assert session.value("fruit") == ""
    assert [each.name for each in session.choices("found")] == ["99", "cherry"]


def test_a_file_that_is_searched_and_missing_is_told_where_it_is_named() -> None:
    loaded = form(
        q("select_one eaten", "fruit", appearance="search('fruits')"),
        choices=[("eaten", "name_key", "name_label")],
    )
    [fault] = loaded.errors
    assert (fault.sheet, fault.row, fault.column) == ("survey", 2, "appearance")
    assert loaded.missing_files == ["fruits.csv"]


@pytest.mark.parametrize(
    ("appearance", "choice", "place"),
    [
        ("search('fruits')", ("fruits", "name_key", ""), ("choices", 2, "label")),
        ("search('fruits')", ("fruits", "1", "One"), ("survey", 2, "appearance")),
        (
            "search('fruits', 'near', 'kind', 'red')",
            ("fruits", "name_key", "name_label"),
            ("survey", 2, "appearance"),
        ),
    ],
)
def test_a_search_that_shows_nothing_of_its_file_is_told_where(
    appearance: str, choice: tuple[str, str, str], place: tuple[str, int, str], tmp_path: Path
) -> None:
    (tmp_path / "fruits.csv").write_bytes(SEARCHED)
    written = tmp_path / "form.md"
    written.write_bytes(xlsform([q("select_one fruits", "fruit", appearance=appearance)], [choice]))
    [fault] = check(written)
    assert (fault.sheet, fault.row, fault.column) == place
    assert fault.fix


def test_several_choices_may_come_from_a_repeat() -> None:
    session = begin(
        form(
            q("begin_repeat", "member", "Member"),
            q("text", "name"),
            q("end_repeat", ""),
            q("select_multiple ${name}", "workers"),
            q("select_one ${name}", "head"),
        ),
    )
    session.answer("/data/member[1]/name", "Asha")
    session.answer(f"{session.add_repeat('/data/member')}/name", "Juma")
    assert session.kind("workers") is QuestionKind.SELECT_MULTIPLE
    assert session.kind("head") is QuestionKind.SELECT_ONE
    session.answer("workers", "Juma Asha")
    assert session.value("workers") == "Juma Asha"


def test_columns_of_choices_that_no_field_can_be_called_after_are_left_out_and_told() -> None:
    told = [fault for fault in check(SAMPLES / "kobo.md") if fault.sheet == "choices"]
    assert [fault.column for fault in told] == ["$kuid"]


def test_random_orders_keep_for_one_farmer() -> None:
    loaded = load_form(SAMPLES / "choices.md")
    session = FormSession(loaded, clock=now, random=random.Random(3))
    order = [choice.name for choice in session.choices("d")]
    assert order == [choice.name for choice in session.choices("d")]
