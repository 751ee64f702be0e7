"""The words of yes and no in each language, by what a negation beside them does."""
# ruff: noqa: E501 - tables of words read better on their own lines

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from intake.reading.cleaning import clean, fold
from intake.reading.words import words


class Part(StrEnum):
    """What a phrase of an answer does."""

    YES = "yes"  # an answer of its own: "yes no" is both
    RIGHT = "right"  # a yes that a negation before or behind it turns: "not ok", "of course not"
    NO = "no"
    NOT = "not"  # a negation that is no answer alone: "pas", "si" (Swahili)
    SOFT = "soft"  # most likely a yes, but also said for "never mind": "no problem", "why not"
    DOUBT = "doubt"  # neither: "not sure", "no idea"
    LITTLE = "little"  # changes nothing
    PAUSE = "pause"  # a comma: a negation does not reach over it
    OTHER = "other"


_TABLES: Mapping[Part, Mapping[str, str]] = {
    Part.YES: {
        "en": "yes, yeah, yep, yup, y, yea, aye, yes please, please, please do, go ahead, yes pls, i think so, think so, i do, i can, i will, i have, i am, it is, we do, we can, we will, we have, 👍, 👌, ✅, ✔, 🆗, 🙆",
        "zh": "是的, 对的, 好的, 嗯, 嗯嗯, 没错, 没有错, 有的, 会的, 要的, 可以的, 要得",
        "hi": "हाँ, हां, जी, जी हाँ, हा, हांजी, हाँ जी, ha, han, haan, haa, ji, ji haan, haan ji, है",
        "sw": "ndiyo, ndio, naam, eeh, ee, ipo, yupo, ipo hapa, ninayo, ninao, ninazo, ninalo, nina, tunayo, tunao, wapo, zipo",
        "es": "si, s, sip, asi es, como no",
        "fr": "oui, ouais, o, ouaip, c'est ca, je veux bien",
    },
    Part.RIGHT: {
        "en": "ok, okay, okey, k, sure, of course, right, correct, agree, agreed, true, fine, alright, all right, good, certainly, absolutely, definitely, "
        "surely, indeed, exactly, obviously, totally",
        "zh": "是, 对, 好, 可以, 行, 同意, 有, 要, 愿意, 正确, 确认, 当然, 会, 中, 成, 能, 肯定, 绝对, 一定, 确实, 得, 妥, 中用",
        "hi": "ठीक, ठीक है, सही, सही है, मंजूर, सहमत, बिल्कुल, बिलकुल, जरूर, अवश्य, बेशक, अच्छा, अच्छी बात है, theek, theek hai, thik hai, thik, sahi, bilkul, zaroor, jarur, accha, achha",
        "sw": "sawa, sawasawa, sawa sawa, nakubali, ndivyo, hakika, kweli, bila shaka, kabisa, vizuri, vyema, haya, nimekubali, tunakubali, nataka, naweza",
        "es": "claro, vale, de acuerdo, acepto, correcto, por supuesto, bueno, cierto, seguro, desde luego, exacto, exactamente, absolutamente, ciertamente, "
        "verdad, dale, okey, esta bien, perfecto, con gusto, estoy de acuerdo, quiero, puedo, tengo",
        "fr": "d'accord, bien sur, exact, exactement, j'accepte, accepte, correct, certainement, tout a fait, volontiers, absolument, evidemment, vraiment, "
        "effectivement, entendu, parfait, vrai, c'est vrai, c'est bon, ca marche, bon, certes, avec plaisir, je suis d'accord, possible",
    },
    Part.NO: {
        "en": "no, nope, nah, n, not, none, never, no one, nobody, nothing, i don't, i do not, wrong, disagree, false, no thanks, no thank you, not really, "
        "not at all, no way, i don't think so, don't think so, i do not think so, can't, cannot, can not, won't, don't, isn't, haven't, hasn't, didn't, doesn't, "
        "aren't, wasn't, ain't, wouldn't, couldn't, shouldn't, cant, wont, dont, isnt, havent, hasnt, didnt, doesnt, arent, aint, wouldnt, couldnt, shouldnt, "
        "i can not, i cannot, i will not, i have not, i am not, it is not, we do not, we can not, we cannot, we will not, we have not, i have none, we have none, "
        "not yet, no longer, not any more, not anymore, not any longer, not at the moment, not currently, not at present, 👎, ❌, ✖, 🚫, 🙅",
        "zh": "不, 不是, 没有, 没, 否, 不同意, 不要, 不行, 不对, 不可以, 无, 没人, 没有人, 不愿意, 错, 不用, 不必, 从不, 从来没有, 现在没有, 目前没有, 暂时没有, 没有了, 已经没有, 当然不, 当然没, 肯定不, 肯定没, 绝对不, 绝对没, 一定不, 未, 別, 别, 未曾",
        "hi": "नहीं, नही, ना, न, मत, जी नहीं, नहीं जी, nahi, nahin, nai, na, गलत, नहीं है, असहमत, कभी नहीं, बिल्कुल नहीं, ji nahi, ji nahin, nahi hai, galat",
        "sw": "hapana, la, siyo, sio, hakuna, sikubali, hamna, sina, bado, sivyo, haipo, hayupo, hawapo, hazipo, sinayo, sinao, sinazo, hatuna, kamwe, hata kidogo, "
        "la hasha, kwa sasa hapana, sasa hapana, kwa sasa sina, sasa sina, sina tena, sina kwa sasa, hapana kwa sasa, si kweli, sitaki, siwezi, bado kabisa, sijawahi",
        "es": "no, nunca, ninguno, ninguna, nadie, para nada, incorrecto, falso, jamas, tampoco, nada, en absoluto, que va, ni hablar, de ninguna manera, no creo",
        "fr": "non, jamais, aucun, aucune, personne, pas du tout, faux, n, nan, pas encore, pas question, surtout pas, rien, non merci",
    },
    Part.NOT: {"zh": "非", "sw": "si", "es": "ni", "fr": "pas, ne, n'"},
    Part.SOFT: {
        "en": "no problem, no problems, why not, no worries, i don't mind, don't mind, dont mind, i dont mind, no objection, no objections, not bad, i guess so, i suppose so, "
        "i guess, no doubt, without doubt, not a problem, can't complain, no issue, no issues",
        "zh": "没问题, 没有问题, 没事, 不错, 还行, 还好, 还可以, 没意见, 没有意见, 为什么不, 有何不可, 不反对",
        "hi": "क्यों नहीं, कोई बात नहीं, कोई दिक्कत नहीं, कोई समस्या नहीं, कोई परेशानी नहीं, koi baat nahi, koi dikkat nahi, kyon nahi, kyu nahi",
        "sw": "hakuna shida, hamna shida, hakuna tatizo, hakuna matata, bila shida, kwa nini isiwe, kwa nini la, kwanini isiwe, si mbaya",
        "es": "no hay problema, sin problema, ningun problema, por que no, no me importa, no hay inconveniente, no esta mal, sin duda",
        "fr": "pas de probleme, pas de souci, aucun probleme, sans probleme, aucun souci, pourquoi pas, pas mal, si, sans doute, ca ne me derange pas",
    },
    Part.DOUBT: {
        "en": "not sure, i'm not sure, i am not sure, im not sure, no idea, i don't know, don't know, dont know, i do not know, maybe, perhaps, it depends, depends, not certain, "
        "doesn't matter, either, can't say, i doubt, doubt, not necessarily, not exactly, not always",
        "zh": "不知道, 不清楚, 不确定, 不一定, 不好说, 说不定, 说不准, 不晓得, 可能, 也许, 大概, 看情况, 差不多, 随便, 无所谓, 对不起, 不好意思, 没关系, 不要紧, 不客气, 不用谢, "
        "不是没, 不是不, 不会不, 不能不, 不得不, 没有不, 要是, 是否, 好像, 不肯定, 有没有, 是不是, 要不要, 会不会, 能不能, 行不行, 好不好, 可不可以, 对不对",
        "hi": "पता नहीं, मालूम नहीं, नहीं पता, नहीं मालूम, शायद, pata nahi, pata nahin, shayad, maloom nahi, जरूरी नहीं",
        "sw": "sijui, labda, sina hakika, si hakika, pengine, huenda, hatujui, sina uhakika",
        "es": "no se, no lo se, quizas, quiza, tal vez, no estoy seguro, no estoy segura, no seguro, depende, a lo mejor, ni idea, puede ser, si no, no siempre",
        "fr": "je ne sais pas, je sais pas, sais pas, peut-etre, peut etre, pas sur, pas sure, je ne suis pas sur, je ne suis pas sure, ca depend, aucune idee, pas forcement, pas toujours, pas exactement",
    },
    Part.LITTLE: {
        "en": "i, we, it, is, so, very, really, thanks, thank you, sir, madam, think, i think, well, oh, to, that, that's, do, then, much, am, the, would, like",
        "zh": "吧, 啊, 呀, 哦, 呢, 了, 嘛, 啦, 的, 我, 还, 谢谢, 呵, 哈, 噢, 诶, 真, 很, 都, 就, 那, 我们, 咱",
        "hi": "हूं, हैं, मैं, मैं, तो, भी, अभी, मुझे, हम, सर, साहब, धन्यवाद, hai, hoon, abhi, mujhe, main, sir, है ना",
        "sw": "mimi, sisi, tu, asante, bwana, tafadhali, ni, hiyo, hii, kwa, sana, kwangu, mkuu",
        "es": "que, creo, creo que, pienso, yo, pues, gracias, todavia, aun, muy, senor, senora, es, lo, me, pero, ya, eso, por favor, estoy, hay, he",
        "fr": "que, mais, je, crois, pense, merci, ah, ben, bah, oh, alors, monsieur, madame, c'est, tres, suis, plait, s'il vous plait, veux, on, l'",
    },
}  # fmt: skip


@cache
def phrases(language: str) -> Mapping[str, Part]:
    """Every phrase of the language, and of English, by what it does; the language's own goes first."""
    table: dict[str, Part] = {}
    for tongue in dict.fromkeys(("en", language)):
        for part, of_languages in _TABLES.items():
            table |= {fold(clean(phrase)): part for phrase in words(of_languages.get(tongue, ""))}
    return table
