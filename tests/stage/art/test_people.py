"""Looks, figures and the cache they are kept in."""

import dataclasses
import re
from types import SimpleNamespace
from typing import get_args

import pygame
import pytest

from game.scenario import spec
from game.stage.art.figure import BOX, FACE, figure_svg, portrait_svg
from game.stage.art.look import HAIRS, LEGS, TOPS, Age, Hair, Look, Outfit, look_for
from game.stage.art.sprites import Sprites
from game.stage.art.stance import Mood, Pose, Stance
from game.stage.art.svg import load
from tests.stage.art.demo import demo_looks


def pixels(picture: pygame.Surface) -> bytes:
    return pygame.image.tobytes(picture, "RGBA")


def wish(**said: object) -> SimpleNamespace:
    names = ("skin", "hair", "hair_colour", "outfit", "top", "legs", "glasses", "beard", "age")
    return SimpleNamespace(**{name: said.get(name) for name in names})


def test_somebody_looks_the_same_every_time() -> None:
    assert look_for("Dana Ruiz", None, "she") == look_for("Dana Ruiz", None, "she")


def test_a_room_is_full_of_different_people() -> None:
    assert len(set(demo_looks(60).values())) == 60


def test_what_a_scenario_says_of_a_look_is_kept_and_changes_nothing_else() -> None:
    free = look_for("Dana Ruiz", None, "she")
    asked = look_for("Dana Ruiz", wish(hair="bun", glasses=not free.glasses, top=3), "she")
    assert (asked.hair, asked.glasses, asked.top) == ("bun", not free.glasses, 3)
    assert (asked.skin, asked.outfit, asked.legs, asked.badge) == (
        free.skin,
        free.outfit,
        free.legs,
        free.badge,
    )


def test_the_old_are_grey_unless_the_scenario_says_otherwise() -> None:
    assert look_for("a", wish(age="old"), "he").hair_colour in (6, 7)
    assert look_for("a", wish(age="old", hair_colour=2), "he").hair_colour == 2


def test_only_men_get_beards_unasked() -> None:
    assert not any(look_for(f"guest {i}", None, "she").beard for i in range(200))
    assert any(look_for(f"guest {i}", None, "he").beard for i in range(200))


@pytest.mark.parametrize("hair", get_args(Hair))
@pytest.mark.parametrize("back", [False, True])
def test_every_haircut_shows_from_the_front_and_from_behind(hair: Hair, back: bool) -> None:
    bare = Look(2, "bald", 1, "shirt", 0, 0, False, False, "middle", 0)
    worn = Look(2, hair, 1, "shirt", 0, 0, False, False, "middle", 0)
    same = figure_svg(worn, Stance(back=back), 120) == figure_svg(bare, Stance(back=back), 120)
    assert same == (hair == "bald")


@pytest.mark.parametrize("pose", get_args(Pose))
@pytest.mark.parametrize("outfit", get_args(Outfit))
@pytest.mark.parametrize("age", get_args(Age))
def test_every_pose_stays_within_its_box(pose: Pose, outfit: Outfit, age: Age) -> None:
    look = Look(3, "afro", 1, outfit, 2, 1, True, False, age, 0)
    for back in (False, True):
        picture = load(figure_svg(look, Stance(pose, "talk", 1.0, back, -1.0, True), 200))
        used = picture.get_bounding_rect(min_alpha=40)
        assert used.left > 0 and used.right < BOX[0]
        assert used.top > 0 and used.bottom < BOX[1]


def test_every_mood_has_a_face_of_its_own() -> None:
    look = look_for("Dana Ruiz", None, "she")
    x, y, w, h = (round(v) for v in FACE)
    faces = [load(figure_svg(look, Stance("idle", mood), 200)).subsurface(x, y, w, h) for mood in get_args(Mood)]
    assert len({pixels(face) for face in faces}) == len(faces)


def test_a_figure_seen_from_behind_has_no_face() -> None:
    look = look_for("Dana Ruiz", None, "she")
    assert figure_svg(look, Stance(mood="laugh", back=True), 90) == figure_svg(
        look, Stance(mood="worry", back=True), 90
    )


def test_a_portrait_fills_its_disc() -> None:
    picture = load(portrait_svg(look_for("Dana Ruiz", None, "she"), "smile", 96))
    assert picture.get_size() == (96, 96)
    assert picture.get_at((48, 48)).a == 255


def test_pictures_have_the_byte_order_of_a_window() -> None:
    picture = load(figure_svg(look_for("a"), Stance(), 90))
    assert picture.get_masks() == pygame.Surface((1, 1), pygame.SRCALPHA, 32).get_masks()


def test_a_figure_that_is_missing_has_a_stand_in_and_is_built_when_the_frame_is_shown() -> None:
    sprites, looks = Sprites(), demo_looks(5)
    sprites.new_frame(at_once=True)
    idle = {i: sprites.figure(look, Stance(), 120) for i, look in looks.items()}
    sprites.new_frame()
    waving = {i: sprites.figure(look, Stance("wave"), 120) for i, look in looks.items()}
    assert all(waving[i] is idle[i] for i in looks)
    sprites.catch_up(2)
    sprites.new_frame()
    assert [i for i in looks if sprites.figure(looks[i], Stance("wave"), 120) is not idle[i]] == [0, 1]


