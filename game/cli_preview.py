"""Trying out a scenario while it is being written: one encounter of two of its people, told as text."""

from rich.console import Console

from game import scenario as scenarios
from game.errors import GameError
from game.session import encounter
from game.talk.words import Words

EXAMPLE = '"Dana Ruiz, Brad Pike"'


def tell_encounter(path_or_id: str, two: str, topic: str, tie: str, seed: int | None) -> None:
    """Print what two people say to each other, and what they make of it. `two`: their names, a comma between."""
    names = [name.strip() for name in two.split(",")]
    if len(names) != 2 or not all(names):
        raise GameError("--encounter", f"two names with a comma between them, such as {EXAMPLE}", f'"{two}"')
    tried = encounter.play(
        scenarios.load(path_or_id), *names, words=Words(), topic=topic, tie=tie, seed=1 if seed is None else seed
    )
    console = Console(highlight=False, markup=False, soft_wrap=True)
    for line in tried.lines:
        minutes, seconds = divmod(round(line.at_s), 60)
        console.print(f"{minutes}:{seconds:02d}  {line.speaker}: {line.text}")
    for feeling in tried.feelings:
        console.print(f"\n{feeling.name} about {feeling.about}: liking {feeling.before:+.2f} → {feeling.after:+.2f}")
        for reason in feeling.reasons:
            console.print(f"  {reason.weight:+.2f}  {reason.sentence}")
