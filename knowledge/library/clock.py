"""The clock the library is handed (law 11)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]
"""Says the present moment, aware, in UTC."""
