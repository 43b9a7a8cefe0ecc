"""Why somebody is as they are to the player, while the evening is still going on."""

import numpy as np
import pytest

from game.model.acts import Act, Item
from game.model.events import EVENT, Event
from game.model.social.rules import Rule
from game.session.explaining import explain
from game.session.journal import Said
from game.session.moments import moments
from game.session.session import Session
from tests.session.test_debriefing import given, reason

DANA, OMAR = 1, 2


def said(tick: int, speaker: int, text: str) -> Said:
    return Said(tick, speaker, DANA, int(Act.PITCH), -1, -1, 0, text)


def event(kind: Event, tick: int, actor: int, other: int, **columns: float) -> np.ndarray:
    rows = np.zeros(1, dtype=EVENT)
    rows["tick"], rows["kind"], rows["actor"], rows["other"], rows["about"] = tick, kind, actor, other, -1
    for name, value in columns.items():
        rows[name] = value
    return rows


def happened(session: Session, *events: np.ndarray) -> None:
    session.evening.chronicle.take(np.concatenate(events), reason(0, 5, Rule.SHARED, 0.0)[:0], (), -1)


def told_by_omar(session: Session) -> None:
    world = session.evening.world
    row = world.ties.index(DANA, 0)
    world.ties.source[row, 0], world.ties.word[row, 0] = OMAR, -0.3
    happened(session, event(Event.TOLD, 600, OMAR, DANA, about=0, value=-0.3))


def test_reasons_come_in_order_of_weight_and_hearsay_among_them(evening: Session) -> None:
    given(evening, reason(240, DANA, Rule.PITCHED, -0.4), reason(720, DANA, Rule.REMEMBERED, 0.1, Item.STORY))
    told_by_omar(evening)
    sentences = [part.sentence for part in explain(evening.evening, DANA).reasons]
    assert sentences == [
        "You pitched before she had said what she does.",
        "Dana has heard about you from Omar, and it was not good.",
        "You remembered the oven that died.",
    ]


def test_the_same_reason_many_times_is_told_once_and_added_up(evening: Session) -> None:
    asked = (reason(tick, DANA, Rule.ASKED, 0.06) for tick in (1, 4))
    given(evening, *asked, reason(2, DANA, Rule.PITCHED, -0.2), reason(3, DANA, Rule.PITCHED, -0.3))
    assert [part.sentence for part in explain(evening.evening, DANA).reasons] == [
        "You pitched 2 times, and she had not asked once.",
        "You asked her about herself, twice.",
    ]


@pytest.mark.parametrize("rule", Rule)
def test_every_reason_has_its_words(evening: Session, rule: Rule) -> None:
    given(evening, reason(1, DANA, rule, 0.2))
    (told,) = explain(evening.evening, DANA).reasons
    assert told.sentence[0].isupper() and told.sentence.endswith(".")


def test_the_debrief_gives_the_reasons_of_a_moment_in_the_words_of_why(evening: Session) -> None:
    given(evening, reason(240, DANA, Rule.PITCHED, -0.4))
    (moment,) = moments(evening.evening)
    assert moment.reasons == tuple(part.sentence for part in explain(evening.evening, DANA).reasons)


def test_each_reason_names_its_hour_and_what_was_said(evening: Session) -> None:
    pitch = said(230, 0, "What you need is my list.")
    given(evening, reason(240, DANA, Rule.PITCHED, -0.4), lines=(pitch,))
    (part,) = explain(evening.evening, DANA).reasons
    assert (part.clock, part.quote, part.good) == ("10:31", "What you need is my list.", False)


def test_who_had_said_what_she_does_is_not_said_to_have_been_pitched_before(evening: Session) -> None:
    given(evening, reason(240, DANA, Rule.PITCHED, -0.4))
    happened(evening, event(Event.LEARNED, 100, 0, DANA, item=Item.WORK))
    (part,) = explain(evening.evening, DANA).reasons
    assert part.sentence == "You pitched, and she had not asked."


def test_a_silence_is_nobodys_words(evening: Session) -> None:
    given(evening, reason(240, DANA, Rule.SILENCE, -0.1), lines=(said(239, 0, "(Nobody says anything.)"),))
    (part,) = explain(evening.evening, DANA).reasons
    assert (part.quote, part.speaker) == ("", "")


def test_a_first_impression_is_not_blamed_on_what_was_being_said(evening: Session) -> None:
    given(evening, reason(240, DANA, Rule.FIRST_IMPRESSION, -0.1), lines=(said(239, 0, "So, what do you do?"),))
    (part,) = explain(evening.evening, DANA).reasons
    assert part.quote == ""


def test_whoever_has_nothing_against_the_player_gives_no_reason(evening: Session) -> None:
    told = explain(evening.evening, DANA)
    assert (told.verdict, told.reasons) == ("You did not meet Dana.", ())


def test_asking_changes_nothing(evening: Session) -> None:
    before = evening.evening.digest()
    evening.explain(DANA)
    assert evening.evening.digest() == before
