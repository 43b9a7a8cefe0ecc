"""An evening played by hand, from who you are to the debrief, in a window on a real X server."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from game.model.commands import Do
from game.session.journal import Journal
from tests.session.hands import write_scenario
from tests.stage.real_window import RealWindow, needs_a_display


def commanded(do: int) -> Callable[[Journal], bool]:
    return lambda journal: any(command.do == do for command in journal.commands())


def reached(phase: str) -> Callable[[Journal], bool]:
    return lambda journal: any(change.phase == phase for change in journal.phases())


def test_an_evening_is_played_by_keys_and_mouse_in_a_real_window(tmp_path: Path, home: Path) -> None:
    needs_a_display()
    with RealWindow(home, "play", write_scenario(tmp_path)) as window:
        key = {name: partial(window.key, name) for name in ("Return", "Tab", "1", "l", "p", "5", "2")}
        window.until(reached("evening"), key["Return"])
        window.until(commanded(Do.WALK), lambda: window.click(640, 480))
        window.until(commanded(Do.APPROACH), key["Tab"], key["Return"])
        window.until(commanded(Do.SAY), key["1"], key["Tab"], key["Return"])
        window.until(commanded(Do.LISTEN), key["l"])
        window.until(reached("decisions"), key["p"], key["5"], key["2"])
        window.until(reached("debrief"), key["Return"], key["2"])  # done, and the weeks another time
        window.until(lambda journal: bool(journal.meta().get("digest")), lambda: None)


def test_a_show_of_hands_is_run_by_keys_alone_in_a_real_window_of_a_projector(tmp_path: Path, home: Path) -> None:
    needs_a_display()
    with RealWindow(home, "play", write_scenario(tmp_path), "--present", size="1024x768") as window:
        key = {name: partial(window.key, name) for name in ("Return", "space", "Down", "a", "b", "p", "5", "2")}
        window.until(reached("evening"), key["Return"], key["a"])
        # somebody may walk up before anybody is walked up to: then the first vote is on what to say
        window.until(commanded(Do.SAY), key["a"], key["Down"], key["Return"], key["b"])
        # stop and talk, as often as it takes; a room that stands still hears no other key
        window.until(reached("decisions"), key["p"], key["5"], key["2"], key["space"])
        window.until(reached("debrief"), key["b"], key["Return"])
        window.until(lambda journal: bool(journal.meta().get("digest")), key["Return"])
