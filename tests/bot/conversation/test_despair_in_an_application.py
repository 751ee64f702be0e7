"""A wish to die that no list of words holds, in the middle of an application; and answers that lie near to one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.opening import open_services
from bot.services import Services
from bot.settings import Settings
from tests.bot.conversation.chat import Chat, Opener, text_of
from tests.bot.conversation.conftest import enrol
from tests.bot.conversation.farmer import asked, begin, fill, interview
from tests.conftest import Clock

MEANT = [
    ("en", "dying would be easier"),
    ("zh", "人生没有意义了"),
    ("sw", "siwezi kuvumilia maisha haya tena"),
]


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory, slow_clock: Clock) -> Iterator[Services]:
    """As the bot runs: warmed."""
    settings = Settings(home=tmp_path_factory.mktemp("home"), _env_file=None)  # type: ignore[call-arg]
    opened = open_services(settings, slow_clock)
    enrol(opened)
    opened.knowledge.warm(("en",))
    yield opened
    opened.engine.dispose()


def offers_help(farmer: Chat) -> bool:
    return "q.sos" in [button.action for button in farmer.buttons()]


@pytest.mark.parametrize("question", ["purpose", "experience_years", "full_name", "repayment"])
@pytest.mark.parametrize(("language", "words"), MEANT)
def test_is_heard_and_the_question_asked_again(
    chat: Opener, question: str, language: str, words: str
) -> None:
    farmer = chat(language)
    begin(farmer)
    fill(farmer, until=question)
    before = interview(farmer).values()
    farmer.said.clear()
    heard = text_of(farmer.send(words))
    prompt = asked(farmer)
    assert offers_help(farmer) and prompt is not None and prompt.text in heard
    assert interview(farmer).values() == before


@pytest.mark.parametrize(("language", "words"), MEANT)
def test_is_heard_in_place_of_a_story(chat: Opener, language: str, words: str) -> None:
    farmer = chat(language)
    begin(farmer, one_by_one=False)
    farmer.said.clear()
    farmer.send(words)
    assert offers_help(farmer)


def test_is_heard_beside_a_story_and_the_story_too(chat: Opener) -> None:
    farmer = chat()
    begin(farmer, one_by_one=False)
    farmer.said.clear()
    heard = text_of(farmer.send("I want 8000 to buy 12 goats. Everyone would be relieved if I disappeared."))
    assert offers_help(farmer) and "8,000" in heard


@pytest.mark.parametrize("words", ["there is no way out of this debt", "there is no way out"])
def test_a_debt_without_an_end_gets_sympathy(chat: Opener, words: str) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="purpose")
    farmer.said.clear()
    assert "sorry" in text_of(farmer.send(words)) and not offers_help(farmer)


def test_many_debts_answer_whether_he_owes(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="has_debts")
    assert "sorry" in text_of(farmer.send("yes, i am drowning in debts"))
    assert interview(farmer).values()["has_debts"] == "yes"


def test_words_that_were_an_answer_all_the_same_go_in_with_one_press(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="purpose")
    farmer.send("dying would be easier")
    farmer.press("For my application")
    assert interview(farmer).values()["purpose"] == "dying would be easier"


def test_the_last_remark_is_kept_beside_the_help(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="remarks")
    farmer.said.clear()
    farmer.send("dying would be easier")
    assert offers_help(farmer) and interview(farmer).values()["remarks"] == "dying would be easier"


@pytest.mark.parametrize(
    ("question", "language", "words"),
    [
        ("purpose", "en", "all my chickens died, I want to buy 50 new ones"),
        ("purpose", "en", "I want my children to live better, 3 goats"),
        ("purpose", "en", "to kill weeds and pests in the maize"),
        ("purpose", "zh", "羊都死了，想再买十只"),
        ("purpose", "sw", "mbuzi wangu wote walikufa, nataka wengine"),
        ("full_name", "en", "Mercy Hope Wanjiru"),
        ("full_name", "en", "Death Valley Otieno"),
        ("remarks", "en", "I live alone with my three children"),
        ("remarks", "en", "I have nobody who can stand for me"),
        ("remarks", "en", "nobody owes me anything"),
        ("remarks", "zh", "我一个人带孩子"),
        ("remarks", "sw", "naishi peke yangu na watoto watatu"),
    ],
)
def test_an_answer_is_none(chat: Opener, question: str, language: str, words: str) -> None:
    farmer = chat(language)
    begin(farmer)
    fill(farmer, until=question)
    farmer.said.clear()
    farmer.send(words)
    assert not offers_help(farmer) and interview(farmer).values()[question]
