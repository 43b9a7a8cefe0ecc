"""Ways to the weeks, and around them by one pair of hands."""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from tests.stage.driver import Player
from tests.stage.tour import Hands, choose, onto

SCREENS = {
    *("follow_up", "feed", "feed_person", "feed_public", "feed_people", "feed_thread", "feed_relationships"),
    *("feed_play_on", "feed_playing", "feed_away", "settings", "debrief", "title"),
}
PHONE = 60  # steps to anything on the phone


def to_question(player: Player) -> None:
    """From the title to the question after the decisions."""
    player.to_room()
    player.press(pygame.K_p, pygame.K_5, pygame.K_2)
    player.frames(40)
    player.press(pygame.K_RETURN)
    assert player.screen.name == "go_on"


def to_morning(player: Player) -> Player:
    to_question(player)
    player.press(pygame.K_1)
    assert player.screen.name == "follow_up"
    return player


def to_weeks(player: Player) -> Player:
    to_morning(player)
    player.run.forward()
    player.screen.feed.look()
    player.frames()
    assert player.screen.name == "feed"
    return player


def onto_phone(player: Player, do: Hands) -> None:
    """Move the focus to the phone."""
    for _ in range(PHONE):
        if player.screen.ring.focus is player.screen.feed.phone:
            return
        do("next")
    raise AssertionError("the phone is not reached")


def tour(player: Player, do: Hands) -> Iterator[str]:
    """From the morning after through everything there is to the end, and back to the title."""
    yield player.screen.name
    choose(player, do, "Dana Ruiz")
    yield player.screen.name
    choose(player, do, "A personal note")
    choose(player, do, "To everybody")
    yield player.screen.name
    choose(player, do, "One mail to all cards")
    choose(player, do, "On into the weeks")
    yield player.screen.name
    choose(player, do, "Omar Haddad")
    choose(player, do, "Something useful")
    choose(player, do, "Write to somebody")
    yield player.screen.name
    choose(player, do, "Bo Li")
    do("back")
    do("back")
    onto_phone(player, do)
    for _ in range(3):  # past what was just written, to what somebody said under a post
        do("down")
    do("ok")
    yield player.screen.name
    onto(player, do, "Close")
    do("ok")
    choose(player, do, "Who would call")
    yield player.screen.name
    do("back")
    yield from _leave_and_end(player, do)


def _leave_and_end(player: Player, do: Hands) -> Iterator[str]:
    choose(player, do, "Next look-in")
    choose(player, do, "The next day")
    choose(player, do, "Put it away")
    yield player.screen.name
    choose(player, do, "Settings")
    yield player.screen.name
    do("back")
    choose(player, do, "Back to the phone")
    choose(player, do, "Play on")
    yield player.screen.name
    choose(player, do, "To the end")
    choose(player, do, "A listener")
    yield player.screen.name
    player.frames(70)
    yield player.screen.name
    for _ in range(len(player.screen.pages) - 1):
        choose(player, do, "Next")
    choose(player, do, "To the title")
    yield player.screen.name
