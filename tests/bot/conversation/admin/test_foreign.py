"""What is no document of ours: in a language that nobody here is spoken to in, or in none at all."""

from __future__ import annotations

import pytest

from tests.bot.conversation.admin.conftest import BEES
from tests.support.bot import Chat

FRENCH = """# Prêts pour les abeilles

## Montant

Nous prêtons neuf cents yuans par ruche, pour vingt ruches au plus. Le prêt se rembourse en douze mois.
Les membres de la coopérative paient un intérêt de huit pour cent par an.
"""
GERMAN = """# Darlehen

Wir verleihen neunhundert Yuan je Bienenstock, höchstens für zwanzig Bienenstöcke. Der Kredit wird in zwölf Monaten
zurückgezahlt. Mitglieder der Genossenschaft zahlen acht Prozent Zinsen im Jahr.
"""


@pytest.mark.parametrize(("text", "name"), [(FRENCH, "français"), (GERMAN, "Deutsch")])
def test_a_language_that_is_not_spoken_here_is_warned_of(peng: Chat, text: str, name: str) -> None:
    peng.document(text.encode(), "loans.md")
    assert f"This reads as {name}" in peng.words and "English" in peng.words and "中文" in peng.words
    assert peng.button("Farmers and staff") is not None


def test_our_own_languages_are_not(peng: Chat) -> None:
    peng.document(BEES, "bees.md")
    assert "This reads as" not in peng.words


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b"\xff\xfe\x00", "x.pdf", "is damaged"),
        (b"\xff\xfe\x00", "x.md", "no words of what is in"),
        (bytes(range(1, 256)) * 3, "x.txt", "no words of what is in"),
        (b"... --- ...", "x.csv", "no words of what is in"),
    ],
)
def test_rubbish_is_refused_in_a_sentence(peng: Chat, data: bytes, name: str, why: str) -> None:
    peng.document(data, name)
    assert why in peng.words and "The documents are as they were." in peng.words
    assert peng.button("Farmers and staff") is None
