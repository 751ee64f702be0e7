"""Who somebody is to the speaker, which is not yet his name: "my wife", "my brother in law", 我弟弟, "kaka yangu"."""

# ruff: noqa: E501 - tables of words read better on their own lines

from __future__ import annotations

import re

from intake.reading.cleaning import clean, fold

_EN = (
    r"(?:wife|husband|spouse|brother|bro|sister|sis|mother|mom|mum|father|dad|son|daughter|uncle|aunt|auntie|aunty|cousin|nephew|niece|grand(?:mother|father|ma|pa|son|daughter)|"
    r"friend|neighbou?r|partner|boss|co-?worker|colleague|work ?mate|class ?mate|relative|relation|family|family member|kin|parents?|twin|child|kid|fianc[eé]e?|husband|landlord|teacher|pastor|chief|guarantor|person|man|woman|guy)s?"
)
_EN_KIND = r"(?:(?:elder|older|eldest|oldest|younger|youngest|big|little|small|best|good|close|old|own|late|only|first|second|next door|other|step|half)[ -]+)*"
_MINE = r"(?:(?:it is|it's|he is|she is) )?(?:one of )?(?:my|our|his|her|the|an?|some|any)"
_SW = r"(?:mke|mume|kaka|dada|ndugu|rafiki|jirani|mama|baba|mjomba|shangazi|binamu|mtoto|kijana|binti|babu|bibi|shemeji|mkwe|mwenza|mwenzangu|mpwa|mdogo|mkubwa|bosi|mshirika|familia|mzazi|mchumba|mwanangu|mwenzangu|mwenyekiti|mzee)"
_SW_OF = r"(?:w|y|z|l)(?:angu|etu|ake)"
_HAN_MINE = r"(?:是)?(?:我|俺|咱)(?:们)?(?:家)?(?:的)?(?:一个)?"
_HAN = (
    r"(?:大|小|二|三|四|老|亲|表|堂|好)?(?:老婆|老公|妻子|丈夫|爱人|媳妇|媳妇儿|弟弟|哥哥|姐姐|妹妹|弟|哥|姐|妹|爸爸|妈妈|爸|妈|父亲|母亲|爹|娘|儿子|女儿|孩子|叔叔|叔|伯伯|伯父|舅舅|舅|姑姑|姑|姨|阿姨|婶|婶婶|舅妈|"
    r"侄子|侄女|外甥|外甥女|岳父|岳母|公公|婆婆|丈人|嫂子|嫂|姐夫|妹夫|弟媳|女婿|爷爷|奶奶|外公|外婆|邻居|朋友|亲戚|同事|老板|伙伴|家人|同学|熟人|老乡|村长|书记|队长|隔壁(?:的|邻居)?)"
)
_OTHERS = (
    r"(?:mi|tu|un|una) (?:espos[oa]|herman[oa]|mujer|marido|amig[oa]|vecin[oa]|madre|padre|mama|papa|hij[oa]|ti[oa]|prim[oa]|cuñad[oa]|jefe|socio)"
    r"|(?:ma|mon|un|une) (?:femme|mari|frere|soeur|sœur|mere|pere|fils|fille|oncle|tante|cousine?|amie?|voisine?|patron|beau-frere|belle-soeur)"
    r"|(?:मेरा|मेरी|मेरे) (?:भाई|बहन|पत्नी|पति|बीवी|पिता|माता|मां|चाचा|मामा|दोस्त|पडोसी|बेटा|बेटी|रिश्तेदार)"
)
_SPELLED = (
    "wife", "husband", "brother", "sister", "mother", "father", "daughter", "uncle", "aunt", "auntie", "cousin", "nephew",
    "niece", "friend", "neighbour", "neighbor", "partner", "colleague", "relative",
)  # fmt: skip
NEAR = 83  # rapidfuzz ratio
_ANYBODY = r"some ?(?:one|body)|any ?(?:one|body)|mtu(?: fulani| yeyote)?|有人|某人|谁都行|随便谁"
_EN_WHOLE = (
    rf"{_EN_KIND}{_EN}(?:[ -]in[ -]law)?(?:'?s? {_EN_KIND}{_EN}(?:[ -]in[ -]law)?)?(?: of (?:mine|ours))?"
)
_SW_WHOLE = rf"{_SW}(?: (?:{_SW_OF}|wa (?:kike|kiume)|mkubwa|mdogo))*"
_HAN_WHOLE = rf"(?:{_HAN_MINE})?{_HAN}(?:的{_HAN})?"
# What says more of him and begins no name: "my friend from church".
_MORE = r"(?:from|of|at|in|who|that|here|there|next|kutoka|wa|ya|kwa)\b"
_KIN = re.compile(
    rf"(?:{_MINE} )?{_EN_WHOLE}(?: {_MORE}.*)?|(?:ni )?{_SW_WHOLE}|{_HAN_WHOLE}|{_OTHERS}|{_ANYBODY}"
)
_NAMED = re.compile(rf"\b{_MINE} {_EN_WHOLE}\b|\b{_SW} {_SW_OF}\b|{_HAN_MINE}{_HAN}|\b{_OTHERS}\b")
_NAMED_LAST, _NAMED_FIRST = (
    re.compile(rf"(?:{_NAMED.pattern})$"),
    re.compile(rf"(?:of |ya |za |是)?(?:{_NAMED.pattern})"),
)
_CALLED = r"(?:'s name)?(?:\s+(?:is called|is named|is|called|named|name is|name|anaitwa|jina lake ni|jina lake|ni))?"
_BEFORE = re.compile(
    rf"(?:(?:{_MINE} {_EN_WHOLE}|(?:ni )?{_SW} {_SW_OF}(?: (?:mkubwa|mdogo))?|{_OTHERS})(?:\s*[,:-]\s*|{_CALLED}\s+)|{_HAN_MINE}{_HAN}(?:叫|是|[,，:：\s])*)(?P<name>(?!{_MORE})\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_BEHIND = re.compile(
    rf"(?P<name>\S.*?)\s*[\s,，;(（-]\s*(?:(?:he|she|it|who)(?:'s| is) |is |ni )?(?:{_MINE} {_EN_WHOLE}|{_SW} {_SW_OF}|{_OTHERS})[)）.]*|(?P<han>[\u3400-\u9fff·]{{2,5}}?)[,，\s(（]*(?:是|他是|她是)?{_HAN_MINE}{_HAN}[)）]*",
    re.IGNORECASE | re.DOTALL,
)


