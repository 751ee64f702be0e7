"""What the lender says of its people's days holds in what they type."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.conversation.wording import Wording
from bot.locale import lender_locale, read_days
from intake.lender import SAMPLES, Lender


@pytest.mark.parametrize(("line", "day"), [("", date(2026, 3, 4)), ('date_order = "dmy"', date(2026, 4, 3))])
def test_a_day_in_figures_is_read_as_the_lender_says(tmp_path: Path, line: str, day: date) -> None:
    for name in ("lender.toml", "products.toml"):
        text = (SAMPLES / name).read_text("utf-8")
        (tmp_path / name).write_text(text.replace("[lender]", f"[lender]\n{line}", 1), "utf-8")
    locale = lender_locale(Lender.load(tmp_path), date(2026, 1, 5))
    assert read_days("03/04/2026", "zh", locale).clear == day


@pytest.mark.parametrize(
    ("language", "day", "time"),
    [("en", "Nov 12, 2026", "4:15"), ("zh", "2026年11月12日", "16:15"), ("sw", "12 Nov 2026", "16:15")],
)
def test_a_moment_names_its_month(language: str, day: str, time: str) -> None:
    """12/11/26 can be read two ways."""
    said = Wording(language, timezone="Asia/Shanghai").moment(datetime(2026, 11, 12, 8, 15, tzinfo=UTC))
    assert day in said and time in said
