"""The clock that is handed in (law 11)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]
"""Says the present moment, aware, in the lender's zone: its day is the day that documents are in force on."""
