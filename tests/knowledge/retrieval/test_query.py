"""What a question is understood as: typos, synonyms, follow-ups; and what it may find."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from knowledge.index import ChunkIndex
from knowledge.language import content_terms, stem
from knowledge.retrieval import QueryReader, Retriever, System
from knowledge.retrieval.query import is_follow_up
from tests.knowledge.fakes import HashedWords, chunk, hashed_embedders, live


@pytest.fixture
def index(tmp_path: Path) -> Iterator[ChunkIndex]:
    with ChunkIndex(tmp_path / "index", hashed_embedders()) as index:
        index.add(
            [
                chunk("v1", 0, "The guarantor signs the contract.", heading="Guarantor"),
                chunk("v1", 1, "Livestock is insured for the term of the loan.", heading="Livestock"),
                chunk("v1", 2, "Interest is counted by the day.", heading="Interest"),
            ]
        )
        yield index


def test_a_typo_becomes_a_word_of_the_documents(index: ChunkIndex) -> None:
    query = QueryReader(index).read("is the intrest counted on livestock", "en", within={"v1"})
    assert query.corrected == (("intrest", "interest"),)


def _library(tmp_path: Path, **texts: str) -> ChunkIndex:
    """A version a language, and one of staff's that a farmer may not read."""
    index = ChunkIndex(tmp_path / "library", hashed_embedders())
    for name, text in texts.items():
        index.add([chunk(name, 0, text, heading="", language=name[:2])])
    return index


ENGLISH = """
The loan for a mill is for those who trade. Bring the whole contract to the branch office on Monday. A third of the
collateral, the guarantee and the reminder go to the committee. Interest is due on the sixth day, even where the county
forest, a site, a flood or a real door is lost. Faster repayment is accepted; a second agreement is the exception.
"""
SWAHILI = "Jumatatu. Mdhamini husaini fomu ya malipo, theluthi ya mkopo, kwa kitambulisho halali. Kupitia."


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("en", "colateral", "collateral"),
        ("en", "garantee", "guarantee"),
        ("en", "gaurantee", "guarantee"),
        ("en", "comittee", "committee"),
        ("en", "comitee", "committee"),
        ("en", "intrest", "interest"),
        ("en", "contrat", "contract"),
        ("en", "repaymant", "repayment"),
        ("en", "repayemnt", "repayment"),
        ("en", "agrement", "agreement"),
        ("sw", "mdhamin", "mdhamini"),
        ("sw", "malpo", "malipo"),
        ("sw", "kitambulsho", "kitambulisho"),
        ("sw", "kittambulisho", "kitambulisho"),
    ],
)
def test_a_misspelt_word_is_the_word_that_the_documents_know(
    tmp_path: Path, language: str, typed: str, meant: str
) -> None:
    with _library(tmp_path, en=ENGLISH, sw=SWAHILI) as index:
        query = QueryReader(index).read(f"na {typed}", language, within={"en", "sw"}, as_topic=False)
        assert query.corrected == ((typed, meant),)
        assert set(query.own_terms) <= {"na", *content_terms(meant, language)}
        assert index.document_frequency(content_terms(meant, language), {"en", "sw"}).popitem()[1] == 1


LOOKS = {
    "en": "millet sixty eleven wednesday weather forecast sister father retail donor trader remainder country contact "
    "internet food except exemption monkey",
    "sw": "jumatano jumanne themanini thelathini malisho kupita kupata mdhalimu",
}


@pytest.mark.parametrize(
    ("language", "other"), [(language, word) for language, words in LOOKS.items() for word in words.split()]
)
def test_a_word_that_only_looks_like_one_of_the_documents_stays(
    tmp_path: Path, language: str, other: str
) -> None:
    with _library(tmp_path, en=ENGLISH, sw=SWAHILI) as index:
        assert not QueryReader(index).read(f"na {other}", language, within={"en", "sw"}).corrected


def test_spelling_is_held_against_what_the_asker_may_read_in_his_language(tmp_path: Path) -> None:
    """A word of staff's papers, or of another language, has no passage that he could find."""
    with _library(
        tmp_path, en=ENGLISH, sw=SWAHILI, en_staff="Travel expenses. Interst, as some spell it."
    ) as index:
        reader = QueryReader(index)
        assert not reader.read("expences", "en", within={"en"}).corrected
        assert reader.read("expences", "en", within={"en", "en_staff"}).corrected
        assert reader.read("interst", "en", within={"en"}, as_topic=False).corrected == (
            ("interst", "interest"),
        )
        assert not reader.read("collatral", "sw", within={"sw"}).corrected


