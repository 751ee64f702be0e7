"""A document goes in as a file and comes out as chunks that know where they stand."""

from __future__ import annotations

from knowledge.documents import chunk, load_bytes

MANUAL = b"""# Lending policy

## 2 Rates

The rates are:

| Loan | Rate |
| --- | --- |
| Seed | 8.4% |
| Trade | 10.8% |

## 3 Guarantor

A guarantor is needed for:

- loans of 20,000 yuan or more
- a borrower under 21
"""


def test_chunks_keep_tables_and_lists_whole_with_their_lead_in() -> None:
    rates, guarantor = chunk(load_bytes(MANUAL, "manual.md"), version_id="v1")
    assert rates.is_table and rates.text.startswith("The rates are:\n| Loan | Rate |")
    assert rates.heading_path == ("Lending policy", "2 Rates")
    assert guarantor.text.splitlines() == [
        "A guarantor is needed for:",
        "- loans of 20,000 yuan or more",
        "- a borrower under 21",
    ]
    assert [rates.chunk_id, guarantor.chunk_id] == ["v1:0000", "v1:0001"]
    assert rates.parent_id != guarantor.parent_id
