"""Model files that come inside packages: found without importing the package, checked against a pinned hash."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from knowledge.errors import KnowledgeError


class ModelFileMissing(KnowledgeError):
    """A package that carries a model is not installed, or without the file."""


class ModelFileChanged(KnowledgeError):
    """A model file is not the one that was measured and pinned."""


@cache
def pinned_file(package: str, relative: str, sha256: str) -> Path:
    """The path of a package's data file, after its SHA-256 was checked (once a process).

    The package's `__init__` is not executed: some of them import torch.
    """
    path = package_folder(package) / relative
    if not path.is_file():
        raise ModelFileMissing(f"{package} has no file {relative}: reinstall it from requirements.lock")
    return checked_file(path, sha256)


@cache
def checked_file(path: Path, sha256: str) -> Path:
    """The path itself, after its SHA-256 was checked (once a process)."""
    if not path.is_file():
        raise ModelFileMissing(f"{path} is missing: install village-credit whole")
    found = _sha256(path)
    if found != sha256:
        raise ModelFileChanged(f"{path} has SHA-256 {found}, expected {sha256}: install it anew")
    return path


def package_folder(package: str) -> Path:
    """Where an installed package lies; raises `ModelFileMissing` with the fix."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModelFileMissing(f"the package {package} is not installed: run `make setup`")
    return Path(spec.origin).parent


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
