"""Documents made of a bank of questions: `python -m scripts.reader.lenders scripts/reader/bank OUT`.

`AREA.jsonl` holds what borrowers ask any village lender, each question with the ways people type it;
`AREA.LANGUAGE.says` what three lenders say on it, and what only comes near (`bank/README.md`). Each lender becomes a
document with a table of questions, as `policies.py` reads them; some questions nothing in a document answers.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

LENDERS = 3
LEFT_OUT = 0.25  # of the questions a document does not answer
TOGETHER = (1, 1, 2, 2, 3)  # passages under one heading
TITLES = {"en": "Rules of lender {}", "zh": "第{}家机构规定", "sw": "Kanuni za mkopeshaji {}"}
_MARKED = re.compile(r"\[\[(.+?)\]\]")


def main() -> None:
    """Write the documents of every area and language."""
    bank, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    for said in sorted(bank.glob("*.says")):
        area, language = said.stem.split(".")
        asked, says = _rows(bank / f"{area}.jsonl"), {row["id"]: row for row in _rows(said)}
        for lender in range(LENDERS):
            name = f"bank-{area}-{language}-{lender + 1}"
            text, table = document([row for row in asked if row["id"] in says], says, language, lender)
            (out / f"{name}.md").write_text(text, encoding="utf-8")
            (out / f"{name}.tsv").write_text(table, encoding="utf-8")


def document(
    asked: Sequence[dict[str, Any]], says: dict[str, dict[str, Any]], language: str, lender: int
) -> tuple[str, str]:
    """The Markdown of one lender's rules, and the table of what is asked of them."""
    chance = random.Random(f"{asked[0]['id']} {language} {lender}")
    passages: list[tuple[str, str]] = []
    table: list[str] = []
    for row in asked:
        one, answered = says[row["id"]], chance.random() > LEFT_OUT
        heading, text = one["says"][lender]
        words = _MARKED.search(text)
        if answered and words:
            passages.append((heading, _MARKED.sub(r"\1", text)))
        if one["near"] and chance.random() > LEFT_OUT:
            passages.append(tuple(one["near"][0]))
        answer = words[1] if answered and words else "-"
        table += [
            f"{_line(question)}\t{_line(answer)}"
            for question in (row["asks"][language], *row["said"][language])
        ]
    chance.shuffle(passages)
    return _markdown(passages, TITLES[language].format(lender + 1), chance), "\n".join(table) + "\n"


def _markdown(passages: Sequence[tuple[str, str]], title: str, chance: random.Random) -> str:
    left, parts = list(passages), [f"# {title}"]
    while left:
        under, left = left[: (size := chance.choice(TOGETHER))], left[size:]
        parts += [f"## {under[0][0]}", *(_line(text) for _heading, text in under)]
    return "\n\n".join(parts) + "\n"


def _line(text: str) -> str:
    return " ".join(text.split())


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    main()
