"""The follower slider: set up, predicted, run and told, by keyboard, pad and mouse, each alone."""

import pygame
import pytest

from game.session.sandbox import Setup
from game.stage.settings import Settings
from tests.stage.driver import Player
from tests.stage.tour import choose, joystick, keyboard, onto, pad, stick

TITLE = "What are followers worth?"


def there(player: Player, do) -> None:
    choose(player, do, TITLE)
    assert player.screen.name == "slider"


def words(player: Player) -> str:
    return " ".join(written.words for written in player.written())


@pytest.mark.parametrize("hands", [keyboard, pad, joystick, stick])
def test_it_is_set_up_predicted_run_and_left_by_one_pair_of_hands(hands):
    player = Player()
    do = hands(player)
    there(player, do)
    for what in ("left", "down", "right", "right", "down", "right", "down", "left"):
        do(what)
    choose(player, do, "Rules")
    choose(player, do, "Nobody likes being sold to")
    choose(player, do, "Done")
    choose(player, do, "What do you think?")
    assert player.backend.slider.asked == [], "nothing is run before the prediction"
    choose(player, do, "Ten times as many")
    assert player.backend.slider.asked == [Setup(10_000, 100, "giver", 0.5, frozenset({"selling"}))]
    player.frames(5)
    choose(player, do, "Try something else")
    do("back")
    assert player.screen.name == "title"
    assert player.backend.slider.stopped


def test_it_is_used_by_clicking_alone():
    player = Player()
    for label in (TITLE, "Rules: all of them hold", "A day has only so many hours", "Done", "What do you think?"):
        player.click_on(label)
    player.click_on("Twice as many")
    assert player.backend.slider.asked == [Setup(off=frozenset({"hours"}))]
    player.click_on("Try something else")
    player.click_on("Back")
    assert player.screen.name == "title"


def asked(player: Player, guess: str) -> None:
    do = keyboard(player)
    there(player, do)
    choose(player, do, "What do you think?")
    onto(player, do, guess)
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="", scancode=0))
    player.frames()


def test_the_first_picture_comes_before_the_verdict_and_both_before_the_end():
    player = Player()
    asked(player, "Ten times as many")
    assert len(player.screen.found.points) == 1
    assert "The first people are meeting" in words(player)
    player.frames(1)
    assert "of 1,400 runs" in words(player)
    assert "1.0 times as many" in words(player)
    player.frames(1)
    assert "200 runs" in words(player)


def test_the_result_is_worded_against_the_prediction():
    player = Player()
    asked(player, "Ten times as many")
    player.frames(5)
    told = words(player)
    for part in ("You said: ten times as many.", "It came to fewer.", "24 with 30 followers", "1.0 times as many"):
        assert part in told.replace("\n", " "), part
    player.press(pygame.K_RETURN)
    choose(player, keyboard(player), "What do you think?")
    choose(player, keyboard(player), "About as many")
    player.frames(5)
    assert "That is what came of it." in words(player)


def test_with_a_rule_off_the_run_with_all_rules_stands_beside_it():
    player = Player()
    do = keyboard(player)
    there(player, do)
    choose(player, do, "Rules")
    player.press(pygame.K_1)
    choose(player, do, "Done")
    choose(player, do, "What do you think?")
    assert "A day has only so many hours" in words(player)
    choose(player, do, "About as many")
    player.frames(5)
    told = words(player)
    for part in ("It came to more.", "with all the rules", "8.8 times as many"):
        assert part in told, part


def test_escape_stops_what_runs_and_leads_back_to_the_controls():
    player = Player()
    asked(player, "Ten times as many")
    player.press(pygame.K_ESCAPE)
    assert player.backend.slider.stopped == 1
    assert player.screen.name == "slider"
    assert "What do you think?" in words(player)
    player.press(pygame.K_ESCAPE)
    assert player.screen.name == "title"


def test_every_page_leads_back_to_the_controls():
    player = Player()
    do = keyboard(player)
    there(player, do)
    for label in ("Rules", "What do you think?"):
        choose(player, do, label)
        do("back")
        assert "Followers at the start" in words(player)


def test_closing_the_window_ends_the_runs():
    player = Player()
    asked(player, "Ten times as many")
    player.app.close()
    assert player.backend.slider.stopped == 1


def test_the_verdict_is_read_aloud_once_when_all_has_been_run():
    player = Player(settings=Settings(voice=True))
    asked(player, "Ten times as many")
    assert player.voice.lines == []
    player.frames(10)
    assert len(player.voice.lines) == 1
    assert "It came to fewer." in player.voice.lines[0]


@pytest.mark.parametrize(("size", "text"), [((1280, 720), 100), ((960, 600), 200)])
def test_at_every_step_the_focus_is_in_sight(size, text):
    player = Player(size, Settings(text=text))
    do = keyboard(player)
    there(player, do)
    for label in ("", "Rules", "Done", "What do you think?", "Half"):
        if label:
            choose(player, do, label)
        for _ in player.screen.ring.stops:
            whole, shown = player.ring()
            assert shown.height >= min(whole.height, 100)
            do("next")
