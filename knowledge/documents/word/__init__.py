"""Word files: headings, lists, tables, boxes and footnotes in reading order; what nobody sees is reported."""

from knowledge.documents.word.loading import load_docx

__all__ = ["load_docx"]
