"""The rigs of the evidence table do what they say, and the model comes out beside the studies."""

from functools import partial

import numpy as np
import pytest

from game.lab.crew import Crew
from game.lab.evidence import battery, figures, mixer, pairs, rig, robin, srm, word
from game.lab.evidence.battery import Study
from game.lab.evidence.figures import COUNTED, Figure
from game.lab.evidence.watch import Watch
from game.model.acts import Act
from game.model.cast import crowd
from game.model.params import Params
from game.model.room import circle
from game.model.world import World

ALONE = rig.agreed(Params())


# -- variance components ----------------------------------------------------------------------------------


def test_raters_who_only_differ_in_leniency_are_all_rater_variance():
    leniency = np.array([-1.0, 0.0, 1.0, 2.0, 3.0])
    found = srm.components(np.tile(leniency[:, None], 5))
    assert np.allclose([found.rater, found.target, found.pair], [2.5, 0, 0], atol=1e-12)


def test_targets_who_only_differ_in_charm_are_all_target_variance():
    charm = np.array([-1.0, 0.0, 1.0, 2.0, 3.0])
    found = srm.components(np.tile(charm, (5, 1)))
    assert np.allclose([found.rater, found.target, found.pair], [0, 2.5, 0], atol=1e-12)


def test_what_both_of_a_pair_feel_alike_is_reciprocity():
    draw = np.random.default_rng(1).normal(size=(40, 40))
    assert srm.components(draw + draw.T).reciprocity == pytest.approx(1.0)
    assert srm.components(draw - draw.T).reciprocity == pytest.approx(-1.0)


def test_the_components_are_unbiased():
    random = np.random.default_rng(2)
    found = [
        srm.components(
            random.normal(0, 0.3**0.5, (10, 1))
            + random.normal(0, 0.15**0.5, 10)
            + random.normal(0, 0.55**0.5, (10, 10))
        )
        for _ in range(400)
    ]
    means = [np.mean([getattr(one, name) for one in found]) for name in ("rater", "target", "pair")]
    assert np.allclose(means, [0.3, 0.15, 0.55], atol=0.02)
    assert np.mean([one.reciprocity for one in found]) == pytest.approx(0, abs=0.02)


# -- figures ----------------------------------------------------------------------------------------------


def test_a_row_is_inside_when_all_its_figures_are():
    found = [Figure(1, "a", 0.5, 0, 1), Figure(1, "b", 2.0, 0, 1), Figure(2, "c", 3.0, low=3), Figure(4, "d", 1.0)]
    assert figures.rows_inside(found) == (2,)


def test_a_figure_that_is_no_number_is_outside():
    assert not Figure(1, "of nobody", float("nan"), 0, 1).inside


def test_the_table_is_written_with_a_line_for_each_figure(tmp_path):
    found = [Figure(7, "liking, d", 0.25, low=-0.1), Figure(0, "contacts", 9.0, 1, 2)]
    figures.write_csv(found, tmp_path / "evidence.csv")
    assert (tmp_path / "evidence.csv").read_text(encoding="utf-8").splitlines() == [
        "row,quantity,low,high,value,inside",
        '7,"liking, d",-0.1,,0.2500,yes',
        ',"contacts",1,2,9.0000,no',
    ]


def test_a_rig_gives_the_same_figures_whatever_the_number_of_processes():
    small = Study(partial(robin.measure, groups=1, group=4), robin.figures)
    with Crew(1) as alone, Crew(2) as pair:
        one, two = (battery.figures(5, crew, studies=(small, small)) for crew in (alone, pair))
        assert one == two
        assert one != battery.figures(6, alone, studies=(small, small))


# -- questions --------------------------------------------------------------------------------------------

TALK = np.array([Act.GREET, Act.ASK_WORK, Act.ANSWER, Act.MIRROR, Act.ANSWER, Act.FOLLOW_UP], dtype=np.int8)


def test_questions_are_shared_out_among_their_four_kinds():
    assert pairs.shares(TALK) == pytest.approx([1 / 3, 0, 1 / 3, 1 / 3])


def test_a_talk_begins_with_introductions_and_goes_on_with_follow_ups():
    early, late = pairs.halves([TALK])
    assert early == [0, 0, 0, 1]
    assert late == [0.5, 0, 0.5, 0]


def test_a_question_back_is_looked_for_after_the_answer_to_a_question():
    asked_back_at_once = [TALK] * 3
    out_of_the_blue = [np.array([Act.GREET, Act.SHARE, Act.MIRROR, Act.ANSWER, Act.SHARE], dtype=np.int8)] * 3
    assert pairs.mirror_ratio(asked_back_at_once + out_of_the_blue) == pytest.approx((3 / 9) / (3 / 12))


