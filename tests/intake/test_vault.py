"""The vault opens what it closed, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import VaultError
from intake.vault import Vault

OLD, NEW, INDEX = Vault.new_key(), Vault.new_key(), Vault.new_key()


@given(st.recursive(st.none() | st.booleans() | st.text(st.characters()), st.lists, max_leaves=5))
def test_json_round_trip(value: object) -> None:
    vault = Vault([OLD], INDEX)
    assert vault.decrypt_json(vault.encrypt_json(value)) == value


def test_lone_surrogates_and_nul_come_back_as_they_went() -> None:
    vault = Vault([OLD], INDEX)
    assert vault.decrypt_json(vault.encrypt_json({"t": "a\ud800\x00b"})) == {"t": "a\ud800\x00b"}


def test_rotation_keeps_both_keys_until_the_old_is_dropped() -> None:
    token = Vault([OLD], INDEX).encrypt(b"goats")
    both = Vault([NEW, OLD], INDEX)
    assert not both.is_current(token)
    fresh = both.rotate(token)
    assert both.is_current(fresh)
    assert Vault([NEW], INDEX).decrypt(fresh) == b"goats"
    with pytest.raises(VaultError):
        Vault([NEW], INDEX).decrypt(token)


def test_the_blind_index_forgives_spacing_and_needs_its_key() -> None:
    vault = Vault([OLD], INDEX)
    assert vault.blind_index("AB 12") == vault.blind_index("ab12")
    assert vault.blind_index("ab12") != Vault([OLD], Vault.new_key()).blind_index("ab12")


@pytest.mark.parametrize(
    ("keys", "index"),
    [([], INDEX), (["short"], INDEX), ([OLD], "short")],
    ids=[
        "no key",
        "a short key",
        "a short index key",
    ],  # the keys are random: xdist wants the same names everywhere
)
def test_bad_keys_are_named(keys: list[str], index: str) -> None:
    with pytest.raises(VaultError, match=r"openssl rand"):
        Vault(keys, index)
