"""The end of the interview in words; and what cannot be undone takes the button."""

from __future__ import annotations

import re

import pytest

from tests.bot.conversation.chat import Chat, Opener, text_of
from tests.bot.conversation.farmer import asked, begin, fill, interview, tap


def sent(chat: Opener, language: str = "en") -> Chat:
    farmer = finished(chat, language)
    tap(farmer, "a.send", *[one for one in farmer.buttons() if one.action == "a.send"][-1].args)
    assert _status(farmer) == "submitted"
    return farmer


def finished(chat: Opener, language: str = "en") -> Chat:
    farmer = chat(language)
    begin(farmer)
    fill(farmer)
    assert asked(farmer) is None
    return farmer


@pytest.mark.parametrize(
    ("language", "words", "name"),
    [
        ("en", "the amount", "amount"),
        ("en", "7", "amount"),
        ("en", "change 7", "amount"),
        ("zh", "改第7个", "amount"),
        ("sw", "badilisha namba 7", "amount"),
        ("en", "the village", "village"),
    ],
)
def test_an_answer_is_named_or_numbered(chat: Opener, language: str, words: str, name: str) -> None:
    farmer = finished(chat, language)
    said = text_of(farmer.send(words))
    prompt = asked(farmer)
    assert prompt is not None and prompt.name == name and prompt.text in said


@pytest.mark.parametrize(
    ("language", "words"), [("en", "send it"), ("en", "yes"), ("zh", "提交"), ("sw", "tuma ombi langu")]
)
def test_sending_takes_the_button_and_the_button_is_shown(chat: Opener, language: str, words: str) -> None:
    farmer = finished(chat, language)
    said = farmer.send(words)
    assert "a.send" in [button.action for button in farmer.buttons(said)]
    assert farmer.button("✅").text in text_of(said)
    with farmer.services.reading() as connection:
        assert not farmer.services.applications.by_farmer(connection, farmer.user_id)


@pytest.mark.parametrize(("language", "words"), [("en", "blah"), ("zh", "哈哈"), ("sw", "tralala")])
def test_words_that_are_not_understood_are_answered_with_what_can_be_done(
    chat: Opener, language: str, words: str
) -> None:
    farmer = finished(chat, language)
    assert "9000" in text_of(farmer.send(words))


def test_at_the_end_no_question_is_left_and_none_is_counted(chat: Opener) -> None:
    farmer = finished(chat)
    assert "0 questions" not in text_of(farmer.send("how many questions left"))
    farmer.send("the amount")
    assert "Question 7 of 24" in farmer.said[-1].text
    farmer.send("8000")
    farmer.send("stop")
    assert not re.search(r"question \d+ of", text_of(farmer.send("/apply")).lower())


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "what did I say before?"),
        ("en", "what have i told you so far"),
        ("en", "repeat my answers"),
        ("zh", "我之前说了什么？"),
        ("zh", "看看我的回答"),
        ("sw", "nilisema nini mwanzo?"),
        ("sw", "nionyeshe majibu yangu"),
    ],
)
def test_what_was_said_is_shown_in_words(chat: Opener, language: str, words: str) -> None:
    farmer = chat(language)
    begin(farmer)
    fill(farmer, until="own_funds")
    said = text_of(farmer.send(words))
    assert "8,000" in said and "12 goats and a pen" in said
    prompt = asked(farmer)
    assert prompt is not None and prompt.name == "own_funds" and prompt.text in said


def test_what_was_said_before_anything_was(chat: Opener) -> None:
    farmer = chat()
    begin(farmer, one_by_one=False)
    said = text_of(farmer.send("what did i say before?"))
    assert "not answered anything" in said and "Tell me what you need the money for" in said


def test_the_days_of_the_payments_are_written_as_people_write_them(chat: Opener) -> None:
    for language, day in (
        ("en", r"\w{3} \d+, 20\d\d"),
        ("zh", r"20\d\d年\d+月\d+日"),
        ("sw", r"\d+ \w{3} 20\d\d"),
    ):
        table = finished(chat, language).said[-1].text
        assert len(re.findall(day, table)) == 10 and not re.search(r"20\d\d-\d\d", table)


