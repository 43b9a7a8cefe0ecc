"""What a facilitator throws into the room, and the moments marked to come back to."""

from typing import TYPE_CHECKING

from game.session.phases import Phase
from game.workshop.entry import Entry, RefusedError
from game.workshop.names import sentence
from game.workshop.state import Bookmark

if TYPE_CHECKING:
    from game.workshop.workshop import Workshop

SURPRISES = ("guest", "promoter", "bar", "rumour")
LONGEST_NOTE = 120


def surprise(show: "Workshop", entry: Entry) -> None:
    """Something happens: `what`."""
    what = entry.data.get("what")
    if what not in SURPRISES:
        raise RefusedError("senseless")
    if show.evening is None or show.state.phase != Phase.EVENING:
        raise RefusedError("not_now")
    if what == "bar":
        found = show.evening.to_the_bar()
    elif what == "rumour":
        found = show.evening.rumour()
    elif show.evening.send_for(str(what)):
        return
    else:
        raise RefusedError("here_already")
    if not found:
        raise RefusedError("nobody_free")
    show.ask(found)


def bookmark(show: "Workshop", entry: Entry) -> None:
    """A moment to come back to in the debrief: `note`."""
    note = sentence(entry.data.get("note", ""), LONGEST_NOTE)
    show.state.bookmarks.append(Bookmark(show.tick_now, show.state.phase.value, note))
