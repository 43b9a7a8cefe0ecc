"""The arc of a workshop: on, back and once more, how long it takes, and what is thrown into it."""

from typing import Any

import numpy as np
import pytest

from game.session.phases import Phase
from game.workshop.arc import DEBRIEF_STEPS, REVEAL_STEPS, SHEETS, SHORTEST_S, trimmed
from game.workshop.state import ARC
from game.workshop.views.debrief import debrief_of
from game.workshop.views.wall import wall_view
from tests.workshop.hands import Room

AFTER_THE_EVENING = ("decisions", "follow-up", "weeks", "reveal", "debrief")


@pytest.fixture
def two(room: Room) -> Room:
    """A lobby with two in it."""
    room.join("Ana", "Bo")
    return room


def phase(room: Room) -> str:
    return room.show.state.phase.value


# on and back


def test_nothing_begins_while_nobody_is_there(room: Room) -> None:
    assert room.go("first question") == room.go("evening") == "nobody"
    assert room.go("lobby") == "" and phase(room) == "lobby"


@pytest.mark.parametrize("name", AFTER_THE_EVENING)
def test_there_is_no_going_past_the_evening_before_there_was_one(two: Room, name: str) -> None:
    assert two.go(name) == "no_evening"
    assert phase(two) == "lobby"


@pytest.mark.parametrize("name", ["", "Evening", "break", None, 3, [], {}, ["evening"]])
def test_a_phase_that_is_none_is_refused(two: Room, name: Any) -> None:
    assert two.go(name) == "senseless"


def test_all_phases_come_one_after_the_other(two: Room) -> None:
    seen = []
    for step in ARC[1:]:
        assert two.go(step.value) == ""
        seen.append(phase(two))
    assert seen == [step.value for step in ARC[1:]]


def test_phases_can_be_skipped_and_gone_back_to(two: Room) -> None:
    two.go("evening")
    two.ticks(40)
    assert two.go("debrief") == "" and phase(two) == "debrief"
    assert two.go("prediction") == "" and phase(two) == "prediction"


def test_going_back_to_an_evening_that_is_not_over_goes_on_with_it(two: Room) -> None:
    two.go("evening")
    two.ticks(40)
    two.go("prediction")
    two.ticks(40)
    two.go("evening")
    assert two.show.tick_now == 40 and two.show.state.round == 1
    two.ticks(1)
    assert two.show.tick_now == 41


def test_once_more_is_another_evening_from_its_first_minute(two: Room) -> None:
    two.go("evening")
    two.ticks(40)
    first = two.show.evening
    two.go("evening", again=True)
    assert two.show.tick_now == 0 and two.show.state.round == 2
    assert two.show.evening is not first and first is not None
    assert two.show.evening is not None and two.show.evening.seed == first.seed + 1


def test_an_evening_that_was_ended_is_not_entered_again_but_begun_anew(two: Room) -> None:
    two.go("evening")
    two.ticks(40)
    two.go("decisions")
    two.go("evening")
    assert two.show.tick_now == 0 and two.show.state.round == 2


def test_when_the_evening_is_over_the_decisions_follow_by_themselves(two: Room) -> None:
    """Five minutes of 240 ticks."""
    two.go("evening")
    two.ticks(1199)
    assert phase(two) == "evening"
    two.ticks(1)
    assert phase(two) == "decisions" and two.show.tick_now == 1200
    two.ticks(5)
    assert two.show.tick_now == 1200


def test_what_is_stopped_stands_until_it_goes_on(two: Room) -> None:
    two.go("evening")
    for how in ("paused", "frozen"):
        two.do("stop", how=how)
        two.ticks(10)
        assert two.show.tick_now == 0 and two.phone(0)["stopped"] == how
    two.do("stop", how="")
    two.ticks(10)
    assert two.show.tick_now == 10
    assert [two.do("stop", how=how) for how in ("stopped", None, True, [])] == ["senseless"] * 4


