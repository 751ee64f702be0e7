"""The words around a sum of money that tell whose it is, by what they tell and by language.

Written as people type them, folded (no accents, small letters). Of words that overlap the longest counts: "have a loan"
is no "have". English and Swahili words stand between word ends; Chinese has none.
"""

# ruff: noqa: E501 - tables of words read better on their own lines

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum


class Cue(StrEnum):
    """What words tell of the sum behind them."""

    WANT = "want"
    BORROW = "borrow"  # weak: "borrow 8000" asks, "last year borrow 8000" does not
    LOAN = "loan"  # weak: he wants one or has one
    HAVE = "have"
    OWN = "own"
    OWE = "owe"
    TOOK = "took"  # a loan, some time ago
    LENT = "lent"  # to him
    GIVES = "gives"  # somebody to him, or will lend it
    ASKS_GIFT = "asks gift"  # "lend me", "give me", where nobody else is said to do so
    CLAIM = "claim"
    REPAID = "repaid"
    AGO = "ago"
    PAY = "pay"
    KNOW = "know"


_WHO = r"(?:from|at|with) (?:the |my |a |our )?[a-z]+(?: (?:bank|group|shop|society|coop|cooperative))?"
_A = r"(?:an? |one |another |some |this |old |other |small |big |bank |sacco |group |already |still |also |only |just |got |had |taken |outstanding |unpaid |current |existing )*"
_I = r"(?:i|we)(?: (?:already|still|also|only|just|now|do|currently))*"
_SW_OTHER = r"(?:a|wa|i|zi|ki|vi|u)"
_SW_MINE = r"(?:nina|ninao|ninalo|niko na|nko na|nipo na|tuna|tunao|nilikuwa na|bado nina)"
_HAN_NUMBERED = r"(?=\s*[\d一二两三四五六七八九十])"
_HAN_WE = r"(?:我|咱|俺)们?(?:家)?"

