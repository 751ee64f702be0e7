"""Law 7: what a person wrote stands in no log, not even in the report of an error."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator

import pytest
import structlog
from telegram.error import TelegramError
from telegram.request import HTTPXRequest

from bot.logs import configure
from bot.settings import Settings

WORDS = "my name is Wang Fang, 0712 345 678"


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(logging.root, "handlers", logging.root.handlers[:])
    yield
    structlog.reset_defaults()


@pytest.mark.parametrize("log_format", ["json", "console"])
def test_an_error_is_reported_by_kind_and_place_without_what_it_says(
    log_format: str, capsys: pytest.CaptureFixture[str]
) -> None:
    configure(Settings(log_format=log_format, _env_file=None))  # type: ignore[call-arg,arg-type]
    log = structlog.get_logger("test")
    try:
        try:
            int(WORDS)
        except ValueError as error:
            raise LookupError(f"no answer to {WORDS}") from error
    except LookupError:
        log.exception("update failed", update_id=5)
    said = capsys.readouterr().err
    assert "Wang" not in said and "0712" not in said
    assert "ValueError" in said and "LookupError" in said and "test_logs.py" in said
    if log_format == "json":
        assert json.loads(said)["update_id"] == 5


def test_what_libraries_log_and_what_ends_the_bot_say_no_more(capsys: pytest.CaptureFixture[str]) -> None:
    configure(Settings(_env_file=None))  # type: ignore[call-arg]
    try:
        float(WORDS)
    except ValueError:
        logging.getLogger("asyncio").exception("Task exception was never retrieved")
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]
    said = capsys.readouterr().err
    assert said.count("ValueError") == 2 and "Wang" not in said


def test_what_the_telegram_library_received_is_not_repeated_by_it(capsys: pytest.CaptureFixture[str]) -> None:
    configure(Settings(_env_file=None))  # type: ignore[call-arg]
    with pytest.raises(TelegramError):
        HTTPXRequest.parse_json_payload(f'{{"text": "{WORDS}'.encode())
    logging.getLogger("telegram.Bot").critical("Received data was %r", [{"text": WORDS}])
    said = capsys.readouterr().err
    assert "invalid JSON" in said and "Received data" in said and "Wang" not in said
