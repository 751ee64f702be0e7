"""The words of the commands, language by language: phrases that are one, and patterns of those that name an answer."""

# ruff: noqa: E501 - tables of words read better on their own lines

from __future__ import annotations

from intake.interview.types import CommandKind

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
    "sw": r"(?:nataka ku|naomba ku|ni)?(?:badilisha|badili|rekebisha|sahihisha)\s+(?P<what>.+?)(?:\s+(?:kuwa|iwe|kiwe|uwe|yawe|hadi|mpaka|ni)\s+(?P<rest>.+)|\s+(?P<rest4>\d.*))?|(?P<what2>.+?) (?:si sahihi|siyo sahihi|sio sahihi|si kweli|ni makosa|ni kosa|nimekosea|imekosewa)|(?:(?:hapana|samahani|tafadhali)[ ,]+)*(?P<what3>[a-z][a-z ]*?) (?:kiwe|iwe|uwe|yawe) (?P<rest3>.+)",
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


# Polite words around a command.
AROUND = r"^(?:please|pls|sorry|ok|okay|well|请|那|嗯|tafadhali|samahani|por favor|perdon|s'il vous plait|svp|कृपया)[ ,]*|[ ,]*(?:please|pls|tafadhali|por favor|svp|吧|了)$"
