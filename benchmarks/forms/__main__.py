"""`python -m benchmarks.forms`: an answer on forms of growing size, early and late, beside a dict update.

Every question has a relevance or a constraint; each tenth a calculation over the nine before it. The peer in the same
process is a plain dictionary update plus JSON dump of all answers: what saving costs with no engine at all.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime

from intake.forms import Form, FormSession, load_form

SIZES = (60, 300, 1000)
LIMIT_MS = 5.0


def xlsform(size: int) -> bytes:
    """A lender's form of `size` questions as markdown."""
    rows = ["| survey |", "| | type | name | label | relevant | constraint | calculation | required |"]
    for number in range(1, size + 1):
        kind = ("integer", "text", "select_one yn", "decimal")[number % 4]
        relevant = f"${{q{number - 4}}} != 0" if number > 4 and number % 4 == 0 else ""
        constraint = ". >= 0 and . < 1000000" if kind in ("integer", "decimal") else ""
        rows.append(f"| | {kind} | q{number} | Question {number}? | {relevant} | {constraint} | | yes |")
        if number % 10 == 0:
            total = " + ".join(f"coalesce(number(${{q{back}}}), 0)" for back in range(number - 9, number))
            rows.append(f"| | calculate | c{number} | | | | {total} | |")
    rows += ["| choices |", "| | list_name | name | label |", "| | yn | yes | Yes |", "| | yn | no | No |"]
    return "\n".join(rows).encode()


def _value(kind: str) -> object:
    return {"integer": 7, "decimal": "2.5", "select_one": "yes"}.get(kind, "two goats")


def clock() -> datetime:
    return datetime(2026, 3, 2, tzinfo=UTC)


def measured(action: Callable[[], object]) -> float:
    """Milliseconds."""
    started = time.perf_counter()
    action()
    return (time.perf_counter() - started) * 1000


def fill(form: Form) -> tuple[list[float], list[float], FormSession]:
    """Milliseconds of each `answer()`, and of each whole turn: current, answer, current again."""
    session = FormSession(form, clock=clock)
    answers, turns = [], []
    while (question := session.current()) is not None:
        asked, value = question.path, _value(question.kind.value)

        def turn(path: str = asked, value: object = value) -> None:
            answers.append(measured(lambda: session.answer(path, value)))
            session.current()

        turns.append(measured(turn))
    return answers, turns, session


def peer(size: int) -> float:
    """Milliseconds of a dictionary update and a JSON dump of everything answered, the mean over a whole form."""
    answers: dict[str, str] = {}
    times = []
    for number in range(size):

        def store(number: int = number) -> None:
            answers[f"/data/q{number}"] = "two goats"
            json.dumps(answers)

        times.append(measured(store))
    return statistics.mean(times)


def measure(size: int) -> dict[str, float]:
    """The figures of one size."""
    source = xlsform(size)
    load = measured(lambda: load_form(source, f"bench{size}.md"))
    form = load_form(source, f"bench{size}.md")
    answers, turns, session = fill(form)
    tenth = max(1, len(answers) // 10)
    saved = json.loads(json.dumps(session.save()))
    restores = [measured(lambda: FormSession.restore(form, saved, clock=clock)) for _ in range(5)]
    saves = [measured(session.save) for _ in range(5)]
    return {
        "questions": size,
        "load_ms": load,
        "answer_ms": statistics.median(answers),
        "answer_p99_ms": sorted(answers)[int(len(answers) * 0.99) - 1],
        "first_tenth_ms": statistics.median(answers[:tenth]),
        "last_tenth_ms": statistics.median(answers[-tenth:]),
        "turn_ms": statistics.median(turns),
        "restore_ms": statistics.median(restores),
        "save_ms": statistics.median(saves),
        "peer_ms": peer(size),
    }


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    as_json = parser.parse_args().json
    figures = [measure(size) for size in SIZES]
    if as_json:
        print(json.dumps(figures))
        return
    base = figures[0]
    columns = list(base)
    print("  ".join(f"{column:>14}" for column in columns))
    for row in figures:
        print("  ".join(f"{row[column]:>14.3f}" for column in columns))
    for row in figures[1:]:
        ratio = row["answer_ms"] / base["answer_ms"]
        print(
            f"answer at {row['questions']:.0f} questions: {ratio:.2f} times the {base['questions']:.0f}-question form"
        )
    for row in figures:
        print(
            f"last tenth to first tenth at {row['questions']:.0f}: {row['last_tenth_ms'] / row['first_tenth_ms']:.2f}"
        )
    verdict = "met" if base["answer_p99_ms"] < LIMIT_MS else "MISSED"
    print(f"goal, an answer under {LIMIT_MS:.0f} ms on 60 questions: {verdict}")


if __name__ == "__main__":
    main()
