"""`village-credit evaluate`: figures of retrieval and answers, on outside sets and on a lender's own questions."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from intake.lender import Lender
    from knowledge.evaluation.golden import GoldenQuestion
    from knowledge.evaluation.run import Bench

app = typer.Typer(help="Measure retrieval and answers.", no_args_is_help=True)
SYSTEMS = ("dense", "lexical", "hybrid", "hybrid+rerank")

ExistingFile = Annotated[Path, typer.Option(exists=True, dir_okay=False, readable=True)]
Folder = Annotated[
    Path | None,
    typer.Option(
        exists=True, file_okay=False, help="Folder with library.toml; the sample library without it."
    ),
]
Own = Annotated[bool, typer.Option("--own", help="Of the documents published in this home.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object on standard output.")]


@app.command()
def retrieval(
    docs: Annotated[
        Path, typer.Option(exists=True, dir_okay=False, help='JSON lines {"id", "title", "text"}.')
    ],
    queries: Annotated[
        Path,
        typer.Option(
            exists=True,
            dir_okay=False,
            help='JSON lines {"id", "query", "relevant": [ids]}; [] = unanswerable.',
        ),
    ],
    system: Annotated[str, typer.Option(help=", ".join(SYSTEMS))] = "hybrid+rerank",
    as_json: AsJson = False,
) -> None:
    """Index an outside set in a temporary store and ask its questions through the pipeline that serves farmers."""
    from knowledge.evaluation.doubts import Doubts
    from knowledge.evaluation.retrieval import evaluate_retrieval
    from knowledge.evaluation.sets import read_documents, read_questions
    from knowledge.retrieval import System

    if system not in SYSTEMS:
        raise typer.BadParameter(f"{system!r} is not one of {', '.join(SYSTEMS)}", param_hint="--system")
    doubts = Doubts()
    documents = read_documents(docs, doubts)
    questions = read_questions(queries, documents, doubts)
    _warn(doubts)
    with _progress() as report:
        figures = evaluate_retrieval(documents, questions, system=System(system), report=report)
    _show(f"Retrieval, {system}", figures.as_dict(), as_json)


@app.command()
def answers(
    golden: Annotated[
        Path, typer.Option(exists=True, dir_okay=False, help="Golden questions, see tests/golden/README.md.")
    ],
    library: Folder = None,
    own: Own = False,
    show: Annotated[bool, typer.Option("--show", help="List the questions that went wrong.")] = False,
    as_json: AsJson = False,
) -> None:
    """Ask golden questions: right passage cited, unanswerable refused, nothing said without a source."""
    from knowledge.evaluation.answers import figures
    from knowledge.evaluation.run import judge_on

    asked = _asked(golden)
    with _progress() as report, _bench(asked, library, own, report) as bench:
        judged = judge_on(bench, asked)
    _show("Answers", figures(judged).as_dict(), as_json)
    if show and not as_json:
        _wrong(judged)


@app.command()
def calibrate(
    golden: Annotated[
        Path, typer.Option(exists=True, dir_okay=False, help="The lender's own golden questions.")
    ],
    out: Annotated[
        Path | None, typer.Option(help="Where it is written, JSON; without it, where the bot takes it from.")
    ] = None,
    library: Folder = None,
    own: Own = False,
    cost: Annotated[
        float,
        typer.Option(
            min=0.01, help="What a wrong answer costs, when sending a farmer to his officer costs 1."
        ),
    ] = 2.0,
    as_json: AsJson = False,
) -> None:
    """Fit the confidence and its threshold to a lender's own questions."""
    from bot.settings import Settings
    from knowledge.evaluation.run import calibrate_on

    if not (own or library or out):  # the bot would weigh the lender's documents by the sample's
        raise typer.BadParameter("say whose documents: --own, or --library FOLDER", param_hint="--own")
    asked = _asked(golden)
    with _progress() as report, _bench(asked, library, own, report) as bench:
        fitted, summary = calibrate_on(bench, asked, cost, report)
    target = out or Settings().calibration_file
    target.parent.mkdir(parents=True, exist_ok=True)
    fitted.save(target)
    rows = summary["trade_off"] if as_json else summary.pop("trade_off")
    _show(f"Calibration, written to {target}", summary, as_json)
    if not as_json:
        _trade_off(rows)


