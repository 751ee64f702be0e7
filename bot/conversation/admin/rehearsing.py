"""Rehearsal in chat: golden and real questions with and without the draft, side by side, before it is published."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

import structlog

from bot.conversation.admin.progress import teller
from bot.conversation.admin.publishing import THROWN_AWAY, thrown_away
from bot.conversation.admin.rehearsed import EFFECTS, LONGEST, STATE, summary
from bot.conversation.admin.terms import DRAFT, ROOM, mark
from bot.conversation.admin.words import problem
from bot.conversation.messages import Reply
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import N_, paragraphs
from bot.delivery.jobs import Job
from bot.services import Services, staff_askers
from knowledge.errors import KnowledgeError
from knowledge.evaluation.golden import GoldenQuestion, read_golden
from knowledge.library import LibraryError
from knowledge.rehearsal import ChangedFigure, Compared, Rehearsal, Report, Told, beside
from knowledge.types import Audience

log = structlog.get_logger(__name__)

REHEARSE = "d.reh"
GOLDEN = "golden.jsonl"  # in the lender's folder, beside lender.toml
RECENT = 40  # real questions asked besides the golden ones
KEPT = 40  # changed answers kept for paging
SHOWN_FIGURES = 6
GIVEN_UP = timedelta(minutes=30)  # a rehearsal that has not ended by then holds nobody up

Facts = Mapping[str, Any]


def begin(turn: Turn, facts: Facts) -> Commit:
    """Start the rehearsal as a job; `facts` are those a publication would be made with."""
    if still_running(turn):
        return just(Reply(turn.say("The rehearsal is still running. Please wait for its end.")))
    key = str(facts["message"])

    def commit(tx: Tx) -> None:
        tx.state[ROOM] = {**tx.state.get(ROOM, {}), "rehearsing": tx.now.isoformat()}
        tx.state.pop(STATE, None)
        tx.reply(Reply(turn.say("Rehearsing… I ask every question twice.")), key=key)
        tx.job(key, "rehearse_document", dict(facts), tx.now)

    return commit


def still_running(turn: Turn) -> bool:
    """Whether a rehearsal of this chat's draft has not ended: its end takes the draft out of the index again."""
    since = turn.state.get(ROOM, {}).get("rehearsing")
    return since is not None and turn.now - datetime.fromisoformat(since) < GIVEN_UP


def drop_if_other(state: dict[str, Any]) -> None:
    """What was rehearsed on other terms than those decided now is no longer at hand."""
    kept = state.get(STATE)
    if kept and (kept["draft"], kept.get("mark")) != (state[ROOM].get(DRAFT), mark(state[ROOM])):
        state.pop(STATE)


def overtaken(turn: Turn, facts: Facts) -> bool:
    """Whether the documents that this draft was rehearsed beside are no longer those it would come to."""
    kept = turn.state.get(STATE)
    if not kept or kept["draft"] != facts["draft_id"]:
        return False
    return bool(kept.get("library") != beside(turn.services.library, date.fromisoformat(facts["from"])))


def rehearse_document(services: Services, ring: Callable[[], None]) -> Callable[[Job], Commit | None]:
    """The handler of `rehearse_document` jobs."""

    def run(job: Job) -> Commit:
        facts = job.payload
        wording = services.wording(facts["language"])
        golden, fault = _golden(services)
        questions = [*golden, *_recent(services)]
        try:
            report = _report(services, ring, facts, questions)
        except LibraryError as error:
            text = paragraphs(wording.say("Not rehearsed."), problem(wording, error))
            return _told(facts, job.key, None, Reply(text, edit=facts["message"]))
        if thrown_away(services, facts["draft_id"]):
            return _told(facts, job.key, None, Reply(wording.say(THROWN_AWAY), edit=facts["message"]))
        kept = _kept(facts, report, services.library.version(facts["draft_id"]).title, fault)
        return _told(facts, job.key, kept, summary(wording, kept, edit=facts["message"]))

    return run


def _report(
    services: Services, ring: Callable[[], None], facts: Facts, questions: list[GoldenQuestion]
) -> Report:
    return Rehearsal(services.library, services.knowledge.answerer).run(
        facts["draft_id"],
        questions,
        effective_from=date.fromisoformat(facts["from"]),
        replaces=facts["replaces"],
        audience=Audience(facts["audience"]),
        on_progress=teller(services, ring, facts, N_("Rehearsing… {share}")),
    )


def _golden(services: Services) -> tuple[list[GoldenQuestion], bool]:
    """The lender's own golden questions; and whether their file has a fault."""
    path = services.settings.lender / GOLDEN
    if not path.exists():
        return [], False
    try:
        return read_golden(path), False
    except KnowledgeError as error:
        log.error("golden questions cannot be read", reason=str(error))
        return [], True


def _recent(services: Services) -> list[GoldenQuestion]:
    """What farmers asked last: nobody has said what is right, only what changes is looked at."""
    with services.reading() as connection:
        staff = staff_askers(services.staff, connection)
        asked = services.knowledge.log.recent(connection, RECENT, without=staff)
    return [
        GoldenQuestion(f"asked-{one.answer_id}", one.language, one.question, Audience.FARMER, answerable=True)
        for one in asked
    ]


def _told(facts: Facts, key: str, kept: dict[str, Any] | None, reply: Reply) -> Commit:
    def keep(state: dict[str, Any]) -> None:
        if state.get(ROOM, {}).get(DRAFT) != facts["draft_id"]:
            return  # thrown away meanwhile
        state[ROOM].pop("rehearsing", None)
        if kept is not None and mark(state[ROOM]) == kept["mark"]:
            state[STATE] = kept

    def commit(tx: Tx) -> None:
        tx.change_state(int(facts["chat_id"]), keep)
        tx.send(int(facts["chat_id"]), reply, key=f"{key}:done")

    return commit


def _kept(facts: Facts, report: Report, title: str, fault: bool) -> dict[str, Any]:
    changed = [row for row in report.rows if row.effect in EFFECTS]  # what gets worse stands first
    most = max(KEPT, len(report.regressions))
    return {
        "draft": facts["draft_id"],
        "mark": mark(facts),
        "audience": facts["audience"],
        "from": facts["from"],
        "library": report.library,
        "title": title[:200],
        "asked": len(report.rows),
        "counts": report.counts,
        "judged": report.judged,
        "right_before": report.right_before,
        "right_after": report.right_after,
        "regressions": len(report.regressions),
        "fault": fault,
        "rows": [_row(row) for row in changed[:most]],
        "unasked": [_figure(one) for one in report.unasked[:SHOWN_FIGURES]],
        "unasked_count": len(report.unasked),
        "contradicted": [_figure(one) for one in report.contradicted[:SHOWN_FIGURES]],
    }


def _figure(one: ChangedFigure) -> dict[str, str]:
    return {
        "place": one.place[:80],
        "old": one.old[:60],
        "new": one.new[:60],
        "still": ", ".join(one.still)[:120],
    }


def _row(row: Compared) -> dict[str, Any]:
    return {
        "question": row.question[:300],
        "language": row.language,
        "effect": row.effect.value,
        "judgement": "worse" if row.is_regression else "better" if row.is_repair else "",
        "before": _answer(row.before),
        "after": _answer(row.after),
    }


def _answer(told: Told) -> dict[str, str]:
    where = " · ".join(part for part in (told.title, told.section) if part)
    return {"text": told.text[:LONGEST], "where": where[:200]}
