"""The words in which what was understood is found right or wrong, left or changed, by what each does in a sentence."""
# ruff: noqa: E501 - tables of words read better on their own lines

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from intake.reading.cleaning import clean, fold
from intake.reading.words import words


class Assent(StrEnum):
    """What was said of what was understood."""

    RIGHT = "right"
    STAYS = "stays"  # nothing is to be changed: of a change that is proposed, it is not to be made
    ON = "on"  # what may be a yes, and may want to leave it: "continue"
    WRONG = "wrong"
    NONE = "none"  # all of it is wrong
    UNDONE = "undone"  # a change is not made; of a first story it may be that nothing of it counts, or that it stays


class Does(StrEnum):
    """What a phrase does."""

    RIGHT = "right"
    BAD = "bad"  # "mistake": with a negation, all is right
    CHANGE = "change"  # with a negation, nothing is to be changed
    ON = "on"
    UNLIKE = "unlike"  # "not what I said": wrong as a whole
    STAYS = "stays"  # "usibadilishe": nothing is to be changed, as a whole
    NOT = "not"  # turns what follows
    NOTHING = "nothing"  # a negation that leaves nothing: "nothing is right"
    NONE_OF_IT = "none of it"
    NO = "no"  # an answer of its own, and a negation right before a thing: "no, all is fine", "no mistakes"
    ALL = "all"
    LITTLE = "little"
    PAUSE = "pause"
    OTHER = "other"


