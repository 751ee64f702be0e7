"""Commands in words: "go back", "改金额", "sijui"; near spellings count, doubtful ones do not."""

# ruff: noqa: E501 - tables of words read better on their own lines

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from intake.interview.spelling import amending, spelled
from intake.interview.types import CommandKind
from intake.reading.cleaning import clean, fold
from intake.reading.words import words

LONGEST = 60  # letters; a command is short, a story is not
NEAR = 90  # rapidfuzz ratio, for phrases of six Latin letters and more
LEAST_NEAR_LENGTH = 6

PHRASES: dict[str, dict[CommandKind, str]] = {
    "en": {
        CommandKind.BACK: "back, go back, previous, previous question, one back, before, step back, i made a mistake, the last one was wrong, undo",
        CommandKind.SKIP: "skip, skip this, skip it, next, next question, leave it, leave it out, pass, not now, later, i will say later, i'd rather not say, i do not want to say, move on",
        CommandKind.WHY: "why, why do you ask, why do you ask that, why do you need this, why do you need that, why do you want to know, what for, what is it for, what is this for, why this question",
        CommandKind.DONT_KNOW: "i don't know, i dont know, dont know, don't know, no idea, not sure, i am not sure, i'm not sure, dunno, idk, hard to say, i have no idea, i can't say, i cannot say",
        CommandKind.STOP: "stop, stop here, stop for today, pause, enough, enough for today, i must go, i have to go, tomorrow, continue later, continue tomorrow, carry on later, carry on tomorrow, not today, bye, goodbye, i am busy, later today",
        CommandKind.START_AGAIN: "start again, start over, restart, begin again, from the beginning, new application, start from the beginning, start new",
        CommandKind.HELP: "help, help me, i need help, what can i do, what can i say, how does this work, i do not understand, i don't understand, what do you mean, what, what is this, what is that, huh, eh, pardon, come again",
        CommandKind.PERSON: "talk to a person, i want to talk to a person, talk to someone, a person, human, officer, talk to my officer, i want to talk to my officer, call me, please call me, speak to a person, can i talk to a person, real person, i want a person, talk to a human",
        CommandKind.STATUS: "status, my status, how far am i, how many questions left, how much is left, how many more, how many more questions",
        CommandKind.SUMMARY: "summary, show my answers, what did i say, my answers, show what i said, show everything",
    },
    "zh": {
        CommandKind.BACK: "返回, 上一题, 上一个, 回去, 后退, 退回, 上一步, 回到上一题, 上一个问题",
        CommandKind.SKIP: "跳过, 下一题, 下一个, 不想说, 先跳过, 以后再说, 略过, 不填, 过, 先不说, 不方便, 不方便说, 先不填, 拍不了, 发不了, 没法拍, 没法发, 没照片, 没有照片",
        CommandKind.WHY: "为什么, 为什么问这个, 为什么要问, 为什么问, 问这个干什么, 问这个干嘛, 干嘛问这个, 干什么用, 为啥, 为啥问这个, 有什么用, 为什么要知道",
        CommandKind.DONT_KNOW: "不知道, 我不知道, 不清楚, 我不清楚, 不确定, 说不准, 不晓得, 不太清楚, 记不清, 不太知道, 说不好",
        CommandKind.STOP: "停, 停止, 暂停, 先停, 今天到这, 今天就到这, 今天先到这, 明天再说, 先这样, 不聊了, 我要走了, 明天继续, 改天再说, 等会儿再说, 下次再说, 先到这里",
        CommandKind.START_AGAIN: "重新开始, 从头开始, 重来, 重新来, 重新申请, 从头再来, 重填",
        CommandKind.HELP: "帮助, 帮帮我, 怎么用, 怎么办, 看不懂, 不懂, 我不懂, 什么意思, 不明白, 我不明白, 求助, 什么, 啥, 啥意思, 这是什么",
        CommandKind.PERSON: "人工, 转人工, 找人, 找信贷员, 我要找人, 我想找信贷员, 跟人说, 和人说话, 打电话给我, 给我打电话, 找真人, 我要跟人说话, 人工客服, 客服",
        CommandKind.STATUS: "进度, 还有几题, 还剩多少, 还有多少, 还剩几题, 还有多少题, 还有几个问题, 到哪了",
        CommandKind.SUMMARY: "看我的回答, 我说了什么, 汇总, 总结, 看看我填的, 我的回答",
    },
    "sw": {
        CommandKind.BACK: "rudi, rudi nyuma, nyuma, swali lililopita, nimekosea, nimekosa, rejea",
        CommandKind.SKIP: "ruka, ruka hili, lifuatalo, swali lijalo, endelea, pita, baadaye, sitaki kusema, acha hili, ruka swali",
        CommandKind.WHY: "kwa nini, kwanini, kwa nini unauliza, kwanini unauliza, ya nini, mbona unauliza, mbona, kwa nini unataka kujua",
        CommandKind.DONT_KNOW: "sijui, sina hakika, sifahamu, mimi sijui, sina uhakika, sikumbuki",
        CommandKind.STOP: "simama, acha, acha kwa leo, tosha, inatosha, inatosha leo, tutaendelea kesho, kesho, komesha, ninaondoka, basi, basi kwa leo, kwaheri, nimechoka",
        CommandKind.START_AGAIN: "anza upya, anza tena, anza mwanzo, kuanzia mwanzo, ombi jipya, nianze upya",
        CommandKind.HELP: "msaada, nisaidie, naomba msaada, sielewi, sijaelewa, una maana gani, maana yake nini, nini, unamaanisha nini, eti nini, ni nini hii",
        CommandKind.PERSON: "ongea na mtu, nataka kuongea na mtu, nataka mtu, afisa, nataka afisa, nipigie, nipigie simu, zungumza na mtu, ongea na afisa, nataka kuzungumza na mtu, mtu",
        CommandKind.STATUS: "hali, maswali mangapi yamebaki, bado mangapi, nimefika wapi, yamebaki mangapi",
        CommandKind.SUMMARY: "muhtasari, majibu yangu, nionyeshe majibu, nilisema nini, onyesha majibu",
    },
    "hi": {
        CommandKind.BACK: "वापस, पीछे, पिछला, पिछला सवाल, वापस जाओ, पीछे जाओ, peeche, wapas",
        CommandKind.SKIP: "छोड़ो, छोड़ दो, छोड़ें, अगला, अगला सवाल, आगे, आगे बढ़ो, बाद में, chhodo, aage",
        CommandKind.WHY: "क्यों, क्यों पूछ रहे हो, क्यों पूछते हो, किसलिए, यह क्यों पूछ रहे हैं, kyon, kyun",
        CommandKind.DONT_KNOW: "पता नहीं, मुझे नहीं पता, मालूम नहीं, नहीं पता, मुझे नहीं मालूम, pata nahi, nahi pata, मैं नहीं जानता",
        CommandKind.STOP: "रुको, बस, बंद करो, आज बस, कल करेंगे, बाकी कल, ruko, रुकें, अभी नहीं",
        CommandKind.START_AGAIN: "फिर से शुरू, फिर से शुरू करो, नया आवेदन, शुरू से, phir se shuru",
        CommandKind.HELP: "मदद, मदद करो, सहायता, समझ नहीं आया, मैं नहीं समझा, madad, क्या, क्या मतलब",
        CommandKind.PERSON: "किसी से बात, किसी से बात करनी है, अधिकारी से बात, मुझे किसी से बात करनी है, फोन करो, आदमी से बात",
        CommandKind.STATUS: "कितने सवाल बाकी, स्थिति, कितना बाकी है, और कितने सवाल",
        CommandKind.SUMMARY: "मेरे जवाब, जवाब दिखाओ, सारांश",
    },
    "es": {
        CommandKind.BACK: "atras, volver, vuelve, regresar, anterior, pregunta anterior, me equivoque, volver atras",
        CommandKind.SKIP: "saltar, omitir, siguiente, siguiente pregunta, pasar, paso, despues, prefiero no decir, mas tarde, saltala",
        CommandKind.WHY: "por que, por que preguntas, para que, por que me preguntas eso, por que lo preguntas, para que quieres saber",
        CommandKind.DONT_KNOW: "no se, no lo se, ni idea, no estoy seguro, no estoy segura, no tengo idea, quien sabe",
        CommandKind.STOP: "parar, para, alto, pausa, basta, basta por hoy, manana, seguimos manana, hasta manana, adios, continuar despues",
        CommandKind.START_AGAIN: "empezar de nuevo, comenzar de nuevo, desde el principio, reiniciar, otra vez desde el principio, nueva solicitud",
        CommandKind.HELP: "ayuda, ayudame, necesito ayuda, no entiendo, como funciona, que, como, que es esto, que quieres decir",
        CommandKind.PERSON: "hablar con una persona, quiero hablar con una persona, hablar con alguien, persona, asesor, oficial, llamame, quiero hablar con alguien",
        CommandKind.STATUS: "estado, cuantas preguntas faltan, cuanto falta, cuantas faltan",
        CommandKind.SUMMARY: "resumen, mis respuestas, que dije, ver mis respuestas",
    },
    "fr": {
        CommandKind.BACK: "retour, revenir, precedent, question precedente, en arriere, je me suis trompe, retourner",
        CommandKind.SKIP: "passer, sauter, suivant, question suivante, plus tard, je prefere ne pas dire, passe",
        CommandKind.WHY: "pourquoi, pourquoi demandez-vous, pourquoi cette question, pourquoi tu demandes, a quoi ca sert, pourquoi vous demandez",
        CommandKind.DONT_KNOW: "je ne sais pas, je sais pas, aucune idee, pas sur, je ne suis pas sur, j'en sais rien, sais pas",
        CommandKind.STOP: "stop, arreter, arrete, pause, ca suffit, demain, on continue demain, a demain, au revoir, assez pour aujourd'hui",
        CommandKind.START_AGAIN: "recommencer, depuis le debut, reprendre au debut, nouvelle demande, tout recommencer",
        CommandKind.HELP: "aide, aidez-moi, aide-moi, j'ai besoin d'aide, je ne comprends pas, comment ca marche, quoi, hein, comment, c'est quoi",
        CommandKind.PERSON: "parler a une personne, parler a quelqu'un, je veux parler a quelqu'un, une personne, un agent, appelez-moi, je veux parler a une personne",
        CommandKind.STATUS: "statut, combien de questions, combien il reste, il reste combien, combien de questions restent",
        CommandKind.SUMMARY: "resume, mes reponses, montrer mes reponses, qu'ai-je dit",
    },
}
# What only an exact phrase may mean: these are also answers to some questions ("tomorrow", "none").
CHANGE = {
    "en": r"(?:i (?:want|need|would like) to |please |(?:can|could) (?:i|you|we) |let me )*(?:change|correct|fix|edit|update)\s+(?:the |my )?(?P<what>.+?)(?:\s+(?:to|2(?= \d\d))\s+(?P<rest>.+))?|(?:i (?:want|need|would like) to |please |(?:can|could) (?:i|you|we) )*(?:increase|decrease|reduce|lower)\s+(?:the |my )?(?P<what4>.+?)\s+(?:to|2(?= \d\d))\s+(?P<rest4>\d.*)|(?:the |my )?(?P<what2>.+?) (?:is|was) wrong(?:[,.;: ]+(?:it is|it's|its|it should be|should be|make it|must be)? ?(?P<rest2>\d.*))?|(?:(?:no|sorry|actually|wait|please)[ ,]+)*(?:make|set|put) (?:the |my )?(?P<what3>[a-z][a-z ]*?)(?: to| at| be)? (?P<rest3>\d.*)",
    "zh": r"(?:我(?:要|想)|请|帮我)?(?:改一下|修改一下|更改|修改|更正|改)(?P<what>.+?)(?:[为成](?P<rest>.+))?|(?P<what2>.+?)(?:要改|改一下|写错了|错了|不对|填错了)(?:[,，。 ]*(?:应该是|应该|是|改成|改为)?(?P<rest2>[\d一二两三四五六七八九十].*))?|(?P<what3>.+?)(?:要|得)?改[为成](?P<rest3>.+)",
    "sw": r"(?:nataka ku|naomba ku|ni)?(?:badilisha|badili|rekebisha|sahihisha)\s+(?P<what>.+?)(?:\s+(?:kuwa|iwe)\s+(?P<rest>.+))?|(?P<what2>.+?) (?:si sahihi|siyo sahihi|sio sahihi|si kweli|ni makosa|ni kosa|nimekosea|imekosewa)|(?:(?:hapana|samahani|tafadhali)[ ,]+)*(?P<what3>[a-z][a-z ]*?) (?:kiwe|iwe|uwe|yawe) (?P<rest3>.+)",
    "hi": r"(?P<what>.+?)\s+(?:बदलना है|बदलो|बदलें|बदल दो|सुधारो|ठीक करो|गलत है)(?P<rest>)",
    "es": r"(?:quiero |quisiera )?(?:cambiar|corregir|cambia|modificar)\s+(?:el |la |mi |los |las )?(?P<what>.+?)(?:\s+a\s+(?P<rest>.+))?|(?:el |la |mi )?(?P<what2>.+?) esta mal",
    "fr": r"(?:je veux |je voudrais )?(?:changer|corriger|modifier|change)\s+(?:le |la |mon |ma |les |l')?(?P<what>.+?)(?:\s+(?:a|en)\s+(?P<rest>.+))?|(?:le |la |mon )?(?P<what2>.+?) est faux",
}


