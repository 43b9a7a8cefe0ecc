"""Sentences handed to the machine's speech program, if it has one; the game never waits for it.

A program that dies, hangs or is missing costs the sentence and nothing else.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
import tempfile
import time
from collections import deque
from functools import lru_cache
from typing import NamedTuple

WAITING = 6  # sentences that may wait; of more than these the oldest are dropped
LONGEST_S, LETTER_S = 10.0, 0.25  # a program that takes longer, and so much longer a letter, hangs
WINDOWS = (
    "Add-Type -AssemblyName System.Speech;"
    "[Console]::InputEncoding = [Text.Encoding]::UTF8;"
    "(New-Object System.Speech.Synthesis.SpeechSynthesizer).Speak([Console]::In.ReadToEnd())"
)


class Program(NamedTuple):
    """A speech program: how it is called, and whether it reads the sentence from its input."""

    call: tuple[str, ...]
    reads: bool = True
    only: str = ""  # the platform on which this name means it
    stop: tuple[str, ...] = ()  # how to silence it where ending the process does not


PROGRAMS = (
    Program(("say", "-f", "-"), only="darwin"),
    Program(("powershell", "-NoProfile", "-NonInteractive", "-Command", WINDOWS), only="win32"),
    Program(("spd-say", "--stop", "--wait", "--"), reads=False, stop=("spd-say", "--stop")),
    Program(("espeak-ng", "--stdin")),
    Program(("espeak", "--stdin")),
)


@lru_cache(maxsize=1)
def found() -> Program | None:
    """The first speech program this machine has."""
    here = [program for program in PROGRAMS if program.only in ("", sys.platform)]
    return next((program for program in here if shutil.which(program.call[0])), None)


class Speaker:
    """Says one sentence at a time."""

    def __init__(self, program: Program | None) -> None:
        self.program = program
        self._waiting: deque[str] = deque()
        self._focus = ""  # the sentence for the focus that has still to be said
        self._on_focus = False  # …or is being said
        self._process: subprocess.Popen[bytes] | None = None
        self._ended: list[subprocess.Popen[bytes]] = []  # told to end, not yet seen to
        self._until = 0.0  # when it is given up

    def point(self, sentence: str) -> None:
        """Say what has the focus, in the place of what had it before and ahead of what waits."""
        self._focus = sentence
        if self._on_focus:
            self._stop()

    def tell(self, sentence: str) -> None:
        """Say it when its turn comes."""
        self._waiting.append(sentence)
        while len(self._waiting) > WAITING:
            self._waiting.popleft()

    def hush(self) -> None:
        """Say no more."""
        self._waiting.clear()
        self._focus = ""
        speaking = self._process is not None
        self._stop()
        if speaking and self.program and self.program.stop:
            silence = _start(list(self.program.stop))
            self._ended += [silence] if silence else []

    def update(self) -> None:
        """Begin the next sentence when the last is over; call once a frame."""
        self._ended = [process for process in self._ended if process.poll() is None]
        if self._process is not None:
            if self._process.poll() is None and time.monotonic() < self._until:
                return
            self._stop()
        self._on_focus = bool(self._focus)
        sentence = self._focus or (self._waiting.popleft() if self._waiting else "")
        self._focus = ""
        if sentence:
            self._process = self._begin(sentence)
            self._until = time.monotonic() + LONGEST_S + LETTER_S * len(sentence)

    def _begin(self, sentence: str) -> subprocess.Popen[bytes] | None:
        if self.program is None:
            return None
        call = list(self.program.call) if self.program.reads else [*self.program.call, sentence]
        process = _start(call, sentence if self.program.reads else "")
        if process is None:
            self.program = None  # it was there and cannot be started: silence, not a try in each frame
        return process

    def _stop(self) -> None:
        process, self._process, self._on_focus = self._process, None, False
        if process is None or process.poll() is not None:
            return
        with contextlib.suppress(OSError):
            process.kill()
        self._ended.append(process)


def _start(call: list[str], text: str = "") -> subprocess.Popen[bytes] | None:
    """Start a program that shows nothing and reads `text`; None when it cannot be started.

    It reads from a file: writing into a pipe would wait for it.
    """
    flags: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows only
    nothing = subprocess.DEVNULL
    try:
        with tempfile.TemporaryFile() as file:
            file.write(text.encode())
            file.seek(0)
            return subprocess.Popen(call, stdin=file, stdout=nothing, stderr=nothing, creationflags=flags)
    except (OSError, ValueError):
        return None
