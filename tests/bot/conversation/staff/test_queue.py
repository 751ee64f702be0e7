"""The lists: each role its own, paged, the late ones to hand."""

from __future__ import annotations

from tests.bot.conversation.staff.office import LI, PENG, Office


def test_each_role_sees_its_own_queue(office: Office) -> None:
    one = office.apply(1001)
    two = office.apply(1002, village="lotus-pond")
    assert one.reference in office.chen.command("/queue")[0].text and two.reference not in office.chen.words
    assert two.reference in office.chat(LI).command("/queue")[0].text
    office.sun.command("/queue")
    assert one.reference in office.sun.words and two.reference in office.sun.words
    assert "waiting for an officer: 2" in office.sun.words
    assert office.zhao.command("/queue")[0].text.startswith("Nothing is waiting")
    assert "officers only" in office.chat(PENG).command("/queue")[0].text
    assert "officers only" in office.farmer("en", 1005).command("/mine")[0].text
    assert "Wang Fang" not in office.sun.words  # a list opens no file


def test_the_lead_sees_who_holds_what(office: Office) -> None:
    office.claimed()
    office.sun.command("/queue")
    assert "held by Chen Rong" in office.sun.words and "Chen Rong holds 1" in office.sun.words
    office.chen.command("/mine")
    assert "1 application" in office.chen.words


def test_the_reviewer_sees_what_waits_for_him(office: Office) -> None:
    application = office.recommended()
    assert application.reference in office.zhao.command("/queue")[0].text
    office.zhao.press("1")
    assert "Approve" in office.zhao.buttons()


def test_long_lists_have_pages_that_turn_in_place(office: Office) -> None:
    for number in range(10):
        office.apply(1100 + number)
    office.chen.news()
    office.chen.command("/queue")
    assert "10 applications" in office.chen.words and "more ▶" in office.chen.buttons()
    [page] = office.chen.press("more ▶")
    assert page.edit == 1 and "9. " in page.text and "1. V" not in page.text
    [page] = office.chen.press("◀ earlier")
    assert "1. " in page.text
    office.chen.press_data("o.q", ("800",))
    assert "1. " in office.chen.words


def test_a_list_of_hundreds_says_where_one_is_and_has_its_ends_at_hand(office: Office) -> None:
    for number in range(26):
        office.apply(1100 + number)
    office.sun.command("/queue")
    assert "26 applications · 1–8" in office.sun.words
    office.sun.press("⏭")
    assert "26 applications · 25–26" in office.sun.words and "more ▶" not in office.sun.buttons()
    office.sun.press("⏮")
    assert "· 1–8" in office.sun.words and "⏮" not in office.sun.buttons()


def test_an_application_opens_by_the_number_that_a_farmer_tells(office: Office) -> None:
    one, two = office.apply(1001), office.apply(1002, village="lotus-pond")
    office.chen.news()
    for typed in (one.reference, one.reference.lower().replace("-", " ")):
        office.chen.text(typed)
        assert "Wang Fang" in office.chen.words and "Claim" in office.chen.buttons()
    office.chen.command(f"/queue {one.reference}")
    assert "Claim" in office.chen.buttons()
    office.chen.text(two.reference)
    assert "This village is not yours." in office.chen.words and "Claim" not in office.chen.buttons()
    assert len(office.reads(one)) == 3 and office.reads(two) == []
    office.farmer("en", 1005).text(one.reference)
    assert "Wang Fang" not in office.farmer("en", 1005).words


def test_looking_at_a_list_says_what_was_left(office: Office) -> None:
    application = office.claimed()
    office.chen.press("Recommend")
    office.chen.press("Yes, lend")
    office.chen.command("/mine")
    assert f"What you began for {application.reference} is closed." in office.chen.words


def test_the_late_ones_are_one_press_away(office: Office) -> None:
    application = office.apply()
    office.clock.advance(hours=49)
    office.sun.command("/queue")
    assert "⏰ late" in office.sun.words
    office.sun.press("⏰ Late: 1")
    assert application.reference in office.sun.words


def test_start_says_how_many_wait(office: Office) -> None:
    office.chen.command("/start")
    assert "Waiting for you" not in office.chen.words
    office.apply()
    office.chen.news()
    office.chen.command("/start")
    assert "Waiting for you now: 1." in office.chen.words
    office.chen.press("Show the list")
    assert "1" in office.chen.buttons()
