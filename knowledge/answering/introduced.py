"""Names by which a writer calls himself, his kin, or who would borrow: whoever of the staff is called so, it is not he."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

from collections.abc import Iterable

import regex

_TITLE = r"(?:(?:mr|mrs|ms|miss|bwana|bi|mzee|mama)\.? )?"
_MAY_BE_MORE = r"(?:\w+ ){0,2}"  # "my name is Grace Juma": the part before may be nobody's on the staff
_KIN_EN = r"(?:(?:grand)?(?:son|daughter|child|mother|father|ma|pa)|kid|boy|girl|brother|sister|wife|husband|spouse|partner|dad|mum|mom|uncle|aunt(?:ie)?|cousin|nephew|niece|in-law|neighbou?r|friend|guarantor)"
_KIN_SW = r"(?:mwana(?:ngu|o|etu)|(?:mtoto|kijana|binti|kaka|dada|mke|mume|baba|mama|mjomba|shangazi|babu|bibi|ndugu|rafiki|jirani|mdhamini|shemeji|mpwa) (?:wangu|yangu|wetu|yetu))"
_KIN_ZH = r"(?:儿子|女儿|孩子|哥哥?|弟弟?|姐姐?|妹妹?|老公|丈夫|爱人|媳妇|妻子|老婆|爸爸?|妈妈?|父亲|母亲|叔叔?|舅舅?|姑姑?|阿姨|侄[子女儿]|外甥女?|[表堂][哥弟姐妹]|邻居|朋友|担保人|爷爷|奶奶|女婿|儿媳)"
_KIN_ES = r"(?:hij[oa]|herman[oa]|espos[oa]|marido|mujer|padre|madre|t[ií][oa]|prim[oa]|sobrin[oa]|vecin[oa]|amig[oa])"
_KIN_FR = r"(?:fils|fille|fr[eè]re|s(?:oe|œ)ur|femme|mari|p[eè]re|m[eè]re|oncle|tante|cousine?|neveu|ni[eè]ce|voisine?|amie?)"
_KIN_HI = r"(?:बेट[ाीे]|भाई|बहन|पत्नी|पति|पिता|माँ|मां|चाचा|मामा|दोस्त|पड़ोसी)"
_BEFORE = regex.compile(
    rf"(?:\bi am|\bi'?m|\bmimi ni|\byo soy|\bsoy|\bje suis) {_TITLE}$"
    rf"|\b(?:my (?:full )?name(?: is|'s)?|call me|jina langu(?: ni)?|(?:ni)?naitwa|me llamo|mi nombre es|je m'appelle|mon nom est)[ :,]+{_TITLE}{_MAY_BE_MORE}$"
    rf"|\b(?:my|our|his|her) (?:\w+ )?{_KIN_EN}(?:'s)?(?: name)?(?: is)?(?: called| named)? {_TITLE}$"
    rf"|\b{_KIN_SW}(?: anaitwa| ni)? {_TITLE}$|\b(?:mi|nuestr[oa]) {_KIN_ES} $|\b(?:mon|ma|notre) {_KIN_FR} $"
    rf"|(?:我(?:的?名字)?(?:叫|是)|叫我|本人(?:叫|是)?|姓名[::]?)\s*$|[我俺](?:们|家)*的?[大小二]?{_KIN_ZH}(?:名?叫|是)?\s*$"
    rf"|(?:मेरा नाम|मैं|(?:मेर|हमार)[ाीे] {_KIN_HI})\s*$"
)
# What stands between a name and a loan, and nobody else in it: "Asha wants money for my loan" is no borrower.
_WISHES = r"(?: (?:wants?|wanted|would|like|likes|to|needs?|can|could|may|will|also|is|has|have|gets?|takes?|taking|be|allowed|going|planning|plans|hopes|asks?|for|a|an|another|new|small|big))*"
_WISHES_SW = r"(?: (?:anataka|anaweza|angependa|anahitaji|anaomba|aweze|pia|kuchukua|kupata|kuomba))*"
_BEHIND = regex.compile(
    rf"{_WISHES} (?:borrow\w*|loans?(?! (?:fee|money|form|pay)))\b(?!.{{0,24}}\bfrom (?:me|us)\b)|{_WISHES} to (?:buy|keep|raise|start|sell)\b(?! (?:him|her|my|our|from)\b)"
    rf"|{_WISHES_SW} (?:kukopa|akope|anakopa|mkopo|kununua|kufuga)\b(?!.{{0,24}}\bkw(?:angu|etu)\b| wangu)"
    r"|\s*(?:也|想|要|可以|能不能|可不可以|能|打算|需要|准备|再|还)*(?:借(?![我俺])|贷|申请|[买养](?![我俺]))"
    r"|(?: (?:quiere|puede|necesita|desea|pedir|tomar|sacar|un|otro))* (?:prestad[oa]|pr[eé]stamo)\b|(?: (?:veut|voudrait|peut|souhaite|prendre|demander|un|autre))* (?:emprunter|pr[eê]t|cr[eé]dit)\b"
)
_LOOKED_AT = 60  # letters before a name


def others(said: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of the places where the folded message has a name, those that may mean somebody of the staff."""
    found = list(spans)
    own: set[str] = set()
    last = -1
    for start, stop in found:
        before = said[max(0, start - _LOOKED_AT) : start]
        goes_on = last >= 0 and not said[last:start].strip(" ")
        if goes_on or _BEFORE.search(before) or _BEHIND.match(said, stop):
            own.update(said[start:stop].split())
            last = stop
    return [(start, stop) for start, stop in found if not own.issuperset(said[start:stop].split())]
