"""Photos: stripped of what the phone wrote into them, turned upright, made small, in a process of their own."""

from __future__ import annotations

from intake.applications.prepared import MAX_BYTES, PICTURE, Prepared
from intake.errors import Refused
from intake.untrusted import open_in_child

TOO_LARGE = ("too_many_pixels", "too_much_memory")


def prepare_photo(data: bytes) -> Prepared:
    """Decode, turn upright, shrink, drop all metadata, encode anew as JPEG.

    Raises `Refused`: "photo_too_big" (bytes), "photo_too_many_pixels", "photo_unreadable".
    """
    if len(data) > MAX_BYTES:
        raise Refused("photo_too_big", size=len(data), max=MAX_BYTES)
    try:
        opened = open_in_child("picture", data)
    except Refused as refused:
        code = "photo_too_many_pixels" if refused.code in TOO_LARGE else "photo_unreadable"
        raise Refused(code, **refused.facts) from None
    return Prepared(opened.content, PICTURE, "jpg", opened.facts["width"], opened.facts["height"])
