"""Faults are told with sheet, row, column and fix."""

from __future__ import annotations

import io
import zipfile

import pytest

from intake.forms import FaultCode, FormRefused, Severity, load_form
from intake.forms.check import check
from tests.intake.forms.helpers import asks, begin, bind, calculate, form, q, table, xform, xlsform


def faults(
    *survey: dict[str, str], choices: list[tuple[str, str, str]] | None = None
) -> dict[FaultCode, tuple[int | None, str]]:
    found = check(xlsform(list(survey), choices or []), "form.md")
    return {fault.code: (fault.row, fault.column) for fault in found}


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        (q("text", "b", relevant="${a} = "), FaultCode.SYNTAX, "relevant"),
        (q("text", "b", constraint="selcted(., 'x')"), FaultCode.UNKNOWN_FUNCTION, "constraint"),
        (q("text", "b", constraint="selected(.)"), FaultCode.ARGUMENTS, "constraint"),
        (calculate("b", "${b} + 1"), FaultCode.CYCLE, "calculation"),
        (q("text", "b", relevant="/data/amuont > 1"), FaultCode.DANGLING, "relevant"),
        (q("text", "b", constraint="regex(., '[a')"), FaultCode.REGEX, "constraint"),
        (q("text", "b", "Why? " * 200), FaultCode.TOO_LONG, "label"),
        (q("select_one_from_file towns.csv", "b"), FaultCode.MISSING_FILE, ""),
    ],
)
def test_where_the_fault_is(row: dict[str, str], code: FaultCode, column: str) -> None:
    found = faults(q("text", "a"), row)
    assert code in found
    if column:
        assert found[code] == (3, column)


def _pattern_faults(pattern: str) -> list[tuple[FaultCode, Severity, str]]:
    asked = xform(
        '<data id="x"><a/></data>',
        bind("/data/a", constraint=f"regex(., '{pattern}')", constraintMsg="no"),
        body=asks("/data/a"),
    )
    return [(fault.code, fault.severity, fault.path) for fault in check(asked.source, "x.xml")]


@pytest.mark.parametrize("pattern", ["^(a|aa)+$", "(x+x+)+y", "^([a-z]|[a-z]{2})*@x$"])
def test_a_pattern_that_tries_without_end_is_a_warning(pattern: str) -> None:
    assert _pattern_faults(pattern) == [(FaultCode.REGEX, Severity.WARNING, "/data/a")]


@pytest.mark.parametrize(
    "pattern", [r"^\d{10}$", "^(a+b)+$", r"^\w+@\w+(\.\w+)+$", "^[A-Z][a-z]*( [A-Z][a-z]*)*$", "^(a|b)+$"]
)
def test_a_pattern_that_ends_is_no_fault(pattern: str) -> None:
    assert not _pattern_faults(pattern)


def test_the_fix_names_the_nearest_function() -> None:
    found = check(xlsform([q("text", "a", constraint="selcted(., 'x')")]), "form.md")
    assert "did you mean selected()?" in found[0].fix


