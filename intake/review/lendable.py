"""How much may be lent on an application: the one rule of who recommends and who decides."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from intake.applications.model import Application
from intake.lender import Lender
from intake.products.money import payable


@dataclass(frozen=True, slots=True)
class Lendable:
    """From the least to the most, both possible."""

    least: Decimal
    most: Decimal

    def __contains__(self, amount: Decimal) -> bool:
        return amount > 0 and self.least <= amount <= self.most


def lendable(lender: Lender, application: Application) -> Lendable:
    """What the product lends at least, up to what was asked.

    The lender may have raised its least since: what was asked then is lendable still.
    """
    most = payable(application.requested.amount, application.requested.currency)
    product = {one.product_id: one for one in lender.products}.get(application.product_id)
    least = product.min_amount if product else Decimal(0)
    return Lendable(min(least, most), most)
