"""The light of a room: colours of wall, floor, windows and furniture by the venue's mood."""

from dataclasses import dataclass, replace
from typing import Final

from game.stage.art.theme import mix


@dataclass(frozen=True, slots=True)
class Mood:
    """Colours as '#rrggbb'; `glow` is how strongly lamps shine, 0 … 1."""

    wall: tuple[str, str]  # top, bottom
    panel: str  # lower part of the wall
    skirting: str
    side: str  # side walls, in shade
    floor: tuple[str, str]  # far, near
    joint: str  # between boards
    rugs: tuple[str, str]
    sky: tuple[str, str]
    land: tuple[str, str]
    city: bool  # roofs rather than hills in the windows
    frame: str
    wood: str
    wood_top: str
    screen: tuple[str, str]
    lamp: str
    glow: float
    casing: str  # a light edge that circles on the floor stand out by
    daylight: float = 0.22  # how strongly the windows shine on the floor, 0 … 1


MOODS: Final[dict[str, Mood]] = {
    "warm": Mood(
        wall=("#f7ecdc", "#efdcc3"), panel="#e3c9a8", skirting="#b98f66", side="#e2cbae",
        floor=("#d3a878", "#e8c9a0"), joint="#b98a5c", rugs=("#c8604c", "#3f7f8c"),
        sky=("#9fd3e8", "#e8f5ee"), land=("#a4cfa6", "#7fb58a"), city=False, frame="#ffffff",
        wood="#8a5a3c", wood_top="#c08a5a", screen=("#26304a", "#313f64"), lamp="#ffdf9a", glow=0.35, casing="#fff6e6",
    ),
    "bright": Mood(
        wall=("#f4f7f8", "#e4ecee"), panel="#cfdde0", skirting="#8fa7ae", side="#d4dfe2",
        floor=("#c9ccc4", "#e3e3da"), joint="#a9aea6", rugs=("#5b9aa8", "#d9a441"),
        sky=("#8ecbee", "#f0fafc"), land=("#9fd0a0", "#6fae80"), city=False, frame="#ffffff",
        wood="#7d8f96", wood_top="#f3f1ea", screen=("#1f3a4a", "#28516a"), lamp="#ffffff", glow=0.2, casing="#ffffff",
    ),
    "night": Mood(
        wall=("#6a5570", "#8b6a78"), panel="#6b4c5c", skirting="#4a3445", side="#5b465e",
        floor=("#9a6d55", "#c08f6b"), joint="#7d5442", rugs=("#7a3b4e", "#3d4f7a"),
        sky=("#2f3566", "#f2976b"), land=("#40375f", "#2c2748"), city=True, frame="#d9c2a6",
        wood="#5c3a2e", wood_top="#96633f", screen=("#1d1b33", "#2c2a4d"), lamp="#ffc873", glow=0.8, casing="#ffeacc",
        daylight=0.07,
    ),
    "neon": Mood(
        wall=("#231f3f", "#372c5a"), panel="#2a2349", skirting="#ff5fa8", side="#1d1935",
        floor=("#37315c", "#554a80"), joint="#6f61a6", rugs=("#d6488f", "#2fb3c4"),
        sky=("#12122e", "#6b2f7a"), land=("#231d49", "#15122f"), city=True, frame="#5fe0e8",
        wood="#2b2450", wood_top="#5fe0e8", screen=("#0f0d22", "#1f1a42"), lamp="#7df3ff", glow=1.0, casing="#efe6ff",
        daylight=0.07,
    ),
}  # fmt: skip


DUSK_FROM, DUSK_TO = 17.5, 20.5  # hours between which the sky outside goes dark
_EVENING_SKY: Final = ("#39487c", "#f2a36f")
_EVENING_LAND: Final = ("#4a5570", "#2f3a52")
_LAMPS: Final = 0.35  # how much more lamps shine when it is dark outside
_SHADE: Final = "#5f4660"  # what walls and floor take on when only lamps light them
_DIM: Final = 0.16  # and how much of it: faces, rings and words must stay as legible as by day


def mood_of(name: str, hour: float = DUSK_FROM) -> Mood:
    """The mood of that name at an hour of the day; a room whose mood has no name of ours is warm."""
    mood = MOODS.get(name, MOODS["warm"])
    dusk = min(1.0, max(0.0, (hour - DUSK_FROM) / (DUSK_TO - DUSK_FROM)))
    if mood.city or not dusk:  # it is dark outside already, or still light
        return mood
    dim = dusk * _DIM
    return replace(
        mood,
        wall=(mix(mood.wall[0], _SHADE, dim), mix(mood.wall[1], _SHADE, dim)),
        panel=mix(mood.panel, _SHADE, dim),
        side=mix(mood.side, _SHADE, dim),
        floor=(mix(mood.floor[0], _SHADE, dim), mix(mood.floor[1], _SHADE, dim)),
        daylight=mood.daylight * (1 - 0.8 * dusk),
        sky=(mix(mood.sky[0], _EVENING_SKY[0], dusk), mix(mood.sky[1], _EVENING_SKY[1], dusk)),
        land=(mix(mood.land[0], _EVENING_LAND[0], dusk), mix(mood.land[1], _EVENING_LAND[1], dusk)),
        glow=min(1.0, mood.glow + _LAMPS * dusk),
    )