_TABLES: Mapping[Does, Mapping[str, str]] = {
    Does.RIGHT: {
        "en": "ok, okay, okey, k, yes, yeah, yep, yup, right, all right, alright, correct, correctly, true, fine, good, great, perfect, perfectly, accurate, exact, exactly, agree, agreed, confirm, confirmed, "
        "approve, approved, accept, accepted, well, nice, in order, satisfied, happy, go ahead, please do, cool, understood, understand, as i said, what i said, what i meant, what i want, what i wrote, 👍, 👌, ✅, ✔, 🆗",
        "zh": "对, 对的, 正确, 准确, 好, 好的, 行, 行的, 可以, 可以的, 是的, 同意, 确认, 不错, 没错, 嗯, 嗯嗯, 满意, 属实, 妥, 成, 中, 得对, 就是这样, 是这样, 是这样的, 错不了, 没意见, 明白, 准, 无误",
        "sw": "sawa, sawasawa, sawa sawa, sahihi, kweli, nzuri, vizuri, vyema, njema, safi, poa, kamili, ndiyo, ndio, naam, nakubali, ninakubali, nimekubali, nakubaliana, haya, ndivyo, ndivyo hivyo, nathibitisha, "
        "thibitisha, imethibitishwa, umeelewa, umenielewa, umepata, umepatia, umeandika vizuri, inafaa, nimeridhika, barabara, fresh, nilivyosema, nilichosema",
        "hi": "ठीक, सही, अच्छा, हाँ, हां, जी, मंजूर, सहमत, दुरुस्त, बढ़िया, बढ़िया है, theek, thik, sahi, haan, han, accha, समझ गए, सही समझा",
        "es": "bien, correcto, correcta, correctos, correctas, ok, okey, si, vale, perfecto, exacto, exactamente, cierto, verdad, de acuerdo, conforme, confirmo, confirmado, acepto, bueno, claro, listo, asi es, "
        "en orden, entendiste, justo, eso es, dale",
        "fr": "bien, bon, bonne, bons, ok, oui, correct, correcte, exact, exacte, juste, vrai, d'accord, parfait, parfaitement, confirme, je confirme, accepte, convient, en ordre, en regle, compris, entendu, c'est ca, ca marche, nickel",
    },
    Does.BAD: {
        "en": "wrong, mistake, mistakes, error, errors, incorrect, false, problem, problems, issue, issues, objection, objections, worry, worries, bad, misunderstood, misunderstanding, complaint, complaints, doubt, doubts, untrue, inaccurate, wrongly",
        "zh": "错, 错误, 问题, 毛病, 差错, 误, 出入, 异议, 意见, 错的, 错了, 误会, 不妥, 写错, 弄错, 搞错, 理解错, 说错",
        "sw": "kosa, makosa, tatizo, matatizo, shida, kasoro, hitilafu, dosari, pingamizi, wasiwasi, baya, vibaya, mbaya, matata, nimekosea, nilikosea, umekosea, umekosa, imekosewa, yamekosewa, kukosea, uongo, neno",
        "hi": "गलत, गलती, गलतियाँ, दिक्कत, समस्या, परेशानी, कमी, खराब, galat, galti, dikkat, samasya, pareshani, आपत्ति",
        "es": "mal, malo, mala, error, errores, problema, problemas, incorrecto, incorrecta, equivocado, equivocada, falso, falsa, falla, fallas, me equivoque, te equivocaste, inconveniente, duda",
        "fr": "faux, fausse, erreur, erreurs, probleme, problemes, incorrect, incorrecte, mauvais, souci, soucis, me suis trompe, me suis trompee, t'es trompe, vous etes trompe, inexact, errone, mal, faute, fautes",
    },
    Does.CHANGE: {
        "en": "change, changes, changed, changing, correct it, correct this, correct that, to correct, correction, corrections, fix, fixed, edit, edits, alter, amend, modify, modification, modifications, add, to add, to remove, adjust, touch",
        "zh": "改, 改的, 修改, 更改, 改动, 变动, 变, 更正, 改正, 补充, 修正, 纠正, 调整",
        "sw": "badilisha, kubadilisha, kubadili, badiliko, mabadiliko, kubadilishwa, rekebisha, kurekebisha, marekebisho, kurekebishwa, sahihisha, kusahihisha, masahihisho, ongeza, kuongeza, nyongeza, kugusa",
        "hi": "बदलना, बदलाव, बदलो, बदलें, बदलने, बदल, सुधार, सुधारना, सुधारने, badalna, badlav, badlo, sudhar, जोड़ना",
        "es": "cambiar, cambio, cambios, cambie, cambies, corregir, correccion, correcciones, modificar, modificacion, modificaciones, anadir, agregar, arreglar",
        "fr": "changer, changez, change, changement, changements, modifier, modification, modifications, corriger, correction, corrections, ajouter, rectifier",
    },
    Does.ON: {
        "en": "continue, go on, carry on, proceed, next, next question, move on, go forward, let's go, lets go, keep going, moving on, go, next step, next one",
        "zh": "继续, 下一步, 往下, 往下走, 接着, 接着来, 接着问, 下一个, 下一题, 走, 进行, 往下问, 问吧, 开始, 接下来, 来",
        "sw": "endelea, tuendelee, niendelee, naendelea, kuendelea, endeleeni, tunaendelea, songa, songa mbele, tusonge mbele, tusonge, inayofuata, lifuatalo, linalofuata, swali lijalo, swali linalofuata, twende, twendelee, hatua inayofuata",
        "hi": "आगे, आगे बढ़ो, आगे बढ़ें, आगे बढ़िए, आगे चलो, आगे चलें, आगे चलिए, जारी रखें, जारी रखो, जारी, चलो, चलिए, aage, aage badho, aage chalo, jaari rakho, chalo, अगला",
        "es": "continuar, continua, continue, continuemos, continuo, sigue, siga, sigamos, seguir, seguimos, adelante, siguiente, proceda, proceder, avanzar, avance, avancemos",
        "fr": "continuer, continuez, continue, continuons, suivant, suivante, la suite, avancer, avancez, avance, poursuivre, poursuivez, poursuivons, allez-y, vas-y, on y va, passez",
    },
    Does.UNLIKE: {
        "en": "not what i said, not what i meant, not what i wrote, not what i want, not like that, not so, didn't say that, did not say that, didn't say this, never said that, not me",
        "zh": "不是这样, 不是这样的, 不是这么说的, 不是这么回事, 我没这么说, 没这么说, 不是我说的, 不是这个意思, 不是那样, 不是这么",
        "sw": "siyo hivyo, sio hivyo, si hivyo, sivyo, sikusema hivyo, sikusema hayo, sikumaanisha hivyo, si nilichosema, siyo nilichosema, sio nilichosema",
        "hi": "ऐसा नहीं, मैंने यह नहीं कहा, मैंने ऐसा नहीं कहा",
        "es": "no es lo que dije, no dije eso, no es asi, no es eso, yo no dije eso",
        "fr": "ce n'est pas ce que j'ai dit, pas ce que j'ai dit, c'est pas ca, ce n'est pas ca, pas comme ca",
    },
    Does.STAYS: {
        "sw": "usibadilishe, usibadili, usirekebishe, sibadilishi, isibadilike, isibadilishwe, msibadilishe, hakuna cha kubadilisha",
        "zh": "不变, 保持原样, 别动, 别改",
    },
    Does.NOT: {
        "en": "not, isn't, isnt, aren't, arent, don't, dont, do not, doesn't, doesnt, does not, didn't, didnt, cannot, can't, cant, never, without, ain't, aint, wasn't, no need, not any, no need to, can't see, don't see, don't find",
        "zh": "不, 没, 没有, 不用, 不要, 不需要, 不需, 无需, 无须, 不必, 别, 无, 没什么, 没啥, 没有什么, 没有啥, 不是, 并没有, 用不着, 不想",
        "sw": "si, sio, siyo, bila, sina, sihitaji, sitaki, hakuna haja, hakuna haja ya, hamna haja ya, sioni, sijaona, haina, hazina, hayana, hahitaji, haihitaji, hayahitaji",
        "hi": "नहीं, नही, मत, न, ना, बिना, nahi, nahin, mat, na",
        "es": "no, sin, tampoco, nunca, ni",
        "fr": "ne, n', pas, sans, jamais, n'y",
    },
    Does.NOTHING: {
        "en": "nothing, none, nothin",
        "sw": "hakuna, hamna",
        "es": "nada, ningun, ninguna, ninguno",
        "fr": "rien, aucun, aucune",
    },
    Does.NONE_OF_IT: {
        "en": "none of it, none of this, none of that, none of these, none of those, none of them, nothing of it, nothing of this, nothing of that, not one of them, not any of it, not any of this",
        "zh": "没有一个, 没一个, 没有一样, 没一样, 没有一条, 没一条, 都不是, 全不是, 全都不是, 没有一个是, 一个都不, 一个也不, 一条都不",
        "sw": "hakuna hata moja, hamna hata moja, si hata moja, hakuna hata kimoja, hakuna lolote, hakuna chochote kati ya haya, hakuna kati ya haya",
        "hi": "इनमें से कोई नहीं, इसमें से कुछ नहीं, इनमें से कुछ नहीं, कुछ भी नहीं इनमें",
        "es": "nada de esto, nada de eso, ninguno de estos, ninguna de estas, ninguno de esos, nada de lo anterior",
        "fr": "rien de tout cela, rien de tout ca, rien de cela, rien de ca, aucun de ceux-ci, aucune de celles-ci, rien de ceci",
    },
    Does.NO: {"en": "no, nope, nah", "sw": "hapana, la hasha", "fr": "non", "zh": "否"},
    Does.ALL: {
        "en": "all, everything, all of it, all of this, all of that, all of them, every thing, both, whole, entire, it all",
        "zh": "都, 全, 全部, 全都, 所有, 所有的, 一切, 一切都, 整个, 通通",
        "sw": "yote, zote, vyote, kila kitu, wote, kila jambo, haya yote, hayo yote, hii yote",
        "hi": "सब, सब कुछ, सभी, सारा, सारी, पूरा, sab, sab kuch, sabhi",
        "es": "todo, todos, toda, todas, todo esto, todo eso",
        "fr": "tout, tous, toute, toutes, tout ca, tout cela",
    },
    Does.LITTLE: {
        "en": "it, is, it's, its, that, that's, thats, this, these, those, they, they're, they are, are, looks, look, looks like, seems, sounds, i, i'm, im, am, i am, we, think, with, me, for, now, so, very, really, "
        "just, you, got, get, have, had, has, what, wrote, there, there's, there is, there are, here, in, to, the, please, pls, thanks, thank you, a, an, my, as, of, at, at all, any, anything, see, find, "
        "want, need, needs, needed, would like, would, like, something, one thing, one, thing, things, some, some of it, some of this, some things, a few things, made, make, sir, madam, and, then, let's, lets, let us, let me, us, "
        "on, quite, totally, absolutely, completely, perfectly, oh, hey, well done, information, details, be, been, do, done, much, more, further, else, say, said, part of it, part, your, written, "
        "wrote down, understanding, i see, with it, with this, with that, about it, about this, must, should",
        "zh": "就, 这样, 了, 的, 吧, 啊, 呀, 呢, 哦, 我, 我的, 看, 我看, 觉得, 你, 您, 说, 说的, 写, 写的, 理解, 理解得, 理解的, 这些, 上面, 以上, 这, 那, 地方, 要, 需要, 有, 一下, 请, 谢谢, 很, 是, 是的话, 得, 太, 什么, 啥, "
        "任何, 有个, 有一个, 有的, 有些, 一个, 个, 这个, 内容, 信息, 情况, 资料, 非常, 挺, 完全, 真, 也, 想, 还, 可, 它, 里面, 有点, 一点, 一处, 几处, 处, 些, 些地方, 出, 发现, 看到, 必要, 必须, 在, 里, 记, 记得, 记的, 再, 走吧, 哈, 先, 往后, 帮我, 之处",
        "sw": "ni, iko, ipo, yako, ziko, yapo, kabisa, tu, sana, hiyo, hii, hayo, hizo, hizi, hilo, hili, haya ni, kitu, vitu, chochote, lolote, yoyote, popote, hapo, hapa, hapo juu, mimi, nadhani, naona, naona ni, asante, "
        "ahsante, tafadhali, bwana, bosi, basi, na, kwa, cha, ya, la, wa, za, vya, kuna, kuna kitu, kitu kimoja, kimoja, jambo, jambo moja, moja, mambo, baadhi, mambo mengine, mengine, nataka, naomba, ningependa, nahitaji, "
        "ulivyoandika, ulivyoelewa, uliyoandika, nilivyoeleza, maelezo, taarifa, mbele, sasa, pia, hivyo, hivi, yako yote, kwangu, kwa upande wangu, leo, mno, zaidi, ambacho, nimeona, iliyo, ilivyo, haja",
        "hi": "है, हैं, यह, ये, वह, मुझे, मैं, मैंने, को, का, की, के, में, से, कुछ, भी, कोई, एकदम, बिल्कुल, बिलकुल, तो, लगता, बात, धन्यवाद, आप, आपने, ने, समझा, लिखा, करना, करने, की जरूरत, जरूरत, चाहता, चाहती, हूँ, हूं, "
        "चाहिए, इसमें, और, hai, hain, koi, kuch, bhi, bilkul, mujhe, yeh, ye, ji, कृपया",
        "es": "esta, estan, es, son, lo, que, muy, mas, por, mi, me, gracias, asi, la, el, los, las, informacion, datos, parece, creo, hay, algo, eso, esto, tengo, quiero, quisiera, a, vamos, y, ya, por favor, para, un, una, de, "
        "se, ve, alguna, algun, cosa, cosas, hacer, necesario, necesito, necesita, tiene, aqui, todo lo, dije, con, favor, ahora, senor, eso es todo, ser, podemos, puede, puedes",
        "fr": "est, c'est, c', c'etait, il, elle, y, a, il y a, je, j', j'ai, ai, me, m', moi, tres, va, vont, sont, le, la, les, l', de, d', du, des, une, un, ce, cela, ca, quelque chose, quelque, chose, veux, voudrais, "
        "voulais, merci, s'il vous plait, svp, on, nous, en, et, pour, vous, avez, tu, as, vraiment, tout a fait, plus, bien sur, besoin, faut, informations, semble, parait, dedans, ici, avec, qui, que, etes, suis, dois, peux, peut, rien d'autre",
    },
    # Whole questions, and words that only look like the ones above.
    Does.OTHER: {
        "en": "is it, is this, is that, are they, is everything, are there, is there, am i, are you, do you, do i, what is, what's, what do, what to, what should, what i have, one more, what you want, and you, what else, what now, my, my problem, i have a, i have",
        "zh": "有没有, 是不是, 对不对, 好不好, 行不行, 可不可以, 要不要, 什么问题, 有什么, 什么意思, 是什么, 要什么, 说什么, 什么错, 看看, 我有",
        "sw": "si ndiyo",
        "es": "que es, que esta, que hay, esta todo",
        "fr": "est-ce, qu'est, que faut",
    },
}  # fmt: skip

