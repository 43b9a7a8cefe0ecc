"""Seats: who comes in, under which name, who goes and comes back, and who plays on for them."""

import pytest

from game.session.opening import HUMAN
from game.styles.table import _ALL
from game.workshop.lobby import MOST_SEATS
from game.workshop.workshop import SPARE, STAND_IN
from tests.workshop.hands import Room


def style_of(room: Room, seat: int) -> str:
    """Who plays the avatar of a seat."""
    assert room.show.evening is not None
    return list(_ALL)[int(room.show.evening.world.people.style[room.show.state.seats[seat].avatar])]


def is_there(room: Room, avatar: int) -> bool:
    assert room.show.evening is not None
    return bool(room.show.evening.world.people.present[avatar])


def names_of(room: Room) -> list[str]:
    return [seat.name for seat in room.show.state.seated()]


# in the lobby


def test_whoever_joins_has_a_seat_under_their_name_and_no_avatar_yet(room: Room) -> None:
    (ana,) = room.join("  Ana ")
    assert (ana.id, ana.name, ana.avatar, ana.out, ana.bot) == (0, "Ana", -1, "", "")


def test_two_of_one_name_are_told_apart(room: Room) -> None:
    assert [seat.name for seat in room.join("Ana", "ana", "Ana")] == ["Ana", "ana 2", "Ana 3"]


def test_a_name_is_free_again_when_its_seat_was_removed(room: Room) -> None:
    room.join("Ana")
    room.do("send_out", seat=0, how="removed")
    assert room.join("Ana")[0].name == "Ana"


@pytest.mark.parametrize("name", ["", "   ", "\u202e", None, 5])
def test_nobody_comes_in_without_a_name(room: Room, name: object) -> None:
    assert room.do("join", name=name, token="t", pin="1") == "no_name"
    assert room.show.state.seats == []


def test_a_locked_door_lets_nobody_in_until_it_is_opened(room: Room) -> None:
    room.do("lock", on=True)
    assert room.do("join", name="Ana", token="t", pin="1") == "locked"
    room.do("lock", on=False)
    assert room.do("join", name="Ana", token="t", pin="1") == ""


def test_there_are_two_hundred_seats_and_one_who_leaves_makes_room(room: Room) -> None:
    room.join(*["Ana"] * MOST_SEATS)
    assert room.do("join", name="Ana", token="t", pin="1") == "full"
    room.do("send_out", seat=17, how="removed")
    assert room.do("join", name="Ana", token="t", pin="1") == ""
    assert len(set(names_of(room))) == MOST_SEATS == 200


def test_a_phone_can_do_nothing_that_is_the_facilitator_s(room: Room) -> None:
    room.join("Ana", "Bo")
    for kind in ("join", "new_phone", "rename", "send_out", "undo", "lock", "bot", "crew", "go", "step", "stop"):
        assert room.by(0, kind, seat=1, name="x", how="banned", phase="evening", on=True) == "senseless"
    for kind in ("more_time", "settings", "light", "bookmark", "surprise", "no_such_thing"):
        assert room.by(0, kind, seconds=60, minutes=20, what="bar") == "senseless"
    assert names_of(room) == ["Ana", "Bo"] and room.show.state.phase == "lobby"


def test_what_is_a_phone_s_is_not_the_facilitator_s(room: Room) -> None:
    room.join("Ana")
    assert [room.do(kind) for kind in ("answer", "tally", "part", "steer", "mark")] == ["senseless"] * 5


def test_a_seat_that_is_not_there_can_neither_act_nor_be_acted_on(room: Room) -> None:
    room.join("Ana", "Bo")
    room.do("send_out", seat=1, how="removed")
    room.go("first question")
    for nobody in (1, 2, -5, 10**9):
        assert room.by(nobody, "answer", question="first", answer=0) == "no_such_seat"
        assert room.do("rename", seat=nobody, name="x") == "no_such_seat"
    for nonsense in (None, "0", [], {}, 0.0):
        assert room.do("rename", seat=nonsense, name="x") == "no_such_seat"


def test_another_phone_has_the_seat_with_its_own_secret(room: Room) -> None:
    room.join("Ana")
    assert room.do("new_phone", seat=0, token="another") == ""
    assert room.show.state.seats[0].token == "another"


