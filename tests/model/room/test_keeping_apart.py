"""The room opens around whom many avoid: circles draw off, company beside him is worth less, strolls go elsewhere."""

import numpy as np
import pytest

from game.model.room import approach, bodies
from tests.model.scene import Scene, still

HALL = (
    "##########D##########",
    *("#...................#",) * 3,
    "#......abc.e........#",
    *("#...................#",) * 4,
    "#####################",
)


def circle_beside(liking: dict[str, float], human: str = "", **changes: object) -> Scene:
    """a, b and c talk, and e stands by; what each of them thinks of e."""
    s = Scene(*HALL, humans=human, params=still(keep_m=3.6, **changes)).circle("abc")
    for name, worth in liking.items():
        s.set(name, "e", liking=worth)
    return s


def moved(s: Scene) -> float:
    """Metres by which the circle draws off to the left in one go."""
    f = s.world.formations
    before = float(f.x[0])
    s.world.in_sight.rebuild(s.world.people.x, s.world.people.y, s.world.people.present)
    bodies._draw_off(s.world, np.array([0]))
    return before - float(f.x[0])


def at(s: Scene, metres: float) -> Scene:
    """e stands that far to the right of the middle of the circle."""
    f = s.world.formations
    return s.person("e", x=float(f.x[0]) + metres, y=float(f.y[0]))


@pytest.mark.parametrize(
    ("minding", "metres", "by"),
    [
        ("", 1.8, 0.0),
        ("a", 3.0, 0.4 * 4 * (1 / 3) * (1 - 3.0 / 3.6)),  # 0.4 m × haste 4 × a third of them × how near
        ("ab", 3.0, 0.4 * 4 * (2 / 3) * (1 - 3.0 / 3.6)),
        ("abc", 1.8, 0.4),  # no faster
        ("abc", 3.7, 0.0),
    ],
)
def test_a_circle_draws_off_from_whom_its_members_avoid_by_hand(minding, metres, by):
    s = at(circle_beside(dict.fromkeys(minding, -1.5)), metres)
    assert moved(s) == pytest.approx(by, abs=1e-5)


def test_mild_dislike_is_borne_and_who_decides_for_himself_minds_nothing():
    assert moved(at(circle_beside({"a": -0.8, "b": -0.8, "c": -0.8}), 1.8)) == 0
    assert moved(at(circle_beside({"a": -1.5}, human="a"), 1.8)) == 0


def test_what_was_only_heard_of_him_moves_them_too():
    s = at(circle_beside({}, hearsay=0.8).set("a", "e", hearsay=-1.4), 1.8)
    assert moved(s) > 0


def test_nobody_draws_off_from_one_of_their_own():
    s = Scene(*HALL, params=still()).circle("abce").set("a", "e", liking=-2).set("b", "e", liking=-2)
    assert moved(s) == 0


def test_those_beside_somebody_avoided_are_less_worth_walking_up_to():
    rows = ("######D########", "#.............#", "#.b....a....ce#", "#.............#", "###############")
    for penalty, there in ((0.0, "c"), (1.0, "b")):
        s = Scene(*rows, params=still(whim=0.0, beside_penalty=penalty, close_m=1.0, distance_cost=0.0))
        s.person("a", decide_at=0, ready_at=0).set("a", "e", liking=-2).set("a", "c", liking=0.5)
        look = None
        while look is None:
            look = s.world.step()
        assert look.avoid.tolist() == [-1]
        assert look.wary.tolist() == [s.who("e")]
        assert s.names[look.best[0]] == there


def test_of_two_places_to_stroll_to_the_one_away_from_him():
    s = Scene(*HALL, params=still(), rooms=100)
    p, places, who = s.world.people, s.world.plan.places, s.all("a")
    x, y = np.array([(q.x, q.y) for q in places]).T

    def beside_him(wary: np.ndarray) -> float:
        place = approach.somewhere(s.world, who, wary)
        return float((np.hypot(x[place] - p.x[s.all("e")], y[place] - p.y[s.all("e")]) < s.params.keep_m).mean())

    anywhere, elsewhere = beside_him(np.full(100, -1, np.int32)), beside_him(s.all("e").astype(np.int32))
    assert elsewhere == pytest.approx(anywhere**2, abs=0.08)
