"""What is one's own stays so: no phone and no wall shows a secret, a part before its time, or who avoided whom."""

import json
import random
from typing import Any

import pytest

from game.talk.words import Words
from game.workshop.arc import REVEAL_STEPS
from game.workshop.export import record
from game.workshop.state import ARC, ROLES
from game.workshop.views.phone import fingerprint
from game.workshop.views.reveal import reveal_of
from game.workshop.views.wall import wall_view
from tests.workshop.hands import Room, steer_at_random, write_tea_room

PHASES = [phase.value for phase in ARC]


def keys_in(thing: Any) -> set[str]:
    """Every key anywhere in what is shown."""
    if isinstance(thing, dict):
        return set(thing).union(*map(keys_in, thing.values()))
    if isinstance(thing, list):
        return set().union(*map(keys_in, thing))
    return set()


def texts_in(thing: Any) -> set[str]:
    """Every text anywhere in what is shown."""
    if isinstance(thing, dict):
        return set().union(*map(texts_in, thing.values()))
    if isinstance(thing, list | tuple):
        return set().union(*map(texts_in, thing))
    return {thing} if isinstance(thing, str) else set()


Shown = list[tuple[str, list[dict[str, Any]], dict[str, Any]]]


def eight(room: Room) -> Room:
    """Eight seats with parts on offer, who have answered the first question; everybody takes their part but one."""
    room.do("settings", parts=True)
    room.join("Ana", "Bo", "Cem", "Dara", "Eli", "Fay", "Gus", "Hana")
    room.leave_to_bots()
    for seat in room.show.state.seats:
        room.by(seat.id, "part", plays=seat.id != 2)
    room.go("first question")
    for seat in room.show.state.seats:
        room.by(seat.id, "answer", question="first", answer=seat.id % 3)
    return room


@pytest.fixture
def full(room: Room) -> Room:
    return eight(room)


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory, words: Words) -> tuple[Room, Shown]:
    """The same, from the first question to the last step of the debrief, and all that was to be seen."""
    room = eight(Room(write_tea_room(tmp_path_factory.mktemp("shown")), words))
    return room, everything(room)


def everything(room: Room) -> Shown:
    """What is on all phones and on the wall, at every step of every phase."""
    seen = []

    def look() -> None:
        phones = [json.loads(json.dumps(room.phone(seat.id))) for seat in room.show.state.seats]
        seen.append((room.show.state.phase.value, phones, wall_view(room.show, "http://here", 1.0)))

    look()
    for phase in PHASES[2:]:
        if room.show.state.phase.value != phase:
            room.go(phase)
        look()
        for _ in range(3 if phase == "evening" else 0):
            room.ticks(200)
            look()
        for seat in room.show.state.seats:
            room.by(seat.id, "answer", question="weeks", answer=seat.id % 6)
            room.by(seat.id, "answer", question="plan", answer=f"my own plan {seat.id}")
        room.live()
        room.tell()
        look()
        while not room.do("step", by=1):
            look()
    return seen


def test_no_phone_and_no_wall_ever_shows_a_secret_of_a_seat(shown: tuple[Room, Shown]) -> None:
    secrets = {seat.token for seat in shown[0].show.state.seats} | {seat.pin for seat in shown[0].show.state.seats}
    assert len(secrets) == 16
    for phase, phones, wall in shown[1]:
        for view in (*phones, wall):
            text = json.dumps(view)
            assert not [secret for secret in secrets if f'"{secret}"' in text or "hash-of" in text], phase
            assert not {"token", "pin"} & keys_in(view), phase


def test_a_phone_knows_no_part_but_its_own(shown: tuple[Room, Shown]) -> None:
    """Parts go round: nothing, promoter, collector, listener."""
    for phase, phones, _ in shown[1]:
        for seat, view in enumerate(phones):
            role = ROLES[seat % 4]
            assert view.get("part", {}).get("role", "") == role, phase
            others = {"role", "plays"} & keys_in({name: view[name] for name in view if name != "part"})
            assert not others, phase


