"""Colours by role, in a normal and a high-contrast set."""

from dataclasses import dataclass
from typing import Final

Colour = str  # "#rrggbb"


@dataclass(frozen=True, slots=True)
class Theme:
    """One colour for each role; nothing on the stage names a colour of its own for type or panels."""

    name: str
    ink: Colour  # text on paper
    ink_soft: Colour  # less important text on paper
    paper: Colour  # panels and choices
    paper_edge: Colour
    night: Colour  # dark panels: HUD, name tags
    night_ink: Colour  # text on dark panels
    night_soft: Colour
    bubble: Colour
    bubble_mine: Colour  # what the player says
    bubble_faded: Colour
    bubble_edge: Colour
    accent: Colour  # focus, the player's circle
    accent_ink: Colour  # accent as text on paper
    good: Colour
    warn: Colour
    bad: Colour
    backdrop: Colour  # behind menus
    edge_px: float  # outline of bubbles and panels at 720p


NORMAL: Final = Theme(
    name="normal",
    ink="#2b2436",
    ink_soft="#6a6274",
    paper="#fffdf8",
    paper_edge="#e4d9c9",
    night="#26304a",
    night_ink="#ffffff",
    night_soft="#c9d3e8",
    bubble="#ffffff",
    bubble_mine="#fff3d6",
    bubble_faded="#f3ede6",
    bubble_edge="#d9cdbf",
    accent="#f2a541",
    accent_ink="#9a5b00",
    good="#2f8a5b",
    warn="#b7791f",
    bad="#c2410c",
    backdrop="#efe7da",
    edge_px=1.0,
)

HIGH_CONTRAST: Final = Theme(
    name="high contrast",
    ink="#000000",
    ink_soft="#1e1e1e",
    paper="#ffffff",
    paper_edge="#000000",
    night="#000000",
    night_ink="#ffffff",
    night_soft="#ffffff",
    bubble="#ffffff",
    bubble_mine="#fff59d",
    bubble_faded="#e6e6e6",
    bubble_edge="#000000",
    accent="#ffcc00",
    accent_ink="#5c3b00",
    good="#006633",
    warn="#7a4a00",
    bad="#a80000",
    backdrop="#ffffff",
    edge_px=2.5,
)

# Circles and speakers take these in turn; dash, outline and name tell them apart as well.
VOICES: Final[tuple[Colour, ...]] = (
    "#c2410c", "#1d6fa5", "#6d4fa0", "#1f7a5c", "#a63a5b", "#4a5a1f", "#8a4b27", "#0f6b78",
)  # fmt: skip


def voice(index: int, theme: Theme) -> Colour:
    """The colour in which attendee or formation `index` is named: dark enough for small text on paper."""
    return theme.ink if theme is HIGH_CONTRAST else VOICES[index % len(VOICES)]


def rgb(colour: Colour) -> tuple[int, int, int]:
    """'#rrggbb' as three numbers from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(a: Colour, b: Colour, share: float) -> Colour:
    """`share` (0 … 1) of the way from `a` to `b`."""
    pairs = zip(rgb(a), rgb(b), strict=True)
    return "#" + "".join(f"{round(p + (q - p) * share):02x}" for p, q in pairs)


def darker(colour: Colour, share: float = 0.18) -> Colour:
    """Towards plum rather than black: shade stays warm."""
    return mix(colour, "#2b1b3d", share)


def lighter(colour: Colour, share: float = 0.2) -> Colour:
    """Towards white."""
    return mix(colour, "#ffffff", share)
