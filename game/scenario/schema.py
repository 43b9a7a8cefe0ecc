"""The form of a scenario as a JSON Schema (draft-07): an editor that reads one completes, explains and marks.

Made from the same dataclasses as `check` and never stricter than it: whatever the schema refuses, `check` refuses,
too. What depends on something written elsewhere (topics, names, the way to the door) only `check` knows.
"""

import dataclasses
import json
from typing import Any

from game.scenario import kinds
from game.scenario.plan import LEGEND
from game.scenario.spec import COMPARATORS, Expect, Look, Scenario

Schema = dict[str, Any]

NAME = "scenario.schema.json"
FIRST_LINE = f"# yaml-language-server: $schema=./{NAME}\n"
"""What tells an editor where the schema of a file lies: beside it, so that it completes without a network."""

_PATTERNS: dict[kinds.Shape, str] = {
    "line": r"^\s*\S[^\r\n]*\s*$",
    "prose": r"\S",
    "id": r"^\s*[a-z][a-z0-9_]*\s*$",
    "clock": r"^\s*([01][0-9]|2[0-3]):[0-5][0-9]\s*$",
    "language": r"^\s*[a-z]{2}(-[A-Z]{2})?\s*$",
}
_BREAK = 1  # text written as a block ends with a line break, which is no part of it


def text() -> str:
    """The schema, as a file holds it."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def schema() -> Schema:
    """The schema of a scenario file."""
    return {"$schema": "http://json-schema.org/draft-07/schema#"} | _of(kinds.Block(Scenario))


def _of(kind: kinds.Kind) -> Schema:
    match kind:
        case kinds.Text():
            form = {"type": "string", "pattern": _PATTERNS[kind.shape], "maxLength": kind.longest + _BREAK}
            return form | ({"examples": list(kind.usual)} if kind.usual else {})
        case kinds.Number():
            return {"type": "integer" if kind.whole else "number", "minimum": kind.least, "maximum": kind.most}
        case kinds.Flag():
            return {"type": "boolean"}
        case kinds.Choice():
            return {"enum": list(kind.options)}
        case kinds.Ref():
            return {"type": "string"}
        case kinds.ListOf():
            return _list(kind)
        case kinds.OneOrMore():
            return {"anyOf": [_of(kind.item), _list(kinds.ListOf(kind.item, 1, kind.most))]}
        case kinds.MapOf():
            value = _of(kind.value)
            if not kind.keys:
                return {"type": "object", "additionalProperties": value}
            keys = {key: value | {"title": _title(key)} for key in kind.keys}
            return {"type": "object", "properties": keys, "additionalProperties": False}
        case kinds.Nullable():
            return {"anyOf": [_of(kind.kind), {"type": "null"}]}
        case kinds.Block():
            return _block(kind.cls)
        case kinds.TopicKind():
            return {"anyOf": [_of(kinds.Text("id", 40)), _of(kind.block)]}
        case kinds.PlanKind():
            return {"type": "string", "pattern": f"^[{''.join(LEGEND)}\\s]*$"}
        case kinds.AttendeeKind():
            return {"anyOf": [_of(kind.person), _of(kind.crowd)]}


def _list(kind: kinds.ListOf) -> Schema:
    found: Schema = {"type": "array", "items": _of(kind.item), "minItems": kind.least, "maxItems": kind.most}
    return found | ({"uniqueItems": True} if kind.distinct else {})


def _block(cls: type[Any]) -> Schema:
    fields = {f.metadata["key"] or f.name: f for f in dataclasses.fields(cls) if f.metadata}
    required = [key for key, f in fields.items() if f.default is f.default_factory is dataclasses.MISSING]
    found: Schema = {
        "title": cls.__name__.lower(),
        "type": "object",
        "properties": {key: _property(cls, key, f) for key, f in fields.items()},
        "required": required,
        "additionalProperties": False,
    }
    if cls is Expect:
        found["oneOf"] = [{"required": [key]} for key in COMPARATORS]
    return found


def _property(cls: type[Any], key: str, field: "dataclasses.Field[Any]") -> Schema:
    """The schema of a field, with what it is for and, where there is a fixed one, what it is when nothing is said."""
    kind, unit = field.metadata["spec"], field.metadata["unit"]
    said = [field.metadata["doc"], _range(kind, unit)]
    if isinstance(kind, kinds.PlanKind):
        said.append(", ".join(f"{letter} {word}" for letter, word in LEGEND.items()) + ".")
    found = _of(kind) | {"title": _title(key), "description": " ".join(filter(None, said))}
    # looks are left to chance: their defaults only stand in
    if cls is not Look and isinstance(field.default, str | int | float) and field.default != "":
        found["default"] = field.default
    return found


def _title(key: str) -> str:
    return key.replace("_", " ")


def _range(kind: kinds.Kind, unit: str) -> str:
    if isinstance(kind, kinds.Nullable):
        return _range(kind.kind, unit)
    if isinstance(kind, kinds.Number) and kind.least < kind.most:
        return f"{kind.least:,.9g} to {kind.most:,.9g} {unit}".strip() + "."
    return ""
