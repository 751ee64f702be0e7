"""Within the child: a picture stripped of what the phone wrote into it, turned upright, made small."""

from __future__ import annotations

import io
import warnings
from typing import Any

from PIL import Image, ImageOps

from intake.errors import Refused

MAX_PIXELS = 64_000_000  # 8,000 x 8,000: beyond any phone in the villages, before a bomb hurts
MAX_WHOLE_PIXELS = 16_000_000  # of kinds that can only be opened whole; phones take photographs as JPEG
LONG_SIDE = 1600  # enough to read an identity card on a screen and on paper
QUALITY = 80
FORMATS = ("JPEG", "PNG", "WEBP")


def made_small(data: bytes) -> tuple[dict[str, Any], bytes]:
    """Its width and height, and a JPEG of the pixels alone. Raises `Refused` and whatever a decoder raises."""
    warnings.simplefilter("ignore")  # Pillow warns of bombs by its own limit; ours is checked below
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
            _check_pixels(opened.width, opened.height, whole=opened.format != "JPEG")
            # Small first, then turned: a JPEG is then never opened in its full size.
            opened.thumbnail((LONG_SIDE, LONG_SIDE))
            return _encoded(_flat(ImageOps.exif_transpose(opened)))
    except Image.DecompressionBombError:
        raise Refused("too_many_pixels", max=MAX_PIXELS) from None


def _check_pixels(width: int, height: int, *, whole: bool) -> None:
    most = MAX_WHOLE_PIXELS if whole else MAX_PIXELS
    if width * height > most:
        raise Refused("too_many_pixels", width=width, height=height, max=most)


def _flat(image: Image.Image) -> Image.Image:
    """On white, without transparency and without metadata: a fresh picture of the pixels alone."""
    coloured = image.convert("RGBA")
    paper = Image.new("RGB", coloured.size, "white")
    paper.paste(coloured, mask=coloured.getchannel("A"))
    return paper


def _encoded(image: Image.Image) -> tuple[dict[str, Any], bytes]:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY, optimize=True)
    return {"width": image.width, "height": image.height}, out.getvalue()
