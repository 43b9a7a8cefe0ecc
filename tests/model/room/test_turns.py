"""What a finished turn brings about: reasons in the right ties, things learned, books kept."""

import pytest

from game.model.acts import Act, Item
from game.model.commands import Do
from game.model.events import Event
from game.model.social.rules import Rule
from tests.model.scene import Scene, still

ROOM = ("#######D####", "#..........#", "#..a.b.....#", "#....c...e.#", "#..........#", "############")
BAKERY, GRANTS = 1, 3  # topics


def scene(humans: str = "", **changes: object) -> Scene:
    return Scene(*ROOM, humans=humans, params=still(**changes))


def test_liking_moves_by_what_was_logged():
    s = scene(asked=0.06).circle("ab").say("a", Act.ASK, "b", Item.NEED)
    assert s.why("b", "a")[Rule.ASKED][0] == pytest.approx(0.06)
    assert s.tie("b", "a", "liking") == pytest.approx(0.06)
    assert s.tie("a", "b", "liking") == 0


def test_opinions_stay_within_three_sd_and_the_log_says_what_was_added():
    s = scene(pitched=0.5).circle("ab").set("b", "a", liking=-2.8).say("a", Act.PITCH, "b", Item.OFFER)
    assert s.tie("b", "a", "liking") == -3
    assert s.why("b", "a")[Rule.PITCHED][0] == pytest.approx(-0.2)


def test_a_rewarding_turn_gives_back_patience_and_a_pitch_takes_it():
    s = scene(asked=0.06, patience_gain_s=150).circle("ab").say("a", Act.ASK, "b", Item.NEED)
    assert s.why("b", "a")[Rule.ASKED][2] == pytest.approx(0.06 * 150)
    s = scene(pitched=0.1, pitched_patience=30, patience_gain_s=150).circle("ab").say("a", Act.PITCH, "b", Item.OFFER)
    assert s.why("b", "a")[Rule.PITCHED][2] == pytest.approx(-30 - 0.1 * 150)


def test_nobody_computes_what_a_human_thinks():
    s = scene("b").circle("ab").say("a", Act.PITCH, "b", Item.OFFER)
    assert s.tie("b", "a", "liking") == s.tie("b", "a", "trust") == 0
    assert all(weights == (0, 0, 0) for weights in s.why("b", "a").values())


def test_whoever_is_heard_out_likes_the_listener_a_little_more():
    s = scene(heard_out=0.02).circle("ab").say("a", Act.SHARE, "b", Item.WORK)
    assert s.why("a", "b")[Rule.HEARD_OUT][0] == pytest.approx(0.02)
    assert s.of("b", "heard_out_s") > 0


def test_half_an_ear_gives_half_of_it_and_no_ear_costs():
    lightly = scene(heard_out=0.02).circle("ab").person("b", lightly=0.5).say("a", Act.SHARE, "b", Item.WORK)
    assert lightly.why("a", "b")[Rule.HEARD_OUT][0] == pytest.approx(0.01)
    absent = scene(not_heard=0.03).circle("ab").person("b", memory=0).say("a", Act.SHARE, "b", Item.WORK)
    assert absent.why("a", "b")[Rule.NOT_HEARD][0] == pytest.approx(-0.03)


def test_what_is_taken_in_is_learned_and_can_be_followed_up_on():
    s = scene().circle("ab").say("a", Act.ANSWER, "b", Item.NEED)
    assert s.knows("b", "a", Item.NEED)
    assert s.told(Event.LEARNED) == [("b", "a")]
    assert s.of("b", "hook_who")[0] == s.who("a")
    assert s.of("b", "hook_item")[0] == Item.NEED


@pytest.mark.parametrize("deaf", [{"memory": 0}, {}])
def test_nothing_is_learned_without_listening_nor_when_learning_is_taken_away(deaf):
    s = scene(learning=bool(deaf)).circle("ab").person("b", **deaf).say("a", Act.ANSWER, "b", Item.NEED)
    assert not s.knows("b", "a", Item.NEED)
    assert s.of("b", "hook_who")[0] == -1


def test_a_shared_interest_is_found_once_by_each_side():
    s = scene(common_ground=0.07).circle("ab")
    for name in "ab":
        s.person(name, interests=1 << BAKERY)
    s.say("a", Act.SHARE, "b", Item.TOPIC + BAKERY)
    assert s.why("b", "a")[Rule.COMMON_GROUND][0] == pytest.approx(0.07)
    assert Rule.COMMON_GROUND not in s.say("a", Act.SHARE, "b", Item.TOPIC + BAKERY).why("b", "a")
    assert Rule.COMMON_GROUND in s.say("b", Act.SHARE, "a", Item.STORY + BAKERY).why("a", "b")


