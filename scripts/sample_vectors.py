"""Embeds the sample lender's documents once and for all: `python scripts/sample_vectors.py` (minutes).

Writes knowledge/samples/vectors.npz, which `village-credit sample` and the tests take, so that a first start is quick.
Run it when a sample document, the chunker or an encoder changes; a test of the first questions says when it is stale.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bot.opening import open_knowledge  # noqa: E402
from bot.settings import Settings  # noqa: E402
from knowledge.library.manifest import load_folder  # noqa: E402

SAMPLES = ROOT / "knowledge" / "samples"


def main() -> None:
    """Load the sample lender into a home of its own and keep the vectors."""
    with tempfile.TemporaryDirectory() as folder:
        knowledge = open_knowledge(Settings(home=Path(folder)))
        load_folder(knowledge.library, SAMPLES, lambda title, place, whole: print(f"{place}/{whole} {title}"))
        count = knowledge.index.export_vectors(SAMPLES / "vectors.npz")
        knowledge.index.close()
    print(f"{count} vectors")


if __name__ == "__main__":
    main()
