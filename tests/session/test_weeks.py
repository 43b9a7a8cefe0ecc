"""The weeks as their player lives them: what can be done, what it is answered with, and what it comes to."""

import re
from dataclasses import replace

import numpy as np
import pytest

from game import scenario as scenarios
from game.model.acts import Act, Item
from game.model.commands import Command
from game.model.feed.deeds import Deed
from game.scenario.spec import Scenario
from game.scenario.spec import Weeks as Spec
from game.session.feed_views import FeedChoice
from game.session.weeks.feed import Weeks, played_by
from game.talk.words import Words
from tests.session.hands import SCENARIO

OPEN_SLOT = re.compile(r"\{\w+\}|\{\w+:")
STYLES = ("listener", "giver", "promoter", "collector", "engager", "broadcaster", "flatterer", "quiet", "buyer", "mute")


@pytest.fixture(scope="module")
def tea() -> Scenario:
    return replace(scenarios.read(SCENARIO), weeks=Spec(days=4, followers=40, hours_per_day=2.0))


def begun(tea: Scenario, words: Words, seed: int = 3) -> Weeks:
    """The first look-in of weeks in which the player has met Dana and Omar, and holds everybody's card."""
    weeks = Weeks(tea, seed, words)
    a = weeks.net.audience
    a.held[1:6], a.met[1:3], a.minutes[1:3] = True, True, 4
    a.knows[1:3] = 1 << Item.NAME | 1 << Item.WORK
    a.liking[1:3] = 0.4
    weeks.forward(8)
    return weeks


def of(choices: tuple[FeedChoice, ...], act: int, do: int = -1) -> FeedChoice:
    """The choice that does an act."""
    return next(c for c in choices if c.command.act == act and do in (-1, c.command.do))


def written(weeks: Weeks, since: int = 0) -> list[str]:
    """Everything on the timeline that somebody wrote."""
    return [entry.text for entry in weeks.book.entries[since:] if entry.kind != "news"]


def test_a_chosen_deed_is_on_the_screen_at_once_and_word_for_word(tea: Scenario, words: Words) -> None:
    weeks = begun(tea, words)
    choice = of(weeks.choices_with(1), Act.GREET)
    left = weeks.view().left_min
    weeks.take(choice.command)
    assert choice.text in [item.text for item in weeks.view().items]
    assert weeks.view().left_min == pytest.approx(left - choice.minutes)


@pytest.mark.parametrize("act", [Act.CARD, Act.PITCH])
def test_a_mail_to_all_cards_is_answered_as_spam(tea: Scenario, words: Words, act: Act) -> None:
    weeks = begun(tea, words)
    before = len(weeks.book.entries)
    weeks.take(of(weeks.public_choices(), act, Deed.MAIL).command)
    answers = [entry.text for entry in weeks.book.entries[before:] if entry.kind == "answer"]
    brush_offs = {words.text(key) for key in words.under("feed.say.brush_off")}
    assert answers
    assert set(answers) <= brush_offs


def test_a_reply_refers_to_what_was_said(tea: Scenario, words: Words) -> None:
    weeks = begun(tea, words)
    a = weeks.net.audience
    a.said[1], a.said_at[1], a.knows[1] = Item.STORY, weeks.tick, int(a.knows[1]) | 1 << Item.STORY
    choice = of(weeks.choices_with(1), Act.FOLLOW_UP)
    assert choice.key == "1"
    assert "the oven that died" in choice.label
    assert "the oven that died" in choice.text


def test_a_question_can_be_answered_and_left_unanswered(tea: Scenario, words: Words) -> None:
    weeks = begun(tea, words)
    a = weeks.net.audience
    a.said[1], a.said_at[1], a.asks[1] = Item.NEED, weeks.tick, True
    weeks.book.said[1] = "And what are you looking for?"
    assert [person.id for person in weeks.view().inbox] == [1]
    assert weeks.view().inbox[0].asks
    assert "a grant" in of(weeks.choices_with(1), Act.ANSWER).text
    weeks.take(next(c for c in weeks.choices_with(1) if c.command.do == Deed.DROP).command)
    assert weeks.view().inbox == ()


