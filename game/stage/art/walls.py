"""The walls of a room: windows with what lies outside, doors, pictures, lamps and the screen."""

from collections.abc import Iterator

import pygame

from game.stage.art import text
from game.stage.art.moods import Mood
from game.stage.art.projection import Projection
from game.stage.art.svg import box, group, line, lit, oval, path, polygon
from game.stage.art.theme import darker, lighter, mix
from game.stage.art.venue import Venue

Span = tuple[float, float]


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
    parts += [_door(to, look, span) for span in _spans(venue, to, "D")]
    screen = screen_rect(venue, to)
    for span in _spans(venue, to, "w"):
        if span[1] < screen.left or span[0] > screen.right:  # a window behind the screen would show at its edges
            parts.append(_window(to, look, span))
    parts.append(_screen(screen, look))
    parts += _decoration(venue, look, to, screen)
    parts += [_side(venue, look, to, outside) for outside in (False, True)]
    return "".join(parts)


def _spans(venue: Venue, to: Projection, kind: str) -> list[Span]:
    """Left and right in pixels of what is set into the back wall."""
    return [
        (to.point(run.left, to.top)[0], to.point(run.right, to.top)[0]) for run in venue.back_wall(kind)
    ]


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
    top = round(screen.top + screen.height * 0.44) - (title.get_height() + lower.get_height() * bool(venue.subtitle)) // 2
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
        box(at.left - rim, at.top - rim + rim * 1.6, at.width + rim * 2, at.height + rim * 2, "#1b1220", rim * 2, 0.16)
        + box(at.left - rim, at.top - rim, at.width + rim * 2, at.height + rim * 2, look.screen[0], rim * 2)
        + box(at.left, at.top, at.width, at.height, look.screen[1], rim)
        + path(f"M{at.left} {at.top + rim} L{at.left + at.width * 0.45:.0f} {at.top} L{at.left + at.width * 0.2:.0f} {at.bottom} L{at.left} {at.bottom}Z", "#ffffff", opacity=0.035)
        + line(thread, "#ffffff", max(1, rim * 0.22), 0.35)
        + "".join(oval(x, y, rim * 0.72, rim * 0.72, bead) for (x, y), bead in zip(spots, beads, strict=True))
    )  # fmt: skip


def _window(to: Projection, look: Mood, span: Span) -> str:
    left, right = span[0] + to.back * 0.03, span[1] - to.back * 0.03
    top, foot = to.back * 0.20, to.back * 0.74
    width, height = right - left, foot - top
    rim = to.back * 0.028
    parts = [
        box(left - rim, top - rim, width + 2 * rim, height + 2 * rim, look.frame, rim),
        box(left, top, width, height, "url(#sky)", rim * 0.4),
        _roofs(left, top, width, height, look) if look.city else _hills(left, top, width, height, look),
    ]
    panes = max(2, round(width / (height * 0.62)))
    bars = [f"M{left + width * i / panes:.1f} {top:.1f} L{left + width * i / panes:.1f} {foot:.1f}" for i in range(1, panes)]
    bars.append(f"M{left:.1f} {top + height * 0.42:.1f} L{right:.1f} {top + height * 0.42:.1f}")
    parts.append(line(" ".join(bars), look.frame, rim * 0.8))
    shine = f"M{left + width * 0.1:.1f} {foot} L{left + width * 0.32:.1f} {top} L{left + width * 0.42:.1f} {top} L{left + width * 0.2:.1f} {foot}Z"
    parts.append(path(shine, "#ffffff", opacity=0.14))
    parts.append(box(left - rim * 2, foot + rim, width + 4 * rim, rim * 1.2, darker(look.frame, 0.12), rim * 0.5))
    return "".join(parts)


def _hills(x: float, y: float, w: float, h: float, look: Mood) -> str:
    floor = y + h
    far = f"M{x:.1f} {y + h * 0.72:.1f} C{x + w * 0.22:.1f} {y + h * 0.5:.1f} {x + w * 0.4:.1f} {y + h * 0.7:.1f} {x + w * 0.6:.1f} {y + h * 0.6:.1f} C{x + w * 0.78:.1f} {y + h * 0.52:.1f} {x + w * 0.9:.1f} {y + h * 0.66:.1f} {x + w:.1f} {y + h * 0.58:.1f}"
    near = f"M{x:.1f} {y + h * 0.86:.1f} C{x + w * 0.3:.1f} {y + h * 0.68:.1f} {x + w * 0.62:.1f} {y + h * 0.92:.1f} {x + w:.1f} {y + h * 0.74:.1f}"
    close = f" L{x + w:.1f} {floor:.1f} L{x:.1f} {floor:.1f}Z"
    cloud = oval(x + w * 0.7, y + h * 0.2, w * 0.1, h * 0.05, "#ffffff", 0.7) + oval(x + w * 0.63, y + h * 0.23, w * 0.08, h * 0.04, "#ffffff", 0.7)
    return cloud + path(far + close, look.land[0]) + path(near + close, look.land[1])


