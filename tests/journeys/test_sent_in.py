"""A farmer speaks, films and sends a paper to a running bot; his officer opens all of it."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from tests.bot.conversation.sent_in_form import FORM
from tests.journeys.conftest import UNREAD
from tests.journeys.people import CHEN, farmer, staff
from tests.support.processes import bot_process, command_line
from tests.support.simulator import Simulator

OGG = b"OggS\x00\x02" + (96_000).to_bytes(8, "little") + bytes(14) + b"\x01\x13OpusHead" + bytes(40)
MP4 = struct.pack(">I", 24) + b"ftypisom" + bytes(4) + b"isommp42" + bytes(40)
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF"
FIELD = ([30.1, 120.1], [30.2, 120.1], [30.2, 120.2])


@pytest.mark.timeout(300)
@pytest.mark.slow
def test_what_is_spoken_filmed_and_walked_reaches_the_officer(home: Path, telegram: Simulator) -> None:
    form = home.parent / "sent-in.md"
    form.write_text(FORM, encoding="utf-8")
    command_line(home, "forms", "publish", str(form), "--by", "Peng Hui")
    with bot_process(home, telegram.url, **UNREAD):
        chen, wang = staff(telegram, CHEN, "Chen Rong"), farmer(telegram, 1001, "en", "Wang Fang")
        wang.greet()
        assert "Tell us of your work" in wang.apply()
        sends = wang.phone.send
        sends(video=MP4)
        assert "A recording is asked here" in wang.listen()
        sends(voice=OGG)
        assert "Show your animals" in wang.listen()
        sends(video_note=MP4)
        assert "The deed of the land" in wang.listen()
        sends(document=b"MZ" + bytes(200), filename="deed.pdf")
        assert "cannot keep this kind of file" in wang.listen()
        sends(document=PDF, filename="deed.pdf")
        assert "The pen" in wang.listen()
        wang.tap("a.skip")
        wang.press("Skip ➡")
        for place in FIELD:
            sends(location=place)
            wang.listen()
        wang.press("That is all")
        for word in ("Animals", "Willow Bend"):
            wang.press(word)
        for word in ("8000", "10", "4000"):
            wang.say(word)
        wang.tap("a.send")
        chen.until("¥8,000")
        chen.press("Claim")
        chen.press("Photos and files (3)")
        files = [message for message in chen.heard if message["files"]]
        assert {chen.phone.file(message) for message in files} == {OGG, MP4, PDF}
        names = sorted(message["files"][0]["name"].partition("-")[0] for message in files)
        assert names == ["audio", "file", "video"]
