"""The farmer's own story: understood, said back, corrected, and never asked twice."""

from __future__ import annotations

import pytest

from bot.conversation.marks import token
from tests.bot.conversation.chat import Chat, Opener, text_of
from tests.bot.conversation.farmer import asked, begin, fill, interview, tap

STORIES = {
    "en": "I want 8000 to buy 12 goats, I have 4000 myself",
    "zh": "我想借8000元买12只羊，自己有4000",
    "sw": "Nataka kukopa 8000 kununua mbuzi 12, nina 4000 zangu",
}


@pytest.mark.parametrize("language", STORIES)
def test_a_story_answers_what_it_tells(chat: Opener, language: str) -> None:
    farmer = chat(language)
    begin(farmer, one_by_one=False)
    said = text_of(farmer.send(STORIES[language]))
    assert "¥8,000" in said and "¥4,000" in said
    assert interview(farmer).values().get("amount") is None  # nothing counts before he agrees
    tap(farmer, "a.ok", farmer.button("✅").args[0])
    values = interview(farmer).values()
    assert values["amount"] == "8000" and values["own_funds"] == "4000" and values["animals"] == "goats"
    fill(farmer)
    assert farmer.button("✅").action == "a.send"


def test_a_phone_number_beside_a_month_s_name_is_no_year(chat: Opener) -> None:
    farmer = chat()
    begin(farmer, one_by_one=False)
    said = text_of(farmer.send("My number is 13812345678 may I borrow 8000 for goats"))
    assert "This is what I understood" in said and "goats" in said


def test_an_item_that_was_not_meant_is_asked(chat: Opener) -> None:
    farmer = chat()
    begin(farmer, one_by_one=False)
    said = farmer.send(STORIES["en"])
    farmer.press("¥8,000", among=said)
    assert asked(farmer).name == "amount"  # type: ignore[union-attr]
    farmer.send("7000")
    assert interview(farmer).values()["amount"] == "7000"
    assert interview(farmer).values()["own_funds"] == "4000"


def test_yes_in_words_agrees(chat: Opener) -> None:
    farmer = chat()
    begin(farmer, one_by_one=False)
    farmer.send(STORIES["en"])
    farmer.send("yes")
    assert interview(farmer).values()["amount"] == "8000"


ONE_THING = {
    "en": "I want to borrow 8000 yuan please",
    "zh": "我想借8000元",
    "sw": "Nataka kukopa 8000 tafadhali",
}


@pytest.mark.parametrize("stories", [ONE_THING, STORIES])
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "no change"),
        ("en", "no changes"),
        ("en", "keep it"),
        ("en", "don't change anything"),
        ("en", "Leave it as it is"),
        ("en", "that's ok"),
        ("zh", "不用改"),
        ("zh", "不变"),
        ("zh", "就这样"),
        ("sw", "usibadilishe"),
        ("sw", "acha kama ilivyo"),
        ("sw", "iache kama ilivyo"),
    ],
)
def test_to_change_nothing_of_a_first_story_agrees(
    chat: Opener, stories: dict[str, str], language: str, words: str
) -> None:
    farmer = chat(language)
    begin(farmer, one_by_one=False)
    farmer.send(stories[language])
    farmer.send(words)
    assert interview(farmer).values()["amount"] == "8000"


@pytest.mark.parametrize("stories", [ONE_THING, STORIES])
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "never mind"),
        ("en", "forget it"),
        ("en", "keep the old one"),
        ("en", "don't write it"),
        ("zh", "算了"),
        ("zh", "照旧"),
        ("sw", "acha"),
    ],
)
def test_what_may_leave_a_first_story_undone_is_asked(
    chat: Opener, stories: dict[str, str], language: str, words: str
) -> None:
    farmer = chat(language)
    begin(farmer, one_by_one=False)
    farmer.send(stories[language])
    farmer.send(words)
    assert interview(farmer).values().get("amount") is None
    assert "8000" in interview(farmer).proposals.values.values()


