"""Any table at all: a topic finds its rows or leaves it, and never fails."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answering.evidence import Evidence
from knowledge.answering.tables import find_tables, said_table
from knowledge.retrieval.query import Query
from knowledge.retrieval.topics import Topic, topic_named
from knowledge.types import Hit
from tests.knowledge.fakes import chunk

CELL = st.sampled_from(
    ["", "Loan", "Goat loan", "Seed loan", "Rate", "Amount", "8%", "500", "Below 20,000", "a \\| b"]
)
TABLES = st.lists(st.lists(CELL, min_size=1, max_size=5), min_size=1, max_size=6)
MANY = """| Loan | Amount | Rate per month | Maximum term | Monthly instalment | 12 months |
| --- | --- | --- | --- | --- | --- |
| Maize | 50 to 400 | 2% | 8 months | 55 | 9 |
| Dairy | 300 to 900 | 1.5% | 24 months | 45 | 8 |
| Goats | 100 to 300 | | 6 months | 30 | 7 |
| Total | 1,600 | | | | |"""
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
    for found in find_tables(topic, [Hit(chunk("v1", 0, text), 1.0)], query, "en"):
        said = said_table(found)
        cells = {cell.replace("\\|", "|") for row in rows for cell in row}
        assert found.columns and found.rows and set(found.columns) <= cells
        assert all(any(row.cells[0][1] in line for line in said.splitlines()) for row in found.rows)


@pytest.mark.parametrize(
    ("name", "columns", "loans"),
    [
        ("rate", ("Rate per month",), ["Maize", "Dairy"]),
        ("amount", ("Amount",), ["Maize", "Dairy", "Goats"]),
        ("term", ("Maximum term",), ["Maize", "Dairy", "Goats"]),
    ],
)
def test_a_column_answers_one_topic_and_a_total_is_no_loan(
    name: str, columns: tuple[str, ...], loans: list[str]
) -> None:
    found = _found(name, MANY, "")
    assert found is not None and found.columns == columns
    assert [row.cells[0][1] for row in found.rows] == loans


@pytest.mark.parametrize("about", ["", "goats"])
def test_an_empty_cell_and_an_example_of_sums_answer_nothing(about: str) -> None:
    example = (
        "| Loan | 6 months | Interest |\n| --- | --- | --- |\n| 1,000 | 180 | 40 |\n| 2,000 | 360 | 80 |"
    )
    assert _found("rate", example, about) is None and _found("term", example, about) is None
    assert about == "" or _found("rate", MANY, about) is None


@pytest.mark.parametrize(
    ("language", "header", "name"),
    [
        ("zh", "贷款|期限|月供|每月还款额", "期限"),
        ("es", "Préstamo|Tasa por meses|Plazo máximo|Cuota mensual", "Plazo máximo"),
        ("fr", "Prêt|Taux par mois|Durée maximum|Apport minimum", "Durée maximum"),
    ],
)
def test_the_term_is_no_monthly_rate_or_instalment(language: str, header: str, name: str) -> None:
    names = header.split("|")
    text = _text([names, ["a", "1", "2", "3"], ["b", "1", "2", "3"]])
    found = _found("term", text, "", language)
    assert found is not None and found.columns == (name,)
    assert _found("amount", text, "", language) is None


def _found(name: str, text: str, about: str, language: str = "en") -> Evidence | None:
    topic = topic_named(name, language)
    assert topic is not None
    query = Query("?", "?", language, (), topic=topic, about=about)
    found = find_tables(topic, [Hit(chunk("v1", 0, text, language=language), 1.0)], query, language)
    return found[0] if found else None


LOANS = """| Loan | Rate |
| --- | --- |
| Seed and Season Loan | 8.4% |
| Livestock and Fish Loan | 9.6% |"""


@pytest.mark.parametrize(
    ("language", "about", "loans"),
    [
        ("es", "cabras", ["Livestock and Fish Loan"]),
        ("fr", "semences", ["Seed and Season Loan"]),
        ("hi", "बकरी", ["Livestock and Fish Loan"]),
        ("es", "bodas", []),
        ("es", "cabras y bodas", []),
        ("es", "abejas", []),
    ],
)
def test_a_loan_is_found_in_a_table_of_another_language_or_none_is(
    language: str, about: str, loans: list[str]
) -> None:
    topic = topic_named("rate", "en")
    assert topic is not None
    query = Query("?", "?", language, (), topic=topic, about=about)
    found = find_tables(topic, [Hit(chunk("v1", 0, LOANS), 1.0)], query, "en")
    assert [row.cells[0][1] for one in found for row in one.rows] == loans
