"""The tournament: who gets more is followed by more, whoever does the work."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from game import scenario as scenarios
from game.lab import tournament, tournament_command
from game.lab.batch import play_out
from game.lab.crew import Crew
from game.lab.tournament import POPULATIONS, Round, Tournament, contenders
from game.model import measures
from game.session.opening import open_doors

HALL = scenarios.load(str(Path(__file__).with_name("small_hall.yaml")))
SHORT = dataclasses.replace(HALL, evening=dataclasses.replace(HALL.evening, minutes=3))
STYLES = ("ordinary", "listener", "promoter")


@pytest.fixture(scope="module")
def played() -> list[Round]:
    with Crew(1) as crew:
        return list(Tournament(SHORT, STYLES, 1, evenings=3, rounds=2).play(crew))


def test_two_processes_play_the_same_tournament(played):
    with Crew(2) as crew:
        again = list(Tournament(SHORT, STYLES, 1, evenings=3, rounds=2).play(crew))
    for one, two in zip(played, again, strict=True):
        assert np.array_equal(one.heads, two.heads)
        assert np.array_equal(one.relationships, two.relationships)


def test_the_player_and_all_without_a_style_of_their_own_fill_the_shares(played):
    assert contenders(scenarios.load("chamber_mixer"))[0] == 0
    styled = dataclasses.replace(HALL.people[1], style="promoter")
    assert contenders(dataclasses.replace(HALL, people=(HALL.people[0], styled, *HALL.people[2:]))) == [0, 1, 3, 4]
    first, second = (one.heads for one in played)
    assert (first == 5).all()  # of 15 heads, in three styles
    assert (second.sum(axis=1) == 15).all() and (second != first).any()


def test_what_a_head_gets_is_what_a_player_gets():
    world = open_doors(SHORT, [1, 2, 3], "listener")
    play_out(world)
    found = tournament.relationships(world, np.arange(3) * world.capacity)
    assert found.tolist() == measures.results(world).relationships.tolist()


def test_half_of_the_heads_take_up_what_brings_all_of_it_and_hardly_any_change_by_chance():
    contest = Tournament(HALL, STYLES, 1, evenings=400, rounds=1)
    ways = np.tile(np.arange(2000) % 2, 1)  # nobody plays the third
    heads = np.tile([1000, 1000, 0], (POPULATIONS, 1))
    all_to_the_second = Round(heads, np.tile([0, 500, 0], (POPULATIONS, 1)))
    shares = np.bincount(contest._next(0, 0, ways, all_to_the_second), minlength=3) / 2000
    assert shares[1] == pytest.approx(0.5 + 0.25, abs=0.04)
    assert 0 < shares[2] < 0.02


def test_a_round_that_brings_nobody_anything_is_followed_by_chance_alone():
    contest = Tournament(HALL, STYLES, 1, evenings=400, rounds=1)
    ways = np.arange(2000) % 3
    nothing = Round(np.full((POPULATIONS, 3), 667), np.zeros((POPULATIONS, 3), np.int64))
    assert np.mean(contest._next(0, 0, ways, nothing) != ways) < 0.03


def test_table_figure_and_page_are_written(tmp_path, capsys):
    with Crew(1) as crew:
        tournament_command.run(Tournament(SHORT, STYLES, 1, evenings=1, rounds=2), crew, tmp_path)
    assert "relationships" in capsys.readouterr().out
    lines = (tmp_path / "tournament.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "population,round,style,heads,relationships"
    assert len(lines) == 1 + 2 * POPULATIONS * len(STYLES)
    assert (tmp_path / "shares.svg").read_text(encoding="utf-8") in (tmp_path / "index.html").read_text(
        encoding="utf-8"
    )