@pytest.mark.parametrize("words", ["yes but 9000", "no, 9000 not 8000", "9000"])
def test_a_correction_takes_the_place_of_what_was_understood(chat: Opener, words: str) -> None:
    farmer = chat()
    begin(farmer, one_by_one=False)
    farmer.send(STORIES["en"])
    said = text_of(farmer.send(words))
    assert "¥9,000" in said and "¥8,000" not in said and "¥4,000" in said
    assert interview(farmer).values().get("amount") is None  # still to be agreed to
    farmer.send("yes")
    values = interview(farmer).values()
    assert (values["amount"], values["own_funds"], values["animals"]) == ("9000", "4000", "goats")


@pytest.mark.parametrize("words", ["no", "that is wrong", "hm hm hm", "not now", "show my answers"])
def test_nothing_is_agreed_to_but_by_a_yes(chat: Opener, words: str) -> None:
    farmer = chat()
    begin(farmer, one_by_one=False)
    farmer.send(STORIES["en"])
    said = text_of(farmer.send(words))
    assert "¥8,000" in said
    assert interview(farmer).values().get("amount") is None
    farmer.send("yes")
    assert interview(farmer).values()["amount"] == "8000"


@pytest.mark.parametrize("words", ["change the amount to 9000", "the amount is wrong", "the amount"])
def test_one_item_is_changed_by_name_and_the_rest_is_kept(chat: Opener, words: str) -> None:
    farmer = chat()
    begin(farmer, one_by_one=False)
    farmer.send(STORIES["en"])
    farmer.send("no")
    farmer.send(words)
    farmer.send("yes" if "9000" in words else "9000")
    values = interview(farmer).values()
    assert (values["amount"], values["own_funds"], values["animals"]) == ("9000", "4000", "goats")


@pytest.mark.parametrize(
    ("first", "then", "kept"),
    [
        (
            "I want 15000 for a truck",
            "sorry, goats",
            {"trade": "livestock", "animals": "goats", "amount": "15000"},
        ),
        ("I want 15000 to buy 12 goats", "no, not goats, a truck", {"trade": "transport", "amount": "15000"}),
    ],
)
def test_another_trade_takes_the_place_of_the_first(
    chat: Opener, first: str, then: str, kept: dict[str, str]
) -> None:
    farmer = chat()
    begin(farmer, one_by_one=False)
    farmer.send(first)
    farmer.send(then)
    farmer.send("yes")
    values = interview(farmer).values()
    assert {name: values.get(name) for name in kept} == kept
    assert "truck" not in str(values.get("purpose", "")) or kept["trade"] == "transport"
    assert "goats" not in str(values.get("purpose", "")) or kept["trade"] == "livestock"


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh", "不是8000而是9000"), ("en", "not 8 thousand, 9 thousand"), ("en", "9000 instead of 8000")],
)
def test_what_is_denied_goes_and_what_is_said_stays(chat: Opener, language: str, words: str) -> None:
    farmer = chat(language)
    begin(farmer, one_by_one=False)
    farmer.send(STORIES[language])
    said = text_of(farmer.send(words))
    assert "¥9,000" in said and "¥8,000" not in said and "¥4,000" in said


def test_more_of_the_story_is_said_back_with_the_rest(chat: Opener) -> None:
    farmer = chat()
    begin(farmer, one_by_one=False)
    farmer.send("I want 8000 to buy 12 goats")
    said = text_of(farmer.send("sheep. I have 4000 saved. 10 months"))
    assert "¥8,000" in said and "¥4,000" in said and "sheep" in said
    farmer.send("whats a guarantor for")
    farmer.send("ok")
    values = interview(farmer).values()
    assert (values["own_funds"], values["term_months"], values["animals"]) == ("4000", "10", "sheep")


def test_an_old_agreement_agrees_to_nothing_new(chat: Opener) -> None:
    farmer = chat()
    begin(farmer, one_by_one=False)
    farmer.send(STORIES["en"])
    first = farmer.button("✅")
    farmer.tap(first)
    assert not farmer.tap(first)  # twice at once is one
    farmer.send("3")
    assert "earlier question" in text_of(farmer.tap(first))


