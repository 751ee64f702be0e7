"""Makes the pictures of the README: the page with three phones, one phone, a page of a dossier.

python scripts/screenshots.py [--into docs/images]

The real bot plays a short scene with the sample lender on a simulated Telegram of its own; Chromium is needed.
"""

from __future__ import annotations

import argparse
import io
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from PIL import Image

sys.path.insert(0, str(Path(__file__).parents[1]))

from bot.simulator.app import DEFAULT_TOKEN
from tests.journeys.people import CHEN, PENG, Farmer, Person
from tests.support.processes import bot_process, build_sample_home, simulator_process
from tests.support.simulator import Phone

ROOT = Path(__file__).parents[1]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
UNHURRIED = {"messages_per_second": 1000, "chat_messages_per_second": 1000}
WIDE, NARROW = (1440, 900), (390, 844)
MOST_BYTES = 400_000
WANG, LIU = 1001, 1004
LIU_SAYS = {
    "purpose": "12 goats and a dry pen",
    "own_funds": "6000",
    "income_month_good": "9000",
    "income_month_poor": "3000",
    "living_costs_month": "900",
}


def main() -> None:
    """Play the scene, take the pictures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--into", type=Path, default=ROOT / "docs" / "images")
    into: Path = parser.parse_args().into
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, running(Path(name)) as (address, client):
        dossier = play(client)
        write(into / "dossier.png", first_page(dossier))
        with chromium() as browser:
            write(into / "demo.png", shot(browser, address, WIDE, scale=1.25))
            write(into / "demo-phone.png", shot(browser, address, NARROW, scale=2.0))


@contextmanager
def running(folder: Path) -> Iterator[tuple[str, httpx.Client]]:
    """The bot with the sample lender, its Telegram, and a client of that Telegram's control API."""
    home = build_sample_home(folder / "home")
    with (
        simulator_process(folder) as address,
        bot_process(home, address, telegram_token=DEFAULT_TOKEN, **UNHURRIED),
        httpx.Client(base_url=address, timeout=60, trust_env=False) as client,
    ):
        yield address, client


def play(client: httpx.Client) -> bytes:
    """Two farmers, an officer and an admin; returns the dossier the officer opened."""
    chen, peng = person(client, CHEN, "Chen Rong"), person(client, PENG, "Peng Hui")
    chen.say("/start")
    liu = farmer(client, LIU, "Liu Mei", **LIU_SAYS)
    liu.greet()
    liu.apply()
    liu.fill()
    liu.tap("a.send")
    chen.listen()
    chen.tap("o.claim")
    chen.tap("o.file")
    chen.until("The file of")  # drawing it takes a moment
    dossier = next(one for one in chen.phone.messages() if one["files"])
    wang = farmer(client, WANG, "Wang Fang")
    wang.greet()
    wang.apply()
    wang.fill(until="own_funds")
    wang.say("What happens if the payment day is a Sunday?")
    peng.say("/start")
    peng.say("/documents")
    return chen.phone.file(dossier)


def person(client: httpx.Client, user_id: int, name: str) -> Person:
    """Somebody with a phone."""
    body = {"id": user_id, "first_name": name, "language_code": "en"}
    client.post("/sim/users", json=body).raise_for_status()
    return Person(Phone(client, user_id))


def farmer(client: httpx.Client, user_id: int, name: str, **answers: str) -> Farmer:
    """A farmer who fills in the form."""
    return Farmer(person(client, user_id, name).phone, answers={"full_name": name, **answers})


@contextmanager
def chromium() -> Iterator[Any]:
    """A headless browser."""
    from playwright.sync_api import sync_playwright

    if not Path(CHROMIUM).exists():
        sys.exit("screenshots: chromium is missing: on Debian, apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


def shot(browser: Any, address: str, size: tuple[int, int], scale: float) -> Image.Image:
    """The page, its phones scrolled to their newest messages."""
    viewport = {"width": size[0], "height": size[1]}
    page = browser.new_page(viewport=viewport, device_scale_factor=scale)
    page.goto(address)
    page.wait_for_selector("body.ready")
    page.wait_for_timeout(1500)  # pictures and letters arrive
    return Image.open(io.BytesIO(page.screenshot()))


def first_page(pdf: bytes) -> Image.Image:
    """Page 1 of a PDF at 110 dots an inch."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    return document[0].render(scale=110 / 72).to_pil()


def write(path: Path, image: Image.Image) -> None:
    """Write a PNG small enough for the repository: whole if that fits, else with as many colours as do."""
    whole = image.convert("RGB")
    whole.save(path, optimize=True)
    colours = 256
    while path.stat().st_size > MOST_BYTES and colours >= 32:
        few = whole.quantize(colours, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(path, optimize=True)
        colours //= 2
    print(f"{path}: {path.stat().st_size // 1000} KB, {image.width} x {image.height}")


if __name__ == "__main__":
    main()
