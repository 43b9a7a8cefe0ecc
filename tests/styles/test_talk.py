"""What people say when it is their turn: to the point, and true."""

import numpy as np
import pytest

from game.model.acts import Act, Item
from game.model.orders import Orders
from game.model.room.formations import Floor
from game.styles import marks, table, talk
from tests.model.scene import Scene, still

ROOM = ("#######D####", "#..........#", "#..a.b.....#", "#....c...e.#", "#....f.....#", "############")
ROOMS = 120
BAKERY, GRANTS = 1, 3  # topics


def scene(style: str = "ordinary", names: str = "ab", **changes: object) -> Scene:
    """The same scene in many rooms; a has a style."""
    s = Scene(*ROOM, params=still(**changes), rooms=ROOMS).circle(names)
    table.adopt(s.world.people, s.all("a"), style)
    return s


def adopted(s: Scene, style: str) -> Scene:
    table.adopt(s.world.people, s.all("a"), style)
    return s


def says(s: Scene, name: str = "a") -> Orders:
    """What `name` would say, in each room."""
    f, who = s.world.formations, s.all(name)
    slot = s.world.people.formation[who]
    f.floor[slot], f.holder[slot] = Floor.GIVEN, who
    return talk.speak(s.world, who)


def acts(s: Scene) -> set[Act]:
    return {Act(act) for act in says(s).act}


def share(s: Scene, act: Act) -> float:
    return float((says(s).act == act).mean())


def test_the_first_word_is_a_greeting():
    s = scene()
    assert acts(s) == {Act.GREET}
    s.world.formations.brief[:] = 100
    assert acts(s) == {Act.PASS_BY}


