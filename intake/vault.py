"""Personal data at rest: rotating encryption keys and a blind index to find without reading."""

from __future__ import annotations

import hashlib
import hmac
import json
import unicodedata
from collections.abc import Sequence
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from intake.errors import VaultError

NEW_KEY = "`openssl rand -base64 32 | tr +/ -_`"  # for the operator's shell


class Vault:
    """Encrypts under the first key, opens with any; finds by HMAC-SHA256 under a key of its own.

    To change keys put the new one first, run the re-encryption walk (`intake.people.rekeying`), then drop
    the old one. The index key cannot rotate silently: changing it means indexing anew.
    """

    def __init__(self, keys: Sequence[str], index_key: str) -> None:
        self.use(keys)
        self._index_key = index_key.encode()
        if len(self._index_key) < 32:
            raise VaultError(f"the index key is shorter than 32 characters: make one with {NEW_KEY}")

    @staticmethod
    def new_key() -> str:
        """A fresh key, 32 random bytes in URL-safe base64; good as encryption key and as index key."""
        return Fernet.generate_key().decode()

    def use(self, keys: Sequence[str]) -> None:
        """From now on these keys, newest first."""
        if not keys:
            raise VaultError(f"no encryption key: set at least one, as {NEW_KEY} makes them")
        fernets = [_fernet(key, place) for place, key in enumerate(keys, start=1)]
        self._first, self._all = fernets[0], MultiFernet(fernets)

    def encrypt(self, plain: bytes) -> bytes:
        return self._all.encrypt(plain)

    def decrypt(self, token: bytes) -> bytes:
        """What was encrypted. Raises `VaultError` when no key opens it."""
        try:
            return self._all.decrypt(token)
        except InvalidToken:
            raise VaultError("no key at hand opens this: was an old key dropped too early?") from None

    def encrypt_json(self, value: Any) -> bytes:
        # surrogatepass: a lone surrogate that a phone sent is stored as it came, not a crash
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)
        return self.encrypt(text.encode("utf-8", "surrogatepass"))

    @staticmethod
    def stored(value: Any) -> Any:
        """The value as `decrypt_json` gives it back."""
        return json.loads(json.dumps(value, default=_plain))

    def decrypt_json(self, token: bytes) -> Any:
        return json.loads(self.decrypt(token).decode("utf-8", "surrogatepass"))

    def blind_index(self, text: str) -> str:
        """The same for the same text however it is spaced or cased; tells nothing to who lacks the key."""
        folded = "".join(unicodedata.normalize("NFKC", text).casefold().split())
        return hmac.new(self._index_key, folded.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()

    def fingerprint(self, text: str) -> str:
        """64 hex digits that only the holder of the index key can make; of no use as a blind index."""
        return hmac.new(self._index_key, b"fingerprint\0" + text.encode(), hashlib.sha256).hexdigest()

    def is_current(self, token: bytes) -> bool:
        """Whether the first key alone opens it, so that rotation may pass it by."""
        try:
            self._first.decrypt(token)
        except InvalidToken:
            return False
        return True

    def rotate(self, token: bytes) -> bytes:
        """The same content under the first key; its time of encryption is kept."""
        try:
            return self._all.rotate(token)
        except InvalidToken:
            raise VaultError("no key at hand opens this: put the old key back behind the new one") from None


def _fernet(key: str, place: int) -> Fernet:
    try:
        return Fernet(key)
    except (ValueError, TypeError):
        raise VaultError(
            f"encryption key number {place} is not 32 bytes in URL-safe base64; the old key must be put back as it "
            f"was, a new one comes of {NEW_KEY}"
        ) from None


def _plain(value: Any) -> str:
    return str(value)
