"""The same entries lead to the same workshop: again, after a snapshot, after a crash."""

import os
import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from game.session import versions
from game.session.journal import Journal
from game.session.packing import pack, unpack
from game.talk.words import Words
from game.workshop import book
from game.workshop.book import Book
from game.workshop.entry import Entry
from game.workshop.workshop import Workshop
from tests.workshop.hands import CODE, Room, steer_at_random, write_tea_room

SEED = 3
LEFT = ("lobby", "first question", "prediction", "evening", "decisions", "follow-up", "weeks", "reveal", "debrief")


def lived(room: Room, chance: random.Random, until: str = "debrief", ticks: int = 260) -> Room:
    """Several humans, a bot, a latecomer, a guest and whatever chance has them do, up to a phase."""
    room.do("settings", parts=True, pace=4.0)
    room.join("Ana", "Bo", "Cem", "Dara")
    room.do("bot", seat=3, style="promoter")
    for name in LEFT[1 : LEFT.index(until) + 1]:
        room.go(name)
        for seat in range(4):
            for question in ("first", "prediction", "morning", "weeks", "feeling"):
                room.by(seat, "answer", question=question, answer=chance.randrange(3))
        for tick in range(ticks if name == "evening" else 0):
            steer_at_random(room, chance)
            if tick == 60:
                room.do("surprise", what="guest")
            if tick == 100:
                room.join("Late")
            if tick == 150:
                room.do("rename", seat=1, name="Bob")
                room.do("send_out", seat=2, how="removed")
            if tick == 200:
                room.do("more_time", seconds=10)
            room.ticks(1)
        for person in room.phone(0).get("people", []):
            room.by(0, "mark", to=person["id"], mark=chance.randrange(8))
        room.live()
    return room


def same(one: Workshop, other: Workshop) -> None:
    """All there is of two workshops is the same."""
    assert one.state.plain() == other.state.plain()
    assert one.digest() == other.digest()
    assert one.asked() == other.asked()
    if one.evening is not None and other.evening is not None:
        assert one.evening.lines == other.evening.lines
        memories = [show.voice.memory() | {"promises": {}} for show in (one.evening, other.evening)]
        assert memories[0] == memories[1]  # what phones were shown as sayable is kept by nobody
        heard = [[list(c.heard) for c in show.chronicles.values()] for show in (one.evening, other.evening)]
        assert heard[0] == heard[1]


def on_to_the_end(room: Room) -> str:
    """Go through whatever is left, the evening not to its last minute; the digest of it all."""
    for name in LEFT[LEFT.index(room.show.state.phase.value) :]:
        if name != room.show.state.phase.value:
            room.go(name)
        if room.show.running:
            room.ticks(40)
        room.live()
    room.tell()
    return f"{room.show.digest()} {room.show.told}"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, words: Words) -> Room:
    """One workshop, lived to its end."""
    return lived(Room(write_tea_room(tmp_path_factory.mktemp("whole")), words, SEED), random.Random(1))


@pytest.fixture
def begun(tea_room: str, words: Words) -> Iterator[tuple[Room, Book]]:
    """A workshop with its book."""
    room = Room(tea_room, words, SEED)
    show, kept = book.begin(tea_room, words, SEED, CODE)
    room.show = show
    yield room, kept
    kept.close()


def test_the_same_entries_at_the_same_ticks_give_the_same_workshop(whole: Room, tea_room: str, words: Words) -> None:
    again = Room(tea_room, words, SEED)
    book.relive(again.show, whole.entries)
    again.live()
    assert len(whole.entries) > 80 and "-" in whole.show.digest()
    same(whole.show, again.show)


def test_another_seed_gives_another_evening(whole: Room, tea_room: str, words: Words) -> None:
    other = Room(tea_room, words, SEED + 10)
    book.relive(other.show, whole.entries)
    other.live()
    assert whole.show.digest() != other.show.digest()


def test_what_one_seat_does_gives_another_evening(whole: Room, tea_room: str, words: Words) -> None:
    other = Room(tea_room, words, SEED)
    left_out = [entry for entry in whole.entries if entry.kind == "steer" and entry.seat == 0]
    book.relive(other.show, [entry for entry in whole.entries if entry not in left_out])
    other.live()
    assert left_out and whole.show.digest() != other.show.digest()


