"""Who notices: the circle by attention, bystanders by distance and facing, and only self-promotion."""

import pytest

from game.model.acts import Act, Item
from game.model.events import Event
from game.model.social.rules import Rule
from tests.model.scene import Scene, still

ROOMS = 400
# a talks to b in every room; what e, standing somewhere, overhears is a share of ROOMS
NEAR = ("######D#######", "#............#", "#.....b......#", "#.....a......#", "#......e.....#", "##############")
FAR = ("######D#######", "#............#", "#.....b......#", "#.....a......#", "#........e...#", "##############")
AWAY = ("######D#######", "#............#", "#.b..........#", "#.a..........#", "#..........e.#", "##############")


def overheard(*rows: str, act: Act = Act.PITCH, facing: float = 1) -> float:
    """Share of rooms in which e overhears what a says."""
    s = Scene(*rows, params=still(earshot_m=5, overhear=1.0), rooms=ROOMS).circle("ab").run(3)
    x, y = s.of("e", "x") - s.of("a", "x"), s.of("e", "y") - s.of("a", "y")
    length = (x * x + y * y) ** 0.5
    s.forget().begin("a", act, "b", Item.OFFER)
    for _ in range(170):
        s.person("a", hx=facing * x / length, hy=facing * y / length).step()
    return len(s.rows(Event.OVERHEARD)) / ROOMS


def test_a_pitch_carries_and_the_nearer_the_better():
    near, far, away = overheard(*NEAR), overheard(*FAR), overheard(*AWAY)
    assert near > far + 0.1 > 0.2
    assert away == 0


def test_at_a_metre_and_a_half_it_is_the_share_the_distance_says():
    """Facing the listener: 1 − distance / earshot, all else being 1."""
    s = Scene(*NEAR, params=still()).circle("ab").run(3)
    assert overheard(*NEAR) == pytest.approx(1 - s.apart("a", "e") / 5, abs=0.06)


def test_whoever_is_spoken_away_from_hears_less():
    assert overheard(*NEAR, facing=-1) < overheard(*NEAR, facing=1) - 0.1


def test_what_is_no_self_promotion_is_not_overheard():
    assert overheard(*NEAR, act=Act.BOAST) > 0
    for act in (Act.ASK, Act.SHARE, Act.PRAISE, Act.ANSWER):
        assert overheard(*NEAR, act=act) == 0


@pytest.mark.parametrize(("talking", "drowned"), [(False, 1.0), (True, 0.5)])
def test_own_talk_drowns_half_of_what_is_said_elsewhere(talking, drowned):
    """Spoken past e at a right angle: 0.7 of what he would hear if faced."""
    rows = ("########D#####", "#............#", "#..b.....f...#", "#..a..e......#", "#............#", "##############")
    s = Scene(*rows, params=still(earshot_m=5, overhear=1.0), rooms=ROOMS).circle("ab")
    if talking:
        s.circle("ef")
    s.run(3)
    x, y = s.of("e", "x") - s.of("a", "x"), s.of("e", "y") - s.of("a", "y")
    s.forget().begin("a", Act.PITCH, "b", Item.OFFER)
    for _ in range(170):
        s.person("a", hx=y / s.apart("a", "e"), hy=-x / s.apart("a", "e")).step()
    share = (s.rows(Event.OVERHEARD)["actor"] == s.who("e")).sum() / ROOMS
    assert share == pytest.approx(drowned * 0.7 * (1 - s.apart("a", "e") / 5), abs=0.05)


def test_overhearing_costs_the_speaker_and_nobody_else():
    s = Scene(*NEAR, params=still(earshot_m=50, overhear=10.0, overheard=0.05)).circle("ab").run(3)
    s.say("a", Act.PITCH, "b", Item.OFFER)
    assert s.told(Event.OVERHEARD) == [("e", "a")]
    assert s.why("e", "a")[Rule.OVERHEARD][0] == pytest.approx(-0.05)
    assert s.why("e", "b") == {}


def test_who_stands_by_in_the_circle_takes_in_less_than_who_is_addressed():
    rows = ("######D###", "#........#", "#..a.b...#", "#....c...#", "##########")
    s = Scene(*rows, params=still(memory=0.8, memory_aside=0.5), rooms=ROOMS).circle("abc").forget()
    s.say("a", Act.SHARE, "b", Item.NEED)
    learned = s.rows(Event.LEARNED)["actor"]
    assert (learned == s.who("b")).sum() / ROOMS == pytest.approx(0.8, abs=0.06)
    assert (learned == s.who("c")).sum() / ROOMS == pytest.approx(0.4, abs=0.07)
