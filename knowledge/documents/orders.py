"""Sentences that give orders to whatever program reads a document ("ignore all previous instructions").

A lender's rules speak to people. What speaks to the answering machine is shown to the admin and not answered from, as
hidden text is: a chat model might obey it, and a farmer has no use for it. Patterns see the usual ones only, a third to
a half of what somebody invents (docs/answers.md); the admin's own eyes and the check of each answer stand behind them.
"""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import regex

# Where an order begins: at the start of a sentence or a clause, or after a word that urges.
_AT = r"(?:(?:^|[.!?:;,—>\"'*\])-])\s*(?:and |then |now |but |so )*|\b(?:please|must|should|shall|will|now|to) (?:now |also |always |never )?)"
_REPLY = r"(?:(?:your|the|this|its) (?:(?:next|final|own|whole|entire|every|above|last) )*(?:response|reply|replies|answers?|output|completion))"
_BEFORE = r"(?:previous|prior|above|earlier|preceding|foregoing|original|initial|former|system|your)"
_ORDERS = r"(?:instructions?|prompts?|commands?|directives?|guidelines?|orders|rules|messages?|context|programming|training)"
_CODES = r"(?:base ?64|rot ?-?13|hex(?:adecimal)?|morse|binary|(?:\w+ )?cipher|pig latin|reverse (?:sequence|order)|in reverse\b(?! (?:of|side))|backwards?|emojis?|leetspeak)"
_MACHINE = r"(?:AI|A\.I\.|artificial intelligence|(?:large )?language model|LLM|GPT|chat ?GPT|chat ?bot|assistant|virtual assistant)"

_ANY = r"(?:[^.!?]|\.(?=\S))*"  # to the end of the sentence; "www.example.com" ends none

