"""The way to the screen is chosen by timing the first flips."""

import pygame
import pytest

from game.stage import app, compat, present


@pytest.fixture
def clock(monkeypatch):
    """Flips that take as long as the test says."""
    now = {"t": 0.0, "flip": 0.0}
    monkeypatch.delenv(present.VARIABLE, raising=False)
    monkeypatch.setattr(present.time, "perf_counter", lambda: now["t"])
    monkeypatch.setattr(pygame.display, "flip", lambda: now.__setitem__("t", now["t"] + now["flip"]))
    return now


def flips(presenter: present.Presenter, number: int) -> list[bool]:
    return [presenter.flip() for _ in range(number)]


def test_slow_flips_ask_once_for_the_plain_path(clock):
    clock["flip"] = 0.016
    assert flips(present.Presenter(), 20).count(True) == 1


def test_fast_flips_keep_the_default(clock):
    clock["flip"] = 0.001
    assert not any(flips(present.Presenter(), 20))


def test_a_slow_start_alone_does_not_count(clock):
    presenter = present.Presenter()
    clock["flip"] = 0.2
    assert not any(flips(presenter, present.WARM_UP))
    clock["flip"] = 0.001
    assert not any(flips(presenter, 20))


def test_the_window_is_no_larger_than_the_screen():
    assert app.fitting((1920, 1080)) == (1280, 720)
    assert app.fitting((1024, 768)) == (1024, 720)


def test_the_window_grows_with_a_screen_of_many_pixels():
    assert app.fitting((3840, 2160)) == (2560, 1440)
    assert app.fitting((2560, 1080)) == (1280, 720)


def test_a_choice_made_in_the_environment_stands(clock, monkeypatch):
    monkeypatch.setenv(present.VARIABLE, "1")
    clock["flip"] = 0.016
    assert not any(flips(present.Presenter(), 20))


def test_a_display_that_does_not_come_back_at_once_is_waited_for(monkeypatch):
    answers = iter([pygame.error("not yet"), pygame.error("not yet"), None])

    def opened() -> None:
        if (answer := next(answers)) is not None:
            raise answer

    monkeypatch.setattr(present, "open_display", opened)
    monkeypatch.setattr(present.time, "sleep", lambda _: None)
    monkeypatch.setenv(present.VARIABLE, "")
    present.plain_path()
    assert next(answers, "all asked") == "all asked"


def test_a_display_that_never_comes_back_is_said(monkeypatch):
    def opened() -> None:
        raise pygame.error("there is no display")

    monkeypatch.setattr(present, "open_display", opened)
    monkeypatch.setattr(present.time, "sleep", lambda _: None)
    monkeypatch.setenv(present.VARIABLE, "")
    with pytest.raises(pygame.error):
        present.plain_path()


def test_windows_is_told_that_the_game_draws_in_the_pixels_of_the_screen(monkeypatch):
    monkeypatch.delenv("SDL_WINDOWS_DPI_AWARENESS", raising=False)
    compat.prepare()
    assert compat.os.environ["SDL_WINDOWS_DPI_AWARENESS"] == "permonitorv2"
