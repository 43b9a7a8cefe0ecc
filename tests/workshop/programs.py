"""A workshop as a program of its own, as somebody starts it; it can be killed."""

import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from tests.architecture.tree import ROOT

HOST = (str(ROOT / "main.py"), "host")


def found(pattern: str, text: str) -> str:
    """What a pattern's group matches."""
    match = re.search(pattern, text)
    assert match is not None, text
    return match[1]


class Program:
    """`main.py host …`; `port`, `code` and `pin` are what it says of itself."""

    def __init__(
        self,
        scenario: str,
        *options: str,
        port: int = 0,
        program: Sequence[str] = HOST,
        window: bool = False,
    ) -> None:
        command = [sys.executable, *program, scenario, "--port", str(port), *options]
        command += [] if window else ["--no-window"]
        self._errors: IO[str] = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - closed with the program
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=self._errors, encoding="utf-8", stdin=subprocess.DEVNULL
        )
        said = self._until_open()
        self.port = int(found(r"http://localhost:(\d+)/console", said))
        self.code = found(r"code ([A-Z2-9]{4})\b", said)
        self.pin = found(r"PIN (\d{6})\b", said)
        self.file = Path(found(r"(\S+\.workshop)\b", said))

    def _until_open(self) -> str:
        """All it says until it is open; it says last how to stop it."""
        assert self.process.stdout is not None
        said = ""
        for line in self.process.stdout:
            said += line
            if "Ctrl" in line:
                return said
        raise AssertionError(f"it never opened: {said}{self.errors()}")

    def errors(self) -> str:
        """What it said that went wrong."""
        self._errors.seek(0)
        return self._errors.read()

    def kill(self) -> None:
        """No goodbye."""
        self.process.kill()
        self._end()

    def stop(self) -> None:
        """As Ctrl-C does."""
        if self.process.poll() is None:
            self.process.send_signal(2)
        self._end()

    def _end(self) -> None:
        self.process.wait(timeout=20)
        if self.process.stdout is not None:
            self.process.stdout.close()

    def close(self) -> None:
        """Whatever has become of it."""
        self.stop()
        self._errors.close()
