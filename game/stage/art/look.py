"""What somebody looks like; whatever a scenario leaves open follows from who it is."""

from typing import Final, Literal, NamedTuple, Protocol, get_args
from zlib import crc32

Hair = Literal["short", "side", "long", "bob", "afro", "bun", "pony", "hijab", "bald", "curly"]
Outfit = Literal["shirt", "blazer", "dress", "hoodie", "vest", "lab", "stripe"]
Age = Literal["young", "middle", "old"]

SKINS: Final = ("#fde0cb", "#f5cdac", "#e8b78c", "#d49a6c", "#b87c50", "#96603a", "#724529", "#54301c")
HAIRS: Final = (
    "#1f1b22", "#382720", "#5e3b27", "#8c4f2a", "#c48d4a", "#e2c17c", "#90909a", "#dadae0", "#a63a4e",
)  # fmt: skip
TOPS: Final = (
    "#df5a34", "#2f83ab", "#3d5a94", "#efa23f", "#49a878", "#7a5da6",
    "#cc4a64", "#2b978c", "#ece7dc", "#474a5e", "#ea8ea2", "#88ad7a",
)  # fmt: skip
LEGS: Final = ("#2f3549", "#4b4f6b", "#6a5a4c", "#242538", "#78819a", "#3c4059")
BADGES: Final = ("#2e86ab", "#3f9e6f", "#e4572e", "#7b5ea7")

_GREYS: Final = (6, 7)
_YOUNG_HAIR: Final = (0, 0, 1, 1, 2, 2, 3, 4, 5, 8)
_AGES: Final[tuple[Age, ...]] = ("young", "young", "middle", "middle", "middle", "old")
_HAIRS_BY_PRONOUN: Final[dict[str, tuple[Hair, ...]]] = {
    "she": ("long", "long", "bob", "bob", "bun", "bun", "pony", "pony", "curly", "afro", "side", "hijab"),
    "he": ("short", "short", "short", "side", "side", "curly", "bald", "afro"),
}


class Look(NamedTuple):
    """Everything that makes a figure somebody; the numbers index the colours of this file."""

    skin: int
    hair: Hair
    hair_colour: int
    outfit: Outfit
    top: int
    legs: int
    glasses: bool
    beard: bool
    age: Age
    badge: int
    sells: bool = False  # comes to sell, and shows it: a loud tie, a card at the ready

    @property
    def hair_hex(self) -> str:
        """Hair colour; a hijab takes its colour from the clothes."""
        return TOPS[(self.top + 5) % len(TOPS)] if self.hair == "hijab" else HAIRS[self.hair_colour]

    @property
    def top_hex(self) -> str:
        """Colour of the outfit; a lab coat is white."""
        return "#f4f6f8" if self.outfit == "lab" else TOPS[self.top]


class Wish(Protocol):
    """What a scenario may say of a look; None where it says nothing."""

    @property
    def skin(self) -> int | None: ...
    @property
    def hair(self) -> str | None: ...
    @property
    def hair_colour(self) -> int | None: ...
    @property
    def outfit(self) -> str | None: ...
    @property
    def top(self) -> int | None: ...
    @property
    def legs(self) -> int | None: ...
    @property
    def glasses(self) -> bool | None: ...
    @property
    def beard(self) -> bool | None: ...
    @property
    def age(self) -> str | None: ...


def look_for(key: str, wish: Wish | None = None, pronoun: str = "they", *, sells: bool = False) -> Look:
    """The look of the person with this stable `key`: wishes first, the rest drawn from the key alone.

    Each field has its own draw, so that wishing for a haircut changes nobody's coat.
    """

    def draw(field: str, among: int) -> int:
        return crc32(f"{key}/{field}".encode()) % among

    age = _age(wish.age if wish else None) or _AGES[draw("age", len(_AGES))]
    hair = _hair(wish.hair if wish else None) or _hairs(pronoun)[draw("hair", len(_hairs(pronoun)))]
    outfits = _outfits(pronoun)
    grey = age == "old"
    drawn = Look(
        skin=draw("skin", len(SKINS)),
        hair=hair,
        hair_colour=_GREYS[draw("hair_colour", 2)] if grey else _YOUNG_HAIR[draw("hair_colour", len(_YOUNG_HAIR))],
        outfit=_outfit(wish.outfit if wish else None) or outfits[draw("outfit", len(outfits))],
        top=draw("top", len(TOPS)),
        legs=draw("legs", len(LEGS)),
        glasses=draw("glasses", 4) == 0,
        beard=pronoun == "he" and hair != "hijab" and draw("beard", 5) < 2,
        age=age,
        badge=draw("badge", len(BADGES)),
        sells=sells,
    )
    return _with_wishes(drawn, wish) if wish else drawn


def _with_wishes(drawn: Look, wish: Wish) -> Look:
    return drawn._replace(
        skin=_within(wish.skin, drawn.skin, SKINS),
        hair_colour=_within(wish.hair_colour, drawn.hair_colour, HAIRS),
        top=_within(wish.top, drawn.top, TOPS),
        legs=_within(wish.legs, drawn.legs, LEGS),
        glasses=drawn.glasses if wish.glasses is None else wish.glasses,
        beard=drawn.beard if wish.beard is None else wish.beard,
    )


def _within(wished: int | None, drawn: int, colours: tuple[str, ...]) -> int:
    return drawn if wished is None else wished % len(colours)


def _hairs(pronoun: str) -> tuple[Hair, ...]:
    return _HAIRS_BY_PRONOUN.get(pronoun, get_args(Hair))


def _outfits(pronoun: str) -> tuple[Outfit, ...]:
    return tuple(outfit for outfit in get_args(Outfit) if outfit != "dress" or pronoun == "she")


def _age(word: str | None) -> Age | None:
    return next((age for age in get_args(Age) if age == word), None)


def _hair(word: str | None) -> Hair | None:
    return next((hair for hair in get_args(Hair) if hair == word), None)


def _outfit(word: str | None) -> Outfit | None:
    return next((outfit for outfit in get_args(Outfit) if outfit == word), None)
