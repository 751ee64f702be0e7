"""Where a name ends in words that go on without a mark: "my name is Amina Otieno a farmer", "我叫王五是柳湾村的"."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.interview.clauses import spaced
from intake.reading.cleaning import clean, fold

MOST_WORDS = 4
# The dot of an initial, or of a title, ends no sentence: "John K. Mwangi", "Mrs. Grace".
_DOT = "\ue000"
_INITIAL = re.compile(r"(?:(?<=\s[A-Za-z])|(?<=\b(?:mr|ms|dr))|(?<=\b(?:mrs)))\.(?=\s?[A-Z])", re.IGNORECASE)
# Words that stand in nobody's name behind another word of it.
_EN = (
    r"and|from|of|in|at|on|by|with|without|for|to|live|lives|living|want|wants|wanting|need|needs|needing|i|im|i'm|i've|my|me|he|she|we|our|your|you|this|that|these|it|its|is|am|are|was|have|has|having|"
    r"who|whose|which|but|because|since|as|also|now|currently|presently|here|there|the(?! (?:elder|younger|great)\b)|a|an|so|if|then|please|pls|kindly|just|only|aged?|years?|yrs|old|tel|telephone|phone|mobile|cell|number|contact|"
    r"married|single|widow(?:ed|er)?|divorced|male|female|looking|seeking|asking|requesting|request|applying|apply|wishing|hoping|planning|working|works|work|doing|keeping|keep|keeps|growing|grow|selling|"
    r"sell|running|run|raising|farming|farmer|carpenter|tailor|trader|teacher|born|thank|thanks|hello|hi|resident|mother|father|wife|husband|son|daughter|lend|borrow|loan|can|could|would|do|don't|been|called|known|not|no"
)
# Li Na, Kim So Young, John Carpenter: in capitals, short words and trades are part of a name.
_CASED = re.compile(
    r"[A-Z][a-z]{1,2}|Farmer|Carpenter|Tailor|Trader|Teacher|Single|Mwalimu|Fundi|Mama|Baba|Sasa"
)
_SW = (
    r"na(?=\s+(?:n[aiy]|tu[nmk]|mimi|mke|mume|mtoto|wa)\w*)|ni|nko|niko|ninakaa|nakaa|natoka|natokea|kutoka|kwa|katika|mimi|sisi|umri|miaka|simu|namba|nambari|tafadhali|naomba|mkulima|mfugaji|mkazi|mwenyeji|mfanyabiashara|fundi|mwalimu|mjane|mama|baba|mwenye|"
    r"mke|mume|mtoto|mzaliwa|sasa|ila|lakini|ili|ambaye|kijiji|kijijini|nikopeshe|nikopesheni|mkopo|pia|asante|habari|sina|"
    r"n(?:a|ina|ime|ita|ili|inge)(?:taka|omba|hitaji|fuga|lima|ishi|penda|fanya|toka|kaa|kopa|nunua|uza|oa|olewa|zaliwa|zaa|jenga|soma|weza|tafuta|pata|lipa|ingia|anza|kuwa|jishughulisha|tumia|miliki|endesha|pika|vua|chunga)\w*|nina|nimeoa|nimeolewa"
)
_OTHER = r"y|vivo|quiero|tengo|soy|necesito|et|habite|je|j'ai|है|हूं|हूँ|और|मुझे"
_ENDS = re.compile(rf"(?<=\S)\s+(?:(?=\d)|(?=(?:{_EN}|{_SW}|{_OTHER})(?:[\s']|$)))", re.IGNORECASE)
_OF_A_PLACE = re.compile(r"\s+(?:wa|of|from|de)\s+(?P<place>.+)$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})(?<!\bmrs)[.!?]$", re.IGNORECASE)  # "Mary. My phone is"
# What he goes on with behind 想 or 要: "欧阳想明想借8000" is 欧阳想明.
_DOING = r"(?:[借贷买卖养种开做办申请用搞修盖建扩问找跟向从在再多先把给去弄包投还换租挖添加得拿咨了知]|[\d一二两三四五六七八九十几点些])"
_WORKS = "养[羊牛猪鸡鸭鹅鱼兔蜂殖了着]|种[地田玉小水果蔬菜药棉花了着]|开[店车始]|做(?=[\u3400-\u9fff]{1,4}(?:的|生意|活|工))|干(?:了|着|农|活|过|木)"
_GOES_ON = (
    rf"家(?:在|里|中)|来自|今年|[想要]{_DOING}|想要|需要|打算|准备|申请|电话|手机|身份证|我|{_WORKS}|打工|务农|现在|目前|平时|一直|常年|已经|最近|以前|正在|刚刚|老家|已婚|未婚|离[异婚]|单身|结婚|因为|由于|为了|"
    r"手头|手里|急需|急用|没有|没钱|你好|您好|谢谢|请(?=[借贷问帮给你您批])|农民|村民|老婆|妻子|丈夫|家人|(?:和|跟|与)(?=我|妻|老|丈|爱人|媳妇|儿|女|父|家|孩|弟|哥|姐|妹|朋友|邻居|爸|妈)|"
    r"[男女](?=\d|[一二三四五六七八九十]|今年|$)|年龄|"
    r"[借贷买养种卖有是](?=[\d一二两三四五六七八九十])|有(?=[羊牛猪鸡地房田])"
)
_WHERE = r"在(?=[\u3400-\u9fff]{1,6}(?:村|镇|乡|县|市|省|里|上|养|种|做|开|打))|从(?=[\u3400-\u9fff]{1,6}(?:来|村|镇|乡|县))"
# A place stands behind "lives": 王拴住 and 李留住 live nowhere, 王拴住住在东坡 does.
_LIVES = rf"家?住(?!住|家住|{_GOES_ON}|[借贷买卖有是做])(?=[\u3400-\u9fff])"
# 王五是柳湾村的, but 李如是想借
_IS = rf"是(?!{_GOES_ON}|[想要借贷买养种卖有住]|$)(?=[\u3400-\u9fff])"
_ENDS_HAN = re.compile(rf"(?<=[\u3400-\u9fff]{{2}})(?={_LIVES}|{_IS}|{_GOES_ON}|{_WHERE})")
_TRAILING = re.compile(r"(?<=[\u3400-\u9fff]{2})(?:[的了啊呢吧哈]|就行了?|就好|就可以)$")
_COMPOUND = "欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|令狐"
_SURNAME = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
# The longest a Chinese name is that nothing marks the end of; a longer run may hold what he says next.
_LONGEST_HAN = re.compile(
    rf"(?:{_COMPOUND})[\u3400-\u9fff]{{1,2}}|[{_SURNAME}][\u3400-\u9fff]{{1,3}}|(?![{_SURNAME}])[\u3400-\u9fff]+"
)
_FAMILY = re.compile(rf"{_COMPOUND}|[{_SURNAME}]")
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")

# How he names himself with no word of naming: "name: Peter", "this is Peter", 本人王五, 我是柳湾村的王五.
_LABELLED = re.compile(
    r"(?:^|[;,.!?\n，。；！？、])\s*(?:hello |hi )?(?:(?:my )?(?:full )?names?|jina(?: langu)?(?: kamili)?|姓名|名字|我的名字)\s*[:：]\s*(?P<name>[^,;.!?\n，。；！？:：]+)",
    re.IGNORECASE,
)
_THIS_IS = re.compile(
    r"\b[Tt]his is (?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3})(?=\s*(?:[,.;!?\n]|$|(?:from|here|of|in|and)\b))"
)
_HAN_NAME = rf"(?P<name>(?:{_COMPOUND})[\u3400-\u9fff]{{1,2}}|[{_SURNAME}][\u3400-\u9fff]{{1,2}})(?<![匠工人员户民师医夫商贩主的])(?<!高中)(?=[\s,，。；;！!]|$)"
_MYSELF = re.compile(rf"(?:本人|[我俺]是(?:[\u3400-\u9fff]{{1,8}}的)?){_HAN_NAME}")


def introduced(body: str) -> str:
    """What stands where he names himself without a word of naming; empty where he does not."""
    match = _LABELLED.search(body) or _THIS_IS.search(body) or _MYSELF.search(body)
    return match["name"].strip() if match else ""


def with_initials(text: str) -> str:
    """The text with a sign for the dot of an initial, which would end the name; `name_alone` gives it back."""
    return _INITIAL.sub(_DOT, text)


def name_alone(words: str, places: Sequence[str]) -> str:
    """The name that `words` of a story begin with; empty where it cannot be told from what he says next."""
    words = spaced(words)[0].strip()
    behind = _OF_A_PLACE.search(_ends(words))
    if behind is not None and fold(clean(behind["place"])) in places:
        words = words[: behind.start()]
    words = before_the_rest(words).replace(_DOT, ".")
    if _HAN_RUN.fullmatch(words):
        return words if _LONGEST_HAN.fullmatch(words) else ""
    return " ".join(words.split()[:MOST_WORDS])


def before_the_rest(words: str) -> str:
    """Up to where he goes on with something else."""
    name = _ENDS_HAN.split(_ends(words), maxsplit=1)[0].strip(" ,;，；、")
    return _TRAILING.sub("", name) if _FAMILY.match(name) else name


def _ends(words: str) -> str:
    """Up to the first word that is no part of a name."""
    for end in _ENDS.finditer(words):
        word = next(iter(words[end.end() :].split(maxsplit=1)), "")
        ended = _SENTENCE_END.search(words[: end.start()])
        if ended or not _CASED.fullmatch(word):
            return words[: ended.start() if ended else end.start()]
    return words
