"""How well a reader tells what says it from what is about it: `python -m scripts.reader.judge POLICIES [READER.onnx]`.

On the documents that `policies.load` keeps aside: every passage of a question's document is read. Prints, by language
and in all, how often the surest passage is one that answers, in how many the words pointed at touch the right ones, and
AUROC of the surest for answerable against not.
"""

from __future__ import annotations

import sys
from collections import defaultdict

from knowledge.answering.passage import units
from knowledge.answering.reading import readable
from knowledge.embeddings.packed_e5 import folded
from knowledge.embeddings.reader import MODEL, Found, PassageReader
from knowledge.evaluation.golden import bare_text
from knowledge.evaluation.metrics import auroc
from scripts.judging import judged
from scripts.reader.policies import Asked, load


def main() -> None:
    """Read the arguments, read the passages, print a table."""
    given = judged(__doc__, "reader", MODEL)
    reader = PassageReader(model=given.model, sha256=given.sha256)
    found = defaultdict(list)
    for asked in load(given.policies, aside=True)[:: given.every]:
        for group in (asked.chunks[0].language, "all"):
            found[group].append(_judged(reader, asked))
    for group, rows in sorted(found.items()):
        sys.stdout.write(f"{group:4}{_figures(rows)}\n")


def _judged(reader: PassageReader, asked: Asked) -> tuple[bool, bool, bool, float]:
    """Whether it is answerable, whether the surest passage answers, whether it points there, how sure it is."""
    texts = [readable(one.heading_path, units(one)) for one in asked.chunks]
    found = reader.read(asked.question, texts)
    best = max(range(len(found)), key=lambda place: _sureness(found[place]))
    right = best in asked.answers
    pointed = folded(texts[best])[found[best].start : found[best].end]
    one, other = bare_text(pointed), bare_text(asked.answers.get(best, ""))
    touches = right and bool(one) and (one in other or other in one)
    return bool(asked.answers), right, touches, _sureness(found[best])


def _sureness(found: Found) -> float:
    return found.here + 0.25 * found.span


def _figures(rows: list[tuple[bool, bool, bool, float]]) -> str:
    able = [row for row in rows if row[0]]
    unable = [row for row in rows if not row[0]]
    first = sum(row[1] for row in able) / max(len(able), 1)
    touched = sum(row[2] for row in able) / max(len(able), 1)
    area = auroc([row[3] for row in able], [row[3] for row in unable])
    return f"{len(rows):6} questions  surest answers {first:.3f}  points there {touched:.3f}  AUROC {area or 0:.3f}"


if __name__ == "__main__":
    main()
