"""What the player leaves with."""

import json

import numpy as np
import pytest

from game.model.acts import Act, Item, Mark
from game.model.events import EVENT, REASON, Event
from game.model.social.rules import Rule
from game.scenario.spec import Person
from game.session import debriefing, start
from game.session.debrief import Debrief
from game.session.evening import Evening
from game.session.journal import Said
from game.session.moments import moments
from game.session.session import Session
from game.session.tally import Outcome
from game.session.why import verdict
from game.talk.words import Words
from tests.session.hands import SCENARIO, play, the_nth

DANA = Person(name="Dana Ruiz", pronoun="she")


def scripted(path: str, words: Words, style: str, seed: int = 6) -> Session:
    session = start.begin(path, words=words, seed=seed, style=style)
    while session.phase == "evening":
        session.tick()
    return session


def reason(tick: int, of: int, rule: Rule, liking: float, item: int = -1) -> np.ndarray:
    rows = np.zeros(1, dtype=REASON)
    rows["tick"], rows["of"], rows["rule"], rows["liking"], rows["item"] = tick, of, rule, liking, item
    return rows


def given(session: Session, *reasons: np.ndarray, lines: tuple[Said, ...] = ()) -> None:
    """Let these reasons about the player be in the chronicle."""
    session.evening.lines.extend(lines)
    session.evening.chronicle.take(np.zeros(0, dtype=EVENT), np.concatenate(reasons), lines, -1)


@pytest.fixture(scope="module")
def promoter() -> Debrief:
    """A promoter's evening in which he found somebody to pitch to more than once."""
    evenings = map(promoters_evening, range(1, 20))
    return next(debrief for debrief in evenings if debrief.totals.pitches > 1)


def promoters_evening(seed: int) -> Debrief:
    scenario = start.scenarios.read(SCENARIO)
    session = Session("", Evening(scenario, seed, "promoter", Words()), None)
    session.answer_first_question(scenario.questions[0].answers[0].text)
    while session.phase == "evening":
        session.tick()
    return session.debrief()


def test_the_report_has_the_keys_that_are_promised_and_is_plain_json(promoter: Debrief) -> None:
    report = json.loads(json.dumps(promoter.report()))
    assert {"scenario", "seed", "digest", "style", "minutes", "player", "lesson"} <= report.keys()
    promised = (
        "name goal cards met reached friends business referrals relationships avoided_by asked followed_up"
        " heard_out_s talk_share pitches boasts"
    )
    assert set(promised.split()) <= report["player"].keys()
    assert all(row.keys() == {"act", "online", "times"} for row in report["lesson"])
    assert "pitch" in {row["act"] for row in report["lesson"]}


def test_every_act_of_the_player_has_its_twin_and_the_counts_agree(promoter: Debrief) -> None:
    twin = next(twin for twin in promoter.twins if twin.name == "pitch")
    assert twin.times == promoter.totals.pitches > 0
    assert twin.sentence.startswith(f"You pitched {_times(twin.times)} in 5 minutes. On LinkedIn that is: ")


def _times(n: int) -> str:
    return {1: "once", 2: "twice"}.get(n, f"{n} times")


def test_the_mix_of_acts_adds_up_to_the_whole(promoter: Debrief) -> None:
    assert sum(part.share for part in promoter.mix) == pytest.approx(1.0, abs=0.01)
    assert [part.times for part in promoter.mix] == sorted((p.times for p in promoter.mix), reverse=True)


def test_a_promoter_is_first_told_to_try_an_evening_without_pitching(promoter: Debrief) -> None:
    assert len(promoter.tries) == 3
    assert "without telling anybody what you sell" in promoter.tries[0]


def test_the_first_answer_comes_back(promoter: Debrief) -> None:
    assert promoter.first_answer
    assert promoter.first_answer in promoter.first_revisited
    assert promoter.first_question.endswith("?")


def test_three_moments_at_most_each_quoted_in_the_order_they_happened(promoter: Debrief) -> None:
    assert 1 <= len(promoter.moments) <= 3
    assert [m.tick for m in promoter.moments] == sorted(m.tick for m in promoter.moments)
    assert all(moment.quote and moment.reasons for moment in promoter.moments)


def test_a_silence_is_quoted_but_nobody_has_said_it(evening: Session) -> None:
    silence = Said(230, 0, 1, int(Act.SILENCE), -1, -1, 0, "(Nobody says anything.)")
    given(evening, reason(240, 1, Rule.SILENCE, -0.4), lines=(silence,))
    moment = moments(evening.evening)[0]
    assert (moment.quote, moment.speaker) == ("(Nobody says anything.)", "")


def test_the_moments_are_those_that_moved_opinions_most(evening: Session) -> None:
    line = Said(90, 0, 1, int(Act.PITCH), -1, -1, 0, "Buy my wares.")
    told = Said(190, 2, 0, int(Act.SHARE), int(Item.STORY), -1, 0, "The oven died.")
    given(
        evening,
        reason(5, 1, Rule.FIRST_IMPRESSION, 2.0),
        reason(100, 1, Rule.PITCHED, -0.5),
        reason(200, 2, Rule.HEARD_OUT, 0.4, Item.STORY),
        reason(300, 3, Rule.ASKED, 0.1),
        reason(400, 4, Rule.SHARED, 0.01),
        lines=(line, told),
    )
    found = moments(evening.evening)
    assert [(m.name, m.liking) for m in found] == [("Dana", -0.5), ("Omar", 0.4), ("Ines", 0.1)]
    assert [m.quote for m in found] == ["Buy my wares.", "The oven died.", ""]
    assert [m.speaker for m in found] == ["Alex", "Omar", ""]