def test_a_question_weighs_words_as_those_papers_hold_them_that_its_asker_may_read(tmp_path: Path) -> None:
    with _library(tmp_path, en=ENGLISH, en_staff="Officers score the collateral and the expenses.") as index:
        wanted = content_terms("collateral expenses", "en")
        assert list(index.document_frequency(wanted, {"en"}).values()) == [2, 0]
        assert list(index.document_frequency(wanted, {"en", "en_staff"}).values()) == [2, 1]


def test_colloquial_words_find_what_policies_call_them(index: ChunkIndex) -> None:
    query = QueryReader(index).read("must a backer do anything", "en", within={"v1"})
    assert "guarantor" in query.words and not query.corrected
    retriever = Retriever(index, system=System.LEXICAL)
    hits = retriever.search("must a backer do anything", versions=[live("v1")], language="en")
    assert hits[0].chunk.heading_path[-1] == "Guarantor"


@pytest.mark.parametrize(
    ("language", "question", "written"),
    [
        ("en", "is it fine to pay in cash", "penalty"),
        ("en", "and for goats as well?", "pump"),
        ("en", "can I open a shop with the loan", "office hours"),
        ("en", "when will you close my loan", "office hours"),
        ("en", "we live behind the river", "arrears"),
        ("en", "will the interest rate go up next year", "appeal"),
        ("en", "my cow died", "heirs"),
        ("sw", "nina shamba la chai", "rushwa"),
        ("sw", "kipande cha ardhi", "kitambulisho"),
        ("zh", "手续费多少", "户口簿"),
        ("es", "voy a pie", "aportación"),
        ("fr", "je veux me rendre au bureau", "remboursement"),
    ],
)
def test_a_word_in_its_other_meaning_is_not_what_policies_call_it(
    index: ChunkIndex, language: str, question: str, written: str
) -> None:
    assert written not in QueryReader(index).read(question, language, within={"v1"}).words


@pytest.mark.parametrize(
    ("language", "question", "written"),
    [
        ("en", "is there a fine", "penalty"),
        ("en", "how much fine must I pay, is it fine to pay it in cash", "penalty"),
        ("en", "a loan to dig a well", "pump"),
        ("en", "are you open on Saturday", "office hours"),
        ("en", "my sister fell behind with what she owes", "arrears"),
        ("en", "my husband died", "heirs"),
        ("sw", "afisa anataka chai", "rushwa"),
        ("sw", "nimepoteza kipande", "kitambulisho"),
        ("zh", "要什么手续", "户口簿"),
        ("fr", "quand faut-il rendre cet argent", "remboursement"),
    ],
)
def test_in_the_meaning_policies_have_a_word_for_it_is(
    index: ChunkIndex, language: str, question: str, written: str
) -> None:
    assert written in QueryReader(index).read(question, language, within={"v1"}).words


def test_a_lenders_own_synonym_counts_as_the_word(index: ChunkIndex) -> None:
    query = QueryReader(index, {"markup": ["interest"]}).read(
        "how is the markup counted", "en", within={"v1"}
    )
    assert "interest" in query.words and stem("interest", "en") in query.alternatives[stem("markup", "en")]


def test_a_follow_up_takes_the_question_before_it(index: ChunkIndex) -> None:
    query = QueryReader(index).read("and for livestock?", "en", ["who signs the contract?"], within={"v1"})
    assert query.resolved and "contract" in query.text and "livestock" in query.text


def test_a_question_that_stands_alone_is_left_alone(index: ChunkIndex) -> None:
    assert (
        not QueryReader(index)
        .read("who signs the contract", "en", ["what is livestock?"], within={"v1"})
        .resolved
    )


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "and for goats?"),
        ("en", "is that per year?"),
        ("en", "can it be extended?"),
        ("sw", "vipi mbuzi?"),
        ("sw", "vipi kuhusu ng'ombe?"),
        ("zh", "那养猪呢？"),
        ("zh", "那个呢"),
        ("zh", "和牛一样吗"),
        ("zh", "怎么还呢"),
        ("es", "¿y para cabras?"),
        ("hi", "और बकरी के लिए?"),
        ("fr", "ou pour une pompe ?"),
    ],
)
def test_what_leans_on_the_question_before_it_is_a_follow_up(language: str, question: str) -> None:
    assert is_follow_up(question, language)


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Can this office tell others about me?"),
        ("en", "does this bank lend for goats"),
        ("sw", "Vipi naweza kupata mkopo wa samaki?"),
        ("sw", "vipi mnahesabu riba"),
        ("zh", "那里可以还款吗"),
        ("zh", "和解书要带吗"),
        ("zh", "利率怎么算呢？"),
        ("fr", "Ou est votre bureau ?"),
        ("fr", "ou puis-je payer"),
    ],
)
def test_what_only_begins_like_one_is_none(language: str, question: str) -> None:
    assert not is_follow_up(question, language)


