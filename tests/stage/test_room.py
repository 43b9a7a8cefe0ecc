"""In the room: walking, talking, stopping the clock, and looking things up."""

from dataclasses import replace

import pygame
import pytest

from game.model.commands import Do
from game.stage.ink import Ink
from game.stage.screens.hud import Hud
from game.stage.settings import Settings
from tests.stage.driver import Player


@pytest.fixture
def player() -> Player:
    player = Player()
    player.to_room()
    return player


def talking(player: Player) -> Player:
    player.press(pygame.K_TAB, pygame.K_RETURN)
    return player


def texts(player: Player) -> str:
    return " ".join(written.words for written in player.written())


def test_a_key_held_walks_until_it_is_let_go(player):
    player.hold(pygame.K_d, 40)
    player.frames(2)
    done = [command.do for command in player.run.sent]
    assert done[:3] == [Do.WALK] * 3
    assert done[-1] == Do.STAY
    assert done.count(Do.STAY) == 1


def test_tab_goes_through_the_people_from_the_nearest_on(player):
    seen = []
    for _ in range(8):
        player.press(pygame.K_TAB)
        seen.append(player.screen.target)
    assert seen[0] == 2
    assert sorted(seen[:7]) == [1, 2, 3, 4, 5, 6, 7]
    assert seen[7] == seen[0]


def test_the_bars_are_drawn_anew_once_they_say_something_else(player):
    desk, view, kept = player.desk, player.screen.view, Hud(player.desk)

    def bars(hud: Hud, met: int) -> bytes:
        surface = pygame.Surface((1280, 720))
        hud.draw(Ink(surface, desk.settings), replace(view, met=met), 4.0)
        return pygame.image.tobytes(surface, "RGB")

    assert bars(kept, 1) == bars(kept, 1) != bars(kept, 2) == bars(Hud(desk), 2)


def test_the_clock_stands_while_choices_are_open_and_runs_when_it_is_live(player):
    talking(player)
    before = player.run.tick
    player.frames(30)
    assert player.run.tick == before
    live = Player(settings=Settings(live=True))
    live.to_room()
    talking(live)
    before = live.run.tick
    live.frames(30)
    assert live.run.tick > before


@pytest.mark.parametrize("away", [pygame.WINDOWFOCUSLOST, pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN])
def test_losing_the_window_pauses_the_evening(player, away):
    player.post(away)
    player.frames(2)
    assert player.screen.name == "pause"
    assert player.run.paused


def test_a_key_held_when_the_window_is_lost_does_not_walk_on(player):
    player.post(pygame.KEYDOWN, key=pygame.K_d, mod=0, unicode="d", scancode=0)
    player.post(pygame.WINDOWFOCUSLOST)
    player.press(pygame.K_RETURN)
    sent = len(player.run.sent)
    player.frames(30)
    assert [c.do for c in player.run.sent[sent:] if c.do == Do.WALK] == []


def test_a_pad_that_is_pulled_out_pauses_the_evening_and_walks_no_further(player):
    player.post(pygame.JOYAXISMOTION, joy=0, instance_id=0, axis=0, value=1.0)
    player.post(pygame.JOYDEVICEREMOVED, instance_id=0)
    player.frames()
    assert player.screen.name == "pause"
    assert player.app.reader.steer == (0.0, 0.0)


def test_the_focus_stays_on_what_it_was_on_when_the_choices_are_worded_anew(player):
    talking(player)
    player.press(pygame.K_RIGHT, pygame.K_RIGHT)
    panel = player.screen.panel
    meant = panel.ring.focus.choice.command
    panel.follow(panel._choices[1:])
    assert panel.ring.focus.choice.command == meant


def test_to_listen_can_be_chosen_while_ones_own_line_is_still_being_said(player):
    talking(player)
    player.run.speaking = True
    player.frames(2)
    player.press(pygame.K_l)
    assert player.run.sent[-1].do == Do.LISTEN


@pytest.mark.parametrize(("text", "most"), [(100, 1 / 3), (150, 0.45)])
def test_the_choices_leave_most_of_the_room_in_sight(text, most):
    player = Player(settings=Settings(text=text))
    player.to_room()
    talking(player)
    player.frames(2)
    assert player.screen.panel.rect.height <= most * 720


