"""The last part of docs/scenarios.md: every key a scenario knows, as tables made from the spec.

`python3 -m tests.scenario.reference` writes it anew, and a test says when that is due.
"""

import dataclasses
from collections.abc import Iterator
from typing import Any

from game.scenario import kinds
from game.scenario.sentences import MEASURE_DOCS
from game.scenario.spec import MEASURES, ONLINE_ACTS, Scenario
from tests.architecture.tree import ROOT

GUIDE = ROOT / "docs" / "scenarios.md"
MARK = "<!-- reference: written by `python3 -m tests.scenario.reference`, from game/scenario/spec.py -->\n"
LONG = {ONLINE_ACTS: "an act", MEASURES: "[a measure](#measures)"}  # lists that are given once, below the tables
MEASURES_HEAD = """\
### measures

Those down to `boasts` are of the evening. Those from `clients` on are of the weeks, and so are `relationships`,
`friends`, `business`, `referrals` and `met`.

| measure | what it is |
|---|---|
"""


def reference() -> str:
    """The tables, one a block, in the order in which blocks are mentioned."""
    tables = "\n".join(_table(cls) for cls in _blocks(Scenario, {}))
    measures = "".join(f"| `{name}` | {told} |\n" for name, told in MEASURE_DOCS.items())
    return f"\n{tables}\n**An act** is one of {_words(ONLINE_ACTS)}.\n\n{MEASURES_HEAD}{measures}"


def _blocks(cls: type[Any], seen: dict[type[Any], None]) -> dict[type[Any], None]:
    seen.setdefault(cls)
    for field in _fields(cls).values():
        for inner in _within(field.metadata["spec"]):
            if inner not in seen:
                _blocks(inner, seen)
    return seen


def _fields(cls: type[Any]) -> "dict[str, dataclasses.Field[Any]]":
    return {f.metadata["key"] or f.name: f for f in dataclasses.fields(cls) if f.metadata}


def _within(kind: Any) -> Iterator[type[Any]]:
    if isinstance(kind, kinds.Block):
        yield kind.cls
    elif dataclasses.is_dataclass(kind):
        for part in dataclasses.fields(kind):
            yield from _within(getattr(kind, part.name))


def _name(cls: type[Any]) -> str:
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in cls.__name__).strip()


def _table(cls: type[Any]) -> str:
    base = next((base for base in cls.__bases__ if dataclasses.is_dataclass(base)), object)
    inherited = _fields(base) if base is not object else {}
    inherits = f"All that a {_name(base)} has, and:\n\n" if inherited else ""
    rows = [f"### {_name(cls)}\n\n{inherits}| key | what it is | how it is written |", "|---|---|---|"]
    for key, field in _fields(cls).items():
        if key in inherited:
            continue
        must = field.default is field.default_factory is dataclasses.MISSING
        shown = f"**`{key}`**" if must else f"`{key}`"
        rows.append(
            f"| {shown} | {field.metadata['doc']} | {_written(field.metadata['spec'], field.metadata['unit'])} |"
        )
    return "\n".join(rows) + "\n"


def _words(options: tuple[str, ...]) -> str:
    return ", ".join(f"`{option}`" for option in options)


def _written(kind: kinds.Kind, unit: str = "") -> str:
    match kind:
        case kinds.Text():
            shapes = {"id": "a short name", "clock": "an hour, as 18:00", "language": "a code, as `en`"}
            return shapes.get(kind.shape, f"text, up to {kind.longest} characters")
        case kinds.Number():
            if kind.least == kind.most:
                return f"{kind.least:g}"
            what = "a whole number" if kind.whole else "a number"
            return f"{what}, {kind.least:,.9g} to {kind.most:,.9g} {unit}".strip()
        case kinds.Flag():
            return "`true` or `false`"
        case kinds.Choice():
            return LONG.get(kind.options) or _words(kind.options)
        case kinds.Ref():
            return "a topic" if kind.to == "topic" else "a name"
        case kinds.ListOf():
            return f"a list: {_written(kind.item)}"
        case kinds.OneOrMore():
            return f"one, or a list: {_written(kind.item)}"
        case kinds.MapOf():
            return f"by {LONG.get(kind.keys, 'network')}: {_written(kind.value)}"
        case kinds.Nullable():
            return f"{_written(kind.kind, unit)}; or `null`"
        case kinds.Block():
            return f"[{_name(kind.cls)}](#{_name(kind.cls).replace(' ', '-')})"
        case kinds.TopicKind():
            return f"a short name, or {_written(kind.block)}"
        case kinds.PlanKind():
            return "rows of letters, see [the room](#5-the-room)"
        case kinds.AttendeeKind():
            return f"{_written(kind.person)} or {_written(kind.crowd)}"


if __name__ == "__main__":
    told, mark, _ = GUIDE.read_text(encoding="utf-8").partition(MARK)
    GUIDE.write_text(told + mark + reference(), encoding="utf-8")
