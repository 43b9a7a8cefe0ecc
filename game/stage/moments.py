"""Each screen at the moment when it has something to show, for the contact sheet."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from game.model.commands import Do
from game.session.sandbox import BOUGHT, GUESSES, RULES, Setup, needed
from game.stage.backend import PlayerProfile, Run, Weeks
from game.stage.desk import Desk
from game.stage.inputs import STILL, Input, Intent
from game.stage.screen import Push, Screen, Stack
from game.stage.screens import targets
from game.stage.screens.course import screen_of
from game.stage.screens.debrief import DebriefPages
from game.stage.screens.feed.away import Away
from game.stage.screens.feed.crowd import Crowd
from game.stage.screens.feed.go_on import GoOn
from game.stage.screens.feed.home import Home
from game.stage.screens.feed.lists import People, ToEverybody
from game.stage.screens.feed.person import WithPerson
from game.stage.screens.feed.play_on import STYLES, WEEK, PlayOn
from game.stage.screens.feed.playing import Playing
from game.stage.screens.feed.relationships import Relationships
from game.stage.screens.feed.state import Feed
from game.stage.screens.feed.thread import Thread
from game.stage.screens.keys import KeysForm
from game.stage.screens.picker import Continue, Picker
from game.stage.screens.present.after import Onward
from game.stage.screens.present.opening import Opening
from game.stage.screens.present.reveal import Reveal
from game.stage.screens.present.room import PresentRoom
from game.stage.screens.question import FirstQuestion
from game.stage.screens.room import Room
from game.stage.screens.settings import SettingsForm
from game.stage.screens.slider import Slider
from game.stage.screens.title import Title
from game.stage.screens.who import Who

if TYPE_CHECKING:
    from game.scenario.spec import Scenario

STEP_S: Final = 0.25  # wall seconds between two looks at the evening
PATIENCE_S: Final = 240.0  # wall seconds after which a moment that does not come is given up
LOOK_S: Final = 0.02  # wall seconds between two looks at what runs in the background
LATER: Final = 20  # the day of the weeks that is shown beside the first
SAYINGS: Final = 3  # what is said in each conversation before leaving


def moments(desk: Desk) -> Iterator[tuple[str, Stack]]:
    """Each screen at the moment when it has something to show."""
    guided, scenario, *_ = desk.backend.scenarios()
    who = Who(desk, scenario)
    menus: list[Screen] = [Title(desk), Picker(desk), Continue(desk), who]
    if scenario.questions:
        menus.append(FirstQuestion(desk, scenario, who.profile()))
    for screen in [*menus, SettingsForm(desk), KeysForm(desk)]:
        yield screen.name, Stack(screen)
    yield from _slider(desk)
    yield from _guided(desk, guided.id, Who(desk, guided).profile())
    yield from _evening(desk, scenario.id, _answered(who.profile(), scenario))
    yield from _projector(desk, scenario)


def _slider(desk: Desk) -> Iterator[tuple[str, Stack]]:
    """The follower slider: set up, asked, running and told; and again with a rule switched off."""
    slider = Slider(desk)
    stack = Stack(slider)
    yield "slider", stack
    for setup, name in ((Setup(bought=BOUGHT[-1]), "bought"), (Setup(off=frozenset(RULES[:1])), "rule")):
        slider.setup = setup
        slider.question()
        yield f"slider_{name}_question", stack
        slider.handle(Input(Intent.PICK, number=len(GUESSES)))
        _watch(slider, lambda: bool(slider.found.points))
        yield f"slider_{name}_running", stack
        _watch(slider, lambda: len(slider.found.points) == len(needed(slider.setup)))
        yield f"slider_{name}_result", stack
        slider.handle(Input(Intent.BACK))
    slider.rules()
    yield "slider_rules", stack
    slider.close()


def _watch(slider: Slider, enough: Callable[[], bool]) -> None:
    """Let the runs go on in the background until there is something to see."""
    end = time.monotonic() + PATIENCE_S
    while not enough() and not slider.found.over and time.monotonic() < end:
        slider.update(STEP_S, STILL)
        time.sleep(LOOK_S)


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
    if isinstance(run, Weeks) and run.can_go_on:
        yield "go_on", Stack(GoOn(desk, run))
    run.finish()
    debrief = DebriefPages(desk, run)
    for number in range(1, len(debrief.pages) + 1):
        yield f"debrief_{number}", Stack(debrief)
        debrief.handle(Input(Intent.RIGHT))
    if isinstance(run, Weeks) and run.can_go_on:
        yield from _weeks(desk, run)


def _weeks(desk: Desk, run: Weeks) -> Iterator[tuple[str, Stack]]:
    """The morning after, the first day and the twentieth, and the pages of a look at the phone."""
    run.go_on()
    yield "follow_up", Stack(Home(desk, run))
    run.forward()
    yield "feed_day_1", Stack(Home(desk, run))
    run.auto("listener", LATER - run.feed_view().day)
    yield "feed_day_20", Stack(Home(desk, run))
    while run.feed_view().clock != "22:00" and run.feed_view().day == LATER:
        run.forward()
    home = Home(desk, run)
    feed, stack = home.feed, Stack(home)
    yield "feed_night", stack
    for screen in (
        *_pages(feed),
        PlayOn(feed),
        Playing(feed, STYLES[0], WEEK),
        Crowd(feed),
        Relationships(feed),
        Away(feed),
    ):
        stack.go(Push(screen))
        yield screen.name, stack
        stack.screens.pop()


def _pages(feed: Feed) -> Iterator[Screen]:
    """A thread, somebody, everybody, and what is said to them all."""
    threads = [item.thread for item in feed.view.items if item.thread >= 0]
    if threads:
        yield Thread(feed, threads[0])
    those = feed.view.inbox or feed.view.people
    if those:
        yield WithPerson(feed, those[0].id)
    yield People(feed)
    yield ToEverybody(feed)


def _projector(desk: Desk, scenario: Scenario) -> Iterator[tuple[str, Stack]]:
    """An evening by show of hands."""
    desk.presenting = True
    opening = Opening(desk, scenario)
    question = Stack(opening)
    question.go(opening.next())
    yield opening.name, Stack(opening)
    yield "present_question", question
    run = desk.ready(desk.backend.start(scenario.id, Who(desk, scenario).profile(), 7))
    room = PresentRoom(desk, run)
    stack = Stack(room)
    for name in ("present_vote_1", "present_vote_2"):
        waited = 0.0
        while not room.ways and waited < PATIENCE_S:
            room.update(STEP_S, STILL)
            waited += STEP_S
        yield name, stack
        room.handle(Input(Intent.TEXT, text="a"))
    stack.go(room.handle(Input(Intent.TEXT, text=" ")))
    yield stack.top.name, stack
    run.finish()
    yield "present_decide", Stack(screen_of(desk, run))
    if isinstance(run, Weeks) and run.can_go_on:
        yield "present_onward", Stack(Onward(desk, run))
        run.go_on()
        yield "present_follow_up", Stack(screen_of(desk, run))
        run.forward()
        run.auto("listener", WEEK)
        yield "present_weeks", Stack(screen_of(desk, run))
        run.auto("giver", run.feed_view().days)
    else:
        run.finish()
    reveal = Reveal(desk, run)
    number = 0
    while not reveal.last:
        reveal.next()
        if reveal.shown == len(reveal.lines):
            number += 1
            yield f"present_reveal_{number}", Stack(reveal)
    desk.presenting = False


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
