"""What befell somebody who owes: a death, an illness, a disaster, dead animals, no income; and what to ask the papers.

He tells of it in his own words, or asks no more than what to do now; what the papers say he can do then stands in
them under their own headings.
"""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import regex

from knowledge.answering.acute import is_acute
from knowledge.answering.despair import wishes_to_die
from knowledge.answering.emergency import cannot_pay, is_wronged
from knowledge.answering.folding import bare
from knowledge.answering.hardship import is_hardship, is_loss, is_of_people


class Trouble(StrEnum):
    """What befell him, the gravest first."""

    DEATH = "death"
    ILLNESS = "illness"
    DISASTER = "disaster"
    ANIMALS = "animals"
    INCOME = "income"


_DEAD = r"\b(?:died|dead|dying|passed away|pased away|killed|lost (?:my|our)|widow(?:ed)?)\b|去世|过世|死|走了|没了|不在了|\b\w*(?:fariki|kufa|fiwa)\b|देहांत|मौत|गुजर|गुज\u093c|मर ग|चल बस|\b(?:murio|fallecio|muert[oa]|viud[oa]|mort[e]?|decedee?|veuve)\b"
# Who may have been the borrower; of a child's death no paper is quoted.
_GROWN = r"\b(?:husband|wife|mother|mum|mom|mama|father|dad|parents?|brother|sister|grandmother|grandfather|mume|mke|baba|kaka|dada|ndugu|bibi|babu|mzazi|wazazi|marido|espos[oa]|mujer|madre|padre|papa|herman[oa]|mari|femme|epouse|mere|pere|frere|soeur|maman)\b|丈夫|老公|男人|爱人|老婆|妻子|媳妇|老伴|爸|爹|父亲|妈|娘|母亲|公公|婆婆|爷爷|奶奶|哥|弟|姐|妹|पति|पत्नी|मां|माँ|पिता|भाई|बहन|fiwa"
_ILL = r"\b(?:sick|ill|hospital|accident|injured)\b|病|住院|车祸|出事|\b\w*(?:lazwa|umwa|mgonjwa|wagonjwa|ajali)\b|बीमार|अस्पताल|\b(?:enferm[oa]|malade|hopital)\b"
_DISASTER = r"\b(?:floods?|flooded|droughts?|hail\w*|frost|landslides?|storms?|cyclone|fire|burn(?:ed|t)|washed away|collapsed)\b|洪|大水|淹|涝|旱|雹|霜|冻|塌|火|烧|\b(?:mafuriko|ukame|mvua|moto|\w*(?:ungua|sombwa|kauka|bomoka))\b|बाढ\u093c|सूखा|ओले|आग|\b(?:inund\w+|sequia|granizo|helada|incendio|quemo|inondation\w*|secheresse|grele|incendie|brulee?)\b"
_ANIMALS = r"\b(?:goats?|cows?|cattle|pigs?|chickens?|hens?|sheep|animals|fish|bees)\b|羊|牛|猪|鸡|鸭|鱼|牲口|牲畜|\b(?:mbuzi|ng'?ombe|kuku|nguruwe|kondoo|mifugo|samaki)\b|बकरी|बकरिय|गाय|भैंस|मुर्गि|\b(?:cabras?|vacas?|gallinas?|cerdos?|animales|chevres?|vaches?|poules?|cochons?|animaux)\b"
_INCOME = r"\b(?:harvests?|crops?|field|maize|rice|income|mavuno|mazao|shamba|mahindi|cosecha|cultivos?|recolte|cultures?)\b|收成|庄稼|玉米|稻|麦|फसल"
_NAMED = {
    Trouble.DEATH: regex.compile(_DEAD),
    Trouble.ILLNESS: regex.compile(_ILL),
    Trouble.DISASTER: regex.compile(_DISASTER),
    Trouble.ANIMALS: regex.compile(_ANIMALS),
    Trouble.INCOME: regex.compile(_INCOME),
}
_GROWN_RE = regex.compile(_GROWN)
_OF_PEOPLE = frozenset({Trouble.DEATH, Trouble.ILLNESS})

