"""The window of a scenario that is being written: its problems on the stage, and what is saved taken over."""

from pathlib import Path

import pygame
import pytest

from game.desk import Desk as Backend
from game.stage.app import App
from game.stage.bulletin import LOOK_S
from game.stage.desk import Desk
from game.stage.ink import Ink, Written
from game.stage.screen import Push, Screen
from game.stage.screens.course import screen_of
from game.stage.screens.title import Title
from game.stage.screens.who import Who
from game.stage.settings import Settings
from tests.session.hands import SCENARIO, write_scenario

BROKEN = SCENARIO.replace("minutes: 5", "minutes: five").replace("style: promoter", "style: pomoter")


class Writer:
    """Somebody with the file in one window and the stage in the other."""

    def __init__(self, folder: Path, playing: bool = True, size: tuple[int, int] = (1280, 720)) -> None:
        self.file = Path(write_scenario(folder))
        self.backend = Backend(seed=3)
        watched = self.backend.watch(str(self.file))
        self.desk = Desk(self.backend)
        self.desk.settings = Settings()
        self.run = watched.start(seed=3) if playing else None
        first = screen_of(self.desk, self.desk.ready(self.run)) if self.run else Title(self.desk)
        self.app = App(first, lambda: self.desk.settings, size)
        self.app.watch(self.desk)
        if not playing:
            self.app.stack.go(Push(Who(self.desk, watched.scenario)))
        pygame.event.clear()
        self.frames()

    def frames(self, number: int = 4) -> None:
        for _ in range(number):
            assert self.app.step(LOOK_S)
            self.app.draw()

    def save(self, text: str) -> None:
        self.file.write_text(text, encoding="utf-8")
        self.frames()

    def press(self, key: int) -> None:
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode="", scancode=0))
        self.frames(1)

    def card(self) -> list[Written]:
        """What stands on the card."""
        trace: list[Written] = []
        self.app.bulletin.draw(Ink(self.app.surface, self.desk.settings, trace), self.app.stack.top)
        return trace

    def words(self) -> str:
        return " ".join(written.words for written in self.card())


@pytest.fixture
def writer(tmp_path: Path, home: Path) -> Writer:
    return Writer(tmp_path)


def test_a_broken_save_shows_its_problems_and_the_old_scenario_goes_on(writer: Writer) -> None:
    assert not writer.words()
    before = writer.run.evening.tick
    writer.save(BROKEN)
    assert "5:37: " in writer.words() and "2 problems" in writer.words()
    writer.frames(10)
    assert writer.run.evening.tick > before and writer.run.scenario.evening.minutes == 5


def test_the_next_sound_save_takes_them_away_and_says_so(writer: Writer) -> None:
    writer.save(BROKEN)
    writer.save(SCENARIO.replace("minutes: 5", "minutes: 9").replace("Dana Ruiz", "Dana Rice"))
    assert writer.words() == "Reloaded"
    assert writer.app.stack.top.name == "room" and writer.run.scenario.evening.minutes == 9
    writer.frames(30)
    assert not writer.words()


def test_all_problems_are_one_key_away_and_the_evening_stands_meanwhile(writer: Writer) -> None:
    writer.save(BROKEN)
    writer.press(pygame.K_F2)
    assert writer.app.stack.top.name == "problems" and not writer.words()
    writer.press(pygame.K_RETURN)
    assert writer.app.stack.top.name == "room" and writer.words()


def test_what_is_saved_while_one_says_who_one_is_is_asked_anew(tmp_path: Path, home: Path) -> None:
    writer = Writer(tmp_path, playing=False)
    writer.save(SCENARIO.replace("name: Alex Morgan", "name: Robin Vale"))
    who = writer.app.stack.top
    assert who.name == "who" and who.profile().name == "Robin Vale"


def test_looking_into_another_window_stops_nothing(writer: Writer) -> None:
    pygame.event.post(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    writer.frames()
    assert not writer.run.paused


@pytest.mark.parametrize(("size", "text"), [((960, 600), 200), ((1280, 720), 100), ((2560, 1440), 150)])
def test_the_card_keeps_inside_the_window_and_off_the_bars(
    tmp_path: Path, home: Path, size: tuple[int, int], text: int
) -> None:
    writer = Writer(tmp_path, size=size)
    writer.desk.settings = Settings(text=text)
    writer.save(BROKEN)
    card = writer.card()
    window = writer.app.surface.get_rect()
    assert card and all(window.contains(w.rect) and w.panel.contains(w.rect) for w in card)
    assert not any(bar.colliderect(writer.app.bulletin.rect) for bar in writer.app.stack.top.hud.bars)


class Watchful(Screen):
    """Two people stand at the far wall, both rather to the left."""

    overlay = True
    seen = (pygame.Rect(400, 20, 20, 20), pygame.Rect(20, 20, 20, 20))


def test_the_card_lies_where_it_hides_fewest_faces(writer: Writer) -> None:
    writer.app.stack.go(Push(Watchful()))
    writer.save(BROKEN)
    card = writer.app.bulletin.rect
    assert card.collidelist(Watchful.seen) == -1 and card.right < writer.app.surface.get_width()