def test_limits_speak_when_a_story_breaks_them(chat: Opener) -> None:
    farmer = chat()
    begin(farmer, one_by_one=False)
    farmer.send("I want 80000 to buy 12 goats, I have 4000 myself")
    said = text_of(tap(farmer, "a.ok", farmer.button("✅").args[0]))
    assert "goes up to ¥50,000" in said
    assert interview(farmer).values().get("amount") is None


def test_a_story_that_tells_nothing_leads_to_the_questions(chat: Opener) -> None:
    farmer = chat()
    begin(farmer, one_by_one=False)
    assert "one by one" in text_of(farmer.send("hm hm"))
    assert asked(farmer).name == "trade"  # type: ignore[union-attr]


def test_a_question_in_place_of_a_story(chat: Opener) -> None:
    farmer = chat()
    begin(farmer, one_by_one=False)
    said = text_of(farmer.send("When do I need a guarantor?"))
    assert "20,000" in said and "in your own words" in said


def test_what_a_loan_would_cost(chat: Opener) -> None:
    farmer = chat()
    said = farmer.send("How much would a loan of 5000 for 10 months cost me in all?")
    if farmer.state.get("expects", {}).get("need") == "product":
        said = farmer.press("Livestock")
    assert "¥5,000 for 10 months" in text_of(said)
    assert said[-1].attachment is not None
    farmer.press("Another amount")
    assert "¥6,000 for 10 months" in text_of(farmer.send("6k"))
    farmer.press("Another amount")
    assert "goes up to ¥50,000" in text_of(farmer.send("60000"))
    assert "¥7,000" in text_of(farmer.send("7000"))
    farmer.press("Another time")
    assert "24 months at most" in text_of(farmer.send("4 years"))
    assert "12 months" in text_of(farmer.press("12 months"))


def test_the_calculator_leaves_other_words_to_the_questions(chat: Opener) -> None:
    farmer = chat()
    farmer.send("/calculator")
    farmer.press("Livestock")
    assert "20,000" in text_of(farmer.send("When do I need a guarantor?"))
    assert "8000" in text_of(farmer.send("much"))
    farmer.press("Never mind")
    assert "expects" not in farmer.state


def test_a_sum_that_is_likely_a_slip_is_pointed_at(chat: Opener) -> None:
    farmer = chat()
    begin(farmer, one_by_one=False)
    said = text_of(farmer.send("I want 8000 to buy 12 goats, my own money is 100,000,000"))
    assert "¥100,000,000" in said and "a lot of money" in said
    assert "a lot of money" not in text_of(farmer.send("no, my own money is 10,000"))


def test_a_sum_that_is_likely_a_slip_is_pointed_at_where_it_is_asked(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="own_funds")
    assert "a lot of money" in text_of(farmer.send("100,000,000"))
    assert interview(farmer).values()["own_funds"] == "100000000"


PLAIN = "I want 8000 to buy 12 goats, I have 2000 myself, pay back in 10 months"


def told(farmer: Chat) -> dict[str, str]:
    values = interview(farmer).proposals.values
    return {path.rpartition("/")[2]: value for path, value in values.items()}


def test_make_it_9000_changes_the_sum_and_loses_nothing(chat: Opener) -> None:
    farmer = chat()
    begin(farmer, one_by_one=False)
    farmer.send(PLAIN)
    before = told(farmer)
    said = text_of(farmer.send("make it 9000"))
    assert "¥9,000" in said and "¥2,000" in said and told(farmer) == before | {"amount": "9000"}


@pytest.mark.parametrize("how", ["press", "name"])
def test_a_figure_that_may_be_for_two_items_is_asked_about(chat: Opener, how: str) -> None:
    farmer = chat()
    begin(farmer, one_by_one=False)
    farmer.send(PLAIN)
    before = told(farmer)
    said = farmer.send("my brother gives 3000")
    assert "Which of these is to be" in text_of(said) and told(farmer) == before
    if how == "press":
        farmer.press("¥2,000", among=said)
    else:
        farmer.send("own money")
    assert told(farmer) == before | {"own_funds": "3000"}
    farmer.press("¥2,000", among=said)  # a second time: it is old
    assert told(farmer) == before | {"own_funds": "3000"}