def test_help_is_offered_once_the_need_is_known_and_by_introducing_whoever_has_it(tea: Scenario, words: Words) -> None:
    weeks = begun(tea, words)
    a = weeks.net.audience
    assert not [c for c in weeks.choices_with(1) if c.command.act in (Act.OFFER, Act.INTRODUCE)]
    a.knows[1] |= np.uint32(1 << Item.NEED)
    offer = of(weeks.choices_with(1), Act.OFFER)
    assert "somebody to run the morning shift" in offer.text
    a.offer[2], a.knows[2] = a.need[1], int(a.knows[2]) | 1 << Item.OFFER
    weeks.net.account.offer[0], weeks.net.account.interests[0] = -1, 1
    assert of(weeks.choices_with(1), Act.INTRODUCE).command.about == 2


def test_a_story_of_a_guest_is_told_in_the_words_of_the_guest(tea: Scenario, words: Words) -> None:
    weeks = begun(tea, words)
    text = weeks.writing.answer(1, Act.FOLLOW_UP, Item.STORY, asks=False)
    assert "oven" in text or "stollen" in text or "Christmas" in text


@pytest.mark.parametrize("act", [Act.ASK, Act.FOLLOW_UP, Act.SHARE, Act.OFFER])
def test_a_story_that_can_be_followed_up_on_has_been_told(tea: Scenario, words: Words, act: Act) -> None:
    weeks = begun(tea, words)
    for row in range(30, 60):
        text = weeks.writing.answer(row, act, Item.STORY + row % 4, asks=False)
        assert weeks.company[row].stories[0].text in text
        assert weeks.company[row].stories[0].text not in weeks.writing.answer(
            row, act, Item.STORY + row % 4, asks=False
        )


def test_whoever_is_followed_up_on_from_the_evening_remembers_it(tea: Scenario, words: Words) -> None:
    weeks = begun(tea, words)
    reminders = tuple(words.text(key) for key in words.under("feed.say.recall"))
    assert weeks.writing.answer(1, Act.FOLLOW_UP, Item.STORY, asks=False, do=Deed.REPLY).startswith(reminders)
    assert not weeks.writing.answer(30, Act.FOLLOW_UP, Item.TOPIC, asks=False, do=Deed.REPLY).startswith(reminders)


def test_nothing_is_offered_that_cannot_be_done(tea: Scenario, words: Words) -> None:
    weeks = begun(tea, words, seed=5)
    for turn in range(40):
        view = weeks.view()
        person = view.people[turn % len(view.people)].id
        offered = [*view.public, *weeks.choices_with(person)]
        assert all(choice.minutes <= view.left_min for choice in offered)
        keys = [choice.key for choice in weeks.choices_with(person)]
        assert len(keys) == len(set(keys))
        if not offered:
            weeks.forward(weeks.until_look_in())
            continue
        choice = offered[(turn * 7) % len(offered)]
        spent = float(weeks.net.account.spent[0])
        weeks.take(choice.command)
        assert float(weeks.net.account.spent[0]) == pytest.approx(spent + choice.minutes)
        if turn % 3 == 0:
            weeks.forward(weeks.until_look_in())


def test_nothing_is_offered_once_the_day_is_used_up(tea: Scenario, words: Words) -> None:
    weeks = begun(tea, words)
    weeks.net.account.left[0] = 3.0
    choices = [*weeks.public_choices(), *weeks.choices_with(1)]
    assert choices
    assert all(choice.minutes <= 3 for choice in choices)
    assert {choice.command.do for choice in choices} <= {Deed.BUY, Deed.READ, Deed.FOLLOW, Deed.MUTE, Deed.DROP}


def test_nobody_is_written_to_twice_in_an_hour_and_one_post_is_enough(tea: Scenario, words: Words) -> None:
    weeks = begun(tea, words)
    weeks.take(of(weeks.choices_with(1), Act.GREET).command)
    assert all(choice.command.do in (Deed.FOLLOW, Deed.MUTE, Deed.DROP) for choice in weeks.choices_with(1))
    weeks.take(of(weeks.public_choices(), Act.ASK).command)
    before = len(weeks.book.entries)
    weeks.take(Command(-1, 0, Deed.POST, act=Act.PITCH, item=Item.OFFER))
    assert len(weeks.book.entries) == before
    weeks.forward(1)
    assert of(weeks.public_choices(), Act.SHARE)


