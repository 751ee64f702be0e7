"""Danger, wrongs done and debts that cannot be paid, told by somebody whom they befall: a person must hear of it."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import regex

from knowledge.answering import elsewhere
from knowledge.answering.acute import is_acute
from knowledge.answering.despair import wishes_to_die
from knowledge.answering.folding import bare
from knowledge.answering.kin import BEATEN_EN, BEATEN_SW, KIN_ZH, MINE_EN, MINE_ES, MINE_FR, MINE_SW

# Who "attacks" a field, or "beats" in a figure of speech.
_BY_NOBODY = r" (?:out|off)\b| by (?:(?:\w+ )?(?:locusts?|pests?|army ?worms?|worms?|insects?|disease|birds|monkeys|elephants|inflation|prices?|drought|rains?|hunger|poverty|life|malaria)\b)"
_NO_BLOWS_ZH = r"(?:疫苗|一?针|电话|[\d一二三四五六七八九]?折)"
# Words of blows, hunger and of somebody else's death. No question beside them makes them one to the papers.
_DANGER = (
    r"\b(?:kill|hang)(?:s|ed|ing)? (?:him|her|them)sel(?:f|ves)\b|\b(?:they (?:will|would)|(?:want\w*|going|came|coming|tr(?:y|ied|ying)|threat\w+) to) kill (?:me|us)\b",
    rf"\b(?:beat(?:s|en|ing)?|(?<!\b(?:drought|storm|floods?|rains?|hail|cyclone|disease|pests?|prices?|inflation|locusts?|it)(?: \w+)? )hits?(?! (?:my|our) family)|slapp?(?:s|ed)?|kick(?:s|ed)|punch(?:es|ed)|stabb?ed|raped|strangled|whipped|caned)(?: up)? (?:me|us|{MINE_EN})\b",
    rf"(?<!\bif )\b(?:i|we|{MINE_EN}) (?:was|were|got|has been|have been|am being|is being|are being) (?:badly |just |also |then )?(?:{BEATEN_EN}|attacked|hit(?= by (?:\w+ ){{0,3}}(?:officers?|collectors?|agents?|man|men|police|neighbou?rs?|husband|thugs?)\b))(?!{_BY_NOBODY}| (?:on|in) (?:the )?(?:prices?|costs?|quality|market|auction|tender)\b)\b",
    r"\bmy child(?:ren)? (?:is|are) (?:hungry|starving)\b",
    rf"打了(?:我|俺)(?!的?(?:卡|账|电话|手机))|(?:殴打|打伤|揍|扇|踢|捅)了?(?:我|俺)|(?:他|她|他们|员|收的?|款的|公|丈夫)打(?:我|俺|人)(?!.{{0,3}}(?:电话|手机|卡|账|钱))|(?:要|还|动手|又|会|敢)打(?:我|俺)(?!.{{0,3}}(?:电话|手机|卡|账|钱))|(?:我|俺|{KIN_ZH}).{{0,3}}被(?!打扰|打断|打折|打疫|打针).{{0,6}}(?:殴打|打了|打伤|强奸|揍)(?!{_NO_BLOWS_ZH})|上吊|跳(?:楼(?!价)|河|井)",
    rf"\b(?:a|wa)(?:me|li|na)(?:ni|tu)piga\b(?! (?:simu|picha|faini|marufuku|chapa))|\b(?:nimepigwa|nilipigwa|tumepigwa|tulipigwa)\b(?! (?:simu|picha|faini|marufuku|chapa|na (?:butwaa|mvua|jua|ugonjwa)))|\b(?:a|wa)(?:me|li)(?:ni|m)(?:baka|chapa makofi|piga kofi)\b|\b(?:a|wa)(?:me|li|na)(?:m|wa)(?:piga|baka|chapa) (?:\w+ )?{MINE_SW}\b|\b(?:a|wa)(?:me|li)mpiga (?:mke|mume|mtoto|mwanangu)|\b{MINE_SW} (?:\w+ )?(?:a|wa)(?:me|li){BEATEN_SW}\b(?! (?:simu|picha|faini|marufuku|na (?:butwaa|mvua|jua|ugonjwa|malaria)))",
    r"(?:मुझे|मुझको|हमें|हमको|पत्नी को|पति को|बेटे को|बच्चों? को) (?:\S+ ){0,3}?(?:मारा|पीटा|थप्पड\u093c?)|मार-?पीट",
    rf"\b(?:me|nos) (?:peg[oa]|pegaron|golpeo|golpea|golpearon|violo|violaron|cacheteo|pateo)\b|\b(?:me|nos) (?:ha|han) (?:pegado|golpeado|violado)\b|\b{MINE_ES} (?:fue|ha sido|fueron) (?:\w+ )?(?:golpead|violad|agredid|apunalad)[oa]s?\b|\b(?:peg[oa]|pegaron|golpeo|golpearon|violo|violaron) a {MINE_ES}\b",
    rf"\b(?:m'a|m'ont|nous a|nous ont) (?:frapp|battu|gifl|viole|tabass|agress)|\b(?:il|elle|agent|on|ils|chef) (?:me|nous) (?:frappe|bat)\b|\bj'ai ete (?:frapp|battu|viole|tabass|agress)|\b{MINE_FR} (?:a|ont) ete (?:\w+ )?(?:battu|frapp|viole|agress|poignard)|\b(?:a|ont) (?:frapp|battu|viole|agress|tabass)\w* {MINE_FR}\b",
)  # fmt: skip

_NO_GOODS = r"(?:application|call|order|time|form|file|question|complaint|details|number|fingerprints?|advice|(?:\w+ )?(?:names?|photos?|pictures?)\b)"
# "He took my son to school"
_EN_GOING = r"(?:\w+ )?(?:son|daughter|child(?:ren)?|kids?|baby|boy|girl|wife|husband|mother|father|brother|sister|grand\w+) (?:home\b|back home\b|to (?:the |a |see |their |his |her )*(?:schools?|hospital|clinic|doctor|nurse|dispensary|town|market|church|mosque|college|university|work)\b)"
_EN_WEATHER = (
    r"(?:floods?|waters?|rivers?|rains?|storms?|winds?|hail\w*|landslides?|fire|drought|disease|cyclone)"
)
_EN_GOODS = r"(?:cows?|cattle|calf|calves|bulls?|ox(?:en)?|goats?|pigs?|sheep|chickens?|hens?|donkeys?|buffalo(?:es)?|animals|livestock|motor ?bikes?|motor ?cycles?|bikes?|bicycles?|tv|television|furniture|tractor|everything)"
_EN_THEY = r"(?:they|officers?|collectors?|agents?|police|thie(?:f|ves)|robbers?|lender|bank|staff)"
_SW_GOODS = r"(?:ng'?ombe|mbuzi|mali|shamba|nyumba|kuku|simu|baiskeli|pikipiki|bodaboda|kondoo|nguruwe|punda|mifugo|runinga|redio|tv|vyombo|vitu|mashine|ardhi|samani|mazao|mahindi)"
_ZH_GOODS = r"(?:牛|羊|猪|鸡|鸭|鱼|驴|马|牲口|电视|摩托车?|三轮车?|电动车|粮食?|拖拉机|家具|房子)"
_ZH_TAKE = r"(?:牵走|拉走|开走|骑走|抢走|拿走|搬走|没收|偷走|扣(?!除|减|息|税))"
_ES_GOODS = r"(?:vacas?|cabras?|toros?|bueyes|cerdos?|chanchos?|gallinas?|ovejas?|burros?|animales|ganado|moto|motocicleta|bici\w*|tele\w*|tractor|casa|tierras?|cosecha|todo)"
_FR_GOODS = r"(?:vaches?|chevres?|boeufs?|cochons?|porcs?|poules?|moutons?|anes?|animaux|betail|motos?|velos?|tele\w*|tracteur|maison|terres?|recolte)"
# What was taken, who threatens. Only what is merely supposed is a question to the papers.
_WRONGS = (
    rf"(?<!\b(?:i|we)(?:'ve| have| had| just| already| also| only)* )(?<!\b{_EN_WEATHER}(?: has| have| had| just| also| came and)* )\b(?:took|taken|taking|seized|stole|stolen|confiscated|grabbed)(?: away| back)?(?: all(?: of)?)? (?:my|our) (?!{_NO_GOODS}|{_EN_GOING})\w+",
    rf"(?<!\b(?:if|can|may|will|could|would|do|does|when) (?:the |an? )?)\b{_EN_THEY} (?:(?:have |has |had |just |already |came and |came |come and )*(?:took|taken|seized|stole|stolen|confiscated|drove|grabbed)(?: away| off)?(?: all| both)? (?:(?:the|one|two|three|\d+) )?{_EN_GOODS}\b(?! (?:on|with|as|for)\b)|(?:(?:are |is |have )?(?:want|wants|came|come|coming|going) (?:to|and) )(?:take|seize|confiscate|grab)(?: away)? (?:my|our|the) {_EN_GOODS})|\brobbed (?:me|us|my|our)\b",
    rf"(?<!\bif )\b(?:my|our|the) (?:\w+ )?{_EN_GOODS} (?:was|were|has been|have been) (?:just |all )?(?:taken away|taken|seized|confiscated)\b(?! as\b)",
    r"(?<!\b(?:if|when|can|may|might|could|do|does)\b[^.!?,]{0,25})\bthreaten(?:ed|s|ing) to (?:burn|kill|beat|hurt|shoot|take|seize|arrest|harm|rape)\b|\block(?:ed|ing) (?:me|us) (?:up|in)\b|(?<!\b(?:if|can|may|will|could|would) \w+ )\bthreaten(?:ed|ing|s)? (?:me|us|my)\b|(?<!\bif )\b(?:i|we) (?:was|were|am|are|have been) (?:being )?threatened\b",
    rf"(?:牵走|拉走|开走|抢走|拿走|没收)了?我|抢了我(?!的?(?:申请|照片|电话|表))|(?:把|将)(?:我|我们|俺|咱|家里)的?(?!利息|手续费|费用|押金)[^,，。！!？?]{{1,8}}{_ZH_TAKE}|(?:把|将)[^,，。！!？?]{{0,4}}{_ZH_GOODS}[^,，。！!？?]{{0,3}}{_ZH_TAKE}|(?:被|让)(?:他们|人|人家|信贷员|收款的?|催收的?)?(?:牵走|拉走|抢走|没收|偷走|抢)",
    r"威胁(?:我|俺|要|说|家里)|恐吓(?:我|俺)",
    rf"\b(?:a|wa)(?:nataka|nakuja|mekuja|likuja) kuchukua (?:\w+ )?{_SW_GOODS} (?:wangu|wetu|yangu|yetu|zangu|zetu|langu|letu|vyangu|vyetu)\b|\b(?:wa|a|u|m|mu)(?:me|li|ka)(?:ni|tu)?(?:chukua|chukulia|nyang'?anya|iba|ibia|pora|beba|kamata) (?:(?!mkopo|fomu|(?:na|kwa)\b)\w+ ){{0,2}}?{_SW_GOODS}\b|\b(?:nime|tume|nili|tuli)(?:porwa|nyang'?anywa)\b",
    r"\b(?:a|wa)(?:na|me|li)(?:ni|tu)?(?:tisha|tishia)\b|\b(?:nimetishwa|nimetishiwa|tunatishwa|ninatishiwa|natishiwa)\b",
    r"छीन (?:लि(?:या|ए|ये)|ली|कर ले)|उठा ले (?:गए|गये|गया)|ले (?:गए|गये)|(?:मेर[ाीे]|हमार[ाीे]) (?:\S+ ){1,3}?(?:ले (?:गया|गयी|गई)|ज\u093c?ब्त कर ल|चुरा|लूट)|धमकी (?:दे|दी)|धमका",
    rf"\b(?:se (?:llevaron|llevo|han llevado|ha llevado)|(?:me |nos )?(?:robaron|han robado|ha robado|quitaron|embargaron))(?: a)?(?: todas?| todos?)? (?:mi|mis|nuestr[oa]s?|(?:la|las|los|el) {_ES_GOODS})\b|\b(?:me|nos) (?:quitaron|quito|robaron|robo|asaltaron|han robado|han quitado|estan robando)\b(?! (?:los )?(?:interes|tiempo|puntos))|\bquieren quitar(?:me|nos)\b|(?<!\bsi (?:\w+ ){{0,2}})\bamenaz\w+ con (?:quitar|matar|pegar|quemar)|\b(?:me|nos) (?:ha |han |estan? )?amenaz",
    rf"\b(?:a|ont) (?:pris|vole|volee?s?|emporte|emmene|saisi|confisque)(?: toutes?| tous)? (?:(?:ma|mon|mes|notre|nos) (?!demande|dossier|photo|formulaire|nom|numero|appel))|\bont (?:pris|vole|emporte|emmene|saisi) (?:la|les|le) {_FR_GOODS}\b|\b(?:m'a|m'a-t-on|m'ont|nous a|nous ont) (?:pris|vole|emporte|arrache)|\b(?:me|nous) menac|\b(?:m'a|m'ont|nous a|nous ont) menac|(?<!\bsi (?:\S+ ){{0,2}})\bmenac\w* de (?:prendre|tuer|frapper|bruler|saisir|me|nous)\b",
)  # fmt: skip

# "I can't pay at the office": where and by what, not whether.
_NOT_THE_WAY = r"(?! (?:it |back )?(?:at the|by|online|through|via|using|in (?:cash|person|town)|with (?:my |the |a )?(?:phone|mobile|m-?pesa|card|cash|bank)|here|there|more than)\b)"
# An emergency to who owes already; of a loan that is only asked for, "I can't pay each month" may be an answer.
_DEBTS = (
    rf"(?:\b(?:i|we) (?:can(?:'?t| ?not)|cannot|am unable to|are unable to|have no money to|couldn'?t)|(?:^|[,.;!] ?|\b(?:and|so|but|now) )(?:can(?:'?t| ?not)|cannot|unable to)) (?:pay|repay|make (?:the|my|this) (?:payment|instal?lment)){_NOT_THE_WAY}",
    r"(?:我|我们|家里)?(?:现在|实在)?(?:还不(?:起|上|了)|没钱还|没有钱还)(?:款|钱|贷款|了|啊|$)",
    r"\b(?:siwezi|hatuwezi|nashindwa|tumeshindwa|nimeshindwa|sina pesa ya|sina hela ya) (?:kulipa|kurejesha|kurudisha)",
    r"(?:चुका|भर|लौटा) नहीं (?:सकता|सकती|पा रहा|पा रही|सकते)",
    r"\bno puedo pagar",
    r"\bje ne peux (?:pas|plus) (?:payer|rembourser)",
)

# What stands before a wrong that is merely supposed, in its sentence; of "will they?" in its clause.
_SUPPOSED = regex.compile(
    r"(?:\bwhat (?:if|(?:will |would )?happens?\b.*\b(?:if|when))\b|如果|要是|假如|倘若|万一|\b(?:nini|itakuwaje)\b.*\b(?:kama|ikiwa|endapo|iwapo)\b|अगर|यदि|"
    r"\bque (?:pasa|pasaria|sucede|ocurre) (?:si|cuando)\b|\bqu(?:e|'est-ce qui) (?:se passe|arrive).*\b(?:si|s'|quand))[^.!?。！？]*$|"
    r"(?:会不会|能不能|可不可以|是否|能否|什么(?:情况|时候))[^,.!?，。！？]*$"
)
_ASKED_OF = regex.compile(r"[^,，。！!？?]{0,4}[吗嘛]")  # behind it: "会被没收吗"
# Of not being able to pay the papers speak as well: any "if" before it, and what asks for the rule.
_IF = regex.compile(
    r"(?:\bif\b[^.!?,;]{0,60}|\b(?:when|once|suppose|in case)(?: \w+){0,2} |\b(?:kama|ikiwa|endapo|iwapo)(?: \w+){0,3} |\b(?:si|cuando|quand|au cas ou)(?: \w+){0,3} )$"
)
_RULE = regex.compile(
    r"^\W*(?:what happens|what (?:should|can|must|do) (?:i|we|a|one|someone) do|can (?:i|we) (?:still )?(?:get|have|ask|borrow|apply)|who (?:do|can|should)|how (?:do|can)|is there|nifanye nini|que pasa|que se passe)|"
    r"(?:怎么办|咋办)[?？。]?$|还不(?:起|上|了)(?:款|钱|贷款|了|的话)*[,，]?(?:会|怎|咋|有什么|有啥|能不能|可不可以)|\b(?:nini (?:hufanyika|kitatokea|hutokea)|itakuwaje|itakuaje|nikishindwa)\b|क्या (?:होगा|होता)"
)

_DANGER_RE, _WRONGS_RE, _DEBTS_RE = (
    tuple(regex.compile(one) for one in patterns) for patterns in (_DANGER, _WRONGS, _DEBTS)
)


def is_emergency(message: str) -> bool:
    """Whether somebody tells of danger, a wrong or a debt he cannot pay; however long, and whatever he asks beside it."""
    said = bare(message)
    if is_acute(message) or _harmed(said) or _in_debt(said) or wishes_to_die(message):
        return True
    return elsewhere.is_danger(message) or elsewhere.is_wrong(message) or elsewhere.is_debt(message)


def cannot_pay(message: str) -> bool:
    """Whether that he cannot pay is all that makes a message an emergency."""
    said = bare(message)
    if (
        is_acute(message)
        or _harmed(said)
        or wishes_to_die(message)
        or elsewhere.is_danger(message)
        or elsewhere.is_wrong(message)
    ):
        return False
    return any(one.search(said) for one in _DEBTS_RE) or elsewhere.is_debt(message)


def is_wronged(message: str) -> bool:
    """Whether somebody tells of what others did to him: blows, threats, what was taken."""
    return _harmed(bare(message)) or elsewhere.is_wrong(message)


def _harmed(said: str) -> bool:
    if any(one.search(said) for one in _DANGER_RE):
        return True
    return any(
        not (_SUPPOSED.search(said, endpos=found.start()) or _ASKED_OF.match(said, found.end()))
        for one in _WRONGS_RE
        for found in one.finditer(said)
    )


def _in_debt(said: str) -> bool:
    """ "What happens if I can't pay?" asks for the rule; "I can't pay" asks for a person."""
    if _RULE.search(said):
        return False
    return any(
        not (_SUPPOSED.search(said, endpos=found.start()) or _IF.search(said, endpos=found.start()))
        for one in _DEBTS_RE
        for found in one.finditer(said)
    )
