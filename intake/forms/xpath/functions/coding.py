"""Digests and base64."""

from __future__ import annotations

import base64
import binascii
import hashlib

from intake.forms.xpath.environment import Context
from intake.forms.xpath.errors import WrongArguments
from intake.forms.xpath.functions.registry import function
from intake.forms.xpath.values import Value, to_string

_DIGESTS = {"MD5": "md5", "SHA-1": "sha1", "SHA-256": "sha256", "SHA-384": "sha384", "SHA-512": "sha512"}


@function("digest", 2, 3)
def digest(_context: Context, value: Value, algorithm: Value, encoding: Value = "base64") -> Value:
    name, form = to_string(algorithm), to_string(encoding)
    if name.upper() not in _DIGESTS:
        raise WrongArguments(f"digest() knows {', '.join(_DIGESTS)}, not {name!r}")
    if form.lower() not in ("base64", "hex"):
        raise WrongArguments(f"digest() writes base64 or hex, not {form!r}")
    hashed = hashlib.new(
        _DIGESTS[name.upper()], to_string(value).encode("utf-8", "surrogatepass"), usedforsecurity=False
    )
    return hashed.hexdigest() if form.lower() == "hex" else base64.b64encode(hashed.digest()).decode()


@function("base64-decode", 1)
def base64_decode(_context: Context, value: Value) -> Value:
    try:
        return base64.b64decode(to_string(value), validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


@function("base64-encode", 1)
def base64_encode(_context: Context, value: Value) -> Value:
    return base64.b64encode(to_string(value).encode("utf-8", "surrogatepass")).decode()


SIGNATURE_BYTES = 64


@function("extract-signed", 2)
def extract_signed(_context: Context, value: Value, key: Value) -> Value:
    """The message inside a base64 text of an Ed25519 signature and what it signs; empty when it is not genuine."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        signed = base64.b64decode(to_string(value), validate=True)
        public = Ed25519PublicKey.from_public_bytes(base64.b64decode(to_string(key), validate=True))
        public.verify(signed[:SIGNATURE_BYTES], signed[SIGNATURE_BYTES:])
    except (binascii.Error, ValueError, InvalidSignature):
        return ""
    return signed[SIGNATURE_BYTES:].decode("utf-8", "replace")
