"""Chunks answer one question each: nothing is lost, nothing is cut from what explains it."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.documents import chunk
from knowledge.documents.chunking import MOST, words
from knowledge.types import Element, ElementKind, LoadedDocument

HEADING, PARAGRAPH, ITEM, TABLE = (
    ElementKind.HEADING,
    ElementKind.PARAGRAPH,
    ElementKind.LIST_ITEM,
    ElementKind.TABLE,
)


def document(*elements: Element, title: str = "Policy", language: str = "en") -> LoadedDocument:
    return LoadedDocument(title, elements, language)


def test_headings_are_kept_as_a_path_and_the_title_is_not_doubled() -> None:
    chunks = chunk(
        document(
            Element(HEADING, "Policy", 1),
            Element(HEADING, "2 Rates", 2),
            Element(HEADING, "2.1 Seed", 3),
            Element(PARAGRAPH, "Eight percent.", page=4),
            Element(HEADING, "3 Late", 2),
            Element(PARAGRAPH, "Five days.", page=5),
        ),
        version_id="v1",
    )
    assert [(c.heading_path, c.page) for c in chunks] == [
        (("Policy", "2 Rates", "2.1 Seed"), 4),
        (("Policy", "3 Late"), 5),
    ]


def test_a_long_table_is_cut_by_rows_and_repeats_its_lead_in_and_header() -> None:
    rows = "\n".join(
        f"| Loan number {n} for something | {n} percent a year | twelve months |" for n in range(90)
    )
    table = Element(TABLE, f"| Loan | Rate | Term |\n| --- | --- | --- |\n{rows}")
    chunks = chunk(document(Element(PARAGRAPH, "The rates are:"), table), version_id="v1")
    assert len(chunks) > 3
    assert all(c.text.startswith("The rates are:\n| Loan | Rate | Term |\n| --- |") for c in chunks)
    assert all(c.is_table and words(c.text) <= MOST + 20 for c in chunks)
    assert sum(c.text.count("Loan number") for c in chunks) == 90


def test_a_long_list_repeats_its_lead_in() -> None:
    items = [Element(ITEM, f"paper number {n} " + "that is needed " * 6, 1) for n in range(30)]
    chunks = chunk(document(Element(PARAGRAPH, "Bring these:"), *items), version_id="v1")
    assert len(chunks) > 1
    assert all(c.text.startswith("Bring these:\n- paper") for c in chunks)


def test_chinese_is_measured_by_characters() -> None:
    chunks = chunk(document(Element(PARAGRAPH, "贷款要按时还。" * 120), language="zh"), version_id="v1")
    assert len(chunks) > 2
    assert all(len(c.text) < 420 for c in chunks)


def test_ids_are_the_same_every_time() -> None:
    made = document(Element(PARAGRAPH, "One."), Element(HEADING, "Two", 1), Element(PARAGRAPH, "Three."))
    assert chunk(made, version_id="v1") == chunk(made, version_id="v1")
    assert [c.chunk_id for c in chunk(made, version_id="v2")] == ["v2:0000", "v2:0001"]


def test_a_document_of_headings_alone_is_not_empty() -> None:
    assert chunk(document(Element(HEADING, "Office closed on Monday", 1)), version_id="v1")


def test_rules_written_as_headings_are_kept_and_a_title_over_chapters_is_none() -> None:
    chunks = chunk(
        document(
            Element(HEADING, "Policy", 1),
            Element(HEADING, "1 Rates", 1, page=2),
            Element(HEADING, "First loans bear no interest", 2, page=3),
            Element(HEADING, "Later loans bear 8%", 2, page=4),
            Element(HEADING, "Office", 1),
            Element(PARAGRAPH, "Ask there."),
        ),
        version_id="v1",
    )
    assert [(c.heading_path[1:], c.text, c.page) for c in chunks] == [
        (("1 Rates", "First loans bear no interest"), "First loans bear no interest", 3),
        (("1 Rates", "Later loans bear 8%"), "Later loans bear 8%", 4),
        (("Office",), "Ask there.", None),
    ]


def test_the_first_of_several_like_headings_is_kept_though_the_document_is_called_after_it() -> None:
    rules = ("First loans bear no interest", "Later loans bear 8%", "Guarantors come along")
    chunks = chunk(document(*(Element(HEADING, rule, 2) for rule in rules), title=rules[0]), version_id="v1")
    assert [c.text for c in chunks] == [*rules]


elements = st.builds(
    Element,
    st.sampled_from([HEADING, PARAGRAPH, ITEM]),
    st.text("abc 一二。.", min_size=1, max_size=900).filter(str.strip),
    st.integers(1, 4),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(elements, max_size=12))
def test_no_word_is_lost_and_no_chunk_is_long(found: list[Element]) -> None:
    chunks = chunk(document(*found), version_id="v1")
    kept = "".join(re.findall(r"\w", "".join(c.text for c in chunks)))
    for element in found:
        if element.kind is not HEADING:
            for word in re.findall(r"[abc]+", element.text):
                assert word in kept
    assert all(words(c.text) <= 2 * MOST for c in chunks)
    assert [c.position for c in chunks] == list(range(len(chunks)))
