"""The dossier: one application's whole credit file as an A4 document."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from intake.applications.model import ApplicationFile, Attachment, FindingKind, Message, Person
from intake.audit import SYSTEM, AuditEvent, actor_id
from intake.dossier.labels import SECTIONS, complete
from intake.dossier.papers import Lines, Papers, degrees
from intake.dossier.pictures import month_bars
from intake.dossier.plan import schedule_of
from intake.dossier.typesetting import typeset
from intake.dossier.words import Locale, clean
from intake.guarantors.model import Guarantee
from intake.lender import Lender
from intake.products.cashflow import Ability
from intake.products.limits import own_funds_needed, own_funds_percent
from intake.products.money import Money
from intake.products.schedule import Schedule

PHOTO_SIDE = 900  # pixels: half a page wide on paper


@dataclass(frozen=True)
class Around:
    """What a dossier needs beside the file.

    `names` are staff by user id, `photos` JPEGs by attachment id, `opened_by` who asked for the print at `now`.
    Without a `plan` the schedule is reckoned from the application.
    """

    lender: Lender
    now: datetime
    opened_by: str = ""
    names: Mapping[int, str] = field(default_factory=dict)
    photos: Mapping[str, bytes] = field(default_factory=dict)
    plan: Schedule | None = None
    ability: Ability | None = None
    guarantee: Guarantee | None = None  # if anybody was asked: perhaps not whom the application names


def application_pdf(
    file: ApplicationFile, around: Around, *, language: str, labels: Mapping[str, str] | None = None
) -> bytes:
    """The dossier in `language`, its labels by the keys of `intake.dossier.labels`; a PDF."""
    return typeset("dossier.typ", _Dossier(file, around, language, labels).content(), output="pdf")


class _Dossier:
    """Turns the file into the words and figures that the template prints."""

    def __init__(
        self, file: ApplicationFile, around: Around, language: str, labels: Mapping[str, str] | None
    ) -> None:
        self._file = file
        self._application = file.application
        self._around = around
        self._lender = around.lender
        products = {one.product_id: one for one in around.lender.products}
        self._product = products.get(self._application.product_id)  # None: the lender has taken it out since
        self._language = language
        self._words = complete(labels)
        self._locale = Locale(language, self._application.requested.currency, self._lender.zone)

    def content(self) -> dict[str, Any]:
        """Everything the template reads, JSON-able."""
        application = self._application
        return {
            "labels": self._words,
            "language": self._locale.language,
            "lender": self._lender.text(self._lender.name, self._language),
            "reference": application.reference,
            "applicant": clean(application.applicant.name),
            "village": self._village(),
            "opened_by": self._opened_by(),
            "figures": self._figures(),
            "summary": self._summary(),
            "flags": self._flags(),
            "sections": self._sections(),
            "ability": self._ability(),
            "schedule": self._schedule(),
            "papers": Papers(self._words, self._locale, self._name).groups(self._file.findings),
            "photos": [
                self._photo(one) for one in self._file.attachments if one.attachment_id in self._around.photos
            ],
            "messages": self._messages(),
            "history": [self._event(event) for event in self._file.history],
            **self._own_share(),
        }

    def _opened_by(self) -> str:
        if not self._around.opened_by:
            return self._locale.moment(self._around.now)
        words = self._words["opened_by"].replace("{at}", self._locale.moment(self._around.now))
        return words.replace("{name}", clean(self._around.opened_by))

    def _village(self) -> str:
        names = {village.village_id: village.names for village in self._lender.villages}
        village = self._application.village
        return self._lender.text(names[village], self._language) if village in names else village

    def _figures(self) -> Lines:
        application, words = self._application, self._words
        approved = application.approved
        third = (words["approved_amount"], self._money(approved)) if approved else self._term()
        return [
            (words["requested_amount"], self._money(application.requested)),
            (words["own_funds"], self._money(application.own_funds)),
            third,
        ]

    def _term(self) -> tuple[str, str]:
        return self._words["term_months"], str(self._application.term_months)

    def _summary(self) -> list[Lines]:
        application, words = self._application, self._words
        left = [
            (words["status"], words[f"status_{application.status}"]),
            (words["product"], self._product_name()),
            self._term(),
            (words["repayment"], words[f"repayment_{application.repayment}"]),
        ]
        if application.harvest_on:
            left.append((words["harvest_on"], self._locale.day(application.harvest_on)))
        right = [
            (words["submitted_at"], self._locale.moment(application.submitted_at)),
            (words["officer"], self._name(application.holder or application.recommended_by)),
            (words["reviewer"], self._name(application.decided_by)),
        ]
        if application.visit_on:
            right.append((words["visit_on"], self._locale.day(application.visit_on)))
        return [left, right]

    def _product_name(self) -> str:
        product = self._product
        return self._lender.text(product.names, self._language) if product else self._application.product_id

    def _flags(self) -> list[str]:
        application, words = self._application, self._words
        flags = []
        if application.staff_related:
            flags.append(words["flag_staff_related"])
        if application.large:
            flags.append(words["flag_large"])
        if self._file.other_running:
            flags.append(f"{words['flag_other_running']}: {', '.join(self._file.other_running)}")
        advice = [paper for paper in self._file.findings if paper.kind is FindingKind.RECOMMENDATION]
        if advice and not advice[-1].facts.get("visited"):
            flags.append(words["flag_without_visit"])
        return flags

    def _own_share(self) -> dict[str, Any]:
        application = self._application
        amount = application.requested.amount
        percent = own_funds_percent(application.own_funds.amount, amount)
        return {
            "own_percent": float(percent),
            "own_share": self._locale.percent(percent),
            "own_needed": self._own_needed(amount),
        }

    def _own_needed(self, amount: Decimal) -> str:
        if self._product is None:
            return ""
        needed = self._locale.money(own_funds_needed(self._product, amount))
        least = f"{needed} ({self._locale.percent(self._product.min_own_funds_percent)})"
        return f"{self._words['own_funds_needed']} {least}"

    # the items of the investigation

    def _sections(self) -> list[dict[str, Any]]:
        lines: dict[str, Lines] = {section: [] for section in (*SECTIONS, "other_answers")}
        lines["identity"] += self._person(self._application.applicant)
        lines["guarantor"] += self._guarantor()
        for line in self._application.lines:
            place = line.section if line.section in SECTIONS else "other_answers"
            if place == "guarantor" and self._another_stands():
                place = "other_answers"  # what was said of the first one is not about who answers now
            lines[place].append((clean(line.label), clean(line.shown) or self._words["none"]))
        return [
            {"heading": self._words[section], "lines": found} for section, found in lines.items() if found
        ]

    def _another_stands(self) -> bool:
        named, guarantee = self._application.guarantor, self._around.guarantee
        return guarantee is not None and named is not None and guarantee.named.name != named.name

    def _guarantor(self) -> Lines:
        """Who is asked now, his number and answer; before anybody is asked, whom the application names."""
        named, guarantee = self._application.guarantor, self._around.guarantee
        if guarantee is None:
            return self._person(named) if named else []
        person = replace(guarantee.named, phone=guarantee.phone or guarantee.named.phone)
        answer = self._words[f"guarantee_{guarantee.status}"]
        return [*self._person(person), (self._words["guarantee"], answer)]

    def _person(self, person: Person) -> Lines:
        role = "applicant" if person is self._application.applicant else "guarantor"
        known = [
            (self._words[role], person.name),
            (self._words["phone"], person.phone),
            (self._words["national_id"], person.national_id),
        ]
        return [(label, clean(value)) for label, value in known if value]

    # money

    def _ability(self) -> dict[str, Any] | None:
        ability = self._around.ability
        if ability is None:
            return None
        coverage = [(self._words["coverage"], str(ability.coverage))] if ability.coverage is not None else []
        return {
            "months": month_bars(ability, self._locale),
            "facts": coverage,
            "warnings": [self._words[f"warning_{warning.code}"] for warning in ability.warnings],
        }

    def _schedule(self) -> dict[str, Any] | None:
        plan, words, locale = self._plan(), self._words, self._locale
        if plan is None:
            return None
        figures = [
            [
                str(row.number),
                locale.day(row.due_on),
                *map(locale.figure, (row.payment, row.principal, row.interest, row.balance)),
            ]
            for row in plan.rows
        ]
        paid = plan.amount + plan.total_interest
        named = self._application.first_due or self._application.harvest_on
        as_if = [] if named else [(words["as_if_paid_out"], locale.day(plan.disbursed_on))]
        return {
            "facts": [
                *as_if,
                (words["annual_rate"], locale.percent(plan.annual_rate_percent)),
                *([(words["fee"], locale.money(plan.fee))] if plan.fee else []),
                (words["total_cost"], locale.money(plan.total_cost)),
                (words["effective_rate"], locale.percent(plan.effective_annual_rate_percent)),
            ],
            "rows": figures,
            "totals": ["", words["total"], *map(locale.figure, (paid, plan.amount, plan.total_interest)), ""],
        }

    def _plan(self) -> Schedule | None:
        if self._around.plan or self._product is None:
            return self._around.plan
        return schedule_of(self._application, self._lender)

    # photos, messages, history

    def _photo(self, attachment: Attachment) -> dict[str, Any]:
        where = degrees(attachment.location)
        caption = [clean(attachment.caption), self._locale.moment(attachment.created_at), where]
        small = _small(self._around.photos[attachment.attachment_id])
        return {"content": list(small), "caption": " · ".join(part for part in caption if part)}

    def _messages(self) -> list[dict[str, str]]:
        return [
            {"who": self._who(one.sender), "at": self._locale.moment(one.at), "text": self._said(one)}
            for one in self._file.messages
        ]

    def _said(self, message: Message) -> str:
        """The words, and what came with them: a photo is printed above, any other file named."""
        file = f"{self._words['enclosed']}: {clean(message.file)}" if message.file else ""
        place = f"{self._words['location']}: {degrees(message.place)}" if message.place else ""
        return "\n".join(part for part in (clean(message.text), file, place) if part)

    def _event(self, event: AuditEvent) -> tuple[str, str, str]:
        _, _, deed = event.name.partition(":")
        words = self._words.get("deed_" + deed.replace(":", "_"), deed)
        return self._locale.moment(event.at), words, self._who(event.actor)

    def _who(self, actor: str) -> str:
        if actor == SYSTEM:
            return self._words["system"]
        if actor.startswith("farmer:"):
            return clean(self._application.applicant.name) or self._words["farmer"]
        if actor.startswith("guarantor:"):
            return self._words["guarantor"]
        if actor.startswith("operator:"):
            return clean(actor.partition(":")[2])
        return self._name(actor_id(actor))

    def _name(self, user_id: int | None) -> str:
        if user_id is None:
            return "–"
        return clean(self._around.names.get(user_id, f"{self._words['staff']} {user_id}"))

    def _money(self, money: Money) -> str:
        return self._locale.money(money.amount)


def _small(photo: bytes) -> bytes:
    from PIL import Image

    with Image.open(io.BytesIO(photo), formats=("JPEG",)) as image:
        image.thumbnail((PHOTO_SIDE, PHOTO_SIDE))
        out = io.BytesIO()
        image.save(out, "JPEG", quality=75)
    return out.getvalue()
