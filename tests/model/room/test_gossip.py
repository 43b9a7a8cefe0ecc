"""How word of somebody travels: with its source, weaker at second hand, and never back to where it came from."""

import pytest

from game.model.acts import Act, Item
from game.model.events import Event
from game.model.room import feelings
from tests.model.scene import Scene, still

ROOM = ("######D####", "#.........#", "#..a.b..i.#", "#..c.e....#", "#..f.g....#", "###########")


def scene(**changes: object) -> Scene:
    """a cannot stand i, and stands with b."""
    s = Scene(*ROOM, params=still(**changes)).circle("ab")
    return s.set("a", "i", liking=-1.5, met=True, known=1)


def sources(s: Scene, of: str, about: str = "i") -> dict[str, float]:
    pairs = zip(s.tie(of, about, "source"), s.tie(of, about, "word"), strict=True)
    return {s.names[who]: pytest.approx(float(word), abs=1e-3) for who, word in pairs if who >= 0}


def opinion(s: Scene, of: str, about: str = "i") -> float:
    return float(feelings.opinion(s.world, s.all(of), s.all(about))[0])


def test_a_bad_word_reaches_its_hearer_under_the_tellers_name():
    s = scene().say("a", Act.GOSSIP, "b", about="i")
    # certainty 1, credit .5 + .4, salience 1 (negativity 2)
    assert sources(s, "b") == {"a": -0.9 * 0.9}
    (told,) = s.rows(Event.TOLD)
    assert (told["actor"], told["other"], told["about"]) == (s.who("a"), s.who("b"), s.who("i"))
    assert told["value"] == pytest.approx(-0.81)


def test_it_moves_what_the_hearer_expects_and_not_his_own_liking():
    s = scene(hearsay=0.8).say("a", Act.GOSSIP, "b", about="i")
    assert opinion(s, "b") == pytest.approx(-0.81 * 0.8)
    assert s.tie("b", "i", "liking") == 0


def test_knowing_somebody_oneself_fades_what_was_heard():
    s = scene(hearsay=0.8, hearsay_s=240).say("a", Act.GOSSIP, "b", about="i").set("b", "i", minutes=4)
    assert opinion(s, "b") == pytest.approx(-0.81 * 0.8 / 2)


def test_without_gossip_nobodys_word_counts():
    s = scene(hearsay_on=False).say("a", Act.GOSSIP, "b", about="i")
    assert opinion(s, "b") == 0


def test_whoever_does_not_listen_hears_nothing():
    s = scene().person("b", memory=0).say("a", Act.GOSSIP, "b", about="i")
    assert sources(s, "b") == {}


def test_saying_it_again_adds_nothing():
    s = scene().say("a", Act.GOSSIP, "b", about="i")
    once = opinion(s, "b")
    assert opinion(s.say("a", Act.GOSSIP, "b", about="i"), "b") == pytest.approx(once)


def passed_on(s: Scene, *tellings: tuple[str, str]) -> Scene:
    """Each teller meets each hearer in a circle of their own, one after the other."""
    for teller, hearer in tellings:
        for name in teller + hearer:
            if s.of(name, "formation") >= 0:
                s.say(name, Act.GOODBYE)
        s.circle(teller + hearer).say(teller, Act.GOSSIP, hearer, about="i")
    return s


def test_word_passed_on_keeps_its_source_and_loses_half_its_weight():
    s = passed_on(scene(relay=0.5), ("a", "b"), ("b", "c"))
    assert sources(s, "c") == {"a": -0.405}


def test_one_story_by_two_ways_is_one_voice():
    s = passed_on(scene(relay=0.5), ("a", "b"), ("a", "c"), ("b", "e"))
    once = opinion(s, "e")
    assert once < 0
    assert opinion(passed_on(s, ("c", "e")), "e") == pytest.approx(once)


def test_two_who_know_him_are_two_voices():
    s = scene().set("f", "i", liking=-1.5, met=True, known=1)
    passed_on(s, ("a", "b"), ("f", "b"))
    assert set(sources(s, "b")) == {"a", "f"}
    assert float(s.tie("b", "i", "hearsay")) == pytest.approx(-1.5)  # −1.62, at the limit


def test_nobody_is_told_his_own_story():
    s = scene().say("a", Act.GOSSIP, "b", about="i").say("b", Act.GOSSIP, "a", about="i")
    assert s.told(Event.TOLD) == []
    assert sources(s, "a") == {}


def test_nobody_hears_gossip_about_himself():
    s = Scene(*ROOM, params=still()).circle("abi").set("a", "i", liking=-1.5)
    s.say("a", Act.GOSSIP, "b", about="i")
    assert sources(s, "i") == {}
    assert sources(s, "b") != {}


def test_a_rivals_bad_word_counts_less():
    plain = scene().say("a", Act.GOSSIP, "b", about="i")
    rival = scene(rival=0.5).person("a", offer=2).person("i", offer=2).say("a", Act.GOSSIP, "b", about="i")
    assert float(rival.tie("b", "i", "hearsay")) == pytest.approx(0.5 * float(plain.tie("b", "i", "hearsay")))


def test_a_rivals_good_word_counts_in_full():
    words = []
    for offer in (-1, 2):
        s = scene(rival=0.5).person("a", offer=2).person("i", offer=offer).set("a", "i", liking=1.5)
        words.append(float(s.say("a", Act.GOSSIP, "b", about="i").tie("b", "i", "hearsay")))
    assert words[0] == words[1] > 0


def test_an_introduction_tells_who_and_what_he_offers_and_vouches_for_him():
    s = scene(vouch=0.3, single_voice=0.4).person("i", offer=2).person("b", need=2)
    s.say("a", Act.INTRODUCE, "b", Item.OFFER, about="i")
    assert s.knows("b", "i", Item.NAME)
    assert s.knows("b", "i", Item.OFFER)
    assert sources(s, "b") == {"a": 0.3}
    assert float(s.tie("b", "i", "hearsay")) == pytest.approx(0.3 * 0.4)


def test_a_human_is_told_the_facts_and_makes_up_his_own_mind():
    s = scene().person("b", human=True).say("a", Act.INTRODUCE, "b", Item.OFFER, about="i")
    assert s.knows("b", "i", Item.OFFER)
    assert sources(s, "b") == {}
    assert sources(s.say("a", Act.GOSSIP, "b", about="i"), "b") == {}
