"""Every word the bot says comes through here: gettext catalogues, and Babel for plurals, money, dates, numbers."""

from __future__ import annotations

import html
import io
import re
from datetime import date as Date
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from intake.products.money import shown

LOCALES = Path(__file__).parent.parent / "locales"
DOMAIN = "messages"
# Characters that reorder or hide what a reader sees: an officer must not be shown a spoofed sentence.
_TREACHEROUS = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


def N_(text: str) -> str:
    """Marks a sentence for the catalogues where it stands as data; it is said later."""
    return text


class Html(str):
    """Text that is already safe to send as HTML."""

    __slots__ = ()


def clean(text: str, limit: int | None = None) -> str:
    """A person's text, fit to be shown to others: nothing that hides or reorders, cut at `limit` characters."""
    shown = _TREACHEROUS.sub("", text).strip()
    return shown if limit is None or len(shown) <= limit else shown[: limit - 1] + "…"


def cut(text: str, limit: int) -> list[str]:
    """The text in pieces of at most `limit` letters, between lines where there are any."""
    pieces: list[str] = [""]
    for line in text.splitlines():
        for start in range(0, max(len(line), 1), limit):
            part = line[start : start + limit]
            joined = f"{pieces[-1]}\n{part}" if pieces[-1] else part
            if len(joined) <= limit:
                pieces[-1] = joined
            else:
                pieces.append(part)
    return [piece for piece in pieces if piece.strip()] or [""]


def quoted(text: str, limit: int | None = None) -> Html:
    """A person's text inside ours: escaped, and isolated so that its direction cannot spill over."""
    return Html(_FIRST_STRONG_ISOLATE + html.escape(clean(text, limit), quote=False) + _POP_ISOLATE)


def lines(*parts: str) -> Html:
    """Parts on lines of their own; empty ones are left out."""
    return Html("\n".join(_escaped(part) for part in parts if part))


def paragraphs(*parts: str) -> Html:
    """Parts with a blank line between; empty ones are left out."""
    return Html("\n\n".join(_escaped(part) for part in parts if part))


def bold(text: str) -> Html:
    """Bold text."""
    return Html(f"<b>{_escaped(text)}</b>")


def _escaped(value: object) -> str:
    return value if isinstance(value, Html) else html.escape(clean(str(value)), quote=False)


@lru_cache(maxsize=32)
def _catalogue(language: str) -> dict[str, tuple[str, ...]]:
    """msgid -> its translations (one, or one a plural form), read from the .po file itself."""
    from babel.messages.pofile import read_po

    path = LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    if not path.exists():
        return {}
    catalogue = read_po(io.BytesIO(path.read_bytes()), locale=language)
    found: dict[str, tuple[str, ...]] = {}
    for message in catalogue:
        if not message.id or message.fuzzy:
            continue
        key = message.id if isinstance(message.id, str) else message.id[0]
        strings = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        if strings and all(strings):
            found[key] = strings
    return found


class Wording:
    """One language's words. The English sentence is the key; without a translation it is what is said."""

    def __init__(self, language: str, *, currency: str = "CNY", timezone: str = "UTC") -> None:
        self.language = language
        self._currency = currency
        self._zone = ZoneInfo(timezone)

    def say(self, text: str, /, **facts: object) -> Html:
        """The sentence in this language as HTML, with `facts` escaped and put in."""
        return Html(self.translated(text).format(**{k: _escaped(v) for k, v in facts.items()}))

    def plain(self, text: str, /, **facts: object) -> str:
        """The same without HTML, for buttons and passing lines."""
        return self.translated(text).format(**facts)

    def count(self, singular: str, plural: str, n: int, /, **facts: object) -> Html:
        """The sentence that fits the number `n`, which stands in it as {n}."""
        forms = _catalogue(self.language).get(singular)
        if forms and len(forms) > 1:
            from babel.messages.plurals import get_plural

            index = _plural_index(get_plural(self.language).plural_expr, n)
            text = forms[min(index, len(forms) - 1)]
        elif forms:
            text = forms[0]
        else:
            text = singular if n == 1 else plural
        return Html(text.format(n=self.number(n), **{k: _escaped(v) for k, v in facts.items()}))

    def money(self, amount: Decimal) -> str:
        """An amount of the lender's currency; whole sums without empty decimals."""
        return shown(amount, self._currency, self._locale)

    def number(self, value: Decimal | int | float) -> str:
        """A number with this language's separators."""
        from babel.numbers import format_decimal

        return format_decimal(value, locale=self._locale)

    def percent(self, value: Decimal) -> str:
        """A percentage given in per cent: 8.4 is 8.4%."""
        from babel.numbers import format_percent

        return format_percent(value / 100, locale=self._locale, decimal_quantization=False)

    def date(self, day: Date | datetime) -> str:
        """A day, written out; moments are first moved to the lender's zone."""
        from babel.dates import format_date

        return format_date(self._local(day), format="long", locale=self._locale)

    def short_date(self, day: Date) -> str:
        """A day in as few letters as a column of a table has room for."""
        from babel.dates import format_date

        return format_date(day, format="medium", locale=self._locale)

    def moment(self, at: datetime) -> str:
        """A day and time of day in the lender's zone."""
        from babel.dates import format_time

        local = at.astimezone(self._zone)  # the month by name: 12/11 can be read two ways
        return f"{self.short_date(local.date())}, {format_time(local.time(), 'short', locale=self._locale)}"

    def _local(self, day: Date | datetime) -> Date:
        return day.astimezone(self._zone).date() if isinstance(day, datetime) else day

    def translated(self, text: str) -> str:
        """The sentence in this language with its places still open."""
        forms = _catalogue(self.language).get(text)
        return forms[0] if forms else text

    @property
    def _locale(self) -> str:
        return {"zh": "zh_Hans_CN", "sw": "sw_KE"}.get(self.language, self.language)


@lru_cache(maxsize=256)
def _plural_index(expression: str, n: int) -> int:
    from gettext import c2py

    return int(c2py(expression)(n))


def native_name(language: str) -> str:
    """A language's name in itself: 中文, Kiswahili, English; where Babel has not that, in English, else its code."""
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(language).get_display_name(language) or language)
    except (UnknownLocaleError, ValueError):
        return str(Locale("en").languages.get(language, language))
