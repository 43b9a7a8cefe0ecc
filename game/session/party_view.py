"""The evening as everybody sees it on the wall: all of the room, the names of those who play, nobody's secrets."""

from collections.abc import Collection

from game.session import clock
from game.session.opening import PLAYER
from game.session.party import Party
from game.session.project import formations_seen, people_seen
from game.session.viewing import lines_of
from game.session.views import RoomView

NOBODY = -1


def room_for_all(party: Party, lit: Collection[int]) -> RoomView:
    """The room at this tick; of the circles `lit` one can read what is said, of the others see that there is talk."""
    world, someone = party.world, party.words.text("session.someone")
    people = tuple(
        person._replace(name=_name(party, person.id) if person.player else someone, known=person.player, player=False)
        for person in people_seen(world, party.roster, party.words, PLAYER)
    )
    return RoomView(
        tick=world.tick,
        clock=party.hour(world.tick),
        seconds_left=max(0.0, (world.end - world.tick) * clock.TICK_S),
        phase="evening",
        me=NOBODY,
        people=people,
        formations=formations_seen(world, NOBODY),
        lines=lines_of(party, lambda circle: True, lit),
        choices=(),
        waiting=False,
        notebook=(),
        met=0,
        cards=0,
        caption="",
        narration="",
        asked="",
    )


def _name(party: Party, who: int) -> str:
    return party.roster.person(who).first_name
