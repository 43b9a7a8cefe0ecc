"""What a player sees and could say, all through an evening."""

import numpy as np
import pytest

from game.model.acts import Act, Item
from game.model.commands import Command, Do
from game.model.events import EVENT, REASON, Evasion, Event
from game.model.room import circle
from game.model.room.formations import Floor
from game.model.social.rules import Rule
from game.session import captions, start, viewing
from game.session.project import CLOSED_TICKS
from game.session.roster import Roster, knows, tie
from game.session.session import Session
from game.session.views import RoomView
from game.talk.words import Words
from tests.session.hands import play, the_nth


@pytest.fixture(scope="module")
def evening_views(tmp_path_factory: pytest.TempPathFactory) -> list[RoomView]:
    """Every view in which the player had to choose, over a whole evening."""
    from game.session.evening import Evening

    path = start.scenarios.find("chamber_mixer")
    scenario = start.scenarios.read(path.read_text(encoding="utf-8"))
    session = Session("", Evening(scenario, 3, "human", Words()), None)
    session.answer_first_question("")
    seen: list[RoomView] = []

    def pick(view: RoomView) -> object:
        seen.append(view)
        return the_nth(5)(view)

    play(session, pick, until=3600)
    return seen


def test_there_are_at_most_nine_numbered_choices_then_listening_and_leaving(
    evening_views: list[RoomView],
) -> None:
    for view in evening_views:
        keys = [choice.key for choice in view.choices]
        assert keys[-2:] == ["L", "Esc"]
        assert keys[:-2] == sorted(set(keys[:-2]) & set("123456789"))


def test_pitching_and_handing_out_the_card_are_always_among_the_choices(
    evening_views: list[RoomView],
) -> None:
    for view in evening_views:
        assert {Act.PITCH, Act.CARD} <= {choice.command.act for choice in view.choices}


KINDS = {
    "1": {Act.GREET, Act.MIRROR, Act.FOLLOW_UP},
    "2": {Act.ASK_WORK, Act.ASK},
    "3": {Act.ASK},
    "4": {Act.PARAPHRASE, Act.FOLLOW_UP},
    "5": {Act.ANSWER, Act.SHARE},
    "6": {Act.OFFER, Act.INTRODUCE, Act.REMEMBER, Act.PRAISE},
    "7": {Act.PITCH},
    "8": {Act.CARD},
    "9": {Act.GOSSIP, Act.BOAST},
}


def test_a_number_stands_for_one_kind_of_thing_to_say_all_evening(evening_views: list[RoomView]) -> None:
    for view in evening_views:
        for choice in view.choices:
            assert choice.command.act in KINDS.get(choice.key, {-1})


def test_no_two_choices_read_the_same(evening_views: list[RoomView]) -> None:
    for view in evening_views:
        labels = [choice.label for choice in view.choices]
        assert len(labels) == len(set(labels))


def test_while_somebody_speaks_the_choices_stay_what_they_are(evening: Session) -> None:
    circle, f = in_a_circle(evening), evening.evening.world.formations
    seen: dict[tuple[int, int], set[tuple[tuple[str, str], ...]]] = {}
    for _ in range(400):
        if evening.waiting:
            evening.submit(Command(-1, 0, Do.LISTEN))
        evening.tick()
        choices = viewing.choices_open(evening.evening)
        if f.floor[circle] == Floor.HELD and choices:
            turn = int(f.holder[circle]), int(f.started[circle])
            seen.setdefault(turn, set()).add(tuple((choice.key, choice.label) for choice in choices))
    assert seen
    assert all(len(labels) == 1 for labels in seen.values())


def test_every_choice_has_a_label_and_every_saying_a_sentence(evening_views: list[RoomView]) -> None:
    for view in evening_views:
        for choice in view.choices:
            assert choice.label
            assert bool(choice.text) == (choice.command.do == Do.SAY)


def test_listening_and_asking_come_to_unlock_more_than_there_was_at_first(
    evening_views: list[RoomView],
) -> None:
    offered = {Act(c.command.act) for view in evening_views for c in view.choices if c.command.act >= 0}
    assert {Act.FOLLOW_UP, Act.SHARE, Act.PARAPHRASE, Act.PRAISE} <= offered


