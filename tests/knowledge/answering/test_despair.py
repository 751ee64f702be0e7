"""A wish to die, or a hint of one, as people type it on phones; and what only sounds like it."""

from __future__ import annotations

import pytest

from knowledge.answering.despair import wishes_to_die
from knowledge.answering.emergency import cannot_pay
from knowledge.answering.intent import redirect
from knowledge.answering.meaning import Meaning
from knowledge.embeddings import Embedders
from knowledge.language.romanised import romanised
from knowledge.types import RedirectKind as K

BY_WORDS = [
    "main marna chahta hoon",
    "mai marna chahti hu",
    "me mrna chahta hu",
    "mar jana chahta hun",
    "jeene ka mann nahi",
    "ab jeena nahi hai",
    "ab nhi jina yr",
    "ab mujhse nahi hoga, sab khatam kar dunga",
    "apni jaan de dunga",
    "khudkushi kar lunga",
    "aatm hatya karne ka man hai",
    "zeher kha lunga",
    "mere bachche mere bina behtar rahenge",
    "koi rasta nahi dikhta",
    "ab meri khabar nahi milegi kisi ko",
    "जीने का मन नही है",
    "मेरे बच्चे मेरे बिना बेहतर रहेंगे",
    "अब मुझसे नहीं होगा, सब खत्म कर दूंगा",
    "زہر کھا لوں گا",
    "میں مر جانا چاہتا ہوں",
    "i wanna die",
    "dont want 2 live no more",
    "my children would be better off without me",
    "I see no way on",
    "soon you will not hear from me",
    "cnt go on like dis, i dont want to live anymor",
    "kiero morirme",
    "mis hijos estarian mejor sin mi",
    "ya no veo salida a esto",
    "pronto no sabran mas de mi",
    "jveux mourir",
    "je vois plus d issue",
    "mes enfants seraient mieux sans moi",
    "personne ne me regrettera si je meurs",
    "ntajiua",
    "nimepoteza hamu ya kuishi",
    "sioni njia tena",
    "watoto wangu wataishi vizuri bila mimi",
    "hivi karibuni hamtanisikia tena",
    "我想自殺",
    "孩子们没有我会更好",
    "wo bu xiang huo le",
]
# What stands behind the "if" is a threat; only a death that stands in it is supposed.
THREATS = [
    "it is better die for my children",
    "better die than live like this",
    "i better to die",
    "better die",
    "if i cannot pay i will kill myself",
    "if you don't give me the loan i will hang myself",
    "if i lose the goats i will drink poison",
    "if i want to die who can i talk to",
    "如果不给我贷款我就自杀",
    "要是还不上，我不想活了",
    "我要是死了他们就解脱了",
    "ikiwa hamnipi mkopo nitajiua",
    "kama sitapata mkopo nitakunywa sumu",
    "अगर लोन नहीं मिला तो आत्महत्या कर लूंगा",
    "agar loan nahi mila to mar jaunga",
    "agar kist nahi bhari mar jaunga",
    "si no me prestan me voy a matar",
    "si vous ne me pretez pas je vais me pendre",
    "i wanted to die last night",
    "anoche me queria morir",
    "hier soir je voulais mourir",
    "jana nilitaka kufa",
    "i am going to harm my self",
    "i will take poison",
    "i will take the pesticide and die",
    "voy a tomar veneno",
    "voy a tomar el herbicida y morir",
    "je vais prendre du poison",
    "there is no way out for me",
    "hakuna njia tena kwangu",
    "no hay salida para mi",
    "i can't take it any longer please",
    "i will jump in front of the truck",
    "meri khabar ab nahi milegi",
    "只能下辈子再还了",
    "死了就不用还了",
    "gadi ke niche a jaunga",
]
BY_MEANING = [
    ("en", "no one needs me in this world"),
    ("en", "dying would be easier"),
    ("en", "it hurts too much to be alive"),
    ("es", "mejor seria no existir"),
    ("es", "ya no tengo fuerzas para vivir"),
    ("zh", "我没有活下去的勇气了"),
    ("hi", "ये ज़िंदगी जीने लायक नहीं"),
]
# Inputs that are bought on credit, roads, animals and sayings.
ORDINARY_WORDS = [
    "i want to buy a better die for my brick machine",
    "buy better die for the block press",
    "i need the better die set",
    "i want to take pesticides on loan",
    "i will take the pesticides and fertilizer",
    "i will take herbicide 5 litres",
    "pesticides. i want to take insecticide and seeds with the money",
    "i want to take the bleach",
    "my goats may drink pesticide from the river",
    "voy a tomar el herbicida del vecino a credito",
    "quiero tomar un plaguicida",
    "je vais prendre un pesticide",
    "je voudrais prendre des pesticides et semences",
    "there is no way out",
    "hakuna njia tena",
    "no hay salida",
    "i have no way out, the road is flooded",
    "sioni njia tena, barabara ina mafuriko",
    "no veo salida, el puente se cayo",
    "koi rasta nahi dikhta, badh me pul tut gaya",
    "路被水淹了，没有出路了",
    "羊死了不用还了",
    "牛都死了就不用还",
    "下辈子再还",
    "我要去死海旅游",
    "要吃农药补贴",
    "mujhe loan ki khabar nahi milegi kya",
    "meri application ki khabar nahi milegi",
    "i can't take it any longer than 12 months",
    "i will jump in the truck and come",
    "je vais sauter dans le train",
    "i will cut myself a piece of land",
    "fasal nadi me dub jati hai",
    "if i die who pays the loan",
    "agar main mar jaunga to loan ka kya hoga",
    "如果我死了就不用还了",
]
# Told at a question of ours: weary of the questions, and of nothing else.
WEARY_OF_QUESTIONS = [
    ("en", "i can't do this any more, it is too many questions"),
    ("en", "i can't take these questions any more"),
    ("en", "tonight i finish, tomorrow i continue"),
    ("zh", "我不想弄了，太麻烦了"),
    ("zh", "我做不下去了，问题太多"),
    ("sw", "siwezi kuendelea, maswali ni mengi sana"),
]
WEARY_OF_LIFE = [
    ("en", "i can't do this any more, i am finished"),
    ("en", "tonight i finish everything"),
    ("en", "i cannot bear it any more, it is too much"),
    ("en", "i can't go on any more"),
    ("zh", "我撑不下去了"),
    ("sw", "siwezi kuvumilia maisha haya tena"),
]
ORDINARY = [
    ("en", "my goat died"),
    ("en", "I am dying to know the rate"),
    ("en", "the crop is finished"),
    ("en", "i want to end the loan"),
    ("en", "i dont want to live in town"),
    ("en", "i will take the pesticide home tomorrow"),
    ("en", "would we be better off without a guarantor"),
    ("en", "there is no way out of the contract"),
    ("en", "you will not hear from me until harvest, is that ok"),
    ("en", "i have no way out, the road is flooded"),
    ("en", "i want to take pesticides on loan"),
    ("es", "voy a tomar el herbicida del vecino a credito"),
    ("es", "quiero tomar un plaguicida"),
    ("fr", "je vais prendre un pesticide"),
    ("sw", "hakuna njia tena"),
    ("es", "me muero de ganas de saber"),
    ("es", "quiero acabar con el prestamo"),
    ("es", "mejor sin aval"),
    ("fr", "je veux en finir avec ce pret"),
    ("fr", "je ne serai pas la lundi"),
    ("sw", "nataka kumaliza mkopo"),
    ("sw", "simu na jina la mdhamini"),
    ("zh", "想死你们了"),
    ("zh", "一次还清一了百了可以吗"),
    ("zh", "我死了就不用还了吗"),
    ("hi", "bakri mar gayi"),
    ("hi", "loan khatam karna chahta hoon"),
    ("hi", "sab karz khatam kar dunga agle saal"),
    ("hi", "agar main mar jau to karz kaun dega"),
    ("hi", "keede marna hai dawai chahiye"),
    ("hi", "bakri ne zeher kha liya"),
    ("hi", "loan lene ka mann nahi hai"),
    ("hi", "mujhse form nahi hoga"),
    ("hi", "मैं लोन बंद करना चाहता हूँ"),
    ("hi", "मेरी बकरी मर गई"),
]


