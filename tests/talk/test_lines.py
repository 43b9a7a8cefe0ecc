"""The authored lines: sound conditions, enough of them, short enough, and something for everybody."""

from itertools import product
from pathlib import Path

import pytest

from game.model.acts import Act
from game.talk.lines import load_lines
from game.talk.utterance import band
from game.talk.words import FOLDER, WordsError
from tests.talk.company import MANNERS, items_for, turn, voice

LINES = load_lines(FOLDER / "en" / "lines")
ALL = [line for lines in LINES.values() for line in lines]
ABOUT_ITEMS = (Act.ASK, Act.FOLLOW_UP, Act.PARAPHRASE, Act.ANSWER, Act.SHARE, Act.PRAISE, Act.REMEMBER)
WARMTHS = (-1.0, 0.0, 1.0)


def test_there_are_enough_of_them() -> None:
    assert len(ALL) >= 1000
    assert sum(line.is_styled() and "promoter" in line.asks("style") for line in ALL) >= 120


def test_every_act_has_lines_of_its_own_for_every_manner() -> None:
    for act, manner in product(Act, MANNERS):
        assert any(manner in line.asks("manner") for line in LINES[act]), (act.name, manner)


def test_every_act_has_lines_of_its_own_for_cool_and_warm() -> None:
    for act, mood in product(Act, ("cool", "warm")):
        moods = {one for line in LINES[act] for one in (*line.asks("warmth"), *line.asks("regard"))}
        assert mood in moods, act.name


@pytest.mark.parametrize("act", Act)
def test_there_is_always_something_to_say(act: Act) -> None:
    """Whoever speaks, in whatever mood, about whatever, knowing everything or nothing."""
    speaking = voice()
    for speaker, item, warmth, known in product(range(5), items_for(act, 3), WARMTHS, (0, 2**32 - 1)):
        u = turn(act, speaker, (speaker + 1) % 5, item, warmth=warmth, known=known, about=(speaker + 2) % 5)
        assert speaking.line(u), (act, speaker, item, band(warmth))


def test_every_line_has_an_id_of_its_own() -> None:
    assert len({line.id for line in ALL}) == len(ALL)


def test_no_line_stands_twice_in_an_act() -> None:
    for act, lines in LINES.items():
        texts = [(line.text, line.is_styled()) for line in lines]
        assert len(texts) == len(set(texts)), (act.name, [t for t in texts if texts.count(t) > 1])


def test_a_line_about_something_says_what_it_is_about() -> None:
    """Else a question about sailing could come out as one about the work."""
    for act in ABOUT_ITEMS:
        for line in LINES[act]:
            loose = not line.asks("item") and line.rank >= 0
            assert not loose or line.is_styled(), line.id


def test_every_line_leaves_room_in_a_speech_bubble() -> None:
    for line in ALL:
        plain = line.text.replace("{my_story}", "").replace("{subj:", "").replace("}", "")
        assert len(plain) <= 135, line.id


def test_straight_quotes_and_single_spaces_keep_the_tables_even() -> None:
    for line in ALL:
        assert "  " not in line.text and "’" not in line.text and line.text == line.text.strip(), line.id


def test_the_greeting_of_a_stranger_gives_a_name() -> None:
    for line in LINES[Act.GREET]:
        if line.asks("met") == ("no",):
            assert {"me", "my_name"} & line.slots or line.is_styled(), line.id


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("gret: {a: {say: [Hello]}}", "the name of an act"),
        ("greet: {a: {when: {mood: glad}, say: [Hello]}}", "a condition out of"),
        ("greet: {a: {when: {manner: loud}, say: [Hello]}}", "greet.a: manner: expected brisk or"),
        ("greet: {a: {when: {manner: dry}}}", "`say` with lines"),
        ("greet: {a: {says: [Hello]}}", "`say` with lines"),
        ("ask: {a: {asks: why, say: [Hello]}}", "ask.a: asks: expected began or"),
    ],
)
def test_a_broken_group_says_what_is_wrong(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "some.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(WordsError, match=message):
        load_lines(tmp_path)