# Whole sentences that are told apart by more than their words: "leave it as it is" leaves all, "leave it" perhaps nothing.
IDIOMS: Mapping[Assent, re.Pattern[str]] = {
    Assent.RIGHT: re.compile(
        r"(?:(?:yes|ok|okay)[, ]+)*(?:that|this|it)(?:'?s| is)? (?:ok|okay|fine|good|right|correct|it|all right|alright)(?: (?:so|now|thanks|with me|for me|like that))*|so be it|just so|exactly so"
        r"|(?:sawa[, ]+)?(?:ni )?hivyo(?: hivyo| tu)?(?: (?:sawa|ni sawa|ndivyo))?|ndivyo(?: hivyo)?|iko sawa|ipo sawa|ni sawa(?: hivyo)?"
        r"|(?:好[,，]?|行[,，]?)?(?:那)?就(?:这|那)(?:样|么办|么定|么着)(?:改|定|办|写)?(?:吧|了)?|就(?:是)?这个(?:吧)?"
    ),
    Assent.STAYS: re.compile(
        r"(?:(?:no|nope|ok|sorry|please|pls)[, ]+)*(?:(?:don'?t|do ?not) (?:change|touch)(?: (?:it|this|that|anything|them|my \w+))*|keep (?:it|that|this|everything|them|all)(?: (?:as (?:it|they) (?:is|was|are|were)|the same|like (?:that|before)))?|leave (?:it|that|this|everything|them|all) (?:as (?:it|they) (?:is|was|are|were)|the same|like (?:that|before))|no changes?|nothing changes)(?: please| pls)?"
        r"|(?:(?:hapana|la|samahani|tafadhali)[, ]+)*(?:(?:usi|msi|tusi)(?:badili(?:she)?|badilishe|guse)(?: (?:hiyo|hilo|kitu|chochote))?|(?:acha|iache|yaache|liache)(?: tu)? (?:kama ilivyo|kama yalivyo|ilivyo|hivyo)|sibadilishi|isibadilike|baki(?:sha)? (?:hivyo|kama ilivyo))"
        r"|(?:那|还是|先|我|还)*(?:(?:别|不|不用|不要|不想要?|不必)(?:再)?(?:改|换|变|动)|不变|保持原样|留着)(?:它|了|吧|啦|这个)*"
    ),
    Assent.UNDONE: re.compile(
        r"(?:(?:no|nope|ok|sorry|please|pls)[, ]+)*(?:(?:don'?t|do ?not) (?:write|do)(?: (?:it|this|that|anything|them|my \w+))*|leave (?:it|that|this|everything|them|all)|(?:keep|leave) the (?:old|first) one(?: (?:as (?:it|they) (?:is|was|are|were)|the same|like (?:that|before)))?|never ?mind|forget (?:it|that|about it)|cancel(?: (?:it|that))?)(?: please| pls)?"
        r"|(?:(?:hapana|la|samahani|tafadhali)[, ]+)*(?:(?:usi|msi|tusi)fanye(?: (?:hiyo|hilo|kitu|chochote))?|(?:acha|iache|yaache|liache|achana nayo)(?: tu)?)"
        r"|(?:那|还是|先|我|还)*(?:算了|照旧|还是原来的?|按原来的?)(?:它|了|吧|啦|这个)*"
    ),
}

