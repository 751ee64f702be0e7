"""The tables of the knowledge package."""

from __future__ import annotations

from sqlalchemy import MetaData

metadata = MetaData()