# An answer that is to be taken back without another in its place; what has to be answered can only be changed.
REMOVE = {
    "en": r"(?:i (?:want|need|would like) to |please |pls |can i |can you |could you |let me )*(?:(?:remov|delet|eras)\w*|take (?:out|away)|get rid of|throw away)\s+(?:the |my |that |this )?(?P<what>.+?)(?: again| out| away| now)?|take (?:the |my |that |this )?(?P<what2>.+?) (?:out|away|off)(?: again)?",
    "zh": r"(?:我(?:要|想)|请|帮我)*(?:删掉|删除|删了|去掉|拿掉|撤掉|撤回)(?P<what>.+?)|(?:我(?:要|想)|请|帮我)*(?:把|将)?(?P<what2>.+?)(?:删掉|删除|删|去掉|拿掉|撤掉|撤回)了?",
    "sw": r"(?:nataka ku|naomba ku|naomba |ni)?(?:ondoa|ondosha|futa|iondoe|ifute)\s+(?P<what>.+?)(?: (?:yangu|zangu|hiyo|ile|hizo|zile))?|(?P<what2>.+?) (?:iondoe|ifute|iondolewe|ifutwe)",
    "hi": r"(?P<what>.+?)\s+(?:हटाओ|हटा दो|हटाना है|मिटाओ|मिटा दो)",
    "es": r"(?:quiero |quisiera )?(?:quita|quitar|elimina|eliminar|borra|borrar)\s+(?:el |la |mi |los |las )?(?P<what>.+?)",
    "fr": r"(?:je veux |je voudrais )?(?:enlever?|supprimer?|retirer?|effacer?)\s+(?:le |la |mon |ma |les |l')?(?P<what>.+?)",
}
# Said of what must be answered, these mean something else: "I don't want the loan".
UNWANTED = {
    "en": r"(?:i )?(?:do not|don'?t) want (?:to send )?(?:the |my |that |this )(?P<what>.+?)(?: any ?more| in it| there)?|(?:cancel|drop|clear) (?:the |my |that |this )(?P<what2>.+?)",
    "zh": r"(?P<what>.+?)(?:我)?不(?:要|发|用)了?|(?:我)?不要(?P<what2>.+?)了?",
    "sw": r"sitaki (?P<what>.+?)(?: tena)?",
}