# What is said of an answer on file: it is still what it was.
SAME = re.compile(
    r"(?:(?:yes|ok|okay|no)[, ]+)*(?:(?:it|that|this)(?:'?s| is)? |they(?:'re| are)? )?(?:all )?(?:(?:just |exactly )?(?:the )?same(?: (?:as|like) (?:before|last time|last year|ever|always))?|still (?:the )?(?:same|right|true|correct|valid|so)(?: as before)?|unchanged|(?:has|have) ?n[o']t changed)"
    r"|(?:(?:ndiyo|sawa)[, ]+)*(?:ni |bado |bado ni |iko )?(?:vile ?vile|ile ?ile|yale ?yale|lile ?lile|hivyo ?hivyo|hivyo|kama (?:zamani|awali|mwanzo|mwaka jana))|hai?jabadilika|hayajabadilika"
    r"|(?:对|是|嗯)?[,，]?(?:还|都|跟|和|与)*(?:是)?(?:以前|之前|上次|原来|去年|过去)?的?一样的?|照旧|(?:还是)?(?:老样子|原样|原来的?)|没(?:有)?(?:什么)?(?:变化?|改变)"
)


@cache
def phrases(language: str) -> Mapping[str, Does]:
    """Every phrase of the language, and of English, by what it does; the language's own goes first."""
    table: dict[str, Does] = {}
    for tongue in dict.fromkeys(("en", language)):
        for does, of_languages in _TABLES.items():
            table |= {fold(clean(phrase)): does for phrase in words(of_languages.get(tongue, ""))}
    return table
