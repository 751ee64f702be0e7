"""One lender: its folder of settings read once, checked wholly, and handed on as typed values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
    model_validator,
)

from intake import lender_file
from intake.lender_file import InProducts
from intake.products.limits import Rules
from intake.products.product import Positive, Product

SAMPLES = lender_file.EXAMPLE


def _phone(written: str) -> str:
    """A number that farmers are told to call."""
    if sum(letter.isdigit() for letter in written) < 3:
        raise ValueError(f"{written!r} is no telephone number that a farmer could call")
    return written.strip()


Text = dict[str, str]
Names = dict[str, tuple[str, ...]]
Phone = Annotated[str, AfterValidator(_phone)]
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
    phone: Phone
    complaints_phone: Phone
    emergency_phone: Phone | Literal[""] = ""  # of the country or county; told to who is in danger
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
        values = {**lender_file.read_lender(folder), "products": lender_file.read_products(folder)}
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            raise lender_file.as_lender_error(folder, error) from None

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
        _check_unique("products", [product.product_id for product in self.products], InProducts)
        _check_unique("staff", [str(member.user_id) for member in self.staff])
        self._check_staff()
        self._check_translations()
        self._check_village_names()
        return self

    def _check_staff(self) -> None:
        known = {village.village_id for village in self.villages}
        for member in self.staff:
            for village in member.villages:
                if village not in known:
                    raise ValueError(f"staff {member.user_id}: there is no village {village!r}")

    def _check_translations(self) -> None:
        named = {"name": self.name, "short_name": self.short_name, "office": self.office}
        named |= {f"villages {village.village_id}": village.names for village in self.villages}
        self._check_texts(named, ValueError)
        sold = {f"products {product.product_id} names": product.names for product in self.products}
        sold |= {f"products {product.product_id} for": product.purposes for product in self.products}
        self._check_texts(sold, InProducts)

    def _check_texts(self, named: Mapping[str, Text], fault: type[ValueError]) -> None:
        for key, text in named.items():
            missing = [language for language in self.languages if not text.get(language, "").strip()]
            if missing:
                raise fault(f"{key} has no text in {', '.join(missing)}")

    def _check_village_names(self) -> None:
        """Two villages of one name cannot be told apart on a button, and have officers of their own."""
        for language in self.languages:
            names = [village.names[language].strip() for village in self.villages]
            _check_unique(f"villages: the name ({language})", names)


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


def _check_unique(what: str, ids: list[str], fault: type[ValueError] = ValueError) -> None:
    twice = sorted({one for one in ids if ids.count(one) > 1})
    if twice:
        raise fault(f"{what}: {', '.join(twice)} stands there twice")
