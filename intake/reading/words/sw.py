"""Swahili number words; the scale stands first ("elfu tano"), and numbers agree with what is counted."""

from __future__ import annotations

from intake.reading.words import NumberWords, pairs, words

WORDS = NumberWords(
    units=pairs(
        "sifuri hakuna 0, moja mmoja kimoja 1, mbili wawili miwili viwili mawili 2,"
        "tatu watatu mitatu vitatu matatu 3, nne wanne minne vinne manne 4, tano watano mitano vitano matano 5,"
        "sita 6, saba 7, nane wanane minane vinane manane 8, tisa 9, kumi 10"
    ),
    tens=pairs(
        "kumi 10, ishirini 20, thelathini 30, arobaini 40, hamsini 50, sitini 60, sabini 70, themanini 80,"
        "tisini 90"
    ),
    scales=pairs(
        "dazeni 12, mia 100, elfu elf alfu maelfu buku k 1000, laki malaki lakh 100000, milioni m 1000000,"
        "bilioni 1000000000, trilioni 1000000000000"
    ),
    ordinals=pairs("theluthi 3, robo 4, thumni 8"),
    halves=words("nusu"),
    joins=words("na"),
    points=words("nukta, pointi"),
    minus=words("kasoro, hasi"),
    over=words("juu ya, kwa"),
    about=words("kama, karibu, takriban, hivi, yapata, takribani, labda, tu, hadi, pengine"),
    vague=words("chache, kadhaa, zaidi ya, chini ya, angalau, kuanzia, wastani wa"),
    ranges=words("hadi, au, mpaka"),
    fillers=words(
        "nataka, nahitaji, naomba, kukopa, mkopo, wa, ya, za, la, cha, ni, tafadhali, pesa, fedha, hela, kiasi,"
        "nikope, jumla, kwa, nina, zangu, yangu, mwenyewe, kila, mwezi, nikopesheni, nikopeshe, ndiyo, sawa, hizo, hiyo"
    ),
    plurals=words("maelfu, malaki"),
    scale_first=True,
    none=words("hakuna, sina, hapana, sina kitu, bila, sifuri, hamna, bado"),
)