@pytest.mark.parametrize("phase", LEFT)
def test_a_workshop_frozen_in_any_phase_goes_on_as_the_one_that_was_not(
    tea_room: str, words: Words, phase: str
) -> None:
    room = lived(Room(tea_room, words, SEED), random.Random(2), until=phase, ticks=110)
    again = Room(tea_room, words, SEED)
    arrays, plain = unpack(pack(*room.show.freeze()))
    again.show.thaw(arrays, plain, list(room.show.evening.lines) if room.show.evening else [])
    if phase in ("weeks", "reveal", "debrief"):
        again.live()
    same(room.show, again.show)
    assert on_to_the_end(room) == on_to_the_end(again)


@pytest.mark.parametrize("phase", ["lobby", "prediction", "evening", "decisions", "weeks", "debrief"])
def test_a_workshop_is_taken_up_from_its_entries_alone(
    begun: tuple[Room, Book], words: Words, phase: str, tmp_path: Path
) -> None:
    room, kept = begun
    lived(room, random.Random(3), until=phase, ticks=110)
    kept.write(room.entries)
    again, book_again, running = book.resume(as_after_a_crash(kept, tmp_path), words)
    book_again.close()
    if room.show.state.phase.value == "evening":
        for _ in range(room.show.tick_now - again.tick_now):
            again.tick()  # what nobody touched since the last entry was not written down
    while again.weeks is not None and not again.weeks.over:
        again.hour()
    assert running == {}
    same(room.show, again)


def test_a_snapshot_and_the_entries_after_it_are_as_good_as_all(
    begun: tuple[Room, Book], words: Words, tmp_path: Path
) -> None:
    room, kept = begun
    chance, written = random.Random(4), 0
    room.join("Ana", "Bo", "Cem")
    room.go("evening")
    for tick in range(200):
        steer_at_random(room, chance)
        kept.write(room.entries[written:])
        written = len(room.entries)
        kept.say(room.show, room.show.tick())
        if tick in (60, 120):
            kept.save(room.show, {"evening": float(tick)})
    room.by(0, "steer", c=[0, -1, -1, -1, -1])
    kept.write(room.entries[written:])
    again, book_again, running = book.resume(as_after_a_crash(kept, tmp_path), words)
    book_again.close()
    assert running == {"evening": 120.0} and again.tick_now == 200
    same(room.show, again)


def test_lines_of_an_evening_before_are_not_taken_for_those_of_the_next(
    begun: tuple[Room, Book], words: Words, tmp_path: Path
) -> None:
    """Another evening begins before the lines of the first are saved, and is saved when it has begun."""
    room, kept = begun
    room.join("Ana", "Bo", "Cem")
    room.leave_to_bots()
    room.go("evening")
    for _ in range(300):
        kept.say(room.show, room.show.tick())
    room.go("evening", again=True)
    for _ in range(150):
        kept.say(room.show, room.show.tick())
    kept.write(room.entries)
    kept.save(room.show, {})
    again, book_again, _ = book.resume(as_after_a_crash(kept, tmp_path), words)
    book_again.close()
    assert room.show.evening is not None and len(room.show.evening.lines) > 3
    same(room.show, again)


def test_a_workshop_can_be_left_and_taken_up_again_and_again(tea_room: str, words: Words, tmp_path: Path) -> None:
    room = Room(tea_room, words, SEED)
    room.show, kept = book.begin(tea_room, words, SEED, CODE)
    for name in ("Ana", "Bo", "Cem", "Dara"):
        room.entries.clear()
        room.join(name)
        room.by(0, "answer", question="first", answer=len(name) % 3)
        if name == "Ana":
            room.go("first question")
        kept.write(room.entries)
        kept.close()
        before = room.show.state.plain()
        room.show, kept, _ = book.resume(kept.path, words)
        assert room.show.state.plain() == before
    kept.close()


@pytest.mark.parametrize("cut", [1, 50, 5000])
def test_torn_last_bytes_cost_the_last_entries_and_no_others(
    begun: tuple[Room, Book], words: Words, tmp_path: Path, cut: int
) -> None:
    room, kept = begun
    for name in ("Ana", "Bo", "Cem"):
        room.entries.clear()
        room.join(name)
        kept.write(room.entries)
    crashed = as_after_a_crash(kept, tmp_path)
    log = crashed.with_name(f"{crashed.name}-wal")
    whole = log.read_bytes()
    log.write_bytes(whole[:-cut])
    again, book_again, _ = book.resume(crashed, words)
    names = [seat.name for seat in again.state.seats]
    assert names == ["Ana", "Bo", "Cem"][: len(names)] and 1 <= len(names) < 3
    book_again.write([Entry("join", -1, {"name": "Dara", "token": "d", "pin": "1"})])
    book_again.close()