# "What did I say before?", however it is put.
SHOW = {
    "en": r"(?:so |and |but |please |ok )*(?:(?:what|wat) (?:did|have|had) i (?:already |just )?(?:say|said|tell|told|write|wrote|written|answer(?:ed)?|put|give|given|gave|enter(?:ed)?|fill(?:ed)?)\b.*|what (?:have|did|do) you (?:have|write|wrote|written|understand|understood|note|noted)(?: down)?(?: so far)?|(?:can|could|may|let) (?:i|you|me) (?:see|show|read|repeat|list|check)(?: me)?(?: again)?(?: all)? (?:what i|my answers?|my application|the answers?).*|(?:show|read|repeat|list|tell|give|see|check)(?: me)?(?: again| back)?(?: all)? (?:what i (?:said|told|wrote|answered|put|filled)|my (?:old |earlier )?answers?|what you (?:have|wrote|understood)).*)",
    "zh": r"(?:请|帮我|给我|让我|我想|我要|再)*(?:看看?|看一下|查看|查一下|显示|念一下|念念|说说|回顾)(?:一下)?(?:我)?(?:之前|刚才|刚刚|前面|以前|已经|都|的)*(?:说|填|写|答|回答)(?:了|过|的)?(?:都)?(?:是)?(?:什么|啥|哪些|些什么|些啥|内容|东西|答案)?|我?(?:之前|刚才|刚刚|前面|以前|已经|都)+(?:说|填|写|答|回答)(?:了|过|的)?(?:都)?(?:是)?(?:什么|啥|哪些|些什么|些啥)(?:来着|呢|了)?|我(?:说|填|写|答|回答)(?:了|过|的)(?:都)?(?:是)?(?:什么|啥|哪些|些什么|些啥)(?:来着|呢|了)?",
    "sw": r"(?:je |basi )?(?:(?:nili|nime|nimesha)(?:sema|andika|jibu|jaza|kuambia|kwambia) (?:nini|vipi|gani)\b.*|(?:nionyeshe|onyesha|naomba kuona|nataka kuona|nisomee|soma|rudia|nikumbushe)(?: tena)? (?:majibu(?: yangu)?|nilicho\w+|niliyo\w+).*)",
    "hi": r".*मैंने (?:पहले |अब तक )?क्या (?:कहा|बताया|लिखा).*|(?:मेरे )?(?:सारे )?जवाब (?:फिर से )?(?:दिखाओ|दिखाइए|दिखाएं|बताओ)|maine kya (?:kaha|bola|likha).*",
    "es": r"(?:y )?que (?:es lo que )?(?:dije|he dicho|conteste|respondi|escribi|puse)\b.*|(?:muestrame|mostrar|ver|repite|ensename|quiero ver)(?: otra vez)? (?:mis respuestas|lo que (?:dije|he dicho|puse)).*",
    "fr": r"(?:et )?qu'?(?:est-ce que )?(?:j'ai|ai-je) (?:dit|repondu|ecrit|mis)\b.*|(?:montre[rz]?|voir|relire|rappelle[rz]?|je veux voir)(?:-moi)? (?:mes reponses|ce que j'ai (?:dit|repondu|ecrit)).*",
}


