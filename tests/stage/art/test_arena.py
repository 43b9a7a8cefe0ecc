"""The crowd in the arena: who stands where, who walks, and what can be seen of it."""

from dataclasses import replace

import numpy as np
import pygame
import pytest

from game.session.crowd_view import CrowdView
from game.stage.art.arena import Arena, Seen
from game.stage.art.crowd.figures import Figures
from game.stage.art.crowd.poses import Pose
from game.stage.art.look import look_for
from game.stage.art.theme import HIGH_CONTRAST, NORMAL, Theme
from tests.stage.art.crowds import crowd, looks, plain

SIZES = ((1024, 768), (1280, 720), (1920, 1080), (2560, 1440))


class Stage:
    """An arena and the picture it is drawn into."""

    def __init__(
        self, view: CrowdView, size: tuple[int, int] = (1280, 720), still: bool = False, theme: Theme = NORMAL
    ) -> None:
        self.surface = pygame.Surface(size, 0, 32)
        self.arena = Arena(looks(), look_for("player"), theme, still=still)
        self.arena.show(view)

    def seen(self) -> Seen:
        return self.arena.draw(self.surface, 1.0)

    def after(self, seconds: float) -> Seen:
        for _ in range(round(seconds * 10)):
            self.arena.step(0.1)
        return self.seen()

    def pixels(self) -> bytes:
        self.seen()
        return pygame.image.tobytes(self.surface, "RGB")

    def far(self) -> np.ndarray:
        """How far out everybody is, 1 at the edge of the floor."""
        x, y = self.arena.audience.walk.places(self.arena.audience.walk.share)
        return self.arena.audience.bowl.rho(x, y)


def changed(view: CrowdView, rows: list[int], **columns: float | bool) -> CrowdView:
    """The view with these rows of some columns set."""
    new = {name: getattr(view, name).copy() for name in columns}
    for name, value in columns.items():
        new[name][rows] = value
    return replace(view, **new)


def inside(floor: list[tuple[float, float]], x: float, y: float, slack: float = 1.5) -> bool:
    """Whether a pixel lies within the floor's outline; an odd number of its edges lie to the right."""
    corners = np.array(floor)
    corners[:, 1] = np.where(corners[:, 1] >= corners[0, 1] - 0.01, corners[:, 1] + slack, corners[:, 1])
    centre = corners[0] + (corners[-1] - corners[0]) / 2
    corners += np.sign(corners - centre) * slack
    (ax, ay), (bx, by) = corners.T, np.roll(corners, -1, axis=0).T
    across = (ay > y) != (by > y)
    with np.errstate(divide="ignore", invalid="ignore"):
        at = ax + (y - ay) / (by - ay) * (bx - ax)
    return bool((across & (at > x)).sum() % 2)


@pytest.mark.parametrize("count", [30, 400, 3000])
def test_who_comes_to_care_is_drawn_nearer_and_larger_after_a_while(count: int) -> None:
    view = plain(count, 0.2)
    stage = Stage(view)
    before, row = stage.seen(), int(np.argmin(abs(stage.seen().px - 640)))
    stage.arena.show(changed(view, [row], near=0.95))
    on_the_way = stage.after(1.0)
    assert before.foot[row] < on_the_way.foot[row]
    there = stage.after(30)
    assert there.foot[row] > on_the_way.foot[row] > before.foot[row]
    assert there.tall[row] > before.tall[row]
    assert not stage.arena.audience.walk.moving.any()


@pytest.mark.parametrize("count", [30, 3000])
def test_who_turns_away_shows_the_back_and_ends_further_out(count: int) -> None:
    view = plain(count, 0.8)
    stage = Stage(view)
    stage.seen()
    before, rows = stage.far(), [3, 7, 11]
    stage.arena.show(changed(view, rows, turned=True))
    assert stage.after(1.0).back[rows].all()
    seen = stage.after(40)
    assert (stage.far()[rows] > before[rows] + 0.1).all()
    assert list(np.flatnonzero(seen.back)) == rows


