"""What is said of another answer than the one asked for: proposed back with one yes, and with a way out."""

from __future__ import annotations

import pytest

from tests.bot.conversation.chat import Chat, Opener, text_of
from tests.bot.conversation.farmer import asked, begin, fill, interview, tap


def value(farmer: Chat, name: str) -> str:
    return interview(farmer).values().get(name, "")


def at_the_end(chat: Opener, language: str = "en") -> Chat:
    farmer = chat(language)
    begin(farmer)
    fill(farmer)
    return farmer


@pytest.mark.parametrize(
    ("language", "written", "name", "now"),
    [
        ("en", "no 9000 not 8000", "amount", "9000"),
        ("en", "the loan should be 9000", "amount", "9000"),
        ("en", "my name is Debt Manu", "full_name", "Debt Manu"),
        ("en", "my own money is 4500", "own_funds", "4500"),
        ("zh", "不是8000是9000", "amount", "9000"),
        ("zh", "我叫王五", "full_name", "王五"),
        ("sw", "si elfu nane ni elfu tisa", "amount", "9000"),
        ("sw", "hapana, elfu tisa si elfu nane", "amount", "9000"),
    ],
)
def test_a_correction_at_the_summary_is_changed_with_one_yes(
    chat: Opener, language: str, written: str, name: str, now: str
) -> None:
    farmer = at_the_end(chat, language)
    before = value(farmer, name)
    farmer.send(written)
    assert value(farmer, name) == before
    tap(farmer, "a.ok")
    assert value(farmer, name) == now
    assert any(button.action == "a.send" for button in farmer.buttons(farmer.said[-1:]))


@pytest.mark.parametrize("no", ["no", "wrong", "a.none"])
def test_none_of_it_changes_nothing(chat: Opener, no: str) -> None:
    farmer = at_the_end(chat)
    assert "Shall I change it" in text_of(farmer.send("no 9000 not 8000"))
    said = tap(farmer, no) if no.startswith("a.") else farmer.send(no)
    assert "I change nothing" in text_of(said)
    assert value(farmer, "amount") == "8000"


@pytest.mark.parametrize(
    ("language", "written"), [("en", "wrong"), ("en", "no"), ("zh", "不对"), ("sw", "hapana")]
)
def test_something_is_wrong_asks_which(chat: Opener, language: str, written: str) -> None:
    farmer = at_the_end(chat, language)
    said = farmer.send(written)
    assert sum(button.action == "a.fix" for button in farmer.buttons(said)) > 10
    assert value(farmer, "amount") == "8000"


def test_a_yes_at_the_summary_changes_nothing(chat: Opener) -> None:
    farmer = at_the_end(chat)
    assert "then send it" in text_of(farmer.send("yes send it"))


@pytest.mark.parametrize(
    ("language", "written", "own"),
    [("en", "ok I can put 4300", "4300"), ("zh", "那我出4500", "4500"), ("sw", "naweza kuweka 4300", "4300")],
)
def test_money_put_in_counts_no_goats(chat: Opener, language: str, written: str, own: str) -> None:
    farmer = at_the_end(chat, language)
    path = interview(farmer).session.form.find("animals_have").path
    farmer.send({"en": "change the herd", "zh": "改现有数量", "sw": "badilisha wanyama nilionao"}[language])
    assert asked(farmer).path == path  # type: ignore[union-attr]
    farmer.send(written)
    assert value(farmer, "animals_have") == "3"
    tap(farmer, "a.ok")
    assert (value(farmer, "own_funds"), value(farmer, "animals_have")) == (own, "3")


STORY = {"en": "I want 9000 to buy 12 goats, I have 3000 myself", "zh": "想借9000买12只山羊，自己有3000"}


def warned(chat: Opener, language: str = "en") -> Chat:
    """The own money he told of is too little."""
    farmer = chat(language)
    begin(farmer, one_by_one=False)
    farmer.send(STORY[language])
    said = tap(farmer, "a.ok")
    assert asked(farmer).name == "own_funds"  # type: ignore[union-attr]
    assert "¥3,858" in text_of(said)
    return farmer


def test_too_little_own_money_offers_to_borrow_less(chat: Opener) -> None:
    farmer = warned(chat)
    assert [b.text for b in farmer.buttons() if b.action == "a.funds"] == [
        "Borrow only ¥7,000",
        "Put in ¥3,858",
    ]
    tap(farmer, "a.funds", "7000", "3000")
    assert (value(farmer, "amount"), value(farmer, "own_funds")) == ("7000", "3000")
    assert asked(farmer).name == "animals_have"  # type: ignore[union-attr]


