"""A draft goes on with a form that was changed meanwhile: what fits is kept, the rest is asked again."""

from __future__ import annotations

from datetime import date

from intake.forms import Form, load_form
from intake.interview import Interview, Prompt, Utterance
from intake.reading import LenderLocale

LOCALE = LenderLocale(today=date(2026, 3, 2))


def made(constraint: str, choices: str, version: str) -> Form:
    listed = "".join(f"| | l | {name} | {name} |\n" for name in choices.split())
    return load_form(
        f"""| survey | | | | | |
| | type | name | label | constraint | required |
| | integer | years | Years? | {constraint} | yes |
| | select_one l | animal | Animal? | | yes |
| | text | purpose | What for? | | yes |

| choices | | | |
| | list_name | name | label |
{listed}
| settings | | |
| | form_id | version |
| | carried | {version} |
""".encode(),
        "carried.md",
    )


def draft(form: Form) -> Interview:
    talk = Interview.start(form, language="en", locale=LOCALE)
    for text in ("50", "goats", "a pen"):
        talk.hear(Utterance(text=text))
    assert talk.finished()
    return talk


def asked(talk: Interview) -> str:
    prompt = talk.prompt()
    assert isinstance(prompt, Prompt)
    return prompt.name


def test_what_no_longer_fits_is_asked_again() -> None:
    saved = draft(made(". < 100", "goats sheep", "1")).save()
    talk = Interview.restore(made(". < 10", "sheep bees", "2"), saved, language="en", locale=LOCALE)
    assert talk.values()["purpose"] == "a pen" and not {"years", "animal"} & set(talk.values())
    assert asked(talk) == "years"
    talk.hear(Utterance(text="5"))
    assert asked(talk) == "animal"


def test_on_the_same_form_nothing_is_touched() -> None:
    form = made(". < 100", "goats sheep", "1")
    talk = Interview.restore(form, draft(form).save(), language="en", locale=LOCALE)
    assert talk.finished() and talk.values()["years"] == "50"


def test_what_the_new_form_works_out_and_asks_no_more_holds_at_once() -> None:
    saved = draft(made(". < 100", "goats sheep", "1")).save()
    newer = load_form(
        b"""| survey | | | | | | |
| | type | name | label | relevant | calculation | required |
| | integer | years | Years? | | | yes |
| | select_one l | animal | Animal? | | | yes |
| | text | purpose | What for? | ${years} < 20 | | yes |
| | calculate | months | | | ${years} * 12 | |
| | text | heir | Who goes on? | ${months} > 720 | | yes |

| choices | | | |
| | list_name | name | label |
| | l | goats | goats |

| settings | | |
| | form_id | version |
| | carried | 2 |
""",
        "carried.md",
    )
    talk = Interview.restore(newer, saved, language="en", locale=LOCALE)
    assert talk.values()["months"] == "600" and talk.finished()
    assert "purpose" not in talk.values() and "heir" not in talk.values()
