"""The walls of a room: pictures, lamps and the screen, and where windows and doors are."""

from collections.abc import Iterator

import pygame

from game.stage.art import text
from game.stage.art.moods import Mood
from game.stage.art.openings import Span, door, slanted, window
from game.stage.art.projection import Projection
from game.stage.art.svg import box, line, lit, oval, path, polygon
from game.stage.art.theme import darker, lighter
from game.stage.art.venue import Venue


def walls(venue: Venue, look: Mood, to: Projection) -> str:
    """Back and side walls with everything that hangs on them but the words on the screen."""
    width, foot = to.size[0], to.back
    left, _ = to.point(to.left, to.top)
    right = width - left
    panel = foot * 0.80
    parts = [
        box(0, 0, width, foot + 2, "url(#wall)"),
        box(left, panel, right - left, foot - panel, look.panel),
        line(f"M{left:.0f} {panel:.1f} L{right:.0f} {panel:.1f}", look.skirting, max(1.5, foot * 0.012), 0.6),
        box(left, foot - foot * 0.045, right - left, foot * 0.045, look.skirting),
    ]
    parts += [door(to, look, span) for span in _spans(venue, to, "D")]
    screen = screen_rect(venue, to)
    for span in _spans(venue, to, "w"):
        if span[1] < screen.left or span[0] > screen.right:  # a window behind the screen would show at its edges
            parts.append(window(to, look, span))
    parts.append(_screen(screen, look))
    parts += _decoration(venue, look, to, screen)
    parts += [_side(venue, look, to, outside) for outside in (False, True)]
    return "".join(parts)


def _spans(venue: Venue, to: Projection, kind: str) -> list[Span]:
    """Left and right in pixels of what is set into the back wall."""
    return [(to.point(run.left, to.top)[0], to.point(run.right, to.top)[0]) for run in venue.back_wall(kind)]


def screen_rect(venue: Venue, to: Projection) -> pygame.Rect:
    """Where the screen with the title hangs: over the stage, else in the widest stretch of bare wall."""
    left, right = to.point(to.left, to.top)[0], to.point(to.left + to.across, to.top)[0]
    top, height = to.back * 0.28, to.back * 0.49  # below what panels hang over the upper edge
    if venue.stage is not None and venue.stage.top <= venue.bounds[1] + venue.cell_m * 2:
        middle, room = to.point(venue.stage.middle, to.top)[0], right - left
    else:
        gap = max(_gaps(venue, to, left, right), key=lambda span: span[1] - span[0])
        middle, room = sum(gap) / 2, gap[1] - gap[0]
    width = min(room * 0.9, height * 3.4, (right - left) * 0.4)
    return pygame.Rect(round(middle - width / 2), round(top), round(width), round(height))


def _gaps(venue: Venue, to: Projection, left: float, right: float) -> Iterator[Span]:
    at = left
    for start, end in sorted(_spans(venue, to, "w") + _spans(venue, to, "D")):
        yield at, start
        at = end
    yield at, right


