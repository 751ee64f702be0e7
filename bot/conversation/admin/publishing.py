"""The job that publishes a draft: broken off half-way it is finished by the next who takes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from bot.conversation.admin.progress import teller
from bot.conversation.admin.shown import changes
from bot.conversation.admin.terms import DECIDED, DRAFT, NEW, OVER, ROOM, WARNED, mark
from bot.conversation.admin.words import problem, standing_line
from bot.conversation.expects import KEY as EXPECTS
from bot.conversation.lending import today
from bot.conversation.messages import Button, Reply
from bot.conversation.turn import Commit, Tx
from bot.conversation.wording import N_, Html, Wording, paragraphs
from bot.delivery.jobs import Job
from bot.services import Services
from knowledge.library import LibraryError, PublishProblem, PublishRefused, Version, VersionStatus
from knowledge.types import Audience

AGAIN = timedelta(seconds=10)  # where another process holds the index, such as a long `docs load`
THROWN_AWAY = N_("It was thrown away before it was published. Nothing has changed.")
PUBLISH, DISCARD, REDO, SHOW = "d.pub", "d.off", "d.redo", "d.show"


def publish_document(services: Services, ring: Callable[[], None]) -> Callable[[Job], Commit | None]:
    """The handler of `publish_document` jobs."""

    def run(job: Job) -> Commit:
        facts = job.payload
        wording = services.wording(facts["language"])
        try:
            version = _published(services, ring, facts)
        except LibraryError as error:
            return _failed(services, facts, wording, job.key, error)
        if version.status is VersionStatus.INDEXING:
            return _later(services, facts)
        if version.status is not VersionStatus.PUBLISHED:
            return _failed(services, facts, wording, job.key, None)
        return _done(services, facts, wording, job.key, version)

    return run


def _published(services: Services, ring: Callable[[], None], facts: Mapping[str, Any]) -> Version:
    library = services.library
    if library.version(facts["draft_id"]).status is VersionStatus.DRAFT:
        library.publish(
            facts["draft_id"],
            audience=Audience(facts["audience"]),
            effective_from=date.fromisoformat(facts["from"]),
            replaces=facts["replaces"],
            over=facts.get("over"),
            reason=facts.get("reason", ""),
            by=facts["by"],
            on_progress=teller(services, ring, facts, N_("Publishing… {share}")),
        )
    else:
        services.knowledge.keep()  # broken off half-way by a kill: finish it
    return library.version(facts["draft_id"])


def _later(services: Services, facts: Mapping[str, Any]) -> Commit:
    """The index belongs to another process: looked at again until that one has ended or taken the version up."""
    waited = facts.get("waited", 0) + 1
    key = f"{facts['message']}:wait{waited}"
    return lambda tx: _enqueue(tx, key, {**facts, "waited": waited}, services.clock() + AGAIN)


def _enqueue(tx: Tx, key: str, facts: Mapping[str, Any], due: datetime) -> None:
    tx.job(key, "publish_document", dict(facts), due)


def _done(
    services: Services, facts: Mapping[str, Any], wording: Wording, key: str, version: Version
) -> Commit:
    standing = services.library.standing(version.version_id, today(services, services.clock()))
    text = paragraphs(wording.say("Published."), standing_line(wording, version, standing))
    show = Button(wording.plain("Show the document"), SHOW, (version.version_id,))
    reply = Reply(text, buttons=((show,),), edit=facts["message"])
    return lambda tx: _send(tx, facts, reply, key)


def _failed(
    services: Services, facts: Mapping[str, Any], wording: Wording, key: str, error: LibraryError | None
) -> Commit:
    """Not published: everything the admin decided is put back, so that one press tries again."""
    if thrown_away(services, facts["draft_id"]):
        gone = Reply(wording.say(THROWN_AWAY), edit=facts["message"])
        return lambda tx: _send(tx, facts, gone, key)
    over, differs = facts.get("over"), Html("")
    if isinstance(error, PublishRefused) and error.problem is PublishProblem.OVERTAKEN:
        over = services.library.newest(facts["replaces"])
        differs = changes(
            wording, services.library.diff(facts["draft_id"], against=over or facts["replaces"])
        )
    why = problem(wording, error) if error is not None else wording.say("It broke off too often.")
    draft = (facts["draft_id"],)
    again = Button(wording.plain("Publish"), PUBLISH, (*draft, mark({**facts, OVER: over})))
    rows = (
        (again, Button(wording.plain("Another day"), REDO, draft)),
        (Button(wording.plain("Throw it away"), DISCARD, draft),),
    )
    reply = Reply(
        paragraphs(wording.say("Not published."), why, differs), buttons=rows, edit=facts["message"]
    )

    def commit(tx: Tx) -> None:
        tx.change_state(int(facts["chat_id"]), lambda state: _put_back(state, facts, over))
        _send(tx, facts, reply, key)

    return commit


def _put_back(state: dict[str, Any], facts: Mapping[str, Any], over: str | None) -> None:
    """As it was before the press, unless something else has been begun since."""
    if ROOM in state:
        return
    known = {key: facts[key] or NEW for key in DECIDED}
    reason = {"reason": facts["reason"]} if facts.get("reason") else {}
    warned = {WARNED: facts[WARNED]} if facts.get(WARNED) else {}
    state[ROOM] = {DRAFT: facts["draft_id"], **known, **reason, **warned, OVER: over}
    state.setdefault(EXPECTS, {"room": ROOM, "draft": facts["draft_id"]})


def thrown_away(services: Services, draft_id: str) -> bool:
    """Whether somebody has thrown a draft away while its job waited or ran."""
    return services.library.version(draft_id).status is VersionStatus.DISCARDED


def _send(tx: Tx, facts: Mapping[str, Any], reply: Reply, key: str) -> None:
    tx.send(int(facts["chat_id"]), reply, key=f"{key}:done")
