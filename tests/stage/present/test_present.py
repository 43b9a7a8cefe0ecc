"""A workshop by show of hands: from the title to the last reveal by keys alone."""

from collections.abc import Callable
from functools import partial

import pygame
import pytest

from game.model.acts import Act
from game.model.commands import Command, Do
from game.session.views import Choice
from game.stage.app import App
from game.stage.desk import Desk
from game.stage.ink import Ink, Written
from game.stage.inputs import Input, Intent
from game.stage.screen import Reset
from game.stage.screens.course import screen_of
from game.stage.screens.present.after import Onward
from game.stage.screens.present.dilemma import said_next, walk_to
from game.stage.screens.present.opening import Opening
from game.stage.screens.present.vote import VotePanel, lettered
from game.stage.settings import Settings
from tests.stage.driver import Player
from tests.stage.fakes import FakeBackend
from tests.stage.tour import BUTTONS


class Facilitator(Player):
    """Somebody at the keyboard of the projector."""

    def __init__(self, size: tuple[int, int] = (1024, 768), text: int = 125) -> None:
        self.backend = FakeBackend(Settings(text=text))
        self.desk = Desk(self.backend)
        self.desk.presenting = True
        first = self.backend.scenarios()[0]
        self.app = App(Opening(self.desk, first), lambda: self.desk.settings, size)
        self.open = True
        pygame.event.clear()
        self.frames()

    def words(self) -> str:
        return " ".join(written.words for written in self.written())

    def wait_for_a_vote(self) -> None:
        for _ in range(600):
            if getattr(self.screen, "ways", ()):
                return
            self.frames()
        raise AssertionError("nothing to vote on")

    def to_the_room(self) -> None:
        self.press(pygame.K_RETURN)
        self.type("b")
        assert self.screen.name == "present_room"

    def through_the_weeks(self, look: Callable[[], None] = lambda: None) -> int:
        """Week after week, the first way each; how many votes that took."""
        votes = 0
        while self.screen.name != "present_reveal":
            look()
            if self.screen.name == "present_weeks" and self.run.phase != "debrief":
                self.type("a")
                votes += 1
            elif self.screen.name == "feed_crowd":
                self.press(pygame.K_RETURN)
            self.frames(2)
        return votes


def test_from_the_title_to_the_last_reveal_by_keys_alone() -> None:
    hands = Facilitator()
    seen = [hands.screen.name]
    hands.press(pygame.K_RETURN)
    seen.append(hands.screen.name)
    hands.type("a")
    seen.append(hands.screen.name)
    hands.wait_for_a_vote()
    hands.type("a")
    assert hands.run.sent[-1].do == Do.APPROACH
    hands.wait_for_a_vote()
    hands.type("b")
    assert hands.run.sent[-1].do in (Do.SAY, Do.LISTEN)
    hands.run.finish()
    hands.frames(2)
    seen.append(hands.screen.name)
    while hands.screen.name == "present_decide":
        hands.type("c") if hands.screen.ways else hands.press(pygame.K_RETURN)
    seen.append(hands.screen.name)
    hands.type("a")
    seen.append(hands.screen.name)
    while hands.screen.name == "present_follow_up":
        hands.type("a")
    seen.append(hands.screen.name)
    votes = hands.through_the_weeks()
    seen.append(hands.screen.name)
    assert hands.run.sent[-1].to > 0
    assert sum(days for _, days in hands.run.played) == 30 and votes == 5
    steps = 0
    while not hands.screen.last:
        hands.press(pygame.K_RETURN)
        steps += 1
    assert seen == [
        f"present_{name}" for name in ("title", "question", "room", "decide", "onward", "follow_up", "weeks", "reveal")
    ]
    assert steps > 20
    hands.press(pygame.K_RETURN)
    assert hands.screen.name == "title"


