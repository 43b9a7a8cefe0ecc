"""`lab` with the weeks: a row for each room and style, and what belongs to the evening alone refused in a line."""

import csv

import pytest

from game.cli import main
from game.scenario import load


def lab(capfd, *words: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as end:
        main(["lab", *words])
    return int(end.value.code or 0), capfd.readouterr().err


def rows(folder) -> list[dict[str, str]]:
    with (folder / "weeks.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_the_weeks_have_a_row_for_each_room_and_style(tmp_path, capfd):
    folder = str(tmp_path)
    options = ("--rooms", "2", "--seed", "5", "--styles", "listener,engager", "--jobs", "1", "--out", folder)
    code, _ = lab(capfd, "first_five_minutes", "--weeks", *options)
    assert code == 0
    assert [(row["style"], row["seed"]) for row in rows(tmp_path)] == [
        ("listener", "5"),
        ("listener", "6"),
        ("engager", "5"),
        ("engager", "6"),
    ]
    assert all(float(row["relationships"]) > 0 for row in rows(tmp_path))


def test_followers_hours_and_bought_ones_are_as_asked_for(tmp_path, capfd):
    options = ("--rooms", "1", "--styles", "listener", "--jobs", "1", "--out", str(tmp_path))
    lab(capfd, "first_five_minutes", "--followers", "300", "--bought", "5000", "--hours", "0.5", *options)
    (row,) = rows(tmp_path)
    assert 5200 < float(row["followers"]) < 5400
    allowed = 0.5 * load("first_five_minutes").weeks.days
    assert 0.9 * allowed < float(row["hours"]) <= allowed


@pytest.mark.parametrize("option", ["--evidence", "--tournament"])
def test_what_belongs_to_the_evening_alone_is_refused_in_one_line(option, capfd):
    code, told = lab(capfd, "--weeks", option)
    assert code == 2
    assert told.startswith(f"{option}: expected no weeks") and told.count("\n") == 1


def test_a_style_of_the_network_is_known_with_the_weeks_only(capfd):
    code, told = lab(capfd, "first_five_minutes", "--styles", "engager")
    assert code == 2
    assert 'got "engager"' in told
