"""A self-promoter and a human player: walked up to, held on to, relieved of a card."""

import numpy as np
import pytest

from game.model.acts import Act
from game.model.commands import Do
from game.model.events import Event
from game.model.orders import NONE, Orders, join
from game.model.room import floor
from game.styles import play, table
from tests.model.scene import Scene, still

ROOM = ("#######D####", "#..........#", "#..a.....b.#", "#..........#", "#..........#", "############")
MINUTES = 5
ROOMS = 40


def evening(*, polite: bool) -> Scene:
    """a, a promoter, and b, a human, alone in each room; b says nothing, or takes leave after half a minute."""
    s = Scene(*ROOM, humans="b", rooms=ROOMS, params=still(nerve=0.02))
    p = s.world.people
    table.adopt(p, s.all("a"), "promoter")
    s.person("a", decide_at=0, ready_at=0, present=True).person("b", player=True)
    styles: Orders = NONE
    for _ in range(MINUTES * 240):
        asked = [styles]
        listens = np.intersect1d(floor.open_choices(s.world), s.all("b"))
        if len(listens):
            asked.append(s.do("b", Do.LISTEN).take(listens // s.world.capacity))
        long = np.flatnonzero((p.formation[s.all("b")] >= 0) & (s.world.tick - p.joined[s.all("b")] == 120))
        if polite and len(long):
            asked.append(s.do("b", Do.LEAVE).take(long))
        look = s.world.step(join(asked))
        styles = play.decide(s.world, look)
        s.events.append(s.world.log.events())
        s.reasons.append(s.world.log.reasons())
    return s


@pytest.fixture(scope="module")
def held() -> Scene:
    return evening(polite=False)


def test_he_walks_up_to_the_player(held):
    opened = held.rows(Event.FORMED)
    assert (opened["actor"] == held.who("a")).all()
    assert set(opened["room"]) == set(range(ROOMS))


def test_he_sells_whatever_the_player_says_or_does_not_say(held):
    pitched = held.world.people.acts[held.all("a"), Act.PITCH]
    assert (pitched >= 2).mean() > 0.9


def test_he_holds_on_longer_than_a_word_in_passing(held):
    company = held.world.people.company_s[held.all("b")]
    still_talking = held.world.people.formation[held.all("b")] >= 0
    assert ((company > 60) | still_talking).mean() > 0.9


def test_he_takes_the_players_card_and_leaves_his(held):
    ties = held.world.ties
    his = ties.card[ties.index(held.all("a"), held.all("b"))]
    mine = ties.card[ties.index(held.all("b"), held.all("a"))]
    assert his.mean() > 0.3
    assert np.array_equal(his, mine)
    taken = held.rows(Event.CARD)
    assert (taken["actor"] == held.who("a")).sum() == (taken["actor"] == held.who("b")).sum() == his.sum()


def test_the_player_does_nothing_but_listen_and_thinks_what_he_likes(held):
    p, ties = held.world.people, held.world.ties
    assert set(np.flatnonzero(p.acts[held.all("b")].sum(axis=0))) <= {Act.SILENCE}
    assert (ties.liking[ties.index(held.all("b"), held.all("a"))] == 0).all()
    assert p.heard_out_s[held.all("b")].mean() > 60


def test_the_player_can_get_away():
    away = evening(polite=True).rows(Event.LEFT)
    gone = {int(room) for room in away["room"][away["actor"] == 1]}
    assert len(gone) > 0.9 * ROOMS
    assert -1 in away["act"][away["actor"] == 1]  # over his pitch, without a word
