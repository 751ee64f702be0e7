"""XForms as the public engines' scenario tests have them: repeats, relevance, read-only groups, actions, places."""

from __future__ import annotations

from typing import Any

import pytest

from intake.forms import (
    Accepted,
    FaultCode,
    FormRefused,
    FormSession,
    RefusalCode,
    Refused,
    Severity,
    load_form,
)
from intake.forms.check import check
from intake.forms.errors import UnknownPath
from intake.forms.run import run
from tests.intake.forms.helpers import NOW, asks, begin, bind, setvalue, xform


def test_a_read_only_group_closes_what_is_in_it() -> None:
    session = begin(
        xform(
            '<data id="a"><locked/><outer><inner><field/></inner></outer></data>',
            bind("/data/outer", readonly="/data/locked = 'yes'"),
            body=f"{asks('/data/locked')}<group ref='/data/outer'><group ref='/data/outer/inner'>"
            f"{asks('/data/outer/inner/field')}</group></group>",
        )
    )
    assert isinstance(session.answer("field", "free"), Accepted)
    session.answer("locked", "yes")
    refused = session.answer("field", "changed")
    assert isinstance(refused, Refused) and refused.code is RefusalCode.READONLY
    assert session.readonly("field")
    assert session.value("field") == "free"
    assert session.finished()


def test_a_required_question_in_a_read_only_group_is_no_dead_end() -> None:
    session = begin(
        xform(
            '<data id="a"><group><field/></group></data>',
            bind("/data/group", readonly="true()"),
            bind("/data/group/field", required="true()"),
            body=f"<group ref='/data/group'>{asks('/data/group/field')}</group>",
        )
    )
    assert session.finished()
    assert session.unanswered() == []


LOADED_TOO = setvalue("odk-instance-first-load", "/data/group/inside", "'loaded too'")
MULTIPLE = xform(
    '<data id="a"><first/><group><inside/></group><value>5</value><twice/><again/></data>',
    setvalue("odk-instance-first-load", "/data/first", "'loaded'"),
    body=f"<group ref='/data/group'>{LOADED_TOO}{asks('/data/group/inside')}</group>"
    + asks(
        "/data/value",
        setvalue("odk-instance-first-load xforms-value-changed", "/data/twice", "2 * /data/value"),
        '<setvalue event="xforms-value-changed" ref="/data/again">words</setvalue>',
    ),
)


def test_actions_stand_in_the_model_in_groups_and_in_questions() -> None:
    session = begin(MULTIPLE)
    values = session.values()
    assert (values["/data/first"], values["/data/group/inside"]) == ("loaded", "loaded too")
    assert (values["/data/twice"], values["/data/again"]) == ("10", "")
    session.answer("value", "15")
    assert (session.value("twice"), session.value("again")) == ("30", "words")


def test_what_is_set_on_the_first_load_is_not_set_again() -> None:
    session = begin(MULTIPLE)
    session.answer("inside", "mine")
    again = FormSession.restore(MULTIPLE, session.save(), clock=lambda: NOW)
    assert again.value("inside") == "mine"


def test_the_same_answer_again_is_no_change_of_value() -> None:
    session = begin(
        xform(
            '<data id="a"><source/><target/><count>0</count></data>',
            body=asks("/data/source", setvalue("xforms-value-changed", "/data/count", "/data/count + 1")),
        )
    )
    for answer in ("22", "22", "23"):
        session.answer("source", answer)
    assert session.value("count") == "2"


def test_read_only_fields_can_be_set() -> None:
    session = begin(
        xform(
            '<data id="a"><field/></data>',
            bind("/data/field", readonly="1"),
            setvalue("odk-instance-first-load", "/data/field", "4 * 4"),
            body=asks("/data/field"),
        )
    )
    assert session.value("field") == "16"


