"""Typst with the packaged fonts: people's words go in as data, never as markup."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Literal

TEMPLATES = Path(__file__).parent / "templates"
FONT_PACKAGES = (
    ("cvttf_NotoSansCJK_Regular", "."),
    ("fontpkg_noto_sans", "files"),
    ("fontpkg_noto_sans_devanagari", "files"),
)


@cache
def _fonts() -> Any:
    """The fonts of the lock file, read once; system fonts are left alone so that every machine prints alike."""
    import typst

    folders = [str(resources.files(package).joinpath(folder)) for package, folder in FONT_PACKAGES]
    return typst.Fonts(include_system_fonts=False, font_paths=folders)


def typeset(
    template: str, content: Mapping[str, Any], *, output: Literal["pdf", "png"], ppi: float = 144
) -> bytes:
    """Print `content` (JSON-able) through a template of this package. One compiler a call: threads may print."""
    import typst

    compiler = typst.Compiler(
        str(TEMPLATES / template),
        root=str(TEMPLATES),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"content": json.dumps(content, ensure_ascii=False)},
    )
    printed = compiler.compile(format=output, ppi=ppi) if output == "png" else compiler.compile(format=output)
    page = printed[0] if isinstance(printed, list) else printed
    assert page is not None  # None is for output to a path
    return page
