"""A folder with library.toml: loaded once, errors name the file, the entry and the fix."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.library import Library
from knowledge.library.manifest import ManifestError, load_folder
from tests.knowledge.library.world import titles

ENTRY = """
[[documents]]
id = "{name}"
file = "{name}.md"
audience = "farmer"
version = "{version}"
effective_from = {since}
published_by = "Peng Hui"
reason = "test"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "old.md").write_text("# Circular 3\n\nNine percent.")
    (tmp_path / "new.md").write_text("# Circular 1\n\nEight percent.")
    text = ENTRY.format(name="old", version="2024", since="2024-01-01")
    text += ENTRY.format(name="new", version="2026", since="2026-01-01") + 'supersedes = "old"\n'
    (tmp_path / "library.toml").write_text(text)
    return tmp_path


def test_a_folder_is_loaded_once(library: Library, folder: Path) -> None:
    steps: list[tuple[str, int, int]] = []
    assert len(load_folder(library, folder, lambda *step: steps.append(step))) == 2
    assert steps == [("old", 1, 2), ("new", 2, 2)]
    assert load_folder(library, folder) == []
    assert titles(library, "2026-03-02") == ["2026"]


def test_what_an_admin_took_off_stays_off(library: Library, folder: Path) -> None:
    load_folder(library, folder)
    library.retire("new", by="Peng Hui", reason="wrong")
    assert load_folder(library, folder) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('audience = "farmer"', 'audience = "everybody"'), "audience is 'everybody'; write farmer or staff"),
        (("effective_from = 2024-01-01", 'effective_from = "soon"'), "as a date without quotes"),
        (("effective_from = 2024-01-01", "effective_from = 2024-01-01T08:00:00"), "as a date without quotes"),
        (('version = "2024"', "version = 2024"), "version is 2024; write it in quotes"),
        (('id = "old"', "id = 3"), "id is 3; write it in quotes"),
        (('audience = "farmer"', 'audience = ["farmer"]'), r"audience is \['farmer'\]; write it in quotes"),
        (('reason = "test"', ""), "add reason"),
        (('file = "old.md"', 'file = "older.md"'), "there is no file"),
        (('file = "old.md"', 'file = "../../../etc/passwd"'), "there is no file"),
        (('supersedes = "old"', 'supersedes = "older"'), "which is no document here"),
        (("[[documents]]", "[[documents"), "cannot be read"),
    ],
)
def test_faults_are_named(library: Library, folder: Path, change: tuple[str, str], message: str) -> None:
    path = folder / "library.toml"
    path.write_text(path.read_text().replace(*change, 1))
    with pytest.raises(ManifestError, match=message) as caught:
        load_folder(library, folder)
    assert "library.toml" in str(caught.value)


def test_an_entry_in_single_brackets_is_no_list(library: Library, folder: Path) -> None:
    (folder / "library.toml").write_text('[documents]\nid = "old"\n')
    with pytest.raises(ManifestError, match="for each file"):
        load_folder(library, folder)
