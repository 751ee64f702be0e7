"""The page with three phones, in headless Chromium."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.simulator.conftest import Call, picture
from tests.bot.simulator.small_bot import BUTTONS, SmallBot
from tests.support.simulator import Phone, Simulator

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

pytestmark = pytest.mark.skipif(
    not Path(CHROMIUM).exists(), reason="chromium is not installed (apt-get install chromium)"
)

sync_api = pytest.importorskip("playwright.sync_api")
Page = sync_api.Page
expect = sync_api.expect
SECONDS = 30  # a browser on a machine under load is slow, and not broken
expect.set_options(timeout=SECONDS * 1000)


@pytest.fixture(scope="module")
def browser() -> Iterator[sync_api.Browser]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: sync_api.Browser, simulator: Simulator) -> Iterator[Page]:
    yield from opened(browser, simulator, 1440, 900)


@pytest.fixture
def narrow(browser: sync_api.Browser, simulator: Simulator) -> Iterator[Page]:
    yield from opened(browser, simulator, 390, 844)


def opened(browser: sync_api.Browser, simulator: Simulator, width: int, height: int) -> Iterator[Page]:
    """A page without an error in it, from its opening to the end of the test."""
    page = browser.new_page(viewport={"width": width, "height": height})
    page.set_default_timeout(SECONDS * 1000)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if _an_error(message) else None)
    page.goto(simulator.url)
    page.wait_for_selector("body.ready")
    yield page
    page.close()
    assert wrong == []


def _an_error(message: sync_api.ConsoleMessage) -> bool:
    return message.type == "error" and "net::ERR_FAILED" not in message.text  # which a test brings about


def phone(page: Page, kind: str) -> sync_api.Locator:
    return page.locator(f"#phone-{kind}")


def test_three_phones_offer_start_and_say_what_they_are(page: Page) -> None:
    assert "simulated Telegram" in page.title()
    expect(page.get_by_role("button", name="START")).to_have_count(3)
    expect(page.locator(".chat-status", has_text="simulated Telegram")).to_have_count(3)


def test_a_talk_by_mouse_and_keyboard(page: Page, small_bot: SmallBot) -> None:
    farmer = phone(page, "farmer")
    farmer.get_by_role("button", name="START").click()
    expect(farmer.get_by_text("You said /start")).to_be_visible()
    farmer.get_by_role("button", name="Apply").click()
    expect(farmer.get_by_text("You said Apply")).to_be_visible()
    farmer.get_by_role("button", name="Share my number").click()
    expect(farmer.locator(".contact")).to_contain_text("+8613555501001")
    writing = farmer.get_by_role("textbox")
    writing.fill("buttons")
    writing.press("Enter")
    farmer.get_by_role("button", name="Yes").focus()
    page.keyboard.press("Enter")
    expect(farmer.locator(".bubble", has_text="Chosen: yes").locator("strong")).to_have_text("Chosen")
    expect(farmer.locator(".toast")).to_have_text("You chose yes")
    expect(farmer.get_by_text("edited").first).to_be_visible()


def test_words_of_strangers_are_words(page: Page, call: Call, simulator: Simulator) -> None:
    farmer = Phone(simulator.client, 1001)
    evil = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"
    farmer.send(evil)
    link = '<a href="https://x.org/&quot;onclick=&quot;alert(1)">a &lt;b&gt;</a>'
    assert call("sendMessage", chat_id=1001, text=link, parse_mode="HTML")["ok"]
    call(
        "sendDocument",
        chat_id=1001,
        document=farmer.send(document=b"x", filename="<b>x.txt")["message"]["files"][0]["file_id"],
    )
    expect(phone(page, "farmer").get_by_text(evil)).to_be_visible()
    expect(phone(page, "farmer").get_by_role("link", name="a <b>")).to_be_visible()
    assert "owned" not in page.title()
    assert page.locator(".log img").count() == 0 and page.locator(".log script").count() == 0


def test_files_pictures_and_attachments(page: Page, small_bot: SmallBot, tmp_path: Path) -> None:
    farmer = phone(page, "farmer")
    farmer.get_by_role("button", name="START").click()
    expect(farmer.get_by_text("You said /start")).to_be_visible()
    field = tmp_path / "field.png"
    field.write_bytes(picture())
    plan = tmp_path / "plan.txt"
    plan.write_text("the plan")
    farmer.locator("[data-kind=photo]").set_input_files(field)
    farmer.locator(".picture").click()
    expect(page.locator("#viewer img")).to_be_visible()
    page.keyboard.press("Escape")
    farmer.locator("[data-kind=document]").set_input_files(plan)
    expect(farmer.get_by_role("link", name="plan.txt")).to_have_attribute(
        "href", re.compile(r"^/sim/files/documents/")
    )
    farmer.get_by_role("button", name="Attach").click()
    farmer.get_by_role("button", name="My location").click()
    expect(farmer.locator(".place")).to_be_visible()


def test_typing_commands_and_changes_in_place(page: Page, call: Call, simulator: Simulator) -> None:
    Phone(simulator.client, 1001).send("/start")
    call("setMyCommands", commands=[{"command": "apply", "description": "Apply for a loan"}])
    farmer = phone(page, "farmer")
    farmer.get_by_role("button", name="Menu").click()
    expect(farmer.locator(".menu")).to_contain_text("Apply for a loan")
    page.keyboard.press("Escape")
    expect(farmer.locator(".menu")).to_be_hidden()
    call("sendChatAction", chat_id=1001, action="typing")
    expect(farmer.locator(".chat-status")).to_contain_text("typing")
    sent = call("sendMessage", chat_id=1001, text="Reading 10 %", reply_markup=BUTTONS)["result"]
    expect(farmer.get_by_role("button", name="Book")).to_be_visible()
    call("editMessageText", chat_id=1001, message_id=sent["message_id"], text="Reading 100 %")
    expect(farmer.get_by_text("Reading 100 %")).to_be_visible()
    expect(farmer.get_by_role("button", name="Book")).to_have_count(0)
    call("deleteMessage", chat_id=1001, message_id=sent["message_id"])
    expect(farmer.get_by_text("Reading 100 %")).to_have_count(0)


def test_another_person_takes_the_phone_in_his_language(page: Page, call: Call, simulator: Simulator) -> None:
    farmer = phone(page, "farmer")
    farmer.get_by_label("Who holds this phone").select_option(label="Zhang Wei")
    expect(farmer.get_by_role("button", name="开始")).to_be_visible()
    farmer.get_by_label("手机语言").select_option("sw")
    expect(farmer.get_by_role("button", name="ANZA")).to_be_visible()
    users = {user["id"]: user["language_code"] for user in simulator.client.get("/sim/users").json()["users"]}
    assert users[1002] == "sw"
    Phone(simulator.client, 1001).send("/start")
    call("sendMessage", chat_id=1001, text="For Wang Fang")
    expect(farmer.locator("option", has_text="Wang Fang (1")).to_have_count(1)


def test_a_thin_network_loses_nothing_written(page: Page, small_bot: SmallBot) -> None:
    farmer = phone(page, "farmer")
    farmer.get_by_role("button", name="START").click()
    expect(farmer.get_by_text("You said /start")).to_be_visible()
    page.route("**/send", lambda route: route.abort())
    farmer.get_by_role("textbox").fill("about my goats")
    farmer.get_by_role("textbox").press("Enter")
    failed = farmer.get_by_role("button", name="about my goats")
    expect(failed).to_contain_text("Not sent")
    page.unroute("**/send")
    failed.click()
    expect(farmer.get_by_text("You said about my goats")).to_be_visible()


def test_one_phone_at_a_time_on_a_narrow_screen(narrow: Page, call: Call, simulator: Simulator) -> None:
    expect(phone(narrow, "farmer")).to_be_visible()
    expect(phone(narrow, "officer")).to_be_hidden()
    Phone(simulator.client, 2001).send("/start")
    call("sendMessage", chat_id=2001, text="A new application")
    tab = narrow.get_by_role("tab", name="Officer")
    expect(tab.locator(".badge")).to_have_text("1")
    tab.click()
    expect(phone(narrow, "officer").get_by_text("A new application")).to_be_visible()
    expect(tab.locator(".badge")).to_be_hidden()
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 390
