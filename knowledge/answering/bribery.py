"""Staff who want money or a gift for themselves: told or asked about, it goes past them; no life is in danger."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import regex

from knowledge.answering import elsewhere
from knowledge.answering.folding import bare

_EN = r"(?:bribes?|bribery|kick ?backs?|red envelopes?|hush money|tea money|under the table|money for (?:him|her)self|cash for (?:him|her)self)"
_ZH = r"(?:红包|好处费|贿赂|回扣|辛苦费|茶水费|打点费|喝茶钱|买路钱)"
_SW = r"(?:rushwa|hongo|mlungula|bakshishi|chauchau)"
_ES = r"(?:sobornos?|coimas?|mordidas?)"
_FR = r"(?:pots?-de-vin|pot de vin|bakchichs?|dessous de table)"
_HI = r"(?:रिश्वत|घूस|चाय-?पानी|बख\u093c?्शीश)"
# What is wanted by its own name: whoever wants it, it is of staff that a farmer speaks. What has other meanings too
# ("chai", "something small", "enveloppe") is a bribe only where somebody else wants it.
_BY_NAME = (
    rf"\b(?:ask(?:s|ed|ing)?|demand(?:s|ed|ing)?|want(?:s|ed|ing)?|tak(?:es?|ing)|took|expect(?:s|ed)?|request(?:s|ed|ing)?|need(?:s|ed)?|pay(?:ing)?|paid|give|gave|giving)\b.{{0,25}}\b{_EN}\b|\b(?:he|she|they|officers?|staff|agent|clerk|manager)\b.{{0,25}}\b(?:ask(?:s|ed|ing)?|demand(?:s|ed|ing)?|wants?|wanted|expects?)\b.{{0,15}}\b(?:chai|something small|(?:a |an )?(?:thick )?envelope|token of (?:thanks|appreciation))\b",
    rf"(?:索要|索取|收受?|讨要?|拿|(?<!不|需)要|给|塞|送)(?:了|过|我的?|他|她|个|点|些|一个)*{_ZH}|(?:索要|索取|(?<!不|需|想)要)(?:我的?)?好处|索贿|受贿|行贿|(?<!不)吃回扣",
    rf"\b(?:(?:a|wa)(?:na|me|li|ki|ka)?(?:ni|tu)?(?:omba|ombe|taka|take|dai|itisha|lazimisha|pokea|chukua)|(?:ni|tu)(?:na|me|li)?(?:toa|mpa|lipa|toe|mpe|lipe|ombwa)|naombwa|ku(?:toa|omba|lipa|chukua)) (?:\w+ ){{0,2}}?{_SW}\b|\b(?:(?:a|wa)(?:na|me|li)(?:ni|tu)?(?:omba|taka|dai|itisha)|(?:ni|tu)(?:na|me|li)ombwa|naombwa) (?:\w+ )?(?:chai|kitu kidogo)\b",
    rf"\b(?:pid\w+|exig\w+|quier\w+|cobr\w+|solicit\w+|reclam\w+|dar|pagar|darle)\b(?: \w+){{0,3}} {_ES}\b|\b(?:me|nos) (?:pid\w+|exig\w+|cobr\w+)(?: \w+){{0,2}} (?:propinas?|tajadas?|dinero para (?:el|ella)|plata por debajo)\b",
    rf"\b(?:demand\w+|exig\w+|veut|veulent|reclam\w+|prend|pris|donner|payer|verser)\b(?: \S+){{0,3}} {_FR}|\b(?:(?:me|nous) (?:demand|exig|reclam)\w+|m'a (?:demande|reclame|exige))(?: \S+){{0,2}} (?:enveloppe|petit cadeau|de quoi boire)",
    rf"{_HI} (?:\S+ )?(?:मा[ँंग]\S*|ले|लेता|लेते|ली|चाह\S*|देनी|देना|दूँ|दूं)|\b(?:rishwat|rishvat|ghoos|ghus|chai pani|chai-pani) (?:\w+ )?(?:mang\w*|maang\w*|le\b|leta|chah\w*|deni|dena)",
)  # fmt: skip
# Asked of the papers for whoever tells of it in his own words.
RULE = {
    "en": "The officer asked me for a bribe",
    "zh": "信贷员问我要钱怎么办？",
    "sw": "Afisa akiniomba pesa nifanye nini?",
    "hi": "अधिकारी ने मुझसे रिश्वत माँगी",
    "es": "El oficial me pidió un soborno, ¿qué hago?",
    "fr": "L'agent m'a demandé un pot-de-vin, que faire ?",
}
_BY_NAME_RE = tuple(regex.compile(one) for one in _BY_NAME)


def speaks_of_bribes(message: str) -> bool:
    """Whether a message, a question as well, speaks of a bribe that is wanted or given."""
    said = bare(message)
    return any(one.search(said) for one in _BY_NAME_RE) or elsewhere.is_bribe(message)