# "I will go on tomorrow", however it is put.
LATER = {
    "en": r"(?:ok |sorry |no )*(?:i am|i'm|im) (?:too |very |so )?(?:tired|busy)(?: now)?|(?:ok )?let(?:'?s| us) (?:stop|finish|continue|go on)(?: here| now| later| tomorrow| for today| another day)*|(?:ok )?(?:i will|i'll|we will|we'll) (?:continue|go on|do it|do this|finish|come back|carry on)(?: it| this)? (?:later|tomorrow|another day|next time)(?: ok| please)?",
    "zh": r"(?:算了|不弄了|不填了|我?累了?|太晚了)(?:[,，]?(?:今天)?(?:先|就)?(?:这样|到这(?:里|儿)?|明天|改天|以后|下次|晚点|回头)(?:再)?(?:说|来|填|弄|继续)?)?(?:吧|了)?|(?:好了|那)?[,，]?(?:今天)?(?:先|就)?(?:明天|改天|下次|晚点|回头)(?:再)?(?:说|来|填|弄|继续)(?:吧|了)?",
    "sw": r"(?:sawa |samahani )*(?:nimechoka(?: sana| leo)?|(?:tu|ni)taendelea (?:kesho|baadaye|siku nyingine)|kesho tuendelee|tuendelee kesho|niko busy|nina shughuli)",
}


