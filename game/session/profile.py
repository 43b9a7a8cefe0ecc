"""Who the player says they are, put into the scenario."""

from dataclasses import asdict, dataclass, replace
from typing import Any

from game.scenario.spec import Scenario, Want


@dataclass(frozen=True, slots=True)
class Profile:
    """The player's own words; whatever is "" stays as the scenario has it."""

    name: str = ""
    work: str = ""  # fits "{name} {work}"
    offer: str = ""
    need: str = ""
    goal: str = ""
    first_answer: str = ""

    def plain(self) -> dict[str, Any]:
        """As JSON-able data."""
        return asdict(self)

    def enter(self, scenario: Scenario) -> Scenario:
        """The scenario with this player in it."""
        player = scenario.player
        return replace(
            scenario,
            player=replace(
                player,
                name=self.name.strip() or player.name,
                work=self.work.strip() or player.work,
                offer=_want(scenario, player.offer, self.offer.strip()),
                need=_want(scenario, player.need, self.need.strip()),
                goal=self.goal or player.goal,
            ),
        )


def _want(scenario: Scenario, written: Want | None, words: str) -> Want | None:
    """What is wanted in the player's words; its topic is the one they mention, else the one it had."""
    if not words:
        return written
    said = words.casefold()
    for topic in scenario.topics:
        if topic.id.replace("_", " ").casefold() in said or (topic.words and topic.words.casefold() in said):
            return Want(topic=topic.id, words=words)
    return Want(topic=written.topic if written else scenario.topics[0].id, words=words)
