"""What the facilitator sees: who is there and how they are doing, what can be done next, and what to say."""

from typing import Any

from game.workshop.arc import SHEETS, STEPS
from game.workshop.state import ARC, WAYS
from game.workshop.surprises import SURPRISES
from game.workshop.workshop import Workshop


def console_view(show: Workshop, presence: dict[int, str], trouble: str, figures: dict[str, Any]) -> dict[str, Any]:
    """Everything for the console.

    `presence`: connected, idle, stuck or away, by seat; `trouble`: one line, if something is wrong; `figures`: of the
    run sheet and of the network, as whoever runs the workshop measures them.
    """
    state = show.state
    steps = STEPS.get(state.phase, ())
    return {
        "t": "console",
        "phase": state.phase.value,
        "arc": [phase.value for phase in ARC],
        "stopped": state.stopped,
        "title": show.scenario.title,
        "code": state.code,
        "locked": state.locked,
        "minutes": state.minutes,
        "sheets": list(SHEETS),
        "way": state.way,
        "ways": list(WAYS),
        "crews": state.crews,
        "parts": state.parts,
        "pace": state.pace,
        "think": state.think_s,
        "step": [state.step, list(steps)],
        "seats": [
            {
                "id": seat.id,
                "name": seat.name,
                "pin": seat.pin,
                "there": presence.get(seat.id, "away"),
                "crew": seat.crew,
                "out": seat.out,
                "bot": seat.bot,
                "avatar": seat.avatar,
                "role": seat.role,
                "plays": seat.plays,
            }
            for seat in state.seats
        ],
        "undo": len(state.undo),
        "surprises": list(SURPRISES),
        "light": list(state.spotlight) if state.spotlight else None,
        "bookmarks": [[mark.phase, mark.note] for mark in state.bookmarks[-6:]],
        "notes": [show.words.text(key) for key in show.words.under(f"workshop.say.{state.phase.key}")],
        "trouble": trouble,
        **figures,
    }
