"""An evening of half an hour and its debrief fit into twenty minutes on the wall."""

import pytest

from game.session import start
from game.session.evening import Evening
from game.session.session import Session
from game.talk.words import Words
from tests.session.hands import wall_minutes

THINKS_S = 4.0
MOST = 16.0  # four minutes are left for the debrief


@pytest.mark.parametrize(("scenario", "seed"), [("chamber_mixer", 4), ("conference_hallway", 3)])
def test_a_calm_player_is_through_an_evening_in_time(words: Words, scenario: str, seed: int) -> None:
    written = start.scenarios.load(scenario)
    session = Session("", Evening(written, seed, "human", words), None)
    session.answer_first_question("")
    assert written.evening.minutes == 30
    took = wall_minutes(session, THINKS_S)
    print(f"{scenario}: {took:.1f} minutes")
    assert 8.0 < took <= MOST
