"""kill -9 while a document is indexed: the old version answers until the new one is whole (F17)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine

from knowledge.library import Library
from knowledge.types import Audience
from tests.knowledge.library.world import Publish, RecordingIndex, titles

PUBLISHER = """
import sys, time
from datetime import UTC, date, datetime
from pathlib import Path
from bot.database import open_engine
from knowledge.library import FolderFiles, Library
from knowledge.types import Audience
from tests.knowledge.library.world import RecordingIndex, in_process

class Slow(RecordingIndex):
    def add(self, chunks, on_progress=None):
        print("indexing", flush=True)
        time.sleep(60)

library = Library(open_engine(sys.argv[1]), Slow(), lambda: datetime(2026, 3, 2, tzinfo=UTC),
                  files=FolderFiles(Path(sys.argv[2])), load=in_process)
draft = library.stage(b"# Rates\\n\\nEight percent.", "rates.md", author="x")
library.publish(draft.draft_id, audience=Audience.FARMER, effective_from=date(2026, 2, 1), replaces="rates",
                reason="r", by="x")
"""


@pytest.mark.parametrize("resume", [True, False])
def test_killed_in_the_middle(
    library: Library, publish: Publish, index: RecordingIndex, engine: Engine, tmp_path: Path, resume: bool
) -> None:
    publish("# Rates\n\nNine percent.", "2026-01-01")
    command = [sys.executable, "-c", PUBLISHER, str(engine.url), str(tmp_path / "files")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[3]) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "indexing\n"
        child.kill()
    assert titles(library, "2026-03-02") == ["2026-01-01"]
    if resume:
        (version,) = library.recover()
        assert titles(library, "2026-03-02") == ["2026-02-01"]
        assert version.version_id in index.held
    with engine.begin() as connection:
        assert connection.exec_driver_sql("pragma integrity_check").scalar_one() == "ok"


def test_what_was_broken_off_is_finished_in_the_order_it_was_published(
    library: Library, publish: Publish, index: RecordingIndex
) -> None:
    """The tenth version comes after the ninth, although its name sorts before it."""
    publish("# Rates\n\nNine percent.", "2026-01-01")
    for _ in range(7):
        library.discard(library.stage(b"# Other\n\nText.", "other.md", author="x").draft_id, by="x")
    index.owner = False
    ninth = publish("# Rates\n\nEight percent.", "2026-02-01", replaces="rates")
    tenth = publish("# Rates\n\nSeven percent.", "2026-02-01", replaces="rates")
    assert (ninth.version_key, tenth.version_key) == (9, 10)
    index.owner = True
    assert [version.version_key for version in library.recover()] == [9, 10]
    (live,) = library.live_versions(library.today(), Audience.FARMER)
    assert live.version_id == tenth.version_id
