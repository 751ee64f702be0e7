"""What was loaded, by its parts; and a table under two headers as every kind of file should give it."""

from __future__ import annotations

from knowledge.types import ElementKind, LoadedDocument


def tables(loaded: LoadedDocument) -> list[list[list[str]]]:
    return [
        [
            [cell.strip() for cell in row.strip("|").split(" | ")]
            for row in element.text.split("\n")
            if "| ---" not in row
        ]
        for element in loaded.elements
        if element.kind is ElementKind.TABLE
    ]


def texts(loaded: LoadedDocument) -> list[str]:
    return [element.text for element in loaded.elements if element.kind is not ElementKind.TABLE]


GROUPED = [
    ["Loan", "Members, Smallest", "Members, Largest", "Rate"],
    ["Seed", "500", "20,000", "8.4%"],
    ["Households: Water", "1,000", "15,000", "7.2%"],
]
