"""Collects the bot's sentences into bot/locales: new ones are added, unused ones dropped, translations kept.

`python scripts/catalogues.py [TRANSLATIONS.json ...]`: each JSON file is {"sentence": {"zh": "…", "sw": "…"}}; one with
a plural is {"singular": {"plural": "…", "zh": ["…"], "sw": ["…", "…"]}}. English translates to itself.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from intake.dossier.labels import ENGLISH as DOSSIER  # noqa: E402

LOCALES = ROOT / "bot" / "locales"
LANGUAGES = ("en", "zh", "sw")
KEYWORDS: dict[str, Any] = {"say": None, "plain": None, "N_": None, "count": (1, 2)}


def collect() -> Catalog:
    """Every sentence in the code of the bot."""
    catalogue = Catalog(project="village-credit", charset="utf-8")
    found = extract_from_dir(str(ROOT / "bot"), method_map=[("**.py", "python")], keywords=KEYWORDS)
    for filename, _line, message, comments, _context in found:
        catalogue.add(message, locations=[(f"bot/{filename}", 0)], auto_comments=comments)
    for text in DOSSIER.values():
        catalogue.add(text, locations=[("intake/dossier/labels.py", 0)])
    return catalogue


def update(language: str, template: Catalog, given: dict[str, dict[str, Any]]) -> list[str]:
    """Write one language's catalogue; returns the sentences it still lacks."""
    path = LOCALES / language / "LC_MESSAGES" / "messages.po"
    known: dict[str, Any] = {}
    if path.exists():
        with path.open("rb") as file:
            known = {
                _key(message.id): message.string for message in read_po(file, locale=language) if message.id
            }
    catalogue = Catalog(locale=language, project="village-credit", charset="utf-8")
    missing = []
    for message in template:
        if not message.id:
            continue
        string = _translation(language, message.id, known, given)
        if not string or (isinstance(string, tuple) and not all(string)):
            missing.append(_key(message.id))
            string = ("",) * catalogue.num_plurals if isinstance(message.id, tuple) else ""
        catalogue.add(message.id, string, locations=[(name, None) for name, _ in message.locations])
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=0, sort_output=True, omit_header=False, include_lineno=False)
    return missing


def _translation(language: str, id_: Any, known: dict[str, Any], given: dict[str, dict[str, Any]]) -> Any:
    if language == "en":
        return id_
    string = given.get(_key(id_), {}).get(language) or known.get(_key(id_), "")
    if isinstance(id_, tuple):
        return tuple([string] if isinstance(string, str) else string)
    return string[0] if isinstance(string, list | tuple) else string


def _key(id_: Any) -> str:
    return id_ if isinstance(id_, str) else id_[0]


def main() -> None:
    """Collect, merge, and say what is missing."""
    given: dict[str, dict[str, Any]] = {}
    for name in sys.argv[1:]:
        given |= json.loads(Path(name).read_text())
    template = collect()
    for language in LANGUAGES:
        missing = update(language, template, given)
        print(f"{language}: {len(template)} sentences, {len(missing)} without translation")
        for sentence in missing:
            print(f"  {sentence!r}")


if __name__ == "__main__":
    main()