def test_the_player_s_circle_stands_in_what_the_choices_leave_free(player):
    talking(player)
    player.run.y = 6.8
    player.frames(120)
    screen = player.screen
    for who in (0, *player.run.with_):
        assert screen.picture.bodies[who].bottom - round(screen.lift) <= screen.panel.rect.top


@pytest.mark.parametrize("reduced", [False, True])
def test_with_reduced_motion_people_stand_where_they_are_and_do_not_glide_there(reduced):
    player = Player(settings=Settings(reduced_motion=reduced, pace=1.0))
    player.to_room()
    screen, places = player.screen, []
    screen.before = player.run.view()
    player.run.x += 0.5
    screen.view = player.run.view()
    for screen.since_s in (0.05, 0.1, 0.15):
        player.picture()
        places.append(screen.picture.bodies[0].x)
    assert (len(set(places)) == 1) is reduced


def test_with_reduced_motion_the_picture_makes_way_at_once():
    player = Player(settings=Settings(reduced_motion=True))
    player.to_room()
    player.run.y = 6.8
    player.frames(3)
    talking(player)
    player.frames(2)
    lift = player.screen.lift
    player.frames(60)
    assert player.screen.lift == lift > 0


def test_a_question_owed_an_answer_stands_over_the_choices(player):
    talking(player)
    player.run.asked = "Dana asked you: “And you?”"
    player.frames(2)
    assert "Dana asked you" in texts(player)


def test_a_silence_is_told_and_the_coach_cannot_be_told_to_keep_it_back(player):
    player.desk.change(coach="off")
    player.run.narration = "You leave Dana’s question unanswered."
    player.frames(2)
    assert "unanswered" in texts(player)


def test_what_was_worth_noticing_stays_as_long_as_it_takes_to_read(player):
    player.frames(2)
    player.run.caption = ""
    player.frames(60)
    assert "closed their circle" in texts(player)
    player.frames(240)
    assert "closed their circle" not in texts(player)


def test_cutting_in_is_announced_and_can_be_taken_back(player):
    talking(player)
    player.press(pygame.K_x)
    assert "rude" in texts(player)
    player.press(pygame.K_x)
    assert "rude" not in texts(player)


def test_what_was_said_can_be_read_again(player):
    talking(player)
    player.press(pygame.K_1, pygame.K_h)
    assert player.screen.name == "history"
    assert "the fire station" in texts(player)
    player.press(pygame.K_h)
    assert player.screen.name == "room"


def test_a_mark_made_in_the_notebook_shows_although_the_evening_stands_still(player):
    talking(player)
    player.press(pygame.K_n)
    before = player.picture()
    player.press(pygame.K_RETURN)
    assert player.run.sent[-1].do == Do.MARK
    assert player.picture() != before


def test_nobody_asks_about_people_not_a_word_was_exchanged_with(player):
    talking(player)
    player.press(pygame.K_ESCAPE)
    assert "You have parted" not in texts(player)


def test_a_parting_card_goes_by_itself_and_can_be_put_off(player):
    talking(player)
    player.press(pygame.K_1, pygame.K_ESCAPE)
    assert "You have parted" in texts(player)
    player.press(pygame.K_BACKSPACE, pygame.K_BACKSPACE)
    assert "You have parted" not in texts(player)


def test_faster_and_slower_stay_within_the_paces_and_are_remembered(player):
    for _ in range(9):
        player.press(pygame.K_PLUS)
    assert player.run.pace == 6.0
    for _ in range(9):
        player.press(pygame.K_MINUS)
    assert player.run.pace == 1.0
    assert player.backend.settings.pace == 1.0


def test_the_keys_on_show_are_those_of_the_device_in_use(player):
    assert "WASD" in texts(player)
    player.post(pygame.CONTROLLERBUTTONDOWN, button=5, instance_id=0)
    player.pad(13)
    assert "Stick" in texts(player)


@pytest.mark.parametrize("device", ["keys", "mouse", "pad"])
def test_every_device_finds_its_own_line_of_keys_everywhere(player, device):
    player.desk.device = lambda: device
    lines = {texts(player)}
    player.press(pygame.K_TAB)
    lines.add(texts(player))
    talking(player)
    lines.add(texts(player))
    player.press(pygame.K_p)
    lines.add(texts(player))
    player.press(pygame.K_5, pygame.K_2)
    lines.add(texts(player))
    player.frames(40)
    player.press(pygame.K_RETURN)
    lines.add(texts(player))
    assert len(lines) == 6
