"""All right, nothing to change, something is wrong, none of it: said to what was understood."""

# ruff: noqa: E501 - tables of words read better on their own lines

from __future__ import annotations

import pytest

from intake.reading.assent import assent
from intake.reading.assent_words import Assent

RIGHT, STAYS, ON, WRONG, NONE = Assent.RIGHT, Assent.STAYS, Assent.ON, Assent.WRONG, Assent.NONE
TOLD = {
    ("en", RIGHT): "all right; all correct; everything is correct; its all good; that's right; looks good; looks good to me; all fine; fine thanks; perfect; yes all correct; "
    "yes it is correct; ok go ahead; yes go on; all right go on; it's okay; correct; that is exactly right; everything ok; all ok; nothing wrong; there is no mistake; no mistakes; "
    "no problem; i see no problem; no errors; nothing is wrong; you got it right; you understood me well; i agree; i confirm; it is all true; all is well; thats correct thank you; good; "
    "well understood; no issues at all; not wrong; everything is in order",
    ("en", STAYS): "change nothing; nothing to change; no changes needed; no need to change; i don't want to change anything; leave it as it is; keep it like that; nothing to correct; no corrections; no, everything is fine; no, all correct; no it is all right",
    ("en", ON): "continue; go on; next; proceed; let's continue; carry on; ok nothing to change",
    ("en", WRONG): "something is wrong; there is a mistake; it is not correct; that's wrong; no that's wrong; not right; one thing is wrong; i made a mistake; no, there's an error; this is not what i said; "
    "that is not true; it's incorrect; i want to change something; need to correct it; not all correct; some of it is wrong",
    ("en", NONE): "none of this; none of it; none of these; everything is wrong; all wrong; it's all wrong; none of that is right",
    ("zh", RIGHT): "没问题; 没有问题; 都对; 全对; 对的; 没错; 都没错; 正确; 全部正确; 好的继续; 没问题，继续; 可以，继续吧; 好; 行; 是的都对; 没毛病; 没有错误; 没有错; 一切都好; 你说得对; 你理解得对; "
    "说的都对; 准确; 没什么问题; 确认; 确认无误; 无误; 没有不对的地方; 对，没错; 很好; 嗯，对; 可以; 同意; 没啥问题; 信息正确; 写得对; 都是对的",
    ("zh", STAYS): "不用改; 不需要修改; 没有要改的; 没什么要改; 不改了; 不用修改; 没有改动; 无需修改; 不，都对; 不用改了谢谢",
    ("zh", ON): "继续; 下一步; 往下走; 继续吧; 接着来; 下一个",
    ("zh", WRONG): "不对; 有错; 有错误; 有问题; 错了; 写错了; 有一个不对; 有个地方不对; 不是这样; 要改; 我要修改; 不正确; 需要改一下; 不，错了; 不太对; 不全对; 不都对; 你理解错了; 有的不对",
    ("zh", NONE): "都不对; 全错了; 全不对; 都错了; 没有一个对的; 全都不是",
    ("sw", RIGHT): "sawa; sawa yote; yote sawa; sawa kabisa; kila kitu ni sawa; ni sahihi; yote ni sahihi; ni kweli; iko sawa; hakuna kosa; hakuna makosa; hakuna shida; hakuna tatizo; hamna shida; hamna tatizo; "
    "ndiyo ni sahihi; ndiyo yote sawa; sawa endelea; ndiyo endelea; sawa tuendelee; umeelewa vizuri; umenielewa; vizuri; safi; nakubali; nakubaliana; kweli kabisa; poa; hakuna kasoro; "
    "hakuna makosa yoyote; sioni kosa; yako sawa; haya sawa; ndivyo; nathibitisha; bila shida; hakuna matata; yote yako sawa asante",
    ("sw", STAYS): "hakuna mabadiliko; hakuna cha kubadilisha; sihitaji kubadilisha; sitaki kubadilisha; usibadilishe; usibadilishe kitu; hakuna haja ya kubadilisha; hapana, yote sawa; hapana yote ni sahihi; hakuna marekebisho; acha kama ilivyo",
    ("sw", ON): "endelea; tuendelee; songa mbele; naomba kuendelea; endelea mbele; inayofuata",
    ("sw", WRONG): "si sahihi; siyo sawa; sio kweli; kuna makosa; kuna kosa; hapana kuna kosa; si sawa; umekosea; nimekosea; hapana, si sahihi; kitu kimoja si sahihi; nataka kubadilisha; kuna kitu cha kubadilisha; siyo hivyo; kuna tatizo; "
    "hapana hiyo si sahihi; sikusema hivyo",
    ("sw", NONE): "hakuna hata moja; yote si sahihi; yote ni makosa; hakuna lolote sahihi; si hata moja",
    ("hi", RIGHT): "सब ठीक है; सब सही है; ठीक है; सही है; हाँ सब सही है; कोई गलती नहीं; कोई दिक्कत नहीं है; बिल्कुल सही; हाँ ठीक है आगे बढ़ो; सब कुछ ठीक; कोई समस्या नहीं; sab theek hai; sahi hai; koi galti nahi; कुछ गलत नहीं है",
    ("hi", STAYS): "कुछ नहीं बदलना; कुछ बदलना नहीं है; कोई बदलाव नहीं; मत बदलो; नहीं, सब ठीक है",
    ("hi", ON): "आगे बढ़ो; जारी रखें; आगे चलो; aage badho",
    ("hi", WRONG): "गलत है; सही नहीं है; कुछ गलत है; गलती है; ठीक नहीं है; नहीं, यह गलत है; बदलना है; galat hai",
    ("hi", NONE): "सब गलत है; सब कुछ गलत; इनमें से कोई नहीं",
    ("es", RIGHT): "todo bien; todo correcto; está bien; sí todo bien; es correcto; todo está bien; sin errores; no hay errores; no hay problema; ningún problema; nada está mal; perfecto; de acuerdo; sí, adelante; correcto, continuar; bien; así es; todo en orden; está correcto; conforme",
    ("es", STAYS): "no hay nada que cambiar; nada que cambiar; no quiero cambiar nada; sin cambios; no cambiar nada; no, todo bien",
    ("es", ON): "continuar; siga; adelante; siguiente; continúe; vamos a continuar",
    ("es", WRONG): "está mal; hay un error; no es correcto; no está bien; algo está mal; no, está mal; quiero cambiar algo; me equivoqué; incorrecto; hay algo mal",
    ("es", NONE): "todo está mal; nada de esto; nada de eso; ninguno de estos",
    ("fr", RIGHT): "tout est bon; c'est bon; tout est correct; c'est correct; pas de problème; aucune erreur; rien de faux; oui tout est bon; il n'y a pas d'erreur; très bien; d'accord; parfait; tout va bien; c'est exact; oui c'est juste; tout est en ordre; oui, continuez; bien compris",
    ("fr", STAYS): "rien à changer; ne changez rien; aucun changement; je ne veux rien changer; non, tout est bon; pas de modification",
    ("fr", ON): "continuer; continuez; suivant; on continue; poursuivre",
    ("fr", WRONG): "c'est faux; il y a une erreur; ce n'est pas correct; c'est pas bon; non c'est faux; quelque chose est faux; je veux changer quelque chose; ce n'est pas juste; incorrect; je me suis trompé",
    ("fr", NONE): "tout est faux; rien de tout cela; rien de tout ça; aucun de ceux-ci",
}  # fmt: skip
# Other things stand in these: they say neither.
MORE = {
    "en": "yes but 9000; 8000; i want goats; the amount is wrong; change the amount; no; none; nothing; no animals; i have no debts; is it correct; what is wrong; can i go on; i have a problem with my cow; "
    "good goats; my name is next; all goats; wrong number of goats; not goats but sheep; no, 9000; skip; back; stop; why; i don't know; not sure; right or wrong; it is 8000; the rest is fine but not the phone",
    "zh": "不是山羊; 没有; 不; 金额不对; 改金额; 对吗; 有没有问题; 没有羊; 我没有电话; 八千; 错的是金额; 没有债; 不知道; 哪里不对; 继续养羊; 没有钱; 返回; 跳过; 好像不对",
    "sw": "hapana; hakuna; sina; sina mbuzi; kiasi si sahihi; badilisha kiasi; hakuna mbuzi; sina simu; ni 9000; sijui; nini si sahihi; ruka; rudi; sawa lakini 9000; endelea na mbuzi",
    "hi": "नहीं; बकरी; रकम गलत है; 9000",
    "es": "no; nada; 9000; el monto está mal; no tengo cabras",
    "fr": "non; rien; 9000; le montant est faux; je n'ai pas de chèvres",
}


@pytest.mark.parametrize(
    ("language", "meant", "text"),
    [(language, meant, text) for (language, meant), texts in TOLD.items() for text in texts.split("; ")],
)
def test_what_is_said_of_what_was_understood(language: str, meant: Assent, text: str) -> None:
    assert assent(text, language) is meant


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "never mind"), ("en", "forget it"), ("zh", "算了"), ("sw", "acha"), ("sw", "usifanye")],
)
def test_what_may_leave_it_undone_is_told_apart(language: str, text: str) -> None:
    assert assent(text, language) is Assent.UNDONE


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in MORE.items() for text in texts.split("; ")]
)
def test_other_words_decide_nothing(language: str, text: str) -> None:
    assert assent(text, language) is None
