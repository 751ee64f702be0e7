"""Ordinary requests put together: what is asked, for how long, and when the payments start or the money is needed."""

# ruff: noqa: E501 - tables of examples

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product

from tests.intake.interview.world import interview

JULY, AUGUST, SEPTEMBER = "2026-07-01", "2026-08-01", "2026-09-01"  # told on 2 March 2026
FIGURES = {"amount": "loan", "term_months": "term", "first_payment": "start"}

ASKED = {
    "en": [
        ("I want to borrow 8000 to buy goats", "8000"), ("need 8000 for goats", "8000"),
        ("I need a loan of 5000", "5000"), ("please lend me 6500 yuan for fertilizer", "6500"),
        ("i want eight thousand to buy goats", "8000"), ("we want 10k for a cow", "10000"),
        ("can I get 5 thousand for seeds", "5000"), ("I would like a loan of ¥12,000", "12000"),
        ("loan 20000 for a cow", "20000"), ("give me 3500", "3500"),
    ],
    "zh": [
        ("我想借8000买羊", "8000"), ("借一万", "10000"), ("想贷款2万养猪", "20000"), ("需要八千块钱买化肥", "8000"),
        ("借8000元", "8000"), ("买10只羊要6000", "6000"), ("我要借三千五", "3500"), ("贷5千买种子", "5000"),
        ("想借1.5万买牛", "15000"), ("两万", "20000"),
    ],
    "sw": [
        ("nataka kukopa 8000 kununua mbuzi", "8000"), ("nahitaji 8000", "8000"), ("naomba mkopo wa 5000 kununua mbegu", "5000"),
        ("nataka elfu nane kununua mbuzi", "8000"), ("nataka mkopo wa elfu kumi", "10000"), ("tunahitaji shilingi 12000", "12000"),
        ("nikopeshe 3500", "3500"), ("nataka 20,000 kununua ng'ombe", "20000"), ("naomba 6500 kwa mbolea", "6500"),
        ("nahitaji elfu tano kununua mbuzi", "5000"),
    ],
}  # fmt: skip
LENGTHS = {
    "en": [
        ("for 12 months", "12"), ("for one year", "12"), ("for a year", "12"), ("over 10 months", "10"),
        ("to pay back in 12 months", "12"), ("I will pay back in one year", "12"), ("i can repay in 10 months", "10"),
        ("repay over 18 months", "18"), ("pay it back within 6 months", "6"), ("for two years", "24"),
        ("for a year and a half", "18"), ("10 months", "10"),
    ],
    "zh": [
        ("一年还清", "12"), ("1年还", "12"), ("12个月还", "12"), ("分12个月还", "12"), ("半年还", "6"), ("十个月还清", "10"),
        ("借一年", "12"), ("一年半还", "18"), ("期限12个月", "12"), ("两年还完", "24"), ("分十二个月还清", "12"), ("10个月", "10"),
    ],
    "sw": [
        ("kwa miezi 12", "12"), ("kwa mwaka mmoja", "12"), ("miezi kumi", "10"), ("kwa muda wa miezi 10", "10"),
        ("nitalipa kwa miezi 12", "12"), ("nitarudisha kwa mwaka mmoja", "12"), ("nitalipa ndani ya miezi sita", "6"),
        ("kulipa kwa miezi 18", "18"), ("kwa miaka miwili", "24"), ("kwa mwaka mmoja na nusu", "18"), ("miezi 10", "10"),
        ("nilipe kwa miezi kumi na mbili", "12"),
    ],
}  # fmt: skip
STARTS = {
    "en": [
        ("", ""), ("start paying in july", JULY), ("start paying back in july", JULY), ("starting repayment in august", AUGUST),
        ("my first payment will be in july", JULY), ("beginning july", JULY), ("first payment on 1 july", JULY),
        ("I will make the first payment in august after selling milk", AUGUST), ("starting from september", SEPTEMBER),
        ("i can begin repaying in august", AUGUST),
    ],
    "zh": [
        ("", ""), ("七月开始还", JULY), ("从8月开始还款", AUGUST), ("第一次还款7月", JULY), ("8月第一次还", AUGUST), ("7月起还", JULY),
        ("7月1日开始还", JULY), ("首次还款在九月", SEPTEMBER), ("第一笔8月还", AUGUST), ("九月份开始还钱", SEPTEMBER),
    ],
    "sw": [
        ("", ""), ("nianze kulipa julai", JULY), ("nitaanza kulipa mwezi wa saba", JULY), ("kuanzia julai", JULY),
        ("malipo ya kwanza ni agosti", AUGUST), ("kuanza kulipa agosti", AUGUST), ("malipo ya kwanza tarehe 1 julai", JULY),
        ("nianze kurudisha mwezi wa nane", AUGUST), ("malipo ya kwanza yatakuwa septemba", SEPTEMBER), ("naanza kulipa mwezi wa 7", JULY),
    ],
}  # fmt: skip
# The day of none of these starts the payments.
NEEDS = {
    "en": [
        "I need the money in june", "i need it in april to pay school fees", "school fees are due in september",
        "I must pay rent in may", "planting starts in april", "to buy in may when prices are low", "rains begin in april",
        "i will buy them in june", "school starts in september", "the harvest is in august",
    ],
    "zh": [
        "6月要用钱", "孩子九月开始上学", "五月买羊", "四月开始下雨", "九月要交学费", "五月播种", "8月收玉米", "清明前要买种子",
        "6月交房租", "学校9月1日开学",
    ],
    "sw": [
        "nahitaji pesa mwezi wa sita", "nazihitaji aprili kulipa ada ya shule", "shule inaanza septemba", "nitanunua mwezi wa tano",
        "mvua zinaanza aprili", "nitapanda mwezi wa nne", "kulipa kodi ya nyumba mwezi mei", "mavuno ni agosti",
        "ada ya shule ni septemba", "kununua juni bei ikiwa chini",
    ],
}  # fmt: skip
JOINERS = {"en": (", ", " ", ". ", " and "), "zh": ("，", "", " ", "。"), "sw": (", ", " ", ". ", " na ")}
ORDERS = ("atw", "awt", "taw", "wat")  # asked, time, when


