"""The dossier in a reader's language: labels from the catalogue, photos from the store."""

from __future__ import annotations

from bot.conversation.officer.ability import ability
from bot.conversation.wording import Wording
from bot.services import Services
from intake.applications import ApplicationFile
from intake.dossier import ENGLISH, Around, application_pdf
from intake.errors import NotFound
from intake.review import StaffMember


def labels(wording: Wording) -> dict[str, str]:
    """Every word a dossier or a picture prints, translated."""
    return {key: wording.translated(text) for key, text in ENGLISH.items()}


def dossier(services: Services, file: ApplicationFile, reader: StaffMember) -> bytes:
    """The file as a PDF for one reader, whose name is printed on it. Slow: outside any transaction."""
    with services.reading() as connection:
        guarantee = services.guarantors.of_application(connection, file.application.application_id)
    around = Around(
        lender=services.lender,
        now=services.clock(),
        opened_by=reader.name,
        ability=ability(services, file.application),
        guarantee=guarantee,
        names=_names(services),
        photos=_photos(services, file),
    )
    return application_pdf(
        file, around, language=reader.language, labels=labels(services.wording(reader.language))
    )


def _names(services: Services) -> dict[int, str]:
    """Everybody on the staff, those who have left too: their papers stay in the file."""
    with services.reading() as connection:
        return {one.user_id: one.name for one in services.staff.members(connection, active=False)}


def _photos(services: Services, file: ApplicationFile) -> dict[str, bytes]:
    photos = {}
    for attachment in file.attachments:
        if not attachment.picture:
            continue  # a recording cannot be printed
        try:
            photos[attachment.attachment_id] = services.applications.attachments.read(
                attachment.attachment_id
            )
        except NotFound:
            continue  # a lost photo must not keep the rest of the file from being read
    return photos