def test_the_wall_shows_parts_when_they_are_unmasked_and_not_before(shown: tuple[Room, Shown]) -> None:
    unmasked = []
    for phase, _, wall in shown[1]:
        unmasked.append("role" in keys_in(wall))
        if unmasked[-1]:
            assert phase == "reveal" and "parts" in REVEAL_STEPS[: REVEAL_STEPS.index(wall["reveal"]["step"]) + 1]
    assert any(unmasked) and not all(unmasked)


def test_a_part_that_was_declined_is_heard_of_by_nobody(full: Room) -> None:
    full.reach("reveal")
    full.do("step", by=1)
    full.do("step", by=1)
    told = reveal_of(full.show)["parts"]
    assert [(row["name"], row["role"]) for row in told] == [
        ("Bo", "promoter"),
        ("Dara", "listener"),
        ("Fay", "promoter"),
        ("Gus", "collector"),
        ("Hana", "listener"),
    ]
    assert [row["role"] for row in record(full.show)["people"]] == [
        *("", "promoter", "", "listener"),
        *("", "promoter", "collector", "listener"),
    ]


def test_no_part_is_offered_where_none_are(room: Room) -> None:
    room.join("Ana", "Bo", "Cem")
    room.go("evening")
    assert all("part" not in room.phone(seat) for seat in range(3))
    assert room.by(1, "part", plays=True) == "senseless"


def test_whoever_has_a_part_keeps_it_whoever_leaves_and_whatever_is_set(full: Room) -> None:
    before = {seat.id: (seat.role, seat.plays) for seat in full.show.state.seats}
    full.do("send_out", seat=0, how="removed")
    full.do("settings", crews=3)
    full.go("evening")
    full.join("Ivo")
    after = {seat.id: (seat.role, seat.plays) for seat in full.show.state.seats}
    assert {number: after[number] for number in before} == before


def test_what_came_of_an_evening_is_on_the_phone_that_steered_it_and_on_no_other(full: Room) -> None:
    full.reach("debrief", after=400)
    told = {seat.id: full.show.told[seat.avatar] for seat in full.show.state.seats}
    assert len(told) == 8
    moments = {seat: {m["quote"] for m in result["moments"] if m["quote"]} for seat, result in told.items()}
    for seat in told:
        shown = full.phone(seat)["result"]
        assert shown["cards"] == told[seat]["cards"] and shown["people"] == told[seat]["people"]
        own = texts_in(told[seat])
        others = set().union(*(texts_in(told[other]) for other in told if other != seat)) - own
        assert not others & texts_in(full.phone(seat)["result"]) - {full.phone(seat)["result"]["weeks"]["manner"]}
    assert any(moments.values())


def test_a_phone_shows_of_its_result_what_the_wall_has_come_to(full: Room) -> None:
    full.reach("reveal")
    seen = []
    for _ in REVEAL_STEPS:
        seen.append(sorted(full.phone(1)["result"]))
        full.do("step", by=1)
    assert seen[0] == ["cards", "met"]
    assert "people" in seen[1] and "avoided_by" not in seen[2] and "avoided_by" in seen[3]
    assert "twins" not in seen[3] and "twins" in seen[4]


def test_nobody_is_ever_named_as_avoided_but_on_their_own_phone(shown: tuple[Room, Shown]) -> None:
    forbidden = {"avoided_by", "avoided", "evades", "disliked", "opinion", "liking"}
    names = {seat.name for seat in shown[0].show.state.seats}
    for phase, phones, wall in shown[1]:
        assert not forbidden & keys_in(wall), phase
        if phase == "reveal" and "room" in wall["reveal"]:
            assert not names & texts_in(wall["reveal"]["room"])
            assert set(wall["reveal"]["room"]) == {"sold", "rest"}
        if phase == "reveal" and "network" in wall["reveal"]:
            assert not names & texts_in(wall["reveal"]["network"])
        for view in phones:
            outside = {name: value for name, value in view.items() if name != "result"}
            assert not forbidden & keys_in(outside), phase


