"""What a workshop leaves behind: tables for a spreadsheet, data for a program, a page to print. Nicknames only."""

import json
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from game import whole
from game.errors import GameError
from game.session import tables
from game.session.party_told import FiguresOf
from game.web.server import Page
from game.workshop.arc import DEBRIEF_STEPS, REVEAL_STEPS
from game.workshop.state import ARC
from game.workshop.views.debrief import debrief_of
from game.workshop.views.reveal import reveal_of
from game.workshop.views.wall import poll_of
from game.workshop.workshop import Workshop

PAGES = Path(__file__).resolve().parents[2] / "assets" / "web"
_TEMPLATES = Environment(loader=FileSystemLoader(PAGES), autoescape=True, undefined=StrictUndefined)


def pages(show: Workshop) -> dict[str, Page]:
    """By file name."""
    told = record(show)
    return {
        "people.csv": Page(as_csv(told["people"]), "text/csv"),
        "acts.csv": Page(as_csv(told["lines"]), "text/csv"),
        "session.html": Page(as_html(show, told), "text/html"),
        "session.json": Page(json.dumps(told, ensure_ascii=False, indent=1).encode(), "application/json"),
    }


def write(show: Workshop, folder: Path) -> list[Path]:
    """The same as files in a folder. Raises GameError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, page in pages(show).items():
            whole.write(folder / name, page.body)
    except OSError as trouble:
        raise GameError(str(folder), "a folder that can be written to", str(trouble.strerror)) from trouble
    return [folder / name for name in pages(show)]


def record(show: Workshop) -> dict[str, Any]:
    """Everything the wall showed, and what came of each; who avoided whom is not in it."""
    state = show.state
    found = show.figures()
    lived = show.weeks_told()
    people = []
    for seat in state.seats:
        row: dict[str, Any] = {"seat": seat.id, "name": seat.name, "out": seat.out, "way": state.way}
        row["role"] = seat.role if seat.plays else ""
        if seat.avatar in found:
            row |= {name: getattr(found[seat.avatar], name) for name in FiguresOf.__dataclass_fields__}
            row = {name: value for name, value in row.items() if name not in ("evaded", "approached")}
        if seat.avatar in lived:
            row |= {"weeks_" + name: getattr(lived[seat.avatar], name) for name in ("followers", "relationships")}
        row["plan"] = state.answer("plan", seat.id) or ""
        people.append(row)
    before = state.step
    steps: dict[str, Any] = {}
    for name, view, all_steps in (("reveal", reveal_of, REVEAL_STEPS), ("debrief", debrief_of, DEBRIEF_STEPS)):
        for step in range(len(all_steps)):
            state.step = step
            shown = view(show)
            steps[f"{name}.{shown['step']}"] = shown
    state.step = before
    return {
        "title": show.scenario.title,
        "lesson": show.scenario.lesson,
        "phase": state.phase.value,
        "digest": show.digest(),
        "seed": show.seed,
        "people": people,
        "answers": {question: list(given.values()) for question, given in state.answers.items() if question != "plan"},
        "polls": {phase.value: poll for phase in ARC if (poll := poll_of(show, phase))},
        "bookmarks": [{"phase": mark.phase, "tick": mark.tick, "note": mark.note} for mark in state.bookmarks],
        "tallies": state.tallies,
        "shown": steps,
        "lines": _lines(show),
    }


def _lines(show: Workshop) -> list[dict[str, Any]]:
    party = show.evening
    if party is None:
        return []
    return [
        {
            "clock": party.hour(line.tick),
            "speaker": party.roster.person(line.speaker).first_name,
            "to": party.roster.person(line.addressee).first_name if line.addressee >= 0 else "",
            "text": line.text,
        }
        for line in party.lines
    ]


def as_html(show: Workshop, told: dict[str, Any]) -> bytes:
    """A page to print: all that the wall showed, and what everybody wrote; every word of theirs as text."""
    words, shown = show.words.table("workshop.page"), told["shown"]
    page = _TEMPLATES.get_template("report.html.j2").render(
        language=show.words.language,
        t=words | {"name": words["result_name"]},
        columns=("cards", "met", "relationships"),
        people=told["people"],
        title=told["title"],
        lesson=told["lesson"],
        polls=[(poll["question"], zip(poll["choices"], poll["votes"], strict=True)) for poll in told["polls"].values()],
        prediction=_prediction(words, shown["reveal.relationships"]["prediction"]),
        parts=shown["reveal.parts"]["parts"],
        groups=_groups(words, shown),
        feelings=shown["debrief.feelings"]["feelings"],
        debrief=[(step, shown[f"debrief.{step}"]["questions"]) for step in DEBRIEF_STEPS],
        written=words["written"].format(n=shown["debrief.plan"]["written"], of=shown["debrief.plan"]["of"]),
        bookmarks=told["bookmarks"],
    )
    return page.encode()


def _prediction(words: dict[str, str], said: dict[str, Any]) -> list[str]:
    """What most said beforehand, and whether it was so."""
    return [words["prediction_said"].format(**said["votes"]), words[f"prediction_{str(said['true']).lower()}"]]


def _groups(words: dict[str, str], shown: dict[str, Any]) -> list[tuple[str, list[list[str]]]]:
    """How the room moved, and the same on the network: a title, and a few lines for each group."""
    room, network = shown["reveal.room"]["room"], shown["reveal.network"]["network"]["groups"]
    return [
        (words["room_title"], [_lines_of(words, f"room_{name}", group) for name, group in room.items()]),
        (words["network_title"], [_lines_of(words, name, group) for name, group in network.items()]),
    ]


def _lines_of(words: dict[str, str], title: str, group: dict[str, Any]) -> list[str]:
    lines = [words[title].format(n=group["n"])]
    lines += [words[f"room_{name}"].format(n=group[name]) for name in ("evaded", "approached") if name in group]
    if "first" in group:
        lines.append(words["network_answers"].format(first=group["first"], last=group["last"]))
    return [*lines, words["room_relationships"].format(n=group["relationships"])]


def as_csv(rows: list[dict[str, Any]]) -> bytes:
    """A table with a mark that tells spreadsheets it is Unicode; nothing in it is taken for a formula."""
    return b"\xef\xbb\xbf" + tables.as_csv(rows, "\r\n").encode()
