"""The evening itself: world, styles and talk stepped together. No wall clock and no file: replays run it."""

from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.model import orders
from game.model.acts import Act
from game.model.commands import Command, Do
from game.model.digest import digest
from game.model.events import Event
from game.model.measures import Results, results
from game.model.orders import Orders
from game.model.params import Params
from game.model.room import feelings
from game.model.room.drinks import is_the_excuse
from game.model.room.evening import obey
from game.scenario.spec import Scenario
from game.session import clock, opening
from game.session.chronicle import Chronicle
from game.session.grounds import grounds
from game.session.guide import shy
from game.session.journal import Said
from game.session.packing import Arrays
from game.session.renumbering import Renumbering
from game.session.roster import Roster, tie
from game.session.situation import choice_open
from game.session.wish import Wish
from game.styles import marks
from game.styles.play import decide
from game.talk.utterance import Utterance
from game.talk.voice import Voice
from game.talk.words import Words

TRACK_TICKS = 20  # every five seconds
_STATE, _NEXT = "world.", "styles."


class Evening:
    """One room with its talk, from the opening of the doors to the last mark.

    All of it is in the language the scenario is told in; in that of `words` where the game does not know it.
    """

    def __init__(self, scenario: Scenario, seed: int, style: str, words: Words, params: Params | None = None) -> None:
        self.scenario, self.seed, self.style = scenario, seed, style
        self.words = words.speaking(scenario.languages[0])  # what is told of people and what they say must fit together
        self.roster = Roster(scenario)
        self.world = opening.open_doors(scenario, [seed], style, params)
        self.voice = Voice(scenario, self.words)
        self.players = opening.players_of(scenario)
        self.me = opening.PLAYER
        self.lines: list[Said] = []  # all that was said, oldest first
        self.chronicles = {who: Chronicle(who, self.lines) for who in self.players}
        self.chronicle = self.chronicles[self.me]
        self._next = orders.NONE  # what the styles decided for the next tick
        self._wishes = {who: Wish() for who in self.players}
        self._results: dict[str, Any] = {}  # the last that were asked for; all players' eyes share them

    def seen_by(self, player: int) -> "Evening":
        """The same evening, going on, for another of its players: views, choices and debriefs are theirs."""
        seen = copy(self)
        seen.me, seen.chronicle = player, self.chronicles[player]
        if player != opening.PLAYER:
            seen.scenario = replace(self.scenario, player=opening.as_player(self.roster.person(player)))
        return seen

    @property
    def tick(self) -> int:
        """Ticks since the doors opened."""
        return self.world.tick

    @property
    def over(self) -> bool:
        """The evening has ended."""
        return self.world.over

    @property
    def minutes(self) -> float:
        """How long it has lasted."""
        return clock.minutes(self.world.tick)

    def hour(self, tick: int) -> str:
        """The time of day at a tick: "18:12"."""
        return clock.of_day(self.scenario.evening.starts, tick)

    def rename(self, player: int, name: str) -> None:
        """Call one of the players so from now on."""
        if player == opening.PLAYER:
            self.scenario = replace(self.scenario, player=replace(self.scenario.player, name=name))
        else:
            people = list(self.scenario.people)
            people[player - 1] = replace(people[player - 1], name=name)
            self.scenario = replace(self.scenario, people=tuple(people))
        self.roster = Roster(self.scenario)
        self.voice = Voice(self.scenario, self.words, self.voice.memory())

    def step(self, commands: Sequence[Command]) -> tuple[Said, ...]:
        """One tick, with what humans asked for; returns what people began to say."""
        commands = self._sifted(commands)
        asked = orders.from_commands(commands, 0, self.world.capacity)
        look = self.world.step(orders.join([self._let_be(self._next), asked]))
        self._next = decide(self.world, look)
        events, reasons = self.world.log.events(), self.world.log.reasons()
        said = tuple(self._said(row) for row in events[events["kind"] == Event.SAID])
        self.lines.extend(said)
        for player, circle in self._concerned(events, reasons):
            self.chronicles[player].take(events, reasons, said, circle)
        if self.tick % TRACK_TICKS == 0:
            for player in self.players:
                self._track(player)
        return said

    def _sifted(self, commands: Sequence[Command]) -> Sequence[Command]:
        """Those that take effect now, by who asked for them; ways asked for while parting wait."""
        asked: dict[int, list[Command]] = {}
        for command in commands:
            asked.setdefault(command.actor, []).append(command)
        now: list[Command] = []
        for player, wish in self._wishes.items():
            if player in asked or wish.command is not None:
                now += wish.sift(self.world, player, asked.pop(player, []))
        return [*now, *(command for own in asked.values() for command in own)]

    def _concerned(self, events: NDArray[Any], reasons: NDArray[Any]) -> list[tuple[int, int]]:
        """Players whom one of these reports concerns, or who stand where it comes from; each with their circle."""
        named = [events[name] for name in ("actor", "other", "about")] + [reasons[name] for name in ("of", "about")]
        people, places = set(np.concatenate(named).tolist()), set(events["formation"].tolist()) - {-1}
        circles = self.world.people.formation[self.players].tolist()
        pairs = zip(self.players, circles, strict=True)
        return [(player, circle) for player, circle in pairs if player in people or circle in places]

    def _let_be(self, decided: Orders) -> Orders:
        """What the styles decided, without walking up to a player who is still to try walking."""
        if not shy(self):
            return decided
        return decided.take(np.flatnonzero((decided.do != Do.APPROACH) | (decided.to != self.me)))

    def _track(self, player: int) -> None:
        """Note where a player stands, and with whom."""
        people = self.world.people
        if people.present[player]:
            circle = int(people.formation[player])
            members = self.world.formations.members[circle] if circle >= 0 else ()
            company = [int(member) for member in members if member >= 0 and member != player]
            self.chronicles[player].stand(self.tick, float(people.x[player]), float(people.y[player]), company)

    def close(self) -> None:
        """The evening is over: whoever still talks has talked until now."""
        self.world.close()

    def mark(self, command: Command) -> None:
        """A private decision, after the evening."""
        obey(self.world, orders.from_commands([command], 0, self.world.capacity))

    def settle(self) -> None:
        """A player whom a style plays decides about everybody met."""
        obey(self.world, marks.decide(self.world))

    def opinion(self, person: int) -> float:
        """What somebody thinks of the player: own liking and hearsay, in sd."""
        return float(feelings.opinion(self.world, np.array([person]), np.array([self.me]))[0])

    def results(self) -> Results:
        """The figures of all its players; worked out once for each state of what was done and decided."""
        moment = (self.tick, self.world.people.company_s.tobytes(), self.world.ties.mark.tobytes())
        if self._results.get("moment") != moment:
            self._results |= {"moment": moment, "found": results(self.world)}
        found: Results = self._results["found"]
        return found

    def choice_open(self) -> bool:
        """Whether the evening hangs on what the player chooses."""
        return choice_open(self.world, self.me)

    def digest(self) -> str:
        """Of the whole state of the room."""
        return digest(self.world, 0)

    # talk

    def _said(self, row: NDArray[Any]) -> Said:
        utterance = self._utterance(*(int(row[name]) for name in ("actor", "other", "act", "item", "about")))
        return Said(
            tick=int(row["tick"]),
            speaker=utterance.speaker,
            addressee=utterance.addressee,
            act=utterance.act,
            item=utterance.item,
            about=utterance.about,
            formation=utterance.formation,
            text=self.voice.line(utterance),
        )

    def preview(self, command: Command) -> str:
        """The sentence a command of a player's would be said in."""
        return self.voice.preview(self._meant(command))

    def label(self, command: Command) -> str:
        """The same in a few words."""
        return self.voice.label(self._meant(command))

    def _meant(self, command: Command) -> Utterance:
        return self._utterance(command.actor, command.to, command.act, command.item, command.about)

    def _utterance(self, speaker: int, addressee: int, act: int, item: int, about: int) -> Utterance:
        world = self.world
        ties, f = world.ties, world.formations
        formation = int(world.people.formation[speaker])
        row = tie(world, speaker, addressee) if addressee >= 0 else -1
        spoken_to = int(f.last_to[formation]) in (speaker, -1) and int(f.last_speaker[formation]) != speaker
        third = tie(world, addressee, about) if addressee >= 0 and about >= 0 else -1
        friends = row >= 0 and bool(ties.prior[row])
        why = grounds(world, speaker, about if about >= 0 else addressee) if max(about, addressee) >= 0 else None
        # A human's sentence was shown before it was said: it must not depend on when.
        human = bool(world.people.human[speaker])
        return Utterance(
            tick=0 if human else world.tick,
            speaker=speaker,
            addressee=addressee,
            act=act,
            item=item,
            about=about,
            warmth=float(ties.liking[row]) if row >= 0 else 0.0,
            turn=int(f.turns[formation]),
            formation=formation,
            reply_to=int(f.last_act[formation]) if spoken_to else -1,
            regard=why.regard if why and about >= 0 else 0.0,
            known=int(ties.known[row]) if row >= 0 else 0,
            met=bool(ties.minutes[row] > 0) if row >= 0 else False,
            friends=friends,
            # minutes are counted when two part: until then they stand as before the evening
            reunited=friends and float(ties.minutes[row]) <= world.params.prior_minutes,
            acquainted=third >= 0 and bool(ties.prior[third]),
            hearers=tuple(int(member) for member in f.members[formation] if member >= 0),
            last_item=int(f.last_item[formation]),
            asked=int(f.asked_item[formation]),
            cause=why.cause if why else "",
            pitches=why.pitches if why and about >= 0 else 0,
            teller=why.teller if why and about >= 0 else -1,
            known_about=why.known if why and about >= 0 else 0,
            drink=act == Act.EXCUSE and bool(is_the_excuse(world, np.array([speaker]))[0]),
            brief=-1.0 if human or f.brief[formation] < 0 else clock.TICK_S * float(f.brief[formation] - world.tick),
        )

    # snapshots

    def freeze(self) -> tuple[Arrays, dict[str, Any]]:
        """The whole state: arrays, and plain data beside them."""
        arrays = {_STATE + name: array for name, array in self.world.snapshot().items()}
        arrays |= {_NEXT + name: getattr(self._next, name) for name in orders.FIELDS}
        for chronicle in self.chronicles.values():
            arrays |= chronicle.freeze()
        wishes = {str(player): wish.freeze() for player, wish in self._wishes.items()}
        return arrays, {"talk": self.voice.memory(), "wishes": wishes}

    def thaw(self, arrays: Arrays, plain: dict[str, Any], lines: list[Said]) -> None:
        """Go back to what `freeze` gave, with the lines said until then."""
        world = {name for name in arrays if name.startswith(_STATE)}
        self.world.restore({name.removeprefix(_STATE): arrays[name] for name in world})
        self._next = orders.Orders(*(arrays[_NEXT + name] for name in orders.FIELDS))
        self.voice = Voice(self.scenario, self.words, plain["talk"])
        self.lines[:] = lines
        wishes = plain["wishes"] if "wishes" in plain else {str(opening.PLAYER): plain["wish"]}  # of older runs
        for player, wish in self._wishes.items():
            wish.thaw(wishes[str(player)])
            self.chronicles[player].thaw(arrays)

    def continue_from(self, old: "Evening", number: Renumbering) -> None:
        """Take over what another evening was told, said and meant to do next, under new numbers; see `reload`."""
        self._next = number.orders(old._next)
        self.lines[:] = map(number.line, old.lines)
        self.voice = Voice(self.scenario, self.words, number.memory(old.voice.memory()))
        self.chronicle.thaw(number.chronicle(old.chronicle.freeze()))
        wished = old._wishes[opening.PLAYER].command
        self._wishes[opening.PLAYER].command = wished and number.command(wished)