BARE = re.compile(r"(?:beginning|starting from|kuanzia) \w+$")  # which starts what stands beside it
MONTH = re.compile(
    r"april|may|june|july|august|september|aprili|mei|juni|julai|agosti|septemba|mwezi wa \w+|[\d一二三四五六七八九]月|清明|harvest|mavuno",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Story:
    """A request, and what must be read in it: nothing more of these three."""

    language: str
    text: str
    loan: str
    term: str
    start: str
    when: str

    @property
    def opens(self) -> bool:
        """Whether what starts may be something else than the payments, and so may be said back."""
        return BARE.search(self.when) is not None


def stories(language: str) -> Iterator[Story]:
    """Every request that the words, orders and joiners of a language give."""
    whens = [*STARTS[language], *((need, "") for need in NEEDS[language])]
    every = product(ASKED[language], LENGTHS[language], whens, ORDERS, JOINERS[language])
    for (asked, loan), (length, term), (when, start), order, joiner in every:
        if (when or order in ("atw", "taw")) and _sayable(order, joiner, length):
            parts = {"a": asked, "t": length, "w": when}
            pieces = [parts[part] for part in order if parts[part]]
            if not any(RUN_ON.search(joiner.join(pair)) for pair in pairwise(pieces) if not joiner):
                yield Story(language, joiner.join(pieces), loan, term, start, when)


# Not "60006个月", nor "一年还清明前": no reader could part them.
RUN_ON = re.compile(r"\d{5}|[还完]清明|月半年|\d{4}[789]月|[千万]\d月")


def _sayable(order: str, joiner: str, length: str) -> bool:
    """Not "10 months i need": without a mark before what is asked, a listener would be as lost."""
    if joiner in (" ", " and ", " na ", "") and order in ("taw", "wat"):
        return False
    return not (
        joiner in (" and ", " na ") and length.startswith(("for ", "over ", "to ", "kwa ", "10 ", "miezi "))
    )


def fault(story: Story) -> str:
    """What the interview read otherwise, or lost; empty where all holds."""
    told = interview(story.language).proposals.hear(story.text)
    read = {one.item.name: one.item.value for one in told.items}
    doubts = {one.path.rpartition("/")[2] for one in told.unclear}
    back = " ".join((*told.unplaced, read.get("purpose", "")))
    wrong = [
        f"{name} {read.get(name, '?' if name in doubts else 'none')} for {getattr(story, part) or 'none'}"
        for name, part in FIGURES.items()
        if (read.get(name, "") or "?" * (name in doubts)) != getattr(story, part)
        and not (part == "start" and story.opens and name not in read and MONTH.search(back))
    ]
    if story.when and not (story.start or MONTH.search(back)):
        wrong.append(f"the day of {story.when!r} is lost")
    return "; ".join(wrong)
