"""Photos: stripped of what the phone wrote into them, turned upright, made small."""

from __future__ import annotations

import io
import threading
import warnings
from typing import TYPE_CHECKING

from intake.applications.prepared import MAX_BYTES, Prepared
from intake.errors import Refused

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PIXELS = 64_000_000  # 8,000 x 8,000: beyond any phone in the villages, before a bomb hurts
MAX_WHOLE_PIXELS = 16_000_000  # of kinds that can only be opened whole; phones take photographs as JPEG
LONG_SIDE = 1600  # enough to read an identity card on a screen and on paper
QUALITY = 80
FORMATS = ("JPEG", "PNG", "WEBP")
_ONE_AT_A_TIME = threading.Lock()  # a picture of 100 KB may fill 100 MB while it is opened


def prepare_photo(data: bytes) -> Prepared:
    """Decode, turn upright, shrink to `LONG_SIDE`, drop all metadata, encode anew as JPEG.

    Raises `Refused`: "photo_too_big" (bytes), "photo_too_many_pixels", "photo_unreadable".
    """
    if len(data) > MAX_BYTES:
        raise Refused("photo_too_big", size=len(data), max=MAX_BYTES)
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of bombs by its own limit; ours is checked below
            with _ONE_AT_A_TIME, Image.open(io.BytesIO(data), formats=FORMATS) as opened:
                _check_pixels(opened.width, opened.height, whole=opened.format != "JPEG")
                # Small first, then turned: a JPEG is then never opened in its full size.
                opened.thumbnail((LONG_SIDE, LONG_SIDE))
                return _encoded(_flat(ImageOps.exif_transpose(opened)))
    except Refused:
        raise
    except Image.DecompressionBombError:
        raise Refused("photo_too_many_pixels", max=MAX_PIXELS) from None
    except Exception as error:  # Pillow raises what its decoders raise: OSError, SyntaxError, struct.error …
        raise Refused("photo_unreadable", why=type(error).__name__) from None


def _check_pixels(width: int, height: int, *, whole: bool) -> None:
    most = MAX_WHOLE_PIXELS if whole else MAX_PIXELS
    if width * height > most:
        raise Refused("photo_too_many_pixels", width=width, height=height, max=most)


def _flat(image: Image) -> Image:
    """On white, without transparency and without metadata: a fresh picture of the pixels alone."""
    from PIL import Image

    coloured = image.convert("RGBA")
    paper = Image.new("RGB", coloured.size, "white")
    paper.paste(coloured, mask=coloured.getchannel("A"))
    return paper


def _encoded(image: Image) -> Prepared:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY, optimize=True)
    return Prepared(out.getvalue(), "image/jpeg", "jpg", image.width, image.height)
