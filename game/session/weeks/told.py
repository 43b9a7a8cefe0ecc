"""What the weeks came to, told: the network's own count, what it does not count, and the room beside it."""

import numpy as np

from game.model.acts import Act, Mark
from game.model.feed.outcomes import agreed
from game.model.feed.params import HOURS
from game.model.feed.tables import Bond
from game.session.debrief import ActTwice, WeeksTold
from game.session.twins import on_network
from game.session.weeks.feed import Weeks
from game.talk.template import capital
from game.talk.words import Words

COURTESIES = ("greet", "goodbye", "excuse", "silence", "pass_by", "listen")


def weeks_told(weeks: Weeks, in_the_room: dict[str, int], network: str) -> WeeksTold:
    """The record of the weeks. `in_the_room`: how often the player did what that evening, by the names of acts."""
    net, a, account = weeks.net, weeks.net.audience, weeks.net.account
    marks = agreed(net)
    people = [weeks.company[int(row)].name for row in np.flatnonzero(marks)]
    days = -(-net.tick // HOURS)
    return WeeksTold(
        days=days,
        network=network,
        headline=_headline(weeks.words, days, weeks.followers, len(people)),
        followers=weeks.followers,
        followers_before=weeks.began_with,
        bought=int(account.bought[0]),
        relationships=len(people),
        friends=int(((marks & Mark.FRIEND) > 0).sum()),
        business=int(((marks & Mark.BUSINESS) > 0).sum()),
        referrals=int(((marks & Mark.REFER) > 0).sum()),
        people=tuple(people),
        clients=int((a.deal == Bond.CLIENT).sum()),
        suppliers=int((a.deal == Bond.SUPPLIER).sum()),
        lost=int((a.deal == Bond.LOST).sum()),
        sent=int((a.sent_by >= 0).sum()),
        posts=int(account.posts.sum()),
        responses=int(account.responses.sum()),
        discussions=int(account.discussions[0]),
        acquainted=int(account.acquainted[0]),
        written_to=len(weeks.book.written_to),
        promotions=int(account.pitched.sum()),
        nuisance_min=round(float(account.nuisance[0]), 1),
        sides=_sides(weeks, in_the_room, network),
    )


def _headline(words: Words, days: int, followers: int, people: int) -> str:
    key = "none" if not people else "one" if people == 1 else "some"
    return words.text(f"feed.told.headline.{key}", days=days, followers=followers, n=people)


def _sides(weeks: Weeks, in_the_room: dict[str, int], network: str) -> tuple[ActTwice, ...]:
    """Every act the player did anywhere; courtesies are nothing to compare."""
    words = weeks.words
    online = {act.name.lower(): int(weeks.net.account.acts[0, act]) for act in Act}
    names = [name for name in online if name not in COURTESIES and online[name] + in_the_room.get(name, 0)]
    sides = []
    for name in sorted(names, key=lambda name: -online[name] - in_the_room.get(name, 0)):
        label, room = words.text(f"session.act.{name}"), in_the_room.get(name, 0)
        slots: dict[str, str | int] = {"network": network, "online": online[name], "room": room}
        slots["label"] = capital(label)
        found = on_network(weeks.scenario, name)
        twin = found.act if found else label
        sides.append(ActTwice(name, label, room, online[name], twin, words.text("feed.told.side", **slots)))
    return tuple(sides)
