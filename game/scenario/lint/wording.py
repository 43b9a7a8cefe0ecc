"""Words that a scenario promises and does not have: twins on its own networks, translations."""

from collections.abc import Iterator

from game.scenario.lint.finding import Finding, Subject, some_of
from game.scenario.references import entry, word
from game.scenario.spec import NETWORKS, ONLINE_ACTS
from game.scenario.told import texts
from game.scenario.tree import Value


def without_twins(subject: Subject) -> Iterator[Finding]:
    """Acts that a network of the scenario's own has no twin of; the others have one for every act."""
    for network in subject.scenario.networks:
        mapped = entry(entry(subject.root, "online"), network)
        if network in NETWORKS or mapped is None:
            continue
        missing = [act for act in ONLINE_ACTS if entry(mapped, act) is None]
        if missing:
            yield Finding(mapped, "WR603", f"no twin, so called as on LinkedIn: {some_of(missing)}")


def untranslated(subject: Subject) -> Iterator[Finding]:
    """Languages that lack words for texts the file writes; what the game itself says is no scenario's to translate."""
    said = set(_texts(subject.root))
    ids = [id for id, text in texts(subject.scenario).items() if text in said]
    for language, words in subject.scenario.words.items():
        missing = [id for id in ids if id not in words]
        if missing:
            message = f"words.{language}.yaml has no words for {some_of(missing)}"
            yield Finding(subject.language(language), "WR610", message)


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value.data, str):
        yield word(value)
        yield word(value).replace("_", " ")  # a topic that is written as its id alone
    elif isinstance(value.data, dict | list):
        for inner in value.data.values() if isinstance(value.data, dict) else value.data:
            yield from _texts(inner)
