"""A scenario is told in each of its languages; what its file leaves out, each language says in its own way."""

from pathlib import Path

from game.scenario import load, read
from game.scenario.prose import prose
from game.scenario.told import texts, told_in
from tests.scenario.files import SOUND

OWN = {
    "title": "El encuentro de prueba",
    "lesson": "Cae bien quien escucha.",
    "people.ann_lee.need": "quien amase",
    "topics.hiring": "contratar gente",
    "topics.food": "cocinar",
}


def in_two(tmp_path: Path) -> Path:
    (tmp_path / "scenario.yaml").write_text(SOUND + "languages: [en, es]\n", encoding="utf-8")
    words = "".join(f"{id}: {text}\n" for id, text in OWN.items())
    (tmp_path / "words.es.yaml").write_text(words, encoding="utf-8")
    return tmp_path


def test_it_is_the_same_scenario_with_its_texts_in_the_other_language(tmp_path: Path) -> None:
    written = load(in_two(tmp_path))
    told = told_in(written, "es")
    assert {id: text for id, text in texts(told).items() if id in OWN} == OWN


def test_what_the_file_leaves_out_comes_from_the_defaults_of_the_language(tmp_path: Path) -> None:
    told, spanish = told_in(load(in_two(tmp_path)), "es"), prose("es")
    assert told.people[1].work == spanish.work[1]
    assert told.people[0].offer.words == spanish.offer.format(words="contratar gente")
    assert told.questions == spanish.questions
    assert told.debrief.ask_the_room == spanish.ask_the_room
    assert told.online["linkedin"] == spanish.twins["linkedin"]
    assert texts(told).keys() == texts(load(tmp_path)).keys()


def test_told_in_another_language_and_back_nothing_is_lost(tmp_path: Path) -> None:
    written = load(in_two(tmp_path))
    assert told_in(told_in(written, "es"), "en") == written


def test_a_language_it_has_not_leaves_it_as_it_is() -> None:
    assert told_in(read(SOUND), "es") == read(SOUND)


def test_a_scenario_written_in_spanish_has_spanish_defaults() -> None:
    written = read(SOUND + "languages: [es]\n")
    assert written.people[1].work == prose("es").work[1]
    assert written.online["linkedin"]["ask"] == prose("es").twins["linkedin"]["ask"]
    assert written.debrief.ask_the_room[-1] == prose("es").last_question


def test_a_language_without_defaults_has_the_english_ones() -> None:
    assert read(SOUND + "languages: [de]\n").people[1].work == prose("en").work[1]
