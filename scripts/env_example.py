"""Writes .env.example from the settings themselves: `python scripts/env_example.py > .env.example`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pydantic import SecretStr

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bot.settings import PREFIX, Settings  # noqa: E402


def example() -> str:
    """One commented line for each setting, with what it means and its default."""
    parts = [
        "# Copy to .env and set what you need; everything has a default. Checked by tests/bot/test_settings.py."
    ]
    for name, field in Settings.model_fields.items():
        parts.append(f"\n# {field.description}\n# {PREFIX}{name.upper()}={_shown(field.default)}")
    return "\n".join(parts) + "\n"


def _shown(default: Any) -> str:
    if isinstance(default, SecretStr):
        return ""
    if isinstance(default, list):
        return json.dumps(default)
    if isinstance(default, Path) and default.is_absolute():
        return str(default.relative_to(ROOT))
    return str(default)


if __name__ == "__main__":
    sys.stdout.write(example())
