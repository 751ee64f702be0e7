"""Within the child: what a zipped paper holds, by its table of contents; nothing is unpacked."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

MAIN_PARTS = ("word/document.xml", "xl/workbook.xml")
MACROS = re.compile(r"vbaProject|(^|/)Basic/|\.(exe|js|vbs|bat|cmd|scr)$", re.IGNORECASE)


def looked_into(data: bytes) -> dict[str, Any]:
    """Its main part, if it has one we know, and whether anything in it may run."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
    return {
        "main": next((name for name in names if name in MAIN_PARTS), None),
        "runs": any(MACROS.search(name) for name in names),
    }