DONE = {
    "en": "done, finished, finish, i am done, i'm done, im done, that is all, that's all, thats all, all done, ready, ok done, no more",
    "zh": "好了, 完了, 完成, 选好了, 选完了, 就这些, 没了, 没有了, 可以了, 弄好了",
    "sw": "nimemaliza, tayari, imekwisha, nimekwisha, ndiyo hayo, hayo tu, hiyo tu, basi hayo",
    "hi": "हो गया, बस इतना, ho gaya",
    "es": "listo, hecho, ya esta, eso es todo, termine",
    "fr": "fini, termine, c'est tout, voila, c'est fini",
}


def without_no(text: str) -> str:
    """ "No, that's all" says that it is all."""
    return re.sub(r"^(?:no|nope|hapana|la|不|没有?|नहीं|non)[\s,，.]+", "", text.strip(), flags=re.IGNORECASE)


def is_done(text: str, language: str) -> bool:
    """Whether it says what the button "Done" says."""
    told = {fold(clean(phrase)) for tongue in ("en", language) for phrase in words(DONE.get(tongue, ""))}
    return fold(clean(text)).strip(" .!？！。✅") in told


@dataclass(frozen=True, slots=True)
class Spoken:
    """A command recognised in words; `what` belongs to CHANGE and REMOVE, `rest` to CHANGE. `unwanted`: it removes only
    what may be left open."""

    kind: CommandKind
    what: str = ""
    rest: str = ""
    unwanted: bool = False


