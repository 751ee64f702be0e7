"""A submission read back as the servers read it, by readers that share nothing with our engine.

The rules are those of ODK Central (`Submission.fromXml`, the schema stack and its CSV export) and of Kobo
(`xform_instance_parser`): form id and version on the root, `meta/instanceID`, nothing the form does not have, values
where the form has them. The readers know the XForm and the submission as XML and nothing else.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any
from xml.dom import minidom

import pytest
from lxml import etree

from intake.forms import Form, FormSession, load_form
from intake.forms.walk import walk
from intake.forms.xlsform import convert_xlsform
from tests.intake.forms.helpers import NOW

SAMPLE = Path("intake/forms/microloan.md")
KINDS = b"""| survey | | | | | |
| | type | name | label | relevant | calculation |
| | start | start | | | |
| | today | today | | | |
| | text | name | Name | | |
| | begin_group | home | Home | | |
| | geopoint | place | Where | | |
| | geotrace | path | Way | | |
| | select_multiple crop | crops | Crops | | |
| | begin_group | inner | Inner | selected(${crops}, 'maize') | |
| | decimal | harvest | Harvest | | |
| | time | rises | When | | |
| | end_group | | | | |
| | begin_repeat | animal | Animal | | |
| | text | kind | Kind | | |
| | geopoint | stall | Stall | | |
| | begin_repeat | calf | Calf | | |
| | date | born | Born | | |
| | dateTime | seen | Seen | | |
| | end_repeat | | | | |
| | end_repeat | | | | |
| | end_group | | | | |
| | begin_repeat | wish | Wish | | |
| | rank crop | order | Order | | |
| | end_repeat | | | | |
| | image | photo | Photo | | |
| | audio | voice | Voice | | |
| | note | thanks | Thanks | | |
| | calculate | total | | | count(${animal}) |
| choices | | | |
| | list_name | name | label |
| | crop | maize | Maize |
| | crop | beans | Beans |
| settings | | | |
| | form_id | version | instance_name |
| | all kinds | 7 | ${name} |
"""
FORMS = {"kinds": KINDS, "sample": SAMPLE.read_bytes()}
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
ISO_TIME = re.compile(r"\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})?")


def local(element: Any) -> str:
    return etree.QName(element).localname


def below(element: Any) -> list[Any]:
    return [child for child in element if isinstance(child.tag, str)]


class XForm:
    """The form as a server knows it: its XML."""

    def __init__(self, xml: str) -> None:
        root = etree.fromstring(xml.encode())
        model = next(one for one in root.iter() if isinstance(one.tag, str) and local(one) == "model")
        self.instance = next(one for one in model if local(one) == "instance")[0]
        binds = [one for one in model if local(one) == "bind"]
        self.types = {one.get("nodeset"): one.get("type", "string").rpartition(":")[2] for one in binds}
        named = [one for one in root.iter() if isinstance(one.tag, str) and local(one) == "repeat"]
        self.repeats = {one.get("nodeset") for one in named}

    def child(self, node: Any, name: str) -> Any:
        return next((one for one in below(node) if local(one) == name), None)


def handed_in(source: bytes, seed: int) -> tuple[Form, XForm, FormSession]:
    form = load_form(source, "form.md")
    walked = walk(form, clock=lambda: NOW, seed=seed)
    assert walked.finished and walked.session is not None
    walked.session.close()
    return form, XForm(convert_xlsform(source, "form", ".md").xform), walked.session


def central(xform: XForm, submission: str, form_id: str) -> dict[str, list[dict[str, str]]]:
    """The rows that Central's export makes of the XML: its own walk over the tags, by the form's structure."""
    root = etree.fromstring(submission.encode())
    meta = next(one for one in below(root) if local(one) == "meta")
    key = next(one.text for one in below(meta) if local(one) == "instanceID")
    found: dict[str, list[dict[str, str]]] = {}

    def visit(
        element: Any, known: Any, path: str, place: str, row: dict[str, str], table: str, own: str
    ) -> None:
        counts: dict[str, int] = {}
        for child in below(element):
            name = local(child)
            inner = xform.child(known, name)
            assert inner is not None, f"{path}/{name} is not in the form"
            here, column = f"{path}/{name}", f"{table}{name}"
            if here in xform.repeats:
                counts[name] = counts.get(name, 0) + 1
                mark = f"{place}/{name}[{counts[name]}]"
                line = {"PARENT_KEY": own, "KEY": mark}
                visit(child, inner, here, mark, line, "", mark)
                found.setdefault(here, []).append(line)
            elif below(inner):
                visit(child, inner, here, f"{place}/{name}", row, f"{column}-", own)
            elif xform.types.get(here) == "geopoint":
                parts = (child.text or "").split()
                row |= {
                    f"{column}-{kind}": part
                    for kind, part in zip(
                        ("Latitude", "Longitude", "Altitude", "Accuracy"), parts, strict=False
                    )
                }
            else:
                row[column] = child.text or ""

    top: dict[str, str] = {"KEY": key}
    visit(root, xform.instance, f"/{local(xform.instance)}", key, top, "", key)
    return {"": [top], **found}


def kobo(submission: str) -> dict[str, list[str]]:
    """Values by their path, as Kobo flattens the instance: by tag names, empty nodes left out."""
    values: dict[str, list[str]] = {}

    def visit(node: Any, path: str) -> None:
        inner = [one for one in node.childNodes if one.nodeType == one.ELEMENT_NODE]
        for child in inner:
            visit(child, f"{path}/{child.nodeName}" if path else child.nodeName)
        if not inner and node.firstChild is not None:
            values.setdefault(path, []).append(node.firstChild.nodeValue)

    visit(minidom.parseString(submission).documentElement, "")
    return values


def table(session: FormSession, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(session.submission_csv()[name])))


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("source", FORMS.values(), ids=FORMS)
def test_every_node_stands_where_the_form_has_it(source: bytes, seed: int) -> None:
    form, xform, session = handed_in(source, seed)
    xml = session.submission_xml()
    root = etree.fromstring(xml.encode())
    assert (root.tag, root.get("id")) == (local(xform.instance), form.id)
    assert root.get("version", "") == form.version
    for element in root.iter():
        own = etree.QName(element).namespace
        assert own in (None, "http://openrosa.org/xforms"), "only what OpenRosa names has a namespace"
    central(xform, xml, form.id)  # raises for a node the form does not have
    relevant = {re.sub(r"\[\d+\]", "", path) for path, value in session.values().items() if value}
    sent = {f"/{root.tag}/{path}" for path in kobo(xml)}
    assert relevant <= sent | {path for path in relevant if path.rpartition("/")[2].startswith("@")}


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("source", FORMS.values(), ids=FORMS)
def test_the_csv_is_what_central_makes_of_the_xml(source: bytes, seed: int) -> None:
    form, xform, session = handed_in(source, seed)
    expected = central(xform, session.submission_xml(), form.id)
    rows = table(session, f"{form.id}.csv")
    assert len(rows) == 1
    top = expected[""][0]
    assert {name: value for name, value in rows[0].items() if name in top} == top
    others = {name: value for name, value in rows[0].items() if name not in top and value}
    server = {"SubmissionDate", "AttachmentsPresent", "AttachmentsExpected", "Edits", "FormVersion"}
    assert set(others) <= server
    made = [
        {name: value for name, value in row.items() if value}
        for file in list(session.submission_csv())[1:]
        for row in table(session, file)
    ]
    wanted = [
        {name: value for name, value in row.items() if value}
        for path, lines in expected.items()
        if path
        for row in lines
    ]
    assert sorted(made, key=lambda row: row["KEY"]) == sorted(wanted, key=lambda row: row["KEY"])


def test_columns_and_file_names_are_centrals() -> None:
    session = FormSession(load_form(KINDS, "form.md"), clock=lambda: NOW)
    files = session.submission_csv()
    assert list(files) == [
        "all kinds.csv",
        "all kinds-animal.csv",
        "all kinds-calf.csv",
        "all kinds-wish.csv",
    ]
    header = files["all kinds.csv"].splitlines()[0]
    assert header == (
        "SubmissionDate,start,today,name,home-place-Latitude,home-place-Longitude,home-place-Altitude,"
        "home-place-Accuracy,home-path,home-crops,home-inner-harvest,home-inner-rises,photo,voice,thanks,total,"
        "meta-instanceID,meta-instanceName,KEY,SubmitterID,SubmitterName,AttachmentsPresent,AttachmentsExpected,"
        "Status,ReviewState,DeviceID,Edits,FormVersion"
    )
    assert files["all kinds-calf.csv"].splitlines()[0] == "born,seen,PARENT_KEY,KEY"


def test_repeats_of_one_name_get_files_of_their_own() -> None:
    source = b"""<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model>
    <instance><data id="x"><a><r><v/></r></a><b><r><v/></r></b></data></instance></model></h:head>
    <h:body><group ref="/data/a/r"><repeat nodeset="/data/a/r"><input ref="/data/a/r/v"/></repeat></group>
    <group ref="/data/b/r"><repeat nodeset="/data/b/r"><input ref="/data/b/r/v"/></repeat></group></h:body></h:html>"""
    session = FormSession(load_form(source, "x.xml"), clock=lambda: NOW)
    assert list(session.submission_csv()) == ["x.csv", "x-r~1.csv", "x-r~2.csv"]


def test_values_have_the_servers_shapes() -> None:
    session = FormSession(load_form(KINDS, "form.md"), clock=lambda: NOW)
    session.answer("place", {"latitude": 30.25, "longitude": 120.5})
    session.answer("crops", ["maize", "beans"])
    session.answer("rises", "05:30")
    session.answer("/data/home/animal[1]/calf[1]/born", "2026-01-05")
    session.answer("/data/home/animal[1]/calf[1]/seen", "2026-01-05T10:00:00+08:00")
    sent = kobo(session.submission_xml())
    assert sent["home/place"] == ["30.25 120.5 0 0"]
    assert sent["home/crops"] == ["maize beans"]
    assert ISO_TIME.fullmatch(sent["home/inner/rises"][0])
    assert ISO_DATE.fullmatch(sent["home/animal/calf/born"][0])
    day, _, clock = sent["home/animal/calf/seen"][0].partition("T")
    assert ISO_DATE.fullmatch(day) and ISO_TIME.fullmatch(clock)
    assert sent["meta/instanceID"][0].startswith("uuid:")


def test_handed_in_twice_it_is_the_same_to_the_letter() -> None:
    """Central takes a second upload of one instanceID only when its XML is the same."""
    _, _, session = handed_in(KINDS, 1)
    assert session.submission_xml() == session.submission_xml()
    again = FormSession.restore(session.form, session.save(), clock=lambda: NOW)
    assert again.submission_xml() == session.submission_xml()


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("source", FORMS.values(), ids=FORMS)
def test_read_back_from_its_xml_it_is_the_same(source: bytes, seed: int) -> None:
    form, _, session = handed_in(source, seed)
    xml = session.submission_xml()
    back = FormSession.handed_in(form, xml, clock=lambda: NOW)
    assert back.submission_xml() == xml
    assert back.submission_csv() == session.submission_csv()
    assert back.submission_json() == session.submission_json()
    assert back.attachments() == session.attachments()


def test_a_calculated_character_that_xml_lacks_stops_no_submission() -> None:
    form = load_form(b"""| survey | | | | |
| | type | name | label | calculation |
| | text | name | Name | |
| | calculate | odd | | base64-decode('YQFi') |
""", "odd.md")  # fmt: skip
    session = FormSession(form, clock=lambda: NOW)
    session.answer("name", "Wang")
    assert kobo(session.submission_xml())["odd"] == ["a\N{REPLACEMENT CHARACTER}b"]


def test_a_form_of_its_own_namespace_keeps_it() -> None:
    source = b"""<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model>
    <instance><data xmlns="http://example.org/loan" id="x"><a/></data></instance></model></h:head>
    <h:body><input ref="/data/a"/></h:body></h:html>"""
    session = FormSession(load_form(source, "x.xml"), clock=lambda: NOW)
    session.answer("a", "1")
    root = etree.fromstring(session.submission_xml().encode())
    assert root.tag == "{http://example.org/loan}data"
    assert root.findtext("{http://example.org/loan}a") == "1"
    back = FormSession.handed_in(session.form, session.submission_xml(), clock=lambda: NOW)
    assert back.submission_xml() == session.submission_xml(), (
        "its instanceID too, though it has no field for it"
    )
