"""Spanish number words."""

from __future__ import annotations

from intake.reading.words import NumberWords, pairs, words

WORDS = NumberWords(
    units=pairs(
        "cero 0, uno un una 1, dos 2, tres 3, cuatro 4, cinco 5, seis 6, siete 7, ocho 8, nueve 9, diez 10,"
        "once 11, doce 12, trece 13, catorce 14, quince 15, dieciseis 16, diecisiete 17, dieciocho 18,"
        "diecinueve 19, veintiuno veintiun veintiuna 21, veintidos 22, veintitres 23, veinticuatro 24,"
        "veinticinco 25, veintiseis 26, veintisiete 27, veintiocho 28, veintinueve 29"
    ),
    tens=pairs(
        "diez 10, veinte 20, treinta 30, cuarenta 40, cincuenta 50, sesenta 60, setenta 70, ochenta 80, noventa 90,"
        "cien ciento 100, doscientos doscientas 200, trescientos trescientas 300, cuatrocientos cuatrocientas 400,"
        "quinientos quinientas 500, seiscientos seiscientas 600, setecientos setecientas 700,"
        "ochocientos ochocientas 800, novecientos novecientas 900"
    ),
    scales=pairs(
        "docena docenas doz dozs dzs 12, centenar centenares cientos cientas 100, mil miles millar millares k 1000,"
        "lakh lakhs 100000,"
        "millon millones m mm 1000000, crore crores 10000000, millardo millardos g 1000000000,"
        "billon billones b 1000000000000, trillon trillones 1000000000000000000"
    ),
    ordinals=pairs(
        "tercio tercios tercera terceras 3, cuarto cuartos cuarta cuartas 4, quinto quintos quinta quintas 5,"
        "sexto sextos sexta sextas 6, septimo septimos septima septimas 7, octavo octavos octava octavas 8,"
        "noveno novenos novena novenas 9, decimo decimos decima decimas 10, onceavo onceavos 11,"
        "doceavo doceavos 12, quinceavo quinceavos 15, veinteavo veinteavos vigesimo vigesimos 20,"
        "treintavo treintavos 30, cuarentavo cuarentavos 40, cincuentavo cincuentavos 50,"
        "centesimo centesimos centesima centesimas 100, milesimo milesimos milesima milesimas 1000,"
        "millonesimo millonesimos millonesima millonesimas 1000000,"
        "billonesimo billonesimos billonesima billonesimas 1000000000000"
    ),
    halves=words("medio, media, medios, medias, mitad"),
    joins=words("y, e, con"),
    points=words("coma, punto"),
    minus=words("menos, negativo"),
    over=words("sobre, entre"),
    about=words(
        "unos, unas, casi, aproximadamente, aprox, como, alrededor de, cerca de, mas o menos, solo, solamente, hasta,"
        "tal vez, quiza, quizas, cosa de, exactamente, justo"
    ),
    vague=words("pocos, varios, muchos, mas de, menos de, par, al menos, por lo menos, como minimo, minimo"),
    merges={
        ("al", "menos"): "al menos",
        ("lo", "menos"): "al menos",
        ("mas", "o"): "mas o",
        ("mas o", "menos"): "mas o menos",
    },
    share_of=words("de"),
    plurals=words(
        "miles, millares, millones, docenas, centenares, cientos, lakhs, crores, millardos, billones,"
        "trillones"
    ),
    ranges=words("a, o, hasta"),
    fillers=words(
        "yo, quiero, necesito, quisiera, me, prestado, prestamo, pedir, por favor, es, son, el, la, los, las,"
        "de, del, en, por, para, total, dinero, plata, cuesta, dame, tengo, hay, mi, mis, pagar, si, que, al, mes, cada"
    ),
    bare_scales=True,
    none=words("nada, ninguno, ninguna, no tengo, no, sin dinero, cero, nunca"),
)