@cache
def _table(language: str) -> dict[str, CommandKind]:
    table: dict[str, CommandKind] = {}
    for tongue in ("en", language):
        for kind, phrases in PHRASES.get(tongue, {}).items():
            table |= {fold(clean(phrase)): kind for phrase in words(phrases)}
    return table


def spoken(text: str, language: str) -> Spoken | None:
    """The command that `text` is, in the farmer's language or in English; None for anything else."""
    if len(text) > LONGEST:
        return None
    body = _bare(amending(text))
    table = _table(language)
    if body in table:
        return Spoken(table[body])
    if any(re.fullmatch(LATER.get(tongue, r"(?!)"), body) for tongue in ("en", language)):
        return Spoken(CommandKind.STOP)
    if any(re.fullmatch(SHOW.get(tongue, r"(?!)"), body) for tongue in ("en", language)):
        return Spoken(CommandKind.SUMMARY)
    return _near(body, table) or _remove(body, language) or _change(body, language)


def _bare(text: str) -> str:
    body = fold(clean(text)).strip(" .!?？！。,;¿¡/")
    return (
        re.sub(
            r"^(?:please|pls|sorry|ok|okay|well|请|那|嗯|tafadhali|samahani|por favor|perdon|s'il vous plait|svp|कृपया)[ ,]*|[ ,]*(?:please|pls|tafadhali|por favor|svp|吧|了)$",
            "",
            body,
        )
        or body
    )


def _near(body: str, table: dict[str, CommandKind]) -> Spoken | None:
    if len(body) < LEAST_NEAR_LENGTH or not body.isascii() or re.search(r"\d", body):
        return None
    from rapidfuzz import fuzz, process

    long = [phrase for phrase in table if len(phrase) >= LEAST_NEAR_LENGTH and phrase.isascii()]
    found = process.extractOne(body, long, scorer=fuzz.ratio, score_cutoff=NEAR)
    return Spoken(table[found[0]]) if found else None


def _remove(body: str, language: str) -> Spoken | None:
    for patterns, unwanted in ((REMOVE, False), (UNWANTED, True)):
        for tongue in dict.fromkeys((language, "en")):
            match = re.fullmatch(patterns.get(tongue, r"(?!)"), body)
            if match:
                what = next(told for told in match.groups() if told)
                return Spoken(CommandKind.REMOVE, what.strip(), unwanted=unwanted)
    return None


def _change(body: str, language: str) -> Spoken | None:
    for tongue in dict.fromkeys((language, "en")):
        match = re.fullmatch(CHANGE.get(tongue, r"(?!)"), body)
        if match:
            groups = match.groupdict()
            what, rest = (
                next((told for name, told in groups.items() if name.startswith(kind) and told), "")
                for kind in ("what", "rest")
            )
            return Spoken(CommandKind.CHANGE, what.strip(), rest.strip())
    return None


