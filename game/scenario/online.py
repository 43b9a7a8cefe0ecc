"""The twin of every act on each network, and what networks are called."""

from typing import Final

from game.scenario.prose import FIRST, prose
from game.scenario.spec import OnlineAct

USUAL = "linkedin"  # whose twins a network of the scenario's own has where it says nothing
_CALLED: Final = {
    "linkedin": "LinkedIn",
    "x": "X",
    "facebook": "Facebook",
    "instagram": "Instagram",
    "mastodon": "Mastodon",
}


def twins(network: str, language: str = FIRST) -> dict[str, OnlineAct]:
    """The twin of every act on a network, by the act's name."""
    tables = prose(language).twins
    return dict(tables.get(network, tables[USUAL]))


def called(network: str) -> str:
    """What a network is called: "company_intranet" is the Company intranet."""
    return _CALLED.get(network, network.replace("_", " ").capitalize())