def test_a_new_phase_is_not_stopped_and_the_spotlight_is_out(two: Room) -> None:
    two.go("evening")
    two.do("stop", how="frozen")
    two.do("light", person=0)
    two.do("more_time", seconds=60)
    two.go("decisions")
    state = two.show.state
    assert (state.stopped, state.spotlight, state.extra_s) == ("", None, 0)


def test_the_reveal_and_the_debrief_go_step_by_step_and_no_further(two: Room) -> None:
    assert two.do("step", by=1) == "no_further"
    two.go("evening")
    for name, steps in (("reveal", REVEAL_STEPS), ("debrief", DEBRIEF_STEPS)):
        two.go(name)
        seen = [two.phone(0)["step"]]
        assert two.do("step", by=-1) == "no_further"
        while not two.do("step", by=1):
            seen.append(two.phone(0)["step"])
        assert tuple(seen) == steps
        two.do("step", by=-1)
        assert two.phone(0)["step"] == steps[-2]


def test_what_is_decided_after_going_back_is_what_is_revealed(two: Room) -> None:
    two.leave_to_bots()
    two.go("evening")
    two.ticks(500)
    two.go("decisions")
    for person in two.phone(0)["people"]:
        two.by(0, "mark", to=person["id"], mark=0)
    two.go("reveal")
    two.tell()
    before = two.show.told[0]
    two.go("decisions")
    for person in two.phone(0)["people"]:
        two.by(0, "mark", to=person["id"], mark=7)
    two.go("reveal")
    two.tell()
    assert before["people"] != two.show.told[0]["people"]


# how it is played


def test_what_is_set_is_set_and_the_rest_stays(room: Room) -> None:
    assert room.do("settings", minutes=20, way="crew", crews=7, parts=True, pace=6, think_s=30.5) == ""
    state = room.show.state
    assert (state.minutes, state.way, state.crews) == (20, "crew", 7)
    assert (state.parts, state.pace, state.think_s) == (True, 6, 30.5)
    room.do("settings", minutes=75)
    assert (state.minutes, state.way, state.crews) == (75, "crew", 7)


@pytest.mark.parametrize(
    "wrong",
    [
        {"minutes": 30},
        {"minutes": 20.0},
        {"minutes": "20"},
        {"minutes": []},
        {"way": "all"},
        {"way": None},
        {"crews": 0},
        {"crews": 41},
        {"crews": 2.0},
        {"crews": True},
        {"parts": 1},
        {"parts": "yes"},
        {"pace": 0.4},
        {"pace": 12.1},
        {"pace": float("nan")},
        {"pace": "3"},
        {"pace": 10**400},
        {"pace": True},
        {"think_s": 4.9},
        {"think_s": 121},
    ],
    ids=lambda wrong: ascii(wrong)[:30],
)
def test_what_is_out_of_range_changes_nothing_not_even_what_came_with_it(room: Room, wrong: dict[str, Any]) -> None:
    before = room.show.state.plain()
    sound = {"minutes": 75, "crews": 9, "pace": 1.0} | wrong
    assert room.do("settings", **sound) == "senseless"
    assert room.show.state.plain() == before


def test_how_avatars_are_shared_out_is_settled_when_the_doors_open(two: Room) -> None:
    two.go("evening")
    assert two.do("settings", way="room") == two.do("settings", crews=2) == "not_now"
    assert two.do("settings", pace=6.0, minutes=20) == ""


def test_how_long_one_may_think_is_counted_at_the_pace_of_the_evening(two: Room) -> None:
    two.do("settings", pace=3.0, think_s=20)
    two.go("evening")
    assert two.show.evening is not None
    assert two.show.evening.world.params.think_s == 60
    two.do("settings", pace=6.0)
    assert two.show.evening.world.params.think_s == 120


# time


def test_the_run_sheets_add_up_to_their_minutes_and_leave_a_third_for_talking_about_it() -> None:
    assert {minutes: sum(sheet.values()) for minutes, sheet in SHEETS.items()} == {20: 20, 45: 45, 75: 75}
    assert all(3 * sheet[Phase.DEBRIEF] >= minutes for minutes, sheet in SHEETS.items())