def test_a_required_question_without_choices_is_an_error() -> None:
    body = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model>
    <instance><data id="x"><a/></data></instance><instance id="l"><root/></instance>
    <bind nodeset="/data/a" required="true()"/></model></h:head><h:body><select1 ref="/data/a"><label>A</label>
    <itemset nodeset="instance('l')/root/item">
    <value ref="name"/><label ref="label"/></itemset></select1></h:body></h:html>"""
    found = check(body.encode(), "x.xml")
    assert [(fault.code, fault.severity) for fault in found] == [(FaultCode.EMPTY_CHOICES, Severity.ERROR)]


def test_a_missing_translation_is_a_warning() -> None:
    rows = [
        {"type": "text", "name": "a", "label::English (en)": "A", "label::Swahili (sw)": ""},
        {"type": "text", "name": "b", "label::English (en)": "B", "label::Swahili (sw)": "B"},
    ]
    found = [
        fault
        for fault in check(table("survey", rows).encode(), "f.md")
        if fault.code is FaultCode.MISSING_TRANSLATION
    ]
    assert [(fault.row, fault.severity) for fault in found] == [(2, Severity.WARNING)]


NOT_FOR_A_CHAT = """
| survey  |                  |       |       |            |              |
|         | type             | name  | label | appearance | media::image |
|         | background-audio | bg    |       |            |              |
|         | image            | sig   | Sign  | signature  |              |
|         | text             | ext   | Ext   | ex:org.app |              |
|         | barcode          | code  | Code  |            |              |
|         | select_one c     | part  | Part  | image-map  | cow.svg      |
|         | audio            | song  | Song  |            |              |
|         | geotrace         | path  | Path  |            |              |
| choices |                  |       |       |            |              |
|         | list_name        | name  | label | media::image |            |
|         | c                | a     | A     | a.png      |              |
"""


def test_what_a_chat_cannot_give_is_a_warning_with_its_place_and_fix() -> None:
    found = [fault for fault in check(NOT_FOR_A_CHAT.encode(), "f.md") if fault.code is FaultCode.NOT_IN_CHAT]
    assert {(fault.sheet, fault.row, fault.column) for fault in found} == {
        ("survey", 2, "type"),
        ("survey", 3, "appearance"),
        ("survey", 4, "appearance"),
        ("survey", 5, "type"),
        ("survey", 6, "appearance"),
        ("survey", 6, "media::image"),
        ("choices", 2, "media::image"),
    }
    assert all(fault.severity is Severity.WARNING and fault.fix for fault in found)


def test_a_sound_form_has_no_faults() -> None:
    assert (
        check(
            xlsform(
                [q("text", "a"), q("integer", "b", constraint=". > 0", constraint_message="More than 0")]
            ),
            "f.md",
        )
        == []
    )


@pytest.mark.parametrize(
    ("data", "name", "word"),
    [
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:1\n", "a.xlsx", "LFS"),
        (b"<html/>", "a.xml", "not an XForm"),
        (b"<a><b></a>", "a.xml", "well-formed"),
        (b"PK\x03\x04 broken", "a.xlsx", "cannot be read"),
        (b"\x00\x01", "a.bin", "cannot be read"),
        (b"", "a.md", ""),
        (b"| survey |\n| | type | name | label |\n| | telepathy | a | A |", "a.md", "telepathy"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "a.xml", "entities"),
    ],
)
def test_what_is_no_form_is_refused_by_name(data: bytes, name: str, word: str) -> None:
    with pytest.raises(FormRefused) as caught:
        load_form(data, name)
    assert word in str(caught.value)
    assert caught.value.faults


def test_the_row_pyxform_complains_about() -> None:
    with pytest.raises(FormRefused) as caught:
        form(q("text", "a"), q("telepathy", "b"))
    assert caught.value.faults[0].row == 3


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (
            b"| survey |\n| |type|name|label|relevant|\n| |text|a|A||\n| | | | | |\n| |text|b|B|nope(1)|",
            "x.md",
        ),
        (b"survey,,,,\n,type,name,label,relevant\n,text,a,A,\n,,,,\n,text,b,B,nope(1)\n", "x.csv"),
    ],
)
def test_blank_rows_count(data: bytes, name: str) -> None:
    rows = [fault.row for fault in check(data, name) if fault.code is FaultCode.UNKNOWN_FUNCTION]
    assert rows == [4]


def test_a_workbook_that_unpacks_without_end_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 200_000_000)
    with pytest.raises(FormRefused, match="unpacks to"):
        load_form(packed.getvalue(), "bomb.xlsx")


def test_headers_may_be_capitalised_and_are_named_as_written() -> None:
    data = """
