"""Bubbles as pictures: the body with name and text, the small one for talk across the room, and tails."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import pygame

from game.model.acts import QUESTIONS, Act
from game.stage.art import text
from game.stage.art.patch import stretched
from game.stage.art.svg import box, document, glow, lit, load, path
from game.stage.art.theme import Theme, rgb

_KEPT: Final = 48  # as many as can be seen at once: what has been said is not said again
_SHADOW: Final = 6  # pixels at 720p that a bubble's shadow reaches
_ICONS: Final[dict[int, tuple[str, str]]] = {
    **{int(act): ("\uf128", "#1d6fa5") for act in QUESTIONS},  # question mark
    Act.PITCH: ("\uf0a1", "#c2410c"),  # megaphone
    Act.BOAST: ("\uf091", "#b7791f"),  # trophy
    Act.CARD: ("\uf2bb", "#6d4fa0"),  # address card
    Act.PRAISE: ("\uf004", "#c23b5a"),  # heart
    Act.OFFER: ("\uf2b5", "#1f7a5c"),  # handshake
    Act.INTRODUCE: ("\uf2b5", "#1f7a5c"),
    Act.GOSSIP: ("\uf21b", "#4a3a63"),  # a hat and a collar turned up
    Act.GREET: ("\uf256", "#b7791f"),  # an open hand
    Act.GOODBYE: ("\uf256", "#b7791f"),
    Act.SHARE: ("\uf10d", "#2f6b8a"),  # quotation mark
}


@dataclass(frozen=True, slots=True)
class Saying:
    """What a bubble shows."""

    who: str
    colour: str  # of the name
    words: str
    mine: bool  # the player speaks
    fading: bool


class Bubbles:
    """Pictures of bubbles for one theme, window and text size; built once and kept."""

    def __init__(self, theme: Theme, unit: float, text_scale: float) -> None:
        self.theme = theme
        self.unit = unit
        self.px = max(11, round(15 * unit * text_scale))
        self.margin = round(_SHADOW * unit)
        self._kept: OrderedDict[object, pygame.Surface] = OrderedDict()

    def body(self, saying: Saying) -> pygame.Surface:
        """The bubble without its tail, `margin` pixels of shadow around it."""
        return self._cached(saying, lambda: self._draw(saying))

    def size(self, saying: Saying) -> tuple[int, int]:
        """Width and height of the bubble in pixels, without its shadow."""
        width, height = self.body(saying).get_size()
        return width - 2 * self.margin, height - 2 * self.margin

    def small(self, act: int, faded: bool) -> pygame.Surface:
        """A bubble with a sign of the act, or dots: somebody talks over there."""
        sign, colour = _ICONS.get(act, ("\uf141", self.theme.ink_soft))
        return self.sign(sign, self.theme.ink_soft if faded else colour)

    def sign(self, sign: str, colour: str) -> pygame.Surface:
        """A round bubble with an icon, its tip at the lower left."""
        return self._cached((sign, colour), lambda: self._draw_sign(sign, colour))

    def _cached(self, key: object, build: Callable[[], pygame.Surface]) -> pygame.Surface:
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = build()
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return found

    def _draw(self, saying: Saying) -> pygame.Surface:
        theme, px, pad = self.theme, self.px, round(self.px * 0.72)
        limit = round(px * (12.5 if len(saying.words) < 60 else 17 if len(saying.words) < 120 else 22))
        small = max(10, round(px * 0.86))
        ink = theme.ink_soft if saying.fading else theme.ink
        words = text.paragraph(saying.words, "body", px, ink, text.balanced(saying.words, "body", px, limit))
        name = text.fitted(saying.who, "bold", small, saying.colour, max(limit, words.get_width()))
        head = text.line_height(small) if saying.who else 0
        width = max(words.get_width(), name.get_width()) + 2 * pad
        height = words.get_height() + head + round(pad * 1.2)
        side = 2 * px + 1  # of a paper that is all corners
        least = min(width, side), min(height, side)
        paper = self._cached((saying.mine, saying.fading, least), lambda: load(self._paper(*least, saying)))
        picture = stretched(paper, (width + 2 * self.margin, height + 2 * self.margin))
        picture.blit(name, (self.margin + pad, self.margin + round(pad * 0.6)))
        picture.blit(words, (self.margin + pad, self.margin + round(pad * 0.6) + head))
        picture.set_alpha(255, pygame.RLEACCEL)  # faster to draw: most of a bubble is solid
        return picture

    def _paper(self, width: int, height: int, saying: Saying) -> str:
        theme, m, r = self.theme, float(self.margin), self.px * 0.75
        fill = self.fill(saying)
        edge = theme.accent if saying.mine else theme.bubble_edge
        thick = theme.edge_px * self.unit * (2 if saying.mine else 1)
        shadow = "".join(
            box(
                m - i * 0.8,
                m - i * 0.8 + m * 0.35,
                width + i * 1.6,
                height + i * 1.6,
                "#2a1430",
                r + i,
                0.045,
            )
            for i in range(self.margin)
        )
        whole = (width + 2 * m, height + 2 * m)
        paper = box(m, m, width, height, edge, r) + box(
            m + thick, m + thick, width - 2 * thick, height - 2 * thick, fill, r - thick
        )
        return document(*whole, whole, shadow, paper)

    def fill(self, saying: Saying) -> str:
        """The colour of the paper."""
        if saying.mine:
            return self.theme.bubble_mine
        return self.theme.bubble_faded if saying.fading else self.theme.bubble

    def _draw_sign(self, sign: str, colour: str) -> pygame.Surface:
        size = round(self.px * 2.1)
        drop = "M18 1 A15 15 0 1 1 12 30 L5 36 L7 27 A15 15 0 0 1 18 1Z"
        defs = "<defs>" + glow("soft", (0, "#2a1430", 0.35), (0.7, "#2a1430", 0.18), (1, "#2a1430", 0)) + "</defs>"
        shape = path(drop, self.theme.bubble, self.theme.bubble_edge, self.theme.edge_px)
        picture = load(document(size, size, (36, 38), defs, lit(18, 19, 18, 18, "soft"), shape))
        icon = text.render(sign, "icon", round(size * 0.44), colour)
        picture.blit(icon, (size / 2 - icon.get_width() / 2, size * 0.42 - icon.get_height() / 2))
        return picture


def draw_tail(
    surface: pygame.Surface, bubble: pygame.Rect, tip: tuple[float, float], fill: str, edge: str, width: float
) -> None:
    """A tail from the bubble's nearest side to `tip`, its edges smoothed and outlined; none to within the bubble."""
    if bubble.collidepoint(tip):
        return
    base, inset = width * 0.5, width * 1.2
    if bubble.top <= tip[1] < bubble.bottom:
        y = min(max(tip[1], bubble.top + inset), bubble.bottom - inset)
        edge_x = bubble.left + 1.0 if tip[0] < bubble.left else bubble.right - 2.0
        left, right = (edge_x, y - base), (edge_x, y + base)
    else:
        x = min(max(tip[0], bubble.left + inset), bubble.right - inset)
        edge_y = bubble.bottom - 2.0 if bubble.bottom <= tip[1] else bubble.top + 1.0
        left, right = (x - base, edge_y), (x + base, edge_y)
    pygame.draw.polygon(surface, rgb(fill), (left, right, tip))
    pygame.draw.aaline(surface, rgb(edge), left, tip)
    pygame.draw.aaline(surface, rgb(edge), right, tip)


def draw_trail(
    surface: pygame.Surface, dots: Sequence[tuple[float, float]], fill: str, edge: str, radius: float
) -> None:
    """Dots that lead from a tail to a head further off."""
    for x, y in dots:
        pygame.draw.circle(surface, rgb(edge), (x, y), radius + 1)
        pygame.draw.circle(surface, rgb(fill), (x, y), radius)
