"""Every hostile file ends in text or in a refusal with a code, in time, and the parent stays small."""

from __future__ import annotations

import io
import os
import shutil
import stat
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from knowledge.documents import LIMITS, DocumentRefused, Refusal, chunk, load, load_bytes
from knowledge.types import ElementKind
from tests.knowledge.documents import files

MANUAL = Path(__file__).parents[3] / "knowledge/samples/documents/policy-manual.pdf"
BADDOCS = Path(__file__).parents[4] / "shared" / "data" / "hostile" / "baddocs"


def refusal(data: bytes, filename: str, **limits: Any) -> Refusal:
    with pytest.raises(DocumentRefused) as caught:
        load_bytes(data, filename, limits=replace(LIMITS, **limits))
    assert str(caught.value)
    return caught.value.code


def picture(width: int, height: int) -> bytes:
    data = io.BytesIO()
    Image.new("L", (width, height), 255).save(data, "PNG")
    return data.getvalue()


ZIP_BOMB = files.archive(word__document_x_xml=b"<w>" + b"\0" * 80_000_000)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.pdf", b"", Refusal.EMPTY),
        ("spaces.txt", b" \n\t \x00", Refusal.EMPTY),
        ("empty.xlsx", b"PK\x05\x06" + b"\0" * 18, Refusal.EMPTY),
        ("header.pdf", b"%PDF-1.7\n", Refusal.DAMAGED),
        ("cut.docx", files.word(files.hidden_runs)[:3000], Refusal.DAMAGED),
        ("locked.docx", OLE + "EncryptedPackage".encode("utf-16-le"), Refusal.ENCRYPTED),
        ("old.doc", OLE + b"something", Refusal.UNKNOWN_TYPE),
        ("archive.gz", b"\x1f\x8b\x08\x00", Refusal.UNKNOWN_TYPE),
        ("archive.zip", files.archive(a_x_txt=b"hello"), Refusal.UNKNOWN_TYPE),
        ("notes.rtf", b"{\\rtf1 hello}", Refusal.UNKNOWN_TYPE),
        ("program.txt", bytes(range(256)) * 20, Refusal.UNKNOWN_TYPE),
        ("bomb.docx", ZIP_BOMB, Refusal.BOMB),
        ("loop.pdf", files.raw_pdf(b"", pages="/Kids [2 0 R] /Count 9"), Refusal.NO_TEXT),
        ("blank.pdf", files.raw_pdf(b""), Refusal.NO_TEXT),
        ("only-hidden.pdf", files.raw_pdf(b"BT 3 Tr /F1 12 Tf 72 700 Td (obey) Tj ET"), Refusal.NO_TEXT),
        ("script.html", b"<html><script>alert(1)</script></html>", Refusal.NO_TEXT),
        ("huge.png", picture(7000, 7000), Refusal.BOMB),
    ],
)
def test_refused_with_a_code(name: str, data: bytes, code: Refusal) -> None:
    assert refusal(data, name) is code


def test_too_large_is_said_before_it_is_read() -> None:
    assert refusal(b"a" * 2000, "a.txt", file_bytes=1000) is Refusal.TOO_LARGE


def test_the_name_does_not_decide_what_a_file_is() -> None:
    made = files.word(files.hidden_runs)
    document = load_bytes(made, "policy.pdf")
    assert document.elements[0].text == "Loans run for twelve months."
    assert document.warnings[0] == "misnamed: .pdf → docx"
    assert (
        load_bytes(b"%PDF-1.4" + files.raw_pdf(b"BT /F1 12 Tf 72 700 Td (Hello there) Tj ET"), "a.docx").pages
        == 1
    )


def test_slow_parsing_is_ended_by_the_clock() -> None:
    started = time.monotonic()
    assert refusal(b"# a\n\ntext\n" * 20_000, "a.md", wall_seconds=0.3) is Refusal.TOO_SLOW
    assert time.monotonic() - started < 5


def test_slow_parsing_is_ended_by_the_processor_limit() -> None:
    assert refusal(b"[" * 300_000 + b"]" * 300_000, "a.md", cpu_seconds=1) is Refusal.TOO_SLOW


def test_memory_is_limited() -> None:
    data = b"# a\n\n" + b"* x\n" * 400_000
    assert refusal(data, "a.md", memory_bytes=180 * 1024 * 1024) in (Refusal.TOO_MUCH_MEMORY, Refusal.DAMAGED)


def test_more_text_than_a_policy_holds_is_refused() -> None:
    assert refusal(b"one two three\n\n" * 2000, "a.txt", elements=1000) is Refusal.TOO_MUCH_TEXT


def test_entities_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    evil = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file://{secret}">]>'.encode()

    def inject(xml: bytes) -> bytes:
        body = xml.split(b"?>", 1)[1].replace(b"Loans run", b"&x; Loans run")
        return evil + body

    data = files.replaced(files.word(files.hidden_runs), "word/document.xml", inject)
    try:
        document = load_bytes(data, "a.docx")
    except DocumentRefused:
        return
    assert "the secret" not in " ".join(element.text for element in document.elements)


