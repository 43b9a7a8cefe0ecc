"""What the coach says: hints from what the room can see, comments from what only the other knows."""

from game.model.acts import Act
from game.model.social.rules import Rule
from game.session import coaching
from game.session.journal import Said
from game.session.session import Session
from tests.session.test_debriefing import given, reason
from tests.session.test_explaining import DANA


def in_a_circle_with_dana(session: Session) -> int:
    from game.model.commands import Command, Do

    while session.view().people[0].formation < 0:
        if session.view().people[DANA].activity not in ("outside", "gone") and session.evening.tick % 40 == 0:
            session.submit(Command(-1, 0, Do.APPROACH, DANA))
        session.tick()
    return int(session.evening.world.people.formation[0])


def lines(session: Session, formation: int, *acts: Act) -> None:
    chronicle = session.evening.chronicle
    for act in acts:
        chronicle.heard.append(len(chronicle.lines))
        chronicle.lines.append(Said(session.evening.tick, 0, DANA, int(act), -1, -1, formation, "…"))


def test_somebody_who_looks_past_the_player_is_to_be_let_go(evening: Session) -> None:
    formation = in_a_circle_with_dana(evening)
    world = evening.evening.world
    mate = next(int(m) for m in world.formations.members[formation] if m > 0)
    world.people.wants_out[mate] = world.tick - 20
    assert "begun to look past you" in coaching.hint(evening.evening)


def test_who_stands_about_is_told_of_somebody_else_who_does_and_only_then(evening: Session) -> None:
    world = evening.evening.world
    while evening.evening.tick < 100:
        evening.tick()
    world.people.formation[:] = -1
    world.people.walking[:] = False
    world.people.present[:] = False
    world.people.present[0] = True
    assert coaching.hint(evening.evening) == ""
    world.people.present[DANA] = True
    assert coaching.hint(evening.evening).startswith("Somebody is standing by themselves")


def test_three_questions_with_nothing_in_between_are_enough(evening: Session) -> None:
    formation = in_a_circle_with_dana(evening)
    lines(evening, formation, Act.ASK, Act.FOLLOW_UP)
    assert coaching.hint(evening.evening) == ""
    lines(evening, formation, Act.ASK)
    assert coaching.hint(evening.evening).startswith("That was three questions in a row.")
    lines(evening, formation, Act.SHARE)
    assert coaching.hint(evening.evening) == ""


def test_a_comment_says_who_cooled_and_why(evening: Session) -> None:
    given(evening, reason(0, DANA, Rule.PITCHED, -0.4))
    told = coaching.comment(evening.evening)
    assert told.endswith(" cools towards you: you pitched, and she had not asked.")


def test_a_step_too_small_to_be_seen_is_passed_over(evening: Session) -> None:
    given(evening, reason(0, DANA, Rule.ASKED, 0.01))
    assert coaching.comment(evening.evening) == ""


def test_a_first_impression_is_nobodys_doing(evening: Session) -> None:
    given(evening, reason(0, DANA, Rule.FIRST_IMPRESSION, -0.5))
    assert coaching.comment(evening.evening) == ""