def test_whoever_walks_away_from_the_stage_shows_the_back_and_faces_it_again_once_there() -> None:
    view = plain(60, 0.9)
    stage = Stage(view)
    row = int(np.argmin(abs(stage.seen().px - 640)))
    stage.arena.show(changed(view, [row], near=0.1))
    assert stage.after(1.0).back[row]
    assert not stage.after(40).back[row]


def test_bought_followers_never_move() -> None:
    view = changed(plain(300, 0.5), list(range(0, 300, 5)), bought=True)
    stage = Stage(view)
    first = stage.seen()
    for near in (0.9, 0.1, 0.6):
        stage.arena.show(replace(view, near=np.full(300, near, np.float32)))
        for _ in range(10):
            seen = stage.after(0.3)
            assert (seen.px[view.bought] == first.px[view.bought]).all()
            assert (seen.foot[view.bought] == first.foot[view.bought]).all()
    assert (seen.pose[view.bought] == Pose.CARD).all()
    assert (stage.far()[view.bought] > 0.9).all()


def test_the_same_follower_keeps_look_and_place_whoever_else_comes_and_goes() -> None:
    view = crowd(300)
    stage = Stage(view)
    first = stage.seen()
    look = dict(zip(view.id.tolist(), stage.arena.audience.look.tolist(), strict=True))
    order = np.random.default_rng(3).permutation(300)[:280]
    columns = ("id", "near", "turned", "bought", "tie", "awake")
    other = replace(view, named=(), **{name: getattr(view, name)[order] for name in columns})
    stage.arena.show(other)
    seen = stage.after(5)
    settled = ~view.tie[order]
    assert seen.px[settled] == pytest.approx(first.px[order][settled])
    assert seen.foot[settled] == pytest.approx(first.foot[order][settled])
    assert [look[who] for who in other.id.tolist()] == stage.arena.audience.look.tolist()


def test_those_who_care_as_before_stay_where_they_are_when_others_walk() -> None:
    view = crowd(3000)
    stage = Stage(view)
    first = stage.seen()
    rows = np.flatnonzero(~view.tie & ~view.turned & ~view.bought)[:300]
    stage.arena.show(changed(view, rows.tolist(), near=0.9))
    seen = stage.after(5)
    others = np.setdiff1d(np.arange(3000), rows)
    assert (seen.px[others] == first.px[others]).all()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [1, 30, 2000])
def test_nobody_stands_or_walks_outside_the_floor_at_any_size(size: tuple[int, int], count: int) -> None:
    view = crowd(count)
    stage = Stage(view, size)
    stage.seen()
    stage.arena.show(
        replace(view, near=np.zeros(count, np.float32), turned=~view.bought, tie=np.zeros(count, np.bool_))
    )
    for _ in range(4):
        seen = stage.after(2)
        outside = [
            (x, y) for x, y in zip(seen.px.tolist(), seen.foot.tolist(), strict=True) if not inside(seen.floor, x, y)
        ]
        assert outside == []


def test_with_reduced_motion_everybody_is_there_at_once() -> None:
    view = plain(300, 0.2)
    still, walked = Stage(view, still=True), Stage(view)
    other = changed(view, list(range(0, 300, 3)), near=0.9)
    for stage in (still, walked):
        stage.seen()
        stage.arena.show(other)
    there = still.seen()
    assert not still.arena.audience.walk.moving.any()
    arrived = walked.after(60)
    assert np.hypot(there.px - arrived.px, there.foot - arrived.foot).max() < 0.02 * 1280
    assert (still.after(1).px == there.px).all()


def test_with_reduced_motion_time_alone_changes_nothing() -> None:
    stage = Stage(crowd(300), still=True)
    first = stage.pixels()
    stage.arena.step(0.4)
    stage.arena.draw(stage.surface, 2.3)
    assert pygame.image.tobytes(stage.surface, "RGB") == first


@pytest.mark.parametrize("count", [30, 600, 5000])
def test_the_same_state_gives_the_same_picture_twice(count: int) -> None:
    view = crowd(count)
    stages = Stage(view), Stage(view)
    for stage in stages:
        stage.seen()
        stage.arena.show(crowd(count, 2) if count == 30 else changed(view, list(range(0, count, 4)), near=0.9))
        stage.after(1.3)
    assert stages[0].pixels() == stages[0].pixels() == stages[1].pixels()