def test_a_workshop_that_runs_late_takes_it_from_the_weeks_first_and_never_from_the_debrief() -> None:
    """45 minutes: weeks 150 s, follow-up 90 s, evening 600 s; each may shrink to 20 s."""
    on_time, late, very_late = trimmed(45, 0), trimmed(45, 200), trimmed(45, 10_000)
    assert on_time[Phase.WEEKS] == 150 and on_time[Phase.EVENING] == 600
    assert (late[Phase.WEEKS], late[Phase.FOLLOW_UP], late[Phase.EVENING]) == (20, 20, 600)
    assert very_late[Phase.EVENING] == SHORTEST_S == 20
    assert on_time[Phase.DEBRIEF] == very_late[Phase.DEBRIEF] == 18 * 60
    assert on_time[Phase.REVEAL] == very_late[Phase.REVEAL] == 5 * 60


def test_a_minute_more_moves_the_end_and_a_minute_less_moves_it_back(two: Room) -> None:
    """60 seconds of the wall at a pace of 3 are 180 of the evening: 720 ticks."""
    two.do("settings", pace=3.0)
    two.go("evening")
    assert two.show.evening is not None
    assert two.show.evening.world.end == 1200
    assert two.do("more_time", seconds=60) == ""
    assert two.show.evening.world.end == 1920 and two.show.state.extra_s == 60
    two.do("more_time", seconds=-60)
    assert two.show.evening.world.end == 1200


def test_less_time_than_has_passed_ends_the_evening_now_and_not_before(two: Room) -> None:
    two.go("evening")
    two.ticks(40)
    two.do("more_time", seconds=-600)
    two.ticks(1)
    assert phase(two) == "decisions" and two.show.tick_now <= 41


@pytest.mark.parametrize("seconds", [601, -601, 1.5, "60", None, True, 10**400])
def test_time_that_is_none_is_refused(two: Room, seconds: Any) -> None:
    assert two.do("more_time", seconds=seconds) == "senseless"


# what is answered


def test_everybody_is_asked_and_the_last_answer_counts(two: Room) -> None:
    two.go("first question")
    assert two.phone(0)["asked"][0]["choices"] == ["A good card", "A good question", "Luck"]
    two.by(0, "answer", question="first", answer=0)
    two.by(0, "answer", question="first", answer=2)
    two.by(1, "answer", question="first", answer=1)
    assert wall_view(two.show, "", 0)["poll"]["votes"] == [0, 1, 1]
    assert two.phone(0)["asked"][0]["answer"] == 2


@pytest.mark.parametrize("answer", [-1, 3, 1.0, "1", True, None, [], 10**400])
def test_an_answer_that_was_not_offered_is_refused(two: Room, answer: Any) -> None:
    two.go("first question")
    assert two.by(0, "answer", question="first", answer=answer) == "senseless"


def test_a_question_is_answered_in_its_phase_alone(two: Room) -> None:
    for name in ("lobby", "prediction", "evening", "decisions"):
        two.go(name)
        assert two.by(0, "answer", question="first", answer=0) == "not_now"
    for question in (None, [], {}, "nothing"):
        assert two.by(0, "answer", question=question, answer=0) == "not_now"


def test_the_weeks_are_spent_as_most_of_an_avatar_s_phones_chose(room: Room) -> None:
    room.do("settings", way="room")
    room.join("Ana", "Bo", "Cem")
    room.go("evening")
    room.ticks(40)
    room.go("follow-up")
    for seat, manner in enumerate((3, 1, 1)):
        assert room.by(seat, "answer", question="weeks", answer=manner) == ""
    room.go("weeks")
    assert room.show.state.lived == {"0": [room.show.manners[1], "nothing"]}


def test_a_plan_is_kept_in_one_line_of_280_letters(two: Room) -> None:
    two.go("evening")
    two.go("debrief")
    assert two.by(0, "answer", question="plan", answer="  ask \n\n once\tmore ") == ""
    assert two.phone(0)["plan"] == "ask once more"
    two.by(0, "answer", question="plan", answer="x" * 4000)
    assert two.phone(0)["plan"] == "x" * 280
    assert two.by(0, "answer", question="plan", answer=7) == "senseless"


