"""An avatar does what its phone asks; where several steer, what most of them ask."""

from typing import Any

import pytest

from game.model.commands import Do
from game.workshop.steering import VOTE_S
from tests.workshop.hands import Room

STAY, TO_THE_TABLE, TO_THE_BAR = ([Do.STAY, -1, -1, -1, -1], [Do.GO, 0, -1, -1, -1], [Do.GO, 2, -1, -1, -1])


def crews(room: Room, people: int, crews: int = 1) -> None:
    """A room of crews whose doors have just opened."""
    room.do("settings", way="crew", crews=crews)
    room.join(*(f"P{number}" for number in range(people)))
    room.go("evening")


def wanted(room: Room) -> list[list[int]]:
    """What takes effect with the next tick."""
    return [list(command[2:7]) for command in room.show.asked()]


def test_alone_one_is_obeyed_at_once(room: Room) -> None:
    (ana,) = room.join("Ana")
    room.go("evening")
    assert room.by(0, "steer", c=TO_THE_BAR) == ""
    (command,) = room.show.asked()
    assert command.actor == ana.avatar and wanted(room) == [TO_THE_BAR]
    room.ticks(1)
    assert room.show.asked() == []


def test_an_avatar_walks_where_its_phone_points(room: Room) -> None:
    (ana,) = room.join("Ana")
    room.go("evening")
    room.ticks(4)
    room.by(0, "steer", c=[Do.WALK, -1, -1, -1, -1], x=2.5, y=3.5)
    room.ticks(60)
    assert room.show.evening is not None
    people = room.show.evening.world.people
    assert abs(people.x[ana.avatar] - 2.5) + abs(people.y[ana.avatar] - 3.5) < 1


def test_of_what_is_asked_while_everything_stands_still_the_last_counts(room: Room) -> None:
    room.join("Ana", "Ben")
    room.go("evening")
    room.ticks(4)
    room.do("stop", how="frozen")
    for turn in range(200):
        room.by(0, "steer", c=[Do.WALK, -1, -1, -1, -1], x=turn / 50, y=3.5)
        room.by(1, "steer", c=[Do.LISTEN, -1, -1, -1, -1])
    room.by(0, "steer", c=[Do.LEAVE, -1, -1, -1, -1])
    room.by(0, "steer", c=TO_THE_BAR)
    assert wanted(room) == [[Do.LEAVE, -1, -1, -1, -1], TO_THE_BAR, [Do.LISTEN, -1, -1, -1, -1]]


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"c": None},
        {"c": 5},
        {"c": "01234"},
        {"c": [0, -1, -1, -1]},
        {"c": [0, -1, -1, -1, -1, -1]},
        {"c": [True, -1, -1, -1, -1]},
        {"c": [0.0, -1, -1, -1, -1]},
        {"c": [Do.MARK, 1, -1, 1, -1]},
        {"c": [99, -1, -1, -1, -1]},
        {"c": [-1, -1, -1, -1, -1]},
        {"c": [0, 10_001, -1, -1, -1]},
        {"c": [0, 10**400, -1, -1, -1]},
        {"c": [Do.WALK, -1, -1, -1, -1], "x": "2"},
        {"c": [Do.WALK, -1, -1, -1, -1], "x": float("nan")},
        {"c": [Do.WALK, -1, -1, -1, -1], "y": float("inf")},
        {"c": [Do.WALK, -1, -1, -1, -1], "y": -1001},
        {"c": [Do.WALK, -1, -1, -1, -1], "x": 10**400},
        {"c": [Do.WALK, -1, -1, -1, -1], "x": None},
        {"c": [Do.WALK, -1, -1, -1, -1], "x": True},
    ],
    ids=lambda given: ascii(given)[:40],
)
def test_what_is_no_command_is_refused(room: Room, given: dict[str, Any]) -> None:
    room.join("Ana")
    room.go("evening")
    assert room.by(0, "steer", **given) == "senseless"
    assert room.show.asked() == []


@pytest.mark.parametrize("numbers", [[4, 10_000, 10_000, 10_000, 10_000], [3, -10_000, 0, 0, 0], [4, 0, -9, 200, 7000]])
def test_a_command_out_of_all_range_does_nothing_and_breaks_nothing(room: Room, numbers: list[int]) -> None:
    room.join("Ana")
    room.go("evening")
    room.ticks(20)
    assert room.by(0, "steer", c=numbers, x=-1000, y=1000) == ""
    room.ticks(20)


def test_nobody_is_steered_outside_the_evening(room: Room) -> None:
    room.join("Ana")
    assert room.by(0, "steer", c=STAY) == "not_now"
    room.go("evening")
    room.go("decisions")
    assert room.by(0, "steer", c=STAY) == "not_now"


# crews


def test_crews_are_dealt_evenly_and_each_has_one_avatar(room: Room) -> None:
    crews(room, people=7, crews=3)
    seats = room.show.state.seats
    assert [seat.crew for seat in seats] == [0, 1, 2, 0, 1, 2, 0]
    avatars = {seat.crew: seat.avatar for seat in seats}
    assert len(set(avatars.values())) == 3
    assert all(seat.avatar == avatars[seat.crew] for seat in seats)


def test_a_newcomer_joins_the_smallest_crew_and_its_avatar(room: Room) -> None:
    crews(room, people=5, crews=2)
    (late,) = room.join("Late")
    assert late.crew == 1 and late.avatar == room.show.state.seats[1].avatar