def test_binds_and_actions_for_fields_that_are_not_there_do_nothing_and_are_told() -> None:
    form = xform(
        '<data id="a"><field/></data>',
        bind("/data/gone", type="int", calculate="1 + 1"),
        setvalue("odk-instance-first-load", "/data/missing", "1"),
        '<odk:setlocation event="odk-instance-first-load" ref="/data/field"/>',
        body=asks("/data/field", setvalue("xforms-value-changed", "/data/lost", "1")),
    )
    assert not form.errors
    told = " ".join(fault.message for fault in form.faults)
    assert all(name in told for name in ("/data/gone", "/data/missing", "/data/lost", "setlocation"))
    session = begin(form)
    assert isinstance(session.answer("field", "x"), Accepted)
    assert session.problems == []


def test_a_question_for_a_field_that_is_not_there_is_refused() -> None:
    with pytest.raises(FormRefused) as refused:
        xform('<data id="a"><field/></data>', body=asks("/data/field") + asks("/data/none"))
    assert [fault.code for fault in refused.value.faults] == [FaultCode.DANGLING]


def test_places_and_recordings_that_take_themselves_are_told() -> None:
    form = xform(
        '<data id="a"><field/><place/><sound/></data>',
        bind("/data/place", type="geopoint"),
        '<odk:recordaudio event="odk-instance-load" ref="/data/sound"/>',
        body=asks("/data/field", '<odk:setgeopoint event="xforms-value-changed" ref="/data/place"/>'),
    )
    told = [fault for fault in check(form.source, "test.xml") if fault.code is FaultCode.NOT_IN_CHAT]
    assert {fault.path for fault in told} == {"/data/place", "/data/sound"}
    assert {fault.severity for fault in told} == {Severity.WARNING}


AS_BEFORE = setvalue(
    "odk-new-repeat", "/data/row/number", "/data/row[position() = position(current()/..) - 1]/number"
)
ROWS = xform(
    '<data id="a"><row><number/><previous/><place/><after/><all/></row><sum/><count/></data>',
    bind("/data/row/number", type="int"),
    bind("/data/row/previous", calculate="/data/row[position() = position(current()/..) - 1]/number"),
    bind("/data/row/place", calculate="position(..)"),
    bind("/data/row/after", calculate="../place * 2"),
    bind("/data/row/all", calculate="count(../../row)"),
    bind("/data/sum", calculate="sum(/data/row/place)"),
    bind("/data/count", calculate="count(/data/row)"),
    body=f"<repeat nodeset='/data/row'>{AS_BEFORE}{asks('number')}</repeat>",
)


def test_rows_follow_when_rows_come_and_go() -> None:
    session = begin(ROWS)
    session.answer("/data/row[1]/number", 11)
    for number in (22, 33):
        path = session.add_repeat("/data/row")
        session.answer(f"{path}/number", number)
    session.add_repeat("/data/row")
    assert session.value("/data/row[4]/number") == "33"  # the row before is the default
    assert (session.value("sum"), session.value("count")) == ("10", "4")
    session.remove_repeat("/data/row[2]")
    assert [session.value(f"/data/row[{place}]/previous") for place in (1, 2, 3)] == ["", "11", "33"]
    assert [session.value(f"/data/row[{place}]/after") for place in (1, 2, 3)] == ["2", "4", "6"]
    assert {session.value(f"/data/row[{place}]/all") for place in (1, 2, 3)} == {"3"}
    assert (session.value("sum"), session.value("count")) == ("6", "3")


def test_a_new_row_of_one_repeat_does_not_concern_another() -> None:
    session = begin(
        xform(
            '<data id="a"><one><q/></one><two><q/></two></data>',
            body="".join(
                f"<repeat nodeset='/data/{name}'>"
                + asks(f"/data/{name}/q")
                + setvalue("odk-new-repeat", f"/data/{name}/q", f"'{name}'")
                + "</repeat>"
                for name in ("one", "two")
            ),
        )
    )
    session.add_repeat("/data/one")
    assert session.values() == {"/data/one[1]/q": "", "/data/one[2]/q": "one", "/data/two[1]/q": ""}


