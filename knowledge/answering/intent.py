"""Messages that are not questions to the documents: recognised only where that is plain."""

# ruff: noqa: E501 - a pattern is read whole, a prompt is sent as it stands

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import regex

from knowledge.answering import elsewhere
from knowledge.answering.calculation import asks_cost
from knowledge.answering.complaints import is_complaint
from knowledge.answering.emergency import is_emergency
from knowledge.answering.folding import folded
from knowledge.answering.hardship import is_hardship
from knowledge.answering.own_case import asks_own_case
from knowledge.language import words
from knowledge.retrieval.topics import topic_of
from knowledge.types import RedirectKind

K = RedirectKind


# Whole messages, give or take courtesies: "hello", "thanks a lot", "bye".
_WHOLE: dict[RedirectKind, str] = {
    K.GREETING: r"""(?:hi|hello|helo|hallo|hullo|hey|hiya|gud morning|greetings|good (?:morning|afternoon|evening|day)|how are you(?: doing)?(?: today)?|
        hello there|hi there|你好|您好|早上好|上午好|下午好|晚上好|嗨|大家好|在吗|habari(?: (?:yako|yenu|za asubuhi|za jioni|za mchana|za leo|za kazi|gani|zenu))?|hujambo|
        jambo|mambo|shikamoo|salamu|salaam|नमस्ते|नमस्कार|राम राम|सुप्रभात|हेलो|हैलो|namaste|namaskar|ram ram|hola|buen[oa]s(?: (?:d[ií]as|tardes|noches))?|(?:hola,? )?(?:qu[eé] tal|c[oó]mo est[aá]s?)|
        bonjour|salut|bonsoir|coucou|(?:comment )?[cç]a va|/start)""",
    K.THANKS: r"""(?:(?:ok(?:ay)? |great |good )?(?:many )?(?:thanks|thank you|thx|thank u)(?: (?:a lot|very much|so much|for (?:your|the) (?:help|answer)|my friend))?|
        much appreciated|(?:好的?|嗯|行)?[,，]?谢谢(?:你|您|了|啦|啊)?|谢了|谢啦|多谢(?:了|啦)?|感谢|太谢谢了|非常感谢|(?:sawa,? )?(?:asante|ahsante|nashukuru)(?: sana)?(?: kwa (?:msaada|jibu|majibu|kila kitu)(?: (?:wako|lako|yako))?)?|shukrani|(?:बहुत(?:-बहुत| बहुत)? )?(?:धन्यवाद|शुक्रिया)(?: आपका)?|(?:bahut )?(?:shukriya|dhanyawad|dhanyavad|dhanyavaad)|
        (?:muchas |mil |muchísimas )?gracias(?: por (?:la |su |tu )?(?:ayuda|todo|respuesta|informaci[oó]n))?|(?:un grand |mille )?merci(?: beaucoup| bien| infiniment)?(?: (?:pour|de) (?:votre |ton |l'|la )?(?:aide|tout|r[eé]ponse))?)""",
    K.GOODBYE: r"""(?:(?:good)?bye(?: bye)?|good night|see you(?: (?:later|soon|tomorrow))?|再见|拜拜|晚安|回头见|kwaheri(?:ni)?|usiku mwema|
        baadaye|tutaonana|अलविदा|फिर मिलेंगे|शुभ रात्रि|adi[oó]s|hasta (?:luego|ma[nñ]ana|pronto)|au revoir|[aà] bient[oô]t|bonne nuit)""",
    K.ABOUT_BOT: r"""(?:who are you|what are you|what can you do(?: for me)?|what is your name|are you (?:a )?(?:bot|robot|human|real(?: person)?|machine|person)|
        who is this|how do (?:i use you|you work)|what do you do|help|/help|你是谁|你是什么|你会(?:做)?什么|你能(?:做|帮我做|干)什么|你是(?:机器人|真人)(?:吗)?|
        wewe ni nani|wewe ni (?:roboti|mtu|bot)|unaweza kufanya nini|unafanya nini|jina lako (?:ni )?nani|(?:तुम|आप|तू) कौन(?: (?:हो|हैं|है))?|कौन (?:हो|हैं) (?:तुम|आप)|(?:आप|तुम) क्या कर सकते (?:हैं|हो)|(?:aap|tum|tu) kaun (?:ho|hain|hai)|
        (?:y )?(?:t[uú] )?qui[eé]n eres(?: t[uú])?|qui[eé]n es usted|qu[eé] eres|con qui[eé]n hablo|qu[eé] puedes? hacer|eres un (?:robot|bot)|eres (?:una persona|humano)|
        qui es[- ]tu|(?:tu es|t'es|vous [eê]tes) qui|qui [eê]tes[- ]vous|c'est qui|que peux[- ]tu faire|que pouvez[- ]vous faire|(?:tu es|t'es|vous [eê]tes)(?:-vous)? (?:un robot|une personne|humain))""",
}  # fmt: skip


