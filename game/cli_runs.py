"""Letting a style play: a run of a scenario, or a row of the lab once more."""

from collections.abc import Mapping
from contextlib import ExitStack
from functools import partial

import typer
from rich.console import Console
from rich.progress import Progress

from game.cli_lab import NO
from game.desk import Desk
from game.errors import GameError
from game.lab import rows
from game.session.session import Session


def run_through(session: Session, *, weeks: bool = False) -> None:
    """Let a style play to the end; `weeks`: not to that of the evening alone."""
    _through_the_evening(session)
    if weeks:
        session.go_on()
    if session.on_the_network:
        session.auto(session.style, session.scenario.weeks.days)


def _through_the_evening(session: Session) -> None:
    if session.phase != "evening":
        return
    with Progress(console=Console(stderr=True), transient=True) as progress:
        end = session.evening.world.end
        task = progress.add_task("The evening", total=end, completed=session.evening.tick)
        while session.phase == "evening":
            session.tick()
            if session.evening.tick % 60 == 0:
                progress.update(task, completed=session.evening.tick)


def begun(desk: Desk, name: str, style: str, closing: ExitStack) -> Session:
    """A new run of a scenario, to be played by a style; or of a row of the lab, a row of weeks on its first morning."""
    if not rows.is_row(name):
        session = desk.let_play(name, style)
        closing.callback(session.close)
        return session
    row = rows.find(name)
    session = desk.observe(rows.begin(row, desk.talk))
    closing.callback(session.close)
    if row.weeks:
        _through_the_evening(session)
        session.go_on()
    return session


def alone(row: str, others: Mapping[str, object]) -> None:
    """Raise GameError where one of the options given cannot be beside a row, which has its own style and seed."""
    for name, given in others.items():
        if given:
            raise GameError(name, "a scenario beside it", f"a row of the lab, {row}")


def replay_row(name: str) -> None:
    """`replay DIR/weeks.csv:ROOM`: play that row again, compare the digest, say how to watch it."""
    row = rows.find(name)
    digest = rows.replay(row, partial(run_through, weeks=row.weeks))
    same = digest == row.digest
    print(f"{digest}, as it was" if same else f"{digest}, and it was {row.digest}")
    print(f"To see it: {rows.command('play', name)}")
    if not same:
        raise typer.Exit(NO)
