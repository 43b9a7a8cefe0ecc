"""Read aloud: every change of focus has its sentence, and what is said is said once."""

import pygame
import pytest

from game.model.acts import Act
from game.session.views import Line, Step
from game.stage.screen import Reset
from game.stage.screens.present.opening import Opening
from game.stage.screens.present.reveal import Reveal
from game.stage.screens.who import Who
from game.stage.settings import Settings
from game.stage.widgets.base import Widget, joined
from tests.stage.driver import Player
from tests.stage.fakes import scenario
from tests.stage.tour import keyboard, pad, tour


@pytest.fixture
def player() -> Player:
    return Player(settings=Settings(voice=True))


def in_room(player: Player) -> Player:
    player.to_room()
    player.voice.focus.clear()
    return player


@pytest.mark.parametrize("hands", [keyboard, pad])
def test_on_every_screen_each_step_of_the_focus_is_a_sentence_and_none_comes_twice_running(player, hands):
    do = hands(player)
    for name in tour(player, do):
        stops = player.screen.panel.ring.stops if name == "room" else player.screen.ring.stops
        for _ in range(len(stops) if len(stops) > 1 else 0):
            before = len(player.voice.focus)
            do("next")
            assert len(player.voice.focus) == before + 1, name
    said = player.voice.focus
    assert all(sentence.strip() for sentence in said)
    assert not [first for first, second in zip(said, said[1:], strict=False) if first == second]


def test_nothing_is_said_unless_it_is_asked_for():
    player = Player()
    for _ in tour(player, keyboard(player)):
        pass
    assert player.voice.focus == player.voice.lines == []


def test_a_page_is_introduced_and_then_only_what_changes_is_said(player):
    player.press(pygame.K_3)
    assert player.voice.focus[-1].startswith("Settings. Left and right change a setting.")
    assert "Text size, 100 %." in player.voice.focus[-1]
    player.press(pygame.K_DOWN)
    total = len(player.screen.ring.stops)
    assert player.voice.focus[-1] == f"High contrast, Off. Black on white, strong outlines. 2 of {total}."
    player.press(pygame.K_RIGHT)
    assert player.voice.focus[-1].startswith("High contrast, On.")


def test_a_page_of_the_debrief_is_read_before_its_buttons(player):
    in_room(player).press(pygame.K_p, pygame.K_5, pygame.K_2)
    player.frames(40)
    player.press(pygame.K_RETURN, pygame.K_2)
    assert "Cards, 14;" in player.voice.focus[-1]
    assert player.voice.focus[-1].endswith("Next.")
    player.press(pygame.K_RETURN)
    assert "With Dana Ruiz from minute 0 to minute 4." in player.voice.focus[-1]
    player.press(pygame.K_RETURN)
    assert "Dana Ruiz turned away in minute 0." in player.voice.focus[-1]


def test_a_mark_in_the_notebook_is_said_with_whose_it_is_and_whether_it_is_ticked(player):
    in_room(player).press(pygame.K_TAB, pygame.K_RETURN, pygame.K_n)
    assert "Omar Haddad runs a bakery" in player.voice.focus[-1]
    assert "A friend, not ticked. 1 of" in player.voice.focus[-1]
    player.press(pygame.K_RETURN)
    assert player.voice.focus[-1].startswith("A friend, ticked.")


def test_in_the_room_the_person_in_focus_is_named_with_what_they_are_doing(player):
    in_room(player).press(pygame.K_TAB)
    assert player.voice.focus[-1] == "Omar Haddad, standing about. 1 of 7."
    while player.screen.target != 5:
        player.press(pygame.K_TAB)
    assert player.voice.focus[-1].startswith("Bo Li, standing about, in a circle of 3.")


def test_somebody_in_focus_is_not_described_anew_whenever_the_room_moves(player):
    in_room(player).press(pygame.K_TAB)
    said = len(player.voice.focus)
    player.run.x, player.run.y = 3.0, 3.0
    player.frames(30)
    assert len(player.voice.focus) == said


def test_a_choice_is_said_with_its_sentence_and_its_place(player):
    in_room(player).press(pygame.K_TAB, pygame.K_RETURN, pygame.K_DOWN)
    count = len(player.screen.panel.cards)
    words = "Ask about hiring. How do you find people for the early shift these days?"
    assert player.voice.focus[-1] == f"{words} 2 of {count}."


