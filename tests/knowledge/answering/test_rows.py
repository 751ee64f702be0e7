"""A question that names a row of a table is answered from that row, whatever a reader points at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from knowledge.answering import Answerer
from knowledge.answering.periods import fits, periods
from knowledge.embeddings.reader import Found
from knowledge.index import ChunkIndex
from knowledge.retrieval import Retriever
from knowledge.types import Answer
from tests.knowledge.answering.test_model import SURE
from tests.knowledge.fakes import chunk, hashed_embedders, live

Said = Callable[..., str]
DESKS = """| Desk | Open |
| --- | --- |
| Karoo | Tuesday and Friday |
| Tembe | Monday to Thursday |
| Lower Tembe | every second Saturday |"""
HIRE = """| Machine | Hire per day | Where kept |
| --- | --- | --- |
| Walking tractor | 1100 | Karoo |
| Maize sheller | 450 | Tembe |
| Water pump, petrol | 380 | Lower Tembe |"""
MILK = """| Month | Price of milk |
| --- | --- |
| December 2026 | 52 |
| January 2027 | 49 |
| February 2027 | 47 |"""
ZH_DESKS = """| 网点 | 营业时间 |
| --- | --- |
| 河口 | 星期二 |
| 下河口 | 星期六 |
| 山前 | 星期五 |"""
SW_DESKS = """| Ofisi | Siku |
| --- | --- |
| Tembe | Jumatatu |
| Tembe Chini | Jumamosi |"""
LONG = "\n".join(
    [
        "| Tool | Hire per day |",
        "| --- | --- |",
        *(
            f"| {tool} | {20 + at} |"
            for at, tool in enumerate(
                ("Hoe", "Sprayer", "Sheller", "Pump", "Cart", "Saw", "Ladder", "Cutter", "Tractor")
            )
        ),
    ]
)


class _Points:
    """A reader that points at the same words, whatever is asked."""

    def __init__(self, words: str) -> None:
        self._words = words

    def knows(self, language: str) -> bool:
        return True

    def read(self, question: str, passages: Sequence[str]) -> Sequence[Found]:
        places = [passage.find(self._words) for passage in passages]
        return [
            Found(5.0 if at >= 0 else -9.0, 5.0 if at >= 0 else -9.0, max(at, 0), at + len(self._words))
            for at in places
        ]


@pytest.fixture
def said(tmp_path: Path) -> Said:
    def ask(
        question: str,
        table: str,
        pointed: str,
        *,
        heading: str = "Where to find us",
        language: str = "en",
        history: Sequence[str] = (),
    ) -> str:
        with ChunkIndex(tmp_path / "index", hashed_embedders(languages=("en", language))) as index:
            index.add([chunk("v1", 0, table, heading=heading, language=language)])
            answerer = Answerer(Retriever(index), calibration=SURE, reader=_Points(pointed))
            outcome = answerer.ask(
                question, versions=[live("v1", language)], language=language, history=history
            )
        return outcome.text if isinstance(outcome, Answer) else ""

    return ask


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("is the karoo desk open on friday", "Karoo"),
        ("is the karoo desk open on sunday", "Karoo"),
        ("is the tembe desk open on saturday", "Tembe"),
        ("is the lower tembe desk open on monday", "Lower Tembe"),
        ("can i visit the desk at lower tembe", "Lower Tembe"),
    ],
)
@pytest.mark.parametrize("pointed", ["Tuesday", "Monday", "Saturday"])
def test_the_row_said_is_the_one_named(said: Said, question: str, row: str, pointed: str) -> None:
    assert said(question, DESKS, pointed).split(" — ")[0] == row


def test_both_rows_are_said_where_both_are_named(said: Said) -> None:
    lines = said("is the desk open on friday in karoo and lower tembe", DESKS, "Monday").splitlines()
    assert [line.split(" — ")[0] for line in lines] == ["• Karoo", "• Lower Tembe"]


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("which machine is kept in karoo", "Walking tractor"),  # by a cell
        ("hire of the water pump", "Water pump, petrol"),  # without what the list adds to its name
        ("what is the hire of a tractor", "Walking tractor"),  # by the word that tells it from others
    ],
)
def test_a_row_is_named_in_part_or_by_a_cell(said: Said, question: str, row: str) -> None:
    assert said(question, HIRE, "450", heading="Tool hire").startswith(f"{row} — ")


def test_a_long_name_counts_beside_short_ones(said: Said) -> None:
    table = """| Security | Counts for at most |
| --- | --- |
| Tractor, lorry or another vehicle under 8 years old that is insured | 50% |
| Shop, workshop or second house | 60% |
| Gold | 70% |"""
    assert said("a second hand lorry that is insured", table, "50%", heading="Security").startswith("Tractor")


def test_a_follow_up_that_names_another_row_asks_for_that_row(said: Said) -> None:
    before = ["what is the hire of the maize sheller"]
    assert said("and the water pump?", HIRE, "450", heading="Tool hire", history=before).startswith(
        "Water pump, petrol — "
    )


def test_what_a_table_does_not_have_is_answered_by_no_other_row(said: Said) -> None:
    assert said("how much is the hire of the plough", HIRE, "450", heading="Tool hire").count("•") == 3
    assert said("how much is the hire of the plough", LONG, "24", heading="Tool hire") == ""
    assert said("how much is the hire of the pump", LONG, "24", heading="Tool hire").startswith("Pump — ")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how much is milk in january", "January 2027 — Price of milk: 49."),
        ("how much is milk in february 2027", "February 2027 — Price of milk: 47."),
        ("how much is milk in april 2027", ""),
        ("how much is milk in january 2026", ""),
        ("how much may i get for milk in december", "December 2026 — Price of milk: 52."),
    ],
)
def test_a_price_of_one_month_is_none_of_another(said: Said, question: str, text: str) -> None:
    assert said(question, MILK, "47", heading="Milk prices") == text


@pytest.mark.parametrize(
    ("question", "table", "pointed", "language", "row"),
    [
        ("下河口星期二营业吗", ZH_DESKS, "星期二", "zh", "下河口"),
        ("河口星期六营业吗", ZH_DESKS, "星期六", "zh", "河口"),
        ("山前的营业时间", ZH_DESKS, "星期六", "zh", "山前"),
        ("ofisi ya Tembe Chini iko wazi jumatatu", SW_DESKS, "Jumatatu", "sw", "Tembe Chini"),
        ("ofisi ya Tembe iko wazi jumamosi", SW_DESKS, "Jumamosi", "sw", "Tembe"),
    ],
)
def test_rows_are_named_in_other_languages(
    said: Said, question: str, table: str, pointed: str, language: str, row: str
) -> None:
    assert said(question, table, pointed, language=language).split(" — ")[0] == row


@pytest.mark.parametrize(
    ("head", "asked", "language", "right"),
    [
        ("May to July 2027", "price in june", "en", True),
        ("November to January", "in december", "en", True),
        ("November to January", "in march", "en", False),
        ("2027年4月", "4月的价格", "zh", True),
        ("十一月", "一月多少钱", "zh", False),
        ("星期六", "礼拜六开门吗", "zh", True),
        ("Aprili 2027", "bei ya aprili", "sw", True),
        ("जनवरी", "फरवरी में दाम", "hi", False),
        ("Enero", "precio en febrero", "es", False),
        ("Août", "prix en août", "fr", True),
        ("Sept 2027", "price in september", "en", True),
    ],
)
def test_periods_are_read_in_the_languages_of_the_bot(
    head: str, asked: str, language: str, right: bool
) -> None:
    assert periods(asked, language)
    assert fits(periods(head, language), periods(asked, language)) is right
