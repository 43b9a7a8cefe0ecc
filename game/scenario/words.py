"""The translations of a scenario, from `words.<language>.yaml` beside it and from the defaults of a language."""

from pathlib import Path

from game.errors import Problem, ScenarioProblems, did_you_mean, shorten
from game.scenario.check import BAD, SHAPES, Checker
from game.scenario.kinds import Text
from game.scenario.online import twins
from game.scenario.prose import phrasebook
from game.scenario.references import entries
from game.scenario.source import read_text, shown
from game.scenario.spec import Scenario
from game.scenario.told import texts
from game.scenario.tree import Value, grow


def translations(
    file: Path, scenario: Scenario, listed: Value | None
) -> tuple[dict[str, dict[str, str]], list[Problem]]:
    """The words of every language but the first, from files beside the scenario's, and what is wrong.

    What the scenario leaves to its defaults, the words files may leave to those of their language.
    `listed` is what `languages:` holds; where that is no more than the first, every file beside it is a language.
    """
    problems: list[Problem] = []
    words: dict[str, dict[str, str]] = {}
    known, there = texts(scenario), _files(file.parent)
    promised = scenario.languages[1:]
    taken = {
        language for language in there if SHAPES["language"][0].match(language) and language != scenario.languages[0]
    }
    for language in promised or sorted(taken):
        if language in there:
            own = _words(there[language], known, problems)
            words[language] = _left_to_defaults(scenario, known, language, own) | own
        else:
            message = f"languages: {language} needs the file words.{language}.yaml beside the scenario"
            problems.append(Problem(shown(file), *_place(listed, language), "WR501", message))
    for language in sorted(set(there) - set(words)):
        message = f'"{shorten(language)}" is not a further language of the scenario'
        problems.append(Problem(shown(there[language]), 1, 1, "WR502", message))
    return words, problems


def _files(folder: Path) -> dict[str, Path]:
    """The words files of a folder by their language."""
    return {path.name.removeprefix("words.").removesuffix(".yaml"): path for path in folder.glob("words.*.yaml")}


def _place(listed: Value | None, language: str) -> tuple[int, int]:
    return next((entry.line, entry.col) for entry in entries(listed) if entry.data == language)


def _words(path: Path, known: dict[str, str], problems: list[Problem]) -> dict[str, str]:
    try:
        text = read_text(path)
        root, found = grow(text, shown(path))
    except ScenarioProblems as unreadable:
        problems += unreadable.problems
        return {}
    checker = Checker(shown(path), text)
    words: dict[str, str] = {}
    if not isinstance(root.data, dict):
        checker.expected(root, "texts by id, one a line")
    else:
        for id, value in root.data.items():
            if id not in known:
                near = did_you_mean(checker.nearest(id, known))
                message = f'the scenario has no text "{shorten(id)}"{near}'
                checker.problems.append(Problem(checker.path, *value.key_at, "WR503", message))
            elif (word := checker.check(value, Text("prose", 600))) is not BAD:
                words[id] = word
    problems += found + checker.problems
    return words


def _left_to_defaults(scenario: Scenario, known: dict[str, str], language: str, own: dict[str, str]) -> dict[str, str]:
    """The texts that are a default's, in another language."""
    first = scenario.languages[0]
    topics = [(topic.words, own.get(f"topics.{topic.id}", topic.words)) for topic in scenario.topics]
    book = phrasebook(first, language, topics)
    told = {id: book[text] for id, text in known.items() if text in book}
    for network, acts in scenario.online.items() if book else ():
        here, there = twins(network, first), twins(network, language)
        for act, twin in acts.items():
            for part in ("act", "example"):
                if act in here and getattr(twin, part) == getattr(here[act], part):
                    told[f"online.{network}.{act}.{part}"] = getattr(there[act], part)
    return told
