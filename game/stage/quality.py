"""How fine the picture is, by how long frames take: a ladder that is stepped down soon and up late.

Fed with the seconds of work in each frame (update, drawing and flip; idle time does not count).
"""

from __future__ import annotations

from collections import deque
from typing import Literal, NamedTuple

Picture = Literal["auto", "full", "light"]
PICTURES: tuple[Picture, ...] = ("auto", "full", "light")


class Rung(NamedTuple):
    """One way to show the game."""

    large: bool  # drawn as large as the window, else as large as a 1280×720 one and scaled up
    frames: int  # a second


FULL, SMALL, LIGHT = Rung(True, 60), Rung(False, 60), Rung(False, 30)
LADDER = (FULL, SMALL, LIGHT)
JUDGED_S = 2.0  # seconds of frames looked at
FEWEST = 10  # frames below which nothing is judged
SHARE = 0.95  # of the frames have to be in time
SLACK = 1.25  # a flip that waits for the screen takes all of a frame and a little more
CALM_S = 30.0  # seconds in time before the next better rung is tried


class Quality:
    """Chooses the rung. Each is tried again once only, so the picture never goes to and fro."""

    def __init__(self) -> None:
        self.wanted: Picture = "auto"
        self._begin()

    def _begin(self) -> None:
        self._at, self._best = 0, 0  # where it stands, and the best rung that may still be tried
        self._climbed = False
        self._look_anew()

    def _look_anew(self) -> None:
        self._frames: deque[float] = deque()
        self._shown_s = self._calm_s = 0.0

    @property
    def rung(self) -> Rung:
        """How to show the next frame."""
        return {"full": FULL, "light": LIGHT}.get(self.wanted, LADDER[self._at])

    def ask(self, wanted: Picture) -> None:
        """Take what the settings say; a change starts the ladder anew."""
        if wanted != self.wanted:
            self.wanted = wanted
            self._begin()

    def resized(self) -> None:
        """What was too slow in another size may be fast enough in this one."""
        self._begin()

    def feed(self, seconds: float) -> None:
        """Count a frame that took so many seconds of work."""
        if self.wanted != "auto":
            return
        shown = max(seconds, 1 / self.rung.frames)
        self._frames.append(seconds)
        self._shown_s += shown
        if self._shown_s < JUDGED_S or len(self._frames) < FEWEST:
            return
        late = self._percentile() > SLACK / self.rung.frames
        self._calm_s = 0.0 if late else self._calm_s + shown
        if late and self._at < len(LADDER) - 1:
            self._down()
        elif self._calm_s >= CALM_S and self._at > self._best:
            self._at, self._climbed = self._at - 1, True
            self._look_anew()
        else:
            self._shown_s -= max(self._frames.popleft(), 1 / self.rung.frames)

    def _percentile(self) -> float:
        frames = sorted(self._frames)
        return frames[min(len(frames) - 1, int(SHARE * len(frames)))]

    def _down(self) -> None:
        self._at += 1
        if self._climbed:
            self._best = self._at
        self._look_anew()
