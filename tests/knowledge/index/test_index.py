"""The index: a cache that finds, filters, survives damage and embeds nothing twice."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from knowledge.index import ChunkIndex, IndexOwnedElsewhere
from tests.knowledge.fakes import HashedWords, chunk, hashed_embedders

GOATS = chunk("v1", 0, "Goats may be bought with the livestock loan.")
FEES = chunk("v1", 1, "A fee of one percent is paid once.")
STAFF = chunk("v2", 0, "Officers score goats by age and health.")


def _dense(index: ChunkIndex, question: str, versions: set[str]) -> list[str]:
    found = index.dense(question, versions, 5, question_language="en", language="en")
    return [key for key, _score in found]


@pytest.fixture
def index(tmp_path: Path) -> ChunkIndex:
    index = ChunkIndex(tmp_path / "index", hashed_embedders())
    index.add([GOATS, FEES])
    index.add([STAFF])
    return index


def test_both_sides_find_the_passage(index: ChunkIndex) -> None:
    assert index.lexical("can I buy goats?", {"v1"}, 5, language="en")[0][0] == GOATS.chunk_id
    assert _dense(index, "buy goats livestock", {"v1"})[0] == GOATS.chunk_id


def test_only_the_versions_asked_for_can_come_back(index: ChunkIndex) -> None:
    exact = STAFF.text
    assert {key for key, _ in index.lexical(exact, {"v1"}, 10, language="en")} <= {
        GOATS.chunk_id,
        FEES.chunk_id,
    }
    assert STAFF.chunk_id not in _dense(index, exact, {"v1"})
    assert _dense(index, exact, set()) == []
    assert index.lexical(exact, set(), 10, language="en") == []


def test_a_removed_version_is_gone_and_unknown_ones_are_no_error(index: ChunkIndex) -> None:
    index.remove(["v2", "never"])
    assert index.has(["v1", "v2"]) == {"v1"}
    assert STAFF.chunk_id not in _dense(index, STAFF.text, {"v1", "v2"})


def test_adding_again_changes_nothing_and_embeds_nothing(tmp_path: Path) -> None:
    model = HashedWords()
    index = ChunkIndex(tmp_path / "index", hashed_embedders(model))
    index.add([GOATS, FEES])
    index.add([GOATS, FEES])
    assert len(model.embedded) == 2
    assert index.size() == 2


def test_replacing_a_file_embeds_only_what_changed(tmp_path: Path) -> None:
    model = HashedWords()
    index = ChunkIndex(tmp_path / "index", hashed_embedders(model))
    index.add([GOATS, FEES])
    model.embedded.clear()
    index.add([chunk("v3", 0, GOATS.text), chunk("v3", 1, "A fee of two percent is paid once.")])
    assert len(model.embedded) == 1


@pytest.mark.parametrize("damage", ["vectors", "folder", "garbage"])
def test_a_damaged_dense_side_is_noticed_answered_around_and_repaired(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "index"
    with ChunkIndex(folder, hashed_embedders()) as index:
        index.add([GOATS, FEES, *(chunk("v9", n, f"Filler number {n} about receipts.") for n in range(60))])
    _close_chroma()
    _damage(folder / "chroma", damage)
    with ChunkIndex(folder, hashed_embedders()) as index:
        health = index.healthy()
        assert not health.ok
        assert _dense(index, "buy goats livestock", {"v1", "v9"})[0] == GOATS.chunk_id
        assert index.repair().ok
        assert _dense(index, "buy goats livestock", {"v1", "v9"})[0] == GOATS.chunk_id


def test_while_the_dense_side_is_rebuilt_nobody_is_answered_from_its_half(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    embedders = hashed_embedders(languages=("en", "zh"))
    with ChunkIndex(folder, embedders) as index:
        index.add([GOATS, chunk("v2", 0, "Goats may be bought.", language="zh")])
    _close_chroma()
    _damage(folder / "chroma", "folder")
    found: list[list[tuple[str, float]]] = []
    with ChunkIndex(folder, embedders) as index:
        index.repair(
            lambda _done, _all: found.append(
                index.dense("buy goats", {"v1", "v2"}, 5, question_language="zh", language="zh")
            )
        )
    assert found and all(found)


def _close_chroma() -> None:
    from chromadb.api.shared_system_client import SharedSystemClient

    SharedSystemClient.clear_system_cache()


def _damage(folder: Path, damage: str) -> None:
    if damage == "folder":
        shutil.rmtree(folder)
    elif damage == "garbage":
        (folder / "chroma.sqlite3").write_bytes(b"not a database" * 100)
    else:
        from chromadb import PersistentClient

        client = PersistentClient(path=str(folder))
        for collection in client.list_collections():
            collection.delete(ids=collection.get(limit=3)["ids"])
        _close_chroma()


def _broken(path: Path, damage: str) -> None:
    size = path.stat().st_size
    path.write_bytes(b"garbage" * 500 if damage == "garbage" else path.read_bytes()[: size // 2])


@pytest.mark.parametrize("damage", ["garbage", "half"])
def test_a_damaged_lexical_side_starts_empty_for_the_library_to_fill(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "index"
    with ChunkIndex(folder, hashed_embedders()) as index:
        index.add([GOATS])
    _broken(folder / "lexical.sqlite", damage)
    with ChunkIndex(folder, hashed_embedders()) as index:
        assert index.has(["v1"]) == set()
        index.add([GOATS, FEES])
        assert index.has(["v1"]) == {"v1"}


@pytest.mark.parametrize("damage", ["garbage", "half"])
def test_damaged_vectors_are_made_anew_and_words_answer_meanwhile(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "index"
    with ChunkIndex(folder, hashed_embedders()) as index:
        index.add([GOATS, FEES, *(chunk("v9", n, f"Filler number {n} about receipts.") for n in range(60))])
    _broken(folder / "vectors.sqlite", damage)
    model = HashedWords()
    with ChunkIndex(folder, hashed_embedders(model)) as index:
        assert not index.healthy().ok
        assert index.lexical("can I buy goats?", {"v1"}, 5, language="en")[0][0] == GOATS.chunk_id
        assert index.repair().ok and len(model.embedded) == 62
        assert _dense(index, "buy goats livestock", {"v1", "v9"})[0] == GOATS.chunk_id


@pytest.mark.parametrize(("file", "end"), [("vectors", "ABORT"), ("chunks", "ABORT"), ("chunks", "ROLLBACK")])
def test_what_cannot_be_written_says_why_and_is_written_later(tmp_path: Path, file: str, end: str) -> None:
    """On a full disk SQLite may take a transaction back by itself, or leave that to us."""
    path = tmp_path / "index" / ("vectors.sqlite" if file == "vectors" else "lexical.sqlite")
    with ChunkIndex(path.parent, hashed_embedders()) as index, closing(sqlite3.connect(path)) as other:
        other.execute(
            f"CREATE TRIGGER full BEFORE INSERT ON {file} BEGIN SELECT RAISE({end}, 'disk full'); END"
        )
        for _attempt in range(2):
            with pytest.raises(sqlite3.IntegrityError, match="disk full"):
                index.add([GOATS])
        other.execute("DROP TRIGGER full")
        index.add([GOATS])
        assert index.has(["v1"]) == {"v1"}


def test_the_second_owner_reads_but_does_not_write(index: ChunkIndex, tmp_path: Path) -> None:
    second = ChunkIndex(tmp_path / "index", hashed_embedders())
    assert not second.owner
    assert _dense(second, "buy goats livestock", {"v1"})[0] == GOATS.chunk_id
    with pytest.raises(IndexOwnedElsewhere):
        second.add([FEES])


def test_who_came_second_owns_the_folder_once_the_first_has_ended(index: ChunkIndex, tmp_path: Path) -> None:
    second = ChunkIndex(tmp_path / "index", hashed_embedders())
    assert not second.take()
    index.close()
    _close_chroma()
    assert second.take() and second.repair().ok
    second.add([chunk("v3", 0, "A plough costs nine hundred.")])
    assert _dense(second, "plough nine hundred", {"v1", "v3"})[0].startswith("v3")
    second.give_back()
    assert ChunkIndex(tmp_path / "index", hashed_embedders()).owner


def test_what_the_first_left_damaged_the_second_begins_anew(tmp_path: Path) -> None:
    first = ChunkIndex(tmp_path / "index", hashed_embedders())
    second = ChunkIndex(tmp_path / "index", hashed_embedders())
    first.add([GOATS])
    first.close()
    with closing(sqlite3.connect(tmp_path / "index" / "lexical.sqlite")) as other:
        other.execute("PRAGMA user_version = 1")  # words cut by an older reader
    assert second.has(["v1"]) == {"v1"}
    assert second.take()
    assert second.has(["v1"]) == set()


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("zh", "贷款逾期六十天才找担保人。", "担保人什么时候"),
        ("hi", "ऋण की ब्याज दर आठ प्रतिशत है।", "ब्याज दर"),
        ("es", "El préstamo se paga después de la cosecha.", "prestamo cosecha"),
        ("sw", "Mikopo ya mifugo ni kwa wafugaji.", "mkopo wa mfugo"),
    ],
)
def test_words_are_found_in_every_script(tmp_path: Path, language: str, text: str, question: str) -> None:
    with ChunkIndex(tmp_path / "index", hashed_embedders(languages=(language,))) as index:
        index.add([chunk("v1", 0, text, language=language)])
        assert index.lexical(question, {"v1"}, 5, language=language)


def test_operators_of_the_query_language_are_only_words(index: ChunkIndex) -> None:
    for nasty in (
        'goats" OR "x',
        "NEAR(goats fee)",
        "goats*",
        "heading:goats",
        "' ; DROP TABLE chunks",
        '"""',
    ):
        index.lexical(nasty, {"v1"}, 5, language="en")
    assert index.size() == 3
