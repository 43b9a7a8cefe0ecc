"""What the screens are handed: scenarios to choose from, and a run to look at and act in.

The command line wires in the real ones; tests bring their own. Nothing here computes anything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from game.model.commands import Command
from game.session.crowd_view import CrowdView
from game.session.debrief import Debrief
from game.session.explaining import Explanation
from game.session.feed_views import FeedChoice, FeedItem, FeedPerson, FeedView
from game.session.preview import News
from game.session.sandbox import Found, Setup
from game.session.views import Line, RoomView
from game.stage.settings import Settings

if TYPE_CHECKING:
    from game.scenario.spec import Scenario


@dataclass(frozen=True, slots=True)
class PlayerProfile:
    """Who the player says they are, before the evening."""

    name: str
    work: str  # fits "{name} {work}"
    offer: str
    need: str
    goal: str  # one of game.scenario.spec.GOALS
    first_answer: str  # the answer to the first question as it stands in the scenario, "" when not asked


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A run that was left and can be taken up again."""

    run: str
    title: str  # of its scenario
    name: str  # who played
    clock: str  # "18:12", where it stands
    saved: str  # when, in words or as a date


class Words(Protocol):
    """The string tables."""

    language: str

    def text(self, key: str, /, **slots: str | int) -> str:
        """The words for an id, slots filled in."""


class Run(Protocol):
    """One evening, from this player's side."""

    paused: bool
    live: bool  # the clock runs on while choices are open
    pace: float  # seconds of the evening a second on the wall

    @property
    def phase(self) -> str:
        """'evening', 'decisions' or 'debrief'; between the last two 'follow-up' and 'weeks', for who goes on."""

    @property
    def kept(self) -> bool:
        """It can be left, and taken up again."""

    @property
    def scenario(self) -> Scenario: ...

    def view(self) -> RoomView: ...

    def submit(self, command: Command) -> None: ...

    def advance(self, wall_seconds: float) -> None:
        """Let the evening run; nothing happens while it is paused or waiting for a choice."""

    def log(self) -> Sequence[Line]:
        """All that was said in the player's circles, oldest first."""

    def twin(self, act: int, network: str) -> str:
        """What an act of the evening is on a network of the scenario's, a sentence; "" nothing."""

    def explain(self, person: int) -> Explanation:
        """Why this person thinks of the player as they do, with the moments it comes from, at any time."""

    def looks(self) -> dict[int, Any]:
        """Attendee index → the look the figures are drawn from."""

    def finish(self) -> None:
        """From the evening to the decisions, or from the decisions to the debrief."""

    def debrief(self) -> Debrief: ...

    def close(self) -> None: ...


@runtime_checkable
class Weeks(Run, Protocol):
    """A run that goes on after the evening, on the network, with the same people."""

    @property
    def style(self) -> str:
        """The style that plays it and has the phone from the first, "" where it is played by hand."""

    @property
    def can_go_on(self) -> bool:
        """The evening is over, and the weeks have not begun."""

    def go_on(self) -> None:
        """From the decisions or the debrief into the weeks."""

    def feed_view(self) -> FeedView: ...

    def choices_with(self, person: int) -> tuple[FeedChoice, ...]:
        """What could be done now with one person."""

    def thread(self, number: int) -> tuple[FeedItem, ...]:
        """A post and all that was said under it."""

    def crowd(self) -> CrowdView:
        """The audience as a crowd."""

    def relationships(self) -> tuple[FeedPerson, ...]:
        """Who would call the player by now."""

    def forward(self) -> None:
        """Let the hours pass until the next look at the phone; after the last one the debrief begins."""

    def auto(self, style: str, days: int) -> None:
        """Let a style have the phone for so many days."""


class Sandbox(Protocol):
    """The follower slider's runs, which go on in the background."""

    def ask(self, setup: Setup) -> None:
        """Begin to run a setup over the whole range of followers, in the place of what was asked before."""

    def found(self) -> Found:
        """What has been found so far; the same object as long as nothing is new. Never waits."""

    def stop(self) -> None:
        """Stop running; what was found is kept."""


class Backend(Protocol):
    """Everything the title screen can reach."""

    words: Words

    def languages(self) -> Mapping[str, str]:
        """What each language there is calls itself, by its code."""

    def speak(self, language: str) -> None:
        """Have `words` in a language from now on; "" is that of the machine."""

    def scenarios(self) -> Sequence[Scenario]:
        """Told in the language of `words` where they have it."""

    def start(self, scenario: str, profile: PlayerProfile, seed: int | None) -> Run: ...

    def unfinished(self) -> Sequence[Unfinished]: ...

    def resume(self, run: str) -> Run: ...

    def sandbox(self) -> Sandbox: ...

    def look(self) -> News | None:
        """What came of the last save into a scenario that is watched; None when nothing was saved, or none is."""

    def warnings(self) -> Sequence[str]:
        """What the player should know before anything else, a line each."""

    def load_settings(self) -> Settings: ...

    def save_settings(self, settings: Settings) -> None: ...