ASKING = {
    "en": r"(?:what|what's|whats|wat|wats|how|hows|why|when|where|who|which|whose|can i|can you|can we|could i|could you|do i|do you|does|is it|is there|is the|are there|are you|will i|will you|will it|may i|must i|should i|am i|if i|tell me)\b",
    "sw": r"(?:je|eti|nini|lini|wapi|kwa nini|kwanini|vipi|nani|(?:ni)?naweza(?!\s+(?:kuweka|kutoa|kuchangia)\b)|inawezekana|kuna)\b",
    "es": r"(?:¿|que|como|cuando|donde|quien|cual|cuanto|cuanta|cuantos|puedo|puede|hay|es posible|por que)\b",
    "fr": r"(?:est-ce que|qu'est|que|comment|quand|ou|qui|quels?|quelles?|combien|puis-je|peut-on|pourquoi|y a-t-il)\b",
    "hi": r"(?:क्या|कैसे|कब|कहाँ|कहां|कौन|कितना|कितने|कितनी|क्यों)",
    "zh": r"(?:请问|(?:我)?(?:要|想)?(?:先)?问(?:一下|下|问|个)|怎么|咋|什么|啥|为什么|为啥|能不能|可不可以|可以.*吗|多少|几|哪|是不是|有没有|要不要|用不用|该不该|会不会)",
}
ENDING = {
    "zh": r"(?:吗|呢|么|嘛)$|什么|怎么|为什么|能不能|可不可以|是不是|有没有|啥时候|(?:要不要|用不用|会不会|该不该)[^,，。;；、]{0,10}$|哪里|哪个|多久|多少(?!都)|几天|几个月才",
    "sw": r"\b(?:nini|lini|wapi|gani|vipi|ngapi|nani|kiasi gani|itakuwaje|inakuwaje|nifanyeje|tufanyeje)$",
    "hi": r"(?:क्या|कैसे|कब|कहाँ|कहां|कितना|कितने|कितनी|क्यों|कौन)(?: है| हैं| होगा| होगी| लगेगा)?$",
}


# Words that ask wherever they stand; English has its at the beginning.
WITHIN = {
    "zh": r"多少|什么|怎么|几[个天年月次]|多久|多长|哪[里个些天]|吗$|能不能|可不可以|要不要|用不用|是不是|有没有|会不会",
    "sw": r"\b(?:nini|lini|wapi|gani|vipi|ngapi|nani|kiasi gani|itakuwaje|inakuwaje|nifanyeje|tufanyeje)\b",
    "hi": r"क्या|कैसे|कब|कहाँ|कहां|कितना|कितने|कितनी|क्यों|कौन",
}

MIND_CHANGED = {
    "en": r"\binstead\b|^(?:no|wait|sorry|actually)\b|changed? my mind",
    "zh": r"^(?:不|不是|等等|等一下|算了)[,，。 ]|改成|还是(?:养|种|买|做|开)|改主意|换成|不种.*了|不养.*了",
    "sw": r"\bbadala\b|^(?:hapana|la|subiri|samahani)\b|nimebadili",
    "hi": r"^नहीं|के बजाय|की जगह",
    "es": r"^(?:no|espera|perdon)\b|en vez de|mejor\b|cambie de idea",
    "fr": r"^(?:non|attendez|pardon)\b|plutot|au lieu|change d'avis",
}


def changes_mind(text: str, language: str) -> bool:
    """Whether it takes back what was told before: "no, goats instead"."""
    said = fold(clean(amending(text)))
    return any(re.search(MIND_CHANGED[tongue], said) for tongue in {"en", language} & MIND_CHANGED.keys())


# "No wait" is no answer: what stands behind it may be.
_NO_WAIT = re.compile(
    r"^\s*(?:no|nope|hapana|la|不是|不|non|नहीं)[\s,，.]*(?=(?:wait|hold on|subiri|ngoja|等等|等一下|espera|attend|रुको))",
    re.IGNORECASE,
)


def without_no_wait(text: str) -> str:
    """ "No wait, i want 9000" without its no."""
    return _NO_WAIT.sub("", text)


