"""The functions of XPath 1.0 and OpenRosa (https://getodk.github.io/xforms-spec/#xpath-functions)."""

from intake.forms.xpath.functions import basics, choices, coding, moments, numbers, places, repeats, texts
from intake.forms.xpath.functions.registry import Function, lookup, names

__all__ = [
    "Function",
    "basics",
    "choices",
    "coding",
    "lookup",
    "moments",
    "names",
    "numbers",
    "places",
    "repeats",
    "texts",
]
