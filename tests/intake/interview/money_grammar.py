"""Ordinary sentences about money, put together: what somebody tells of a sum beside the loan that he asks for.

Written as people type them, by what the sum is, without a look at the words that the reader knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

LOAN = "8000"
DEBT, OWN, HELP, CLAIM, MONTHLY, PRICE, PAST, ASKED = (
    "debt", "own", "help", "claim", "monthly", "price", "past", "asked",
)  # fmt: skip
MAY_BE_LEFT_OUT = frozenset({PRICE, PAST})
RIGHT = {DEBT: "debts_total", OWN: "own_funds", MONTHLY: "debts_month"}

CONTEXTS: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        DEBT: (
            "I have a loan of 2000 at the bank",
            "we have a bank loan of 2000",
            "I already have 2000 loan from the cooperative",
            "I have borrowed 2000 from the bank",
            "I took a loan of 2000 from the sacco",
            "I still have to pay 2000 to the bank",
            "I owe the shop 2000",
            "I have a debt of 2000 at the shop",
            "I owe 2000 to the seed dealer",
            "I bought feed on credit for 2000",
            "I still owe 2000",
            "my debt is 2000",
            "I owe my brother 2000",
            "I borrowed 2000 from my uncle",
            "I have to give back 2000 to my sister",
            "my neighbour lent me 2000",
            "my brother lent me 2000 last month",
            "the bank lent me 2000",
        ),
        HELP: (
            "my brother will lend me 2000",
            "my brother will give me 2000",
            "my husband gives me 2000",
            "my uncle gave me 2000",
            "my son sends me 2000",
            "I will get 2000 from my sister",
            "my friend can help me with 2000",
            "my wife has 2000",
        ),
        CLAIM: (
            "my neighbour owes me 2000",
            "people owe me 2000",
            "I lent 2000 to my brother",
            "the buyers have not paid me 2000",
            "my cousin borrowed 2000 from me",
        ),
        OWN: (
            "I have 2000 of my own",
            "I have 2000",
            "I saved 2000",
            "I have savings of 2000",
            "I can put in 2000 myself",
            "my own money is 2000",
        ),
        MONTHLY: (
            "I pay the bank 200 every month",
            "I am paying back 200 a month",
            "each month I pay 200 to the cooperative",
            "I pay 200 monthly for my old loan",
        ),
        PRICE: (
            "one goat costs 600",
            "a goat is 600",
            "goats are 600 each",
            "the price of a goat is 600",
        ),
        PAST: (
            "last year I borrowed 2000 and paid it back",
            "I already paid back 2000",
            "I had a loan of 2000 but I finished it",
            "two years ago I borrowed 2000",
        ),
        ASKED: (
            "I want to know the interest on 2000",
            "tell me how much I pay for 2000",
        ),
    },
    "zh": {
        DEBT: (
            "我在银行有2000贷款",
            "我有贷款2000",
            "我借了银行2000",
            "我在信用社贷了2000",
            "我还有2000没还",
            "银行还有2000没还清",
            "我欠商店2000",
            "我还欠2000",
            "欠化肥店2000货款",
            "我有2000的债",
            "我在店里赊了2000的饲料",
            "我欠我哥2000",
            "我跟我哥借了2000",
            "我向邻居借了2000",
            "问我叔借了2000",
            "我哥借给我2000",
            "信用社借给了我2000",
            "跟亲戚借过2000还没还",
        ),
        HELP: (
            "我哥会借给我2000",
            "我哥答应借我2000",
            "我弟给我2000",
            "我爸支持我2000",
            "我儿子寄给我2000",
            "我老婆有2000",
            "我姐能帮我2000",
        ),
        CLAIM: (
            "邻居欠我2000",
            "别人欠我2000没还",
            "我借给我弟2000",
            "客户还欠着我货款2000",
            "我借出去2000",
        ),
        OWN: (
            "我自己有2000",
            "我有2000",
            "自己出2000",
            "我有2000存款",
            "手里有2000",
            "我能出2000",
        ),
        MONTHLY: ("每个月还银行200", "我每月要还200", "旧贷款一个月还200", "我每月还200块"),
        PRICE: ("一只羊600", "羊一只要600", "每只羊600块", "羊价600一只"),
        PAST: ("去年借了2000已经还清了", "以前借过2000早还了", "前年贷过2000", "去年借的2000都还了"),
        ASKED: ("我想了解一下2000的利息", "想问一下借2000利息多少"),
    },
    "sw": {
        DEBT: (
            "nina mkopo wa 2000 benki",
            "nina mkopo wa benki wa 2000",
            "nimekopa 2000 benki",
            "nilichukua mkopo wa 2000 kutoka saccos",
            "bado nalipa mkopo wa 2000",
            "nadaiwa 2000 na benki",
            "nina deni la 2000 dukani",
            "nadaiwa dukani 2000",
            "nina madeni ya 2000",
            "deni langu ni 2000",
            "nadaiwa na kaka yangu 2000",
            "kaka yangu ananidai 2000",
            "nimekopa 2000 kwa rafiki yangu",
            "nilikopa kwa jirani 2000 sijalipa",
            "kaka yangu alinikopesha 2000",
            "benki imenikopesha 2000",
        ),
        HELP: (
            "kaka yangu atanikopesha 2000",
            "ndugu yangu atanipa 2000",
            "rafiki yangu amenipa 2000",
            "mume wangu ananipa 2000",
            "mjomba wangu atanisaidia 2000",
            "dada yangu atanitumia 2000",
            "mke wangu ana 2000",
            "nitapata 2000 kutoka kwa dada yangu",
        ),
        CLAIM: (
            "jirani yangu nina mdai 2000",
            "ninawadai wateja 2000",
            "nimemkopesha kaka yangu 2000",
            "namdai rafiki yangu 2000",
            "wateja wana deni langu la 2000",
        ),
        OWN: (
            "nina 2000 zangu",
            "nina 2000",
            "nina akiba ya 2000",
            "nitaweka 2000 mwenyewe",
            "nimeweka akiba 2000",
            "pesa zangu ni 2000",
        ),
        MONTHLY: (
            "nalipa benki 200 kila mwezi",
            "kila mwezi nalipa 200",
            "ninarudisha 200 kwa mwezi",
        ),
        PRICE: ("mbuzi mmoja ni 600", "bei ya mbuzi ni 600", "mbuzi mmoja anauzwa 600", "mbuzi ni 600 kila mmoja"),
        PAST: (
            "mwaka jana nilikopa 2000 nikalipa",
            "nilikopa 2000 na nimeshalipa",
            "nilishalipa mkopo wa 2000",
        ),
        ASKED: ("nataka kujua riba ya 2000", "naomba kuuliza riba ya 2000"),
    },
}  # fmt: skip
REQUESTS = {
    "en": (
        "I want 8000 for goats",
        "I need 8000 to buy goats",
        "please lend me 8000",
        "I would like to borrow 8000 for seeds",
        "I want a loan of 8000",
        "I am asking for a loan of 8000 for fertilizer",
        "we need 8000 for a cow",
        "I am looking for 8000 to buy sheep",
        "I want to apply for 8000",
    ),
    "zh": (
        "我想借8000买羊",
        "想贷8000",
        "需要8000买化肥",
        "我要借8000块养鸡",
        "想申请贷款8000",
        "请借给我8000",
        "还差8000买牛",
        "想要8000元",
        "打算借8000养羊",
    ),
    "sw": (
        "nataka 8000 kununua mbuzi",
        "nahitaji mkopo wa 8000",
        "naomba 8000 kwa ajili ya mbegu",
        "ninahitaji kukopa 8000",
        "tunataka 8000 kununua mbolea",
        "natafuta mkopo wa 8000",
        "naomba mnikopeshe 8000",
        "nataka kukopa 8000 kununua kuku",
        "nataka mkopo 8000",
    ),
}
JOINS = {
    "en": ((" and ", ", ", ". ", " but ", ", so "), (" and ", ", ", ". ", " but ")),
    "zh": (("，", "。", "", "，还", " "), ("，", "。", " ")),
    "sw": ((" na ", ", ", ". ", " lakini ", " "), (" na ", ", ", ". ", " lakini ")),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A message, what its other sum is, and that sum."""

    language: str
    role: str
    text: str
    sum: str


