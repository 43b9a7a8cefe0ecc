"""The weeks on phones: what is done there counts, is kept, costs the day's time, and is nobody else's."""

import json
import shutil
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from game.model.acts import Act, Item
from game.model.feed.deeds import Deed
from game.talk.words import Words
from game.workshop import book
from game.workshop.views.phone import phone_parts
from game.workshop.views.private import EVERYBODY
from game.workshop.views.wall import wall_view
from tests.workshop.hands import CODE, Room
from tests.workshop.lines import Live
from tests.workshop.test_determinism import same

TO_ALL = [int(Deed.POST), -1, int(Act.ASK), int(Item.TOPIC), -1]
BUY, SCROLL = ([int(deed), -1, -1, -1, -1] for deed in (Deed.BUY, Deed.LURK))
NOON_OF_DAY_3 = 2 * 24 + 12


def morning_after(room: Room, *names: str) -> None:
    """An evening that styles have played, and the first hour of the weeks, with people at the phones again."""
    room.join(*names)
    room.leave_to_bots()
    room.go("evening")
    room.ticks(500)
    for seat in room.show.state.seats:
        room.do("bot", seat=seat.id, style="")
    room.go("weeks")


def hours(room: Room, until: int) -> None:
    """Let the weeks go on to an hour of theirs."""
    assert room.show.weeks is not None
    while room.show.weeks.net.tick < until:
        room.show.hour()


def shown(room: Room, seat: int, looks: int = -1) -> dict[str, Any]:
    """All that a phone shows of its feed, by part."""
    parts = phone_parts(room.show, room.show.state.seats[seat], looks)
    told = {part.key: json.loads(json.dumps(part.view())) for part in parts}
    pages = sorted((told.pop(key) for key in list(told) if key.startswith("page")), key=lambda page: page["page"])
    if pages:
        told["timeline"] = [item for page in pages for item in page["items"]][::-1]
    return told


def could(room: Room, seat: int, looks: int = EVERYBODY) -> list[dict[str, Any]]:
    """What a phone offers to do about whoever it has opened."""
    choices: list[dict[str, Any]] = shown(room, seat, looks)["deeds"]["open"]["choices"]
    return choices


@pytest.fixture
def after(room: Room) -> Room:
    morning_after(room, "Ana", "Bo", "Cem")
    return room


def test_a_phone_is_shown_the_hour_its_followers_and_what_people_wrote(after: Room) -> None:
    hours(after, NOON_OF_DAY_3)
    told = shown(after, 0)
    assert (told["hour"]["day"], told["hour"]["days"], told["hour"]["clock"]) == (3, 4, "12:00")
    assert wall_view(after.show, "", 0.0)["weeks"]["day"] == 3
    assert told["hour"]["followers"] > 0
    assert {"post", "answer"} <= {item["kind"] for item in told["timeline"]}
    assert not [key for part in told.values() for key in part if "relationship" in key]


def test_an_act_takes_its_minutes_stands_on_the_timeline_and_is_in_the_digest(after: Room) -> None:
    hours(after, NOON_OF_DAY_3)
    before, digest = shown(after, 0), after.show.digest()
    choice = next(one for one in could(after, 0) if one["c"][0] == Deed.POST)
    assert after.by(0, "steer", c=choice["c"]) == ""
    told = shown(after, 0)
    assert told["hour"]["left"] == before["hour"]["left"] - choice["min"]
    assert [item["text"] for item in told["timeline"] if item["who"] == 0][0] == choice["text"]
    assert told["deeds"]["caption"].startswith("Shown to")
    assert after.show.digest() != digest


def test_whoever_is_turned_to_is_answered_in_the_words_that_were_shown(after: Room) -> None:
    hours(after, 10)
    person = shown(after, 0)["deeds"]["people"][0]["id"]
    choice = could(after, 0, looks=person)[0]
    assert choice["c"][1] == person
    assert after.by(0, "steer", c=choice["c"]) == ""
    items = shown(after, 0)["timeline"]
    assert choice["text"] in [item["text"] for item in items if item["who"] == 0]
    assert after.by(0, "steer", c=choice["c"]) == "senseless"  # once an hour to the same person