def test_an_interest_only_one_of_them_has_is_not_common_ground():
    s = scene().circle("ab").person("a", interests=1 << BAKERY).say("a", Act.SHARE, "b", Item.TOPIC + BAKERY)
    assert Rule.COMMON_GROUND not in s.why("b", "a")


def test_questions_pile_up_until_something_is_told_in_return():
    s = scene().circle("ab")
    for count in (1, 2, 3):
        assert s.say("a", Act.ASK, "b", Item.NEED).tie("b", "a", "unreturned") == count
    assert s.say("a", Act.SHARE, "b", Item.WORK).tie("b", "a", "unreturned") == 1
    assert s.say("a", Act.SHARE, "b", Item.WORK).tie("b", "a", "unreturned") == 0


def test_a_question_put_to_one_of_three_is_counted_by_him_alone():
    s = scene().circle("abc").say("a", Act.ASK, "b", Item.NEED)
    assert (s.tie("b", "a", "unreturned"), s.tie("c", "a", "unreturned")) == (1, 0)


def test_buy_me_buy_me_buy_me():
    s = scene(pitched=0.1, pitched_again=0.5).circle("ab")
    weights = [s.say("a", Act.PITCH, "b", Item.OFFER).why("b", "a")[Rule.PITCHED][0] for _ in range(3)]
    assert weights == pytest.approx([-0.1, -0.15, -0.2])
    assert s.tie("b", "a", "pitches") == 3


def test_a_pitch_is_wanted_by_whoever_asked_the_first_time():
    s = scene().circle("ab").say("b", Act.ASK, "a", Item.OFFER).say("a", Act.PITCH, "b", Item.OFFER)
    assert set(s.why("b", "a")) >= {Rule.PITCH_WANTED}
    s.say("b", Act.ASK, "a", Item.OFFER).say("a", Act.PITCH, "b", Item.OFFER)
    assert Rule.PITCHED in s.why("b", "a")


def test_a_pitch_is_wanted_where_it_meets_a_known_need_of_somebody_who_trusts():
    known = 1 << Item.NEED
    for trust, knows, rule in ((0.5, known, Rule.PITCH_WANTED), (0.0, known, Rule.PITCHED), (0.5, 0, Rule.PITCHED)):
        s = scene().person("a", offer=GRANTS).person("b", need=GRANTS).circle("ab")
        s.set("a", "b", known=knows).set("b", "a", trust=trust)
        assert rule in s.say("a", Act.PITCH, "b", Item.OFFER).why("b", "a")


def test_help_that_meets_a_need_leaves_something_owed():
    s = scene(helped=0.1, limit=0.4).person("a", offer=GRANTS).person("b", need=GRANTS).circle("ab")
    s.say("a", Act.OFFER, "b", Item.OFFER)
    assert s.why("b", "a")[Rule.HELPED][0] == pytest.approx(0.1)
    assert s.tie("b", "a", "owed") == 1
    assert s.tie("a", "b", "offered")
    assert s.say("a", Act.OFFER, "b", Item.OFFER).why("b", "a")[Rule.HELPED][0] == pytest.approx(0.05 * (1 - 0.1 / 0.4))


def test_a_card_is_taken_back_at_once_but_kept_only_by_whoever_knows_and_likes_the_giver():
    early = scene(card_soon_s=60).circle("ab").say("a", Act.CARD, "b")
    assert (early.tie("a", "b", "card"), early.tie("b", "a", "card")) == (True, False)
    assert Rule.CARD_TOO_SOON in early.why("b", "a")
    late = scene(card_soon_s=60).circle("ab").run(70).say("a", Act.CARD, "b")
    assert (late.tie("a", "b", "card"), late.tie("b", "a", "card")) == (True, True)
    assert sorted(late.told(Event.CARD)) == [("a", "b"), ("b", "a")]
    assert Rule.CARD_TOO_SOON not in late.why("b", "a")
    cold = scene(card_soon_s=60).circle("ab").set("b", "a", liking=-0.5).run(70).say("a", Act.CARD, "b")
    assert not cold.tie("b", "a", "card")


def test_a_human_is_left_holding_the_card_and_his_own_is_gone():
    s = scene("b").circle("ab").say("a", Act.CARD, "b")
    assert (s.tie("a", "b", "card"), s.tie("b", "a", "card")) == (True, True)


def test_a_card_counts_once():
    s = scene(card_soon_s=0).circle("ab").say("a", Act.CARD, "b").say("a", Act.CARD, "b")
    assert s.told(Event.CARD) == []


