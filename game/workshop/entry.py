"""What is written down: everything anybody did, in order. The same entries lead to the same workshop."""

from typing import Any, NamedTuple


class Entry(NamedTuple):
    """One deed of a phone's or the facilitator's."""

    kind: str
    seat: int  # FACILITATOR for the console
    data: dict[str, Any]
    tick: int = 0  # of the evening: when it takes effect


class RefusedError(Exception):
    """It cannot be done; the message is the id of the words that say why."""
