"""Who sells what he does not grow, keep or make is in trade: maize is his stock, and no crop of his."""

# ruff: noqa: E501 - patterns are read whole

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.interview.questions import Questions
from intake.interview.story_found import Ask
from intake.reading import Option
from intake.reading.cleaning import clean, fold

Hit = tuple[Ask, tuple[int, int, Option]]

# What he does day by day; who will sell his goats to pay back is no trader.
_SELLING = re.compile(
    r"\b(?:i|we|who)(?: also| only| mainly| usually)? (?:re)?sell\b|\b(?:am|'m|im|are|been) (?:re)?selling\b|^(?:re)?selling\b|(?<=; )selling\b|\b(?:i|we) (?:buy|collect)\b[^;]{0,40} (?:and|to) (?:re)?sell\b|\band sell (?:them|it|tomatoes|vegetables|food)\b(?= (?:in|at|on) (?:the )?(?:town|market|road))"
    r"|\b(?:i|we) trade in\b|\b(?:am|been) trading\b|\b(?:[a-z]+ )?(?:vendor|hawker|trader|seller|shopkeeper|retailer|wholesaler)\b|\b(?:shop|kiosk|market stall)\b|\b(?:have|run|own|keep|open|start|at) (?:a |my |an? own )?(?:small |little )?stall\b|\bstall at the market\b|\bto resell\b|\bfor resale\b"
    r"|\b(?:na|nina|tuna|hu|niki|tunaku)uza\b|\bna ku(?:ya|vi|zi|ki|wa|li)?uza\b|\b(?:mw?uuzaji|muuzaji|mchuuzi|mfanyabiashara|duka|dukani|kioski|genge|biashara)\b|\bkibanda (?:cha (?:biashara|chakula|nyanya|mboga|matunda|samaki|nguo)|sokoni)|\bmeza sokoni\b"
    r"|(?:我们?|一直|平时|专门|靠|以|做|[里上场边口村镇])[批零贩]?[卖賣](?![了掉出完后]|[^,;]{0,6}还)|[卖賣](?=[\u3400-\u9fff]{1,4}(?:\d+|[一二两三四五六七八九十]+多?)年)|贩[卖运]?(?=[\u3400-\u9fff])|收购|批发|零售|摆摊|地摊|摊位|小店|小卖部|杂货店|商店|超市|倒卖|转卖|做买卖|生意"
    r"|\b(?:vendo|vendemos|tienda|puesto en el mercado|je vends|nous vendons|boutique)\b|दुकान|बेचत[ाेी]"
)
# Who grows, keeps or makes it sells his own.
_MAKING = re.compile(
    r"\b(?:grow|grows|growing|grown|grew|plant|plants|planting|planted|farm|farms|farming|farmed|farmer|cultivat\w+|raise|raises|raising|raised|rear\w*|breed\w*|fatten\w*|harvest\w*|bak(?:e|es|ing)|cook(?:s|ing)?|sew|sews|sewing|weav\w+|carpent\w+|tailor\w*|workshop|produce)\b(?<!to buy produce)(?<!buy produce)(?<!sell produce)(?<!selling produce)"
    r"|\b(?:keep|keeping|kept)\b(?! (?:a |an |my |the |our )?(?:small |little )?(?:shop|stall|kiosk|store|record|money))|\b(?:make|makes|making|made)\b(?! (?:a |more |some |enough )?(?:profit|money|living|income))|\bmy (?:own )?(?:goats?|cows?|hens?|chickens?|pigs?|sheep|field|garden|land)\b"
    r"|\b(?:n|t|k|h)\w*(?:lima|fuga|panda|tengeneza|pika|oka|shona|suka)\b|\b(?:mkulima|mfugaji|kilimo|karakana|shamba langu)\b"
    r"|养|種|种(?![子类苗])|做(?!买卖|[\u3400-\u9fff]{0,4}生意)|加工|酿|编织|磨豆|自产|作坊|我家的|收成|cultivo|crío|cultive|élève|खेती"
)
_VERBS = re.compile(r"(?:re)?sell|kuuza|[转倒]?卖")
# What is bought to be planted, which nobody sells as his stock.
_OF_THE_FIELD = re.compile(
    r"seeds?|fertili[sz]er|pesticide|mbegu|mbolea|种子|化肥|农药|semillas?|abono|semences"
)
_CROPS = re.compile(r"produce|crops?|mazao|zao|庄稼|粮食|cultivos?|cultures?|फसल")
_PLACED = re.compile(r"\b(?:from|with|in|at|by|on|for|to|using|near|kwa|na|katika|sokoni)\b|[用在从]|;")
_REACH, _REACH_HAN = 24, 8
_OF_AN_ANIMAL = re.compile(r"[蛋肉奶毛皮]")


