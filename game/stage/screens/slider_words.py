"""What the follower slider says: of a setup, of the question, and of what became of the prediction."""

from __future__ import annotations

from collections.abc import Callable

from game.session.sandbox import Found, Setup, Verdict, compared
from game.stage.widgets.plot import Kind, number

Words = Callable[..., str]
ENOUGH = 5.0  # relationships from which the same number of them shows what a day holds


def hours(t: Words, value: float) -> str:
    """So much time a day."""
    names = {0.5: "half", 1.0: "one"}
    return t(f"slider.hour.{names[value]}") if value in names else t("slider.hour.some", n=f"{value:g}")


def rule(t: Words, name: str) -> str:
    """A rule in plain words."""
    return t(f"slider.rules.{name}.name")


def time(t: Words, setup: Setup) -> str:
    """The time a day that counts under a setup."""
    return t("slider.hour.all") if "hours" in setup.off else hours(t, setup.hours)


def shows(t: Words, setup: Setup) -> str:
    """What a picture is of."""
    slots = {"style": t(f"feed.style.{setup.style}.name"), "hours": hours(t, setup.hours)}
    return (
        t("slider.chart.shows_bought", bought=f"{setup.bought:,}", **slots)
        if setup.bought
        else t("slider.chart.shows", **slots)
    )


def legend(t: Words, kind: Kind, setup: Setup) -> str:
    """What a kind of line stands for."""
    if kind == "ghost":
        return t("slider.chart.all")
    if kind == "mark":
        return t("slider.chart.plain")
    if setup.off:
        return t("slider.chart.without", rule="; ".join(rule(t, name) for name in sorted(setup.off)))
    return t("slider.chart.line")


def question(t: Words, setup: Setup) -> str:
    """What is to be predicted."""
    if len(setup.off) == 1:
        return t("slider.guess.rules", rule=rule(t, next(iter(setup.off))))
    if setup.off:
        return t("slider.guess.rules_more", n=len(setup.off))
    one, other = compared(setup)
    return t("slider.guess.followers", one=side(t, one, other), other=side(t, other, one))


def side(t: Words, setup: Setup, beside: Setup) -> str:
    """One of the two that are compared, by what it has and the other has not."""
    if setup.off != beside.off:
        return t("slider.side.without", n=len(setup.off)) if setup.off else t("slider.side.all")
    name = "bought" if setup.bought else "followers"
    return t(f"slider.side.{name}", n=f"{setup.followers:,}", bought=f"{setup.bought:,}")


def head(t: Words, guess: str) -> str:
    """What was predicted."""
    return t("slider.result.said", guess=t(f"slider.guess.{guess}").lower())


def told(t: Words, setup: Setup, verdict: Verdict, found: Found) -> list[str]:
    """What has come of the prediction, a sentence each."""
    sides = compared(setup)
    slots = {"one": side(t, *sides), "other": side(t, *reversed(sides))}
    response = [number(found.points[one].response.mean) for one in sides]
    counted = {"a": number(verdict.one), "b": number(verdict.other), **slots}
    if verdict.times is None:
        numbers = t("slider.result.plain", **counted)
    else:
        numbers = t("slider.result.times", times=times(verdict.times), **counted)
    lines = [t(f"slider.result.{verdict.came}"), numbers]
    lines.append(t("slider.result.response", a=response[0], b=response[1], **slots))
    if not setup.off and verdict.nearest == "same" and verdict.one >= ENOUGH:
        lines.append(t("slider.result.day"))
    return lines


def times(ratio: float) -> str:
    """How many times as many, with as many digits as tell something."""
    return f"{ratio:.0f}" if ratio >= 9.95 else f"{ratio:.1f}" if ratio >= 0.1 else f"{ratio:.2f}"


def progress(t: Words, found: Found) -> str:
    """How far the runs have come."""
    if found.broken:
        return t("slider.result.broken", done=f"{found.done:,}", total=f"{found.total:,}")
    if found.over:
        return t("slider.result.over", n=min(point.seeds for point in found.points.values()))
    return t("slider.result.runs", done=f"{found.done:,}", total=f"{found.total:,}")
