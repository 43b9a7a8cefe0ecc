"""The room with everybody in it, drawn between two views so that walking is smooth."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import pygame

from game.session.views import Line, PersonView, RoomView
from game.stage.art import figure, marks
from game.stage.art.closing import Closings
from game.stage.art.look import Look, look_for
from game.stage.art.moods import mood_of
from game.stage.art.overlay import Overlay
from game.stage.art.posture import stance_of
from game.stage.art.projection import Projection
from game.stage.art.room import Room, build_room
from game.stage.art.spacing import Spacing
from game.stage.art.sprites import Cut, Sprites
from game.stage.art.stance import Stance
from game.stage.art.text import unit
from game.stage.art.theme import HIGH_CONTRAST, NORMAL, VOICES, Theme
from game.stage.art.venue import Venue, lit_at

_JOINED: Final = 2.2  # metres from the middle of a circle within which somebody stands in it
_WIDER: Final = 1.2  # circles are drawn wider than deep, as people are
_TURNS: Final = 4  # frames in which everybody's stance is looked at anew
_NEXT_TICKS: Final = 8  # further apart, two views are not of one course of things
_SAME_HEIGHT: Final = 1.0  # pixels in which nobody sees that a figure has grown
_LEAP: Final = 1.0  # metres: whoever moves further between two views is put there, not walked


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


class Actor(NamedTuple):
    """Somebody in the picture: metres, pixels of the feet, and the height of the figure's box."""

    person: PersonView
    x: float
    y: float
    px: float
    foot: float
    height: float


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
        self._spacing = Spacing(venue.bounds)
        self._closings = Closings()
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
        actors = self._actors(view, previous, alpha, room.projection)
        picture = Picture(room.projection)
        surface.blit(room.background, (0, 0))
        self._rings(surface, view, actors, room.projection, focus)
        self._people(surface, room, view, actors, picture, beat, due, still)
        self._overlay.setup(self.theme, surface.get_size(), text_scale)
        self._overlay.draw(surface, view, picture, focus, reserved, caption, you, bubbles)
        return picture

    def _look(self, who: int) -> Look:
        look = self._looks.get(who)
        if look is None:
            look = self._looks[who] = look_for(str(who))
        return look

    def _actors(self, view: RoomView, previous: RoomView | None, alpha: float, to: Projection) -> dict[int, Actor]:
        """Everybody to be seen, with positions between the two views."""
        share = 1.0 if previous is None else alpha
        before = {p.id: p for p in previous.people} if previous is not None and share < 1 else {}
        offsets_before, offsets = self._spacing.between(view)
        actors = {}
        for person in view.people:
            if person.activity in ("outside", "gone"):
                continue
            who, x, y = person.id, person.x, person.y
            dx, dy = offsets[who]
            old = before.get(who)
            if old is not None and abs(x - old.x) + abs(y - old.y) < _LEAP:
                x, y = old.x + (x - old.x) * share, old.y + (y - old.y) * share
                ox, oy = offsets_before.get(who, (dx, dy))
                dx, dy = ox + (dx - ox) * share, oy + (dy - oy) * share
            x, y = self._closings.step_in(who, x + dx, y + dy)
            px, foot = to.point(x, y)
            actors[who] = Actor(person, x, y, px, foot, to.figure_height(y))
        return actors

    def _rings(
        self, surface: pygame.Surface, view: RoomView, actors: dict[int, Actor], to: Projection, focus: int
    ) -> None:
        scale = unit(surface.get_size())
        stark = self.theme is HIGH_CONTRAST
        colours, casing = (("#ffffff",), "#000000") if stark else (VOICES, mood_of(self.venue.mood).casing)
        for formation in sorted(view.formations, key=lambda f: f.mine):
            members = [actors[i] for i in formation.members if i in actors]
            # who is still on the way to the circle does not stretch it
            members = [a for a in members if math.hypot(a.x - formation.x, a.y - formation.y) < _JOINED]
            if len(members) < 2:
                continue
            # around where the members are drawn: between two views they are on their way
            x = sum(a.x for a in members) / len(members)
            y = sum(a.y for a in members) / len(members)
            reach = max(math.hypot((a.x - x) / _WIDER, a.y - y) for a in members) + 0.15
            rx, ry = to.ellipse(y, reach)
            colour = marks.ring_colour(formation, self.theme, colours)
            closed = self._closings.is_closed(formation)
            ring = marks.ring(self.sprites, rx * _WIDER, ry, colour, formation.mine, scale, casing, closed)
            middle = to.point(x, y)
            _centred(surface, ring, middle)
            if closed:
                side = rx * _WIDER * self._closings.side(formation)
                _centred(surface, marks.lock(self.sprites, self.theme, scale), (middle[0] + side, middle[1]))
        for who in (view.me, focus):
            if who in actors:
                actor = actors[who]
                rx, ry = to.ellipse(actor.y, 0.34 if who == view.me else 0.42)
                spot = marks.spot(self.sprites, rx, ry, self.theme, who == focus, scale)
                _centred(surface, spot, (actor.px, actor.foot))

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
            if stance is None or stance.pose == "walk" or (who + due) % _TURNS == 0 or due < 0:
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
        """Whose stance is looked at anew in this frame: every fourth person's, so that no frame has them all.

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
        gone += min(_LEAP, math.hypot(actor.x - x, actor.y - y))
        self._walked[actor.person.id] = (actor.x, actor.y, gone)
        return gone


def _depth(blit: tuple[float, pygame.Surface, tuple[float, float]]) -> float:
    return blit[0]


def _outline(picture: Picture, who: int, left: float, top: float, scale: float) -> None:
    x, y, w, h = figure.FACE
    picture.faces[who] = pygame.Rect(left + x * scale, top + y * scale, w * scale + 1, h * scale + 1)
    picture.bodies[who] = pygame.Rect(left + 30 * scale, top + 24 * scale, 60 * scale, 168 * scale)


def _centred(surface: pygame.Surface, picture: pygame.Surface, spot: tuple[float, float]) -> None:
    surface.blit(picture, (spot[0] - picture.get_width() / 2, spot[1] - picture.get_height() / 2))
