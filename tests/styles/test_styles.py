"""Each style does more of what it is named for than most people do."""

from collections import Counter
from functools import lru_cache

import numpy as np
import pytest

from game.model.acts import QUESTIONS, Act, Item
from game.model.cast import crowd
from game.model.commands import Do
from game.model.events import Event
from game.model.orders import NONE
from game.model.space.plan import Plan
from game.model.world import World
from game.styles import play, table
from tests.model.invariants.anybody import company
from tests.model.space.rooms import CHAMBER

PLAYED = tuple(name for name in table.NAMES if name != "human")
ROOMS = 40  # evenings each style is played
PEOPLE = 12
WALKED_UP = (Event.FORMED, Event.JOINED, Event.DECLINED, Event.CLOSED)  # let in or not


class Record:
    """What the players of one style did, all rooms together."""

    def __init__(self, world: World, style: str, events: np.ndarray) -> None:
        rooms = range(PLAYED.index(style), world.rooms, len(PLAYED))
        p = world.people
        me = np.array(list(rooms)) * world.capacity
        self.acts = Counter({Act(k): int(n) for k, n in enumerate(p.acts[me].sum(axis=0)) if n})
        mine = np.isin(events["room"], list(rooms)) & (events["actor"] == 0)
        self.walked_up = int((mine & np.isin(events["kind"], WALKED_UP)).sum())
        cut = (events["kind"] == Event.ENDED) & (events["about"] == 0) & np.isin(events["room"], list(rooms))
        self.cuts = int(cut.sum())
        self.needs = int((mine & (events["kind"] == Event.SAID) & (events["act"] == Act.ASK)
                          & (events["item"] == Item.NEED)).sum())  # fmt: skip
        self.words_s = float(p.talk_s[me].sum())

    def share(self, *acts: Act) -> float:
        """Of all turns, those that were one of `acts`."""
        return sum(self.acts[act] for act in acts) / max(1, sum(self.acts.values()))


@lru_cache
def records() -> dict[str, Record]:
    """All styles side by side: the same people, one player a room."""
    cast = crowd(PEOPLE, topics=5, known=0.1)
    world = World(cast, Plan.from_rows(CHAMBER), range(ROOMS * len(PLAYED)), 8)
    table.adopt(world.people, np.arange(world.people.rows), "ordinary")
    for k, style in enumerate(PLAYED):
        table.adopt(world.people, np.arange(k, world.rooms, len(PLAYED)) * world.capacity, style)
    styles, events = NONE, []
    while not world.over:
        styles = play.decide(world, world.step(styles))
        rows = world.log.events()
        events.append(rows[np.isin(rows["kind"], [*WALKED_UP, Event.ENDED, Event.SAID])])
    every = np.concatenate(events)
    return {style: Record(world, style, every) for style in PLAYED}


def of(style: str) -> Record:
    return records()[style]


ORDINARY = "ordinary"


@pytest.mark.parametrize(
    ("style", "acts"),
    [
        ("listener", (Act.FOLLOW_UP, Act.PARAPHRASE)),
        ("promoter", (Act.PITCH,)),
        ("promoter", (Act.BOAST,)),
        ("collector", (Act.CARD,)),
        ("flatterer", (Act.PRAISE,)),
        ("interrogator", QUESTIONS),
        ("interrogator", (Act.DEFLECT,)),
        ("quiet", (Act.FOLLOW_UP,)),
        ("mute", (Act.SILENCE,)),
    ],
)
def test_a_style_does_more_of_what_it_is_named_for(style, acts):
    assert of(style).share(*acts) > 1.3 * of(ORDINARY).share(*acts)


@pytest.mark.parametrize(
    ("style", "never"),
    [
        ("listener", (Act.PITCH, Act.BOAST, Act.GOSSIP)),
        ("giver", (Act.PITCH, Act.BOAST, Act.GOSSIP)),
        ("flatterer", (Act.FOLLOW_UP, Act.PARAPHRASE)),
        ("interrogator", (Act.SHARE, Act.PITCH, Act.PRAISE)),
        ("quiet", (Act.PITCH, Act.BOAST)),
        ("wallflower", (Act.PITCH, Act.BOAST)),
    ],
)
def test_and_never_what_would_be_another_style(style, never):
    assert {act: of(style).acts[act] for act in never} == dict.fromkeys(never, 0)


def test_a_mute_never_speaks_but_to_take_leave():
    assert set(of("mute").acts) <= {Act.SILENCE, Act.EXCUSE, Act.GOODBYE}
    assert of("mute").acts[Act.SILENCE] > 0


def test_ordinary_people_do_a_bit_of_everything():
    acts = set(of(ORDINARY).acts)
    assert acts >= {Act.GREET, Act.ASK, Act.ASK_WORK, Act.FOLLOW_UP, Act.ANSWER, Act.SHARE, Act.PASS_BY, Act.MIRROR}


def test_the_giver_asks_what_people_need():
    assert of("giver").needs > 2 * of(ORDINARY).needs


def test_the_promoter_talks_over_others_and_nobody_else_does():
    assert of("promoter").cuts > 0
    assert sum(of(style).cuts for style in PLAYED if style != "promoter") == 0


def test_promoter_and_collector_walk_up_to_more_people_and_the_wallflower_to_fewer():
    ups = {style: of(style).walked_up for style in PLAYED}
    assert min(ups["promoter"], ups["collector"]) > 1.2 * ups[ORDINARY]
    assert ups["wallflower"] < np.mean(list(ups.values()))


def test_quiet_people_and_wallflowers_use_few_words():
    assert max(of("quiet").words_s, of("wallflower").words_s) < of(ORDINARY).words_s


@pytest.mark.parametrize("style", table.NAMES)
def test_a_style_is_adopted_with_all_its_dispositions(style):
    world = World(crowd(3), Plan.from_rows(CHAMBER), [1], 1)
    table.adopt(world.people, np.array([1]), style)
    row = table.STYLES[style]
    p = world.people
    assert table.NAMES[p.style[1]] == style
    assert {name: getattr(p, name)[1] for name in table.DISPOSITIONS} == pytest.approx(
        {name: getattr(row, name) for name in table.DISPOSITIONS}
    )
    assert p.memory[1] == pytest.approx(row.attention)
    assert p.human[1] == (style == "human")
    assert all(
        table.habit(name, p.style[[1]].astype(int))[0] == pytest.approx(getattr(row, name)) for name in table.HABITS
    )


def test_nothing_is_ever_decided_for_a_human():
    world, styles = company(range(12), people=8, humans=4, minutes=4), NONE
    p, decided = world.people, Counter()
    while not world.over:
        styles = play.decide(world, world.step(styles))
        assert not p.human[styles.actor].any()
        decided.update(styles.do.tolist())
    assert decided[Do.SAY] > 100
    bids = p.human & (p.bid_do >= 0)  # when their time is up, they have said nothing
    assert ((p.bid_do[bids] == Do.LISTEN) | (p.bid_act[bids] == Act.SILENCE)).all()
    assert set(np.flatnonzero(p.acts[p.human].sum(axis=0))) <= {Act.SILENCE}
    assert (p.wants_out[p.human] < 0).all()
    assert (p.target[p.human] < 0).all()
