"""What is heard: the murmur of the room, voices and signals, each at its own volume; silence without a device."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.session.views import Line, RoomView
from game.stage.compat import quiet
from game.stage.settings import Settings
from game.stage.sound import signals, synth, voices
from game.stage.sound.hearing import loudness

LOOP_S = 6.0
MURMUR = 0.55  # of full, at the loudest
EASE = 0.08  # share of the way to the loudness of the moment that a frame goes: no jumps
SOON_S = 60.0  # before the end
BUFFER = 512  # samples: about 23 ms from a key to its sound


class Sound:
    """Until `open` has found a device every call does nothing."""

    def __init__(self, settings: Callable[[], Settings]) -> None:
        self.settings = settings
        self.on = False
        self._signals: dict[str, pygame.mixer.Sound] = {}
        self._murmur: pygame.mixer.Channel | None = None
        self._ears = (0.0, 0.0)
        self._last = (-1, -1)  # tick and speaker of the line whose voice was heard
        self._noticed, self._soon = "", False

    def open(self) -> None:
        """Find a device; without one all stays silent."""
        self.on = quiet(lambda: pygame.mixer.init(synth.RATE, -16, 2, BUFFER)) and bool(pygame.mixer.get_init())

    def close(self) -> None:
        """Let go of the device."""
        if self.on:
            quiet(pygame.mixer.quit)
        self.on, self._murmur = False, None
        self._signals.clear()

    def signal(self, name: str) -> None:
        """Play a signal."""
        self._play(lambda: self._signals.setdefault(name, _sound(signals.signal(name))), self.settings().signals)

    def room(self, view: RoomView, key_of: Callable[[int], str]) -> None:
        """Follow a view of the room; `key_of` tells whose voice an attendee has."""
        if not self.on:
            return
        self._hum(loudness(view))
        own = [line for line in view.lines if line.mine and not line.fading and not line.narration]
        if own and (own[-1].tick, own[-1].speaker) != self._last:
            self._last = own[-1].tick, own[-1].speaker
            self._speak(own[-1], key_of(own[-1].speaker))
        if view.noticed != self._noticed:
            self._noticed = view.noticed
            if view.noticed in signals.NAMES:
                self.signal(view.noticed)
        if view.seconds_left < SOON_S and not self._soon:
            self.signal("soon")
        self._soon = view.seconds_left < SOON_S

    def still(self) -> None:
        """The room is out of sight: its murmur dies down."""
        if self.on:
            self._hum((0.0, 0.0))

    def _speak(self, line: Line, key: str) -> None:
        self._play(lambda: _sound(voices.voice(key, line.text)), self.settings().voices)

    def _play(self, make: Callable[[], pygame.mixer.Sound], volume: int) -> None:
        if self.on and volume:
            sound = make()
            sound.set_volume(volume / 100)
            quiet(sound.play)

    def _hum(self, wanted: tuple[float, float]) -> None:
        """Bring the murmur nearer to a loudness at each ear."""
        if self._murmur is None:
            self._murmur = _sound(synth.murmur(LOOP_S, 1)).play(loops=-1)
        left, right = (now + EASE * (then - now) for now, then in zip(self._ears, wanted, strict=True))
        self._ears = left, right
        if self._murmur:
            loud = MURMUR * self.settings().murmur / 100
            self._murmur.set_volume(loud * left, loud * right)


def _sound(wave: synth.Wave) -> pygame.mixer.Sound:
    return pygame.mixer.Sound(buffer=synth.samples(wave).tobytes())