# What the papers are asked for whoever tells of it in his own words; the next where one is not answered.
ASKS: dict[Trouble, dict[str, tuple[str, ...]]] = {
    Trouble.DEATH: {
        "en": ("What happens to the loan if the borrower dies?",),
        "zh": ("借款人去世了贷款怎么办？",),
        "sw": ("Mkopaji akifariki mkopo utakuwaje?", "Mkopaji akifa, nani analipa mkopo?"),
        "hi": ("अगर कर्ज लेने वाले की मौत हो जाए तो कर्ज का क्या होगा?",),
        "es": ("¿Qué pasa con el préstamo si muere el prestatario?",),
        "fr": ("Que devient le prêt si l'emprunteur meurt ?",),
    },
    Trouble.ILLNESS: {
        "en": ("What happens when the borrower is in hospital or cannot work?",),
        "zh": ("生病住院了还款怎么办？",),
        "sw": ("Nikipata ugonjwa au ajali, marejesho yanasogezwa?",),
        "hi": ("बीमार होने पर किस्त का क्या होगा?",),
        "es": ("¿Qué pasa si estoy enfermo en el hospital?",),
        "fr": ("Que se passe-t-il si je suis malade à l'hôpital ?",),
    },
    Trouble.DISASTER: {
        "en": ("What should I do after a flood, a drought or hail?",),
        "zh": ("遇到水灾、旱灾、冰雹怎么办？",),
        "sw": ("Mafuriko au ukame ukiharibu mazao nifanye nini?",),
        "hi": ("बाढ़ या सूखे से फसल बर्बाद हो जाए तो क्या करें?",),
        "es": ("¿Qué hago si una inundación o sequía destruye la cosecha?",),
        "fr": ("Que faire si une inondation ou la sécheresse détruit la récolte ?",),
    },
    Trouble.ANIMALS: {
        "en": ("What should I do when my animals die?", "What must I do when my animals died?"),
        "zh": ("牲口死了怎么办？",),
        "sw": ("Mifugo wangu wakifa nifanye nini?",),
        "hi": ("पशु मर जाए तो क्या करना होगा?",),
        "es": ("¿Qué hago si mueren mis animales?",),
        "fr": ("Que faire si mes animaux meurent ?",),
    },
    Trouble.INCOME: {
        "en": ("Can my loan be rescheduled?", "What can I do if I cannot pay?"),
        "zh": ("没有收入还不上，贷款可以展期吗？", "还不上贷款怎么办？"),
        "sw": ("Nikishindwa kulipa, mkopo unaweza kuahirishwa?", "Nifanye nini nisipoweza kulipa mkopo?"),
        "hi": ("अगर मैं किस्त नहीं चुका सकता तो क्या होगा?",),
        "es": ("¿Qué pasa si no puedo pagar?",),
        "fr": ("Que se passe-t-il si je ne peux pas payer ?",),
    },
}
# By what a passage shows, in its heading or in what it says, that it is of this trouble.
_SAYS = {
    Trouble.DEATH: regex.compile(rf"{_DEAD}|\b(?:dies?|death|kifo|muere|muerte|meurt|deces)\b"),
    Trouble.ILLNESS: regex.compile(rf"{_ILL}|\b(?:illness|sickness|ugonjwa|enfermedad|maladie)\b|伤"),
    Trouble.DISASTER: regex.compile(rf"{_DISASTER}|\b(?:disasters?|maafa|desastres?|catastrophes?)\b|灾"),
    Trouble.ANIMALS: regex.compile(
        rf"^(?=.*(?:{_ANIMALS}|\b(?:animal|mnyama|wanyama)\b))(?=.*(?:{_DEAD}|{_ILL}|\b(?:dies?|kifo)\b|kifa\b))"
    ),
    Trouble.INCOME: regex.compile(
        r"\breschedul\w*|\bpostpone\w*|\bextend\w*|\b(?:cannot|can't|can not|unable to) (?:re)?pay|\bnew plan\b|\bfall(?:en|s)? behind|\b(?:late|missed) pay|展期|延期|宽限|还不上|还不起|缓|\w*(?:ahirish|sogez)\w*|\bshindwa\w* kulipa|\breprogram\w*|\breechelonn\w*|\bprorrog\w*"
    ),
}
_OF_A_GUARANTOR = regex.compile(
    r"\bguarant\w*|担保|\bw?a?mdhamini\b|\bwadhamini\b|\b(?:fiador|aval|garant)\w*|ज\u093c?मानत"
)
_SUPPOSED = regex.compile(
    r"\b(?:if|in case|suppose|kama|ikiwa|endapo|iwapo|si|cuando|quand|agar)\b|如果|要是|假如|万一|的话|अगर|यदि"
)
# Whoever tells of it to borrow is to be heard as that.
_WANTS = regex.compile(
    r"\b(?:want|need|like|wish|let me|give me|lend)\b.{0,20}\b(?:loans?|borrow|lend|money|credit|apply)\b|(?:想|要|需要|打算|再)(?:要|再|申请)?(?:借|贷)|申请贷款|\b(?:nataka|nahitaji|naomba|ninataka|ninahitaji|tunataka|tunaomba) (?:\w+ )?(?:mkopo|kukopa|pesa|mikopo)|\b(?:quiero|necesito)\b.{0,20}\b(?:prestamo|credito|dinero)|\b(?:veux|voudrais|besoin)\b.{0,20}\b(?:pret|credit|emprunt\w*|argent)|(?:लोन|कर्ज\u093c?|ऋण) (?:चाहिए|लेना)"
)
# All that somebody asks who tells of it: what now, and what of the loan.
_WHAT_NOW = regex.compile(
    r"\b(?:so |and |now |please )*(?:what (?:can|should|must|shall|will|do|could) (?:i|we) do(?: now| about (?:it|this|my loan|the loan))?|what (?:to do|now)(?: now)?|what (?:happens|will happen|is|about|of)(?: to| with)? (?:my|the|his|her|our|this) (?:loan|debt)s?(?: now)?|(?:do (?:i|we)|must (?:i|we)|should (?:i|we)|will (?:i|we))(?: still)?(?: (?:have|need) to)?(?: keep| go on| continue)?(?: still)? (?:re)?pay(?:ing)?(?: (?:it|back|the loan|his loan|her loan|this month|now))*|how (?:can|do|will|should) (?:i|we) (?:re)?pay(?: (?:it|back|now|the loan|this month))*|(?:can|could) you help(?: me| us)?|help(?: me| us)?|who (?:pays|will pay|must pay)(?: (?:now|it|the loan|his loan|her loan))*)\b"
    r"|(?:那|我|该|可|要|的|他的?|她的?|这个?|以后|现在)*(?:贷款|欠款|债|钱|款)?(?:可|该|要|又)?(?:怎么办|咋办|咋整|咋弄|怎么弄|咋个办)(?:呢|啊|呀|嘛)?|(?:贷款|钱|债)?还(?:用|要|得|需要)(?:不(?:用|要))?(?:继续)?还(?:款|钱|贷款)?(?:吗|不)?"
    r"|\b(?:sasa |je,? |na )*(?:(?:ni|tu)fanye(?:je| nini)(?: sasa)?|(?:mkopo|deni)(?: \w+ke| \w+ngu| \w+tu| huo| hilo)? (?:ut|lit|it)akuwaje|itakuwaje|(?:ni|tu)saidieni|nisaidie|(?:ni|tu)taendelea kulipa|(?:bado )?(?:ni|tu)lipe)\b"
    r"|(?:अब |तो )*(?:मैं |हम )?(?:क्या (?:करूँ|करूं|करु|करें|करे)|(?:लोन|कर्ज\u093c?|ऋण|किस्त) (?:का|की) क्या होगा)"
    r"|\b(?:ahora |y )*que (?:hago|puedo hacer|debo hacer|hacemos|pasa con (?:mi|el|su) (?:prestamo|deuda|credito))(?: ahora)?\b"
    r"|\b(?:et |maintenant )*(?:que (?:faire|dois-je faire|puis-je faire|devient (?:le|mon|son) (?:pret|credit))|quoi faire|comment faire)(?: maintenant)?\b"
)
_MARKS = regex.compile(r"[?？!！]+")