def test_a_part_of_a_surface_shows_the_same_as_a_whole_one() -> None:
    view = crowd(3000)
    whole, part = Stage(view), Stage(view)
    part.surface = pygame.Surface((1400, 800), 0, 32).subsurface((50, 40, 1280, 720))
    for stage in (whole, part):
        stage.seen()
        stage.arena.show(changed(view, list(range(0, 3000, 4)), near=0.9))
        stage.after(1.3)
    assert whole.pixels() == part.pixels()


@pytest.mark.parametrize("seed", range(5))
def test_no_two_of_thirty_cover_each_others_face(seed: int) -> None:
    stage = Stage(crowd(30, seed), (1920, 1080))
    faces = stage.seen().faces
    assert len(faces) == 30
    for row, face in faces.items():
        assert {other for other, rect in faces.items() if other != row and rect.colliderect(face)} == set()


def test_those_with_whom_there_is_a_relationship_stand_before_all_others_and_none_behind_the_player() -> None:
    view = crowd(3000)
    stage = Stage(view, (1920, 1080))
    seen = stage.seen()
    assert stage.far()[view.tie].max() < stage.far()[~view.tie].min()
    assert set(seen.faces) == set(np.flatnonzero(view.tie).tolist())
    player = pygame.Rect(960 - 40, 1015 - 170, 80, 170)
    assert [row for row, face in seen.faces.items() if face.colliderect(player)] == []


def test_no_two_are_given_one_place() -> None:
    for count in (30, 3000):
        stage = Stage(plain(count, 0.05))
        walk = stage.arena.audience.walk
        assert len(set(zip(walk.goal_x.tolist(), walk.goal_y.tolist(), strict=True))) == count


def test_every_kind_of_figure_has_a_shape_of_its_own() -> None:
    figures = Figures(NORMAL)
    shapes = {}
    for pose in (Pose.FRONT, Pose.BACK, Pose.SIT, Pose.CARD, Pose.LEFT):
        stamp = figures.stamp(pose, 40)
        there = stamp.colours[5] != 0
        shapes[pose] = set(zip(stamp.across[there].tolist(), stamp.down[there].tolist(), strict=True))
    for one in shapes:
        for other in shapes:
            if one < other:
                assert len(shapes[one] ^ shapes[other]) > 0.05 * len(shapes[one] | shapes[other]), (one, other)


def test_a_larger_arena_leaves_everybody_where_they_were_and_lets_them_walk() -> None:
    few, many = plain(40, 0.5), plain(55, 0.5)
    stage = Stage(few)
    before = stage.seen()
    stage.arena.show(many)
    seen = stage.seen()
    assert seen.px[:40] == pytest.approx(before.px, abs=2)
    assert seen.foot[:40] == pytest.approx(before.foot, abs=2)
    assert (stage.far()[40:] > 0.95).all()
    stage.after(60)
    assert stage.far()[40:].mean() < 0.9


def test_newcomers_come_in_from_the_edge() -> None:
    stage = Stage(plain(30, 0.6))
    stage.seen()
    stage.arena.show(plain(36, 0.6))
    assert (stage.far()[30:] > 0.95).all()
    stage.after(40)
    assert (stage.far()[30:] < 0.9).all()


@pytest.mark.parametrize("size", SIZES)
def test_thirty_thousand_are_drawn_in_both_contrasts(size: tuple[int, int]) -> None:
    view = crowd(30_000)
    stages = [Stage(view, size, theme=theme) for theme in (NORMAL, HIGH_CONTRAST)]
    for stage in stages[: 2 if size == SIZES[0] else 1]:
        empty = Stage(plain(1), size, theme=NORMAL)
        assert stage.pixels() != empty.pixels()
        assert stage.seen().px.size == 30_000


def test_an_audience_of_nobody_is_an_empty_arena() -> None:
    assert Stage(plain(0)).seen().px.size == 0
