"""Keys can be given other meanings, on the screen and by hand."""

import pygame
import pytest

from game.model.commands import Do
from game.stage.inputs import Intent
from game.stage.keys import DEFAULTS, change, keys
from game.stage.settings import Settings
from tests.stage.driver import Player


def texts(player: Player) -> str:
    return " ".join(written.words for written in player.written())


def test_a_key_is_changed_on_the_screen_and_works_from_then_on():
    player = Player()
    player.press(pygame.K_3)
    player.click_on("Keys")
    assert player.screen.name == "keys"
    player.click_on("Listen: L")
    assert "Press the key for: Listen" in texts(player)
    player.press(pygame.K_k)
    assert "Listen: K" in texts(player)
    assert player.backend.settings.keys == "listen=k"
    player.press(pygame.K_ESCAPE, pygame.K_ESCAPE)
    player.to_room()
    player.press(pygame.K_TAB, pygame.K_RETURN, pygame.K_l)
    assert Do.LISTEN not in [command.do for command in player.run.sent]
    player.press(pygame.K_k)
    assert player.run.sent[-1].do == Do.LISTEN


def test_what_is_shown_on_the_keys_is_what_is_on_them():
    player = Player(settings=Settings(keys="notebook=j listen=k"))
    player.to_room()
    assert [written.words for written in player.written()].count("J") == 2, "in the bar and in the line of keys"
    player.press(pygame.K_TAB, pygame.K_RETURN)
    assert "K" in [written.words for written in player.written()]


def test_walking_can_be_put_on_other_keys_and_the_arrows_stay():
    player = Player(settings=Settings(keys="right=f"))
    player.to_room()
    for key in (pygame.K_f, pygame.K_RIGHT):
        player.hold(key, 20)
        assert Do.WALK in [command.do for command in player.run.sent]
        player.run.sent.clear()
    player.hold(pygame.K_d, 20)
    assert Do.WALK not in [command.do for command in player.run.sent]


def test_an_action_whose_key_is_taken_gets_the_one_given_up():
    changed = change("", "listen", pygame.K_n)
    names = keys(changed).names
    assert (names["listen"], names["notebook"]) == ("n", "l")
    assert change(changed, "listen", pygame.K_l) == ""


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_1, pygame.K_TAB, pygame.K_UP, pygame.K_F11])
def test_keys_that_menus_need_are_not_given_away(key):
    player = Player()
    player.press(pygame.K_3)
    player.click_on("Keys")
    player.click_on("Listen: L")
    player.press(key)
    assert player.backend.settings.keys == ""
    player.press(pygame.K_ESCAPE)
    assert "Listen: L" in texts(player)


@pytest.mark.parametrize("written", ["listen=", "listen=return", "dance=k", "=", "listen", "listen=\N{SNOWMAN}"])
def test_what_makes_no_sense_changes_nothing(written):
    assert keys(written).names == DEFAULTS


def test_as_it_comes_every_letter_means_what_it_says():
    assert keys("").letters[pygame.K_l] is Intent.LISTEN
    assert keys("").letters[pygame.K_KP_PLUS] is Intent.FASTER
