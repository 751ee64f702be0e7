"""What everybody asks first, in two or three words, asked of the sample lender as he would ask."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from knowledge.answering import Answerer
from knowledge.evaluation.folder import SAMPLES
from knowledge.evaluation.run import Bench, open_bench
from knowledge.index import ChunkIndex
from knowledge.index.preload import VECTORS
from knowledge.retrieval import Retriever
from knowledge.types import Answer, Audience
from tests.knowledge.fakes import chunk, hashed_embedders, live

FIRST = [
    ("en", "what is the interest?", ("8.4%", "12%")),
    ("en", "how much can i borrow", ("20,000", "110,000")),
    ("en", "what loans do you have", ("Seed", "Enterprise")),
    ("en", "what documents do i need", ("Identity card",)),
    ("en", "where is the office", ("12 Market Street",)),
    ("en", "office hours?", ("8:30 to 16:30",)),
    ("en", "what is your phone number", ("5550 0140",)),
    ("en", "what if the harvest fails", ("12 months",)),
    ("en", "is my data safe", ("Your officer, the reviewer",)),
    ("en", "can i get a second loan", ("two loans",)),
    ("en", "how long does it take", ("7 days",)),
    ("en", "how long can i take to pay back", ("3 to 12", "12 to 36")),
    ("en", "are there any fees", ("1%",)),
    ("en", "do i need a guarantor", ("20,000",)),
    ("en", "do i need collateral", ("50,000",)),
    ("en", "who can borrow", ("18",)),
    ("en", "how do i apply", ('"I want a loan"',)),
    ("en", "how do i pay", ("transfer", "cash")),
    ("en", "when do I start to pay back", ("same day",)),
    ("en", "when must i begin to repay", ("same day",)),
    ("sw", "nitaanza kulipa lini", ("tarehe ile ile",)),
    ("zh", "什么时候开始还款", ("同一天",)),
    ("en", "hw mch intrst for gots loan pls", ("9.6%",)),
    ("en", "wat papers i ned for loan", ("Identity card", "Household register")),
    ("en", "how much interest for gots loan", ("9.6%",)),
    ("en", "can i pay early", ("no charge",)),
    ("en", "what if i pay late", ("sixth day",)),
    ("en", "what happens if i dont pay", ("officer", "6 months")),
    ("en", "how old must i be", ("18",)),
    ("en", "when does the officer come to the village", ("agrees the day",)),
    ("en", "how much of my own money", ("20%", "40%")),
    ("en", "what is a guarantor", ("answers for",)),
    ("en", "what do you not lend for", ("wedding",)),
    ("zh", "利息多少", ("8.4%", "12%")),
    ("zh", "能借多少钱", ("20,000", "110,000")),
    ("zh", "有哪些贷款", ("春耕", "经营")),
    ("zh", "要带什么材料", ("身份证",)),
    ("zh", "办公室在哪", ("集市街",)),
    ("zh", "几点上班", ("8:30",)),
    ("zh", "电话多少", ("5550 0140",)),
    ("zh", "收成不好怎么办", ("展期",)),
    ("zh", "多久能批", ("7天",)),
    ("zh", "可以借多久", ("3至12", "12至36")),
    ("zh", "有手续费吗", ("1%",)),
    ("zh", "要担保人吗", ("20,000",)),
    ("zh", "要抵押吗", ("50,000",)),
    ("zh", "谁可以借", ("18",)),
    ("zh", "怎么申请", ("聊天", "签合同")),
    ("zh", "怎么还款", ("转账", "现金")),
    ("zh", "可以提前还吗", ("随时",)),
    ("zh", "还晚了怎么办", ("第六天",)),
    ("zh", "自己要出多少钱", ("20%", "40%")),
    ("zh", "我的资料安全吗", ("信贷员、审查人",)),
    ("sw", "riba ni ngapi?", ("8.4%", "12%")),
    ("sw", "naweza kukopa kiasi gani", ("20,000", "110,000")),
    ("sw", "mna mikopo gani", ("Mbegu", "Kijiji")),
    ("sw", "nahitaji karatasi gani", ("Kitambulisho",)),
    ("sw", "ofisi iko wapi", ("Mtaa wa Soko",)),
    ("sw", "mnafungua saa ngapi", ("8:30",)),
    ("sw", "namba ya simu", ("5550 0140",)),
    ("sw", "mavuno yakiharibika je", ("miezi 12",)),
    ("sw", "inachukua muda gani", ("siku 7",)),
    ("sw", "muda wa kulipa ni gani", ("3 hadi 12", "36")),
    ("sw", "muda wa mbuzi ni gani", ("6 hadi 24",)),
    ("sw", "muda wa kusubiri jibu ni gani", ("siku 7",)),
    ("sw", "kuna ada?", ("1%",)),
    ("sw", "nahitaji mdhamini", ("20,000",)),
    ("sw", "nani anaweza kukopa", ("18",)),
    ("sw", "naombaje mkopo", ("ujumbe", "sahihi")),
    ("sw", "nalipaje", ("uhamisha", "taslimu")),
    ("sw", "naweza kulipa mapema", ("wakati wowote",)),
    ("sw", "nikichelewa kulipa", ("siku ya sita",)),
    ("sw", "fedha zangu ni kiasi gani", ("20%", "40%")),
    ("en", "who can be a guarantor?", ("18 to 70 years",)),
    ("en", "what happens if i die", ("what the dead person left",)),
    ("en", "when is my first instalment", ("same day of each month",)),
    ("en", "on which day of the month do i pay", ("same day of each month",)),
    ("en", "why must i put my own money", ("less to pay back",)),
    ("en", "what does the officer look at", ("site, stock and equipment",)),
    ("en", "what if prices fall and i cannot pay", ("moved by up to 6 months",)),
    ("en", "is there insurance", ("sells no insurance",)),
    ("zh", "谁可以当担保人", ("18至70岁",)),
    ("zh", "人没了贷款怎么办", ("逝者留下的财产",)),
    ("zh", "第一次什么时候还", ("放款日是同一天",)),
    ("zh", "收了庄稼再还行吗", ("收获后一次还清",)),
    ("zh", "利息怎么算", ("从放款那天算起",)),
    ("sw", "mbuzi wakifa itakuwaje", ("mnyama aliyekufa",)),
    ("sw", "malipo ya kwanza ni lini", ("tarehe ile ile",)),
    ("sw", "naweza kulipa baada ya mavuno", ("Baada ya mavuno",)),
    ("sw", "nisipolipa mdhamini atalipa?", ("siku 60",)),
    ("sw", "nalalamika wapi", ("malalamiko",)),
    ("sw", "kwa nini niweke pesa yangu", ("hujazia",)),
    ("en", "how do i cancel my application", ("before the contract is signed",)),
    ("en", "do you give cash or send to my account", ("by transfer to an account",)),
    ("en", "can five of us take a loan together", ("do not lend to groups",)),
    ("en", "when is my guarantor released", ("when the loan is paid back", "takes over")),
    ("zh", "交了申请几天能批下来?", ("7天",)),
    ("zh", "现在不想贷了，申请怎么撤回", ("随时可以撤回",)),
    ("zh", "能换担保人吗", ("换一个合适的人",)),
    ("zh", "我不识字,合同怎么签?", ("念给您听",)),
    ("sw", "naweza kuchukua mkopo wa pili kabla ya kumaliza wa kwanza?", ("mikopo miwili",)),
    ("sw", "mtamwambia jirani yangu kuhusu deni langu?", ("majirani hawaambiwi",)),
    ("sw", "sijui kusoma, nani atanisomea mkataba?", ("anakusomea",)),
    ("en", "if i pay early do you reduce the interest?", ("up to the day you pay",)),
    ("zh", "要先在你们这存钱才能贷吗", ("不用把自己的钱存",)),
    ("en", "intrest rates??", ("8.4%", "12%")),
    ("en", "hello, how much can i get please", ("20,000", "110,000")),
    ("zh", "你们利息几厘", ("8.4%", "12%")),
]
ABOUT = [
    ("en", "wats the intrest for goat loan", "Livestock and Fish Loan — Rate per year: 9.6%"),
    ("en", "hw long can i take for goats", "Livestock and Fish Loan — Term: 6 to 24 months"),
    ("zh", "养猪最长几个月", "养殖贷款 — 期限：6至24个月"),
    ("en", "what is the interest for goats", "Livestock and Fish Loan — Rate per year: 9.6%"),
    ("en", "maximum for my shop", "Market Trade Loan — Amount (yuan): 2,000 to 30,000"),
    ("en", "how long can i take to repay for a mill", "Village Enterprise Loan — Term: 12 to 36 months"),
    ("en", "is there a fee for the seed loan", "Seed and Season Loan — Fee: none"),
    ("en", "intrest rate on seeds?", "Seed and Season Loan — Rate per year: 8.4%"),
    ("zh", "养羊最多能借多少", "养殖贷款 — 金额（元）：2,000至50,000"),
    ("zh", "修蓄水池利息多少", "家庭水利改善贷款 — 年利率：7.2%"),
    ("sw", "riba ya mbuzi ni ngapi", "Mkopo wa Mifugo na Samaki — Riba kwa mwaka: 9.6%"),
]


@pytest.fixture(scope="module")
def sample() -> Iterator[Bench]:
    with open_bench(None, ("en", "zh", "sw"), lambda *_: None) as bench:
        yield bench


def test_the_vectors_that_come_with_the_sample_are_those_of_its_documents_today(
    sample: Bench, tmp_path: Path
) -> None:
    sample.answerer.retriever.index.export_vectors(tmp_path / VECTORS)
    with np.load(SAMPLES / VECTORS) as kept, np.load(tmp_path / VECTORS) as needed:
        shapes = [{name: held[name].shape for name in held.files} for held in (kept, needed)]
    assert shapes[0] == shapes[1], "run: python scripts/sample_vectors.py"


@pytest.mark.parametrize(("language", "question", "pieces"), FIRST, ids=[row[1] for row in FIRST])
def test_the_first_questions_are_answered(
    sample: Bench, language: str, question: str, pieces: tuple[str, ...]
) -> None:
    outcome = sample.ask(question, language=language, audience=Audience.FARMER)
    assert isinstance(outcome, Answer), outcome
    at = 0
    for piece in pieces:  # all of them, in this order
        at = outcome.text.index(piece, at)


@pytest.mark.parametrize(("language", "question", "said"), ABOUT, ids=[row[1] for row in ABOUT])
def test_the_row_of_the_loan_that_is_meant_answers(
    sample: Bench, language: str, question: str, said: str
) -> None:
    outcome = sample.ask(question, language=language, audience=Audience.FARMER)
    assert isinstance(outcome, Answer) and outcome.text == said


@pytest.mark.parametrize(
    ("language", "before", "question", "said"),
    [
        ("en", "interest?", "and for goats?", "Livestock and Fish Loan — Rate per year: 9.6%"),
        (
            "en",
            "interest for goats",
            "and the maximum?",
            "Livestock and Fish Loan — Amount (yuan): 2,000 to 50,000",
        ),
        ("en", "interest for goats", "what about for a mill", "Village Enterprise Loan — Rate per year: 12%"),
        ("zh", "利息多少", "那养羊呢？", "养殖贷款 — 年利率：9.6%"),
        ("sw", "riba ni ngapi", "na kwa mbuzi?", "Mkopo wa Mifugo na Samaki — Riba kwa mwaka: 9.6%"),
    ],
)
def test_a_follow_up_asks_the_same_of_another_loan_or_another_thing_of_the_same(
    sample: Bench, language: str, before: str, question: str, said: str
) -> None:
    outcome = sample.ask(question, language=language, audience=Audience.FARMER, history=[before])
    assert isinstance(outcome, Answer) and outcome.text == said


@pytest.mark.parametrize(
    ("language", "before", "after", "says"),
    [
        ("en", "How much can I borrow for goats?", "Does it cost anything to complain?", "not to be paid"),
        ("zh", "养羊最多能贷多少？", "那身份证丢了呢？", "等新身份证"),
        ("zh", "养羊最多能贷多少？", "那提前还呢", "随时可以提前还"),
        ("sw", "Riba ya mkopo wa ng'ombe ni kiasi gani?", "na nikichelewa kulipa?", "siku ya sita"),
    ],
)
def test_what_begins_like_a_follow_up_and_asks_for_something_else_is_answered_alone(
    sample: Bench, language: str, before: str, after: str, says: str
) -> None:
    outcome = sample.ask(after, language=language, audience=Audience.FARMER, history=(before,))
    assert isinstance(outcome, Answer) and says in outcome.text, outcome


def test_the_source_of_a_table_is_all_that_was_said_of_it(sample: Bench) -> None:
    outcome = sample.ask("interest?", language="en", audience=Audience.FARMER)
    assert isinstance(outcome, Answer)
    passage = sample.passage(outcome.citations[0].chunk_id)
    lines = outcome.citations[0].quote.splitlines()
    assert len(lines) == 5 and all(line in passage for line in lines)


@pytest.mark.parametrize(
    ("language", "question", "band", "row"),
    [
        (
            "en",
            "What papers do I need for a loan of 30,000?",
            "20,000 to 49,999",
            "• Guarantor’s identity card: yes",
        ),
        ("zh", "借3万要带什么材料", "20,000至49,999元", "• 担保人身份证：要"),
        ("sw", "karatasi gani kwa mkopo wa 8000", "Chini ya 20,000", "• Kitambulisho cha mdhamini: hapana"),
    ],
)
def test_papers_are_told_for_the_sum_asked_about(
    sample: Bench, language: str, question: str, band: str, row: str
) -> None:
    outcome = sample.ask(question, language=language, audience=Audience.FARMER)
    assert isinstance(outcome, Answer)
    lines = outcome.text.splitlines()
    assert lines[0] == band and row in lines


def test_what_no_loan_is_for_gets_no_row(sample: Bench) -> None:
    for question in (
        "interest rate for a wedding",
        "how much can i borrow for a helicopter",
        "how much can i borrow at 18",
    ):
        outcome = sample.ask(question, language="en", audience=Audience.FARMER)
        assert not isinstance(outcome, Answer) or "—" not in outcome.text, outcome


def test_words_that_stand_under_a_loan_somewhere_do_not_mean_it(sample: Bench) -> None:
    asked = "do u take the interest out before i get the money"
    outcome = sample.ask(asked, language="en", audience=Audience.FARMER)
    assert isinstance(outcome, Answer) and "Interest runs from the day" in outcome.text, outcome


RATES = """
| Préstamo | Monto | Plazo | Tasa de interés |
| --- | --- | --- | --- |
| Semilla | 100 a 900 | 6 meses | 14% |
| Ganado | 500 a 4.000 | 24 meses | 18% |
"""
EXAMPLE = """
| Mes | Cuota | Interés |
| --- | --- | --- |
| 1 | 100 | 4 |
| 2 | 100 | 3 |
"""


def test_any_lenders_table_of_loans_answers_for_every_loan(index_of_tables: ChunkIndex) -> None:
    answerer = Answerer(Retriever(index_of_tables))
    versions = [live("v1", "es"), live("v2", "es")]
    found = answerer.ask("¿qué interés cobran?", versions=versions, language="es")
    assert isinstance(found, Answer)
    assert found.text == "Tasa de interés\n• Semilla: 14%\n• Ganado: 18%"
    found = answerer.ask("que prestamos hay", versions=versions, language="es")
    assert isinstance(found, Answer)
    assert "• Semilla — Monto: 100 a 900; Plazo: 6 meses; Tasa de interés: 14%" in found.text


PRODUCTS = """
| Product | Loan size | Interest (p.a.) | Tenor |
| --- | --- | --- | --- |
| Maize input credit | 50 to 400 | 18% | 8 months |
| Dairy loan | 300 to 2,000 | 15% | 24 months |
"""


def test_columns_may_be_called_otherwise(tmp_path: Path) -> None:
    with ChunkIndex(tmp_path / "index", hashed_embedders()) as index:
        index.add([chunk("v1", 0, PRODUCTS.strip(), heading="Products")])
        answerer = Answerer(Retriever(index))
        for question, said in (
            ("interest?", "Interest (p.a.)\n• Maize input credit: 18%\n• Dairy loan: 15%"),
            ("how much can i get for maize", "Maize input credit — Loan size: 50 to 400"),
            ("how long can i take to repay the dairy loan", "Dairy loan — Tenor: 24 months"),
        ):
            found = answerer.ask(question, versions=[live("v1")], language="en")
            assert isinstance(found, Answer) and found.text == said, found


TWO_RATES = "| Loan | Rate |\n| --- | --- |\n| Maize | {} |\n| Dairy | {} |"


def test_tables_for_different_people_are_told_together(tmp_path: Path) -> None:
    with ChunkIndex(tmp_path / "index", hashed_embedders()) as index:
        index.add(
            [
                chunk("v1", 0, TWO_RATES.format("10%", "12%"), heading="Members"),
                chunk("v2", 0, TWO_RATES.format("20%", "22%"), heading="All others"),
                chunk("v3", 0, TWO_RATES.format("10 %", "12 %"), heading="Circular"),
            ]
        )
        answerer, versions = Answerer(Retriever(index)), [live("v1"), live("v2"), live("v3")]
        found = answerer.ask("interest?", versions=versions, language="en")
        assert isinstance(found, Answer) and len(found.citations) == 2
        assert found.text.endswith("All others\n• Maize: 20%\n• Dairy: 22%")
        assert "\n• Maize: 10%\n• Dairy: 12%\n" in found.text.replace(" %", "%")
        found = answerer.ask("interest for maize", versions=[live("v1"), live("v2")], language="en")
        assert isinstance(found, Answer)
        assert set(found.text.split("\n")) == {
            "Members",
            "Maize — Rate: 10%",
            "All others",
            "Maize — Rate: 20%",
        }


def test_the_table_of_what_is_asked_leads_not_the_shortest(tmp_path: Path) -> None:
    bring = (
        "| Document | Small | Large |\n| --- | --- | --- |\n| Card | yes | yes |\n| Land letter | no | yes |"
    )
    kept = "| Document | Kept |\n| --- | --- |\n| Form | 5 years |\n| Card | 2 years |"
    with ChunkIndex(tmp_path / "index", hashed_embedders()) as index:
        index.add(
            [
                chunk("v1", 0, bring, heading="Which documents to bring"),
                chunk("v2", 0, kept, heading="How long we keep them"),
            ]
        )
        found = Answerer(Retriever(index)).ask(
            "what papers?", versions=[live("v1"), live("v2")], language="en"
        )
        assert isinstance(found, Answer) and "Land letter" in found.text, found


@pytest.fixture
def index_of_tables(tmp_path: Path) -> Iterator[ChunkIndex]:
    with ChunkIndex(tmp_path / "index", hashed_embedders()) as index:
        index.add(
            [
                chunk("v1", 0, RATES.strip(), heading="Préstamos", language="es"),
                chunk("v2", 0, EXAMPLE.strip(), heading="Ejemplo de interés", language="es"),
            ]
        )
        yield index