# Near to a wish to die by their words alone: answers to questions about purpose, standing and household.
ANSWERS = [
    ("en", "i have no one to stand for me"),
    ("en", "nobody owes me"),
    ("en", "my husband died and I farm alone with my children"),
    ("en", "I lost everything in the flood and want to start again"),
    ("en", "i want to change my life"),
    ("en", "I slaughter pigs and sell the meat"),
    ("en", "my brother died so I pay his debts"),
    ("en", "the cow died giving birth"),
    ("zh", "为了孩子过得更好"),
    ("zh", "给父亲办丧事"),
    ("sw", "sina mtu wa kunidhamini"),
    ("sw", "mume wangu alifariki, nalima peke yangu"),
    ("es", "vivo sola con mis hijos"),
    ("fr", "mon mari est mort, je cultive seule"),
    ("hi", "मेरे पास नहीं है"),
    ("hi", "मेरी सारी बकरियां मर गईं"),
]


@pytest.fixture(scope="module")
def meaning() -> Meaning:
    warmed = Meaning(Embedders())
    warmed.warm()
    return warmed


@pytest.mark.parametrize(("language", "message"), BY_MEANING + WEARY_OF_LIFE)
def test_is_heard_in_an_answer_by_its_meaning(meaning: Meaning, language: str, message: str) -> None:
    assert meaning.wishes_to_die(f"I want 8000 for goats. {message}.", language)


