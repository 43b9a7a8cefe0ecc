"""Every language says all that English says: the same texts with the same slots, lines for the same moments."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from game.scenario import load, shipped
from game.scenario.told import texts
from game.talk.template import slots_of
from game.talk.words import FOLDER, languages, read_table

OTHERS = [language for language in languages() if language != "en"]
# A language may do without: it has other ways to point at somebody, and to wish a good evening.
SPARED = re.compile(r"(\w*_)?(subj|obj|poss|refl)|evening")
# The same in every language: names, figures, units, signs, and a few words that travel.
SAME = re.compile(r"[\W\d_]*|(\W*\{\w+\}\W*(min|m)?)+|\W*\w\W*|.\d+ min")
TRAVELLED = {"Work the Room", "LinkedIn", "Auto", "PIN", "no", "Mm.", "Bravo.", "No. {topic}, no."}
CONDITIONS = re.compile(r"lines/\w+: \w+\.\w+\.(when\..*|asks)")


def leaves(value: Any, at: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a table by its place, forms and all."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if entries is None:
        yield at, value
    for key, inner in entries or ():
        yield from leaves(inner, f"{at}.{key}" if at else str(key))


def tables(language: str) -> dict[str, str]:
    """Every text of a language by file and place; conditions of lines count as texts."""
    folder = FOLDER / language
    return {
        f"{path.relative_to(folder).with_suffix('')}: {at}": text
        for path in sorted(folder.rglob("*.yaml"))
        for at, text in leaves(read_table(path))
    }


ENGLISH = tables("en")


@pytest.mark.parametrize("language", OTHERS)
def test_it_has_every_text_and_no_other(language: str) -> None:
    told = tables(language)
    assert sorted(ENGLISH.keys() - told.keys()) == []
    assert sorted(told.keys() - ENGLISH.keys()) == []


@pytest.mark.parametrize("language", OTHERS)
def test_its_lines_are_for_the_same_moments(language: str) -> None:
    told = tables(language)
    assert [at for at, text in ENGLISH.items() if CONDITIONS.fullmatch(at) and told.get(at) != text] == []


@pytest.mark.parametrize("language", OTHERS)
def test_its_texts_have_the_same_slots(language: str) -> None:
    told = tables(language)
    for at, text in ENGLISH.items():
        if at.startswith("scenario/twins"):
            continue  # a mail merge that has gone wrong: "Hi {First Name}"
        here, there = slots_of(text), slots_of(told.get(at, text))
        assert there <= here, (at, there - here)
        assert all(SPARED.fullmatch(slot) for slot in here - there), (at, here - there)


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_left_in_english(language: str) -> None:
    told = tables(language)
    same = [at for at, text in ENGLISH.items() if text == told.get(at) and not CONDITIONS.fullmatch(at)]
    assert [at for at in same if not SAME.fullmatch(ENGLISH[at]) and ENGLISH[at] not in TRAVELLED] == []


@pytest.mark.parametrize("scenario", shipped())
@pytest.mark.parametrize("language", OTHERS)
def test_every_shipped_scenario_is_told_in_it(scenario: str, language: str) -> None:
    opened = load(scenario)
    assert language in opened.languages
    assert [id for id in texts(opened) if id not in opened.words[language]] == []