@pytest.mark.parametrize("place", range(1, 5))
def test_a_deed_out_of_all_range_does_nothing_and_breaks_nothing(after: Room, place: int) -> None:
    for deed, number in product(Deed, (-1_000_000, -129, -2, 128, 5000, 1_000_000)):
        command = [int(deed), 1, int(Act.ASK), 0, -1]
        command[place] = number
        before = after.show.digest()
        if after.by(0, "steer", c=command) != "":
            assert after.show.digest() == before


def test_what_one_does_is_on_no_other_phone_and_changes_nobody_else_s_weeks(after: Room) -> None:
    hours(after, NOON_OF_DAY_3)
    others = [shown(after, 1), shown(after, 2)]
    assert after.show.weeks is not None
    figures = after.show.weeks.told()
    ana = after.show.state.seats[0].avatar
    after.by(0, "steer", c=BUY)
    after.by(0, "steer", c=could(after, 0)[0]["c"])
    assert [shown(after, 1), shown(after, 2)] == others
    now = after.show.weeks.told()
    assert now.pop(ana).followers > figures.pop(ana).followers + 900
    assert now == figures


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        ([Deed.MESSAGE, 10**6, Act.GREET, -1, -1], "senseless"),
        ([Deed.MESSAGE, 0, Act.GREET, -1, -1], "senseless"),
        ([Deed.POST, -1, Act.GOSSIP, -1, -1], "senseless"),
        ([4, -1, Act.ASK, -1, -1], "senseless"),
        ([Deed.MESSAGE, 10**7, Act.GREET, -1, -1], "senseless"),
    ],
)
def test_what_cannot_be_done_on_the_network_is_refused_and_changes_nothing(
    after: Room, wanted: list[int], why: str
) -> None:
    digest = after.show.digest()
    assert after.by(0, "steer", c=[int(number) for number in wanted]) == why
    assert after.show.digest() == digest


def test_a_day_has_so_many_minutes_and_what_is_left_of_it_goes_on_as_chosen(after: Room) -> None:
    for _ in range(20):
        why = after.by(0, "steer", c=SCROLL)
        if why:
            break
    assert why == "no_time"
    assert shown(after, 0)["hour"]["left"] < 15
    hours(after, 20)
    ana, bo = (shown(after, seat)["hour"]["left"] for seat in (0, 1))
    assert bo < 60 and ana < 15
    hours(after, 24 + 1)
    after.by(0, "steer", c=BUY)
    own = shown(after, 0)["hour"]["left"]
    hours(after, 24 + 21)
    assert shown(after, 0)["hour"]["left"] == own  # whoever acts has the day to themselves
    hours(after, 24 + 23)
    assert shown(after, 0)["hour"]["left"] < own  # until the evening


def test_nobody_acts_after_the_last_day_nor_without_an_evening_behind_them(after: Room) -> None:
    (late,) = after.join("Late")
    assert after.by(late.id, "steer", c=TO_ALL) == "not_now"
    assert shown(after, late.id).keys() == {"you"}
    after.live()
    assert after.by(0, "steer", c=TO_ALL) == "not_now"
    told = shown(after, 0)
    assert told["hour"]["over"] and could(after, 0) == []


def test_a_stand_in_lives_on_as_chosen_and_whoever_acts_is_back(after: Room) -> None:
    after.do("bot", seat=1, style="giver")
    hours(after, NOON_OF_DAY_3)
    assert shown(after, 1)["hour"]["bot"] and shown(after, 1)["timeline"] == []
    assert after.by(1, "steer", c=SCROLL) == ""
    assert not shown(after, 1)["hour"]["bot"]
    hours(after, NOON_OF_DAY_3 + 12)
    assert shown(after, 1)["timeline"]


def test_a_crew_votes_and_does_what_most_of_it_want(room: Room) -> None:
    room.do("settings", way="crew", crews=1)
    morning_after(room, "Ana", "Bo", "Cem")
    hours(room, 10)
    ask, share = [one["c"] for one in could(room, 0)][:2]
    room.by(0, "steer", c=ask)
    room.by(1, "steer", c=share)
    assert shown(room, 2)["deeds"]["ballot"] == {"of": 3, "in": 2, "mine": 0}
    room.by(2, "steer", c=share)
    posts = [[item["text"] for item in shown(room, seat)["timeline"] if item["who"] == 0] for seat in range(3)]
    assert posts[0] == posts[1] == posts[2] != []
    assert room.show.state.ballots == {}
    hours(room, 11)
    before = room.show.digest()
    room.by(0, "steer", c=could(room, 0)[0]["c"])
    assert room.show.digest() == before
    hours(room, 24)  # four seconds of a run sheet of 45 minutes are two and a half hours of four days
    assert room.show.state.ballots == {}


