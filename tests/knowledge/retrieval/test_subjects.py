"""What a loan is for, as another language names it."""

from __future__ import annotations

import pytest

from knowledge.retrieval.subjects import named_in


@pytest.mark.parametrize(
    ("about", "asked", "language", "named"),
    [
        ("cabras", "es", "en", "goat"),
        ("les chèvres", "fr", "sw", "mbuzi"),
        ("बकरी", "hi", "zh", "羊"),
        ("养羊", "zh", "en", "goat"),
        ("abejas y cabras", "es", "en", "goat bee"),
        ("comprar un tractor", "es", "en", "tractor"),
        ("biashara", "sw", "en", "trade"),
        ("bodas", "es", "en", ""),
        ("cabras y bodas", "es", "en", ""),
        ("养羊结婚", "zh", "en", ""),
        ("cabras", "pt", "en", ""),
        ("cabras", "es", "de", ""),
        ("", "es", "en", ""),
    ],
)
def test_a_thing_is_named_in_another_language_only_where_all_of_it_is_known(
    about: str, asked: str, language: str, named: str
) -> None:
    assert named_in(about, asked, language) == named
