"""`--language`: a scenario that has no words in the language asked for is told in its own, and that is said."""

import sys
from typing import Annotated

import typer

from game import scenario as scenarios
from game.desk import Desk
from game.lab import rows
from game.scenario.spec import Scenario
from game.session.record import Record
from game.talk import languages

Language = Annotated[
    str, typer.Option("--language", metavar="LANG", help="What it speaks, such as en; else as in Settings.")
]


def desk_for(name: str, language: str, seed: int | None = None, log: Record | None = None) -> Desk:
    """A desk that speaks a language, to play a scenario or a row of the lab at."""
    desk = Desk(seed, log, language)
    if language:
        say_if_not_told_in(desk, rows.find(name).scenario if rows.is_row(name) else scenarios.load(name))
    return desk


def say_if_not_told_in(desk: Desk, scenario: Scenario) -> None:
    """Print a line where the scenario has no words in the language of the desk."""
    if desk.talk.language in scenario.languages:
        return
    names = languages.own_names()
    own = [names.get(code, code) for code in scenario.languages]
    slots = {"title": scenario.title, "languages": ", ".join(own), "told": own[0]}
    print(desk.talk.text("ui.warning.language", language=names[desk.talk.language], **slots), file=sys.stderr)
