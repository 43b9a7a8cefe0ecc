"""Settings come back from the disk as they were, or as defaults where the file is broken."""

import pygame
import pytest

from game.stage.settings import Settings, is_sound, load, save, settings_file
from tests.stage.driver import Player


def test_settings_come_back_as_they_were_saved():
    settings = Settings(text=150, high_contrast=True, pace=4.0, coach="off")
    save(settings, settings_file())
    assert load(settings_file()) == settings


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[1]",
        '{"text": 101}',
        '{"text": "150"}',
        '{"coach": "loud"}',
        '{"pace": 99.0}',
        '{"live": 1}',
        '{"x": 1}',
        '{"language": "tlh"}',
    ],
)
def test_a_broken_file_gives_the_defaults(tmp_path, content):
    path = tmp_path / "settings.json"
    path.write_text(content, encoding="utf-8")
    assert load(path) == Settings()


@pytest.mark.parametrize(
    ("content", "sound"), [("{}", True), ('{"text": 150}', True), ("{", False), ('{"text": 15}', False)]
)
def test_a_file_that_could_not_be_understood_is_told_from_one_that_could(tmp_path, content, sound):
    path = tmp_path / "settings.json"
    assert is_sound(path)
    path.write_text(content, encoding="utf-8")
    assert is_sound(path) is sound


def test_what_is_right_in_a_broken_file_is_kept(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"text": 175, "pace": "fast"}', encoding="utf-8")
    assert load(path) == Settings(text=175)


def test_a_folder_that_cannot_be_written_does_not_stop_the_game(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    save(Settings(), tmp_path / "file" / "settings.json")
    assert (tmp_path / "file").read_text(encoding="utf-8") == ""


def test_a_language_is_spoken_as_soon_as_it_is_chosen_and_by_the_screens_below():
    player = Player()
    player.click_on("Settings")
    player.press(pygame.K_DOWN, pygame.K_DOWN, pygame.K_RIGHT)
    assert any(written.words == "Ajustes" for written in player.written())
    assert player.backend.settings.language == "es"
    player.press(pygame.K_ESCAPE)
    assert any(written.words == "Jugar" for written in player.written())


def test_the_pause_speaks_the_language_chosen_from_it_and_the_evening_still_stands():
    player = Player()
    player.to_room()
    player.press(pygame.K_p)
    player.click_on("Settings")
    player.press(pygame.K_DOWN, pygame.K_DOWN, pygame.K_RIGHT, pygame.K_ESCAPE)
    assert any(written.words == "Ajustes" for written in player.written())
    assert player.run.paused


def test_figures_are_written_as_the_language_writes_them():
    desk = Player().desk
    assert desk.t("figure", n="30,000.5") == "30,000.5"
    desk.change(language="es")
    assert [desk.t("figure", n=n) for n in ("30,000", "4.2", "18:12", 7)] == ["30.000", "4,2", "18:12", "7"]