def test_whoever_comes_back_to_the_weeks_from_the_reveal_finds_them_as_they_were(after: Room) -> None:
    hours(after, 30)
    after.by(0, "steer", c=BUY)
    digest = after.show.digest()
    after.go("reveal")
    after.go("weeks")
    assert after.show.digest() == digest
    after.go("follow-up")
    after.go("weeks")
    assert after.show.moment == after.show.tick_now + 1


@pytest.mark.parametrize("saved_at", [None, 20, NOON_OF_DAY_3 + 1])
def test_after_the_laptop_died_in_the_weeks_all_that_was_acknowledged_is_there(
    tea_room: str, words: Words, tmp_path: Path, saved_at: int | None
) -> None:
    """From the entries alone, from a snapshot before the last of them, from one after it."""
    room = Room(tea_room, words)
    room.show, kept = book.begin(tea_room, words, 3, CODE)
    morning_after(room, "Ana", "Bo", "Cem")
    assert room.show.evening is not None
    kept.say(room.show, room.show.evening.lines)
    written = 0
    for until in range(1, NOON_OF_DAY_3 + 3):
        hours(room, until)
        if until % 12 == 0:
            seat = until // 12 % 3
            assert room.by(seat, "steer", c=could(room, seat)[0]["c"]) == ""
        kept.write(room.entries[written:])
        written = len(room.entries)
        if until == saved_at:
            kept.save(room.show, {})
    shutil.copytree(kept.path.parent, tmp_path / "crashed")
    kept.close()
    again, book_again, _ = book.resume(tmp_path / "crashed" / kept.path.name, words)
    book_again.close()
    risen = Room(tea_room, words)
    risen.show = again
    last = room.show.moment - 2 if saved_at is None or saved_at < NOON_OF_DAY_3 else room.show.moment - 1
    assert again.moment == last  # hours after the last entry were nobody's deed
    hours(risen, NOON_OF_DAY_3 + 2)
    same(room.show, again)
    assert [shown(risen, seat) for seat in range(3)] == [shown(room, seat) for seat in range(3)]


# on the line


def test_a_phone_opens_somebody_acts_is_acknowledged_and_is_sent_what_changed(live: Live) -> None:
    phone, _ = live.phone("Ana")
    other, _ = live.phone("Bo")
    console = live.console()
    for phase in ("evening", "follow-up", "weeks"):
        live.do(console, "go", phase=phase)
        live.steps(2.0)
    live.do(console, "stop", how="paused")
    live.steps(1.0)
    told = live.heard(phone, "deeds")[-1]
    assert live.heard(phone, "hour") and live.heard(phone, "page")
    for looks, heard in (("x", "no"), (10**9, "ack"), (EVERYBODY, "ack")):
        answer = live.ask(phone, t="look", person=looks)
        assert answer is not None and answer["t"] == heard
    live.steps(1.0)
    choices = live.heard(phone, "deeds")[-1]["open"]["choices"]
    quiet = len(live.heard(other))
    answer = live.ask(phone, t="do", kind="steer", c=choices[-1]["c"])
    assert answer is not None and answer["t"] == "ack" and answer["tick"] > live.show.tick_now
    live.steps(1.0)
    assert live.heard(phone, "deeds")[-1]["caption"] != told["caption"]
    assert len(live.heard(other)) == quiet  # nothing of it is any other phone's


def test_the_weeks_fill_the_time_the_run_sheet_leaves_for_them(live: Live) -> None:
    live.phone("Ana")
    console = live.console()
    for phase in ("evening", "weeks"):
        live.do(console, "go", phase=phase)
    live.do(console, "settings", minutes=20)
    live.steps(30.0)
    assert live.show.weeks is not None
    half = live.show.weeks.net.tick
    assert 40 <= half <= 56  # of 96 hours, after half of a minute
    live.do(console, "more_time", seconds=60)
    live.steps(30.0)
    assert half + 10 <= live.show.weeks.net.tick <= half + 22
