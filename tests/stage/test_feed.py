"""The weeks on the screen: what is always in sight, what a choice shows at once, and what is told only when asked."""

from typing import get_args

import pygame
import pytest

from game.model.commands import Command
from game.session.feed_views import FeedChoice, Group
from game.stage.ink import ICONS
from game.stage.screens.feed.deeds import deeds
from game.stage.settings import Settings
from tests.stage.driver import Player
from tests.stage.feed_hands import onto_phone, to_morning, to_question, to_weeks
from tests.stage.tour import choose, keyboard


def words(player: Player) -> str:
    return "\n".join(written.words for written in player.written())


def test_the_question_after_the_decisions_leads_into_the_weeks_or_to_the_debrief():
    player = Player()
    to_question(player)
    player.press(pygame.K_2)
    assert player.screen.name == "debrief"
    player = to_morning(Player())
    assert "The morning after" in words(player)


def test_the_last_page_of_the_debrief_offers_the_weeks_until_they_have_been_played():
    player = Player()
    to_question(player)
    player.press(pygame.K_2)
    for _ in range(len(player.screen.pages) - 1):
        player.press(pygame.K_RETURN)
    assert "Go on: the weeks after" in words(player)
    player.press(pygame.K_RETURN)
    assert player.screen.name == "follow_up"
    player.run.auto("listener", 40)
    player.frames(2)
    assert player.screen.name == "debrief"
    for _ in range(len(player.screen.pages) - 1):
        player.press(pygame.K_RETURN)
    assert "Go on: the weeks after" not in words(player)


def test_the_first_hour_shows_everybody_of_the_evening_and_a_mail_to_all_of_them():
    player = to_morning(Player((1280, 1100)))
    for name in ("Dana Ruiz", "Omar Haddad", "Brad Pike", "Bo Li"):
        assert name in words(player)
    player.click_on("Dana Ruiz")
    for deed in ("A personal note", "Something useful", "Introduce Omar", "Pitch your web shop", "Nothing, back"):
        assert deed in words(player)


def test_followers_the_hour_and_the_time_left_are_in_sight_on_every_page_of_a_look():
    player = to_weeks(Player())
    for key in (None, pygame.K_1, pygame.K_2, pygame.K_4):
        if key:
            player.press(key)
        shown = words(player)
        assert "1,221 followers · +17 since yesterday" in shown
        assert "60 minutes left, of 60 a day" in shown
        assert "13:00 · LinkedIn" in shown
        player.press(pygame.K_ESCAPE) if key else None


def test_what_is_done_is_seen_at_once():
    player = to_weeks(Player())
    player.press(pygame.K_RETURN, pygame.K_2)
    assert player.screen.name == "feed"
    shown = words(player)
    assert "You wrote to Dana Ruiz. It took five minutes." in shown
    assert "55 minutes left, of 60 a day" in shown
    assert "Waiting for your answer: 2" in shown
    assert player.screen.feed.phone.entries[0].mine
    player.press(pygame.K_1, pygame.K_1)
    assert "Your post is out." in words(player)


def test_relationships_are_told_only_when_they_are_asked_for():
    player = to_weeks(Player())
    asked = []
    player.run.relationships = lambda: asked.append(1) or ()
    player.frames(5)
    assert not asked
    player.press(pygame.K_3)
    assert "1,221 followers. 0 people would pick up the telephone." in words(player)
    assert "Nobody would, so far." in words(player)


def test_today_is_told_by_a_word_and_what_is_gone_by_a_number():
    player = to_weeks(Player())
    player.run.auto("lurker", 4)
    player.screen.feed.look()
    player.frames()
    shown = words(player)
    assert "Day 5 of 30" in shown
    assert "today" in shown
    assert "4 gone" in shown
    assert "25 to come" in shown


def test_a_run_that_a_style_plays_is_in_its_hands_until_the_phone_is_taken_back():
    player = Player()
    to_question(player)
    player.run.style = "quiet"
    player.press(pygame.K_1)
    assert player.screen.name == "feed_playing"
    assert "A quiet one" in words(player)
    player.frames(4)
    player.press(pygame.K_RETURN)
    assert player.screen.name in ("feed", "follow_up")
    days = len(player.run.played)
    assert 0 < days < 30
    assert set(player.run.played) == {("quiet", 1)}
    player.frames(10)
    assert len(player.run.played) == days
    choose(player, keyboard(player), "Play on")
    assert "A quiet one" in words(player)
    player.press(pygame.K_1)
    player.frames(2)
    assert player.run.played[-1] == ("quiet", 1)


def test_a_run_that_a_style_plays_ends_in_its_debrief_when_nobody_stops_it():
    player = Player()
    to_question(player)
    player.run.style = "buyer"
    player.press(pygame.K_1)
    player.frames(70)
    assert player.run.played == [("buyer", 1)] * 30
    assert player.screen.name == "debrief"


