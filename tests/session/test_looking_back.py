"""Transcripts, reports, reasons and the list of runs."""

import csv
import io
import json
from pathlib import Path

import pytest

from game.errors import GameError
from game.model.acts import Act
from game.session import lookback, runs, start
from game.session.record import Record
from game.session.session import Session
from game.session.weeks import showing
from game.talk.words import Words
from tests.session.hands import play, the_nth


@pytest.fixture
def ended(tea_break: str, words: Words, tmp_path: Path) -> Session:
    session = start.begin(tea_break, words=words, seed=6, style="giver")
    with Record(tmp_path / "log.jsonl") as record:
        session.observe(record)
        while session.phase == "evening":
            session.tick()
    session.close()
    return session


def test_the_transcript_has_every_line_with_its_time_and_speaker(ended: Session, words: Words) -> None:
    lines = list(lookback.transcript(ended.run, words))
    said = ended.evening.chronicle.lines
    assert len(lines) == len(said) > 20
    assert all(text.startswith("10:3") and line.text in text for text, line in zip(lines, said, strict=True))


def test_the_report_of_a_run_is_the_one_it_ended_with(ended: Session) -> None:
    report = lookback.report(ended.run)
    assert report == json.loads(lookback.as_json(ended.debrief().report()))


def test_the_report_as_csv_is_one_row_of_the_same_figures(ended: Session) -> None:
    report = lookback.report(ended.run)
    (row,) = csv.DictReader(io.StringIO(lookback.as_csv(report)))
    assert row["digest"] == report["digest"]
    assert row["met"] == str(report["player"]["met"])
    assert row["avoided_by"] == "; ".join(report["player"]["avoided_by"])


def test_a_run_that_has_not_ended_has_no_report_yet(evening: Session) -> None:
    evening.close()
    with pytest.raises(GameError, match=f"resume {evening.run}"):
        lookback.report(evening.run)


def test_why_is_answered_from_the_journal_with_the_reasons_of_the_debrief(ended: Session, words: Words) -> None:
    verdict, *lines = lookback.why(ended.run, "Teo", words)
    told = ended.explain(5)
    assert verdict == told.verdict
    assert [line for line in lines if line[0].isdigit()] == [f"{r.clock}  {r.sentence}" for r in told.reasons]
    assert [line.strip() for line in lines if not line[0].isdigit()] == [
        f"{r.speaker}: “{r.quote}”" for r in told.reasons if r.quote
    ]


@pytest.fixture
def lived(tea_break: str, words: Words, tmp_path: Path) -> Session:
    """A run that has gone on for a week on the network."""
    session = start.begin(tea_break, words=words, seed=6, style="giver")
    with Record(tmp_path / "log.jsonl") as record:
        session.observe(record)
        while session.phase == "evening":
            session.tick()
        session.go_on()
        session.auto("giver", 7)
    session.close()
    return session


def test_the_transcript_goes_on_with_all_that_was_written_in_the_weeks(lived: Session, words: Words) -> None:
    said, entries = lived.evening.chronicle.lines, lived.weeks.book.entries
    written = list(lookback.transcript(lived.run, words))[len(said) :]
    assert len(written) == len(entries) > 10
    assert all(text.startswith("Day ") and entry.text in text for text, entry in zip(written, entries, strict=True))


def test_under_each_line_of_the_transcript_stands_what_it_is_on_a_network(ended: Session, words: Words) -> None:
    lines = list(lookback.transcript(ended.run, words, "linkedin"))
    asked = next(n for n, line in enumerate(ended.evening.chronicle.lines) if line.act == Act.ASK)
    assert lines[2 * asked + 1].strip() == "On LinkedIn: ask a question in the comments."


def test_under_each_entry_of_the_weeks_stands_what_it_would_be_in_the_room(lived: Session, words: Words) -> None:
    twins = [line.strip() for line in lookback.transcript(lived.run, words, "linkedin") if "In the room:" in line]
    done = [entry for entry in lived.weeks.book.entries if entry.act]
    assert len(twins) == len(done) > 10
    shared = next(n for n, entry in enumerate(done) if entry.act == "share" and entry.to_all)
    assert twins[shared] == "In the room: tell the circle something they can use tomorrow."


