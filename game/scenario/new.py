"""A scenario of one's own: a folder with a copy of another, or of the template, to go on from."""

import shutil
from pathlib import Path

from game.errors import GameError
from game.scenario import edits, schema
from game.scenario.check import SHAPES
from game.scenario.complete import slug
from game.scenario.examine import FILE, errors
from game.scenario.load import SHIPPED, find, shipped
from game.scenario.source import read_text

TEMPLATE = Path(__file__).resolve().parents[2] / "assets" / "templates" / FILE
LONGEST_ID = 60


def begin(id: str, source: str = "") -> Path:
    """Write the folder of a new scenario, with the schema for editors; return the path of its file.

    `source`: id or path of the scenario to copy, with its translations; else the template, its title made from `id`.
    Raises GameError: the id cannot be one or is taken, the source is not sound, the folder cannot be written.
    """
    pattern, expected = SHAPES["id"]
    if not pattern.match(id) or len(id) > LONGEST_ID:
        near = slug(id)[:LONGEST_ID]
        raise GameError("new", expected, f'"{id}"', near if pattern.match(near) else "")
    origin = find(source) if source else TEMPLATE
    text = read_text(origin)
    errors(text, origin).sound()
    if origin == TEMPLATE:
        text = edits.put(text, ("title",), id.replace("_", " ").capitalize())
    folder = home() / id
    if id in shipped() or folder.exists():
        raise GameError("new", "an id that no scenario and no folder has yet", f'"{id}"')
    try:
        folder.mkdir()
        (folder / FILE).write_bytes(_renamed(text, id).encode())
        (folder / schema.NAME).write_bytes(schema.text().encode())
        for words in origin.parent.glob("words.*.yaml"):
            shutil.copyfile(words, folder / words.name)
    except OSError as trouble:
        shutil.rmtree(folder, ignore_errors=True)  # half a scenario would be in the way of a whole one
        raise GameError(str(folder), "a folder that can be written", str(trouble.strerror)) from trouble
    return folder / FILE


def home() -> Path:
    """Where new scenarios go: beside the shipped ones when one works there, else in the working folder."""
    return Path("scenarios") if Path("scenarios").resolve() == SHIPPED else Path()


def _renamed(text: str, id: str) -> str:
    """The text under another id, with the line that leads an editor to the schema; all else as it is."""
    renamed = edits.put(text, ("id",), id, ("format",))
    return renamed if "yaml-language-server:" in text else schema.FIRST_LINE + renamed
