"""Plain values → YAML text that the loader reads back as the same values, laid out as in the shipped scenarios."""

import json
import re
import textwrap
from typing import Any

from game.errors import ScenarioProblems
from game.scenario.tree import Value, grow

WIDTH = 112  # of folded prose
LINE = 120  # no longer than this by itself
INLINE = 100  # a list or block of plain values up to this long stands in one line
STEP = 2  # columns from a block to what is in it

Plain = Any  # None, bool, number, text, or a list or dict of them


def plain(value: Value) -> Plain:
    """The values of a tree without their places; what is broken is None."""
    if isinstance(value.data, dict):
        return {key: plain(entry) for key, entry in value.data.items()}
    if isinstance(value.data, list):
        return [plain(item) for item in value.data]
    return value.data if isinstance(value.data, str | int | float) else None


def same(one: Plain, other: Plain) -> bool:
    """Whether two values say the same: how a text is broken into lines does not matter, nor the order of keys."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, str) and isinstance(other, str):
        return one.split() == other.split()
    return type(one) is type(other) and bool(one == other)


def block(value: Plain, indent: int) -> str:
    """A value as it follows "key:" or "-", from the blank or line break on; `indent`: columns of what is in it."""
    if isinstance(value, dict | list) and value and len(line := inline(value)) > INLINE - indent:
        return _lines(value, indent)
    if isinstance(value, dict | list):
        return " " + (line if value else inline(value))
    if isinstance(value, str) and "\n" in value.strip():
        return literal(value, indent)
    if isinstance(value, str) and len(value) > INLINE - indent:
        return folded(value, indent)
    return " " + inline(value, within=False)


def _lines(value: Plain, indent: int) -> str:
    pad = "\n" + " " * indent
    if isinstance(value, dict):
        return "".join(f"{pad}{_key(key)}:{block(entry, indent + STEP)}" for key, entry in value.items())
    return "".join(f"{pad}-{item(entry, indent + STEP)}" for entry in value)


def item(value: Plain, indent: int, inline: bool = True) -> str:
    """A value as it follows the "-" of a list, where it may stand `inline`: a block begins on the same line."""
    text = block(value, indent) if inline else _lines(value, indent)
    return " " + text[1 + indent :] if isinstance(value, dict) and text.startswith("\n") else text


def inline(value: Plain, within: bool = True) -> str:
    """A value in one line; `within` brackets a comma ends it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(key)}: {inline(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(inline(entry) for entry in value) + "]"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int | float):
        return f"{value:g}" if isinstance(value, float) and f"{value:g}" == str(value) else str(value)
    return value if reads_back(value, within) else json.dumps(value, ensure_ascii=False)


def folded(text: str, indent: int, header: str = ">-") -> str:
    """Prose over several lines, which read as one."""
    lines = textwrap.wrap(
        " ".join(text.split()), max(40, WIDTH - indent), break_long_words=False, break_on_hyphens=False
    )
    return f" {header}" + "".join(f"\n{' ' * indent}{line}" for line in lines)


def literal(text: str, indent: int, header: str = "|") -> str:
    """Text that keeps its lines, as a plan does."""
    return f" {header}" + "".join(f"\n{' ' * indent}{line}".rstrip(" ") for line in text.strip("\n").splitlines())


def reads_back(text: str, within: bool = True) -> bool:
    """Whether text needs no quotes to be read as itself."""
    if within and "?" in text:  # PyYAML's own parser, on machines without libyaml, does not take it
        return False
    if not text or text != text.strip() or re.search(r"[\x00-\x1f\x7f\x85\u2028\u2029\ufeff\ud800-\udfff]", text):
        return False
    try:
        root, problems = grow(f"- [{text}]\n" if within else f"k: {text}\n", "")
    except ScenarioProblems:
        return False
    read = root.data[0].data if within and isinstance(root.data, list) else root.data
    only = read[0] if isinstance(read, list) and len(read) == 1 else read["k"] if isinstance(read, dict) else None
    return not problems and isinstance(only, Value) and only.data == text and not only.style


def _key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", key) else json.dumps(key, ensure_ascii=False)