def write_screen(surface: pygame.Surface, venue: Venue, to: Projection) -> None:
    """The words on the screen: title, and the subtitle under it."""
    screen = screen_rect(venue, to)
    limit = round(screen.width * 0.86)
    size = min(round(screen.height * 0.27), 110)
    while size > 12 and len(text.wrap(venue.title, "title", size, limit)) > (1 if venue.subtitle else 2):
        size -= 2
    title = text.paragraph(venue.title, "title", size, "#ffffff", limit, "centre")
    lower = text.fitted(venue.subtitle, "regular", round(size * 0.55), "#cfd8ea", limit)
    top = (
        round(screen.top + screen.height * 0.44) - (title.get_height() + lower.get_height() * bool(venue.subtitle)) // 2
    )
    surface.blit(title, (screen.centerx - title.get_width() // 2, top))
    surface.blit(lower, (screen.centerx - lower.get_width() // 2, top + title.get_height()))


def _screen(at: pygame.Rect, look: Mood) -> str:
    rim = at.height * 0.06
    beads = ("#f2a541", "#4caf7d", "#e4572e", "#8ab17d", "#2e86ab", "#ef8fa3")
    step = at.width * 0.8 / (len(beads) - 1)
    heights = (0.93, 0.87, 0.92, 0.85, 0.90, 0.82)
    spots = [(at.left + at.width * 0.1 + i * step, at.top + at.height * h) for i, h in enumerate(heights)]
    thread = "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in spots)
    return (
        box(
            at.left - rim,
            at.top - rim + rim * 1.6,
            at.width + rim * 2,
            at.height + rim * 2,
            "#1b1220",
            rim * 2,
            0.16,
        )
        + box(at.left - rim, at.top - rim, at.width + rim * 2, at.height + rim * 2, look.screen[0], rim * 2)
        + box(at.left, at.top, at.width, at.height, look.screen[1], rim)
        + path(
            f"M{at.left} {at.top + rim} L{at.left + at.width * 0.45:.0f} {at.top} "
            f"L{at.left + at.width * 0.2:.0f} {at.bottom} L{at.left} {at.bottom}Z",
            "#ffffff",
            opacity=0.035,
        )
        + line(thread, "#ffffff", max(1, rim * 0.22), 0.35)
        + "".join(oval(x, y, rim * 0.72, rim * 0.72, bead) for (x, y), bead in zip(spots, beads, strict=True))
    )


def _decoration(venue: Venue, look: Mood, to: Projection, screen: pygame.Rect) -> list[str]:
    """Pictures on the bare stretches and a string of lights over all."""
    left, right = to.point(to.left, to.top)[0], to.point(to.left + to.across, to.top)[0]
    taken = sorted([*_spans(venue, to, "w"), *_spans(venue, to, "D"), (screen.left, screen.right)])
    parts: list[str] = []
    at = left
    for start, end in [*taken, (right, right)]:
        room = start - at
        if room > to.back * 0.6:
            count = min(4, int(room // (to.back * 0.75)) or 1)
            for i in range(count):
                parts.append(_picture(at + room * (i + 0.5) / count, to.back, len(parts), look))
        at = max(at, end)
    return [*parts, *_lights(look, to, left, right)]


def _picture(middle: float, foot: float, nth: int, look: Mood) -> str:
    w, h, top = foot * 0.3, foot * 0.36, foot * 0.28
    x = middle - w / 2
    fields = (
        ("#f2e3c9", "#df5a34", "#2f83ab"),
        ("#dcebe6", "#49a878", "#efa23f"),
        ("#efe0ea", "#7a5da6", "#ea8ea2"),
    )
    ground, one, two = fields[nth % 3]
    return (
        box(x - 3, top - 1, w + 8, h + 8, "#1b1220", 2, 0.14)
        + box(x - foot * 0.018, top - foot * 0.018, w + foot * 0.036, h + foot * 0.036, look.wood, 2)
        + box(x, top, w, h, ground)
        + oval(x + w * 0.38, top + h * 0.42, w * 0.22, w * 0.22, one)
        + path(
            f"M{x:.1f} {top + h:.1f} L{x + w * 0.45:.1f} {top + h * 0.5:.1f} "
            f"L{x + w * 0.7:.1f} {top + h * 0.74:.1f} L{x + w:.1f} {top + h * 0.56:.1f} "
            f"L{x + w:.1f} {top + h:.1f}Z",
            two,
        )
    )


def _lights(look: Mood, to: Projection, left: float, right: float) -> list[str]:
    if look.glow < 0.3:
        return []
    count, bulb = 18, to.back * 0.016
    parts = []
    cord = []
    for i in range(count + 1):
        x = left + (right - left) * i / count
        sag = to.back * (0.035 + 0.03 * (1 - abs((i % 6) - 3) / 3))
        cord.append(f"{x:.1f} {sag:.1f}")
        parts.append(lit(x, sag + bulb, bulb * 3.6, bulb * 3.6, "bulb", look.glow))
        parts.append(oval(x, sag + bulb, bulb, bulb * 1.2, lighter(look.lamp, 0.5)))
    return [line("M" + " L".join(cord), darker(look.wood, 0.4), 1.2, 0.7), *parts]


def _side(venue: Venue, look: Mood, to: Projection, outside_right: bool) -> str:
    """One side wall, seen at a slant, with the doors and windows in it."""
    width = to.size[0]
    x = to.left + (to.across if outside_right else 0)
    (bx, by), (fx, fy) = to.point(x, to.top), to.point(x, to.top + to.deep)
    edge = width if outside_right else 0
    parts = [
        polygon([(bx, 0), (bx, by), (fx, fy), (fx, to.size[1]), (edge, to.size[1]), (edge, 0)], look.side),
        polygon([(bx, by), (fx, fy), (fx, fy - by * 0.06), (bx, by - by * 0.045)], look.skirting, 0.8),
        line(f"M{bx:.1f} 0 L{bx:.1f} {by:.1f}", darker(look.side, 0.12), 1.5, 0.7),
    ]
    beyond = venue.bounds[2] if outside_right else venue.bounds[0]
    for run in venue.runs:
        if run.kind in "Dw" and (run.left >= beyond if outside_right else run.right <= beyond):
            parts.append(slanted(look, to, x, run.top, run.bottom, run.kind))
    return "".join(parts)
