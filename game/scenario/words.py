"""The texts of a scenario by id, and their translations from `words.<language>.yaml` beside it."""

from pathlib import Path

from game.errors import Problem, ScenarioProblems, did_you_mean
from game.scenario.check import BAD, Checker
from game.scenario.kinds import Text
from game.scenario.source import read_text, shown
from game.scenario.spec import Person, Scenario
from game.scenario.tree import Value, grow, shorten


def texts(scenario: Scenario) -> dict[str, str]:
    """Every text that can be translated, by id."""
    found = {"title": scenario.title, "about": scenario.about, "lesson": scenario.lesson}
    found |= {f"topics.{topic.id}": topic.words for topic in scenario.topics}
    found |= _of_person("player", scenario.player)
    for person in scenario.people:
        found |= _of_person(f"people.{person.key}", person)
    for network, acts in scenario.online.items():
        for act, twin in acts.items():
            id = f"online.{network}.{act}"
            found |= {f"{id}.act": twin.act, f"{id}.example": twin.example}
    for n, question in enumerate(scenario.questions, 1):
        found[f"questions.{n}.ask"] = question.ask
        for m, answer in enumerate(question.answers, 1):
            found |= {f"questions.{n}.{m}.text": answer.text, f"questions.{n}.{m}.later": answer.later}
    found |= {f"debrief.{n}": asked for n, asked in enumerate(scenario.debrief.ask_the_room, 1)}
    return {id: text for id, text in found.items() if text}


def _of_person(id: str, person: Person) -> dict[str, str]:
    found = {f"{id}.work": person.work}
    if person.need:
        found[f"{id}.need"] = person.need.words
    if person.offer:
        found[f"{id}.offer"] = person.offer.words
    for story in person.stories:
        found |= {f"{id}.story.{story.topic}": story.text, f"{id}.hook.{story.topic}": story.hook}
    return found


def translations(
    file: Path, scenario: Scenario, listed: Value | None
) -> tuple[dict[str, dict[str, str]], list[Problem]]:
    """The words of every language but the first, from files beside the scenario's, and what is wrong.

    `listed` is what `languages:` holds.
    """
    folder = file.parent
    problems: list[Problem] = []
    words: dict[str, dict[str, str]] = {}
    at = (
        {entry.data: entry for entry in listed.data if isinstance(entry.data, str)}
        if listed and isinstance(listed.data, list)
        else {}
    )
    known = texts(scenario)
    for language in scenario.languages[1:]:
        path = folder / f"words.{language}.yaml"
        if path.is_file():
            words[language] = _words(path, known, problems)
        else:
            problems.append(
                Problem(
                    shown(file),
                    at[language].line,
                    at[language].col,
                    "WR501",
                    f"languages: {language} needs the file {path.name} beside the scenario",
                )
            )
    for path in sorted(folder.glob("words.*.yaml")):
        language = path.name.split(".")[1]
        if language not in scenario.languages[1:]:
            problems.append(
                Problem(
                    shown(path),
                    1,
                    1,
                    "WR502",
                    f'"{shorten(language)}" is not a further language of the scenario',
                )
            )
    return words, problems


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
