"""Commands ask. A human, a phone and a style act through these and nothing else."""

from typing import NamedTuple


class Do:
    """The kinds of command (values of `Command.do`)."""

    STAY = 0  # stand where you are
    WALK = 1  # to (x, y) in metres
    GO = 2  # to a place of the plan; `to` is its index in Plan.places
    APPROACH = 3  # walk up to attendee `to`; joins the formation `to` stands in
    SAY = 4  # `act`, addressed to `to`, about `item` / `about`; taken at the next transition place
    LISTEN = 5  # pass the floor on: doing nothing is listening
    CUT_IN = 6  # as SAY, but over somebody's turn: possible, and rude
    LEAVE = 7  # part from the formation: with an excuse if the floor is free, else walking off
    MARK = 8  # privately mark attendee `to`: `item` holds Mark bits
    THINK = 9  # "let me think": keeps an open question from hanging a while longer


class Command(NamedTuple):
    """One command; indices are those of the attendee within the room."""

    tick: int
    actor: int
    do: int
    to: int = -1
    act: int = -1
    item: int = -1
    about: int = -1
    x: float = 0.0
    y: float = 0.0
