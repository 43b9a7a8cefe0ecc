"""From the title to the debrief, each way of steering alone."""

import pygame

from game.model.acts import Act, Mark
from game.model.commands import Do
from tests.stage.driver import Player

A, B, X, Y, DOWN, RIGHT, NEXT, MENU = 0, 1, 2, 3, 12, 14, 10, 6


def did(player: Player) -> list[int]:
    return [command.do for command in player.run.sent]


def test_an_evening_is_played_from_title_to_debrief_and_again_by_keyboard_alone():
    player = Player()
    k = pygame
    names = [player.screen.name]
    for key in (k.K_RETURN, k.K_RETURN, k.K_RETURN, k.K_DOWN, k.K_RETURN):
        player.press(key)
        if player.screen.name != names[-1]:
            names.append(player.screen.name)
    assert names == ["title", "scenarios", "who", "question", "room"]
    assert player.run.profile.first_answer == "Find somebody I know."
    player.hold(k.K_RIGHT, 30)
    player.press(k.K_TAB, k.K_RETURN)
    assert Do.WALK in did(player)
    assert Do.APPROACH in did(player)
    player.press(k.K_DOWN, k.K_RETURN, k.K_l, k.K_5, k.K_x, k.K_1, k.K_ESCAPE)
    says = [command.act for command in player.run.sent if command.do == Do.SAY]
    assert says == [Act.ASK, Act.OFFER]
    assert did(player)[-3:] == [Do.LISTEN, Do.SAY, Do.CUT_IN] or Do.CUT_IN in did(player)
    assert did(player)[-1] == Do.LEAVE
    player.press(k.K_2)
    assert player.run.sent[-1].do == Do.MARK
    assert player.run.sent[-1].item == Mark.BUSINESS
    player.press(k.K_ESCAPE, k.K_5, k.K_2)
    assert player.screen.name == "decisions"
    player.press(k.K_TAB, k.K_RETURN)
    while player.screen.name == "decisions":
        player.press(k.K_TAB)
        if player.screen.ring.focus in player.screen.foot:
            player.press(k.K_RETURN)
    assert player.screen.name == "go_on"
    player.press(k.K_2)
    assert player.screen.name == "debrief"
    for _ in range(len(player.screen.pages) - 1):
        player.press(k.K_RETURN)
    player.press(k.K_TAB, k.K_RETURN)
    assert player.screen.name == "room"
    assert player.run.seed == 7
    assert player.run.profile.first_answer == "Find somebody I know."
    assert player.backend.runs[0].closed


def test_an_evening_is_played_from_title_to_debrief_by_mouse_alone():
    player = Player()
    for words in ("Play", "The Chamber Mixer", "Go in", "Get a drink!"):
        player.click_on(words)
    assert player.screen.name == "room"
    body = player.screen.picture.bodies[1]
    player.click(body.center)
    assert player.run.sent[-1].do == Do.APPROACH
    player.click_on("Ask about hiring")
    assert player.run.sent[-1].act == Act.ASK
    player.click_on("Leave")
    player.click_on("Could refer")
    assert player.run.sent[-1].item == Mark.REFER
    player.click((640, 560))
    assert player.run.sent[-1].do == Do.WALK
    player.click(player.screen.hud.buttons[0][0].center)
    player.click_on("Call it an evening")
    player.click_on("Yes, I am done")
    player.click_on("Done")
    player.click_on("No, show me the evening")
    assert player.screen.name == "debrief"


def test_an_evening_is_played_from_title_to_debrief_by_pad_alone():
    player = Player()
    for _ in range(4):
        player.pad(A)
    assert player.screen.name == "room"
    player.post(pygame.CONTROLLERAXISMOTION, axis=0, value=-32000, instance_id=0)
    player.frames(20)
    player.post(pygame.CONTROLLERAXISMOTION, axis=0, value=0, instance_id=0)
    assert Do.WALK in did(player)
    player.pad(NEXT)
    player.pad(A)
    player.pad(DOWN)
    player.pad(A)
    player.pad(Y)
    player.pad(B)
    acts = [
        do for do in did(player) if do not in (Do.WALK, Do.STAY)
    ]  # the cross walks where there is nothing to choose
    assert acts[-4:] == [Do.APPROACH, Do.SAY, Do.LISTEN, Do.LEAVE]
    player.pad(MENU)
    for _ in range(4):
        player.pad(DOWN)
    player.pad(A)
    player.pad(DOWN)
    player.pad(A)
    assert player.screen.name == "decisions"


