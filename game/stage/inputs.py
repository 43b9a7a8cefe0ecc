"""Inputs are meanings: keys, mouse and pad all become the same few intents."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Literal, NamedTuple

import pygame

if TYPE_CHECKING:
    from game.stage.keys import Keys

Device = Literal["keys", "mouse", "pad"]


class Intent(Enum):
    """What the player meant."""

    UP = auto()
    DOWN = auto()
    LEFT = auto()
    RIGHT = auto()
    NEXT = auto()
    PREV = auto()
    OK = auto()
    SPACE = auto()  # presses a button in menus, pauses in the room
    BACK = auto()
    PICK = auto()  # a number key
    PAGE_UP = auto()
    PAGE_DOWN = auto()
    HOME = auto()
    END = auto()
    LISTEN = auto()
    CUT_IN = auto()
    NOTEBOOK = auto()
    HISTORY = auto()
    WHY = auto()
    PAUSE = auto()
    FASTER = auto()
    SLOWER = auto()
    TEXT = auto()  # letters typed
    ERASE = auto()
    DELETE = auto()
    ALL = auto()  # of a text
    POINT = auto()  # the mouse moved
    CLICK = auto()
    WHEEL = auto()  # number > 0 is down
    FULL_SCREEN = auto()
    SCREENSHOT = auto()
    PROBLEMS = auto()  # of a scenario that is watched


NOWHERE = (-1, -1)  # where an input has no place on the screen


@dataclass(frozen=True, slots=True)
class Input:
    """One intent, with what belongs to it."""

    intent: Intent
    text: str = ""
    number: int = 0
    pos: tuple[int, int] = NOWHERE
    device: Device = "keys"


class Steer(NamedTuple):
    """The direction held down, length 0 … 1; x to the right, y down the picture."""

    x: float
    y: float


STILL = Steer(0.0, 0.0)

NAVIGATION: dict[int, Intent] = {
    pygame.K_UP: Intent.UP,
    pygame.K_DOWN: Intent.DOWN,
    pygame.K_LEFT: Intent.LEFT,
    pygame.K_RIGHT: Intent.RIGHT,
    pygame.K_RETURN: Intent.OK,
    pygame.K_KP_ENTER: Intent.OK,
    pygame.K_ESCAPE: Intent.BACK,
    pygame.K_PAGEUP: Intent.PAGE_UP,
    pygame.K_PAGEDOWN: Intent.PAGE_DOWN,
    pygame.K_HOME: Intent.HOME,
    pygame.K_END: Intent.END,
    pygame.K_BACKSPACE: Intent.ERASE,
    pygame.K_DELETE: Intent.DELETE,
    pygame.K_F2: Intent.PROBLEMS,
    pygame.K_F11: Intent.FULL_SCREEN,
    pygame.K_F12: Intent.SCREENSHOT,
}
LETTERS: dict[int, Intent] = {
    pygame.K_SPACE: Intent.SPACE,
    pygame.K_l: Intent.LISTEN,
    pygame.K_x: Intent.CUT_IN,
    pygame.K_n: Intent.NOTEBOOK,
    pygame.K_h: Intent.HISTORY,
    pygame.K_y: Intent.WHY,
    pygame.K_p: Intent.PAUSE,
    pygame.K_PLUS: Intent.FASTER,
    pygame.K_EQUALS: Intent.FASTER,
    pygame.K_KP_PLUS: Intent.FASTER,
    pygame.K_MINUS: Intent.SLOWER,
    pygame.K_KP_MINUS: Intent.SLOWER,
}
WALK: dict[int, tuple[int, int]] = {
    pygame.K_UP: (0, -1),
    pygame.K_w: (0, -1),
    pygame.K_DOWN: (0, 1),
    pygame.K_s: (0, 1),
    pygame.K_LEFT: (-1, 0),
    pygame.K_a: (-1, 0),
    pygame.K_RIGHT: (1, 0),
    pygame.K_d: (1, 0),
}
# Pads SDL knows by name (CONTROLLERBUTTONDOWN), and the common order of those it does not (JOYBUTTONDOWN).
CONTROLLER: dict[int, Intent] = {
    0: Intent.OK,
    1: Intent.BACK,
    2: Intent.CUT_IN,
    3: Intent.LISTEN,
    4: Intent.NOTEBOOK,
    6: Intent.PAUSE,
    7: Intent.HISTORY,
    8: Intent.WHY,
    9: Intent.PREV,
    10: Intent.NEXT,
    11: Intent.UP,
    12: Intent.DOWN,
    13: Intent.LEFT,
    14: Intent.RIGHT,
}
JOYSTICK: dict[int, Intent] = {
    0: Intent.OK,
    1: Intent.BACK,
    2: Intent.CUT_IN,
    3: Intent.LISTEN,
    4: Intent.PREV,
    5: Intent.NEXT,
    6: Intent.NOTEBOOK,
    7: Intent.PAUSE,
    8: Intent.HISTORY,
    9: Intent.WHY,
}
CROSS: dict[int, tuple[int, int]] = {11: (0, -1), 12: (0, 1), 13: (-1, 0), 14: (1, 0)}  # of a pad known by name
DIRECTIONS = {
    (0, -1): Intent.UP,
    (0, 1): Intent.DOWN,
    (-1, 0): Intent.LEFT,
    (1, 0): Intent.RIGHT,
}
PUSHED, RELEASED = 0.6, 0.35  # share of a stick's travel that counts as a press, and as letting go


class Reader:
    """Turns pygame events into inputs and remembers what is held down."""

    def __init__(self) -> None:
        self.device: Device = "keys"
        self._held: set[int] = set()  # keys
        self._cross: set[int] = set()  # buttons of the pad's cross
        self._letters, self._walk = LETTERS, WALK
        self._taken = ""  # what the last key would also type, though it has had its meaning
        self._hat = (0, 0)
        self._stick = [0.0, 0.0]
        self._pressed = (0, 0)  # direction the stick last counted as pressed

    @property
    def steer(self) -> Steer:
        """The direction held on keys, hat or stick."""
        ways = [self._hat, *(self._walk[key] for key in self._held), *(CROSS[button] for button in self._cross)]
        x, y = (sum(way[axis] for way in ways) + self._stick[axis] for axis in (0, 1))
        length = math.hypot(x, y)
        return STILL if length < PUSHED / 2 else Steer(x / max(1.0, length), y / max(1.0, length))

    def use(self, keys: Keys) -> None:
        """Read letters by the keys in force."""
        if keys.letters is not self._letters:
            self._letters, self._walk = keys.letters, keys.walk
            self.let_go()

    def let_go(self) -> None:
        """Forget everything held: key releases are not seen while the window is at the back."""
        self._held.clear()
        self._cross.clear()
        self._hat, self._stick, self._pressed = (0, 0), [0.0, 0.0], (0, 0)

    def read(self, event: pygame.event.Event, typing: bool = False) -> Input | None:
        """The meaning of one event; None when it has none."""
        found = self._keys(event, typing) or self._mouse(event) or self._pad(event)
        if found:
            self.device = found.device
        return found

    def _keys(self, event: pygame.event.Event, typing: bool) -> Input | None:
        if event.type == pygame.KEYUP:
            self._held.discard(event.key)
        elif event.type == pygame.TEXTINPUT and typing and not (self._taken and event.text == self._taken):
            return Input(Intent.TEXT, text=event.text)
        elif event.type == pygame.KEYDOWN:
            found = self._key_down(event.key, getattr(event, "mod", 0), typing)
            self._taken = getattr(event, "unicode", "") if found else ""
            return found
        return None

    def _key_down(self, key: int, mod: int, typing: bool) -> Input | None:
        if key in self._walk and not typing:
            self._held.add(key)
        if key == pygame.K_TAB:
            return Input(Intent.PREV if mod & pygame.KMOD_SHIFT else Intent.NEXT)
        if key == pygame.K_RETURN and mod & pygame.KMOD_ALT:
            return Input(Intent.FULL_SCREEN)
        if key == pygame.K_a and mod & (pygame.KMOD_CTRL | pygame.KMOD_META) and typing:
            return Input(Intent.ALL)
        if key in NAVIGATION:
            return Input(NAVIGATION[key])
        if typing:
            return None
        for first in (pygame.K_1, pygame.K_KP_1):
            if first <= key < first + 9:
                return Input(Intent.PICK, number=key - first + 1)
        return Input(self._letters[key]) if key in self._letters else None

    def _mouse(self, event: pygame.event.Event) -> Input | None:
        if event.type == pygame.MOUSEMOTION:
            return Input(Intent.POINT, pos=event.pos, device="mouse")
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            return Input(Intent.CLICK, pos=event.pos, device="mouse")
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 3:
            return Input(Intent.BACK, pos=event.pos, device="mouse")
        if event.type == pygame.MOUSEWHEEL and event.y:
            return Input(Intent.WHEEL, number=-1 if event.y > 0 else 1, device="mouse")
        return None

    def _pad(self, event: pygame.event.Event) -> Input | None:
        intent = None
        if event.type == pygame.CONTROLLERBUTTONUP:
            self._cross.discard(event.button)
        elif event.type == pygame.CONTROLLERBUTTONDOWN:
            intent = CONTROLLER.get(event.button)
            self._cross |= {event.button} & CROSS.keys()
        elif event.type == pygame.JOYBUTTONDOWN:
            intent = JOYSTICK.get(event.button)
        elif event.type == pygame.JOYHATMOTION:
            self._hat = (event.value[0], -event.value[1])
            intent = DIRECTIONS.get(self._hat)
        elif event.type in (pygame.JOYAXISMOTION, pygame.CONTROLLERAXISMOTION) and event.axis < 2:
            travel = event.value if abs(event.value) <= 1 else event.value / 32768
            intent = self._tilt(event.axis, travel)
        return Input(intent, device="pad") if intent else None

    def _tilt(self, axis: int, travel: float) -> Intent | None:
        """A stick pushed far enough is one press, until it comes back."""
        self._stick[axis] = travel if abs(travel) > RELEASED else 0.0
        sign = 0 if abs(travel) < PUSHED else int(math.copysign(1, travel))
        pressed = (sign, 0) if axis == 0 else (0, sign)
        if sign == 0:
            if abs(travel) < RELEASED and self._pressed[axis]:
                self._pressed = (0, 0)
            return None
        if pressed == self._pressed:
            return None
        self._pressed = pressed
        return DIRECTIONS[pressed]
