"""A scenario's files watched, look by look, and runs that follow what is saved into them."""

import os
from pathlib import Path

import pytest

from game.model.commands import Command, Do
from game.session.preview import Watched
from game.session.watching import Watcher
from game.talk.words import Words
from tests.session.hands import SCENARIO, write_scenario

LONGER = SCENARIO.replace("minutes: 5", "minutes: 9")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(write_scenario(tmp_path))


def looks(watcher: Watcher, number: int = 4) -> int:
    """How often something new is found."""
    return sum(watcher.poll() for _ in range(number))


def test_a_save_is_found_once_when_two_looks_agree(file: Path) -> None:
    watcher = Watcher(file)
    assert looks(watcher) == 0
    file.write_text(LONGER, encoding="utf-8")
    assert [watcher.poll(), watcher.poll(), watcher.poll()] == [False, True, False]


def test_a_file_empty_for_a_moment_is_not_yet_saved(file: Path) -> None:
    watcher = Watcher(file)
    file.write_text("", encoding="utf-8")
    assert not watcher.poll()
    file.write_text(LONGER, encoding="utf-8")
    assert [watcher.poll(), watcher.poll()] == [False, True]


def test_another_file_put_in_its_place_is_a_save_and_the_same_words_again_are_none(file: Path) -> None:
    watcher = Watcher(file)
    beside = file.with_suffix(".new")
    for text, news in ((LONGER, 1), (LONGER, 0), (SCENARIO, 1)):
        beside.write_text(text, encoding="utf-8")
        os.replace(beside, file)
        assert looks(watcher) == news


def test_words_beside_the_scenario_are_watched_too(file: Path) -> None:
    watcher = Watcher(file)
    file.with_name("words.es.yaml").write_text("title: La pausa", encoding="utf-8")
    assert looks(watcher) == 1


def test_a_broken_save_is_told_by_line_and_column_and_the_run_goes_on_in_the_old_scenario(file: Path) -> None:
    watched = Watched(str(file), Words())
    run = watched.start(seed=3)
    file.write_text(SCENARIO.replace("minutes: 5", "minutes: five"), encoding="utf-8")
    assert watched.look() is None
    news = watched.look()
    assert news is not None and news.kind == "broken"
    assert news.problems[0].startswith("5:37: ") and "five" in news.problems[0]
    run.tick()
    assert run.scenario.evening.minutes == 5
    file.write_text(LONGER, encoding="utf-8")
    watched.look()
    mended = watched.look()
    assert mended is not None and (mended.kind, mended.problems) == ("reloaded", ())
    assert run.scenario.evening.minutes == 9 and run.evening.tick == 1


def test_what_was_asked_for_when_the_file_was_saved_is_still_done(file: Path) -> None:
    watched = Watched(str(file), Words())
    run = watched.start(seed=3)
    for _ in range(4):
        run.tick()
    run.submit(Command(0, 0, Do.WALK, x=6.0, y=3.0))
    written = "attendees:\n  - {name: Eve Moreau}\n".join(SCENARIO.split("attendees:\n"))
    file.write_text(written, encoding="utf-8")
    watched.look(), watched.look()
    run.tick()
    people = run.evening.world.people
    assert len(run.view().people) == 7
    assert (people.goal_x[0], people.goal_y[0]) == (6.0, 3.0)


def test_the_weeks_go_on_as_they_began_and_the_next_start_has_the_new_file(file: Path) -> None:
    watched = Watched(str(file), Words())
    run = watched.start(seed=3)
    run.finish()
    run.go_on()
    file.write_text(LONGER, encoding="utf-8")
    watched.look()
    news = watched.look()
    assert news is not None and news.kind == "later"
    assert run.scenario.evening.minutes == 5 and watched.start(seed=3).scenario.evening.minutes == 9


def test_warped_to_a_minute_the_player_has_the_floor_and_stays_there_when_the_file_is_saved(file: Path) -> None:
    watched = Watched(str(file), Words())
    run = watched.start(seed=3)
    assert list(run.warp(2.5))[-1] == 600
    assert run.evening.style == "human" and run.view().clock == "10:32"
    me = run.view().people[0]
    file.write_text(LONGER, encoding="utf-8")
    watched.look(), watched.look()
    now = run.view().people[0]
    assert (now.x, now.y, now.formation, run.evening.tick) == (me.x, me.y, me.formation, 600)
