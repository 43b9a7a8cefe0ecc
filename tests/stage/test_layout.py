"""No text overflows its panel, leaves the window, or lies over another, at any size."""

import itertools

import pygame
import pytest

from game.session.views import Step
from game.stage.ink import Ink, Written
from game.stage.settings import Settings
from game.stage.sheet import Shot, shots
from game.talk.words import languages
from tests.stage.driver import Player
from tests.stage.fakes import LONG, FakeBackend

SIZES = ((1024, 768), (1280, 720), (1920, 1080), (2560, 1440))
LEAST = (960, 600)
CHECKED = {  # by text and contrast: the small windows are the hard ones, the others once each
    (100, False): (*SIZES, LEAST),
    (150, False): (SIZES[0], SIZES[2]),
    (200, False): (SIZES[0], SIZES[1], LEAST),
    (150, True): (SIZES[1],),
    (200, True): (SIZES[0],),
}
SCREENS = {
    *(
        f"present_{name}"
        for name in ("title", "question", "vote_1", "vote_2", "freeze", "decide", "onward", "follow_up", "weeks")
    ),
    *(f"present_reveal_{number}" for number in range(1, 15)),
    *("slider", "slider_rules"),
    *(f"slider_{of}_{name}" for of in ("bought", "rule") for name in ("question", "running", "result")),
    "title",
    "scenarios",
    "continue",
    "who",
    "question",
    "settings",
    "keys",
    "room",
    "talk",
    "notebook",
    "history",
    "pause",
    "parting",
    "decisions",
    "debrief_1",
    "debrief_2",
    "debrief_3",
    "debrief_4",
    "debrief_5",
    "debrief_6",
    "debrief_7",
    "debrief_8",
    "debrief_9",
    "guide",
    "why",
    "go_on",
    "follow_up",
    "feed_day_1",
    "feed_day_20",
    "feed_night",
    *(
        f"feed_{name}"
        for name in ("thread", "person", "people", "public", "play_on", "playing", "crowd", "relationships", "away")
    ),
}
SAY = "Anybody can ask a question. The second one, about the answer, shows that you heard it."
GUIDED = Step(7, 8, "follow_up", SAY)


def faults(shot: Shot) -> list[str]:
    """What is wrong with where the words of a picture stand."""
    window = shot.surface.get_rect()
    found = []
    for written in shot.trace:
        if not window.contains(written.rect):
            found.append(f"{written.words!r} leaves the window: {written.rect}")
        elif not written.panel.contains(written.rect):
            found.append(f"{written.words!r} leaves its panel: {written.rect} not in {written.panel}")
    found += [
        f"{a.words!r} lies over {b.words!r}: {a.rect} {b.rect}"
        for a, b in itertools.combinations(shot.trace, 2)
        if a.layer == b.layer and a.rect.colliderect(b.rect)
    ]
    return [f"{shot.name} {shot.size} {shot.text} %: {fault}" for fault in found]


@pytest.fixture
def covered(monkeypatch) -> list[str]:
    """Words that a panel was drawn over, while a trace is kept."""
    found: list[str] = []
    panel = Ink.panel

    def watched(ink: Ink, rect, *how, **more) -> None:
        shows = rect.clip(ink._view) if ink._view else rect
        found.extend(w.words for w in ink.trace or () if w.layer == ink._layer and w.rect.colliderect(shows))
        panel(ink, rect, *how, **more)

    monkeypatch.setattr(Ink, "panel", watched)
    return found


@pytest.mark.parametrize(("text", "contrast"), CHECKED)
def test_every_text_of_every_screen_stands_inside_its_panel_and_over_no_other(text, contrast, covered):
    seen = set()
    found = []
    backend = FakeBackend()
    backend.step = GUIDED
    for shot in shots(backend, CHECKED[text, contrast], [text], [contrast]):
        seen.add(shot.name)
        assert shot.trace, shot.name
        found += faults(shot)
    assert seen == SCREENS
    assert not found, "\n".join(found)
    assert not covered


@pytest.mark.parametrize("language", [language for language in languages() if language != "en"])
def test_the_longer_words_of_another_language_have_room_at_the_largest_type(language, covered):
    backend = FakeBackend()
    backend.speak(language)
    backend.step = GUIDED
    found = [fault for shot in shots(backend, [SIZES[1], LEAST], [200]) for fault in faults(shot)]
    assert not found, "\n".join(found)
    assert not covered


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", [100, 200])
def test_a_long_caption_leaves_the_card_of_a_guided_start_alone(size, text, covered):
    player = Player(size, Settings(text=text))
    player.to_room()
    player.press(pygame.K_TAB, pygame.K_RETURN)
    player.run.step, player.run.narration = GUIDED, LONG[:120]
    player.frames(3)
    assert any("follow up" in written.words for written in player.written())
    assert not covered


def test_a_text_outside_its_panel_is_found():
    inside, outside = pygame.Rect(0, 0, 50, 20), pygame.Rect(40, 0, 50, 20)
    panel = pygame.Rect(0, 0, 60, 40)
    trace = [Written("a", inside, panel, 1), Written("b", outside, panel, 1)]
    shot = Shot("x", (200, 100), 100, False, pygame.Surface((200, 100)), trace)
    assert len(faults(shot)) == 2


def test_the_sheet_writes_one_picture_for_each_screen_and_size(tmp_path):
    from game.stage.sheet import sheet

    files = list(sheet(FakeBackend(), tmp_path / "sheet", [(1280, 720)], [100], [False]))
    assert {file.name for file in files} == {f"{name}-1280x720-100.png" for name in SCREENS}
    assert all(file.stat().st_size > 10_000 for file in files)
