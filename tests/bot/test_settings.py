"""Settings: documented, typed, and refused with the name of what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot import settings as module
from bot.cli.errors import explain
from bot.settings import PREFIX, Settings
from scripts.env_example import ROOT, example


def test_the_example_names_every_setting_and_nothing_else() -> None:
    assert (ROOT / ".env.example").read_text() == example(), (
        "run: python scripts/env_example.py > .env.example"
    )


def test_a_setting_comes_from_its_environment_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(PREFIX + "HOME", str(tmp_path / "state"))
    settings = Settings(_env_file=None)
    assert settings.home == tmp_path / "state"
    assert settings.effective_database_url.endswith("state/village-credit.sqlite")


def test_a_webhook_without_its_secret_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PREFIX + "INGRESS", "webhook")
    monkeypatch.setenv(PREFIX + "WEBHOOK_URL", "https://bot.example.org/telegram")
    with pytest.raises(ValidationError) as refused:
        Settings(_env_file=None)
    assert f"{PREFIX}WEBHOOK_SECRET" in str(explain(refused.value))


def test_secrets_do_not_show_when_settings_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PREFIX + "TELEGRAM_TOKEN", "123:very-secret")
    assert "very-secret" not in repr(Settings(_env_file=None))


@pytest.mark.parametrize("secret", ["with space", "ä", "x" * 257])
def test_a_webhook_secret_that_telegram_would_refuse_is_named(secret: str) -> None:
    with pytest.raises(ValidationError, match="Telegram takes"):
        Settings(webhook_secret=secret, _env_file=None)  # type: ignore[call-arg,arg-type]


def test_a_command_finds_the_one_service_from_any_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(PREFIX + "HOME", raising=False)
    monkeypatch.chdir(tmp_path)
    assert Settings(_env_file=None).home == ROOT / "var"
    assert Settings.model_config["env_file"] == ROOT / ".env"


def test_a_folder_in_the_env_file_is_meant_from_where_that_lies(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "service").mkdir()
    (tmp_path / "service" / ".env").write_text(f"{PREFIX}HOME=state\n")
    monkeypatch.delenv(PREFIX + "HOME", raising=False)
    monkeypatch.setattr(module, "ROOT", tmp_path / "service")
    monkeypatch.chdir(tmp_path)
    settings = Settings(_env_file=tmp_path / "service" / ".env")  # type: ignore[call-arg]
    assert settings.home == tmp_path / "service" / "state"
