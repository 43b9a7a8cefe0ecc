"""The whole game by keyboard alone, and always with a focus to be seen."""

import pytest

from game.model.commands import Do
from game.stage.settings import Settings
from tests.stage.driver import Player
from tests.stage.tour import SCREENS, keyboard, tour


def test_every_screen_is_reached_used_and_left():
    player = Player()
    seen = list(tour(player, keyboard(player)))
    assert set(seen) == SCREENS
    assert seen[-1] == "title"
    done = [command.do for command in player.run.sent]
    for what in (Do.APPROACH, Do.SAY, Do.LISTEN, Do.CUT_IN, Do.LEAVE, Do.MARK):
        assert what in done


@pytest.mark.parametrize("contrast", [False, True])
@pytest.mark.parametrize(("size", "text"), [((1280, 720), 100), ((1024, 768), 150), ((960, 600), 200)])
def test_at_every_step_the_focus_is_in_sight(size, text, contrast):
    player = Player(size, Settings(text=text, high_contrast=contrast, coach="comment"))
    do = keyboard(player)
    for name in tour(player, do):
        stops = player.screen.panel.ring.stops if name == "room" else player.screen.ring.stops
        for _ in range(len(stops)):
            drawn = player.ring()
            assert drawn, f"no focus is drawn on {name}"
            whole, shown = drawn
            assert shown.height >= min(whole.height, 100), f"{name}: {shown} of {whole} shows"
            assert player.app.surface.get_rect().contains(shown)
            do("next")
        if name == "room" and not stops and not player.run.met:
            assert player.screen.target >= 0
