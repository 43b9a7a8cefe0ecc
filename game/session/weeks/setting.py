"""What a run of the weeks may have otherwise than the file of its scenario: the lab asks for other numbers."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from game.scenario.spec import Scenario

KINDS: Final = {"followers": int, "bought": int, "hours_per_day": float}


def of(scenario: Scenario) -> dict[str, Any]:
    """These numbers, by name."""
    return {name: getattr(scenario.weeks, name) for name in KINDS}


def put(scenario: Scenario, setting: Mapping[str, Any]) -> Scenario:
    """The scenario with some of these numbers in the place of its own. What is none raises as `int` and `float` do."""
    numbers: dict[str, Any] = {name: KINDS[name](number) for name, number in setting.items()}
    return replace(scenario, weeks=replace(scenario.weeks, **numbers))