def test_a_whole_workshop_by_pad_alone() -> None:
    hands = Facilitator()
    press = {name: partial(hands.pad, BUTTONS[name]) for name in BUTTONS}
    press["ok"]()
    press["down"]()
    press["ok"]()
    assert hands.screen.name == "present_room"
    for wanted in ((Do.APPROACH,), (Do.SAY, Do.LISTEN, Do.LEAVE)):
        hands.wait_for_a_vote()
        press["ok"]()  # nothing is chosen before somebody has moved
        press["right"]()
        press["right"]()
        press["ok"]()
        assert hands.run.sent[-1].do in wanted
    press["listen"]()
    assert hands.screen.name == "present_freeze"
    press["ok"]()
    hands.run.finish()
    hands.frames(2)
    while hands.screen.name == "present_decide":
        if hands.screen.ways:
            press["down"]()
        press["ok"]()
    assert hands.screen.name == "present_onward"
    press["down"]()
    press["right"]()
    press["ok"]()
    while not hands.screen.last:
        press["ok"]()
    press["left"]()
    assert not hands.screen.last


@pytest.mark.parametrize(
    ("moves", "lands"), [("r", 0), ("rr", 1), ("rd", 2), ("rdr", 3), ("rdrr", 3), ("ru", 0), ("rrlu", 0)]
)
def test_arrows_move_over_two_columns_of_options_and_stop_at_their_ends(moves: str, lands: int) -> None:
    panel = VotePanel()
    means = {"r": Intent.RIGHT, "l": Intent.LEFT, "u": Intent.UP, "d": Intent.DOWN}
    assert panel.voted(Input(Intent.OK), 4) == -1
    for move in moves:
        assert panel.voted(Input(means[move]), 4) == -1
    assert panel.voted(Input(Intent.OK), 4) == lands
    assert panel.voted(Input(Intent.OK), 4) == -1  # and nothing is chosen for the next vote


def test_one_key_freezes_the_room_and_the_same_one_sets_it_free() -> None:
    hands = Facilitator()
    hands.to_the_room()
    hands.type(" ")
    assert hands.screen.name == "present_freeze"
    before = hands.run.tick
    hands.frames(120)
    assert hands.run.tick == before
    hands.type(" ")
    assert hands.screen.name == "present_room"


def test_the_weeks_stop_for_a_talk_by_the_same_key() -> None:
    hands = Facilitator()
    hands.to_the_room()
    hands.run.finish()
    hands.run.go_on()
    hands.run.forward()
    hands.app.stack.go(Reset(screen_of(hands.desk, hands.run)))
    hands.frames(2)
    hands.type(" ")
    assert hands.screen.name == "present_freeze"
    hands.type(" ")
    assert hands.screen.name == "present_weeks" and not hands.run.played


def test_short_of_time_a_facilitator_goes_straight_to_the_reveal() -> None:
    hands = Facilitator()
    hands.to_the_room()
    hands.run.finish()
    hands.app.stack.go(Reset(Onward(hands.desk, hands.run)))
    hands.frames(2)
    hands.type("b")
    assert hands.screen.name == "present_reveal"


def test_what_is_asked_of_the_room_while_it_stands_still_fits_what_has_just_happened() -> None:
    hands = Facilitator()
    hands.to_the_room()
    hands.screen._sold = True
    hands.type(" ")
    assert hands.desk.t("present.ask_sold").split(".")[0] in hands.words()


def test_a_projector_goes_on_while_the_facilitator_looks_something_up() -> None:
    hands = Facilitator()
    hands.to_the_room()
    hands.post(pygame.WINDOWFOCUSLOST)
    assert not hands.run.paused


def test_the_reveal_can_be_taken_back_step_by_step() -> None:
    hands = Facilitator()
    hands.to_the_room()
    hands.run.finish()
    hands.run.finish()
    hands.frames(2)
    start = hands.words()
    hands.press(pygame.K_RETURN, pygame.K_RETURN)
    assert hands.words() != start
    hands.press(pygame.K_LEFT, pygame.K_LEFT)
    assert hands.words() == start


