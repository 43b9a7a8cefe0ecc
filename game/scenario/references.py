"""What the form cannot say: names that must exist, be distinct, or fit together."""

from collections.abc import Iterable, Iterator
from typing import Any

from game.errors import did_you_mean
from game.scenario import plan
from game.scenario.check import Checker, one_of
from game.scenario.spec import (
    ALL_STYLES,
    COMPARATORS,
    EVENING_MEASURES,
    MEASURES,
    MOST_PEOPLE,
    NETWORKS,
    STYLES,
    WEEKS_MEASURES,
)
from game.scenario.tree import Value

LEAST_NAMED = 3
MOST_LISTED = 12  # of what there is, in a message


def entries(value: Value | None) -> list[Value]:
    """The entries of a list, none when it is no list."""
    return value.data if value is not None and isinstance(value.data, list) else []


def entry(value: Value | None, key: str) -> Value | None:
    """What a block holds under a key, None when it is no block or holds nothing there."""
    return value.data.get(key) if value is not None and isinstance(value.data, dict) else None


def word(value: Value | None) -> str:
    """The text of a value, "" when it is none."""
    return " ".join(value.data.split()) if value is not None and isinstance(value.data, str) else ""


def relate(checker: Checker, root: Value) -> None:
    """Check everything in a scenario that depends on something else in it."""
    attendees = entries(entry(root, "attendees"))
    named = [who for who in attendees if entry(who, "crowd") is None]
    player = entry(root, "player")
    _look_up(checker, root, named)
    _tell_apart(checker, (entry(who, "name") for who in [*named, *([player] if player else [])]), "person")
    _tell_apart(checker, (entry(who, "key") for who in named), "key")
    topics = entries(entry(root, "topics"))
    _tell_apart(checker, (entry(topic, "id") or topic for topic in topics), "topic")
    for who in [*named, *([player] if player else [])]:
        _person(checker, who)
    weeks = entry(root, "weeks")
    venue = "weeks" if getattr(entry(weeks, "only"), "data", False) is True else "evening"
    for line in entries(entry(root, "expect")):
        _expectation(checker, line, venue)
    _lost_clients(checker, root, named, venue)
    _networks(checker, root)
    people = _count(checker, root, named, attendees)
    _room(checker, entry(root, "venue"), people)


def _look_up(checker: Checker, root: Value, named: list[Value]) -> None:
    topics = _topics(root)
    people = [word(entry(who, "name")) for who in named if word(entry(who, "name"))]
    for to, value in checker.references:
        known = topics if to == "topic" else people
        name = word(value)
        if name and name not in known and (to == "person" or topics):
            what = "one of the topics" if to == "topic" else "the name of an attendee"
            near = _by_first_name(name, people) if to == "person" else ""
            near = near or checker.nearest(name, known)
            more = ""
            if to == "topic" and {*name.split()} <= {*known}:
                near, more = "", "; a comma is missing between two"
            elif not near and len(known) <= MOST_LISTED:
                more = f"; there are: {', '.join(known)}"
            checker.expected(value, what, "WR301" if to == "topic" else "WR302", near, more)


def _by_first_name(name: str, people: list[str]) -> str:
    """The one person who has this for a given or a family name, "" when there is none or several."""
    found = [who for who in people if name.lower() in who.lower().split()]
    return found[0] if len(found) == 1 else ""


def _topics(root: Value) -> list[str]:
    return [word(entry(topic, "id") or topic) for topic in entries(entry(root, "topics"))]


def _tell_apart(checker: Checker, values: Iterable[Value | None], what: str) -> None:
    first: dict[str, Value] = {}
    for value in values:
        name = word(value)
        if value is None or not name:
            continue
        if name in first:
            message = f'"{name}" is the {what} on line {first[name].line} already'
            checker.problem(value, "WR303", message)
        else:
            first[name] = value


def _person(checker: Checker, who: Value) -> None:
    for known in entries(entry(who, "knows")):
        if word(known) and word(known) == word(entry(who, "name")):
            checker.problem(known, "WR304", f"{word(known)} is this very person")
    told: set[str] = set()
    for story in entries(entry(who, "stories")):
        topic = entry(story, "topic")
        if topic is not None and word(topic) in told:
            checker.problem(topic, "WR305", f'a second story on "{word(topic)}": one a topic')
        told.add(word(topic))