def at_the_faces() -> Player:
    """A player whose evening is over, on the page of the people."""
    player = Player()
    player.to_room()
    player.press(pygame.K_p, pygame.K_5, pygame.K_2)
    player.press(pygame.K_TAB, pygame.K_RETURN)
    while player.screen.name == "decisions":
        player.press(pygame.K_TAB)
        if player.screen.ring.focus in player.screen.foot:
            player.press(pygame.K_RETURN)
    player.press(pygame.K_2)
    player.press(pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_RIGHT)
    assert player.screen.heading == "What became of whom"
    return player


def test_a_face_of_the_debrief_answers_why_by_keyboard_mouse_and_pad_and_comes_back_to_where_it_was():
    def with_keys(player: Player) -> None:
        player.press(pygame.K_TAB, pygame.K_RETURN)

    def with_mouse(player: Player) -> None:
        player.click_on("Dana Ruiz")

    def with_pad(player: Player) -> None:
        player.pad(NEXT)
        player.pad(A)

    for chosen in (with_keys, with_mouse, with_pad):
        player = at_the_faces()
        chosen(player)
        assert player.screen.name == "why", chosen
        assert any("Dana Ruiz is a little cool" in written.words for written in player.written())
        player.press(pygame.K_ESCAPE)
        assert player.screen.heading == "What became of whom"
        assert player.screen.ring.focus.person == 1


def test_arrows_move_between_the_faces_and_turn_pages_from_the_buttons():
    player = at_the_faces()
    player.press(pygame.K_TAB, pygame.K_RIGHT)
    assert player.screen.heading == "What became of whom"
    assert player.screen.ring.focus.stop and player.screen.ring.focus.person != 1


def test_a_joystick_without_names_for_its_buttons_moves_the_focus_too():
    player = Player()
    first = player.screen.ring.focus
    player.post(pygame.JOYHATMOTION, joy=0, instance_id=0, hat=0, value=(0, -1))
    assert player.screen.ring.focus is not first
    player.post(pygame.JOYHATMOTION, joy=0, instance_id=0, hat=0, value=(0, 0))
    player.post(pygame.JOYHATMOTION, joy=0, instance_id=0, hat=0, value=(0, 1))
    player.post(pygame.JOYBUTTONDOWN, joy=0, instance_id=0, button=0)
    assert player.screen.name == "scenarios"


def test_an_unfinished_evening_is_taken_up_again_and_stands_still_until_the_player_is_ready():
    player = Player()
    player.press(pygame.K_2, pygame.K_1)
    player.frames(3)
    assert player.screen.name == "pause"
    before = player.run.tick
    player.frames(60)
    assert player.run.tick == before
    player.press(pygame.K_RETURN)
    player.frames(60)
    assert player.screen.name == "room"
    assert player.run.tick > before


def test_a_run_that_cannot_be_taken_up_again_is_said_in_a_line_and_nothing_is_lost():
    player = Player()
    player.backend.broken = True
    player.press(pygame.K_2, pygame.K_1)
    assert player.screen.name == "trouble"
    assert any("another" in written.words for written in player.written())
    player.press(pygame.K_RETURN)
    assert player.screen.name == "continue"


def test_leaving_saves_the_run_and_comes_back_to_the_title():
    player = Player()
    player.to_room()
    player.press(pygame.K_p, pygame.K_6)
    assert player.screen.name == "title"
    assert player.run.closed


def test_closing_the_window_ends_the_loop():
    player = Player()
    player.post(pygame.QUIT)
    assert not player.open


def test_quit_in_the_title_ends_the_loop():
    player = Player()
    player.press(pygame.K_5)
    assert not player.open