def test_a_billion_laughs_end_in_a_refusal() -> None:
    laughs = "".join(
        f'<!ENTITY a{n} "{"&a" + str(n - 1) + ";" if n else "ha"}{"&a" + str(n - 1) + ";" if n else ""}">'
        for n in range(40)
    )
    head = f'<?xml version="1.0"?><!DOCTYPE w [{laughs}]>'.encode()

    def inject(xml: bytes) -> bytes:
        return head + xml.split(b"?>", 1)[1].replace(b"Loans run", b"&a39;")

    data = files.replaced(files.word(files.hidden_runs), "word/document.xml", inject)
    started = time.monotonic()
    try:
        load_bytes(data, "a.docx")
    except DocumentRefused as refused:
        assert refused.code in (Refusal.DAMAGED, Refusal.TOO_MUCH_MEMORY, Refusal.NO_TEXT)
    assert time.monotonic() - started < 20


def test_a_scan_says_that_it_is_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refusal(picture(300, 300), "scan.png") is Refusal.SCAN


def stand_in(monkeypatch: pytest.MonkeyPatch, folder: Path, says: str) -> None:
    """A program in the place of Debian's tesseract: called the same way, answering the same way."""
    program = folder / "tesseract"
    program.write_text(f"#!/bin/sh\n[ \"$1\" = --list-langs ] && echo eng || printf '{says}'\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")


def test_a_scan_is_read_where_tesseract_is_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stand_in(monkeypatch, tmp_path, "Loans run for twelve months.")
    document = load_bytes(picture(300, 300), "scan.png")
    assert [element.text for element in document.elements] == ["Loans run for twelve months."]
    assert document.warnings == ("ocr: 1",)


def scanned(pages: int) -> bytes:
    """The first pages of the sample manual, as a scanner makes them."""
    import pypdfium2

    manual = pypdfium2.PdfDocument(MANUAL)
    first, *rest = [manual[number].render(scale=1.5).to_pil().convert("L") for number in range(5, 5 + pages)]
    data = io.BytesIO()
    first.save(data, "PDF", resolution=108, save_all=True, append_images=rest)
    return data.getvalue()


def test_recognised_text_has_its_headings_and_lists(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stand_in(
        monkeypatch, tmp_path, "2 Who may borrow\\n\\n- members\\n- their heirs\\n\\nFrom 18 years on.\\n"
    )
    document = load_bytes(scanned(1), "scan.pdf")
    assert [(one.kind.value, one.text, one.page) for one in document.elements] == [
        ("heading", "2 Who may borrow", 1),
        ("list_item", "members", 1),
        ("list_item", "their heirs", 1),
        ("paragraph", "From 18 years on.", 1),
    ]


def test_pages_of_a_scan_that_time_did_not_suffice_for_are_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stand_in(monkeypatch, tmp_path, "never asked")
    typed, scan = files.raw_pdf(b"BT /F1 12 Tf 72 700 Td (Loans run for a year.) Tj ET"), scanned(2)
    data = joined(typed, scan)
    document = load_bytes(data, "scan.pdf", limits=replace(LIMITS, soft_cpu_seconds=0.0))
    assert document.warnings == ("tables_as_text: 1–", "scanned_pages: 2, 3")


def joined(*parts: bytes) -> bytes:
    import pypdfium2

    whole, data = pypdfium2.PdfDocument.new(), io.BytesIO()
    for part in parts:
        whole.import_pages(pypdfium2.PdfDocument(part))
    whole.save(data)
    return data.getvalue()


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Debian's tesseract-ocr is not installed")
def test_a_scanned_manual_is_read_by_the_real_program() -> None:
    document = load_bytes(scanned(1), "scan.pdf")
    headings = [one.text for one in document.elements if one.kind is ElementKind.HEADING]
    assert any("Who we are" in heading for heading in headings)
    assert "six villages" in " ".join(one.text for one in document.elements)
    assert "ocr: 1" in document.warnings


def test_the_child_gets_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    from knowledge.documents.sandbox import _environment

    monkeypatch.setenv("VILLAGE_CREDIT_TELEGRAM_TOKEN", "123:secret")
    assert "VILLAGE_CREDIT_TELEGRAM_TOKEN" not in _environment()


@settings(max_examples=12, deadline=None)
@given(
    data=st.binary(min_size=1, max_size=400),
    name=st.sampled_from(["a.txt", "a.md", "a.html", "a.csv", "\x00\ud800.pdf"]),
)
def test_noise_is_text_or_a_refusal(data: bytes, name: str) -> None:
    try:
        assert chunk(load_bytes(data, name), version_id="v")
    except DocumentRefused as refused:
        assert refused.code in Refusal


@pytest.mark.slow
@pytest.mark.skipif(not BADDOCS.is_dir(), reason="the hostile files are not on this machine")
def test_all_hostile_files_end_in_time_and_leave_the_parent_small() -> None:
    process = psutil.Process()
    before = process.memory_info().rss
    for path in sorted(BADDOCS.iterdir()):
        started = time.monotonic()
        try:
            assert load(path).elements
        except DocumentRefused as refused:
            assert refused.code in Refusal
        assert time.monotonic() - started < 20, path.name
    assert process.memory_info().rss - before < 50 * 1024 * 1024
