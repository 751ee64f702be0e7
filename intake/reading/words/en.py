"""English number words."""

from __future__ import annotations

from intake.reading.words import NumberWords, pairs, words

WORDS = NumberWords(
    units=pairs(
        "zero nil nought naught 0, one 1, two 2, three 3, four 4, five 5, six 6, seven 7, eight 8, nine 9, ten 10,"
        "eleven 11, twelve 12, thirteen 13, fourteen 14, fifteen 15, sixteen 16, seventeen 17, eighteen 18,"
        "nineteen 19"
    ),
    tens=pairs("twenty 20, thirty 30, forty fourty 40, fifty 50, sixty 60, seventy 70, eighty 80, ninety 90"),
    scales=pairs(
        "pair pairs 2, dozen dozens doz dozs dz dzs 12, hundred hundreds 100, thousand thousands thou k grand 1000,"
        "lakh lakhs lac lacs lkh lkhs 100000, million millions mn m mil mill 1000000,"
        "crore crores cr krore krores koti 10000000,"
        "billion billions bn b g 1000000000, trillion trillions tn t 1000000000000"
    ),
    ordinals=pairs(
        "third thirds 3, fourth fourths quarter quarters 4, fifth fifths 5, sixth sixths 6,"
        "seventh sevenths 7, eighth eighths 8, ninth ninths 9, tenth tenths 10, eleventh elevenths 11,"
        "twelfth twelfths 12, thirteenth thirteenths 13, fourteenth fourteenths 14, fifteenth fifteenths 15,"
        "sixteenth sixteenths 16, seventeenth seventeenths 17, eighteenth eighteenths 18,"
        "nineteenth nineteenths 19, twentieth twentieths 20, thirtieth thirtieths 30, fortieth fortieths 40,"
        "fiftieth fiftieths 50, sixtieth sixtieths 60, seventieth seventieths 70, eightieth eightieths 80,"
        "ninetieth ninetieths 90, hundredth hundredths 100, thousandth thousandths 1000,"
        "millionth millionths 1000000, billionth billionths 1000000000,"
        "trillionth trillionths 1000000000000, first firsts 1, second seconds 2"
    ),
    halves=words("half, halves"),
    joins=words("and, &, n"),
    points=words("point"),
    minus=words("minus, negative"),
    over=words("over, out of, in"),
    articles=words("a, an"),
    about=words(
        "about, around, approx, approximately, roughly, nearly, almost, some, say, maybe, perhaps, ca, circa,"
        "or so, more or less, plus or minus, only, just, up to, at most, like, exactly"
    ),
    vague=words(
        "few, several, couple, many, some, lots, least, than, more, less, over, under, below, above, beyond, minimum"
    ),
    ranges=words("to, or, till, until, through"),
    fillers=words(
        "i, we, me, my, want, need, would, like, to, borrow, loan, please, it, is, its, it's, the, of, that,"
        "will, be, can, am, i'm, im, a, an, just, ok, okay, yes, so, well, in, for, have, has, pay, put, total, all,"
        "about, money, cash, only, price, cost, costs, sum, amount, answer, think, guess, get, got, make, spend,"
        "pls, plz, sir, madam, boss,"
        "each, every, month, with, you, your, hi, hello, thanks, thank, lend, give, us, now, myself, own, from"
    ),
    share_of=words("of"),
    plurals=words(
        "pairs, dozens, hundreds, thousands, lakhs, lacs, lkhs, millions, crores, billions, trillions"
    ),
    merges={("plus", "or"): "plus or", ("plus or", "minus"): "plus or minus"},
    ordinal_tens=True,
    none=words("none, nothing, no, nil, not any, no money, i have none, i have nothing, not yet, never, 0"),
)
