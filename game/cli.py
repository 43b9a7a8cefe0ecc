"""The command line: one command for each way of using the game, and the wiring of its parts.

Exit codes: 0 done, 1 the answer is no, 2 wrong use. Whatever goes wrong, the user reads a line, no traceback.
"""

import os
import re
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn
from typer.exceptions import TyperException

from game import whole
from game.cli_edit import edit
from game.cli_host import host, known_display
from game.cli_lab import NO, known_style, lab
from game.cli_language import Language, desk_for
from game.cli_preview import opened, tell_encounter
from game.cli_report import list_runs, report
from game.cli_runs import alone, begun, replay_row, run_through
from game.cli_scenario import check, new, schema
from game.desk import FIRST_SCENARIO, Desk
from game.errors import GameError
from game.lab.rows import is_row
from game.session import clock, lookback, runs, start
from game.session.encounter import TIES
from game.session.record import Record
from game.session.session import Session
from game.styles import online
from game.talk.words import Words

if TYPE_CHECKING:
    from game.scenario.spec import Scenario

WRONG_USE, QUIT = 2, 130

app = typer.Typer(
    name="main.py",
    help="Work the Room: a networking evening you can walk into. Without a command the game opens.",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

ScenarioName = Annotated[
    str, typer.Argument(metavar="SCENARIO", help="The id of a shipped one, or a path; or a row, DIR/weeks.csv:12.")
]
RunName = Annotated[str, typer.Argument(metavar="RUN", help='As `runs` lists it, its beginning, or "last".')]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    try:
        code = app(args=arguments, prog_name="main.py", standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except typer.Abort:
        sys.exit(QUIT)
    except TyperException as wrong:
        _complain(_one_line(wrong))
    except GameError as wrong:
        _complain(str(wrong))
    except KeyboardInterrupt:
        sys.exit(QUIT)
    except BrokenPipeError:  # whoever read our output has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


_EXPECTED = (  # what the parser says of a value, and what it would have taken
    (r"valid integer", "a whole number"),
    (r"greater than or equal to (\S+)", r"a number of \1 or more"),
    (r"less than or equal to (\S+)", r"a number of \1 or less"),
    (r"not one of (.+)", r"one of \1"),
)


def _one_line(wrong: TyperException) -> str:
    """What the parser has to say, with the command it is about; values as expected, got, nearest."""
    context = getattr(wrong, "ctx", None)
    told = " ".join(str(wrong.format_message()).split()).rstrip(".")
    cause: list[dict[str, Any]] = getattr(wrong.__cause__, "errors", list)()
    for pattern, expected in _EXPECTED if cause else ():
        if found := re.search(pattern, told):
            got, allowed = str(cause[0]["input"]), found.expand(expected).replace("'", "")
            near = get_close_matches(got, allowed.removeprefix("one of ").split(", "), 1)
            told = str(GameError(wrong.param.opts[0], allowed, f'"{got}"', *near))  # type: ignore[attr-defined]
            break
    stop = "" if told.endswith("?") else "."
    return f"{told}{stop} See `python3 {context.command_path if context else 'main.py'} --help`."


def _complain(line: str) -> None:
    print(line, file=sys.stderr)
    sys.exit(WRONG_USE)


# -- playing ----------------------------------------------------------------------------------------------


@app.callback(invoke_without_command=True)
def title(context: typer.Context) -> None:
    """Work the Room: a networking evening you can walk into. Without a command the game opens."""
    if context.invoked_subcommand is None:
        _open_window(Desk())


@app.command()
def play(
    scenario: ScenarioName = FIRST_SCENARIO,
    style: Annotated[str, typer.Option(metavar="NAME", help="Let a scripted player play it.")] = "",
    seed: Annotated[int | None, typer.Option(min=0, help="The evening's number; the same one repeats it.")] = None,
    headless: Annotated[bool, typer.Option("--headless", help="No window, as fast as it goes.")] = False,
    report: Annotated[Path | None, typer.Option(metavar="F.json", help="Write the result.")] = None,
    log: Annotated[Path | None, typer.Option(metavar="F.jsonl", help="Write all that happens.")] = None,
    screenshot: Annotated[
        list[str] | None,
        typer.Option(metavar="F.png@SECONDS", help="Picture the stage at that second; with --style."),
    ] = None,
    present: Annotated[bool, typer.Option("--present", help="On a projector, by show of hands.")] = False,
    display: Annotated[int | None, typer.Option(min=0, help="With --present: fill this display, 0 the first.")] = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="Take over what is saved into the file; such a run is not kept.")
    ] = False,
    at: Annotated[float, typer.Option(min=0, metavar="MINUTE", help="With --watch: from that minute on.")] = 0,
    encounter: Annotated[str, typer.Option(metavar="A,B", help="Print how these two get on, and nothing else.")] = "",
    language: Language = "",
    topic: Annotated[str, typer.Option(metavar="ID", help="With --encounter: what A asks about first.")] = "",
    tie: Annotated[str, typer.Option(metavar="TIE", help=f"With --encounter: {', '.join(TIES)}.")] = "",
) -> None:
    """Play one evening, or a row of the lab."""
    if (topic or tie) and not encounter:
        raise GameError("--topic" if topic else "--tie", "--encounter beside it", "none", '--encounter "A, B"')
    if at and not watch:
        raise GameError("--at", "--watch beside it", "none", "--watch")
    row = is_row(scenario)
    if row:
        whose = {"--style": style, "--encounter": encounter, "--seed": seed is not None}
        alone(scenario, whose | {"--present": present, "--watch": watch})
    if encounter:
        tell_encounter(desk_for(scenario, language).talk, scenario, encounter, topic, tie, seed)
        return
    if display is not None and not present:
        raise GameError("--display", "--present beside it", "none", "--present")
    if present and style:
        raise GameError("--present", "no --style: the room decides", f"--style {style}")
    if style:
        known_style(style, styles=online.NAMES)
    elif not row and (headless or screenshot):
        needs = "--headless" if headless else "--screenshot"
        raise GameError(needs, "--style NAME beside it, for somebody has to play", "none", "--style listener")
    if watch:
        others = {"--headless": headless, "--present": present, "--screenshot": screenshot, "--report": report}
        others |= {"--log": log}
        if refused := next((name for name, given in others.items() if given), ""):
            raise GameError("--watch", "a window to play in", f"{refused} beside it")
        desk = desk_for(scenario, language, seed)
        _open_window(desk, opened(desk.watch(scenario), seed, style, at))
        return
    shots = [_shot(text) for text in screenshot or ()]
    if report and (report.is_dir() or not os.access(report.parent, os.W_OK)):
        raise GameError("--report", "a file in a folder that can be written to", f'"{report}"')
    with ExitStack() as closing:
        desk = desk_for(scenario, language, seed, closing.enter_context(Record(log)) if log else None)
        if present:
            _on_projector(desk, desk.opened(scenario), display)
        elif not style and not row:
            _open_window(desk, desk.opened(scenario))
        else:
            session = begun(desk, scenario, style, closing)
            if shots:
                _picture(desk, session, shots)
            elif headless:
                run_through(session)
            else:
                _open_window(desk, session)
        if desk.run and desk.run.phase == "debrief":
            _tell(desk.run, report)


