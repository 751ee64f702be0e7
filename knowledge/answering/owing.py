"""Whether somebody asks what he himself still owes, or has paid so far; said whole, so that no rule is asked for."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import unicodedata

import regex

from knowledge.answering.addressed import without_address, without_hindi_address
from knowledge.answering.folding import bare, simplified
from knowledge.language.romanised import romanised

_ENGLISH = (
    r"(?:(?:please|pls|hi|hello|so|and|ok|tell me|show me|let me know|can you tell me|i (?:want|need|would like) to know|do you know) )*",
    r"(?:(?:how much|h?w mu?ch|what)(?: money| debt)? (?:do |must |did )?(?:i|we|am i) (?:still |currently |now )*(?:owe|owing)(?: to)?|how much (?:is|have i|do i have|i have) (?:still )?(?:left|remaining|outstanding|unpaid)|(?:how much|what)(?:'?s| is| remains?| money)?(?: still| is)* (?:left|remain(?:s|ing)|outstanding|unpaid|still)(?: for me)? to (?:pay|repay|clear|finish)|(?:how much )(?:more )?(?:do |must )?i (?:still |yet )(?:have to|must|need to|got to|gotta) (?:pay|repay)(?: back)?|how much more (?:do |must |should )?i (?:still )?(?:have to |must |need to )?(?:pay|repay|owe)(?: back)?|how many (?:more )?(?:instal?ments|payments|months)(?: (?:do i|have i|i))?(?: still)?(?: have| are| got)?(?: still)? left|how much of (?:my|the) (?:loan|debt) (?:is|have i) (?:still )?(?:left|unpaid|paid|repaid)|what (?:remains|is left) of my (?:debt|loan)|how much debt (?:do )?i (?:still )?have|(?:what(?:'?s| is) |check )?my (?:loan |current |remaining |outstanding )*(?:balance|debt)|how much have i (?:already )?(?:paid|repaid)(?: so far| already| back)?)",
    r"(?: (?:you|u|now|today|yet|still|please|pls|in total|altogether|at the moment|(?:on|of|for) (?:my|the|this) (?:loan|debt)|to (?:pay|repay)|so far|back))*",
)
_CHINESE = (
    r"(?:请问|我想知道|我想问|想问一下|查一下|帮我(?:查|看)(?:一下|看)?|那|麻烦)*",
    r"(?:我(?:们|家)?(?:现在|目前|一共|总共|到底)?(?:的(?:贷款|借款|钱|账))?(?:还|一共|总共)*(?:欠|差|剩|欠着|(?<=还|(?:现在|目前)(?:一共|总共)?)(?:要|得|该)还)(?:着|下|了)?(?:你们|银行|信用社)?(?:多少|几)(?:钱|期|个月|利息|本金|贷款|款|块)?|(?:现在|一共|总共)?还(?:欠|差|剩|要还|得还)(?:下)?(?:你们|银行)?(?:多少|几)(?:钱|期|个月|利息|本金|贷款|款|块)?|我?还(?:有|剩)(?:多少|几)(?:钱|款|期|个月)?(?=没|要)|我?(?:的)?(?:欠款|余额|尾款|未还款?|剩余(?:贷款|本金|欠款)|债务?|贷款余额|欠账)(?:还)?(?:有|是|剩)?(?:多少)(?:钱)?|我(?:已经?|一共|总共|目前)*还了(?:多少|几)(?:钱|期|款)?|我剩下多少(?:贷款|钱|没还))",
    r"(?:没还|没有还|没还完|没交|要还|才?(?:能)?还清|呢|啊|了)*",
)
_SWAHILI = (
    r"(?:(?:je|naomba|nataka|ningependa|tafadhali|kujua|niambie|habari|naomba kujua|nikuulize)[, ]+)*",
    r"(?:(?:deni|mkopo|salio|mkopo wangu)(?: la)?(?: (?:langu|wangu|mkopo wangu|letu|wetu))(?: (?:bado|sasa|lililobaki|uliobaki))*(?: (?:li|u|i)?(?:mebaki|ni|mesalia|mebakia|libaki))*(?: (?:kiasi gani|ngapi|shilingi ngapi|gani|pesa ngapi|kiasi))?(?<=kiasi gani|ngapi|gani|salio langu|mkopo wangu|salio la mkopo wangu)(?<!(?:^|\W)(?:mkopo wangu|deni langu))|(?:bado )?(?:mimi )?(?:na|nina|tuna)daiwa (?:bado |na nyinyi )?(?:kiasi gani|ngapi|shilingi ngapi|pesa ngapi)|(?:nina|nna|niko na|ninalo) deni (?:la )?(?:kiasi gani|gani|ngapi|shilingi ngapi)|(?:nime|imeni|ime|zime|kime|zimeni)(?:baki|bakisha|bakiza|bakia|salia)(?: na)?(?: deni)? (?:kiasi gani|ngapi|shilingi ngapi|pesa ngapi|miezi mingapi|awamu ngapi)|(?:awamu|miezi|malipo) (?:ngapi|mingapi|mangapi) (?:zi|i|ya)(?:mebaki|mesalia|mebakia)|(?:na|nina)(?:takiwa|paswa) kulipa (?:kiasi gani|ngapi) bado|(?:nime|nimesha)lipa (?:kiasi gani|ngapi|shilingi ngapi)(?: (?:mpaka|hadi) sasa| tayari)?)",
    r"(?: (?:bado|sasa|tu|tafadhali|kulipa|nilipe|ya kulipa|ili nimalize|kwenye mkopo(?: wangu)?|kwa mkopo(?: wangu)?|hadi sasa|mpaka sasa))*",
)
# What is left of it, named and no more: "salio la mkopo wangu".
_NAMED = (
    r"(?:the )?(?:rest|remainder|remaining (?:amount|debt|balance)|balance|outstanding (?:amount|debt|balance)) (?:of|on) (?:my|our) (?:loan|debt)s?|(?:what|how much|the (?:money|amount)) (?:(?:that )?(?:i|we)) (?:still|yet) owe(?: you)?|(?:my|our) (?:remaining|outstanding|unpaid) (?:loan|debt|balance|amount)",
    r"(?:salio|baki|bakaa|kiasi kilichobak\w+|kiasi kilichosali\w+) (?:la|ya|cha|kwenye|katika|kwa) (?:deni|mkopo|madeni|mikopo)(?: la mkopo)? (?:langu|wangu|letu|wetu|yangu|yangu yote)|(?:kiasi|pesa|fedha|deni) (?:ni|tu)(?:na|li)(?:cho|zo|lo|yo|o)(?:daiwa|kudai\w*)(?: bado)?|deni (?:langu|letu) (?:lililo|li)(?:baki|salia|bakia)|deni lililo(?:baki|salia|bakia)|(?:deni|mkopo) (?:langu|wangu) (?:bado|sasa|la sasa|wa sasa)",
    r"(?:lo que|la cantidad que|cuanto es lo que) (?:(?:yo|les|le|aun|todavia) )*(?:debo|me falta|me queda)(?: (?:pagar|por pagar))?(?: (?:aun|todavia))|(?:el )?(?:resto|saldo) (?:de|pendiente de) (?:mi|mis) (?:prestamo|credito|deuda|deudas)",
    r"ce que je (?:vous )?dois encore|ce qu il me reste a (?:payer|rembourser)|(?:le )?(?:reste|solde|restant) (?:du? |de )(?:a payer (?:de|sur) )?(?:mon (?:pret|credit|emprunt)|ma dette)",
)
_NAMED_ZH = r"(?:查(?:一下|询|看)?)?(?:我(?:们|家)?(?:的|还欠的|欠的|剩下?的|没还的|现在欠的)(?:贷款|借款)?(?:欠款|余额|尾款|未还款|剩余(?:贷款|本金|欠款)|债务|欠账|(?<=欠的|剩下?的|没还的)(?:钱|款|贷款))|剩余(?:的)?(?:欠款|应还款|未还款)|还欠的(?:钱|款|贷款))"
# Chinese in Latin letters, without spaces and tones.
_PINYIN = regex.compile(
    r"(?:nihao|qingwen|mafan|qing|bang?wo|cha(?:yi)?xia|woxiangzhidao|woxiangwen|laoshi|dajie|dage)*"
    r"(?:(?:wo(?:men|jia)?(?:(?:de)?(?:daikuan|jiekuan))?(?:xianzai|muqian|yigong|zonggong|daodi)*(?:hai)?(?:xianzai|yigong)?(?:qian|cha|sheng)|(?:xianzai|yigong|zonggong)*hai(?:qian|cha|sheng)|(?:wo(?:men)?)?(?:xianzai|muqian)?(?:hai|xianzai|muqian)(?:yigong|zonggong)?(?:yao|dei|gai|xuyao)huan)"
    r"(?:zhe|xia|le)?(?:nimen|yinhang|xinyongshe)?(?:duoshao|ji(?=qi|ge|kuai))(?:qian|qi|geyue|kuai|yuan|lixi|benjin|daikuan|kuan)?"
    r"|(?:wo)?hai(?:you|sheng)(?:duoshao|ji)(?:qian|qi|kuan|geyue)?(?=mei|yao)|wo(?:de)?(?:daikuan)?(?:yue|qiankuan|weikuan|zhaiwu)(?:hai)?(?:shi|you|sheng)?(?:duoshao(?:qian)?)?|wo(?:yijing|yigong|zonggong)*huanle(?:duoshao|ji)(?:qian|qi)?)"
    r"(?:mei(?:you)?huan(?:wan|qing)?|yaohuan|ne|a|le|ya)*"
)
_ES_LOAN = r"(?:mi|el|del|de mi|de el) (?:prestamo|credito|deuda)"
_SPANISH = (
    r"(?:(?:por favor|hola|diga(?:n)?me|dime|(?:quiero|quisiera|necesito) saber|me (?:puede|pueden) decir|y|oiga|buenas)[, ]+)*",
    rf"(?:(?:que|q) tanto (?:les |le )?debo|cuanto (?:es lo que )?(?:les |le |yo )*debo|cuanto (?:me|nos) (?:falta|queda)(?: (?:por|para|de|que|a))?(?: (?:pagar|deber|terminar|acabar|liquidar|cubrir|terminar de pagar|acabar de pagar))?(?: (?:de )?{_ES_LOAN})?|cuanto (?:queda|falta)(?: por)?(?: pagar)? {_ES_LOAN}|cuanto (?:queda|falta) (?:por|de) pagar|cuant[oa]s (?:cuotas|letras|mensualidades|pagos|meses) (?:me )?(?:faltan|quedan)(?: (?:por|de|que|para))?(?: pagar| terminar)?|(?:cual es |cuanto es |dame |de cuanto es |ver )?mi (?:saldo|deuda)(?: (?:pendiente|actual))*|saldo (?:pendiente|actual)(?: de mi (?:prestamo|credito))?|saldo de mi (?:prestamo|credito)|cuanto tengo que pagar (?:todavia|aun)|cuanto (?:llevo|he) pagado|cuanto (?:ya )?pague(?: ya| hasta ahora)?)",
    r"(?: (?:todavia|aun|ahora|hoy|en total|yo|a ustedes|por favor|ya|hasta ahora|pendiente|de mi prestamo|a la caja|al banco))*",
)
_FR_LOAN = r"(?:mon (?:pret|credit|emprunt)|ma dette)"
_FRENCH = (
    r"(?:(?:svp|bonjour|dites moi|je (?:veux|voudrais) savoir|pouvez vous me dire|et)[, ]+)*",
    rf"(?:(?:combien|cb|cmb|cbien) (?:est ce que |esque |d argent )?(?:je (?:vous |te )?dois|dois je(?: vous)?|vous dois je)|je (?:vous )?dois (?:encore )?combien|(?:combien|cb|cmb) (?:est ce qu ?)?(?:il )?me reste(?: t il)?(?: encore)?|(?:il )?me reste combien|il reste combien(?= a)|(?:combien|cb) (?:il )?(?:reste|reste t il)(?: a (?:payer|rembourser))? (?:sur|de) {_FR_LOAN}|combien (?:d echeances|de mensualites|de versements|de mois) (?:il )?(?:me )?rest\w+(?: t (?:il|elles))?|reste a payer(?: (?:de|sur) {_FR_LOAN})?|(?:quel est )?mon solde|quel est (?:le|la) (?:reste|solde|montant) de {_FR_LOAN}|ma dette est de combien|(?:combien|a combien) (?:est|fait|s eleve) ma dette|combien (?:j ai|ai je) (?:deja )?(?:paye|rembourse))",
    r"(?: (?:encore|au total|en tout|maintenant|a ce jour|svp|s il vous plait|jusqu ?ici|deja|a (?:payer|rembourser|regler)|a vous))*",
)
_WHOLE = tuple(
    regex.compile(rf"\W*{lead}{core}{tail}\W*")
    for lead, core, tail in (_ENGLISH, _SWAHILI, _SPANISH, _FRENCH)
)
_WHOLE_ZH = regex.compile(rf"\W*(?:{''.join(_CHINESE)}|{_NAMED_ZH})\W*")
_WHOLE_NAMED = regex.compile(rf"\W*(?:{'|'.join(_NAMED)})(?: (?:please|pls|tafadhali|por favor|svp))?\W*")

# Hindi, as `romanised` spells it: what is named, in any order.
_HI_HOW_MUCH = regex.compile(r"\bkitn[aei]\b|\bkitana\b|\bbatao\b|\bbataiye\b|\bbata d\w+")
_HI_OWED = regex.compile(
    r"\b(?:baki|bakaya|bac?ha?[aie]|bach[aie]|shesh|balance|baleins|bailens)\b|\b(?:mera|mere|meri|mujh ?p\w+|ham\w+)\b.*\b(?:karja?|udhar|udhari)\b"
    r"|\b(?:aur|abhi|ab)\b.*\b(?:den[aei]|bharn[aei]|chukan[aei]|lautan[aei])\b|\b(?:den[aei]|bharn[aei]|chukan[aei])\b.*\b(?:aur|abhi|ab)\b|\b(?:ab|abhi) tak\b.*\b(?:bhara|diya|diye|chukaya|jama)\b"
)
_HI_KIN = r"(?:bh(?:ai|e)|bahan|bahin|behan|pita|papa|bap|mata|man|ma|patni|pati|biv[iy]|beta|bete|beti|dost|padosi|chacha|mama|sasur|kisan|garantar|guarantor|jamanati)"
# A rule, what the lender gives, what a loan would cost, or what another owes.
_HI_RULE = regex.compile(
    rf"\b(?:mer[aei]|hamar[aei]) {_HI_KIN}\b|\b{_HI_KIN} (?:par|pe|ka|ke|ki|ko|ne)\b|\b(?:us|un|is|in)(?:k[aei]|ko|par|pe|hone)\b|\b(?:loan|lon|karja?|rin|udhar) den[aei]\b(?! (?:ba?ki|bac?ha?))|\bden[aei] vale?\b|\bvale (?:ho|hen?|hai)\b|\ble(?:n[aei]|kar|ke)\b|\blu?n?\b(?= to\b)|\b(?:doge|denge|dete|loge)\b|"
    r"\b(?:din|byaj|biyaj|sud|agar|yadi|ho to|hone par|der|late|let|fis|avedan|apply|mil\w*|sakt[aei]|lagan[aei]|hot[aei]|log\w*|gav\w*|dusr[aei]|nay[aei]|hoga|hogi|\d[\d,.]*)\b"
)
_HI_NAMED = regex.compile(
    r"\W*(?:mer[aei]|hamar[aei]) (?:(?:loan|lon|karje?|rin|udhar) (?:ka|ki|ke) )?(?:kul |puri? )?(?:bakaya|balance|baleins|bailens|baki (?:pais[ae]|rakam|rashi|karja?))(?: (?:batao|bataiye|dikhao|do|kya|he))*\W*"
)
MOST_WORDS = 9


def asks_what_is_owed(message: str) -> bool:
    """Whether a message is nothing but the question what its writer owes still, or has paid."""
    said = without_address(" ".join(regex.sub(r"['’-]", " ", bare(message)).split()))
    english = said.replace(" s ", " is ", 1)
    if any(one.fullmatch(text) for one in _WHOLE for text in (said, english)):
        return True
    if _WHOLE_NAMED.fullmatch(said) or _PINYIN.fullmatch(_joined(said)):
        return True
    hindi = without_hindi_address(romanised(said))
    return _WHOLE_ZH.fullmatch(simplified(said)) is not None or _asked_in_hindi(hindi)


def _joined(said: str) -> str:
    """Latin letters alone, without spaces, tones and marks."""
    plain = "".join(one for one in unicodedata.normalize("NFD", said) if not unicodedata.combining(one))
    return regex.sub(r"[\s\p{P}]+", "", plain)


def _asked_in_hindi(said: str) -> bool:
    if _HI_NAMED.fullmatch(said):
        return True
    if len(said.split()) > MOST_WORDS or _HI_RULE.search(said):
        return False
    return _HI_HOW_MUCH.search(said) is not None and _HI_OWED.search(said) is not None
