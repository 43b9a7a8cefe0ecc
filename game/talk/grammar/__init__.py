"""The grammar of each language the game speaks."""

from typing import Final

from game.talk.grammar import english, spanish
from game.talk.grammar.grammar import Grammar, Voice

__all__ = ["Grammar", "Voice", "english", "grammar_of", "spanish"]

_OF: Final[dict[str, Grammar]] = {"en": english, "es": spanish}


def grammar_of(language: str) -> Grammar:
    """The grammar of a language; of one that has none here, the English one."""
    return _OF.get(language, english)
