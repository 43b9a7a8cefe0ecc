"""How fast the weeks go without a window: python -m tests.bench.weeks [slider]

Thirty days around one player, what the style decides included, from the first midnight to the last. What is counted is
processor time; rounds are interleaved and medians and best ones shown, because the core's own speed drifts. Asked for:
30,000 followers in half a second. Then the share of it that each step takes. With `slider`, by the clock and in two
processes, what the follower slider runs: the whole range, then once more with a rule switched off.
"""

import sys
import time
from statistics import median

from rich.console import Console
from rich.table import Table

from game import scenario as scenarios
from game.lab.slider import SEEDS, Slider
from game.lab.weeks import play_weeks
from game.model.cast import crowd
from game.model.feed import arrival, bonds, exchange, following, nuisance, opening, weeks
from game.model.feed.opening import Start
from game.session.sandbox import Setup, needed
from game.styles import weeks as deciding
from tests.bench.steps import Steps, shares

ROUNDS = 7
GUESTS = 20
FRAME_S = 1 / 60
LONE = tuple((style, 30_000, 1) for style in ("listener", "ordinary", "engager", "promoter"))
RUNS = (*LONE, ("listener", 30, 1), ("listener", 300_000, 1), ("listener", 300, 95), ("listener", 30_000, 13))
STEPS: Steps = (
    ("1 the day", ((nuisance, "bother"),)),
    ("2 fading", ((bonds, "fade"),)),
    ("3 turning away", ((following, "turn_away"),)),
    ("4 business", ((bonds, "lose"), (bonds, "deal"), (bonds, "look_up"))),
    ("5 referrals", ((bonds, "refer"),)),
    ("6 word", ((bonds, "spread_word"),)),
    ("7 deeds", ((weeks, "obey"),)),
    ("8 arriving", ((arrival, "arrive"),)),
    ("9 hanging", ((exchange, "left_hanging"),)),
    ("styles decide", ((deciding, "decide"),)),
)


def run_s(style: str, followers: int, rooms: int) -> float:
    """Processor seconds of all the weeks of a batch whose guests are strangers at first."""
    net = opening.begin(crowd(GUESTS), range(1, rooms + 1), Start(followers=followers))
    began = time.process_time()
    play_weeks(net, style)
    return time.process_time() - began


def slider_s(setup: Setup) -> tuple[float, float, float]:
    """Seconds by the clock until a first point is there, a point everywhere, and everything."""
    slider = Slider(scenarios.load("chamber_mixer"), SEEDS, processes=2)
    began, times, everywhere = time.perf_counter(), [], len(needed(setup))
    try:
        slider.ask(setup)
        found = slider.found()
        while not found.over:
            time.sleep(FRAME_S)
            found = slider.found()
            now = time.perf_counter() - began
            times += [now] * ((len(found.points) > 0) + (len(found.points) == everywhere) + found.over - len(times))
    finally:
        slider.stop()
    first, all_steps, whole = times
    return first, all_steps, whole


def print_weeks(console: Console) -> None:
    """Two tables: the runs, and the steps of those of one room."""
    took: dict[tuple[str, int, int], list[float]] = {run: [] for run in RUNS}
    for _ in range(ROUNDS):
        for run, rounds in took.items():
            rounds.append(run_s(*run))
    whole = Table("style", "followers", "rooms", "s, median", "s, best", "ms a room")
    for (style, followers, rooms), rounds in took.items():
        seconds = median(rounds)
        whole.add_row(
            style, f"{followers:,}", str(rooms), f"{seconds:.2f}", f"{min(rounds):.2f}", f"{1e3 * seconds / rooms:.0f}"
        )
    by_step = {run[0]: shares(STEPS, lambda run=run: run_s(*run)) for run in LONE}
    steps = Table("share with 30,000", *by_step)
    for step in next(iter(by_step.values())):
        steps.add_row(step, *(f"{100 * share[step]:.0f} %" for share in by_step.values()))
    console.print(whole)
    console.print(steps)


def print_slider(console: Console) -> None:
    """A table of what the slider takes."""
    table = Table("200 seeds, s by the clock", "a first point", "all steps", "everything")
    for off in (frozenset[str](), frozenset({"selling"})):
        times = (f"{seconds:.1f}" for seconds in slider_s(Setup(off=off)))
        table.add_row(", ".join(off) + " off" if off else "all rules", *times)
    console.print(table)


def main() -> None:
    """Measure what is asked for, and print it."""
    console = Console(width=110)
    if "slider" in sys.argv[1:]:
        print_slider(console)
    else:
        print_weeks(console)


if __name__ == "__main__":
    main()
