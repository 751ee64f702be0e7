"""The dossier in a reader's language: labels from the catalogue, photos from the store."""

from __future__ import annotations

from bot.conversation.wording import Wording
from bot.services import Services
from intake.applications import ApplicationFile
from intake.audit import actor_id
from intake.dossier import ENGLISH, Around, application_pdf
from intake.errors import NotFound
from intake.review import StaffMember


def labels(wording: Wording) -> dict[str, str]:
    """Every word a dossier or a picture prints, translated."""
    return {key: wording.translated(text) for key, text in ENGLISH.items()}


def dossier(services: Services, file: ApplicationFile, reader: StaffMember) -> bytes:
    """The file as a PDF for one reader, whose name is printed on it. Slow: outside any transaction."""
    around = Around(
        lender=services.lender,
        now=services.clock(),
        opened_by=reader.name,
        names=_names(services, file),
        photos=_photos(services, file),
    )
    return application_pdf(
        file, around, language=reader.language, labels=labels(services.wording(reader.language))
    )


def _names(services: Services, file: ApplicationFile) -> dict[int, str]:
    actors = {event.actor for event in file.history} | {message.sender for message in file.messages}
    numbers = {actor_id(actor) for actor in actors if actor.startswith("staff:")}
    numbers |= {finding.by for finding in file.findings} | {file.application.holder}
    with services.reading() as connection:
        found = {number: services.staff.find(connection, number) for number in numbers if number}
    return {number: member.name for number, member in found.items() if member}


def _photos(services: Services, file: ApplicationFile) -> dict[str, bytes]:
    photos = {}
    for attachment in file.attachments:
        try:
            photos[attachment.attachment_id] = services.applications.photos.read(attachment.attachment_id)
        except NotFound:
            continue  # a lost photo must not keep the rest of the file from being read
    return photos
