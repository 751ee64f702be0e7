"""What staff are told to have done, in any words: they are the subject of a told clause, or did what was suffered."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import regex

from knowledge.answering.folding import bare
from knowledge.answering.kin import (
    BEATEN_EN,
    BEATEN_SW,
    KIN_HI,
    KIN_ZH,
    MINE_EN,
    MINE_ES,
    MINE_FR,
    MINE_SW,
)

_STAFF_EN = r"(?:officers?|staff|agents?|collectors?|clerks?|managers?|tellers?|cashiers?)"
_STAFF_ZH = r"(?:信贷员|贷款员|业务员|收款员|工作人员|客户经理|柜员|网点的?人)"
_STAFF_SW = r"(?:(?:ma)?afisa|(?:m|wa)fanyakazi (?:wenu|wa (?:benki|mkopo|mikopo|ofisi))|(?:ma)?wakala|mkopeshaji|(?:ma)?karani|(?:ma)?meneja)(?! wa (?:kilimo|mifugo|afya|elimu|polisi|duka|shule))"
_STAFF_ES = r"(?:oficial(?:es)?|agentes?|funcionari[oa]s?|cobrador(?:es)?|gerente|encargad[oa]|asesora?)"
_STAFF_FR = r"(?:agente?s?|employee?s?|collecteur|gerante?|conseill(?:er|ere)|charge[e]? de pret)"
_STAFF_HI = r"(?:अधिकारी|अफ\u093c?सर|एजेंट|कर्मचारी|मैनेजर|वसूली वाल[ाे])"
_OF_LOANS_SW = r"(?: (?:wa (?:mkopo|mikopo|kijiji|benki|tawi)|wangu|wetu|wenu|yule|huyo|huyu|mkopo|mikopo))*"
_OF_LOANS_ES = r"(?: (?:de (?:credito|prestamos?|la oficina)))?"
_OF_LOANS_FR = r"(?: (?:de (?:credit|prets?)))?"
# Where a clause begins: behind "can", "will", "when", "if" the same words ask or suppose.
_BEGINS = r"(?:^|[.,;:!?\n]|\b(?:and|but|because|that|then|so|since|today|yesterday|na|lakini|kwa sababu|kwamba|leo|jana|y|pero|porque|que|et|mais|car)\b)\W*"
_THE_EN = (
    r"(?:(?:the|my|our|your|this|that|an?|one|some|loan|credit|field|branch|village|bank|male|same|of) )*"
)
_SUBJECT_EN = rf"{_BEGINS}{_THE_EN}{_STAFF_EN}(?: (?!has\b|had\b|was\b|is\b|did\b)[a-z]+){{0,2}}?"
_SUBJECT_SW = rf"\b{_STAFF_SW}{_OF_LOANS_SW}"

# Ill deeds: by themselves, to whomever they are done.
_ILL_EN = r"(?:(?:slept|sleeps|sleeping|had sex|has sex|lay) with|(?:touch|grop|fondl|kiss|molest|rap|harass|defil|seduc|assault|abus|insult|cheat|robb|slapp|kick|punch|push|grabb|spat|curs|mock|humiliat)(?:ed|es|ing|s)\b|(?:is|was|came|comes|always|often|were|are) (?:\w+ )?(?:drunk|drinking|naked)\b|impregnated|beat|spat|stole|steals|pinched|peeped|undressed)"
_ILL_ZH = r"(?:摸|搂|抱住|亲了|睡了|强奸|强暴|非礼|骚扰|调戏|欺负|猥亵|侮辱|羞辱|殴打|打了|扇|踢|推倒|偷|抢|喝醉|醉|喝酒|赌|陪[他她]|睡觉)"
_ILL_SW = r"(?:shika(?!na)|papas|tomas|baka\b|busu|gus[ae]\b|lala na|nyanyas|dhalilish|tukan|danganya|iba\b|ibia|pora|piga\b(?! (?:simu|picha|faini|marufuku|chapa|muhuri))|lewa|sukuma|onea\b|tongoz|tisha|najisi)"
_ILL_DONE_SW = r"(?:shikwa|guswa|papaswa|tukanwa|danganywa|nyanyaswa|dhalilishwa|sukumwa|ibiwa|porwa|tapeliwa|lazimishwa|tishwa|tishiwa|onewa|tongozwa|busiwa|fukuzwa)"
# What staff do in their work: of this, told beside a question, nobody is accused.
_WORK_EN = r"(?:visit|see|saw|seen|t(?:old|ells?)|sa(?:ys?|id)|ask|call|phon|c(?:ome|ame)|meet|met|gave|gives?|show|explain|help|advis|train|t(?:each|aught)|regist|enrol|writ|wrote|sen[dt]|sign|approv|check|interview|contact|photograph|know|need|want|requir|speak|spoke|talk|wait|look|serv|refus|reject|declin)"
_AUXILIARY_EN = r"(?:is|was|has|had|will|did|does)\b"
_WORK_ZH = r"[找问访见联告通知帮来去看教给说登记可会能要签拍核]"
_WORK_SW = r"(?:tembele|uliz|ambi|on[ae]\b|saidi|andik|sajil|elez|fundish|it[ae]\b|pigia|simu|kut[ae]|omb|pa\b|pe\b|tak|hoji|ju[ae]|hitaji|sem|jib|tum|thamin|kagu|kubal|kata)"
_PASSIVE_EN = r"(?:was|were|got|been|is|are|being)"

_ILL = (
    rf"{_SUBJECT_EN} (?:(?:has|have|had|just|also|always|often|then|even|is|was|keeps?) )*{_ILL_EN}",
    rf"{_STAFF_ZH}[^,。，！？!?]{{0,8}}?{_ILL_ZH}",
    rf"{_SUBJECT_SW} (?:\w+ ){{0,2}}?(?:a|wa)(?:me|li|na|ka|ta)?(?:ni|tu|m|mw|wa|ki)?{_ILL_SW}",
)  # fmt: skip
_DONE = (
    *_ILL,
    rf"{_SUBJECT_EN} (?:(?:has|have|had|just|also|even|is) )*(?!{_WORK_EN}|{_AUXILIARY_EN})\w+(?: \w+){{0,2}}? {MINE_EN}\b",
    rf"\b(?:i|we|he|she|they|{MINE_EN}) (?:have |has |had )?{_PASSIVE_EN} (?:\w+ )?(?:{BEATEN_EN}|(?!{_WORK_EN})\w+(?:ed|en|t|ught))(?: \w+){{0,2}}? by {_THE_EN}{_STAFF_EN}\b",
    rf"{_STAFF_ZH}(?![^,。，！？!?]{{0,6}}{_WORK_ZH})[^,。，！？!?的]{{1,6}}(?:我|俺|我家|我们|咱)的?[大小二]?{KIN_ZH}",
    rf"(?:我|俺|咱|{KIN_ZH})[^,。，！？!?]{{0,4}}(?:被|让|叫)[^,。，！？!?]{{0,3}}{_STAFF_ZH}(?!{_WORK_ZH})[^,。，！？!?拒绝]{{1,6}}",
    rf"{_SUBJECT_SW} (?:a|wa)(?:me|li|na|ka)(?!\w{{0,2}}{_WORK_SW})\w+ (?:\w+ )?{MINE_SW}\b",
    rf"\b(?:ni|tu|a|wa)(?:me|li|na)(?:{BEATEN_SW}|{_ILL_DONE_SW}) (?:\w+ )?na {_STAFF_SW}",
    rf"\b{_STAFF_ES}{_OF_LOANS_ES} (?:ha |se )?(?:toco|tocado|manose\w+|acosto con|abus\w+|viol[oa]\w*|peg[oa]\w*|golpe\w+|insult\w+|enga\w+|acos[oa]\w*|beso|rob[oa]\w*|esta borrach[oa])\b|\b(?:fue|fui|ha sido|he sido) (?:\w+ )?(?:golpead|violad|tocad|abusad|acosad|insultad|manosead)[oa] por (?:el|la|un|una|mi) {_STAFF_ES}|\b{_STAFF_ES}{_OF_LOANS_ES} (?!visit|llam|pregunt|pid|necesit|dijo|dic)\w+ (?:con |a )?{MINE_ES}\b",
    rf"\b{_STAFF_FR}{_OF_LOANS_FR} (?:a |s'est |est )?(?:touche|caresse|couche avec|abuse|viole|frappe|battu|insulte|trompe|harcele|embrasse|vole|ivre|soul)\b|\bete (?:\w+ )?(?:battue?|frappee?|violee?|touchee?|abusee?|insultee?|harcelee?) par (?:l'|le |la |un |une |mon |cet )?{_STAFF_FR}|\b{_STAFF_FR}{_OF_LOANS_FR} a (?!visit|appel|demand|dit)\w+ (?:avec |a )?{MINE_FR}\b",
    rf"{_STAFF_HI} ?(?:ने|से)? ?(?:\S+ ){{0,4}}?(?:छुआ|छेड\u093c?|मारा|पीटा|बलात्कार|सोया|गाली|धक्का|चूमा|नशे)|{KIN_HI} (?:\S+ ){{0,2}}?{_STAFF_HI} (?:ने|द्वारा)",
)  # fmt: skip

# A clause that staff are the subject of, and no mere name of what is looked for ("officer phone number").
_VERB_EN = r"(?:is|was|are|were|has|have|had|did|didn't|doesn't|does|don't|won't|will|would|keeps?|kept|never|always|just|only|wants?|\w{2,}ed|came|comes|went|goes|took|takes?|gave|gives?|said|says|told|tells|made|makes|left|slept|sat|ate|drank|got|held|hid|lost|lied|lies|ran|sold|sells?|spoke|stole|threw|wrote|brought|bought|caught|found|kissed|\w{3,}s (?:me|my|us|our|at|with|to|on|for|too|people|women|girls|nobody|everybody|all))"
_SUBJECTS = (
    rf"{_BEGINS}{_THE_EN}{_STAFF_EN}(?: (?!who|which|where|what|when|how|for|in|of|at|office|phone|number)[a-z]+)?? {_VERB_EN}\b(?! (?:who|where|what|when|which|how|called|named)\b)(?![^.!?]*\b(?:what|which) (?:day|time|date|papers?|documents?)\b|[^.!?]*\b(?:when|where|why|how)$)",
    rf"\b(?:was|were|got|been|being) (?:\w+ ){{1,3}}by {_THE_EN}{_STAFF_EN}\b(?! of)",
    rf"(?:^|[.,;:!?，。；！\s]|[昨今前]天|[我你]们?的?|那个|这个|村里?的?|被|让){_STAFF_ZH}(?!的?(?:电话|号码|名字|姓名|联系|地址|办公|手机|微信|名单|是谁|是哪|在哪)|[^,，。！!？?]*(?:时间|职责|流程|要求|内容|规定|几点|哪位|谁)$)[^,，。！!？?]{{2,}}",
    rf"{_SUBJECT_SW} (?:\w+ ){{0,2}}?(?:a|wa|ha|hawa)(?:me|li|na|ku|ja|ta|ka)\w{{2,}}|{_SUBJECT_SW} (?:ni|yuko) (?!nani|wapi)\w+",
    rf"{_BEGINS}(?:el|la|mi|un|una|nuestr[oa]) {_STAFF_ES}{_OF_LOANS_ES} (?!de\b|en\b|para\b|que\b)\w+",
    rf"{_BEGINS}(?:l'|le |la |mon |un |une |notre |cet )\W*{_STAFF_FR}{_OF_LOANS_FR} (?!de\b|en\b|pour\b|du\b)\w+",
    rf"{_STAFF_HI} (?:ने|मुझ\S*|हम\S*|रोज\u093c?) ",
)  # fmt: skip

# The same where nothing is wrong with it: "the officer told me to bring photos".
_AT_WORK = (
    rf"\b{_STAFF_EN} (?:(?:has|have|had|just|already|also) )*{_WORK_EN}(?!\w* (?:people|others|every\w+|the (?:village|neighbou?rs?)|my (?:secrets?|neighbou?rs?)))",
    rf"\b{_WORK_EN}\w* (?:\w+ )?by {_THE_EN}{_STAFF_EN}\b",
    rf"{_STAFF_ZH}[^,。，！？!?不没]{{0,3}}(?:{_WORK_ZH}|[让叫]我[带交填来去拿写])",
    rf"{_SUBJECT_SW} (?:a|wa)(?:me|li|na|ta)\w{{0,2}}{_WORK_SW}",
)

_AT_WORK_RE = tuple(regex.compile(one) for one in _AT_WORK)
_ILL_RE = tuple(regex.compile(one) for one in _ILL)
_DONE_RE = tuple(regex.compile(one) for one in _DONE)
_SUBJECTS_RE = tuple(regex.compile(one) for one in _SUBJECTS)


def tells_of_ill(message: str) -> bool:
    """Whether staff did what is ill whomever it befalls, in a question too."""
    said = bare(message)
    return any(one.search(said) for one in _ILL_RE)


def tells_of_wrong(message: str) -> bool:
    """Whether staff did something to the writer or his kin that is no work of theirs, or did ill; in a question too."""
    said = bare(message)
    return any(one.search(said) for one in _DONE_RE)


def tells_of_staff(message: str) -> bool:
    """Whether staff are spoken of as who does something. Of a question it says nothing: "when will he come"."""
    said = bare(message)
    return tells_of_wrong(message) or any(one.search(said) for one in _SUBJECTS_RE)


def tells_of_work(message: str) -> bool:
    """Whether what they are said to do is their work."""
    said = bare(message)
    return not tells_of_wrong(message) and any(one.search(said) for one in _AT_WORK_RE)
