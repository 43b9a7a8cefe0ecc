"""The evening told for looking at: company, places, who turned away, and what they would say tomorrow."""

import numpy as np
import pytest

from game.model.acts import Item
from game.model.events import Event
from game.model.social.rules import Rule
from game.scenario.spec import MANNERS
from game.session import start
from game.session.session import Session
from game.session.story import story
from game.session.tomorrow import sayings
from game.talk.words import Words
from tests.session.test_debriefing import given, promoters_evening, reason, scripted
from tests.session.test_explaining import DANA, OMAR, event, happened, told_by_omar


def stood(session: Session, first: int, last: int, x: float, *company: int) -> None:
    for tick in range(first, last + 1, 20):
        session.evening.chronicle.stand(tick, x, 2.0, company)


def test_a_while_with_somebody_goes_from_when_they_came_to_when_they_went(evening: Session) -> None:
    stood(evening, 240, 480, 3.0, DANA)
    stood(evening, 500, 720, 3.0, DANA, OMAR)
    stays = [(stay.name, stay.start, stay.end) for stay in story(evening.evening).stays]
    assert stays == [("Dana", 1.0, 3.0), ("Omar", pytest.approx(500 / 240), 3.0)]


def test_whoever_comes_back_later_is_with_the_player_twice(evening: Session) -> None:
    stood(evening, 240, 480, 3.0, DANA)
    stood(evening, 960, 1200, 3.0, DANA)
    assert [(stay.start, stay.end) for stay in story(evening.evening).stays] == [(1.0, 2.0), (4.0, 5.0)]


def test_where_the_player_stood_alone_is_on_the_way_and_no_place_of_talk(evening: Session) -> None:
    stood(evening, 240, 480, 3.0)
    stood(evening, 500, 720, 8.0, DANA)
    told = story(evening.evening)
    assert {x for x, _ in told.path} == {3.0, 8.0}
    assert [(place.x, place.y) for place in told.places] == [(8.0, 2.0)]


def test_a_place_tells_when_how_long_and_with_whom_the_longest_first(evening: Session) -> None:
    stood(evening, 240, 460, 3.0, OMAR)
    stood(evening, 480, 940, 3.4, DANA, OMAR)
    (place,) = story(evening.evening).places
    assert (place.start, place.minutes, place.names) == (1.0, 3.0, ("Omar", "Dana"))


def test_who_turned_away_is_told_at_the_place_where_the_player_stood(evening: Session) -> None:
    stood(evening, 240, 480, 3.0, DANA)
    stood(evening, 500, 720, 8.0, DANA)
    happened(evening, event(Event.EVADED, 600, OMAR, 0))
    assert [place.turned for place in story(evening.evening).places] == [(), ("Omar",)]


def test_who_turned_away_is_shown_where_the_player_stood_then(evening: Session) -> None:
    stood(evening, 240, 480, 3.0)
    stood(evening, 500, 720, 8.0)
    happened(evening, event(Event.EVADED, 480, OMAR, 0), event(Event.CLOSED, 700, 0, DANA))
    turned = [(t.name, t.how, t.x) for t in story(evening.evening).turned]
    assert turned == [("Omar", "evaded", 3.0), ("Dana", "closed", 8.0)]


def test_warmth_is_the_mean_of_those_met_so_far(evening: Session) -> None:
    happened(evening, event(Event.MET, 200, 0, DANA), event(Event.MET, 480, OMAR, 0))
    given(evening, reason(240, DANA, Rule.ASKED, 0.2), reason(480, OMAR, Rule.PITCHED, -0.5))
    warmth = story(evening.evening).warmth
    assert [minute for minute, _ in warmth] == [0.0, pytest.approx(200 / 240), 1.0, 2.0]
    assert np.allclose([value for _, value in warmth], [0.0, 0.0, 0.2, -0.15])


def test_what_strangers_hold_of_the_player_warms_nothing_until_they_meet(evening: Session) -> None:
    given(evening, reason(240, DANA, Rule.OVERHEARD, -0.3))
    assert story(evening.evening).warmth == ((0.0, 0.0),)
    happened(evening, event(Event.MET, 480, DANA, 0))
    assert np.allclose(story(evening.evening).warmth[-1], (2.0, -0.3))


def said_by(session: Session) -> dict[str, tuple[str, int]]:
    return {saying.name: (saying.text, saying.warmth) for saying in sayings(session.evening)}


def test_tomorrow_dana_speaks_of_what_the_player_picked_up(evening: Session) -> None:
    given(evening, reason(240, DANA, Rule.FOLLOWED_UP, 0.3, Item.STORY))
    text, warmth = said_by(evening)["Dana"]
    assert "the oven that died" in text and warmth == 1


def test_tomorrow_somebody_pitched_to_does_not_speak_of_listening(evening: Session) -> None:
    given(evening, reason(240, DANA, Rule.PITCHED, -0.4))
    text, warmth = said_by(evening)["Dana"]
    words = evening.evening.words
    mine = [*words.under("tomorrow.pitched"), *words.under("tomorrow.pitched_early")]
    assert text in {words.text(key, player="Alex") for key in mine}
    assert warmth == -1


