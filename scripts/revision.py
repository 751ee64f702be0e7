"""Writes the next database revision from the difference between the tables and the newest revision.

`python scripts/revision.py MESSAGE`: read what it wrote before you commit it; Alembic sees columns, not intentions.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from alembic import command  # noqa: E402

from bot.database import open_engine  # noqa: E402
from bot.migrations import configuration, migrate  # noqa: E402


def main(message: str) -> None:
    """Bring an empty database to the newest revision, compare, write."""
    number = len(list((ROOT / "bot" / "migrations" / "versions").glob("[0-9]*.py"))) + 1
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{folder}/empty.sqlite")
        migrate(engine)
        with engine.begin() as connection:
            config = configuration()
            config.attributes["connection"] = connection
            command.revision(config, message, autogenerate=True, rev_id=f"{number:04d}")


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]) or "change")
