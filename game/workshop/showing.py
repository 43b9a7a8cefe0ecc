"""What goes out, to whom and how often: states that have changed, phones in turn, a stop to everybody at once."""

import time
from collections.abc import Callable
from typing import Any

from game.session.phases import Phase
from game.web.hub import Hub, Outgoing
from game.web.wire import encoded
from game.workshop.invitation import Invitation
from game.workshop.reception import Line, Reception
from game.workshop.views.console import console_view
from game.workshop.views.phone import phone_parts
from game.workshop.views.room import floor_of, plan_of
from game.workshop.views.wall import wall_view
from game.workshop.workshop import Workshop

EVERY_S = 0.25  # between two states of the room, the wall and the console
SLOTS = 12  # steps in which every phone has its turn, where there is time
SILENT_S = 60.0  # without a deed in the evening, after which somebody is called silent


class Showing:
    """Sends views. Of what has not changed nothing is sent; a phone is served in every twelfth step, or later."""

    def __init__(self, show: Workshop, hub: Hub, reception: Reception, invitation: Invitation) -> None:
        self._show, self._hub, self._reception, self._invitation = show, hub, reception, invitation
        self._next = 0.0
        self._turn = 0
        self._waited = False  # the last step took long, and showed only what everybody should see at once
        self._plan = self._floor = ""  # of the room, as phones were last told
        self._out: list[Outgoing] = []

    def step(self, now: float, trouble: str, sheet: Callable[[], dict[str, Any]], until: float) -> None:
        """Send what is due; `sheet` is asked how the run sheet stands when somebody is to see it.

        `until`: of time.perf_counter(), when whoever can wait has to.
        """
        self._out = []
        waits = time.perf_counter() > until and not self._waited
        self._waited = waits  # once: the next step shows it, however long that one takes
        urgent, self._reception.urgent = self._reception.urgent, False
        if urgent:
            self._stop_everywhere()
        if urgent or (now >= self._next and not waits):
            self._next = now + EVERY_S
            self._room()
            figures = sheet()
            self._wall(figures["left"], stuck=bool(trouble))
            self._console(now, trouble, figures)
        if not waits:
            self._phones(until)
        self._hub.post(self._out)

    def _stop_everywhere(self) -> None:
        """A few bytes to every phone before anything is worked out for any of them."""
        state = self._show.state
        text = encoded({"t": "stop", "how": state.stopped, "phase": state.phase.value})
        for line in self._lines("phone"):
            self._out.append(Outgoing(line.connection, "stop", text))

    @property
    def behind(self) -> bool:
        """Somebody has come in, or back, and does not see yet where they stand; stories, which take long, can wait."""
        seated = [line for line in self._lines("phone") if self._show.state.seat(line.seat) is not None]
        return any("you" not in line.prints for line in seated)

    def _lines(self, role: str) -> list[Line]:
        return [line for line in self._reception.lines.values() if line.role == role]

    def _put(self, line: Line, key: str, text: str) -> None:
        if line.sent.get(key) != text:
            line.sent[key] = text
            self._out.append(Outgoing(line.connection, key, text))

    def _room(self) -> None:
        """The wall and the console see it now, phones with the rest of what they are shown."""
        party = self._show.evening
        if party is None or self._show.state.phase not in (Phase.EVENING, Phase.DECISIONS):
            self._plan = self._floor = ""
            return
        self._plan, self._floor = encoded(plan_of(self._show)), encoded(floor_of(party))
        for line in self._lines("wall") + self._lines("console"):
            self._put_room(line)

    def _put_room(self, line: Line) -> None:
        if self._plan:
            self._put(line, "room", self._plan)
            self._put(line, "floor", self._floor)

    def _wall(self, left_s: float, *, stuck: bool) -> None:
        lines = self._lines("wall")
        if lines:
            text = encoded(wall_view(self._show, self._invitation.url, left_s, stuck=stuck))
            wifi = encoded({"t": "wifi", "wifi": self._invitation.wifi_for_wall()})
            for line in lines:
                self._put(line, "wall", text)
                if line.trusted:
                    self._put(line, "wifi", wifi)

    def _console(self, now: float, trouble: str, figures: dict[str, Any]) -> None:
        lines = self._lines("console")
        if lines:
            view = console_view(self._show, self._presence(now), trouble, figures | self._invitation.for_console())
            for line in lines:
                self._put(line, "console", encoded(view))

    def _presence(self, now: float) -> dict[int, str]:
        """Of each seat with a line: connected, or silent."""
        found = {}
        for seat in self._reception.by_seat:
            there = self._reception.presence.get(seat)
            silent = there is not None and now - there.acted > SILENT_S and self._show.running
            found[seat] = "silent" if silent else "connected"
        return found

    def _phones(self, until: float) -> None:
        """Phones in turn, as many as there is time for; who is left comes first with the next step."""
        lines = self._lines("phone")
        for served in range(-(-len(lines) // SLOTS)):
            if served and time.perf_counter() > until:
                break
            self._turn += 1
            line = lines[self._turn % len(lines)]
            self._put_room(line)
            seat = self._show.state.seat(line.seat)
            if seat is None:
                continue
            for part in phone_parts(self._show, seat, line.looks):
                if line.prints.get(part.key) != part.print:
                    line.prints[part.key] = part.print
                    self._put(line, part.key, encoded(part.view()))
