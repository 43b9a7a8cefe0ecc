"""A screen is handle, update, draw. It holds no rule, and returns where to go instead of going there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pygame import Rect

from game.stage.inputs import Input, Steer

if TYPE_CHECKING:
    from game.stage.ink import Ink


@dataclass(frozen=True, slots=True)
class Stay:
    """The input was taken; the stack stays as it is."""


@dataclass(frozen=True, slots=True)
class Push:
    """Put a screen on top."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Pop:
    """Take the top screen away."""


@dataclass(frozen=True, slots=True)
class Replace:
    """Put a screen in the place of the top one."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Reset:
    """Empty the stack and begin again with one screen."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Quit:
    """Close the window."""


Move = Stay | Push | Pop | Replace | Reset | Quit


class Screen:
    """One screen; subclasses override what they need."""

    name = ""  # for screenshots and the contact sheet
    noisy = False  # the room is heard; elsewhere its murmur dies down
    overlay = False  # drawn over the screen below, which then stands still

    @property
    def head(self) -> int:
        """Pixels at the top that nothing may cover."""
        return 0

    @property
    def seen(self) -> tuple[Rect, ...]:
        """What had better not be covered, in pixels of the window."""
        return ()

    @property
    def typing(self) -> bool:
        """Letters are text now, not shortcuts."""
        return False

    @property
    def catching(self) -> bool:
        """The next key is caught as it is, whatever it means."""
        return False

    def catch(self, key: int) -> Move | None:
        """Take the key waited for, a pygame code."""
        return None

    def handle(self, event: Input) -> Move | None:
        """Answer one input; None when it means nothing here."""
        return None

    def update(self, seconds: float, steer: Steer) -> Move | None:
        """Let wall-clock `seconds` pass; `steer` is the direction held down."""
        return None

    def go_on(self, seconds: float) -> Move | None:
        """The same while another screen is on top: most stand still then."""
        return None

    def draw(self, ink: Ink) -> None:
        """Draw the whole screen."""

    def heard(self) -> tuple[str, ...]:
        """What is said aloud, from the page down to what has the focus; said again from where it changes."""
        return ()

    def overheard(self) -> tuple[str, ...]:
        """What is being said or told just now, each a sentence that is read aloud once."""
        return ()

    def idle(self) -> None:
        """The frame is shown, and there is time until the next."""

    def lost_focus(self) -> None:
        """The window went to the back."""

    def uncovered(self) -> Screen:
        """What is shown once the screen over it has gone: itself, or what it has become meanwhile."""
        return self

    def close(self) -> None:
        """The screen leaves the stack."""


class Stack:
    """The screens on show, the top one last."""

    def __init__(self, first: Screen) -> None:
        self.screens: list[Screen] = [first]

    @property
    def top(self) -> Screen:
        return self.screens[-1]

    def update(self, seconds: float, steer: Steer) -> bool:
        """Let time pass for the top screen, and for those below that go on; False when the window should close."""
        for screen in self.screens[:-1]:
            if not self.go(screen.go_on(seconds)):
                return False
        return self.go(self.top.update(seconds, steer))

    def go(self, move: Move | None) -> bool:
        """Carry out a move; False when the window should close."""
        if isinstance(move, Quit):
            return self._leave(0)
        if isinstance(move, Push):
            self.screens.append(move.screen)
        elif isinstance(move, Pop):
            if not self._leave(len(self.screens) - 1):
                return False
            self.screens[-1] = self.top.uncovered()
        elif isinstance(move, Replace):
            self._leave(len(self.screens) - 1)
            self.screens.append(move.screen)
        elif isinstance(move, Reset):
            self._leave(0)
            self.screens.append(move.screen)
        return True

    def _leave(self, keep: int) -> bool:
        """Close screens from the top until `keep` are left; True when any are left."""
        while len(self.screens) > keep:
            self.screens.pop().close()
        return bool(self.screens)

    def draw(self, ink: Ink) -> None:
        """Draw the top screen, over whatever it leaves visible."""
        first = len(self.screens) - 1
        while first > 0 and self.screens[first].overlay:
            first -= 1
        for screen in self.screens[first:]:
            ink.next_layer()
            screen.draw(ink)
