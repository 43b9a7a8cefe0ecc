"""JSON as it goes over the lines: short, and by one encoder, where json.dumps would make another for each word."""

import json
from collections.abc import Iterable
from typing import Any

DEEPEST = 16  # lists and objects within each other; nothing that is said has more than four

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def encoded(view: dict[str, Any]) -> str:
    """What a line is sent."""
    return _ENCODER.encode(view)


def decoded(text: str) -> dict[str, Any] | None:
    """A JSON object that can be written down again anywhere, None for anything else."""
    try:
        data = json.loads(text)
        encoded(data).encode()  # halves of characters cannot be
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) and _shallow(data) else None


def _shallow(data: object) -> bool:
    """Not so deep that whoever writes it down, calls upon calls from here, would run out of stack."""
    level = [data]
    for _ in range(DEEPEST):
        level = [part for whole in level for part in _parts(whole)]
    return not level


def _parts(data: object) -> Iterable[object]:
    if isinstance(data, dict):
        return data.values()
    return data if isinstance(data, list) else ()
