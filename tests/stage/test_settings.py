"""Settings come back from the disk as they were, or as defaults where the file is broken."""

import pytest

from game.stage.settings import Settings, is_sound, load, save, settings_file


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
