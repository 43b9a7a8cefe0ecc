"""A guided start goes on when what it asks for has been done, and reads that from what happened."""

from collections.abc import Iterator

import pytest

from game.model.commands import Command, Do
from game.scenario.load import load
from game.session import start
from game.session.session import Session
from game.session.views import Choice, RoomView
from game.talk.words import Words

WAY = ("walk", "join", "ask", "listen", "follow_up", "offer", "leave", "sold_to")


@pytest.fixture
def guided(words: Words) -> Iterator[Session]:
    session = start.begin("first_five_minutes", words=words, seed=11)
    yield session
    session.close()


def wanted(view: RoomView) -> Choice:
    """What the step asks for, where it can be done; else what leads there."""
    step = view.step.until if view.step else ""
    by_key = {choice.key: choice for choice in view.choices}
    tries = {"ask": "23", "listen": "L", "follow_up": "1L", "offer": "6235L"}.get(step, "")
    named = by_key.get("6")
    if step == "offer" and named is not None and named.label.startswith("Praise"):
        tries = "235L"
    if step == "leave":
        return by_key["Esc"]
    return next((by_key[key] for key in tries if key in by_key), by_key["L"])


def test_whoever_does_what_is_said_is_led_from_the_door_to_taking_leave(guided: Session) -> None:
    seen: list[str] = []
    while guided.phase == "evening" and (view := guided.view()).step:
        if seen[-1:] != [view.step.until]:
            seen.append(view.step.until)
        if view.waiting:
            guided.submit(wanted(view).command)
        elif not view.choices and view.tick % 40 == 0:
            near = [p for p in view.people if p.id and p.activity not in ("outside", "gone")]
            if near:
                guided.submit(Command(-1, 0, Do.APPROACH, near[0].id))
        guided.tick()
    assert seen == [step for step in WAY if step in seen]
    assert seen[-1] == "sold_to" and {"walk", "join", "ask", "offer"} <= set(seen)


def test_brad_comes_last() -> None:
    people = load("first_five_minutes").people
    assert max(people, key=lambda who: who.arrives_min or 0).first_name == "Brad"


def test_elsewhere_nobody_is_guided(evening: Session) -> None:
    assert evening.view().step is None