def test_what_others_say_in_ones_own_circle_is_said_once_and_other_circles_are_not(player):
    in_room(player).press(pygame.K_TAB, pygame.K_RETURN)
    player.run.said.append(Line(1, 1, 0, Act.ANSWER, "The oven died.", 3.0, True, False))
    player.frames(30)
    player.press(pygame.K_p)
    player.frames(10)
    player.press(pygame.K_RETURN)
    player.frames(10)
    assert player.voice.lines.count("Dana Ruiz: The oven died.") == 1
    assert not [line for line in player.voice.lines if "bees" in line]


def test_captions_silences_and_the_guide_are_said_too(player):
    in_room(player)
    player.run.narration = "You leave Dana’s question unanswered."
    player.run.step = Step(1, 8, "walk", "Have a look around first.")
    player.frames(3)
    assert "You leave Dana’s question unanswered." in player.voice.lines
    assert "Have a look around first." in player.voice.lines


def test_the_question_at_parting_is_said_with_its_answers(player):
    in_room(player).press(pygame.K_TAB, pygame.K_RETURN, pygame.K_1, pygame.K_ESCAPE)
    assert "You have parted from" in player.voice.focus[-1]
    assert "2: Business" in player.voice.focus[-1]
    player.press(pygame.K_2)
    assert player.voice.focus[-1] == "Business, ticked. 2 of 4."


def test_switched_off_it_falls_silent_and_switched_on_again_it_begins_where_one_is(player):
    player.press(pygame.K_3)
    said = len(player.voice.focus)
    player.desk.change(voice=False)
    player.press(pygame.K_DOWN, pygame.K_DOWN)
    assert len(player.voice.focus) == said
    player.desk.change(voice=True)
    player.frames()
    assert player.voice.focus[-1].startswith("Settings.")


def test_parts_become_sentences():
    assert joined(["One", "", "Two?", " Three… "]) == "One. Two? Three…"


def presented(player: Player) -> Player:
    """At the title slide of a workshop."""
    player.desk.presenting = True
    player.app.stack.go(Reset(Opening(player.desk, player.backend.scenarios()[0])))
    player.frames()
    return player


def test_in_a_workshop_slides_votes_and_the_frozen_room_are_read_aloud(player):
    presented(player)
    assert "The Chamber Mixer" in player.voice.focus[-1]
    player.press(pygame.K_RETURN)
    assert "A: Get a drink!" in player.voice.focus[-1]
    player.type("a")
    player.frames(200)
    assert player.screen.name == "present_room"
    assert "Hands up. Whom do we walk up to?" in player.voice.focus[-1]
    player.type("a")
    player.frames(3)
    assert "Hands up. What do we say? A:" in player.voice.focus[-1]
    player.type(" ")
    assert player.voice.focus[-1].startswith("Stop and talk.")


def test_of_a_slide_only_the_line_that_is_new_is_said(player):
    run = player.desk.ready(player.backend.start("chamber_mixer", Who(player.desk, scenario()).profile(), 7))
    player.app.stack.go(Reset(Reveal(player.desk, run)))
    player.frames()
    assert player.voice.focus[-1] == "The Chamber Mixer. What counts at the door."
    player.press(pygame.K_RETURN)
    assert player.voice.focus[-1] == "14 cards handed out or taken."
    player.press(pygame.K_RETURN)
    assert player.voice.focus[-1] == "9 people met."


def test_every_widget_has_something_to_say():
    silent = {"Gap", "Row"}  # empty space, and cells that speak for themselves
    kinds, found = [Widget], set()
    while kinds:
        kind = kinds.pop()
        kinds += kind.__subclasses__()
        if kind.spoken is Widget.spoken and kind is not Widget:
            found.add(kind.__name__)
    assert found == silent


def test_every_page_of_the_debrief_says_more_than_its_heading(player):
    in_room(player).press(pygame.K_p, pygame.K_5, pygame.K_2)
    player.frames(40)
    player.press(pygame.K_RETURN, pygame.K_2)
    for number in range(len(player.screen.pages)):
        assert player.screen.heard()[1], number
        player.screen._turn(1)


def test_the_faces_of_the_debrief_are_read_with_what_became_of_them_and_what_they_would_say(player):
    in_room(player).press(pygame.K_p, pygame.K_5, pygame.K_2)
    player.frames(40)
    player.press(pygame.K_RETURN, pygame.K_2, pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_TAB)
    focus = player.voice.focus[-1]
    assert "Dana Ruiz. Friend. Business. “The oven died" in focus