WITHDRAWS = [
    ("en", "withdraw my application"),
    ("en", "I don't want the loan anymore"),
    ("zh", "我要撤回申请"),
    ("sw", "nataka kuondoa ombi langu"),
    ("en", "मेरा आवेदन वापस लेना है"),
    ("en", "quiero retirar mi solicitud"),
    ("en", "retirer ma demande"),
]
DELETES = [
    ("en", "please delete my data"),
    ("zh", "把我的资料都删了"),
    ("sw", "futa taarifa zangu zote"),
    ("en", "मेरी जानकारी हटा दो"),
    ("en", "borrar mis datos"),
    ("en", "supprimer mes données"),
]


@pytest.mark.parametrize(("language", "words"), WITHDRAWS)
def test_withdrawing_in_words_asks_once_more(chat: Opener, language: str, words: str) -> None:
    farmer = sent(chat, language)
    assert "s.wdy" in [button.action for button in farmer.buttons(farmer.send(words))]
    assert _status(farmer) == "submitted"
    farmer.send({"en": "yes", "zh": "是", "sw": "ndiyo"}[language])
    assert _status(farmer) == "withdrawn"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Yes, take it back"),
        ("en", "yes withdraw it"),
        ("sw", "ndiyo liondoe"),
        ("sw", "sawa, ondoa ombi"),
        ("zh", "是的，撤回吧"),
    ],
)
def test_a_yes_to_withdrawing_may_be_written(chat: Opener, language: str, words: str) -> None:
    farmer = sent(chat, language)
    farmer.send({"en": "withdraw", "sw": "kujiondoa", "zh": "撤回申请"}[language])
    farmer.send(words)
    assert _status(farmer) == "withdrawn"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "no"),
        ("en", "no wait"),
        ("en", "let me think first"),
        ("sw", "hapana subiri"),
        ("sw", "ngoja kidogo"),
        ("zh", "先等等"),
        ("zh", "不，等一下"),
    ],
)
def test_a_no_or_wait_to_withdrawing_may_be_written(chat: Opener, language: str, words: str) -> None:
    farmer = sent(chat, language)
    farmer.send({"en": "withdraw", "sw": "kujiondoa", "zh": "撤回申请"}[language])
    said = text_of(farmer.send(words))
    assert _status(farmer) == "submitted"
    assert {"en": "goes on", "sw": "linaendelea", "zh": "接着办"}[language] in said


@pytest.mark.parametrize(("language", "words"), DELETES)
def test_deleting_in_words_takes_the_button(chat: Opener, language: str, words: str) -> None:
    farmer = chat(language)
    begin(farmer)
    fill(farmer, until="amount")
    said = farmer.send(words)
    assert "v.dely" in [button.action for button in farmer.buttons(said)]
    farmer.send({"en": "yes", "zh": "是", "sw": "ndiyo"}[language])
    assert interview(farmer).values()["purpose"]
    tap(farmer, "v.dely")
    with farmer.services.reading() as connection:
        assert farmer.services.applications.open_draft(connection, farmer.user_id) is None


def test_withdrawing_what_is_being_written_asks_what_to_do_with_it(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="amount")
    said = farmer.send("withdraw my application")
    assert "a.dropy" in [button.action for button in farmer.buttons(said)]
    farmer.send("yes")
    assert interview(farmer).values()["purpose"]


def test_starting_again_takes_the_button(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="amount")
    farmer.send("start again")
    farmer.send("yes")
    assert interview(farmer).values()["purpose"]
    tap(farmer, "a.newy")
    assert "purpose" not in interview(farmer).values()


def _status(farmer: Chat) -> str:
    with farmer.services.reading() as connection:
        return str(farmer.services.applications.by_farmer(connection, farmer.user_id)[0].status)