@pytest.mark.parametrize("place", ["position()", "position(.)"])
def test_relevance_may_hang_on_the_place(place: str) -> None:
    session = begin(
        xform(
            '<data id="a"><row><v>1</v></row><row><v>2</v></row><row><v>3</v></row><count/></data>',
            bind("/data/row", relevant=f"{place} > 1"),
            bind("/data/count", calculate="count(/data/row)"),
            body=f"<group ref='/data/row'>{asks('/data/row/v')}</group>",
        )
    )
    assert session.values() == {"/data/row[2]/v": "2", "/data/row[3]/v": "3", "/data/count": "2"}


def test_what_is_not_relevant_counts_as_empty_and_keeps_its_value() -> None:
    session = begin(
        xform(
            '<data id="a"><shown>1</shown><field>42</field><sum/><said/><calculated/></data>',
            bind("/data/field", type="int", relevant="/data/shown = '1'"),
            bind("/data/sum", calculate="if(/data/field != '', /data/field + 33, 33)"),
            bind("/data/calculated", calculate="concat('was ', /data/shown)", relevant="/data/shown = '1'"),
            bind("/data/said", calculate="/data/calculated"),
            body=asks("/data/shown"),
        )
    )
    assert (session.value("sum"), session.value("said")) == ("75", "was 1")
    session.answer("shown", "0")
    assert (session.value("sum"), session.value("said")) == ("33", "")
    session.answer("shown", "1")
    assert session.value("sum") == "75"


def test_an_empty_operand_makes_an_empty_result() -> None:
    session = begin(
        xform(
            '<data id="a"><a/><b/><sum/><shown/></data>',
            bind("/data/a", type="integer"),
            bind("/data/sum", calculate="/data/a + /data/b"),
            bind("/data/shown", calculate="/data/sum"),
            body=asks("/data/a") + asks("/data/b"),
        )
    )
    session.answer("a", 7)
    assert (session.value("sum"), session.value("shown")) == ("", "")
    session.answer("b", 3)
    assert (session.value("sum"), session.value("shown")) == ("10", "10")


def test_a_constraint_asks_nothing_of_an_empty_answer_and_is_asked_again_at_the_end() -> None:
    session = begin(
        xform(
            '<data id="a"><a/><allowed>yes</allowed></data>',
            bind("/data/a", constraint="/data/allowed = 'yes'"),
            body=asks("/data/a") + asks("/data/allowed"),
        )
    )
    session.answer("allowed", "no")
    assert session.invalid() == []
    session.answer("allowed", "yes")
    session.answer("a", "cocotero")
    session.answer("allowed", "no")
    assert [refusal.code for refusal in session.invalid()] == [RefusalCode.CONSTRAINT]


def test_choices_that_are_gone_leave_an_answer_and_the_rest_keeps_its_order() -> None:
    session = begin(
        xform(
            '<data id="a"><one/><two/></data>',
            '<instance id="i"><root>'
            + "".join(f"<item><name>{n}</name><in>{n[0]}</in></item>" for n in ("aa", "ab", "ba"))
            + "</root></instance>",
            body="<select ref='/data/one'><item><label>a</label><value>a</value></item>"
            "<item><label>b</label><value>b</value></item></select>"
            "<select ref='/data/two'><itemset nodeset=\"instance('i')/root/item[selected(/data/one, in)]\">"
            "<value ref='name'/><label ref='name'/></itemset></select>",
        )
    )
    session.answer("one", "a b")
    session.answer("two", "ba ab aa")
    session.answer("one", "a")
    assert session.value("two") == "ab aa"