# -- rigs -------------------------------------------------------------------------------------------------


def test_strangers_who_agreed_to_talk_have_not_met_before_and_stay_to_the_end():
    world = rig.strangers(2, range(30), 3, ALONE)
    assert not world.ties.met.any()
    rig.gather(world, 0, 1)
    rig.run(world, 3)
    assert world.over
    assert (world.people.formation >= 0).all()
    assert (world.people.talk_s.reshape(-1, 2).sum(axis=1) > 60).all()


def test_what_a_rig_has_somebody_say_is_said_and_nothing_else():
    world = rig.strangers(2, range(10), 3, ALONE)
    rig.gather(world, 0, 1)
    rig.say(world, 1, Act.SHARE, to=0)
    acts = world.people.acts.reshape(-1, 2, len(Act))
    assert acts.sum() == 10
    assert (acts[:, 1, Act.SHARE] == 1).all()


def test_a_rig_stops_when_something_makes_no_sense_to_say():
    world = rig.strangers(2, range(3), 3, ALONE)
    rig.gather(world, 0, 1)
    with pytest.raises(ValueError, match="cannot say PARAPHRASE"):
        rig.say(world, 0, Act.PARAPHRASE, to=1)  # of what? nothing has been told


def test_the_same_person_meets_everybody_in_a_round_robin_with_the_same_leniency():
    people = robin.everybody(3, groups=2, group=4, params=Params())
    world = rig.strangers(2, range(2), 1, ALONE)
    robin.embody(world, np.array([0, 5, 5, 7]), people)
    assert world.people.leniency.tolist() == people.leniency[[0, 5, 5, 7]].tolist()
    assert world.people.need[1] == world.people.need[2]
    ratings = robin.measure(3, Params(), groups=2, group=4)
    assert ratings.shape == (2, 4, 4)
    assert (ratings[:, ~np.eye(4, dtype=bool)] != 0).all()


def test_word_reaches_a_hearer_who_has_never_met_whom_it_is_about():
    world = word.company(1, Params())
    word.knows(world, word.ONE, -1.0)
    assert (word.shift(world) == 0).all()
    word.tell(world, word.ONE, word.HEARER)
    assert (word.shift(world) < 0).all()


# -- the mixer --------------------------------------------------------------------------------------------


def test_the_watch_sees_two_together_from_the_first_second_to_the_last():
    world = rig.strangers(2, range(4), 2, ALONE)
    rig.gather(world, 0, 1)
    watch = Watch(world)
    while not world.over:
        watch.before()
        world.step()
        watch.after()
    pair, second = watch.sightings()
    assert sorted(set(pair.tolist())) == [0 * 8 + 1, 2 * 8 + 3, 4 * 8 + 5, 6 * 8 + 7]
    assert sorted(set(second.tolist())) == list(range(1, 121))
    assert len(pair) == 4 * 120
    assert watch.sizes[2] == 4 * 120


def test_the_watch_notes_how_long_a_talk_lasted_and_how_long_each_had_wanted_out():
    world = rig.strangers(2, range(3), 2, ALONE)
    rig.gather(world, 0, 1)
    watch = Watch(world)
    rig.run(world, 1)
    world.people.wants_out[rig.seats(world, 1)] = world.tick - 40
    watch.before()
    circle.leave(world, rig.seats(world, 0), np.full(3, Act.EXCUSE, dtype=np.int8))
    world.step()
    while not world.beat:
        world.step()
    watch.after()
    ended = watch.ended()
    assert ended.lasted_s.tolist() == [61.0] * 3
    assert ended.wanting_s.tolist() == [[-1.0, 11.0]] * 3


def test_a_small_mixer_fills_every_count():
    world = World(crowd(30, players=0, known=0.3), mixer.BALLROOM, (1, 2), 12)
    found = mixer.observe(world)
    assert found.people == 60
    assert 0 < found.friends.mean() < 1
    assert found.lasted_s.max() <= 12 * 60
    assert (found.contacts_s % mixer.CONTACT_S == 0).all()
    assert found.sizes[2:].sum() > 0
    assert len(found.past) == 2 * len(found.both) > 0


@pytest.mark.lesson
@pytest.mark.whole
def test_enough_rows_of_the_evidence_table_come_out_inside():
    with Crew() as crew:
        found = battery.figures(1, crew)
    assert {figure.row for figure in found} >= set(COUNTED)
    assert figures.enough(found), [figure for figure in found if not figure.inside]
