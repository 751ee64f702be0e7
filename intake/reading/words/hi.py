"""Hindi number words, in Devanagari and as people type them in Latin letters."""
# ruff: noqa: E501 - tables of words read better on their own lines

from __future__ import annotations

from fractions import Fraction

from intake.reading.cleaning import clean
from intake.reading.words import NumberWords, pairs, words

# Every number to 99 has its own word, and every word more than one spelling.
SMALL = """
शून्य सिफर जीरो ज़ीरो shunya zero 0, एक ek 1, दो do 2, तीन teen 3, चार char chaar 4, पांच पाँच paanch panch 5,
छह छः छ छे छै chhe che chhah 6, सात saat 7, आठ aath 8, नौ nau 9, दस das dus 10, ग्यारह gyarah 11, बारह barah 12,
तेरह terah 13, चौदह chaudah 14, पंद्रह पन्द्रह pandrah 15, सोलह solah 16, सत्रह सतरह satrah 17, अठारह अट्ठारह athrah atharah 18,
उन्नीस unnis 19, बीस bees 20, इक्कीस इकीस ikkis 21, बाईस बाइस bais 22, तेईस तेइस teis 23, चौबीस chaubis 24,
पच्चीस पचीस pachees pachchis 25, छब्बीस chhabbis 26, सत्ताईस सत्ताइस 27, अट्ठाईस अठ्ठाईस अठाईस अट्ठाइस 28, उनतीस उन्तीस 29,
तीस tees 30, इकतीस इकत्तीस इकतिस 31, बत्तीस 32, तैंतीस तेंतीस तैतीस 33, चौंतीस चौतीस 34, पैंतीस पैतीस 35, छत्तीस 36,
सैंतीस सैतीस 37, अड़तीस 38, उनतालीस उन्तालीस उनचालीस 39, चालीस chalis chaalis 40, इकतालीस इकतालिस 41, बयालीस बियालीस 42,
तैंतालीस तेतालीस तैतालीस तिरतालीस 43, चौवालीस चवालीस चौंवालीस 44, पैंतालीस पैतालीस 45, छियालीस छयालीस 46, सैंतालीस सैतालीस 47,
अड़तालीस 48, उनचास उन्चास 49, पचास pachas pachaas 50, इक्यावन इक्यावान 51, बावन 52, तिरपन तिरेपन 53, चौवन चौअन 54, पचपन 55,
छप्पन 56, सत्तावन 57, अट्ठावन अठावन अठ्ठावन 58, उनसठ 59, साठ saath 60, इकसठ एकसठ 61, बासठ 62, तिरसठ तिरेसठ 63, चौंसठ चौसठ 64,
पैंसठ पैसठ 65, छियासठ छयासठ 66, सड़सठ सरसठ 67, अड़सठ अरसठ 68, उनहत्तर उन्हत्तर 69, सत्तर sattar 70, इकहत्तर इकहतर 71, बहत्तर 72,
तिहत्तर 73, चौहत्तर 74, पचहत्तर पिचहत्तर 75, छिहत्तर 76, सतहत्तर 77, अठहत्तर 78, उन्यासी उनासी उन्नासी 79, अस्सी assi 80,
इक्यासी 81, बयासी 82, तिरासी 83, चौरासी 84, पचासी 85, छियासी 86, सत्तासी सतासी 87, अट्ठासी अठासी अठ्ठासी 88, नवासी 89,
नब्बे nabbe 90, इक्यानबे इक्यानवे 91, बानबे बानवे 92, तिरानबे तिरानवे 93, चौरानबे चौरानवे 94, पंचानबे पंचानवे पचानवे पिचानवे 95,
छियानबे छियानवे 96, सत्तानबे सत्तानवे 97, अट्ठानबे अट्ठानवे अठानवे 98, निन्यानबे निन्यानवे 99
"""
SCALES = """
दर्जन दर्ज़न डज़न darjan 12, सौ सैकड़ा सैंकड़ा sau so 100, हजार हज़ार हजारों hazar hazaar hajar k 1000,
लाख लाखों lakh lac lakhs 100000, मिलियन million 1000000, करोड़ करोड़ों crore karod cr 10000000,
अरब बिलियन arab billion 1000000000, खरब kharab 100000000000, ट्रिलियन trillion 1000000000000, नील 10000000000000,
पद्म 1000000000000000, m 1000000, g 1000000000
"""
# With every gender and vowel people write: पाँचवा, पाँचवां, पांचवीं, पाँचवें.
STEMS = {
    "पाँच": 5, "पांच": 5, "सात": 7, "आठ": 8, "नौ": 9, "दस": 10, "ग्यारह": 11, "बारह": 12, "तेरह": 13, "चौदह": 14,
    "पंद्रह": 15, "सोलह": 16, "सत्रह": 17, "अठारह": 18, "उन्नीस": 19, "बीस": 20, "इक्कीस": 21, "पच्चीस": 25, "तीस": 30, "पैंतीस": 35,
    "चालीस": 40, "पचास": 50, "साठ": 60, "सत्तर": 70, "अस्सी": 80, "नब्बे": 90, "सौ": 100, "हजार": 1000, "लाख": 100000,
    "करोड़": 10000000, "अरब": 1000000000, "खरब": 100000000000,
}  # fmt: skip
ENDINGS = ("वां", "वाँ", "वा", "वीं", "वी", "वें", "वे")


