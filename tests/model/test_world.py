"""An evening from the doors opening to the last goodbye."""

import numpy as np
import pytest

from game.model import measures
from game.model.acts import Act, Item, Mark
from game.model.cast import crowd
from game.model.commands import Command, Do
from game.model.events import Event
from game.model.orders import NONE, from_commands
from game.model.people import Doing
from game.model.room import circle
from game.model.space.plan import Plan
from game.model.world import World
from game.styles import marks, play, table
from tests.model.scene import Scene, still
from tests.model.space.rooms import CHAMBER

ROOM = ("#######D####", "#..........#", "#..a.b.....#", "#....c...e.#", "#..........#", "############")


def mixer(minutes: float = 6, people: int = 12, **options: object) -> World:
    world = World(crowd(people, known=0.2), Plan.from_rows(CHAMBER), [5], minutes, **options)
    table.adopt(world.people, np.arange(people), "ordinary")
    return world


def play_out(world: World) -> list[np.void]:
    styles, events = NONE, []
    while not world.over:
        styles = play.decide(world, world.step(styles))
        events.extend(world.log.events())
    world.close()
    return events


# coming and going


def test_everybody_comes_in_by_the_door_when_it_is_their_time():
    world = mixer()
    p, styles = world.people, NONE
    assert not p.present.any()
    while world.tick < world.end // 2 + 1:
        before = p.present.copy()
        styles = play.decide(world, world.step(styles))
        came = p.present & ~before
        assert ((p.arrives <= world.tick) == p.present).all()
        assert (np.hypot(p.x[came] - world.plan.door.x, p.y[came] - world.plan.door.y) < 0.5).all()
        arrived = [e["actor"] for e in world.log.events() if e["kind"] == Event.ARRIVED]
        assert arrived == np.flatnonzero(came).tolist()
    assert p.present.all()


def test_the_player_is_there_from_the_first_moment_and_to_the_last():
    world = mixer()
    play_out(world)
    assert world.people.arrives[0] == 0
    assert world.people.present[0]


def test_whoever_has_had_enough_goes_to_the_door_and_is_gone():
    s = Scene(*ROOM).person("e", leaves=8).run(12)
    assert s.told(Event.DEPARTED) == [("e", "")]
    assert not s.of("e", "present")
    assert s.of("e", "doing") == Doing.GONE
    s.forget().run(30)
    assert s.told(Event.ARRIVED) == []  # and does not come back


def test_nobody_goes_home_in_the_middle_of_a_talk():
    s = Scene(*ROOM).circle("ab").person("a", leaves=8).run(20)
    assert s.of("a", "present")
    s.say("b", Act.GOODBYE).run(15)
    assert not s.of("a", "present")


def test_a_human_goes_home_only_when_the_evening_ends():
    assert Scene(*ROOM, humans="e").person("e", leaves=8).run(20).of("e", "present")


def test_those_who_have_gone_are_not_walked_up_to_nor_followed_up_on():
    s = Scene(*ROOM, humans="a").person("a", hook_who=3, hook_item=Item.WORK, pace=0.01, give_up=2**30)
    s.person("e", leaves=8).step(s.do("a", Do.APPROACH, "e")).run(12)
    assert s.of("a", "target") == -1
    assert (s.of("a", "hook_who") == -1).all()


def test_empty_places_stay_empty():
    world = mixer(capacity=20)
    play_out(world)
    assert not world.people.present[12:].any()
    assert world.people.acts[12:].sum() == 0


# before the evening


def test_people_who_knew_each_other_like_and_trust_each_other_both_ways():
    world = mixer()
    ties, pairs = world.ties, world.cast.known_before
    assert len(pairs) > 3
    for one, two in ((0, 1), (1, 0)):
        rows = ties.index(pairs[:, one], pairs[:, two])
        assert ties.prior[rows].all() and ties.met[rows].all()
        assert ties.trust[rows] == pytest.approx(world.params.prior_trust)
        assert (ties.known[rows] & 0b1011 == 0b1011).all()
    assert ties.prior.sum() == 2 * len(pairs)


def impressions(**sd: float) -> np.ndarray:
    """First impressions of everybody by everybody, raters in rows."""
    params = still(**({"rater_sd": 0, "target_sd": 0, "pair_sd": 0} | sd))
    world = World(crowd(40, players=0), Plan.open_hall(20, 20), [3], 1, params=params)
    rater, target = (a.ravel() for a in np.meshgrid(np.arange(40), np.arange(40), indexing="ij"))
    return circle.impression(world, rater, target).reshape(40, 40)


def test_a_kind_rater_rates_all_kindly_and_a_charming_person_charms_all():
    kind, charming = impressions(rater_sd=0.5), impressions(target_sd=0.5)
    assert np.ptp(kind, axis=1).max() == 0 < np.ptp(kind[:, 0])
    assert np.ptp(charming, axis=0).max() == 0 < np.ptp(charming[0])


