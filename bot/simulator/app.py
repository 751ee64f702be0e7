"""The simulated Telegram as one web application: Bot API, control API and the page with three phones."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from random import Random

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.simulator.control import ControlApi
from bot.simulator.limits import Limits
from bot.simulator.personas import Persona, sample_personas
from bot.simulator.server import BotApi
from bot.simulator.webhook import Courier
from bot.simulator.world import World, system_clock

STATIC = Path(__file__).parent / "static"
DEFAULT_TOKEN = "987654321:SIMULATED-village-credit-0000000000"  # noqa: S105 - opens nothing but the simulator
CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
    "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def create_app(
    *,
    token: str = DEFAULT_TOKEN,
    bot_name: str = "Three Rivers Credit",
    bot_username: str = "three_rivers_credit_bot",
    limits: Limits | None = None,
    personas: Sequence[Persona] | None = None,
    clock: Callable[[], datetime] = system_clock,
    monotonic: Callable[[], float] = time.monotonic,
    random: Random | None = None,
) -> Starlette:
    """A simulated Telegram with one bot, `token`, and nobody else yet; its state is `app.state.world`.

    It keeps everything in memory and runs in one process on one event loop; call it from other threads over
    HTTP only.
    """
    world = World(
        token=token,
        bot_name=bot_name,
        bot_username=bot_username,
        limits=limits or Limits(),
        clock=clock,
        monotonic=monotonic,
        random=random,
    )
    api = BotApi(world)
    known = sample_personas() if personas is None else personas
    world.enrolled = {one.user_id: one.person() for one in known if one.role != "farmer"}
    control = ControlApi(world, known)
    routes = [
        *api.routes(),
        *control.routes(),
        Route("/", _page, methods=["GET"]),
        Route("/static/fonts/{name}", _font, methods=["GET"]),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]
    app = Starlette(routes=routes, lifespan=_lifespan(world, api), exception_handlers={404: _not_found})
    app.state.world = world
    return app


def _lifespan(world: World, api: BotApi) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def run(_: Starlette) -> AsyncIterator[None]:
        courier = asyncio.create_task(Courier(world, api).run())
        yield
        courier.cancel()
        with suppress(asyncio.CancelledError):
            await courier

    return run


async def _page(_: Request) -> Response:
    return FileResponse(STATIC / "index.html", headers={"Content-Security-Policy": CONTENT_POLICY})


# Fonts come with packages of the lock file, for machines that have no Chinese or no fonts at all.
FONTS = {
    "sans.ttf": ("fontpkg_noto_sans", "files/NotoSans[wdth,wght].ttf"),
    "han.otf": ("cvttf_NotoSansCJK_Regular", "NotoSansCJKtc-Regular.otf"),
}


async def _font(request: Request) -> Response:
    package, path = FONTS.get(request.path_params["name"], ("", ""))
    spec = find_spec(package) if package else None
    if spec is None or spec.origin is None:
        raise HTTPException(404)
    file = Path(spec.origin).parent / path
    return FileResponse(file, headers={"Cache-Control": "public, max-age=604800"})


async def _not_found(request: Request, _: Exception) -> Response:
    if request.url.path.startswith("/sim/"):
        return JSONResponse(
            {"ok": False, "error": f"there is nothing at {request.url.path}"}, status_code=404
        )
    return JSONResponse({"ok": False, "error_code": 404, "description": "Not Found"}, status_code=404)