def stories() -> Iterator[Told]:
    """Each context beside each request, in both orders, with each of the joiners."""
    for language, kinds in CONTEXTS.items():
        first, last = JOINS[language]
        for role, wordings in kinds.items():
            for context, request in product(wordings, REQUESTS[language]):
                number = _sum(context)
                for join in first:
                    if _fits(join, request):
                        yield Told(language, role, f"{context}{join}{request}", number)
                for join in last:
                    yield Told(language, role, f"{request}{join}{context}", number)


def alone() -> Iterator[Told]:
    """Each context by itself."""
    for language, kinds in CONTEXTS.items():
        for role, wordings in kinds.items():
            for context in wordings:
                yield Told(language, role, context, _sum(context))


def _fits(join: str, request: str) -> bool:
    """还 goes before a bare verb: 还想借."""
    return join != "，还" or request[0] in "想需要打"


def _sum(context: str) -> str:
    return next(number for number in ("2000", "600", "200") if number in context)


def faults(
    told: Told, values: dict[str, str], unplaced: tuple[str, ...], doubts: tuple[str, ...]
) -> list[str]:
    """What is wrong with how a story with a request was read; empty: nothing."""
    wrong = [f"{name}={value}" for name, value in values.items() if name != "amount" and value == LOAN]
    if values.get("amount") != LOAN:
        wrong.append(f"amount={values.get('amount')}")
    here = [name for name, value in values.items() if value == told.sum]
    wrong += [f"{name}={told.sum}" for name in here if name != RIGHT.get(told.role) and name != "amount"]
    wrong += [f"?{name}" for name in doubts if told.role != PRICE]  # goats have a price, seeds are wanted
    said = any(told.sum in words for words in unplaced)
    if not here and not said and told.role not in MAY_BE_LEFT_OUT:
        wrong.append("lost")
    if any(LOAN in words for words in unplaced):
        wrong.append("loan left")
    return wrong
