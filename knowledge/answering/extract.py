"""The sentence, list or table row that answers, readable alone, in the document's own words."""

# ruff: noqa: E501 - a pattern is read whole, a prompt is sent as it stands

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from knowledge.answering.evidence import Evidence, Weights
from knowledge.answering.expects import Expected, holds
from knowledge.answering.passage import Unit, UnitKind, units
from knowledge.answering.rows import MOST_ROWS, names_a_row, rows_beside
from knowledge.answering.tables import said_table
from knowledge.embeddings.packed_e5 import folded
from knowledge.language import normalize, terms
from knowledge.orders import is_order
from knowledge.types import Chunk

_NUMBERING = regex.compile(
    r"^(?:\d+(?:\.\d+)*[.)]?|[一二三四五六七八九十]+、|第[一二三四五六七八九十\d]+[章节条])\s*"
)
# Letters of a passage that is said whole: what a sentence of it promises alone, its neighbours often bound.
WHOLE, WHOLE_HAN = 400, 130
LONGEST = 700  # characters; an answer is read on a small screen
_LEANS = {
    "en": r"(?:it|its|this|these|they|their|that|those|such|he|she|then|also|but|however|otherwise|in (?:this|that|such) case|if (?:so|not))\b",
    "zh": r"(?:它|其|此|该|这|那|他|但|不过|否则|如果不|同时|另外|因此|所以|并且)",
    "sw": r"(?:hii|hizi|hiyo|hizo|huyu|huyo|hao|hivyo|pia|lakini|ila|vinginevyo|kwa hiyo|yeye|wao)\b",
    "hi": r"(?:यह|ये|वह|वे|इस|इन|उस|उन|ऐसे|लेकिन|मगर|किन्तु|किंतु|परन्तु|परंतु|अन्यथा|इसलिए)",
    "es": r"(?:est[eao]s?|es[eao]s?|ell[oa]s|[eé]l|su|sus|adem[aá]s|pero|sin embargo|tambi[eé]n|de lo contrario)\b",
    "fr": r"(?:il|elle|ils|elles|cel(?:a|ui|le)|ce|ces|cette|mais|cependant|toutefois|sinon|aussi|de plus)\b",
}
# What such a sentence takes back is not promised without it.
_RESTRICTS = {
    "en": r"(?:but|only|unless|except|exceptions?|however|otherwise|provided|the (?:only )?exceptions?|(?:this|it|that) (?:does not (?:apply|hold)|is not (?:so|possible|allowed)|holds only|applies only))\b",
    "zh": r"(?:但|不过|除非|除了|例外|只有|只限|仅|否则|前提)",
    "sw": r"(?:lakini|ila|isipokuwa|vinginevyo|mradi|bali)\b",
    "hi": r"(?:लेकिन|मगर|पर |किन्तु|किंतु|परन्तु|परंतु|सिवाय|बशर्ते|केवल|सिर्फ|अन्यथा|जब तक)",
    "es": r"(?:pero|salvo|excepto|s[oó]lo|solamente|a menos que|siempre que|(?:con )?(?:la )?excepci[oó]n|sin embargo|de lo contrario)\b",
    "fr": r"(?:mais|sauf|except[ée]|seulement|uniquement|[àa] moins|[àa] condition|(?:une |l['’])?exception|cependant|toutefois|sinon)\b",
}


@dataclass(frozen=True, slots=True)
class Extract:
    """`text` is what is said; `quote` stands word for word in the passage, of a table line by line, cell by cell.
    `core` is what of it answers; the rest bounds it."""

    text: str
    quote: str
    core: str = ""


def extract(evidence: Evidence, weights: Weights, kind: Expected) -> Extract:
    """What of the passage answers."""
    unit = evidence.unit
    if evidence.columns:
        return Extract(said_table(evidence), "\n".join(row.text for row in evidence.rows))
    if unit.kind is UnitKind.ROW:
        return _row(evidence, weights)
    if unit.kind is UnitKind.ITEM:
        return _item(evidence, weights, kind)
    return _prose(evidence, weights, kind)


def headed(text: str, chunk: Chunk) -> str:
    """A piece that is said behind another: "at any time" under the heading that says of what."""
    heading = _NUMBERING.sub("", chunk.heading_path[-1], count=1).strip()
    if not heading or normalize(heading) in normalize(text):
        return text
    colon = "" if heading[-1] in "?？!！:：。." else "：" if chunk.language == "zh" else ":"
    return f"{heading}{colon}{'' if chunk.language == 'zh' else ' '}{text}"


