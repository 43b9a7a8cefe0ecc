"""What every screen needs at hand: the backend, the words, and the settings in force."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from pygame import Rect

from game.stage.backend import Backend, Run
from game.stage.inputs import Device
from game.stage.keys import PAD_CAPS, Keys, keys
from game.stage.settings import Settings
from game.stage.sound.player import Sound

_FIGURE = re.compile(r"[-+]?\d{1,3}(,\d{3})*(\.\d+)?")


class Desk:
    """Shared by all screens of one window."""

    def __init__(self, backend: Backend) -> None:
        self.backend = backend
        self.settings: Settings = backend.load_settings()
        self.presenting = False  # on a projector, by show of hands
        self.sound = Sound(lambda: self.settings)
        self.run: Run | None = None
        self.bulletin = Rect(0, 0, 0, 0)  # what a card over the screen took in the frame before
        self.device: Callable[[], Device] = lambda: "keys"  # the app tells which was used last

    def t(self, key: str, **slots: str | int) -> str:
        """The words of a screen, by id; figures in its slots ("1,234.5") come to stand as the language writes them."""
        words = self.backend.words.text(f"ui.{key}", **{name: self._written(value) for name, value in slots.items()})
        return words if key.endswith("_pad") else self.keys.shown(words)

    def _written(self, value: str | int) -> str | int:
        if not isinstance(value, str) or not _FIGURE.fullmatch(value):
            return value
        signs = self.backend.words
        return value.translate({ord(","): signs.text("language.thousands"), ord("."): signs.text("language.point")})

    @property
    def keys(self) -> Keys:
        """The keys in force."""
        return keys(self.settings.keys)

    def cap(self, default: str) -> str:
        """What to press for what comes on the key `default` ("L"): the key it is on now, or the button of a pad."""
        return PAD_CAPS.get(default, default) if self.device() == "pad" else self.keys.cap(default)

    def hints(self, key: str) -> str:
        """What to press, by the id of the words for keys; a pad has words of its own."""
        return self.t(f"{key}_pad" if self.device() == "pad" else key)

    def change(self, **values: object) -> None:
        """Change settings and remember them."""
        self.settings = replace(self.settings, **values)  # type: ignore[arg-type]  # names come from Settings' fields
        self.backend.save_settings(self.settings)
        if "language" in values:
            self.backend.speak(self.settings.language)

    def ready(self, run: Run) -> Run:
        """Make it the run of this window, with the settings in force."""
        if run is not self.run:
            self.release()
        self.run = run
        run.live = self.settings.live
        run.pace = self.settings.pace or run.scenario.evening.pace
        return run

    def release(self) -> None:
        """Close the run of this window; it stays in its journal."""
        if self.run is not None:
            self.run.close()
        self.run = None
