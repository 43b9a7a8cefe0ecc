"""The whole picture: who is drawn where, what may cover what, and what moves."""

import dataclasses
import random

import numpy as np
import pygame
import pytest

from game.model.acts import Act
from game.session.views import FormationView, Line, RoomView
from game.stage.art import marks
from game.stage.art.closing import SHOWN_S, Closings
from game.stage.art.figure import figure_svg
from game.stage.art.ground import Ground
from game.stage.art.picture import Picture
from game.stage.art.posture import stance_of
from game.stage.art.scene import Scene
from game.stage.art.spacing import Spacing
from game.stage.art.sprites import Sprites
from game.stage.art.stance import Stance
from game.stage.art.theme import HIGH_CONTRAST, NORMAL
from tests.stage.art.demo import VENUE, demo_looks, demo_view, person

SIZES = [(1024, 600), (1280, 720), (1920, 1080)]


def scene() -> Scene:
    return Scene(VENUE, demo_looks(40))


def room_with(*people: object, lines: tuple[Line, ...] = (), tick: int = 1) -> RoomView:
    return dataclasses.replace(demo_view(), people=people, formations=(), lines=lines, me=0, tick=tick)


def panels(size: tuple[int, int]) -> list[pygame.Rect]:
    w, h = size
    return [pygame.Rect(0, 0, w // 4, h // 14), pygame.Rect(w // 4, h - h // 10, w // 2, h // 10)]


def drawn(size: tuple[int, int], text_scale: float = 1.0) -> tuple[Picture, list[pygame.Rect]]:
    reserved = panels(size)
    picture = scene().draw(
        pygame.Surface(size), demo_view(), reserved=reserved, focus=18, text_scale=text_scale, below=50
    )
    return picture, reserved


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
def test_nothing_that_is_said_or_written_covers_a_face_a_panel_or_another(
    size: tuple[int, int], text_scale: float
) -> None:
    picture, reserved = drawn(size, text_scale)
    written = [rect for _, rect in picture.bubbles] + [rect for _, rect in picture.small]
    written += picture.tags.values()
    faces = list(picture.faces.values())
    assert written
    for i, rect in enumerate(written):
        assert pygame.Rect(0, 0, *size).contains(rect)
        assert rect.collidelist([*faces, *reserved]) < 0
        assert rect.collidelist(written[:i]) < 0


@pytest.mark.parametrize("size", SIZES)
def test_at_normal_text_everything_said_in_the_room_can_be_read(size: tuple[int, int]) -> None:
    picture, _ = drawn(size)
    assert len(picture.bubbles) + len(picture.small) == len(demo_view().lines)
    assert all(line in [said for said, _ in picture.bubbles] for line in demo_view().lines if line.mine)
    assert not picture.captions


def test_only_so_many_bubbles_are_shown_in_full_our_own_circle_first() -> None:
    picture = scene().draw(pygame.Surface((1280, 720)), demo_view(), bubbles=2)
    assert [line.mine for line, _ in picture.bubbles] == [True, True]


def test_a_click_on_a_figure_finds_it_and_one_on_the_floor_finds_the_spot() -> None:
    here = person(1, 8.0, 6.0)
    picture = scene().draw(pygame.Surface((1280, 720)), room_with(here))
    px, py = picture.projection.point(8.0, 6.0)
    assert picture.at((round(px), round(py) - 40)) == 1
    assert picture.at((20, 700)) == -1
    assert picture.ground((round(px), round(py))) == pytest.approx((8.0, 6.0), abs=0.05)


def test_of_two_figures_one_behind_the_other_the_nearer_is_clicked() -> None:
    picture = scene().draw(pygame.Surface((1280, 720)), room_with(person(1, 8, 5), person(2, 8, 6.4)))
    px, py = picture.projection.point(8.0, 6.4)
    assert picture.at((round(px), round(py) - 20)) == 2


def test_walking_is_smooth_between_two_views() -> None:
    before, after = room_with(person(1, 5, 6), tick=1), room_with(person(1, 5.4, 6), tick=2)
    board, stage = pygame.Surface((1280, 720)), scene()
    stage.draw(board, before)
    spots = [stage.draw(board, after, before, alpha).bodies[1].centerx for alpha in (0.0, 0.25, 0.5, 0.75, 1.0)]
    steps = [b - a for a, b in zip(spots, spots[1:], strict=False)]
    assert all(step > 0 for step in steps)
    assert max(steps) - min(steps) <= 2


def test_steps_follow_the_ground_and_not_the_clock() -> None:
    here = person(1, 5, 6, activity="walking")
    assert stance_of(here, 0, -1, 0.40, 0, False) == stance_of(here, 0, -1, 0.40, 0, False)
    phases = {stance_of(here, 0, -1, gone / 10, 0, False).phase for gone in range(20)}
    assert min(phases) == -1 and max(phases) == 1


def test_who_keeps_away_can_be_seen_to() -> None:
    poses = {
        activity: stance_of(person(1, 5, 6, activity=activity), 0, -1, 0, 0, False).pose
        for activity in ("evading", "phone", "drinking", "walking", "idle")
    }
    assert poses["evading"] == "away"
    assert poses["phone"] == "phone"
    assert poses["drinking"] in ("drink", "cup")
    assert poses["walking"] == "walk"


def test_heads_turn_to_who_is_listened_to() -> None:
    here = person(1, 5, 6, activity="talking", listening_to=2)
    assert stance_of(here, 0.6, -1, 0, 0, False).turn > 0
    assert stance_of(here, -0.6, -1, 0, 0, False).turn < 0


def test_who_faces_away_is_seen_from_behind() -> None:
    assert stance_of(person(1, 5, 6, heading=(0.0, -1.0)), 0, -1, 0, 0, False).back
    assert not stance_of(person(1, 5, 6, heading=(0.0, 1.0)), 0, -1, 0, 0, False).back


def test_a_greeting_is_waved() -> None:
    here = person(1, 5, 6, activity="talking", speaking=True)
    assert stance_of(here, 0, Act.GREET, 0, 0, False).pose == "wave"


def test_with_reduced_motion_time_alone_moves_nothing() -> None:
    view = demo_view()
    stage, pictures = scene(), set()
    for seconds in (0.0, 0.37, 1.9, 4.4):
        board = pygame.Surface((640, 400))
        stage.draw(board, view, seconds=seconds, still=True)
        pictures.add(pygame.image.tobytes(board, "RGB"))
    assert len(pictures) == 1


def test_the_focus_and_the_player_are_marked_by_more_than_colour() -> None:
    people = (person(0, 5, 6, player=True), person(1, 9, 6, known=True))
    picture = scene().draw(pygame.Surface((1280, 720)), room_with(*people), focus=1)
    assert 1 in picture.tags and 0 not in picture.tags


def test_strangers_have_no_name_tag_until_they_are_looked_at() -> None:
    view = room_with(person(1, 5, 6), person(2, 9, 6, known=True))
    assert set(scene().draw(pygame.Surface((1280, 720)), view).tags) == {2}
    assert set(scene().draw(pygame.Surface((1280, 720)), view, focus=1).tags) == {1, 2}


def test_who_is_outside_or_gone_is_not_drawn() -> None:
    view = room_with(person(1, 5, 6, activity="outside"), person(2, 9, 6, activity="gone"), person(3, 7, 7))
    assert set(scene().draw(pygame.Surface((1280, 720)), view).bodies) == {3}


def test_speech_that_fits_nowhere_is_written_in_the_caption_strip() -> None:
    size = (1280, 720)
    said = Line(1, 1, 0, Act.SHARE, "There is no room for this anywhere.", 3.0, True, False)
    view = room_with(person(0, 5, 6, player=True), person(1, 6, 6), lines=(said,))
    strip = pygame.Rect(200, 640, 880, 60)
    everything = pygame.Rect(0, 0, *size)
    bare, full = pygame.Surface(size), pygame.Surface(size)
    scene().draw(bare, dataclasses.replace(view, lines=()), reserved=[everything], caption=strip)
    picture = scene().draw(full, view, reserved=[everything], caption=strip)
    assert picture.captions == [said]
    assert pygame.image.tobytes(bare.subsurface(strip), "RGB") != pygame.image.tobytes(full.subsurface(strip), "RGB")


def test_a_long_caption_stays_inside_its_strip() -> None:
    size, strip = (1280, 720), pygame.Rect(200, 640, 500, 40)
    said = Line(1, 1, 0, Act.SHARE, "Words and words. " * 30, 3.0, True, False)
    view = room_with(person(0, 5, 6, player=True), person(1, 6, 6), lines=(said,))
    bare, full = pygame.Surface(size), pygame.Surface(size)
    everything = pygame.Rect(0, 0, *size)
    short = dataclasses.replace(view, lines=(dataclasses.replace(said, text="Words."),))
    scene().draw(bare, short, reserved=[everything], caption=strip, still=True)
    scene().draw(full, view, reserved=[everything], caption=strip, still=True)
    bare.fill("black", strip)
    full.fill("black", strip)
    assert pygame.image.tobytes(bare, "RGB") == pygame.image.tobytes(full, "RGB")


def test_high_contrast_changes_the_picture_and_can_be_switched_while_drawing() -> None:
    stage, view, pictures = scene(), demo_view(), []
    for theme in (NORMAL, HIGH_CONTRAST, NORMAL):
        stage.theme = theme
        board = pygame.Surface((640, 400))
        stage.draw(board, view, still=True)
        pictures.append(pygame.image.tobytes(board, "RGB"))
    assert pictures[0] == pictures[2] != pictures[1]


def settled(*spots: tuple[float, float]) -> list[tuple[float, float]]:
    """Offsets of people who stand there, as first seen."""
    stand = np.array(spots, np.float32)
    return [tuple(offset) for offset in Spacing(VENUE.bounds).settle(0, np.arange(len(stand)), stand)[1].tolist()]


def test_people_standing_in_one_spot_are_drawn_apart_but_near_where_they_are() -> None:
    offsets = settled(*[(8.0, 6.0)] * 5)
    assert all(abs(dx) + abs(dy) < 1.6 for dx, dy in offsets)
    for i, (x, y) in enumerate(offsets):
        assert all(abs(x - u) > 0.2 or abs(y - v) > 0.2 for u, v in offsets[:i])


def test_people_with_room_around_them_are_drawn_where_they_stand() -> None:
    assert set(settled((4, 4), (8, 4), (12, 8))) == {(0.0, 0.0)}


def test_nobody_is_pushed_through_a_wall() -> None:
    left, top, right, bottom = VENUE.bounds
    for dx, dy in settled(*[(left + 0.4, top + 0.4)] * 6):
        assert left <= left + 0.4 + dx <= right and top <= top + 0.4 + dy <= bottom


def test_equal_stances_share_one_sprite() -> None:
    assert hash(Stance(turn=0.0)) == hash(Stance(turn=-0.0 + 0.0))


def test_a_phone_is_seen_from_behind_too() -> None:
    here = person(1, 5, 6, activity="phone", heading=(0.0, -1.0))
    stance = stance_of(here, 0, -1, 0, 0, False)
    assert (stance.pose, stance.back) == ("phone", True)
    for turn in (-1.0, 0.0, 1.0):
        for back in (False, True):
            assert "#9fd8f2" in figure_svg(demo_looks(1)[0], Stance("phone", turn=turn, back=back), 200)


def test_whose_words_are_taken_up_leans_in_and_nods() -> None:
    here = person(1, 5, 6, activity="talking", mood="keen", listening_to=2)
    stances = [stance_of(here, 0.6, -1, 0, beat, False) for beat in range(8)]
    assert {stance.pose for stance in stances} == {"keen", "nod"}
    assert {stance.mood for stance in stances} == {"keen"}
    assert marks.sign_of(here, near=True)


# circles that close


def closing(tick: int = 90, *, shut: bool = True) -> RoomView:
    """Two in a circle, one above and one below; somebody below them has been shut out."""
    people = (person(1, 8, 5.5, heading=(0, 1)), person(2, 8, 6.5, heading=(0, -1)), person(3, 8, 8.5))
    circle = FormationView(0, 8.0, 6.0, 0.5, (1, 2), False, 90 if shut else -1, 3 if shut else -1)
    return dataclasses.replace(room_with(*people, tick=tick), formations=(circle,))


def seen(view: RoomView, seconds: float, closings: Closings | None = None) -> Closings:
    closings = closings or Closings()
    closings.look(view, seconds)
    return closings


def test_those_in_a_circle_that_closes_step_in_and_turn_their_backs() -> None:
    view = closing()
    closings = seen(view, 1.0)
    assert closings.is_closed(view.formations[0])
    assert closings.step_in(2, 8.0, 6.5) == pytest.approx((8.0, 6.42))  # 16 % of the half metre to the middle
    assert closings.rows([1, 3, 2]) == [0, 2]
    near, far, out = (closings.turned(p) for p in (view.people[1], view.people[0], view.people[2]))
    assert near.heading == pytest.approx((0.0, -1.0))
    assert far.heading == (0, 1)
    assert {near.mood, far.mood} == {"bored"}  # arms folded
    assert out == view.people[2]


def test_that_is_seen_for_six_seconds_and_not_again_for_the_same_closing() -> None:
    view, later = closing(), closing(tick=95)
    closings = seen(view, 1.0)
    assert seen(later, 1.0 + SHOWN_S - 0.1, closings).is_closed(later.formations[0])
    assert not seen(later, 1.0 + SHOWN_S, closings).is_closed(later.formations[0])
    assert not seen(closing(shut=False), 1.0).is_closed(closing(shut=False).formations[0])


def test_a_closed_ring_differs_by_more_than_its_colour() -> None:
    def ring(closed: bool) -> bytes:
        return pygame.image.tobytes(marks.ring(Sprites(), 60, 40, "#204060", False, 1.0, "", closed), "RGBA")

    assert ring(True) != ring(False)
    boards = [pygame.Surface((1280, 720)) for _ in range(2)]
    for board, shut in zip(boards, (True, False), strict=True):
        scene().draw(board, closing(shut=shut), seconds=1.0)
    assert pygame.image.tobytes(boards[0], "RGB") != pygame.image.tobytes(boards[1], "RGB")


def test_the_floor_and_who_stands_on_it_are_the_same_whether_kept_or_drawn_anew() -> None:
    """Rings that stay, come, go and overlap and people from back to front, against plain pictures one on another."""
    background = pygame.Surface((200, 120))
    background.fill("#405060")
    discs = [pygame.Surface((50, 30), pygame.SRCALPHA) for _ in range(4)]
    for disc, colour in zip(discs, ("#ff000080", "#00ff0080", "#0000ff80", "#ffffff80"), strict=True):
        pygame.draw.ellipse(disc, colour, disc.get_rect())
    kept, rng = Ground(), random.Random(7)
    lie = [(disc, (rng.randrange(150), rng.randrange(90))) for disc in discs]
    for _ in range(60):
        which = rng.randrange(4)
        lie[which] = (discs[which], (rng.randrange(150), rng.randrange(90)))
        now = lie[: rng.randrange(1, 5)]
        people = [(discs[i], (rng.randrange(-20, 180), foot - 30.5)) for i, foot in enumerate(range(10, 140, 40))]
        drawn, plain = pygame.Surface((200, 120)), background.copy()
        kept.draw(drawn, background, now, people)
        plain.blits([*now, *people])
        assert pygame.image.tobytes(drawn, "RGB") == pygame.image.tobytes(plain, "RGB")


def test_a_ring_of_another_size_is_drawn_between_two_frames_and_the_last_one_stands_in() -> None:
    sprites = Sprites()
    small, large = (marks.ring(sprites, size, size, "#204060", False, 1.0) for size in (40, 80))
    again = Sprites()
    assert marks.ring(again, 80, 80, "#204060", False, 1.0, meanwhile=small) is small
    again.catch_up()
    ring = marks.ring(again, 80, 80, "#204060", False, 1.0, meanwhile=small)
    assert pygame.image.tobytes(ring, "RGBA") == pygame.image.tobytes(large, "RGBA")
