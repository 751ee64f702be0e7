"""Who works at the shell: kept with what he does there."""

from __future__ import annotations

import getpass
import os
from typing import Annotated

import typer


def login() -> str:
    """The login name; in a container whose user has no name, the number."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # KeyError up to Python 3.12
        return f"uid {os.getuid()}"


By = Annotated[str, typer.Option(help="Who does this; kept in the history.", default_factory=login)]
