"""One run as its player meets it: the clock waits, and how long it waited changes nothing."""

import pytest

from game.model.acts import Act, Mark
from game.model.commands import Command, Do
from game.session import start
from game.session.session import Session
from game.talk.words import Words
from tests.session.hands import FRAME_S, play, the_nth


def until_waiting(session: Session) -> None:
    play(session, lambda view: view.choices[0], until=0)
    while not session.waiting:
        if session.evening.tick % 40 == 0:
            session.submit(Command(-1, 0, Do.APPROACH, 1 + session.evening.tick // 40 % 5))
        session.tick()


def test_the_same_choices_after_two_seconds_or_twenty_end_in_the_same_digest(tea_break: str, words: Words) -> None:
    digests = []
    for thinks_s in (2.0, 20.0):
        session = start.begin(tea_break, words=words, seed=5)
        play(session, the_nth(2), thinks_s)
        digests.append(session.evening.digest())
    assert digests[0] == digests[1]


def test_other_choices_end_elsewhere(tea_break: str, words: Words) -> None:
    digests = []
    for number in (0, 3):
        session = start.begin(tea_break, words=words, seed=5)
        play(session, the_nth(number))
        digests.append(session.evening.digest())
    assert digests[0] != digests[1]


def test_the_clock_stands_while_the_player_chooses(evening: Session) -> None:
    until_waiting(evening)
    tick = evening.evening.tick
    for _ in range(80):
        evening.advance(FRAME_S)
    assert evening.evening.tick == tick
    evening.submit(Command(-1, 0, Do.LISTEN))
    evening.advance(FRAME_S)
    assert evening.evening.tick > tick


def test_with_the_live_setting_the_clock_does_not_wait(evening: Session) -> None:
    until_waiting(evening)
    evening.live = True
    tick = evening.evening.tick
    for _ in range(8):
        evening.advance(FRAME_S)
    assert evening.evening.tick > tick
    assert not evening.view().waiting


def test_a_paused_evening_stands_still(evening: Session) -> None:
    evening.paused = True
    evening.advance(10.0)
    assert evening.evening.tick == 0


def test_walking_about_runs_at_the_pace_that_was_set(evening: Session) -> None:
    evening.pace = 2.0
    for _ in range(8):
        evening.advance(0.5)
    assert evening.evening.tick == 4 * 2 * 4


def test_a_hitch_of_the_machine_does_not_make_the_evening_race(evening: Session) -> None:
    evening.pace = 3.0
    evening.advance(3600.0)
    assert evening.evening.tick <= 12


def test_a_chosen_sentence_is_said_word_for_word(evening: Session) -> None:
    until_waiting(evening)
    choice = evening.view().choices[0]
    evening.submit(choice.command)
    for _ in range(8):
        evening.tick()
    said = [line for line in evening.log() if line.speaker == 0]
    assert [line.text for line in said] == [choice.text]


def test_the_phases_follow_one_another_and_end_in_the_debrief(evening: Session) -> None:
    seen = [evening.phase]
    while evening.phase != "debrief":
        evening.finish()
        seen.append(evening.phase)
    assert seen == ["evening", "decisions", "debrief"]
    evening.finish()
    assert evening.phase == "debrief"


def test_a_style_decides_for_itself_and_comes_straight_to_the_debrief(tea_break: str, words: Words) -> None:
    session = start.begin(tea_break, words=words, seed=5, style="listener")
    while session.phase == "evening":
        session.tick()
    assert session.phase == "debrief"
    assert any(person.mark for person in session.debrief().people)


def test_marks_can_be_changed_until_the_decisions_are_over_and_not_after(evening: Session) -> None:
    play(evening, the_nth(1))
    met = evening.view().notebook[0].person

    def mark(bits: int) -> int:
        evening.submit(Command(-1, 0, Do.MARK, met, item=bits))
        return next(note.mark for note in evening.view().notebook if note.person == met)

    assert mark(Mark.FRIEND | Mark.REFER) == Mark.FRIEND | Mark.REFER
    assert mark(Mark.NOT_FOR_ME) == Mark.NOT_FOR_ME
    evening.finish()
    assert mark(Mark.FRIEND) == Mark.NOT_FOR_ME


def test_nothing_but_marks_is_taken_once_the_evening_is_over(evening: Session) -> None:
    evening.finish()
    before = evening.evening.digest()
    evening.submit(Command(-1, 0, Do.SAY, 1, Act.PITCH))
    evening.submit(Command(-1, 0, Do.WALK, x=2.0, y=2.0))
    assert evening.evening.digest() == before


def test_the_player_s_own_liking_is_never_computed(evening: Session) -> None:
    play(evening, the_nth(1))
    ties = evening.evening.world.ties
    own = [int(ties.index(0, other)) for other in range(1, 6)]
    assert [float(ties.liking[row]) for row in own] == [0.0] * 5


@pytest.mark.parametrize("style", ["promoter", "mute"])
def test_the_same_seed_and_style_end_in_the_same_digest(tea_break: str, words: Words, style: str) -> None:
    digests = set()
    for _ in range(2):
        session = start.begin(tea_break, words=words, seed=11, style=style)
        while session.phase == "evening":
            session.tick()
        digests.add(session.evening.digest())
    assert len(digests) == 1