def _expectation(checker: Checker, line: Value, venue: str) -> None:
    made = [key for key in COMPARATORS if entry(line, key) is not None]
    if not isinstance(line.data, dict):
        return
    if len(made) != 1:
        got = " and ".join(made) or "none"
        checker.problem(line, "WR306", f"expected one of {', '.join(COMPARATORS)}, got {got}")
    elif made == ["beats"] and word(entry(line, "beats")) == word(entry(line, "style")):
        checker.problem(line, "WR306", "no style beats itself")
    elif made == ["within"]:
        bounds = [end.data for end in entries(entry(line, "within")) if isinstance(end.data, int | float)]
        if bounds != sorted(bounds):
            checker.problem(line, "WR306", "within goes from the smaller number to the larger")
    _judged_in(checker, line, venue)


def _judged_in(checker: Checker, line: Value, venue: str) -> None:
    """An expectation speaks of the venue it is judged in: of the weeks where there is nothing else."""
    measures, styles = (WEEKS_MEASURES, ALL_STYLES) if venue == "weeks" else (EVENING_MEASURES, STYLES)
    for key, known, all_known in (
        ("measure", measures, MEASURES),
        ("style", styles, ALL_STYLES),
        ("beats", styles, ALL_STYLES),
    ):
        value = entry(line, key)
        if value is not None and word(value) in all_known and word(value) not in known:
            what = f"a {'measure' if key == 'measure' else 'style'} of the {venue}"
            checker.expected(value, what, "WR306")


def _lost_clients(checker: Checker, root: Value, named: list[Value], venue: str) -> None:
    """Whoever once bought and went needs what there is to buy, and is met on the network."""
    lost = entry(entry(root, "weeks"), "lost_clients")
    if lost is not None and entries(lost) and venue == "evening":
        checker.problem(lost, "WR309", "expected weeks without an evening, only: true, got weeks after one")
    topics = _topics(root)
    offered = word(entry(entry(entry(root, "player"), "offer"), "topic"))
    needs = {word(entry(who, "name")): word(entry(entry(who, "need"), "topic")) for who in named}
    for client in entries(lost):
        needed = needs.get(word(client), "")
        mistyped = topics and not {needed, offered} <= {*topics}  # said already, and where it was written
        if needed and offered and needed != offered and not mistyped:
            message = f"expected somebody who needs {offered}, which is offered, got {word(client)}, who needs {needed}"
            checker.problem(client, "WR309", message)


def _networks(checker: Checker, root: Value) -> None:
    """Networks are those everybody knows; one of the scenario's own is listed, and has its twins."""
    listed, mapped = entry(root, "networks"), dict(_online(root))
    for named in entries(listed):
        if word(named) and word(named) not in (*NETWORKS, *mapped):
            what = f"{one_of(NETWORKS)}, or one with its twins under online"
            checker.expected(named, what, "WR205", checker.nearest(word(named), NETWORKS))
    known = [word(network) for network in entries(listed)] or list(NETWORKS)
    what = f"one of the networks on line {listed.line}" if listed else one_of(NETWORKS)
    for network, block in mapped.items():
        if network not in known:
            near = did_you_mean(checker.nearest(network, known))
            checker.problem(block, "WR307", f"expected {what}, got {network}{near}")
    spent = entry(entry(root, "weeks"), "network")
    if spent is not None and word(spent) and word(spent) not in known:
        checker.expected(spent, what, "WR307", checker.nearest(word(spent), known))


def _online(root: Value) -> Iterator[tuple[str, Value]]:
    online = entry(root, "online")
    if online is not None and isinstance(online.data, dict):
        yield from online.data.items()


def _count(checker: Checker, root: Value, named: list[Value], attendees: list[Value]) -> int:
    """How many people there will be, the player included."""
    where = entry(root, "attendees") or root
    if attendees and len(named) < LEAST_NAMED <= len(attendees):
        checker.problem(where, "WR308", f"expected at least {LEAST_NAMED} people by name, got {len(named)}")
    sizes = [entry(who, "crowd") for who in attendees]
    made_up = sum(size.data for size in sizes if size is not None and isinstance(size.data, int))
    total = len(named) + made_up
    if total > MOST_PEOPLE:
        checker.problem(where, "WR308", f"expected at most {MOST_PEOPLE} people, got {total}")
    return total + 1


def _room(checker: Checker, venue: Value | None, people: int) -> None:
    drawn = entry(venue, "plan")
    if drawn is None or not isinstance(drawn.data, str) or people > MOST_PEOPLE + 1:
        return
    cell: Any = getattr(entry(venue, "cell_m"), "data", 1.0)
    if isinstance(cell, int | float) and 0 < cell <= 10:
        free = plan.floor_m2(tuple(drawn.data.split("\n")), cell)
        if 0 < free < people * plan.LEAST_M2_EACH:
            least = people * plan.LEAST_M2_EACH
            message = f"expected {least:g} m² of floor for {people} people, got {free:.0f}"
            checker.problem(drawn, "WR406", message)
