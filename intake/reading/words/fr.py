"""French number words, with the Belgian, Swiss and Congolese septante and nonante."""

from __future__ import annotations

from intake.reading.words import NumberWords, pairs, words

WORDS = NumberWords(
    units=pairs(
        "zero 0, un une 1, deux 2, trois 3, quatre 4, cinq 5, six 6, sept 7, huit 8, neuf 9, dix 10, onze 11,"
        "douze 12, treize 13, quatorze 14, quinze 15, seize 16, dixsept 17, dixhuit 18, dixneuf 19"
    ),
    tens=pairs(
        "vingt vingts 20, trente 30, quarante 40, cinquante 50, soixante 60, septante 70, quatrevingt 80,"
        "huitante octante 80, nonante 90"
    ),
    scales=pairs(
        "dizaine dizaines 10, douzaine douzaines 12, quinzaine 15, vingtaine vingtaines 20, trentaine 30,"
        "cinquantaine 50, centaine centaines cent cents 100, mille mil milles millier milliers k 1000,"
        "lakh lakhs 100000, million millions m 1000000, crore crores 10000000,"
        "milliard milliards g 1000000000, billion billions 1000000000000"
    ),
    ordinals=pairs(
        "tiers 3, quart quarts quatrieme quatriemes 4, cinquieme cinquiemes 5, sixieme sixiemes 6,"
        "septieme septiemes 7, huitieme huitiemes 8, neuvieme neuviemes 9, dixieme dixiemes 10,"
        "onzieme onziemes 11, douzieme douziemes 12, quinzieme quinziemes 15, vingtieme vingtiemes 20,"
        "trentieme trentiemes 30, centieme centiemes 100, millieme milliemes 1000,"
        "millionieme millioniemes 1000000, milliardieme milliardiemes 1000000000,"
        "billionieme billioniemes 1000000000000"
    ),
    halves=words("demi, demie, demis, demies, moitie"),
    joins=words("et"),
    points=words("virgule, point"),
    minus=words("moins, negatif"),
    over=words("sur"),
    about=words(
        "environ, presque, a peu pres, autour de, quelque, approximativement, peut-etre, seulement, jusqu'a,"
        "plus ou moins, ou moins, ni plus ni moins, pres de, exactement, juste, quasi, quasiment"
    ),
    vague=words("quelques, plusieurs, plus de, plus que, moins de, moins que, au moins, du moins, minimum"),
    ranges=words("a, ou, jusqu'a"),
    fillers=words(
        "je, veux, voudrais, j'ai, j, ai, besoin, d, de, des, du, le, la, les, l, il, me, faut, s'il vous plait, svp,"
        "c, c'est, est, pour, emprunter, pret, total, argent, en, par, mois, que, qu, m, moi, mon, mes, au, chaque"
    ),
    share_of=words("de"),
    plurals=words(
        "milliers, centaines, millions, douzaines, dizaines, vingtaines, milliards, billions, crores, lakhs"
    ),
    bare_scales=True,
    merges={
        ("au", "moins"): "au moins",
        ("du", "moins"): "du moins",
        ("ou", "moins"): "ou moins",
        ("ni", "plus"): "ni plus",
        ("ni plus", "ni"): "ni plus ni",
        ("ni plus ni", "moins"): "ni plus ni moins",
        ("quatre", "vingt"): "quatrevingt",
        ("quatre", "vingts"): "quatrevingt",
        ("dix", "sept"): "dixsept",
        ("dix", "huit"): "dixhuit",
        ("dix", "neuf"): "dixneuf",
    },
    wide_tens=frozenset({60, 80}),
    none=words("rien, aucun, aucune, non, pas, je n ai rien, zero, jamais"),
)
