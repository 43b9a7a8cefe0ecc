"""An evening speaks the language its scenario is told in, and what is kept of it goes on in that language."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from game import scenario as scenarios
from game.scenario.spec import Evening as Hours
from game.scenario.told import told_in
from game.session import lookback, start
from game.session.evening import Evening
from game.talk.words import Words

WRONG = re.compile(r"[{}]|\b(de|a) el\b|\by i(?!a|e|o)|\bo o|  |\b(the|and|you|of)\b")
SCENARIO = """\
title: The Tea Break
lesson: Listening works.
evening: {minutes: 5}
attendees: [{name: Dana Ruiz, pronoun: she}, {name: Omar Haddad}, {name: Ines Hoffmann}, {name: Teo Lind}]
"""


def played(language: str) -> Evening:
    """Six minutes of the first evening, in a language."""
    scenario = replace(told_in(scenarios.load("first_five_minutes"), language), evening=Hours(minutes=6))
    evening = Evening(scenario, 7, "giver", Words(language))
    while not evening.over:
        evening.step(())
    return evening


def test_an_evening_in_spanish_is_the_same_evening_and_all_of_it_is_spanish() -> None:
    spanish, english = played("es"), played("en")
    assert spanish.digest() == english.digest()
    said = [line.text for line in spanish.lines]
    assert len(said) == len(english.lines) > 100
    assert [text for text in said if WRONG.search(text)] == []
    assert len(set(said)) > 0.9 * len(said)


def written(folder: Path, languages: str, words: str = "") -> str:
    (folder / "scenario.yaml").write_text(f"{SCENARIO}languages: [{languages}]\n", encoding="utf-8")
    if words:
        (folder / "words.es.yaml").write_text(words, encoding="utf-8")
    return str(folder)


def test_a_run_goes_on_in_the_language_it_was_begun_in(tmp_path: Path) -> None:
    path = written(tmp_path, "en, es", "title: La pausa del té\n")
    session = start.begin(path, words=Words("es"), seed=3)
    assert session.scenario.title == "La pausa del té"
    session.close()
    (tmp_path / "words.es.yaml").unlink()
    again = start.resume(session.run, Words("en"))
    assert (again.scenario.title, again.evening.words.language) == ("La pausa del té", "es")
    assert again.scenario == session.scenario
    again.close()


def test_what_is_looked_back_on_is_told_in_the_language_it_was_played_in(tmp_path: Path) -> None:
    session = start.begin(written(tmp_path, "en, es", "title: La pausa\n"), words=Words("es"), seed=3, style="giver")
    while session.phase == "evening":
        session.tick()
    session.close()
    told = "\n".join(lookback.transcript(session.run, Words("en"), "linkedin"))
    assert "En LinkedIn:" in told and "On LinkedIn:" not in told
    (verdict, *_) = lookback.why(session.run, "Dana", Words("en"))
    assert verdict == lookback.why(session.run, "Dana", Words("es"))[0]


@pytest.mark.parametrize(
    ("languages", "interface", "spoken"), [("es", "en", "es"), ("en", "es", "en"), ("de", "es", "es")]
)
def test_a_scenario_is_spoken_in_its_own_language_where_the_game_knows_it(
    tmp_path: Path, languages: str, interface: str, spoken: str
) -> None:
    session = start.begin(written(tmp_path, languages), words=Words(interface), seed=3)
    assert session.evening.words.language == spoken
    session.close()
