"""Sentences that give orders to whatever program reads a document ("ignore all previous instructions").

Nothing is left out of a document for it: a rule for people may look the same. The admin is told before publishing, a
chat model is not shown such sentences, and no answer goes on into one. Patterns know the usual ones only, an eighth
of what somebody invents (docs/answers.md); behind them stand the admin's eyes and the check of each answer.
"""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import regex

# To the end of the sentence, but not far: "www.example.com" ends none. Bounded, or a hostile line takes hours.
_ON = r"(?:[^.!?।。！？]|\.(?=\S)){0,80}"
# Where an order begins: at the start of a sentence or a clause, or after a word that urges.
_AT = r"(?:(?:^|[.!?:;,—–•|>\"“”'*_(\[\])-])\s*(?:and |then |now |but |so )*|\b(?:please|kindly|now|you (?:must|should|can|shall|will)) (?:now |also |always |never )?)"
_REPLY = r"(?:(?:your|all your|every|each) (?:(?:next|final|own|whole|entire|last) )*(?:response|reply|replies|answers?|output|completion)s?)"
_BEFORE = r"(?:previous|prior|above|earlier|preceding|foregoing|original|initial|former|system|your)"
_ORDERS = r"(?:instructions?|prompts?|directives?|context|programming|training|guidelines)"
_CODES = r"(?:base ?64|rot ?-?13|hexadecimal|morse|caesar cipher|(?:\w+ )?cipher|pig latin|reverse (?:sequence|order)|backwards|leetspeak)"
_MACHINE = r"(?:artificial intelligence|AI (?:assistant|model|system|agent|reader)|(?:large )?language model|LLM|GPT-?\d?|chat ?GPT|chat ?bot|machine readers?|automated readers?)"
_PAYLOAD = r"(?:www\.|https?:|\.example\b|\busers?\b|@\w{3}|[\"“«].{8,80}[\"”»]|\b(?:fact|claim|prince|lottery|winnings|newsletter|offer|brand)\b)"

