"""What would tell of one person does not become a heading that everybody reads."""

from __future__ import annotations

import pytest

from knowledge.gaps.public import holds_number, may_stand


@pytest.mark.parametrize(
    "text",
    [
        "call me on 0712 345 678 about the loan",
        "naomba mnipigie +254-712-345-678",
        "我的电话13800138000，能借吗",
        "身份证 11010519491231002X 能贷款吗",
        "电话一三八零零一三八零零零",
        "my ID is 23456789, may I join?",
        "what of VC-2026-00042-8?",
        "write to amani@example.org",
        "on telegram I am @amani_k",
        "٠٧١٢٣٤٥٦٧٨ is my number",
        "0700 000 000",
    ],
)
def test_numbers_of_a_person_are_seen(text: str) -> None:
    assert holds_number(text) and not may_stand(text)


@pytest.mark.parametrize(
    "text",
    [
        "Do you lend for bees?",
        "can I borrow 200000?",
        "can I borrow 1,000,000 for 24 months?",
        "naweza kukopa 1 500 000?",
        "puis-je emprunter 200\u202f000 ?",
        "क्या 5,00,000 मिलेगा",
        "能借５００００元吗",
        "三万五千元要几年还清？",
        "Is it 2.5% or 3.5% in 2026?",
        "Can my wife sign for me?",
    ],
)
def test_a_question_with_sums_may_stand(text: str) -> None:
    assert may_stand(text)


@pytest.mark.parametrize(
    "text",
    [
        "my name is Amani and my goats died",
        "我叫王伟，羊死了怎么办",
        "Naitwa Juma, mbuzi wangu amekufa",
        "… and for goats?",
        "My husband drinks, " * 9 + "may I borrow alone?",
        "",
    ],
)
def test_a_name_or_a_story_is_no_heading(text: str) -> None:
    assert not may_stand(text)
