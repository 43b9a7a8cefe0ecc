"""The weeks hour by hour: what is sent is seen, what is promised is kept, and nobody gets more hours than a day has."""

import numpy as np
import pytest

from game.lab.weeks import play_weeks
from game.model.acts import Act, Item
from game.model.cast import crowd
from game.model.feed import bonds, figures, outcomes, weeks
from game.model.feed.deeds import Deed
from game.model.feed.net import Net
from game.model.feed.opening import Start, begin
from game.model.feed.params import HOURS, FeedParams
from game.model.feed.tables import Bond
from game.model.orders import Orders, orders
from game.model.params import Params
from game.model.social.rules import AGAINST_PROMOTION, Rule

SOMEBODY = 5


def net(rooms: int = 1, hour: int = 12, **start: float) -> Net:
    made = begin(crowd(10, seed=3), range(1, rooms + 1), Start(**{"days": 10, "followers": 40, **start}))
    made.audience.wakes[:] = 7
    made.tick = hour - 1
    made.account.left[:] = 60
    return made


def deed(do: int, to: int = -1, act: int = -1, item: int = -1, about: int = -1, player: int = 0) -> Orders:
    who = np.array([player])
    return orders(who, do, to=np.array([to], np.int32), act=act, item=item, about=np.array([about], np.int32))


def after(made: Net, *asked: Orders) -> Net:
    for one in asked:
        weeks.step(made, one)
    return made


def test_a_comment_is_seen_at_once_by_who_is_awake_and_on_waking_by_who_sleeps() -> None:
    awake = after(net(hour=12), deed(Deed.COMMENT, SOMEBODY, Act.ASK_WORK, Item.WORK))
    assert awake.audience.due[SOMEBODY] < 0 and awake.audience.unreturned[SOMEBODY] == 1
    asleep = after(net(hour=3), deed(Deed.COMMENT, SOMEBODY, Act.ASK_WORK, Item.WORK))
    assert asleep.audience.unreturned[SOMEBODY] == 0
    assert asleep.audience.due[SOMEBODY] == 7


def test_deeds_stop_when_the_day_is_used_up() -> None:
    made = net()
    made.account.left[:] = 11
    made.account.day_min[:] = 11
    several = [deed(Deed.COMMENT, who, Act.ASK_WORK, Item.WORK) for who in (1, 2, 3)]
    together = Orders(
        *(np.concatenate(columns) for columns in zip(*(vars(one).values() for one in several), strict=True))
    )
    weeks.step(made, together)
    assert (
        made.account.left[0] == pytest.approx(1) and (made.audience.tried[1:4] + made.audience.met[1:4] > 0).sum() == 2
    )


def test_each_further_promotion_costs_more_and_takes_attention() -> None:
    made = net()
    made.feed = FeedParams(reach=1.0)
    follower = 20
    made.audience.attention[:] = 1
    liking = [float(made.audience.liking[follower])]
    for hour in range(3):
        made.tick, made.account.left[:] = 11 + hour * HOURS, 60
        weeks.step(made, deed(Deed.POST, act=Act.PITCH, item=Item.OFFER))
        liking.append(float(made.audience.liking[follower]))
    drops = -np.diff(liking)
    seen = int(made.audience.pitches[follower])
    assert seen >= 2 and drops[drops > 0][1] > drops[drops > 0][0] * 1.2
    assert made.audience.attention[follower] < 1


def test_a_promise_to_answer_is_kept_or_costs() -> None:
    made = net()
    a = made.audience
    a.said[SOMEBODY], a.asks[SOMEBODY], a.said_at[SOMEBODY] = Item.WORK, True, made.tick
    before = float(a.liking[SOMEBODY])
    for _ in range(made.feed.hang_h + 2):
        weeks.step(made)
    assert a.liking[SOMEBODY] < before and not a.asks[SOMEBODY]


def test_one_cannot_follow_up_on_what_nobody_said_or_introduce_somebody_to_themselves() -> None:
    made = net()
    made.audience.interests[SOMEBODY] = 0
    refused = (
        deed(Deed.REPLY, SOMEBODY, Act.FOLLOW_UP, Item.WORK),
        deed(Deed.COMMENT, SOMEBODY, Act.FOLLOW_UP, Item.TOPIC),
        deed(Deed.MESSAGE, SOMEBODY, Act.INTRODUCE, Item.NEED, SOMEBODY),
        deed(Deed.COMMENT, 0, Act.ASK_WORK, Item.WORK),
        deed(Deed.COMMENT, 10_000, Act.ASK_WORK, Item.WORK),
        deed(Deed.COMMENT, SOMEBODY, Act.ASK_WORK, Item.WORK, player=SOMEBODY),
        deed(Deed.POST, act=Act.FOLLOW_UP),
    )
    after(made, *refused)
    assert made.account.left[0] == 60


def test_help_that_meets_a_need_is_owed_and_other_help_is_not() -> None:
    made = net()
    a, account = made.audience, made.account
    a.need[4:6], account.interests[0] = (2, 3), 0b100
    after(made, deed(Deed.MESSAGE, 4, Act.OFFER, Item.TOPIC + 2), deed(Deed.MESSAGE, 5, Act.OFFER, Item.TOPIC + 2))
    assert a.owed[4] == 1 and a.owed[5] == 0
    assert a.from_rule[4, Rule.HELPED] > 0 == a.from_rule[5, Rule.HELPED]