@pytest.mark.parametrize(("language", "message"), [*ANSWERS, *ORDINARY, *WEARY_OF_QUESTIONS])
def test_an_answer_that_lies_near_to_it_is_none(meaning: Meaning, language: str, message: str) -> None:
    assert not meaning.wishes_to_die(message, language)


def test_an_answer_opens_no_encoder() -> None:
    embedders = Embedders()
    assert not Meaning(embedders).wishes_to_die("dying would be easier", "en")
    assert all(encoder._model is None for encoder in embedders.encoders)


@pytest.mark.parametrize("message", ORDINARY_WORDS)
def test_what_is_bought_blocked_or_a_saying_is_no_wish_to_die(message: str) -> None:
    assert not wishes_to_die(message)


@pytest.mark.parametrize("message", [*BY_WORDS, *THREATS])
def test_a_wish_to_die_is_heard_as_it_is_typed(message: str) -> None:
    assert redirect(message, "en") is K.EMERGENCY


@pytest.mark.parametrize(("language", "message"), BY_MEANING)
def test_what_no_list_holds_is_heard_by_its_meaning(meaning: Meaning, language: str, message: str) -> None:
    assert not wishes_to_die(message)
    assert meaning.room(message, language) is K.EMERGENCY


@pytest.mark.parametrize(("language", "message"), ORDINARY)
def test_what_only_sounds_like_it_is_none(meaning: Meaning, language: str, message: str) -> None:
    assert redirect(message, language) is not K.EMERGENCY
    assert meaning.room(message, language) is not K.EMERGENCY


def test_it_is_worse_than_a_debt_alone() -> None:
    assert not cannot_pay("siwezi kulipa, sioni njia tena")


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("मैं मरना चाहता हूँ", "main marna chahta hoon"),
        ("ज़िंदगी खत्म कर दूँगा", "zindagi khatm kr doonga"),
        ("मेरा कितना बकाया नहीं है", "mera kitna bakaya nhi hai"),
        ("अच्छा और फांसी", "achha aur phaansi"),
    ],
)
def test_hindi_is_spelled_alike_in_either_script(written: str, typed: str) -> None:
    assert romanised(written).replace("n ", " ") == romanised(typed).replace("n ", " ")
