"""What `doctor` looks at on the side of the documents: what is in force, its files, the index, the models."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING

from bot.cli.findings import Finding, Verdict
from bot.settings import PREFIX

if TYPE_CHECKING:
    from bot.services import Services


def examine_documents(services: Services) -> Iterator[Finding]:
    """Every finding about what farmers are answered from and with."""
    checks: tuple[Callable[[Services], Finding], ...] = (
        _documents, _written, _files, _reader, _orders, _encoders, _index, _chat_model,
    )  # fmt: skip
    for check in checks:
        yield check(services)


def _documents(services: Services) -> Finding:
    from bot.conversation.lending import today
    from knowledge.types import Audience

    live = services.library.live_versions(today(services, services.clock()), Audience.FARMER)
    if not live:
        fix = "village-credit docs add FILE …, or village-credit sample for the sample lender"
        return Finding("documents", Verdict.BAD, "farmers can be answered from none", fix)
    speaking = {one.language for one in live}
    missing = [code for code in services.lender.languages if code not in speaking]
    if missing:
        return Finding(
            "documents", Verdict.NOTE, f"{len(live)} in force, none in {', '.join(missing)}", "publish one"
        )
    return Finding("documents", Verdict.OK, f"{len(live)} in force for farmers")


def _written(services: Services) -> Finding:
    """Answers that staff wrote, under questions that everybody reads."""
    from knowledge.gaps import may_stand
    from knowledge.library import DocumentKind, Standing

    rows = services.library.standings()
    used = [one for one, how in rows if how is Standing.LIVE and one.kind is DocumentKind.CURATED]
    telling = [one.version_id for one in used if not may_stand(one.title)]
    if not telling:
        return Finding("written answers", Verdict.OK, f"{len(used)} in force")
    found = f"{len(telling)} of {len(used)} stand under words that may tell of one person: {', '.join(telling[:5])}"
    return Finding(
        "written answers", Verdict.NOTE, found, "in chat: /documents, its number, Another question"
    )


def _files(services: Services) -> Finding:
    """The files as they were sent: without them nothing can be restored or read again."""
    from knowledge.library import VersionStatus

    kept = [one for one in services.library.versions() if one.status is not VersionStatus.DISCARDED]
    lost = sorted({one.filename for one in kept if not services.library.has_file(one)})
    folder = services.settings.home / "documents"
    if lost:
        named = f"{', '.join(lost[:5])}{', …' if len(lost) > 5 else ''}"
        fix = f"put {folder} back from your backup; answers still come from the database"
        return Finding("files", Verdict.BAD, f"{len(lost)} documents lack their file: {named}", fix)
    return Finding("files", Verdict.OK, f"{len(kept)} in {folder}")


def _reader(services: Services) -> Finding:
    outdated = services.library.outdated()
    if outdated:
        names = ", ".join(sorted({one.document_id or one.version_id for one in outdated})[:5])
        found = f"{len(outdated)} documents were read by an older reader: {names}"
        return Finding("reader", Verdict.NOTE, found, "village-credit docs reread")
    return Finding("reader", Verdict.OK, "every document in use was read by the reader of today")


def _orders(services: Services) -> Finding:
    """What an older reader published unseen: nobody was asked whether it belongs there."""
    found = services.library.with_orders()
    if not found:
        return Finding("orders to machines", Verdict.OK, "none that nobody was warned of")
    names = ", ".join(dict.fromkeys(one.document_id or one.version_id for one in found[:5]))
    fix = "village-credit docs reread names what it finds: publish the draft if it belongs there, else docs retire NAME"
    return Finding(
        "orders to machines", Verdict.NOTE, f"never looked at in {len(found)} documents: {names}", fix
    )


def _encoders(services: Services) -> Finding:
    """Each model is opened and says one word: a changed file or a missing package shows here."""
    from knowledge.errors import KnowledgeError

    wanted, faults = services.settings.encoders, []
    encoders = services.knowledge.index.embedders.encoders
    left_out = [name for name in wanted if name not in {one.name for one in encoders}]
    faults += [f"{name}: its package is missing" for name in left_out]
    for encoder in encoders:
        try:
            encoder.embeddings.embed_query("loan")
        except KnowledgeError as error:
            faults.append(f"{encoder.name}: {error}")
        except Exception as error:
            faults.append(f"{encoder.name}: {type(error).__name__}: {error}")
    if faults:
        fix = f"`make setup` installs what is pinned, {PREFIX}ENCODERS chooses others; meanwhile words are searched"
        return Finding("encoders", Verdict.BAD, "; ".join(faults), fix)
    return Finding("encoders", Verdict.OK, ", ".join(one.name for one in encoders) or "none")


def _index(services: Services) -> Finding:
    index = services.knowledge.index
    missing = services.library.pending_index()
    if not index.owner:
        return _index_of_another(services, len(missing))
    health = index.healthy()
    if missing or not health.ok:
        found = "; ".join([*health.problems, *([f"{len(missing)} versions missing"] if missing else [])])
        return Finding("index", Verdict.NOTE, found, "rebuilt by itself when the bot starts")
    return Finding("index", Verdict.OK, f"{index.size()} pieces")


def _index_of_another(services: Services, missing: int) -> Finding:
    from knowledge.library import VersionStatus

    used = f"in use by process {services.knowledge.index.owned_by()}"
    waiting = missing + sum(one.status is VersionStatus.INDEXING for one in services.library.versions())
    if not waiting:
        return Finding("index", Verdict.OK, used)
    many = "1 version waits" if waiting == 1 else f"{waiting} versions wait"
    fix = "the running bot takes them up within seconds; end that process if it is no bot and hangs"
    return Finding("index", Verdict.NOTE, f"{used}; {many} to be taken up", fix)


def _chat_model(services: Services) -> Finding:
    model = services.settings.chat_model
    if not model:
        return Finding("chat model", Verdict.OK, "none: answers are the documents' own sentences")
    provider, named, _ = model.partition(":")
    package = f"langchain_{provider.replace('-', '_')}"
    if not named:
        fix = f"write {PREFIX}CHAT_MODEL as provider:model, such as openai:gpt-4o-mini"
        return Finding("chat model", Verdict.BAD, f"{model!r} names no provider", fix)
    if find_spec(package) is None:
        fix = f"pip install {package.replace('_', '-')}, or choose another {PREFIX}CHAT_MODEL"
        return Finding("chat model", Verdict.BAD, f"{model}: the package {package} is not installed", fix)
    return Finding("chat model", Verdict.OK, model)
