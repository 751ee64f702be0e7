"""`village-credit demo`: simulated Telegram, the sample lender and the bot, with one command."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import webbrowser
from typing import Annotated

import httpx
import typer
from rich.console import Console

from bot.settings import PREFIX, Settings

app = typer.Typer()
console = Console(stderr=True)

START_SECONDS = 90  # a cold start on a slow machine


@app.command()
def demo(
    port: Annotated[
        int, typer.Option(min=1, max=65535, help="Port of the page and of the simulated Bot API.")
    ] = 8700,
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,
) -> None:
    """Start everything; Ctrl-C stops it. What was said to the bot is kept in the home folder, the chats are not."""
    from bot.cli.sample import load_sample
    from bot.simulator.app import DEFAULT_TOKEN
    from knowledge.index.chunk_index import IndexOwnedElsewhere

    settings = Settings()
    address = f"http://127.0.0.1:{port}"
    environment = os.environ | {
        PREFIX + "TELEGRAM_TOKEN": DEFAULT_TOKEN,
        PREFIX + "TELEGRAM_BASE_URL": address,
    }
    _must_be_free(port, address)
    try:
        load_sample(settings)
    except IndexOwnedElsewhere as owned:
        raise SystemExit(
            f"village-credit: a demo or a bot runs already on {settings.home}; stop it, or give this one a home of its "
            f"own ({PREFIX}HOME)"
        ) from owned
    simulator = _start(["simulator", "serve", "--port", str(port), "--token", DEFAULT_TOKEN], environment)
    try:
        _wait_for(address, simulator)
        console.print(
            f"\n[bold]Village Credit is at {address}[/bold]  (simulated Telegram; Ctrl-C stops it)\n"
        )
        if browser and (os.environ.get("DISPLAY") or sys.platform in ("darwin", "win32")):
            webbrowser.open(address)
        _keep_running(environment, simulator)
    finally:
        _stop(simulator)


def _keep_running(environment: dict[str, str], simulator: subprocess.Popen[bytes]) -> None:
    """Run the bot, and again if it was killed: nothing is lost by that, and the demo shows it."""
    stopping: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _frame: stopping.append(number))
    signal.signal(signal.SIGINT, lambda number, _frame: stopping.append(number))
    bot = _start(["run"], environment)
    while not stopping and simulator.poll() is None:
        time.sleep(0.2)
        if bot.poll() is not None and not stopping:
            console.print(f"the bot ended (code {bot.returncode}); starting it again")
            time.sleep(1)
            bot = _start(["run"], environment)
    _stop(bot)
    if not stopping:
        raise SystemExit(f"village-credit: the simulated Telegram ended (code {simulator.returncode})")


def _must_be_free(port: int, address: str) -> None:
    """Told before a minute of loading, not after it."""
    try:
        with socket.create_server(("127.0.0.1", port)):
            return
    except OSError as error:
        if _answers_as_ours(address):
            told = f"a demo runs already at {address}: open it, or stop it first"
        else:
            told = f"port {port} cannot be used ({error.strerror}); try --port"
        raise SystemExit(f"village-credit: {told}") from error


def _answers_as_ours(address: str) -> bool:
    """Any server may answer at the port; the simulated Telegram knows its bot."""
    try:
        answer = httpx.get(f"{address}/sim/bot", timeout=1)
        return answer.is_success and "username" in answer.json()["bot"]
    except (httpx.HTTPError, ValueError, KeyError, TypeError):
        return False


def _start(command: list[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    program = [sys.executable, "-m", "bot.cli", *command]
    # A group of its own: Ctrl-C reaches us alone, and we stop the bot before its Telegram.
    return subprocess.Popen(program, env=environment, start_new_session=True)  # noqa: S603 - our own command line


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise SystemExit(
                f"village-credit: the simulator could not start at {address}; is the port in use? Try --port"
            )
        if _answers_as_ours(address):
            return
        time.sleep(0.1)
    raise SystemExit(f"village-credit: the simulator did not answer at {address} in {START_SECONDS} seconds")


def _stop(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
