"""Who sells what he does not grow, keep or make is in trade; who plants, keeps or makes is not, though he sells it."""

from __future__ import annotations

import pytest

from tests.intake.interview.world import interview

TRADE, CROP, ANIMALS = "trade", "crop", "livestock"
DEALERS = [
    ("en", "I have been selling maize for 5 years. Need 5000 to buy produce"),
    ("en", "i sell tofu in the market. i want 3000 to buy soy beans, pay back in 6 months"),
    ("en", "I run a small shop in Willow Bend. I want 6000 to stock rice and oil for 12 months"),
    ("en", "I have a stall at the market and sell tomatoes. I need 2000 to buy more tomatoes"),
    ("en", "I buy eggs from farmers and sell them in town. Need 4000 to buy eggs for 6 months"),
    ("en", "I trade in maize and beans. I want 5000 for stock for 6 months"),
    ("en", "I am a fish seller. Need 3000 for fish, 6 months"),
    ("zh", "我卖玉米五年了，想借5000收购玉米"),
    ("zh", "我在集市上卖豆腐，想借3000买黄豆，6个月还"),
    ("zh", "我在村里开了个小店，想借6000进货，12个月还"),
    ("zh", "我在市场摆摊卖西红柿，需要2000块进货"),
    ("zh", "我贩卖鸡蛋，想借4000收鸡蛋，6个月还"),
    ("zh", "我在镇上卖鱼，想借5000进货，6个月还"),
    ("sw", "Nauza mahindi sokoni kwa miaka 5. Nahitaji 5000 kununua mazao"),
    ("sw", "nauza maharage sokoni, nataka 3000 kununua maharage, nitalipa miezi 6"),
    ("sw", "Nina duka dogo kijijini. Nataka 6000 kuongeza bidhaa, mchele na mafuta, miezi 12"),
    ("sw", "Nina biashara ya samaki kwa miaka 3. Nahitaji 5000 kununua samaki, miezi 6"),
    ("sw", "Nanunua mayai kwa wakulima na kuyauza mjini. Nahitaji 4000 kununua mayai, miezi 6"),
]  # fmt: skip
MAKERS = [
    ("en", "I grow maize and sell it at the market. I need 3000 for seed, 8 months", CROP),
    ("en", "I am a farmer, I sell maize at the market. Need 3000 for fertilizer", CROP),
    ("en", "I keep goats and sell milk. I need 4000 to buy 5 goats in 10 months", ANIMALS),
    ("en", "I want to buy 12 goats for 8000 and sell them next year, 12 months", ANIMALS),
    ("en", "I will sell two goats to pay back. 8000 for 12 goats, 12 months", ANIMALS),
    ("zh", "我种西红柿在市场上卖，想借3000买种子，8个月还", CROP),
    ("zh", "我养鸡卖鸡蛋，想借4000买饲料，6个月还", ANIMALS),
    ("zh", "我想借8000买羊，卖了羊就还，12个月", ANIMALS),
    ("sw", "Ninalima mahindi na kuuza sokoni. Nahitaji 3000 za mbegu, miezi 8", CROP),
    ("sw", "Mimi ni mkulima, nauza mahindi sokoni. Nahitaji 3000 za mbolea, miezi 8", CROP),
    ("sw", "Nafuga mbuzi na kuuza maziwa. Nahitaji 4000 kununua mbuzi 5 kwa miezi 10", ANIMALS),
]  # fmt: skip
UNSURE = [
    ("en", "I sell goats at the market. need 6000 for 8 goats, 6 months", {TRADE, ANIMALS}),
    ("en", "I have a seed shop, need 3000 for seeds, 6 months", {TRADE, CROP}),
]


def test_a_maker_who_sells_in_town_is_asked_his_trade() -> None:
    told = interview("en").proposals.hear("I weave baskets and sell in town. Need 2000 for reeds, 6 months")
    assert "trade" not in {one.item.name for one in told.items}


@pytest.mark.parametrize(("language", "text"), DEALERS)
def test_who_sells_what_he_buys_is_in_trade(language: str, text: str) -> None:
    told = interview(language).proposals.hear(text)
    found = {one.item.name: one.item.value for one in told.items}
    assert found.get("trade") == TRADE
    assert not {"crop", "animals", "animals_buy"} & found.keys()


@pytest.mark.parametrize(("language", "text", "trade"), MAKERS)
def test_who_sells_his_own_is_what_he_does(language: str, text: str, trade: str) -> None:
    told = interview(language).proposals.hear(text)
    assert {one.item.name: one.item.value for one in told.items}.get("trade") == trade


@pytest.mark.parametrize(("language", "text", "either"), UNSURE)
def test_it_is_asked_where_it_may_be_both(language: str, text: str, either: set[str]) -> None:
    told = interview(language).proposals.hear(text)
    [doubt] = [one for one in told.unclear if one.path.endswith("/trade")]
    assert {str(one.value) for one in doubt.candidates} == either
