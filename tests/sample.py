"""A part of the suite for every day: of each table of examples the first and the last, and none of the long files;
the rest is marked slow.

`make test` takes the part, for a suite of a few minutes; `make test-slow` runs what it left out, so that `.ci/run` runs
every example. `pytest tests/some_file.py` without `--sample` runs all of the file.
"""

from __future__ import annotations

from collections import defaultdict

import pytest

# Files whose tests take seconds each: they start processes, read whole papers, or try hundreds of inputs.
LONG = frozenset(
    f"tests/{file}.py"
    for file in (
        "bot/cli/test_applications",
        "bot/cli/test_docs",
        "bot/cli/test_doctor",
        "bot/conversation/admin/test_documents",
        "bot/conversation/admin/test_rehearsal",
        "bot/conversation/admin/test_taking_back",
        "bot/conversation/admin/test_two_at_once",
        "bot/conversation/guarantor/test_decided",
        "bot/conversation/staff/test_two_at_once",
        "bot/conversation/staff/test_walk",
        "bot/conversation/test_assent_in_words",
        "bot/conversation/test_old_buttons",
        "bot/conversation/test_strange_input",
        "bot/simulator/test_page",
        "intake/dossier/test_dossier",
        "intake/guarantors/test_state_machine",
        "intake/review/test_state_machine",
        "intake/untrusted/test_untrusted",
        "journeys/test_backlog",
        "journeys/test_documents",
        "journeys/test_faults",
        "journeys/test_file_server",
        "journeys/test_refusals",
        "journeys/test_restarts",
        "knowledge/answering/test_costs",
        "knowledge/answering/test_first_questions",
        "knowledge/documents/test_as_lenders_make_them",
        "knowledge/documents/test_hidden_by_style",
        "knowledge/documents/test_hostile",
        "knowledge/documents/test_loaders",
        "knowledge/documents/test_pdf_tables",
        "knowledge/documents/test_plain_files",
        "knowledge/library/test_kill",
        "knowledge/samples/test_documents",
        "scripts/test_batches",
    )
)


# Fixtures of the journeys that start processes.
PROCESSES = frozenset({"home", "bot"})


def mark(items: list[pytest.Item]) -> None:
    """Mark as slow the tests of long files, and what a table of examples has beyond its first and its last.

    Tests that start processes and wait for them run one at a time, on one worker (`--dist loadgroup`).
    """
    tables: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        if item.nodeid.partition("::")[0] in LONG:
            item.add_marker(pytest.mark.slow)
        if item.nodeid.startswith("tests/journeys/") and PROCESSES & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.xdist_group("processes"))
        tables[item.nodeid.partition("[")[0]].append(item)
    for table in tables.values():
        for item in table[1:-1]:
            item.add_marker(pytest.mark.slow)
