"""Menus: the focus, typing, settings."""

import pygame

from game.stage.screen import Reset
from game.stage.screens.title import Title
from game.stage.settings import Settings
from tests.stage.driver import Player


def test_what_the_player_should_know_first_is_said_on_the_title():
    player = Player()
    player.backend.troubles = ("Nothing can be kept here.",)
    player.app.stack.go(Reset(Title(player.desk)))
    player.frames()
    assert any("Nothing can be kept here." in written.words for written in player.written())


def test_the_keys_of_the_title_count_without_gaps():
    player = Player()
    for unfinished in (player.backend.unfinished(), ()):
        player.backend.unfinished = lambda unfinished=unfinished: unfinished
        keys = [stop.key for stop in Title(player.desk).ring.stops]
        assert keys == [str(number + 1) for number in range(len(keys))]


def test_every_stop_of_every_menu_looks_different_when_it_has_the_focus():
    player = Player()
    for key in (None, pygame.K_1, pygame.K_1, pygame.K_RETURN):
        if key:
            player.press(key)
        pictures = set()
        stops = len(player.screen.ring.stops)
        for _ in range(stops):
            pictures.add(player.picture())
            player.press(pygame.K_TAB)
        assert len(pictures) == stops, player.screen.name


def test_tab_and_shift_tab_go_round_in_both_directions():
    player = Player()
    first = player.screen.ring.focus
    player.press(pygame.K_TAB)
    player.press(pygame.K_TAB, mod=pygame.KMOD_SHIFT)
    assert player.screen.ring.focus is first
    player.press(pygame.K_TAB, mod=pygame.KMOD_SHIFT)
    assert player.screen.ring.focus is player.screen.ring.stops[-1]


def test_a_field_takes_letters_and_digits_and_its_text_reaches_the_run():
    player = Player()
    player.press(pygame.K_1, pygame.K_1, pygame.K_TAB)
    assert player.screen.typing
    player.press(pygame.K_END, *[pygame.K_BACKSPACE] * 20)
    player.type("Ann 1 xpn")
    player.press(pygame.K_1, pygame.K_x)
    player.press(pygame.K_HOME, pygame.K_DELETE)
    player.type("J")
    assert player.screen.name == "who"
    while player.screen.ring.focus.__class__.__name__ != "Button" or not player.screen.ring.focus.primary:
        player.press(pygame.K_TAB)
    player.press(pygame.K_RETURN, pygame.K_1)
    assert player.run.profile.name == "Jnn 1 xpn"
    assert player.run.profile.work == "runs a small web shop for bicycle parts"


def test_control_a_takes_all_of_a_text_and_what_is_typed_takes_its_place():
    player = Player()
    player.press(pygame.K_1, pygame.K_1, pygame.K_TAB)
    field = player.screen.fields["name"]
    while player.screen.ring.focus is not field:
        player.press(pygame.K_TAB)
    player.press(pygame.K_a, mod=pygame.KMOD_CTRL)
    player.type("Jo")
    assert field.text == "Jo"
    player.press(pygame.K_a, mod=pygame.KMOD_CTRL)
    player.press(pygame.K_BACKSPACE)
    assert field.text == ""


def test_the_people_met_can_be_passed_by_with_one_key():
    player = Player()
    player.to_room()
    player.press(pygame.K_TAB, pygame.K_RETURN, pygame.K_1, pygame.K_ESCAPE)
    player.press(pygame.K_p, pygame.K_5, pygame.K_2)
    player.press(pygame.K_RETURN)
    assert player.screen.name == "decisions", "a key struck as the evening ended answers nothing"
    player.frames(40)
    player.press(pygame.K_RETURN)
    assert player.screen.name == "go_on"


def test_the_goal_is_changed_with_left_and_right():
    player = Player()
    player.press(pygame.K_1, pygame.K_1, *[pygame.K_UP] * 1)
    player.press(pygame.K_RIGHT, pygame.K_RIGHT)
    player.press(pygame.K_DOWN)
    player.press(pygame.K_RIGHT, pygame.K_RETURN, pygame.K_1)
    assert player.run.profile.goal == "a partner"


def test_escape_goes_back_one_screen_and_never_out_of_the_title():
    player = Player()
    player.press(pygame.K_1, pygame.K_1, pygame.K_ESCAPE)
    assert player.screen.name == "scenarios"
    player.press(pygame.K_ESCAPE, pygame.K_ESCAPE, pygame.K_ESCAPE)
    assert player.screen.name == "title"
    assert player.open


def test_settings_are_in_force_and_kept_at_once():
    player = Player()
    player.press(pygame.K_3)
    before = player.picture()
    player.press(pygame.K_RIGHT)
    assert player.backend.settings == Settings(text=125)
    assert player.picture() != before
    player.press(pygame.K_DOWN, pygame.K_RETURN)
    assert player.backend.settings == Settings(text=125, high_contrast=True)


def test_the_wheel_scrolls_a_page_that_is_longer_than_the_window():
    player = Player((1024, 600), Settings(text=200))
    player.press(pygame.K_3)
    top = [written.words for written in player.written()]
    for _ in range(30):
        player.post(pygame.MOUSEWHEEL, x=0, y=-1, flipped=False)
    assert [written.words for written in player.written()] != top
    assert player.screen.body[-1].label in [written.words for written in player.written()]


def test_the_focus_is_scrolled_into_view():
    player = Player((1024, 600), Settings(text=200))
    player.press(pygame.K_3)
    for stop in player.screen.ring.stops:
        assert player.screen.ring.focus is stop
        player.frames()
        seen = player.screen.ring.seen[id(stop)]
        assert seen.height == player.screen.ring.rects[id(stop)].height
        player.press(pygame.K_TAB)


def test_the_window_is_resized_and_goes_full_screen_and_back():
    player = Player()
    player.post(pygame.VIDEORESIZE, size=(1400, 900), w=1400, h=900)
    assert player.open
    player.press(pygame.K_F11)
    assert player.app.full_screen
    player.press(pygame.K_RETURN, mod=pygame.KMOD_ALT)
    assert not player.app.full_screen
    assert player.screen.name == "title"


def test_f12_saves_what_is_on_the_screen(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    player = Player()
    player.press(pygame.K_F12)
    assert player.app.shot is not None
    assert pygame.image.load(str(player.app.shot)).get_size() == (1280, 720)
