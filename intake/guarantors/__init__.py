"""Guarantors: asked by a link of their own, they answer for themselves, until the decision."""

from intake.guarantors.links import is_link, random_token
from intake.guarantors.model import Barrier, Doubt, Guarantee, Link
from intake.guarantors.service import Guarantors
from intake.guarantors.status import GUARANTEE_TRANSITIONS, GuaranteeAction, GuaranteeStatus

__all__ = [
    "GUARANTEE_TRANSITIONS",
    "Barrier",
    "Doubt",
    "Guarantee",
    "GuaranteeAction",
    "GuaranteeStatus",
    "Guarantors",
    "Link",
    "is_link",
    "random_token",
]
