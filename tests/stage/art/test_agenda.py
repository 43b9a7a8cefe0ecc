"""What is shown over the people: whose words a bubble holds, and to whom they are said."""

import dataclasses

from game.session.views import RoomView
from game.stage.art.agenda import Naming, agenda_of
from game.stage.art.theme import NORMAL
from tests.stage.art.demo import demo_view

NAMING = Naming("You", lambda speaker, to: f"{speaker} to {to or 'you'}")


def heads(view: RoomView) -> dict[str, str]:
    """What stands over each line, by its words."""
    sayings = agenda_of(view, 6, NAMING, NORMAL).sayings.values()
    return {saying.words: saying.who for saying in sayings}


def in_a_pair(view: RoomView) -> RoomView:
    own = next(formation for formation in view.formations if formation.mine)
    pair = dataclasses.replace(own, members=own.members[:2])
    return dataclasses.replace(view, formations=(pair,))


def test_in_a_circle_of_several_a_bubble_says_to_whom_it_is_said():
    above = heads(demo_view())
    assert above["The sourdough starter is older than my marriage."] == "Jo Castellan to you"
    assert above["How did you find the baker?"] == "You to Jo"


def test_between_two_it_is_plain_to_whom_something_is_said():
    assert heads(in_a_pair(demo_view()))["How did you find the baker?"] == "You"


def test_in_the_circles_of_others_a_bubble_names_the_speaker_alone():
    assert heads(demo_view())["He has told me that twice."] == "Rosa Lindqvist"
