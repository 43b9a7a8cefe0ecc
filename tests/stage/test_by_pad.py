"""The whole game by pad alone, whether SDL knows its buttons or not."""

import pygame
import pytest

from game.model.acts import Mark
from game.model.commands import Do
from game.stage.settings import Settings
from tests.stage.driver import Player
from tests.stage.tour import BUTTONS, SCREENS, joystick, pad, stick, tour


def to_room(player: Player, do) -> None:
    for _ in range(4):
        do("ok")
    assert player.screen.name == "room"


@pytest.mark.parametrize("hands", [pad, joystick, stick])
def test_every_screen_is_reached_used_and_left(hands):
    player = Player()
    seen = list(tour(player, hands(player)))
    assert set(seen) == SCREENS
    assert seen[-1] == "title"
    done = [command.do for command in player.run.sent]
    for what in (Do.APPROACH, Do.SAY, Do.LISTEN, Do.CUT_IN, Do.LEAVE, Do.MARK):
        assert what in done


@pytest.mark.parametrize("hands", [pad, joystick, stick])
def test_every_screen_names_the_buttons_of_the_pad(hands):
    player = Player()
    do = hands(player)
    do("next")
    for name in tour(player, do):
        words = {written.words for written in player.written()}
        assert "A" in words or "RS" in words, f"{name}: {words}"
        assert not words & {"Tab", "Shift+Tab", "Enter", "WASD", "Click"}, name


@pytest.mark.parametrize("hands", [joystick, stick])
def test_the_room_is_walked_while_a_direction_is_held(hands):
    player = Player()
    to_room(player, hands(player))
    event = {"joy": 0, "instance_id": 0}
    if hands is stick:
        player.post(pygame.JOYAXISMOTION, axis=0, value=1.0, **event)
    else:
        player.post(pygame.JOYHATMOTION, hat=0, value=(1, 0), **event)
    player.frames(20)
    assert player.run.sent[-1].do == Do.WALK
    assert player.run.sent[-1].x > 10


@pytest.mark.parametrize("button", ["left", "right", "up", "down"])
def test_the_cross_of_a_pad_sdl_knows_walks_too(button):
    player = Player()
    to_room(player, pad(player))
    player.post(pygame.CONTROLLERBUTTONDOWN, button=BUTTONS[button], instance_id=0)
    player.frames(20)
    assert player.run.sent[-1].do == Do.WALK
    player.post(pygame.CONTROLLERBUTTONUP, button=BUTTONS[button], instance_id=0)
    player.frames(3)
    assert player.run.sent[-1].do == Do.STAY


@pytest.mark.parametrize("hands", [pad, joystick])
def test_two_buttons_mark_at_parting(hands):
    player = Player()
    do = hands(player)
    to_room(player, do)
    for what in ("next", "ok", "ok", "back", "listen", "listen"):
        do(what)
    assert player.ring(), "the mark in focus is seen"
    do("cut_in")
    assert player.run.sent[-1].do == Do.MARK
    assert player.run.sent[-1].item == Mark.BUSINESS


def test_a_name_need_not_be_typed():
    player = Player()
    to_room(player, pad(player))
    assert player.run.profile.name == "Alex Morgan"


def test_a_field_is_left_again_without_a_keyboard():
    player = Player()
    do = pad(player)
    for what in ("ok", "ok", "next", "next"):
        do(what)
    assert player.screen.typing
    first = player.screen.ring.focus
    do("down")
    assert player.screen.ring.focus is not first


@pytest.mark.parametrize("hands", [pad, joystick])
def test_settings_are_changed(hands):
    player = Player()
    do = hands(player)
    for what in ("down", "down", "ok", "right"):
        do(what)
    assert player.backend.settings == Settings(text=125)


def test_a_pad_sdl_knows_reports_everything_twice_and_is_heard_once():
    player = Player()
    player.app.pads[0] = object()
    stops = player.screen.ring.stops
    player.post(pygame.JOYAXISMOTION, joy=0, instance_id=0, axis=1, value=1.0)
    assert player.screen.ring.focus is stops[0]
    player.post(pygame.CONTROLLERAXISMOTION, instance_id=0, axis=1, value=32767)
    assert player.screen.ring.focus is stops[1]
    player.post(pygame.JOYBUTTONDOWN, joy=0, instance_id=0, button=0)
    assert player.screen.name == "title"
    player.pad(0)
    assert player.screen.name == "continue"


def test_the_buttons_of_the_pad_stand_where_the_keys_stood_until_the_keys_are_used_again():
    player = Player()
    do = pad(player)
    to_room(player, do)
    shown = [written.words for written in player.written()]
    assert {"Menu", "View", "LS", "RS"} <= set(shown)
    assert not {"P", "N", "H"} & set(shown)
    for what in ("next", "ok"):
        do(what)
    shown = {written.words for written in player.written()}
    assert {"Y", "B", "X"} <= shown
    assert not {"L", "Esc"} & shown
    player.press(pygame.K_DOWN)
    assert {"L", "Esc", "P"} <= {written.words for written in player.written()}