def deals(text: str) -> bool:
    """Whether the story (cleaned, folded) is of somebody who sells what he does not make."""
    return bool(_SELLING.search(text)) and not _MAKING.search(text)


def of_his_own(text: str, hit: Hit) -> bool:
    """Whether who makes things says only that he sells them: "I weave baskets and sell in town"."""
    ask, (start, end, option) = hit
    return option is _dealing(ask) and bool(_VERBS.match(text[start:end]) and _MAKING.search(text))


def trader(text: str, asks: Sequence[Ask]) -> bool:
    """Whether he deals, and a question that is open asks for it."""
    return any(_dealing(ask) is not None for ask in asks) and deals(text)


def as_dealer(text: str, hits: Sequence[Hit], asks: Sequence[Ask], questions: Questions) -> list[Hit]:
    """The choices that a dealer's story names, with that of dealing, less his stock: crops, and what he sells."""
    stock = _wares(asks, questions) | {text[hit[0] : hit[1]] for _, hit in hits if _is_sold(text, hit)}
    found = [hit for hit in hits if not _is_stock(text, hit, stock)]
    for ask in asks:
        option = _dealing(ask)
        if option is not None:
            found += [(ask, (*one.span(), option)) for one in _SELLING.finditer(text)]
    return found


def _dealing(ask: Ask) -> Option | None:
    """The one choice of the question that is called so: "Buying and selling"."""
    if len(ask.options) < 3:
        return None
    named = [one for one in ask.options if any(_CALLED.search(fold(clean(name))) for name in one.labels)]
    return named[0] if len(named) == 1 else None


_CALLED = re.compile(r"\b(?:selling|trade|trading|shop|commerce|comercio|biashara|kuuza)\b|买卖|经商|व्यापार")


def _wares(asks: Sequence[Ask], questions: Questions) -> frozenset[str]:
    named = [ask for ask in asks if is_named(ask.path, questions)]
    return frozenset(fold(clean(cue)) for ask in named for cue in ask.cues)


def is_named(path: str, questions: Questions) -> bool:
    """Whether the question takes the name itself from a story ("maize"): of a crop, or a fish."""
    return (questions.cells(path).get("read_as") or "").strip().lower() == "words:named"


def _is_sold(text: str, hit: tuple[int, int, Option]) -> bool:
    return any(_leads(text, one, hit[0], hit[1]) for one in _SELLING.finditer(text))


def _is_stock(text: str, hit: Hit, stock: frozenset[str]) -> bool:
    ask, (start, end, option) = hit
    if text[start] >= "\u3400" and _OF_AN_ANIMAL.match(text, end):
        return True
    own = _dealing(ask)
    said = text[start:end]
    of_his = said in stock or _CROPS.fullmatch(said)
    return own is not None and option is not own and bool(of_his) and not _OF_THE_FIELD.fullmatch(said)


def _leads(text: str, selling: re.Match[str], start: int, end: int) -> bool:
    """Whether it is named right behind the word of selling, or before it: "sell fish", "fish seller", 鱼摊."""
    if selling.start() <= start and end <= selling.end():
        return True
    if end <= selling.start():
        return not text[end : selling.start()].strip()
    far = _REACH_HAN if text[start] >= "\u3400" else _REACH
    between = text[selling.end() : start]
    return selling.end() <= start and len(between) <= far and not _PLACED.search(between)
