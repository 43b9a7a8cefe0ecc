"""What the stage reaches of the rest: scenarios, runs and settings."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from game import scenario as scenarios
from game.errors import ScenarioProblems
from game.scenario.told import told_in
from game.session import clock, runs, start
from game.session.preview import News, Watched
from game.session.profile import Profile
from game.session.record import Record
from game.session.session import Session
from game.talk import languages
from game.talk.words import Words

if TYPE_CHECKING:
    from game.scenario.spec import Scenario
    from game.stage.backend import PlayerProfile, Sandbox, Unfinished
    from game.stage.backend import Words as StageWords
    from game.stage.settings import Settings

FIRST_SCENARIO = "chamber_mixer"


class Desk:
    """The stage's `Backend` (game.stage.backend), and what the command line starts."""

    def __init__(self, seed: int | None = None, log: Record | None = None, language: str = "") -> None:
        """`seed` of the evenings started, unless the stage asks for one; `log` observes them.

        `language`: what is spoken, that of the settings unless given. Raises WordsError where there is none of it.
        """
        self.talk: Words
        self.words: StageWords
        self.speak(language or self.load_settings().language)
        self.run: Session | None = None  # the latest
        self._seed, self._log = seed, log
        self._paths: dict[str, str] = {}
        self._sandbox: Sandbox | None = None
        self.watched: Watched | None = None

    def speak(self, language: str) -> None:
        """Speak a language from now on; "" is that of the machine."""
        self.words = self.talk = Words(language or languages.of_this_machine())

    def languages(self) -> dict[str, str]:
        """What each language there is calls itself, by its code."""
        return languages.own_names()

    def scenarios(self) -> "list[Scenario]":
        """Evenings, the smallest room first, then mere weeks, told in the language spoken where they have it.

        A broken one is left out; `check` says why.
        """
        found = []
        for name in scenarios.shipped():
            try:
                found.append(told_in(scenarios.load(name), self.talk.language))
            except ScenarioProblems:
                continue
        return sorted(found, key=lambda scenario: (scenario.weeks.only, len(scenario.people)))

    def opened(self, path_or_id: str) -> "Scenario":
        """A scenario by path or id, to be started by its id later."""
        scenario = told_in(scenarios.load(path_or_id), self.talk.language)
        self._paths[scenario.id] = path_or_id
        return scenario

    def start(self, scenario: str, profile: "PlayerProfile", seed: int | None) -> Session:
        """A new run, played by a human."""
        path = self._paths.get(scenario, scenario)
        seed = self._seed if seed is None else seed
        who = Profile(**asdict(profile))
        if self.watched is not None and self.watched.scenario.id == scenario:
            return self.observe(self.watched.start(seed=seed, profile=who))
        return self.observe(start.begin(path, words=self.talk, seed=seed, profile=who))

    def let_play(self, path_or_id: str, style: str) -> Session:
        """A new run, played by a style."""
        return self.observe(start.begin(path_or_id, words=self.talk, seed=self._seed, style=style))

    def observe(self, run: Session) -> Session:
        """Make it the latest run, told to whoever listens."""
        run.observe(self._log)
        self.run = run
        return run

    def watch(self, path_or_id: str) -> Watched:
        """Let runs of this scenario follow, from now on, what is saved into its file; they are not kept."""
        self.watched = Watched(path_or_id, self.talk)
        return self.watched

    def look(self) -> News | None:
        """What has been saved into the scenario that is watched, and what came of it."""
        return self.watched.look() if self.watched else None

    def unfinished(self) -> "list[Unfinished]":
        """Runs that were left and can be taken up again, the newest first."""
        from game.stage.backend import Unfinished

        found = [info for info in map(runs.info, reversed(runs.all_ids())) if info.unfinished]
        return [
            Unfinished(i.run, i.meta["title"], i.meta["player"], where(i, self.talk), saved(i, self.talk))
            for i in found
        ]

    def resume(self, run: str) -> Session:
        """A run where it was left, paused."""
        return self.observe(start.resume(run, self.talk))

    def sandbox(self) -> "Sandbox":
        """The follower slider, with what it has found so far."""
        from game.lab.slider import Slider

        self._sandbox = self._sandbox or Slider(scenarios.load(FIRST_SCENARIO))
        return self._sandbox

    def warnings(self) -> list[str]:
        """What whoever opens the window should know first, a line each."""
        from game.stage import settings

        found = []
        if not runs.can_be_kept():
            found.append(self.talk.text("ui.warning.home", folder=str(runs.home()), variable=runs.HOME_VARIABLE))
        if not settings.is_sound(settings.settings_file()):
            found.append(self.talk.text("ui.warning.settings", file=str(settings.settings_file())))
        return found

    def load_settings(self) -> "Settings":
        """The settings of this user."""
        from game.stage import settings

        return settings.load(settings.settings_file())

    def save_settings(self, chosen: "Settings") -> None:
        """Remember them."""
        from game.stage import settings

        settings.save(chosen, settings.settings_file())


def where(info: runs.RunInfo, words: Words) -> str:
    """The time of the evening, or the day of the weeks, at which a run was left."""
    morning = info.meta.get("morning")
    if morning is not None and info.tick >= morning:
        return words.text("ui.continue.day", n=(info.tick - morning) // 24 + 1)
    return clock.of_day(start.scenario_of(info.meta).evening.starts, info.tick)


def saved(info: runs.RunInfo, words: Words) -> str:
    """The day and the hour at which a run was left."""
    at = info.saved
    month = words.text(f"ui.continue.month.{at.month}")
    return words.text("ui.continue.saved", day=f"{at:%d}", month=month, clock=f"{at:%H:%M}")
