"""The kind of answer a question asks for, and whether what would be said can be one."""

from __future__ import annotations

import pytest

from knowledge.answering.expects import Expected, expected, says
from knowledge.language import SPOKEN
from knowledge.retrieval.topics import topic_named


@pytest.mark.parametrize(
    ("question", "language", "kind"),
    [
        ("下冰雹了费用能免吗", "zh", Expected.YES_NO),
        ("大棚贷要交费用吗", "zh", Expected.YES_NO),
        ("遇到霜冻能免费用吗", "zh", Expected.YES_NO),
        ("晚交会不会有罚金", "zh", Expected.YES_NO),
        ("费用是多少", "zh", Expected.AMOUNT),
        ("大棚贷的手续费", "zh", Expected.AMOUNT),
        ("果树贷的费率是多少", "zh", Expected.RATE),
        ("利息怎么算，利率", "zh", Expected.RATE),
        ("利率能降低吗", "zh", Expected.YES_NO),
        ("je, kuna ada", "sw", Expected.YES_NO),
        ("naweza kusamehewa faini", "sw", Expected.YES_NO),
        ("ada ni shilingi ngapi", "sw", Expected.AMOUNT),
        ("ada ya mkopo", "sw", Expected.AMOUNT),
        ("riba inalipwa lini", "sw", Expected.TIME),
        ("riba ya mkopo wa ng'ombe ni kiasi gani", "sw", Expected.RATE),
        ("riba", "sw", Expected.RATE),
        ("क्या शुल्क माफ होगा", "hi", Expected.YES_NO),
        ("ब्याज कब देना है", "hi", Expected.TIME),
        ("ब्याज कितना है", "hi", Expected.RATE),
        ("¿Hay comisión?", "es", Expected.YES_NO),
        ("¿Cuándo se paga el interés?", "es", Expected.TIME),
        ("¿Qué tasa de interés cobran?", "es", Expected.RATE),
        ("est-ce que je paie des frais ?", "fr", Expected.YES_NO),
        ("quel est le taux d'intérêt ?", "fr", Expected.RATE),
        ("what is the interest rate", "en", Expected.RATE),
        ("can the interest rate change", "en", Expected.YES_NO),
    ],
)
def test_a_fee_that_is_only_named_asks_for_no_sum(question: str, language: str, kind: Expected) -> None:
    assert expected(question, language) is kind


@pytest.mark.parametrize("language", SPOKEN)
def test_a_topic_put_as_a_whole_question_asks_for_hours(language: str) -> None:
    topic = topic_named("hours", language)
    assert topic is not None and expected(topic.asks, language) is Expected.HOURS


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Each circle elects a chair for eighteen months. Nobody holds two offices.", False),
        ("Offices", False),
        ("The office is behind the mill, room 4.", False),
        ("Karoo: Tuesday and Friday", True),
        ("We are there from 9 am.", True),
        ("8:00 to 16:00", True),
        ("早上八点到下午五点", True),
        ("周一至周五", True),
        ("saa mbili asubuhi hadi saa kumi", True),
        ("सोमवार से शुक्रवार", True),
        ("de lunes a viernes", True),
        ("tous les mardis", True),
    ],
)
def test_hours_need_a_day_or_an_hour(text: str, right: bool) -> None:
    assert says(Expected.HOURS, text) is right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("每亩最高4200元，总额不超过38000元。期限五年，挂果前两年不用还本。", False),
        ("From 2,000 to 18,000 shillings, over 10 months.", False),
        ("十分方便，分三次发放", False),
        ("分五期还，十分钟办好", False),
        ("The charge is 1.6 % of the balance each month.", True),
        ("月费率千分之九", True),
        ("月息5分", True),
        ("每月八厘", True),
        ("3‰ a month", True),
        ("asilimia mbili kwa mwezi", True),
        ("two per cent a month", True),
        ("2 shillings on every hundred", True),
        ("贷款免息", True),
    ],
)
def test_a_rate_is_no_mere_sum(text: str, right: bool) -> None:
    assert says(Expected.RATE, text) is right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("the dairy keeps back a third of each cheque", True),
        ("half of what you sold", True),
        ("两笔加起来不超过三分之一", True),
        ("留下三成", True),
        ("theluthi ya hundi", True),
        ("nusu ya mauzo", True),
        ("आधा पैसा", True),
        ("la mitad del precio", True),
        ("un tiers du chèque", True),
        ("it takes half a year", False),
        ("the third month", False),
        ("nusu saa", False),
        ("saa tatu na nusu", False),
        ("成立合作社", False),
    ],
)
def test_a_share_is_a_sum(text: str, right: bool) -> None:
    assert says(Expected.AMOUNT, text) is right
