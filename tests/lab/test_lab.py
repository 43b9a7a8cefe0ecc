"""A room of the lab is the evening that can be opened on stage."""

import dataclasses

from game import scenario as scenarios
from game.lab import batch, figures, verdict
from game.lab.batch import Block, Job
from game.scenario.spec import Expect


def played(styles: tuple[str, ...], seeds: tuple[int, ...]) -> list[Block]:
    """Five minutes of a room for each style and seed, all in one world."""
    mixer = scenarios.load("chamber_mixer")
    evening = dataclasses.replace(mixer.evening, minutes=5)
    return batch.run(Job(dataclasses.replace(mixer, evening=evening), styles, seeds))


def test_a_room_alone_ends_like_the_same_room_in_a_batch_of_several_styles():
    of_giver, of_listener, _ = played(("giver", "listener", "promoter"), (7, 8, 9))
    (alone,) = played(("listener",), (8,))
    assert (of_giver.style, of_listener.style) == ("giver", "listener")
    assert alone.digests == of_listener.digests[1:2]
    assert figures.figure(alone, "talk_share") == figures.figure(of_listener, "talk_share")[1]


def test_the_same_seeds_give_the_same_rooms_twice():
    assert played(("giver",), (1, 2))[0].digests == played(("giver",), (1, 2))[0].digests


def test_results_have_a_row_for_each_room_and_style(tmp_path):
    figures.write_csv(played(("listener", "promoter"), (1, 2, 3)), figures.NAMES, tmp_path / "results.csv")
    rows = (tmp_path / "results.csv").read_text(encoding="utf-8").splitlines()
    assert len(rows) == 1 + 6
    assert rows[0].startswith("room,seed,style,digest,relationships")
    assert [row.split(",")[1:3] for row in rows[3:5]] == [["3", "listener"], ["1", "promoter"]]


def test_styles_share_a_world_only_where_it_is_not_too_large():
    of_25, of_120 = (scenarios.load(name) for name in ("chamber_mixer", "conference_hallway"))
    styles = ["listener", "giver", "promoter"]
    assert [job.styles for job in batch.jobs_of(of_25, styles, 1, 100)] == [tuple(styles)]
    assert [job.styles for job in batch.jobs_of(of_120, styles, 1, 100)] == [(style,) for style in styles]


def test_an_expectation_is_judged_seed_by_seed():
    blocks = {block.style: block for block in played(("promoter", "mute"), tuple(range(6)))}
    pitches_more = Expect(style="promoter", measure="pitches", beats="mute", in_at_least=1.0)
    pitches_less = Expect(style="mute", measure="pitches", beats="promoter", in_at_least=0.1)

    def of(style: str, measure: str):
        return figures.figure(blocks[style], measure)

    assert verdict.judge(pitches_more, of).holds
    assert not verdict.judge(pitches_less, of).holds
