"""What is on paper, in every language, whatever people typed."""

from __future__ import annotations

import io
import json
import time
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from intake.applications import (
    TRANSITIONS,
    AnswerLine,
    Application,
    ApplicationFile,
    ApplicationStatus,
    FindingKind,
    Person,
    prepare_photo,
)
from intake.dossier import (
    ENGLISH,
    SECTIONS,
    Around,
    application_pdf,
    cash_flow_picture,
    schedule_of,
    schedule_picture,
)
from intake.dossier.words import clean
from intake.products import CashItem, Repayment, WarningCode, repayment_ability
from tests.intake.review.world import ASHA, CHEN, SUN, ZHAO, Office

NAUGHTY = Path("/work/shared/data/hostile/naughty_strings.json")
NASTY = [
    '#strong[x] $x^2$ *bold* _it_ `raw` @ref <label> #panic() #read("/etc/passwd") // /* ',
    "\u202eevorppa\u202c \u2066hidden\u2069 zero\u200bwidth \u0000 nul \ud800 surrogate",
    "W" * 500,
    "羊" * 3000,
    "कर्ज़ क्षेत्र त्र्यंबक",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞",
    "\\u{0} \\\" ' %s {0} </script>",
    "",
]


def filled(office: Office, lines: tuple[AnswerLine, ...] = (), **changes: Any) -> ApplicationFile:
    application = office.press("claim", CHEN, office.submit(lines=lines, **changes))
    application = office.press(
        "record_visit", CHEN, application, "Dry pen, 12 goats", seen=["pen"], location=(30.1, 120.2)
    )
    application = office.press("ask_farmer", CHEN, application, "Who buys?")
    office.write(office.applications.reply, application.application_id, application.user_id, "The inn")
    application = office.press(
        "recommend", CHEN, application, lend=True, reasons_for="ten years", reasons_against="one buyer"
    )
    application = office.press("return_for_information", ZHAO, application, "How many?")
    application = office.press(
        "recommend", CHEN, application, lend=True, reasons_for="twelve", reasons_against="one buyer"
    )
    office.press("approve", ZHAO, application, amount=Decimal(7000))
    file: ApplicationFile = office.write(office.queue.open_file, SUN, application.application_id)
    return file


def around(office: Office, **more: Any) -> Around:
    names = {member.user_id: member.name for member in office.lender.staff}
    return Around(office.lender, office.clock(), "Sun Mei", names, **more)


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_what_matters_is_on_paper(office: Office) -> None:
    lines = (AnswerLine("/p", "What for?", "12 goats", "use_of_loan"), AnswerLine("/q", "Else?", "no", "xx"))
    file = filled(office, lines, related_staff=frozenset({ASHA}))
    text = text_of(application_pdf(file, around(office), language="en"))
    for part in (
        file.application.reference,
        "Farmer 1001",
        "Willow Bend",
        "¥8,000",
        "¥7,000",
        "33.3%",
        "12 goats",
        "Other answers",
        ENGLISH["flag_staff_related"],
        "Dry pen, 12 goats",
        "30.10000, 120.20000",
        "ten years",
        "How many?",
        "The inn",
        "Chen Rong",
        "Opened by Sun Mei",
        "CONFIDENTIAL",
        "Page 1 of",
        "file opened",
    ):
        assert part in text, part


def test_sections_stand_in_the_order_of_the_investigation(office: Office) -> None:
    lines = tuple(AnswerLine(f"/{name}", name, "yes", name) for name in reversed(SECTIONS))
    text = text_of(application_pdf(filled(office, lines), around(office), language="en"))
    # the last place of each heading: the year in money also speaks of ability
    places = [text.index(ENGLISH[section] + "\n") for section in SECTIONS]
    assert places == sorted(places)


def test_photos_are_in_it(office: Office) -> None:
    out = io.BytesIO()
    Image.new("RGB", (1200, 900), "green").save(out, "JPEG")
    file = filled(office)
    draft_id = file.application.draft_id
    photo = office.write(
        office.applications.attachments.add, draft_id, "/p", prepare_photo(out.getvalue()), caption="Pen"
    )
    file = office.write(office.queue.open_file, SUN, file.application.application_id)
    photos = {photo.attachment_id: office.applications.attachments.read(photo.attachment_id)}
    pdf = application_pdf(file, around(office, photos=photos), language="en")
    assert "Pen · " in text_of(pdf)
    assert sum(len(page.images) for page in PdfReader(io.BytesIO(pdf)).pages) == 1