def test_two_people_have_part_of_their_impression_in_common():
    off = ~np.eye(40, dtype=bool)
    for rapport, shared in ((0.0, 0.0), (0.6, 0.36), (1.0, 1.0)):
        pair = impressions(pair_sd=1.0, rapport=rapport)
        assert np.corrcoef(pair[off], pair.T[off])[0, 1] == pytest.approx(shared, abs=0.08)
        assert pair[off].std() == pytest.approx(1, abs=0.06)


# the end


def test_the_minutes_of_those_still_talking_are_counted_once():
    s = Scene(*ROOM).circle("ab").run(60)
    s.world.close()
    minutes = s.tie("a", "b", "minutes")
    assert minutes == pytest.approx(1.0, abs=0.05)
    s.world.close()
    assert s.tie("a", "b", "minutes") == minutes


def test_the_time_in_company_of_those_still_talking_is_counted_once():
    s = Scene(*ROOM).circle("ab").run(60)
    s.world.close()
    assert s.of("a", "company_s") == pytest.approx(60, abs=2)
    s.world.close()
    assert s.of("a", "company_s") == pytest.approx(60, abs=2)


@pytest.mark.parametrize("style", ["promoter", "listener", "mute"])
def test_figures_of_an_evening_add_up(style):
    world = mixer(minutes=5, people=16)
    table.adopt(world.people, np.array([0]), style)
    events = play_out(world)
    world.step(marks.decide(world))
    r = measures.results(world)
    assert max(r.friends[0], r.business[0], r.referrals[0]) <= r.relationships[0]
    assert r.relationships[0] <= r.friends[0] + r.business[0] + r.referrals[0]
    assert r.relationships[0] <= r.met[0] <= 15
    assert 0 <= r.talk_share[0] <= 1
    assert ((r.evaded >= 0) & (r.evaded <= 1)).all()
    said = [e["act"] for e in events if e["kind"] == Event.SAID and e["actor"] == 0]
    assert (r.pitches[0], r.boasts[0]) == (said.count(Act.PITCH), said.count(Act.BOAST))
    newly = {e["other"] for e in events if e["kind"] == Event.MET and e["actor"] == 0}
    assert r.met[0] == len(newly)
    held = {e["other"] for e in events if e["kind"] == Event.CARD and e["actor"] == 0}
    prior = set(np.flatnonzero(world.ties.prior[world.ties.index(np.zeros(16, int), np.arange(16))]))
    assert r.cards[0] == len(held - prior)


def test_an_outcome_needs_both_sides():
    s = Scene(*ROOM, params=still(friend_minutes=1, outcome_minutes=0.5, friend_liking=0.0)).person("a", player=True)
    for of, about in ("ab", "ba", "ac", "ca"):
        s.set(of, about, met=True, minutes=5, liking=1.0, known=0b111)
    s.set("c", "a", liking=-0.3)
    assert measures.results(s.world).friends.tolist() == [0]  # a has not decided yet
    s.step(*(s.do("a", Do.MARK, other, item=int(Mark.FRIEND)) for other in "bc"))
    assert measures.results(s.world).friends.tolist() == [1]  # c would rather not
    s.step(s.do("a", Do.MARK, "b", item=int(Mark.NOT_FOR_ME)))
    assert measures.results(s.world).relationships.tolist() == [0]


def test_between_two_players_only_their_own_marks_count():
    s = Scene(*ROOM, humans="ab").person("a", player=True).person("b", player=True)
    for of, about in ("ab", "ba"):
        s.set(of, about, met=True, minutes=5)
    s.step(s.do("a", Do.MARK, "b", item=int(Mark.FRIEND)))
    assert measures.results(s.world).friends.tolist() == [0, 0]
    s.step(s.do("b", Do.MARK, "a", item=int(Mark.FRIEND)))
    assert measures.results(s.world).friends.tolist() == [1, 1]


# commands


def test_commands_of_a_room_become_orders_of_the_batch():
    go = Command(0, 1, Do.GO, to=2)
    say = Command(0, 2, Do.SAY, to=0, act=Act.GOSSIP, about=3)
    got = from_commands([go, say], 2, 10)
    assert got.actor.tolist() == [21, 22]
    assert got.to.tolist() == [2, 20]  # a place is a place, a person is a person
    assert got.about.tolist() == [-1, 23]


def test_events_outside_any_circle_name_none():
    s = Scene(*ROOM).run(1).person("e", leaves=8).run(12)
    (row,) = s.rows(Event.DEPARTED)
    assert row["formation"] == -1


def test_a_world_may_run_without_keeping_reports():
    loud, still_ = mixer(minutes=2), mixer(minutes=2)
    still_.log.on = False
    play_out(loud), play_out(still_)
    assert still_.log.events().size == 0
    assert np.array_equal(loud.ties.liking, still_.ties.liking)
