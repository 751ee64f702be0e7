"""Complaints: the word that begins one, whether it says what happened, and words of ill treatment beside a question."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import regex

from knowledge.answering.bribery import speaks_of_bribes
from knowledge.answering.called import instead, named
from knowledge.answering.deeds import tells_of_ill, tells_of_staff, tells_of_wrong
from knowledge.answering.folding import folded
from knowledge.answering.introduced import others

LONGEST = 2000
_EN = r"(?:please[ ,]*)?(?:(?:i (?:want|would like|wish|need|have) |i'd like |let me )(?:to )?)?(?:(?:make|file|send|write|lodge|raise) )?(?:a |my )?(?:complain|complaints?)"
_ZH = r"(?:你好[,，]?)?(?:我|我们)?(?:要|想|想要|来)?投诉"
_SW = r"(?:(?:mimi )?(?:nataka|ninataka|ningependa|naomba|nina|nahitaji) )?(?:ku(?:toa|wasilisha|peleka|leta) )?(?:kulalamika|malalamiko|lalamiko)(?: (?:langu|yangu))?"
_HI = r"(?:(?:मुझे|मैं|हमें|मेरी|मेरा|एक) ?)*(?:(?:\S+ ){1,2}(?:की|के ख\u093c?िलाफ\u093c?) )?शिकायत(?: (?:करनी|करना|दर्ज|लिखनी|लिखवानी|है|हैं|चाहता|चाहती|हूँ|हूं|कराना|करानी|करवानी|की|कर))*"
_ES = r"(?:(?:me )?(?:quiero|quisiera|necesito|deseo|tengo|voy a) (?:que )?)?(?:(?:hacer|presentar|poner|dar) )?(?:una |mi )?(?:quejar(?:me|nos)?|quejas?|reclamo|reclamaci[oó]n|denunciar?)"
_FR = r"(?:(?:je (?:veux|voudrais|souhaite|dois)|j'ai) )?(?:(?:faire|d[eé]poser|porter|envoyer) )?(?:une |ma )?(?:me plaindre|plainte|r[eé]clamation)"
_WORD = regex.compile(
    rf"^\W*(?:{_EN}\b|{_ZH}|{_SW}\b|{_HI}(?![\p{{L}}\p{{M}}])|{_ES}\b|{_FR}\b)[\s,.:;!~，。：；！—-]*"
)
# "Complaints line number", "投诉要多久" look something up; they complain of nothing.
_LOOKS_UP = regex.compile(
    r"(?:(?:lines?|phone|numbers?|box|form|procedure|process|committee|rules?|desk|will|time|harms?|handling|and|kept|are|is|zina|ya|yana|hu(?!yu|ko|ku)\w*|nambari|simu|sanduku|telef[oó]nos?|n[uú]mero|plazo|libro|tel[eé]fonos?|t[eé]l[eé]phone|num[eé]ro|d[eé]lai|registre)\b|(?:का|से|पर|करने|के (?:बाद|लिए)) |पेटी|नंबर|"
    r"電|电话|热线|箱|渠道|流程|(?:要|会)(?:不|多|怎|影响|有|被|等|带|写)|多(?!次)|后|怎|在(?:哪|什么)|需|能(?!不能帮)|可|有(?:多|没|热线|电话|什么|哪|用|回执|期限|结果)|到哪|影响(?:我?(?:的|以后|贷款)|不)|保存)"
)
# A question: at its end, or in the first words behind the word. What happened may hold a "when" and a "who".
_ASKS = regex.compile(
    r"^(?:how|when|which|where|who|what (?:happens|is)|will|lini|wapi|vipi|gani|nani|je|c[oó]mo|cu[aá]ndo|d[oó]nde|comment|quand|o[uù]|कैसे|कब|कहाँ|कहां)(?![\p{L}\p{M}])|^(?:怎么|哪|多少|多久|什么时候|.{0,3}会不会)|"
    r"(?:[?？]|[吗么]|\b(?:ngapi|wapi|lini|gani|nani))$|\bcu[aá]nt|\bcombien|कितन|क्या|多久|多少(?:天|钱|时间)|哪(?:里|儿)$"
)
STAFF_EN = r"\b(?:officers?|staff|agent|collector|clerk|manager)\b"
_STAFF_ZH = r"(?:信贷员|工作人员|业务员|收款员)"
# "跟我要" is asked of me, "我要" is wanted by me.
_ZH_WANTS = r"(?:(?<!(?<![跟问找向和管对])[我俺]|我们|我想)要|收|索|(?<!我)拿|让)"
_STAFF_SW = r"\b(?:afisa|mfanyakazi|wakala|mkopeshaji)\b"
_STAFF_ES = r"\b(?:oficial|agente|funcionari[oa]|cobrador|gerente|encargad[oa]|asesor)\b"
_STAFF_FR = r"\b(?:agents?|employ[eé]e?|collecteur|g[eé]rant|chef|responsable|conseiller)\b"
_STAFF_HI = r"(?:अधिकारी|अफ\u093c?सर|एजेंट|कर्मचारी|मैनेजर|वसूली वाल[ाे])"
_STAFF = regex.compile("|".join((STAFF_EN, _STAFF_ZH, _STAFF_SW, _STAFF_ES, _STAFF_FR, _STAFF_HI)))
_OFFICER = ("officer", "信贷员", "afisa", "oficial", "agent", "अधिकारी")
_HE = regex.compile(
    r"\b(?:s?he|officer|afisa|yeye|él|ella|il|elle)\b|[他她]|(?:^|(?<=[.,;:!?]))\s*(?=a(?:na|me|li)\w)|वह|वो|उस(?:ने|के)"
)
_BY_HIM = r".{0,40}(?<!\b(?:i|we)(?: (?:just|also|really|only|now|do|will|would|still|have))? )(?<!\b(?:i|we)(?: \w+)? (?:want|wish|need|like|hope|plan|going) to )"  # "officer, I want money" asks for a loan
# A sum beside what he asks for, and not so many of something: "asked me for 2 photos", "wants 500 before he signs".
_NEXT = r"(?=\s*(?:$|[^\s\w]|(?:yuan|k?shs?|shillings?|kes|usd|rs|bob|each|every|first|only|now|cash|to|for|before|so|or|and|if|from|as|then|when|else|he|she|ili|ndipo|kabla|kwanza|kwa|kila|sasa|tu|au|na|hivi|por|para|antes|si|pour|avant|sinon)\b))"
_SUM = rf"(?:(?<![\d.,:/-])(?:\d[\d.,]*\d(?:k|/=)?|\dk)(?![\d:/-]){_NEXT}|\b(?:hundred|thousand)s?\b{_NEXT}|\b(?:elfu|laki)(?: \w+)?{_NEXT})"
_ZH_SUM = r"(?:\d[\d,.]*\d|[一二两三四五六七八九十几\d]+[百千万])[一二三四五六七八九五]?(?=\s*(?:块|元|钱|才|就|不然|否则|再|给|$|[^\w\s]))"
_MUST = r"\b(?:must|should|(?:have|has|need|ought|supposed|got) to|gotta)\b"
_FAVOUR = r"(?:money|cash|gifts?|presents?|bribes?|something|anything|chickens?|hens?|goats?|eggs?|tea|favou?rs?|commission|lunch|food|meals?|transport)"
_OWED = r"\b(?:back|repay\w*|instal\w*|owe|savings?)\b"
_SW_FAVOUR = r"\b(?:kuku|pesa|hela|zawadi|rushwa|hongo|mbuzi|mayai|chai|fedha|kitu|chakula|nauli|soda)\b"
_SW_RIGHT = r"\b(?:sawa|halali|haki|kawaida|ruhusa)\b"
# "aniombe", "anaweza kuchukua", "kuniomba": he of me; a bare "kuomba pesa" is the farmer's own wish.
_SW_TAKES = r"\b(?:a(?:ni|tu)(?:omb|dai|lipish)e|(?:anaweza|anaruhusiwa|aruhusiwe|ana haki(?: ya)?|ana ruhusa(?: ya)?) ku(?:ni|tu|wa)?(?:omb|dai|taka|chuku|lipish)\w*|ku(?:ni|tu)(?:omb|dai|lipish)\w*|achukue|atake)\b"
# He wants a sum. Of a name alone that says nothing yet: a farmer who is called so wants one too.
_WANTS_SUM = (
    regex.compile(
        rf"{STAFF_EN}{_BY_HIM}\b(?:ask(?:s|ed|ing)?|wants?|wanted|demand(?:s|ed|ing)?|tak(?:es?|ing)|took|expects?|charg(?:es|ed))\b(?:(?!\bhow\b|\babout\b).){{0,30}}?{_SUM}"
    ),
    regex.compile(rf"{_STAFF_SW}.{{0,30}}\b(?:anataka|ananiomba|anaomba|ameniomba|ameomba|aliniomba|anadai|ananidai|alitaka|amechukua|anasema|amesema)\b.{{0,20}}{_SUM}"),
    regex.compile(rf"{_STAFF_ZH}.{{0,12}}{_ZH_WANTS}.{{0,6}}?{_ZH_SUM}"),
    regex.compile(rf"{_STAFF_ES}.{{0,40}}\b(?:pidi[oó]|pide|exig\w+|quiere|cobr[oó])\b.{{0,30}}?{_SUM}|{_STAFF_FR}.{{0,40}}\b(?:demand\w+|veut|exige\w*|r[eé]clam\w+)\b.{{0,30}}?{_SUM}"),
    regex.compile(rf"{_STAFF_SW}(?: \w+)?.{{0,12}}{_SW_TAKES}.{{0,20}}{_SUM}|{_SW_RIGHT}.{{0,10}}{_STAFF_SW}(?: \w+)? (?:ku(?:ni|tu|wa)?(?:omb|taka|dai|chuku|lipish)\w*).{{0,20}}{_SUM}"),
)  # fmt: skip
# What makes it a sum out of the writer's pocket, or for what an officer does.
_OF_ME = regex.compile(
    r"\b(?:me|us(?! dollars?)|nos|nous|moi)\b|\bm'|\b(?:give|pay|bring|send|buy|tip|bribe)\s+(?:him|her|officer|agent)\b|\b(?:before|until|unless)\s+(?:s?he|officer|agent)\b|\bto\s+(?:sign|approve|pass)\b"
    r"|[跟问找向和管对让叫给][我俺咱]|[要收拿](?:了)?[我俺]|我给|给[他她]|[塞送]|才(?:给|肯|能?批|会批|放|签|办)|签字"
    r"|\b(?:a(?:na|me|li|ta)?(?:ni|tu)(?:omb|dai|lip|taki|chuk)\w*|nim(?:pe|lipe|letee|tumie)|ku(?:ni|tu)(?:omb|dai|lip)\w*|ndipo|kabla|kw(?:angu|etu)|apitishe|asaini|aidhinishe)\b"
    r"|\b(?:darle|pagarle|antes de|para (?:aprobar|firmar|pasar)|lui (?:donner|payer)|avant de|pour (?:approuver|signer))\b"
)
_CLAUSE_END = regex.compile(r"[.,;:!?\n，。；！？]")
_BEHIND_A_SUM = 30  # letters of the same clause
# "5000 for goats": goods bought with a sum are no favour.
_GOODS_BOUGHT = regex.compile(
    r"(?<=\d[\d.,]*k?)\s+(?:for|to (?:buy|keep|raise|start|get)|ya|za|kwa|ili|kununua)\s+(?:\w+\s+){0,3}?(?:goats?|chickens?|hens?|eggs?|transport|food|mbuzi|kuku|mayai|chakula)\b"
    r"|(?<=[\d百千万])(?:块|元)?钱?(?:来|去|用来)?[买养](?![烟酒礼])\p{Han}{0,6}|(?<=[\d百千万][块元]?)钱"
)
# What staff want of the writer, or must be given.
_FAVOURS = (
    regex.compile(rf"{STAFF_EN}{_BY_HIM}\b(?:must|says?|said|told|tells|unless|until|before|wants?)\b.{{0,20}}\b(?:give|pay|bring|buy) (?:him|her)\b"),
    regex.compile(rf"{_STAFF_SW}.{{0,30}}\b(?:anataka|ananiomba|anaomba|ameniomba|ameomba|aliniomba|anadai|ananidai|alitaka|amechukua|anasema|amesema)\b.{{0,20}}\bnim(?:pe|lipe|letee|tumie)\b"),
    regex.compile(STAFF_EN + _BY_HIM + r"\b(?:ask(?:s|ed|ing)?|wants?|wanted|demand(?:s|ed|ing)?|took|takes?|expects?|begs?)\b(?:(?!\bhow many\b).){0,30}\b(?:chickens?|hens?|money|cash|gifts?|bribes?|goats?|eggs?|tea|favou?rs?|presents?|commission|percent|share|something|lunch|meals?|food|dinner|transport)\b"),
    regex.compile(_STAFF_ZH + rf".{{0,12}}{_ZH_WANTS}.{{0,8}}(?:鸡|钱|红包|礼|好处|烟|酒|羊|蛋|吃饭|请客|饭)"),
    regex.compile(_STAFF_SW + r".{0,30}\b(?:anataka|ananiomba|anaomba|ameniomba|ameomba|aliniomba|anadai|ananidai|alitaka|amechukua|anataka nimpe)\b.{0,30}\b(?:kuku|pesa|hela|zawadi|rushwa|hongo|mbuzi|mayai|chai|fedha|kitu|chakula|nauli|soda)\b"),
    regex.compile(rf"{_STAFF_ES}.{{0,40}}\b(?:pidi[oó]|pide|piden|pidieron|exig\w+|quiere|quit[oó]|cobr[oó])\b.{{0,30}}\b(?:dinero|plata|regalos?|soborno|coima|mordida|gallinas?|cabras?|huevos|comida|almuerzo|favor(?:es)?|comisi[oó]n)\b"),
    regex.compile(rf"{_STAFF_FR}.{{0,40}}\b(?:demand\w+|veut|exige\w*|r[eé]clam\w+|pris)\b.{{0,30}}\b(?:argent|cadeaux?|pot-de-vin|bakchich|poules?|poulets?|ch[eè]vres?|oeufs|repas|commission|faveurs?)\b"),
    regex.compile(rf"{_STAFF_HI}.{{0,30}}(?:पैसे|पैसा|रुपये|रुपए|मुर्गी|बकरी|तोहफ\u093c?ा|उपहार|कमीशन|घूस|रिश्वत).{{0,12}}(?:मा[ंँ]ग|लिए|लिये|ले रह)"),
    # Whether he may, or must be given: asked by whom it was asked of.
    regex.compile(rf"{_MUST}.{{0,12}}\b(?:give|pay|bring|buy|send)\b.{{0,10}}{STAFF_EN}(?: \w+)?? (?:(?:any|some|a|an) )?(?:{_FAVOUR}\b|{_SUM}|(?:to|so|before|for)\b.{{0,12}}\b(?:approv|pass|sign|speed|help))(?!.*{_OWED})|{_MUST}.{{0,12}}\b(?:tip|bribe)\b.{{0,10}}{STAFF_EN}"),
    regex.compile(rf"(?<!还.{{0,6}})(?:给|送|塞){_STAFF_ZH}.{{0,4}}?(?:钱|红包|礼|好处|烟|酒|{_ZH_SUM})(?!.*还(?:款|贷|钱))"),
    regex.compile(rf"{_STAFF_SW}(?: \w+)?.{{0,12}}{_SW_TAKES}.{{0,20}}{_SW_FAVOUR}|{_SW_RIGHT}.{{0,10}}{_STAFF_SW}(?: \w+)? (?:ku(?:ni|tu|wa)?(?:omb|taka|dai|chuku|lipish)\w*).{{0,20}}{_SW_FAVOUR}"),
    regex.compile(rf"(?!.*\b(?:rejesh|mareje|awamu))\b(?:lazima|inabidi|inanibidi|natakiwa|ninatakiwa|napaswa|ninapaswa|sharti)\b.{{0,8}}\b(?:ni|tu|ku)(?:m|wa)?(?:p[ea]|lip[ea]|letee|tumie|hong[ea])\b.{{0,8}}{_STAFF_SW}(?: \w+)??.{{0,6}}(?:{_SUM}|{_SW_FAVOUR})"),
)  # fmt: skip
_ILL_TREATED = (
    *_FAVOURS,
    regex.compile(rf"{STAFF_EN}{_BY_HIM}\bwants? (?:me )?(?:to )?(?:sleep with|sex)\b"),
    regex.compile(STAFF_EN + r".{0,30}\b(?:shouts?|shouted|rude|insults?|insulted|threatens?|cheats?|cheated|lied|lies|touch(?:es|ed))\b"),
    regex.compile(_STAFF_ZH + r".{0,8}(?:骂|凶|骗|态度)"),
    regex.compile(_STAFF_SW + r".{0,20}\b(?:ananitukana|amenitukana|ananidanganya|amenidanganya)"),
    regex.compile(STAFF_EN + r".{0,40}\b(?:keep(?:s|ing)?|kept|hold(?:s|ing)?|held|took (?:away )?(?:my|our)|confiscated?|refus\w+ to (?:give|return))\b.{0,30}\b(?:id|identity|bank ?card|bank ?book|atm|passport|household (?:book|register)|pin|password)\b"),
    regex.compile(_STAFF_ZH + r".{0,12}(?:扣|拿走|收走|押|没收|不还).{0,8}(?:身份证|银行卡|户口本|存折|密码)"),
    regex.compile(_STAFF_SW + r".{0,30}\b(?:abaki|anabaki|amebaki|akae|anakaa|amekaa|ashike|anashika|ameshika|anazuia|amezuia|amechukua|kubaki|kukaa)\b.{0,20}\b(?:kitambulisho|vitambulisho|kadi|pasi|nywila)\b"),
    regex.compile(rf"{_STAFF_ES}.{{0,30}}\b(?:me|nos) (?:ha )?(?:grit|insult|enga[nñ]|minti|toc[oó]|trat[oó] mal)|{_STAFF_ES}.{{0,30}}\b(?:se qued[oó]|tiene|guarda|retiene|no (?:me )?devuelve)\b.{{0,20}}\b(?:mi|nuestr[oa]) (?:c[eé]dula|dni|identidad|tarjeta|carnet|identificaci[oó]n|libreta)"),
    regex.compile(rf"{_STAFF_FR}.{{0,30}}\b(?:m'a|nous a|m'ont) (?:cri[eé]|insult|tromp|menti|touch|mal trait)|{_STAFF_FR}.{{0,30}}\b(?:garde|gard[eé]|a pris|retient|confisqu\w+)\b.{{0,20}}\b(?:ma|mon|notre) (?:carte|pi[eè]ce|livret|passeport)"),
    regex.compile(rf"{_STAFF_HI}.{{0,20}}(?:गाली|चिल्ला|बदतमीज\u093c?ी|धोखा|झूठ|अपमान)|{_STAFF_HI}.{{0,20}}(?:आधार|पहचान पत्र|कार्ड|पासबुक).{{0,12}}(?:रख लि|ले लि|छीन|नहीं लौटा|वापस नहीं)"),
    regex.compile(rf"{_STAFF_SW}.{{0,30}}\b(?:kushika|kuchukua|kuzuia|achukue|azuie|achukuwe)\b(?:(?!\b(?:picha|nakala)\b).){{0,16}}\b(?:kitambulisho|vitambulisho|kadi|pasi|nywila)\b"),
    regex.compile(r"\bcomplain|投诉|lalamik|शिकायत|\bquej(?:a|as|ar(?:me|nos|se)?|o)\b|\bplain(?:te|tes|dre)\b"),
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
    return marked or not (_LOOKS_UP.match(rest) or _ASKS.search(rest.rstrip(" .!。！")))


def tells(message: str) -> bool:
    """Whether it says what happened, so that it need not be asked for: more than a word or two beside the word."""
    rest = _WORD.sub("", folded(message), count=1)
    return len(rest.split()) > 3 or len(regex.findall(r"\p{Han}", rest)) > 5


def ill_treated(message: str) -> bool:
    """Whether a message, a question as well, speaks of staff who ask for favours or treat people ill."""
    said = folded(message)
    return _speaks_of_it(said) or tells_of_wrong(said)


def names_staff(message: str, names: Iterable[str]) -> bool:
    """Whether somebody of the staff is spoken of, by what he is or by his name."""
    said = folded(message)
    return _STAFF.search(said) is not None or bool(named(said, tuple(names)))


def has_staff_do(message: str, names: Iterable[str]) -> bool:
    """Whether staff are spoken of as who does something, ill or not; said of what is told, not of what is asked."""
    said = folded(message)
    spans = others(said, named(said, tuple(names)))
    return tells_of_staff(said) or (bool(spans) and _of_officer(said, spans, he=False, holds=tells_of_staff))


def wants_favour(message: str, names: Iterable[str]) -> bool:
    """Whether staff want money, goods or a gift of the writer, told or asked about."""
    said = folded(message)
    if speaks_of_bribes(said) or any(one.search(said) for one in (*_WANTS_SUM, *_FAVOURS)):
        return True
    spans = others(said, named(said, tuple(names)))
    told = {instead(said, spans, f"{word} ") for word in _OFFICER} if spans else set()
    return any(_wants_of_me(one, (*_WANTS_SUM, *_FAVOURS)) for one in told)


def is_about_staff(message: str, names: Iterable[str], *, he: bool = True, of_me: bool = False) -> bool:
    """The same of words on their way to staff: whoever has one of their names may well be the officer.

    `he`: so may whoever is spoken of as "he". `of_me`: a name counts only where he wants it of the writer.
    """
    said = folded(message)
    if _speaks_of_it(said) or tells_of_wrong(said):
        return True
    if he and any(_of_officer(said, [], he=True, holds=one) for one in (_speaks_of_it, tells_of_ill)):
        return True
    spans = others(said, named(said, tuple(names)))
    if spans and _of_officer(said, spans, he=False, holds=tells_of_wrong):
        return not of_me
    holds = _speaks_of_me if of_me else _speaks_of_somebody
    return bool(spans) and _of_officer(said, spans, he=he, holds=holds)


def _of_officer(
    said: str, spans: Sequence[tuple[int, int]], *, he: bool, holds: Callable[[str], bool]
) -> bool:
    named_so = ((word, instead(said, spans, f"{word} ")) for word in _OFFICER)
    told = {_HE.sub(f"{word} ", one) if he else one for word, one in named_so}
    return any(map(holds, told - {said}))


def _speaks_of_it(said: str) -> bool:
    return speaks_of_bribes(said) or any(pattern.search(said) for pattern in (*_WANTS_SUM, *_ILL_TREATED))


def _speaks_of_somebody(said: str) -> bool:
    """The same where only a name, or "he", may mean an officer."""
    told = _GOODS_BOUGHT.sub("", said)
    return any(pattern.search(told) for pattern in _ILL_TREATED) or _wants_of_me(told, _WANTS_SUM)


def _speaks_of_me(said: str) -> bool:
    return _wants_of_me(_GOODS_BOUGHT.sub("", said), (*_WANTS_SUM, *_ILL_TREATED))


def _wants_of_me(told: str, patterns: Iterable[regex.Pattern[str]]) -> bool:
    return any(_is_of_me(told, found) for pattern in patterns for found in pattern.finditer(told))


def _is_of_me(said: str, wanted: regex.Match[str]) -> bool:
    behind = _CLAUSE_END.split(said[wanted.end() : wanted.end() + _BEHIND_A_SUM], maxsplit=1)[0]
    return bool(_OF_ME.search(wanted.group() + behind))
