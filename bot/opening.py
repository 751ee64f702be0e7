"""Opens the database, the library, the index and all that stands on them: once, for the bot or for a command."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial

from sqlalchemy import Engine

from bot.clock import Clock, utc_now
from bot.conversation.messages import FileRef
from bot.conversation.store import Conversations
from bot.database import open_engine, reader
from bot.delivery.attachments import AttachmentStore
from bot.delivery.jobs import Jobs
from bot.delivery.outbox import Outbox
from bot.keys import open_vault
from bot.migrations import migrate
from bot.services import Services, staff_askers
from bot.settings import Settings
from intake.applications import Applications
from intake.files import FolderFiles as IntakeFiles
from intake.forms import Form, load_form
from intake.forms.store import FormStore
from intake.guarantors import Guarantors
from intake.lender import Lender
from intake.people.parting import Parting
from intake.review import QueueViews, ReviewQueue, Staff
from intake.vault import Vault
from knowledge.answering import Answerer, Calibration, ChatModel, StoryPointer, chat_model
from knowledge.embeddings import Embedders, EmbeddingSettings, packaged_reader
from knowledge.gaps import Gaps, by_encoders
from knowledge.index import ChunkIndex
from knowledge.library import FolderFiles as LibraryFiles
from knowledge.library import Library
from knowledge.retrieval import Retriever
from knowledge.service import Knowledge


def open_database(settings: Settings) -> Engine:
    """The database, brought to the newest revision."""
    engine = open_engine(settings.effective_database_url)
    migrate(engine)
    return engine


def open_knowledge(
    settings: Settings | None = None, clock: Clock = utc_now, *, reading: bool = False
) -> Knowledge:
    """The side that answers questions, for the command line; a lost or outdated index is first made anew.

    For `reading` alone the index is given back at once: a bot that starts meanwhile owns it.
    """
    settings = settings or Settings()
    vault = open_vault(settings)
    engine = open_database(settings)
    lender = Lender.load(settings.lender)
    knowledge = build_knowledge(settings, engine, vault, lender, clock, open_model(settings))
    if knowledge.index.owner and knowledge.library.pending_index():
        knowledge.mend()
    if reading:
        knowledge.index.give_back()
    return knowledge


def build_knowledge(
    settings: Settings,
    engine: Engine,
    vault: Vault,
    lender: Lender,
    clock: Clock,
    model: ChatModel | None,
) -> Knowledge:
    """Library, index and answers on an open database."""
    encoders = EmbeddingSettings(tuple(settings.encoders), lender.languages)
    index = ChunkIndex(settings.home / "index", Embedders(encoders))
    local = _local(clock, lender)
    library = Library(engine, index, local, files=LibraryFiles(settings.home / "documents"))
    reader = packaged_reader() if settings.reader else None
    file = settings.calibration_file
    answerer = Answerer(
        Retriever(index, synonyms=lender.synonyms),
        calibration=Calibration.load(file) if file.exists() else None,
        model=model,
        reader=reader,
    )
    return Knowledge(library, index, answerer, cipher=vault, clock=local)


def _plain(knowledge: Knowledge, cipher: Vault, clock: Clock) -> Knowledge:
    """Answers from the same library and index by encoders and words alone."""
    answerer = Answerer(knowledge.answerer.retriever)
    return Knowledge(knowledge.library, knowledge.index, answerer, cipher=cipher, clock=clock)


def _local(clock: Clock, lender: Lender) -> Clock:
    """The clock in the lender's zone: a document is in force from his midnight, not from Greenwich's."""
    return lambda: clock().astimezone(lender.zone)


def open_model(settings: Settings) -> ChatModel | None:
    """The chat model in the settings, if there is one; it is spoken to when first needed."""
    if not settings.chat_model:
        return None
    return chat_model(
        settings.chat_model,
        base_url=settings.chat_model_base_url,
        api_key=settings.chat_model_api_key.get_secret_value(),
        timeout=settings.chat_model_timeout,
    )


def open_services(
    settings: Settings | None = None, clock: Clock = utc_now, *, reading: bool = False
) -> Services:
    """Everything a conversation or a command uses, on one database; `reading` as in `open_knowledge`."""
    settings = settings or Settings()
    vault = open_vault(settings)
    engine = open_database(settings)
    settle_households(engine, vault, clock)
    lender = Lender.load(settings.lender)
    model = open_model(settings)
    knowledge = build_knowledge(settings, engine, vault, lender, clock, model)
    if reading:
        knowledge.index.give_back()
    staff = Staff(vault, clock)
    applications = Applications(vault, lender, clock, IntakeFiles(settings.home / "photos"))
    guarantors = Guarantors(vault, applications, staff, lender, clock)
    return Services(
        settings=settings,
        engine=engine,
        clock=clock,
        vault=vault,
        lender=lender,
        current_form=_current_form(settings, engine, clock),
        outbox=Outbox(vault),
        jobs=Jobs(vault),
        conversations=Conversations(vault),
        attachments=AttachmentStore(settings.home / "outgoing", vault),
        staff=staff,
        applications=applications,
        guarantors=guarantors,
        review=ReviewQueue(applications, staff, lender, clock, guarantors),
        queue=QueueViews(staff, lender, clock),
        library=knowledge.library,
        knowledge=knowledge,
        plain_knowledge=_plain(knowledge, vault, _local(clock, lender)),
        gaps=Gaps(
            knowledge.log,
            knowledge.library,
            by_encoders(knowledge.index.embedders),
            partial(staff_askers, staff),
        ),
        download=_no_telegram,
        free_bytes=lambda: shutil.disk_usage(settings.home).free,
        story_reader=StoryPointer(model) if model is not None else None,
    )


def settle_households(engine: Engine, vault: Vault, clock: Clock) -> Parting:
    """Part strangers whom an older version of the program took for one household; most often there are none."""
    parting = Parting(vault, clock)
    with reader(engine).begin() as connection:
        due = parting.due(connection)
    if due:
        with engine.begin() as connection:
            parting.settle(connection)
    return parting


def _current_form(settings: Settings, engine: Engine, clock: Clock) -> Callable[[], Form]:
    """The newest published version of the form in the settings, looked up each time: publishing needs no restart."""
    shipped = load_form(settings.form, settings.form.name)
    store = FormStore(clock)

    def current() -> Form:
        with reader(engine).begin() as connection:
            return store.current(connection, shipped.id) or shipped

    return current


def _no_telegram(_file: FileRef) -> bytes:
    raise RuntimeError("files can be fetched only while the bot runs")