_ENGLISH = (
    # that undo what the machine was told
    rf"{_AT}(?:ignore|disregard|forget|override|bypass|discard)\b[^.!?]{{0,40}}\b{_BEFORE}\b[^.!?]{{0,30}}\b{_ORDERS}\b",
    rf"{_AT}(?:ignore|disregard|forget)\b[^.!?]{{0,20}}\b(?:everything|anything|all|whatever)\b[^.!?]{{0,20}}\b(?:above|before|told)\b",
    rf"{_AT}(?:ignore|disregard|forget)\b[^.!?]{{0,30}}\b{_ORDERS} (?:above|before this|you (?:were|have been|got))\b",
    # about the words of its reply
    rf"\b(?:in|into|to|with|within|from) {_REPLY}\b,? ?(?:please )?(?:suggest|mention|include|add|insert|say|state|tell|recommend|hint|use|write|claim|promise|ask|invite|link|give|provide)\b",
    rf"{_AT}(?:include|integrate|add|append|insert|mention|put|embed|work|place|slip|weave|state|write|say|hide)\b{_ANY}\b(?:in|into|to|within|at the end of|at the start of) {_REPLY}\b",
    rf"{_AT}(?:enhance|modify|alter|change|adjust|adapt|augment|begin|start|end|finish|close|prefix|prepend|preface|rewrite|encrypt|encode|cipher|translate|flip|spell) {_REPLY}\b",
    rf"{_AT}(?:write|render|provide|give|deliver|express|present|output|convert|apply|say|make)\b{_ANY}\b{_REPLY}\b{_ANY}\b{_CODES}",
    rf"{_AT}(?:reply|respond|answer)\b{_ANY}\b(?:in|with|using|by|only)\b{_ANY}\b{_CODES}",
    rf"{_AT}apply\b{_ANY}\b{_CODES}{_ANY}\b{_REPLY}",
    rf"{_AT}(?:reply|respond|answer|say|output|print)\b[^.!?]{{0,20}}\b(?:only|exactly|instead|nothing but)\b[^.!?]{{0,12}}[\"“'«「\[]",
    # that make it another, or have it tell what it was told
    rf"\byou are (?:now |from now on |no longer )?(?:a |an |the |in |my )?(?:\w+ ){{0,3}}{_MACHINE}\b",
    rf"{_AT}(?:act|behave|respond|answer|pretend|roleplay|role-play)\b[^.!?]{{0,20}}\b(?:as|to be|like|that you are)\b (?:a |an |the )?(?:\w+ ){{0,3}}{_MACHINE}\b",
    rf"\b(?:{_MACHINE})s? (?:reading|processing|that reads?|who reads?|summari[sz]ing) this\b",
    rf"{_AT}(?:reveal|show|print|repeat|output|tell|disclose|leak|display|list|summari[sz]e|quote|copy)\b[^.!?]{{0,30}}\b(?:system prompt|(?:your|the) (?:\w+ )?(?:prompt|hidden instructions|system message)|your (?:\w+ )?instructions)\b",
    r"\b(?:developer|god|jailbreak|DAN|DUDE) mode\b",
    r"<\|(?:im_start|im_end|system|endoftext)\|>|\[/?INST\]|<</?SYS>>|^\s*#{2,}\s*(?:system|instructions?|assistant)\s*:",
    # to a machine by name, or of those who use it
    r"\b(?:dear|hey|hello|attention|(?:note|message|notice|memo) (?:to|for)|todo for|important for) (?:any |the |all )?(?:AI|A\.I\.|LLM|GPT|language model|machine readers?|automated readers?)\w*\b",
    r"\b(?:dear|hey|hello|attention|you,?|(?:note|message) (?:to|for) the) (?:chat ?bot|bot|robot|virtual assistant|assistant)\b(?! (?:treasurer|manager|officer|secretary))|, (?:chat ?)?bot[,.!]",
    r"\bas an? (?:\w+ ){0,2}(?:AI|LLM|language model|chat ?bot)\b[^.!?]{0,20}\byou\b|\bif you(?:'re| are) an? (?:\w+ ){0,2}(?:AI|LLM|language model|bot|chat ?bot|machine|program)\b",
    r"\b(?:AI|LLM|language model|automated (?:reader|system|summary)|(?:computer|machine)[- ](?:program|reader)|the model)s?\b[^.!?]{0,60}\b(?:shall|must|should|is to|are to)\b[^.!?]{0,40}\b(?:state|say|claim|tell|output|leave out|omit|reply|pretend|disclose)\b",
    r"\b(?:tell|inform|convince|assure|ask|insult|send|direct|answer|persuade|urge|invite) (?:the|each|every|any) user\b|\bthe user(?:'s)? (?:question|input|query|prompt|message)\b|\b(?:chats?|talks?|writes?|speaks?) (?:with|to) you\b[^.!?]*@|\b(?:chat|conversation) history\b",
    r"\[(?:system|admin|assistant|user|hidden)\b[^\]]*\]|</?(?:system|instructions?|document|prompt|admin|hidden)\b[^>]*>|\brole\"?\s*:\s*\"?(?:system|assistant|admin)|\b(?:begin|end) (?:admin|system|hidden)\b|\b(?:admin|system|developer|root) (?:override|command|prompt)\b|^(?:assistant|system)\s*:",
    r"\b(?:at the (?:end|start|beginning|top|bottom) of|in|to|into) (?:every|each|all(?: of)? your|any of your) (?:reply|replies|response|responses|answers?|messages?)\b|\b(?:every|each) (?:reply|response|answer) (?:you|starts?|begins?|ends?)\b",
    r"\b(?:repeat|print|output|show)\b[^.!?]{0,12}\b(?:everything|all|the (?:text|words))\b[^.!?]{0,20}\b(?:before|above|so far)\b|\byour (?:real|true|new|actual|only) (?:task|mission|job|purpose|identity|role|goal|instructions?)\b|\byour (?:maker|developer|creator|programmer)s?\b|\b(?:initial|hidden) (?:prompt|configuration|instructions)\b",
    r"\byou are (?:not|no longer) (?:an? |the )?(?:\w+ ){0,3}(?:helper|assistant|bot|chatbot)\b|\byou have been (?:upgraded|reset|reprogrammed|jailbroken|unlocked)\b",
)
# Swahili, Spanish, French
_OTHER_LATIN = (
    r"\b(?:puuza|sahau|usifuate|achana na)\b[^.!?]{0,25}\b(?:maagizo|maelekezo|amri|kanuni|sheria)\b[^.!?]{0,20}\b(?:awali|yaliyotangulia|zilizotangulia|juu|zako|yako|mfumo|za zamani)\b",
    r"\b(?:katika|kwenye|mwishoni mwa|mwanzoni mwa) (?:kila )?(?:jibu|majibu)(?: (?:lako|yako))?\b,? ?(?:tafadhali )?(?:weka|ongeza|taja|andika|jumuisha|pendekeza|sema)\b",
    rf"\b(?:weka|ongeza|taja|andika|jumuisha)\b{_ANY}\b(?:katika|kwenye|mwishoni mwa) (?:kila jibu|(?:jibu|majibu) (?:lako|yako))\b",
    r"\bwewe (?:sasa )?(?:ni|si)\b[^.!?]{0,20}\b(?:akili bandia|akili mnemba|roboti|boti|AI|modeli ya lugha|programu|msaidizi wa mikopo)\b|\b(?:akili bandia|akili mnemba|programu ya lugha|modeli ya lugha)\b[^.!?]{0,30}\b(?:inayosoma|itakayosoma|inapaswa|lazima|onyesha|sema)\b",
    r"\b(?:tafadhali|mpendwa|ewe|wewe) (?:chat ?bot|roboti|boti)\b|\bkwa (?:akili bandia|akili mnemba)\b|\b(?:mwambie|umwambie|usimwambie|mwombe|mshauri|waambie) (?:kila )?(?:mtumiaji|watumiaji)\b|\[(?:mfumo|amri)\]|\bprogramu yoyote (?:itakayo|inayo)\w+ (?:sera|hati)",
    r"\b(?:ignor[aeá]|inor[aá]|olvid[aeá]|omit[aeí]|descart[aeá])\b[^.!?]{0,30}\b(?:instrucciones|indicaciones|órdenes|reglas)\b[^.!?]{0,20}\b(?:anteriores|previas|arriba|arriva|sistema|tus)\b",
    rf"\ben (?:tu|su) (?:respuesta|contestación)\b,? ?(?:por favor )?(?:incluy[ae]|añad[ae]|agreg(?:a|ue)|mencion[ae]|sugier[ae]|escrib[ae])\b|\b(?:incluy[ae]|añad[ae]|agreg(?:a|ue)|mencion[ae])\b{_ANY}\b(?:en|a) (?:tu|su) respuesta\b",
    r"\b(?:en|al final de|al principio de) (?:cada|todas tus|todas sus) (?:respuestas?|contestación|contestaciones)\b|\b(?:eres|usted es) (?:ahora )?(?:un |una )?(?:\w+ ){0,2}(?:IA|inteligencia artificial|modelo de lenguaje|chatbot|bot|asistente virtual)\b",
    r"\b(?:para|a) la IA\b|\b(?:estimado|querido|oye|hola),? (?:asistente virtual|asistente|bot|chatbot|robot)\b|, (?:chat)?bot[,.!]|\b(?:dile|digas|diga|pide|pídele|convence) (?:a cada|al|a los) usuarios?\b|\[(?:sistema|admin)\]|\bmodo desarrollador\b|\b(?:mensaje|prompt) de(?:l)? sistema\b|</?(?:instrucci[oó]n\w*|sistema)\b[^>]*>|\btodo programa que (?:resuma|lea)\b",
    r"\b(?:[iy]gnore[zs]?|oublie[zs]?|néglige[zs]?)\b[^.!?]{0,30}\b(?:instructions|consignes|ordres|directives|règles?)\b[^.!?]{0,20}\b(?:précédent|antérieur|ci-dessus|système|reçu|d'avan)\w*",
    rf"\bdans (?:ta|votre) réponse\b,? ?(?:veuillez )?(?:inclu[sr]|incluez|ajoute[rz]?|mentionne[rz]?|suggère|suggérez|écri[srv]\w*)\b|\b(?:inclu[sr]|incluez|ajoute[rz]?|mentionne[rz]?)\b{_ANY}\b(?:dans|à) (?:ta|votre) réponse\b",
    r"\b(?:dans|à la fin de|au début de) (?:chaque|chacune de (?:vos|tes)|toutes (?:vos|tes)) réponses?\b|\b(?:tu es|tu n'es plus|vous êtes) (?:maintenant )?(?:une? |l')?(?:\w+ ){0,2}(?:IA|intelligence artificielle|modèle de langage|chatbot|assistant virtuel|aide de la caisse)\b",
    r"\b(?:pour|de|à) l['’]IA (?:qui|:|,)|\b(?:cher|chère|hé|salut|bonjour),? (?:assistant|bot|chatbot|robot|IA)\b|, le bot\b|\b(?:dis|dites|réponds|parle|parles|demande)\b[^.!?]{0,40}\b(?:à|aux) l?['’]?utilisateurs?\b|\[(?:système|admin)\]|\btout résumé automatique\b|\bvos instructions de départ\b|\b(?:prompt|message) (?:du )?système\b",
)
_HAN = (
    r"(?:忽略|乎略|无视|忘记|忘掉|不要理会|不用管|覆盖)[^。！？]{0,12}(?:之前|以上|前面|上述|上面|先前|此前|你的|系统)[^。！？]{0,10}(?:指令|指示|提示|提式|提示词|命令|设定|要求)",
    r"(?:在|于)你的?(?:回答|回复|答复|输出)(?:中|里|内|末尾|开头|时)[^。！？]{0,6}(?:加入|加上|包含|提到|提及|写上|附上|插入|建议|推荐|暗示)",
    r"(?:每次|每条)(?:回复|回答|答复)[^。！？]{0,6}(?:都|须|必须|应|要|里|中|末尾|开头)",
    r"(?:用|以)[^。！？]{0,12}(?:Base64|密码|倒序|摩斯|摩尔斯|凯撒|表情)[^。！？]{0,12}(?:回答|回复|输出|作答)",
    r"你(?:现在|从现在起|将)?(?:是|扮演|假装是|充当)[^。！？]{0,10}(?:人工智能|AI|语言模型|聊天机器人|智能助手|DAN)|你不再是[^。！？]{0,14}助手|你的身份已",
    r"(?:输出|重复|显示|告诉我|泄露|透露)[^。！？]{0,14}(?:系统提示|提示词|你的指令|对话开始)|系统提示词",
    r"(?:致|给|亲爱的|如果你是)[^。！？]{0,12}(?:人工智能|AI|语言模型|大模型|聊天助手|机器人)|供AI(?:阅读|读取)|(?:人工智能|AI|语言模型|大模型|自动程序|模型)[^。！？]{0,16}(?:读到|阅读|总结|摘要)[^。！？]{0,20}(?:应|须|必须|请)",
    r"(?:告诉|告述|告知|劝说|让|要求)(?:每个|所有)?用户|(?:不要|切勿)[^。！？]{0,6}向用户|【系统(?:消息|提示|指令)?】|\[系统(?:消息|提示|指令)?\]|管理员指令|role\"?\s*:\s*\"?system|#{2,}\s*新任务",
)
_DEVANAGARI = (
    r"(?:पिछल|पिछ्ल|पहले|ऊपर के|उपरोक्त|पूर्व)\S*[^।!?]{0,20}(?:निर्देश|निरदेश|आदेश|हिदायत)\S*[^।!?]{0,20}(?:अनदेखा|अनदेखी|नज़रअंदाज़|नजरअंदाज|भूल|उपेक्षा|छोड)",
    r"(?:अपने|अपनी|आपके)(?: हर)? (?:उत्तर|जवाब|प्रतिक्रिया)(?: के अंत)? में[^।!?]*(?:जोड़|शामिल|लिख|सुझा|उल्लेख|बता)|हर (?:उत्तर|जवाब) (?:के|में)[^।!?]*(?:जोड़|लिख|शामिल)",
    r"(?:आप|तुम) (?:अब )?[^।!?]{0,20}(?:एआई|AI|भाषा मॉडल|चैटबॉट|सहायक) (?:हैं|हो|नहीं)",
    r"(?:प्रिय|हे|सुनो|ओ) (?:एआई|AI|चैटबॉट|बॉट|बोट|रोबोट|सहायक)|(?:एआई|AI|भाषा मॉडल|चैटबॉट)\S* के लिए (?:सूचना|निर्देश|संदेश|आदेश)|[ ,](?:बॉट|बोट|चैटबॉट)[,!]|सिस्टम प्रॉम्प्ट|\[सिस्टम\]|उपयोगकर्ता (?:को|से)[^।!?]*(?:मत|बता|कह|माँग|मांग)|सारांश बनाने वाला[^।!?]*(?:प्रोग्राम|एआई)",
)
# No order is without one of these words, and looking for them alone is quick.
_HINT = regex.compile(
    r"ignor|inor[aá]|ygnor|disregard|forget|override|bypass|discard|respon[ds]|repl[yi]|answer|output|completion|print|repeat|\bsay\b|\bAI\b|A\.I\.|\bIA\b"
    r"|gpt|llm|language model|the model|\bbot\b|chat ?bot|robot|asist|assist|intelligence|inteligencia|prompt|instruc|consignes|\bmode\b|modo|<\||inst\]|sys>>|##"
    r"|\buser|usuario|utilisateur|tumiaji|history|chats|talks|writes|speaks|\brole\b|system|admin|hidden|</?\w|message|automat|machine|program|\byour (?:real|true|new|actual|only|maker|oper|devel|creat)|you have been|no longer|are not"
    r"|puuza|sahau|usifuate|achana|\bjibu|majibu|akili|boti|modeli|mfumo|amri|olvid|omit|descart|respuesta|contestaci|modelo|mensaje|sistema|oubli|néglig|réponse|modèle|système|automatique",
    regex.IGNORECASE,
)


