"""Sentences are handed to a program that may be missing, die or hang, and the game goes on."""

import sys
import time

import pytest

from game.stage import speech
from game.stage.settings import Settings
from game.stage.speech import Program, Speaker
from tests.stage.driver import Player

PATIENCE_S = 20.0


@pytest.fixture
def made():
    """A way to make speakers that are silent when the test is over."""
    speakers: list[Speaker] = []

    def make(program: Program) -> Speaker:
        speakers.append(Speaker(program))
        return speakers[-1]

    yield make
    for speaker in speakers:
        speaker.hush()
        for process in speaker._ended:
            process.wait(PATIENCE_S)


def program(code: str, reads: bool = True) -> Program:
    """A speech program written in Python."""
    return Program((sys.executable, "-c", code), reads)


def writer(path, lasts: float = 0.0) -> Program:
    """A program that writes down what it is to say, and takes its time."""
    return program(
        f"import sys, time\nsaid = sys.stdin.read()\nopen({str(path)!r}, 'a').write(said + '\\n')\ntime.sleep({lasts})"
    )


def settled(speaker: Speaker, enough) -> None:
    """Frames go by until something is so."""
    end = time.monotonic() + PATIENCE_S
    while not enough():
        assert time.monotonic() < end, "it did not come to that"
        speaker.update()
        time.sleep(0.005)


def lines(path) -> list[str]:
    return path.read_text().splitlines() if path.exists() else []


def test_what_is_said_comes_in_its_turn_and_the_focus_first(made, tmp_path):
    heard = tmp_path / "heard"
    speaker = made(writer(heard))
    speaker.tell("Dana: One.")
    speaker.tell("Dana: Two; $(true) `true` --help")
    speaker.point("Leave.")
    settled(speaker, lambda: len(lines(heard)) == 3)
    assert lines(heard) == ["Leave.", "Dana: One.", "Dana: Two; $(true) `true` --help"]


def test_a_newer_focus_cuts_an_older_one_short(made, tmp_path):
    heard = tmp_path / "heard"
    speaker = made(writer(heard, lasts=60.0))
    speaker.point("Play.")
    settled(speaker, lambda: lines(heard) == ["Play."])
    first = speaker._process
    speaker.point("Quit.")
    settled(speaker, lambda: lines(heard) == ["Play.", "Quit."])
    assert first.wait(PATIENCE_S) != 0
    second = speaker._process
    speaker.hush()
    assert second.wait(PATIENCE_S) != 0


def test_a_line_being_said_is_not_cut_short_by_the_focus(made, tmp_path):
    heard = tmp_path / "heard"
    speaker = made(writer(heard, lasts=60.0))
    speaker.tell("Dana: One.")
    settled(speaker, lambda: lines(heard) == ["Dana: One."])
    speaker.point("Leave.")
    speaker.update()
    assert speaker._process.poll() is None
    speaker.hush()


def test_of_too_much_to_say_the_oldest_is_dropped(made, tmp_path):
    heard = tmp_path / "heard"
    speaker = made(writer(heard))
    for number in range(20):
        speaker.tell(str(number))
    settled(speaker, lambda: "19" in lines(heard))
    assert lines(heard) == [str(number) for number in range(20 - speech.WAITING, 20)]


@pytest.mark.parametrize("code", ["raise SystemExit(3)", "import os; os.close(0); os._exit(1)"])
def test_a_program_that_dies_costs_its_sentence_and_no_more(made, code):
    speaker = made(program(code))
    for _ in range(3):
        speaker.tell("x" * 1_000_000)
    settled(speaker, lambda: not speaker._waiting and speaker._process is None)


def test_a_program_that_hangs_is_ended(made, monkeypatch, tmp_path):
    monkeypatch.setattr(speech, "LONGEST_S", 0.05)
    monkeypatch.setattr(speech, "LETTER_S", 0.0)
    speaker = made(program("import time; time.sleep(600)"))
    speaker.tell("One.")
    speaker.update()
    hanging = speaker._process
    settled(speaker, lambda: speaker._process is None)
    assert hanging.wait(PATIENCE_S) != 0


def test_a_program_that_cannot_be_started_is_not_tried_again(made, tmp_path):
    speaker = made(Program((str(tmp_path / "gone"),)))
    speaker.point("Play.")
    speaker.update()
    assert speaker.program is None
    speaker.tell("More.")
    speaker.update()


def test_a_sentence_can_be_an_argument_too(made, tmp_path):
    heard = tmp_path / "heard"
    code = f"import sys; open({str(heard)!r}, 'w').write(sys.argv[1])"
    speaker = made(program(code, reads=False))
    speaker.point("Play it, “Sam”.")
    settled(speaker, lambda: lines(heard) == ["Play it, “Sam”."])


def test_a_service_that_goes_on_speaking_is_asked_to_stop(made, tmp_path):
    asked = tmp_path / "asked"
    stop = (sys.executable, "-c", f"open({str(asked)!r}, 'w').write('stop')")
    speaker = made(program("import time; time.sleep(60)")._replace(stop=stop))
    speaker.tell("One.")
    speaker.update()
    speaker.hush()
    settled(speaker, lambda: lines(asked) == ["stop"])


@pytest.mark.parametrize(
    ("platform", "has", "called"),
    [
        ("linux", {"say", "powershell"}, None),
        ("linux", {"espeak", "spd-say", "say"}, "spd-say"),
        ("linux", {"espeak", "espeak-ng"}, "espeak-ng"),
        ("darwin", {"say", "espeak"}, "say"),
        ("win32", {"powershell"}, "powershell"),
    ],
)
def test_the_program_is_the_one_usual_on_the_machine(monkeypatch, platform, has, called):
    monkeypatch.setattr(speech.sys, "platform", platform)
    monkeypatch.setattr(speech.shutil, "which", lambda name: name if name in has else None)
    program = speech.found.__wrapped__()
    assert (program.call[0] if program else None) == called


@pytest.mark.parametrize(("has", "shown"), [(None, True), (Program(("espeak",)), False)])
def test_the_setting_says_when_there_is_no_program(monkeypatch, has, shown):
    monkeypatch.setattr(speech, "found", lambda: has)
    player = Player((1280, 1000))
    player.click_on("Settings")
    assert any("no speech program found" in written.words for written in player.written()) is shown


def test_without_a_program_nothing_fails_when_it_is_asked_to_read(monkeypatch):
    player = Player(settings=Settings(voice=True))
    player.app.narrator.voice = Speaker(None)
    player.to_room()
    player.frames(20)
    assert player.open
