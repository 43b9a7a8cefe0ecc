"""A room with twenty-nine people in five circles, to look at and to test with."""

import math

from game.model.acts import Act
from game.session.views import FormationView, Line, PersonView, RoomView
from game.stage.art.look import Look, look_for
from game.stage.art.venue import Venue

PLAN = (
    "###www####DD####www###",
    "#p..................p#",
    "#.BBBB.......ssssss..#",
    "#....................#",
    "#......t.......t.....#",
    "#....................#",
    "#...................t#",
    "#t...................#",
    "#....................#",
    "#..........t.........#",
    "#....................#",
    "#....................#",
    "#p..................p#",
    "######################",
)
VENUE = Venue(PLAN, 0.8, "warm", "The Chamber Mixer", "Business after hours")

_NAMES = (
    "Amina Okafor", "Jonas Weber", "Priya Nair", "Dana Ruiz", "Brad Pike", "Omar Haddad", "Rosa Lindqvist",
    "Tomasz Zielinski", "Mei Chen", "Lars Holm", "Ines Duarte", "Kofi Mensah", "Ruth Adler", "Sam Whitaker",
    "Alex Morgan", "Jo Castellan", "Vera Novak", "Hamid Rahimi", "Elif Kaya", "Bram de Wit", "Nora Quist",
    "Paulo Reis", "Greta Falk", "Idris Bello", "Sofia Marino", "Hugo Blanc", "Yara Nasser",
    "Lin Park", "Ewan Boyd",
)  # fmt: skip
# centre in metres, radius in metres, how many stand there
_CIRCLES = (
    (3.7, 5.6, 0.95, 5),
    (8.6, 4.3, 0.8, 4),
    (13.4, 5.3, 0.95, 5),
    (5.9, 8.6, 1.0, 5),
    (12.3, 8.8, 0.9, 4),
)
_ALONE = (
    (2.2, 8.9, 0.2, 1.0, "walking"), (9.2, 6.9, -1.0, 0.1, "idle"), (15.8, 7.4, 1.0, 0.0, "evading"),
    (16.0, 3.3, 0.0, 1.0, "phone"), (5.9, 3.4, 0.4, 0.9, "drinking"), (9.0, 9.5, -0.6, 0.8, "walking"),
)  # fmt: skip


def demo_looks(count: int = 300) -> dict[int, Look]:
    """Somebody different for every id."""
    return {i: look_for(f"guest {i}", None, ("she", "he", "they")[i % 3]) for i in range(count)}


def demo_view() -> RoomView:
    """Twenty-nine people: five circles, one of them the player's own, and six on their own."""
    people: list[PersonView] = []
    formations = []
    for f, (x, y, radius, count) in enumerate(_CIRCLES):
        ids = tuple(range(len(people), len(people) + count))
        for k in range(count):
            angle = 2 * math.pi * k / count + 0.35 + f * 0.5
            people.append(_standing(ids[k], f, x, y, radius, angle, ids[0]))
        formations.append(FormationView(f, x, y, radius, ids, f == 3))
    for x, y, hx, hy, activity in _ALONE:
        people.append(person(len(people), x, y, heading=(hx, hy), activity=activity))
    me = 14
    lines = (
        Line(90, 15, 14, Act.SHARE, "The sourdough starter is older than my marriage.", 4, True, False),
        Line(84, 14, 15, Act.FOLLOW_UP, "How did you find the baker?", 3, True, True),
        Line(91, 4, 1, Act.PITCH, "Our platform changes everything. Everything!", 3, False, False),
        Line(88, 9, 10, Act.ASK, "We need a pilot farm before spring. Who grows tomatoes?", 3, False, False),
        Line(88, 20, 19, Act.OFFER, "Let me introduce you to Rosa, she runs the co-op.", 3, False, False),
        Line(89, 6, 7, Act.GOSSIP, "He has told me that twice.", 3, False, False),
    )
    return RoomView(
        90, "18:22", 900.0, "evening", me, tuple(people), tuple(formations), lines, (), False, (), 7, 3, "", "", ""
    )


def _standing(who: int, circle: int, x: float, y: float, radius: float, angle: float, speaker: int) -> PersonView:
    moods = ("smile", "laugh", "think", "smile", "worry", "bored", "smile")
    speaking = who in (15, 4, 9, 20, 6)
    target = {0: 4, 1: 6, 2: 9, 3: 15, 4: 20}[circle]
    return person(
        who,
        x + math.cos(angle) * radius,
        y + math.sin(angle) * radius,
        heading=(-math.cos(angle), -math.sin(angle)),
        activity="talking",
        mood="talk" if speaking else moods[who % 7],
        formation=circle,
        speaking=speaking,
        listening_to=target if who != target else speaker,
        known=who % 2 == 0,
        player=who == 14,
    )


def person(who: int, x: float, y: float, **more: object) -> PersonView:
    """Somebody standing at (x, y), facing us, unless said otherwise."""
    fields: dict[str, object] = {
        "known": False, "heading": (0.0, 1.0), "speed": 0.0, "activity": "idle", "mood": "smile",
        "formation": -1, "speaking": False, "listening_to": -1, "drink": who % 3 == 0, "player": False,
    }  # fmt: skip
    fields.update(more)
    name = _NAMES[who % len(_NAMES)]
    if fields["activity"] == "walking":
        fields["speed"] = 1.0
    return PersonView(id=who, name=name, x=x, y=y, **fields)  # type: ignore[arg-type]
