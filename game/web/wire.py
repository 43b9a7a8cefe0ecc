"""JSON as it goes over the lines: short, and by one encoder, where json.dumps would make another for each word."""

import json
from typing import Any

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def encoded(view: dict[str, Any]) -> str:
    """What a line is sent."""
    return _ENCODER.encode(view)


def decoded(text: str) -> dict[str, Any] | None:
    """A JSON object that can be written down again, None for anything else."""
    try:
        data = json.loads(text)
        encoded(data).encode()  # halves of characters cannot be
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None
