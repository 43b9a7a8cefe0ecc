"""A tour of every screen, from the title and back to it, by one pair of hands."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pygame

from tests.stage.driver import Player

Hands = Callable[[str], None]
KEYS = {
    "ok": pygame.K_RETURN,
    "back": pygame.K_ESCAPE,
    "next": pygame.K_TAB,
    "left": pygame.K_LEFT,
    "right": pygame.K_RIGHT,
    "up": pygame.K_UP,
    "down": pygame.K_DOWN,
    "listen": pygame.K_l,
    "cut_in": pygame.K_x,
    "notebook": pygame.K_n,
    "history": pygame.K_h,
    "why": pygame.K_y,
    "pause": pygame.K_p,
}
BUTTONS = {  # of a pad SDL knows
    "ok": 0,
    "back": 1,
    "cut_in": 2,
    "listen": 3,
    "notebook": 4,
    "pause": 6,
    "history": 7,
    "why": 8,
    "next": 10,
    "up": 11,
    "down": 12,
    "left": 13,
    "right": 14,
}
PLAIN = {  # of one it does not
    "ok": 0,
    "back": 1,
    "cut_in": 2,
    "listen": 3,
    "next": 5,
    "notebook": 6,
    "pause": 7,
    "history": 8,
    "why": 9,
}
WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, 1), "down": (0, -1)}  # of a hat: up is positive
MOST = 80  # steps to anything on a page
SCREENS = {
    *("title", "settings", "keys", "continue", "scenarios", "who", "question", "room", "notebook", "history", "why"),
    *("pause", "finish", "decisions", "go_on", "debrief"),
}


def keyboard(player: Player) -> Hands:
    return lambda what: player.press(KEYS[what])


def pad(player: Player) -> Hands:
    return lambda what: player.pad(BUTTONS[what])


def joystick(player: Player) -> Hands:
    """A pad SDL does not know: plain buttons, and a hat."""

    def hands(what: str) -> None:
        if what in PLAIN:
            player.post(pygame.JOYBUTTONDOWN, joy=0, instance_id=0, button=PLAIN[what])
            return
        for value in (WAYS[what], (0, 0)):
            player.post(pygame.JOYHATMOTION, joy=0, instance_id=0, hat=0, value=value)

    return hands


def stick(player: Player) -> Hands:
    """The same with the stick in the place of the hat, and the shoulder button never used in menus."""
    plain = joystick(player)

    def hands(what: str) -> None:
        if what not in WAYS:
            plain(what)
            return
        across, up = WAYS[what]
        for travel in (across or -up, 0):
            player.post(pygame.JOYAXISMOTION, joy=0, instance_id=0, axis=0 if across else 1, value=float(travel))

    return hands


def onto(player: Player, do: Hands, label: str) -> None:
    """Move the focus to a button."""
    for _ in range(MOST):
        if getattr(player.screen.ring.focus, "label", "").startswith(label):
            return
        do("next")
    raise AssertionError(f"{label!r} is not reached on {player.screen.name}")


def choose(player: Player, do: Hands, label: str) -> None:
    onto(player, do, label)
    do("ok")


def tour(player: Player, do: Hands) -> Iterator[str]:
    """Go through the game; stops, and tells the name of the screen, wherever there is something to look at."""
    yield player.screen.name
    yield from _menus(player, do)
    for label in ("Play", "The Chamber Mixer", "Go in", "Find somebody"):
        choose(player, do, label)
        if player.screen.name != "room":
            yield player.screen.name
    do("next")
    yield player.screen.name
    yield from _talk(player, do)
    yield from _end(player, do)


def _menus(player: Player, do: Hands) -> Iterator[str]:
    choose(player, do, "Settings")
    yield player.screen.name
    choose(player, do, "Keys")
    yield player.screen.name
    do("back")
    choose(player, do, "Done")
    choose(player, do, "Continue")
    yield player.screen.name
    do("back")


def _talk(player: Player, do: Hands) -> Iterator[str]:
    do("ok")  # walk up to whoever is in focus
    yield player.screen.name
    do("down")
    do("ok")  # say something
    do("listen")
    do("cut_in")
    do("ok")
    for sheet in ("notebook", "history", "why", "pause"):
        do(sheet)
        yield player.screen.name
        do("back")
        assert player.screen.name == "room", sheet
    do("back")  # take leave
    yield player.screen.name


def _end(player: Player, do: Hands) -> Iterator[str]:
    do("pause")
    choose(player, do, "Call it an evening")
    yield player.screen.name
    choose(player, do, "Yes")
    player.frames(40)
    yield player.screen.name
    choose(player, do, "A friend")
    choose(player, do, "Done")
    yield player.screen.name
    choose(player, do, "No")
    for page in range(len(player.screen.pages)):
        yield player.screen.name
        if page + 1 < len(player.screen.pages):
            choose(player, do, "Next")
    choose(player, do, "To the title")
    yield player.screen.name
