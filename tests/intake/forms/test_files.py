"""Files beside the form: which choices they give, what is told about what they lack, and how they are handed in."""

from __future__ import annotations

import random
import time
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest

from intake.forms import FaultCode, Severity, load_form
from intake.forms.check import check
from intake.forms.instances import from_rows
from intake.forms.xpath import Environment, compiled
from intake.forms.xpath.xml import document
from tests.intake.forms.helpers import NOW, begin, calculate, form, q, xlsform

TOWNS = b"name,label\na,Arusha\nb,Bukoba\n"
SHOPS = (
    b'{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"id": "s", "title": "Shop"},'
    b' "geometry": {"type": "Point", "coordinates": [1, 2]}},'
    b' {"type": "Feature", "properties": null, "geometry": null}]}'
)
PLAIN = b"<root><item><name>z</name><label>Zone</label></item></root>"


def beside(folder: Path, files: dict[str, bytes], *survey: dict[str, str]) -> Path:
    """A form with its files, in a folder."""
    for name, content in files.items():
        (folder / name).write_bytes(content)
    path = folder / "form.md"
    path.write_bytes(xlsform(list(survey)))
    return path


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("towns.csv", b"name,label\nk,Kilosa\n", [("k", "Kilosa")]),
        ("towns", b"name;label\nk;Kilosa\n", [("k", "Kilosa")]),
        ("towns", "name,label\nk,Kilosa\n", [("k", "Kilosa")]),
        ("towns", b"\n <root><item><name>k</name><label>Kilosa</label></item></root>", [("k", "Kilosa")]),
        ("towns", [{"name": "k", "label": "Kilosa"}], [("k", "Kilosa")]),
        ("towns.csv", b"", []),
    ],
)
def test_a_session_is_handed_its_own_file(name: str, content: Any, expected: list[tuple[str, str]]) -> None:
    loaded = form(q("select_one_from_file towns.csv", "town"), files={"towns.csv": TOWNS})
    session = begin(loaded, external={name: content})
    assert [(choice.name, choice.label) for choice in session.choices("town")] == expected
    assert not loaded.choices, "what one session brought along stays with it"


def test_a_choice_without_a_name_is_not_offered_and_is_told(tmp_path: Path) -> None:
    files = {"towns.csv": b"name,label\na,Arusha\n,Nameless\nc,\n"}
    path = beside(tmp_path, files, q("select_one_from_file towns.csv", "town"))
    session = begin(load_form(path))
    assert [(choice.name, choice.label) for choice in session.choices("town")] == [
        ("a", "Arusha"),
        ("c", "c"),
    ]
    (fault,) = check(path)
    assert (fault.code, fault.severity, fault.row) == (FaultCode.EMPTY_CHOICES, Severity.WARNING, 2)
    assert "1 of the 3 choices" in fault.message


@pytest.mark.parametrize("handed", [{}, {"shops": SHOPS}, {"shops.geojson": SHOPS}])
def test_a_place_without_properties_is_not_offered(handed: dict[str, bytes]) -> None:
    loaded = form(
        q("select_one_from_file shops.geojson", "shop"), files={} if handed else {"shops.geojson": SHOPS}
    )
    session = begin(loaded, external=handed)
    assert [(choice.name, choice.label) for choice in session.choices("shop")] == [("s", "Shop")]


@pytest.mark.parametrize(("required", "severity"), [("", Severity.WARNING), ("yes", Severity.ERROR)])
def test_a_file_without_the_column_of_names(tmp_path: Path, required: str, severity: Severity) -> None:
    row = q("select_one_from_file towns.csv", "town", required=required)
    path = beside(tmp_path, {"towns.csv": b"code,town\na,Arusha\n"}, row)
    fault, unlabelled = check(path)
    assert (fault.code, fault.severity) == (FaultCode.EMPTY_CHOICES, severity)
    assert (unlabelled.code, unlabelled.severity) == (FaultCode.NO_LABEL, Severity.WARNING)
    assert "column name" in fault.message and "code, town" in fault.message
    assert "value=" in fault.fix
    assert begin(load_form(path)).choices("town") == []


