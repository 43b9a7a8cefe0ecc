"""Scenarios: plain YAML, checked against one description of its form, frozen."""

from game.scenario.load import find, load, read, shipped
from game.scenario.spec import Scenario

__all__ = ["Scenario", "find", "load", "read", "shipped"]