# names and places


def test_whoever_is_renamed_is_called_so_and_by_nobody_else_s_name(room: Room) -> None:
    room.join("Ana", "Rude Word")
    room.do("rename", seat=1, name="ana")
    assert names_of(room) == ["Ana", "ana 2"]
    assert room.do("rename", seat=1, name=" \x00 ") == "no_name"


def test_to_be_called_what_one_is_called_already_adds_no_number(room: Room) -> None:
    room.join("Ana")
    room.do("rename", seat=0, name="Ana")
    assert names_of(room) == ["Ana"]


@pytest.mark.parametrize("way", ["each", "table"])
def test_a_name_changed_during_the_evening_is_changed_in_the_room(room: Room, way: str) -> None:
    room.do("settings", way=way)
    seats = room.join("Ana", "Rude Word")
    room.go("evening")
    room.do("rename", seat=1, name="Bo")
    assert [room.show.called(seat.avatar) for seat in seats] == ["Ana", "Bo"]


def test_a_nickname_of_several_words_is_one_name_whoever_came_first(room: Room) -> None:
    seats = room.join("Ana Lucia", "Bo Derek")
    room.go("evening")
    assert [room.show.called(seat.avatar) for seat in seats] == ["Ana Lucia", "Bo Derek"]


# going, and coming back


def test_whoever_is_sent_out_is_not_among_those_seated(room: Room) -> None:
    room.join("Ana", "Bo", "Cem")
    room.do("send_out", seat=0, how="removed")
    room.do("send_out", seat=1, how="banned")
    assert names_of(room) == ["Cem"]
    assert [seat.out for seat in room.show.state.seats] == ["removed", "banned", ""]
    assert room.do("send_out", seat=2, how="shot") == "senseless"
    assert room.do("send_out", seat=0, how="banned") == "no_such_seat"


def test_undo_takes_back_the_last_change_to_a_seat_and_then_the_one_before(room: Room) -> None:
    room.join("Ana", "Bo")
    room.do("rename", seat=0, name="Cem")
    room.do("send_out", seat=1, how="banned")
    room.do("undo")
    assert names_of(room) == ["Cem", "Bo"]
    room.do("undo")
    assert names_of(room) == ["Ana", "Bo"]
    assert room.do("undo") == "nothing_to_undo"


def test_undo_gives_no_name_that_somebody_else_has_taken_meanwhile(room: Room) -> None:
    room.join("Ana")
    room.do("send_out", seat=0, how="removed")
    room.join("Ana")
    room.do("undo")
    assert sorted(names_of(room)) == ["Ana", "Ana 2"]


def test_undo_takes_back_nothing_but_what_was_changed(room: Room) -> None:
    """What else has happened to the seat since then stays: its phone, its part, its avatar."""
    room.do("settings", parts=True)
    room.join("Ana", "Bo")
    room.do("rename", seat=1, name="Cem")
    room.do("new_phone", seat=1, token="another")
    room.by(1, "part", plays=True)
    room.go("evening")
    avatar = room.show.state.seats[1].avatar
    room.do("undo")
    seat = room.show.state.seats[1]
    assert (seat.name, seat.token, seat.plays, seat.avatar) == ("Bo", "another", True, avatar)
    assert room.show.called(avatar) == "Bo"


def test_whoever_is_brought_back_after_new_doors_opened_has_an_avatar_of_their_own(room: Room) -> None:
    room.join("Ana", "Bo", "Cem")
    room.go("evening")
    room.do("send_out", seat=1, how="removed")
    room.go("evening", again=True)
    room.do("undo")
    avatars = [seat.avatar for seat in room.show.state.seated()]
    assert len(avatars) == 3 == len(set(avatars)) and min(avatars) >= 0


def test_who_left_before_the_doors_opened_again_is_not_in_the_reveal(room: Room) -> None:
    room.join("Ana", "Bo", "Cem")
    room.go("evening")
    room.do("send_out", seat=2, how="removed")
    room.go("evening", again=True)
    room.ticks(100)
    room.go("reveal")
    room.tell()
    assert sorted(room.show.told) == sorted(seat.avatar for seat in room.show.state.seated())


# during the evening


