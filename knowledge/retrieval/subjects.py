"""What loans are asked for, in the bot's languages: "cabras" is looked for as "goat" among English loans."""

# ruff: noqa: E501 - a thing's names are read as one row

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from knowledge.language import content_terms, normalize

_LANGUAGES = ("en", "zh", "sw", "hi", "es", "fr")
_FILLING_ZH = frozenset(" 贷款的用买养做种")
# A thing a line; its names in each language, the one to look for first.
_THINGS = """
goat | 羊, 山羊 | mbuzi | बकरी, बकरियां, बकरियाँ, बकरियों, बकरा, bakri | cabra, cabras, chivo, chivos, cabrito | chèvre, chèvres
sheep | 羊, 绵羊 | kondoo | भेड़, भेड़ें | oveja, ovejas, borrego, borregos | mouton, moutons, brebis
cow, cattle, bull, ox | 牛, 奶牛, 母牛 | ng'ombe | गाय, गायें, भैंस, बैल, gaay, bhains | vaca, vacas, toro, toros, res, reses | vache, vaches, boeuf, bœuf, boeufs
pig | 猪 | nguruwe | सूअर, सुअर | cerdo, cerdos, puerco, puercos, chancho, chanchos, marrano | cochon, cochons, porc, porcs
chicken, hen, poultry | 鸡 | kuku | मुर्गी, मुर्गियां, मुर्गियाँ, मुर्गा, murgi | gallina, gallinas, pollo, pollos, aves | poule, poules, poulet, poulets, volaille
duck | 鸭 | bata | बत्तख | pato, patos | canard, canards
livestock, animal | 养殖, 牲畜, 牲口 | mifugo, wanyama | पशुधन, पशु, पशुओं, मवेशी, जानवर | ganado, animal, animales, ganadería | bétail, animal, animaux, élevage
fish, fish pond | 鱼, 鱼塘 | samaki | मछली, मछलियां, तालाब, machhli | pez, peces, pescado, piscicultura, estanque | poisson, poissons, pisciculture, étang
bee | 蜜蜂, 蜂 | nyuki | मधुमक्खी | abeja, abejas | abeille, abeilles
seed | 种子 | mbegu | बीज, बीजों, beej | semilla, semillas | semence, semences, graine, graines
fertilizer, fertiliser | 化肥, 肥料 | mbolea | खाद, उर्वरक, khad | fertilizante, fertilizantes, abono | engrais
pesticide | 农药 | dawa ya shamba | कीटनाशक | pesticida, pesticidas | pesticide, pesticides
season | 季节 | msimu | मौसम | temporada | saison
trade, market trade | 购销 | biashara | व्यापार, vyapar | comercio | commerce
market, stall | 市场, 摆摊 | soko | बाजार, बाज़ार, ठेला | mercado, puesto | marché, étal
shop | 小店, 商店 | duka | दुकान, dukan, dukaan | tienda | boutique, magasin
house, home | 住房, 房子, 盖房 | nyumba | घर, मकान, ghar, makan | casa, vivienda | maison, logement
roof | 屋顶 | paa | छत | techo | toit, toiture
water, water tank | 水, 水窖 | maji, tangi la maji | पानी, पानी की टंकी, टंकी | agua, tanque de agua, tinaco | eau, citerne, réservoir
biogas | 沼气 | biogesi | बायोगैस, गोबर गैस | biogás | biogaz
enterprise, business | 经营, 企业 | biashara | उद्यम, कारोबार, धंधा, व्यवसाय | empresa, negocio | entreprise, affaire
workshop | 作坊 | karakana | कार्यशाला | taller | atelier
mill | 磨坊 | kinu | चक्की | molino | moulin
tractor | 拖拉机 | trekta | ट्रैक्टर | tractor | tracteur
transport | 运输 | usafiri | परिवहन | transporte | transport
maize, corn | 玉米 | mahindi | मक्का, मकई | maíz, milpa | maïs
rice | 水稻, 稻子 | mpunga, mchele | धान, चावल | arroz | riz
wheat | 小麦, 麦子 | ngano | गेहूं, गेहूँ | trigo | blé
"""


def named_in(about: str, asked: str, language: str) -> str:
    """What a question in the language `asked` is about, as another language names it; empty where not all is known."""
    if not {asked, language} <= set(_LANGUAGES):
        return ""
    if asked == "zh":
        return _joined(_of_chinese(about), language)
    wanted = set(content_terms(about, asked)) - _loan(asked)
    found, met = [], set[str]()
    for row in _things():
        names = [terms for name in row[asked] if (terms := set(content_terms(name, asked))) <= wanted]
        told = {term for terms in names for term in terms}
        if told - met:  # of a word that two rows know ("biashara") the first row's thing is meant
            found.append(row)
            met |= told
    return _joined(found, language) if wanted and met == wanted else ""


def _of_chinese(about: str) -> list[dict[str, tuple[str, ...]]]:
    """The things named in a text whose words are not parted; none where anything else is said."""
    said, found = normalize(about), []
    for row in _things():
        names = [name for name in sorted(row["zh"], key=len, reverse=True) if name in said]
        if names:
            found.append(row)
        for name in names:
            said = said.replace(name, "")
    return found if not set(said) - _FILLING_ZH else []


def _joined(rows: Sequence[dict[str, tuple[str, ...]]], language: str) -> str:
    return " ".join(row[language][0] for row in rows)


@cache
def _things() -> tuple[dict[str, tuple[str, ...]], ...]:
    rows = [
        [tuple(name.strip() for name in cell.split(",")) for cell in line.split("|")]
        for line in _THINGS.strip().splitlines()
    ]
    return tuple(dict(zip(_LANGUAGES, row, strict=True)) for row in rows)


@cache
def _loan(language: str) -> frozenset[str]:
    """Words that say nothing of what a loan is for."""
    said = {
        "en": "loan loans credit buy keep rear breed",
        "sw": "mkopo mikopo kununua kufuga",
        "hi": "लोन ऋण कर्ज खरीदने खरीदना पालने पालन loan",
        "es": "préstamo préstamos crédito comprar criar",
        "fr": "prêt prêts crédit acheter élever",
    }
    return frozenset(content_terms(said.get(language, ""), language))
