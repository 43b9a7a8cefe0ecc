"""`host`: a live workshop on this machine's network."""

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli_language import Language, desk_for, say_if_not_told_in
from game.desk import FIRST_SCENARIO, Desk
from game.errors import GameError, shorten

if TYPE_CHECKING:
    from game.talk.words import Words
    from game.workshop.hosting import Host

PORT = 8000
ENDINGS = (signal.SIGINT, signal.SIGTERM)


def host(
    scenario: Annotated[
        str, typer.Argument(metavar="SCENARIO", help="The id of a shipped one, or a path.")
    ] = FIRST_SCENARIO,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where phones come in; 0: any free one.")] = PORT,
    address: Annotated[str, typer.Option(help="The address phones are told, where there are several.")] = "",
    name: Annotated[str, typer.Option(help="A name of this machine on its network, told instead.")] = "",
    wifi: Annotated[
        str, typer.Option(metavar="NAME", help="A code for this Wi-Fi on the wall, too; its password is asked for.")
    ] = "",
    no_window: Annotated[bool, typer.Option("--no-window", help="The wall is a page, and no window opens.")] = False,
    rehearse: Annotated[bool, typer.Option("--rehearse", help="Fill the room with bots, to try it alone.")] = False,
    headless: Annotated[
        Path | None,
        typer.Option("--headless", metavar="DIR", help="With --rehearse: from lobby to export at once, into DIR."),
    ] = None,
    bots: Annotated[int, typer.Option(min=1, max=200, help="How many, with --rehearse.")] = 12,
    display: Annotated[int, typer.Option(min=0, help="Which display the wall fills, 0 the first.")] = 0,
    new: Annotated[bool, typer.Option("--new", help="A new one, even if the last has not ended.")] = False,
    seed: Annotated[int | None, typer.Option(min=0, help="The evening's number; the same one repeats it.")] = None,
    language: Language = "",
) -> None:
    """Run a live workshop: projector, console, phones on the LAN. Takes up an unfinished one unless --new."""
    from game.workshop import shelf
    from game.workshop.hosting import Host
    from game.workshop.rehearsal import rehearse_at_once

    if headless is not None and not rehearse:
        raise GameError("--headless", "--rehearse beside it", "none", "--rehearse")
    if headless is not None:
        for path in rehearse_at_once(scenario, headless, bots, seed, desk_for(scenario, language).talk):
            print(path)
        return
    desk = Desk(language=language)
    for ending in ENDINGS:
        signal.signal(ending, signal.default_int_handler)
    asked = _asked(wifi, desk.talk) if wifi else None
    before = [] if new or rehearse else shelf.names()[-1:]
    opened = Host(scenario, port=port, new=new or rehearse, seed=seed, address=address, name=name, words=desk.talk)
    _leave_when_asked(opened)
    try:
        if language and not opened.resumed:
            say_if_not_told_in(desk, opened.running.show.scenario)
        if asked:
            opened.set_wifi(asked)
        for name_before in before:  # whoever expects the last workshop should know why it is not this one
            if name_before != opened.running.book.path.stem and (why := shelf.why_left(name_before)):
                print(why, file=sys.stderr)
        _tell(opened, language)
        opened.invited = lambda: print(_phones(opened, "phones_now"), flush=True)
        if rehearse:
            opened.fill(bots)
        if no_window:
            opened.run()
        else:
            _on_the_wall(opened, display)
    except KeyboardInterrupt:
        pass
    finally:
        opened.close()


def _leave_when_asked(opened: "Host") -> None:
    """However it is asked to end, it does so between two steps, saves and says goodbye; asked twice, at once."""

    def leave(*_: object) -> None:
        for ending in ENDINGS:
            signal.signal(ending, signal.default_int_handler)
        opened.leave()

    for ending in ENDINGS:
        signal.signal(ending, leave)


def _asked(name: str, words: "Words") -> dict[str, str]:
    """The Wi-Fi of that name; its password is typed where nobody sees it, and on no command line. Raises GameError."""
    from game.workshop.entry import RefusedError
    from game.workshop.wifi import OPEN, Wifi

    prompt = words.text("workshop.ui.wifi_password", name=name)
    password = typer.prompt(prompt, default="", hide_input=True, show_default=False)
    asked = {"name": name, "password": password, "security": "WPA" if password else OPEN}
    try:
        Wifi.of(asked)
    except RefusedError as why:
        if str(why) == "wifi_name":
            raise GameError("--wifi", "the name of a network, at most 32 letters", shorten(name)) from why
        raise GameError("--wifi", "a password of 8 to 63 characters, or none", f"one of {len(password)}") from why
    return asked


def known_display(display: int) -> None:
    """Raise GameError unless there is such a display, NoWindowError when there is none at all."""
    from game.stage import app as stage

    there = stage.displays()
    if display >= there:
        raise GameError("--display", f"less than {there}: so many there are", str(display), "0")


def _on_the_wall(opened: "Host", display: int) -> None:
    from game.stage import app as stage

    try:
        known_display(display)
        stage.wall(Desk(language=opened.language), opened, display)
    except stage.NoWindowError as trouble:
        raise GameError("host", "a display, or --no-window", f"none ({trouble})", "--no-window") from trouble


def _phones(opened: "Host", how: str) -> str:
    return opened.running.show.words.text(f"workshop.ui.{how}", url=opened.url, code=opened.invitation.code)


def _tell(opened: "Host", language: str) -> None:
    words, local = opened.running.show.words, f"http://localhost:{opened.port}"
    own = opened.resumed and language not in ("", opened.language)
    lines = [
        words.text("workshop.ui.opened"),
        _phones(opened, "phones"),
        words.text("workshop.ui.console", url=f"{local}/console", pin=opened.pin),
        words.text("workshop.ui.wall", url=f"{local}/wall"),
        words.text("workshop.ui.file", path=str(opened.running.book.path)),
        *([words.text("workshop.ui.resumed")] if opened.resumed else ()),
        *([words.text("workshop.ui.own_language", language=words.text("language.name"))] if own else ()),
        words.text("workshop.ui.stop"),
    ]
    print("\n".join(lines), flush=True)
