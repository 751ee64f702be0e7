"""What staff are told to have done, in any words, and what is merely asked about them."""

from __future__ import annotations

import pytest

from knowledge.answering.deeds import tells_of_staff, tells_of_wrong
from knowledge.answering.emergency import is_emergency

WRONGS = [
    "my wife was beaten by the loan officer",
    "the loan officer slept with my wife for the loan",
    "the officer slept with my wife what should i do",
    "信贷员摸我女儿",
    "afisa alimshika binti yangu",
    "my officer is drunk at work",
    "the officer touched my daughter",
    "信贷员打了我老婆",
    "afisa alimpiga mke wangu",
    "my daughter was touched by the loan officer",
    "i was pushed by your agent",
    "we were cheated by the field officer",
    "my sister was slapped by officer",
    "the officer took my wife to his house",
    "the manager married my daughter by force, is it allowed",
    "我女儿被信贷员摸了",
    "我老婆让信贷员睡了",
    "信贷员上班喝酒",
    "mke wangu alipigwa na afisa",
    "binti yangu alishikwa na afisa wa mkopo",
    "afisa wa mkopo amelala na mke wangu",
    "afisa amelewa kazini",
    "nilitukanwa na afisa",
    "mi esposa fue golpeada por el oficial",
    "el oficial tocó a mi hija",
    "ma femme a été battue par l'agent",
    "l'agent a couché avec ma femme",
    "अधिकारी ने मेरी बेटी को छुआ",
    "मेरी पत्नी को अधिकारी ने मारा",
]
TOLD = [
    "the officer has not come for two weeks",
    "the officer is always late",
    "the loan officer told people my secrets",
    "信贷员总是不接电话",
    "信贷员把我的事告诉别人",
    "信贷员三个月没来了",
    "afisa hajafika wiki mbili",
    "afisa anapenda wasichana",
    "the loan officer comes to my house at night",
    "my loan was eaten by the officer",
    "el oficial nunca viene",
    "l'agent ne vient jamais",
]
ASKED = [
    "when will the officer come",
    "what does the loan officer do",
    "where is the officer's desk",
    "who is my officer",
    "officer phone number",
    "loan officer contact",
    "does the officer visit my farm",
    "can the officer come on saturday",
    "the officer visited me and said i need a guarantor, is it true?",
    "the officer told my wife to bring an id, which one",
    "was told by the officer to bring my card, why",
    "信贷员什么时候来",
    "信贷员是谁",
    "信贷员电话多少",
    "信贷员的办公桌在哪里",
    "信贷员会来看我家的羊吗",
    "信贷员要我老婆签字吗",
    "要找信贷员吗",
    "afisa anakuja lini",
    "afisa anafanya kazi gani",
    "afisa wa mkopo yuko wapi",
    "namba ya afisa",
    "afisa atamtembelea mke wangu lini",
    "how long after the officer visits do i get money",
    "must my wife be seen by the officer",
    "what papers does the officer need",
    "do i need to be visited by an officer",
    "my son was born in may, which form",
    "who is the manager of the branch",
    "what happens after the loan is approved by the officer",
    "if the loan officer approves how long",
    "can i change my officer",
    "is my daughter accepted as guarantor by the officer",
]
BLOWS = [
    "my wife was beaten by the loan officer",
    "my son was attacked by thugs",
    "our daughter has been raped",
    "my husband got stabbed last night",
    "mke wangu amepigwa",
    "afisa alimpiga binti yangu",
    "我女儿被打了",
    "我妹妹被人打了",
    "my cousin was hit by a collector",
    "我儿子被信贷员打了",
]
NO_BLOWS = [
    "my son was hit by malaria",
    "my husband was beaten by inflation",
    "my wife was attacked by locusts",
    "can my son be my guarantor",
    "my daughter was born last year",
    "孩子打疫苗要多少钱",
    "my son was kicked out of school",
    "the drought hit my family",
    "我让邻居打了农药",
]


@pytest.mark.parametrize("text", WRONGS)
def test_a_wrong_by_staff_is_heard_in_any_voice(text: str) -> None:
    assert tells_of_wrong(text)


@pytest.mark.parametrize("text", TOLD)
def test_staff_are_heard_as_who_does_it(text: str) -> None:
    assert tells_of_staff(text) and not tells_of_wrong(text)


@pytest.mark.parametrize("text", ASKED)
def test_what_is_asked_about_staff_accuses_nobody(text: str) -> None:
    assert not tells_of_wrong(text)


@pytest.mark.parametrize("text", BLOWS)
def test_blows_to_kin_are_an_emergency_in_either_voice(text: str) -> None:
    assert is_emergency(text)


@pytest.mark.parametrize("text", NO_BLOWS)
def test_no_blow_was_given(text: str) -> None:
    assert not is_emergency(text)