def told(message: str) -> Trouble | None:
    """What somebody tells that befell him, who asks nothing else beside it than what to do now."""
    said = bare(message)
    if _SUPPOSED.search(said) or _WANTS.search(said) or is_in_danger(message):
        return None
    tells = _MARKS.sub(" ", _WHAT_NOW.sub(" ", said)).strip(" ,，.。;")
    if not (is_hardship(tells) or is_loss(tells) or cannot_pay(tells)):
        return None
    return next((one for one in Trouble if _befell(one, tells)), None)


def is_in_danger(message: str) -> bool:
    """Whether it tells of more than money and loss: of danger now, of a wrong, of a wish to die."""
    return is_acute(message) or is_wronged(message) or wishes_to_die(message)


def is_of(trouble: Trouble, headings: Sequence[str], said: str) -> bool:
    """Whether a passage under these headings is of this trouble, and of the borrower's own: no guarantor's."""
    if any(_OF_A_GUARANTOR.search(bare(one)) for one in headings):
        return False
    return any(_SAYS[trouble].search(bare(text)) for text in (*headings[-1:], said))


def _befell(trouble: Trouble, said: str) -> bool:
    if trouble is Trouble.INCOME and cannot_pay(said):
        return True
    if not _NAMED[trouble].search(said) or (trouble in _OF_PEOPLE and not is_of_people(said)):
        return False
    return trouble is not Trouble.DEATH or _GROWN_RE.search(said) is not None
