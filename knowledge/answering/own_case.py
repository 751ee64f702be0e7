"""Whether somebody asks how his own application or loan stands: whose it is, what it is, and how it goes, in any order."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import regex

from knowledge.answering.owing import asks_what_is_owed

LONGEST = 120  # letters
# An application of his own that is spoken of as made.
_HIS = regex.compile(
    r"\b(?:my|mine|our) (?:\w+ ){0,2}?(?:app?l?i[ck]ations?|requests?|loans?|mone?y|papers|file|case|form)\b|\b(?:i|we)(?:'ve| have)? (?:already )?(?:appl[iy]ed|applyed|sent|handed in|submitted|filled)\b|\bwhat i (?:sent|gave|filled)\b|\babout me\b|\b(?:is|was|has) mine\b|\b(?:am|was|have) i\b(?= (?:been )?(?:approved|accepted|rejected|selected))"
    r"|(?:我|俺|咱)们?(?:家)?(?:那个?|上\S{0,3}|前\S{0,3}|昨\S|交的?|提交的?|申请的?|的){0,3}(?:申请|贷款|借款|单子|案子|材料|资料|钱)|(?:上|前|昨)\S{0,3}(?:交|提交|申请)"
    r"|\b(?:ombi|maombi|mkopo|karatasi|fomu|pesa|fedha) (?:langu|letu|yangu|yetu|wangu|wetu|zangu|zetu)\b|\b(?:niliomba|tuliomba|nilituma|nimetuma|nimeomba|tumeomba|nilijaza)\b"
    r"|(?:मेर[ाीे]|हमार[ाीे]) (?:\S+ )?(?:आवेदन|लोन|ऋण|कर्ज|अर्ज|फ\u093c?ाइल|पैस)|मैंने (?:\S+ ){0,2}(?:आवेदन|अर्ज)|\b(?:mer[aie]|ham?ar[aie]) (?:\w+ )?(?:loan|lon|karz|karj|paisa|paise|application|file|avedan|form)\b|\bmaine (?:\w+ ){0,2}(?:apply|avedan)\b"
    r"|\b(?:mi|mis|nuestr[oa]) (?:solicitud|pr[eé]stamo|cr[eé]dito|caso|tr[aá]mite|expediente|papeles|dinero|plata)\b|\b(?:ma|mon|notre) (?:demande|pr[eê]t|cr[eé]dit|dossier|argent)\b|\b(?:solicit[eé]|ped[ií] (?:un|el) (?:pr[eé]stamo|cr[eé]dito))\b|\bj'ai (?:d[eé]pos[eé]|fait|envoy[eé]) (?:une|ma) demande\b"
)
_GOES = regex.compile(
    r"\b(?:news|updates?|answer|reply|response|results?|outcome|progress|status)\b|\bhappen(?:ed|ing)\b|\b(?:recei?ved?|receive|reach(?:ed)?|going|processed|reviewed|looked at|pending|check|selected)\b|\b(?:did|have) (?:you|u) (?:get|got)\b|\b(?:approved|accepted|granted|rejected|refused|declined|decided|ready|coming|arrived?|through)\b|\bsa(?:y|id) (?:yes|no)\b|\b(?:ok|okay|good|done) (?:now|yet|or not)\b|\byet\b|\bstill waiting\b|\bhow far\b|\bwh?at(?:'?s| is) up\b|\bwh?ere (?:is|are|r)\b|\bwho (?:has|have|holds?) (?:my|our)\b|\bwhen (?:will|do|can|shall) (?:i|we) (?:hear|know|get (?:an |the |my )?(?:answer|reply|decision|money|cash))\b|\bwhen (?:is|are|will) (?:my|our)\b"
    r"|怎么?样|咋样|消息|结果|回音|答复|[批审](?:了|下来|过)|通过了|下来|到哪|到谁|谁手里|进度|进展|什么时候能?[到下发放]|啥时候能?[到下发放]|还没|办好|办到"
    r"|\b(?:li|u|ya|i|zi)me(?:fik|kubali|idhinish|kata)\w*|\b(?:jibu|habari|vipi|bado|tayari|yamefika|limefika|hali)\b|\bkwa nani\b|\b(?:iko|uko|liko|yako|ziko) (?:wapi|kwa)"
    r"|क्या हुआ|कहा[ँं]|कब तक|कब (?:मिल|आए|आय|दोगे|देंगे)|मंज\u093c?ूर|पास (?:हु|हो ग)|स्थिति|जवाब|ख\u093c?बर|\b(?:pass|manjoor|manzoor|approve) (?:hua|hui|ho gaya|ho gya|hogaya)\b|\b(?:kya hua|kab (?:tak|mil\w+|aa?ye?ga|aaega|doge|denge)|kaha(?:n)? (?:hai|tak))\b"
    r"|\b(?:noticias|respuesta|aprobad\w+|aprobaron|aprob[oó]|rechazad\w+|rechazaron|aceptad\w+|aceptaron|list[oa]|estado|en qu[eé] (?:va|qued[oó])|qu[eé] (?:pas[oó]|hubo) con|c[oó]mo va|d[oó]nde est[aá]|cu[aá]ndo (?:me (?:dan|entregan|depositan|llega|pagan)|llega|sale))\b|\b(?:nouvelles|r[eé]ponse|accept[eé]e?|approuv[eé]e?|accord[eé]e?|valid[eé]e?|refus[eé]e?|statut|o[uù] en est|avance|pr[eê]te?(?= \?|$)|quand (?:vais-je|est-ce que je vais|arrive))\b"
)
# What he owes still or is to pay next, and what is short and can mean nothing else.
_OWES = regex.compile(
    r"\b(?:how much|what)(?: \w+){0,3} (?:left|remains?|remaining|outstanding)\b.{0,20}\b(?:my|our) (?:loan|debt)|\b(?:left|remaining|outstanding|balance) (?:on|of|in) (?:my|our) (?:loan|debt|account)\b|\bhow much do i (?:still )?owe\b|\bwhat do i still owe\b|\bwhat about (?:my|our) (?:app?l?i[ck]ation|request)\b|\bshow me my (?:file|application)\b|\b(?:my|our) (?:loan |current )?balance\b(?=\W*$)|^\W*(?:current |remaining |outstanding |loan )?balance(?: please)?\W*$|\bmy reference number\b|\b(?:wh?at|when)(?:'?s| is| are)? (?:is )?(?:my|our) next (?:pay\w*|inst\w+|due)"
    r"|我(?:现在)?(?:还)?(?:差|欠|剩)(?:下)?多少|我(?:下|这)(?:一)?[次期个]\S{0,3}(?:什么时候|啥时候|多少|几号)"
    r"|\b(?:nimebakisha|nimebakiza|nimebaki na|nadaiwa)\b.{0,25}\b(?:kiasi gani|ngapi)|^\W*(?:je,? )?(?:mimi )?bado nadaiwa\W*$|\b(?:malipo|awamu) (?:yangu|langu) (?:yajayo|ijayo|linalofuata)"
    r"|मुझ पर कितना (?:बकाया|कर्ज)|मेरा बकाया|\bcu[aá]nto debo (?:todav[ií]a|a[uú]n|ahora)|\bmi saldo|\bcombien (?:je dois|dois-je) encore|\bmon solde"
    r"|^\W*(?:批|审)(?:核)?(?:下来)?(?:了没有?|没有?|了吗)\W*$|^\W*(?:je,? )?(?:nimekubaliwa|nimeidhinishwa|nimekataliwa)\W*$"
)
# What needs no "my": "did they approve me the loan", "has the loan passed", "when do you give me the money".
_TO_HIM = regex.compile(
    r"\bme (?:han )?(?:aprob(?:aron|[oó]|ado)|rechaz(?:aron|[oó]|ado)|acept(?:aron|[oó]|ado)|negaron)\b.{0,12}\b(?:pr[eé]stamo|cr[eé]dito|solicitud|plata|dinero)\b|\bcu[aá]ndo me (?:dan|van a dar|entregan|depositan|llega) mi (?:dinero|pr[eé]stamo|cr[eé]dito|plata)\b(?=\W*$)|\bya (?:est[aá]|fue|ha sido) (?:aprobad|list)\w+ (?:mi|el) (?:pr[eé]stamo|cr[eé]dito|solicitud)"
    r"|\b(?:avez-vous|vous avez|ils ont) (?:d[eé]j[aà] )?(?:approuv[eé]|accept[eé]|refus[eé]|valid[eé]|re[cç]u) (?:mon|ma|notre) |\bquand (?:est-ce que je re[cç]ois|vais-je recevoir|je re[cç]ois|aurai-je) mon argent\b"
    r"|^\W*(?:क्या )?(?:मेर[ाी] )?(?:लोन|ऋण|आवेदन|कर्ज\u093c?ा?) (?:पास|मंज\u093c?ूर) (?:हुआ|हुई|हो गया|हो गई)(?: है)?(?: क्या| कि नहीं| या नहीं)?\W*$|^\W*(?:kya )?(?:mer[ai] )?(?:loan|lon|karz|karj) (?:pass|manjoor|manzoor|approve) (?:hua|hui|ho gaya|ho gya)(?: hai)?(?: kya| ki nahi| ya nahi)?\W*$"
)
# "Please hurry": whoever waits asks how his own stands.
_URGES = regex.compile(
    r"\b(?:please|pls|plz|kindly|can you|could you)(?: (?:please|just|really|be))* (?:hurry|quick|speed (?:it )?up|faster)\b|\bhurry up\b|\bhurry,? please\b"
    r"|\b(?:harakisheni|mharakishe|fanyeni haraka|naomba haraka|tafadhali (?:fanyeni |fanya )?haraka)\b|(?:请|麻烦)?(?:你们|您)?(?:抓紧|赶紧|赶快|尽快|快点|快些)(?:一点|点)?(?:给我)?(?:办|批|审|处理|放款|审批)(?:一下)?(?:吧|啊|呀|好吗)?\W*$"
    r"|\b(?:apúrense|apurense|dense prisa|por favor (?:rapido|rápido|apure\w*))|\bd[eé]p[eê]chez-vous|\b(?:jaldi|jldi) (?:karo|kijiye|kar do|karein)\b|जल्दी (?:करो|कीजिए|करें|कर दो)"
)
# "Mine", what his guarantor has done, whether his officer was there: nobody asks for a rule with them.
_HIS_OWN = regex.compile(
    r"\b(?:is|was|has) mine (?:been )?(?:approved|accepted|ready|decided|through|granted|rejected)\b|\b(?:did|has|have) (?:my|our) guarantors? (?:already |yet |now |ever )*(?:sign(?:ed)?|agreed?|answer(?:ed)?|sa(?:y|id) yes|confirm(?:ed)?|accept(?:ed)?|repl(?:y|ied))\b|\bis my guarantor (?:ok|done|confirmed|accepted)\b|\b(?:did|has) (?:my|our|the) officer (?:already |yet )*(?:been (?:to|at)|visit(?:ed)?(?! (?:after|before))|come to|came to)\b|\bwhen (?:will|does|is) (?:my|our|the) officer (?:come|coming|visit|visiting)(?: to)? (?:me|us|my|our)\b(?! (?:village|area|town|group|district|market))|\bwhen (?:will|does|is) my officer (?:come|coming|visit|visiting)\b(?!(?: to)? (?:the|my|our) (?:village|area|town|group|district|market)\b)"
    r"|^\W*(?:那|请问)?我的(?:已经)?(?:批|审|通过)(?:下来|过)?了(?:吗|没有?|么)|(?:担保人|保证人)(?:已经)?(?:签(?:字|名)?|答应|同意|确认|回复)(?:好)?了(?:吗|没有?|么)|(?:信贷员|你们).{0,3}(?:什么时候|啥时候|哪天|几时)(?:能|会|才)?(?:来|到)(?:我|俺|咱)们?家"
    r"|^\W*(?:je,? )?(?:la |ya |wa )?(?:yangu|langu|wangu) (?:i|li|u)me(?:sha)?(?:kubali|idhinish|pitish|kata)\w*\W*$|\b(?:mdhamini|wadhamini) (?:wangu|wetu) (?:a|wa)me(?:sha)?(?:saini|kubali|jibu|tia|weka|thibitisha)\w*|\bafisa wangu (?:atakuja|anakuja|atafika)(?: kwangu| kwetu| nyumbani)? lini\b|\blini afisa wangu\b"
    r"|\b(?:el m[ií]o|la m[ií]a)\b.{0,20}\b(?:aprob|acept|rechaz|list)|\b(?:aprob|acept|rechaz|list)\w+ (?:ya )?(?:el m[ií]o|la m[ií]a)\b|\b(?:firm[oó]|firmado|acept[oó]|aceptado|confirm[oó]|contest[oó]) (?:ya )?mi (?:garante|aval|fiador)|\bmi (?:garante|aval|fiadora?) (?:ya )?(?:ha )?(?:firm[oó]|firmado|acept[oó]|aceptado|confirm[oó]|contest[oó])(?!\p{L})|\bcu[aá]ndo (?:viene|vendr[aá]|llega) (?:mi (?:oficial|agente|asesor)|(?:el|la) (?:oficial|agente|asesor) a mi casa)"
    r"|\b(?:le mien|la mienne)\b.{0,20}\b(?:approuv|accept|refus|valid|pr[eê]t)|\bmon (?:garant|aval)\w* (?:a|a-t-il|a-t-elle|est-ce qu'il a) (?:d[eé]j[aà] )?(?:sign[eé]|accept[eé]|confirm[eé]|r[eé]pondu)|\bquand (?:mon agent|est-ce que mon agent|l'agent) (?:vient|viendra|passe|passera)(?:-t?-?il|-elle)? (?:chez|me voir)"
    r"|(?<!\p{L})मेर[ाी] (?:वाल[ाी] )?(?:मंज\u093c?ूर|पास|स्वीकृत|अप्रूव) (?:हु|हो ग)|(?:मेर[ेी]|हमारे) (?:गारंटर|ज\u093c?मानतदार) ने (?:\S+ )?(?:साइन|हस्ताक्षर|दस्तख\u093c?त|हा[ँं]|मंज)|मेरे (?:यहा[ँं]|घर|पास) (?:अधिकारी|अफ\u093c?सर|साहब) कब आ"
)
# Beside haste: a rate, a place, a time or a rule is asked for, and not how his own stands.
_ASKS_BESIDE = regex.compile(
    r"\b(?:interest|rates?|fees?|answer\w*|tell me|where|how (?:much|many|long|do|can|to)|which|what (?:is|are) the|limit|hours|address|guarant\w*|documents?|papers)\b|利[息率]|费|多少|哪[里儿]|地址|几点|怎么|什么(?!时候)"
    r"|\b(?:riba|ngapi|gani|wapi|nijibu|niambie|ada|masharti)\b|\b(?:interes|inter[eé]s|tasa|d[oó]nde|cu[aá]nto|cu[aá]l)\b|\b(?:int[eé]r[eê]t|taux|combien|quel(?:le)?)\b|ब्याज|कितन|कहा[ँं]|\b(?:byaj|kitn[aei]|kaha)\b"
)
_SUPPOSED = regex.compile(
    r"\b(?:if|unless|before|after|kama|ikiwa|endapo|si|antes|cuando firme|apr[eè]s|avant)\b|如果|要是|的话|之后|以后|अगर|यदि|के बाद"
)
# It asks for the rule, or for what to do about it.
_RULE = regex.compile(
    r"\b(?:if|unless|after|before|without|how long|how do|how can|how is(?! (?:my|our) (?:\w+ )?\w+ (?:going|doing))|how are|how must|can i|may i|could i|should|must|have to|need|allowed|change|cancel|withdraw|who (?:decides?|approves?|signs?)|calculated|worked out|guarant\w*|collateral|late|papers do|documents?|early|repay|pay back|grace|usually|normally|another bank|stolen|lost|lose|why|some(?:one|body)|talk|wife|husband|son|daughter|brother|employer|told|he tell|own|season|village|group|half|rest|kept|keep|stored|thrown)\b"
    r"|如果|要是|万一|的话|多久|几天|怎么(?!样)|能不能|可以|需要|担保|抵押|谁(?:来)?[批决定]|由谁|取消|更改|修改|撤|老婆|老公|丈夫|儿子|女儿|员工|老板|你们会|组里|以后|之后|前要|提前|逾期"
    r"|\b(?:kama|ikiwa|niki\w+|mke|mume|mwajiri|mtoto|mwanangu|rejesho|afisa|baada ya|kabla ya|muda gani|siku ngapi|naweza|lazima|mdhamini|dhamana|kubadili\w*|kughairi|nani anaamua|chelewa\w*|mapema|linachukua|huchukua)\b"
    r"|(?:अगर|यदि|कितने दिन|सकत|गारंटी|जमानत|बदल|कौन तय)"
    r"|\b(?:si|despu[eé]s|antes|cu[aá]ntos d[ií]as|puedo|aval|cambiar|apr[eè]s|avant|combien de temps|puis-je|garant\w*|changer)\b"
)


def asks_own_case(said: str) -> bool:
    """Whether folded text asks after the asker's own application or debt, and not for a rule about such."""
    if len(said) > LONGEST:
        return False
    if asks_what_is_owed(said) or (_HIS_OWN.search(said) and not _SUPPOSED.search(said)):
        return True
    if _RULE.search(said):
        return False
    if _OWES.search(said) or _TO_HIM.search(said):
        return True
    if _URGES.search(said) and not _ASKS_BESIDE.search(said):
        return True
    return _HIS.search(said) is not None and _GOES.search(said) is not None
