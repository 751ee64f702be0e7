"""Logging: structured, without tokens and without anything a person wrote (law 7)."""

from __future__ import annotations

import logging
import sys
import traceback
from types import TracebackType
from typing import Any

import structlog

from bot.settings import Settings


def where_it_happened(exc_info: tuple[type[BaseException], BaseException, TracebackType | None]) -> str:
    """The places in the code and the kinds of error, not what an error says: that may be a person's words."""
    lines: list[str] = []
    _trace(exc_info[1], lines, "")
    return "\n".join(lines)


def _trace(error: BaseException, lines: list[str], indent: str) -> None:
    if error.__cause__ is not None:
        _trace(error.__cause__, lines, indent)
        lines.append(f"{indent}which caused")
    elif error.__context__ is not None and not error.__suppress_context__:
        _trace(error.__context__, lines, indent)
        lines.append(f"{indent}and while dealing with it")
    for frame in traceback.extract_tb(error.__traceback__):
        lines.append(f"{indent}  {frame.filename}:{frame.lineno} in {frame.name}: {frame.line or ''}")
    lines.append(f"{indent}{type(error).__module__}.{type(error).__qualname__}")
    for inner in getattr(error, "exceptions", ()):
        _trace(inner, lines, indent + "  ")


class _WithoutWords(logging.Formatter):
    """The same for what libraries log; python-telegram-bot puts whole updates into some lines."""

    def format(self, record: logging.LogRecord) -> str:
        if record.name.startswith("telegram"):
            record = logging.makeLogRecord(record.__dict__ | {"args": None})
        return super().format(record)

    def formatException(self, ei: Any) -> str:
        return where_it_happened(ei)


def _ended_by(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    sys.stderr.write(f"village-credit ended by an error:\n{where_it_happened((kind, error, trace))}\n")


def configure(settings: Settings) -> None:
    """Set up structlog once, at start."""
    level = getattr(logging, settings.log_level)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_WithoutWords("%(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    sys.excepthook = _ended_by
    # httpx writes whole URLs at INFO, and a Bot API URL holds the token.
    for name in ("httpx", "httpcore", "telegram", "aiogram", "chromadb", "uvicorn.access"):
        logging.getLogger(name).setLevel(logging.WARNING)
    renderer: structlog.types.Processor = (
        structlog.processors.JSONRenderer()
        if settings.log_format == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.ExceptionRenderer(where_it_happened),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
