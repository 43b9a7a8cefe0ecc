"""A run that goes on into the weeks: its phases, its journal, and taking it up again."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from game.cli import app
from game.model.acts import Mark
from game.model.commands import Command, Do
from game.session import runs, start
from game.session.journal import Journal
from game.session.session import Session
from game.talk.words import Words
from tests.session.hands import SCENARIO, play, the_nth

SHORT = SCENARIO + "weeks: {days: 3, followers: 20, hours_per_day: 2}\n"


@pytest.fixture
def short(tmp_path: Path) -> str:
    return _written(tmp_path, SHORT)


@pytest.fixture
def feed_only(tmp_path: Path) -> str:
    return _written(tmp_path, SHORT.replace("days: 3", "only: true, days: 3"))


def _written(folder: Path, text: str) -> str:
    path = folder / "scenario.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


_mornings: dict[str, bytes] = {}  # the evening before need not be played for every test


def morning_after(scenario: str, words: Words) -> Session:
    """A run in which a few were talked to, on the morning after."""
    run = "tea_break-morning"
    if not _mornings:
        session = start.begin(scenario, words=words, seed=9)
        play(session, the_nth(1), until=480)
        session.finish()
        session.submit(Command(-1, 0, Do.MARK, session.view().notebook[0].person, item=Mark.FRIEND))
        session.go_on()
        session.close()
        _mornings[run] = runs.path_of(session.run).read_bytes()
    runs.path_of(run).parent.mkdir(parents=True, exist_ok=True)
    runs.path_of(run).write_bytes(_mornings[run])
    return start.resume(run, words)


def a_deed(session: Session, turn: int) -> None:
    """One of what could be done, another each time."""
    view = session.feed_view()
    choices = [*session.choices_with(view.people[turn % len(view.people)].id), *view.public]
    if choices:
        session.submit(choices[turn * 3 % len(choices)].command)


def live(session: Session, until: int = 2**31) -> str:
    """Two deeds at every look-in, to the end or to an hour; the digest."""
    while session.phase in ("follow-up", "weeks") and session.feed_view().tick < until:
        a_deed(session, session.feed_view().tick)
        a_deed(session, session.feed_view().tick + 1)
        session.forward()
    return session.digest()


def abandon(session: Session) -> None:
    """Drop a run as a crash does: nothing more is written."""
    assert session._journal is not None
    session._journal.close()


_whole: dict[str, tuple[str, list[str]]] = {}  # the run that was not interrupted need not be played for every test


def uninterrupted(short: str, words: Words) -> tuple[str, list[str]]:
    if not _whole:
        session = morning_after(short, words)
        digest = live(session)
        _whole["9"] = digest, texts(session)
        session.close()
    return _whole["9"]


def texts(session: Session) -> list[str]:
    assert session.weeks is not None
    return [entry.text for entry in session.weeks.book.entries]


def test_the_morning_after_everybody_met_can_be_written_to(short: str, words: Words) -> None:
    session = morning_after(short, words)
    met = {note.person for note in session.view().notebook}
    view = session.feed_view()
    assert (session.phase, view.phase, view.day, view.clock) == ("follow-up", "follow-up", 1, "8:00")
    assert met <= {person.id for person in view.people if person.met and person.guest}
    assert all(session.choices_with(person) for person in met)
    session.forward()
    assert (session.phase, session.feed_view().clock) == ("weeks", "13:00")


def test_a_run_that_does_not_go_on_ends_with_the_evening(short: str, words: Words) -> None:
    session = start.begin(short, words=words, seed=9)
    session.finish()
    session.finish()
    assert session.phase == "debrief"
    assert session.debrief().weeks is None
    assert session.digest() == session.evening.digest()


def test_a_run_can_go_on_after_its_debrief_and_comes_back_to_it(short: str, words: Words) -> None:
    session = start.begin(short, words=words, seed=9)
    session.finish()
    session.finish()
    session.go_on()
    assert session.phase == "follow-up"
    assert runs_meta(session)["digest"] == ""
    session.auto("listener", 3)
    assert session.phase == "debrief"
    told = session.debrief().weeks
    assert told is not None
    assert told.days == 3
    assert session.debrief().digest == session.digest() != session.evening.digest()
    digest = session.digest()
    session.close()
    assert start.resume(session.run, words).digest() == digest


def runs_meta(session: Session) -> dict[str, object]:
    assert session._journal is not None
    return session._journal.meta()


@pytest.mark.parametrize("left_at", [8, 22, 61])
def test_a_run_killed_in_the_weeks_goes_on_where_it_was(short: str, words: Words, left_at: int) -> None:
    whole = uninterrupted(short, words)
    session = morning_after(short, words)
    live(session, until=left_at)
    if left_at > 8:
        a_deed(session, session.feed_view().tick)
    tick, items = session.feed_view().tick, session.feed_view().items
    abandon(session)
    again = start.resume(session.run, words)
    assert again.feed_view().tick == tick
    assert again.feed_view().items == items
    if left_at > 8:
        a_deed(again, tick + 1)
        again.forward()
    assert (live(again), texts(again)) == whole


def test_a_torn_snapshot_of_the_weeks_costs_nothing(short: str, words: Words) -> None:
    whole = uninterrupted(short, words)
    session = morning_after(short, words)
    live(session, until=32)
    tick = session.feed_view().tick
    assert session._journal is not None
    session._journal._database.execute(
        "UPDATE snapshots SET blob = x'1234' WHERE seq = (SELECT MAX(seq) FROM snapshots)"
    )
    abandon(session)
    again = start.resume(session.run, words)
    assert again.feed_view().tick == tick
    assert (live(again), texts(again)) == whole


def test_weeks_are_replayed_from_the_journal_alone(short: str, words: Words) -> None:
    session = morning_after(short, words)
    live(session, until=30)
    session.auto("giver", 1)
    digest = live(session)
    said = texts(session)
    session.close()
    again, recorded = start.replay(session.run, words)
    assert again.digest() == recorded == digest
    assert texts(again) == said


def test_an_evening_played_by_a_style_can_go_on_and_is_replayed_whole(short: str, words: Words) -> None:
    session = start.begin(short, words=words, seed=9, style="giver")
    while session.phase == "evening":
        session.tick()
    session.go_on()
    session.auto("giver", 3)
    digest = session.digest()
    assert session.phase == "debrief"
    session.close()
    again, recorded = start.replay(session.run, words)
    assert again.phase == "debrief"
    assert again.digest() == recorded == digest


def test_a_style_killed_in_the_middle_of_its_days_lives_them_again(short: str, words: Words) -> None:
    session = morning_after(short, words)
    session.forward()
    session.auto("engager", 1)
    digest = session.digest()
    assert session._journal is not None
    session._journal._database.execute("DELETE FROM snapshots WHERE seq = (SELECT MAX(seq) FROM snapshots)")
    abandon(session)
    assert start.resume(session.run, words).digest() == digest


def test_a_feed_only_run_starts_without_an_evening(feed_only: str, words: Words) -> None:
    session = start.begin(feed_only, words=words, seed=4)
    assert session.phase == "weeks"
    assert session.evening.tick == 0
    assert session.feed_view().clock == "8:00"
    assert not [person for person in session.feed_view().people if person.met]
    digest = live(session)
    assert session.phase == "debrief"
    told = session.debrief()
    assert told.weeks is not None
    assert told.headline == told.weeks.headline
    session.close()
    again, recorded = start.replay(session.run, words)
    assert again.digest() == recorded == digest


def test_a_style_plays_a_feed_only_run_on_the_command_line(feed_only: str) -> None:
    told = CliRunner().invoke(app, ["play", feed_only, "--style", "giver", "--seed", "4", "--headless"])
    assert told.exit_code == 0, told.output
    assert "3 days" in told.output
    assert runs.read(runs.find(runs.LAST)).finished


def test_a_feed_only_run_left_on_its_first_morning_is_taken_up_there(feed_only: str, words: Words) -> None:
    session = start.begin(feed_only, words=words, seed=4)
    a_deed(session, 1)
    items = session.feed_view().items
    abandon(session)
    assert start.resume(session.run, words).feed_view().items == items


def test_the_debrief_puts_room_and_network_side_by_side(short: str, words: Words) -> None:
    session = morning_after(short, words)
    session.auto("promoter", 3)
    report = session.debrief().report()
    assert report["weeks"]["promotions"] > 0
    pitch = next(side for side in report["weeks"]["sides"] if side["name"] == "pitch")
    assert pitch["online"] > 0
    assert pitch["called"] == "Send a cold sales message"
    assert session.debrief().twins


def test_a_run_left_in_the_weeks_is_listed_as_unfinished(short: str, words: Words) -> None:
    session = morning_after(short, words)
    session.forward()
    session.close()
    assert runs.info(session.run).unfinished
    journal = Journal.open(runs.path_of(session.run))
    assert journal.phases()[-1].phase == "weeks"
    journal.close()