def in_a_circle(session: Session) -> int:
    """Play until the player must choose; the formation."""
    play(session, the_nth(1), until=1)
    while not session.waiting:
        if session.evening.tick % 40 == 0:
            session.submit(Command(-1, 0, Do.APPROACH, 1 + session.evening.tick // 40 % 5))
        session.tick()
    return int(session.evening.world.people.formation[0])


def offered(session: Session) -> list[tuple[int, int, int]]:
    """Act, item and third person of every choice that says something."""
    commands = [choice.command for choice in viewing.choices_open(session.evening)]
    return [(c.act, c.item, c.about) for c in commands if c.do == Do.SAY]


def test_a_question_put_to_the_player_can_be_answered(evening: Session) -> None:
    circle, f = in_a_circle(evening), evening.evening.world.formations
    assert (Act.ANSWER, Item.NEED, -1) not in offered(evening)
    f.due[circle], f.asker[circle], f.asked_item[circle] = (
        0,
        f.members[circle][f.members[circle] > 0][0],
        Item.NEED,
    )
    assert (Act.ANSWER, Item.NEED, -1) in offered(evening)


def test_what_was_just_asked_is_not_offered_again_while_it_is_being_answered(evening: Session) -> None:
    circle, world = in_a_circle(evening), evening.evening.world
    partner = int(world.formations.members[circle][world.formations.members[circle] > 0][0])
    world.ties.known[tie(world, 0, partner)] = 1 << Item.NAME
    world.formations.due[circle] = world.formations.last_speaker[circle] = partner
    assert (Act.ASK_WORK, Item.WORK, -1) in offered(evening)
    world.formations.asker[circle], world.formations.asked_item[circle] = 0, Item.WORK
    assert (Act.ASK_WORK, Item.WORK, -1) not in offered(evening)


def owing(session: Session) -> int:
    """The player owes an answer; the one who asked."""
    circle, f = in_a_circle(session), session.evening.world.formations
    asker = int(f.members[circle][f.members[circle] > 0][0])
    f.due[circle], f.asker[circle], f.asked_item[circle] = 0, asker, Item.NEED
    session.evening.world.ties.known[tie(session.evening.world, 0, asker)] |= 1 << Item.NAME
    return asker


def test_who_owes_an_answer_is_told_to_whom_and_what_listening_would_be(evening: Session) -> None:
    assert evening.view().asked == ""
    name = evening.evening.roster.person(owing(evening)).first_name
    view = viewing.room_view(evening.evening, "evening", True)
    assert view.asked.startswith(f"{name} asked you")
    assert next(choice.label for choice in view.choices if choice.key == "L") == "Leave it unanswered"


def test_a_question_left_unanswered_is_a_silence_that_is_told_and_not_said(evening: Session) -> None:
    name = evening.evening.roster.person(owing(evening)).first_name
    evening.submit(Command(-1, 0, Do.LISTEN))
    for _ in range(6):
        evening.tick()
    view = evening.view()
    assert view.narration == f"You leave {name}’s question unanswered."
    assert [line for line in view.lines if line.mine] == []
    assert not view.people[0].speaking


def test_a_need_the_player_learned_of_unlocks_the_offer_and_the_introduction_that_meet_it(
    evening: Session,
) -> None:
    circle, world = in_a_circle(evening), evening.evening.world
    partner = next(int(m) for m in world.formations.members[circle] if m > 0)
    third = partner % 5 + 1
    world.people.need[partner] = world.people.offer[0] = world.people.offer[third] = 2
    world.people.present[third] = True
    world.formations.members[circle][2:] = -1
    world.ties.known[tie(world, 0, third)] |= 1 << Item.OFFER
    offer, introduction = (Act.OFFER, Item.OFFER, -1), (Act.INTRODUCE, Item.NEED, third)
    assert not {offer, introduction} & set(offered(evening))
    world.ties.known[tie(world, 0, partner)] |= 1 << Item.NEED
    assert offer in offered(evening)
    world.people.offer[0] = -1
    assert introduction in offered(evening)


def test_what_was_heard_can_be_followed_up_on(evening: Session) -> None:
    circle, world = in_a_circle(evening), evening.evening.world
    partner = next(int(m) for m in world.formations.members[circle] if m > 0)
    world.people.hook_who[0], world.people.hook_item[0] = -1, -1
    world.formations.turns[circle] = 1
    assert Act.FOLLOW_UP not in [act for act, _, _ in offered(evening)]
    world.people.hook_who[0, 0], world.people.hook_item[0, 0] = partner, Item.WORK
    assert (Act.FOLLOW_UP, Item.WORK, -1) in offered(evening)


def test_while_the_player_is_talking_there_is_nothing_to_choose(evening: Session) -> None:
    circle, f = in_a_circle(evening), evening.evening.world.formations
    f.floor[circle], f.holder[circle] = Floor.HELD, 0
    assert viewing.choices_open(evening.evening) == ()


def test_choices_are_addressed_to_somebody_of_the_same_circle(evening_views: list[RoomView]) -> None:
    for view in evening_views:
        mine = next(f for f in view.formations if f.mine)
        for choice in view.choices:
            assert choice.command.to in (-1, *mine.members)


def test_names_are_shown_only_once_they_are_known(evening: Session) -> None:
    play(evening, the_nth(1), until=500)
    world, view = evening.evening.world, evening.view()
    for person in view.people:
        known = person.id == view.me or knows(world, view.me, person.id, Item.NAME)
        assert person.known == known
        assert (person.name == evening.evening.roster.person(person.id).first_name) == known


def test_lines_from_across_the_room_are_not_read(evening: Session) -> None:
    play(evening, the_nth(1), until=400)
    world = evening.evening.world
    world.people.formation[0] = -1
    world.people.x[0], world.people.y[0] = 100.0, 100.0
    assert viewing.lines_heard(evening.evening) == ()


def test_somebody_who_has_wanted_out_for_a_while_looks_bored(evening: Session) -> None:
    play(evening, the_nth(1), until=400)
    world = evening.evening.world
    talking = next(int(i) for i in np.flatnonzero(world.people.formation >= 0) if world.people.present[i])
    world.formations.holder[world.people.formation[talking]] = -1
    world.people.wants_out[talking] = world.tick - 2
    assert _person(evening, talking) != "bored"
    world.people.wants_out[talking] = world.tick - 20
    assert _person(evening, talking) == "bored"


def test_whose_words_are_taken_up_looks_keen_and_the_caption_says_so(evening: Session) -> None:
    own = in_a_circle(evening)
    world, f = evening.evening.world, evening.evening.world.formations
    mate = int(max(f.members[own]))
    f.floor[own], f.holder[own], f.act[own], f.to[own] = Floor.HELD, 0, Act.FOLLOW_UP, mate
    assert _person(evening, mate) == "keen"
    world.ties.known[tie(world, 0, mate)] = 1 << Item.NAME
    said = np.zeros(1, dtype=EVENT)
    said["tick"], said["kind"], said["act"], said["other"] = world.tick, Event.SAID, Act.FOLLOW_UP, mate
    evening.evening.chronicle.take(said, world.log.reasons(), (), -1)
    assert captions.caption(evening.evening)[1].endswith("leans in and nods.")
    world.people.wants_out[mate] = world.tick - 20  # past caring
    assert _person(evening, mate) == "bored"
    assert not captions.caption(evening.evening)[1].endswith("leans in and nods.")


def test_a_circle_that_closes_is_seen_by_all_and_told_to_those_near_by(evening: Session) -> None:
    world, f = evening.evening.world, evening.evening.world.formations
    circle.open_between(world, np.array([3]), np.array([4]), np.array([False]))
    slot, against = int(world.people.formation[3]), 1
    f.closed[slot], f.against[slot] = world.tick, against
    view = viewing.room_view(evening.evening, "evening", False)
    assert [(c.id, c.against) for c in view.formations if c.closed >= 0] == [(slot, against)]
    world.people.present[0] = True
    world.people.formation[0], world.people.x[0], world.people.y[0] = -1, f.x[slot], f.y[slot] + 1
    evening.evening.chronicle.thaw({**evening.evening.chronicle.freeze(), "chronicle.events": np.zeros(0, EVENT)})
    assert "closes to" in captions.caption(evening.evening)[1]
    world.people.x[0] = f.x[slot] + 50
    assert captions.caption(evening.evening) == ("", "")
    f.closed[slot] = world.tick - CLOSED_TICKS - 1
    assert all(c.closed < 0 for c in viewing.room_view(evening.evening, "evening", False).formations)


def test_a_glass_in_the_hand_is_seen_in_talk_too(evening: Session) -> None:
    play(evening, the_nth(1), until=400)
    world = evening.evening.world
    world.people.glass[:] = world.tick + 1
    assert all(person.drink for person in viewing.room_view(evening.evening, "evening", False).people)
    world.people.glass[:] = world.tick
    assert not any(person.drink for person in viewing.room_view(evening.evening, "evening", False).people)


def _person(session: Session, index: int) -> str:
    return viewing.room_view(session.evening, "evening", False).people[index].mood


def test_nobody_has_come_before_the_doors_open(evening: Session) -> None:
    assert {person.activity for person in evening.view().people} == {"outside"}


def test_the_notebook_holds_what_was_learned_in_whole_sentences(evening: Session) -> None:
    play(evening, the_nth(1), until=200)
    world = evening.evening.world
    row = tie(world, 0, 1)
    world.ties.met[row] = True
    world.ties.known[row] = 1 << Item.NAME | 1 << Item.WORK | 1 << Item.NEED | 1 << Item.STORY | 1 << Item.TOPIC + 1
    page = next(note for note in viewing.room_view(evening.evening, "evening", False).notebook if note.person == 1)
    assert page.name == "Dana Ruiz"
    assert page.facts == (
        "Dana runs a bakery with two ovens and no manager.",
        "Looking for somebody to run the morning shift.",
        "Likes to talk about hiring.",
        "Told you about the oven that died.",
    )


def test_people_known_before_do_not_count_as_met(evening: Session) -> None:
    world = evening.evening.world
    world.ties.met[tie(world, 0, 1)] = world.ties.prior[tie(world, 0, 1)] = True
    world.ties.met[tie(world, 0, 2)] = True
    assert evening.view().met == 1


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (Event.CLOSED, "Omar closed the circle."),
        (Event.CARD, "You have the card of Omar."),
        (Event.LEARNED, "You learned something about Omar."),
    ],
)
def test_what_happens_to_the_player_is_captioned_and_then_forgotten(evening: Session, kind: Event, told: str) -> None:
    world = evening.evening.world
    world.ties.known[tie(world, 0, 2)] = 1 << Item.NAME
    row = np.zeros(1, dtype=EVENT)
    row["kind"], row["actor"], row["other"] = kind, 0, 2
    evening.evening.chronicle.take(row, world.log.reasons(), (), -1)
    assert captions.caption(evening.evening)[1] == told
    for _ in range(captions.CAPTION_TICKS + 1):
        evening.tick()
    assert captions.caption(evening.evening) != told


