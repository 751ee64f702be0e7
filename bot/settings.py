"""Every setting, typed, read from `VILLAGE_CREDIT_*` and from `.env`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

PREFIX = "VILLAGE_CREDIT_"
SAMPLES = Path(__file__).parent.parent
# Commands are run from any folder: they must find the one service, and not begin a second, empty one.
ROOT = SAMPLES if (SAMPLES / "pyproject.toml").exists() else Path.cwd()


class _BesideItsFile(PydanticBaseSettingsSource):
    """What `.env` says, its relative folders and files taken from its own folder."""

    def __init__(self, settings: type[BaseSettings], read: PydanticBaseSettingsSource) -> None:
        super().__init__(settings)
        self._read = read

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        return self._read.get_field_value(field, field_name)

    def __call__(self) -> dict[str, Any]:
        found = self._read()
        paths = {name: found[name] for name in ("home", "lender", "form") if found.get(name)}
        return found | {name: ROOT / Path(path).expanduser() for name, path in paths.items()}


class Settings(BaseSettings):
    """What an operator may set; the defaults run the whole product on one machine with no server."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=ROOT / ".env", env_file_encoding="utf-8", extra="ignore"
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """As ever, but a folder written in `.env` is meant from where that file lies."""
        beside = _BesideItsFile(settings_cls, dotenv_settings)
        return init_settings, env_settings, beside, file_secret_settings

    home: Path = Field(
        ROOT / "var",
        description="Folder of the database, the index, the keys and the files; here: the checkout's.",
    )
    database_url: str = Field("", description="SQLAlchemy URL; empty means SQLite in the home folder.")
    lender: Path = Field(
        SAMPLES / "intake" / "samples",
        description="Folder with lender.toml and products.toml. A farmer is offered the lender's languages.",
    )
    form: Path = Field(
        SAMPLES / "intake" / "forms" / "microloan.md",
        description="The application form, an XLSForm; a published version of the same form_id goes before it.",
    )
    keys: SecretStr = Field(
        SecretStr(""),
        description="Fernet keys, newest first, comma separated; empty: made once and kept in home/keys.json.",
    )

    telegram_token: SecretStr = Field(SecretStr(""), description="The bot's token from BotFather.")
    telegram_base_url: str = Field(
        "https://api.telegram.org", description="The Bot API server: Telegram's, your own, or the simulator."
    )
    ingress: Literal["polling", "webhook"] = Field("polling", description="How updates come in.")
    webhook_url: str = Field("", description="Public HTTPS address Telegram posts updates to.")
    webhook_secret: SecretStr = Field(
        SecretStr(""),
        description="Secret Telegram repeats in a header with every webhook call: 1 to 256 of A-Z a-z 0-9 _ -",
    )
    webhook_host: str = Field("127.0.0.1", description="Address the webhook listens on.")
    webhook_port: int = Field(8443, ge=0, le=65535, description="Port the webhook listens on.")

    workers: int = Field(4, ge=1, le=64, description="Updates answered at the same time, in different chats.")
    messages_per_second: float = Field(
        25.0, gt=0, description="Sends a second over all chats; Telegram allows 30."
    )
    chat_messages_per_second: float = Field(
        1.0,
        gt=0,
        description="Sends a second within one chat, after three at once; Telegram allows about one.",
    )
    lease_seconds: int = Field(60, ge=5, description="After this a dead worker's update is taken over.")

    reader: bool = Field(
        True,
        description="Read the first passages for the answer with a small model: surer, a little slower.",
    )
    encoders: list[str] = Field(
        ["e5", "minilm"],
        description='JSON list, in order of preference: "e5", "minilm", "use" (offline, from the lock file), '
        '"langchain:PROVIDER:MODEL" or "import:MODULE:FACTORY".',
    )
    chat_model: str = Field("", description="`provider:model` for langchain's init_chat_model; empty: none.")
    chat_model_base_url: str = Field(
        "", description="Address of an OpenAI-compatible server, if not the provider's."
    )
    chat_model_api_key: SecretStr = Field(SecretStr(""), description="Key of the chat model's provider.")
    chat_model_timeout: float = Field(
        8.0, gt=0, description="Seconds a chat model may take before we answer without."
    )

    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="How much is logged.")
    log_format: Literal["console", "json"] = Field("console", description="For people or for machines.")

    @field_validator("home", "lender", "form")
    @classmethod
    def _absolute(cls, path: Path) -> Path:
        return path.expanduser().absolute()

    @field_validator("webhook_secret")
    @classmethod
    def _as_telegram_takes_it(cls, secret: SecretStr) -> SecretStr:
        given = secret.get_secret_value()
        if given and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", given):
            raise ValueError("Telegram takes 1 to 256 letters, digits, _ and - alone")
        return secret

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> Settings:
        if self.ingress == "webhook":
            missing = [
                PREFIX + name.upper()
                for name, value in (
                    ("webhook_url", self.webhook_url),
                    ("webhook_secret", self.webhook_secret.get_secret_value()),
                )
                if not value
            ]
            if missing:
                raise ValueError(f"{PREFIX}INGRESS=webhook also needs {' and '.join(missing)}")
        return self

    @property
    def calibration_file(self) -> Path:
        """The lender's own confidence, from `village-credit evaluate calibrate`; the shipped one without it."""
        return self.home / "calibration.json"

    @property
    def effective_database_url(self) -> str:
        """The database in use."""
        return self.database_url or f"sqlite:///{self.home / 'village-credit.sqlite'}"


def setting_names() -> list[str]:
    """The names of all settings as they are written in the environment and in `.env`."""
    return [PREFIX + name.upper() for name in Settings.model_fields]
