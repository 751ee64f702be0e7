"""Staff who want money or a gift for themselves: told or asked about, it goes past them; no life is in danger."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import regex

from knowledge.answering import elsewhere
from knowledge.answering.folding import bare

_EN = r"(?:bribes?|bribery|kick ?backs?|hush money|under the table|money for (?:him|her)self|cash for (?:him|her)self)"
_ZH = r"(?:好处费|贿赂|回扣|打点费|买路钱)"
_SW = r"(?:rushwa|hongo|mlungula|bakshishi|chauchau)"
_ES = r"(?:sobornos?|coimas?|mordidas?)"
_FR = r"(?:pots?-de-vin|pot de vin|bakchichs?|dessous de table)"
_HI = r"(?:रिश्वत|घूस|बख\u093c?्शीश)"
# What is wanted by its own name: whoever wants it, it is of staff that a farmer speaks.
_BY_NAME = (
    rf"\b(?:ask(?:s|ed|ing)?|demand(?:s|ed|ing)?|want(?:s|ed|ing)?|tak(?:es?|ing)|took|expect(?:s|ed)?|request(?:s|ed|ing)?|need(?:s|ed)?|pay(?:ing)?|paid|give|gave|giving)\b.{{0,25}}\b{_EN}\b",
    rf"(?:索要|索取|收受?|讨要?|拿|(?<!不|需)要|给|塞|送)(?:了|过|我的?|他|她|个|点|些|一个)*{_ZH}|(?:索要|索取|(?<!不|需|想)要)(?:我的?)?好处|索贿|受贿|行贿|(?<!不)吃回扣",
    rf"\b(?:(?:a|wa)(?:na|me|li|ki|ka)?(?:ni|tu)?(?:omba|ombe|taka|take|dai|itisha|lazimisha|pokea|chukua)|(?:ni|tu)(?:na|me|li)?(?:toa|mpa|lipa|toe|mpe|lipe|ombwa)|naombwa|ku(?:toa|omba|lipa|chukua)) (?:\w+ ){{0,2}}?{_SW}\b",
    rf"\b(?:pid\w+|exig\w+|quier\w+|cobr\w+|solicit\w+|reclam\w+|dar|pagar|darle)\b(?: \w+){{0,3}} {_ES}\b|\b(?:me|nos) (?:pid\w+|exig\w+|cobr\w+)(?: \w+){{0,2}} (?:tajadas?|plata por debajo)\b",
    rf"\b(?:demand\w+|exig\w+|veut|veulent|reclam\w+|prend|pris|donner|payer|verser)\b(?: \S+){{0,3}} {_FR}",
    rf"{_HI} (?:\S+ )?(?:मा[ँंग]\S*|ले|लेता|लेते|ली|चाह\S*|देनी|देना|दूँ|दूं)|\b(?:rishwat|rishvat|ghoos|ghus) (?:\w+ )?(?:mang\w*|maang\w*|le\b|leta|chah\w*|deni|dena)",
)  # fmt: skip
# What has other meanings too (tea, a red envelope, something small) is a bribe only where staff want it or get it,
# or where a signature or the loan hangs on it: children and customers want tea, red envelopes are given at weddings.
_EN_STAFF = r"(?:officers?|(?<!\b(?:my|our) )staff|agents?|clerks?|managers?|tellers?|collectors?|you(?=.{0,25}\b(?:red envelope|tea money)))"
_EN_TREAT = r"(?:red envelopes?|tea money|chai|something small|(?:a |an )?(?:thick )?envelope|token of (?:thanks|appreciation))"
_ZH_STAFF = r"(?:信贷员|业务员|贷款员|客户经理|经理|主任|领导|工作人员|职员|(?<!我)(?:你们|银行|贷款|信用社)的?员工|柜员|收款员|你们)"
_ZH_TREAT = r"(?:红包|辛苦费|茶水费|喝茶钱)"
_SW_STAFF = r"(?:afisa|maafisa|meneja|karani|wakala|mawakala|(?:mfanyakazi|wafanyakazi) (?:wenu|wa (?:benki|mkopo|mikopo|ofisi))|bosi)"
_SW_WANTS = r"(?:(?:a|wa)(?:na|me|li)(?:ni|tu)?(?:omba|taka|dai|itisha)|(?:ni|tu)(?:na|me|li)ombwa|naombwa)"
_OF_STAFF = (
    rf"\b{_EN_STAFF}\b.{{0,25}}\b(?:ask(?:s|ed|ing)?|demand(?:s|ed|ing)?|want(?:s|ed)?|expect(?:s|ed)?|tak(?:es?|ing)|took|need(?:s|ed)?)\b.{{0,15}}\b{_EN_TREAT}\b|\b(?:give|gave|giving|pay|paid|paying)\b.{{0,15}}\b{_EN_STAFF}\b.{{0,15}}\b{_EN_TREAT}\b|\b(?:give|gave|giving|pay|paid|paying)\b.{{0,10}}\b{_EN_TREAT} to (?:the |my |our |an? )?(?:loan )?{_EN_STAFF}\b|\b{_EN_TREAT}\b.{{0,10}}\b(?:before (?:he|she|they) (?:sign|approve|visit|pass|give|help|come)\w*|to (?:sign|approve|get (?:the|a|my) loan))\b",
    rf"{_ZH_STAFF}.{{0,6}}(?:索要|索取|收受?|讨要?|拿|(?<!不|需)要|塞|送)(?:了|过|我的?|个|点|些|一个)*{_ZH_TREAT}|(?:给|塞|送)(?:了|过)?{_ZH_STAFF}.{{0,4}}{_ZH_TREAT}|{_ZH_TREAT}.{{0,4}}(?:才|再)(?:能|肯|会|给)?(?:批|签|放款|办)|(?:批|放|办)?(?:贷款|放款|审批).{{0,3}}(?:要|得|需要)(?:不要)?(?:给|塞|送)(?:个|点)?{_ZH_TREAT}",
    rf"\b{_SW_STAFF}\b.{{0,20}}\b{_SW_WANTS} (?:\w+ )?(?:chai|kitu kidogo)\b|\b{_SW_WANTS} (?:\w+ )?(?:chai|kitu kidogo)\b.{{0,12}}\b(?:ili (?:ni|tu|a)p\w+|kabla (?:ya (?:kusaini|mkopo)|haja\w+))",
    r"\b(?:oficial|agente|asesora?|gerente|cobrador|funcionari[oa])\b.{0,15}\b(?:pid\w+|exig\w+|cobr\w+|quier\w+)(?: \w+){0,2} (?:propinas?|dinero para (?:el|ella))\b",
    r"\b(?:agent|agente|chef|directeur|conseiller|conseillere|gerant)\b.{0,15}\b(?:demand|exig|reclam|veut)\w*(?: \S+){0,2} (?:enveloppe|petit cadeau|de quoi boire)",
    r"(?:अधिकारी|अफ\u093c?सर|साहब|बाबू|मैनेजर|एजेंट|कर्मचारी)\S*(?: \S+){0,3}? चाय-?पानी|\b(?:officer|adhikari|afsar|sahab|babu|manager|agent)\b.{0,20}\bchai[ -]pani (?:\w+ )?(?:mang\w*|maang\w*|le\b|leta|chah\w*)",
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
_TOLD = tuple(regex.compile(one) for one in (*_BY_NAME, *_OF_STAFF))


def speaks_of_bribes(message: str) -> bool:
    """Whether a message, a question as well, speaks of a bribe that is wanted or given."""
    said = bare(message)
    return any(one.search(said) for one in _TOLD) or elsewhere.is_bribe(message)
