"""The sample form and lender, and a farmer who answers."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from intake.forms import Form, load_form
from intake.interview import Heard, Interview, Prompt, Utterance
from intake.reading import LenderLocale

INTAKE = Path(__file__).parents[3] / "intake"
TODAY = date(2026, 3, 2)
LOCALE = LenderLocale.load(INTAKE / "samples" / "lender.toml", today=TODAY)
PLAIN = {
    "trade": "livestock", "purpose": "12 goats", "animals": "goats", "animals_buy": "12", "animals_have": "30",
    "experience_years": "10", "amount": "8000", "own_funds": "3000", "term_months": "12", "repayment": "declining",
    "first_payment": "2026-06-01", "income_months": "m09 m10", "income_month_good": "5000", "income_month_poor": "900",
    "living_costs_month": "700", "has_debts": "no", "full_name": "Amina Juma", "village": "goat-hill",
    "phone": "+8613812345678", "staff_related": "no",
}  # fmt: skip


@cache
def form() -> Form:
    return load_form(INTAKE / "forms" / "microloan.md", "microloan")


def interview(language: str = "en", **around: Any) -> Interview:
    return Interview.start(form(), language=language, locale=LOCALE, **around)


def say(talk: Interview, text: str) -> Heard:
    return talk.hear(Utterance(text=text))


def asked(talk: Interview) -> str:
    """The name of the question asked now; empty at the end."""
    prompt = talk.prompt()
    return prompt.name if isinstance(prompt, Prompt) else ""


def until(talk: Interview, wanted: str, **instead: str) -> Interview:
    """Answer up to the question called `wanted`."""
    answers = PLAIN | instead
    for _ in range(80):
        name = asked(talk)
        if name == wanted:
            return talk
        assert name, f"{wanted} is not asked"
        talk.hear(Utterance(value=answers[name])) if name in answers else talk.skip()
    raise AssertionError(f"no end; still asked {asked(talk)}")


def answer_all(talk: Interview, **instead: str) -> None:
    """Answer every question by name, skipping what may be skipped."""
    answers = PLAIN | instead
    for _ in range(80):
        name = asked(talk)
        if not name:
            return
        if name in answers:
            heard = talk.hear(Utterance(value=answers[name]))
            assert type(heard).__name__ == "Accepted", (name, heard)
        else:
            talk.skip()
    raise AssertionError(f"no end; still asked {asked(talk)}")
