"""The room with everybody in it, drawn between two views so that walking is smooth."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import pygame

from game.session.views import Line, RoomView
from game.stage.art import figure
from game.stage.art.closing import Closings
from game.stage.art.ground import Ground
from game.stage.art.look import Look, look_for
from game.stage.art.overlay import Overlay
from game.stage.art.posture import stance_of
from game.stage.art.projection import Projection
from game.stage.art.rings import Rings
from game.stage.art.room import Room, build_room
from game.stage.art.sprites import Cut, Sprites
from game.stage.art.stance import Stance
from game.stage.art.standing import LEAP, Actor, Standing
from game.stage.art.text import unit
from game.stage.art.theme import NORMAL, Theme
from game.stage.art.venue import Venue, lit_at

_TURNS: Final = 4  # frames in which everybody's stance is looked at anew; of those who walk twice as often
_NEXT_TICKS: Final = 8  # further apart, two views are not of one course of things
_SAME_HEIGHT: Final = 1.0  # pixels in which nobody sees that a figure has grown


@dataclass(slots=True)
class Picture:
    """What was drawn where, for the mouse and for tests."""

    projection: Projection
    faces: dict[int, pygame.Rect] = field(default_factory=dict)
    bodies: dict[int, pygame.Rect] = field(default_factory=dict)
    bubbles: list[tuple[Line, pygame.Rect]] = field(default_factory=list)
    small: list[tuple[Line, pygame.Rect]] = field(default_factory=list)
    tags: dict[int, pygame.Rect] = field(default_factory=dict)
    captions: list[Line] = field(default_factory=list)

    def at(self, pos: tuple[int, int]) -> int:
        """Whose figure is at this pixel, the nearest one where several are; -1 if nobody's."""
        hits = [(rect.bottom, who) for who, rect in self.bodies.items() if rect.collidepoint(pos)]
        return max(hits)[1] if hits else -1

    def ground(self, pos: tuple[int, int]) -> tuple[float, float]:
        """The spot of the floor at this pixel, in metres of the plan."""
        return self.projection.metres(*pos)


