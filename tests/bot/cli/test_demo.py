"""The demo says at once why it cannot run; another server on its port is not taken for its own."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from bot.cli.demo import app
from tests.support.simulator import Simulator, running_simulator


@pytest.fixture(scope="module")
def simulator() -> Iterator[Simulator]:
    with running_simulator() as running:
        yield running


class _Other(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"another service")

    def log_message(self, *_args: object) -> None:
        pass


@pytest.fixture
def another_server() -> Iterator[int]:
    server = HTTPServer(("127.0.0.1", 0), _Other)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    server.server_close()
    thread.join()


def _demo(port: int, home: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("VILLAGE_CREDIT_HOME", str(home))
    with pytest.raises(SystemExit) as ended:
        app(args=["--port", str(port), "--no-browser"], standalone_mode=False)
    assert not home.exists()
    return str(ended.value)


def test_another_server_on_the_port_is_named(
    another_server: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = _demo(another_server, tmp_path / "home", monkeypatch)
    assert f"port {another_server}" in said and "--port" in said


def test_who_only_listens_there_is_named_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        said = _demo(taken.getsockname()[1], tmp_path / "home", monkeypatch)
    assert "--port" in said


def test_a_demo_that_runs_already_is_named(
    simulator: Simulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(str(simulator.url).rsplit(":", 1)[1])
    assert "a demo runs already" in _demo(port, tmp_path / "home", monkeypatch)
