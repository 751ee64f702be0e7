"""A library for every test of the knowledge package that needs one."""

from tests.knowledge.library.world import index, library, publish

__all__ = ["index", "library", "publish"]
