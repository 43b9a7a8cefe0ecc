"""The lab stops when all that is expected is certain: after whole blocks, and never for another reason."""

import dataclasses
from dataclasses import dataclass

import numpy as np
import pytest

from game import scenario as scenarios
from game.lab import batch, judging
from game.lab.batch import Block
from game.lab.crew import Crew
from game.lab.judging import Judged
from game.model.measures import Results
from game.scenario.spec import Expect

PITCHING_WINS = Expect(style="promoter", measure="met", beats="listener")
EVEN = Expect(style="promoter", measure="cards", beats="listener")


@dataclass(frozen=True)
class Task:
    style: str
    seeds: tuple[int, ...]


def made_up(task: Task) -> list[Block]:
    """A promoter meets one more than a listener; both get a card in every other room, or the other."""
    seeds = np.array(task.seeds)
    columns = {name: np.zeros(len(seeds)) for name in Results.__dataclass_fields__}
    columns["met"] = seeds % 3 + (task.style == "promoter")
    columns["cards"] = (seeds + (task.style == "promoter")) % 2
    return [Block(task.style, task.seeds, (), Results(**columns))]


def rounds() -> list[list[Task]]:
    blocks = [tuple(range(first, first + 10)) for first in (1, 11, 21)]
    return judging.rounds([Task(style, seeds) for seeds in blocks for style in ("listener", "promoter")])


def played(*expect: Expect, at_once: bool = False) -> list[Judged]:
    tasks = [sum(rounds(), [])] if at_once else rounds()
    with Crew(1) as crew:
        return list(judging.play(tasks, made_up, crew, expect))


def test_what_is_certain_after_the_first_block_is_played_no_further():
    (only,) = played(PITCHING_WINS)
    assert (only.rooms, only.most, only.over) == (10, 30, True)
    assert [one.told for one in only.verdicts] == ["holds"]


def test_what_is_never_certain_is_played_to_the_end_and_told_so():
    *_, last = found = played(PITCHING_WINS, EVEN)
    assert [one.rooms for one in found] == [10, 20, 30]
    assert [one.told for one in last.verdicts] == ["holds", "not certain, FAILS so far"]


def test_a_fixed_number_of_rooms_is_played_whatever_is_certain():
    (only,) = played(PITCHING_WINS, at_once=True)
    assert (only.rooms, only.most) == (30, 30)


def test_several_looks_ask_for_a_wider_interval_than_one():
    (first, *_), (only,) = played(EVEN), played(EVEN, at_once=True)
    assert first.verdicts[0].high > only.verdicts[0].high * np.sqrt(30 / 10)


def test_whoever_asks_only_whether_a_scenario_teaches_gets_its_verdicts_and_may_stop(monkeypatch):
    monkeypatch.setattr(batch, "BLOCK", 3)
    mixer = scenarios.load("first_five_minutes")
    short = dataclasses.replace(mixer, evening=dataclasses.replace(mixer.evening, minutes=2))
    asking = judging.verdicts(short, processes=1, most=30)
    first = next(asking)
    asking.close()
    assert (first.rooms, first.most, first.over) == (3, 30, False)
    assert [one.claim for one in first.verdicts] == [
        "A listener ends with more relationships than a promoter on average.",
        "A promoter ends with more people reached by a promotion than a listener on average.",
    ]


def test_a_block_is_cut_up_so_that_every_hand_has_work():
    mixer = scenarios.load("chamber_mixer")
    styles = ["listener", "giver", "promoter", "quiet"]
    jobs = batch.jobs_of(mixer, styles, 1, 100, hands=2)
    assert [job.styles for job in jobs] == [("listener", "giver"), ("promoter", "quiet")]
    assert [job.styles for job in batch.jobs_of(mixer, styles, 1, 200, hands=2)] == [tuple(styles)] * 2


@pytest.mark.parametrize("hands", [1, 2])
def test_the_order_of_what_comes_out_is_that_of_what_went_in(hands):
    with Crew(hands) as crew:
        assert list(crew.map(abs, range(-5, 5))) == [abs(number) for number in range(-5, 5)]
