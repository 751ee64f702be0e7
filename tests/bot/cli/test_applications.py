"""What a farmer sent in comes out again, to the letter: `village-credit applications export`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from lxml import etree
from PIL import Image
from sqlalchemy import select

from bot import keys
from bot.cli.applications import app
from bot.conversation.dispatch import Dispatch
from bot.conversation.rooms import ROOMS, last_word
from bot.services import Services
from intake.applications import Application, ApplicationStatus
from intake.audit import AuditLog
from intake.forms import Form, QuestionKind, load_form
from intake.forms.xlsform import convert_xlsform
from intake.people.data_rights import DataRights
from intake.tables import audit_events
from tests.bot.conversation.chat import Chat, speaking
from tests.bot.conversation.conftest import quick_pictures
from tests.bot.conversation.farmer import asked, begin, photo, tap
from tests.bot.conversation.farmer import token as token_of
from tests.bot.conversation.staff.conftest import empty_home, office
from tests.bot.conversation.staff.office import Office
from tests.intake.forms.test_servers import XForm, central, kobo

__all__ = ["empty_home", "office", "quick_pictures"]

FORM = """
| survey   |                    |             |                     |                  |          |                  |
|          | type               | name        | label::English (en) | label::中文 (zh) | required | relevant         |
|          | end                | ended       |                     |                  |          |                  |
|          | text               | full_name   | Your name?          | 您的姓名？       | yes      |                  |
|          | begin_repeat       | animal      | Animals             | 牲畜             |          |                  |
|          | text               | kind        | Which?              | 什么？           | yes      |                  |
|          | integer            | number      | How many?           | 几头？           | yes      |                  |
|          | end_repeat         |             |                     |                  |          |                  |
|          | image              | pen         | The pen             | 羊圈             | yes      |                  |
|          | select_one trade   | trade       | Which trade?        | 哪一行？         | yes      |                  |
|          | text               | loom        | Your loom?          | 织机？           | yes      | ${trade}='cloth' |
|          | select_one village | village     | Which village?      | 哪个村？         | yes      |                  |
|          | decimal            | amount      | How much?           | 多少钱？         | yes      |                  |
|          | integer            | term_months | How many months?    | 几个月？         | yes      |                  |
|          | decimal            | own_funds   | Your own money?     | 自己的钱？       | yes      |                  |
| choices  |                    |             |                     |                  |          |                  |
|          | list_name          | name        | label::English (en) | label::中文 (zh) |          |                  |
|          | trade              | livestock   | Animals             | 牲畜             |          |                  |
|          | trade              | cloth       | Cloth               | 布               |          |                  |
|          | village            | willow-bend | Willow Bend         | 柳湾             |          |                  |
| settings |                    |             |                     |                  |          |                  |
|          | form_title         | form_id     | version             |                  |          |                  |
|          | Herd               | microloan   | 1                   |                  |          |                  |
"""
DOG = "| | text | dog | Your dog? | 狗？ | yes | |\n"
FIRST = "|          | end  "
LATER = FORM.replace(FIRST, DOG + FIRST).replace("| microloan   | 1 ", "| microloan   | 2 ")
HERD = (('山羊 <黑> & "白"', "12"), ("绵羊，老的", "3"))
SAID = {"full_name": "王小芳", "dog": "阿黄", "trade": "livestock", "village": "willow-bend", "amount": "8000",
        "term_months": "10", "own_funds": "4000"}  # fmt: skip
FARMER, NEIGHBOUR = 1001, 1002


class Branch:
    """A branch whose farmers answer the form above, and its shell."""

    def __init__(self, office: Office, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
        self.services: Services = office.services
        self.clock, self._patch, self._capsys = office.clock, monkeypatch, capsys
        self.ask(FORM)
        monkeypatch.chdir(self.home)
        monkeypatch.setenv("VILLAGE_CREDIT_HOME", str(self.home))
        self.services.download = lambda file: picture()

    @property
    def home(self) -> Path:
        return self.services.settings.home

    def ask(self, source: str) -> None:
        """From now on this form is asked; nobody has published it."""
        form = form_of(source)
        self._patch.setattr(self.services, "current_form", lambda: form)

    def sent(self, user_id: int = FARMER, *, meanwhile: str = "") -> Application:
        """A farmer goes through it in Chinese and sends it; `meanwhile` the lender asks another form."""
        speaking(self.services, "zh", user_id)
        farmer = Chat(self.services, Dispatch(self.services, ROOMS, last_word), user_id, "zh")
        begin(farmer)
        herd = iter(HERD)
        kind, number = next(herd)
        if meanwhile:
            farmer.send(SAID["full_name"])
            self.ask(meanwhile)
        while prompt := asked(farmer):
            if prompt.kind is QuestionKind.REPEAT:
                kind, number = next(herd, ("", ""))
                tap(farmer, "a.c", token_of("yes" if kind else "no"))
            elif prompt.kind is QuestionKind.IMAGE:
                photo(farmer)
            elif prompt.kind is QuestionKind.SELECT_ONE:
                tap(farmer, "a.c", token_of(SAID[prompt.name]))
            else:
                farmer.send({"kind": kind, "number": number, **SAID}[prompt.name])
        farmer.tap(next(one for one in reversed(farmer.buttons()) if one.action == "a.send"))
        with self.services.reading() as connection:
            return self.services.applications.by_farmer(connection, user_id)[0]

    def export(self, folder: Path, *options: str) -> dict[str, Any]:
        """As from the shell; what it prints as JSON."""
        app(args=["export", str(folder), "--json", *options], standalone_mode=False)
        said: dict[str, Any] = json.loads(self._capsys.readouterr().out)
        return said

    def refused(self, folder: Path, *options: str) -> str:
        """The sentence with which it ends, and not with 0."""
        with pytest.raises(typer.BadParameter) as refusal:
            app(args=["export", str(folder), *options], standalone_mode=False)
        assert refusal.value.exit_code == 2
        return str(refusal.value)


def form_of(source: str) -> Form:
    return load_form(source.encode(), "herd.md")


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def branch(
    office: Office, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Branch]:
    yield Branch(office, monkeypatch, capsys)


def table(folder: Path, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((folder / name).read_text(encoding="utf-8"))))


def lines(folder: Path) -> list[dict[str, Any]]:
    return [
        json.loads(line) for line in (folder / "submissions.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def instances(folder: Path) -> list[Path]:
    return sorted((folder / "instances").iterdir())


def test_what_the_farmer_said_comes_out(branch: Branch, tmp_path: Path) -> None:
    application = branch.sent()
    out = tmp_path / "out"
    told = branch.export(out)
    assert (told["submissions"], told["attachments"], told["missing"]) == (1, 1, [])
    [folder] = instances(out)
    xml = (folder / "instance.xml").read_text(encoding="utf-8")

    sent = kobo(xml)
    assert sent["full_name"] == ["王小芳"]
    assert sent["animal/kind"] == [kind for kind, _ in HERD]
    assert sent["animal/number"] == [number for _, number in HERD]
    assert "loom" not in sent, "what was not asked is not handed in"
    assert sent["ended"] == ["2026-03-02T16:00:00.000+08:00"], (
        "the lender's hour, and how far it is from Greenwich"
    )
    [name] = sent["pen"]
    with Image.open(folder / name) as image:
        assert (image.format, image.size) == ("JPEG", (40, 30))

    [line] = lines(out)
    assert (line["reference"], line["status"]) == (application.reference, "submitted")
    assert line["folder"] == f"instances/{folder.name}" and line["attachments"] == [name]
    answers = line["submission"]["data"]
    assert answers["animal"] == [{"kind": kind, "number": int(number)} for kind, number in HERD]
    assert answers["amount"] == 8000


def test_the_xml_is_of_the_form_and_the_tables_are_centrals(branch: Branch, tmp_path: Path) -> None:
    branch.sent()
    branch.sent(NEIGHBOUR)
    out = tmp_path / "out"
    assert branch.export(out)["forms"] == {"microloan": 2}
    xform = XForm(convert_xlsform(FORM.encode(), "herd", ".md").xform)
    expected: dict[str, list[dict[str, str]]] = {}
    for folder in instances(out):
        xml = (folder / "instance.xml").read_text(encoding="utf-8")
        root = etree.fromstring(xml.encode())
        assert (root.get("id"), root.get("version")) == ("microloan", "1")
        key = root.findtext(".//{*}instanceID")
        assert key and folder.name == key.replace(":", "-")
        for path, rows in central(
            xform, xml, "microloan"
        ).items():  # raises for a node the form does not have
            expected.setdefault(path, []).extend(rows)
    rows = table(out, "microloan.csv")
    assert by_key(known(rows, expected[""])) == by_key(expected[""])
    assert {row["SubmissionDate"] for row in rows} == {"2026-03-02T08:00:00.000Z"}
    assert {(row["AttachmentsPresent"], row["AttachmentsExpected"]) for row in rows} == {("1", "1")}
    assert by_key(table(out, "microloan-animal.csv")) == by_key(expected["/data/animal"])


def known(rows: list[dict[str, str]], like: list[dict[str, str]]) -> list[dict[str, str]]:
    return [{name: row[name] for name in like[0]} for row in rows]


def by_key(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    return sorted(rows, key=lambda row: row["KEY"])


def test_two_versions_of_a_form_share_its_tables(branch: Branch, tmp_path: Path) -> None:
    branch.sent()
    branch.clock.advance(days=1)
    carried = branch.sent(NEIGHBOUR, meanwhile=LATER)
    assert carried.form_version == "2", "it is a submission of the form it was carried over to"
    branch.export(tmp_path / "out")
    older, newer = table(tmp_path / "out", "microloan.csv")
    assert (older["FormVersion"], older["dog"]) == ("1", "")
    assert (newer["FormVersion"], newer["dog"], newer["full_name"]) == ("2", "阿黄", "王小芳")
    assert len(table(tmp_path / "out", "microloan-animal.csv")) == 4
    assert list(newer).index("dog") < list(newer).index("full_name"), "the newer form's order"


def test_only_its_owner_reads_it_and_the_log_says_who_took_it(branch: Branch, tmp_path: Path) -> None:
    application = branch.sent()
    out = tmp_path / "out"
    branch.export(out, "--by", "Peng Hui")
    for path in (out, *out.rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path
    assert sorted(path.name for path in out.iterdir()) == [
        "export.json",
        "instances",
        "microloan-animal.csv",
        "microloan.csv",
        "submissions.jsonl",
    ]
    audit: AuditLog = branch.services.applications.audit
    with branch.services.reading() as connection:
        assert audit.verify(connection).fault is None
        lines_of_all = select(audit_events).where(audit_events.c.name == "operator:submissions:export")
        [whole] = connection.execute(lines_of_all).all()  # it concerns no one application
        own = audit.of_application(connection, application.application_id)
        person = audit.of_person(connection, FARMER)
    facts = branch.services.vault.decrypt_json(whole.sealed)["facts"]
    assert (whole.actor, facts["submissions"]) == ("operator:Peng Hui", 1)
    assert own[-1].name == person[-1].name == "operator:file:export"


def test_after_the_keys_have_changed_it_is_the_same(branch: Branch, tmp_path: Path) -> None:
    branch.sent()
    branch.export(tmp_path / "before")
    settings, engine = branch.services.settings, branch.services.engine
    keys.begin(settings)
    assert keys.drop(settings, engine, keys.open_vault(settings)) == 1
    branch.export(tmp_path / "after")
    before, after = (contents(tmp_path / name) for name in ("before", "after"))
    assert before == after and len(before) == 5


def contents(folder: Path) -> dict[str, bytes]:
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != "export.json"]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_withdrawn_on_request_and_erased_not_at_all(branch: Branch, tmp_path: Path) -> None:
    application = branch.sent()
    services = branch.services
    with services.engine.begin() as connection:
        services.applications.withdraw(connection, application.application_id, FARMER)
    assert branch.export(tmp_path / "usual")["submissions"] == 0
    assert not (tmp_path / "usual").exists()
    assert branch.export(tmp_path / "withdrawn", "--status", "withdrawn")["submissions"] == 1
    rights = DataRights(services.applications, services.vault, branch.clock)
    with services.engine.begin() as connection:
        copy = rights.export(connection, FARMER).record
        assert "王小芳" in copy["applications"][0]["instance"]
        rights.erase(connection, FARMER)
    every = [part for status in ApplicationStatus for part in ("--status", status.value)]
    assert branch.export(tmp_path / "erased", *every)["submissions"] == 0
    assert branch.export(tmp_path / "withdrawn", "--overwrite", *every)["submissions"] == 0
    assert list((tmp_path / "withdrawn").iterdir()) == [], "the earlier export goes too"
    with services.reading() as connection:
        assert services.applications.audit.verify(connection).fault is None


def test_by_form_and_day(branch: Branch, tmp_path: Path) -> None:
    branch.sent()  # at 16:00 on the second of March, where the lender is
    branch.clock.advance(hours=10)  # 02:00 on the third there, still the second in Greenwich
    branch.sent(NEIGHBOUR)

    def found(*options: str) -> int:
        number: int = branch.export(tmp_path / "-".join(options), *options)["submissions"]
        return number

    assert found("--since", "2026-03-03") == found("--until", "2026-03-02") == 1
    assert found("--since", "2026-03-02", "--until", "2026-03-03", "--form", "microloan") == 2
    assert found("--since", "2026-03-04") == 0
    assert "the forms are: microloan" in branch.refused(tmp_path / "x", "--form", "tractors")
    assert "'yesterday' is no day" in branch.refused(tmp_path / "x", "--since", "yesterday")


def test_a_folder_in_use_is_left_alone(branch: Branch, tmp_path: Path) -> None:
    branch.sent()
    out = tmp_path / "out"
    out.mkdir()
    (out / "letter.txt").write_text("mine")
    assert "letter.txt" in branch.refused(out)
    branch.export(out, "--overwrite")
    [before] = instances(out)
    branch.sent(NEIGHBOUR)
    assert "--overwrite" in branch.refused(out)
    assert branch.export(out, "--overwrite", "--since", "2026-03-02")["submissions"] == 2
    assert before in instances(out) and (out / "letter.txt").read_text() == "mine"
    (out / "export.json").write_text("{}")
    assert "not the list of an export" in branch.refused(out, "--overwrite")
    other = tmp_path / "other"
    other.mkdir()
    (other / "microloan.csv").write_text("mine")
    assert "microloan.csv" in branch.refused(other, "--overwrite")
    assert [path.name for path in other.iterdir()] == ["microloan.csv"], "nothing of the refused one stays"


def test_what_a_killed_export_left_is_cleared_away(branch: Branch, tmp_path: Path) -> None:
    """It holds farmers' data in the clear, under a name no list of an export has."""
    branch.sent()
    out = tmp_path / "out"
    (out / ".export-killed").mkdir(parents=True)
    (out / ".export-killed" / "microloan.csv").write_text("Wang Fang")
    branch.export(out)
    assert not list(out.glob(".export-*"))


def test_a_folder_that_cannot_be_written_is_named(branch: Branch, tmp_path: Path) -> None:
    branch.sent()
    (tmp_path / "file").write_text("")
    said = branch.refused(tmp_path / "file" / "out")
    assert "cannot be written" in said and "file/out" in said


def test_a_lost_photo_keeps_nothing_else_back(branch: Branch, tmp_path: Path) -> None:
    application = branch.sent()
    [lost] = [path for path in (branch.home / "photos").rglob("*") if path.is_file()]
    lost.unlink()
    told = branch.export(tmp_path / "out")
    [row] = table(tmp_path / "out", "microloan.csv")
    assert (row["AttachmentsPresent"], row["AttachmentsExpected"]) == ("0", "1")
    assert told["missing"] == [f"{application.reference}: {row['pen']}"]
