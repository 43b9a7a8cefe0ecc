"""Translations stand beside the scenario, one file a language, and are checked like it."""

from pathlib import Path

import pytest

from game.errors import ScenarioProblems
from game.scenario import load
from game.scenario.told import texts
from tests.scenario.files import SOUND


def folder(tmp_path: Path, languages: str, **files: str) -> Path:
    home = tmp_path / "test_mixer"
    home.mkdir()
    (home / "scenario.yaml").write_text(SOUND + f"languages: [{languages}]\n", encoding="utf-8")
    for language, text in files.items():
        (home / f"words.{language}.yaml").write_text(text, encoding="utf-8")
    return home


def complaints(home: Path) -> list[str]:
    with pytest.raises(ScenarioProblems) as raised:
        load(home)
    return [line.replace(f"{home}/", "") for line in str(raised.value).splitlines()]


def test_a_translation_is_read_by_text_id(tmp_path: Path) -> None:
    german = "title: Das Testtreffen\npeople.ann_lee.need: eine Bäckerin\n"
    scenario = load(folder(tmp_path, "en, de", de=german))
    assert scenario.words == {"de": {"title": "Das Testtreffen", "people.ann_lee.need": "eine Bäckerin"}}
    assert scenario.id == "test_mixer"


def test_every_id_names_a_text_of_the_scenario(tmp_path: Path) -> None:
    known = texts(load(folder(tmp_path, "en")))
    assert known["title"] == "The Test Mixer"
    assert known["people.ann_lee.need"] == "a baker"
    assert known["topics.food"] == "cooking"
    assert known["questions.1.1.text"] == "Get a drink!"


def test_a_language_without_its_file_is_named(tmp_path: Path) -> None:
    assert complaints(folder(tmp_path, "en, de")) == [
        "scenario.yaml:10:17: WR501 languages: de needs the file words.de.yaml beside the scenario"
    ]


def test_where_only_the_first_language_is_listed_every_words_file_is_one_more(tmp_path: Path) -> None:
    scenario = load(folder(tmp_path, "en", fr="title: Le mixeur\n", es="title: El cóctel\n"))
    assert scenario.languages == ("en", "es", "fr")
    assert scenario.words["fr"] == {"title": "Le mixeur"}


def test_a_file_without_its_language_is_named(tmp_path: Path) -> None:
    home = folder(tmp_path, "en, es", es="title: El cóctel\n", fr="title: Le mixeur\n")
    assert complaints(home) == ['words.fr.yaml:1:1: WR502 "fr" is not a further language of the scenario']
    (home / "scenario.yaml").write_text(SOUND, encoding="utf-8")
    (home / "words.en.yaml").write_text("title: Again\n", encoding="utf-8")
    (home / "words.deutsch.yaml").write_text("title: Treffen\n", encoding="utf-8")
    assert [line.split(" ")[0] for line in complaints(home)] == ["words.deutsch.yaml:1:1:", "words.en.yaml:1:1:"]


def test_a_mistyped_text_id_is_named_with_the_right_one(tmp_path: Path) -> None:
    assert complaints(folder(tmp_path, "en, de", de="titel: Das Treffen\nlesson: 3\n")) == [
        'words.de.yaml:1:1: WR503 the scenario has no text "titel"; did you mean "title"?',
        "words.de.yaml:2:9: WR204 lesson: expected text, got the number 3; put text in quotes",
    ]


def test_a_words_file_is_texts_by_id(tmp_path: Path) -> None:
    assert complaints(folder(tmp_path, "en, de", de="- eins\n")) == [
        "words.de.yaml:1:1: WR204 the scenario: expected texts by id, one a line, got a list"
    ]


def test_a_words_file_that_cannot_be_read_is_a_problem_like_others(tmp_path: Path) -> None:
    home = folder(tmp_path, "en, de, fr", fr="title: Le mixeur\ntopics.fod: cuisine\n")
    (home / "words.de.yaml").write_text("title: Getränke\n", encoding="latin-1")
    assert complaints(home) == [
        "words.de.yaml:1:12: WR104 not UTF-8 text: save the file as UTF-8",
        'words.fr.yaml:2:1: WR503 the scenario has no text "topics.fod"; did you mean "topics.food"?',
    ]
