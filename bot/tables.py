"""The tables of the bot package."""

from __future__ import annotations

from sqlalchemy import MetaData

metadata = MetaData()
