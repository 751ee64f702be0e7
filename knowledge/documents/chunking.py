"""Cuts a document along its structure into pieces that answer one question each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from knowledge.types import Chunk, Element, ElementKind, LoadedDocument

CHUNKER = "4"  # part of every version's identity: a new way of reading or cutting is a new set of chunks
TARGET = 130  # words; short rules are found better in small pieces, and the section can be shown whole
MOST = 210
LITTLE = 25  # a piece smaller than this joins its neighbour in the section

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_SENTENCE = re.compile(r"(?<=[.!?।॥؟۔።។။])\s+(?=[^\s\d]|\d+\s*[^\W\d])|(?<=[。！？；])")
_UNSPACED_PER_WORD = 1.7  # characters of Chinese that say what one English word says


def chunk(document: LoadedDocument, *, version_id: str) -> list[Chunk]:
    """Chunks of about 130 words (210 at most) in reading order, with heading path, page and section.

    A table is whole with its header; one too long is split by rows and its header repeated. A list keeps its
    lead-in. `chunk_id` is the version's id and the position; `parent_id` the version's and the section's.
    """
    found: list[Chunk] = []
    for number, section in enumerate(_sections(document)):
        for piece in _pieces(section):
            position = len(found)
            found.append(
                Chunk(
                    chunk_id=f"{version_id}:{position:04d}",
                    version_id=version_id,
                    position=position,
                    text=piece.text,
                    heading_path=section.path,
                    language=document.language,
                    page=piece.page,
                    parent_id=f"{version_id}/{number:04d}",
                    is_table=piece.is_table,
                )
            )
    return found


def words(text: str) -> float:
    """The length of a text in English words; unspaced scripts count by characters."""
    spaced, unspaced = _UNSPACED.subn(" ", text)
    return len(_WORD.findall(spaced)) + unspaced / _UNSPACED_PER_WORD


@dataclass(slots=True)
class _Section:
    path: tuple[str, ...]
    elements: list[Element] = field(default_factory=list)
    page: int | None = None


@dataclass(slots=True)
class _Piece:
    text: str
    page: int | None
    is_table: bool = False
    size: float = 0.0

    def __post_init__(self) -> None:
        self.size = words(self.text)


def _sections(document: LoadedDocument) -> Iterator[_Section]:
    """Runs of elements under one heading. A heading with nothing under it still stands as a section, unless it is
    the title, which every path begins with."""
    path: list[tuple[int, str]] = []
    current = _Section((document.title,))
    for element in document.elements:
        if element.kind is not ElementKind.HEADING:
            current.elements.append(element)
            continue
        if current.elements:
            yield current
        elif path and element.level <= path[-1][0] and not _is_title(document.title, *path[-1]):
            yield from _bare_heading(current)
        path = [(level, text) for level, text in path if level < element.level]
        path.append((element.level, element.text))
        current = _Section(_full_path(document.title, path), page=element.page)
    yield from [current] if current.elements else _bare_heading(current)


def _bare_heading(section: _Section) -> Iterator[_Section]:
    """A heading with nothing under it is its own text; so is a title that stands alone."""
    if section.path[-1]:
        section.elements.append(Element(ElementKind.PARAGRAPH, section.path[-1], page=section.page))
        yield section


def _is_title(title: str, level: int, text: str) -> bool:
    return level == 1 and text.casefold() == title.casefold()


def _full_path(title: str, path: Sequence[tuple[int, str]]) -> tuple[str, ...]:
    texts = [text for _, text in path]
    return tuple(texts) if texts and texts[0].casefold() == title.casefold() else (title, *texts)


def _pieces(section: _Section) -> list[_Piece]:
    """The section's elements packed: tables alone with their lead-in, lists with theirs, the rest by length."""
    packed: list[_Piece] = []
    open_piece: list[_Piece] = []
    for block in _blocks(section.elements):
        for piece in block:
            if piece.is_table or _is_full(open_piece, piece):
                _close(open_piece, packed)
            open_piece.append(piece)
            if piece.is_table:
                _close(open_piece, packed)
    _close(open_piece, packed)
    return _merge_small(packed)


def _is_full(open_piece: Sequence[_Piece], piece: _Piece) -> bool:
    size = sum(part.size for part in open_piece)
    return bool(open_piece) and (size + piece.size > MOST or size >= TARGET)


def _close(open_piece: list[_Piece], packed: list[_Piece]) -> None:
    if open_piece:
        text = "\n".join(piece.text for piece in open_piece)
        packed.append(_Piece(text, open_piece[0].page, open_piece[0].is_table))
        open_piece.clear()


