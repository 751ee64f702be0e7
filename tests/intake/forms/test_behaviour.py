"""How forms behave: repeats, cascades, triggers, defaults, translations, files beside the form."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.forms import Accepted, FaultCode, FormRefused, FormSession, QuestionKind, load_form, read_form
from tests.intake.forms.helpers import NOW, begin, calculate, form, q, table, xlsform

HERD = form(
    q("begin_repeat", "herd", "Animals"),
    q("text", "kind"),
    q("integer", "heads"),
    calculate("so_far", "sum(${herd}[position() <= position(current()/..)]/heads)"),
    calculate("line", "concat(position(..), ': ', ${heads}, ' ', ${kind})"),
    q("end_repeat", ""),
    calculate("total", "sum(${heads})"),
    calculate("second", "indexed-repeat(${kind}, ${herd}, 2)"),
    q("note", "shown", "${total} heads"),
)


def test_people_say_how_many() -> None:
    session = begin(HERD)
    session.answer("herd[1]/kind", "goats")
    session.answer("herd[1]/heads", 12)
    assert session.current() is not None
    assert session.current().kind is QuestionKind.REPEAT  # type: ignore[union-attr]
    assert session.add_repeat("/data/herd") == "/data/herd[2]"
    session.answer("/data/herd[2]/kind", "cows")
    session.answer("/data/herd[2]/heads", 3)
    session.end_repeat("/data/herd")
    values = session.values()
    assert values["/data/total"] == "15"
    assert values["/data/second"] == "cows"
    assert values["/data/herd[2]/line"] == "2: 3 cows"
    assert values["/data/herd[2]/so_far"] == "15"
    assert session.current().name == "shown"  # type: ignore[union-attr]


def test_taking_an_instance_out_moves_the_others_up() -> None:
    session = begin(HERD)
    session.answer("herd[1]/heads", 12)
    session.add_repeat("herd")
    session.answer("herd[2]/kind", "cows")
    session.answer("herd[2]/heads", 3)
    session.remove_repeat("herd[1]")
    assert session.values()["/data/herd[1]/line"] == "1: 3 cows"
    assert session.values()["/data/total"] == "3"


def test_repeats_survive_saving() -> None:
    session = begin(HERD)
    session.answer("herd[1]/heads", 1)
    session.add_repeat("herd")
    session.answer("herd[2]/heads", 2)
    session.end_repeat("herd")
    again = FormSession.restore(HERD, session.save(), clock=lambda: NOW)
    assert again.values() == session.values()
    again.answer("herd[2]/heads", 5)
    assert again.value("total") == "6"


def test_a_counted_repeat_follows_its_count() -> None:
    loaded = form(
        q("integer", "children"),
        q("begin_repeat", "child", "Child", repeat_count="${children}"),
        q("text", "name"),
        q("end_repeat", ""),
        calculate("names", "join(', ', ${name})"),
    )
    session = begin(loaded)
    assert session.instances("child") == 0
    session.answer("children", 3)
    assert session.instances("child") == 3
    for place, name in enumerate(("Asha", "Juma", "Neema"), start=1):
        session.answer(f"/data/child[{place}]/name", name)
    session.answer("children", 2)
    assert session.value("names") == "Asha, Juma"
    assert not any(question.kind is QuestionKind.REPEAT for question in session.questions())


def test_a_count_beyond_reason_is_capped() -> None:
    loaded = form(
        q("integer", "n"),
        q("begin_repeat", "r", "R", repeat_count="${n}"),
        q("text", "x"),
        q("end_repeat", ""),
    )
    session = begin(loaded)
    session.answer("n", 10**9)
    assert session.instances("r") == 500


CASCADE = xlsform(
    [
        q("select_one district", "district", required="yes"),
        q("select_one village", "village", choice_filter="district = ${district}", required="yes"),
        calculate("said", "jr:choice-name(${village}, '${village}')"),
    ]
)
CASCADE += b"""
| choices |
| | list_name | name | label | district | officer |
| | district | east | East | | |
| | district | west | West | | |
| | village | mtoni | Mtoni | east | Asha |
| | village | milima | Milima | east | Asha |
| | village | ziwa | Ziwa | west | Juma |
"""


def test_a_cascade_offers_what_fits_and_forgets_what_does_not() -> None:
    session = begin(load_form(CASCADE, "cascade.md"))
    session.answer("district", "east")
    assert [choice.name for choice in session.choices("village")] == ["mtoni", "milima"]
    assert session.choices("village")[0].extras["officer"] == "Asha"
    session.answer("village", "milima")
    assert session.value("said") == "Milima"
    session.answer("district", "west")
    assert session.value("village") == ""
    assert session.current().name == "village"  # type: ignore[union-attr]


def test_or_other_asks_what_else() -> None:
    loaded = form(q("select_one crop or_other", "crop"), choices=[("crop", "maize", "Maize")])
    session = begin(loaded)
    session.answer("crop", "other")
    assert [question.name for question in session.questions()] == ["crop", "crop_other"]
    assert isinstance(session.answer("crop_other", "teff"), Accepted)


def test_translations_by_name_and_by_code() -> None:
    english, swahili = "English (en)", "Kiswahili (sw)"
    yes = {
        "type": "select_one yn",
        "name": "ok",
        f"label::{english}": "Is ${name} right?",
        f"label::{swahili}": "${name} ni sawa?",
    }
    name = {
        "type": "text",
        "name": "name",
        f"label::{english}": "Name",
        f"label::{swahili}": "Jina",
        "constraint": ". != 'x'",
    }
    survey = [
        yes | {f"hint::{english}": "Say it", f"guidance_hint::{english}": "Look at the file"},
        name | {f"constraint_message::{english}": "Not x", f"constraint_message::{swahili}": "Sio x"},
    ]
    choices = [{"list_name": "yn", "name": "yes", f"label::{english}": "Yes", f"label::{swahili}": "Ndiyo"}]
    source = "\n".join([table("survey", survey), table("choices", choices)]).encode()
    session = begin(load_form(source, "t.md"))
    session.answer("name", "Asha")
    assert session.label("ok", "sw") == "Asha ni sawa?"
    assert session.label("ok", "en") == session.label("ok", "English (en)") == "Is Asha right?"
    assert session.label("ok", "zh") == "Is Asha right?"
    assert session.choices("ok", "sw")[0].label == "Ndiyo"
    assert session.guidance("ok") == "Look at the file"
    in_swahili = begin(load_form(source, "t.md"), language="sw")
    assert in_swahili.answer("name", "x").message == "Sio x"  # type: ignore[union-attr]


def test_defaults_once_and_unique_ids() -> None:
    loaded = form(
        q("text", "place", default="Mtoni"),
        q("date", "day", default="today()"),
        q("text", "remark"),
        calculate("id", "once(concat('A', uuid()))"),
        calculate("stamp", "concat(uuid(), ' ', ${remark})"),
    )
    session = begin(loaded)
    assert session.value("place") == "Mtoni"
    assert session.value("day") == "2026-03-02"
    first, stamp = session.value("id"), session.value("stamp")
    session.answer("remark", "x")
    assert session.value("id") == first
    assert session.value("stamp") == f"{stamp.strip()} x"
    again = FormSession.restore(loaded, session.save(), clock=lambda: NOW)
    again.answer("remark", "y")
    assert again.value("stamp") == f"{stamp.strip()} y"


def test_a_trigger_sets_a_value_when_another_changes() -> None:
    loaded = form(
        q("integer", "price"),
        calculate("double", "${price} * 2"),
        {"type": "calculate", "name": "asked_at", "calculation": "now()", "trigger": "${price}"},
        q("text", "said", trigger="${price}", calculation="concat('twice is ', ${double})"),
    )
    session = begin(loaded)
    assert session.value("asked_at") == ""
    session.answer("price", 4)
    assert session.value("said") == "twice is 8"
    assert session.value("asked_at").startswith("2026-03-02T08:30")
    session.answer("said", "my own words")
    assert session.value("said") == "my own words"


def test_a_calculation_may_fall_back_on_its_own_value_but_not_count_on_it() -> None:
    with pytest.raises(FormRefused) as caught:
        form(calculate("a", "${b} + 1"), calculate("b", "${a} + 1"), q("text", "x"))
    fault = caught.value.faults[0]
    assert fault.code is FaultCode.CYCLE
    assert (fault.sheet, fault.row) == ("survey", 2)


def test_files_beside_the_form(tmp_path: Path) -> None:
    rows = [
        q("select_one_from_file towns.csv", "town", choice_filter="region = 'east'"),
        calculate("p", "pulldata('prices', 'price', 'crop', 'maize')"),
        q("text", "x"),
    ]
    path = tmp_path / "form.md"
    path.write_bytes(xlsform(rows))
    missing = read_form(path)
    assert {fault.message.split()[2] for fault in missing.errors} == {"towns.csv", "prices.csv"}
    assert list(begin(missing).choices("town")) == []
    (tmp_path / "towns.csv").write_text("name,label,region\nmtoni,Mtoni,east\nziwa,Ziwa,west\n")
    (tmp_path / "prices.csv").write_text("crop,price\nmaize,40\n")
    session = begin(load_form(path))
    assert [choice.label for choice in session.choices("town")] == ["Mtoni"]
    assert session.value("p") == "40"
    handed = begin(missing, external={"towns": [{"name": "a", "label": "A", "region": "east"}]})
    assert [choice.name for choice in handed.choices("town")] == ["a"]


def test_group_relevance_hides_everything_inside() -> None:
    loaded = form(
        q("select_one yn", "guarantor"),
        q("begin_group", "g", "Guarantor", relevant="${guarantor} = 'yes'"),
        q("text", "name", required="yes"),
        q("end_group", ""),
        calculate("said", "if(${name} = '', 'nobody', ${name})"),
        choices=[("yn", "yes", "Yes"), ("yn", "no", "No")],
    )
    session = begin(loaded)
    assert [question.name for question in session.questions()] == ["guarantor"]
    session.answer("guarantor", "yes")
    session.answer("/data/g/name", "Juma")
    assert session.value("said") == "Juma"
    session.answer("guarantor", "no")
    assert session.value("said") == "nobody"
    session.answer("guarantor", "yes")
    assert session.value("said") == "Juma"


def test_required_may_depend_on_another_answer() -> None:
    loaded = form(q("text", "a"), q("text", "b", required="${a} = 'x'"))
    session = begin(loaded)
    session.answer("a", "y")
    session.skip("b")
    assert session.finished()
    session.answer("a", "x")
    assert session.current().name == "b"  # type: ignore[union-attr]


def test_a_form_that_never_rests_is_noted_and_does_not_hang() -> None:
    xml = b"""<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model>
    <instance><data id="x"><n/><a/><b/></data></instance><bind nodeset="/data/n" type="int"/>
    </model></h:head><h:body><input ref="/data/n"><label>n</label>
    <setvalue event="xforms-value-changed" ref="/data/a" value="../b + 1"/></input>
    <input ref="/data/a"><label>a</label><setvalue event="xforms-value-changed" ref="/data/b" value="../a + 1"/></input>
    <input ref="/data/b"><label>b</label><setvalue event="xforms-value-changed" ref="/data/a" value="../b + 1"/></input>
    </h:body></h:html>"""
    session = begin(load_form(xml, "x.xml"))
    session.answer("b", "1")
    assert any("rest" in problem.message for problem in session.problems)


def test_a_question_called_data_is_no_trouble() -> None:
    session = begin(form(q("text", "data")))
    assert isinstance(session.answer("data", "x"), Accepted)


def xform(instance: str, binds: str, body: str) -> bytes:
    return f"""<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>x</h:title><model><instance>{instance}</instance>{binds}
    </model></h:head><h:body>{body}</h:body></h:html>""".encode()


def test_absolute_paths_stay_in_their_instance_and_a_repeats_own_path_is_all_of_them() -> None:
    source = xform(
        '<data id="x"><r><a/><b/><n/></r><sum/></data>',
        '<bind nodeset="/data/r/b" calculate="/data/r/a * 2"/><bind nodeset="/data/r/n" calculate="count(/data/r)"/>'
        '<bind nodeset="/data/sum" calculate="sum(/data/r/b)"/>',
        '<repeat nodeset="/data/r"><input ref="/data/r/a"><label>a</label></input></repeat>',
    )
    session = begin(load_form(source, "x.xml"))
    session.add_repeat("/data/r")
    session.answer("/data/r[1]/a", "1")
    session.answer("/data/r[2]/a", "5")
    values = session.values()
    assert (values["/data/r[1]/b"], values["/data/r[2]/b"], values["/data/sum"]) == ("2", "10", "12")
    assert (values["/data/r[1]/n"], values["/data/r[2]/n"]) == ("2", "2")


def test_choices_can_be_what_was_answered_in_a_repeat() -> None:
    source = xform(
        '<data id="x"><r><value/><label/></r><filter/><pick/></data>',
        "",
        '<repeat nodeset="/data/r"><input ref="value"/><input ref="label"/></repeat><input ref="/data/filter"/>'
        '<select1 ref="/data/pick"><itemset nodeset="../r[starts-with(value, current()/../filter)]">'
        '<value ref="value"/><label ref="label"/></itemset></select1>',
    )
    session = begin(load_form(source, "x.xml"))
    session.answer("/data/r[1]/value", "a")
    session.answer("/data/r[1]/label", "A")
    session.add_repeat("/data/r")
    session.answer("/data/r[2]/value", "b")
    assert [(choice.name, choice.label) for choice in session.choices("pick")] == [("a", "A"), ("b", "b")]
    session.answer("filter", "b")
    assert [choice.name for choice in session.choices("pick")] == ["b"]
    session.answer("pick", "b")
    session.answer("filter", "a")
    assert session.value("pick") == ""


def test_one_more_until_the_last_says_stop() -> None:
    source = xform(
        '<data id="x"><r jr:template=""><name/><more/></r><n/></data>',
        '<bind nodeset="/data/n" calculate="count(/data/r) + (count(/data/r) = 0 or '
        "indexed-repeat(/data/r/more, /data/r, count(/data/r)) = 'yes')\"/>",
        '<group ref="/data/r"><repeat nodeset="/data/r" jr:count="/data/n"><input ref="/data/r/name"/>'
        '<input ref="/data/r/more"/></repeat></group>',
    )
    session = begin(load_form(source, "x.xml"))
    assert session.instances("r") == 1
    session.answer("/data/r[1]/more", "yes")
    assert session.instances("r") == 1, "the name is still to be asked"
    session.answer("/data/r[1]/name", "Asha")
    assert session.instances("r") == 2
    session.answer("/data/r[2]/name", "Juma")
    session.answer("/data/r[2]/more", "no")
    assert session.instances("r") == 2
    assert session.finished()
    assert session.problems == []


def test_a_form_does_not_grow_without_end() -> None:
    source = xform(
        '<data id="x"><n/><a jr:template=""><b jr:template=""><c jr:template=""><x/></c></b></a></data>',
        "",
        '<input ref="/data/n"/><repeat nodeset="/data/a" jr:count="/data/n">'
        '<repeat nodeset="/data/a/b" jr:count="/data/n">'
        '<repeat nodeset="/data/a/b/c" jr:count="/data/n"><input ref="/data/a/b/c/x"/></repeat></repeat></repeat>',
    )
    session = begin(load_form(source, "x.xml"))
    session.answer("n", "100")
    assert any("grown" in problem.message or "rest" in problem.message for problem in session.problems)


def test_what_was_noted_of_an_instance_moves_up_with_it() -> None:
    session = begin(
        form(
            q("begin_repeat", "herd", "Herd"),
            q("text", "kind"),
            q("text", "note"),
            calculate("id", "once(uuid())"),
            q("end_repeat", ""),
        )
    )
    for place in (1, 2, 3):
        if place > 1:
            session.add_repeat("herd")
        session.answer(f"herd[{place}]/kind", f"kind {place}")
    session.skip("herd[3]/note")
    identity = session.value("herd[3]/id")
    session.remove_repeat("herd[1]")
    session.answer("herd[1]/note", "seen")
    assert session.current().kind is QuestionKind.REPEAT  # type: ignore[union-attr]
    again = FormSession.restore(session.form, session.save(), clock=lambda: NOW)
    again.answer("herd[2]/kind", "other")
    assert again.value("herd[2]/id") == identity
    added = again.add_repeat("herd")
    assert again.value(f"{added}/id") not in ("", identity)
    assert again.current().path == "/data/herd[3]/kind"  # type: ignore[union-attr]
