"""The job that publishes a draft, its progress told on one message that is edited."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.conversation.admin.words import problem, standing_line
from bot.conversation.lending import today
from bot.conversation.messages import Reply
from bot.conversation.turn import Commit, Tx
from bot.conversation.wording import paragraphs
from bot.delivery.jobs import Job
from bot.services import Services
from knowledge.library import LibraryError, VersionStatus
from knowledge.types import Audience

STEPS = 5  # how often the message is edited at most: Telegram's pace is about one a second


def publish_document(services: Services, ring: Callable[[], None]) -> Callable[[Job], Commit | None]:
    """The handler of `publish_document` jobs."""

    def run(job: Job) -> Commit:
        facts = job.payload
        wording = services.wording(facts["language"])
        library = services.library
        try:
            if library.version(facts["draft_id"]).status is VersionStatus.DRAFT:
                library.publish(
                    facts["draft_id"],
                    audience=Audience(facts["audience"]),
                    effective_from=date.fromisoformat(facts["from"]),
                    replaces=facts["replaces"],
                    reason="from chat",
                    by=facts["by"],
                    on_progress=_progress(services, ring, facts),
                )
            else:
                library.recover()  # broken off half-way by a kill: finish it
            version = library.version(facts["draft_id"])
            standing = library.standing(version.version_id, today(services, services.clock()))
            text = paragraphs(wording.say("Published."), standing_line(wording, version, standing))
        except LibraryError as error:
            text = paragraphs(wording.say("Not published."), problem(wording, error))

        def commit(tx: Tx) -> None:
            tx.send(facts["chat_id"], Reply(text, edit=facts["message"]), key=f"{job.key}:done")

        return commit

    return run


def _progress(
    services: Services, ring: Callable[[], None], facts: dict[str, str]
) -> Callable[[int, int], None]:
    """Tells of each fifth of the work, in a small transaction of its own."""
    told = [0]

    def progress(done: int, whole: int) -> None:
        step = STEPS * done // max(whole, 1)
        if not told[0] < step < STEPS:
            return
        told[0] = step
        wording = services.wording(facts["language"])
        text = wording.say("Publishing… {share}", share=f"{100 * done // whole}%")
        with services.engine.begin() as connection:
            services.outbox.put(
                connection,
                int(facts["chat_id"]),
                Reply(text, edit=facts["message"]),
                now=services.clock(),
                key=f"{facts['message']}:{step}",
            )
        ring()

    return progress
