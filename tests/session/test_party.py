"""An evening with many humans, and the weeks of each: who sees what, who is dealt what, and what is nobody else's."""

from pathlib import Path

import numpy as np
import pytest

from game import scenario as scenarios
from game.model.commands import Command, Do
from game.model.feed.opening import in_rows
from game.session import debriefing, viewing
from game.session.guests import with_guests
from game.session.mornings import MORNINGS
from game.session.party import Party
from game.session.party_told import cards, figures
from game.session.party_weeks import PartyWeeks
from game.talk.words import Words

SCENARIO = "first_five_minutes"
STYLES = ("listener", "promoter", "collector", "giver")


def party(words: Words, places: int = 4, seed: int = 5) -> Party:
    opened = Party(scenarios.load(SCENARIO), seed, words, places)
    for number in range(places):
        opened.let_in(opened.free_place(), f"Guest {number}")
    return opened


@pytest.fixture(scope="module")
def words() -> Words:
    return Words()


@pytest.fixture(scope="module")
def ended(words: Words) -> Party:
    """An evening that four styles have played in the place of four humans."""
    played = party(words)
    for player, style in zip(played.players, STYLES, strict=True):
        played.let_play(player, style)
    while not played.over:
        played.step([])
    played.close()
    played.settle()
    return played


def lived(ended: Party, players: list[int], styles: list[str], morning: str = "nothing") -> PartyWeeks:
    weeks = PartyWeeks(ended, players, styles, [morning] * len(players))
    while not weeks.over:
        weeks.hour(players)
    return weeks


def texts(weeks: PartyWeeks, player: int) -> list[str]:
    """What stands on a player's timeline."""
    return [item.text for item in weeks.feeds[player].items()]


# the evening


def test_everybody_is_dealt_a_life_of_their_own_and_the_same_place_the_same_one(words: Words) -> None:
    scenario = scenarios.load(SCENARIO)
    guests = with_guests(scenario, words, 30).people[-29:]
    assert guests == with_guests(scenario, words, 60).people[len(scenario.people) + 2 :][:29]
    assert len({(guest.work, guest.need, guest.offer) for guest in guests}) == 29
    assert all(guest.need and guest.offer and guest.need.topic != guest.offer.topic for guest in guests)


def test_a_place_is_empty_until_somebody_is_let_in(words: Words) -> None:
    opened = Party(scenarios.load(SCENARIO), 5, words, 3)
    first = opened.free_place()
    opened.let_in(first, "Ana")
    for _ in range(20):
        opened.step([])
    seen = {person.id for person in viewing.room_view(opened.seen_by(first), "evening", False).people}
    assert first in seen and not set(opened.players[1:]) & seen


def test_a_name_of_several_words_is_one_name(words: Words) -> None:
    opened = party(words)
    for player in opened.players:
        opened.rename(player, "Ana Maria 2")
        assert opened.roster.person(player).first_name == "Ana Maria 2"


def test_each_player_sees_the_evening_with_their_own_eyes(words: Words) -> None:
    opened = party(words)
    one, other, *_ = opened.players
    for _ in range(400):
        walk = [Command(-1, one, Do.APPROACH, 3)] if opened.world.people.formation[one] < 0 else []
        opened.step(walk)
    mine, theirs = (viewing.room_view(opened.seen_by(player), "evening", False) for player in (one, other))
    assert mine.me == one and theirs.me == other
    assert {note.person for note in mine.notebook} != {note.person for note in theirs.notebook}
    assert not [line for line in viewing.history(opened.seen_by(other)) if line.speaker == one]


def test_each_debrief_is_about_the_one_it_is_told_to(ended: Party) -> None:
    found = figures(ended)
    for player in ended.players:
        told = debriefing.debrief(ended.seen_by(player), "", "", None)
        assert told.player == ended.roster.person(player).name
        assert (told.totals.cards, told.totals.relationships) == (found[player].cards, found[player].relationships)
    assert cards(ended) == {player: row.cards for player, row in found.items()}


def test_whoever_is_sent_for_comes_once(words: Words) -> None:
    opened = party(words)
    people = opened.world.people
    before = int(people.expected.sum())
    assert opened.send_for("promoter") and not opened.send_for("promoter")
    assert int(people.expected.sum()) == before + 1


def test_the_evening_goes_on_in_the_same_way_after_it_was_frozen(words: Words) -> None:
    opened = party(words)
    for _ in range(200):
        opened.step([])
    again = party(words)
    arrays, plain = opened.freeze()
    again.thaw(arrays, plain, list(opened.lines))
    for _ in range(200):
        opened.step([])
        again.step([])
    assert opened.digest() == again.digest()


# the weeks


def test_a_host_is_in_the_player_s_row_and_the_player_in_theirs() -> None:
    assert in_rows(4, np.array([0, 2])).tolist() == [[0, 1, 2, 3], [2, 1, 0, 3]]


def test_the_weeks_of_one_are_the_same_whoever_else_lives_theirs(ended: Party) -> None:
    alone = lived(ended, ended.players[1:2], ["giver"])
    together = lived(ended, ended.players[:3], ["promoter", "giver", "lurker"])
    assert alone.told()[ended.players[1]] == together.told()[ended.players[1]]
    assert texts(alone, ended.players[1]) == texts(together, ended.players[1])


def test_other_humans_are_not_on_anybody_s_network(ended: Party) -> None:
    weeks = lived(ended, ended.players, ["engager"] * 4)
    names = {ended.roster.person(player).name for player in ended.players}
    for player in ended.players:
        others = names - {ended.roster.person(player).name}
        written = texts(weeks, player)
        assert written and not [text for text in written for name in others if name in text]


def test_who_promotes_all_month_has_nobody_and_who_listens_has_somebody(ended: Party) -> None:
    told = lived(ended, ended.players[:2], ["listener", "promoter"]).told()
    listener, promoter = (told[player] for player in ended.players[:2])
    assert promoter.relationships < listener.relationships / 5
    assert promoter.answered_first < listener.answered_first / 5


@pytest.mark.parametrize("morning", MORNINGS)
def test_what_is_done_on_the_first_morning_leaves_its_mark(ended: Party, morning: str) -> None:
    nothing, chosen = (PartyWeeks(ended, ended.players, ["lurker"] * 4, [kind] * 4) for kind in ("nothing", morning))
    for _ in range(12):
        nothing.hour()
        chosen.hour()
    assert (nothing.digest() == chosen.digest()) == (morning == "nothing")


def test_a_mass_mail_costs_more_liking_than_lines_to_each(ended: Party) -> None:
    collector = ended.players[STYLES.index("collector")]
    liking = {}
    for morning in ("personal", "mass"):
        weeks = PartyWeeks(ended, [collector], ["lurker"], [morning])
        for _ in range(48):
            weeks.hour()
        met = weeks.net.audience.met & weeks.net.audience.there
        liking[morning] = float(weeks.net.audience.liking[met].mean())
    assert liking["mass"] < liking["personal"]


def test_no_file_of_the_home_is_touched(ended: Party, home: Path) -> None:
    assert ended.over and not home.exists()
