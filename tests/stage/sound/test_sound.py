"""What is heard, and what is not."""

from dataclasses import replace

import numpy as np
import pygame
import pytest

from game.stage.settings import Settings
from game.stage.sound import hearing, signals, synth, voices
from game.stage.sound.player import Sound
from game.talk.words import Words
from tests.stage.art.demo import demo_view as room


def pitch(wave: np.ndarray) -> float:
    """Where most of a sound lies, in Hz."""
    spectrum = np.abs(np.fft.rfft(wave))
    return float(np.fft.rfftfreq(len(wave), 1 / synth.RATE)[spectrum.argmax()])


def everything() -> list[np.ndarray]:
    return [synth.murmur(2.0, 1), voices.voice("dana", "Hello."), *map(signals.signal, signals.NAMES)]


def test_a_tone_has_the_pitch_asked_for() -> None:
    assert pitch(synth.tone(440, 1.0)) == pytest.approx(440, abs=2)


def test_nothing_is_louder_than_a_sound_card_takes_and_nothing_is_silence() -> None:
    for wave in everything():
        assert 0.05 < np.abs(wave).max() <= 1.0


def test_no_sound_begins_or_ends_with_a_click() -> None:
    for wave in (voices.voice("dana", "Hello."), *map(signals.signal, signals.NAMES)):
        assert abs(wave[0]) < 0.02 and abs(wave[-1]) < 0.02


def test_the_murmur_closes_without_a_seam() -> None:
    wave = synth.murmur(2.0, 1)
    assert abs(wave[0] - wave[-1]) <= np.abs(np.diff(wave)).max()


def test_everybody_has_a_voice_of_their_own_and_keeps_it() -> None:
    said = {key: voices.voice(key, "What do you do all day?") for key in ("dana_ruiz", "omar_haddad", "brad_pike")}
    assert len({round(pitch(wave)) for wave in said.values()}) == len(said)
    assert np.array_equal(said["dana_ruiz"], voices.voice("dana_ruiz", "What do you do all day?"))


def test_a_longer_line_is_a_longer_tune_up_to_a_point() -> None:
    short, long, longer = (len(voices.voice("dana", "words " * n)) for n in (1, 4, 400))
    assert short < long <= longer < 3 * synth.RATE


def near(number: int, speaking: int, side: float = 1.0):
    """A view with so many people at a metre's distance, so many of them speaking; everybody else far off."""
    view = room()
    me = next(p for p in view.people if p.id == view.me)
    others = [p for p in view.people if p.id != view.me][:number]
    placed = [
        p._replace(x=me.x + side, y=me.y, speaking=n < speaking, activity="talking") for n, p in enumerate(others)
    ]
    return replace(view, people=(me, *placed))


def test_the_room_is_as_loud_as_there_are_people_talking_nearby() -> None:
    levels = [sum(hearing.loudness(near(6, speaking))) for speaking in (0, 1, 3, 6)]
    assert levels[0] == 0 and levels == sorted(set(levels))


def test_where_everybody_keeps_away_it_is_quiet() -> None:
    beside, away = near(4, 4), near(4, 4, side=8.0)
    assert sum(hearing.loudness(away)) < sum(hearing.loudness(beside)) / 5


def test_who_talks_on_the_right_is_heard_on_the_right() -> None:
    left, right = hearing.loudness(near(2, 2, side=2.0))
    assert right > 2 * left


def test_whatever_a_signal_tells_of_the_room_a_caption_tells_in_words() -> None:
    told = [name for name in signals.NAMES if name not in ("soon", "move", "choose")]  # the clock, the focus
    assert all(f"session.caption.{name}" in Words() for name in told)


@pytest.fixture
def device(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    yield
    pygame.mixer.quit()


def playing(**settings: int) -> Sound:
    sound = Sound(lambda: Settings(**settings))
    sound.open()
    return sound


def test_a_line_in_ones_own_circle_is_heard_once(device) -> None:
    sound, view = playing(murmur=0, signals=0), room()
    mine = replace(view.lines[0], mine=True, fading=False)
    before = busy()
    for _ in range(3):
        sound.room(replace(view, lines=(mine,)), str)
    assert busy() == before + 2  # the voice, and the murmur that is turned down
    sound.close()


def busy() -> int:
    return sum(pygame.mixer.Channel(n).get_busy() for n in range(pygame.mixer.get_num_channels()))


def test_what_is_turned_down_is_not_played(device) -> None:
    sound = playing(signals=0)
    sound.signal("card")
    assert busy() == 0
    sound.close()


def test_the_murmur_comes_and_goes_by_degrees(device) -> None:
    sound, view = playing(murmur=100, voices=0, signals=0), near(6, 6)
    heard = []
    for _ in range(60):
        sound.room(view, str)
        heard.append(sum(sound._ears))
    assert heard == sorted(heard) and heard[-1] > 0.5 and max(np.diff(heard)) < 0.2
    for _ in range(120):
        sound.still()
    assert sum(sound._ears) < 0.01
    sound.close()


def test_without_a_device_nothing_is_heard_and_nothing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "no such driver")
    sound = playing()
    sound.room(room(), str)
    sound.signal("card")
    sound.still()
    sound.close()
    assert not sound.on