WORDS: Mapping[Cue, dict[str, str]] = {
    Cue.WANT: {
        "en": (
            r"wants?|wanting|wanna(?: get)?|need(?:ed|ing|s)?|would like|i'd like|like to have|looking for|look for|wish(?:es|ing)? to|hope to|plan(?:ning)? to|"
            r"ask(?:ing)? (?:you )?(?:for|to)|asking|i ask|request(?:ing)?|begging|i beg|apply(?:ing)? for|want to apply for|loan application|"
            r"(?:can|could|may|if) (?:i|we)(?: please| also| still| can| could| may)? (?:have|get|take|borrow|be given|be lent)|(?:i|we) (?:can|could|may) (?:get|borrow)|"
            r"(?:i|we) (?:will|want to|need to|would like to|can|wish to|plan to|am going to|are going to) (?:borrow|apply)|"
            r"loan (?:should|must|will) be|loan i (?:want|need)|(?:the )?loan is|(?:please|pls|plz|kindly)(?: can| could| may| you| i| we| the| bank)* (?:lend|lent|loan|give|borrow|help)(?: me| us)?(?: with)?"
        ),
        "sw": (
            r"(?:na|nina|ni|tuna|ninge|tunge|ninge?penda ku|nge)(?:taka|hitaji|omba|tafuta)|(?:na|nina|tuna)(?:taka|hitaji|omba|tafuta)(?: ku(?:kopa|pata|chukua|omba))?(?: mkopo(?: wa)?)?|naombeni|"
            r"ningependa(?: ku(?:kopa|pata|omba))?|(?:nina)?kopeshwe|nikopeshwe|(?:m|u)?nikopeshe(?:ni)?|tukopeshe(?:ni)?|(?:m|u)nipe(?:ni)?|nipeni|nipatie(?:ni)?|nikope|(?:ni|nina|na|tuna)weza kukopa|(?:ni|tu)takopa|mkopo uwe|hitaji langu ni|ombi langu ni"
        ),
        "zh": (
            r"想(?:要|再|还|多|先|跟你们|向你们|在你们这?里?)?(?:申请)?(?:借|贷)?|需要?(?:借|贷)?|打算|希望|准备借|准备贷|要(?:借|贷)|[再就还]要|要"
            + _HAN_NUMBERED
            + r"|申请(?:贷款?|借)?|"
            r"能不能(?:借|贷|给)|可不可以(?:借|贷|给)|可以(?:借|贷)给?我|能(?:借|贷)(?:给)?我|再借|再贷|还差|差"
            + _HAN_NUMBERED
            + r"|缺|求(?:借|贷)|麻烦(?:借|贷)|请(?:你们?|您|银行|信用社)*(?:借|贷)(?:给)?我?|"
            r"我要|能(?:借|贷)|可以(?:借|贷)"
        ),
        "hi": r"चाहिए|चाहता|चाहती|ज़रूरत|जरूरत",
        "es": r"(?:quiero|queremos|necesito|necesitamos|quisiera|busco|solicito|pido)(?: pedir| un)?(?: prestado| prestamo(?: de)?)?|prestame|presteme|me presten?",
        "fr": r"(?:veux|voudrais|voulons|souhaite|cherche|demande|besoin d[e']|besoin)(?: emprunter| un)?(?: pret(?: de)?)?|pretez[- ]moi",
    },
    Cue.BORROW: {
        "en": r"borrow|to borrow",
        "sw": r"ku?kopa|nakopa|ninakopa",
        "zh": r"借|贷",
        "es": r"pedir|prestado",
        "fr": r"emprunter",
    },
    Cue.LOAN: {
        "en": r"loan(?: of)?|credit of|loan for",
        "sw": r"mkopo(?: wa)?|mkopo ni|loan ya|mikopo(?: ya)?",
        "zh": r"贷款|借款",
        "hi": r"कर्ज|कर्ज़|ऋण|लोन|उधार",
        "es": r"prestamo(?: de)?|credito(?: de)?",
        "fr": r"pret(?: de)?|credit(?: de)?|emprunt(?: de)?",
    },
    Cue.HAVE: {
        "en": rf"{_I} (?:have|got|own|have got)|i've(?: got)?|(?<=and )have|(?<=but )have|(?<!\bmy )own(?= \d)",
        "sw": rf"{_SW_MINE}|ninazo|tunazo",
        "zh": r"(?<!没)有|手[里头上]有?",
        "hi": r"मेरे पास|हमारे पास",
        "es": r"(?:tengo|tenemos)(?: ya)?",
        "fr": r"j'ai|nous avons",
    },
    Cue.OWN: {
        "en": (
            r"(?:of )?my own(?: money)?|our own(?: money)?|(?:i|we) (?:have )?saved?|(?:my |our |have |in )?savings?(?: of| is| are)?|(?:(?:can|will|would|could|'ll|want to|plan to|am going to) )?(?:put in|put|add|contribute|bring|pay myself)|my money(?: is)?"
        ),
        "sw": (
            r"(?:nime|ni|tume|nili)(?:jiwekea|weka)(?: akiba)?(?: ya)?|nina akiba(?: ya)?|akiba(?: yangu)?(?: ya| ni)?|(?:nita|na|nina|tuta|naweza ku|ninaweza ku)(?:weka|toa|changia|kutoa|kuweka|kuchangia)|pesa zangu(?: mwenyewe)?(?: ni)?|zangu ni|mimi nina|zangu mwenyewe"
        ),
        "zh": r"自己(?:手[里头上])?(?:能|可以|再|要|先)?[有出拿]?(?:着)?|自有(?:资金)?|我(?:能|可以|会|再|要|先)?[出拿](?!去)|存(?:了|款|着)|积蓄|攒了",
        "hi": r"अपने|बचत",
        "es": r"propi[oa]s?|mi[oa]s?|pongo|aporto|ahorr(?:os|ado|e)(?: de)?",
        "fr": r"economies|epargne|apport",
    },
    Cue.OWE: {
        "en": (
            rf"owed?|owing|(?:{_I} (?:have|got) |i've )?{_A}debts?(?: of| is| was| to)?(?: (?:the|my) [a-z]+)?|in debt(?: of| for| with)?|my {_A}(?:loan|debts?|balance)(?: (?:left|now|still|at the [a-z]+))?(?: is| are| of)?|"
            rf"(?:{_I}|i've) (?:(?:still|already|also|only|just) )*(?:have|got|have got|am having|have taken|am still paying|am paying|pay) (?:back )?{_A}(?:the )?(?:(?!for|to|and)[a-z]+ )?loans?(?: (?:of|is|from|with|at)(?: (?:the|a|my) [a-z]+)?)*|i've {_A}loan(?: of)?|"
            rf"{_I} (?:have|must|got|has|have got|am supposed|need|want) to (?:still )?(?:pay back|repay|give back|return)(?: (?:the|my|our) [a-z]+)?|(?:still|yet) (?:have )?to pay(?: back)?|"
            rf"left to pay|(?:remaining|outstanding|unpaid) (?:loan|debt|balance)?(?: of| is)?|(?:took|bought|got|get|buy|buying|taken)(?: [a-z]+){{1,3}} on credit(?: for| of| worth)?"
        ),
        "sw": (
            r"(?:nina|na|tuna|bado na|bado nina)daiwa|\w*na(?:ni|tu)dai|"
            rf"{_SW_MINE} (?:ma)?deni(?: la| ya)?|(?:ma)?deni(?: langu| letu| yangu)?(?: la| ya| ni)?|{_SW_MINE} (?:\w+ )?mi?kopo(?: wa| ya)?(?: \w+ wa)?|"
            r"(?:bado )?(?:na|nina|tuna)(?:lipa|rudisha) (?:deni|mkopo)(?: la| wa)?|(?:bado )?(?:natakiwa|ninatakiwa|napaswa|ninapaswa|lazima) (?:ni|ku)?(?:lipe|rudishe|lipa|rudisha)|mkopo wangu(?: wa \w+)?(?: ni)?"
        ),
        "zh": r"欠(?:着|了|下)?|赊(?:了|着|的|欠)?|有(?:一?笔|个|点)?(?:银行|信用社|旧)?(?:的)?(?:贷款|借款|债|欠款|外债)|(?:我|家里)(?:的)?(?:贷款|债|欠款)(?:还?有|是|一共)?|(?:还|要|得|还要|还得)还(?!想|要借|需|差|有)(?:给)?|债",
        "hi": r"बकाया|देना है",
        "es": r"debo|debemos|deud[ao]s?(?: de)?|(?:tengo|tenemos|tengo ya)(?: un| otro)? (?:prestamo|credito|deuda)(?: de)?",
        "fr": r"dois|devons|dettes?(?: de)?|(?:j'ai|nous avons)(?: deja)?(?: un| une)? (?:pret|credit|dette|emprunt)(?: de)?",
    },
    Cue.TOOK: {
        "en": (
            r"(?:i|we|i've|i have|we have)(?: (?:have|had|already|also|just))* (?:borrow(?:ed)?|took|taken|got) (?:an? |one |some |already )*(?:[a-z]+ )?(?:loan|credit)(?: (?:of|from|at)(?: the| my| a)?(?: [a-z]+)?)*|(?:have |had |has |already )*borrowed|got (?:an? )?loan(?: of)?|i borrow(?= [^.]{0,20}from\b)"
        ),
        "sw": r"(?:ni|tu)(?:me|li|mesha|lisha)(?:kopa|azima|chukua mkopo|pata mkopo|chukua|kopeshwa)(?: mkopo)?(?: wa| kwa)?|(?:nime|nili|tume|tuli)chukua \w+ kwa mkopo",
        "zh": r"[借贷](?:了|着|下)(?![我给])|[借贷]过(?![我给])|[跟向问找和从][\u3400-\u9fff]{1,6}?借(?:了|过|的)(?!给)|贷款了|办了贷款|[借贷]的"
        + _HAN_NUMBERED,
        "es": r"pedi(?: prestado)?|he pedido",
        "fr": r"ai emprunte|avons emprunte",
    },
    Cue.LENT: {
        "sw": rf"{_SW_OTHER}(?:li|me|mesha|lisha)(?:ni|tu)(?:kopesha|azima)",
        "es": r"(?:me|nos) prest(?:o|aron|ado)",
        "fr": r"(?:m'a|m'ont|nous (?:a|ont)) prete",
    },
    Cue.GIVES: {
        "sw": (
            rf"{_SW_OTHER}(?:ta|na|me|li|lisha|mesha)(?:ni|tu)(?:pa|saidia|tumia|changia|ongezea|patia|letea|lipia)|{_SW_OTHER}(?:ta|na)(?:ni|tu)kopesha|"
            r"(?:ni|tu)ta(?:pata|pokea|pewa)|nimepewa|nilipewa|nimepokea|(?:a|wa)(?:ta|me|na)(?:toa|changia|ongeza|weka)"
        ),
        "en": r"(?:i|we) (?:will|can|would|'ll|got|get|also get|received|was given) (?:get|receive|be given)?(?= ?[^.]{0,12}from)|i was given",
        "zh": r"(?:资助|支持|支援|寄给|帮|贴补|赞助)(?:了)?" + _HAN_WE,
    },
    Cue.ASKS_GIFT: {
        "en": r"(?:lends?|lent|loan(?:s|ed)?|gives?|gave|given|sends?|sent|helps?|helped|pays?|adds?|brings?|support(?:s|ed)?|help out) (?:me|us)(?: out)?(?: with| by)?",
        "zh": r"(?:借|贷|给|借给|贷给|借给了|贷给了|借了|贷了|给了)" + _HAN_WE + r"了?(?!的)",
    },
    Cue.CLAIM: {
        "en": (
            r"(?:owes?|owed|owing) (?:it )?(?:to )?(?:me|us)|(?:i|we) (?:have )?(?:lent|loaned|lend)|(?:borrowed|took) (?:it )?from (?:me|us)|"
            r"(?:not|never|yet to|n't|nt)(?: yet)? (?:pay|paid|repaid|give|given)(?: back)? (?:me|us)(?: my| our| the)?|(?:will|must|should|to|going to) pay (?:me|us)(?: back)?"
        ),
        "sw": (
            r"(?:ni(?:na)?|na|tu(?:na)?|nili|tuli|nime|tume) ?(?:m|wa)(?:dai|kopesha|azima)|(?:wana|ana)(?:po)? (?:deni|mkopo) (?:langu|yangu|letu|kwangu|kwetu)(?: la)?|(?:haja|hawaja)(?:ni|tu)lipa|(?:ata|wata)(?:ni|tu)lipa"
        ),
        "zh": r"(?:我|咱|俺)(?:们)?借(?:给|出)(?:去|了)?|借出去?了?",
        "es": r"(?:me|nos) deben?",
        "fr": r"(?:me|nous) (?:doit|doivent)",
    },
    Cue.REPAID: {
        "en": r"(?:already |have |i |we |and |all |but )*(?:paid|repaid|cleared|finished|settled|returned)(?: (?:it|them|off|back|all|everything|paying|the loan|that|already|my loan|a loan|loan of))+|already (?:paid|repaid|cleared|finished|settled)(?: (?:the|my|a))?(?: (?:loan|debt))?(?: of)?|i repaid|we repaid|(?:i|we) (?:have )?(?:paid|cleared|settled)(?: back)?(?: (?:the|that|my))?(?= \d)|(?<!not )(?<!never )(?<!n't )(?<!get )(?<!be )(?<!been )(?<!am )(?<!was )paid(?: back)?(?= \d)|all (?:is |was )?(?:paid|cleared|settled)",
        "sw": r"(?:nime|nili|tume|tuli)(?:sha)?(?:lipa|rudisha|maliza)(?: kulipa)?(?: mkopo| deni)?(?: wa| la| yote| wote| lote)?|(?:nika|tuka)(?:lipa|rudisha|maliza)(?: yote| wote| lote)?|umekwisha|limekwisha|nimeulipa",
        "zh": r"(?<![没未])(?:(?:已经?|早就?|都|全|已|全部)[还付](?:清|完)了?|[还付](?:清|完)了)|(?:已经?|早就?|都|全|早都|后来)还了|还过了|(?<![没未])(?:[还付]了|已经?[还付])"
        + _HAN_NUMBERED,
        "hi": r"चुका (?:दिया|दिए|चुका)",
        "es": r"(?:ya )?(?:lo )?pague|(?:ya )?pagado",
        "fr": r"(?:deja )?rembourse|(?:deja )?paye",
    },
    Cue.AGO: {
        "en": r"last (?:year|season)(?!'s)|years? ago|long (?:time )?ago|in the past|used to|(?:i|we) had",
        "sw": r"mwaka jana|zamani|miaka \w+ iliyopita|awali|msimu uliopita|nilikuwa na|juzi juzi",
        "zh": r"去年|前年|以前|上次|上回|从前|早年",
        "hi": r"पिछले साल",
        "es": r"el ano pasado|hace (?:un |dos |\d )?anos?",
        "fr": r"l'an dernier|l'annee derniere|il y a (?:un|deux|\d) ans?",
    },
    Cue.PAY: {
        "en": r"(?:re)?pay(?:ing|s)?(?: back)?|give back|giving back|return(?:ing)?",
        "sw": r"(?:ni|na|nina|tuna|nita|tu)?(?:lipa|rudisha)|kulipa|kurudisha",
        "zh": r"[还付]",
        "es": r"pag(?:o|ar|amos)",
        "fr": r"pai?e|payer|rembours(?:e|er|ons)",
    },
    Cue.KNOW: {
        "en": (
            r"(?:(?:i |we )?(?:want|would like|need|like|wish) to |please |can you |let me )*(?:(?:know|hear|learn|understand|find out|tell me|tell us|explain)(?: (?:about|more|how|what|the|if|is|much|i|you|me|us|pay|would|will|for|on|of|interest))*|ask (?:about|if|what|how|you about)(?: (?:much|the|is|interest|on|of|i|pay|for))*)|interest (?:on|of|for|rate)(?: (?:on|of|for))?|how much(?: \w+){0,5}"
        ),
        "sw": r"(?:(?:na|nina|tuna)(?:taka|hitaji|omba|penda)|ningependa)?\s?ku(?:jua|uliza|elewa|sikia|fahamu)(?: zaidi)?(?: kuhusu)?|riba(?: ya| ni)?",
        "zh": r"(?:我)?(?:[想要]|想要)?(?:先)?(?:了解|知道|打听|弄清楚?|搞清楚?|听听?|咨询|问)(?:一下|下|问|清楚|个)?|利息|利率",
        "hi": r"जानना|पूछना|जानकारी|ब्याज",
        "es": r"(?:quiero |quisiera )?(?:saber|preguntar|entender)|interes(?:es)?(?: de)?",
        "fr": r"(?:veux |voudrais )?(?:savoir|demander si|comprendre)|interets?(?: de| sur)?",
    },
}
# "邻居欠我500"; "欠我叔叔3000" is a debt of one's own. Whether another stands before it is weighed where it is read.
WORDS[Cue.CLAIM]["zh"] += (
    r"|欠(?:着|了|下)?(?:我|咱|俺)们?(?:家|自己)?的?(?=大概|大约|差不多|还[差有]|好[几多]|很多|不少|一些|一点|[一总]共|几[百千万]|(?:工|货|借)?[钱款债账]|工资"
    r"|[一二两三四五六七八九十半]*[百千万]|[一二两三四五六七八九十]+(?:[元块]|$)|[^\u3400-\u9fff]|$)"
)