def _shot(text: str) -> tuple[Path, float]:
    path, at, second = text.rpartition("@")
    try:
        if not at or not path.lower().endswith(".png") or not 0 <= float(second) < float("inf"):
            raise ValueError
        return Path(path), float(second)
    except ValueError:
        raise GameError("--screenshot", "F.png@SECONDS", f'"{text}"', "evening.png@90") from None


def _picture(desk: Desk, session: Session, shots: list[tuple[Path, float]]) -> None:
    from game.stage.snap import Camera

    camera = Camera(desk, session)
    for path, second in sorted(shots, key=lambda shot: shot[1]):
        camera.take(path, second)
        print(path)


def _tell(session: Session, report: Path | None) -> None:
    told = session.debrief()
    if report is not None:
        _write(report, lookback.as_json(told.report()) + "\n")
    print(f"{told.title}, seed {told.seed}, {told.style}")
    if told.evening:
        _figures(told.totals, "cards met reached friends business referrals relationships avoided")
        print(told.headline)
    if told.weeks:
        _figures(told.weeks, "followers posts discussions clients lost referrals relationships")
        print(told.weeks.headline)
    print(f"Digest {told.digest}, run {told.run}")


def _figures(of: object, names: str) -> None:
    for name in names.split():
        print(f"{name:>14}  {getattr(of, name)}")


def _write(path: Path, text: str) -> None:
    try:
        whole.write(path, text.encode())
    except OSError as trouble:
        raise GameError(str(path), "a file that can be written", str(trouble.strerror)) from trouble


