"""What can be tried out while writing: an encounter on the spot, the stage beside the page, the lab behind it."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.editor.document import Document
from game.errors import GameError
from game.scenario.spec import Scenario
from game.session import encounter
from game.talk.words import Words

Progress = Callable[[dict[str, Any]], None]


@dataclass(frozen=True)
class Tools:
    """What the editor reaches of the stage and the lab; the command line hands them in."""

    preview: Callable[[Path, float, Callable[[str], None]], None]  # the file, from that minute; tells why it cannot
    lab: Callable[[Scenario, Progress, Callable[[], bool]], None]  # tells how far it is; asks whether to stop


class Bench:
    """Trials of one document. `tell` passes on what comes in later."""

    def __init__(self, document: Document, words: Words, tools: Tools, tell: Callable[[dict[str, Any]], None]) -> None:
        self._document, self._words, self._tools, self._tell = document, words, tools, tell
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    def description(self) -> dict[str, Any]:
        """What a page can choose from."""
        return {"ties": [encounter.AS_WRITTEN, *encounter.TIES]}

    def _scenario(self) -> Scenario:
        """The scenario as it is written now; raises GameError while it does not load."""
        return self._document.examined.sound()

    def encounter(self, asked: dict[str, Any]) -> encounter.Encounter:
        """Let two of the people talk."""
        one, two, topic, tie = (str(asked.get(name, "")) for name in ("one", "two", "topic", "tie"))
        seed = asked.get("seed")
        seed = seed if type(seed) is int and 0 <= seed < 1 << 31 else 1
        return encounter.play(self._scenario(), one, two, words=self._words, topic=topic, tie=tie, seed=seed)

    def begin(self, what: str, asked: dict[str, Any]) -> None:
        """Open the stage, run the lab, or stop it."""
        if what == "preview":
            minute = asked.get("minute", 0)
            minute = float(minute) if isinstance(minute, int | float) and 0 <= minute <= 240 else 0.0
            self._tools.preview(self._document.disk.path, minute, lambda why: self._tell({"t": "trouble", "text": why}))
        elif what == "lab":
            if self._thread is not None and self._thread.is_alive():
                raise GameError("lab", "one run at a time", "one that is still going")
            scenario = self._scenario()
            self._stopped.clear()
            self._thread = threading.Thread(target=self._lab, args=(scenario,), daemon=True, name="lab")
            self._thread.start()
        else:
            self._stopped.set()

    def _lab(self, scenario: Scenario) -> None:
        try:
            self._tools.lab(scenario, lambda told: self._tell({"t": "lab", **told}), self._stopped.is_set)
        except GameError as trouble:
            self._tell({"t": "lab", "trouble": str(trouble)})

    def stop(self) -> None:
        """End what is still running."""
        self._stopped.set()
