"""The weeks by keyboard alone, by mouse alone and by pad alone, with a focus to be seen at every step."""

import pygame
import pytest

from game.stage.settings import Settings
from tests.stage.driver import Player
from tests.stage.feed_hands import SCREENS, to_morning, to_weeks, tour
from tests.stage.tour import joystick, keyboard, pad, stick

MAIL, MESSAGE = 26, 23


@pytest.mark.parametrize("hands", [keyboard, pad, joystick, stick])
def test_the_weeks_are_played_to_the_end_by_one_pair_of_hands(hands):
    player = to_morning(Player())
    seen = list(tour(player, hands(player)))
    assert set(seen) == SCREENS
    assert seen[-1] == "title"
    assert [command.do for command in player.run.sent][-3:] == [MESSAGE, MAIL, MESSAGE]
    assert player.run.played == [("listener", 1)] * len(player.run.played)


@pytest.mark.parametrize("hands", [pad, joystick])
def test_every_screen_names_the_buttons_of_the_pad(hands):
    player = to_morning(Player())
    do = hands(player)
    do("next")
    for name in tour(player, do):
        words = {written.words for written in player.written()}
        assert "A" in words, name
        assert not words & {"Tab", "Shift+Tab", "Enter", "Click"}, name


@pytest.mark.parametrize("contrast", [False, True])
@pytest.mark.parametrize(("size", "text"), [((1280, 720), 100), ((1024, 768), 150), ((960, 600), 200)])
def test_at_every_step_the_focus_is_in_sight(size, text, contrast):
    player = to_morning(Player(size, Settings(text=text, high_contrast=contrast)))
    do = keyboard(player)
    for name in tour(player, do):
        if name in ("settings", "title", "debrief", "feed_playing"):
            continue
        for _ in player.screen.ring.stops:
            drawn = player.ring()
            assert drawn, f"no focus is drawn on {name}"
            whole, shown = drawn
            assert shown.height >= min(whole.height, 100), f"{name}: {shown} of {whole} shows"
            assert player.app.surface.get_rect().contains(shown)
            do("next")


@pytest.mark.parametrize("hands", [keyboard, pad])
def test_each_step_of_the_focus_is_said_once(hands):
    player = to_morning(Player(settings=Settings(voice=True)))
    do = hands(player)
    for name in tour(player, do):
        stops = player.screen.ring.stops
        for _ in range(len(stops) if len(stops) > 1 else 0):
            before = len(player.voice.focus)
            do("next")
            assert len(player.voice.focus) == before + 1, name
    assert all(sentence.strip() for sentence in player.voice.focus)


def test_the_weeks_are_played_by_mouse_alone():
    player = to_morning(Player((1280, 1000)))
    names = []

    def click(words: str) -> None:
        player.click_on(words)
        player.frames()
        names.append(player.screen.name)

    for words in ("Dana Ruiz", "A personal note", "To everybody", "One mail", "On into the weeks"):
        click(words)
    for words in ("Omar Haddad", "Back", "Write to somebody", "Bo Li", "Back", "Back", "shown to 310", "Close"):
        click(words)
    for words in ("Who would call", "Close", "Put it away", "Back to the phone", "Next look-in", "The next day"):
        click(words)
    for words in ("Play on", "For a week", "A giver"):
        click(words)
    assert names == [
        *("feed_person", "follow_up", "feed_public", "follow_up", "feed"),
        *("feed_person", "feed", "feed_people", "feed_person", "feed_people", "feed", "feed_thread", "feed"),
        *("feed_relationships", "feed", "feed_away", "feed", "feed", "feed"),
        *("feed_play_on", "feed_play_on", "feed_playing"),
    ]
    player.frames(20)
    assert player.screen.name == "feed"
    assert player.run.played == [("giver", 1)] * 7


@pytest.mark.parametrize("text", [100, 200])
def test_the_timeline_is_scrolled_to_its_end_and_back_by_clicks_by_the_wheel_and_by_keys(text):
    player = to_weeks(Player((960, 600), Settings(text=text)))
    phone = player.screen.feed.phone
    for way in (1, -1):
        for _ in range(60):
            arrow = next((box for box, sign in phone.arrows if sign == way), None)
            if arrow is None:
                break
            player.click(arrow.center)
        assert phone.scroll == (phone._total - phone._view.height if way > 0 else 0)
    player.post(pygame.MOUSEMOTION, pos=phone.rect.center, rel=(0, 0), buttons=(0, 0, 0))
    player.post(pygame.MOUSEWHEEL, y=-1, x=0)
    assert phone.scroll > 0
    sheet = player.screen._view.center
    before = phone.scroll
    player.post(pygame.MOUSEMOTION, pos=sheet, rel=(0, 0), buttons=(0, 0, 0))
    player.post(pygame.MOUSEWHEEL, y=-1, x=0)
    assert phone.scroll == before
    player.post(pygame.MOUSEMOTION, pos=phone.rect.center, rel=(0, 0), buttons=(0, 0, 0))
    player.press(pygame.K_END)
    assert phone.at == len(phone.entries) - 1
    assert phone.scroll == phone._total - phone._view.height
    player.press(pygame.K_PAGEUP)
    assert phone.at < len(phone.entries) - 1
    player.press(pygame.K_HOME)
    assert phone.scroll == 0
