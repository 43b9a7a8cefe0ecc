"""The wall of a live workshop: readable at every size, led by keys, and nothing private on it."""

from typing import Any

import pygame
import pytest

from game.session.party_view import room_for_all
from game.session.phases import Phase
from game.stage.desk import Desk
from game.stage.ink import Ink
from game.stage.inputs import Input, Intent
from game.stage.screen import Quit, Stack
from game.stage.screens.wall.pages import names
from game.stage.screens.wall.wall import Wall
from game.stage.settings import Settings
from game.stage.sheet import _shoot
from game.stage.snap import STILL
from game.talk.words import Words
from game.workshop.arc import DEBRIEF_STEPS, REVEAL_STEPS
from game.workshop.state import ARC
from game.workshop.views.private import tell_one
from game.workshop.views.wall import wall_view
from tests.stage.fakes import FakeBackend
from tests.stage.test_layout import faults
from tests.workshop.hands import Room, write_tea_room

SIZES = ((1024, 768), (1280, 720), (1920, 1080))
NAMES = tuple(f"Bartholomew-Maximil {n}" for n in range(10, 34))
URL = "http://192.168.137.101:8000"


class FakeShow:
    """A workshop as it was at one moment."""

    def __init__(self, scenario: Any, view: dict[str, Any], room: Any = None) -> None:
        self.scenario, self.over = scenario, False
        self.view, self.seen, self.done = view, room, list[tuple[str, dict[str, Any]]]()
        self.steps = 0

    def step(self) -> None:
        self.steps += 1

    def wall(self) -> dict[str, Any]:
        return self.view

    def room(self) -> Any:
        return self.seen

    def marks(self) -> list[list[int]]:
        return [[(x * y) % 2 for x in range(25)] for y in range(25)]

    def act(self, kind: str, **data: Any) -> str:
        self.done.append((kind, data))
        return ""


@pytest.fixture(scope="module")
def shows(tmp_path_factory: pytest.TempPathFactory) -> dict[str, FakeShow]:
    """The wall in every phase and at every step of one session."""
    room = Room(write_tea_room(tmp_path_factory.mktemp("tea")), Words())
    show, found = room.show, {}
    room.do("settings", parts=True)
    room.join(*NAMES)
    for seat in show.state.seated():
        room.by(seat.id, "part", plays=True)
    room.leave_to_bots()

    def note(name: str) -> None:
        picture = room_for_all(show.evening, {0}) if show.running and show.evening else None
        found[name] = FakeShow(show.scenario, wall_view(show, URL, 83.0), picture)

    note("lobby")
    for phase in ARC[1:]:
        if show.state.phase != phase:
            room.go(phase.value)
        for seat in show.state.seated():
            for question in ("first", "prediction", "morning", "weeks", "feeling"):
                room.by(seat.id, "answer", question=question, answer=seat.id % 2)
        if phase == Phase.EVENING:
            room.ticks(800)
        while show.weeks is not None and not show.weeks.over and phase == Phase.WEEKS:
            show.weeks.hour()
        while phase == Phase.REVEAL and tell_one(show):
            pass
        note(phase.value)
        steps = {Phase.REVEAL: REVEAL_STEPS, Phase.DEBRIEF: DEBRIEF_STEPS}.get(phase, ())
        for step in steps[1:]:
            room.do("step", by=1)
            note(f"{phase.value} {step}")
    return found


@pytest.fixture(autouse=True)
def window() -> None:
    pygame.display.init()
    pygame.font.init()


def drawn(show: FakeShow, size: tuple[int, int], text: int, contrast: bool, *, large: bool = False) -> list[str]:
    desk = Desk(FakeBackend())
    desk.backend.words = Words()
    wall = Wall(desk, show)
    wall.large = large
    wall.update(0.1, None)  # type: ignore[arg-type]  # nobody steers here
    look = desk.settings
    shot = _shoot("wall", Stack(wall), desk, size, type(look)(text=text, high_contrast=contrast, reduced_motion=True))
    assert shot.trace
    return faults(shot)