def _row(evidence: Evidence, weights: Weights) -> Extract:
    """The row's subject with the columns asked for or pointed at, or all of them where none is; every row where the
    question names none of them, but what they are of ("what collateral do you accept")."""
    unit, chunk = evidence.unit, evidence.hit.chunk
    if every := _lines(evidence.rows, chunk) or _every_row(unit, chunk, weights):
        return every
    subject, *rest = unit.cells or (("", unit.text),)
    asked = [
        (name, cell)
        for name, cell in rest
        if _shares(name, weights, chunk.language) or (cell and folded(cell) in evidence.pointed)
    ]
    if asked and _has_twin(unit, chunk):
        asked = [*rest[: rest.index(asked[0])], *asked]
    shown = asked if asked and len(rest) > 2 else rest
    fields, mark = _fields(shown, chunk.language), "。" if chunk.language == "zh" else "."
    text = f"{subject[1]} — {fields}" if fields else subject[1]
    return Extract(text + ("" if text.endswith((".", "。")) else mark), unit.text)


def _fields(cells: Sequence[tuple[str, str]], language: str) -> str:
    """Cells with the names of their columns."""
    colon, stop = ("：", "；") if language == "zh" else (": ", "; ")
    return stop.join(f"{name}{colon}{cell}" if name else cell for name, cell in cells)


def _every_row(unit: Unit, chunk: Chunk, weights: Weights) -> Extract | None:
    """The table whole, if the question names what it is of, and nothing of its rows."""
    rows = rows_beside(unit, chunk)
    headings = frozenset(terms(" ".join((*chunk.heading_path, unit.lead)), chunk.language))
    asked = [term for term in weights.idf if not weights.met(term, headings)]
    few = 1 < len(rows) <= MOST_ROWS and unit.cells
    if not few or len(asked) == len(weights.idf) or names_a_row(rows, chunk, weights):
        return None
    return _lines(rows, chunk)


def _lines(rows: Sequence[Unit], chunk: Chunk) -> Extract | None:
    """Several rows, each a line; none where they are too long together."""
    lines = [
        f"• {row.cells[0][1]} — {_fields(row.cells[1:], chunk.language)}"
        for row in rows
        if len(row.cells) > 1
    ]
    text = "\n".join(lines)
    return Extract(text, "\n".join(row.text for row in rows)) if text and len(text) <= LONGEST else None


def _has_twin(row: Unit, chunk: Chunk) -> bool:
    """Whether another row is of the same subject: then the columns to the left tell them apart."""
    return any(one is not row and one.cells[:1] == row.cells[:1] for one in units(chunk) if one.cells)


def _shares(text: str, weights: Weights, language: str) -> bool:
    return any(term in weights.idf for term in terms(text, language))


def _item(evidence: Evidence, weights: Weights, kind: Expected) -> Extract:
    """The item under its lead-in, with those under it; the whole list where the question asks for what the lead-in
    announces, or its own branch where the question names that."""
    unit, chunk = evidence.unit, evidence.hit.chunk
    items = [one for one in units(chunk) if one.kind is UnitKind.ITEM and one.lead == unit.lead]
    path = (*unit.under, unit.text)
    if below := [one for one in items if one.under[: len(path)] == path]:
        return _list(_lead_in(unit.lead, path), below)
    own, announced, branch, headings = (
        sum(weights.idf.get(term, 0.0) for term in set(terms(text, chunk.language)))
        for text in (unit.text, unit.lead, " ".join(unit.under), " ".join(chunk.heading_path))
    )
    wants_one = kind not in (Expected.ANYTHING, Expected.YES_NO, Expected.REASON) and own > 0
    several = evidence.whole_list or evidence.until not in (None, unit)
    if several or (
        max(announced, branch, headings) >= own and not wants_one and not (evidence.pointed and own)
    ):
        if branch and not several:
            return _list(_lead_in(unit.lead, unit.under), [one for one in items if one.under == unit.under])
        return _list(unit.lead, items)
    lead = _lead_in(unit.lead, unit.under)
    return Extract(f"{lead} {unit.text}" if lead else unit.text, unit.text)


def _lead_in(lead: str, under: Sequence[str]) -> str:
    """What an item stands under, from the outermost on."""
    branches = (one if one.endswith((":", "：")) else f"{one.rstrip('.;,')}:" for one in under)
    return " ".join(filter(None, (lead.rstrip(), *branches)))