_PATTERNS = (
    # that undo what the machine was told
    rf"{_AT}(?:ignore|disregard|forget|override|bypass|discard)\b[^.!?:;,]{{0,25}}\b{_BEFORE}\b[^.!?:;,]{{0,15}}\b{_ORDERS}\b(?! of | for | from | contrary)",
    rf"{_AT}(?:ignore|disregard|forget)\b[^.!?:;,]{{0,20}}\b(?:everything|anything|all|whatever)\b[^.!?:;,]{{0,12}}\b(?:you (?:were|have been) told|told before)\b",
    # about the words of its reply
    rf"\b(?:in|into|to|with|within) {_REPLY}\b,? ?(?:please )?\b(?:suggest|mention|include|add|insert|recommend|hint|claim|promise|invite)\b",
    rf"{_AT}(?:include|integrate|add|append|insert|embed|slip|weave|state|say|hide)\b(?=.{{0,160}}{_PAYLOAD}){_ON}\b(?:in|into|to|within|at the (?:end|start) of) {_REPLY}\b",
    rf"{_AT}(?:enhance|modify|encrypt|encode|prefix|prepend|preface|rewrite|flip|spell|translate) {_REPLY}\b(?! (?:slip|form|card|sheet))",
    rf"{_AT}(?:write|render|provide|give|deliver|express|present|output|convert|make|apply)\b{_ON}\b{_REPLY}\b{_ON}\b{_CODES}",
    rf"{_AT}(?:reply|respond|answer|speak)\b[^.!?]{{0,25}}\b(?:in|with|using|only)\b[^.!?]{{0,15}}\b{_CODES}",
    rf"{_AT}apply\b{_ON}\b{_CODES}{_ON}\b{_REPLY}",
    r"\bat the (?:end|start|beginning) of (?:every|each|all(?: of)? your) (?:reply|replies|response|responses|answers?)\b",
    # that make it another, or have it tell what it was told
    rf"\byou are (?:now |from now on |no longer |not )?(?:a |an |the )?(?:\w+ ){{0,3}}{_MACHINE}\b",
    rf"{_AT}(?:act|behave|pretend|roleplay|role-play)\b[^.!?]{{0,20}}\b(?:as|to be|like|that you are)\b (?:a |an |the )?(?:\w+ ){{0,3}}{_MACHINE}\b",
    rf"{_AT}(?:reveal|show|print|repeat|output|tell|disclose|leak|display|quote|copy)\b[^.!?]{{0,30}}\b(?:(?:your|the) (?:system |initial |hidden |secret |original |whole )+(?:prompt|instructions?|message|configuration)|your prompt)\b",
    rf"{_AT}repeat\b[^.!?]{{0,12}}\b(?:everything|the (?:text|words))\b[^.!?]{{0,20}}\b(?:above|before this)\b",
    r"\b(?:jailbreak|DAN|DUDE|god) mode\b|\byou have been (?:jailbroken|reprogrammed)\b|\byour (?:real|true|new) (?:task|mission|goal) is\b",
    r"<\|(?:im_start|im_end|system|endoftext)\|>|\[/?INST\]|<</?SYS>>|</?(?:system|prompt|system_prompt)>|^\s*\[SYSTEM\]|\brole\"\s*:\s*\"(?:system|assistant)\"",
    # to a machine by name
    rf"\b(?:dear|hey|hello|attention|(?:note|message|notice|memo|instructions?) (?:to|for)|important for|only for) (?:any |the |all )?{_MACHINE}\b",
    r"\b(?:as|if you(?:'re| are)) an? (?:\w+ ){0,2}(?:AI (?:assistant|model|system)|LLM|language model|chat ?bot)\b",
    r"\b(?:any|every|all|the) (?:\w+ )?(?:AI (?:assistant|model|system|agent)|LLM|language model|automated (?:reader|summary)|machine reader)s?\b[^.!?]{0,60}\b(?:shall|must|should|is to|are to)\b[^.!?]{0,40}\b(?:state|say|claim|tell|output|leave out|omit|reply|pretend|disclose)\b",
    # Swahili, Spanish, French
    r"(?<!\busi)\b(?:puuza|sahau|usifuate)\b[^.!?]{0,25}\b(?:maagizo|maelekezo|amri)\b[^.!?]{0,20}\b(?:awali|yaliyotangulia|zilizotangulia|hapo juu|yako|zako|mfumo)\b",
    r"\b(?:katika|kwenye|mwishoni mwa) (?:kila jibu|(?:jibu|majibu) (?:lako|yako))\b,? ?(?:tafadhali )?(?:weka|ongeza|taja|jumuisha|pendekeza)\b[^.!?]{0,20}\b(?:kiungo|kiunganishi|tovuti|http|www|namba hii)",
    r"\bwewe (?:sasa )?(?:ni|si)\b[^.!?]{0,20}\b(?:akili bandia|akili mnemba|roboti|modeli ya lugha)\b|\b(?:akili bandia|akili mnemba|modeli ya lugha)\b[^.!?]{0,12}\b(?:inayosoma|itakayosoma)\b",
    r"(?<!no )\b(?:ignora|ignore|ignorá|olvida|olvide|omite|descarta)\b[^.!?]{0,25}\b(?:instrucciones|indicaciones|órdenes)\b[^.!?]{0,15}\b(?:anteriores|previas|de arriba|del sistema)\b",
    r"\ben tu respuesta\b,? ?(?:incluye|añade|agrega|menciona|sugiere)\b|\b(?:incluye|añade|agrega|menciona)\b[^.!?]{0,80}\b(?:en|a) tu respuesta\b|\bal final de cada respuesta\b",
    r"\b(?:eres|usted es) (?:ahora )?(?:un |una )?(?:\w+ ){0,2}(?:IA|inteligencia artificial|modelo de lenguaje|chatbot)\b|\bpara la IA que\b|\bla IA que lea\b",
    r"(?<!n')\b(?:ignore[zs]?|oublie[zs]?|néglige[zs]?)\b(?! pas)[^.!?]{0,25}\b(?:instructions|consignes|directives)\b[^.!?]{0,15}\b(?:précédentes?|antérieures?|ci-dessus|du système)\b",
    r"\bdans ta réponse\b,? ?(?:inclus|ajoute|mentionne|suggère)\b|\bdans votre réponse\b,? ?ajoutez ce lien\b|\bà la fin de chaque réponse\b",
    r"\b(?:tu es|vous êtes) (?:maintenant )?(?:une? |l')?(?:\w+ ){0,2}(?:IA|intelligence artificielle|modèle de langage|chatbot)\b|\bl['’]IA qui lit\b",
    # Chinese, Hindi
    r"(?<!不得)(?:忽略|无视|忘记|忘掉|不要理会|不用管)[^。！？，；]{0,10}(?:之前|以上|前面|上述|上面|先前|此前|你的)[^。！？，；]{0,8}(?:指令|提示词|系统提示)",
    r"(?:在|于)你的?(?:回答|回复|答复|输出)(?:中|里|内|末尾|开头)[^。！？]{0,6}(?:加入|加上|包含|提到|附上|插入|推荐|暗示)",
    r"(?:用|以)[^。！？]{0,8}(?:Base64|倒序|摩斯|摩尔斯|凯撒)[^。！？]{0,8}(?:回答|回复|输出|作答)",
    r"你(?:现在|从现在起|将)?(?:是|扮演|假装是|充当)[^。！？，]{0,10}(?:人工智能|AI|语言模型|聊天机器人)|(?:输出|重复|泄露|透露)[^。！？]{0,10}(?:你的系统提示|系统提示词|你的指令)",
    r"(?:致|亲爱的|如果你是)[^。！？，]{0,10}(?:人工智能|AI|语言模型|大模型|聊天助手|机器人)|供AI(?:阅读|读取)|(?:语言模型|大模型)[^。！？]{0,10}(?:读到|阅读|总结)",
    r"(?:पिछल|ऊपर के|उपरोक्त)\S*[^।!?]{0,15}(?:निर्देश|हिदायत)\S*[^।!?]{0,12}(?:अनदेखा|नज़रअंदाज़|नजरअंदाज|भूल जा|उपेक्षा)(?!\S* करने (?:पर|वाल))",
    r"(?:अपने|अपनी)(?: हर)? (?:उत्तर|जवाब)(?: के अंत)? में[^।!?]{0,40}(?:लिंक|http|www)|(?:आप|तुम) (?:अब )?[^।!?]{0,12}(?:एआई|भाषा मॉडल|चैटबॉट) (?:हैं|हो)|(?:प्रिय|हे|सुनो) (?:एआई|चैटबॉट|बॉट)|(?:एआई|भाषा मॉडल|चैटबॉट)\S* के लिए (?:सूचना|निर्देश|संदेश|आदेश)|सिस्टम प्रॉम्प्ट",
)
_ORDER = regex.compile("|".join(f"(?:{one})" for one in _PATTERNS), regex.IGNORECASE)
# No order is without one of these, and looking for them alone is quick.
_HINT = regex.compile(
    r"ignor|disregard|forget|override|bypass|discard|\byour |\b(?:every|each) (?:next|final|own|whole|entire|last|response|reply|answer|output|completion)|hidden |secret |initial |original |system |whole |base ?64|rot ?-?13|hexadec|morse|cipher|pig latin|reverse |backwards|leetsp"
    r"|language model|\bLLM|\bGPT|chat ?(?:GPT|bot)|\bAI\b|artificial int|machine reader|automated |prompt|everything|the (?:text|words)|\bmode\b|jailbr|reprogr|<|\[|role"
    r"|puuza|sahau|usifuate|jibu|akili|roboti|modeli|modelo|modèle|olvid|omite|descart|respuesta|\bIA\b|intelig|oubli|néglig|réponse|intellig"
    r"|[忽无忘理管你用以致亲如供语大]|提示词|निर्देश|हिदायत|उत्तर|जवाब|एआई|मॉडल|बॉट|प्रॉम्प्ट",
    regex.IGNORECASE,
)
_SENTENCE = regex.compile(r"(?<=[.!?][\"'”’)\]]?)\s+|(?<=[।。！？][”’）」』]?)\s*|\n")


def is_order(text: str) -> bool:
    """Whether something in it gives a machine orders."""
    return bool(_HINT.search(text) and _ORDER.search(text))


def orders_in(text: str) -> list[str]:
    """The sentences that give a machine orders; the whole text where one runs over what looks like a sentence's end."""
    if not is_order(text):
        return []
    return [one for part in _SENTENCE.split(text) if is_order(one := part.strip())] or [text]


def without_orders(text: str) -> str:
    """The text as it stands, less those sentences."""
    orders = orders_in(text)
    for one in orders:
        text = text.replace(one, "")
    return text
