"""The tables of the intake package."""

from __future__ import annotations

from sqlalchemy import MetaData

metadata = MetaData()