@pytest.mark.parametrize("language", ["en", "zh", "sw", "hi", "xx", ""])
def test_any_language_prints_and_missing_labels_are_english(office: Office, language: str) -> None:
    applicant = Person("王芳 Fatuma कर्ज़", "+8613800000001")
    labels = {"title": "贷款申请", "summary": ""}
    text = text_of(
        application_pdf(filled(office, applicant=applicant), around(office), language=language, labels=labels)
    )
    assert "贷款申请" in text
    assert "王芳 Fatuma" in text
    assert ENGLISH["history"] in text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_people_type_breaks_the_paper(office: Office, language: str) -> None:
    strings = NASTY + (json.loads(NAUGHTY.read_text("utf-8")) if NAUGHTY.exists() else [])
    lines = tuple(AnswerLine("/p", label, label, "risk") for label in strings)
    applicant = Person(NASTY[0], NASTY[1], NASTY[2])
    file = replace(
        (plain := filled(office)), application=replace(plain.application, lines=lines, applicant=applicant)
    )
    text = text_of(application_pdf(file, around(office), language=language))
    assert "#strong[x] $x^2$ *bold*" in text
    assert "\u202e" not in text
    assert "root:" not in text


def test_clean_keeps_words_and_drops_tricks() -> None:
    assert clean("a\u202eb\u0000c\ud800") == "abc?"
    assert clean("क्‍ष") == "क्‍ष"
    assert len(clean("x " * 50_000)) <= 4001
    assert clean("line\nline") == "line\nline"


def test_a_dossier_is_quick(office: Office) -> None:
    file = filled(office)
    application_pdf(file, around(office), language="zh")
    started = time.monotonic()
    application_pdf(file, around(office), language="zh")
    assert time.monotonic() - started < 2


def test_every_status_and_deed_has_its_word() -> None:
    needed = {f"status_{status}" for status in ApplicationStatus}
    needed |= {f"deed_application_{action}" for (_, action) in TRANSITIONS if action != "expire"}
    needed |= {f"repayment_{way}" for way in Repayment} | {f"warning_{code}" for code in WarningCode}
    needed |= {kind.value for kind in FindingKind} | set(SECTIONS)
    assert needed <= set(ENGLISH)


# pictures for a phone


def application(office: Office, **changes: Any) -> Application:
    return office.submit(**changes)


@pytest.mark.parametrize("language", ["en", "zh", "sw"])
@pytest.mark.parametrize("months", [6, 24])
def test_the_schedule_picture_fits_a_phone(office: Office, language: str, months: int) -> None:
    plan = schedule_of(application(office, term_months=months), office.lender)
    png = schedule_picture(plan, lender=office.lender, language=language, title="Livestock #x")
    image = Image.open(io.BytesIO(png))
    assert image.width == 1083
    assert image.width + image.height < 10_000
    assert len(png) < 1_000_000


def test_what_was_sent_in_keeps_its_price(office: Office) -> None:
    """The farmer was shown it and the guarantor said yes to it; the product may cost more today."""
    application = office.submit()
    dearer = [
        one.model_copy(update={"annual_rate_percent": one.annual_rate_percent * 2, "fee_percent": Decimal(5)})
        for one in office.lender.products
    ]
    changed = office.lender.model_copy(update={"products": tuple(dearer)})
    assert schedule_of(application, changed) == schedule_of(application, office.lender)


def test_at_harvest_has_one_row_on_the_harvest_date(office: Office) -> None:
    made = application(office, repayment=Repayment.AT_HARVEST, harvest_on=date(2026, 10, 15))
    plan = schedule_of(made, office.lender)
    assert [row.due_on for row in plan.rows] == [date(2026, 10, 15)]
    later = replace(made, repayment=Repayment.DECLINING, first_due=date(2026, 6, 1))
    assert schedule_of(later, office.lender).rows[0].due_on == date(2026, 6, 1)
    past = schedule_of(replace(made, harvest_on=date(2020, 1, 1)), office.lender)
    assert past.rows[0].due_on == date(2027, 3, 2)


@pytest.mark.parametrize("months", [6, 24])
def test_the_year_in_money(office: Office, months: int) -> None:
    plan = schedule_of(application(office, term_months=months), office.lender)
    for items in ([CashItem.yearly_sum(Decimal(24000), [9, 10]), CashItem(Decimal(-900))], []):
        ability = repayment_ability(items, plan)
        png = cash_flow_picture(ability, lender=office.lender, language="zh")
        assert Image.open(io.BytesIO(png)).format == "PNG"
        pdf = application_pdf(filled_once(office), around(office, ability=ability), language="en")
        assert ENGLISH["cash_flow"] in text_of(pdf)


def filled_once(office: Office) -> ApplicationFile:
    found = office.write(office.applications.store.find)
    file: ApplicationFile = office.write(office.queue.open_file, SUN, found[0].application_id)
    return file