def test_those_who_watch_count_what_they_hear_and_never_less_than_nothing(two: Room) -> None:
    assert two.by(0, "tally", what="pitch", by=1) == "senseless"
    two.go("evening")
    for by in (1, 1, -1, 1):
        two.by(0, "tally", what="pitch", by=by)
    two.by(0, "tally", what="question", by=-1)
    assert two.show.state.tallies == {"0": {"question": 0, "follow_up": 0, "pitch": 2}}
    for what, by in (("pitch", 2), ("pitch", None), ("laughs", 1), ([], 1), ("pitch", "1")):
        assert two.by(0, "tally", what=what, by=by) == "senseless"


# what the facilitator throws in


def test_a_bookmark_comes_back_in_the_debrief_with_its_hour_and_without_what_would_spoil_the_wall(two: Room) -> None:
    two.go("evening")
    two.ticks(480)
    two.do("bookmark", note="the \u202ecards\x00 came out")
    two.do("bookmark", note=5)
    two.do("bookmark")
    two.go("debrief")
    two.do("step", by=1)
    told = debrief_of(two.show)["questions"]
    assert "10:32" in told[0] and "cards came out" in told[0] and "\x00" not in told[0]
    assert [(mark.tick, mark.phase) for mark in two.show.state.bookmarks] == [(480, "evening")] * 3


@pytest.mark.parametrize("what", ["guest", "promoter"])
def test_somebody_more_walks_in_once(two: Room, what: str) -> None:
    assert two.do("surprise", what=what) == "not_now"
    two.go("evening")
    two.ticks(200)
    assert two.show.evening is not None
    before = int(two.show.evening.world.people.present.sum())
    assert two.do("surprise", what=what) == ""
    two.ticks(8)
    assert int(two.show.evening.world.people.present.sum()) == before + 1
    assert two.do("surprise", what=what) == "here_already"


def test_a_round_on_the_house_sends_those_who_stand_alone_to_the_bar_and_no_human(two: Room) -> None:
    two.go("evening")
    two.ticks(120)
    assert two.show.evening is not None
    people = two.show.evening.world.people
    alone = np.flatnonzero(people.present & (people.formation < 0) & ~people.human).tolist()
    said = two.do("surprise", what="bar")
    assert [command.actor for command in two.show.asked()] == alone
    assert said == ("" if alone else "nobody_free")
    assert not {seat.avatar for seat in two.show.state.seats} & set(alone)
    two.ticks(1)


@pytest.mark.parametrize("what", ["fire", "", None, [], {}, 3])
def test_a_surprise_that_is_none_is_refused(two: Room, what: Any) -> None:
    two.go("evening")
    assert two.do("surprise", what=what) == "senseless"


def test_the_spotlight_shows_who_stands_there_and_what_is_said(two: Room) -> None:
    two.leave_to_bots()
    two.go("evening")
    two.ticks(500)
    assert two.show.evening is not None
    who = int(np.flatnonzero(two.show.evening.world.people.formation >= 0)[0])
    two.do("light", person=who)
    lit = wall_view(two.show, "", 0)["light"]
    assert who in lit["who"] and len(lit["who"]) >= 2 and len(lit["names"]) == len(lit["who"])
    circle = int(two.show.evening.world.people.formation[who])
    two.do("light", circle=circle)
    assert wall_view(two.show, "", 0)["light"] == lit
    two.do("light")
    assert wall_view(two.show, "", 0)["light"] is None


@pytest.mark.parametrize("given", [{"person": 9999}, {"circle": 9999}, {"person": -1}, {"circle": "0"}, {"person": []}])
def test_a_spotlight_on_nobody_breaks_nothing(two: Room, given: dict[str, Any]) -> None:
    two.go("evening")
    assert two.do("light", **given) == ""
    lit = wall_view(two.show, "", 0)["light"]
    assert lit is None or lit["who"] == []