@pytest.mark.parametrize(("text", "contrast"), [(125, False), (200, False), (150, True)])
@pytest.mark.parametrize("size", SIZES)
def test_everything_on_the_wall_stands_inside_its_panel_and_over_nothing_else(shows, size, text, contrast):
    found = [f"{name}: {fault}" for name, show in shows.items() for fault in drawn(show, size, text, contrast)]
    assert not found, "\n".join(found)


def test_the_way_in_is_on_the_wall_in_every_phase(shows):
    for name, show in shows.items():
        desk = Desk(FakeBackend())
        desk.backend.words = Words()
        shot = _shoot(name, Stack(Wall(desk, show)), desk, (1280, 720), desk.settings)
        words = " ".join(written.words for written in shot.trace)
        assert "192.168.137.101:8000" in words, name
        assert "ABCD" in words, name


@pytest.mark.parametrize("stopped", ["", "paused"])
def test_that_nothing_can_be_written_down_is_said_across_the_wall_before_anything_else(shows, stopped):
    inside = shows["evening"]
    show = FakeShow(inside.scenario, inside.view | {"stuck": True, "stopped": stopped}, inside.seen)
    for size in SIZES:
        desk = Desk(FakeBackend())
        desk.backend.words = Words()
        shot = _shoot("stuck", Stack(Wall(desk, show)), desk, size, type(desk.settings)(text=200))
        words = " ".join(written.words for written in shot.trace)
        assert "the laptop's disk takes nothing more" in words and "Paused" not in words
        assert all(pygame.Rect(0, 0, *size).contains(written.rect) for written in shot.trace)


def test_the_code_can_be_made_large_at_any_time(shows):
    assert drawn(shows["evening"], (1024, 768), 125, False, large=True) == []


WIFI = {"name": "Chamber of Commerce, upper floor", "rows": tuple((1, 0) * 17 for _ in range(34))}
UNBROKEN = "Mw" * 31 + "M"


@pytest.mark.parametrize("password", ["", "correct horse battery", UNBROKEN])
@pytest.mark.parametrize(("text", "contrast"), [(125, False), (200, False), (150, True)])
@pytest.mark.parametrize("size", (*SIZES, (960, 600)))
def test_two_ways_in_stand_side_by_side_and_over_nothing_else(shows, size, text, contrast, password):
    lobby = shows["lobby"]
    for name, large in (("lobby", False), ("evening", True)):
        show = FakeShow(lobby.scenario, {**shows[name].view, "wifi": WIFI | {"password": password}}, shows[name].seen)
        assert drawn(show, size, text, contrast, large=large) == [], name


LONG = "http://laptop-of-the-chamber.conference-hotel.example:8000"


@pytest.mark.parametrize("wifi", [None, WIFI | {"password": "correcthorse"}])
@pytest.mark.parametrize("size", SIZES)
def test_a_long_name_of_the_laptop_fits_too(shows, size, wifi):
    for name, large in (("lobby", False), ("evening", True), ("debrief", False)):
        view = {**shows[name].view, "wifi": wifi, "url": LONG}
        assert drawn(FakeShow(shows[name].scenario, view, shows[name].seen), size, 125, False, large=large) == [], name


def said(view: dict[str, Any], scenario: Any) -> str:
    desk = Desk(FakeBackend())
    desk.backend.words = Words()
    wall = Wall(desk, FakeShow(scenario, view))
    wall.update(0.1, None)  # type: ignore[arg-type]  # nobody steers here
    shot = _shoot("lobby", Stack(wall), desk, (1280, 720), desk.settings)
    return " ".join(written.words for written in shot.trace)


def test_the_wifi_is_in_letters_too_and_its_password_only_where_that_is_wanted(shows):
    lobby = shows["lobby"]
    without = said(lobby.view | {"wifi": None}, lobby.scenario)
    silent = said(lobby.view | {"wifi": WIFI | {"password": ""}}, lobby.scenario)
    spelled = said(lobby.view | {"wifi": WIFI | {"password": "correcthorse"}}, lobby.scenario)
    assert "Wi-Fi" not in without
    assert "1. Wi-Fi" in silent and "2. Come in" in silent and "Chamber of Commerce" in silent
    assert "Password" not in silent
    assert "correcthorse" in spelled