def _roofs(x: float, y: float, w: float, h: float, look: Mood) -> str:
    heights = (0.42, 0.3, 0.56, 0.36, 0.5, 0.26, 0.46, 0.34)
    parts = []
    for row, (colour, shift, base) in enumerate(((look.land[0], 0.0, 0.14), (look.land[1], 0.5, 0.0))):
        step = w / 7
        for i in range(7):
            tall = (heights[(i * 3 + row * 2) % 8] * 0.7 + base) * h
            at = x + (i + shift * 0.5) * step
            wide = min(step * 0.92, x + w - at)
            parts.append(box(at, y + h - tall, wide, tall, colour))
            for k in range(int(tall // (h * 0.1))):
                if (i * 5 + k * 3 + row) % 4 < 2:
                    parts.append(box(at + wide * (0.2 + 0.35 * (k % 2)), y + h - tall + h * 0.04 + k * h * 0.1, wide * 0.16, h * 0.04, look.lamp, 0, 0.75))
    return "".join(parts)


def _door(to: Projection, look: Mood, span: Span) -> str:
    foot, top = to.back, to.back * 0.26
    middle = sum(span) / 2
    half = min(max(span[1] - span[0], to.back * 0.3), to.back * 0.75) / 2
    leaf, rim = lighter(look.wood, 0.16), to.back * 0.03
    opening = box(middle - half, top, half * 2, foot - top, darker(look.wood, 0.55))
    glow = box(middle - half * 0.62, top, half * 1.24, foot - top, look.lamp, 0, 0.5)
    leaves = "".join(
        polygon(
            [(middle + s * half, top), (middle + s * half * 0.55, top + rim), (middle + s * half * 0.55, foot + rim), (middle + s * half, foot)],
            leaf,
        )
        + oval(middle + s * half * 0.63, (top + foot) / 2, rim * 0.3, rim * 0.45, "#f2d58a")
        for s in (-1, 1)
    )  # fmt: skip
    frame = line(f"M{middle - half:.1f} {foot:.1f} L{middle - half:.1f} {top:.1f} L{middle + half:.1f} {top:.1f} L{middle + half:.1f} {foot:.1f}", look.wood, rim)
    sign = box(middle - half * 0.4, top - rim * 3.2, half * 0.8, rim * 2.1, "#3f9e6f", rim * 0.5)
    arrow = path(f"M{middle - rim:.1f} {top - rim * 2.6:.1f} L{middle + rim:.1f} {top - rim * 2.15:.1f} L{middle - rim:.1f} {top - rim * 1.7:.1f}Z", "#ffffff")
    return opening + glow + leaves + frame + sign + arrow


def _decoration(venue: Venue, look: Mood, to: Projection, screen: pygame.Rect) -> list[str]:
    """Pictures on the bare stretches and a string of lights over all."""
    left, right = to.point(to.left, to.top)[0], to.point(to.left + to.across, to.top)[0]
    taken = sorted([*_spans(venue, to, "w"), *_spans(venue, to, "D"), (screen.left, screen.right)])
    parts, at = [], left
    for start, end in [*taken, (right, right)]:
        room = start - at
        if room > to.back * 0.6:
            count = int(room // (to.back * 0.75)) or 1
            for i in range(min(count, 4)):
                parts.append(_picture(at + room * (i + 0.5) / min(count, 4), to.back, i + len(parts), look))
        at = max(at, end)
    return [*parts, *_lights(look, to, left, right)]


def _picture(middle: float, foot: float, nth: int, look: Mood) -> str:
    w, h, top = foot * 0.3, foot * 0.36, foot * 0.28
    x = middle - w / 2
    fields = (("#f2e3c9", "#df5a34", "#2f83ab"), ("#dcebe6", "#49a878", "#efa23f"), ("#efe0ea", "#7a5da6", "#ea8ea2"))
    ground, one, two = fields[nth % 3]
    return (
        box(x - 3, top - 1, w + 8, h + 8, "#1b1220", 2, 0.14)
        + box(x - foot * 0.018, top - foot * 0.018, w + foot * 0.036, h + foot * 0.036, look.wood, 2)
        + box(x, top, w, h, ground)
        + oval(x + w * 0.38, top + h * 0.42, w * 0.22, w * 0.22, one)
        + path(f"M{x:.1f} {top + h:.1f} L{x + w * 0.45:.1f} {top + h * 0.5:.1f} L{x + w * 0.7:.1f} {top + h * 0.74:.1f} L{x + w:.1f} {top + h * 0.56:.1f} L{x + w:.1f} {top + h:.1f}Z", two)
    )  # fmt: skip


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
            parts.append(_slanted(look, to, x, run.top, run.bottom, run.kind))
    return "".join(parts)


def _slanted(look: Mood, to: Projection, x: float, top: float, bottom: float, kind: str) -> str:
    (ax, ay), (bx, by) = to.point(x, top), to.point(x, bottom)
    rise = to.back * 0.72 / to.scale(to.top)
    high_a, high_b = rise * to.scale(top), rise * to.scale(bottom)
    low = 0.0 if kind == "D" else 0.3
    corners = [(ax, ay - high_a * low), (ax, ay - high_a), (bx, by - high_b), (bx, by - high_b * low)]
    fill = darker(look.wood, 0.2) if kind == "D" else mix(look.sky[0], look.sky[1], 0.4)
    rim = "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in corners) + "Z"
    pane = group("", polygon(corners, fill))
    return pane + line(rim, look.wood if kind == "D" else look.frame, to.back * 0.014)
