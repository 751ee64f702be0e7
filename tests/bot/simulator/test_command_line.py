"""`village-credit simulator serve` starts a server that stops when it is told to."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time

import httpx
import pytest
import typer
from typer.testing import CliRunner

from bot.cli.demo import app as demo
from bot.cli.simulator import app
from tests.support.processes import free_port


def test_an_unknown_setting_is_named() -> None:
    result = CliRunner().invoke(app, ["serve", "--limits", "none"])
    assert result.exit_code == 2 and "--limits" in result.output


@pytest.mark.parametrize(("command", "arguments"), [(app, ["serve"]), (demo, ["--no-browser"])])
def test_a_port_that_is_none_is_refused(command: typer.Typer, arguments: list[str]) -> None:
    result = CliRunner().invoke(command, [*arguments, "--port", "99999"])
    assert result.exit_code == 2 and "--port" in result.output


def test_it_serves_and_stops_in_the_middle_of_a_long_poll() -> None:
    port = free_port()
    code = f"from bot.cli.simulator import app; app(['serve', '--port', '{port}', '--token', '5:x'])"
    server = subprocess.Popen([sys.executable, "-c", code])
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client:
            wait_until_up(client)
            assert client.get("/bot5:x/getMe").json()["result"]["id"] == 5
            with socket.create_connection(("127.0.0.1", port)) as poll:
                poll.sendall(b"GET /bot5:x/getUpdates?timeout=50 HTTP/1.1\r\nHost: x\r\n\r\n")
                time.sleep(0.1)
                server.send_signal(signal.SIGTERM)
                server.wait(timeout=40)
    finally:
        server.kill()
        server.wait()


def wait_until_up(client: httpx.Client) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            client.get("/sim/users")
            return
        except httpx.TransportError:
            assert time.monotonic() < deadline, "the simulator did not start"
            time.sleep(0.1)