_EN_FOOL = r"(?:idiots?|stupid|useless|dumb|thie(?:f|ves)|liars?|crooks?|worthless|rubbish|trash|garbage|morons?|fools?|swindlers?)"
_ZH_FOOL = r"(?:骗子|废物|白痴|垃圾|强盗|小偷)"
_SW_FOOL = r"(?:mjinga|wajinga|mpumbavu|wapumbavu|mwizi|wezi|mwongo|waongo|takataka)"
_HI_FOOL = r"(?:बेवक\u0942फ\u093c?|मूर्ख|गधे|गधा|निकम्म[ाे]|चोर|ठग|झूठ[ाे]|पागल|bewakoof|bevakoof|chor|pagal)"
_ES_FOOL = r"(?:idiotas?|est[uú]pid[oa]s?|imb[eé]cil(?:es)?|in[uú]til(?:es)?|ladrones|ladr[oó]n|mentiros[oa]s?|estafadores)"
_FR_FOOL = r"(?:idiots?|idiotes?|imb[eé]ciles?|stupides?|voleurs?|menteurs?|escrocs?)"

# Anywhere in the message, because nothing else says this.
_ANYWHERE: dict[RedirectKind, tuple[str, ...]] = {
    K.WANTS_PERSON: (
        r"(?<!\b(?:(?:do|must|should) (?:i|we|one|they|he|she) (?:have to |need to |first )*|(?:she|he|they|wife|husband|son|daughter|mother|father) (?:to |can |will )*))\b(?:talk|speak|chat|connect me) (?:to|with) (?:a |an |the |my |some )?(?:real |live |actual )?(?:human|person|officer|agent|someone|somebody|people|staff|operator|representative)",
        r"\b(?:i (?:want|need)|give me|let me (?:talk|speak)|call|get) (?:to |me )?(?:a |an )(?:real |live )?(?:human|person|operator)\b(?! (?:to (?:sign|guarantee|stand|act|witness|vouch|co-?sign)|who|as|for)\b)|(?<!\b(?:don'?t|not|never) )\bcall me(?: back)?\b$|\bask my officer\b|\bhuman,? please|\b(?:phone |telephone )?number of (?:a |the |my )(?:human|person|officer)\b",
        r"(?:转|找|叫|接|要)(?:一下)?(?:人工(?!授精|费|收|干|种|钱|养|成本|繁殖|插|除|采|栽|挖|喂|摘|割|湖)|真人|客服)|(?:想|要|能)找个?(?:真)?人(?:说|聊|谈)|(?:想|要|跟|和|找)(?:信贷员|工作人员|客户经理|真人|人)(?:说话|谈谈|联系|聊|说(?!的)|通话)|给我打(?:个)?电话",
        r"\b(?:nataka|ningependa|naomba|nahitaji) (?:kuongea|kuzungumza|kusema) na (?:mtu|afisa|binadamu)|\b(?:nipigie|nipigieni) simu|\bmtu halisi",
        r"(?:किसी )?(?:आदमी|इंसान|अधिकारी|व्यक्ति) से (?:बात|मिल(?:ना|वा|ू| सक))(?! ?(?:करना|करनी)? ?(?:ज\u093c?रूरी|पड))",
        r"\b(?:quiero|necesito|puedo) hablar con (?:una? )?(?:persona|humano|agente|oficial|alguien)|\bhablar con (?:una persona|alguien)",
        r"\bparler (?:[àa]|avec) (?:une? )?(?:personne|humain|agent|quelqu'un|conseiller)",
    ),
    # A sum and what it would cost are looked for apart (`calculation.asks_cost`); these ask for it without a sum.
    K.CALCULATION: (
        r"\b(?:calculate|work out|compute)\b.{0,60}\b(?:repay|payment|instal?lments?|interest|loan|schedule|cost)",
        r"(?:帮我|给我)?(?:算一下|算算|计算)",
        r"\b(?:nihesabie|hesabu|kokotoa|nikokotolee)\b",
        r"हिसाब (?:लगा|कर)",
        r"\bcalcul(?:a|ar|e)\b.{0,40}(?:cuota|pago|pr[eé]stamo|inter[eé]s)",
        r"\bcalcule[rz]?\b.{0,40}(?:mensualit|remboursement|pr[eê]t|int[ée]r[eê]t)",
    ),
    # "Can I get a loan?" is a wish; for a motorcycle, in cash or today, it asks for the rule.
    K.WANTS_LOAN: (
        r"^(?:(?:hi|hello|please|sir|madam)[,. ]*)*(?:can|could|may) (?:i|we) (?:please )?(?:get|have|take|borrow) (?:a |some )?(?:loan|credit|money)(?: from you)?[.!?, ]*(?:please|now)?[.!? ]*$",
        r"^(?:(?:hi|hello|please|sir|madam|ok|yes)[,. ]*)*(?:(?:i )?(?:want|need|would like|wish|am looking for)|i'd like|give me|lend me|we need|we want)(?! to (?!(?:have|get|take|apply|ask|request|borrow|receive|obtain|access|find|seek|do|start|make an?)\b))(?: to)?(?: (?:have|get|take(?: out)?|apply for|request|borrow))? (?:a |an |the |some |you to lend me )?(?!(?:(?!(?:loan|credit|money|cash)\b)\w+ ){0,2}(?:no|not|my|our|back|about|repay|pay|cancel|close|leave|finish|clear|stop|return|save)\b)(?:\w+ ){0,3}(?:loan|credit|money|cash|\d[\d,.]*(?: ?k)?(?: (?:yuan|shillings?|dollars?|rupees?|ksh|usd))?)(?: (?:to (?:buy|plant|build|repair|pay for|start)|for) .{0,60})?[.!?, ]*(?:please)?[.! ]*$",
        r"^(?:(?:yes|ok|okay|yeah|please|good)[,. ]*)*(?:i (?:want|need|would like|wish)|i'd like|let me|let'?s)(?: to)? (?:apply|borrow|start (?:an|my|the) application)(?: now| today| please| some more| more(?: money)?| for a loan)*[.! ]*$|^(?:(?:yes|ok|okay|yeah|please)[,. ]*)*(?:apply|new application|start application|/apply)(?: now| today| please| for (?:a |the )?loan)*[.! ]*$",
        r"^(?:你好[,，]?)?(?:我|我们|俺)?(?:家)?(?:现在)?(?:想|要|需要|打算)(?:申请(?:一笔)?贷款|贷款|借钱|借款|贷(?:点|一笔)(?:款|钱)?|借(?:点|一笔)(?:款|钱)?|申请)(?:[,，]?(?:买|种|养|盖|修)\S{1,12})?[。!！]?$|^(?!.*(?:[吗么?？]|多少|几|怎|哪|谁|要不要|能不能|可以))(?:我)?(?:想|要)(?:借|贷)\s*[\d一二两三四五六七八九十百千万]+(?:元|块|万)?(?:钱|块钱)?(?:[,，]?(?:来|用来|用于)?(?:买|种|养|盖|修)\S{1,30})?[。!！]?$",
        r"^(?:habari,? )?(?:nataka|ninataka|nahitaji|ninahitaji|naomba|ningependa)(?: (?:kupata|kuchukua|kuomba|kukopa))? (?:mkopo|kukopa|pesa|fedha|kuomba mkopo|shilingi|\d[\d,.]*)(?: (?:ya|wa|kwa|la|za) .{0,50})?[.! ]*$",
        r"^(?:मुझे|हमें|मैं) (?:एक )?(?:लोन|ऋण|कर्ज|कर्ज़|पैसे|उधार)(?: (?!नही|वापस|बंद|चुका)\S+)? ?(?:चाहिए|लेना है|लेना चाहता हूँ|लेना चाहता हूं|लेना चाहती हूँ|चाहता हूँ)[।.! ]*$",
        r"^(?:quiero|necesito|quisiera)(?: (?:un|pedir un|solicitar un|sacar un))? (?:pr[eé]stamo|cr[eé]dito|dinero)(?: (?:para|de) .{0,50})?[.! ]*$",
        r"^(?:je (?:veux|voudrais|souhaite)|j'ai besoin d')(?:e? ?(?:faire|prendre|demander|un|d'un))* ?(?:un )?(?:pr[eê]t|cr[eé]dit|argent)(?: (?:pour|de) .{0,50})?[.! ]*$",
    ),
    # What is a curse by itself; a thief or a fool only as "you are one" or as the whole message.
    K.INSULT: (
        r"\b(?:fuck\w*|f\*+k\w*|bullshit|shitty|bastards?|asshole|moron|go to hell|(?:stupid|useless|dumb|bloody) (?:bot|robot|machine|program|app|computer|thing|answers?))\b|(?:^|[.!,;] ?)(?:just |please )?shut up\b|^\W*shit\W*$",
        rf"\b(?:you|u)(?: people| guys| all)?(?:'re| are| r|)(?: (?:so|a|an|all|just|really|such|only|nothing but|bunch of|useless|stupid|bloody|big))* {_EN_FOOL}\b|^\W*(?:(?:what|such|a|an|stupid|bloody|big|all|bunch of) )*{_EN_FOOL}\W*$",
        rf"傻[逼比屄瓜]|(?:你(?:是|这)?个?|^)傻子(?:机器人?)?[!！。]?$|蠢(?:货|蛋|猪)|混蛋|王八蛋|滚(?:蛋|开)|他妈的?|操你|你(?:真|太)?(?:笨|蠢|没用)|(?:你|您)们?(?:就|都|真|全|才)?(?:是|这)?(?:一)?(?:个|群|帮|些)?(?:大|死|臭)?{_ZH_FOOL}|^\W*(?:一群|一帮|大|死|臭|都是|全是|真是)?{_ZH_FOOL}(?:机器人|东西|软件|公司)?\W*$",
        rf"\b(?:pumbavu|shenzi|mshenzi|kuma|huna maana|hamna maana)\b|\b(?:wewe|nyinyi|ninyi|nyie)(?: ni)? {_SW_FOOL}\b|\b{_SW_FOOL} (?:wewe|nyinyi|ninyi|nyie)\b|^\W*{_SW_FOOL}(?: (?:sana|kabisa))?\W*$",
        rf"कमीने|हरामी|बकवास|चोर हो|(?:तुम|आप|तू)(?: (?:लोग|सब|बहुत|तो|एक|बड\u093c?े))* {_HI_FOOL}|^\W*(?:(?:साल[ाेी]|अबे|अरे|बॉट|रोबोट|sala|saala|saale)\W+)*{_HI_FOOL}(?:\W+(?:बॉट|रोबोट|bot|कहीं का|कहीं के|ho|hai|है|हो))*\W*$",
        rf"\b(?:cabr[oó]n(?:es)?|pendej[oa]s?|hij[oa]s? de puta)\b|\bmierda\W*$|\b(?:eres|usted es|es usted|sois|ustedes son|(?<=^\W*)son)(?: (?:un(?:os?|as?)?|muy|tan|todos|todas|solo|bot|robot|programa|sistema|asistente|m[aá]quina))* {_ES_FOOL}\b|^\W*(?:(?:malditos?|puros?|qu[eé]|bot|robot) )*{_ES_FOOL}(?: (?:bot|robot))?\W*$",
        rf"\b(?:connards?|merde|salauds?|ta gueule|nul(?:le)? [àa] chier)\b|\b(?:tu es|t'es|vous [eê]tes) (?:(?:vraiment|trop|si|un|une|tr[eè]s|bot|robot) )*(?:cons?|connes?|nuls?|nulles?|b[eê]tes?|d[eé]biles?|cr[eé]tins?|inutiles?)\W*$|^\W*(?:bot|robot) (?:nul|stupide|inutile|d[eé]bile)\W*$|\b(?:tu es|t'es|vous [eê]tes|vous n'[eê]tes que|bande d[e']|esp[eè]ce d[e']|sales?) ?(?:(?:des?|une?|tous|vraiment|si|trop) )*{_FR_FOOL}\b|^\W*{_FR_FOOL}\W*$",
    ),
}  # fmt: skip
# What is told by the things that are named, in whatever order.
_BY_WHAT_IS_NAMED: dict[RedirectKind, Callable[[str], bool]] = {
    K.OWN_CASE: asks_own_case,
    K.CALCULATION: asks_cost,
}
_ORDER = (K.WANTS_PERSON, K.OWN_CASE, K.CALCULATION, K.WANTS_LOAN, K.INSULT)
_COURTESY = r"(?:[\s,.!?¡¿。，！？~😊🙏👍।-]|ok(?:ay)?|vale|bueno|listo|d'accord|ठीक है|अच्छा|sawa|theek hai|thik hai|acha|thanks|thank you|gracias|merci|धन्यवाद|asante|谢谢|भाई|भैया|दीदी|साहब|सर|bhai|bhaiya|ji|amigo|amiga|compa|don|[aà] tous|tout le monde|mon ami|a todos|sir|madam|friend|please|officer|my friend|bwana|bibi|mama|baba|老师|先生|the|there|जी|señora?|monsieur|madame)*"
_ASKS = regex.compile(
    r"\b(?:how|when|which|lini|gani|ngapi|wapi|vipi|cu[aá]ndo|cu[aá]nto|quand|combien)\b|多少|什么时候|啥时候|कब|कितन"
)
# Beside a wish: whether it may be had at all.
_WHETHER = regex.compile(
    r"\b(?:is (?:it|that|this)|possible|allowed)\b|[吗么]\W*$|可不可以|行不行|能不能|可以[?？]|\binawezekana\b|\bse puede\b|\bes posible\b|\bc'est possible\b|\best-ce\b|सकता|सकती|क्या"
)
# It asks for the loan for something: whether it is lent for, and by whom it is wanted.
_OF_WHAT = regex.compile(
    r"\b(?:can|could|may) (?:i|we) (?:please )?(?:borrow\b|(?:get|have|take) (?:\w+ ){0,3}(?:loans?|credit|money|finance)\b)|\bdo you (?:lend|finance|give (?:a )?loans?)\b|\b(?:can|could|may) (?:i|we) (?:re-?apply|(?:apply|borrow|ask) (?:again|anew|once more|for (?:another|a new|a second)))\b|(?:能|可以|可不可以|能不能).{0,3}(?:贷款|贷|借)|(?:能|可以)不?.{0,2}(?:再|重新).{0,2}申请|还(?:能|可以).{0,2}申请|\b(?:naweza|tunaweza) (?:kupata|kukopa|kuchukua|kuomba)\b|\b(?:mnakopesha|mnatoa mkopo)\b"
    r"|\bpuedo (?:pedir|obtener|sacar|tener)\b|\b(?:puis-je|est-ce que je peux) (?:avoir|obtenir|prendre|emprunter|demander)\b|(?:लोन|ऋण|कर्ज\u093c?) .{0,12}(?:मिल|ले) (?:सक|ेगा)"
)
_NO = regex.compile(
    r"^\W*(?:no|not|never|hapana|hatu\w+|non|nunca)\b|^\W*(?:不|没)|^\W*नहीं|\b(?:do(?:es)? not|don't|never|cannot|no longer) (?:lend|finance|give|pay)\b|不(?:贷|借|放|办|给)|\bhatukopeshi\b|\bno (?:prestamos|financiamos)\b|\bne (?:pr[eê]te|finance)\w* pas\b"
)
# "Nataka kuomba mkopo", "ninahitaji mkopo": these topics have the words of a wish; who asks for the way says "how".
_OF_A_WISH = frozenset({"how to apply", "papers"})
LONGEST_SMALL_TALK = 60
LONGEST = 400  # letters; longer than that it is a story, but for an emergency