def test_each_key_keeps_its_kind_of_thing(tea: Scenario, words: Words) -> None:
    weeks = begun(tea, words)
    groups: dict[str, set[str]] = {}
    for _ in range(12):
        for person in weeks.view().people[:8]:
            for choice in weeks.choices_with(person.id):
                groups.setdefault(choice.key, set()).add(choice.group)
        weeks.forward(weeks.until_look_in())
    assert {key: groups[key] for key in ("3", "7", "8", "9")} == {
        "3": {"ask"},
        "7": {"sell"},
        "8": {"sell"},
        "9": {"sell"},
    }


def test_no_senseless_command_does_anything(tea: Scenario, words: Words) -> None:
    weeks = begun(tea, words)
    digest = weeks.digest()
    for command in (
        Command(-1, 0, Deed.REPLY, 9, Act.FOLLOW_UP, Item.WORK),
        Command(-1, 0, Deed.MESSAGE, -1, Act.ASK, Item.NEED),
        Command(-1, 0, Deed.MESSAGE, 2**20, Act.ASK, Item.NEED),
        Command(-1, 0, Deed.POST, act=Act.GOSSIP),
        Command(-1, 3, Deed.BUY),
    ):
        weeks.take(command)
    assert weeks.digest() == digest


def test_the_same_commands_end_in_the_same_digest_and_the_same_words(tea: Scenario, words: Words) -> None:
    ends = []
    for _ in range(2):
        weeks = begun(tea, words)
        for turn in range(12):
            choices = [*weeks.public_choices(), *weeks.choices_with(1 + turn % 5)]
            weeks.take(choices[turn * 5 % len(choices)].command)
            weeks.forward(weeks.until_look_in())
        ends.append((weeks.digest(), written(weeks)))
    assert ends[0] == ends[1]


def test_weeks_taken_back_to_a_snapshot_go_on_as_they_went(tea: Scenario, words: Words) -> None:
    weeks = begun(tea, words)
    weeks.play("engager", 20)
    arrays, plain = weeks.freeze()
    arrays = {name: array.copy() for name, array in arrays.items()}
    again = Weeks(tea, 3, words)
    again.thaw(arrays, plain)
    assert again.view() == weeks.view()
    for one in (weeks, again):
        one.play("giver", 30)
    assert (again.digest(), written(again)) == (weeks.digest(), written(weeks))


@pytest.mark.parametrize("style", STYLES)
def test_no_slot_stays_open_and_no_line_comes_again_before_its_pool_is_used_up(
    tea: Scenario, words: Words, style: str
) -> None:
    for seed in (1, 2):
        weeks = begun(tea, words, seed)
        weeks.take(played_by(style, 4))
        for choice in [*weeks.public_choices(), *weeks.choices_with(1)]:
            assert not OPEN_SLOT.search(choice.text + choice.label)
        assert not [text for text in written(weeks) if OPEN_SLOT.search(text) or not text]
        _check_pools(weeks)


def _check_pools(weeks: Weeks) -> None:
    """Whole texts come again only where the lines of a pool have all been used, or a wording is all there is to it."""
    used: dict[str, dict[str, int]] = {}
    for key, times in weeks.pen.used.items():
        used.setdefault(key.rsplit(".", 1)[0], {})[key] = times
    for pool, lines in used.items():
        most = max(lines.values())
        plain = [key for key in weeks.words.under(pool) if not weeks.words.slots(key)]
        assert all(lines.get(key, 0) >= most - 1 for key in plain), pool


def test_what_a_style_decides_takes_effect_in_the_next_hour_and_what_is_done_by_hand_at_once(
    tea: Scenario, words: Words
) -> None:
    weeks = begun(tea, words)
    weeks.take(of(weeks.public_choices(), Act.ASK).command)
    assert [(entry.kind, entry.tick) for entry in weeks.book.entries if entry.person == 0] == [("post", 8)]
    weeks.play("engager", 1)
    done = [entry.tick for entry in weeks.book.entries if entry.person == 0]
    assert len(done) > 2
    assert set(done[1:]) == {9}
    weeks.play("engager", 4)
    assert len([entry for entry in weeks.book.entries if entry.person == 0]) == len(done)


