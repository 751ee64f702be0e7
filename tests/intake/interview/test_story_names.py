"""A name in a story ends where he goes on with his village, trade, age or wish; as an answer, it is offered alone."""

# ruff: noqa: E501 - tables of words read better on their own lines

from __future__ import annotations

import pytest

from intake.interview import Ambiguous
from tests.intake.interview.world import interview, say, until

TOLD = [
    ("zh", "我叫王五是柳湾村的想借8000", "王五"),
    ("zh", "我叫王五现在想借8000买羊", "王五"),
    ("zh", "我叫王五家里有12只羊想借8000", "王五"),
    ("zh", "我叫李建国今年45岁想借8000买羊", "李建国"),
    ("zh", "我叫欧阳春花种玉米的想借8000", "欧阳春花"),
    ("zh", "我叫司马光住在东坡村", "司马光"),
    ("zh", "我叫张伟电话13812345678想借5000", "张伟"),
    ("zh", "我叫王小明做木工的想借5000", "王小明"),
    ("zh", "我名字叫赵铁柱，想借8000", "赵铁柱"),
    ("zh", "你好我叫刘洋我想借5000买猪", "刘洋"),
    ("zh", "我叫陈大海在柳湾村养羊", "陈大海"),
    ("zh", "我叫孙丽丽是个农民", "孙丽丽"),
    ("zh", "我叫周杰因为家里缺钱想借5000", "周杰"),
    ("zh", "我叫吴海龙和妻子一起养猪", "吴海龙"),
    ("zh", "我叫马有财有12只羊", "马有财"),
    ("zh", "我叫郑是非想借8000", "郑是非"),
    ("zh", "我叫王现", "王现"),
    ("zh", "我叫高家兴想买羊", "高家兴"),
    ("zh", "我叫黄种田种了三亩玉米", "黄种田"),
    ("zh", "我叫胡一刀手头紧想借3000", "胡一刀"),
    ("zh", "我叫林小红女45岁", "林小红"),
    ("zh", "我叫何平平时种菜想借5000", "何平"),
    ("zh", "我叫诸葛亮亮打工回来想养牛", "诸葛亮亮"),
    ("zh", "我叫王五，是柳湾村的", "王五"),
    ("zh", "我叫王五从柳湾村来", "王五"),
    ("zh", "我叫王五目前在家种地", "王五"),
    ("zh", "我叫王五老家东坡", "王五"),
    ("zh", "我叫王五干了十年木工", "王五"),
    ("zh", "我叫王五要买羊", "王五"),
    ("zh", "我叫王五没有贷款", "王五"),
    ("zh", "我叫王五已婚", "王五"),
    ("zh", "我叫王五你好", "王五"),
    ("zh", "我叫王五的", "王五"),
    ("zh", "我叫王五请借我8000", "王五"),
    ("en", "my name is Amina Otieno and I want 8000", "Amina Otieno"),
    ("en", "my name is amina otieno from willow bend i want 8000", "amina otieno"),
    ("en", "I am called Juma, I want 8000 for goats", "Juma"),
    ("en", "my name is Mary O'Brien i have 12 goats", "Mary O'Brien"),
    ("en", "my name is John K. Mwangi and I live in East Slope", "John K. Mwangi"),
    ("en", "My name is Mrs Grace Wanjiru, a farmer", "Mrs Grace Wanjiru"),
    ("en", "my name is Wang Wei a carpenter from willow bend", "Wang Wei"),
    ("en", "my name is Wang Wei aged 45", "Wang Wei"),
    ("en", "my name is Peter 45 years old want 8000", "Peter"),
    ("en", "my name is Joseph my phone is 13812345678", "Joseph"),
    ("en", "Hello my name is Ali Hassan I need a loan of 8000", "Ali Hassan"),
    ("en", "my name's Peter and I keep goats", "Peter"),
    ("en", "my name is Peter who lives in willow bend", "Peter"),
    ("en", "my name is Peter but people call me Pete", "Peter"),
    ("en", "my name is Peter married with 3 children", "Peter"),
    ("en", "my name is Peter looking for 8000", "Peter"),
    ("en", "my name is Peter a widow with 2 children", "Peter"),
    ("en", "my name is Peter the son of John", "Peter"),
    ("en", "my name is Peter so I want 8000", "Peter"),
    ("en", "my name is Peter because I need money", "Peter"),
    ("en", "my name is Peter to buy goats i need 8000", "Peter"),
    ("en", "my name is Peter working as a carpenter", "Peter"),
    ("en", "my name is Peter, carpenter", "Peter"),
    ("en", "my name is Peter requesting 8000 for goats", "Peter"),
    ("en", "my name is Peter with 12 goats", "Peter"),
    ("en", "my name is Peter asking for a loan of 8000", "Peter"),
    ("en", "my name is Peter please lend me 8000", "Peter"),
    ("en", "my name is Peter tel 13812345678", "Peter"),
    ("en", "my name is Peter phone number 13812345678", "Peter"),
    ("en", "my name is Peter your customer", "Peter"),
    ("en", "my name is Mary Jane Smith-Jones", "Mary Jane Smith-Jones"),
    ("en", "my name is Will Young want 8000", "Will Young"),
    ("en", "my name is Peter here for 8000", "Peter"),
    ("sw", "naitwa Juma nataka 8000", "Juma"),
    ("sw", "jina langu ni Juma Mwangi natoka Willow Bend", "Juma Mwangi"),
    ("sw", "naitwa Juma mkulima wa mahindi", "Juma"),
    ("sw", "naitwa Juma nina mbuzi 12", "Juma"),
    ("sw", "mimi naitwa Asha, naomba 8000", "Asha"),
    ("sw", "jina langu Asha na nataka 8000", "Asha"),
    ("sw", "naitwa Asha wa Willow Bend nataka 8000", "Asha"),
    ("sw", "naitwa Bi Asha Omari ninaishi East Slope", "Bi Asha Omari"),
    ("sw", "naitwa Mzee Juma, nataka 8000", "Mzee Juma"),
    ("sw", "naitwa Ng'ang'a nataka 8000", "Ng'ang'a"),
    ("sw", "naitwa Juma umri miaka 45", "Juma"),
    ("sw", "naitwa Juma simu yangu 13812345678", "Juma"),
    ("sw", "naitwa Juma ninaomba mkopo wa 8000", "Juma"),
    ("sw", "naitwa Juma mimi ni mkulima", "Juma"),
    ("sw", "naitwa Juma fundi seremala", "Juma"),
    ("sw", "naitwa Juma nahitaji 8000", "Juma"),
    ("sw", "naitwa Juma ninahitaji 8000", "Juma"),
    ("sw", "naitwa Juma ninataka 8000", "Juma"),
    ("sw", "naitwa Juma nafuga mbuzi", "Juma"),
    ("sw", "naitwa Juma ninafuga mbuzi 12", "Juma"),
    ("sw", "naitwa Juma kwa sasa nafuga mbuzi", "Juma"),
    ("sw", "naitwa Juma mkazi wa Willow Bend", "Juma"),
    ("sw", "naitwa Juma kutoka East Slope", "Juma"),
    ("sw", "naitwa Juma nimeoa", "Juma"),
    ("sw", "naitwa Juma tafadhali nikopeshe 8000", "Juma"),
    ("sw", "naitwa Juma nikopeshe 8000", "Juma"),
    ("sw", "naitwa Juma bin Said", "Juma bin Said"),
    ("sw", "naitwa Juma, namba yangu 13812345678", "Juma"),
    ("sw", "naitwa Juma mwenye mbuzi 12", "Juma"),
    ("sw", "habari naitwa Juma ninalima mahindi", "Juma"),
    ("en", "my name is Li Na and I want 8000", "Li Na"),
    ("en", "my name is li na, i want 8000", "li na"),
    ("en", "my name is Kim So Young want 8000", "Kim So Young"),
    ("en", "my name is John Carpenter a tailor", "John Carpenter"),
    ("sw", "naitwa Ngugi wa Thiong'o nataka 8000", "Ngugi wa Thiong'o"),
    ("zh", "我叫阿依古丽买买提，想借8000", "阿依古丽买买提"),
    ("zh", "我叫王五这几天手上没钱", ""),
    # Nothing marks the end: it will be asked.
]
ANSWERED = [
    ("en", "Peter Njoroge, farmer", "Peter Njoroge"), ("en", "My name is Peter a farmer", "Peter"), ("en", "Peter Njoroge 45 years", "Peter Njoroge"),
    ("zh", "王五，柳湾村的", "王五"), ("zh", "我叫王五现在住东坡", "王五"), ("zh", "王小明做木工的", "王小明"), ("zh", "叫我王五就行", "王五"),
    ("sw", "Juma, mkulima", "Juma"), ("sw", "naitwa Juma natoka East Slope", "Juma"), ("sw", "Juma simu 13812345678", "Juma"),
]  # fmt: skip
ALONE = [
    ("en", "Mrs. Grace Wanjiru", "Mrs. Grace Wanjiru"), ("en", "my names are Peter Njoroge", "Peter Njoroge"), ("en", "name Peter Njoroge", "Peter Njoroge"), ("en", "Li Na", "Li Na"),
    ("zh", "我姓王叫王五", "王五"), ("zh", "大家都叫我王五", "王五"), ("zh", "阿依古丽·买买提", "阿依古丽·买买提"), ("zh", "李如是", "李如是"), ("zh", "王永和", "王永和"),
    ("sw", "ninaitwa Juma", "Juma"), ("sw", "wananiita Juma", "Juma"), ("sw", "Ngugi wa Thiong'o", "Ngugi wa Thiong'o"), ("sw", "Juma bin Said", "Juma bin Said"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "story", "name"), TOLD)
def test_a_name_in_a_story_ends_where_he_goes_on(language: str, story: str, name: str) -> None:
    told = {one.item.name: one.item.value for one in interview(language).proposals.hear(story).items}
    assert told.get("full_name", "") == name


@pytest.mark.parametrize(("language", "text", "name"), ANSWERED)
def test_a_name_with_more_behind_it_is_offered_alone_and_whole(language: str, text: str, name: str) -> None:
    heard = say(until(interview(language), "full_name"), text)
    assert isinstance(heard, Ambiguous) and len(heard.candidates) == 2
    assert heard.candidates[0].value == name


@pytest.mark.parametrize(("language", "text", "name"), ALONE)
def test_a_name_alone_is_taken(language: str, text: str, name: str) -> None:
    talk = until(interview(language), "full_name")
    say(talk, text)
    assert talk.values()["full_name"] == name