def test_questions_may_name_their_fields_from_where_they_stand() -> None:
    session = begin(
        xform(
            '<data id="a"><rep><value/><label/></rep><filter/><chosen/></data>',
            body="<repeat nodeset='/data/rep'><input ref='value'/><input ref='label'/></repeat><input ref='filter'/>"
            '<select1 ref="/data/chosen"><itemset nodeset="../rep[starts-with(value, current()/../filter)]">'
            '<value ref="value"/><label ref="label"/></itemset></select1>',
        )
    )
    session.answer("/data/rep[1]/value", "goat")
    session.answer("/data/rep[1]/label", "Goat")
    session.answer("filter", "g")
    assert [(each.name, each.label) for each in session.choices("chosen")] == [("goat", "Goat")]
    session.answer("filter", "c")
    assert session.choices("chosen") == []


HOUSES = xform(
    '<data id="a"><house jr:template=""><kind>hut</kind><place/></house>'
    "<house><kind>stone</kind><place>1</place></house>"
    "<house><kind>hut</kind><place/></house><house><kind>tent</kind><place>1</place></house></data>",
    bind("/data/house/place", calculate="position(..)"),
    body="<group ref='/data/house'><repeat nodeset='/data/house'>"
    + asks("/data/house/kind")
    + "</repeat></group>",
)


@pytest.mark.parametrize("gone", [0, 1, 2, 3])
def test_instances_that_a_form_begins_with_are_restored_as_they_were(gone: int) -> None:
    session = begin(HOUSES)
    if gone:
        session.remove_repeat(f"/data/house[{gone}]")
    session.add_repeat("/data/house")
    again = FormSession.restore(HOUSES, session.save(), clock=lambda: NOW)
    assert again.values() == session.values()


NESTED = "<group ref='{0}'><repeat nodeset='{0}'>{1}</repeat></group>"


def test_a_repeat_may_be_called_as_the_one_around_it() -> None:
    inner = NESTED.format("/data/a/a", asks("/data/a/a/b"))
    session = begin(
        xform(
            '<data id="a"><a jr:template=""><a jr:template=""><b/></a></a><a><a><b/></a></a></data>',
            body=NESTED.format("/data/a", inner),
        )
    )
    session.add_repeat("/data/a[1]/a")
    assert isinstance(session.answer("/data/a[1]/a[2]/b", "x"), Accepted)
    assert session.value("/data/a[1]/a[2]/b") == "x"
    assert session.instances("/data/a") == 1


HOMES = xform(
    '<data id="a"><count/><house jr:template=""><room jr:template=""><beds/></room></house>'
    '<flat jr:template=""><room jr:template=""><sofas/></room></flat></data>',
    bind("/data/count", type="int"),
    body=asks("/data/count")
    + NESTED.format("/data/house", NESTED.format("/data/house/room", asks("/data/house/room/beds")))
    + NESTED.format("/data/flat", NESTED.format("/data/flat/room", asks("/data/flat/room/sofas"))).replace(
        "<repeat nodeset='/data/flat'>", "<repeat nodeset='/data/flat' jr:count='/data/count'>"
    ),
)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"/data/house[2]/room[2]/beds": "3"}, {"/data/house[2]/room[2]/beds": "3"}),
        ({"/data/house/room[2]/beds": "3"}, {"/data/house[1]/room[2]/beds": "3"}),
        (
            {"house": [{"room": [{"beds": "1"}, {"beds": "2"}]}, {"room": [{"beds": "3"}]}]},
            {"/data/house[1]/room[2]/beds": "2", "/data/house[2]/room[1]/beds": "3"},
        ),
        ({"/data/flat[2]/room[1]/sofas": "1", "count": "2"}, {"/data/flat[2]/room[1]/sofas": "1"}),
    ],
)
def test_answers_make_repeats_grow_inside_each_other(
    answers: dict[str, Any], expected: dict[str, str]
) -> None:
    outcome = run(begin(HOMES), answers)
    assert outcome.refused == []
    assert outcome.values.items() >= expected.items()


@pytest.mark.parametrize(
    "path", ["/data/flat[1]/room[2]/sofas", "/data/house[0]/room[1]/beds", "/data/house[9999]/room[1]/beds"]
)
def test_an_answer_in_a_repeat_that_is_not_there_is_refused(path: str) -> None:
    outcome = run(begin(HOMES), {path: "1"})
    assert [(refusal["path"], refusal["code"]) for refusal in outcome.refused] == [(path, "unknown_path")]