def test_a_network_the_scenario_does_not_map_is_answered_with_the_nearest(ended: Session, words: Words) -> None:
    with pytest.raises(GameError, match='did you mean "linkedin"'):
        list(lookback.transcript(ended.run, words, "linkdin"))


def test_why_goes_on_with_the_reasons_of_the_weeks(lived: Session, words: Words) -> None:
    told = lookback.why(lived.run, "Teo", words)
    at = next(n for n, line in enumerate(told) if line.startswith("Day "))
    assert told[0] == lived.explain(5).verdict
    assert 0 < at < len(told) - 1


def test_why_is_answered_of_somebody_met_on_the_network_only(lived: Session, words: Words) -> None:
    weeks = lived.weeks
    row = next(row for row in range(weeks.company.guests, len(weeks.company)) if weeks.net.audience.met[row])
    (verdict, *reasons) = lookback.why(lived.run, weeks.company[row].name, words)
    assert verdict.startswith("Day ") and weeks.company[row].first_name in verdict
    assert reasons


def test_midnight_ends_a_day() -> None:
    assert [(showing.day(tick), showing.clock(tick)) for tick in (0, 1, 23, 24, 25, 720)] == [
        (1, "0:00"),
        (1, "1:00"),
        (1, "23:00"),
        (1, "24:00"),
        (2, "1:00"),
        (30, "24:00"),
    ]


def test_a_name_that_nobody_had_is_answered_with_the_nearest(ended: Session, words: Words) -> None:
    with pytest.raises(GameError, match='did you mean "Dana"'):
        lookback.why(ended.run, "Dena", words)


def test_the_log_has_a_line_of_json_for_everything_that_happened(ended: Session, tmp_path: Path) -> None:
    rows = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {"arrived", "formed", "said", "ended", "learned"} <= {row["event"] for row in rows}
    said = [row["text"] for row in rows if row["event"] == "said"]
    assert said == [line.text for line in ended.evening.chronicle.lines]
    assert [row["t_s"] for row in rows] == sorted(row["t_s"] for row in rows)


def test_the_log_goes_on_through_the_weeks_with_every_word_written_there(lived: Session, tmp_path: Path) -> None:
    rows = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    weeks = [row for row in rows if "hour" in row]
    assert {"sent", "answered", "learned", "wrote"} <= {row["event"] for row in weeks}
    assert [row["text"] for row in weeks if row["event"] == "wrote"] == [e.text for e in lived.weeks.book.entries]
    assert [row["hour"] for row in weeks] == sorted(row["hour"] for row in weeks)
    assert rows.index(weeks[0]) == sum("t_s" in row for row in rows)


def test_a_log_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(GameError, match="a file that can be written"):
        Record(tmp_path / "missing" / "log.jsonl")


def test_runs_are_found_by_id_by_beginning_and_as_the_last(home: Path, evening: Session) -> None:
    evening.close()
    assert runs.find(evening.run) == runs.find("tea_br") == runs.find("last") == evening.run


def test_a_run_nobody_played_is_named_with_the_newest_there_is(evening: Session) -> None:
    with pytest.raises(GameError, match=f'did you mean "{evening.run}"'):
        runs.find("coffee")


def test_a_beginning_that_fits_several_runs_is_not_guessed(tea_break: str, words: Words) -> None:
    for _ in range(2):
        start.begin(tea_break, words=words, seed=1).close()
    with pytest.raises(GameError, match="one run"):
        runs.find("tea")


def test_before_the_first_run_the_list_says_how_to_start_one() -> None:
    with pytest.raises(GameError, match="`play`"):
        runs.find("last")


def test_a_damaged_run_stands_in_the_list_with_its_trouble(evening: Session) -> None:
    evening.close()
    runs.path_of(evening.run).write_bytes(b"\0" * 5000)
    assert "a run of this game" in runs.info(evening.run).trouble


def test_only_a_human_s_run_that_was_left_can_be_taken_up(tea_break: str, words: Words) -> None:
    left = start.begin(tea_break, words=words, seed=1)
    play(left, the_nth(1), until=200)
    left.close()
    scripted = start.begin(tea_break, words=words, seed=1, style="mute")
    scripted.close()
    assert runs.info(left.run).unfinished
    assert runs.info(left.run).tick == 200
    assert not runs.info(scripted.run).unfinished
