"""The one base of every error the knowledge package raises."""

from __future__ import annotations


class KnowledgeError(Exception):
    """Something the knowledge package refuses or cannot do; the type carries the facts."""
