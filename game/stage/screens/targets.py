"""Whom the player could walk up to, and what a click in the room means."""

from __future__ import annotations

import math

from game.model.commands import Command, Do
from game.session.views import FormationView, PersonView, RoomView
from game.stage.inputs import Steer

AHEAD_M = 1.2  # how far ahead a step with the keys aims
SAME_SPOT_M = 0.35  # a click this close to a circle's edge is on the circle


def me_of(view: RoomView) -> PersonView | None:
    """The player's own figure."""
    return next((person for person in view.people if person.id == view.me), None)


def my_circle(view: RoomView) -> FormationView | None:
    """The circle the player stands in."""
    return next((circle for circle in view.formations if circle.mine), None)


def by_distance(view: RoomView) -> list[PersonView]:
    """Everybody in the room whom the player is not talking with, the nearest first."""
    me, mine = me_of(view), my_circle(view)
    if me is None:
        return []
    mates = mine.members if mine else ()
    there = [
        person
        for person in view.people
        if not person.player and person.activity not in ("outside", "gone") and person.id not in mates
    ]
    return sorted(there, key=lambda person: math.hypot(person.x - me.x, person.y - me.y))


def next_target(view: RoomView, now: int, step: int) -> int:
    """The next person in order of distance, -1 when there is nobody."""
    order = [person.id for person in by_distance(view)]
    if not order:
        return -1
    if now not in order:
        return order[0 if step > 0 else -1]
    return order[(order.index(now) + step) % len(order)]


def approach(view: RoomView, person: int) -> Command:
    """Walk up to somebody."""
    return Command(view.tick, view.me, Do.APPROACH, to=person)


def walk(view: RoomView, steer: Steer) -> Command:
    """A step in the direction held down; standing still when none is."""
    me = me_of(view)
    if me is None or (not steer.x and not steer.y):
        return Command(view.tick, view.me, Do.STAY)
    return Command(view.tick, view.me, Do.WALK, x=me.x + AHEAD_M * steer.x, y=me.y + AHEAD_M * steer.y)


def clicked(view: RoomView, person: int, spot: tuple[float, float]) -> Command:
    """What a click means: the person under it, the circle around it, or the floor."""
    if person >= 0 and person != view.me:
        return approach(view, person)
    x, y = spot
    for circle in view.formations:
        if not circle.mine and math.hypot(circle.x - x, circle.y - y) < circle.radius + SAME_SPOT_M:
            places = {p.id: (p.x, p.y) for p in view.people}
            known = [member for member in circle.members if member in places]
            if known:
                return approach(view, min(known, key=lambda i: math.dist(places[i], spot)))
    return Command(view.tick, view.me, Do.WALK, x=x, y=y)