def test_at_night_the_picture_and_the_words_say_pyjamas():
    player = to_weeks(Player())
    day = player.picture()
    while not player.screen.feed.view.pyjamas:
        player.screen.feed.forward()
        player.frames()
    assert "You are in your pyjamas" in words(player)
    assert player.picture() != day


def test_a_thread_shows_what_was_said_in_order_and_leads_to_whoever_said_it():
    player = to_weeks(Player())
    do = keyboard(player)
    onto_phone(player, do)
    player.press(pygame.K_DOWN, pygame.K_RETURN)
    assert player.screen.name == "feed_thread"
    said = [entry.item.name for entry in player.screen.body]
    assert said[:4] == ["Alex Morgan", "Dana Ruiz", "Alex Morgan", "Dana Ruiz"]
    player.press(pygame.K_RETURN)
    assert player.screen.name == "feed_person"
    assert player.screen.heading == "Dana Ruiz"
    player.press(pygame.K_ESCAPE)
    assert player.screen.name == "feed"


def test_an_entry_without_a_thread_leads_to_its_person():
    player = to_weeks(Player())
    phone = player.screen.feed.phone
    onto_phone(player, keyboard(player))
    answer = next(i for i, entry in enumerate(phone.entries) if entry.item.kind == "answer")
    player.press(*[pygame.K_DOWN] * answer, pygame.K_RETURN)
    assert player.screen.heading == "Omar Haddad"


def test_the_cursor_on_the_phone_brings_its_entry_into_view_and_is_said():
    player = to_weeks(Player((960, 600), Settings(text=200, voice=True)))
    phone = player.screen.feed.phone
    onto_phone(player, keyboard(player))
    for _ in range(10):
        player.press(pygame.K_DOWN)
        _, shown = player.ring()
        assert shown.height >= 60
        assert phone.entries[phone.at].item.text in player.voice.focus[-1]


def test_a_style_plays_on_for_a_week_with_its_progress_shown_and_can_be_stopped():
    player = to_weeks(Player())
    player.press(pygame.K_4, pygame.K_2)
    assert player.screen.name == "feed_playing"
    player.frames(2)
    assert "of 7 days played" in words(player)
    player.press(pygame.K_RETURN)
    assert player.screen.name == "feed"
    assert 0 < len(player.run.played) < 7
    assert set(player.run.played) == {("giver", 1)}


def test_the_crowd_is_looked_at_and_left_by_any_way_back():
    player = to_weeks(Player())
    for way in (pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_SPACE):
        player.press(pygame.K_5)
        player.frames(3)
        assert player.screen.name == "feed_crowd"
        assert "5 are cardboard" in words(player)
        player.press(way)
        assert player.screen.name == "feed"


def test_the_last_week_ends_in_the_debrief():
    player = to_weeks(Player())
    player.run.auto("lurker", 28)
    player.screen.feed.look()
    player.frames()
    choose(player, keyboard(player), "The next day")
    player.frames(2)
    assert player.screen.name == "feed"
    choose(player, keyboard(player), "The next day")
    player.frames(2)
    assert player.screen.name == "debrief"


@pytest.mark.parametrize("way", [pygame.K_ESCAPE, pygame.K_p, pygame.K_6])
def test_putting_the_phone_away_asks_first_and_keeps_the_run(way):
    player = to_weeks(Player())
    player.press(way)
    assert player.screen.name == "feed_away"
    player.press(pygame.K_ESCAPE)
    assert player.screen.name == "feed"
    player.press(way, pygame.K_3)
    assert player.screen.name == "title"
    assert player.run.closed


def test_a_run_left_in_the_weeks_is_taken_up_there():
    player = Player()
    kept = player.backend.start("chamber_mixer", None, 7)
    kept.phase = "weeks"
    player.backend.resume = lambda run: kept
    player.press(pygame.K_2, pygame.K_1)
    assert player.screen.name == "feed"


def test_who_was_at_the_evening_has_the_face_they_had_there_and_others_have_initials():
    player = to_weeks(Player((1280, 1000)))
    shown = [written.words for written in player.written()]
    assert "RO" in shown
    assert "DR" not in shown


def test_what_is_always_in_sight_is_said_when_the_hour_changes():
    player = to_weeks(Player(settings=Settings(voice=True)))
    choose(player, keyboard(player), "Next look-in")
    player.frames(2)
    said = player.voice.focus[-1]
    assert "18:00. The sun is going down. 1,238 followers" in said
    assert "60 minutes left, of 60 a day." in said


@pytest.mark.parametrize("group", get_args(Group))
def test_whatever_could_be_done_has_a_sign(group):
    choice = FeedChoice("1", group, "Something", "", 5.0, Command(0, 0, 20))
    (row,) = deeds(Player().desk.t, [choice], lambda _: None)
    assert row.icon in ICONS
