"""Nobody came, called or answered: told in any words, and not what is only supposed or was done."""

from __future__ import annotations

import pytest

from knowledge.answering.courtesy import is_sorry
from knowledge.answering.neglect import waits_in_vain


@pytest.mark.parametrize(
    "message",
    [
        "officer never come, 3 weeks i wait",
        "the officer has not come",
        "my officer does not answer",
        "nobody came to see me",
        "he didn't show up on monday",
        "信贷员三个星期都没来",
        "你们一直没人来",
        "信贷员不接电话",
        "afisa hajaja wiki tatu nasubiri",
        "afisa hajibu simu",
        "hakuna mtu aliyekuja",
        "अधिकारी अभी तक नहीं आया",
        "el oficial no ha venido",
        "l'agent n'est jamais venu",
    ],
)
def test_nobody_came(message: str) -> None:
    assert waits_in_vain(message)


@pytest.mark.parametrize(
    "message",
    [
        "what if the officer does not come",
        "when does the officer come",
        "the officer came yesterday",
        "信贷员什么时候来",
        "afisa atakuja lini",
        "my goats have not come yet",
        "I have not paid",
        "el oficial vino ayer",
        "do I have to cook when the officer comes",
        "can the officer call me",
    ],
)
def test_who_came_or_may_come(message: str) -> None:
    assert not waits_in_vain(message)


@pytest.mark.parametrize(
    "message",
    ["sorry", "so sorry sir", "my mistake", "对不起", "不好意思啊", "samahani sana", "perdón", "désolé"],
)
def test_a_bare_apology(message: str) -> None:
    assert is_sorry(message)


@pytest.mark.parametrize(
    "message",
    [
        "sorry, what is the interest?",
        "对不起孩子们，爸爸先走了",
        "samahani riba ni ngapi",
        "sorry I cannot pay",
    ],
)
def test_an_apology_with_more_is_none(message: str) -> None:
    assert not is_sorry(message)
