"""A workshop under way: what is answered is on the disk, a seat is on one line, and nobody gets in by guessing."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from game.session.journal import Journal
from game.session.trouble import JournalError
from game.talk.words import Words
from game.web.hub import Message, Peer
from game.workshop import book
from game.workshop.book import Book
from game.workshop.doors import CODES_A_MINUTE, GUESSES_A_MINUTE
from game.workshop.entry import Entry
from game.workshop.reception import ACTS_AT_ONCE
from game.workshop.running import SAVE_S
from game.workshop.workshop import BY_FACILITATOR, BY_SEATS
from tests.workshop.hands import CODE
from tests.workshop.lines import CONSOLE_PIN, HERE, Live

FULL = JournalError("the file", "room on the disk", "a full one")


def gone(connection: int) -> Message:
    """What the server says of a line that is gone."""
    return Message(connection, None, Peer(f"10.0.0.{connection}", False))


class Disk:
    """A disk that can refuse whatever is to be written."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.refuses = False
        really = Journal._transaction

        @contextmanager
        def maybe(journal: Journal) -> Iterator[Any]:
            if self.refuses:
                raise FULL
            with really(journal) as database:
                yield database

        monkeypatch.setattr(Journal, "_transaction", maybe)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


def on_the_disk(kept: Book, folder: Path) -> list[str]:
    """The kinds of the entries a crash would leave now."""
    there = folder / f"crash{len(list(folder.iterdir()))}"
    shutil.copytree(kept.path.parent, there)
    journal = Journal.open(there / kept.path.name)
    kinds = [kind for _, _, kind, _ in journal.entries()]
    journal.close()
    return kinds


# written down, then answered


