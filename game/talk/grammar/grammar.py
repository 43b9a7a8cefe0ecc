"""What the grammar of a language has to do."""

from typing import Literal, Protocol

Voice = Literal["me", "you"]


class Grammar(Protocol):
    """One language: how facts change hands, and how a sentence is put right once its slots are filled.

    Facts are written once, `work` as the language tells it of a third person, needs, offers and stories in the first.
    A module of functions is a grammar.
    """

    def own_work(self, work: str, pronoun: str, voice: Voice = "me") -> str:
        """What somebody (she, he, they) does, told by themselves or to them."""

    def your(self, phrase: str) -> str:
        """A phrase told in the first person, said back: "my oven" → "your oven"."""

    def anyone(self, phrase: str) -> str:
        """An offer made to "you", told back to whoever made it: "your worst door" → "people's worst door"."""

    def third(self, phrase: str, poss: str, obj: str, subj: str) -> str:
        """A phrase told in the first person, said of somebody absent, by the forms of their pronoun."""

    def hook(self, phrase: str) -> str:
        """What a story is called later, as a noun phrase even where it is a question."""

    def is_plural(self, phrase: str) -> bool:
        """Whether a topic takes a verb in the plural."""

    def article(self, written: str, phrase: str) -> str:
        """The word "a" or "A" that a sentence has before a slot, as it stands before what fills it."""

    def finish(self, text: str) -> str:
        """A filled sentence with everything put right that depends on two words that met in it."""

    def needs_the_room(self, text: str) -> bool:
        """Whether a line needs a room around it, its things, its gestures, its hour: nobody would write it."""