def test_what_nobody_waits_for_any_more_is_not_built() -> None:
    sprites, look = Sprites(), demo_looks(1)[0]
    sprites.new_frame(at_once=True)
    sprites.figure(look, Stance(), 120)
    sprites.new_frame()
    sprites.figure(look, Stance("wave"), 120)
    sprites.new_frame()
    held = sprites.bytes
    sprites.catch_up(9)
    assert sprites.bytes == held


def test_somebody_never_seen_is_drawn_at_once() -> None:
    sprites = Sprites()
    sprites.new_frame()
    assert sprites.figure(look_for("late comer"), Stance(), 120).height == 120


def test_the_cache_stays_under_its_cap_and_keeps_what_is_in_use() -> None:
    sprites = Sprites(cap_bytes=500_000)
    used = look_for("always here")
    first = None
    for i in range(80):
        sprites.new_frame(at_once=True)
        sprites.figure(look_for(f"passer by {i}"), Stance(), 150)
        cut = sprites.figure(used, Stance(), 150)
        first = first or cut
        assert sprites.bytes <= 500_000 + 3 * first.bytes
    assert sprites.figure(used, Stance(), 150) is first


def test_whoever_is_on_show_keeps_a_stand_in_through_a_forgetting() -> None:
    sprites, used = Sprites(cap_bytes=500_000), look_for("always here")
    sprites.new_frame(at_once=True)
    idle = sprites.figure(used, Stance(), 150)
    sprites.figure(used, Stance("wave"), 150)  # built last, and not shown again
    for i in range(80):
        sprites.new_frame()
        sprites.figure(look_for(f"passer by {i}"), Stance(), 150)
        assert sprites.figure(used, Stance(), 150) is idle
    assert sprites.figure(used, Stance("talk"), 150) is idle


def test_the_stand_in_is_the_picture_most_like_what_is_missing() -> None:
    sprites, walker = Sprites(), look_for("walks about")
    sprites.new_frame(at_once=True)
    kept = [
        sprites.figure(walker, stance, 150)
        for stance in (Stance("walk", turn=1.0), Stance("walk", turn=-1.0), Stance("walk", back=True), Stance("talk"))
    ]
    sprites.new_frame()
    asked = (Stance("walk", turn=0.5), Stance("walk", turn=-0.5, phase=1.0), Stance("walk", back=True, phase=1.0))
    assert [sprites.figure(walker, stance, 150) for stance in asked] == kept[:3]
    assert sprites.figure(walker, Stance("listen", "laugh"), 150) is not kept[2]
    assert sprites.figure(walker, Stance("talk"), 190).height == 192  # nobody is seen as a child of themselves


def test_where_there_is_no_room_nothing_is_built_until_something_is_long_out_of_use() -> None:
    sprites, walker = Sprites(cap_bytes=1_000_000), look_for("walks about")
    steps = [Stance("walk", turn=turn / 40) for turn in range(40)]
    for stance in steps:
        for _ in range(60):
            sprites.new_frame()
            sprites.figure(walker, stance, 150)
            sprites.catch_up()
    full = sprites.bytes
    assert full < 1_000_000
    sprites.new_frame()
    stands_in = sprites.figure(walker, Stance("wave"), 150)
    sprites.catch_up()
    assert sprites.bytes == full
    for _ in range(4000):
        sprites.new_frame()
        sprites.figure(walker, Stance("wave"), 150)
        sprites.catch_up()
    assert sprites.figure(walker, Stance("wave"), 150) is not stands_in


@pytest.mark.parametrize("pose", ["idle", "talk", "cup"])
def test_who_comes_to_sell_is_known_by_shapes_and_not_by_colour_alone(pose: Pose) -> None:
    plain, sells = (look_for("Brad Pike", None, "he", sells=sells) for sells in (False, True))
    pictures = [pygame.transform.grayscale(load(figure_svg(look, Stance(pose), 200))) for look in (plain, sells)]
    changed = pygame.mask.from_threshold(pictures[0], (0, 0, 0), (24, 24, 24, 255), pictures[1])
    changed.invert()
    card, tie = pygame.Rect(88, 86, 30, 30), pygame.Rect(50, 95, 20, 35)
    for region in (card, tie):
        assert changed.overlap_area(pygame.mask.Mask(region.size, fill=True), region.topleft) > 60


def test_a_scenario_has_a_word_for_every_colour() -> None:
    told = {field.name: field.metadata for field in dataclasses.fields(spec.Look)}
    for name, colours in {"hair_colour": HAIRS, "top": TOPS, "legs": LEGS}.items():
        numbers = [int(number) for number in re.findall(r"\d+", told[name]["doc"])]
        assert numbers == [*range(len(colours))]
        assert told[name]["spec"].most == len(colours) - 1
