"""Where the player means to go next, kept while their leave is being taken."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.model.commands import Command, Do
from game.model.world import World

ON_FOOT = (Do.WALK, Do.GO, Do.APPROACH)


@dataclass
class Wish:
    """The last way asked for during a parting; the room would not hear of it before the parting is over."""

    command: Command | None = None

    def sift(self, world: World, me: int, asked: Iterable[Command]) -> list[Command]:
        """What takes effect at this tick: ways asked for while parting come up once the player stands alone."""
        people, now = world.people, []
        parting = bool(people.human[me] and people.formation[me] >= 0 and people.parting[me])
        for command in asked:
            if command.actor == me and command.do in (Do.LEAVE, Do.SAY, Do.CUT_IN):
                parting = bool(people.formation[me] >= 0) and command.do == Do.LEAVE
            if parting and command.actor == me and command.do in ON_FOOT:
                self.command = command
            elif not (parting and command.actor == me and command.do == Do.LISTEN):  # who leaves says no more
                now.append(command)
        if self.command is not None and not parting:
            outdone = any(command.actor == me and command.do in ON_FOOT for command in now)
            if people.formation[me] < 0 and not outdone:
                now.append(self.command)
            self.command = None
        return now

    def freeze(self) -> list[float] | None:
        """As JSON-able data."""
        return None if self.command is None else list(self.command)

    def thaw(self, kept: list[float] | None) -> None:
        """Take back what `freeze` gave."""
        if kept is None:
            self.command = None
        else:
            tick, actor, do, to, act, item, about = (int(number) for number in kept[:7])
            self.command = Command(tick, actor, do, to, act, item, about, *kept[7:])