def test_an_introduction_is_owed_by_whom_it_helps_and_not_by_who_is_named() -> None:
    made = net()
    a = made.audience
    a.met[4:6], a.need[4], a.offer[5] = True, 2, 2
    a.need[5], a.offer[0] = 3, 3  # the first row of all is no third person
    after(made, deed(Deed.MESSAGE, 4, Act.INTRODUCE, Item.NEED, 5))
    assert a.owed[4] == 1 and a.owed[5] == 0


def test_business_needs_liking_trust_a_need_and_knowing_of_it() -> None:
    made = net()
    a, account = made.audience, made.account
    account.offer[0] = 2
    who = np.arange(1, 6)
    a.need[who], a.liking[who], a.trust[who], a.minutes[who], a.known[who] = 2, 1, 1, 30, 1 << Item.OFFER
    a.liking[2], a.trust[3], a.need[4], a.known[5] = 0, 0, 3, 0
    for _ in range(60):
        made.tick += HOURS
        bonds.deal(made)
    assert np.flatnonzero(a.deal == Bond.CLIENT).tolist() == [1]


def test_a_client_who_cools_goes_and_comes_back_when_won_over() -> None:
    made = net()
    a, account = made.audience, made.account
    account.offer[0], a.need[1], a.deal[1], a.minutes[1], a.known[1] = 2, 2, Bond.CLIENT, 30, 1 << Item.OFFER
    a.liking[1] = -0.5
    for _ in range(80):
        made.tick += HOURS
        bonds.lose(made)
    assert a.deal[1] == Bond.LOST and a.lost[1]
    a.liking[1] = a.trust[1] = 1
    for _ in range(60):
        made.tick += HOURS
        bonds.deal(made)
    assert a.deal[1] == Bond.CLIENT and figures.results(made).won_back[0] == 1


def test_a_client_lost_before_knows_the_player_thinks_the_worse_of_them_and_still_follows() -> None:
    gone = np.arange(10) == 3
    made = begin(crowd(10, seed=3), (1, 2), Start(days=10, followers=40, lost=gone))
    a = made.audience
    assert np.flatnonzero(a.deal == Bond.LOST).tolist() == [3, made.capacity + 3]
    assert (a.met[3], a.follows[3], a.lost[3]) == (True, True, True)
    assert a.known[3] & 1 << Item.OFFER and a.knows[3] & 1 << Item.NEED
    assert a.liking[3] == pytest.approx(-0.3)


def test_ten_lots_bought_in_one_hour_are_ten_thousand_followers() -> None:
    made = net(bought=30)
    before = made.followers()[0]
    after(made, orders(np.zeros(10, int), Deed.BUY))
    assert made.account.bought[0] == 10_030
    assert made.followers()[0] == before


def test_whoever_sells_and_has_the_card_takes_time_until_muted() -> None:
    made = net()
    a, account = made.audience, made.account
    a.sells[3] = a.card[3] = True
    for _ in range(2 * HOURS):
        weeks.step(made)
    bothered = float(account.nuisance[0])
    assert bothered == pytest.approx(2 * made.feed.nuisance_min)
    weeks.step(made, deed(Deed.MUTE, 3))
    for _ in range(3 * HOURS):
        weeks.step(made)
    assert account.nuisance[0] == bothered


def test_a_tie_nobody_keeps_up_fades_after_a_week_and_a_kept_one_does_not() -> None:
    made = net()
    a = made.audience
    a.liking[1:3], a.minutes[1:3], a.last[1:3] = 1.0, 30, 0
    for day in range(20):
        made.tick = day * HOURS
        a.last[2] = made.tick
        bonds.fade(made)
    assert a.liking[1] < 0.75 and a.liking[2] == 1.0


def test_a_room_alone_ends_as_it_does_in_a_batch() -> None:
    cast, start = crowd(10, seed=3), Start(days=6, followers=40)
    together = begin(cast, (7, 8, 9), start)
    alone = begin(cast, (8,), start)
    for made in (together, alone):
        play_weeks(made, "listener")
    rows = slice(together.capacity, 2 * together.capacity)
    for name in alone.audience.columns:
        mine, theirs = getattr(alone.audience, name), getattr(together.audience, name)[rows]
        if alone.audience.columns[name].unit == "person" and name == "due_about":
            theirs = np.where(theirs >= 0, theirs - together.capacity, theirs)
        assert np.array_equal(mine, theirs), name


def test_with_no_rule_against_promotion_a_promoter_is_liked_again() -> None:
    liked = []
    for params in (Params(), Params(off=AGAINST_PROMOTION)):
        made = begin(crowd(10, seed=3), range(20), Start(days=30, followers=100), params)
        play_weeks(made, "promoter")
        liked.append(float(made.audience.liking[made.audience.met].mean()))
    assert liked[1] > liked[0] + 0.5


def test_outcomes_need_both_sides() -> None:
    made = net()
    a = made.audience
    a.met[1:4], a.minutes[1:4], a.liking[1:4], a.known[1:4] = True, 40, 1, 0b111
    a.ignored[2], a.mark[3] = True, 8
    assert np.flatnonzero(outcomes.agreed(made)).tolist() == [1]
