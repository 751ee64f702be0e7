"""A part of the suite for every day: of each table of examples the first and the last; the rest is marked slow.

`make test` takes the part, for a suite of a few minutes; `make test-slow` runs what it left out, so that `.ci/run` runs
every example. `pytest tests/some_file.py` without `--sample` runs all of the file.
"""

from __future__ import annotations

from collections import defaultdict

import pytest


def mark(items: list[pytest.Item]) -> None:
    """Mark as slow what a table of examples has beyond its first and its last."""
    tables: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        if "/journeys/" in item.nodeid:  # they start processes and wait for them: one at a time
            item.add_marker(pytest.mark.xdist_group("journeys"))
        tables[item.nodeid.partition("[")[0]].append(item)
    for table in tables.values():
        for item in table[1:-1]:
            item.add_marker(pytest.mark.slow)
