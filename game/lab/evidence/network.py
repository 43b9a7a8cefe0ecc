"""The network at the rates of life: who responds, follows, unfollows, refers (rows 22 to 30)."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from game.lab.evidence.figures import Figure
from game.lab.weeks import play_weeks
from game.model.acts import Act, Item, Mark
from game.model.cast import crowd
from game.model.columns import F32
from game.model.feed import arrival, bonds, following, hearing, opening, outcomes, publishing, reach, response
from game.model.feed.net import Net
from game.model.feed.opening import Start
from game.model.feed.params import HOURS, FeedParams
from game.model.params import Params

ROOMS = 30
GUESTS = 2  # the player and one more: no evening before
SEVEN_WEEKS = 49  # days
HOURS_A_GAME_MINUTE = 50 / 30  # of friendship: the weeks' half hour stands for fifty hours (row 22)
REAL = FeedParams(lively=1.0)
F64 = NDArray[np.float64]


@dataclass(frozen=True)
class Network:
    """What was measured, one field to a figure."""

    hours_to_friend: float
    repeated: float  # liking after repeated meetings, less after one of the same length
    best_overlap: float
    from_acquaintances: float
    any_response: float
    replied: float
    at_once: float
    deep: float
    returned_news: float
    returned_community: float
    broken: float  # one-way, in seven weeks
    broken_mutual: float
    broken_new: float
    promotion: float  # times as many unfollow a promoter
    slope: float
    rank_all: float
    rank_top: float
    thinned: float  # response with as many bought as real followers, times as much as without


def measure(seed: int, params: Params) -> Network:
    """All rigs."""
    seeds = tuple(range(seed, seed + ROOMS))
    posts, replied, at_once, deep = _posts(seeds, params)
    returned_news, returned_community = (_returned(seeds, params, community) for community in (False, True))
    broken, mutual, new = _broken(seeds, params)
    rank_all, rank_top = _ranks(seed, params)
    return Network(
        hours_to_friend=_hours_to_friend(seeds, params),
        repeated=_repeated(seeds, params),
        best_overlap=_best_overlap(),
        from_acquaintances=_from_acquaintances(seeds, params),
        any_response=posts,
        replied=replied,
        at_once=at_once,
        deep=deep,
        returned_news=returned_news,
        returned_community=returned_community,
        broken=broken,
        broken_mutual=mutual,
        broken_new=new,
        promotion=_promotion(seeds, params),
        slope=_slope(seeds, params),
        rank_all=rank_all,
        rank_top=rank_top,
        thinned=_thinned(),
    )


def figures(found: list[Network]) -> list[Figure]:
    """Rows 22 to 30."""
    n = found[0]
    return [
        Figure(22, "hours until somebody is a friend, median, by the scale of the weeks", n.hours_to_friend, 40, 100),
        Figure(23, "liking by six short meetings, less by one of the same length, sd", n.repeated, low=0.0),
        Figure(24, "overlap at which a referral is likeliest", n.best_overlap, 0.25, 0.75),
        Figure(24, "referrals by those who are no friends (yet)", n.from_acquaintances, low=0.5),
        Figure(25, "posts that get any response", n.any_response, 0.24, 0.34),
        Figure(25, "posts that get a reply", n.replied, 0.15, 0.30),
        Figure(25, "responses within the first hour", n.at_once, low=0.9),
        Figure(25, "posts whose thread goes three deep", n.deep, high=0.03),
        Figure(26, "follows returned, news", n.returned_news, 0.15, 0.30),
        Figure(26, "follows returned, community", n.returned_community, 0.5, 0.7),
        Figure(27, "one-way follows that end in seven weeks", n.broken, 0.09, 0.15),
        Figure(27, "…mutual ones, of that", n.broken_mutual / n.broken, high=0.9),
        Figure(27, "…of less than a week, times as many", n.broken_new / n.broken, low=1.0),
        Figure(27, "unfollowing of who promotes in half of the posts, times as much", n.promotion, 1.5, 2.5),
        Figure(28, "slope of the rate of response over the audience, log-log", n.slope, -0.2, -0.1),
        Figure(29, "followers and responses, rank correlation", n.rank_all, 0.4, 0.7),
        Figure(29, "…in the top tenth by followers", n.rank_top, high=0.35),
        Figure(30, "response with as many bought followers as real ones, times as much", n.thinned, 0.4999, 0.5001),
    ]


def _net(seeds: tuple[int, ...], params: Params, start: Start, feed: FeedParams = REAL) -> Net:
    net = opening.begin(crowd(GUESTS, seed=seeds[0]), seeds, start, params, feed)
    net.log.on = False
    return net


def _played(seeds: tuple[int, ...], params: Params, style: str, start: Start, feed: FeedParams = REAL) -> Net:
    net = _net(seeds, params, start, feed)
    play_weeks(net, style)
    return net


def _hours_to_friend(seeds: tuple[int, ...], params: Params) -> float:
    """Time given to people on the day they are first friends, in hours of life."""
    net = _net(seeds[:10], params, Start(days=30))
    first = np.full(net.audience.rows, np.nan)

    def look(now: Net) -> None:
        friends = (outcomes.agreed(now) & Mark.FRIEND) > 0
        new = friends & np.isnan(first)
        first[new] = now.audience.minutes[new]

    play_weeks(net, "listener", look)
    return float(np.nanmedian(first)) * HOURS_A_GAME_MINUTE


def _repeated(seeds: tuple[int, ...], params: Params) -> float:
    """Liking of those asked six times on six days, less of those asked six times in one day, after a month."""
    liking = []
    for every in (4, 0):  # days between two of six
        net = _net(seeds, params, Start(days=30))
        who = np.flatnonzero(net.audience.there)
        before = net.audience.liking[who].copy()
        for day in range(30):
            for k in range(6):
                if day == k * every:
                    _ask(net, who)
            net.tick += HOURS
            bonds.fade(net)
        liking.append(float((net.audience.liking[who] - before).mean()))
    return liking[0] - liking[1]


def _ask(net: Net, who: NDArray[np.int64]) -> None:
    hearing.hear(net, hearing.message(who, Act.FOLLOW_UP, net.feed.glance_s, item=Item.WORK))
    net.audience.unreturned[who] = 0
    net.audience.minutes[who] += np.float32(net.feed.comment_min)
    net.audience.last[who] = net.tick


def _best_overlap() -> float:
    grid = np.linspace(0, 1, 101, dtype=np.float32)
    return float(grid[response.chance_to_refer(grid, np.ones_like(grid), REAL).argmax()])


def _from_acquaintances(seeds: tuple[int, ...], params: Params) -> float:
    """Share of referrals from people who were no friends at the end of the weeks."""
    net = _played(seeds, params, "giver", Start(days=30), FeedParams())
    refers = net.audience.referred > 0
    friends = (outcomes.theirs(net, np.arange(net.audience.rows)) & Mark.FRIEND) > 0
    return float(np.count_nonzero(refers & ~friends)) / max(1.0, float(np.count_nonzero(refers)))


def _posts(seeds: tuple[int, ...], params: Params) -> tuple[float, float, float, float]:
    """Of posts of ordinary people to 300: any response, a reply, share at once, three deep."""
    net = _net(seeds, params, Start(days=60))
    posts = any_response = replied = 0
    at_once = 0
    for day in range(60):
        net.tick = day * HOURS + 18
        act = np.int8((Act.SHARE, Act.ASK, Act.SHARE, Act.PITCH)[day % 4])
        item = np.full(ROOMS, Item.TOPIC + day % 5, np.int8)
        responses, replies = net.account.responses.sum(axis=1), net.account.replies.copy()
        publishing.post(net, np.arange(ROOMS), np.full(ROOMS, act), item, np.full(ROOMS, -1, np.int32))
        soon = net.account.responses.sum(axis=1) - responses
        for _ in range(HOURS - 1):
            net.tick += 1
            arrival.arrive(net)
        late = net.account.responses.sum(axis=1) - responses
        posts += ROOMS
        any_response += int(np.count_nonzero(late > 0))
        replied += int(np.count_nonzero(net.account.replies - replies > 0))
        at_once += int(soon.sum())
    total = int(net.account.responses.sum())
    return any_response / posts, replied / posts, at_once / max(1, total), float(net.account.deep.sum()) / posts


def _returned(seeds: tuple[int, ...], params: Params, community: bool) -> float:
    net = _net(seeds, params, Start(followers=0, community=community))
    who = np.flatnonzero(net.audience.there)
    following.follow(net, who)
    return float(net.audience.follows[who].mean())


def _broken(seeds: tuple[int, ...], params: Params) -> tuple[float, float, float]:
    """Shares of follows that end within seven weeks in which nothing is posted: one-way, mutual, new ones."""
    shares = []
    for mutual, age in ((False, None), (True, None), (False, 3)):
        net = _net(seeds, params, Start(days=SEVEN_WEEKS))
        a = net.audience
        who = np.flatnonzero(a.follows)
        a.followed[who] = mutual
        if age is not None:
            a.since[who] = -age * HOURS
        for _ in range(SEVEN_WEEKS):
            net.tick += HOURS
            following.turn_away(net)
        shares.append(float(1 - a.follows[who].mean()))
    return shares[0], shares[1], shares[2]


def _promotion(seeds: tuple[int, ...], params: Params) -> float:
    """Unfollowing, in a month, of somebody half of whose posts promote, over that of somebody who never does."""
    lost = []
    for promotes in (True, False):
        net = _net(seeds, params, Start(days=30))
        before = net.followers()
        for day in range(30):
            net.tick = day * HOURS + 18
            act = Act.PITCH if promotes and day % 2 else Act.SHARE
            item = np.full(ROOMS, Item.TOPIC + day % 5, np.int8)
            publishing.post(net, np.arange(ROOMS), np.full(ROOMS, act, np.int8), item, np.full(ROOMS, -1, np.int32))
            bonds.fade(net)
            following.turn_away(net)
        lost.append(float((1 - net.followers() / before).mean()))
    return lost[0] / lost[1]


def _slope(seeds: tuple[int, ...], params: Params) -> float:
    """Of the log of responses a post and follower over the log of followers, ordinary people, 100 to 10,000."""
    sizes, rates = (100, 1000, 10_000), []
    for followers in sizes:
        some = seeds if followers < 5000 else seeds[:4]
        net = _played(some, params, "ordinary", Start(days=30, followers=followers))
        rates.append(float(net.account.responses.sum()) / max(1.0, float(net.account.posts.sum())) / followers)
    slope, _ = np.polyfit(np.log(sizes), np.log(rates), 1)
    return float(slope)


STYLES = ("ordinary", "engager", "broadcaster", "listener", "wallflower", "collector", "giver", "buyer")


def _ranks(seed: int, params: Params) -> tuple[float, float]:
    """Rank correlation of followers and responses, over accounts of all sizes and styles, and in the top tenth."""
    draw = np.random.default_rng(seed)
    accounts = 160
    followers = np.exp(draw.normal(np.log(300), 1.5, accounts)).clip(10, 8000).astype(int)
    hours = draw.uniform(0.2, 2.0, accounts)
    responses = np.zeros(accounts)
    for k in range(accounts):
        start = Start(days=7, followers=int(followers[k]), minutes_a_day=60 * hours[k])
        net = _played((seed + k,), params, STYLES[k % len(STYLES)], start)
        responses[k] = float(net.account.responses.sum())
    top = followers >= np.quantile(followers, 0.9)
    return _spearman(followers, responses), _spearman(followers[top], responses[top])


def _spearman(one: NDArray[np.int64], two: F64) -> float:
    ranks = [values.argsort().argsort() for values in (one, two)]
    return float(np.corrcoef(ranks[0], ranks[1])[0, 1])


def _thinned() -> float:
    """Response rate with a bought follower for each real one, over that without, before reach reacts."""
    one = np.ones(1, np.float32)
    fresh = replace(REAL, recent=0.0)

    def rate(bought: F32) -> float:
        return float(reach.recent_response(0 * one, 7 * one, 90 * one, 300 * one, bought, fresh)[0])

    return rate(300 * one) / rate(0 * one)