def test_an_instance_of_what_stands_in_no_repeat_cannot_be_added() -> None:
    with pytest.raises(UnknownPath):
        begin(HOMES).add_repeat("/data/flat[1]/room")


@pytest.mark.parametrize("chosen", ["1", "2", "3"])
def test_an_action_may_pick_an_instance(chosen: str) -> None:
    pick = setvalue("xforms-value-changed", "/data/stop[position() = /data/which]/mark", "concat(., 'here')")
    session = begin(
        xform(
            '<data id="a"><which/><stop><mark/></stop><stop><mark/></stop><stop><mark/></stop></data>',
            body=asks("/data/which", pick) + NESTED.format("/data/stop", asks("/data/stop/mark")),
        )
    )
    session.answer("which", chosen)
    marks = [session.value(f"/data/stop[{place}]/mark") for place in (1, 2, 3)]
    assert marks == ["here" if str(place) == chosen else "" for place in (1, 2, 3)]


def test_a_new_form_has_an_identity_of_its_own() -> None:
    loaded = xform(
        '<data id="a"><id>copied</id></data>', bind("/data/id", preload="uid"), body=asks("/data/id")
    )
    session = begin(loaded)
    identity = session.value("id")
    assert identity.startswith("uuid:")
    assert FormSession.restore(loaded, session.save(), clock=lambda: NOW).value("id") == identity


def test_the_body_is_found_where_it_stands() -> None:
    instance = '<data id="a"><b/><body/></data>'
    model = f'<model><instance>{instance}</instance><bind nodeset="b" type="int"/></model>'
    body = '<h:body><input ref="b"><label>B</label></input></h:body>'
    spaces = 'xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"'
    inside = load_form(f"<h:html {spaces}><h:head>{model}{body}</h:head></h:html>".encode(), "t.xml")
    before = load_form(f"<h:html {spaces}>{body}<h:head>{model}</h:head></h:html>".encode(), "t.xml")
    for loaded in (inside, before):
        assert [question.path for question in begin(loaded).questions()] == ["/data/b"]


def test_attributes_are_worked_out_and_read_like_fields() -> None:
    loaded = xform(
        '<data id="a" version="1" area="north"><code of=""/><shown/><kind/></data>',
        bind("/data/code/@of", calculate="concat(/data/@area, '-', /data/kind)"),
        bind("/data/shown", calculate="concat('code ', ../code/@of)"),
        bind("/data/@area", calculate="if(/data/kind = 'goat', 'south', 'north')"),
        setvalue("odk-instance-first-load", "/data/@version", "'2'"),
        body=asks("/data/kind"),
    )
    assert loaded.faults == []
    session = begin(loaded)
    assert session.value("shown") == "code north-"
    session.answer("kind", "goat")
    assert session.value("shown") == "code south-goat"
    assert "<data" in session.submission_xml() and 'version="2" area="south"' in session.submission_xml()
    assert FormSession.restore(loaded, session.save(), clock=lambda: NOW).values() == session.values()


def test_opening_again_does_what_waits_for_a_load() -> None:
    loaded = xform(
        '<data id="a"><first/><opened/><field/></data>',
        bind("/data/opened", type="int"),
        setvalue("odk-instance-load", "/data/opened", "number(coalesce(/data/opened, 0)) + 1"),
        setvalue("odk-instance-first-load", "/data/first", "concat(/data/first, 'x')"),
        body=asks("/data/field"),
    )
    session = begin(loaded)
    assert (session.value("first"), session.value("opened")) == ("x", "1")
    again = FormSession.restore(loaded, session.save(), clock=lambda: NOW)
    assert again.value("opened") == "1"  # every message of a chat restores; only taking it up again is a load
    again.reopen()
    assert (again.value("first"), again.value("opened")) == ("x", "2")
