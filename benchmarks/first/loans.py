"""The sample lender's loans, what each is for, and five things to ask of it, in three languages."""

from __future__ import annotations

LOANS: dict[str, dict[str, list[str]]] = {
    "en": {
        "season": ["seed loan", "seeds", "fertilizer", "the season loan"],
        "livestock": ["goats", "the livestock loan", "cows", "a fish pond", "pigs"],
        "trade": ["the trade loan", "my shop", "market trade"],
        "home": ["a water tank", "the home loan", "my roof"],
        "enterprise": ["the enterprise loan", "a mill", "a tricycle"],
    },
    "zh": {
        "season": ["春耕贷款", "买种子", "买化肥"],
        "livestock": ["养羊", "养殖贷款", "养鱼"],
        "trade": ["购销贷款", "收购农产品"],
        "home": ["修蓄水池", "家庭水利贷款"],
        "enterprise": ["乡村经营贷款", "磨坊"],
    },
    "sw": {
        "season": ["mkopo wa mbegu", "mbolea"],
        "livestock": ["mbuzi", "mkopo wa mifugo", "samaki"],
        "trade": ["mkopo wa biashara ya soko"],
        "home": ["mkopo wa nyumba", "tangi la maji"],
        "enterprise": ["mkopo wa biashara ya kijiji"],
    },
}
ASKED: dict[str, dict[str, list[str]]] = {
    "en": {
        "rate": ["what is the interest for {}", "interest rate on {}?"],
        "amount": ["how much can i borrow for {}", "maximum for {}"],
        "term": ["how long can i take to repay for {}", "how many months for {}"],
        "own funds": ["how much own money for {}"],
        "fee": ["is there a fee for {}"],
    },
    "zh": {
        "rate": ["{}利息多少", "{}的年利率"],
        "amount": ["{}最多能借多少"],
        "term": ["{}可以借多久"],
        "own funds": ["{}自己要出多少"],
        "fee": ["{}有手续费吗"],
    },
    "sw": {
        "rate": ["riba ya {} ni ngapi"],
        "amount": ["naweza kukopa kiasi gani kwa {}"],
        "term": ["muda wa {} ni gani"],
        "own funds": ["fedha zangu ni kiasi gani kwa {}"],
        "fee": ["kuna ada kwa {}"],
    },
}
VALUES: dict[str, dict[str, str]] = {
    "season": {"rate": "8.4%", "amount": "20,000", "term": "12", "own funds": "20%", "fee": ""},
    "livestock": {"rate": "9.6%", "amount": "50,000", "term": "24", "own funds": "30%", "fee": ""},
    "trade": {"rate": "10.8%", "amount": "30,000", "term": "12", "own funds": "30%", "fee": "1%"},
    "home": {"rate": "7.2%", "amount": "15,000", "term": "24", "own funds": "20%", "fee": ""},
    "enterprise": {"rate": "12%", "amount": "110,000", "term": "36", "own funds": "40%", "fee": "1%"},
}
NO_FEE = {"en": ("none", "no fee", "other three"), "zh": ("不收", "无"), "sw": ("hakuna", "Hakuna")}
