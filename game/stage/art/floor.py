"""The floor: boards or tiles that run into the depth, rugs, the stage and light lying on it."""

from game.stage.art.moods import Mood
from game.stage.art.projection import Projection
from game.stage.art.svg import box, line, lit, polygon
from game.stage.art.theme import darker, lighter
from game.stage.art.venue import Run, Venue

_BOARD = 0.6  # metres
_RUG_DEEP = 0.72  # of a rug's width
_FRINGES, _FRINGE = 22, 0.12  # threads on a side, and their length in metres


def floor(venue: Venue, look: Mood, to: Projection) -> str:
    """Everything that lies flat."""
    return "".join(
        [
            polygon(_quad(to, to.left, to.top, to.left + to.across, to.top + to.deep), "url(#floor)"),
            _tiles(look, to) if venue.mood == "bright" else _boards(look, to),
            *(_window_light(look, to, run) for run in venue.back_wall("w")),
            *_rugs(venue, look, to),
            *(_mat(look, to, run) for run in venue.runs if run.kind == "D"),
            _stage(look, to, venue.stage) if venue.stage else "",
            _shade(look, to),
        ]
    )


def _quad(to: Projection, left: float, top: float, right: float, bottom: float) -> list[tuple[float, float]]:
    return [to.point(left, top), to.point(right, top), to.point(right, bottom), to.point(left, bottom)]


def _boards(look: Mood, to: Projection) -> str:
    parts, seams = [], []
    count = max(1, round(to.across / _BOARD))
    wide = to.across / count
    for i in range(count):
        x = to.left + i * wide
        if (i * 7) % 5 < 2:
            tint = darker(look.floor[1], 0.12) if i % 2 else lighter(look.floor[1], 0.25)
            parts.append(polygon(_quad(to, x, to.top, x + wide, to.top + to.deep), tint, 0.22))
        (ax, ay), (bx, by) = to.point(x, to.top), to.point(x, to.top + to.deep)
        seams.append(f"M{ax:.1f} {ay:.1f} L{bx:.1f} {by:.1f}")
        y = to.top + (i * 1.7) % 2.6
        while y < to.top + to.deep:
            (px, py), (qx, _) = to.point(x, y), to.point(x + wide, y)
            seams.append(f"M{px:.1f} {py:.1f} L{qx:.1f} {py:.1f}")
            y += 2.6
    return "".join(parts) + line(" ".join(seams), look.joint, max(1.0, to.size[1] / 620), 0.38)


def _tiles(look: Mood, to: Projection) -> str:
    parts = []
    step = 1.5
    columns, rows = int(to.across // step) + 1, int(to.deep // step) + 1
    for r in range(rows):
        for c in range(columns):
            if (r + c) % 2:
                x, y = to.left + c * step, to.top + r * step
                right, bottom = min(x + step, to.left + to.across), min(y + step, to.top + to.deep)
                parts.append(polygon(_quad(to, x, y, right, bottom), darker(look.floor[1], 0.10), 0.5))
    return "".join(parts)


def _window_light(look: Mood, to: Projection, window: Run) -> str:
    slant, reach = 1.1, min(3.2, to.deep * 0.35)
    corners = [
        to.point(window.left + 0.2, to.top),
        to.point(window.right - 0.2, to.top),
        to.point(window.right + slant, to.top + reach),
        to.point(window.left + slant + 0.2, to.top + reach),
    ]
    return polygon(corners, look.lamp if look.city else "#fff7dc", look.daylight)


def _rugs(venue: Venue, look: Mood, to: Projection) -> list[str]:
    wide = to.across > 11
    places = ((0.27, 0.62), (0.73, 0.64)) if wide else ((0.5, 0.6),)
    reach = min(to.across * (0.17 if wide else 0.30), to.deep * 0.30)
    return [
        _rug(to, to.left + to.across * fx, to.top + to.deep * fy, reach, colour)
        for (fx, fy), colour in zip(places, look.rugs, strict=False)
    ]


def _rug(to: Projection, x: float, y: float, reach: float, colour: str) -> str:
    """A woven rectangle with a border and fringes: circles of people are round, so no rug is."""

    def inner(margin: float) -> list[tuple[float, float]]:
        across, deep = reach - margin, reach * _RUG_DEEP - margin
        return _quad(to, x - across, y - deep, x + across, y + deep)

    fringes = []
    for i in range(_FRINGES):
        depth = y + reach * _RUG_DEEP * (2 * (i + 0.5) / _FRINGES - 1)
        for side in (-1, 1):
            (ax, ay), (bx, _) = to.point(x + side * reach, depth), to.point(x + side * (reach + _FRINGE), depth)
            fringes.append(f"M{ax:.1f} {ay:.1f} L{bx:.1f} {ay:.1f}")
    band = "M" + " L".join(f"{px:.1f} {py:.1f}" for px, py in inner(0.2)) + "Z"
    return (
        line(" ".join(fringes), colour, max(1.0, to.size[1] / 480), 0.3)
        + polygon(inner(0.0), colour, 0.24)
        + line(band, lighter(colour, 0.5), max(1.0, to.size[1] / 360), 0.4)
        + polygon(inner(0.45), lighter(colour, 0.4), 0.14)
    )


def _mat(look: Mood, to: Projection, door: Run) -> str:
    bottom = to.top + to.deep
    if door.bottom <= to.top:
        return polygon(_quad(to, door.left, to.top, door.right, to.top + 0.7), darker(look.wood, 0.2), 0.4)
    if door.top >= bottom:
        return polygon(_quad(to, door.left, bottom - 0.6, door.right, bottom), darker(look.wood, 0.2), 0.4)
    return ""


def _stage(look: Mood, to: Projection, stage: Run) -> str:
    corners = _quad(to, stage.left, stage.top, stage.right, stage.bottom)
    rise = 0.22 * to.ppm * to.scale(stage.bottom)
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners
    steps = f"M{dx:.1f} {dy:.1f} L{cx:.1f} {cy:.1f}"
    return (
        polygon(
            [(dx, dy), (cx, cy), (cx + rise * 0.3, cy + rise * 0.9), (dx - rise * 0.3, dy + rise * 0.9)],
            "#1b1220",
            0.18,
        )
        + polygon([(ax, ay - rise), (bx, by - rise), (cx, cy - rise), (dx, dy - rise)], look.wood_top)
        + polygon([(dx, dy - rise), (cx, cy - rise), (cx, cy), (dx, dy)], look.wood)
        + line(f"M{dx:.1f} {dy - rise:.1f} L{cx:.1f} {cy - rise:.1f}", lighter(look.wood_top, 0.3), 2, 0.7)
        + line(steps, darker(look.wood, 0.4), 1.5, 0.5)
    )


def _shade(look: Mood, to: Projection) -> str:
    """The wall's shadow on the floor, light of the lamps, and what is in front of the room."""
    width, height = to.size
    below = height - to.front
    middle = (to.back + to.front) / 2
    return (
        box(0, to.back, width, (to.front - to.back) * 0.10, "url(#under)")
        + lit(width * 0.3, middle, width * 0.28, (height - to.back) * 0.42, "pool", look.glow * 0.5)
        + lit(width * 0.72, middle, width * 0.28, (height - to.back) * 0.42, "pool", look.glow * 0.5)
        + box(0, to.front, width, below + 1, darker(look.wood, 0.25))
        + box(0, to.front, width, max(3.0, height * 0.012), lighter(look.wood_top, 0.1))
        + box(0, to.front + max(3.0, height * 0.012), width, height * 0.02, "url(#under)")
    )
