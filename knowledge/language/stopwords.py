"""Words that say nothing of the subject, by language: question words, articles, pronouns, courtesies."""

from __future__ import annotations

_EN = """a about am an and any are as at be been but by can could did do does doing for from get give had has have he her here
him his how i if in into is it its just let like may me might mine more most much must my need no not now of off on once one only
or other our out over own please say shall she should so some such tell than that the their them then there these they this
those through to too under up us very want was we were what when where which while who whom whose why will with would you your
hello hi hey dear sir madam thanks thank kindly know s t d m ll re ve don doesn isn aren can't i'm"""
_ZH = """的 了 吗 呢 吧 啊 呀 么 我 你 您 他 她 它 们 我们 你们 是 在 和 与 及 或 就 都 也 还 又 很 这 那 有 没有 请 请问 什么 怎么
怎样 怎么样 如何 哪 哪里 哪些 哪个 谁 为什么 多少 几 可以 能 能不能 可不可以 会 要 想 需要 一个 一下 吗? 个 对 把 被 从 到 给 让 上 下 里 中
该 应该 是不是 有没有 是否 之 其 所 以 而 但 如果 知道 告诉 问"""
_SW = """na ya wa za la cha vya kwa ni si katika kama au lakini hii hizi hiyo hizo huyo yule ile zile hapa hapo huko kule mimi wewe yeye sisi
ninyi wao nini nani lini wapi vipi gani je kwanini ngapi kiasi naweza ninaweza unaweza inaweza nataka ninataka naomba tafadhali nina una ana
tuna mna wana yangu yako yake yetu yenu yao wangu wako wake wetu langu lako lake changu chako zangu zako mtu kila pia sana tu bila hadi
kutoka baada kabla ili kuwa kwamba ambao ambayo hata bado tena sasa leo habari jambo shikamoo ninahitaji nahitaji je? kwenye"""
_HI = """का की के को में से पर और है हैं था थी थे हो होता होती होते हूँ हूं मैं मुझे मेरा मेरी मेरे हम हमें हमारा आप आपका आपकी आपके वह यह ये वे इस उस इन
उन क्या कौन कब कहाँ कहां क्यों कैसे कितना कितनी कितने किस कौन सा सी तक लिए ने भी ही तो या अगर कि जो एक कोई कुछ कर करने करना किया
सकता सकती सकते चाहिए चाहता चाहती नहीं ना कृपया जी रहा रही रहे गया गई गए दे लेने लेना"""
_ES = """a al algo ante antes aquí así aunque cada como cómo con cual cuál cuáles cuando cuándo cuanto cuánto cuántos cuánta cuántas de del
desde donde dónde dos el él ella ellas ellos en entre era es esa ese eso esta está están este esto estos estas fue fueron ha hace hacer han
hasta hay he la las le les lo los más me mi mis muy nada ni no nos nosotros o os otra otro para pero poco por porque qué que quien quién
quiénes puedo puede pueden se ser si sí sin sobre son soy su sus también te tengo tiene tienen tu tus un una uno unos unas usted ustedes y
ya yo quiero necesito favor hola gracias debo debe"""
_FR = """à a ai as au aux avec ce ces cet cette ceci cela ça ci comme comment dans de des du elle elles en est et être eu faire fait faut il
ils j je l la le les leur leurs lui m ma mais me mes moi mon n ne nos notre nous on ont ou où par pas peut peux plus pour pourquoi puis
qu quand que quel quelle quelles quels qui quoi s sa sans se ses si son sont sur t ta te tes toi ton tu un une vos votre vous y d c est-ce
combien dois doit veux voudrais bonjour merci sil svp plaît avoir avez"""

STOP_WORDS: dict[str, frozenset[str]] = {
    code: frozenset(text.split())
    for code, text in {"en": _EN, "zh": _ZH, "sw": _SW, "hi": _HI, "es": _ES, "fr": _FR}.items()
}
