"""Markdown: rendered to HTML and read as such; comments and front matter are not text."""

from __future__ import annotations

import re

from knowledge.documents.builder import Builder
from knowledge.documents.charset import decode
from knowledge.documents.html import load_markup

_FRONT_MATTER = re.compile(r"\A---\s*\n(.*?)\n(?:---|\.\.\.)\s*\n", re.DOTALL)
_TITLE = re.compile(r"^title\s*:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE | re.IGNORECASE)
_NOTE = re.compile(r"^\[\^(\w{1,20})\]:[ \t]*", re.MULTILINE)
_NOTE_MARK = re.compile(r"(?<=\S)\[\^(\w{1,20})\](?!:)")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)


def load_markdown(data: bytes, builder: Builder) -> None:
    """Read Markdown with tables; a comment is hidden text, shown to the admin and not indexed."""
    from markdown_it import MarkdownIt

    source = decode(data, builder).replace("\r\n", "\n").lstrip("\ufeff")
    if front := _FRONT_MATTER.match(source):
        title = _TITLE.search(front.group(1))
        builder.title = title.group(1) if title else ""
        source = source[front.end() :]
    for comment in _COMMENT.findall(source):
        builder.hidden(comment)
    source = _NOTE.sub(r"[\1] ", _NOTE_MARK.sub(r" [\1]", source))
    renderer = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    load_markup(renderer.render(_COMMENT.sub("", source)), builder)