_INSTEAD = re.compile(r"\b(?:instead|badala|plutot|mejor)\b|改成|换成|की जगह|के बजाय|en vez de|au lieu")


def says_instead(text: str) -> bool:
    """Whether it says so in words that something takes the place of another."""
    return _INSTEAD.search(fold(clean(amending(text)))) is not None


# "Can I have 10k instead" asks for it, and says nothing of what he has.
_MAY_I_HAVE = re.compile(
    r"\b(?:can|could|may) (?:i|we) (?:please )?(?:have|get|take|be given)\b", re.IGNORECASE
)
_MORE = re.compile(
    r"\b(?:borrow|want|need|take|loan)\b[^,.;\d]{0,12}\bmore\b(?! (?:about|information|info|details?|time|days|weeks|months|years|advice|help))"
    r"|\b(?:na|ni|tuna)(?:taka|hitaji|omba|kopa)\b[^,.;\d]{0,14}\bzaidi\b(?! kuhusu)|\b(?:quiero|necesito)\b[^,.;\d]{0,12}\bmas\b(?! (?:sobre|tiempo|informacion))|\b(?:veux|besoin)\b[^,.;\d]{0,12}\bplus\b(?! (?:sur|de temps|d'info))"
    r"|(?:借|贷|要|需要|想)[^,.;\d]{0,4}(?:多(?:一?点|一?些|借|贷)|更多|多要)|多(?:借|贷|要)一?[点些]|(?:ज्यादा|ज़्यादा|और)[^,.;\d]{0,8}चाहिए"
)

# "I want to know more about the interest of 2000" wants no sum.
_TO_KNOW = re.compile(
    r"\b(?:know|ask|hear|learn|understand|find out|kujua|kuuliza|kuelewa|kusikia|kufahamu|saber|preguntar|entender|savoir|demander|comprendre)\b"
    r"|了解|[想要]知道|[想要](?:问|打听|弄清|搞清|听)|जानना|पूछना|जानकारी"
)


def wants_to_know(text: str) -> bool:
    """Whether it is knowledge that he wants."""
    return _TO_KNOW.search(fold(clean(text))) is not None


def as_wish(text: str) -> str:
    """A correction, written out; what he asks to have, as what he wants."""
    return _MAY_I_HAVE.sub("i want", amending(text))


def wants_more(text: str) -> bool:
    """ "Can I borrow more, 10000": a sum in the place of the one before."""
    return _MORE.search(fold(clean(as_wish(text)))) is not None and not wants_to_know(text)


_TELLS_WHEN = re.compile(
    r"when (?!(?:is|are|do|does|did|can|will|must|should|may|would|could|was|were|am|shall|to)\b)[^?？]+"
)


def tells_when(text: str) -> bool:
    """Whether it tells a time rather than asks for one: "when the rains come", not "when do I pay"."""
    return _TELLS_WHEN.fullmatch(fold(clean(text)).strip()) is not None


def begins_asking(text: str, language: str) -> bool:
    """Whether it begins as a question does."""
    bare = fold(clean(spelled(text))).strip(" .!?？¿¡")
    return any(re.match(ASKING.get(tongue, r"(?!)"), bare) for tongue in dict.fromkeys((language, "en")))


def holds_asking(text: str, language: str) -> bool:
    """Whether a word that asks stands in it, in a language where that is enough."""
    return re.search(WITHIN.get(language, r"(?!)"), fold(clean(text))) is not None


def asks(text: str, language: str) -> bool:
    """Whether the farmer asks something himself, rather than answering."""
    body = fold(clean(text)).strip()
    marked = body.endswith(("?", "？")) or body.startswith("¿")
    bare = body.strip(" .!?？¿¡")
    long = len(bare.split()) >= 3 or (language == "zh" and len(bare) >= 4)
    if marked:
        return long or len(bare.split()) == 2
    tongues = dict.fromkeys((language, "en"))
    starts = begins_asking(bare, language)
    ends = any(re.search(ENDING.get(tongue, r"(?!)"), bare) for tongue in tongues)
    return long and (starts or ends)