class Behind(StrEnum):
    """What words behind a sum tell of it."""

    WANT = "want"
    UNPAID = "unpaid"
    STILL_UNPAID = "still unpaid"
    REST = "rest"  # of an older sum
    REPAID = "repaid"
    AGO = "ago"
    DEBT = "debt"
    LOAN = "loan"
    FROM = "from"
    FROM_ME = "from me"
    OWN = "own"
    INTEREST = "interest"


_UNIT = r"\s*(?:yuan|kuai|rmb|shillings?|元|块钱?|रुपये)?\s*"
BEHIND: Mapping[Behind, re.Pattern[str]] = {
    Behind.WANT: re.compile(
        r"\s*(?:more|zaidi|mas|de plus)\b(?! than)|\s*(?:yuan|kuai|रुपये)?\s*(?:(?:is |are )?needed|i (?:want|need)|ninahitaji|nahitaji|चाहिए)"
    ),
    Behind.UNPAID: re.compile(
        r"\b(?:not|never|yet to|n't|havent|still not)(?: \w+)? (?:re)?pa(?:y|id)\b(?! (?:me|us))|\bunpaid\b|\b(?:that|which) (?:i|we) (?:still )?owe\b|\b(?:i|we) still owe (?:it|them)\b|\bstill (?:owe|paying|not paid)\b"
        r"|\b(?:bado )?(?:sija|hatuja)(?:u|i|ya)?(?:lipa|maliza|rudisha)\w*|\bbado (?:na|nina)daiwa\b|[没未](?:有)?还(?!给我)"
    ),
    Behind.STILL_UNPAID: re.compile(r"\s*(?:元|块钱?)?(?:还|都|至今)?[没未](?:有)?还"),
    Behind.REST: re.compile(
        r"\b(?:still owe|owe still|left to pay|remaining|(?:is|are|have) left)\b(?=\D{0,12}\d)|(?:还欠|还剩|剩下?)(?=\D{0,4}\d)"
        r"|\b(?:bado (?:na|nina)daiwa|i?mebaki|zimebaki|bado)\b(?=\D{0,12}\d)"
    ),
    Behind.REPAID: re.compile(
        rf"(?<![^\W_])(?:{WORDS[Cue.REPAID]['en']}|{WORDS[Cue.REPAID]['sw']})(?![^\W_])|(?<![没未])(?:(?:已经?|早就?|都|全|全部)[还付](?:清|完|了)|[还付](?:清|完)了)"
    ),
    Behind.AGO: re.compile(
        r"\b(?:last (?:year|season)(?!'s)|years? ago|long ago|mwaka jana|msimu uliopita|zamani)\b|去年|前年|以前"
    ),
    Behind.DEBT: re.compile(
        _UNIT
        + r"(?:of |in |as )?(?:(?:old|bank) )?(?:debts?\b(?! (?:none|nil|zero|nothing)\b)|(?:that |which )?(?:i|we) (?:still )?owe\b(?! (?:me|us))|(?:left )?to pay(?: back)?\b|left\b|on credit\b|deni\b|ya deni\b|的?(?:债|欠款|欠债|外债|旧账))"
    ),
    Behind.LOAN: re.compile(
        _UNIT
        + r"(?:of |as |in )?(?:an? )?(?:(?:bank|old) )?(?:loans?\b|credit\b|mkopo\b|ya mkopo\b|的?(?:银行|信用社)?(?:贷款|借款))"
    ),
    Behind.FROM: re.compile(
        _UNIT
        + r"(?:(?:coming )?from|kutoka kwa|toka kwa|de|of) (?P<who>(?:(?!and|but|so|for|to|na|kwa)[^\W\d_]+ ?){1,4})"
    ),
    Behind.FROM_ME: re.compile(_UNIT + r"(?:from|kutoka kwangu|toka kwangu) ?(?:me\b|us\b|\b)(?<=me|us|gu)"),
    Behind.OWN: re.compile(
        _UNIT
        + r"(?:(?:of |from |in )?(?:my|our) own\b|(?:of |from |in )?(?:my )?savings?\b|mine\b|myself\b|saved\b|cash\b|in hand\b|yangu\b|zangu\b|mwenyewe\b|za akiba\b|akiba\b|的?(?:存款|积蓄|自有)|是?自己的)"
    ),
    Behind.INTEREST: re.compile(_UNIT + r"(?:的)?(?:利息|利率)|\s*interest\b"),
}
# What helps stand between who helps and the sum: "my brother gives me 2000".
GIVING = re.compile(
    r"\s*(?:\b(?:(?:will|can|would) )?(?:gives?|gave|has|have|got|pays?|adds?|lends?|brings?|sends?|helps?)(?: me| us)?(?: with)?"
    r"|\b(?:ana|atatoa|anatoa|ametoa|anaongeza|ataongeza|anaweka|ataweka)"
    r"|(?:会|要|可以|再|能)?(?:给|出|有|借|添|支持|帮)(?:我|我们|了)?)\s*$"
)
ADVERBS = re.compile(r"^\s*(?:(?:also|but|so|because|pia|and|as|还有|另外|因为|还)\s*)+")
