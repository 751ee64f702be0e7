"""One lender: its folder of settings read once, checked wholly, and handed on as typed values."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from intake.errors import LenderError
from intake.products.limits import Rules
from intake.products.product import Positive, Product

SAMPLES = Path(__file__).parent / "samples"

Text = dict[str, str]
Names = dict[str, tuple[str, ...]]
Hours = Annotated[int, Field(ge=1, le=24 * 366)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Village(_Part):
    village_id: Annotated[str, Field(alias="id", pattern=r"^[a-z0-9-]+$", max_length=40)]
    names: Text


class Season(_Part):
    """A season by its names; `starts` and `ends` are month-day, the end may lie in the next year."""

    season_id: Annotated[str, Field(alias="id", min_length=1)]
    names: Names
    starts: str
    ends: str

    @field_validator("starts", "ends")
    @classmethod
    def _month_day(cls, value: str) -> str:
        try:
            date.fromisoformat(f"2000-{value}")
        except ValueError:
            raise ValueError(f"{value!r} is not a month and a day such as 09-15") from None
        return value


class Deadlines(_Part):
    """Hours of the clock, not working hours."""

    claim_reminder: Hours
    claim_escalation: Hours
    decision_target: Hours
    draft_reminder: Hours
    draft_expiry: Hours
    guarantor_reminder: Hours = 48
    guarantor_link: Hours = 336

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.claim_reminder >= self.claim_escalation:
            raise ValueError("claim_reminder must come before claim_escalation")
        if self.draft_reminder >= self.draft_expiry:
            raise ValueError("draft_reminder must come before draft_expiry")
        return self


class StaffSample(_Part):
    """A member of the sample staff, whom the demo enrols."""

    user_id: int
    name: str
    role: Literal["officer", "reviewer", "lead", "admin"]
    language: str
    villages: tuple[str, ...] = ()


class Lender(_Part):
    """What a lender sets that is not a document, a form or a person."""

    lender_id: Annotated[str, Field(alias="id", pattern=r"^[a-z0-9-]+$")]
    name: Text
    short_name: Text
    phone: str
    complaints_phone: str
    emergency_phone: str = (
        ""  # of the country or the county: fire, ambulance, police; told to who is in danger
    )
    office: Text
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    timezone: str
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    languages: Annotated[tuple[str, ...], Field(min_length=1)]
    default_language: str
    decimal_separator: Literal[".", ","]
    area_unit: str
    date_order: Literal["dmy", "mdy"] | None = None  # of 03/04/2026; else by language and country
    consent_version: Annotated[str, Field(min_length=1, max_length=30)]  # our own words count in it too
    deadlines: Deadlines
    rules: Rules
    units: dict[str, Positive]
    seasons: tuple[Season, ...]
    villages: Annotated[tuple[Village, ...], Field(min_length=1)]
    products: Annotated[tuple[Product, ...], Field(min_length=1)]
    staff: tuple[StaffSample, ...] = ()
    synonyms: Names = {}

    @classmethod
    def load(cls, folder: Path) -> Lender:
        """Read `lender.toml` and `products.toml`. Raises `LenderError` naming file, key and fix."""
        main, products = folder / "lender.toml", folder / "products.toml"
        settings = _read(main)
        values = _flattened(main, settings)
        values["products"] = _read(products).get("products", [])
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            raise _lender_error(main, products, error) from None

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def reference_prefix(self) -> str:
        """The lender's initials, which open its reference numbers: three-rivers -> TR."""
        return "".join(word[0] for word in self.lender_id.split("-") if word).upper()[:4]

    def product(self, product_id: str) -> Product:
        """The product. Raises `KeyError`."""
        return {product.product_id: product for product in self.products}[product_id]

    def village(self, village_id: str) -> Village:
        """The village. Raises `KeyError`."""
        return {village.village_id: village for village in self.villages}[village_id]

    def text(self, text: Text, language: str) -> str:
        """`text` in the language, else in the default language, else in any."""
        return text.get(language) or text.get(self.default_language) or next(iter(text.values()), "")

    def day(self, at: datetime) -> date:
        """The day by the lender's calendar."""
        return at.astimezone(self.zone).date()

    def is_large(self, amount: Decimal) -> bool:
        """Whether each person's share of responsibility has to be named."""
        return amount >= self.rules.large_loan_from

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        _check_zone(self.timezone)
        _check_currency(self.currency)
        _check_languages(self.languages)
        if self.default_language not in self.languages:
            raise ValueError(f"default_language {self.default_language!r} is not among languages")
        if self.area_unit not in self.units:
            raise ValueError(f"area_unit {self.area_unit!r} is not among units: {', '.join(self.units)}")
        _check_unique("villages", [village.village_id for village in self.villages])
        _check_unique("products", [product.product_id for product in self.products])
        _check_unique("staff", [str(member.user_id) for member in self.staff])
        self._check_staff()
        self._check_translations()
        return self

    def _check_staff(self) -> None:
        known = {village.village_id for village in self.villages}
        for member in self.staff:
            for village in member.villages:
                if village not in known:
                    raise ValueError(f"staff {member.user_id}: there is no village {village!r}")

    def _check_translations(self) -> None:
        named: list[tuple[str, Text]] = [
            ("name", self.name),
            ("short_name", self.short_name),
            ("office", self.office),
        ]
        named += [(f"villages {village.village_id}", village.names) for village in self.villages]
        named += [(f"products {product.product_id} names", product.names) for product in self.products]
        named += [(f"products {product.product_id} for", product.purposes) for product in self.products]
        for key, text in named:
            missing = [language for language in self.languages if not text.get(language)]
            if missing:
                raise ValueError(f"{key} has no text in {', '.join(missing)}")


