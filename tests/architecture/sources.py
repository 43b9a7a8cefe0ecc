"""The table of docs/sources.md, and the numbers it is about.

`python3 -m tests.architecture.sources` writes the numbers of the two files of parameters into the table;
what they rest on is written by hand.
"""

import re
from collections import defaultdict

from game.model.feed.params import FeedParams
from game.model.params import Params, provenance
from tests.architecture.tree import ROOT

DOCUMENT = ROOT / "docs" / "sources.md"
ROW = re.compile(r"^\| ([AE]-\d\d) \| (?!game/)(.*?) \| (.*) \|$", re.MULTILINE)

BESIDE = re.compile(r"^\| (A-\d\d) \| (game/\S+)\.py \| (.*?) \| .* \|$", re.MULTILINE)
CONSTANT = re.compile(r"`(\w+)` = (-?[\d.]+)")
MENTIONED = re.compile(r"\b([AE]-\d\d)\b")


def beside() -> list[tuple[str, str, str, float]]:
    """Return every constant that the second table lists: id, module, name, value."""
    rows = BESIDE.findall(DOCUMENT.read_text(encoding="utf-8"))
    return [
        (source, path.replace("/", "."), name, float(value))
        for source, path, cells in rows
        for name, value in CONSTANT.findall(cells)
    ]


def mentioned() -> set[str]:
    """Return every source id that the code names."""
    return {source for path in (ROOT / "game").rglob("*.py") for source in MENTIONED.findall(path.read_text("utf-8"))}


def numbers() -> dict[str, str]:
    """Return, for each source id, the parameters that rest on it, as `name` = value unit."""
    cells = defaultdict(list)
    for name, value, unit, source, _ in [*provenance(Params()), *provenance(FeedParams())]:
        cells[source].append(f"`{name}` = {value:g} {unit}")
    return {source: "; ".join(cell) for source, cell in cells.items()}


def table() -> dict[str, tuple[str, str]]:
    """Return, for each id in the document, (the numbers it lists, what they rest on)."""
    rows = ROW.findall(DOCUMENT.read_text(encoding="utf-8"))
    return {source: (listed, rests_on) for source, listed, rests_on in rows}


def rewrite() -> None:
    """Write the present numbers into the document."""
    now = numbers()
    text = DOCUMENT.read_text(encoding="utf-8")
    text = ROW.sub(lambda row: f"| {row[1]} | {now.get(row[1], '–')} | {row[3]} |", text)
    DOCUMENT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    rewrite()
