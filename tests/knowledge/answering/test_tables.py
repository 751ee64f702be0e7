"""Any table at all: a topic finds its rows or leaves it, and never fails."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from knowledge.answering.tables import find_table, said_table
from knowledge.retrieval.query import Query
from knowledge.retrieval.topics import Topic, topic_named
from knowledge.types import Hit
from tests.knowledge.fakes import chunk

CELL = st.sampled_from(
    ["", "Loan", "Goat loan", "Seed loan", "Rate", "Amount", "8%", "500", "Below 20,000", "a \\| b"]
)
TABLES = st.lists(st.lists(CELL, min_size=1, max_size=5), min_size=1, max_size=6)
TOPICS = [topic_named(name, "en") for name in ("loans", "rate", "amount", "fees", "papers")]


def _text(rows: list[list[str]]) -> str:
    head, *rest = rows
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rest))


@given(TABLES, st.sampled_from(TOPICS), st.sampled_from(["", "goats", "30000", "nothing of the kind"]))
def test_a_table_answers_in_its_own_words_or_not_at_all(
    rows: list[list[str]], topic: Topic, about: str
) -> None:
    text = _text(rows)
    query = Query("?", "?", "en", (), topic=topic, about=about)
    found = find_table(topic, [Hit(chunk("v1", 0, text), 1.0)], query, "en")
    if found is not None:
        said = said_table(found)
        cells = {cell.replace("\\|", "|") for row in rows for cell in row}
        assert found.columns and found.rows and set(found.columns) <= cells
        assert all(any(row.cells[0][1] in line for line in said.splitlines()) for row in found.rows)