def _check_zone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise ValueError(f"timezone {name!r} is unknown: write one such as Asia/Shanghai") from None


def _check_currency(code: str) -> None:
    from babel.numbers import is_currency

    if not is_currency(code):
        raise ValueError(f"currency {code!r} is not an ISO 4217 code such as CNY or KES")


def _check_languages(codes: tuple[str, ...]) -> None:
    """Sums and days are worded by Babel: a code it does not know would break each message that shows one."""
    from babel import Locale
    from babel.core import UnknownLocaleError

    for code in codes:
        try:
            Locale.parse(code)
        except (ValueError, UnknownLocaleError):
            raise ValueError(f"languages: {code!r} is no language code such as en, zh or pt_BR") from None


def _check_unique(what: str, ids: list[str]) -> None:
    twice = sorted({one for one in ids if ids.count(one) > 1})
    if twice:
        raise ValueError(f"{what}: {', '.join(twice)} stands there twice")


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        fix = f"Write it, after the example in {SAMPLES}"
        raise LenderError(path, "file", "it is missing", fix) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LenderError(path, "file", f"it is not readable as TOML: {error}", "Mend that line") from None


def _flattened(path: Path, settings: dict[str, Any]) -> dict[str, Any]:
    """The [lender] table's keys beside the other tables; [consent] holds one figure."""
    lender = settings.pop("lender", None)
    if not isinstance(lender, dict):
        raise LenderError(path, "lender", "the table [lender] is missing", "Add it, after the example")
    consent = settings.pop("consent", {})
    version = (
        {"consent_version": consent["version"]} if isinstance(consent, dict) and "version" in consent else {}
    )
    return {**lender, **settings, **version}


FIXES = {
    "missing": "Add this key",
    "extra_forbidden": "Remove it, or correct its spelling",
    "string_type": "Write it in quotes",
    "int_type": "Write a whole number without quotes",
    "int_parsing": "Write a whole number",
    "decimal_parsing": 'Write a figure in quotes, such as "8.4"',
    "value_error": "Correct it",
}


def _lender_error(main: Path, products: Path, error: ValidationError) -> LenderError:
    first = error.errors(include_url=False)[0]
    place = first["loc"]
    file = products if place[:1] == ("products",) else main
    key = ".".join(str(part) for part in place) or "settings as a whole"
    more = len(error.errors()) - 1
    fix = FIXES.get(first["type"], f"Correct it (given: {first.get('input')!r})")
    return LenderError(
        file, _key_in_file(key), first["msg"], fix + (f" ({more} more faults follow)" if more else "")
    )


def _key_in_file(key: str) -> str:
    return "consent.version" if key == "consent_version" else key