def test_a_file_without_the_column_of_labels_shows_names_and_is_told(tmp_path: Path) -> None:
    path = beside(
        tmp_path, {"towns.csv": b"name,town\na,Arusha\n"}, q("select_one_from_file towns.csv", "town")
    )
    assert [choice.label for choice in begin(load_form(path)).choices("town")] == ["a"]
    (fault,) = check(path)
    assert fault.severity is Severity.WARNING
    assert "column label" in fault.message and "label=" in fault.fix


def test_an_xml_file_with_its_items_elsewhere_is_told(tmp_path: Path) -> None:
    other = b"<data><thing><name>z</name><label>Zone</label></thing></data>"
    path = beside(tmp_path, {"zones.xml": other}, q("select_one_from_file zones.xml", "zone"))
    (fault,) = check(path)
    assert fault.code is FaultCode.EMPTY_CHOICES
    path = beside(tmp_path, {"zones.xml": PLAIN}, q("select_one_from_file zones.xml", "zone"))
    assert check(path) == []


@pytest.mark.parametrize("written", ["towns", "towns.csv"])
def test_pulldata_may_name_the_file_with_its_ending(tmp_path: Path, written: str) -> None:
    rows = (q("text", "code"), calculate("town", f"pulldata('{written}', 'label', 'name', ${{code}})"))
    path = beside(tmp_path, {"towns.csv": TOWNS}, *rows)
    assert check(path) == []
    session = begin(load_form(path))
    session.answer("code", "b")
    assert session.value("town") == "Bukoba"


def test_pulldata_reads_attributes_of_an_xml_file() -> None:
    rows = (q("text", "code"), calculate("town", "pulldata('towns', '@label', '@name', ${code})"))
    items = b'<root><item name="a" label="Arusha"/><item name="b" label="Bukoba"/></root>'
    session = begin(form(*rows), external={"towns.xml": items})
    session.answer("code", "b")
    assert session.value("town") == "Bukoba"


def test_choices_of_the_sheet_without_labels_are_told_once() -> None:
    data = xlsform([q("select_one yn", "a")]) + b"\n| choices |\n| | list_name | name |\n| | yn | yes |\n"
    (fault,) = check(data, "f.md")
    assert (fault.sheet, fault.row) == ("choices", 2)


PLACES = [
    {"name": f"v{n}", "district": f"d{n % 7}", "region": f"r{n % 3}", "size": str(n)} for n in range(60)
]
FILTERS = [
    "district = /data/d",
    "district = /data/d and region = /data/r",
    "region = /data/r and district = 'd3' and size > 20",
    "/data/d = district and name != 'v3'",
    "district = /data/none",
    "district = /data/none and region = 'r1'",
    "size = 5",
    "district = /data/both and region = 'r2'",
    "region = 'r1' and position() < 9",
    "region = 'r1'][district = /data/d",
    "district = 'nowhere' and region = 'r1'",
    "region = 'r1' or district = 'd2'",
]


@pytest.mark.parametrize("written", FILTERS)
def test_an_index_finds_what_a_scan_finds(written: str) -> None:
    data = document("<data><d>d3</d><r>r2</r><none/><both>d1</both><both>d4</both></data>")
    found = []
    for index in (None, {}):
        tree = from_rows(PLACES)
        tree.index = index
        data.append(tree)
        environment = Environment(data, clock=lambda: NOW, random=random.Random(1), zone=UTC)
        items = compiled(f"/root/item[{written}]").nodes(environment, data)
        found.append([item.child("name").text for item in items])
        data.remove(tree)
    assert found[0] == found[1]
    assert bool(found[0]) == ("none" not in written and "nowhere" not in written)


def test_a_key_in_a_long_file_is_found_at_once() -> None:
    rows = "".join(f"v{n},Village {n}\n" for n in range(30_000)).encode()
    survey = (q("text", "code"), calculate("village", "pulldata('villages', 'label', 'name', ${code})"))
    session = begin(form(*survey, files={"villages.csv": b"name,label\n" + rows}))
    session.answer("code", "v1")
    began = time.process_time()
    for number in range(29_900, 30_000):
        session.answer("code", f"v{number}")
    assert session.value("village") == "Village 29999"
    assert time.process_time() - began < 0.5
