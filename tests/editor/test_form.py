"""The form says of each field what the description of scenarios says of it, in the language of the page."""

from typing import Any

from game.editor import form
from game.scenario.plan import LEGEND
from game.scenario.sentences import MEASURE_DOCS
from game.scenario.spec import Person, Player, Scenario
from game.talk.words import Words


def docs(drawn: Any) -> dict[str, str]:
    """What is said of every field anywhere in a form, by block and key."""
    found = {}
    if isinstance(drawn, dict):
        for field in drawn.get("fields", ()):
            found[f"{drawn['name']}.{field['key']}"] = field["doc"]
        for inner in drawn.values():
            found |= docs(inner)
    elif isinstance(drawn, list):
        for inner in drawn:
            found |= docs(inner)
    return found


def test_in_english_it_says_what_check_and_the_schema_say() -> None:
    drawn = form.description(Words("en"))
    said = docs(drawn["form"])
    for cls in (Scenario, Person, Player):
        for field in cls.__dataclass_fields__.values():
            if field.metadata:
                key = field.metadata["key"] or field.name
                assert said[f"{cls.__name__.lower()}.{key}"] == field.metadata["doc"]
    assert drawn["measures"] == MEASURE_DOCS
    assert drawn["legend"] == LEGEND


def test_in_spanish_it_says_all_of_it_in_spanish() -> None:
    english, spanish = (docs(form.description(Words(language))["form"]) for language in ("en", "es"))
    assert english.keys() == spanish.keys()
    assert [key for key in english if english[key] == spanish[key]] == []
