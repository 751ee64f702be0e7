"""Knowledge as a whole: what it answers while it mends itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from intake.vault import Vault
from knowledge.answering import Answerer
from knowledge.index import ChunkIndex
from knowledge.library import FolderFiles, Library, PublishRefused, VersionStatus
from knowledge.retrieval import Retriever
from knowledge.service import Knowledge
from knowledge.types import Audience
from tests.knowledge.fakes import hashed_embedders
from tests.knowledge.library.world import in_process

Opened = Callable[[], Any]


@pytest.fixture
def opened(engine: Engine, clock: Any, vault: Vault, tmp_path: Path) -> Opened:
    @contextmanager
    def _opened() -> Iterator[Knowledge]:
        with ChunkIndex(tmp_path / "index", hashed_embedders()) as index:
            library = Library(engine, index, clock, files=FolderFiles(tmp_path / "files"), load=in_process)
            yield Knowledge(library, index, Answerer(Retriever(index)), cipher=vault, clock=clock)

    return _opened


def _publish(library: Library, text: str) -> str:
    draft = library.stage(text.encode(), "text.md", author="Peng Hui")
    terms = {"audience": Audience.FARMER, "effective_from": date(2026, 1, 1), "reason": "r", "by": "Peng Hui"}
    return library.publish(draft.draft_id, **terms).version_id


def test_a_lost_dense_side_is_noticed_before_it_is_written_to(opened: Opened, tmp_path: Path) -> None:
    with opened() as knowledge:
        goats = _publish(knowledge.library, "# Livestock\n\nGoats may be bought with the livestock loan.")
        bees = _publish(knowledge.library, "# Bees\n\nA bee hive costs nine hundred.")
        knowledge.index.remove([bees])
    from chromadb.api.shared_system_client import SharedSystemClient

    SharedSystemClient.clear_system_cache()
    shutil.rmtree(tmp_path / "index" / "chroma")
    found: list[list[str]] = []
    with opened() as knowledge:

        def ask(_done: int, _all: int) -> None:
            hits = knowledge.index.dense("buy goats", {goats}, 5, question_language="en", language="en")
            found.append([key.partition(":")[0] for key, _score in hits])

        assert knowledge.mend(ask).ok
    assert found and all(hits == [goats] for hits in found)


def test_a_publication_asked_for_while_another_process_owned_the_index_is_finished_after_it(
    opened: Opened,
) -> None:
    with opened() as first:
        rates = _publish(first.library, "# Rates\n\nThe seed loan costs eight percent.")
        with opened() as knowledge:
            goats = _publish(knowledge.library, "# Livestock\n\nGoats may be bought with the livestock loan.")
            assert knowledge.keep() == []
            first.index.close()
            assert knowledge.library.version(goats).status is VersionStatus.INDEXING
            assert (
                knowledge.keep() == [] and knowledge.library.version(goats).status is VersionStatus.PUBLISHED
            )
            assert knowledge.index.healthy().ok
            assert knowledge.index.has([rates, goats]) == {rates, goats}


def test_what_must_be_published_at_once_is_refused_while_another_process_owns_the_index(
    opened: Opened,
) -> None:
    with opened(), opened() as knowledge:
        draft = knowledge.library.stage(b"# Rates\n\nEight percent.", "a.md", author="x")
        terms = {"audience": Audience.FARMER, "effective_from": date(2026, 1, 1), "reason": "", "by": "x"}
        with pytest.raises(PublishRefused, match="another process"):
            knowledge.library.publish(draft.draft_id, at_once=True, **terms)
        assert knowledge.library.version(draft.draft_id).status is VersionStatus.DRAFT
