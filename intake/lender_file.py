"""The two files of a lender's folder as they are read, and their faults in the operator's words: file, key, fix."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from intake.errors import LenderError

EXAMPLE = Path(__file__).parent / "samples"
LENDER, PRODUCTS = "lender.toml", "products.toml"
FIXES = {
    "missing": "Add this key",
    "extra_forbidden": "Remove it, or correct its spelling",
    "string_type": "Write it in quotes",
    "int_type": "Write a whole number without quotes",
    "int_parsing": "Write a whole number",
    "decimal_parsing": 'Write a figure in quotes, such as "8.4"',
    "value_error": "Correct it",
}


class InProducts(ValueError):
    """A fault that concerns several products, and so no single key of theirs."""


def read_lender(folder: Path) -> dict[str, Any]:
    """The [lender] table's keys beside the other tables; [consent] holds one figure. Raises LenderError."""
    path = folder / LENDER
    settings = _read(path)
    lender = settings.pop("lender", None)
    if not isinstance(lender, dict):
        raise LenderError(path, "lender", "the table [lender] is missing", "Add it, after the example")
    consent = settings.pop("consent", {})
    told = isinstance(consent, dict) and "version" in consent
    return {**lender, **settings, **({"consent_version": consent["version"]} if told else {})}


def read_products(folder: Path) -> Any:
    """What stands under [[products]]. Raises LenderError."""
    return _read(folder / PRODUCTS).get("products", [])


def as_lender_error(folder: Path, error: ValidationError) -> LenderError:
    """The first of the faults, and how many more there are."""
    first, *others = error.errors(include_url=False)
    place, caused = first["loc"], first.get("ctx", {}).get("error")
    file = PRODUCTS if place[:1] == ("products",) or isinstance(caused, InProducts) else LENDER
    fix = FIXES.get(first["type"], f"Correct it (given: {first.get('input')!r})")
    if others:
        fix += f" ({len(others)} more fault{'s' * (len(others) > 1)} in this folder)"
    problem = first["msg"].removeprefix("Value error, ")
    return LenderError(folder / file, _key(place), problem, fix)


def _key(place: tuple[int | str, ...]) -> str:
    """As an operator counts: products.1 is the first one."""
    if place == ("consent_version",):
        return "consent.version"
    parts = [str(part + 1) if isinstance(part, int) else part for part in place]
    return ".".join(parts) or "settings as a whole"


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        fix = f"Write it, after the example in {EXAMPLE}"
        raise LenderError(path, "file", "it is missing", fix) from None
    except OSError as error:
        fix = "Put a text file that this user may read in its place"
        raise LenderError(path, "file", f"it cannot be read: {error.strerror}", fix) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LenderError(path, "file", f"it is not readable as TOML: {error}", "Mend that line") from None
