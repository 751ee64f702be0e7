"""What an admin reads before he publishes: sections, sentences and figures that change; files that are alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.library.diff import compare, numbers
from knowledge.library.likeness import likeness, sketch
from knowledge.types import Chunk


def chunks(**sections: str) -> list[Chunk]:
    return [
        Chunk(f"v:{place}", "v", place, text, ("Policy", name.replace("_", " ")), "en")
        for place, (name, text) in enumerate(sections.items())
    ]


def test_sections_and_figures_that_change_are_named() -> None:
    old = chunks(Rates="The rate is 9 %. It is fixed.", Late="Five days of grace.", Fax="Send a fax.")
    new = chunks(Rates="The rate is 8.4%. It is fixed.", Late="Five days of grace.", Bees="We lend for bees.")
    found = compare(old, new)
    assert (found.added, found.removed, found.unchanged) == (("Bees",), ("Fax",), 1)
    (change,) = found.changed
    assert (change.removed, change.added) == (("The rate is 9 %.",), ("The rate is 8.4%.",))
    assert (change.numbers_removed, change.numbers_added) == (("9%",), ("8.4%",))


def test_a_renamed_section_is_the_same_section() -> None:
    text = "A payment is put first against interest, then against principal, then against late charges."
    found = compare(chunks(Order_of_payment=text), chunks(What_your_money_pays_first=text))
    assert not found.added and not found.removed
    assert found.changed[0].was == "Order of payment"


def test_a_figure_in_a_heading_that_changes_is_a_change() -> None:
    text = "A payment is put first against interest, then against principal."
    (change,) = compare(chunks(Loans_2025_at_9_per_cent=text), chunks(Loans_2026_at_8_per_cent=text)).changed
    assert (change.numbers_removed, change.numbers_added) == (("2025", "9"), ("2026", "8"))
    assert (change.removed, change.added) == (("Loans 2025 at 9 per cent",), ("Loans 2026 at 8 per cent",))


def test_a_new_title_is_a_change() -> None:
    (old,) = chunks(A="One.")
    (new,) = (replace(one, heading_path=("Policy 2026", "A")) for one in (old,))
    found = compare([old], [new])
    assert found.title == ("Policy", "Policy 2026") and not found.is_empty
    assert compare([], [new]).title is None


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [
        ("Goats cost 9 %. Seed costs 8 %.", "Goats cost 8 %. Seed costs 9 %.", ["9%", "8%"], ["8%", "9%"]),
        ("Goats\u20039%\nSeed\u20038%", "Goats\u20038%\nSeed\u20039%", ["9%", "8%"], ["8%", "9%"]),
        (
            "山羊贷款年利率9%。种子贷款年利率8%。",
            "山羊贷款年利率8%。种子贷款年利率9%。",
            ["9%", "8%"],
            ["8%", "9%"],
        ),
        ("From 5 to 10 months.", "From 10 to 5 months.", ["5", "10"], ["10", "5"]),
        ("Goats 9%, seed 8%.", "Goats 8%, seed 9%, bees 9%.", ["9%", "8%"], ["8%", "9%", "9%"]),
        ("The fee is 5 yuan. Bees 900.", "Bees 900.", ["5"], []),
        ("Bees 900. Goats 900.", "Bees 900. Goats 700.", ["900"], ["700"]),
    ],
)
def test_figures_that_swap_places_are_named(old: str, new: str, gone: list[str], come: list[str]) -> None:
    (change,) = compare(chunks(Rates=old), chunks(Rates=new)).changed
    assert (list(change.numbers_removed), list(change.numbers_added)) == (gone, come)


def test_equal_versions_have_no_difference() -> None:
    assert compare(chunks(A="One."), chunks(A="One.")).is_empty


def test_figures_are_read_with_their_signs() -> None:
    assert numbers("20,000 yuan at 8.4 %, in 2026.") == ["20,000", "8.4%", "2026"]


def test_likeness_follows_the_share_of_text_in_common() -> None:
    words = [f"word{n}" for n in range(3000)]
    whole = sketch([" ".join(words)])
    half = sketch([" ".join(words[:1500] + [f"other{n}" for n in range(1500)])])
    assert likeness(whole, whole) == 1
    assert 0.2 < likeness(whole, half) < 0.47  # 1,500 of 4,500 runs: a third
    assert likeness(whole, sketch([" ".join(f"else{n}" for n in range(3000))])) == 0
    assert (
        likeness(sketch(["贷款要按时还，逾期要加收滞纳金。"]), sketch(["贷款要按时还，逾期要加收罚息。"]))
        > 0.4
    )
