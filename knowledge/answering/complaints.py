"""Complaints: the word that begins one, whether it says what happened, and words of ill treatment beside a question."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import regex

from knowledge.answering.folding import folded

LONGEST = 2000
_EN = r"(?:please[ ,]*)?(?:(?:i (?:want|would like|wish|need|have) |i'd like |let me )(?:to )?)?(?:(?:make|file|send|write|lodge|raise) )?(?:a |my )?(?:complain|complaints?)"
_ZH = r"(?:你好[,，]?)?(?:我|我们)?(?:要|想|想要|来)?投诉"
_SW = r"(?:(?:mimi )?(?:nataka|ninataka|ningependa|naomba|nina|nahitaji) )?(?:ku(?:toa|wasilisha|peleka|leta) )?(?:kulalamika|malalamiko|lalamiko)(?: (?:langu|yangu))?"
_WORD = regex.compile(rf"^\W*(?:{_EN}\b|{_ZH}|{_SW}\b)[\s,.:;!~，。：；！—-]*")
# "Complaints line number", "投诉要多久" look something up; they complain of nothing.
_LOOKS_UP = regex.compile(
    r"^(?:lines?|phone|numbers?|box|form|procedure|process|committee|rules?|desk|will|time|harms?|handling|and|kept|are|is|電|电话|热线|箱|要|会|多|后|怎|在|渠道|需|能|可|有|到|影响|保存|流程|电话号码|zina|ya|yana|hu|huch|nambari|simu|sanduku)"
)
_ASKS = regex.compile(
    r"\b(?:how|when|which|where|who|what (?:happens|is)|will|lini|wapi|vipi|gani|nani|je)\b|吗|怎么|多少|多久|哪|什么时候|会不会|\?$|？$"
)
STAFF_EN = r"\b(?:officers?|staff|agent|collector|clerk|manager)\b"
_STAFF_ZH = r"(?:信贷员|工作人员|业务员|收款员)"
_STAFF_SW = r"\b(?:afisa|mfanyakazi|wakala|mkopeshaji)\b"
_ILL_TREATED = (
    regex.compile(
        STAFF_EN + r".{0,40}\b(?:ask(?:s|ed|ing)?|wants?|wanted|demand(?:s|ed|ing)?|took|takes?|expects?|begs?)\b.{0,30}\b(?:chickens?|hens?|money|cash|gifts?|bribes?|goats?|eggs?|tea|favou?rs?|presents?|commission|percent|share|something|lunch|meals?|food|dinner|transport)\b"
    ),
    regex.compile(
        STAFF_EN + r".{0,30}\b(?:shouts?|shouted|rude|insults?|insulted|threatens?|cheats?|cheated|lied|lies|touch(?:es|ed))\b"
    ),
    regex.compile(_STAFF_ZH + r".{0,12}(?:要|收|索|拿|让).{0,8}(?:鸡|钱|红包|礼|好处|烟|酒|羊|蛋|吃饭|请客|饭)|" + _STAFF_ZH + r".{0,8}(?:骂|凶|骗|态度)"),
    regex.compile(
        _STAFF_SW + r".{0,30}\b(?:anataka|ananiomba|anaomba|ameniomba|ameomba|aliniomba|anadai|ananidai|alitaka|amechukua|anataka nimpe)\b.{0,30}\b(?:kuku|pesa|hela|zawadi|rushwa|hongo|mbuzi|mayai|chai|fedha|kitu|chakula|nauli|soda)\b|" + _STAFF_SW + r".{0,20}\b(?:ananitukana|amenitukana|ananidanganya|amenidanganya)"
    ),
    regex.compile(
        STAFF_EN + r".{0,40}\b(?:keep(?:s|ing)?|kept|hold(?:s|ing)?|held|took (?:away )?(?:my|our)|confiscated?|refus\w+ to (?:give|return))\b.{0,30}\b(?:id|identity|bank ?card|bank ?book|atm|passport|household (?:book|register)|pin|password)\b"
    ),
    regex.compile(_STAFF_ZH + r".{0,12}(?:扣|拿走|收走|押|没收|不还).{0,8}(?:身份证|银行卡|户口本|存折|密码)"),
    regex.compile(
        _STAFF_SW + r".{0,30}\b(?:abaki|anabaki|amebaki|akae|anakaa|amekaa|ashike|anashika|ameshika|anazuia|amezuia|amechukua|kubaki|kukaa)\b.{0,20}\b(?:kitambulisho|vitambulisho|kadi|pasi|nywila)\b"
    ),
    regex.compile(r"\bcomplain|投诉|lalamik"),
)  # fmt: skip


def is_complaint(message: str) -> bool:
    """Whether somebody complains, by the word the documents promise; a question about complaints is none."""
    said = folded(message)
    word = _WORD.match(said)
    if word is None or len(said) > LONGEST:
        return False
    rest = said[word.end() :]
    if not rest.strip(" .!?"):
        return not said.endswith(("?", "？"))
    marked = word.group().rstrip().endswith((":", "："))
    return marked or not (_LOOKS_UP.match(rest) or _ASKS.search(rest))


def tells(message: str) -> bool:
    """Whether it says what happened, so that it need not be asked for: more than a word or two beside the word."""
    rest = _WORD.sub("", folded(message), count=1)
    return len(rest.split()) > 3 or len(regex.findall(r"\p{Han}", rest)) > 5


def ill_treated(message: str) -> bool:
    """Whether a message, a question as well, speaks of staff who ask for favours or treat people ill."""
    said = folded(message)
    return any(pattern.search(said) for pattern in _ILL_TREATED)