def test_tomorrow_who_was_pitched_to_unasked_may_say_that_the_price_came_before_their_work(evening: Session) -> None:
    words = evening.evening.words
    given(evening, *(reason(240, who, Rule.PITCHED, -0.4) for who in range(1, 6)))
    said = {saying.text for saying in sayings(evening.evening)}
    assert said & {words.text(key, player="Alex") for key in words.under("tomorrow.pitched_early")}
    happened(evening, *(event(Event.LEARNED, 100, 0, who, item=Item.WORK) for who in range(1, 6)))
    said = {saying.text for saying in sayings(evening.evening)}
    assert not said & {words.text(key, player="Alex") for key in words.under("tomorrow.pitched_early")}


@pytest.mark.parametrize("rule", [Rule.ASKED, Rule.PITCHED, Rule.FOLLOWED_UP])
def test_tomorrow_nobody_speaks_in_the_manner_of_another(evening: Session, rule: Rule) -> None:
    words, liking = evening.evening.words, -0.4 if rule == Rule.PITCHED else 0.4
    given(evening, *(reason(240, who, rule, liking) for who in range(1, 6)))
    for saying in sayings(evening.evening):
        own = evening.evening.roster.person(saying.person).manner
        for manner in set(MANNERS) - {own}:
            assert saying.text != words.text(f"tomorrow.{rule.name.lower()}.{manner}", player="Alex")


def test_tomorrow_who_only_heard_of_the_player_names_whom_from(evening: Session) -> None:
    told_by_omar(evening)
    assert "Omar" in said_by(evening)["Dana"][0]


def test_who_neither_met_the_player_nor_heard_of_them_asks_who_that_is(evening: Session) -> None:
    words = evening.evening.words
    strange = {words.text(key, player="Alex") for key in words.under("tomorrow.stranger")}
    said = sayings(evening.evening)
    assert len(said) == 5 and {saying.text for saying in said} <= strange
    assert not any(saying.met or saying.warmth for saying in said)


def test_who_was_told_of_the_player_and_has_met_them_does_not_say_they_never_met(evening: Session) -> None:
    told_by_omar(evening)
    words, ties = evening.evening.words, evening.evening.world.ties
    ties.met[ties.index(DANA, 0)] = True
    text, _ = said_by(evening)["Dana"]
    assert text in {words.text(key, player="Alex", teller="Omar") for key in words.under("tomorrow.hearsay_bad_met")}


def test_who_only_overheard_the_player_does_not_speak_of_talking(evening: Session) -> None:
    given(evening, reason(240, DANA, Rule.OVERHEARD, -0.3))
    words = evening.evening.words
    apart = {words.text(key, player="Alex") for key in words.under("tomorrow.overheard_unmet")}
    assert said_by(evening)["Dana"][0] in apart
    ties = evening.evening.world.ties
    ties.met[ties.index(DANA, 0)] = True
    assert said_by(evening)["Dana"][0] not in apart


def test_nobody_says_what_another_has_said_while_there_are_other_things_to_say(evening: Session) -> None:
    given(evening, *(reason(240, who, Rule.PITCHED, -0.4) for who in range(1, 6)))
    texts = [saying.text for saying in sayings(evening.evening) if saying.warmth]
    assert len(texts) == len(set(texts)) == 5


def test_every_rule_that_is_felt_has_its_words_for_tomorrow(words: Words) -> None:
    unsaid = (Rule.FIRST_IMPRESSION, Rule.KNEW_BEFORE)  # these are "warm" and "cool"
    assert all(words.under(f"tomorrow.{rule.name.lower()}") for rule in Rule if rule not in unsaid)


def test_a_run_taken_up_again_tells_the_same_story(tea_break: str, words: Words) -> None:
    session = scripted(tea_break, words, "listener")
    told = session.debrief().story
    assert told.path and told.warmth
    session.close()
    again, _ = start.replay(session.run, words)
    assert again.debrief().story == told


def test_a_run_left_open_before_there_was_a_track_goes_on_without_one(evening: Session) -> None:
    stood(evening, 240, 480, 3.0, DANA)
    arrays, plain = evening.evening.freeze()
    del arrays["chronicle.track"]
    evening.evening.thaw(arrays, plain, [])
    assert story(evening.evening).path == ()


def test_a_run_taken_up_again_keeps_the_way_walked_before(tea_break: str, words: Words) -> None:
    session = start.begin(tea_break, words=words, seed=6, style="listener")
    while session.evening.tick < 400:
        session.tick()
    walked = session.evening.chronicle.track()
    session.close()
    again = start.resume(session.run, words)
    assert len(walked) > 10
    assert np.array_equal(again.evening.chronicle.track(), walked)
    again.close()


def test_a_promoter_sees_who_turned_away_from_them(words: Words) -> None:
    told = promoters_evening(3)
    assert told.story.turned
    assert {t.name for t in told.story.turned} <= {saying.name for saying in told.story.tomorrow}
