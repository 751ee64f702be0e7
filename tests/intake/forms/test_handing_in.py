"""What leaves a form: XForm XML, JSON, CSV; versions in the store; walks and runs."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime

import pytest
from lxml import etree
from sqlalchemy import Engine

from intake.errors import NotFound
from intake.forms import Accepted, FormRefused, FormSession, load_form
from intake.forms.compare import ChangeKind, refit
from intake.forms.flow import flow
from intake.forms.run import run
from intake.forms.store import FormStore
from intake.forms.walk import walk
from tests.intake.forms.helpers import NOW, begin, calculate, form, q

ROWS = [
    q("text", "name", required="yes"),
    q("select_multiple crop", "crops"),
    q("begin_group", "money", "Money"),
    q("decimal", "amount", constraint=". > 0"),
    q("end_group", ""),
    q("begin_repeat", "debt", "Debt"),
    q("text", "owed_to"),
    q("end_repeat", ""),
    q("image", "photo"),
]
CHOICES = [("crop", "maize", "Maize"), ("crop", "beans", "Beans")]
V1 = form(*ROWS, choices=CHOICES, settings={"form_id": "loan", "version": "1"})


def filled() -> FormSession:
    session = begin(V1)
    session.answer("name", 'Asha "A" <&>')
    session.answer("crops", ["maize", "beans"])
    session.answer("/data/money/amount", "250.50")
    session.answer("/data/debt[1]/owed_to", "Juma, neighbour")
    session.add_repeat("debt")
    session.answer("/data/debt[2]/owed_to", "shop")
    session.answer("photo", "goat.jpg")
    return session


def test_the_instance_as_servers_take_it() -> None:
    root = etree.fromstring(filled().submission_xml())
    assert (root.get("id"), root.get("version")) == ("loan", "1")
    assert root.findtext("name") == 'Asha "A" <&>'
    assert root.findtext("money/amount") == "250.50"
    assert [each.text for each in root.findall("debt/owed_to")] == ["Juma, neighbour", "shop"]
    identities = [each.text for each in root.iter() if etree.QName(each).localname == "instanceID"]
    assert len(identities) == 1
    assert str(identities[0]).startswith("uuid:")


def test_json_and_csv() -> None:
    session = filled()
    assert session.submission_json()["data"]["debt"] == [{"owed_to": "Juma, neighbour"}, {"owed_to": "shop"}]
    assert session.submission_json()["data"]["money"] == {"amount": 250.5}
    assert session.submission_json()["data"]["crops"] == ["maize", "beans"]
    tables = {
        name: list(csv.DictReader(io.StringIO(text))) for name, text in session.submission_csv().items()
    }
    assert list(tables) == ["loan.csv", "loan-debt.csv"]
    assert tables["loan.csv"][0]["money-amount"] == "250.50"
    assert {row["PARENT_KEY"] for row in tables["loan-debt.csv"]} == {tables["loan.csv"][0]["KEY"]}


def test_attachments_are_named() -> None:
    assert filled().attachments() == {"/data/photo": "goat.jpg"}


def test_a_run_tells_what_became_of_every_answer() -> None:
    session = begin(V1)
    outcome = run(
        session,
        {
            "name": "Asha",
            "money": {"amount": -1},
            "debt": [{"owed_to": "a"}, {"owed_to": "b"}],
            "nothing": 1,
            "crops": "maize",
        },
    )
    assert [(each["path"], each["code"]) for each in outcome.refused] == [
        ("money/amount", "constraint"),
        ("nothing", "unknown_path"),
    ]
    assert outcome.values["/data/debt[2]/owed_to"] == "b"
    assert "/data/money/amount" in outcome.relevant
    assert not outcome.complete
    assert outcome.unanswered == []


def test_a_run_waits_for_what_becomes_relevant_later() -> None:
    loaded = form(q("text", "b", relevant="${a} = 1"), q("integer", "a"))
    assert run(begin(loaded), {"b": "x", "a": 1}).complete


@pytest.mark.parametrize(
    "constraint",
    [
        ". > 17 and . < 19",
        "regex(., '^07[0-9]{8}$')",
        "string-length(.) = 11",
        ". = ${other} * 3 + 1",
        "selected(., 'maize') and count-selected(.) = 2",
        ". > today() and . <= today() + 5",
    ],
)
def test_a_walk_finds_answers_that_satisfy_the_constraint(constraint: str) -> None:
    kind = (
        "select_multiple crop"
        if "selected" in constraint
        else "date"
        if "today" in constraint
        else "text"
        if "regex" in constraint or "length" in constraint
        else "integer"
    )
    loaded = form(
        q("integer", "other", required="yes"),
        q(kind, "x", constraint=constraint, required="yes"),
        choices=CHOICES,
    )
    result = walk(loaded, clock=lambda: NOW, seed=5)
    assert result.finished, result
    assert result.session is not None
    assert result.session.invalid() == []


def test_a_walk_says_where_it_is_stuck() -> None:
    result = walk(form(q("integer", "x", constraint=". > 5 and . < 5", required="yes")), clock=lambda: NOW)
    assert not result.finished
    assert (result.stuck_at, result.reason) == ("/data/x", "no answer is accepted: constraint")


def test_a_note_marked_as_required_is_no_dead_end() -> None:
    loaded = form(
        q("note", "read_this", "Read this", required="yes"),
        q("text", "shown", required="yes", readonly="yes"),
        q("text", "name", required="yes"),
    )
    result = walk(loaded, clock=lambda: NOW)
    assert result.finished, result.reason
    session = begin(loaded)
    assert isinstance(session.skip("read_this"), Accepted)
    assert [question.path for question in session.unanswered()] == ["/data/name"]


def test_the_flow_shows_groups_rules_and_choices() -> None:
    lines = [(line.depth, line.kind, line.name) for line in flow(V1)]
    assert (1, "decimal", "amount") in lines
    assert (0, "repeat", "debt") in lines
    assert (1, "text", "owed_to") in lines


def test_versions_stay_and_drafts_find_theirs(engine: Engine) -> None:
    store = FormStore(lambda: datetime(2026, 3, 2, tzinfo=UTC))
    newer = form(
        *[
            row | {"label": "Full name"} if row["name"] == "name" else row
            for row in ROWS
            if row["name"] != "photo"
        ],
        q("integer", "age"),
        choices=CHOICES,
        settings={"form_id": "loan", "version": "2"},
    )
    with engine.begin() as connection:
        assert store.publish(connection, V1, by="admin").new
        assert not store.publish(connection, V1, by="admin").new
        published = store.publish(connection, newer, by="admin")
        assert {(change.kind, change.path) for change in published.changes} == {
            (ChangeKind.LABEL, "/data/name"),
            (ChangeKind.ADDED, "/data/age"),
            (ChangeKind.REMOVED, "/data/photo"),
        }
        current = store.current(connection, "loan")
        assert current is not None and current.version == "2"
        saved = filled().save()
        assert FormStore(store._clock).form(connection, saved["form"]["sha256"]).version == "1"
        assert [each.version for each in store.history(connection, "loan")] == ["2", "1"]
        with pytest.raises(NotFound):
            store.form(connection, "0" * 64)


def test_a_form_kept_for_a_submission_is_not_in_force_until_it_is_published(engine: Engine) -> None:
    store = FormStore(lambda: NOW)
    with engine.begin() as connection:
        store.keep(connection, V1, by="system")
        store.keep(connection, V1, by="system")
        assert store.form(connection, V1.sha256).version == "1"
        assert store.current(connection, "loan") is None and store.history(connection) == []
        other = form(q("text", "else"), settings={"form_id": "loan", "version": "0"})
        store.publish(connection, other, by="admin")
        assert store.publish(connection, V1, by="admin").new
        current = store.current(connection, "loan")
        assert current is not None and current.sha256 == V1.sha256
        store.keep(connection, V1, by="system")
        assert len(store.history(connection, "loan")) == 2


def test_a_version_number_is_not_used_twice(engine: Engine) -> None:
    store = FormStore(lambda: NOW)
    other = form(q("text", "else"), settings={"form_id": "loan", "version": "1"})
    with engine.begin() as connection:
        store.publish(connection, V1, by="admin")
        with pytest.raises(FormRefused, match="already published"):
            store.publish(connection, other, by="admin")


def test_a_draft_is_carried_over_and_what_is_lost_is_told() -> None:
    newer = form(
        q("text", "name"),
        q("begin_group", "money", "Money"),
        q("decimal", "amount", constraint=". < 100"),
        q("end_group", ""),
        q("begin_repeat", "debt", "Debt"),
        q("text", "owed_to"),
        q("end_repeat", ""),
        calculate("debts", "count(${debt})"),
        settings={"form_id": "loan", "version": "2"},
    )
    session = FormSession.restore(newer, filled().save(), clock=lambda: NOW)
    assert refit(session) == {"/data/money/amount": "250.50"}
    values = session.values()
    assert values["/data/debt[2]/owed_to"] == "shop" and values["/data/debts"] == "2"
    assert not {"/data/crops", "/data/photo", "/data/money/amount"} & {key for key in values if values[key]}


def test_stray_text_between_fields_is_no_answer() -> None:
    source = b"""<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model>
    <instance><data id="x">stray<a/>text</data></instance></model></h:head>
    <h:body><input ref="/data/a"/></h:body></h:html>"""
    session = begin(load_form(source, "x.xml"))
    session.answer("a", "1")
    assert session.submission_json()["data"] == {"a": "1"}
    assert "stray" not in session.submission_xml()
