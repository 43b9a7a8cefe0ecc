"""The ablation table: effects measured with a mechanism taken away, beside the model as it is."""

import csv
import dataclasses
from pathlib import Path

import numpy as np
import pytest

from game import scenario as scenarios
from game.lab import ablation, ablation_command
from game.lab.ablation import ABLATIONS, AS_IT_IS, Effect
from game.lab.batch import Block
from game.lab.crew import Crew
from game.lab.weeks import Weeks
from game.model.measures import Results
from game.model.params import Params
from game.model.social import appraisal
from game.session.sandbox import RULES


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


def test_a_change_is_measured_seed_by_seed():
    as_it_is = np.array([1.0, 4.0, 2.0, 6.0, 3.0])
    cell = ablation._cell(as_it_is + 0.5, as_it_is)
    assert cell.change == pytest.approx(0.5)
    assert cell.sure  # though the seeds themselves differ by much more than a half
    assert cell.around.high - cell.around.low > 4


def test_what_changes_nothing_is_not_sure_to_change_anything():
    values = np.array([1.0, 4.0, 2.0, 6.0, 3.0])
    assert not ablation._cell(values, values).sure


def test_each_rule_of_appraisal_is_taken_away_by_itself():
    alone = [params.off for params in ABLATIONS.values() if len(params.off) == 1]
    assert set(alone) == {frozenset((rule,)) for rule in ablation.RULES}
    assert {row[0] for row in appraisal.RULES} <= set(ablation.RULES)


def test_every_ablation_but_one_changes_the_model():
    assert [name for name, params in ABLATIONS.items() if params == Params()] == [AS_IT_IS]


def test_the_table_is_shown_and_written_with_a_page_to_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    mixer = scenarios.load("first_five_minutes")
    short = dataclasses.replace(mixer, evening=dataclasses.replace(mixer.evening, minutes=2))
    two = {name: ABLATIONS[name] for name in (AS_IT_IS, "no gossip")}
    with Crew(1) as crew:
        ablation_command.evenings(short, 1, 2, crew, tmp_path, two)
    assert "no gossip" in capsys.readouterr().out
    lines = (tmp_path / "ablations.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "effect,without,mean,low,high,change,change_low,change_high"
    assert len(lines) == 1 + len(ablation.EFFECTS) * 2
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert page.count("<svg") == len(ablation.EFFECTS)


def test_in_the_weeks_each_rule_of_the_network_is_taken_away_too(tmp_path: Path):
    mixer = scenarios.load("first_five_minutes")
    setting = Weeks(dataclasses.replace(mixer, weeks=dataclasses.replace(mixer.weeks, days=1)), (), (), evening=False)
    with Crew(1) as crew:
        ablation_command.of_weeks(setting, 1, 2, crew, tmp_path, {AS_IT_IS: Params()})
    with (tmp_path / "ablations.csv").open(encoding="utf-8") as table:
        assert {row["without"] for row in csv.DictReader(table)} == {AS_IT_IS, *(f"network: {rule}" for rule in RULES)}