def test_whoever_has_the_phone_for_a_while_gives_it_back(tea: Scenario, words: Words) -> None:
    weeks = begun(tea, words)
    weeks.play("engager", 1)
    before = weeks.book.entries[:]
    weeks.forward(weeks.until_look_in() + 1)
    assert not [entry for entry in weeks.book.entries[len(before) :] if entry.person == 0]


def test_what_there_is_no_time_left_for_is_not_written(tea: Scenario, words: Words) -> None:
    weeks = begun(tea, words)
    weeks.net.account.left[0] = 12.0
    greeting, mail = of(weeks.choices_with(1), Act.GREET), of(weeks.public_choices(), Act.CARD)
    assert greeting.minutes <= 12 and mail.minutes <= 12 < greeting.minutes + mail.minutes
    before = len(weeks.book.entries)
    weeks.apply([greeting.command, mail.command])
    assert [entry.text for entry in weeks.book.entries[before:] if entry.person == 0] == [greeting.text]


def test_of_a_post_and_a_mail_in_one_hour_the_first_is_written(tea: Scenario, words: Words) -> None:
    weeks = begun(tea, words)
    post, mail = of(weeks.public_choices(), Act.ASK), of(weeks.public_choices(), Act.CARD)
    before = len(weeks.book.entries)
    weeks.apply([post.command, mail.command])
    mine = [(entry.kind, entry.text) for entry in weeks.book.entries[before:] if entry.person == 0]
    assert mine == [("post", post.text)]


def test_who_has_the_player_s_card_and_sells_sends_a_mail_a_day(tea: Scenario, words: Words) -> None:
    weeks = begun(tea, words)
    brad = next(row for row in range(6) if weeks.company[row].name == "Brad Pike")
    weeks.net.audience.card[brad] = True
    weeks.forward(3 * 24)
    mails = [entry.text for entry in weeks.book.entries if entry.person == brad and entry.kind == "answer"]
    assert len(mails) == len(set(mails)) == 3
    assert all(mail.endswith("Brad") for mail in mails)
    weeks.take(next(c for c in weeks.choices_with(brad) if c.command.do == Deed.MUTE).command)
    weeks.forward(24)
    assert len([e for e in weeks.book.entries if e.person == brad and e.kind == "answer"]) == 3


def test_bought_followers_are_on_the_number_and_cardboard_in_the_crowd(tea: Scenario, words: Words) -> None:
    weeks = begun(tea, words)
    before, people = weeks.view().followers, weeks.crowd().id
    weeks.take(next(c for c in weeks.public_choices() if c.command.do == Deed.BUY).command)
    assert weeks.view().followers == before + 1000
    crowd = weeks.crowd()
    assert crowd.bought.sum() == 1000 == len(crowd.id) - len(people)
    assert len(set(crowd.id.tolist())) == len(crowd.id)
    assert not crowd.tie[crowd.bought].any() and not crowd.near[crowd.bought].any()


def test_strangers_have_names_of_their_own_and_are_the_same_for_the_same_seed(tea: Scenario, words: Words) -> None:
    one, two, other = (Weeks(tea, seed, words).company for seed in (3, 3, 4))
    names = [person.name for person in one[6:200]]
    assert len(set(names)) == len(names)
    assert one[6:60] == two[6:60]
    assert names[:50] != [person.name for person in other[6:56]]


def test_a_thread_holds_a_post_and_what_was_said_under_it(tea: Scenario, words: Words) -> None:
    weeks = begun(tea, words)
    weeks.take(played_by("engager", 5))
    answered = [entry for entry in weeks.book.entries if entry.kind == "reply" and entry.person > 0]
    thread = weeks.thread(answered[0].thread)
    assert thread[0].kind == "post"
    assert all(item.thread == thread[0].thread for item in thread)


def test_the_crowd_is_told_in_arrays_of_one_length(tea: Scenario, words: Words) -> None:
    crowd = begun(tea, words).crowd()
    columns = (crowd.near, crowd.turned, crowd.bought, crowd.tie, crowd.awake)
    assert {len(column) for column in columns} == {len(crowd.id)}
    assert ((crowd.near >= 0) & (crowd.near <= 1)).all()
