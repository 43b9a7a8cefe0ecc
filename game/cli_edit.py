"""`edit`: the scenario editor in the browser, with the stage and the lab at hand."""

import signal
import subprocess
import sys
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from game import scenario as scenarios
from game.desk import Desk
from game.session import runs

if TYPE_CHECKING:
    from game.editor.trying import Progress
    from game.scenario.spec import Scenario

MAIN = Path(__file__).resolve().parents[1] / "main.py"


def edit(
    scenario: Annotated[str, typer.Argument(metavar="SCENARIO", help="Its id, or a path.")],
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the page at once.")] = True,
    language: Annotated[
        str, typer.Option(metavar="LANG", help="The page in en or es; that of the settings.", show_default=False)
    ] = "",
) -> None:
    """Edit a scenario in the browser: forms and file side by side, on this machine alone."""
    from game.editor.editing import Editor
    from game.editor.trying import Tools

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    words = Desk(language=language).talk
    opened = Editor(scenarios.find(scenario), runs.home(), words, Tools(preview=_on_stage, lab=_in_the_lab))
    try:
        print(words.text("editor.opened", file=str(opened.document.disk.path), url=opened.url))
        print(words.text("editor.stop"), flush=True)
        if browser:
            webbrowser.open(opened.url)
        opened.run()
    except KeyboardInterrupt:
        pass
    finally:
        opened.close()


def _on_stage(path: Path, minute: float, tell: Callable[[str], None]) -> None:
    """Open the stage beside the page; it reads the file anew whenever it is saved."""
    at = ["--at", f"{minute:g}"] if minute else []
    command = [sys.executable, str(MAIN), "play", str(path), "--watch", *at]
    stage = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)

    def wait() -> None:
        said = stage.communicate()[1].strip().splitlines()
        if stage.returncode and said:
            tell(said[-1])

    threading.Thread(target=wait, daemon=True, name="stage").start()


class _StoppedError(Exception):
    """Nobody wants to know any more."""


def _in_the_lab(scenario: "Scenario", tell: "Progress", stopped: Callable[[], bool]) -> None:
    """Judge what the scenario expects, and tell how far it is; stopped between two pieces of work."""
    from game.lab import judging

    state: dict[str, Any] = {"running": True, "done": 0, "most": judging.MOST, "parts": 0}

    def done() -> None:
        state["parts"] += 1
        tell(state)
        if stopped():
            raise _StoppedError

    tell(state)
    try:
        for judged in judging.verdicts(scenario, done=done):
            told = ("claim", "holds", "certain", "found")
            verdicts = [{name: getattr(one, name) for name in told} for one in judged.verdicts]
            state |= {"done": judged.rooms, "most": judged.most, "verdicts": verdicts}
    except _StoppedError:
        state["stopped"] = True
    tell({"verdicts": [], **state, "running": False})
