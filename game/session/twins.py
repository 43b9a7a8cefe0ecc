"""The twin of a moment: what is done in the room as it is done on a network, and the other way round."""

from typing import Final

from game.model.acts import Act
from game.scenario import online
from game.scenario.spec import OnlineAct, Scenario
from game.talk.words import Words

TO_ALL: Final = ("ask", "share", "praise", "offer", "remember", "pitch", "boast", "card", "buy")


def name_of(act: int) -> str:
    """An act as scenarios write it, "follow_up"; "" for none."""
    return Act(act).name.lower() if act >= 0 else ""


def on_network(scenario: Scenario, act: str, network: str = "") -> OnlineAct | None:
    """What an act is called on a network, and what it looks like there; None where there is no such thing.

    Args:
        act: by its name in scenarios.
        network: one of the scenario's; without it, the one its weeks are spent on.
    """
    return scenario.online[network or scenario.weeks.network].get(act)


def of_room(scenario: Scenario, words: Words, act: str, network: str = "") -> str:
    """The twin of something done in the room as a sentence, "" where there is none."""
    found = on_network(scenario, act, network)
    called = online.called(network or scenario.weeks.network)
    return words.text("session.twin.online", network=called, act=lower_first(found.act)) if found else ""


def of_network(words: Words, act: str, to_all: bool) -> str:
    """The twin of something done on a network as a sentence, "" where there is none."""
    if not act:
        return ""
    among = "in_room_to_all" if to_all and act in TO_ALL else "in_room"
    return words.text("session.twin.in_room", act=words.text(f"session.{among}.{act}"))


def lower_first(text: str) -> str:
    """A phrase to stand inside a sentence; names and abbreviations keep their capitals."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
