"""The window and its loop: events in, a frame out, and which screen is on top."""

from __future__ import annotations

import gc
import time
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from game.stage.compat import controllers, open_display, prepare, quiet

prepare()

import pygame  # noqa: E402  (SDL reads the environment when it is imported)

from game.stage.canvas import Canvas  # noqa: E402
from game.stage.desk import Desk  # noqa: E402
from game.stage.ink import Ink  # noqa: E402
from game.stage.inputs import NOWHERE, Input, Intent, Reader  # noqa: E402
from game.stage.keys import keys  # noqa: E402
from game.stage.present import Presenter, plain_path  # noqa: E402
from game.stage.quality import Quality  # noqa: E402
from game.stage.screen import Push, Screen, Stack  # noqa: E402
from game.stage.settings import Settings  # noqa: E402
from game.stage.sound.player import Sound  # noqa: E402
from game.stage.speech import Speaker, found  # noqa: E402
from game.stage.voicing import Narrator  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.scenario.spec import Scenario
    from game.stage.backend import Backend, Run
    from game.stage.bulletin import Bulletin
    from game.stage.screens.wall.show import Show

SIZE = (1280, 720)
LEAST = (960, 600)
TIDY_STEPS = 30
PROJECTED = 125  # per cent: type on a projector is no smaller
SHARE = 2 / 3  # of a screen with many pixels, where the usual size would be a stamp
STEPS = 60  # a second, of which a light picture shows every other: phones at the wall wait for no picture
SPARE_S = 0.004  # of a step, without which nothing is done that could wait
LONGEST_STEP_S = 0.1  # a frame that took longer (a window dragged about) does not make the evening jump


def fitting(screen: tuple[int, int]) -> tuple[int, int]:
    """The usual size of the window, smaller where the screen is, and larger on one with many pixels."""
    scale = max(1.0, SHARE * min(screen[0] / SIZE[0], screen[1] / SIZE[1]))
    return min(round(SIZE[0] * scale), screen[0]), min(round(SIZE[1] * scale), screen[1])


class NoWindowError(Exception):
    """No window can be opened, or it was lost; the message is SDL's."""


