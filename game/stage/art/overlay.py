"""What lies over the people: speech, names, signs and the player's pointer, none of it over a face."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.session.views import Line, PersonView, RoomView
from game.stage.art import marks, text
from game.stage.art.agenda import NAMELESS, Naming, agenda_of
from game.stage.art.bubbles import Layout, Placed, Placer, Wanted
from game.stage.art.placement import Board
from game.stage.art.speech import Bubbles, Saying, draw_tail, draw_trail
from game.stage.art.sprites import Sprites
from game.stage.art.theme import NORMAL, Theme, rgb

if TYPE_CHECKING:
    from game.stage.art.picture import Picture


class Overlay:
    """Draws over a picture of the room; keeps bubbles and tags, and where they stood."""

    def __init__(self, sprites: Sprites) -> None:
        self._sprites = sprites
        self._placer = Placer()
        self._view: RoomView | None = None  # what the agenda was made from
        self._shown = (0, NAMELESS)
        self._made_for: tuple[Theme, float, float] | None = None
        self.setup(NORMAL, (1280, 720), 1.0)

    def setup(self, theme: Theme, size: tuple[int, int], text_scale: float) -> None:
        """Draw for this theme, window and text size from now on."""
        unit = text.unit(size)
        if self._made_for == (theme, unit, text_scale):
            return
        self._made_for = (theme, unit, text_scale)
        self._theme, self._unit, self._view = theme, unit, None
        self._bubbles = Bubbles(theme, unit, text_scale)
        self._tags = marks.Tags(theme, unit, text_scale)

    def draw(
        self,
        surface: pygame.Surface,
        view: RoomView,
        picture: "Picture",
        focus: int,
        reserved: Sequence[pygame.Rect],
        caption: pygame.Rect | None,
        naming: Naming,
        limit: int,
    ) -> None:
        """Place and draw everything, the most important first."""
        if view is not self._view or (limit, naming) != self._shown:
            self._view, self._shown = view, (limit, naming)
            self._agenda = agenda_of(view, limit, naming, self._theme)
        agenda = self._agenda
        board = Board(surface.get_size(), self._unit)
        heads = picture.heads
        board.take(heads.values())
        board.take(picture.bodies[who] for who in agenda.mates if who in picture.bodies)
        board.take(reserved)
        if caption is not None:
            board.take([caption])
        board.avoid(picture.around)
        self._names(surface, board, (p for p in view.people if p.id == focus), picture, focus)
        self._pointer(surface, board, view, picture)
        sayings = agenda.sayings
        wanted = [Wanted(line, partial(self._bubbles.size, sayings[id(line)])) for line in agenda.full]
        layout = self._placer.place(board, wanted, picture.faces, self._unit)
        for placed in reversed(layout.placed):
            self._speech(surface, placed, sayings[id(placed.line)])
        picture.bubbles = [(placed.line, placed.rect) for placed in layout.placed]
        picture.captions = layout.captions
        if caption is not None:
            self._captions(surface, layout, caption, sayings)
        self._small(surface, board, [*layout.small, *agenda.small], picture, plain=bool(agenda.mates))
        named = {line.speaker for line, _ in picture.bubbles} | {focus}
        self._names(surface, board, (p for p in agenda.known if p.id not in named), picture, focus)
        for who, sign in agenda.signs:
            if who in heads:
                self._beside(surface, board, self._bubbles.sign(*sign), heads[who])

    def _speech(self, surface: pygame.Surface, placed: Placed, saying: Saying) -> None:
        margin, theme = self._bubbles.margin, self._theme
        surface.blit(self._bubbles.body(saying), (placed.rect.left - margin, placed.rect.top - margin))
        edge = theme.accent if saying.mine else theme.bubble_edge
        draw_tail(surface, placed.rect, placed.tip, self._bubbles.fill(saying), edge, 16 * self._unit)
        draw_trail(surface, placed.trail, self._bubbles.fill(saying), edge, 3.2 * self._unit)

    def _captions(
        self, surface: pygame.Surface, layout: Layout, strip: pygame.Rect, sayings: dict[int, Saying]
    ) -> None:
        """The newest line that found no room, in the strip kept for it."""
        if not layout.captions:
            return
        saying = sayings[id(layout.captions[0])]
        px = max(11, round(15 * self._unit))
        pygame.draw.rect(surface, rgb(self._theme.night), strip, border_radius=round(8 * self._unit))
        words = f"{saying.who}: {saying.words}" if saying.who else saying.words
        step, width = text.line_height(px), strip.width - 2 * px
        lines = list(text.wrap(words, "body", px, width))
        shown = max(1, strip.height // step)
        if len(lines) > shown:
            lines[shown - 1 :] = [" ".join(lines[shown - 1 :])]
        top = strip.top + (strip.height - step * len(lines)) // 2
        for row, line in enumerate(lines):
            surface.blit(
                text.fitted(line, "body", px, self._theme.night_ink, width), (strip.left + px, top + row * step)
            )

    def _small(
        self, surface: pygame.Surface, board: Board, lines: Sequence[Line], picture: "Picture", *, plain: bool
    ) -> None:
        """Signs of talk: what kind it is, or only that there is some (`plain`)."""
        for line in lines:
            head = picture.heads.get(line.speaker)
            if head is not None:
                sign = self._bubbles.small(-1 if plain else line.act, line.fading)
                rect = self._beside(surface, board, sign, head)
                if rect:
                    picture.small.append((line, rect))

    def _beside(
        self, surface: pygame.Surface, board: Board, sign: pygame.Surface, head: pygame.Rect
    ) -> pygame.Rect | None:
        """A sign at the head's upper right, or upper left; nothing where neither is free."""
        wide, high = sign.get_size()
        for left in (head.right, head.left - wide):
            rect = pygame.Rect(left, round(head.top - high * 0.55), wide, high)
            if board.fits(rect):
                board.take([rect])
                surface.blit(sign, rect)
                return rect
        return None

    def _names(
        self, surface: pygame.Surface, board: Board, people: Iterable[PersonView], picture: "Picture", focus: int
    ) -> None:
        """Names under the feet or over the head, where there is room; the focus is named in any case."""
        for person in people:
            body = picture.bodies.get(person.id)
            if body is None or person.player:
                continue
            tag = self._tags.tag(person.name, person.id == focus)
            under = tag.get_rect(midtop=(body.centerx, body.bottom))
            over = tag.get_rect(midbottom=(body.centerx, body.top))
            rect = next((rect for rect in (under, over) if board.fits(rect)), None)
            if rect is None and person.id == focus:
                rect = board.place(tag.get_size(), under.midbottom)
            if rect is not None:
                board.take([rect])
                surface.blit(tag, rect)
                picture.tags[person.id] = rect

    def _pointer(self, surface: pygame.Surface, board: Board, view: RoomView, picture: "Picture") -> None:
        """The arrow over the player's head; further up, or to a side, where it would cover a face."""
        body = picture.bodies.get(view.me)
        if body is None:
            return
        arrow = marks.pointer(self._sprites, self._theme, self._unit)
        side = round(arrow.get_width() * 1.3)
        spots = [(body.centerx + dx, body.top - dy) for dy in (0, side, 2 * side) for dx in (0, -side, side)]
        rects = [arrow.get_rect(midbottom=spot) for spot in spots]
        rect = next((rect for rect in rects if board.fits(rect)), None)
        if rect is not None:
            board.take([rect])
            surface.blit(arrow, rect)
