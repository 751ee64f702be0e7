"""The dossier: a credit file on paper, and pictures for a farmer's phone."""

from intake.dossier.labels import ENGLISH, SECTIONS
from intake.dossier.papers import degrees
from intake.dossier.pdf import Around, application_pdf
from intake.dossier.pictures import cash_flow_picture, schedule_picture
from intake.dossier.plan import schedule_of

__all__ = [
    "ENGLISH",
    "SECTIONS",
    "Around",
    "application_pdf",
    "cash_flow_picture",
    "degrees",
    "schedule_of",
    "schedule_picture",
]
