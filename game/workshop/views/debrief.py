"""The debrief at the tables: feelings, what, so what, online, now what, the plan; some of it from this very evening."""

from collections import Counter
from typing import Any

from game.model.acts import Act
from game.session.twins import on_network
from game.workshop.answers import FEELINGS
from game.workshop.arc import DEBRIEF_STEPS
from game.workshop.workshop import Workshop

MOST_QUESTIONS = 4


def debrief_of(show: Workshop) -> dict[str, Any]:
    """What the wall shows at this step."""
    step = DEBRIEF_STEPS[show.state.step]
    view: dict[str, Any] = {"step": step, "questions": questions(show, step)}
    if step == "feelings":
        given = Counter(show.state.answers.get("feeling", {}).values())
        view["feelings"] = [
            [show.words.text(f"workshop.ask.feeling.{name}"), given[number]] for number, name in enumerate(FEELINGS)
        ]
    if step == "plan":
        view["written"] = sum(bool(plan) for plan in show.state.answers.get("plan", {}).values())
        view["of"] = len(show.state.seated())
    return view


def questions(show: Workshop, step: str) -> list[str]:
    """What the tables talk about: first what was bookmarked and done this evening, then what is always worth asking."""
    words = show.words
    always = [words.text(key) for key in words.under(f"workshop.debrief.{step}")]
    own: list[str] = []
    if step == "what":
        own = [
            words.text("workshop.debrief_own.bookmark", clock=_clock(show, mark.tick), note=mark.note)
            for mark in show.state.bookmarks
            if mark.note
        ]
    if step == "so_what":
        own = list(show.scenario.debrief.ask_the_room)
    if step == "online":
        own = _twins(show)
    return (own + always)[:MOST_QUESTIONS]


def _clock(show: Workshop, tick: int) -> str:
    return show.evening.hour(tick) if show.evening is not None else ""


def _twins(show: Workshop) -> list[str]:
    """The acts this group did most, and their twins on the network."""
    party = show.evening
    if party is None:
        return []
    done: Counter[str] = Counter()
    for avatar in show.avatars():
        done.update(_acts_of(party.world.people.acts[avatar].tolist()))
    told = []
    for name, times in done.most_common():
        twin = on_network(show.scenario, name)
        if twin is not None and name not in ("greet", "goodbye", "excuse", "listen", "answer", "silence"):
            label = show.words.text(f"session.act.{name}")
            told.append(show.words.text("workshop.debrief_own.twin", label=label, times=times, online=twin.act))
    return told[:2]


def _acts_of(counts: list[int]) -> dict[str, int]:
    return {act.name.lower(): counts[act] for act in Act if counts[act]}