def test_or_it_stays_as_it_was(chat: Opener) -> None:
    farmer = chat()
    begin(farmer, one_by_one=False)
    farmer.send(PLAIN)
    before = told(farmer)
    farmer.send("2500")
    said = text_of(farmer.press("Go on as it was"))
    assert "This is what I understood" in said and told(farmer) == before


@pytest.mark.parametrize("words", ["change it", "the other thing is wrong", "wrong", "it is wrong"])
def test_something_is_wrong_loses_nothing(chat: Opener, words: str) -> None:
    farmer = chat()
    begin(farmer, one_by_one=False)
    farmer.send(PLAIN)
    before = told(farmer)
    said = text_of(farmer.send(words))
    assert told(farmer) == before and "This is what I understood" in said


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "do not know what this is for"), ("zh", "我不知道这是指什么"), ("sw", "Sijui hii ni ya nini")],
)
def test_a_sum_that_has_no_place_is_said(chat: Opener, language: str, said: str) -> None:
    words = {
        "en": "I want 8000 for goats, I have 2000 and 1500 from my brother",
        "zh": "我想借8000养羊，自己有2000和弟弟的1500",
        "sw": "Nataka 8000 kununua mbuzi, nina 2000 na 1500 kutoka kwa kaka",
    }
    farmer = chat(language)
    begin(farmer, one_by_one=False)
    told = text_of(farmer.send(words[language]))
    assert said in told and "1500" in told and "¥8,000" in told


def test_the_whole_of_two_sums_is_offered_with_how_it_was_reckoned(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="own_funds")
    said = farmer.send("2000 and 2500 from my brother")
    farmer.press("¥2,000 + ¥2,500 = ¥4,500", among=said)
    assert interview(farmer).values()["own_funds"] == "4500"


def test_the_loan_told_where_own_money_is_asked_is_asked_about(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="own_funds")
    said = farmer.send("I want 9000")
    assert "How much money do you want to borrow? ¥9,000" in text_of(said).replace("\u2068", "").replace(
        "\u2069", ""
    )
    farmer.press("None of this", among=said)
    assert interview(farmer).values()["amount"] == "8000" and asked(farmer).name == "own_funds"  # type: ignore[union-attr]
    farmer.press("Yes, change it", among=farmer.send("I want 9000"))
    assert interview(farmer).values()["amount"] == "9000"


@pytest.mark.parametrize("words", ["hw mch intrst for gots loan pls", "hw much interest for goats loan pls"])
def test_a_badly_typed_question_leaves_the_story_as_it_is(chat: Opener, words: str) -> None:
    farmer = chat()
    begin(farmer, one_by_one=False)
    farmer.send("I want 4000 for maize on 3 acres, i have 2000")
    said = text_of(farmer.send(words))
    assert "Now back to your application" in said and "maize on 3 acres" in said
    farmer.send("yes")
    assert interview(farmer).values()["trade"] == "crop"


@pytest.mark.parametrize(("language", "words"), [("en", "wat"), ("zh", "什么？"), ("sw", "nini")])
def test_who_does_not_understand_the_question_is_helped(chat: Opener, language: str, words: str) -> None:
    farmer = chat(language)
    begin(farmer)
    tap(farmer, "a.c", token("livestock"))
    farmer.send(words)
    assert interview(farmer).values().get("purpose") is None and asked(farmer).name == "purpose"  # type: ignore[union-attr]


def test_a_swahili_story_with_two_sums_in_words_is_no_question(chat: Opener) -> None:
    farmer = chat("sw")
    farmer.send(
        "nataka mkopo wa kununua ngombe wawili elfu ishirini na tano, yangu elfu kumi na mbili, nakaa kivuko, miezi 12"
    )
    assert "apply" in [button.action for button in farmer.buttons()]
