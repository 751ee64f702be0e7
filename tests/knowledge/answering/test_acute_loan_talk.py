"""Ordinary loan talk with a word of danger in it: goods, debts, animals, work, what is past or yet to come."""

from __future__ import annotations

import pytest

from knowledge.answering.acute import is_acute, may_be_of_anothers_doing
from knowledge.answering.intent import redirect
from knowledge.types import RedirectKind as K

LOAN_TALK = [
    "we started labour on the tea farm now, need 2000",
    "my daughter started labour work in town",
    "i started labour hiring business",
    "labour started late this season",
    "My husband broke his leg so he cannot work, can we pay later?",
    "I broke my leg last year and still limp",
    "the machine caught rust",
    "the wall fell on my goats, can I get a loan",
    "the tree fell on my fence",
    "earthquake damaged my house, can the loan be extended",
    "we are buried in debt",
    "the bank buried us in papers",
    "my cow broke her leg",
    "my wife gave birth today, can i pay next week",
    "my son is sick today, can I pay tomorrow",
    "my father had a stroke and now he stays at home, can I pay later",
    "地震了能延期还款吗",
    "地震后重建能贷款吗",
    "我的手机断了信号",
    "人手断了，秋收忙不过来",
    "资金链断了",
    "病猪埋了",
    "老牛的腿断了",
    "我爸腿断了，没法干活，能延期吗",
    "孩子今天发烧，能明天还吗",
    "tumefukiwa na madeni",
    "ng'ombe amevunjika mguu",
    "bei imeanguka chini",
    "Mti umeangukia banda la kuku, naweza kukopa?",
    "Bei ya mbolea imefunika faida yangu",
    "Mafuriko imefunika shamba langu",
    "货款被压住了，能晚点还吗",
    "资金被困住了",
    "我的货被困在路上",
    "这债把人压死了",
    "房贷把我压死了",
    "我腿摔断了没法还款",
    "我的脚断了，在家里休息，可以晚点还吗",
    "我爸中风了，能延期吗",
    "爷爷心梗去世",
    "带着刀来杀猪",
    "有人拿刀来割胶",
    "要砍人工",
    "自来水进了家门要多少钱",
    "我的羊中毒了",
    "We got labour from the village, how is the loan paid out?",
    "We are having labour problems",
    "Our baby is coming in March, can we get a break from paying?",
    "I'm delivering milk at home now, can I get a loan?",
    "stuck in the mud with my tractor, payment will be two days late",
    "The water is coming into our village at last, I want a tap",
    "My house is surrounded by water every year",
    "The kitchen is burning wood, I want biogas",
    "My father had a heart attack in June, may I pay later?",
    "My father was buried on Friday and I have no money",
    "I lost blood pressure medicine, can I delay?",
    "My son is missing his ID card, can he be a guarantor?",
    "People with machetes cut cane for me, I need to pay them",
    "Mke wangu anazaa mwezi ujao",
    "Watu wana mapanga ya kulima",
    "Maji yanaingia kwetu mwaka ujao",
    "We are having labour problems at harvest, so I need 3000 to hire a machine for two weeks",
    "货款被压住了，想借8000元买种子，秋天还",
    "My husband was bitten by a snake in June and cannot work, can I pay later?",
    "Tumevamiwa na nzige shambani",
    "He was bleeding and the hospital bill is big, can I pay later?",
    "We are 5 people under the roof of my father",
    "树倒了压住了我的玉米",
    "The lorry hit by rain is late, may I pay on Monday?",
    "My son was hit by a car last year, can I pay later?",
    "My son was hit by a car and is recovering, can I pay later?",
    "My goat was hit by a car, can I pay later?",
    "We lost our hands in the harvest",
    "爷爷去年晕倒过，能晚点还吗",
]
STILL_DANGER = [
    "my son was hit by a car, can I pay later",
    "my husband was run over by a motorbike, can i pay next week",
    "爷爷晕倒了，能晚点还吗",
    "我妈晕倒了能不能晚几天还",
    "my father collapsed today, can i pay tomorrow",
    "my brother was struck by lightning just now, can I pay next week",
    "孩子刚刚不见了，能晚点还款吗",
    "孩子掉井里了，能晚点还款吗",
    "my sister is in labour, can i pay next week",
    "My house is on fire, can I pay later?",
    "my son is bleeding, may I borrow money for the clinic?",
    "我的孩子被困在屋里",
    "树倒了压住我老公了",
    "老公被压在墙下面了",
    "ukuta umeangukia mume wangu",
    "孩子喝了农药，能借钱吗",
    "mtoto anatoka damu, naweza kukopa?",
    "people with machetes are outside our house",
    "my wife is in labour pls send a car",
    "water is coming into our house",
    "water is rising and we cannot get out",
    "my son fell in the river, can I pay later",
]


@pytest.mark.parametrize("message", LOAN_TALK)
def test_loan_talk_is_no_danger_to_life(message: str) -> None:
    assert not is_acute(message)
    assert redirect(message, "en") is not K.EMERGENCY


@pytest.mark.parametrize("message", STILL_DANGER)
def test_a_person_in_danger_now_is_heard_beside_a_loan(message: str) -> None:
    assert redirect(message, "en") is K.EMERGENCY


@pytest.mark.parametrize(
    ("message", "others"),
    [
        ("Officer Chen, my son is bleeding", False),
        ("my house is on fire", False),
        ("我儿子流血了", False),
        ("Officer Chen is at my door with a gun", True),
        ("陈荣砍了我儿子，流血了", True),
        ("afisa amenichoma kisu natoka damu", True),
    ],
)
def test_who_may_have_brought_the_danger_about(message: str, others: bool) -> None:
    assert may_be_of_anothers_doing(message) is others