def _list(lead: str, items: Sequence[Unit]) -> Extract:
    lines, depth = [lead] if lead else [], min(len(item.under) for item in items)
    for item in items:
        if sum(map(len, lines)) + len(item.text) > LONGEST:
            lines.append("…")
            break
        lines.append(f"{'  ' * (len(item.under) - depth)}• {item.text}")
    return Extract("\n".join(lines), items[0].lead or items[0].text)


def _prose(evidence: Evidence, weights: Weights, kind: Expected) -> Extract:
    """The whole passage where it is short, since what bounds a sentence stands beside it; else the sentence alone."""
    found = _sentences(evidence, weights, kind)
    whole = _whole(evidence.unit, evidence.hit.chunk)
    if not whole or len(whole) < len(found.text):
        return found
    return Extract(whole, whole if whole in evidence.hit.chunk.text else found.quote, found.text)


def _sentences(evidence: Evidence, weights: Weights, kind: Expected) -> Extract:
    """The sentence, with the one before where it leans on it and the one after where the answer goes on there."""
    unit, chunk = evidence.unit, evidence.hit.chunk
    around = [one for one in units(chunk) if one.kind is UnitKind.SENTENCE]
    at = around.index(unit)
    first = last = at
    while first > 0 and last - first < 2 and _leans(around[first].text, chunk.language):
        first -= 1
    if at + 1 < len(around) and _goes_on(unit, around[at + 1], chunk, weights, kind):
        last = at + 1
    if evidence.until in around:
        last = max(last, around.index(evidence.until))
    while last + 1 < len(around) and _takes_back(around[last + 1], around[last], chunk.language):
        last += 1
    glue = "" if chunk.language == "zh" else " "
    last = at if unit.text.rstrip().endswith((":", "：")) else last
    if around[last].text.rstrip().endswith((":", "：")):
        return _announced(glue.join(one.text for one in around[first:last]), around[last], chunk)
    said = _shortened(glue.join(one.text for one in around[first : last + 1]))
    return Extract(said, said if said in chunk.text else unit.text)


def _whole(unit: Unit, chunk: Chunk) -> str:
    """The passage, or the sentence's paragraph, where it is short and nothing but sentences of the lender's own."""
    paragraph = next((line for line in chunk.text.split("\n") if unit.text in line), unit.text)
    for text in (chunk.text, paragraph):
        said = [line.strip() for line in text.split("\n") if line.strip()]
        found = [one for one in units(chunk) if any(one.text in line for line in said)]
        plain = all(one.kind is UnitKind.SENTENCE for one in found) and not said[-1].endswith((":", "："))
        longest = WHOLE_HAN if chunk.language == "zh" else WHOLE
        if plain and sum(map(len, said)) <= longest and not any(is_order(one.text) for one in found):
            return "\n".join(said)
    return ""


def _leans(text: str, language: str) -> bool:
    pattern = _LEANS.get(language)
    return bool(pattern and regex.match(pattern, text.strip(), regex.IGNORECASE))


def _takes_back(following: Unit, unit: Unit, language: str) -> bool:
    """Whether the sentence right after one says where it does not hold."""
    pattern = _RESTRICTS.get(language)
    begins = following.text.lstrip(' (（"“¡')
    adjacent = following.place == unit.place + 1
    return bool(adjacent and pattern and regex.match(pattern, begins, regex.IGNORECASE))


def _goes_on(unit: Unit, following: Unit, chunk: Chunk, weights: Weights, kind: Expected) -> bool:
    if is_order(following.text):
        return False
    if holds(kind, unit.text) is False and holds(kind, following.text):
        return True
    headings = set(terms(" ".join(chunk.heading_path), chunk.language))
    own = {term for term in terms(unit.text, chunk.language) if term in weights.idf}
    return len(unit.text) < 160 and (own <= headings or _leans(following.text, chunk.language))


def _announced(before: str, unit: Unit, chunk: Chunk) -> Extract:
    """A sentence that ends in a colon says nothing without the list or table after it."""
    items = [one for one in units(chunk) if one.lead == unit.text]
    if not items:
        return Extract(before or unit.text, before or unit.text)
    if items[0].kind is UnitKind.ITEM:
        found = _list(unit.text, items)
        return Extract(f"{before}\n{found.text}" if before else found.text, found.quote)
    rows = [" | ".join(f"{name}: {cell}" for name, cell in row.cells) for row in items]
    return Extract(_shortened("\n".join(filter(None, (before, unit.text, *rows)))), unit.text)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " …"