def _trade_off(rows: Sequence[Mapping[str, float]]) -> None:
    table = Table(title="What other thresholds would give (write one into the file)")
    for name in rows[0]:
        table.add_column(name.replace("_", " "), justify="right")
    for row in rows:
        table.add_row(*(f"{value:.3f}" for value in row.values()))
    Console().print(table)


def _asked(path: Path) -> list[GoldenQuestion]:
    """The golden questions of a file, what is odd about them told."""
    from knowledge.evaluation.doubts import Doubts
    from knowledge.evaluation.golden import doubt_golden, read_golden
    from knowledge.evaluation.sets import BadSet

    doubts = Doubts()
    asked = read_golden(path, doubts)
    if not asked:
        raise BadSet(f"{path}: no question is in it; write one a line, as tests/golden/README.md shows")
    doubt_golden(asked, doubts)
    _warn(doubts)
    return asked


def _warn(doubts: Iterable[str]) -> None:
    for doubt in doubts:
        typer.echo(f"warning: {doubt}", err=True)


@contextmanager
def _bench(
    asked: Sequence[GoldenQuestion], library: Path | None, own: bool, report: Callable[[str, int, int], None]
) -> Iterator[Bench]:
    """The documents of a folder, or those published in this home, under the lender's synonyms."""
    from bot.settings import Settings
    from intake.lender import Lender
    from knowledge.evaluation.run import languages_of, open_bench

    if own and library is not None:
        raise typer.BadParameter("--own and --library exclude each other", param_hint="--own")
    lender = Lender.load(Settings().lender)
    opened = (
        nullcontext(_own_bench(lender))
        if own
        else open_bench(library, languages_of(asked), report, lender.synonyms)
    )
    with opened as bench:
        _warn_of_documents(asked, bench)
        yield bench


def _warn_of_documents(asked: Sequence[GoldenQuestion], bench: Bench) -> None:
    from knowledge.evaluation.doubts import Doubts
    from knowledge.evaluation.golden import doubt_documents

    doubts = Doubts()
    held = {who: {version.document for version in versions} for who, versions in bench.live.items()}
    doubt_documents(asked, held, doubts)
    _warn(doubts)


def _own_bench(lender: Lender) -> Bench:
    from bot.clock import utc_now
    from bot.opening import open_knowledge
    from knowledge.evaluation.run import bench_of

    knowledge = open_knowledge(reading=True)
    bench = bench_of(knowledge.library, knowledge.answerer, lender.day(utc_now()))
    if not any(bench.live.values()):
        raise typer.BadParameter("no document in this home is in force (docs add FILE)", param_hint="--own")
    return bench


class _progress:
    """Progress on standard error, nothing on a pipe."""

    def __enter__(self) -> Callable[[str, int, int], None]:
        self._console = Console(stderr=True)
        self._status = self._console.status("…") if self._console.is_terminal else None
        if self._status:
            self._status.start()
        return self._report

    def __exit__(self, *_error: object) -> None:
        if self._status:
            self._status.stop()

    def _report(self, what: str, done: int, total: int) -> None:
        if self._status:
            self._status.update(f"{what} {done}/{total}")


def _show(title: str, figures: dict[str, Any], as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(figures, ensure_ascii=False))
        return
    table = Table(title=title, show_header=False)
    for name, value in figures.items():
        table.add_row(name, f"{value:.3f}" if isinstance(value, float) else str(value))
    Console().print(table)


def _wrong(judged: Any) -> None:
    console = Console()
    for one in judged:
        if one.refused == one.question.answerable or (one.question.answerable and not one.right_passage):
            said = (
                getattr(one.outcome, "text", "")
                or getattr(one.outcome, "reason", "")
                or str(getattr(one.outcome, "kind", ""))
            )
            console.print(
                f"{one.question.key} {one.question.question}\n    → {said}", markup=False, highlight=False
            )
