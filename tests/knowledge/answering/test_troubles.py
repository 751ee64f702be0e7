"""What befell somebody is heard in his own words; what he only supposes, or asks more of, is left to the papers."""

from __future__ import annotations

import pytest

from knowledge.answering.troubles import Trouble, is_of, told

T = Trouble


@pytest.mark.parametrize(
    ("message", "trouble"),
    [
        ("my husband died, do i have to keep paying", T.DEATH),
        ("我男人死了贷款咋办", T.DEATH),
        ("mume wangu amefariki, mkopo wake utakuwaje", T.DEATH),
        ("मेरे पति की मौत हो गई", T.DEATH),
        ("my son is in hospital i cant pay", T.ILLNESS),
        ("我老婆住院了", T.ILLNESS),
        ("mke wangu amelazwa", T.ILLNESS),
        ("flood took my rice field what to do", T.DISASTER),
        ("大水把我家玉米地冲了咋整", T.DISASTER),
        ("庄稼被冰雹打了，怎么办？", T.DISASTER),
        ("mafuriko yamechukua shamba langu", T.DISASTER),
        ("my goats died, what must I do?", T.ANIMALS),
        ("羊死了三只还不上了", T.ANIMALS),
        ("mes chèvres sont mortes", T.ANIMALS),
        ("ng'ombe wangu anaumwa", T.ANIMALS),
        ("my cows are sick", T.ANIMALS),
        ("i cant pay", T.INCOME),
        ("harvest failed, cant pay this year", T.INCOME),
        ("my harvest was bad i can not pay, what can i do", T.INCOME),
        ("siwezi kulipa mwezi huu mavuno yameharibika", T.INCOME),
        ("还不上了咋办", T.INCOME),
        ("no puedo pagar, se perdió la cosecha", T.INCOME),
    ],
)
def test_what_befell_him_is_heard(message: str, trouble: Trouble) -> None:
    assert told(message) is trouble


@pytest.mark.parametrize(
    "message",
    [
        "what happens if my husband dies",
        "if my harvest failed what can i do",
        "要是庄稼被冰雹打了咋办",
        "nini kitatokea nikishindwa kulipa?",
        "my goats died, can I borrow for new ones?",
        "my cow died last year, how much can I borrow",
        "羊病死了，最多能缓几个月",
        "i am sick of waiting",
        "i can't pay by phone here",
        "my child died",  # no paper of a borrower's death is quoted
        "my mother died last year, I want to borrow 4000 for seed",
        "羊死了，想再借5000买羊",
        "mbuzi wangu wamekufa, nataka mkopo wa elfu tano",
        "can't pay at the office, how else can i pay",
        "the officer took my goats",
        "my house is burning",
        "I cannot pay, I want to die",
        "I cannot pay and the officer beat me",
        "I want to buy goats",
        "the officer is sick",
        "can my wife pay for me",
    ],
)
def test_what_is_supposed_asked_or_a_danger_is_none(message: str) -> None:
    assert told(message) is None


@pytest.mark.parametrize(
    ("trouble", "headings", "said", "fits"),
    [
        (
            T.DEATH,
            ("Manual", "13 When things go wrong", "13.6 Death of the borrower"),
            "We ask for nothing",
            True,
        ),
        (T.DEATH, ("手册", "六、担保人", "6.4 什么时候解除"), "担保人去世，另找一位", False),
        (T.ANIMALS, ("Manual", "13.4 Sick and dead animals"), "Call the vet first", True),
        (T.ANIMALS, ("Manual", "3.3 Animals and fish"), "We lend for goats", False),
        (T.ILLNESS, ("Kitabu", "3.7 Tusichokopeshea"), "Hatukopeshi kwa harusi", False),
        (T.INCOME, ("Handbook", "Late payment"), "the officer agrees a new plan with you", True),
        (T.INCOME, ("Manual", "4.6 Due dates"), "Payments fall due on the 10th", False),
    ],
)
def test_a_passage_is_of_the_trouble_or_is_not_said(
    trouble: Trouble, headings: tuple[str, ...], said: str, fits: bool
) -> None:
    assert is_of(trouble, headings, said) is fits