def test_whoever_has_long_wanted_out_feels_held_by_the_one_who_talks_at_them():
    s = scene(trapped=0.01, trapped_after_s=30).circle("abc").run(5)
    s.person("b", wants_out=s.world.tick, patience=-100).person("c", wants_out=s.world.tick, patience=-100)
    assert Rule.TRAPPED not in s.say("a", Act.ASK, "b", Item.NEED).why("b", "a")
    s.run(30).say("a", Act.SHARE, "b", Item.WORK)
    seconds = float((s.rows(Event.ENDED)["tick"] - s.rows(Event.SAID)["tick"])[0]) / 4
    assert s.why("b", "a")[Rule.TRAPPED][0] == pytest.approx(-0.01 * seconds, rel=0.05)
    assert Rule.TRAPPED not in s.why("c", "a")


def test_patience_drains_by_the_second_and_then_one_wants_out():
    s = scene().circle("ab").person("b", patience=10).run(9)
    assert s.of("b", "wants_out") == -1
    s.run(2)
    assert s.of("b", "wants_out") > 0
    assert s.told(Event.WANTS_OUT) == [("b", "")]


def test_a_human_never_wants_out_by_himself():
    assert scene("b").circle("ab").person("b", patience=-50).run(3).of("b", "wants_out") == -1


def test_whoever_wants_out_leaves_only_at_a_transition_place_and_if_he_dares():
    shy, bold = scene(), scene()
    for s, nerve in ((shy, 0.0), (bold, 1.0)):
        s.circle("abc").person("b", patience=-1, nerve=nerve).run(1)
        s.begin("a", Act.SHARE, "c", Item.WORK).run(3)
        assert s.circles() == ["abc"]
        for _ in range(12):
            s.end().say("a", Act.GREET, "c")
    assert not shy.of("b", "parting")
    assert bold.of("b", "parting")


# what makes no sense is not done


def test_nobody_follows_up_on_what_was_never_said():
    s = scene("a").circle("ab").beat()
    s.step(s.do("a", Do.SAY, "b", act=Act.FOLLOW_UP, item=Item.NEED))
    assert s.of("a", "bid_do") == -1
    s.say("b", Act.SHARE, "a", Item.NEED)
    s.step(s.do("a", Do.SAY, "b", act=Act.FOLLOW_UP, item=Item.NEED))
    assert s.of("a", "bid_do") == Do.SAY


def test_nobody_says_back_what_was_not_told():
    s = scene("a").circle("ab")
    s.step(s.do("a", Do.SAY, "b", act=Act.PARAPHRASE))
    assert s.of("a", "bid_do") == -1
    s.say("b", Act.SHARE, "a", Item.WORK).step(s.do("a", Do.SAY, "b", act=Act.PARAPHRASE, item=Item.WORK))
    assert s.of("a", "bid_do") == Do.SAY


def test_nobody_says_back_what_he_has_not_taken_in():
    s = scene("a").circle("ab").person("a", memory=0.0).say("b", Act.SHARE, "a", Item.WORK)
    s.step(s.do("a", Do.SAY, "b", act=Act.PARAPHRASE, item=Item.WORK))
    assert s.of("a", "bid_do") == -1


def test_nobody_remembers_what_was_not_learned():
    s = scene("a").circle("ab")
    s.step(s.do("a", Do.SAY, "b", act=Act.REMEMBER, item=Item.NEED))
    assert s.of("a", "bid_do") == -1
    s.set("a", "b", known=1 << Item.NEED).step(s.do("a", Do.SAY, "b", act=Act.REMEMBER, item=Item.NEED))
    assert s.of("a", "bid_do") == Do.SAY


def test_words_do_not_reach_another_circle():
    s = scene("a").circle("ab").circle("ce")
    s.step(s.do("a", Do.SAY, "c", act=Act.GREET))
    assert s.of("a", "bid_do") == -1


@pytest.mark.parametrize("third", "abce")
def test_gossip_is_about_a_third_person_one_has_heard_of(third):
    s = scene("a").circle("ab")
    for name, heard_of in (("a", True), ("b", True), ("c", True), ("e", False)):
        s.set("a", name, known=heard_of)
    s.step(s.do("a", Do.SAY, "b", act=Act.GOSSIP, about=s.who(third)))
    assert (s.of("a", "bid_do") == Do.SAY) == (third == "c")


def test_only_those_met_can_be_marked_and_only_with_marks_there_are():
    s = scene("a").circle("ab")
    s.step(s.do("a", Do.MARK, "b", item=3), s.do("a", Do.MARK, "c", item=1))
    assert (s.tie("a", "b", "mark"), s.tie("a", "c", "mark")) == (3, 0)
    s.step(s.do("a", Do.MARK, "b", item=77))
    assert s.tie("a", "b", "mark") == 3
