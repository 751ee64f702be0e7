"""Spans that tell how long he has done, lived or been something: "kept goats for 2 years", 养羊十年了, never the term."""

# ruff: noqa: E501 - patterns are read whole

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.interview.answering import typed
from intake.interview.clauses import Figure
from intake.interview.columns import packed
from intake.interview.questions import Questions
from intake.interview.story_found import Ask, Found
from intake.interview.types import Refused
from intake.reading import Kind, LenderLocale
from intake.reading.cleaning import clean, fold

# What is done by trade: its years are those of experience.
_WORK = re.compile(
    r"\b(?:have|has|had|'ve|i've|we've|ive) (?:(?:now|been|also|only|already|always) )*(?:(?!want|borrow|lent|paid|pay|liv|married|known|owed)[a-z]+(?:ed|ing)|kept|grown|sold|bought|made|run|done|had|bred|built|sewn|dealt)\b"
    r"|^(?:i |we )?(?:am |'m |are |been )?(?:farm|keep|rais|rear|grow|plant|sell|trad|fish|bak|sew|weav|driv|cook|breed|work|do|runn?|cultivat)(?:ing|ed)\b|^(?:i |we )(?:keep|grow|plant|farm|sell|trade|raise|rear|breed|make|run|sew|drive|fish|weave|bake|cook|carve|work|do|teach)\b"
    r"|\b(?:i am|i'm|im|we are|been) (?:an? )?[a-z]*(?:er|or|ist|man|woman)\b|\bexperience\b"
    r"|\b(?:ni|na|nina|nime|tume|tuna|nili|niki|ame)(?:fuga|lima|uza|nunua|panda|fanya|endesha|shona|vua|tengeneza|jishughulisha|chunga|pika|oka)\w*|\bni (?:mkulima|mfugaji|fundi|mfanyabiashara|mvuvi|dereva|mwuzaji|muuzaji|mchuuzi)\b|\b(?:nina|nimekuwa) (?:na )?(?:biashara|duka|mkulima|mfugaji|fundi)\b|\buzoefu\b"
    r"|[养種种做干卖賣搞开開跑贩打当经营加工]|从事|经验"
)
# What is no trade, or is of another: nobody asks it as experience.
_LIFE = re.compile(
    r"\b(?:liv(?:ed|ing)|married|stay(?:ed|ing)|widow(?:ed|er)?|divorced|known|resid\w+|members?|sick|ill|unwell|disabled|dead|away|jobless|unemployed)\b|\b(?:husband|wife|son|daughter|father|mother|brother|sister) (?:has|is|was)\b"
    r"|\b(?:nime|tume|nina|nili|na)(?:ishi|oa|olewa|kaa)\w*|\btumeoana\b|\bnaishi\b|\b(?:mgonjwa|anaumwa|aliyefariki|mjane)\b|住|结婚|成家|守寡|病|瘫|去世|过世|失业"
)
# Nor is how long he has asked for the loan, or waits for it.
_ASKED = re.compile(
    r"\b(?:have|has|had|'ve|ive) (?:\w+ )?been (?:\w+ )?(?:ask|want|wait|try|tri|look|apply|beg|seek|need|request|hop)\w*\b"
    r"|\b(?:waiting|waited|asked|applied)\b.{0,40}\b(?:for|since)\s*(?:over |about |more than )?$|\b(?:tume|nime)(?:subiri|ngoja|omba|kuwa (?:tuki|niki)(?:omba|subiri|ngoja|tafuta))\w*"
    r"|(?:申请|等|盼|求|问|要)了$"
)
# What is asked, spent or paid for so long is the loan's.
_OF_THE_LOAN = re.compile(
    r"\b(?:want|wants|need|needs|borrow\w*|loans?|lend|pay\w*|repay\w*|return\w*|give back|like|please|term|buy|require|seek\w*|ask\w*|"
    r"nataka|tunataka|nahitaji|naomba|\w*kop[ao]\w*|nita\w+|tuta\w+|nilipe|\w*rudisha|\w*kulipa|kununua|"
    r"quiero|necesito|pagar|prestamo|veux|pret|payer|rembourser)\b|[借贷还想要需缺差求]|准备|打算|计划|申请"
)
_FOR_IT = re.compile(
    r"\s*(?:to (?:re)?pay|loan|term|kulipa|wa mkopo)\b|\s*(?:之?内|以内)?(?:还|期|分|后|以后|之后|能|可以)|\s*ago\b"
)
_DONE = re.compile(r"[了过](?:大概|大约|差不多|快|有|近|整整)?$")
_SO_FAR = re.compile(r"\s*(?:多|来)?[了啦]|多年")
_EXPERIENCE = re.compile(r"experience|经验|uzoefu|experiencia|अनुभव")


def is_of_doing(clause: str, span: Figure) -> bool:
    """Whether the span tells of what he has done or been until now."""
    return bool(doing(clause, span))


def doing(clause: str, span: Figure) -> str:
    """The words of doing, with the span: "kept goats for 2 years"; empty for another time."""
    if span.kind is not Kind.DURATION or _FOR_IT.match(clause[span.end :]):
        return ""
    before, behind = clause[: span.start], clause[span.end :]
    if re.match(r"\s*(?:of |in |')?\s*(?:\w+ )?experience\b|\s*(?:的)?经验", behind):
        return clause[span.start : span.end]
    asked = _last(_ASKED, before)
    verb = asked or _last(_WORK, before) or _last(_LIFE, before)
    if verb is None or (_OF_THE_LOAN.search(before) and not asked):
        return ""
    told = bool(_DONE.search(before) or _SO_FAR.match(behind)) or verb[0] < "\u3400"
    if not told and (re.search(r"\d", before) or "年" not in span.words):
        return ""  # "养羊5只8个月"
    return clause[verb.start() : span.end]


def _last(words: re.Pattern[str], before: str) -> re.Match[str] | None:
    return next(reversed([*words.finditer(before)]), None)


def is_of_life(clause: str, span: Figure) -> bool:
    """Whether it is how long he has lived there, or been married, or waited for the loan."""
    before = clause[: span.start]
    return is_of_doing(clause, span) and bool(_LIFE.search(before) or _ASKED.search(before))


def may_ask(ask: Ask, clause: str, span: Figure) -> bool:
    """Whether a question may ask for this span: of doing not how long the loan is, of living only what speaks of it."""
    if not is_of_doing(clause, span):
        return True
    by_years = ask.unit in ("years", "year")
    return by_years and (not is_of_life(clause, span) or any(_LIFE.search(cue) for cue in ask.cues))


def experience(
    free: Sequence[tuple[str, Figure]],
    asks: Sequence[Ask],
    questions: Questions,
    locale: LenderLocale,
    found: Found,
) -> None:
    """ "I have kept goats for 2 years": the one span of work answers how long he has done it."""
    asked = [ask for ask in asks if ask.unit in ("years", "year") and _is_of_experience(ask, questions)]
    spans = [
        span
        for part, span in free
        if is_of_doing(part, span) and not is_of_life(part, span) and span.words not in found.words.values()
    ]
    if len(asked) == 1 and len(spans) == 1:
        read = typed(spans[0].words, questions, asked[0].path, locale)
        if not isinstance(read, Refused):
            found.take(asked[0].path, read, spans[0].words)


def _is_of_experience(ask: Ask, questions: Questions) -> bool:
    cells = questions.cells(ask.path)
    called = (*ask.cues, *packed(cells.get("called", "")))
    return any(_EXPERIENCE.search(fold(clean(word))) for word in called)
