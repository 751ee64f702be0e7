"""A loan product: every limit a figure that form, card and calculator share."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Repayment(StrEnum):
    """How principal and interest come back."""

    FLAT = "flat"  # equal instalments, interest on the first principal
    DECLINING = "declining"  # equal instalments, interest on the falling balance
    AT_HARVEST = "at_harvest"  # principal and interest in one sum at the end


Percent = Annotated[Decimal, Field(ge=0, le=100)]
Positive = Annotated[Decimal, Field(gt=0)]


class Product(BaseModel):
    """One product of a lender. Amounts are in the lender's currency, rates in per cent per year."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    product_id: Annotated[str, Field(alias="id", min_length=1)]
    names: dict[str, str]
    purposes: Annotated[dict[str, str], Field(alias="for")]
    trades: Annotated[tuple[str, ...], Field(min_length=1)]
    min_amount: Positive
    max_amount: Positive
    min_term_months: Annotated[int, Field(ge=1)]
    max_term_months: Annotated[int, Field(ge=1, le=600)]
    annual_rate_percent: Percent
    repayment: Annotated[tuple[Repayment, ...], Field(min_length=1)]
    min_own_funds_percent: Percent
    fee_percent: Percent = Decimal(0)

    @model_validator(mode="after")
    def _limits_in_order(self) -> Self:
        if self.min_amount > self.max_amount:
            raise ValueError("min_amount is above max_amount")
        if self.min_term_months > self.max_term_months:
            raise ValueError("min_term_months is above max_term_months")
        return self
