"""A room of the lab is the evening that can be opened on stage."""

import dataclasses

from game import scenario as scenarios
from game.lab import batch, figures, verdict
from game.lab.batch import Job
from game.scenario.spec import Expect


def short(style: str, seeds: tuple[int, ...]) -> Job:
    mixer = scenarios.load("chamber_mixer")
    evening = dataclasses.replace(mixer.evening, minutes=5)
    return Job(dataclasses.replace(mixer, evening=evening), style, seeds)


def test_a_room_alone_ends_like_the_same_room_in_a_batch():
    together = batch.run(short("listener", (7, 8, 9)))
    alone = batch.run(short("listener", (8,)))
    assert alone.digests == together.digests[1:2]


def test_the_same_seeds_give_the_same_rooms_twice():
    assert batch.run(short("giver", (1, 2))).digests == batch.run(short("giver", (1, 2))).digests


def test_results_have_a_row_for_each_room_and_style(tmp_path):
    blocks = [batch.run(short(style, (1, 2, 3))) for style in ("listener", "promoter")]
    figures.write_csv(blocks, tmp_path / "results.csv")
    rows = (tmp_path / "results.csv").read_text(encoding="utf-8").splitlines()
    assert len(rows) == 1 + 6
    assert rows[0].startswith("room,seed,style,digest,relationships")
    assert [row.split(",")[1:3] for row in rows[1:3]] == [["1", "listener"], ["2", "listener"]]


def test_an_expectation_is_judged_seed_by_seed():
    blocks = {style: batch.run(short(style, tuple(range(6)))) for style in ("promoter", "mute")}
    pitches_more = Expect(style="promoter", measure="pitches", beats="mute", in_at_least=1.0)
    pitches_less = Expect(style="mute", measure="pitches", beats="promoter", in_at_least=0.1)

    def of(style: str, measure: str):
        return figures.figure(blocks[style], measure)

    assert verdict.judge(pitches_more, of).holds
    assert not verdict.judge(pitches_less, of).holds
