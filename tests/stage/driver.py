"""A window without a display, and hands for its keys, mouse and pad."""

from __future__ import annotations

import pygame

from game.stage.app import App
from game.stage.desk import Desk
from game.stage.ink import Ink, Written
from game.stage.screen import Screen
from game.stage.screens.title import Title
from game.stage.settings import Settings
from game.stage.voicing import Narrator
from tests.stage.fakes import FakeBackend

FRAME_S = 1 / 60


class Listener:
    """A voice that remembers what it was to say."""

    def __init__(self) -> None:
        self.focus: list[str] = []
        self.lines: list[str] = []

    def point(self, sentence: str) -> None:
        self.focus.append(sentence)

    def tell(self, sentence: str) -> None:
        self.lines.append(sentence)

    def hush(self) -> None:
        """Nothing is being said."""

    def update(self) -> None:
        """Nothing waits."""


class Ringed(Ink):
    """Ink that remembers where it drew a focus."""

    def __init__(self, surface: pygame.Surface, settings: Settings) -> None:
        super().__init__(surface, settings)
        self.rings: list[tuple[pygame.Rect, pygame.Rect]] = []  # all of each, and what shows

    def ring(self, rect: pygame.Rect, radius: float = 12) -> None:
        self.rings.append((rect, rect.clip(self.surface.get_clip())))
        super().ring(rect, radius)


class Player:
    """Somebody at a window."""

    def __init__(self, size: tuple[int, int] = (1280, 720), settings: Settings | None = None) -> None:
        self.backend = FakeBackend(settings)
        self.desk = Desk(self.backend)
        self.app = App(Title(self.desk), lambda: self.desk.settings, size)
        self.desk.device = lambda: self.app.reader.device
        self.voice = Listener()
        self.app.narrator = Narrator(self.voice)
        self.open = True
        pygame.event.clear()
        self.frames()

    def frames(self, number: int = 1) -> None:
        """Let so many frames go by."""
        for _ in range(number):
            self.open = self.open and self.app.step(FRAME_S)
            if self.open:
                self.app.draw()

    def post(self, kind: int, **values: object) -> None:
        """One event, and the frame that answers it."""
        pygame.event.post(pygame.event.Event(kind, **values))
        self.frames()

    def press(self, *keys: int, mod: int = 0) -> None:
        """Strike keys one after the other."""
        for key in keys:
            self.post(pygame.KEYDOWN, key=key, mod=mod, unicode="", scancode=0)
            self.post(pygame.KEYUP, key=key, mod=mod, unicode="", scancode=0)

    def hold(self, key: int, frames: int) -> None:
        """Hold a key down for so many frames."""
        self.post(pygame.KEYDOWN, key=key, mod=0, unicode="", scancode=0)
        self.frames(frames)
        self.post(pygame.KEYUP, key=key, mod=0, unicode="", scancode=0)

    def type(self, text: str) -> None:
        """Type letters."""
        for letter in text:
            self.post(pygame.TEXTINPUT, text=letter)

    def click(self, pos: tuple[int, int], button: int = 1) -> None:
        """Move the mouse there and click."""
        self.post(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0))
        self.post(pygame.MOUSEBUTTONDOWN, pos=pos, button=button)

    def click_on(self, words: str) -> None:
        """Click in the middle of some words on the screen."""
        found = next((written for written in self.written() if words in written.words), None)
        assert found, f"{words!r} is not on the screen: {[written.words for written in self.written()]}"
        self.click(found.rect.center)

    def pad(self, button: int) -> None:
        """Press a button of a pad SDL knows."""
        self.post(pygame.CONTROLLERBUTTONDOWN, button=button, instance_id=0)

    @property
    def screen(self) -> Screen:
        return self.app.stack.top

    @property
    def run(self):
        """The run started last."""
        return self.backend.runs[-1]

    def written(self) -> list[Written]:
        """Every piece of text on the screen that is on top."""
        trace: list[Written] = []
        self.app.stack.draw(Ink(self.app.surface, self.desk.settings, trace))
        top = max((written.layer for written in trace), default=0)
        return [written for written in trace if written.layer == top]

    def ring(self) -> tuple[pygame.Rect, pygame.Rect] | None:
        """Where the focus was drawn on the top screen, all of it and what shows; None when it was not."""
        ink = Ringed(self.app.surface, self.desk.settings)
        self.screen.draw(ink)
        return ink.rings[-1] if ink.rings else None

    def picture(self) -> bytes:
        """The pixels now."""
        self.app.stack.draw(Ink(self.app.surface, self.desk.settings))
        return pygame.image.tobytes(self.app.surface, "RGB")

    def to_room(self) -> None:
        """From the title into the room, by number keys and Enter."""
        self.press(pygame.K_1, pygame.K_1, pygame.K_RETURN, pygame.K_1)
        assert self.screen.name == "room"