def redirect(message: str, language: str) -> RedirectKind | None:
    """The room a message belongs to, or None for a question to the documents.

    High precision before recall: a question about the rules must reach the documents, a redirect that was
    missed only earns "I don't know" and the way to a person.
    """
    if is_complaint(message):
        return K.COMPLAINT
    if is_emergency(message):
        return K.EMERGENCY
    said = folded(message)
    if not said or len(said) > LONGEST:
        return None
    if len(said) <= LONGEST_SMALL_TALK:
        for kind, pattern in _whole().items():
            if pattern.fullmatch(said):
                return kind
        if found := elsewhere.courtesy(message):
            return K(found)
    for kind in _ORDER:
        if _is_heard(kind, said) and not _is_policy(kind, said, language):
            return kind
    if elsewhere.wants_loan(message):
        return K.WANTS_LOAN
    return K.HARDSHIP if is_hardship(message) else None


def asks_whether_lent(message: str) -> bool:
    """Whether a question to the documents may end in an application: "can I get a loan for a pump?"."""
    return _OF_WHAT.search(folded(message)) is not None


def says_no(answer: str) -> bool:
    """Whether an answer of the documents denies what was asked."""
    return _NO.search(folded(answer)) is not None


def _is_heard(kind: RedirectKind, said: str) -> bool:
    named = _BY_WHAT_IS_NAMED.get(kind)
    if named is not None and named(said):
        return True
    return any(pattern.search(said) for pattern in _anywhere().get(kind, ()))


