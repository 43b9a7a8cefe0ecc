"""Reading takes its time; how the frames fall changes nothing."""

import pytest

from game.session import clock
from game.session.clock import Clock


@pytest.mark.parametrize(("tick", "shown"), [(0, "18:00"), (2879, "18:11"), (2880, "18:12"), (240 * 360 + 5, "0:00")])
def test_the_clock_on_the_wall_follows_the_ticks(tick: int, shown: str) -> None:
    assert clock.of_day("18:00", tick) == shown


def test_a_turn_lasts_as_long_as_its_line_takes_to_read() -> None:
    line = "x" * 100
    takes_s = 12.0
    rate = clock.talking_rate([(takes_s, clock.reading_seconds(line))], walking_rate=3.0)
    assert takes_s / rate == pytest.approx(clock.reading_seconds(line))


def test_a_line_that_is_read_sooner_than_said_outruns_walking_by_a_little_at_most() -> None:
    rate = clock.talking_rate([(25.0, clock.reading_seconds("Yes."))], walking_rate=3.0)
    assert 3.0 < rate <= 6.0


def test_what_the_player_says_was_read_before_it_was_chosen() -> None:
    line = "x" * 100
    assert clock.own_seconds(line) < clock.reading_seconds(line) / 2
    assert clock.own_seconds("") == clock.reading_seconds("")


def test_small_frames_and_large_ones_owe_the_same_number_of_ticks() -> None:
    def ticks(frame_s: float, frames: int) -> int:
        going, count = Clock(), 0
        for _ in range(frames):
            left, due = frame_s, True
            while due:
                due, left = going.next_tick_due(left, rate=3.0)
                count += due
        return count

    assert ticks(1 / 64, 640) == ticks(0.5, 20) == 120


def test_standing_still_owes_nothing() -> None:
    going = Clock()
    going.next_tick_due(0.08, rate=3.0)
    going.stand()
    assert going.next_tick_due(0.05, rate=3.0)[0] is False
