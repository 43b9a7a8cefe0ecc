"""Where the player wants to go next is not forgotten while they take their leave."""

import pytest

from game.model.commands import Command, Do
from game.session import start
from game.session.session import Session
from game.talk.words import Words
from tests.session.hands import walk_up


def in_company(session: Session) -> None:
    while not session.waiting:
        if session.evening.tick % 40 == 0:
            walk_up(session, session.view())
        session.tick()


def leaving(session: Session) -> Session:
    """The player's leave line is under way."""
    in_company(session)
    session.submit(Command(-1, 0, Do.LEAVE))
    session.tick()
    return session


def elsewhere(session: Session) -> int:
    """Somebody who is in the room and not in the player's circle."""
    people = session.evening.world.people
    for _ in range(200):
        there = [i for i in range(1, 6) if people.present[i] and people.formation[i] != people.formation[0]]
        if there:
            return there[0]
        session.tick()
    raise AssertionError("everybody stands with the player")


def parted(session: Session) -> Session:
    people = session.evening.world.people
    for _ in range(120):
        if people.formation[0] < 0:
            break
        session.tick()
    assert people.formation[0] < 0
    session.tick()
    return session


def test_whom_the_player_chose_during_the_leave_is_walked_up_to_once_it_is_taken(evening: Session) -> None:
    in_company(evening)
    other = elsewhere(evening)
    evening.submit(Command(-1, 0, Do.LEAVE))
    evening.submit(Command(-1, 0, Do.APPROACH, other))
    assert parted(evening).evening.world.people.target[0] == other


def test_of_several_ways_chosen_the_last_counts(evening: Session) -> None:
    leaving(evening)
    evening.submit(Command(-1, 0, Do.APPROACH, 1))
    evening.tick()
    evening.submit(Command(-1, 0, Do.WALK, x=3.0, y=2.0))
    people = parted(evening).evening.world.people
    assert people.target[0] < 0
    assert (people.goal_x[0], people.goal_y[0]) == (3.0, 2.0)


def test_who_speaks_on_after_all_goes_nowhere(evening: Session) -> None:
    in_company(evening)
    saying = next(choice.command for choice in evening.view().choices if choice.command.do == Do.SAY)
    evening.submit(Command(-1, 0, Do.LEAVE))
    evening.submit(Command(-1, 0, Do.WALK, x=3.0, y=2.0))
    evening.submit(saying)
    evening.tick()
    assert evening.evening._wishes[0].command is None


def test_who_leaves_is_not_kept_by_listening(evening: Session) -> None:
    leaving(evening)
    evening.submit(Command(-1, 0, Do.LISTEN))
    parted(evening)


def test_while_leave_is_taken_there_is_nothing_to_choose(evening: Session) -> None:
    assert leaving(evening).view().choices == ()


@pytest.mark.parametrize("crash", [False, True])
def test_a_wish_outlives_the_run_being_closed_or_killed(tea_break: str, words: Words, crash: bool) -> None:
    session = leaving(start.begin(tea_break, words=words, seed=3))
    session.submit(Command(-1, 0, Do.WALK, x=3.0, y=2.0))
    session.tick()
    if crash:
        assert session._journal is not None
        session._journal.close()
    else:
        session.close()
    again = start.resume(session.run, words)
    people = parted(again).evening.world.people
    assert (people.goal_x[0], people.goal_y[0]) == (3.0, 2.0)
    again.close()
    replayed, _ = start.replay(session.run, words)
    assert replayed.evening.digest() == again.evening.digest()