def test_everybody_seated_has_an_avatar_of_their_own_when_the_doors_open(room: Room) -> None:
    seats = room.join("Ana", "Bo", "Cem")
    assert room.go("evening") == ""
    assert len({seat.avatar for seat in seats}) == 3
    assert [room.show.called(seat.avatar) for seat in seats] == ["Ana", "Bo", "Cem"]
    room.ticks(80)
    assert all(is_there(room, seat.avatar) for seat in seats)


def test_a_place_that_nobody_took_stays_empty(room: Room) -> None:
    room.join("Ana")
    room.go("evening")
    room.ticks(400)
    assert room.show.evening is not None
    empty = [player for player in room.show.evening.players if player != room.show.state.seats[0].avatar]
    assert len(empty) == SPARE and not any(is_there(room, player) for player in empty)


def test_whoever_comes_late_walks_in_at_once_and_sees_the_room(room: Room) -> None:
    room.join("Ana")
    room.go("evening")
    room.ticks(100)
    (bo,) = room.join("Bo")
    room.ticks(8)
    assert is_there(room, bo.avatar) and room.show.called(bo.avatar) == "Bo"
    view = room.phone(bo.id)
    assert view["life"]["name"] == "Bo" and view["room"]["near"]
    assert room.by(bo.id, "steer", c=[1, -1, -1, -1, -1], x=5, y=2) == ""


def test_when_every_spare_place_is_taken_a_phone_can_still_watch(room: Room) -> None:
    room.join("Ana")
    room.go("evening")
    late = room.join(*["Bo"] * (SPARE + 1))
    assert [seat.avatar >= 0 for seat in late] == [True] * SPARE + [False]
    assert room.phone(late[-1].id)["phase"] == "evening"
    assert room.by(late[-1].id, "steer", c=[0, -1, -1, -1, -1]) == "not_now"
    assert room.by(late[-1].id, "tally", what="pitch", by=1) == ""


@pytest.mark.parametrize("phase", ["decisions", "follow-up", "weeks", "reveal", "debrief"])
def test_whoever_comes_after_the_evening_was_not_there_and_nothing_breaks(room: Room, phase: str) -> None:
    room.join("Ana", "Bo")
    room.go("evening")
    room.ticks(60)
    room.go(phase)
    cem, dan = room.join("Cem", "Dan")
    assert cem.avatar == dan.avatar == -1
    for name in ("weeks", "reveal", "debrief"):
        room.go(name)
        room.live()
        room.tell()
        assert room.phone(cem.id)["phase"] == name
    assert len(room.show.told) == 2


def test_a_style_plays_on_for_whoever_is_sent_out_and_they_play_again_when_undone(room: Room) -> None:
    room.join("Ana", "Bo")
    room.go("evening")
    assert style_of(room, 1) == HUMAN
    room.do("send_out", seat=1, how="banned")
    assert style_of(room, 1) == STAND_IN
    room.do("undo")
    assert style_of(room, 1) == HUMAN


def test_a_bot_stands_in_until_the_phone_acts_again(room: Room) -> None:
    room.join("Ana", "Bo")
    room.go("evening")
    assert room.do("bot", seat=1, style="giver") == ""
    assert style_of(room, 1) == "giver" and room.phone(1)["bot"]
    assert room.by(1, "steer", c=[0, -1, -1, -1, -1]) == ""
    assert style_of(room, 1) == HUMAN and not room.phone(1)["bot"]


def test_a_bot_can_be_sent_away_by_hand_and_has_a_style_there_is(room: Room) -> None:
    room.join("Ana")
    room.do("bot", seat=0, style="listener")
    room.go("evening")
    assert style_of(room, 0) == "listener"
    room.do("bot", seat=0, style="")
    assert style_of(room, 0) == HUMAN
    for style in ("nobody's", 5, ["giver"], HUMAN):
        assert room.do("bot", seat=0, style=style) == "senseless"


def test_a_bot_s_evening_is_lived_and_a_silent_human_s_is_not(room: Room) -> None:
    room.join("Ana", "Bo")
    room.do("bot", seat=1, style="promoter")
    room.go("evening")
    room.ticks(500)
    assert room.show.evening is not None
    said = {line.speaker for line in room.show.evening.lines}
    assert room.show.state.seats[1].avatar in said