def _cleaned(table: dict[str, int]) -> dict[str, int]:
    return {clean(word): value for word, value in table.items()}


_UNITS = _cleaned(pairs(SMALL))
_ORDINALS = {stem + ending: value for stem, value in STEMS.items() for ending in ENDINGS}
_ORDINALS |= {word + ending: value for word, value in _UNITS.items() if value > 4 for ending in ENDINGS}
_ORDINALS |= pairs(
    "तिहाई tihai 3, चौथाई chauthai पाव 4, छठा छठवां छठे छठी छठवाँ 6, तीसरा तीसरे तीसरी 3, चौथा चौथे चौथी 4"
)

WORDS = NumberWords(
    units=_UNITS,
    tens={},
    scales=_cleaned(pairs(SCALES)),
    ordinals=_cleaned(_ORDINALS),
    halves=frozenset(map(clean, words("आधा, आधी, आधे, aadha, adha"))),
    joins=words("और, व, एवं, aur"),
    points=frozenset(map(clean, words("दशमलव, पॉइंट, प्वाइंट, पॉइन्ट"))),
    minus=frozenset(map(clean, words("माइनस, ऋण, ऋणात्मक"))),
    over=words("बटा, बटे, बटें"),
    before={
        clean(name): Fraction(value)
        for names, value in (
            ("सवा sava sawa", "1/4"),
            ("साढ़े साढे sadhe saadhe", "1/2"),
            ("पौने paune", "-1/4"),
        )
        for name in names.split()
    },
    fractions={
        clean(name): Fraction(value)
        for names, value in (
            ("डेढ़ डेढ dedh derh", "3/2"),
            ("ढाई अढ़ाई dhai", "5/2"),
            ("पौन पौना", "3/4"),
        )
        for name in names.split()
    },
    of=words("का, की, के"),
    about=frozenset(map(clean, words("लगभग, करीब, तकरीबन, शायद, सिर्फ, केवल, lagbhag, karib, kareeb, बस, तक"))),
    vague=frozenset(map(clean, words("कुछ, कई, कम, ज़्यादा, अधिक"))),
    ranges=words("से, या"),
    fillers=frozenset(
        map(
            clean,
            words(
                "मुझे, चाहिए, मैं, मेरे, मेरा, मेरी, पास, है, हैं, का, की, के, को, में, उधार, लोन, कर्ज, कर्ज़, ऋण, कृपया, कुल, पैसे, रकम,"
                "mujhe, chahiye, hai, ka, ki, ke, mere, paas, जी, हां, लेना, लेने, दीजिए, दो, महीने, हर"
            ),
        )
    ),
    plurals=frozenset(map(clean, words("हजारों, लाखों, करोड़ों"))),
    bare_scales=True,
    none=words("कुछ नहीं, नहीं, कोई नहीं, शून्य, kuch nahi, nahi"),
)
