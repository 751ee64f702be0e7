"""What the commands of `village-credit forms` share: the file, JSON, the console."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

console = Console()

File = Annotated[
    Path,
    typer.Argument(exists=True, dir_okay=False, help="An XLSForm (.xlsx .xls .csv .md) or XForm (.xml)."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def print_json(value: Any) -> None:
    """One JSON value on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, default=str) + "\n")
