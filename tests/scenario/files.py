"""A small sound scenario to break, and the name tests read it under."""

from game.errors import ScenarioProblems
from game.scenario import read

PATH = "scenario.yaml"

SOUND = """\
title: The Test Mixer
lesson: People like those who listen.
topics: [hiring, {id: food, words: cooking}]
attendees:
  - name: Ann Lee
    interests: [hiring]
    need: {topic: hiring, words: a baker}
  - name: Bo Park
  - name: Cy Oduya
"""


def complaints(text: str) -> list[str]:
    """What the loader says about a text, one line a problem; nothing when it is sound."""
    try:
        read(text, PATH)
    except ScenarioProblems as problems:
        return str(problems).splitlines()
    return []
