"""Stories as farmers tell them: what each says, and what it does not say."""

# ruff: noqa: E501 - words of farmers are read whole

from __future__ import annotations

import pytest

from tests.intake.interview.world import interview

Told = dict[str, str | None]  # None: nothing may be proposed for it
STORIES: list[tuple[str, str, Told]] = [
    ("en", "im wang wu live in willow bend want 8000 to by 12 goat i hav 3000 my self pay bak in 10 month",
     {"amount": "8000", "own_funds": "3000", "animals": "goats", "animals_buy": "12", "term_months": "10", "village": "willow-bend"}),
    ("en", "pls i need 5k 4 maize seed n fertilizer, got 2k, will pay after harvest",
     {"amount": "5000", "own_funds": "2000", "trade": "crop", "crop": "maize", "purpose": "maize seed and fertilizer"}),
    ("en", "my name is Goat Hill", {"full_name": None}),
    ("en", "I want to buy 2 cows at 6000 each, I have 4000, need 8000", {"amount": "8000", "own_funds": "4000", "animals_buy": "2"}),
    ("en", "goats cost 600 each, i want 10, i have 2000", {"amount": None, "own_funds": "2000"}),
    ("en", "one cow is 6000, i have 4000", {"amount": None, "own_funds": "4000"}),
    ("en", "i want 8000 to buy goats my phone is 13800138000 my name is amina",
     {"purpose": "buy goats", "full_name": "amina", "phone": "+8613800138000"}),
    ("en", "I borrowed 5000 last year and paid it back. Now I want 8000 for 10 pigs, have 4000",
     {"amount": "8000", "own_funds": "4000", "animals": "pigs", "animals_buy": "10"}),
    ("en", "want loan 8000 for pigs not goats", {"animals": "pigs", "purpose": "pigs"}),
    ("en", "i want borow 10000 for buy 3 cow, my money 5000", {"amount": "10000", "own_funds": "5000", "animals_buy": "3"}),
    ("en", "I want to borrow 4000 for 50 chickens", {"amount": "4000", "animals": "poultry", "animals_buy": "50"}),
    ("en", "I want to take 10k, no 12k, to buy two cows. 6k is mine.", {"amount": "12000", "own_funds": "6000", "animals_buy": "2"}),
    ("en", "I am 35 years old and have been farming for 15 years, need 7000 for maize seed on 6 acres, have 3000",
     {"purpose": "maize seed on 6 acres", "experience_years": "15", "amount": "7000", "own_funds": "3000"}),
    ("en", "need a loan for 12 months, 8000, for 10 goats", {"purpose": "10 goats", "term_months": "12", "amount": "8000"}),
    ("zh", "想借一万，不，一万二，买两头牛，自己有六千", {"amount": "12000", "own_funds": "6000"}),
    ("zh", "去年买了10只羊，现在有14只，想借8000再买6只，自己有3500",
     {"animals_buy": "6", "animals_have": "14", "purpose": "买6只", "amount": "8000", "own_funds": "3500"}),
    ("sw", "nataka elfu kumi, hapana elfu kumi na mbili, kununua ng'ombe wawili, yangu ni elfu sita",
     {"amount": "12000", "own_funds": "6000", "animals_buy": "2"}),
    ("sw", "mwaka jana nilinunua mbuzi 10, sasa nina mbuzi 14 na nataka 8000 kununua 6 zaidi, nina 3500",
     {"animals_have": "14", "amount": "8000", "own_funds": "3500", "animals": "goats"}),
    ("en", "We need a loan of 12,000 for a rice mill. Our own money is 8,000.",
     {"trade": "processing", "crop": None, "amount": "12000", "own_funds": "8000"}),
    ("zh", "不是养羊，是养猪，借8000", {"purpose": "养猪", "amount": "8000"}),
    ("zh", "去年借了5000都还了，今年想借8000买小猪，自己4000", {"amount": "8000", "own_funds": "4000", "animals": "pigs"}),
    ("zh", "想买两头牛，一头六千，自己有五千，想借八千", {"amount": "8000", "own_funds": "5000", "animals_buy": "2"}),
    ("zh", "家里5口人，有3只羊，想再买10只，差5千块", {"amount": "5000", "animals_buy": "10", "animals": "goats"}),
    ("zh", "我种了20年水稻，8亩地，今年买化肥缺3000", {"purpose": "买化肥", "amount": "3000", "land_area": "8"}),
    ("zh", "我想贷2万块开个小卖部，自己出1万5", {"trade": "trade", "purpose": "开个小卖部", "own_funds": "15000"}),
    ("sw", "nina watoto watano na mbuzi 3, nataka 5000 kununua mbuzi wengine 5",
     {"animals": "goats", "animals_have": "3", "animals_buy": "5", "amount": "5000"}),
    ("sw", "niko na 3000, nataka loan ya 8000 ku buy goats 12, nitalipa after harvest",
     {"own_funds": "3000", "amount": "8000", "animals": "goats", "animals_buy": "12"}),
    ("sw", "ng'ombe mmoja ni 6000, nataka wawili, nina 4000", {"amount": None, "own_funds": "4000"}),
    ("sw", "natafuta mkopo 8k ya kuku 200 nina 4k nitalipa 10 months",
     {"amount": "8000", "own_funds": "4000", "animals_have": None, "term_months": "10"}),
    ("sw", "mi naitwa Asha Ali nko Daraja la Mawe nataka 10000 ya duka nko na 8000",
     {"full_name": "Asha Ali", "village": "stone-bridge", "amount": "10000", "own_funds": "8000"}),
    ("sw", "tunataka kufungua duka, tunahitaji 15000 ya bidhaa", {"trade": "trade", "amount": "15000"}),
    ("hi", "मेरा नाम राम है, मुझे 12 बकरियाँ खरीदने के लिए 8000 रुपये चाहिए, मेरे पास 3000 हैं, 10 महीने में चुकाऊंगा",
     {"full_name": "राम", "amount": "8000", "own_funds": "3000", "animals_buy": "12", "term_months": "10"}),
    ("hi", "मुझे दो गाय खरीदनी है, 10000 चाहिए, मेरे पास 5000 है", {"animals": "cattle", "animals_buy": "2", "amount": "10000"}),
    ("es", "necesito 10000 para dos vacas, pongo 5000, un año",
     {"purpose": "dos vacas", "own_funds": "5000", "amount": "10000", "term_months": "12"}),
    ("es", "tengo 5 hijos y 3 cabras, quiero 4000 para comprar 5 cabras más", {"animals_have": "3", "animals_buy": "5"}),
    ("fr", "il me faut 10000 pour deux vaches, j'ai 5000 à moi, un an", {"amount": "10000", "own_funds": "5000", "purpose": "deux vaches"}),
    ("fr", "je dois 2000 à la banque, je veux 6000 pour une citerne, j'ai 3000",
     {"debts_total": "2000", "amount": "6000", "own_funds": "3000", "works": "water_tank"}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "story", "told"), STORIES)
def test_the_story_is_read(language: str, story: str, told: Told) -> None:
    understood = interview(language).proposals.hear(story)
    found = {one.item.name: one.item.value for one in understood.items}
    assert {name: found.get(name) for name in told} == told


@pytest.mark.parametrize(
    ("language", "told", "purpose"),
    [
        ("en", "buy 100 goats need 3000", "buy 100 goats"),
        ("en", "buy 100 need 3000", "buy 100"),
        ("sw", "kununua mbuzi 10 nahitaji 6000", "kununua mbuzi 10"),
        ("es", "comprar 10 cabras necesito 6000", "comprar 10 cabras"),
        ("zh", "买10只羊要6000", "买10只羊"),
    ],
)
def test_the_sum_that_is_wanted_is_no_part_of_the_purpose(language: str, told: str, purpose: str) -> None:
    found = {one.item.name: one.item.value for one in interview(language).proposals.hear(told).items}
    assert found["purpose"] == purpose