def _merge_small(packed: list[_Piece]) -> list[_Piece]:
    """A scrap left over at the end of a section joins the piece before it."""
    if len(packed) > 1 and packed[-1].size < LITTLE and not packed[-1].is_table and not packed[-2].is_table:
        last = packed.pop()
        packed[-1] = _Piece(f"{packed[-1].text}\n{last.text}", packed[-1].page)
    return packed


def _blocks(elements: Sequence[Element]) -> Iterator[list[_Piece]]:
    """Each paragraph, each list with its lead-in, each table with its lead-in, cut where too long."""
    lead: Element | None = None
    place = 0
    while place < len(elements):
        element = elements[place]
        if element.kind is ElementKind.TABLE:
            yield _table(element, lead)
            lead = None
            place += 1
        elif element.kind is ElementKind.LIST_ITEM:
            items = _run_of_items(elements, place)
            yield _list(items, lead)
            lead = None
            place += len(items)
        else:
            if lead is not None:
                yield _paragraph(lead)
            lead = element
            place += 1
            following = elements[place].kind if place < len(elements) else None
            if not _leads(element, following):
                yield _paragraph(element)
                lead = None
    if lead is not None:
        yield _paragraph(lead)


def _leads(element: Element, following: ElementKind | None) -> bool:
    """A paragraph is the lead-in of the list or table after it when it ends in a colon or is short."""
    if following not in (ElementKind.LIST_ITEM, ElementKind.TABLE):
        return False
    return element.text.rstrip().endswith((":", "：")) or words(element.text) < 45


def _run_of_items(elements: Sequence[Element], place: int) -> list[Element]:
    end = place
    while end < len(elements) and elements[end].kind is ElementKind.LIST_ITEM:
        end += 1
    return list(elements[place:end])


def _paragraph(element: Element) -> list[_Piece]:
    if words(element.text) <= MOST:
        return [_Piece(element.text, element.page)]
    return [_Piece(text, element.page) for text in _packed_sentences(element.text)]


def _packed_sentences(text: str) -> list[str]:
    """A long paragraph as runs of sentences; each run begins with the last short sentence of the one before."""
    runs: list[str] = []
    run: list[str] = []
    for sentence in _sentences(text):
        if run and words(" ".join([*run, sentence])) > TARGET:
            runs.append(_join(run))
            run = run[-1:] if words(run[-1]) <= LITTLE else []
        run.append(sentence)
    return [*runs, _join(run)] if run else runs


def _sentences(text: str) -> Iterator[str]:
    for sentence in _SENTENCE.split(text):
        if words(sentence) <= MOST:
            yield sentence
        else:
            yield from _hard_cut(sentence)


def _hard_cut(text: str) -> Iterator[str]:
    """No sentence ends in sight: cut at spaces, or by characters where there are none."""
    parts = text.split(" ") if words(text) > 2 * text.count(" ") / 3 and " " in text else []
    if parts and max(map(len, parts)) < 400:
        for start in range(0, len(parts), TARGET):
            yield " ".join(parts[start : start + TARGET])
        return
    step = int(TARGET * _UNSPACED_PER_WORD)
    for start in range(0, len(text), step):
        yield text[start : start + step]


def _join(sentences: Sequence[str]) -> str:
    glue = "" if sentences and _UNSPACED.search(sentences[0][-2:]) else " "
    return glue.join(sentences)


def _list(items: Sequence[Element], lead: Element | None) -> list[_Piece]:
    """A list in as few pieces as fit, the lead-in at the head of each."""
    head = [lead.text] if lead else []
    pieces: list[_Piece] = []
    lines: list[str] = []
    page = lead.page if lead else None
    for item in items:
        line = f"{'  ' * (item.level - 1)}- {item.text}"
        if lines and words("\n".join([*head, *lines, line])) > MOST:
            pieces.append(_Piece("\n".join([*head, *lines]), page))
            lines, page = [], None
        lines.append(line)
        page = page or item.page
    pieces.append(_Piece("\n".join([*head, *lines]), page))
    return pieces


def _table(table: Element, lead: Element | None) -> list[_Piece]:
    """A table whole with its header; too long, it is cut by rows and each part has lead-in and header."""
    header, rule, *rows = table.text.split("\n")
    top = [*([lead.text] if lead else []), header, rule]
    pieces: list[_Piece] = []
    kept: list[str] = []
    for row in rows:
        if kept and words("\n".join([*top, *kept, row])) > MOST:
            pieces.append(_Piece("\n".join([*top, *kept]), table.page, True))
            kept = []
        kept.append(row)
    pieces.append(_Piece("\n".join([*top, *kept]), table.page, True))
    return pieces
