"""The ablation table: effects measured with a mechanism taken away, beside the model as it is."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from game import scenario as scenarios
from game.lab import ablation, command
from game.lab.ablation import ABLATIONS, AS_IT_IS, Effect
from game.lab.batch import Block
from game.model.measures import Results
from game.model.params import Params


def block(style: str, **measures: list[float]) -> Block:
    rooms = len(next(iter(measures.values())))
    nothing = {name: np.zeros(rooms) for name in Results.__dataclass_fields__}
    values = {name: np.array(column, dtype=float) for name, column in measures.items()}
    return Block(style, tuple(range(rooms)), ("",) * rooms, Results(**{**nothing, **values}))


def test_an_effect_is_a_measure_less_another_style_s_or_less_another_measure():
    found = {
        "listener": block("listener", relationships=[3.0, 5.0]),
        "promoter": block("promoter", relationships=[1.0, 0.0], evaded=[[0.1, 0.2, 0.5], [0.0, 0.0, 0.4]]),
    }
    assert Effect("", "listener", "relationships").of(found).tolist() == [3, 5]
    assert Effect("", "listener", "relationships", less="promoter").of(found).tolist() == [2, 5]
    rise = Effect("", "promoter", "evaded_last_third", less="evaded_first_third").of(found)
    assert rise == pytest.approx([0.4, 0.4])


def test_a_cell_holds_the_mean_and_half_of_its_interval():
    cell = ablation._cell(np.array([1.0, 3.0]))
    assert cell.mean == 2
    assert cell.within == pytest.approx(1.96)  # sd √2, over √2 rooms


def test_each_ablation_takes_one_mechanism_away_and_nothing_else():
    changes = {
        name: [f.name for f in dataclasses.fields(Params) if getattr(params, f.name) != getattr(Params(), f.name)]
        for name, params in ABLATIONS.items()
    }
    assert changes.pop(AS_IT_IS) == []
    assert sorted(changes.values()) == [["hearsay_on"], ["learning"], ["off"]]


def test_the_table_is_shown_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    mixer = scenarios.load("chamber_mixer")
    short = dataclasses.replace(mixer, evening=dataclasses.replace(mixer.evening, minutes=2))
    command.ablate(short, 1, 2, 1, tmp_path)
    assert "no gossip" in capsys.readouterr().out
    lines = (tmp_path / "ablations.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "effect,without,mean,within"
    assert len(lines) == 1 + len(ablation.EFFECTS) * len(ABLATIONS)
