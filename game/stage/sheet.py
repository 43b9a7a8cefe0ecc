"""The contact sheet: every screen at every size, as pictures."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from game.stage.compat import prepare

prepare()

import pygame  # noqa: E402  (SDL reads the environment when it is imported)

from game.model.commands import Do  # noqa: E402
from game.stage.backend import Backend, PlayerProfile, Run  # noqa: E402
from game.stage.desk import Desk  # noqa: E402
from game.stage.ink import Ink, Written  # noqa: E402
from game.stage.inputs import STILL, Input, Intent  # noqa: E402
from game.stage.screen import Push, Screen, Stack  # noqa: E402
from game.stage.screens import targets  # noqa: E402
from game.stage.screens.course import screen_of  # noqa: E402
from game.stage.screens.debrief import DebriefPages  # noqa: E402
from game.stage.screens.room import Room  # noqa: E402
from game.stage.settings import Settings  # noqa: E402

if TYPE_CHECKING:
    from game.scenario.spec import Scenario

SIZES = ((1024, 768), (1280, 720), (1920, 1080), (2560, 1440))
TEXTS = (100, 150)
STEP_S = 0.25  # wall seconds between two looks at the evening
PATIENCE_S = 240.0  # wall seconds after which a moment that does not come is given up
SAYINGS = 3  # what is said in each conversation before leaving


class Shot(NamedTuple):
    """One picture, and where its words stand."""

    name: str
    size: tuple[int, int]
    text: int
    contrast: bool
    surface: pygame.Surface
    trace: list[Written]


def sheet(
    backend: Backend,
    folder: Path,
    sizes: Sequence[tuple[int, int]] = SIZES,
    texts: Sequence[int] = TEXTS,
    contrasts: Sequence[bool] = (False, True),
) -> Iterator[Path]:
    """Write every screen as `name-WIDTHxHEIGHT-TEXT[-contrast].png` into a folder; each file once it is there."""
    folder.mkdir(parents=True, exist_ok=True)
    for shot in shots(backend, sizes, texts, contrasts):
        contrast = "-contrast" if shot.contrast else ""
        path = folder / f"{shot.name}-{shot.size[0]}x{shot.size[1]}-{shot.text}{contrast}.png"
        pygame.image.save(shot.surface, str(path))
        yield path


def shots(
    backend: Backend, sizes: Sequence[tuple[int, int]], texts: Sequence[int], contrasts: Sequence[bool] = (False,)
) -> Iterator[Shot]:
    """Every screen in the order in which a player meets them, at every size."""
    if not pygame.display.get_init():
        os.environ.setdefault("SDL_VIDEODRIVER", "dummy")  # pictures need no window
        pygame.display.init()
    pygame.font.init()
    desk = Desk(backend)
    for name, stack in _moments(desk):
        for size, text, contrast in product(sizes, texts, contrasts):
            look = replace(desk.settings, text=text, high_contrast=contrast, reduced_motion=True)
            yield _shoot(name, stack, desk, size, look)
    desk.release()


def _shoot(name: str, stack: Stack, desk: Desk, size: tuple[int, int], look: Settings) -> Shot:
    kept, desk.settings = desk.settings, look
    surface, trace = pygame.Surface(size), list[Written]()
    stack.draw(Ink(surface, desk.settings))  # the second drawing knows where the panels of the first were
    stack.draw(Ink(surface, desk.settings, trace))
    desk.settings = kept
    return Shot(name, size, look.text, look.high_contrast, surface, trace)


def _moments(desk: Desk) -> Iterator[tuple[str, Stack]]:
    """Each screen at the moment when it has something to show."""
    from game.stage.screens.keys import KeysForm
    from game.stage.screens.picker import Continue, Picker
    from game.stage.screens.question import FirstQuestion
    from game.stage.screens.settings import SettingsForm
    from game.stage.screens.title import Title
    from game.stage.screens.who import Who

    guided, scenario, *_ = desk.backend.scenarios()
    who = Who(desk, scenario)
    menus: list[Screen] = [Title(desk), Picker(desk), Continue(desk), who]
    if scenario.questions:
        menus.append(FirstQuestion(desk, scenario, who.profile()))
    for screen in [*menus, SettingsForm(desk), KeysForm(desk)]:
        yield screen.name, Stack(screen)
    yield from _guided(desk, guided.id, Who(desk, guided).profile())
    yield from _evening(desk, scenario.id, _answered(who.profile(), scenario))


def _answered(profile: PlayerProfile, scenario: Scenario) -> PlayerProfile:
    """The profile with the first answer there is."""
    answers = [answer.text for question in scenario.questions for answer in question.answers]
    return replace(profile, first_answer=answers[0]) if answers else profile


def _guided(desk: Desk, scenario: str, profile: PlayerProfile) -> Iterator[tuple[str, Stack]]:
    """A step of the guided start."""
    run = desk.ready(desk.backend.start(scenario, profile, 7))
    room = Room(desk, run)
    _pass(room, run, lambda: bool(room.view.step and room.view.step.until == "follow_up" and room.view.choices))
    yield "guide", Stack(room)


def _evening(desk: Desk, scenario: str, profile: PlayerProfile) -> Iterator[tuple[str, Stack]]:
    """The screens of a run, played by a simple hand."""
    run = desk.ready(desk.backend.start(scenario, profile, 7))
    room = Room(desk, run)
    stack = Stack(room)
    _pass(room, run, lambda: len(targets.by_distance(room.view)) > 3)
    room.handle(Input(Intent.NEXT))
    yield "room", stack
    _pass(room, run, lambda: bool(room.view.choices) and len(run.log()) > 1)
    yield "talk", stack
    for intent in (Intent.NOTEBOOK, Intent.HISTORY, Intent.WHY, Intent.PAUSE):
        move = room.handle(Input(intent))
        if isinstance(move, Push):
            stack.go(move)
            yield stack.top.name, stack
            stack.screens.pop()
    run.paused = False
    _pass(room, run, lambda: bool(room.parting.waiting) and not targets.my_circle(room.view))
    yield "parting", stack
    _pass(room, run, lambda: room.view.met > 4)
    run.finish()
    yield "decisions", Stack(screen_of(desk, run))
    run.finish()
    debrief = DebriefPages(desk, run)
    for number in range(1, len(debrief.pages) + 1):
        yield f"debrief_{number}", Stack(debrief)
        debrief.handle(Input(Intent.RIGHT))


def _pass(room: Room, run: Run, enough: Callable[[], bool]) -> None:
    """Let the evening go on, walking up to people, talking and leaving, until there is something to see."""
    said, waited = 0, 0.0
    while not enough() and waited < PATIENCE_S and run.phase == "evening":
        view = run.view()
        said = 0 if not targets.my_circle(view) else said
        if view.waiting and view.choices:
            said += 1
            sayings = [choice for choice in view.choices if choice.command.do == Do.SAY]
            leave = [choice for choice in view.choices if choice.command.do == Do.LEAVE]
            run.submit((leave if said > SAYINGS or not sayings else sayings)[0].command)
        elif not targets.my_circle(view) and round(waited / STEP_S) % 16 == 0:
            near = targets.by_distance(view)
            if near:
                run.submit(targets.approach(view, near[0].id))
        room.update(STEP_S, STILL)
        waited += STEP_S