def _any_of(*patterns: str) -> regex.Pattern[str]:
    return regex.compile("|".join(f"(?:{one})" for one in patterns), regex.IGNORECASE)


_LATIN_ORDER, _HAN_ORDER, _DEVANAGARI_ORDER = (
    _any_of(*_ENGLISH, *_OTHER_LATIN),
    _any_of(*_HAN),
    _any_of(*_DEVANAGARI),
)
_SENTENCE = regex.compile(r"(?<=[.!?।][\"'”’)\]]?)\s+|(?<=[。！？][”’）」』]?)\s*(?=\S)")
_IN_HAN, _IN_DEVANAGARI = regex.compile(r"\p{Han}"), regex.compile(r"\p{Devanagari}")


def _is_order(text: str) -> bool:
    return bool(
        (_HINT.search(text) and _LATIN_ORDER.search(text))
        or (_IN_HAN.search(text) and _HAN_ORDER.search(text))
        or (_IN_DEVANAGARI.search(text) and _DEVANAGARI_ORDER.search(text))
    )


def without_orders(text: str) -> tuple[str, str]:
    """The text without the sentences that give a machine orders, and those sentences; "" for none of either."""
    if not _is_order(text):
        return text, ""
    found = [one for one in _SENTENCE.split(text) if one]
    orders = [one for one in found if _is_order(one)]
    if not orders:  # it runs over what looks like the end of a sentence: all of it is meant
        return "", text
    return " ".join(one for one in found if one not in orders), " ".join(orders)
