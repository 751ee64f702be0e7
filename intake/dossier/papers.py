"""The officers' papers in a dossier: visit, recommendation, return, decision."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from intake.applications.model import Finding, FindingKind
from intake.dossier.words import Locale, clean

LONG_PAPER = 1500  # characters: a longer paper may run over the end of a page
Lines = list[tuple[str, str]]


class Papers:
    """Turns what officers wrote into headings and lines; `name` tells who a user id is."""

    def __init__(self, words: Mapping[str, str], locale: Locale, name: Callable[[int | None], str]) -> None:
        self._words = words
        self._locale = locale
        self._name = name

    def groups(self, findings: Sequence[Finding]) -> list[dict[str, Any]]:
        """Each kind under its heading, in the order of the work."""
        groups = []
        for kind in FindingKind:
            papers = [self._paper(one) for one in findings if one.kind is kind]
            if papers:
                groups.append({"heading": self._words[kind.value], "papers": papers})
        return groups

    def _paper(self, finding: Finding) -> dict[str, Any]:
        heading = f"{self._name(finding.by)}, {self._locale.moment(finding.at)}"
        lines = [(label, clean(text)) for label, text in self._finding(finding) if text]
        long = sum(len(text) for _, text in lines) > LONG_PAPER
        return {"heading": heading, "lines": lines, "long": long}

    def _finding(self, finding: Finding) -> Lines:
        facts, words = finding.facts, self._words
        if finding.kind is FindingKind.VISIT:
            seen, place = ", ".join(facts.get("seen") or ()), degrees(facts.get("location"))
            return [(words["note"], facts["notes"]), (words["seen"], seen), (words["location"], place)]
        if finding.kind is FindingKind.RECOMMENDATION:
            return self._recommendation(facts)
        if finding.kind is FindingKind.RETURN:
            return [(words["question"], facts["question"])]
        return self._decision(facts)

    def _recommendation(self, facts: Mapping[str, Any]) -> Lines:
        words = self._words
        return [
            (words["recommendation"], words["recommend_lend" if facts["lend"] else "recommend_not_lend"]),
            (words["recommended_amount"], self._amount(facts.get("amount"))),
            (words["reasons_for"], facts["reasons_for"]),
            (words["reasons_against"], facts["reasons_against"]),
        ]

    def _decision(self, facts: Mapping[str, Any]) -> Lines:
        words = self._words
        shares = (facts.get("shares") or {}).items()
        named = ", ".join(f"{self._name(int(user_id))} {share}%" for user_id, share in shares)
        return [
            (words["decision"], words["decided_approved" if facts["approved"] else "decided_rejected"]),
            (words["approved_amount"], self._amount(facts.get("amount"))),
            (words["reason"], facts.get("reason") or ""),
            (words["note"], facts.get("note") or ""),
            (words["shares"], named),
        ]

    def _amount(self, amount: str | None) -> str:
        return self._locale.money(Decimal(amount)) if amount else ""


def degrees(location: Iterable[float] | None) -> str:
    """A place in degrees; empty when none was shared."""
    return "" if location is None else ", ".join(f"{degree:.5f}" for degree in location)