def test_what_is_kept_of_an_evening_says_nothing_about_who_avoided_whom(full: Room) -> None:
    full.reach("debrief", after=400)
    kept = record(full.show)
    everywhere = keys_in(kept["people"]) | keys_in(kept["lines"]) | keys_in(kept["answers"])
    assert not {"evaded", "approached", "avoided_by", "token", "pin", "liking"} & everywhere
    assert "hash-of" not in json.dumps(kept)


def test_plans_are_nobody_s_but_who_wrote_them_and_the_wall_counts_them(shown: tuple[Room, Shown]) -> None:
    for _, phones, wall in shown[1]:
        assert "my own plan" not in json.dumps(wall)
        for seat, view in enumerate(phones):
            plans = [text for text in texts_in(view) if text.startswith("my own plan")]
            assert plans in ([], [f"my own plan {seat}"])
    assert shown[1][-1][2]["debrief"]["written"] == 8


def test_answers_of_others_are_on_no_phone(full: Room) -> None:
    """On the wall they are counted; a phone shows its own and nothing else."""
    asked = [full.phone(seat)["asked"][0] for seat in range(8)]
    assert [question["answer"] for question in asked] == [0, 1, 2, 0, 1, 2, 0, 1]
    assert "votes" not in keys_in(asked)


# what has changed is sent


@pytest.mark.parametrize(
    ("phase", "kind", "given"),
    [
        ("lobby", "settings", {"way": "room"}),
        ("lobby", "rename", {"seat": 0, "name": "Zoe"}),
        ("lobby", "settings", {"parts": False}),
        ("evening", "stop", {"how": "frozen"}),
        ("evening", "bot", {"seat": 0, "style": ""}),
        ("reveal", "step", {"by": 1}),
        ("debrief", "step", {"by": 1}),
    ],
)
def test_what_the_facilitator_changes_on_a_phone_is_sent_to_it(
    full: Room, phase: str, kind: str, given: dict[str, Any]
) -> None:
    if phase in ("reveal", "debrief"):
        full.reach(phase)
    else:
        full.go(phase)
    seat = full.show.state.seats[1] if kind == "settings" else full.show.state.seats[0]
    before, print_before = full.phone(seat.id), fingerprint(full.show, seat)
    assert full.do(kind, **given) == ""
    assert full.phone(seat.id) != before
    assert fingerprint(full.show, seat) != print_before


def test_a_decision_of_a_crew_mate_is_sent_to_the_whole_crew(tea_room: str, words: Words) -> None:
    room = Room(tea_room, words)
    room.do("settings", way="crew", crews=1)
    ana, bo = room.join("Ana", "Bo")
    room.leave_to_bots()
    room.go("evening")
    room.ticks(500)
    room.go("decisions")
    before, print_before = room.phone(bo.id), fingerprint(room.show, bo)
    room.by(ana.id, "mark", to=before["people"][0]["id"], mark=before["people"][0]["mark"] ^ 1)
    assert room.phone(bo.id) != before and fingerprint(room.show, bo) != print_before


def test_what_is_said_and_offered_on_a_phone_never_changes_for_long_without_being_sent(room: Room) -> None:
    """Four seconds of the evening at most; all else on it is a clock or a distance."""
    room.join("Ana", "Bo", "Cem")
    room.go("evening")
    chance = random.Random(5)
    sent: dict[int, tuple[Any, Any, int]] = {}
    for _ in range(200):
        steer_at_random(room, chance)
        room.ticks(1)
        for seat in room.show.state.seats:
            now, seen = fingerprint(room.show, seat), room.phone(seat.id)["room"].get("circle")
            print_then, shown, since = sent.get(seat.id, (None, None, 0))
            if now != print_then:
                sent[seat.id] = (now, seen, room.show.tick_now)
            elif seen != shown:
                assert room.show.tick_now - since <= 16
