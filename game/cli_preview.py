"""Trying out a scenario while it is written: one encounter of two of its people, or an evening that follows it."""

from rich.console import Console
from rich.progress import Progress

from game import scenario as scenarios
from game.errors import GameError
from game.scenario.spec import Scenario
from game.scenario.told import told_in
from game.session import encounter, opening
from game.session.clock import TICKS_PER_MINUTE
from game.session.preview import Preview, Watched
from game.talk.words import Words

EXAMPLE = '"Dana Ruiz, Brad Pike"'


def tell_encounter(words: Words, path_or_id: str, two: str, topic: str, tie: str, seed: int | None) -> None:
    """Print what two people say to each other, and what they make of it. `two`: their names, a comma between."""
    names = [name.strip() for name in two.split(",")]
    if len(names) != 2 or not all(names):
        raise GameError("--encounter", f"two names with a comma between them, such as {EXAMPLE}", f'"{two}"')
    scenario = told_in(scenarios.load(path_or_id), words.language)
    tried = encounter.play(scenario, *names, words=words, topic=topic, tie=tie, seed=1 if seed is None else seed)
    console = Console(highlight=False, markup=False, soft_wrap=True)
    for line in tried.lines:
        minutes, seconds = divmod(round(line.at_s), 60)
        console.print(f"{minutes}:{seconds:02d}  {line.speaker}: {line.text}")
    for feeling in tried.feelings:
        console.print(f"\n{feeling.name} about {feeling.about}: liking {feeling.before:+.2f} → {feeling.after:+.2f}")
        for reason in feeling.reasons:
            console.print(f"  {reason.weight:+.2f}  {reason.sentence}")


def opened(watched: Watched, seed: int | None, style: str, minute: float) -> Scenario | Preview:
    """What to open the window with: the scenario that is watched, or a run of it where a style is to play or a
    minute of the evening is given: gone on to that minute, and then played by the style or by hand ("").

    Raises GameError for a minute it has not got.
    """
    scenario = watched.scenario
    if not style and not minute:
        return scenario
    if minute and scenario.weeks.only:
        raise GameError("--at", "a scenario with an evening", f'"{scenario.id}", which has none')
    if minute >= scenario.evening.minutes:
        raise GameError("--at", f"a minute before the end of the evening, {scenario.evening.minutes}", f"{minute:g}")
    run = watched.start(seed=seed, style=style or opening.HUMAN)
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("The evening", total=round(minute * TICKS_PER_MINUTE))
        for tick in run.warp(minute):
            progress.update(task, completed=tick)
    return run