def test_words_go_to_somebody_in_the_circle():
    s = scene(names="abc")
    said = says(s.say("b", Act.GREET, "a"))
    assert set(said.to % s.world.capacity) == {s.who("b"), s.who("c")}
    assert (said.to // s.world.capacity == np.arange(ROOMS)).all()


def asked(style: str, item: int, act: Act = Act.ASK, **changes: object) -> Orders:
    s = scene(style, **changes).person("a", stories=1 << BAKERY, interests=1 << BAKERY, need=GRANTS)
    if act == Act.FOLLOW_UP:
        s.person("b", hook_who=-1)
        for name in ("hook_who", "hook_item"):
            getattr(s.world.people, name)[s.all("b"), 0] = s.all("a") if name == "hook_who" else item
    return says(s.say("b", act, "a", item))


@pytest.mark.parametrize("style", ["ordinary", "listener", "giver", "quiet", "collector", "flatterer", "wallflower"])
def test_whoever_is_asked_answers_the_one_who_asked_and_what_was_asked(style):
    said = asked(style, Item.WORK)
    assert set(said.act) == {Act.ANSWER}
    assert set(said.item) == {Item.WORK}
    assert (said.to % 5 == 1).all()


def test_a_question_on_a_topic_is_answered_with_a_story_if_there_is_one():
    assert set(asked("ordinary", Item.TOPIC + BAKERY).item) == {Item.STORY + BAKERY}
    assert set(asked("ordinary", Item.TOPIC + GRANTS).item) == {Item.TOPIC + GRANTS}


def test_the_answer_to_a_follow_up_may_show_a_need():
    shown = asked("ordinary", Item.WORK, Act.FOLLOW_UP, reveal_need=0.4).item == Item.NEED
    assert shown.mean() == pytest.approx(0.4, abs=0.15)
    assert not (asked("ordinary", Item.WORK, Act.FOLLOW_UP, reveal_need=0.0).item == Item.NEED).any()
    assert not (asked("ordinary", Item.WORK, Act.ASK, reveal_need=1.0).item == Item.NEED).any()


def test_a_promoter_often_answers_with_a_pitch_an_interrogator_with_nothing_and_a_mute_not_at_all():
    assert Act.PITCH in set(asked("promoter", Item.WORK).act)
    assert set(asked("interrogator", Item.WORK).act) == {Act.DEFLECT}
    assert set(asked("mute", Item.WORK).act) == {Act.SILENCE}


def test_having_answered_one_may_ask_back_the_same():
    s = scene(mirror=1.0).person("a", asks_back=1)
    said = says(s.say("b", Act.ASK, "a", Item.NEED).say("a", Act.ANSWER, "b", Item.NEED))
    assert set(said.act) == {Act.MIRROR}
    assert set(said.item) == {Item.NEED}


def test_whoever_means_to_leave_says_so_and_gives_a_reason_if_he_wants_out():
    s = scene().say("b", Act.GREET, "a").person("a", parting=True)
    assert acts(s) == {Act.GOODBYE}
    assert acts(s.person("a", wants_out=1)) == {Act.EXCUSE}


def test_one_follows_up_only_on_what_one_has_heard():
    s = scene("listener").say("b", Act.GREET, "a")
    assert share(s, Act.FOLLOW_UP) == 0
    s.say("b", Act.SHARE, "a", Item.NEED)
    said = says(s)
    follows = said.act == Act.FOLLOW_UP
    assert follows.mean() > 0.2
    assert set(said.item[follows]) == {Item.NEED}


def test_one_says_back_only_what_has_just_been_told():
    s = scene("listener").say("b", Act.GREET, "a")
    assert share(s, Act.PARAPHRASE) == 0
    assert share(s.say("b", Act.SHARE, "a", Item.WORK), Act.PARAPHRASE) > 0.1


def test_help_is_offered_to_those_whose_need_one_knows_and_once():
    s = scene("giver").person("a", offer=GRANTS).person("b", need=GRANTS).say("b", Act.GREET, "a")
    assert share(s, Act.OFFER) == 0
    s.set("a", "b", known=1 << Item.NEED)
    assert share(s, Act.OFFER) > 0.3
    generous, ordinary = share(s, Act.OFFER), share(adopted(s, "ordinary"), Act.OFFER)
    assert generous > ordinary > 0
    assert share(adopted(s, "giver").set("a", "b", offered=True), Act.OFFER) == 0


def test_people_are_brought_together_who_fit_and_only_if_one_knows_it():
    s = scene("giver").person("e", offer=GRANTS).person("b", need=GRANTS).say("b", Act.GREET, "a")
    s.set("a", "b", known=1 << Item.NEED)
    assert share(s, Act.INTRODUCE) == 0
    s.set("a", "e", known=1 << Item.OFFER)
    said = says(s)
    brings = said.act == Act.INTRODUCE
    assert brings.mean() > 0.2
    assert set(said.about[brings] % 5) == {s.who("e")}
    s.person("e", present=False)
    assert share(s, Act.INTRODUCE) == 0


def test_gossip_is_about_somebody_absent_one_has_a_strong_opinion_of():
    s = scene(gossip=50.0, gossip_from=0.7).person("a", gossip=2).say("b", Act.GREET, "a")
    assert share(s, Act.GOSSIP) == 0
    s.set("a", "e", met=True, liking=-1.5).set("a", "f", met=True, liking=-0.2).set("a", "b", liking=-2.0)
    said = says(s)
    tells = said.act == Act.GOSSIP
    assert tells.mean() > 0.5
    assert set(said.about[tells] % 5) == {s.who("e")}


def test_nobody_tells_the_same_person_twice_nor_when_gossip_is_taken_away():
    s = scene(gossip=50.0).person("a", gossip=2).set("a", "e", met=True, liking=-1.5, known=1).say("b", Act.GREET, "a")
    assert share(s.say("a", Act.GOSSIP, "b", about="e"), Act.GOSSIP) == 0
    quiet = scene(gossip=50.0, hearsay_on=False).person("a", gossip=2).set("a", "e", met=True, liking=-1.5)
    assert share(quiet.say("b", Act.GREET, "a"), Act.GOSSIP) == 0


def test_whoever_has_asked_much_is_the_readier_to_tell_something():
    few, many = scene("listener"), scene("listener").set("b", "a", unreturned=6)
    for s in (few, many):
        s.person("a", interests=0b111).say("b", Act.GREET, "a")
    assert share(many, Act.SHARE) > share(few, Act.SHARE) + 0.1


def test_nobody_hands_the_same_person_a_second_card():
    s = scene("collector").say("b", Act.GREET, "a").run(1)
    assert share(s, Act.CARD) > 0.2
    assert share(s.set("a", "b", card=True), Act.CARD) == 0


def test_somebody_remembered_from_earlier_is_told_so_early_in_the_second_talk():
    s = scene("listener").say("b", Act.GREET, "a")
    s.set("a", "b", minutes=3, known=0b11)
    assert share(s, Act.REMEMBER) > 0.2
    assert share(s.set("a", "b", recalled=True), Act.REMEMBER) == 0


# what is decided in the end


def test_players_of_a_style_mark_whom_they_met_and_humans_decide_for_themselves():
    for human in (False, True):
        s = Scene(*ROOM, params=still(friend_minutes=1, outcome_minutes=0.5, friend_liking=0.0, own_side=0.5))
        s.person("a", player=True, human=human)
        for other, liking in (("b", 1.0), ("c", -0.2), ("e", -2.0)):
            s.set("a", other, met=True, minutes=3, known=0b111, liking=liking)
        decided = marks.decide(s.world)
        got = {s.names[to]: int(item) for to, item in zip(decided.to, decided.item, strict=True)}
        assert got == ({} if human else {"b": 1, "c": 1, "e": 8})