def _is_policy(kind: RedirectKind, said: str, language: str) -> bool:
    """Whether the words ask for the rule, whatever else they name."""
    if (
        kind is RedirectKind.WANTS_LOAN
    ):  # "I want money for planting, by when must I ask?", "can I get a second loan?"
        asks = _ASKS.search(said) or _WHETHER.search(said)
        topic = topic_of(said, language)
        return asks is not None or (topic is not None and topic.name not in _OF_A_WISH)
    if kind is RedirectKind.INSULT:  # "you are thieves, when do I get my money?"
        return (
            _ASKS.search(said) is not None
            or regex.search(r"[?？吗]", said) is not None
            or len(words(said)) > 25
        )
    return False


@cache
def _whole() -> dict[RedirectKind, regex.Pattern[str]]:
    return {
        kind: regex.compile(rf"{_COURTESY}(?:{_compact(pattern)}){_COURTESY}")
        for kind, pattern in _WHOLE.items()
    }


def _compact(pattern: str) -> str:
    return regex.sub(r"\n\s*", "", pattern)


@cache
def _anywhere() -> dict[RedirectKind, tuple[regex.Pattern[str], ...]]:
    return {
        kind: tuple(regex.compile(pattern) for pattern in patterns) for kind, patterns in _ANYWHERE.items()
    }
