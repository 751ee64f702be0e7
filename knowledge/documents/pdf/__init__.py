"""PDF: page by page into words, lines and tables, then into headings, paragraphs, lists and whole tables."""

from knowledge.documents.pdf.loading import load_pdf

__all__ = ["load_pdf"]
