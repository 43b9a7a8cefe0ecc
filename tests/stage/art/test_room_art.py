"""Plans, projection and rooms."""

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.stage.art.moods import MOODS, mood_of
from game.stage.art.projection import Projection
from game.stage.art.room import build_room
from game.stage.art.theme import VOICES
from game.stage.art.venue import Venue, lit_at
from game.stage.art.walls import screen_rect
from tests.stage.art.demo import PLAN, VENUE

SIZES = [(1024, 600), (1280, 720), (1920, 1080), (1024, 768)]


def test_the_floor_is_what_lies_inside_the_outer_walls() -> None:
    assert Venue(("####", "#..D", "#..#", "####"), 2.0).bounds == (2.0, 2.0, 6.0, 6.0)


def test_tables_stand_singly_and_a_bar_is_one_piece() -> None:
    venue = Venue(("#######", "#.BBtt#", "#.BB..#", "#######"))
    assert len(venue.inside("t")) == 2
    assert [(run.left, run.top, run.right, run.bottom) for run in venue.inside("B")] == [(2, 1, 4, 3)]


def test_windows_and_doors_at_the_back_are_told_from_those_at_the_sides() -> None:
    venue = Venue(("#wwD#", "w...#", "#...D", "#####"))
    assert [(run.left, run.right) for run in venue.back_wall("w")] == [(1, 3)]
    assert [(run.left, run.right) for run in venue.back_wall("D")] == [(3, 4)]


@given(x=st.floats(0.8, 16.8), y=st.floats(0.8, 10.4), size=st.sampled_from(SIZES), below=st.integers(0, 160))
def test_a_click_finds_the_spot_that_was_drawn_there(x: float, y: float, size: tuple[int, int], below: int) -> None:
    to = Projection.fit(VENUE.bounds, size, below)
    back = to.metres(*to.point(x, y))
    assert back == pytest.approx((x, y), abs=1e-6)


@given(x=st.floats(0.8, 16.8), y=st.floats(0.8, 10.4), size=st.sampled_from(SIZES))
def test_the_whole_floor_is_on_the_picture_with_room_for_heads(x: float, y: float, size: tuple[int, int]) -> None:
    to = Projection.fit(VENUE.bounds, size)
    px, py = to.point(x, y)
    assert 0 <= px <= size[0] and py <= size[1]
    assert py - to.figure_height(y) * 0.94 >= 0


def test_what_is_nearer_is_lower_and_larger() -> None:
    to = Projection.fit(VENUE.bounds, (1280, 720))
    depths = [1.0, 3.0, 6.0, 10.0]
    assert [to.point(5, y)[1] for y in depths] == sorted(to.point(5, y)[1] for y in depths)
    assert [to.figure_height(y) for y in depths] == sorted(to.figure_height(y) for y in depths)


@pytest.mark.parametrize("mood", MOODS)
@pytest.mark.parametrize("size", SIZES)
def test_a_room_covers_the_picture_and_its_furniture_stands_on_the_floor(mood: str, size: tuple[int, int]) -> None:
    room = build_room(Venue(PLAN, 0.8, mood, "The Chamber Mixer"), size, 60)
    assert room.background.get_size() == size
    assert len(room.pieces) == sum(row.count("t") + row.count("p") for row in PLAN) + 1
    for piece in room.pieces:
        assert room.projection.back <= piece.foot <= room.projection.front + 1


def test_moods_differ_and_an_unknown_mood_is_warm() -> None:
    pictures = {
        pygame.image.tobytes(build_room(Venue(PLAN, 0.8, mood), (320, 200)).background, "RGB") for mood in MOODS
    }
    assert len(pictures) == len(MOODS) >= 4
    assert mood_of("no such mood") is MOODS["warm"]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("title", ["Mixer", "An Evening With Rather a Long Name for So Small a Screen"])
def test_the_title_is_written_on_the_screen_and_nowhere_else(size: tuple[int, int], title: str) -> None:
    with_title = build_room(Venue(PLAN, 0.8, "warm", title), size)
    without = build_room(Venue(PLAN, 0.8, "warm", ""), size)
    changed = pygame.mask.from_threshold(with_title.background, (0, 0, 0), (1, 1, 1, 255), without.background)
    changed.invert()
    screen = screen_rect(VENUE, with_title.projection)
    spots = changed.get_bounding_rects()
    assert spots and all(screen.contains(spot) for spot in spots)


def test_it_gets_dark_in_the_windows_while_the_evening_goes_on() -> None:
    def window(clock: str) -> tuple[int, ...]:
        venue = lit_at(Venue(PLAN, 0.8, "warm"), clock)
        return tuple(pygame.transform.average_color(build_room(venue, (320, 200)).background))

    early, later, late = window("18:00"), window("19:00"), window("20:30")
    assert early != later != late
    assert window("18:01") == early


def test_where_the_night_has_come_already_the_hour_changes_nothing() -> None:
    assert mood_of("night", 18.0) is mood_of("night", 22.0) is MOODS["night"]


def test_as_it_gets_dark_outside_walls_and_floor_lose_light_too() -> None:
    def light(colour: str) -> int:
        return sum(bytes.fromhex(colour[1:]))

    early, late = mood_of("warm", 18.0), mood_of("warm", 20.0)
    for name in ("wall", "floor"):
        assert all(light(b) < light(a) for a, b in zip(getattr(early, name), getattr(late, name), strict=True))
    assert late.daylight < early.daylight
    assert late.glow > early.glow


@pytest.mark.parametrize("mood", MOODS)
def test_circles_are_told_from_the_floor_of_every_mood_by_their_edge(mood: str) -> None:
    look = mood_of(mood)
    assert all(contrast(colour, look.casing) >= 3 for colour in VOICES)


def contrast(one: str, other: str) -> float:
    """As the accessibility guidelines have it: 1 … 21."""

    def luminance(colour: str) -> float:
        parts = [c / 255 for c in bytes.fromhex(colour[1:])]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
