"""Who tells of a bribe is in no danger of his life: he is heard as one who may complain, and nothing else."""

from __future__ import annotations

import pytest

from knowledge.answering.bribery import speaks_of_bribes
from knowledge.answering.complaints import ill_treated, wants_favour
from knowledge.answering.intent import redirect
from knowledge.types import RedirectKind as K

TOLD = [
    ("en", "my officer wants a gift from me"),
    ("en", "the officer asked me for a bribe"),
    ("en", "he wants a red envelope before he signs"),
    ("en", "Manager asked me for a gift"),
    ("en", "the loan officer says I must give him 500 first"),
    ("en", "officer demands chai before visiting"),
    ("en", "I gave the officer a red envelope"),
    ("zh", "给信贷员红包才批"),
    ("sw", "maafisa wanataka chai"),
    ("zh", "信贷员找我要红包"),
    ("zh", "信贷员要红包怎么办"),
    ("zh", "信贷员要红包"),
    ("zh", "业务员收了我的好处费"),
    ("zh", "他索贿"),
    ("sw", "afisa ameniomba rushwa"),
    ("sw", "afisa anataka hongo"),
    ("sw", "afisa anataka chai kwanza"),
    ("sw", "niliombwa kitu kidogo ili nipewe mkopo"),
    ("es", "el oficial me pidió una mordida"),
    ("es", "el agente exige un soborno"),
    ("fr", "l'agent me demande un pot-de-vin"),
    ("fr", "le chef veut un bakchich"),
    ("hi", "अधिकारी ने मुझसे रिश्वत माँगी"),
    ("hi", "रिश्वत मांगी, कहाँ जाऊँ"),
    ("tr", "memur rüşvet istedi"),
    ("pt", "o funcionário pediu propina"),
    ("bn", "অফিসার ঘুষ চায়"),
]
ALIKE = [
    ("en", "can I get tea plants on credit"),
    ("en", "I want to buy a gift shop"),
    ("en", "the officer asked me for my ID card"),
    ("en", "I want something small, 500 for seed"),
    ("zh", "信贷员要我的身份证"),
    ("zh", "我想开红包店"),
    ("zh", "信用社有什么好处"),
    ("sw", "afisa ameniomba kitambulisho"),
    ("sw", "nataka kulima chai"),
    ("es", "el oficial me pidió la cédula"),
    ("fr", "l'agent m'a demandé ma carte"),
    ("hi", "अधिकारी ने आधार माँगा"),
    ("sw", "Mtoto anataka chai"),
    ("sw", "Wateja wanataka chai na maandazi"),
    ("en", "They want chai at my shop, can I get a loan?"),
    ("en", "I give red envelopes at New Year"),
    ("en", "my staff want chai in the morning"),
    ("sw", "Wafanyakazi wanataka chai asubuhi"),
    ("zh", "我的员工要辛苦费"),
    ("zh", "结婚要给红包，能借钱吗"),
    ("zh", "请工人要给辛苦费，贷款能用吗"),
    ("es", "mi hijo me pide dinero para el colegio"),
    ("fr", "ma fille me demande un petit cadeau"),
]


@pytest.mark.parametrize(("language", "message"), TOLD)
def test_a_bribe_is_no_emergency_and_may_be_complained_of(language: str, message: str) -> None:
    assert redirect(message, language) is None
    assert ill_treated(message) and wants_favour(message, ())


@pytest.mark.parametrize(("language", "message"), ALIKE)
def test_what_only_sounds_like_a_bribe_is_none(language: str, message: str) -> None:
    assert not wants_favour(message, ()) and not speaks_of_bribes(message)


def test_blows_beside_a_bribe_are_an_emergency() -> None:
    assert redirect("the officer beat me because I gave no bribe", "en") is K.EMERGENCY
