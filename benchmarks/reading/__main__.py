"""Print right / asked / refused / silently wrong per language and kind.

    python -m benchmarks.reading [--cases /work/shared/data/typed/recognizer_cases.jsonl] [--all] [--show] [--json]

Cases are JSON lines of the outside recognizers' specifications: `lang`, `kind` (number, currency, dimension,
date, duration), `input`, `exact` (the whole input is the value), and `value`, `future` with `ref`, or
`seconds`. A `value` of null names no single value ("10 to 20"): right is to ask or to refuse. Without `--all` only
whole-input cases count, since a bot asks one question at a time.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from intake.reading import Kind, LenderLocale, Reading, Status, read

CASES = Path("/work/shared/data/typed/recognizer_cases.jsonl")
KINDS = {"number": Kind.NUMBER, "currency": Kind.AMOUNT, "date": Kind.DATE, "duration": Kind.DURATION}
TODAY = date(2026, 3, 2)


def main() -> None:
    """Read the arguments, run the cases, print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=Path, default=CASES)
    parser.add_argument("--all", action="store_true", help="also values inside whole sentences")
    parser.add_argument("--show", action="store_true", help="print every case that is not right")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.cases.read_text(encoding="utf-8").splitlines()]
    cases = [row for row in rows if row["kind"] in KINDS and (options.all or row["exact"])]
    print_table(*measure(cases, show=options.show), as_json=options.json)


def measure(
    cases: Iterable[dict[str, Any]], *, show: bool
) -> tuple[dict[tuple[str, str], Counter[str]], float]:
    """Counts by (language, kind), and milliseconds a reading."""
    table: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    spent = 0.0
    count = 0
    for case in cases:
        locale = LenderLocale(today=date.fromisoformat(case["ref"][:10]) if case.get("ref") else TODAY)
        started = time.perf_counter()
        reading = read(case["input"], KINDS[case["kind"]], language=case["lang"], locale=locale)
        spent += time.perf_counter() - started
        count += 1
        outcome = judge(case, reading)
        table[case["lang"], case["kind"]][outcome] += 1
        if show and outcome != "right":
            got = [candidate.echo for candidate in reading.candidates]
            print(outcome, case["lang"], case["kind"], repr(case["input"]), got, reading.reason)
    return table, 1000 * spent / max(count, 1)


def judge(case: dict[str, Any], reading: Reading) -> str:
    """right, wrong (taken for sure and false), asked, or refused."""
    if "value" in case and case["value"] is None:
        return "wrong" if reading.status is Status.SURE else "right"
    if reading.status is not Status.SURE:
        return "asked" if reading.status is Status.AMBIGUOUS else "refused"
    best = reading.candidates[0]
    if case["kind"] == "date":
        return "right" if best.value in (case["future"], case["past"]) else "wrong"
    if case["kind"] == "duration":
        expected, got = Decimal(str(case["seconds"])), Decimal(str(best.facts["days"])) * 86400
    else:
        expected, got = Decimal(str(case["value"])), Decimal(str(best.value))
    return "right" if abs(expected - got) <= abs(expected) * Decimal("1e-9") else "wrong"


def print_table(table: dict[tuple[str, str], Counter[str]], milliseconds: float, *, as_json: bool) -> None:
    """One line a language and kind."""
    if as_json:
        rows = [{"language": key[0], "kind": key[1], **counts} for key, counts in sorted(table.items())]
        print(json.dumps({"rows": rows, "ms_per_reading": round(milliseconds, 3)}))
        return
    print(f"{'':4}{'kind':10}{'cases':>6}{'right':>7}{'asked':>7}{'refused':>8}{'wrong':>7}")
    for (language, kind), counts in sorted(table.items()):
        figures = f"{counts['right'] / counts.total():7.1%}{counts['asked']:7}{counts['refused']:8}{counts['wrong']:7}"
        print(f"{language:4}{kind:10}{counts.total():6}{figures}")
    total = sum(table.values(), Counter[str]())
    print(
        f"all {total.total()} cases: {total['right'] / max(total.total(), 1):.1%} right, "
        f"{total['wrong'] / max(total.total(), 1):.2%} silently wrong"
    )
    print(f"{milliseconds:.2f} ms a reading")


if __name__ == "__main__":
    main()
