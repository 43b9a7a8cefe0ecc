"""The coach in the room: why somebody is as they are, the guided start, and how much is said unasked."""

import pygame
import pytest

from game.session.views import Step
from game.stage.settings import Settings
from tests.stage.driver import Player
from tests.stage.fakes import CAPTION, NAMES

STEP = Step(2, 8, "join", "Whoever stands alone is glad to be found.")
COMMENT = "Dana warms to you: you asked her about herself."


def in_the_room(coach: str = "hint") -> Player:
    player = Player(settings=Settings(coach=coach))
    player.to_room()
    return player


def words(player: Player) -> str:
    return " ".join(written.words for written in player.written())


def test_a_key_asks_why_somebody_across_the_room_is_as_they_are() -> None:
    player = in_the_room()
    player.press(pygame.K_TAB, pygame.K_y)
    assert player.screen.name == "why"
    assert "You pitched before she had said what she does." in words(player)
    assert "18:07, cooler to you" in words(player)


def test_in_a_circle_it_asks_about_each_of_them_in_turn() -> None:
    player = in_the_room()
    player.press(pygame.K_TAB, pygame.K_TAB, pygame.K_RETURN, pygame.K_y)
    asked = []
    for _ in player.run.with_:
        asked += [name for name in NAMES if f"{name} is a little cool" in words(player)]
        player.click_on("And ")
    assert asked == [NAMES[mate - 1] for mate in player.run.with_]


@pytest.mark.parametrize("button", [1, 3])
def test_a_click_on_a_face_of_the_circle_asks_too(button: int) -> None:
    player = in_the_room()
    player.press(pygame.K_TAB, pygame.K_RETURN)
    player.frames(60)
    room = player.screen
    spot = next(
        (x, y)
        for y in range(0, player.app.surface.get_height(), 6)
        for x in range(0, player.app.surface.get_width(), 6)
        if room._person_at((x, y)) in player.run.with_ and not room.panel.rect.collidepoint(x, y)
    )
    player.click(spot, button)
    assert player.screen.name == "why"


def test_it_closes_by_the_key_that_opened_it() -> None:
    player = in_the_room()
    player.press(pygame.K_TAB, pygame.K_y, pygame.K_y)
    assert player.screen.name == "room"


def test_a_pad_can_ask() -> None:
    player = in_the_room()
    player.pad(10)
    player.pad(8)
    assert player.screen.name == "why"


def test_without_a_coach_nobody_reads_minds() -> None:
    player = in_the_room("off")
    player.run.step = STEP
    player.frames()
    player.press(pygame.K_TAB, pygame.K_y)
    assert player.screen.name == "room"
    assert CAPTION not in words(player) and STEP.say not in words(player)


@pytest.mark.parametrize(("coach", "said"), [("hint", CAPTION), ("comment", COMMENT)])
def test_a_coach_who_hints_says_what_can_be_seen_and_one_who_comments_says_why(coach: str, said: str) -> None:
    player = in_the_room(coach)
    player.run.comment = COMMENT
    player.frames(2)
    assert said in words(player)


@pytest.mark.parametrize("size", [(1024, 768), (1280, 720), (2560, 1440)])
def test_a_guided_start_says_the_step_its_keys_and_what_it_is_good_for(size: tuple[int, int]) -> None:
    player = Player(size)
    player.to_room()
    player.run.step = STEP
    player.frames(2)
    for part in ("2 of 8: join somebody", "Whoever stands alone", "choose somebody"):
        assert part in words(player)


def test_the_card_of_a_guided_start_names_the_keys_of_the_device_in_hand() -> None:
    player = in_the_room()
    player.run.step = STEP
    player.click((640, 500))
    assert "on somebody to walk up" in words(player)