| Survey |            |      |       |           |              |
|        | Type       | Name | Label | Relevance | Calculation  |
|        | integer    | i    | I     |           |              |
|        | text       | t    | T     | ${i} >    |              |
|        | calculate  | c    |       |           | foo(${i})    |
|        |            |      |       |           |              |
|        | integer    | k    | K     | /data/z=1 |              |
"""
    found = check(data.encode(), "f.md")
    assert {(fault.code, fault.sheet, fault.row, fault.column) for fault in found} == {
        (FaultCode.SYNTAX, "survey", 3, "Relevance"),
        (FaultCode.UNKNOWN_FUNCTION, "survey", 4, "Calculation"),
        (FaultCode.DANGLING, "survey", 6, "Relevance"),
    }


def test_an_unknown_type_under_a_capitalised_header_has_its_row() -> None:
    found = check(b"| survey |\n| | Type | Name | Label |\n| | text | a | A |\n| | matrix | b | B |", "f.md")
    assert [(fault.row, fault.column) for fault in found] == [(3, "Type")]


def test_a_choice_that_is_not_translated_is_told_at_its_row() -> None:
    rows = [
        {"type": "select_one z", "name": "s", "label::English (en)": "Pick", "label::Swahili (sw)": "Chagua"},
        {"type": "select_one z", "name": "t", "label::English (en)": "Pick", "label::Swahili (sw)": "Chagua"},
    ]
    choices = [
        {"list_name": "z", "name": "a", "label::English (en)": "A", "label::Swahili (sw)": ""},
        {"list_name": "z", "name": "b", "label::English (en)": "", "label::Swahili (sw)": "Be"},
    ]
    data = f"{table('survey', rows)}\n{table('choices', choices)}".encode()
    found = [(f.code, f.sheet, f.row, f.column) for f in check(data, "f.md")]
    assert found == [
        (FaultCode.MISSING_TRANSLATION, "choices", 2, "label::Swahili (sw)"),
        (FaultCode.MISSING_TRANSLATION, "choices", 3, "label::English (en)"),
    ]


def test_a_choice_too_long_for_a_button_is_told_at_its_row() -> None:
    found = check(xlsform([q("select_one z", "s")], [("z", "a", "A"), ("z", "b", "B" * 70)]), "f.md")
    assert [(f.code, f.sheet, f.row, f.column) for f in found] == [
        (FaultCode.TOO_LONG, "choices", 3, "label")
    ]


CASCADE = """
| survey  |              |        |          |               |
|         | type         | name   | label    | choice_filter |
|         | select_one d | d      | District |               |
|         | select_one v | v      | Village  | {}            |
| choices |              |        |          |               |
|         | list_name    | name   | label    | district      |
|         | d            | north  | North    |               |
|         | v            | hill   | Hill     | north         |
"""


@pytest.mark.parametrize(
    ("choice_filter", "fix"),
    [
        ("distrct = ${d}", "did you mean district?"),
        ("1 = 1 and not(zone)", "fill a column zone on the choices sheet, or write 'zone' for the word"),
    ],
)
def test_a_filter_by_a_column_that_is_not_there(choice_filter: str, fix: str) -> None:
    found = check(CASCADE.format(choice_filter).encode(), "f.md")
    assert [(f.code, f.severity, f.row, f.column, f.fix) for f in found] == [
        (FaultCode.DANGLING, Severity.WARNING, 3, "choice_filter", fix)
    ]


@pytest.mark.parametrize(
    "choice_filter", ["district = ${d}", "name != 'x' and district = current()/../d", "${d} = 'a' or true()"]
)
def test_a_filter_by_what_the_choices_have(choice_filter: str) -> None:
    assert check(CASCADE.format(choice_filter).encode(), "f.md") == []


ENTITIES = "| entities |\n| | dataset | label | create_if |\n| | trees | {} | {} |"
CHOICE = "| choices |\n| | list_name | name | label |\n| | x | y | {} |"
PLACED = [
    ({"type": "begin repeat", "name": "b", "label": "B", "repeat_count": "nope("}, "", ("survey", 3, "repeat_count")),
    ({}, ENTITIES.format("${a}", "${a} >> 1"), ("entities", 2, "create_if")),
    ({}, ENTITIES.format("foo(${a})", "${a} = 1"), ("entities", 2, "label")),
    ({}, ENTITIES.format("concat(${b}, '!')", "true()"), ("entities", 2, "label")),
    ({}, ENTITIES.replace("create_if", "maybe").format("${a}", "true()"), ("entities", 1, "")),
    ({}, table("settings", [{"instance_name": "concat(${a}"}]), ("settings", 2, "instance_name")),
    ({}, table("settings", [{"instance_name": "concat(${b}, '!')"}]), ("settings", 2, "instance_name")),
    (q("select_one x", "b", parameters="randomize=true seed=foo"), "", ("survey", 3, "parameters")),
    ({"type": "audit", "name": "audit", "parameters": "location-priority=x"}, "", ("survey", 3, "parameters")),
    (q("it's", "b"), "", ("survey", 3, "type")),
    (q("select_one ${c}", "b"), "", ("survey", 3, "type")),
    (q("select_one x", "b"), CHOICE.format("${c}"), ("choices", 2, "label")),
    (q("add select one prompt using x", "b"), "", ("survey", 3, "type")),
    (q("xml-external", "towns"), "", ("survey", 3, "name")),
]  # fmt: skip


@pytest.mark.parametrize(("row", "sheets", "place"), PLACED)
def test_the_place_of_what_is_not_a_question(
    row: dict[str, str], sheets: str, place: tuple[str, int, str]
) -> None:
    end = [{"type": "end repeat"}] if row.get("type") == "begin repeat" else []
    survey = table(
        "survey", [q("text", "a", save_to="p" if "| entities |" in sheets else ""), row, q("text", "z"), *end]
    )
    if "select_one x" in row.get("type", "") and not sheets:
        sheets = CHOICE.format("Y")
    (fault,) = [
        each
        for each in check(f"{survey}\n{sheets}".encode(), "f.md")
        if each.code is not FaultCode.NOT_IN_CHAT
    ]
    assert (fault.sheet, fault.row, fault.column) == place


def test_a_group_that_is_not_ended_after_a_blank_row() -> None:
    data = (
        b"| survey |\n| | type | name | label |\n| | begin group | g | G |\n| | | | |\n| | text | a | A |\n"
    )
    (fault,) = check(data, "f.md")
    assert (fault.sheet, fault.row) == ("survey", 2)


def test_a_sheet_that_is_there_twice_is_refused() -> None:
    data = b"| survey |\n| | type | name | label |\n| | text | a | A |\n| survey |\n| | text | b | B |\n"
    with pytest.raises(FormRefused):
        load_form(data, "f.md")


def test_what_pyxform_breaks_at_is_told_in_words() -> None:
    survey = table(
        "survey",
        [{"type": "begin loop over x", "name": "l", "label": "L"}, q("text", "a"), {"type": "end loop"}],
    )
    choices = table("choices", [{"list_name": "x", "name": "y", "caption2": "Y"}])
    with pytest.raises(FormRefused, match="cannot be converted"):
        load_form(f"{survey}\n{choices}".encode(), "f.md")


@pytest.mark.parametrize(
    ("relevant", "fix"),
    [
        ("age > 5", "write ${age}"),
        ("agge > 5", "did you mean ${age}?"),
        ("/data/agge > 5", "did you mean age?"),
        ("selected(${age}, oldest)", "or write 'oldest' for the word"),
        ("not(true)", "write true()"),
    ],
)
def test_a_name_without_its_braces_is_told_how_to_write_it(relevant: str, fix: str) -> None:
    (fault,) = check(xlsform([q("integer", "age"), q("text", "b", relevant=relevant)]), "f.md")
    assert fault.code is FaultCode.DANGLING
    assert fix in fault.fix


OLD_WORDS = "| survey |\n| | type | name | label | bind:relevant | relevance |\n| | text | a | A | | |\n"


def test_two_headers_of_one_column_are_read_as_one() -> None:
    data = f"{OLD_WORDS}| | text | b | B | ${{a}} = 'x' | |\n| | text | c | C | | ${{a}} = 'y' |\n".encode()
    session = begin(load_form(data, "f.md"))
    session.answer("a", "y")
    assert (session.relevant("b"), session.relevant("c")) == (False, True)
    (fault,) = check(data, "f.md")
    assert (fault.severity, fault.sheet, fault.row) == (Severity.WARNING, "survey", 1)
    assert "read as one" in fault.message


def test_two_headers_of_one_column_that_differ_are_refused() -> None:
    data = f"{OLD_WORDS}| | text | b | B | ${{a}} = 'x' | ${{a}} = 'y' |\n".encode()
    with pytest.raises(FormRefused, match="different names for the same column"):
        load_form(data, "f.md")


def test_an_unknown_type_without_a_label_is_one_fault() -> None:
    found = check(
        b"| survey |\n| | type | name | label |\n| | set form id | a | |\n| | text | b | B |", "f.md"
    )
    assert [(fault.row, fault.column) for fault in found] == [(2, "type")]


def test_a_type_in_other_capitals_is_read_and_told() -> None:
    rows = [
        q("Text", "a"),
        q("Select_One YN", "b"),
        {"type": "Begin Group", "name": "g", "label": "G"},
        q("INTEGER", "c"),
        q("dateTime", "d"),
        {"type": "End Group"},
    ]
    data = xlsform(rows, [("YN", "y", "Yes")])
    session = begin(load_form(data, "f.md"))
    assert [question.kind.value for question in session.questions()][:3] == ["text", "select_one", "integer"]
    told = [(fault.severity, fault.row) for fault in check(data, "f.md")]
    assert told == [(Severity.WARNING, row) for row in (2, 3, 4, 5, 7)]
    with pytest.raises(FormRefused, match="Unknown question type 'Telepathy'"):
        form(q("Telepathy", "a"))
