"""A lender's folder is read whole, and its faults are named with file, key and fix."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from intake.errors import LenderError
from intake.lender import SAMPLES, Lender
from intake.products import Repayment


def test_the_sample_lender() -> None:
    lender = Lender.load(SAMPLES)
    assert lender.reference_prefix == "TR"
    assert [village.village_id for village in lender.villages][:2] == ["willow-bend", "stone-bridge"]
    season = lender.product("season")
    assert (season.max_amount, season.repayment) == (
        Decimal(20000),
        (Repayment.AT_HARVEST, Repayment.DECLINING),
    )
    assert lender.text(lender.village("goat-hill").names, "zh") == "羊坡村"
    assert lender.is_large(Decimal(50000))
    assert not lender.is_large(Decimal("49999.99"))


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("lender.toml", 'currency = "CNY"', 'currency = "XQZ"', "currency 'XQZ' is not an ISO 4217 code"),
        ("lender.toml", 'timezone = "Asia/Shanghai"', 'timezone = "Mars"', "timezone 'Mars' is unknown"),
        ("lender.toml", '"zh", "sw"]', '"zh", "sw", "pt-BR"]', "'pt-BR' is no language code"),
        ("lender.toml", "claim_reminder = 24", "claim_reminder = 99", "claim_reminder must come before"),
        ("lender.toml", "[rules]", "[rules]\nmin_age = 18", "rules.min_age: Extra inputs are not permitted"),
        ("lender.toml", 'large_loan_from = "50000"', 'large_loan_from = "much"', "rules.large_loan_from"),
        ("lender.toml", 'version = "2026-01"', "", "consent.version"),
        ("lender.toml", 'starts = "03-15"', 'starts = "3-45"', "seasons.1.starts"),
        ("lender.toml", 'villages = ["goat-hill"', 'villages = ["goat-hil"', "no village 'goat-hil'"),
        ("lender.toml", 'en = "Goat Hill", zh = "羊坡村"', 'en = "Goat Hill"', "goat-hill has no text in zh"),
        ("products.toml", 'max_amount = "20000"', 'max_amount = "200"', "min_amount is above max_amount"),
        ("products.toml", 'annual_rate_percent = "8.4"', 'anual_rate = "8.4"', "annual_rate_percent"),
        ("products.toml", '"at_harvest", "declining"', '"weekly"', "products.1.repayment.1"),
        ("products.toml", 'id = "livestock"', 'id = "season"', "season stands there twice"),
        ("products.toml", 'sw = "Mkopo wa Mbegu na Msimu"', 'sw = " "', "season names has no text in sw"),
        ("products.toml", "[[products]]", "[[products", "not readable as TOML"),
        ("lender.toml", 'en = "Goat Hill"', 'en = "Willow Bend"', "Willow Bend stands there twice"),
        ("lender.toml", '\nphone = "', '\nphone = "" #', "phone: '' is no telephone number"),
        ("lender.toml", '\ncomplaints_phone = "', '\ncomplaints_phone = "call us" #', "is no telephone"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, file: str, old: str, new: str, said: str) -> None:
    for name in ("lender.toml", "products.toml"):
        text = (SAMPLES / name).read_text("utf-8")
        assert name != file or old in text
        (tmp_path / name).write_text(text.replace(old, new, 1) if name == file else text, "utf-8")
    with pytest.raises(LenderError) as error:
        Lender.load(tmp_path)
    assert said in str(error.value)
    assert error.value.file == tmp_path / file and "Value error" not in str(error.value)
    assert error.value.fix


def test_a_folder_in_place_of_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "lender.toml").mkdir()
    with pytest.raises(LenderError, match=r"lender.toml: file: it cannot be read"):
        Lender.load(tmp_path)


def test_a_missing_folder_says_where_the_example_is(tmp_path: Path) -> None:
    with pytest.raises(LenderError, match="missing"):
        Lender.load(tmp_path / "nowhere")