def test_a_seat_is_moved_to_another_crew_before_the_doors_open_and_not_after(room: Room) -> None:
    room.do("settings", way="crew", crews=2)
    room.join("Ana", "Bo")
    assert room.do("crew", seat=0, crew=1) == ""
    room.go("evening")
    seats = room.show.state.seats
    assert seats[0].avatar == seats[1].avatar
    assert room.do("crew", seat=0, crew=0) == "senseless"


def test_what_most_of_a_crew_want_is_done_as_soon_as_all_have_voted(room: Room) -> None:
    crews(room, people=3)
    room.by(0, "steer", c=STAY)
    room.by(1, "steer", c=TO_THE_BAR)
    assert wanted(room) == [] and room.phone(0)["room"]["ballot"] == {"of": 3, "in": 2, "mine": 1}
    room.by(2, "steer", c=TO_THE_BAR)
    assert wanted(room) == [TO_THE_BAR] and room.show.state.ballots == {}


def test_of_as_many_votes_what_was_wanted_first_is_done(room: Room) -> None:
    crews(room, people=4)
    for seat, vote in enumerate((TO_THE_TABLE, TO_THE_BAR, TO_THE_BAR, TO_THE_TABLE)):
        room.by(seat, "steer", c=vote)
    assert wanted(room) == [TO_THE_TABLE]


def test_a_vote_can_be_changed_and_counts_once(room: Room) -> None:
    crews(room, people=3)
    room.by(0, "steer", c=STAY)
    room.by(0, "steer", c=TO_THE_BAR)
    room.by(0, "steer", c=TO_THE_BAR)
    assert room.phone(1)["room"]["ballot"] == {"of": 3, "in": 1, "mine": 0}
    room.by(1, "steer", c=STAY)
    room.by(2, "steer", c=TO_THE_BAR)
    assert wanted(room) == [TO_THE_BAR]


def test_when_time_is_up_the_votes_there_are_decide(room: Room) -> None:
    """Four seconds of the wall at a pace of 6: 24 seconds of the evening, 96 ticks."""
    room.do("settings", pace=6.0)
    crews(room, people=3)
    room.by(1, "steer", c=TO_THE_BAR)
    assert VOTE_S == 4
    room.ticks(96)
    assert room.show.state.ballots and wanted(room) == []
    room.ticks(1)
    assert room.show.state.ballots == {}


def test_a_crew_does_not_wait_for_the_votes_of_its_bots(room: Room) -> None:
    crews(room, people=3)
    room.do("bot", seat=2, style="giver")
    room.by(0, "steer", c=TO_THE_BAR)
    assert wanted(room) == []
    room.by(1, "steer", c=TO_THE_BAR)
    assert wanted(room) == [TO_THE_BAR]


def test_a_crew_left_with_bots_alone_is_played_by_them(room: Room) -> None:
    crews(room, people=2)
    room.do("bot", seat=1, style="giver")
    assert room.show.evening is not None
    human = room.show.evening.world.people.human
    assert human[room.show.state.seats[0].avatar]
    room.do("send_out", seat=0, how="removed")
    assert not human[room.show.state.seats[1].avatar]


def test_the_whole_room_steers_one_avatar(room: Room) -> None:
    room.do("settings", way="room")
    room.join("Ana", "Bo", "Cem")
    room.go("evening")
    (late,) = room.join("Late")
    assert [seat.avatar for seat in room.show.state.seats] == [0, 0, 0, 0] and late.avatar == 0
    assert room.show.called(0) == "Alex"
    for seat in range(4):
        room.by(seat, "steer", c=TO_THE_BAR)
    assert wanted(room) == [TO_THE_BAR]


def test_a_ballot_does_not_outlive_its_phase(room: Room) -> None:
    crews(room, people=2)
    room.by(0, "steer", c=TO_THE_BAR)
    room.go("evening", again=True)
    assert room.show.state.ballots == {}


# decisions


def test_a_mark_is_kept_for_whoever_was_met_and_is_one_s_own(room: Room) -> None:
    room.join("Ana", "Bo")
    room.leave_to_bots()
    room.go("evening")
    room.ticks(500)
    room.go("decisions")
    person = room.phone(0)["people"][0]["id"]
    assert room.by(0, "mark", to=person, mark=4) == ""
    assert next(p["mark"] for p in room.phone(0)["people"] if p["id"] == person) == 4
    assert room.by(0, "mark", to=person, mark=0) == ""
    assert next(p["mark"] for p in room.phone(0)["people"] if p["id"] == person) == 0


@pytest.mark.parametrize(
    "given",
    [
        {"to": 3, "mark": 16},
        {"to": 3, "mark": -1},
        {"to": -1, "mark": 1},
        {"to": 10**9, "mark": 1},
        {"to": 10**400, "mark": 1},
        {"to": "3", "mark": 1},
        {"to": 3, "mark": True},
        {"to": 0, "mark": 1},
        {},
    ],
    ids=lambda given: ascii(given)[:40],
)
def test_a_senseless_mark_is_refused(room: Room, given: dict[str, Any]) -> None:
    room.join("Ana")
    room.go("evening")
    assert room.show.state.seats[0].avatar == 0
    room.go("decisions")
    assert room.by(0, "mark", **given) == "senseless"


def test_nothing_is_decided_when_the_morning_has_come(room: Room) -> None:
    room.join("Ana")
    assert room.by(0, "mark", to=3, mark=1) == "not_now"
    room.go("evening")
    room.go("follow-up")
    assert room.by(0, "mark", to=3, mark=1) == "not_now"