def test_too_little_own_money_offers_to_put_in_more(chat: Opener) -> None:
    farmer = warned(chat)
    tap(farmer, "a.funds", "", "3858")
    assert (value(farmer, "amount"), value(farmer, "own_funds")) == ("9000", "3858")


@pytest.mark.parametrize(
    ("language", "written", "amount", "own"),
    [
        ("en", "ok I can put 4300", "9000", "4300"),
        ("en", "borrow 7000", "7000", "3000"),
        ("en", "only 7000 then", "7000", "3000"),
        ("zh", "那我出4000", "9000", "4000"),
        ("zh", "只借7000", "7000", "3000"),
        ("zh", "那就借7000", "7000", "3000"),
    ],
)
def test_after_the_warning_he_answers_in_words(
    chat: Opener, language: str, written: str, amount: str, own: str
) -> None:
    farmer = warned(chat, language)
    farmer.send(written)
    if farmer.state["application"]["step"] == "confirm":
        tap(farmer, "a.ok")
    assert (value(farmer, "amount"), value(farmer, "own_funds")) == (amount, own)


def test_a_larger_loan_asks_for_the_own_money_with_the_reason(chat: Opener) -> None:
    farmer = at_the_end(chat)
    said = text_of(farmer.send("change the amount to 12000"))
    assert "¥5,143" in said and asked(farmer).name == "own_funds"  # type: ignore[union-attr]
    tap(farmer, "a.funds", "", "5143")
    assert value(farmer, "own_funds") == "5143"


def test_change_the_goats_asks_which(chat: Opener) -> None:
    farmer = at_the_end(chat)
    said = farmer.send("change the goats")
    fixes = [button for button in farmer.buttons(said) if button.action == "a.fix"]
    assert 2 <= len(fixes) <= 6
    farmer.send("change how many goats i have")
    assert asked(farmer).name == "animals_have"  # type: ignore[union-attr]


@pytest.mark.parametrize(("language", "done"), [("en", "done"), ("zh", "好了"), ("sw", "nimemaliza")])
def test_done_in_words_and_ticks_are_kept(chat: Opener, language: str, done: str) -> None:
    from bot.conversation.marks import token

    farmer = chat(language)
    begin(farmer)
    fill(farmer, until="income_months")
    tap(farmer, "a.c", token("m02"))
    farmer.send("qwxz")
    tap(farmer, "a.c", token("m03"))
    farmer.send(done)
    assert value(farmer, "income_months") == "m02 m03"


@pytest.mark.parametrize(("language", "time"), [("en", "five years"), ("zh", "五年"), ("sw", "miaka mitano")])
def test_a_time_is_no_count(chat: Opener, language: str, time: str) -> None:
    farmer = chat(language)
    begin(farmer)
    fill(farmer, until="animals_have")
    farmer.send(time)
    assert asked(farmer).name == "animals_have"  # type: ignore[union-attr]
    assert value(farmer, "animals_have") == ""
    farmer.send("20")
    assert value(farmer, "animals_have") == "20"


@pytest.mark.parametrize(
    ("language", "purpose"), [("en", "12 goats"), ("zh", "12只山羊"), ("sw", "mbuzi 12")]
)
def test_a_purpose_answers_what_it_tells(chat: Opener, language: str, purpose: str) -> None:
    farmer = chat(language)
    begin(farmer)
    fill(farmer, until="purpose")
    said = text_of(farmer.send(purpose))
    assert (value(farmer, "animals"), value(farmer, "animals_buy")) == ("goats", "12")
    assert "12" in said and asked(farmer).name == "animals_have"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("zh", "不欠"),
        ("zh", "没有欠"),
        ("zh", "不欠别人钱"),
        ("en", "i dont owe anyone"),
        ("en", "nothing"),
        ("sw", "sina deni"),
    ],
)
def test_who_owes_nothing(chat: Opener, language: str, written: str) -> None:
    farmer = chat(language)
    begin(farmer)
    fill(farmer, until="has_debts")
    farmer.send(written)
    assert value(farmer, "has_debts") == "no"