class App:
    """One window with a stack of screens."""

    def __init__(
        self,
        first: Screen,
        settings: Callable[[], Settings],
        size: tuple[int, int] | None = None,
        title: str = "",
        sound: Sound | None = None,
        display: int | None = None,
    ) -> None:
        """Without a `size` the window is as large as usual, or as the screen allows; on a `display` it fills it."""
        self.settings, self.title = settings, title
        self.sound = sound or Sound(settings)
        self.full_screen = settings().full_screen or display is not None
        self.display = display or 0
        self.stack, self.reader = Stack(first), Reader()
        self.presenter, self.quality, self.pads = Presenter(), Quality(), dict[int, object]()
        self.narrator = Narrator(Speaker(found()))
        self._steps, self._tidied = 0, first
        self._worked = 0.0  # seconds since the last frame that were not waited
        self.shot: Path | None = None  # the last screenshot
        self.bulletin: Bulletin | None = None  # of a scenario that is watched
        open_display()
        self.size = size or fitting(pygame.display.get_desktop_sizes()[0])
        pygame.font.init()
        quiet(pygame.joystick.init)
        self._open_window()

    def _open_window(self) -> None:
        flags = pygame.FULLSCREEN if self.full_screen else pygame.RESIZABLE
        size = (0, 0) if self.full_screen else self.size
        self.surface = pygame.display.set_mode(size, flags, display=self.display)
        self.canvas = Canvas(self.surface)
        self.quality.resized()
        pygame.display.set_caption(self.title)
        pygame.key.set_repeat(380, 60)

    # -- the loop ---------------------------------------------------------------------------------

    def run(self) -> None:
        """Until the last screen is gone."""
        clock, last = pygame.time.Clock(), time.perf_counter()
        gc.disable()  # collecting takes milliseconds: it is done between two frames, not in one
        while True:
            now = time.perf_counter()
            going = self.step(min(now - last, LONGEST_STEP_S))
            last = now
            if not going:
                break
            self._worked += time.perf_counter() - now
            self._steps += 1
            if self._steps % (STEPS // self.quality.rung.frames) == 0:
                self._frame()
            if time.perf_counter() - now < 1 / STEPS - SPARE_S:
                self.stack.top.idle()
            self._tidy()
            clock.tick(STEPS)
        gc.enable()
        self.close()

    def _frame(self) -> None:
        """Draw and show; what the steps since the last frame took is part of its work."""
        now = time.perf_counter()
        self.draw()
        if self.presenter.flip():
            plain_path()
            self._open_window()
        else:
            self.quality.feed(self._worked + time.perf_counter() - now)
        self._worked = 0.0

    def _tidy(self) -> None:
        """Collect garbage now and then: the young often, all of it when a screen has gone."""
        if self.stack.top is not self._tidied:
            self._tidied = self.stack.top
            gc.collect()
        elif self._steps % TIDY_STEPS == 0:
            gc.collect(1)

    def step(self, seconds: float) -> bool:
        """Handle what came in and let `seconds` pass; False when the window should close."""
        for event in pygame.event.get():
            if not self._event(event):
                return False
        if not self.stack.top.noisy:
            self.sound.still()
        if not self.stack.update(seconds, self.reader.steer):
            return False
        if self.bulletin is not None:
            for move in self.bulletin.update(seconds, self.stack.top):
                self.stack.go(move)
        self.narrator.follow(self.stack.top, self.settings().voice)
        return True

    def draw(self) -> None:
        """Paint the next frame; it is not shown yet."""
        self.quality.ask(self.settings().picture)
        ink = Ink(self.canvas.take(self.surface, self.quality.rung.large), self.settings())
        self.stack.draw(ink)
        if self.bulletin is not None:
            self.bulletin.draw(ink, self.stack.top)
        self.canvas.show()

    def close(self) -> None:
        """Close whatever is open, and the window."""
        self.narrator.voice.hush()
        while self.stack.screens:
            self.stack.screens.pop().close()
        pygame.display.quit()

    def _event(self, event: pygame.event.Event) -> bool:
        if event.type == pygame.QUIT:
            return False
        if event.type in _AWAY:
            self.reader.let_go()
            for screen in () if self.bulletin else self.stack.screens:  # who writes beside it wants to see it go on
                screen.lost_focus()
            if event.type == pygame.JOYDEVICEREMOVED:
                self.pads.pop(event.instance_id, None)
        elif event.type == pygame.VIDEORESIZE and not self.full_screen:
            self._resized(event.w, event.h)
        elif event.type == pygame.JOYDEVICEADDED:
            self._plug(event)
        top = self.stack.top
        if top.catching and event.type == pygame.KEYDOWN:
            return self.stack.go(top.catch(event.key))
        self.reader.use(keys(self.settings().keys))
        if event.type in _PLAIN_PAD and getattr(event, "instance_id", None) in self.pads:
            return True  # the same comes with the names of its buttons
        given = self.reader.read(event, top.typing)
        if given is None:
            return True
        if given.pos != NOWHERE:
            given = replace(given, pos=self.canvas.inside(given.pos))
        return self._window_key(given) or self._answered(top, given)

    def _answered(self, top: Screen, given: Input) -> bool:
        move = (self.bulletin.handle(given, top) if self.bulletin else None) or top.handle(given)
        if move is not None and given.intent in _HEARD:
            self.sound.signal(_HEARD[given.intent])
        return self.stack.go(move)

    def _window_key(self, given: Input) -> bool:
        if given.intent is Intent.FULL_SCREEN:
            self.full_screen = not self.full_screen
            self._open_window()
            return True
        if given.intent is Intent.SCREENSHOT:
            self.screenshot()
            return True
        return False

    def _resized(self, width: int, height: int) -> None:
        self.size = (max(width, LEAST[0]), max(height, LEAST[1]))
        if self.size != (width, height):
            self._open_window()
        else:
            self.surface = pygame.display.get_surface() or self.surface
            self.quality.resized()

    def _plug(self, event: pygame.event.Event) -> None:
        """Open a pad that came; by its button names where SDL knows them."""
        module = controllers()
        if module is not None:
            quiet(module.init)
            if module.is_controller(event.device_index):
                pad = module.Controller(event.device_index)
                self.pads[pad.as_joystick().get_instance_id()] = pad
                return
        stick = pygame.joystick.Joystick(event.device_index)
        self.pads[-1 - stick.get_instance_id()] = stick  # kept alive; its own events are read

    def watch(self, desk: Desk) -> None:
        """Take over what is saved into the scenario that the desk's backend watches, or show its problems."""
        from game.stage.bulletin import Bulletin

        def tell(sentence: str) -> None:
            if self.settings().voice:
                self.narrator.voice.tell(sentence)

        self.bulletin = Bulletin(desk, tell)

    # -- pictures ---------------------------------------------------------------------------------

    def screenshot(self, path: Path | None = None) -> Path:
        """Save what is on the screen; without a path, beside where the game was started."""
        target = path or Path(f"work-the-room-{datetime.now():%Y%m%d-%H%M%S}.png")
        if quiet(lambda: pygame.image.save(self.surface, str(target))):
            self.shot = target
        return target


_HEARD = {  # the focus moves, something is chosen
    **dict.fromkeys((Intent.UP, Intent.DOWN, Intent.LEFT, Intent.RIGHT, Intent.NEXT, Intent.PREV), "move"),
    **dict.fromkeys((Intent.OK, Intent.PICK, Intent.BACK), "choose"),
}
_AWAY = (pygame.WINDOWFOCUSLOST, pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN, pygame.JOYDEVICEREMOVED)
_PLAIN_PAD = (pygame.JOYBUTTONDOWN, pygame.JOYHATMOTION, pygame.JOYAXISMOTION)


def displays() -> int:
    """How many displays there are. Raises NoWindowError when there is none."""
    try:
        open_display()
    except pygame.error as trouble:
        raise NoWindowError(str(trouble)) from trouble
    return int(pygame.display.get_num_displays())


def present(backend: Backend, scenario: Scenario, display: int | None = None) -> None:
    """Open the window for a workshop without phones, on a display it then fills. Returns when it is closed.

    Raises NoWindowError when there is no display.
    """
    from game.stage.screens.present.opening import Opening

    desk = Desk(backend)
    desk.presenting = True
    desk.settings = replace(desk.settings, text=max(PROJECTED, desk.settings.text))  # for this time only
    _open(desk, Opening(desk, scenario), display)


def wall(backend: Backend, show: Show, display: int) -> None:
    """Open the window as the projector of a live workshop, on a display it fills. Returns when it is closed.

    Raises NoWindowError when there is no display.
    """
    from game.stage.screens.wall.wall import Wall

    desk = Desk(backend)
    desk.settings = replace(desk.settings, text=max(PROJECTED, desk.settings.text))  # for this time only
    _open(desk, Wall(desk, show), display)


def play(backend: Backend, scenario: Scenario | None = None, run: Run | None = None, *, watching: bool = False) -> None:
    """Open the window: at the title, at who you are in a scenario, or in a run. Returns when it is closed.

    `watching`: what is saved into the scenario that the backend watches is taken over, or its problems are shown.
    Raises NoWindowError when there is no display.
    """
    from game.stage.screens.course import screen_of
    from game.stage.screens.title import Title
    from game.stage.screens.who import Who

    desk = Desk(backend)
    if run is not None:
        _open(desk, screen_of(desk, desk.ready(run)), watching=watching)
    else:
        _open(desk, Title(desk), first=Who(desk, scenario) if scenario else None, watching=watching)


def _open(
    desk: Desk, bottom: Screen, display: int | None = None, first: Screen | None = None, watching: bool = False
) -> None:
    """Show a screen, and `first` on top of it, until the window is closed."""
    try:
        name = desk.t("title.name")
        app = App(bottom, lambda: desk.settings, title=name, sound=desk.sound, display=display)
        desk.sound.open()
        desk.device = lambda: app.reader.device
        if watching:
            app.watch(desk)
        if first is not None:
            app.stack.go(Push(first))
        app.run()
    except pygame.error as trouble:
        raise NoWindowError(str(trouble)) from trouble
    finally:
        desk.sound.close()
        desk.release()
