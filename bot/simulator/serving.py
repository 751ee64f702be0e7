"""Running the simulated Telegram under uvicorn so that it stops at once, long polls and all."""

from __future__ import annotations

import socket

import uvicorn
from starlette.applications import Starlette


class SimulatorServer(uvicorn.Server):
    """A server that ends the long polls of bot and page before it closes their connections."""

    def __init__(self, app: Starlette, *, host: str = "127.0.0.1", port: int = 0) -> None:
        super().__init__(
            uvicorn.Config(
                app, host=host, port=port, log_level="warning", ws="none", timeout_graceful_shutdown=2
            )
        )
        self._world = app.state.world

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._world.close()
        await super().shutdown(sockets)