def test_a_new_address_is_a_new_code_at_once(shows):
    show = FakeShow(shows["lobby"].scenario, shows["lobby"].view)
    marks: list[list[list[int]]] = [[[1, 0]], [[0, 1]]]
    show.marks = lambda: marks[0]  # type: ignore[method-assign]
    desk = Desk(FakeBackend())
    wall = Wall(desk, show)
    wall.update(0.1, None)  # type: ignore[arg-type]  # nobody steers here
    before = wall.way_in.code
    wall.update(0.1, None)  # type: ignore[arg-type]
    assert wall.way_in.code is before
    marks.pop(0)
    wall.update(0.1, None)  # type: ignore[arg-type]
    assert wall.way_in.code is not before


def test_keys_stop_lead_on_and_step(shows):
    show = shows["reveal"]
    wall = Wall(Desk(FakeBackend()), show)
    show.done.clear()
    for event in (
        Input(Intent.TEXT, " "),
        Input(Intent.TEXT, "n"),
        Input(Intent.TEXT, "b"),
        Input(Intent.RIGHT),
        Input(Intent.PAGE_UP),
        Input(Intent.TEXT, "+"),
    ):
        wall.handle(event)
    assert show.done == [
        ("stop", {"how": "frozen"}),
        ("go", {"phase": "debrief"}),
        ("go", {"phase": "weeks"}),
        ("step", {"by": 1}),
        ("step", {"by": -1}),
        ("more_time", {"seconds": 60}),
    ]


def test_a_stopped_workshop_goes_on_by_the_same_key(shows):
    show = FakeShow(shows["evening"].scenario, {**shows["evening"].view, "stopped": "frozen"}, shows["evening"].seen)
    Wall(Desk(FakeBackend()), show).handle(Input(Intent.TEXT, " "))
    assert show.done == [("stop", {"how": ""})]


def test_the_window_closes_when_the_facilitator_has_ended_it(shows):
    show = FakeShow(shows["debrief"].scenario, shows["debrief"].view)
    wall = Wall(Desk(FakeBackend()), show)
    show.over = True
    assert isinstance(wall.update(0.1, None), Quit)  # type: ignore[arg-type]  # nobody steers here


def test_a_look_into_the_settings_keeps_no_phone_waiting_and_no_workshop_from_its_end(shows):
    show = FakeShow(shows["evening"].scenario, shows["evening"].view)
    stack = Stack(Wall(Desk(FakeBackend()), show))
    stack.go(stack.top.handle(Input(Intent.BACK)))
    assert stack.top.name != "wall"
    assert stack.update(1 / 60, STILL) and stack.update(1 / 60, STILL)
    assert show.steps == 2
    show.over = True
    assert not stack.update(1 / 60, STILL)


def test_players_have_names_on_the_wall_and_others_have_none(shows):
    people = shows["evening"].seen.people
    named = {person.name for person in people if person.known}
    assert named == set(NAMES)
    assert {person.name for person in people if not person.known} == {Words().text("session.someone")}


@pytest.mark.parametrize("people", [1, 7, 60, 200])
@pytest.mark.parametrize("style", ["title", "small"])
def test_as_many_names_stand_in_the_lobby_as_there_is_room_for(people: int, style: str) -> None:
    ink, inner = Ink(pygame.Surface((1280, 720)), Settings()), pygame.Rect(0, 0, 500, 260)
    heads = [f"Guest {number}" for number in range(people)]
    words = names(ink, heads, style, inner)
    shown = words.count("Guest")
    assert ink.measure(words, style, inner.width)[1] <= inner.height
    assert words.endswith(f" +{people - shown}" if shown < people else heads[-1])
    one_more = f"{' · '.join(heads[: shown + 1])} +{people - shown - 1}"
    assert shown >= people - 1 or ink.measure(one_more, style, inner.width)[1] > inner.height
