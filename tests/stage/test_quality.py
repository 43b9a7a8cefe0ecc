"""The picture gets lighter on a slow machine, soon, and does not go to and fro."""

import pygame
import pytest

from game.stage.app import App
from game.stage.quality import CALM_S, FULL, LIGHT, SMALL, Quality, Rung
from game.stage.screen import Quit, Screen
from game.stage.settings import Settings
from tests.stage.driver import Player


def shown(quality: Quality, cost: dict[Rung, float], seconds: float) -> list[Rung]:
    """The rungs stood on while frames take as long as each rung costs, one entry for each change."""
    rungs, passed = [quality.rung], 0.0
    while passed < seconds:
        took = cost[quality.rung]
        passed += max(took, 1 / quality.rung.frames)
        quality.feed(took)
        if quality.rung != rungs[-1]:
            rungs.append(quality.rung)
    return rungs


def test_a_fast_machine_keeps_the_full_picture():
    assert shown(Quality(), {FULL: 0.008, SMALL: 0.004, LIGHT: 0.004}, 300) == [FULL]


def test_a_flip_that_waits_for_the_screen_is_not_a_slow_machine():
    assert shown(Quality(), {FULL: 1 / 60 + 0.001}, 60) == [FULL]


def test_a_slow_machine_is_given_a_smaller_picture_within_a_few_seconds():
    quality = Quality()
    assert shown(quality, {FULL: 0.03, SMALL: 0.012, LIGHT: 0.012}, 4) == [FULL, SMALL]


def test_a_very_slow_machine_is_given_half_the_frames_as_well():
    assert shown(Quality(), {FULL: 0.2, SMALL: 0.1, LIGHT: 0.1}, 20) == [FULL, SMALL, LIGHT]


def test_one_slow_frame_in_a_hundred_changes_nothing():
    quality = Quality()
    for frame in range(3000):
        quality.feed(0.2 if frame % 100 == 0 else 0.005)
    assert quality.rung == FULL


def test_a_slow_minute_is_made_good_after_a_long_calm_and_not_before():
    quality = Quality()
    shown(quality, {FULL: 0.05, SMALL: 0.01, LIGHT: 0.01}, 3)
    assert shown(quality, {FULL: 0.01, SMALL: 0.01, LIGHT: 0.01}, CALM_S - 5) == [SMALL]
    assert shown(quality, {FULL: 0.01, SMALL: 0.01, LIGHT: 0.01}, 300) == [SMALL, FULL]


def test_a_picture_that_was_too_slow_twice_is_not_tried_a_third_time():
    cost = {FULL: 0.05, SMALL: 0.01, LIGHT: 0.01}
    assert shown(Quality(), cost, 1200) == [FULL, SMALL, FULL, SMALL]


def test_another_size_of_the_window_is_judged_anew():
    quality = Quality()
    shown(quality, {FULL: 0.05, SMALL: 0.01, LIGHT: 0.01}, 1200)
    quality.resized()
    assert quality.rung == FULL


@pytest.mark.parametrize(("wanted", "rung"), [("full", FULL), ("light", LIGHT)])
def test_what_the_player_wants_stands_whatever_frames_take(wanted, rung):
    quality = Quality()
    quality.ask(wanted)
    assert shown(quality, {FULL: 0.3, LIGHT: 0.001}, 60) == [rung]


class Counting(Screen):
    """Closes the window after forty steps."""

    def __init__(self) -> None:
        self.steps = self.drawn = 0

    def update(self, seconds, steer):
        self.steps += 1
        return Quit() if self.steps > 40 else None

    def draw(self, ink):
        self.drawn += 1


@pytest.mark.parametrize(("wanted", "drawn"), [("full", 40), ("light", 20)])
def test_a_light_picture_shows_every_other_step_and_no_step_is_left_out(wanted, drawn):
    screen = Counting()
    App(screen, lambda: Settings(picture=wanted), (960, 600)).run()
    assert screen.drawn == pytest.approx(drawn, abs=1)  # the first one looks at the settings


def test_a_light_picture_fills_the_window_and_is_pressed_where_it_shows():
    player = Player((1920, 1080), Settings(picture="light"))
    assert player.app.canvas.surface.get_size() == (1280, 720)
    corner = player.app.surface.get_at((1900, 1060))
    assert corner == player.app.canvas.surface.get_at((1266, 706))
    rect = player.screen.ring.rects[id(player.screen.ring.stops[0])]
    player.click((rect.centerx * 3 // 2, rect.centery * 3 // 2))
    assert player.screen.name == "scenarios"


def test_the_screenshot_of_a_light_picture_is_as_large_as_the_window(tmp_path):
    player = Player((1920, 1080), Settings(picture="light"))
    assert pygame.image.load(str(player.app.screenshot(tmp_path / "shot.png"))).get_size() == (1920, 1080)


def test_the_picture_is_chosen_on_the_settings_screen():
    player = Player((1920, 1080))
    assert player.app.canvas.surface.get_size() == (1920, 1080)
    player.click_on("Settings")
    while getattr(player.screen.ring.focus, "label", "") != "Picture":
        player.press(pygame.K_TAB)
    player.press(pygame.K_RIGHT, pygame.K_RIGHT)
    assert player.backend.settings.picture == "light"
    player.frames()
    assert player.app.canvas.surface.get_size() == (1280, 720)