@pytest.mark.parametrize(
    ("language", "story", "follow_up"),
    [
        (
            "en",
            "we keep four goats near the river and last year water took our maize and " * 6,
            "and a pump?",
        ),
        (
            "zh",
            "我和丈夫在河边学校后面养了四只山羊和一些鸡，去年洪水冲走了玉米和豆子，屋顶塌了，女儿住院两个星期，我们卖了自行车和收音机，"
            "现在商人卖便宜的种子",
            "那柴油泵呢？",
        ),
    ],
)
def test_after_a_long_story_the_follow_up_is_read_and_searched(
    tmp_path: Path, language: str, story: str, follow_up: str
) -> None:
    with ChunkIndex(tmp_path / "index", hashed_embedders(languages=(language,))) as index:
        index.add([chunk("v1", 0, "柴油泵。A pump is lent for.", language=language)])
        query = QueryReader(index).read(follow_up, language, [story], within={"v1"})
        found = Retriever(index, system=System.LEXICAL).search(
            follow_up, versions=[live("v1", language)], language=language, history=[story]
        )
    assert query.resolved and len(query.text) < 170 and query.text.endswith(follow_up)
    assert len(found) == 1


class Meanwhile(ChunkIndex):
    """A staff document comes in between the look at which versions are in and the search."""

    def _filter(self, version_ids: Collection[str], language: str | None) -> set[str] | None:
        visible = super()._filter(version_ids, language)
        self.add([chunk("staff", 0, "Officers score the guarantor from 1 to 5.")])
        return visible


@pytest.mark.parametrize("system", [System.LEXICAL, System.DENSE, System.HYBRID])
def test_what_is_published_while_somebody_asks_is_not_found_by_him(tmp_path: Path, system: System) -> None:
    with Meanwhile(tmp_path / "index", hashed_embedders()) as index:
        index.add([chunk("v1", 0, "The guarantor signs the contract.")])
        retriever = Retriever(index, system=system)
        hits = retriever.search("how do officers score the guarantor", versions=[live("v1")], language="en")
    assert {hit.chunk.version_id for hit in hits} == {"v1"}


def test_passages_of_every_language_are_found(tmp_path: Path) -> None:
    """The question's own first, unless another's is nearer by far; all alike where none is in its own."""
    with _library(
        tmp_path,
        en1="Loans for tractors are repaid after harvest.",
        en2="The office in town opens at eight.",
        sw1="Loans for goats cost nine percent.",
        zh1="Loans for goats run eighteen months.",
    ) as index:
        versions = [live(name, name[:2]) for name in ("en1", "en2", "sw1", "zh1")]
        retriever = Retriever(index, system=System.HYBRID)
        for question, language, first in (
            ("loans for tractors", "en", "en1"),
            ("loans for goats cost nine percent", "en", "sw1"),
            ("loans for goats run eighteen months", "es", "zh1"),
            ("loans for goats cost nine percent", "es", "sw1"),
        ):
            found = [
                hit.chunk.version_id
                for hit in retriever.search(question, versions=versions, language=language)
            ]
            assert (found[0], sorted(found)) == (first, ["en1", "en2", "sw1", "zh1"])


def test_a_question_is_embedded_once_for_all_languages(tmp_path: Path) -> None:
    model = HashedWords()
    with ChunkIndex(tmp_path / "index", hashed_embedders(model)) as index:
        for language in ("en", "sw", "zh"):
            index.add([chunk(language, 0, "Goats cost nine percent.", language=language)])
        versions = [live(language, language) for language in ("en", "sw", "zh")]
        for question in ("goats", "what goats cost", "goats"):
            assert len(Retriever(index).search(question, versions=versions, language="en")) == 3
    assert model.asked == 3


def test_a_word_or_two_are_searched_in_the_language_of_the_documents_that_hold_them(tmp_path: Path) -> None:
    with _library(
        tmp_path,
        en1="Loans for goats are repaid after harvest.",
        en2="Each member signs.",
        sw1="Mkopo wa mbuzi unalipwa kwa awamu.",
        es1="El préstamo para cabras se paga tras la cosecha.",
    ) as index:
        versions = [live(name, name[:2]) for name in ("en1", "en2", "sw1", "es1")]
        retriever = Retriever(index)
        for question, language in (
            ("mbuzi", "sw"),
            ("goats", "en"),
            ("Mkopo mbuzi", "sw"),
            ("cabras", "es"),
            ("山羊", "zh"),
            ("Lãi suất cho vay nuôi dê là bao nhiêu một năm?", "vi"),
            ("berapa bunga pinjaman untuk membeli kambing di desa kami", "id"),
            ("quel est le taux pour les chèvres", "fr"),
            ("how are loans for goats repaid", "en"),
        ):
            assert retriever.language_of(question, versions) == language, question