def choice(key: str, group: str, act: Act, do: Do = Do.SAY) -> Choice:
    return Choice(key, group, f"{group} {key}", "", Command(-1, 0, do, 1, int(act)))


ALL = (
    *(choice(str(n), "ask", Act.ASK) for n in (1, 2, 3)),
    choice("5", "tell", Act.SHARE),
    choice("6", "give", Act.OFFER),
    choice("7", "sell", Act.PITCH),
    choice("8", "sell", Act.CARD),
    choice("L", "other", Act.LISTEN, Do.LISTEN),
    choice("Esc", "other", Act.GOODBYE, Do.LEAVE),
)


def test_a_vote_is_about_four_different_things() -> None:
    kinds = [way.icon for way in said_next(ALL, owed=False, said=0)]
    assert sorted(kinds) == ["ask", "give", "other", "sell"]


def test_whoever_owes_an_answer_can_give_it() -> None:
    assert "tell" in [way.icon for way in said_next(ALL, owed=True, said=0)]


def test_going_is_offered_once_there_has_been_a_talk() -> None:
    def dos(said: int) -> set[Do]:
        return {way.command.do for way in said_next(ALL, owed=False, said=said)}

    assert Do.LEAVE not in dos(1) and Do.LEAVE in dos(4)


def test_no_letter_is_always_the_one_that_asks() -> None:
    places = {[way.icon for way in said_next(ALL, owed=False, said=n)].index("ask") for n in range(4)}
    assert len(places) > 1


def test_two_of_one_circle_are_not_put_to_the_vote() -> None:
    view = FakeBackend().start("chamber_mixer", None, 1).view()
    ways = walk_to(view)
    circles = [p.formation for p in view.people for way in ways if way.person == p.id and p.formation >= 0]
    assert len(circles) == len(set(circles)) and 2 <= len(ways) <= 4


@pytest.mark.parametrize(
    ("typed", "means"), [("a", 0), ("D", 3), ("2", 1), ("e", -1), ("", -1), ("0", -1), ("!", -1), ("9", -1)]
)
def test_a_letter_or_a_number_means_an_option_that_is_there(typed: str, means: int) -> None:
    assert lettered(typed, 4) == means


def faults(trace: list[Written], window: pygame.Rect) -> list[str]:
    return [
        f"{written.words!r} leaves {written.panel}: {written.rect}"
        for written in trace
        if not window.contains(written.rect) or not written.panel.contains(written.rect)
    ]


@pytest.mark.parametrize("text", [125, 150])
@pytest.mark.parametrize("size", [(1024, 768), (1280, 720), (1920, 1080)])
def test_everything_stands_inside_its_panel(size: tuple[int, int], text: int) -> None:
    hands, found = Facilitator(size, text), []

    def look() -> None:
        trace: list[Written] = []
        hands.app.stack.draw(Ink(hands.app.surface, hands.desk.settings))
        hands.app.stack.draw(Ink(hands.app.surface, hands.desk.settings, trace))
        found.extend(faults(trace, hands.app.surface.get_rect()))

    look()
    hands.press(pygame.K_RETURN)
    look()
    hands.type("a")
    hands.wait_for_a_vote()
    look()
    hands.type("a")
    hands.wait_for_a_vote()
    look()
    hands.type(" ")
    look()
    hands.type(" ")
    hands.run.finish()
    hands.frames(2)
    look()
    while hands.screen.name == "present_decide":
        hands.press(pygame.K_RETURN) if not hands.screen.ways else hands.type("a")
    look()
    hands.type("a")
    while hands.screen.name == "present_follow_up":
        look()
        hands.type("a")
    hands.through_the_weeks(look)
    while not hands.screen.last:
        hands.press(pygame.K_RETURN)
        look()
    assert not found, found[:5]