def test_what_is_acknowledged_is_on_the_disk(live: Live, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    phone, _ = live.phone("Ana")
    console = live.console()
    live.do(console, "go", phase="first question")
    seen: list[tuple[bool, list[str]]] = []
    write = live.book.write

    def watched(entries: Sequence[Entry]) -> None:
        answered = any(heard.get("n") == 77 for heard in live.heard(phone))
        write(entries)
        seen.append((answered, on_the_disk(live.book, tmp_path)))

    monkeypatch.setattr(live.book, "write", watched)
    live.say(phone, {"t": "do", "n": 77, "kind": "answer", "question": "first", "answer": 1})
    live.steps()
    assert seen == [(False, ["join", "go", "answer"])]
    assert live.answer_to(phone, 77) == {"t": "ack", "n": 77, "tick": 0}


def test_while_the_disk_refuses_nothing_is_answered_time_stands_and_then_all_is_answered(
    live: Live, disk: Disk, tmp_path: Path
) -> None:
    phone, _ = live.phone("Ana")
    console, wall = live.console(), live.line("wall")
    live.do(console, "go", phase="evening")
    live.steps(1.0)
    assert live.show.tick_now > 0 and not live.heard(wall, "wall")[-1]["stuck"]
    disk.refuses = True
    assert live.ask(phone, t="do", kind="steer", c=[0, -1, -1, -1, -1]) is None
    stood = live.show.tick_now
    newcomer = live.line()
    assert live.ask(newcomer, t="join", code=CODE, name="Bo") is None
    live.steps(1.0)
    assert live.show.tick_now == stood
    assert "a full one" in live.heard(console, "console")[-1]["trouble"] and live.heard(wall, "wall")[-1]["stuck"]
    assert on_the_disk(live.book, tmp_path) == ["join", "go"]
    disk.refuses = False
    live.steps(1.0)
    assert [heard["n"] for heard in live.heard(phone, "ack")] != []
    assert live.heard(newcomer, "hi")[-1]["seat"] == 1
    assert on_the_disk(live.book, tmp_path) == ["join", "go", "steer", "join"]
    assert live.heard(console, "console")[-1]["trouble"] == "" and not live.heard(wall, "wall")[-1]["stuck"]
    assert live.show.tick_now > stood


def test_a_snapshot_that_could_not_be_saved_is_no_trouble_when_it_can_be_again(live: Live, disk: Disk) -> None:
    live.phone("Ana")
    console = live.console()
    live.do(console, "go", phase="evening")
    disk.refuses = True
    live.steps(SAVE_S + 1)
    assert live.running.trouble != ""
    disk.refuses = False
    stood = live.show.tick_now
    live.steps(SAVE_S + 1)
    assert live.running.trouble == "" and live.show.tick_now > stood


@pytest.mark.parametrize("again", [False, True])
def test_a_disk_that_refuses_just_as_an_evening_begins_ends_nothing(live: Live, disk: Disk, again: bool) -> None:
    phone, _ = live.phone("Ana")
    console = live.console()
    live.do(console, "go", phase="evening")
    if again:
        live.steps(1.0)
        live.do(console, "go", phase="evening", again=True)
    disk.refuses = True
    live.steps(SAVE_S + 1)
    assert "a full one" in live.heard(console, "console")[-1]["trouble"]
    disk.refuses = False
    answer = live.ask(phone, t="do", kind="tally", what="pitch", by=1)
    assert answer is not None and answer["t"] == "ack"


def test_a_console_that_comes_while_the_disk_refuses_ends_nothing(live: Live, disk: Disk) -> None:
    disk.refuses = True
    console = live.line("console", pin=CONSOLE_PIN)
    disk.refuses = False
    live.phone("Ana")
    assert live.heard(console)


def test_what_is_refused_is_told_why_and_is_not_written_down(live: Live, tmp_path: Path) -> None:
    phone, _ = live.phone("Ana")
    answer = live.ask(phone, t="do", kind="answer", question="first", answer=1)
    assert answer is not None and (answer["t"], answer["id"]) == ("no", "not_now") and answer["why"].endswith(".")
    assert on_the_disk(live.book, tmp_path) == ["join"]


def test_a_workshop_left_and_taken_up_goes_on_with_everybody_s_seat(live: Live, words: Words, tmp_path: Path) -> None:
    _, token = live.phone("Ana")
    _, other = live.phone("Bo")
    console = live.console()
    live.do(console, "go", phase="evening")
    live.steps(2.0)
    tick = live.show.tick_now
    live.running.save()
    shutil.copytree(live.book.path.parent, tmp_path / "crashed")
    show, kept, spent = book.resume(tmp_path / "crashed" / live.book.path.name, words)
    again = Live(show, kept, spent)
    bo, ana = again.line(token=other), again.line(token=token)
    again.steps(0.5)
    assert [again.heard(line, "hi")[0]["seat"] for line in (ana, bo)] == [0, 1]
    assert again.heard(ana, "you")[-1]["name"] == "Ana"
    assert show.tick_now >= tick > 0
    assert again.running.spent["evening"] > 1.5
    kept.close()


# seats and lines


def test_the_newest_line_has_the_seat_and_the_older_one_is_told_so(live: Live) -> None:
    first, token = live.phone("Ana")
    second = live.line(token=token)
    live.steps(0.5)
    assert live.was_cut(first) == "elsewhere" and live.was_cut(second) == ""
    assert live.heard(second, "you")[-1]["seat"] == 0
    views = len(live.heard(first, "you"))
    console = live.console()
    live.do(console, "rename", seat=0, name="Zoe")
    live.steps(0.5)
    assert live.heard(second, "you")[-1]["name"] == "Zoe"
    assert len(live.heard(first, "you")) == views
    answer = live.ask(first, t="do", kind="part", plays=True)
    assert answer is not None and answer["id"] == "senseless"


def test_a_secret_brings_the_same_seat_back_and_another_brings_none(live: Live) -> None:
    phone, token = live.phone("Ana")
    live.hub.inbox.put(gone(phone))
    live.steps()
    again, stranger = live.line(token=token), live.line(token=token + "x")
    assert live.heard(again, "hi")[0]["seat"] == 0
    assert live.heard(stranger, "hi")[0]["seat"] == -1


def test_a_seat_whose_line_is_gone_is_away_and_back_when_the_phone_is(live: Live) -> None:
    phone, token = live.phone("Ana")
    console = live.console()

    def there() -> str:
        live.steps(0.5)
        return str(live.heard(console, "console")[-1]["seats"][0]["there"])

    assert there() == "connected"
    live.hub.inbox.put(gone(phone))
    assert there() == "away"
    live.line(token=token)
    assert there() == "connected"


def test_whoever_comes_back_sees_where_they_stand_before_any_story_is_told(live: Live) -> None:
    tokens = [live.phone(f"Phone {number}")[1] for number in range(30)]
    console = live.console()
    live.do(console, "go", phase="evening")
    live.steps(1.0)
    live.do(console, "go", phase="reveal")
    live.steps(1.0)
    assert len(live.show.told) > 1
    live.show.told.clear()  # as after a restart
    back = [live.line(token=token) for token in tokens]
    told = len(live.show.told)
    live.steps(0.5)
    assert all(live.heard(line, "you") for line in back)
    assert told == 0 and len(live.show.told) > 1


def test_a_pin_gives_the_seat_to_another_phone_and_the_old_secret_is_worth_nothing(live: Live) -> None:
    old, token = live.phone("Ana")
    new = live.line()
    answer = live.ask(new, t="seat", pin=live.show.state.seats[0].pin)
    assert answer is not None and (answer["seat"], answer["token"] != token) == (0, True)
    assert live.was_cut(old) == "elsewhere"
    with_the_old_one, with_the_new_one = live.line(token=token), live.line(token=answer["token"])
    assert live.heard(with_the_old_one, "hi")[0]["seat"] == -1
    assert live.heard(with_the_new_one, "hi")[0]["seat"] == 0


def test_whoever_is_banned_is_told_and_does_not_come_back_with_that_secret(live: Live) -> None:
    phone, token = live.phone("Ana")
    live.do(live.console(), "send_out", seat=0, how="banned")
    assert live.was_cut(phone) == "banned"
    assert live.was_cut(live.line(token=token)) == "banned"


def test_whoever_is_removed_is_told_and_may_come_in_again(live: Live) -> None:
    phone, token = live.phone("Ana")
    live.do(live.console(), "send_out", seat=0, how="removed")
    assert live.was_cut(phone) == "removed"
    again = live.line(token=token)
    answer = live.ask(again, t="join", code=CODE, name="Ana")
    assert answer is not None and answer["seat"] == 1


def test_no_secret_and_no_pin_of_the_console_is_kept_as_it_is(live: Live, tmp_path: Path) -> None:
    _, token = live.phone("Ana")
    shutil.copytree(live.book.path.parent, tmp_path / "kept")
    kept = b"".join(path.read_bytes() for path in (tmp_path / "kept").iterdir())
    assert b"Ana" in kept and token.encode() not in kept


# who may what


def test_a_phone_joins_once(live: Live) -> None:
    phone, _ = live.phone("Ana")
    answer = live.ask(phone, t="join", code=CODE, name="Bo")
    assert answer is not None and answer["id"] == "senseless" and len(live.show.state.seats) == 1


def test_a_line_says_once_what_it_is(live: Live) -> None:
    phone, _ = live.phone("Ana")
    answer = live.ask(phone, t="hello", role="console", pin=CONSOLE_PIN)
    assert answer is not None and answer["id"] == "senseless"
    answer = live.ask(phone, t="do", kind="lock", on=True)
    assert answer is not None and answer["id"] == "senseless" and not live.show.state.locked


@pytest.mark.parametrize("role", ["admin", "facilitator", "", None, 1, [], {}, ["console"], "Console"])
def test_there_is_no_other_role(live: Live, role: Any) -> None:
    connection = live.line(role)
    assert live.heard(connection)[-1]["id"] == "senseless"
    answer = live.ask(connection, t="do", kind="lock", on=True)
    assert answer is not None and answer["id"] == "senseless" and not live.show.state.locked


@pytest.mark.parametrize("role", ["phone", "wall", ""])
def test_who_has_no_seat_and_is_no_console_can_do_nothing(live: Live, role: str) -> None:
    live.phone("Ana")
    connection = live.line(role)
    for kind in (*BY_SEATS, *BY_FACILITATOR, "export", "forget", "end"):
        answer = live.ask(connection, t="do", kind=kind, seat=0, how="banned", phase="evening", question="first")
        assert answer is not None and answer["id"] == "senseless", kind
    assert live.running.reception.wanted == [] and live.show.state.phase == "lobby"


def test_a_wall_is_shown_the_wall_and_no_pin(live: Live) -> None:
    live.phone("Ana")
    wall = live.line("wall")
    live.steps(0.5)
    (view, *_) = live.heard(wall, "wall")
    assert view["heads"] == ["Ana"] and "seats" not in view and not live.heard(wall, "console")


def test_this_machine_has_the_console_and_another_needs_its_pin(live: Live) -> None:
    here, stranger, guest = live.console(), live.line("console"), live.line("console", pin=CONSOLE_PIN)
    live.steps(0.5)
    assert live.heard(here, "hi")[0]["pin"] == CONSOLE_PIN and live.heard(here, "console")
    assert live.was_cut(stranger) == "pin" and not live.heard(stranger, "console")
    hello = live.heard(guest, "hi")[0]
    assert "pin" not in hello and live.heard(guest, "console")
    again = live.line("console", token=hello["token"])
    live.steps(0.5)
    assert live.was_cut(again) == "" and live.heard(again, "console")
    assert live.was_cut(live.line("console", token=hello["token"][:-1])) == "pin"


def test_the_console_can_neither_seat_somebody_unseen_nor_take_a_seat(live: Live) -> None:
    live.phone("Ana")
    console = live.console()
    for kind, given in (("join", {"name": "x", "token": "t", "pin": "1"}), ("new_phone", {"seat": 0, "token": "t"})):
        answer = live.do(console, kind, **given)
        assert answer is not None and answer["id"] == "senseless"


# guesses and floods


def test_a_wrong_code_is_refused_and_counted(live: Live) -> None:
    phone, why = live.line(), []
    for _ in range(CODES_A_MINUTE + 2):
        answer = live.ask(phone, t="join", code="WXYZ", name="Ana")
        assert answer is not None
        why.append(answer["id"])
    assert why == ["code"] * CODES_A_MINUTE + ["slowly"] * 2
    assert live.show.state.seats == []


def test_the_pin_of_a_seat_cannot_be_guessed(live: Live) -> None:
    live.phone("Ana")
    thief, pin = live.line(), live.show.state.seats[0].pin
    wrong = f"{(int(pin) + 1) % 10_000:04d}"
    why = [(live.ask(thief, t="seat", pin=wrong) or {}).get("id") for _ in range(GUESSES_A_MINUTE)]
    assert why == ["pin"] * GUESSES_A_MINUTE
    answer = live.ask(thief, t="seat", pin=pin)
    assert answer is not None and answer["id"] == "slowly"
    live.now += 12.5  # one guess more every twelve seconds
    answer = live.ask(thief, t="seat", pin=pin)
    assert answer is not None and answer["t"] == "hi"


def test_the_pin_of_the_console_cannot_be_guessed_over_many_lines(live: Live) -> None:
    thief = Peer("10.0.0.66", False)
    ends = [live.was_cut(live.line("console", thief, pin="000000")) for _ in range(GUESSES_A_MINUTE)]
    assert ends == ["pin"] * GUESSES_A_MINUTE
    assert live.was_cut(live.line("console", thief, pin=CONSOLE_PIN)) == "wait"
    assert live.was_cut(live.line("console", Peer("10.0.0.67", False), pin=CONSOLE_PIN)) == ""
    assert live.was_cut(live.line("console", HERE)) == ""


def test_a_seat_acts_forty_times_at_once_and_then_as_time_goes_by_whatever_its_line(live: Live) -> None:
    phone, token = live.phone("Ana")
    live.do(live.console(), "go", phase="first question")
    for number in range(100, 150):
        live.say(phone, {"t": "do", "n": number, "kind": "answer", "question": "first", "answer": 0})
    live.steps()
    assert len(live.heard(phone, "ack")) == ACTS_AT_ONCE == 40
    assert [heard["id"] for heard in live.heard(phone, "no")] == ["slowly"] * 10
    again = live.line(token=token)
    for number in range(200, 210):
        live.say(again, {"t": "do", "n": number, "kind": "answer", "question": "first", "answer": 0})
    live.steps()
    assert len(live.heard(again, "ack")) <= 2
    live.now += 1.0
    live.running.step(live.now)
    answer = live.ask(again, t="do", kind="answer", question="first", answer=0)
    assert answer is not None and answer["t"] == "ack"