@pytest.mark.parametrize(
    ("rule", "ago", "told"),
    [
        (Rule.PITCHED, 100, "Omar took out a phone: you pitched, and he had not asked."),
        (Rule.INTERRUPTED, 100, "Omar took out a phone: you cut him off."),
        (Rule.PITCHED, 1300, "Omar took out a phone."),
        (Rule.OVERHEARD, 100, "Omar took out a phone."),
    ],
)
def test_who_keeps_away_after_what_the_player_did_is_captioned_with_that(
    evening: Session, rule: Rule, ago: int, told: str
) -> None:
    world = evening.evening.world
    world.ties.known[tie(world, 0, 2)] = 1 << Item.NAME
    row, reason = np.zeros(1, dtype=EVENT), np.zeros(1, dtype=REASON)
    row["kind"], row["actor"], row["other"], row["value"] = Event.EVADED, 2, 0, Evasion.PHONE
    reason["of"], reason["about"], reason["rule"], reason["liking"] = 2, 0, rule, -0.3
    row["tick"], reason["tick"] = world.tick, world.tick - ago
    evening.evening.chronicle.take(row, reason, (), -1)
    assert captions.caption(evening.evening)[1] == told


def test_somebody_unknown_who_keeps_away_is_someone(evening: Session) -> None:
    row = np.zeros(1, dtype=EVENT)
    row["kind"], row["actor"], row["other"], row["value"] = Event.EVADED, 3, 0, Evasion.PHONE
    evening.evening.chronicle.take(row, evening.evening.world.log.reasons(), (), -1)
    assert captions.caption(evening.evening)[1] == "Someone took out a phone."


def test_talk_in_the_player_s_circle_is_slowed_to_reading_speed(evening: Session) -> None:
    rates = set()
    while not evening.log():
        if evening.evening.tick % 40 == 0:
            evening.submit(Command(-1, 0, Do.APPROACH, 1))
        evening.tick()
        rates.add(viewing.rate(evening.evening, 6.0))
    assert rates >= {6.0}
    assert 0 < viewing.rate(evening.evening, 6.0) < 6.0


def test_a_view_is_made_once_for_all_frames_of_a_tick(evening: Session) -> None:
    first = evening.view()
    assert evening.view() is first
    evening.tick()
    assert evening.view() is not first


def test_people_are_found_by_name_given_name_or_key(evening: Session) -> None:
    roster = Roster(evening.scenario)
    assert roster.find("dana ruiz") == roster.find("Dana") == 1
    assert roster.find("nobody") is None
