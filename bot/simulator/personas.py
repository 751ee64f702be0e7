"""Who holds the three phones of the page."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import intake
from bot.simulator.chats import Person

LENDER = Path(intake.__file__).parent / "samples" / "lender.toml"
OFFICE = {"officer": "officer", "reviewer": "officer", "lead": "officer", "admin": "admin"}


@dataclass(frozen=True)
class Persona:
    """Somebody the page can hand a phone to; `phone` says which of the three."""

    user_id: int
    name: str
    language: str
    role: str
    phone: str

    def view(self) -> dict[str, Any]:
        return asdict(self)

    def person(self) -> Person:
        """Who he is to Telegram, before anybody looked at his phone."""
        return Person(self.user_id, self.name, self.language)


FARMERS = (
    Persona(1001, "Wang Fang", "en", "farmer", "farmer"),
    Persona(1002, "Zhang Wei", "zh", "farmer", "farmer"),
    Persona(1003, "Juma", "sw", "farmer", "farmer"),
)


def sample_personas(lender: Path = LENDER) -> Sequence[Persona]:
    """Three farmers, and the staff of the sample lender."""
    staff = tomllib.loads(lender.read_text(encoding="utf-8")).get("staff", [])
    return [
        *FARMERS,
        *(
            Persona(
                member["user_id"], member["name"], member["language"], member["role"], OFFICE[member["role"]]
            )
            for member in staff
        ),
    ]
