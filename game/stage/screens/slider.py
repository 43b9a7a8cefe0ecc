"""The follower slider: set it up, say what you think, and see what two hundred runs come to."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from pygame import Rect

from game.session.sandbox import BOUGHT, GUESSES, HOURS, RULES, STEPS, STYLES, Found, Setup, verdict
from game.stage.desk import Desk
from game.stage.ink import Ink
from game.stage.inputs import Steer
from game.stage.screen import Move, Pop, Stay
from game.stage.screens import slider_words as words
from game.stage.screens.form import Form
from game.stage.screens.slider_chart import Chart
from game.stage.voicing import focused
from game.stage.widgets.base import Text, Widget, joined
from game.stage.widgets.controls import Button, Option
from game.stage.widgets.progress import Bar

EDGE = 14  # design units round the two sheets
SHARE, WITH_TEXT = 0.4, 0.1  # of the window for the controls, more with larger type


class Slider(Form):
    """Controls on the left, the picture on the right; the runs go on in the background."""

    name = "slider"
    title = "heading"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.sandbox = desk.backend.sandbox()
        self.setup = Setup()
        self.asked: Setup | None = None  # what the picture shows
        self.guess = ""
        self.found = Found()
        self.controls()

    # -- the pages on the left --------------------------------------------------------------------

    def controls(self) -> Move:
        """Where everything is set."""
        t, now = self.desk.t, self.setup
        self.heading, self.lead = t("slider.title"), t("slider.lead")
        times = [t("slider.hour.all")] if "hours" in now.off else [words.hours(t, value) for value in HOURS]
        off = t("slider.rules_off", n=len(now.off)) if now.off else t("slider.rules_hold")
        self.body = [
            Option(
                t("slider.followers"),
                [t("figure", n=f"{n:,}") for n in STEPS],
                STEPS.index(now.followers),
                self._followers,
            ),
            Option(
                t("slider.bought"), [t("figure", n=f"{n:,}") for n in BOUGHT], BOUGHT.index(now.bought), self._bought
            ),
            Option(
                t("slider.style"),
                [t(f"feed.style.{style}.name") for style in STYLES],
                STYLES.index(now.style),
                self._style,
            ),
            Option(t("slider.hours"), times, 0 if "hours" in now.off else HOURS.index(now.hours), self._hours),
            Button(off, self.rules, icon="settings"),
        ]
        ask = Button(t("slider.ask"), self.question, primary=True)
        return self._turn([ask, Button(t("slider.back"), Pop)], self.body[0])

    def _followers(self, index: int) -> None:
        self.setup = replace(self.setup, followers=STEPS[index])

    def _bought(self, index: int) -> None:
        self.setup = replace(self.setup, bought=BOUGHT[index])

    def _style(self, index: int) -> None:
        self.setup = replace(self.setup, style=STYLES[index])

    def _hours(self, index: int) -> None:
        self.setup = replace(self.setup, hours=HOURS[index])

    def rules(self) -> Move:
        """Which rules hold."""
        t = self.desk.t
        self.heading, self.lead = t("slider.rules.heading"), t("slider.rules.lead")
        self.body = [
            Button(
                words.rule(t, name),
                partial(self._switch, name),
                detail=t(f"slider.rules.{name}.detail"),
                key=str(number),
                on=partial(self._holds, name),
            )
            for number, name in enumerate(RULES, start=1)
        ]
        return self._turn([Button(t("slider.rules.done"), self.controls, primary=True)], self.body[0])

    def _holds(self, name: str) -> bool:
        return name not in self.setup.off

    def _switch(self, name: str) -> None:
        self.setup = replace(self.setup, off=self.setup.off ^ {name})

    def question(self) -> Move:
        """What do you think? Asked before anything is run."""
        t = self.desk.t
        self.heading = words.question(t, self.setup)
        self.lead = t(
            "slider.guess.lead", style=t(f"feed.style.{self.setup.style}.name"), hours=words.time(t, self.setup)
        )
        self.body = [
            Button(t(f"slider.guess.{guess}"), partial(self._run, guess), key=str(number))
            for number, guess in enumerate(GUESSES, start=1)
        ]
        return self._turn([Button(t("slider.back"), self.controls)], self.body[0])

    def _run(self, guess: str) -> Move:
        self.guess, self.asked = guess, self.setup
        self.sandbox.ask(self.setup)
        self.found = self.sandbox.found()
        self.heading, self.lead = words.head(self.desk.t, guess), ""
        self._tell()
        again = Button(self.desk.t("slider.result.again"), self._again, primary=True)
        return self._turn([again, Button(self.desk.t("slider.back"), Pop)], again)

    def _again(self) -> Move:
        self.sandbox.stop()
        return self.controls()

    def _turn(self, foot: list[Button], focus: Widget) -> Move:
        """Show another page."""
        self.foot, self.scroll = foot, 0
        self.refresh(focus)
        return Stay()

    @property
    def _result(self) -> bool:
        """The page on show tells what is found."""
        return any(isinstance(row, Bar) for row in self.body)

    def _tell(self) -> None:
        t = self.desk.t
        styles = ("strong", "heading", "body", "body")
        told = self._told() or [t("slider.result.begun")]
        self.body = [Text(line, style) for line, style in zip(told, styles, strict=False)]
        found = self.found
        self.body.append(Bar(found.done / max(1, found.total), words.progress(t, found)))

    def _told(self) -> list[str]:
        assert self.asked is not None
        came = verdict(self.asked, self.guess, self.found)
        return words.told(self.desk.t, self.asked, came, self.found) if came else []

    # -- going on ---------------------------------------------------------------------------------

    def back(self) -> Move | None:
        if self._result:
            return self._again()
        at_controls = self.foot[-1].action is Pop
        return Pop() if at_controls else self.controls()

    def update(self, seconds: float, steer: Steer) -> Move | None:
        if not self._result:
            return None
        found = self.sandbox.found()
        if found is not self.found:
            self.found = found
            self._tell()
            self.refresh()
        return None

    def close(self) -> None:
        self.sandbox.stop()

    def heard(self) -> tuple[str, ...]:
        """While it runs the numbers change faster than they can be told; `overheard` tells them in the end."""
        if self._result:
            return self.heading, focused(self.desk.t, self.ring)
        return super().heard()

    def overheard(self) -> tuple[str, ...]:
        if self._result and self.found.over:
            return (joined([*self._told(), words.progress(self.desk.t, self.found)]),)
        return ()

    def hints(self) -> str:
        if self.desk.device() == "mouse":
            return super().hints()
        return self.desk.hints("slider.keys")

    # -- drawing ----------------------------------------------------------------------------------

    def across(self, ink: Ink) -> int:
        share = SHARE + WITH_TEXT * (ink.settings.text - 100) / 100
        return round(ink.window.width * share)

    def sheet(self, ink: Ink, width: int, height: int) -> Rect:
        edge = ink.px(EDGE)
        return Rect(edge, edge, width, ink.window.height - 2 * edge)

    def ground(self, ink: Ink) -> None:
        super().ground(ink)
        edge = ink.px(EDGE)
        left = 2 * edge + self.across(ink)
        rect = Rect(left, edge, ink.window.width - edge - left, ink.window.height - 2 * edge)
        Chart(self.desk.t, self.asked or self.setup, self.found, self.guess).draw(ink, rect)