def is_kin(text: str) -> bool:
    """Whether the whole text says who somebody is, and no name."""
    said = fold(clean(text)).strip(" .,!?。，！？")
    return _KIN.fullmatch(said) is not None or _KIN.fullmatch(_spelled(said)) is not None


def names_kin(text: str) -> bool:
    """Whether somebody is named, anywhere, by who he is to the speaker: "my brother's number"."""
    return _NAMED.search(fold(clean(text))) is not None


def is_of_kin(before: str, behind: str) -> bool:
    """Whether what stands between the two is somebody's who is named so: "my wife's phone …", "… is my brother's"."""
    owner, said = fold(clean(before)), fold(clean(behind)).lstrip(" (,")
    return _NAMED_LAST.search(owner) is not None or _NAMED_FIRST.match(said) is not None


def without_kin(text: str) -> str:
    """The name in "my wife Mei Lin" or "Juma, my brother", in its own letters; the text where there is no such word."""
    body = _spelled(text.strip())
    for pattern in (_BEFORE, _BEHIND):
        match = pattern.fullmatch(body)
        name = (match.groupdict().get("name") or match.groupdict().get("han") or "") if match else ""
        if name and not is_kin(name):
            return name.strip(" .,，。")
    return text


def _spelled(text: str) -> str:
    """With slips of such words written out, where it is said whose they are, or nothing else: "my freind", "neigbor"."""
    from rapidfuzz import fuzz, process

    if not (re.search(rf"\b{_MINE}\b", text, re.IGNORECASE) or text.isalpha()) or not text.isascii():
        return text

    def plainly(match: re.Match[str]) -> str:
        found = process.extractOne(match[0].lower(), _SPELLED, scorer=fuzz.ratio, score_cutoff=NEAR)
        return found[0] if found else match[0]

    return re.sub(r"[A-Za-z]{4,}", plainly, text)
