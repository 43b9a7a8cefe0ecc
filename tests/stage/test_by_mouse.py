"""Everything is reached by clicking alone; the wheel is a convenience."""

import pygame
import pytest

from game.model.commands import Do
from game.stage.inputs import Intent
from game.stage.settings import Settings
from game.stage.widgets.ring import Ring
from tests.stage.driver import Player
from tests.stage.tour import keyboard, tour

MOST = 40  # clicks to the end of any page


def open_by_button(player: Player, means: Intent) -> None:
    """Click on a button of the bar at the top of the room."""
    rect = next(rect for rect, what in player.screen.hud.buttons if what is means)
    player.click(rect.center)


def test_every_screen_has_a_way_on_and_a_way_back():
    player = Player((1280, 1000))
    names = []

    def click(words: str) -> None:
        player.click_on(words)
        names.append(player.screen.name)

    for words in ("Settings", "Keys", "Done", "Done", "Continue", "Back", "Play", "The Chamber Mixer"):
        click(words)
    for words in ("Back", "The Chamber Mixer", "Go in", "Back", "Go in", "Get a drink!"):
        click(words)
    assert names == [
        *("settings", "keys", "settings", "title", "continue", "title", "scenarios", "who"),
        *("scenarios", "who", "question", "who", "question", "room"),
    ]
    player.click(player.screen.picture.bodies[1].center)
    for means, name in ((Intent.NOTEBOOK, "notebook"), (Intent.HISTORY, "history"), (Intent.WHY, "why")):
        open_by_button(player, means)
        assert player.screen.name == name
        player.click_on("Close")
    for words in ("Cut in", "Ask about hiring", "Listen", "Leave"):
        player.click_on(words)
    assert [command.do for command in player.run.sent][-3:] == [Do.CUT_IN, Do.LISTEN, Do.LEAVE]
    player.click_on("A friend")
    assert player.run.sent[-1].do == Do.MARK
    open_by_button(player, Intent.PAUSE)
    for words in ("Settings", "Done", "Call it an evening", "No, back", "Back to the room"):
        player.click_on(words)
    assert player.screen.name == "room"
    open_by_button(player, Intent.PAUSE)
    for words in ("Call it an evening", "Yes, I am done", "Done", "No, show me"):
        player.click_on(words)
    for _ in range(len(player.screen.pages) - 1):
        player.click_on("Next")
    player.click_on("To the title")
    assert player.screen.name == "title"


def in_sight(ring: Ring) -> set[int]:
    """The stops that can be clicked."""
    return {number for number, stop in enumerate(ring.stops) if ring.seen[id(stop)].height > 20}


@pytest.mark.parametrize("text", [100, 200])
def test_the_arrows_of_a_long_page_lead_to_its_end_and_back(text):
    player = Player((960, 600), Settings(text=text))
    for name in tour(player, keyboard(player)):
        if name == "room":
            continue
        form = player.screen
        seen = in_sight(form.ring)
        for way in (1, -1):
            for _ in range(MOST):
                arrows = [box for box, sign in form._arrows if sign == way]
                if not arrows:
                    break
                player.click(arrows[0].center)
                seen |= in_sight(form.ring)
            else:
                raise AssertionError(f"{name} has no end")
            assert form.scroll == (max(0, form._total - form._view.height) if way > 0 else 0), name
        assert seen == set(range(len(form.ring.stops))), name


def test_a_click_on_an_arrow_presses_nothing_else():
    player = Player((1024, 600), Settings(text=200))
    player.press(pygame.K_3)
    before = player.backend.settings
    for _ in range(10):
        arrow = next((box for box, way in player.screen._arrows if way > 0), None)
        if arrow is None:
            break
        player.click(arrow.center)
    assert player.screen.scroll > 0
    assert player.screen.name == "settings"
    assert player.backend.settings == before
