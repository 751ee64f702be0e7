"""Two officers press claim in the same moment (fault F5)."""

from __future__ import annotations

import threading

import pytest

from intake.errors import TransitionNotAllowed
from intake.review import Role, StaffMember
from tests.intake.review.world import CHEN, SUN, Office

RIVAL = 2008


def race(office: Office, application_id: int) -> list[int | str]:
    """Both press at once; gives who won, and whom the other was told of."""
    start = threading.Barrier(2)
    outcomes: list[int | str] = []

    def press(by: int) -> None:
        start.wait()
        try:
            office.write(office.queue.claim, by, application_id)
            outcomes.append(by)
        except TransitionNotAllowed as late:
            outcomes.append(late.by)

    threads = [threading.Thread(target=press, args=(by,)) for by in (CHEN, RIVAL)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def run(office: Office, races: int) -> None:
    rival = StaffMember(RIVAL, "Rival", Role.OFFICER, frozenset({"willow-bend"}), "en", True)
    office.write(office.staff.put, rival)
    application = office.submit()
    for _ in range(races):
        outcomes = race(office, application.application_id)
        winners = [one for one in outcomes if isinstance(one, int)]
        assert len(winners) == 1
        assert f"staff:{winners[0]}" in outcomes
        office.press("release", SUN, application)


def test_one_winner(office: Office) -> None:
    run(office, 25)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_one_winner_in_a_thousand_races(office: Office) -> None:
    run(office, 1000)
