"""Review: the staff, their rights, and the queue that they decide from."""

from intake.review.lendable import Lendable
from intake.review.queue import ReviewQueue
from intake.review.staff import Invite, Role, Staff, StaffMember
from intake.review.views import QueueItem, QueueViews

__all__ = [
    "Invite",
    "Lendable",
    "QueueItem",
    "QueueViews",
    "ReviewQueue",
    "Role",
    "Staff",
    "StaffMember",
]
