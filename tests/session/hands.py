"""Players made of a few lines, for tests: they look at the view and submit commands, as the stage does."""

from collections.abc import Callable
from pathlib import Path

from game.model.commands import Command, Do
from game.session import clock, viewing
from game.session.session import Session
from game.session.views import Choice, RoomView

FRAME_S = 0.25

SCENARIO = """\
format: 1
id: tea_break
title: The Tea Break
lesson: People remember who listened.
evening: {starts: "10:30", minutes: 5, pace: 3}
venue:
  plan: |
    #####D######
    #..........#
    #..t....t..#
    #..........#
    #B.........#
    ############
topics: [bakery, hiring, sailing, grants]
player:
  name: Alex Morgan
  work: runs a web shop for bicycle parts
  interests: [sailing, hiring]
  need: {topic: grants, words: somebody who has got a grant}
  offer: {topic: hiring, words: a list of good part-timers}
  stories:
    - {topic: sailing, text: I once sailed to an island that had moved., hook: the island that had moved}
attendees:
  - name: Dana Ruiz
    pronoun: she
    work: runs a bakery with two ovens and no manager
    interests: [bakery, hiring]
    need: {topic: hiring, words: somebody to run the morning shift}
    offer: {topic: grants, words: a contact at the small-business desk}
    stories:
      - {topic: bakery, text: The oven died at Christmas with the stollen in it., hook: the oven that died}
  - name: Omar Haddad
    pronoun: he
    work: repairs sails
    interests: [sailing, grants]
    need: {topic: bakery, words: bread for forty people}
    offer: {topic: sailing, words: a berth in August} # ok: WR602
  - name: Ines Carvalho
    pronoun: she
    work: writes grant proposals
    interests: [grants, bakery]
    knows: [Dana Ruiz]
  - name: Brad Pike
    pronoun: he
    work: sells growth
    style: promoter
  - name: Teo Lindgren
    work: keeps the books of small firms
    interests: [hiring, sailing]
    traits: {patience: 1, gossip: 0, memory: 1, charm: 0.5}
"""


def write_scenario(folder: Path) -> str:
    """A short evening with a handful of people; its path."""
    path = folder / "tea_break" / "scenario.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(SCENARIO, encoding="utf-8")
    return str(path)


def the_nth(number: int) -> Callable[[RoomView], Choice]:
    """Takes another choice each time, the same ones in the same situations."""

    def pick(view: RoomView) -> Choice:
        return view.choices[(view.tick // 2 + number) % len(view.choices)]

    return pick


def play(session: Session, pick: Callable[[RoomView], Choice], thinks_s: float = 0.0, until: int = 2**31) -> None:
    """Walk up to whoever is nearest, and choose whenever the room waits, after `thinks_s` of wall clock."""
    while session.phase == "evening" and session.evening.tick < until:
        view = session.view()
        if view.waiting:
            for _ in range(int(thinks_s / FRAME_S)):
                session.advance(FRAME_S)
            session.submit(pick(view).command)
        elif not view.choices and view.tick % 40 == 0:
            walk_up(session, view)
        session.tick()


def wall_minutes(session: Session, thinks_s: float) -> float:
    """How long an evening takes a calm player, who thinks so long over each choice, asks, tells, listens and goes.

    Computed from the rate at which the clock runs, without waiting for it.
    """
    wall_s, chosen = 0.0, 0
    while session.phase == "evening":
        if session.waiting:
            wall_s, chosen = wall_s + thinks_s, chosen + 1
            session.submit(_calm(session.view(), chosen).command)
        elif session.evening.world.people.formation[0] < 0 and session.evening.tick % 40 == 0:
            walk_up(session, session.view())
        wall_s += clock.TICK_S / viewing.rate(session.evening, session.pace)
        session.tick()
    return wall_s / 60


def _calm(view: RoomView, chosen: int) -> Choice:
    """Two sayings, then listening; goes after ten choices."""
    sayings = [choice for choice in view.choices if choice.group in ("ask", "tell", "give")]
    if chosen % 10 == 0:
        return view.choices[-1]
    if chosen % 3 == 2 and not view.asked or not sayings:
        return view.choices[-2]
    return sayings[chosen % min(3, len(sayings))]


def walk_up(session: Session, view: RoomView) -> None:
    """Towards the nearest person standing about."""
    me = view.people[view.me]
    others = [p for p in view.people if p.id != view.me and p.activity not in ("outside", "gone")]
    if me.activity != "outside" and others:
        near = min(others, key=lambda p: (p.x - me.x) ** 2 + (p.y - me.y) ** 2)
        session.submit(Command(-1, view.me, Do.APPROACH, near.id))