def test_nobody_stands_for_himself(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    large = {"amount": "20000", "own_funds": "10000", "guarantor_name": "Wu  Wang", "term_months": "12"}
    fill(farmer, large, until="guarantor_name")
    for himself in ("me", "myself"):
        assert "your own loan" in text_of(farmer.send(himself))
    fill(farmer, large, until="full_name")
    assert "your own loan" in text_of(farmer.send("Mr Wang Wuu"))
    assert asked(farmer).name == "guarantor_name"  # type: ignore[union-attr]
    assert "your own loan" in text_of(farmer.send("wang  wuu"))
    farmer.send("Wang Wu the elder")
    fill(farmer, large, until="phone")
    said = text_of(farmer.send("13900139000"))
    assert "not your own" in said and asked(farmer).name == "guarantor_phone"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("language", "written", "question", "answer", "name", "now"),
    [
        ("en", "yes, i need more, 10000", "has_debts", "yes", "amount", "10000"),
        ("zh", "有，我要多一点，10000", "has_debts", "yes", "amount", "10000"),
        ("sw", "hapana, nina mbuzi 40", "has_debts", "no", "animals_have", "40"),
    ],
)
def test_what_is_told_beside_a_yes_or_a_no_is_changed_with_one_yes(
    chat: Opener, language: str, written: str, question: str, answer: str, name: str, now: str
) -> None:
    farmer = chat(language)
    begin(farmer)
    fill(farmer, until=question)
    before = value(farmer, name)
    said = farmer.send(written)
    assert value(farmer, question) == answer and value(farmer, name) == before
    assert any(button.action == "a.ok" for button in farmer.buttons(said))
    tap(farmer, "a.ok")
    assert value(farmer, name) == now and value(farmer, question) == answer


def test_a_sum_beside_a_yes_that_is_for_nothing_is_said_back(chat: Opener) -> None:
    farmer = chat("en")
    begin(farmer)
    fill(farmer, until="has_debts")
    said = text_of(farmer.send("yes, 5000 to my brother and 2000 to the shop"))
    assert "5000, 2000" in said and "owe in all" in said


@pytest.mark.parametrize(
    ("language", "change", "answer"),
    [
        ("en", "9000 not 8000", "1 july"),
        ("zh", "不是8000是9000", "7月1日"),
        ("sw", "9000 si 8000", "1 Julai"),
    ],
)
def test_the_answer_that_was_asked_for_is_not_lost_while_a_change_is_proposed(
    chat: Opener, language: str, change: str, answer: str
) -> None:
    farmer = at_the_end(chat, language)
    talk = interview(farmer)
    farmer.send(
        {"en": "change the first payment", "zh": "改第一次还款", "sw": "badilisha malipo ya kwanza"}[language]
    )
    farmer.send(change)
    farmer.send(answer)
    tap(farmer, "a.ok")
    assert talk.values()["amount"] == "8000"
    assert (value(farmer, "amount"), value(farmer, "first_payment")[5:]) == ("9000", "07-01")


CHANGES = {"en": "no 9000 not 8000", "zh": "不是8000是9000", "sw": "si elfu nane ni elfu tisa"}


def changing(chat: Opener, language: str, at: str) -> Chat:
    farmer = chat(language)
    begin(farmer)
    fill(farmer, until=at)
    farmer.send(CHANGES[language])
    return farmer


@pytest.mark.parametrize("at", ["full_name", "remarks"])
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "dont change"),
        ("en", "keep it"),
        ("en", "keep it as it was"),
        ("en", "never mind"),
        ("zh", "算了"),
        ("zh", "不改"),
        ("zh", "还是别改了"),
        ("en", "Leave it as it is"),
        ("zh", "我不想改"),
        ("zh", "不用改"),
        ("sw", "usibadilishe"),
        ("sw", "iache kama ilivyo"),
    ],
)
def test_a_change_is_left_in_words(chat: Opener, language: str, at: str, words: str) -> None:
    farmer = changing(chat, language, at)
    before = interview(farmer).values()
    farmer.send(words)
    assert interview(farmer).values() == before and not interview(farmer).proposals.values
    assert asked(farmer).name == at  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("language", "words"), [("en", "thats ok"), ("en", "it's fine"), ("zh", "就这样"), ("sw", "ni sawa")]
)
def test_a_change_is_agreed_to_in_words(chat: Opener, language: str, words: str) -> None:
    farmer = changing(chat, language, "full_name")
    farmer.send(words)
    assert value(farmer, "amount") == "9000" and not value(farmer, "full_name")


@pytest.mark.parametrize(
    ("language", "words", "yes"),
    [
        ("en", "too much", "yes"),
        ("zh", "太多了", "是的"),
        ("zh", "等一下", "是的"),
        ("sw", "nyingi sana", "ndiyo"),
    ],
)
def test_a_remark_becomes_no_name(chat: Opener, language: str, words: str, yes: str) -> None:
    farmer = changing(chat, language, "full_name")
    farmer.send(words)
    assert not value(farmer, "full_name")
    farmer.send(yes)
    assert not value(farmer, "full_name")


def test_a_name_given_while_a_change_waits_goes_in_with_a_press(chat: Opener) -> None:
    farmer = changing(chat, "en", "full_name")
    farmer.send("Amina Juma")
    tap(farmer, "a.put")
    tap(farmer, "a.ok")
    assert (value(farmer, "amount"), value(farmer, "full_name")) == ("9000", "Amina Juma")