def _open_window(desk: Desk, opened: "Scenario | Session | None" = None) -> None:
    from game.stage import app as stage

    for line in desk.warnings():
        print(line, file=sys.stderr)
    run = opened if isinstance(opened, Session) else None
    try:
        scenario = None if isinstance(opened, Session) else opened
        stage.play(desk, scenario, run, watching=desk.watched is not None)
    except stage.NoWindowError as trouble:
        line = f"No window can be opened ({trouble}). Without a display: play --style listener --headless"
        _complain(line)


def _on_projector(desk: Desk, scenario: "Scenario", display: int | None) -> None:
    from game.stage import app as stage

    try:
        known_display(display or 0)
        stage.present(desk, scenario, display)
    except stage.NoWindowError as trouble:
        _complain(f"No window can be opened ({trouble}). `play --present` needs a display.")


@app.command()
def sheet(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the pictures go.")],
    size: Annotated[list[str] | None, typer.Option(metavar="WxH", help="Only these, as 1280x720.")] = None,
    text: Annotated[list[int] | None, typer.Option(metavar="PERCENT", help="Only text this size.")] = None,
    contrast: Annotated[Literal["normal", "high", "both"], typer.Option(help="In which colours.")] = "both",
) -> None:
    """Write every screen as a picture."""
    from game.stage import sheet as stage
    from game.stage.settings import TEXT_SIZES

    sizes = [_size(given) for given in size] if size else stage.SIZES
    for given in text or ():
        if given not in TEXT_SIZES:
            allowed, near = ", ".join(map(str, TEXT_SIZES)), min(TEXT_SIZES, key=lambda fits: abs(fits - given))
            raise GameError("--text", f"one of {allowed}", f'"{given}"', str(near))
    contrasts = {"normal": (False,), "high": (True,), "both": (False, True)}[contrast]
    number = 0
    try:
        with Progress(SpinnerColumn(), TextColumn("{task.description}"), console=Console(stderr=True)) as progress:
            task = progress.add_task("Pictures", total=None)
            for number, path in enumerate(stage.sheet(Desk(), folder, sizes, text or stage.TEXTS, contrasts), start=1):
                progress.update(task, description=f"{number}: {path.name}")
    except OSError as trouble:
        raise GameError(str(folder), "a folder that can be written to", str(trouble.strerror)) from trouble
    print(f"{number} pictures in {folder}")


def _size(given: str) -> tuple[int, int]:
    width, x, height = given.partition("x")
    if not (x and width.isdigit() and height.isdigit()):
        raise GameError("--size", "WIDTHxHEIGHT", f'"{given}"', "1280x720")
    return int(width), int(height)


app.command()(check)
app.command()(edit)
app.command()(new)
app.command()(schema)
app.command()(lab)
app.command()(host)


# -- looking back -----------------------------------------------------------------------------------------


app.command(name="runs")(list_runs)


@app.command()
def resume(run: RunName = runs.LAST) -> None:
    """Go on with a run where it was left."""
    desk = Desk()
    session = desk.resume(runs.find(run))
    try:
        if session.style:
            run_through(session)
            _tell(session, None)
        else:
            _open_window(desk, session)
    finally:
        session.close()


@app.command()
def replay(run: RunName = runs.LAST) -> None:
    """Run an evening again, from its journal, or as DIR/results.csv:ROOM or DIR/weeks.csv:ROOM of the lab.

    Exit code 1 where it does not end as it did.
    """
    if is_row(run):
        replay_row(run)
        return
    session, recorded = start.replay(runs.find(run), Words())
    digest = session.digest()
    if not recorded:
        print(f"{digest} at {clock.of_day(session.scenario.evening.starts, session.evening.tick)}, not ended")
    elif digest == recorded:
        print(f"{digest}, as it was")
    else:
        print(f"{digest}, and it was {recorded}")
        raise typer.Exit(NO)


app.command()(report)


@app.command()
def transcript(
    run: RunName = runs.LAST,
    twins: Annotated[
        str, typer.Option(metavar="NETWORK", help="What each line is on that network, and each post in the room.")
    ] = "",
) -> None:
    """Print everything that was said, and written."""
    for line in lookback.transcript(runs.find(run), Words(), twins):
        print(line)


@app.command()
def why(run: RunName, person: Annotated[str, typer.Argument(metavar="PERSON", help="Their name.")]) -> None:
    """Say why somebody thinks of the player as they do."""
    for line in lookback.why(runs.find(run), person, Words()):
        print(line)
