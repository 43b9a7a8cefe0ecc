"""Changes to the text of a scenario that leave every other byte alone: comments, order, quotes and blank lines stay.

A path leads to a value: ("attendees", 2, "need", "words"). Each change is made on the text at the places the tree
knows, and read back: where the result does not say exactly what was asked for, EditError is raised and nothing is
changed.
"""

import json
import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from game.errors import GameError, ScenarioProblems
from game.scenario import writing
from game.scenario.tree import Value, grow
from game.scenario.writing import STEP, Plain

Step = str | int
Path = Sequence[Step]


class EditError(GameError):
    """A change cannot be made here; the text itself can be edited instead."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(name_of(path), "something a form can change", why)


def name_of(path: Path) -> str:
    """A path as a message shows it: attendees[3].need.words, entries counted from 1."""
    shown = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return shown.removeprefix(".") or "the scenario"


def put(text: str, path: Path, value: Plain, order: Sequence[str] = ()) -> str:
    """The text with a value at a path. A missing key is added behind those that come before it in `order`."""
    root = _tree(text, path)
    found, holder, key = at(root, path), at(root, path[:-1]), path[-1]
    if found is not None:
        changed = _replaced(text, root, path, value)
    elif isinstance(key, str) and len(path) > 1 and (holder is None or holder.data is None):
        return put(text, path[:-1], {key: value}, order)  # the block that is to hold it does not exist either
    elif isinstance(key, str) and holder is not None and isinstance(holder.data, dict):
        changed = _with_key(text, root, path, value, order)
    else:
        raise EditError(path, "a place that is not there")
    return _confirmed(root, changed, path, lambda holder: _set(holder, path[-1], value))


def drop(text: str, path: Path) -> str:
    """The text without a key or an entry of a list. What is not there is not missed."""
    root = _tree(text, path)
    holder, found = at(root, path[:-1]), at(root, path)
    if holder is None or found is None:
        return text
    changed = _without(text, root, path)
    return _confirmed(root, changed, path, lambda holder: holder.pop(path[-1]))


def insert(text: str, path: Path, index: int, value: Plain) -> str:
    """The text with one more entry in the list at `path`, before the one at `index`; a missing list is begun."""
    root = _tree(text, path)
    holder = at(root, path)
    if holder is None or holder.data is None or holder.data == []:
        return put(text, path, [value])
    if not isinstance(holder.data, list):
        raise EditError(path, "something that is no list")
    index = max(0, min(index, len(holder.data)))
    changed = _with_item(text, holder, index, value)
    return _confirmed(root, changed, (*path, index), lambda items: items.insert(index, value))


def move(text: str, path: Path, index: int, to: int) -> str:
    """The text with two entries of the list at `path` changed over."""
    root = _tree(text, path)
    holder, ends = at(root, path), sorted((index, to))
    if holder is None or not isinstance(holder.data, list) or not 0 <= ends[0] < ends[1] < len(holder.data):
        raise EditError(path, "a list without such entries")
    (one, one_end), (two, two_end) = (_extent(text, holder, holder.data[i]) for i in ends)
    changed = text[:one] + text[two:two_end] + text[one_end:two] + text[one:one_end] + text[two_end:]

    def swap(items: Plain) -> None:
        items[index], items[to] = items[to], items[index]

    return _confirmed(root, changed, (*path, index), swap)


def at(root: Value, path: Path) -> Value | None:
    """The value a path leads to, None where there is none."""
    value: Value | None = root
    for step in path:
        data = value.data if value is not None else None
        if isinstance(step, str) and isinstance(data, dict):
            value = data.get(step)
        elif isinstance(step, int) and isinstance(data, list) and 0 <= step < len(data):
            value = data[step]
        else:
            return None
    return value


# -- reading back -----------------------------------------------------------------------------------------


def _tree(text: str, path: Path) -> Value:
    if not path:
        raise EditError(path, "the whole of it")
    if "\r" in text.replace("\r\n", ""):
        raise EditError(path, "a file whose lines end in bare carriage returns")
    try:
        return _grown(text)
    except ScenarioProblems as problems:
        raise EditError(path, f"text that cannot be read: {problems.problems[0].message}") from None


@lru_cache(maxsize=2)
def _grown(text: str) -> Value:
    """The tree of a text; that of the text a change led to is asked for again by the next change."""
    return grow(text, "")[0]


def _confirmed(root: Value, changed: str, path: Path, change: Callable[[Plain], object]) -> str:
    """The changed text, once it is sure to say what was asked for and nothing else."""
    wanted = writing.plain(root)
    holder = wanted
    for step in path[:-1]:
        holder = holder[step]
    change(holder)
    if not writing.same(writing.plain(_tree(changed, path)), wanted):
        raise EditError(path, "a way of writing it that forms do not know")
    return changed


def _set(holder: Plain, step: Step, value: Plain) -> None:
    holder[step] = value


# -- places -----------------------------------------------------------------------------------------------


def end_of(text: str, value: Value) -> int:
    """Where a value ends. Comments and blank lines behind it are not its own; the line break of a block of text is."""
    inside = list(value.data.values()) if isinstance(value.data, dict) else value.data
    if isinstance(inside, list) and inside and not value.style:
        return end_of(text, inside[-1])
    start, end = value.span
    if value.style in ("|", ">"):
        return min(end, _line_end(text, start + len(text[start:end].rstrip())))
    return end


def _line_end(text: str, place: int) -> int:
    """Behind the line break of the line a value ends on."""
    if place and text[place - 1] == "\n":  # a block of text reaches to its last line break
        return place
    found = text.find("\n", place)
    return len(text) if found < 0 else found + 1


def _line_start(text: str, place: int) -> int:
    return text.rfind("\n", 0, place) + 1


def _column(text: str, place: int) -> int:
    return place - _line_start(text, place)


def _dash(text: str, entry: Value) -> int:
    """The "-" before an entry of a list."""
    return text.rindex("-", 0, entry.span[0])


def _extent(text: str, holder: Value, entry: Value) -> tuple[int, int]:
    """An entry of a list: in one line the entry itself, else all of its lines."""
    if holder.style:
        return entry.span
    return _line_start(text, _dash(text, entry)), _line_end(text, end_of(text, entry))


def _break_of(text: str, end: int) -> str:
    """The line break that was part of a block of text, and is not of what takes its place."""
    return _broken(text) if text[end - 1 : end] == "\n" else ""


def _broken(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _as_lines(text: str, piece: str) -> str:
    """A piece with the line breaks of the whole text."""
    return piece.replace("\n", _broken(text))


# -- changing ---------------------------------------------------------------------------------------------


def _replaced(text: str, root: Value, path: Path, value: Plain) -> str:
    found = at(root, path)
    assert found is not None
    start, end = found.span[0], end_of(text, found)
    if isinstance(value, str) and found.style in ("|", ">"):
        return text[:start] + _as_lines(text, _retold(text, found, value)) + text[end:]
    if isinstance(value, dict | list) or isinstance(found.data, dict | list):
        return _rewritten(text, root, path, value)
    new = writing.inline(value)
    by_choice = isinstance(found.data, str) and writing.reads_back(found.data)  # quotes that were not needed: they stay
    if isinstance(value, str) and found.style == "'" and by_choice:
        new = "'" + value.replace("'", "''") + "'"
    elif isinstance(value, str) and found.style == '"' and by_choice:
        new = json.dumps(value, ensure_ascii=False)
    before = "" if text[:start].endswith((" ", "\n", "[", "{")) else " "  # nothing was written: "key:"
    holder = at(root, path[:-1])
    if holder is not None and holder.style and len(path) > 1 and _overlong(text, holder, len(new) - end + start):
        return _rewritten(text, root, path[:-1], _with(writing.plain(holder), path[-1], value))
    return text[:start] + before + new + _break_of(text, end) + text[end:]


def _overlong(text: str, holder: Value, more: int) -> bool:
    """Whether brackets within a line reach beyond it with so many characters more; those with notes inside do not."""
    start, end = holder.span
    within = end - _line_start(text, start)
    return within <= writing.LINE < within + more and not {"\n", "#"} & set(text[start:end])


def _with(holder: Plain, step: Step, value: Plain) -> Plain:
    _set(holder, step, value)
    return holder


def _retold(text: str, found: Value, value: str) -> str:
    """A block of text again, with its own header and indentation."""
    header, _, body = text[found.span[0] : found.span[1]].partition("\n")
    first = next((line for line in body.split("\n") if line.strip()), "")
    indent = len(first) - len(first.lstrip(" ")) or STEP
    write = writing.literal if found.style == "|" else writing.folded
    return write(value, indent, header.rstrip()).lstrip(" ") + "\n"


def _rewritten(text: str, root: Value, path: Path, value: Plain) -> str:
    """A list or block written anew."""
    found = at(root, path)
    if not path or found is None:
        raise EditError(path, "text that is no block of settings")
    start, end = found.span[0], end_of(text, found)
    if any(holder.style for depth in range(len(path)) if (holder := at(root, path[:depth]))):
        return text[:start] + writing.inline(value) + text[end:]
    behind = _break_of(text, end)
    if isinstance(path[-1], int):
        dash = _dash(text, found)
        new = writing.item(value, _column(text, dash) + STEP)
        return text[: dash + 1] + _as_lines(text, new) + behind + text[end:]
    colon = text.index(":", found.key_span[1]) + 1
    new = writing.block(value, _column(text, found.key_span[0]) + STEP)
    return text[:colon] + _as_lines(text, new) + behind + text[end:]


def _with_key(text: str, root: Value, path: Path, value: Plain, order: Sequence[str]) -> str:
    holder, key = at(root, path[:-1]), str(path[-1])
    assert holder is not None and isinstance(holder.data, dict)
    entries = holder.data
    if not entries or holder.style == "{":
        piece = f"{key}: {writing.inline(value)}"
        end = holder.span[1] - 1
        return text[:end].rstrip(" ") + (", " if entries else "") + piece + text[end:]
    earlier = set(order[: order.index(key)]) if key in order else set(entries)
    before = [entry for name, entry in entries.items() if name in earlier]
    first = next(iter(entries.values()))
    column = _column(text, first.key_span[0])
    piece = _as_lines(text, f"{key}:{writing.block(value, column + STEP)}\n")
    if not before:
        return text[: first.key_span[0]] + piece + " " * column + text[first.key_span[0] :]
    return _after(text, _line_end(text, end_of(text, before[-1])), " " * column + piece)


def _after(text: str, place: int, piece: str) -> str:
    """A piece of whole lines at the start of a line."""
    gap = _broken(text) if place == len(text) and not text.endswith("\n") else ""
    return text[:place] + gap + piece + text[place:]


def _with_item(text: str, holder: Value, index: int, value: Plain) -> str:
    items = holder.data
    assert isinstance(items, list)
    if holder.style == "[":
        if index == len(items):
            place = items[-1].span[1]
            return f"{text[:place]}, {writing.inline(value)}{text[place:]}"
        place = items[index].span[0]
        return f"{text[:place]}{writing.inline(value)}, {text[place:]}"
    column = _column(text, _dash(text, items[0]))
    alike = isinstance(items[0].data, dict) and not items[0].style and isinstance(value, dict) and bool(value)
    new = writing.item(value, column + STEP, inline=not alike)
    piece = _as_lines(text, f"{' ' * column}-{new}\n")
    gap = _broken(text) if len(items) > 1 and _spaced(text, holder) else ""
    if index == len(items):
        return _after(text, _extent(text, holder, items[-1])[1], gap + piece)
    return _after(text, _extent(text, holder, items[index])[0], piece + gap)


def _spaced(text: str, holder: Value) -> bool:
    """Whether blank lines stand between the entries of a list."""
    assert isinstance(holder.data, list)
    between = text[_extent(text, holder, holder.data[0])[1] : _extent(text, holder, holder.data[1])[0]]
    return bool(re.match(r"\s*\n", between))


def _without(text: str, root: Value, path: Path) -> str:
    holder, found, step = at(root, path[:-1]), at(root, path), path[-1]
    assert holder is not None and found is not None
    siblings = list(holder.data.values()) if isinstance(holder.data, dict) else holder.data
    assert isinstance(siblings, list)
    if len(siblings) == 1:
        return _rewritten(text, root, path[:-1], {} if isinstance(step, str) else [])
    number = next(index for index, sibling in enumerate(siblings) if sibling is found)
    if holder.style:
        return _without_inline(text, siblings, number)
    start = found.key_span[0] if isinstance(step, str) else _dash(text, found)
    if text[_line_start(text, start) : start].strip():  # "- name: …": the next key moves up behind the dash
        return text[:start] + text[_start(siblings[number + 1]) :]
    start, end = _line_start(text, start), _line_end(text, end_of(text, found))
    if text[:start].endswith(("\n\n", "\n\r\n")) and (not text[end:] or text[end:].startswith(("\n", "\r\n"))):
        start = _line_start(text, start - 1)  # of two blank lines one goes as well
    return text[:start] + text[end:]


def _without_inline(text: str, siblings: list[Value], number: int) -> str:
    if number + 1 < len(siblings):
        return text[: _start(siblings[number])] + text[_start(siblings[number + 1]) :]
    return text[: siblings[number - 1].span[1]] + text[siblings[number].span[1] :]


def _start(value: Value) -> int:
    return value.key_span[0] if value.key_at[0] else value.span[0]
