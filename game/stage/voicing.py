"""What is said aloud: of a screen from the page down to what has the focus, only what has changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from game.stage.screen import Screen
from game.stage.widgets.base import Spoken, Widget, cells, joined
from game.stage.widgets.ring import Ring

Words = Callable[..., str]


class Voice(Protocol):
    """Who says it."""

    def point(self, sentence: str) -> None: ...

    def tell(self, sentence: str) -> None: ...

    def hush(self) -> None: ...

    def update(self) -> None: ...


class Narrator:
    """Follows the screen on top and says what is new."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self._forget()

    def _forget(self) -> None:
        self._heard: tuple[str, ...] = ()
        self._told: frozenset[str] = frozenset()
        self._last = ""

    def follow(self, screen: Screen, aloud: bool) -> None:
        """Call once a frame; nothing is said unless `aloud`."""
        if not aloud:
            if self._heard:
                self.voice.hush()
                self._forget()
            return
        self._point(screen.heard())
        told = screen.overheard()
        for sentence in told:
            if sentence not in self._told:
                self.voice.tell(sentence)
        if not screen.overlay:  # what was said stays said while a sheet lies over the room
            self._told = frozenset(told)
        self.voice.update()

    def _point(self, heard: tuple[str, ...]) -> None:
        """Say the levels from the first that differs on."""
        same = 0
        while same < min(len(heard), len(self._heard)) and heard[same] == self._heard[same]:
            same += 1
        sentence = joined(heard[same:])
        self._heard = heard
        if sentence and sentence != self._last:
            self._last = sentence
            self.voice.point(sentence)


def sentence(t: Words, spoken: Spoken, number: int, total: int) -> str:
    """One widget: name, what it stands at, whether it is ticked, and which of how many it is."""
    ticked = "" if spoken.ticked is None else t("voice.ticked" if spoken.ticked else "voice.not_ticked")
    return joined([_named(spoken, ticked), spoken.more, t("voice.place", n=number, total=total) if total > 1 else ""])


def _named(spoken: Spoken, ticked: str = "") -> str:
    return ", ".join(part for part in (spoken.name, spoken.value, ticked) if part)


def focused(t: Words, ring: Ring) -> str:
    """The widget that has the focus, "" when none has."""
    focus = ring.focus
    return sentence(t, focus.spoken(), ring.stops.index(focus) + 1, len(ring.stops)) if focus else ""


def above(body: Sequence[Widget], ring: Ring, most: int | None) -> str:
    """What stands over the focus since the row of stops before it, the last `most` pieces of it."""
    texts: list[str] = []
    for row in body:
        here = cells([row])
        if ring.focus in here:
            break
        if any(cell.stop for cell in here):
            texts.clear()
        else:
            texts += [_named(cell.spoken()) for cell in here]
    return joined(texts[-most:] if most else texts)