class Scene:
    """Draws one venue; keeps what need not be drawn anew."""

    def __init__(
        self,
        venue: Venue,
        looks: Mapping[int, Look],
        theme: Theme = NORMAL,
        sprites: Sprites | None = None,
    ) -> None:
        self.venue = venue
        self.theme = theme
        self.sprites = sprites or Sprites()
        self._looks = dict(looks)
        self._room: Room | None = None
        self._lit = venue.hour  # the hour whose light the room was drawn in
        self._walked: dict[int, tuple[float, float, float]] = {}  # x, y, metres gone
        self._overlay = Overlay(self.sprites)
        self._closings = Closings()
        self._rings = Rings(self.sprites, self._closings)
        self._ground = Ground()
        self._standing = Standing(venue.bounds, self._closings)
        self._stances: dict[int, Stance] = {}
        self._stances_at = (-1, -1)
        self._turn = 0
        self._cuts: dict[int, tuple[Stance, float, Cut]] = {}
        self._fresh = True

    def room(self, size: tuple[int, int], below: int = 0) -> Room:
        """Background, furniture and projection for a window, `below` pixels free under the floor."""
        room = self._room
        if self._lit != self.venue.hour:
            room, self._lit = None, self.venue.hour
        if room is None or room.projection.size != size or room.below != below:
            room = self._room = build_room(self.venue, size, below)
            self._fresh = True
        return room

    def draw(
        self,
        surface: pygame.Surface,
        view: RoomView,
        previous: RoomView | None = None,
        alpha: float = 1.0,
        seconds: float = 0.0,
        *,
        focus: int = -1,
        reserved: Sequence[pygame.Rect] = (),
        caption: pygame.Rect | None = None,
        below: int = 0,
        text_scale: float = 1.0,
        still: bool = False,
        you: str = "",
        bubbles: int = 6,
    ) -> Picture:
        """Draw the room at `alpha` (0 … 1) of the way from `previous` to `view`.

        `focus` is who keyboard or mouse are on; `reserved` are panels that speech must not cover; `caption`
        is the strip for speech that finds no room; `you` names the player's bubbles; `bubbles` is how many are
        shown in full; `still` reduces motion; `seconds` is the wall clock that moves mouths and hands.
        """
        self.venue = lit_at(self.venue, view.clock)
        room = self.room(surface.get_size(), below)
        beat = 0 if still else int(seconds * 5)
        due = self._due(view.tick, beat)
        self.sprites.new_frame(at_once=self._fresh or due < 0)
        self._fresh = False
        self._closings.look(view, seconds)
        actors = self._standing.actors(view, previous, alpha, room.projection)
        picture = Picture(room.projection)
        self._rings.setup(self.theme, unit(surface.get_size()))
        circles = self._rings.circles(view, actors, room.projection, self.venue.mood)
        self._ground.draw(surface, room.background, circles)
        self._rings.spots(surface, view.me, focus, actors, room.projection)
        self._people(surface, room, view, actors, picture, beat, due, still)
        self._overlay.setup(self.theme, surface.get_size(), text_scale)
        self._overlay.draw(surface, view, picture, focus, reserved, caption, you, bubbles)
        return picture

    def _look(self, who: int) -> Look:
        look = self._looks.get(who)
        if look is None:
            look = self._looks[who] = look_for(str(who))
        return look

    def _people(
        self,
        surface: pygame.Surface,
        room: Room,
        view: RoomView,
        actors: dict[int, Actor],
        picture: Picture,
        beat: int,
        due: int,
        still: bool,
    ) -> None:
        """Furniture and people from the back to the front; `due` as `_due` has it."""
        acts = {line.speaker: line.act for line in view.lines if not line.fading}
        blits: list[tuple[float, pygame.Surface, tuple[float, float]]] = [
            (piece.foot, piece.picture, (piece.x, piece.y)) for piece in room.pieces
        ]
        for who, actor in actors.items():
            person = actor.person
            stance = self._stances.get(who)
            turn = (who + due) % _TURNS
            if stance is None or turn == 0 or due < 0 or (turn == _TURNS // 2 and stance.pose == "walk"):
                target = actors.get(person.listening_to)
                aside = (target.px - actor.px) / actor.height if target else 0.0
                person = self._closings.turned(person)
                stance = stance_of(person, aside, acts.get(who, -1), self._gone(actor), beat, still)
                was = self._stances.get(who)
                stance = was if was is not None and was == stance else stance
                self._stances[who] = stance
            sprite = self._figure(who, stance, actor.height)
            scale = sprite.height / figure.BOX[1]
            left, top = actor.px - sprite.width / 2, actor.foot - figure.FEET * scale
            blits.append((actor.foot, sprite.picture, (left + sprite.dx, top + sprite.dy)))
            _outline(picture, who, left, top, scale)
        blits.sort(key=_depth)
        surface.blits([(sprite, place) for _, sprite, place in blits], False)

    def _due(self, tick: int, beat: int) -> int:
        """Whose turn it is in this frame: every fourth person's, so that no frame has them all.

        A picture that does not follow on from the one before has everybody's (-1).
        """
        last_tick, last_beat = self._stances_at
        self._stances_at = (tick, beat)
        self._turn += 1
        goes_on = 0 <= tick - last_tick <= _NEXT_TICKS and 0 <= beat - last_beat <= 1
        return self._turn % _TURNS if goes_on else -1

    def _figure(self, who: int, stance: Stance, height: float) -> Cut:
        """The figure of somebody; the one of the frame before where nothing about it has changed."""
        kept = self._cuts.get(who)
        if kept is not None and kept[0] is stance and abs(kept[1] - height) < _SAME_HEIGHT:
            kept[2].frame = self.sprites.frame
            return kept[2]
        cut, right = self.sprites.figure_for(self._look(who), stance, height)
        if right:
            self._cuts[who] = (stance, height, cut)
        return cut

    def _gone(self, actor: Actor) -> float:
        """Metres somebody has walked in this picture: steps follow the ground, not the clock."""
        x, y, gone = self._walked.get(actor.person.id, (actor.x, actor.y, 0.0))
        gone += min(LEAP, math.hypot(actor.x - x, actor.y - y))
        self._walked[actor.person.id] = (actor.x, actor.y, gone)
        return gone


def _depth(blit: tuple[float, pygame.Surface, tuple[float, float]]) -> float:
    return blit[0]


def _outline(picture: Picture, who: int, left: float, top: float, scale: float) -> None:
    x, y, w, h = figure.FACE
    picture.faces[who] = pygame.Rect(left + x * scale, top + y * scale, w * scale + 1, h * scale + 1)
    picture.bodies[who] = pygame.Rect(left + 30 * scale, top + 24 * scale, 60 * scale, 168 * scale)