def test_a_person_is_not_shown_twice_while_there_is_somebody_else(evening: Session) -> None:
    given(evening, *(reason(100 + k, 1, Rule.PITCHED, -0.5) for k in range(3)), reason(300, 2, Rule.ASKED, 0.05))
    found = moments(evening.evening)
    assert "Omar" in [moment.name for moment in found]
    assert len(found) == 3


@pytest.mark.parametrize(
    ("met", "opinion", "since", "told"),
    [
        (True, 0.8, 0.5, "Dana likes you."),
        (True, 0.0, 0.1, "Dana does not mind you."),
        (True, -0.4, -0.2, "Dana is a little cool towards you."),
        (True, -0.7, 0.0, "Dana would rather not see you again."),
        (True, -0.7, 0.4, "Dana did not take to you at first, and has been coming round since."),
        (False, 0.0, 0.0, "You did not meet Dana."),
        (False, -0.7, 0.0, "Dana would rather not see you again."),
    ],
)
def test_what_somebody_thinks_is_summed_up_first(
    words: Words, met: bool, opinion: float, since: float, told: str
) -> None:
    assert verdict(words, DANA, met, opinion, avoids_below=-0.6, since=since) == told


@pytest.mark.parametrize(
    ("mine", "theirs", "agreed", "avoids", "kinds", "sentence"),
    [
        (
            Mark.FRIEND,
            Mark.FRIEND,
            Mark.FRIEND,
            False,
            ("friend",),
            "Dana would like to see you again, and you her.",
        ),
        (
            Mark.BUSINESS,
            0,
            0,
            False,
            ("contact",),
            "You would have liked to hear more of Dana. It was not mutual.",
        ),
        (0, Mark.FRIEND, 0, False, ("contact",), "Dana liked you. You did not decide for her."),
        (Mark.NOT_FOR_ME, 0, 0, False, ("nothing",), "You decided against Dana."),
        (0, Mark.NOT_FOR_ME, 0, True, ("avoided",), "Dana would rather not see you again."),
        (0, 0, 0, False, ("contact",), "You met Dana. Nothing came of it yet."),
    ],
)
def test_an_outcome_takes_both(
    evening: Session, mine: int, theirs: int, agreed: int, avoids: bool, kinds: tuple[str, ...], sentence: str
) -> None:
    outcome = Outcome(1, int(mine), int(theirs), int(agreed), met=True, avoids=avoids)
    told = debriefing._person(evening.evening, outcome)
    assert told.kinds == kinds
    assert told.sentence == sentence


@pytest.mark.parametrize("goal", ["clients", "a hire", "a partner", "friends"])
def test_every_goal_is_answered_met_or_missed(words: Words, goal: str) -> None:
    people = tuple(
        debriefing.PersonOutcome(i, name, ("business", "friend", "referral"), 1, "")
        for i, name in enumerate(("Dana Ruiz", "Omar Haddad", "Ines Carvalho"))
    )
    assert "Dana, Omar and Ines" in debriefing._goal_answer(words, goal, people)
    assert "Dana" not in debriefing._goal_answer(words, goal, ())


def test_what_was_done_without_words_has_a_twin_too(evening: Session) -> None:
    rows = np.zeros(3, dtype=EVENT)
    rows["kind"] = Event.DRINK, Event.LEFT, Event.ENDED
    rows["actor"], rows["act"], rows["about"] = (0, 0, 3), (-1, -1, Act.SHARE), (-1, -1, 0)
    rows["formation"] = 2
    evening.evening.chronicle.take(rows, np.zeros(0, dtype=REASON), (), 2)
    evening.finish(), evening.finish()
    assert {"drink", "walk_off", "cut_in"} <= {twin.name for twin in evening.debrief().twins}


def test_the_same_evening_again_stands_beside_the_one_before(tea_break: str, words: Words) -> None:
    first = scripted(tea_break, words, "listener")
    assert first.debrief().earlier is None
    first.close()
    second = scripted(tea_break, words, "promoter").debrief()
    assert second.earlier is not None
    assert second.earlier.style == "listener" and second.earlier.same_seed
    assert second.earlier.totals.met == first.debrief().totals.met
    assert "as a listener" in second.earlier.sentence


def test_an_earlier_run_with_the_same_seed_is_preferred(tea_break: str, words: Words) -> None:
    for seed in (6, 8):
        scripted(tea_break, words, "listener", seed).close()
    assert scripted(tea_break, words, "mute", 6).debrief().earlier.same_seed


def test_an_evening_without_anybody_met_is_told_kindly(evening: Session) -> None:
    evening.finish(), evening.finish()
    told = evening.debrief()
    assert told.headline == "You met nobody this evening. The room was there."
    assert told.moments == () and told.mix == ()
    assert any("Walk up to one more person" in line for line in told.tries)


def test_a_player_s_own_marks_decide_with_the_others(tea_break: str, words: Words) -> None:
    session = start.begin(tea_break, words=words, seed=3)
    play(session, the_nth(1))
    session.finish()
    assert session.debrief().totals.relationships == session.debrief().totals.friends == 0