def test_a_damaged_snapshot_is_made_up_for_by_the_one_before_and_the_entries_since(
    begun: tuple[Room, Book], words: Words, tmp_path: Path
) -> None:
    room, kept = begun
    room.join("Ana", "Bo")
    kept.write(room.entries)
    kept.save(room.show, {"lobby": 1.0})
    room.entries.clear()
    room.join("Cem")
    kept.write(room.entries)
    kept.save(room.show, {"lobby": 2.0})
    crashed = as_after_a_crash(kept, tmp_path)
    with closing(sqlite3.connect(crashed)) as database, database:
        database.execute("UPDATE snapshots SET blob = x'1234' WHERE seq = (SELECT MAX(seq) FROM snapshots)")
    again, book_again, running = book.resume(crashed, words)
    book_again.close()
    assert running == {"lobby": 1.0}
    same(room.show, again)


# which is taken up


def test_the_newest_that_has_not_ended_is_taken_up(tea_room: str, words: Words) -> None:
    kept = [book.begin(tea_room, words, SEED, CODE)[1] for _ in range(3)]
    kept[2].remember({"ended": True})
    for number, one in enumerate(kept):
        one.close()
        touch(one.path, 1000.0 + number)
    assert book.unfinished() == kept[1].path


def test_a_journal_of_another_model_is_not_taken_up(
    tea_room: str, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, kept = book.begin(tea_room, words, SEED, CODE)
    kept.close()
    assert book.unfinished() == kept.path
    monkeypatch.setattr(versions, "model_hash", lambda: "another")
    assert book.unfinished() is None


def test_what_is_no_workshop_is_passed_over(tea_room: str, words: Words) -> None:
    _, kept = book.begin(tea_room, words, SEED, CODE)
    kept.close()
    (book.folder() / "broken.workshop").write_bytes(b"shopping list\n" * 400)
    (book.folder() / "empty.workshop").write_bytes(b"")
    assert book.unfinished() == kept.path


def test_one_that_is_open_elsewhere_is_not_taken_up(begun: tuple[Room, Book]) -> None:
    assert book.unfinished() is None


def test_a_workshop_that_is_forgotten_leaves_no_file(begun: tuple[Room, Book]) -> None:
    room, kept = begun
    room.join("Ana")
    kept.write(room.entries)
    kept.save(room.show, {})
    assert [file.name for file in book.folder().iterdir()] != []
    kept.close()
    book.forget(kept.path)
    assert list(book.folder().iterdir()) == []


def as_after_a_crash(kept: Book, folder: Path) -> Path:
    """What is on the disk now, elsewhere."""
    there = folder / "as_after_a_crash"
    shutil.copytree(kept.path.parent, there)
    return there / kept.path.name


def touch(path: Path, when: float) -> None:
    """Pretend that a file was last written at a second."""
    os.utime(path, (when, when))


def test_what_is_written_down_is_plain_data(whole: Room) -> None:
    """No secret of the console's is in an entry, and nothing that JSON changes."""
    kept: Any = [list(entry) for entry in whole.entries]
    journal_like = [[kind, seat, data, tick] for kind, seat, data, tick in kept]
    assert unpack(pack({}, {"entries": journal_like}))[1]["entries"] == journal_like


def test_an_entry_that_was_refused_is_refused_again_and_changes_nothing(tea_room: str, words: Words) -> None:
    room = Room(tea_room, words, SEED)
    room.join("Ana")
    refused = Entry("answer", 0, {"question": "first", "answer": 1})
    again = Room(tea_room, words, SEED)
    book.relive(again.show, [*room.entries, refused])
    same(room.show, again.show)


def test_a_journal_holds_every_entry_with_its_tick(begun: tuple[Room, Book], tmp_path: Path) -> None:
    room, kept = begun
    room.join("Ana")
    room.go("evening")
    room.ticks(17)
    room.by(0, "steer", c=[1, -1, -1, -1, -1], x=1.25, y=2)
    kept.write(room.entries)
    journal = Journal.open(as_after_a_crash(kept, tmp_path))
    last = journal.entries()[-1]
    journal.close()
    assert last == (17, 0, "steer", {"c": [1, -1, -1, -1, -1], "x": 1.25, "y": 2})
