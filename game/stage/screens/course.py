"""From one phase of a run to the screen that shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.errors import GameError
from game.stage.backend import PlayerProfile, Run, Weeks
from game.stage.desk import Desk
from game.stage.screen import Move, Push, Reset, Screen

if TYPE_CHECKING:
    from game.scenario.spec import Scenario


def screen_of(desk: Desk, run: Run) -> Screen:
    """The screen for where the run stands."""
    if desk.presenting:
        return _on_the_projector(desk, run)
    if run.phase == "debrief":
        from game.stage.screens.debrief import DebriefPages

        return DebriefPages(desk, run)
    if run.phase == "decisions":
        from game.stage.screens.notebook import Decisions

        return Decisions(desk, run)
    if isinstance(run, Weeks) and run.phase in ("follow-up", "weeks"):
        from game.stage.screens.feed.home import Home

        return Home(desk, run)
    from game.stage.screens.room import Room

    return Room(desk, run)


def _on_the_projector(desk: Desk, run: Run) -> Screen:
    from game.stage.screens.present.decide import Decide
    from game.stage.screens.present.reveal import Reveal
    from game.stage.screens.present.room import PresentRoom

    if run.phase == "debrief":
        return Reveal(desk, run)
    if isinstance(run, Weeks) and run.phase in ("follow-up", "weeks"):
        from game.stage.screens.present.after import FollowUp, WeekByWeek

        evening_before = run.phase == "follow-up" and not run.scenario.weeks.only
        return FollowUp(desk, run) if evening_before else WeekByWeek(desk, run)
    return Decide(desk, run) if run.phase == "decisions" else PresentRoom(desk, run)


def begin(desk: Desk, scenario: Scenario, profile: PlayerProfile, seed: int | None = None) -> Move:
    """Start an evening."""
    return entered(desk, lambda: desk.backend.start(scenario.id, profile, seed))


def to_title(desk: Desk) -> Move:
    """Leave the run, which is kept, for the title."""
    from game.stage.screens.title import Title

    desk.release()
    return Reset(Title(desk))


def entered(desk: Desk, opened: Callable[[], Run]) -> Move:
    """Go to where a run stands, or say why it cannot be opened."""
    try:
        run = desk.ready(opened())
    except GameError as error:
        from game.stage.screens.trouble import Trouble

        return Push(Trouble(desk, str(error)))
    return Reset(screen_of(desk, run))
