""" "Withdraw my application", "delete my data", "show me my data" in every language: they lead to the buttons for it."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from intake.reading.cleaning import clean, fold

TAKE_BACK, DELETE, SHOW = "s.take", "v.del", "/privacy"
LONGEST = 80  # letters
_EN_LEAD = r"(?:(?:hello|hi|sorry|please|pls)[ ,]*)*(?:(?:i|we) (?:want|would like|wish|need|have decided)(?: you)? to |i'd like(?: you)? to |let me |(?:can|could) you )?(?:please )?"
_EN_TAIL = (
    r"(?: (?:please|pls|now|thanks|thank you|back|anymore|any more|from you|you have|you keep|about me))*"
)
_SW_LEAD = r"(?:(?:samahani|tafadhali|habari)[ ,]*)*(?:(?:nataka|ninataka|naomba|ningependa|nimeamua) )?"
_WORDS = {
    TAKE_BACK: (
        rf"{_EN_LEAD}(?:withdraw|take back|cancel|pull out|pull back|drop|call off)(?: (?:of )?(?:my|the|this) (?:loan )?(?:application|loan|request))?{_EN_TAIL}(?<!^cancel)(?<!^drop)",
        rf"(?:sorry[ ,]*)?(?:i|we) (?:don'?t|do not|no longer|do no longer) want (?:the|this|my|a|any) loan{_EN_TAIL}|i changed my mind about (?:the|my|this) loan",
        r"(?:请|麻烦|帮我|给我|我们?|想要?|要)*(?:撤回|撤销|取消|撤掉|撤)(?:掉|一下)?(?:我的|这个|这笔|那个)?(?:贷款)?(?:申请|贷款)(?:了|吧)?|(?:我)?(?:想|要)?(?:撤回|撤销)(?:申请|了|吧)?",
        r"(?:我们?|现在)*不(?:想|要|打算)?(?:贷|借)(?:款|钱)?了|(?:我)?不(?:想)?要(?:这笔)?(?:贷款|钱)了",
        rf"{_SW_LEAD}(?:ondoa|kuondoa|niondoe|niondolee|futa|kufuta|nifutie|ghairi|kughairi|rudisha|kurudisha|kujiondoa kwenye|sitisha|kusitisha) (?:ombi|maombi|mkopo)(?: (?:langu|yangu|wangu|la mkopo|hili))*(?: (?:tafadhali|sasa))?|{_SW_LEAD}kujiondoa",
        r"(?:mimi )?sitaki (?:tena )?mkopo(?: (?:huu|tena|wenu))*",
        r"(?:मुझे |मैं )?(?:अपना |मेरा )?(?:आवेदन|अर्जी|लोन) (?:वापस (?:लेना|लेनी|लो|ले लो|लें)|रद्द (?:करो|करें|करना|कर दो))(?: है| चाहता हूं| चाहती हूं)?|(?:मुझे )?(?:अब )?(?:लोन|कर्ज|ऋण) नहीं चाहिए",
        r"(?:por favor )?(?:quiero |deseo |quisiera )?(?:retirar|cancelar|anular|retira|cancela|anula) (?:mi|la) (?:solicitud|peticion)(?: de prestamo)?|(?:ya )?no quiero (?:ya )?(?:el|un|este) prestamo",
        r"(?:je veux |je voudrais )?(?:retirer|annuler|retirez|annulez) (?:ma|mon|la) (?:demande|dossier)(?: de pret)?|je ne veux plus (?:du|de|le|ce) pret",
    ),
    DELETE: (
        rf"{_EN_LEAD}(?:delete|erase|remove|wipe|destroy) (?:all )?(?:of )?(?:my|the) (?:own )?(?:personal )?(?:data|information|info|details|account|records?|file|answers and data|everything){_EN_TAIL}",
        rf"{_EN_LEAD}(?:delete|erase|remove) (?:everything|all|what)(?: (?:that )?you (?:have|know|keep|kept)(?: (?:about|of|on) me)?)?{_EN_TAIL}(?<=.{{16}})|{_EN_LEAD}(?:forget me|delete me|delete everything)",
        r"(?:请|麻烦|帮我|给我|我|想|要|把)*(?:我的)?(?:所有|全部)?(?:的)?(?:个人)?(?:数据|资料|信息|账号|记录)(?:都|全部|全)?(?:给)?(?:删除|删掉|删了|清除|清空|注销|抹掉)(?:掉|了|吧)?",
        r"(?:请|麻烦|帮我|给我|我|想|要)*(?:删除|删掉|删|清除|清空|注销|抹掉)(?:掉|一下)?(?:我的?)?(?:所有|全部)?(?:的)?(?:个人)?(?:数据|资料|信息|账号|记录)(?:吧|了)?",
        rf"{_SW_LEAD}(?:futa|kufuta|ufute|mfute|mfuteni|nifutie|ondoa|kuondoa|uondoe) (?:data|taarifa|habari|kumbukumbu|rekodi|maelezo)(?: (?:zangu|yangu|zote|yote|zangu zote|mlizonazo|tafadhali))*|{_SW_LEAD}(?:nisahau|nisahauni)",
        r"(?:कृपया )?(?:मेरी|मेरा|मेरे) (?:सारी |सारा |सारे |सब )?(?:जानकारी|डेटा|डाटा) (?:हटाओ|मिटाओ|हटा दो|मिटा दो|हटाएं|मिटाएं|डिलीट करो|डिलीट कर दो)",
        r"(?:por favor )?(?:quiero |deseo |quisiera )?(?:borra|borrar|borren|elimina|eliminar|eliminen) (?:todos )?mis datos(?: personales)?",
        r"(?:je veux |je voudrais )?(?:supprime|supprimer|supprimez|efface|effacer|effacez) (?:toutes )?mes (?:donnees|informations)(?: personnelles)?",
    ),
}
# Asked as a question as well: nothing is lost by showing it.
_WORDS[SHOW] = (
    rf"{_EN_LEAD}(?:show|see|view|get|have|send|read|export|download|give)(?: me)?(?: a copy of)? (?:all )?(?:of )?(?:my|the) (?:own )?(?:personal )?(?:data|information|info|details|records?)(?: (?:that )?you (?:have|keep|hold)(?: (?:about|on|of) me)?)?{_EN_TAIL}|(?:show me )?what (?:(?:data|information|info) )?(?:do you|you) (?:know|have|keep|hold|store) (?:about|on|of) me",
    r"(?:请|麻烦|帮我|给我|我们?|想要?|要|能|可以)*(?:看看?|查看?|查一下|看一下|下载|导出|发给?我|给我发)(?:一下)?(?:我的?|自己的)?(?:所有|全部)?(?:的)?(?:个人)?(?:数据|资料|信息|记录)(?:吗|吧)?|你们?(?:都)?(?:存|记|知道|保存|有)了?我(?:的)?(?:什么|哪些)(?:资料|信息|数据|事)?",
    rf"{_SW_LEAD}(?:kuona|nione|nionyeshe|onyesha|kupata|nipe|nitumie|kusoma) (?:data|taarifa|kumbukumbu|rekodi|maelezo) (?:zangu|yangu)(?: zote| yote)?|(?:mna|mnahifadhi|mnajua) (?:(?:taarifa|data) gani|nini) (?:kunihusu|kuhusu mimi|zangu)",
    r"(?:मुझे )?(?:मेरी|मेरा|अपनी|अपना) (?:सारी |सारा |पूरी )?(?:जानकारी|डेटा|डाटा) (?:दिखाओ|दिखाएं|दिखाइए|दिखा दो|भेजो|भेजें|देखनी है|देखना है|चाहिए)",
    r"(?:por favor )?(?:quiero |deseo |quisiera )?(?:ver|muestrame|muestra|enviame|envia|consultar|descargar) (?:todos )?mis datos(?: personales)?|que (?:datos|informacion) tienen? (?:de|sobre) mi",
    r"(?:je veux |je voudrais )?(?:voir|montrez-moi|montre-moi|envoyez-moi|consulter|telecharger) (?:toutes )?mes (?:donnees|informations)(?: personnelles)?|que savez-vous (?:sur|de) moi",
)
_PATTERNS = {action: tuple(re.compile(one) for one in told) for action, told in _WORDS.items()}


def meant(text: str) -> str | None:
    """The action these words lead to, in whatever language; a question about it is left to the papers."""
    if len(text) > LONGEST:
        return None
    folded = fold(clean(text)).replace("’", "'").strip(" .!,。！，?？")
    if any(pattern.fullmatch(folded) for pattern in _PATTERNS[SHOW]):
        return SHOW
    if re.search(r"[?？]|吗\s*$", text):
        return None
    for action, patterns in _PATTERNS.items():
        if any(pattern.fullmatch(folded) for pattern in patterns):
            return action
    return None
