"""Windows and doors: what one sees of the world outside the room."""

from game.stage.art.moods import Mood
from game.stage.art.projection import Projection
from game.stage.art.svg import box, group, line, oval, path, polygon
from game.stage.art.theme import darker, lighter, mix

Span = tuple[float, float]


def window(to: Projection, look: Mood, span: Span) -> str:
    """A window in the back wall with what lies outside."""
    left, right = span[0] + to.back * 0.03, span[1] - to.back * 0.03
    top, foot = to.back * 0.20, to.back * 0.74
    return glazing(look, left, top, right - left, foot - top, to.back * 0.028)


def glazing(look: Mood, left: float, top: float, width: float, height: float, rim: float) -> str:
    """A window of that size in its frame; uses the fade "sky"."""
    foot, right = top + height, left + width
    parts = [
        box(left - rim, top - rim, width + 2 * rim, height + 2 * rim, look.frame, rim),
        box(left, top, width, height, "url(#sky)", rim * 0.4),
        _roofs(left, top, width, height, look) if look.city else _hills(left, top, width, height, look),
    ]
    panes = max(2, round(width / (height * 0.62)))
    bars = [
        f"M{left + width * i / panes:.1f} {top:.1f} L{left + width * i / panes:.1f} {foot:.1f}" for i in range(1, panes)
    ]
    bars.append(f"M{left:.1f} {top + height * 0.42:.1f} L{right:.1f} {top + height * 0.42:.1f}")
    parts.append(line(" ".join(bars), look.frame, rim * 0.8))
    shine = (
        f"M{left + width * 0.1:.1f} {foot} L{left + width * 0.32:.1f} {top} "
        f"L{left + width * 0.42:.1f} {top} L{left + width * 0.2:.1f} {foot}Z"
    )
    parts.append(path(shine, "#ffffff", opacity=0.14))
    parts.append(box(left - rim * 2, foot + rim, width + 4 * rim, rim * 1.2, darker(look.frame, 0.12), rim * 0.5))
    return "".join(parts)


def _hills(x: float, y: float, w: float, h: float, look: Mood) -> str:
    return group(
        f"translate({x:.1f} {y:.1f}) scale({w / 100:.4f} {h / 100:.4f})",
        oval(70, 20, 10, 5, "#ffffff", 0.7),
        oval(63, 23, 8, 4, "#ffffff", 0.7),
        path("M0 72 C22 50 40 70 60 60 C78 52 90 66 100 58 L100 100 L0 100Z", look.land[0]),
        path("M0 86 C30 68 62 92 100 74 L100 100 L0 100Z", look.land[1]),
    )


def _roofs(x: float, y: float, w: float, h: float, look: Mood) -> str:
    heights = (0.42, 0.3, 0.56, 0.36, 0.5, 0.26, 0.46, 0.34)
    parts: list[str] = []
    for row, (colour, shift, base) in enumerate(((look.land[0], 0.0, 0.14), (look.land[1], 0.5, 0.0))):
        step = w / 7
        for i in range(7):
            tall = (heights[(i * 3 + row * 2) % 8] * 0.7 + base) * h
            at = x + (i + shift * 0.5) * step
            wide = min(step * 0.92, x + w - at)
            parts.append(box(at, y + h - tall, wide, tall, colour))
            for k in range(int(tall // (h * 0.1))):
                if (i * 5 + k * 3 + row) % 4 < 2:
                    parts.append(
                        box(
                            at + wide * (0.2 + 0.35 * (k % 2)),
                            y + h - tall + h * 0.04 + k * h * 0.1,
                            wide * 0.16,
                            h * 0.04,
                            look.lamp,
                            0,
                            0.75,
                        )
                    )
    return "".join(parts)


def door(to: Projection, look: Mood, span: Span) -> str:
    """A double door in the back wall, open a crack, and its sign."""
    foot, top = to.back, to.back * 0.26
    middle = sum(span) / 2
    half = min(max(span[1] - span[0], to.back * 0.3), to.back * 0.75) / 2
    leaf, rim = lighter(look.wood, 0.16), to.back * 0.03
    opening = box(middle - half, top, half * 2, foot - top, darker(look.wood, 0.55))
    glow = box(middle - half * 0.62, top, half * 1.24, foot - top, look.lamp, 0, 0.5)
    leaves = "".join(
        polygon(
            [
                (middle + s * half, top),
                (middle + s * half * 0.55, top + rim),
                (middle + s * half * 0.55, foot + rim),
                (middle + s * half, foot),
            ],
            leaf,
        )
        + oval(middle + s * half * 0.63, (top + foot) / 2, rim * 0.3, rim * 0.45, "#f2d58a")
        for s in (-1, 1)
    )
    frame = line(
        f"M{middle - half:.1f} {foot:.1f} L{middle - half:.1f} {top:.1f} "
        f"L{middle + half:.1f} {top:.1f} L{middle + half:.1f} {foot:.1f}",
        look.wood,
        rim,
    )
    sign = box(middle - half * 0.4, top - rim * 3.2, half * 0.8, rim * 2.1, "#3f9e6f", rim * 0.5)
    arrow = path(
        f"M{middle - rim:.1f} {top - rim * 2.6:.1f} "
        f"L{middle + rim:.1f} {top - rim * 2.15:.1f} "
        f"L{middle - rim:.1f} {top - rim * 1.7:.1f}Z",
        "#ffffff",
    )
    return opening + glow + leaves + frame + sign + arrow


def slanted(look: Mood, to: Projection, x: float, top: float, bottom: float, kind: str) -> str:
    """A door (D) or window (w) in a side wall; `x` is the wall, top and bottom its ends, in metres."""
    (ax, ay), (bx, by) = to.point(x, top), to.point(x, bottom)
    rise = to.back * 0.72 / to.scale(to.top)
    high_a, high_b = rise * to.scale(top), rise * to.scale(bottom)
    low = 0.0 if kind == "D" else 0.3
    corners = [(ax, ay - high_a * low), (ax, ay - high_a), (bx, by - high_b), (bx, by - high_b * low)]
    fill = darker(look.wood, 0.2) if kind == "D" else mix(look.sky[0], look.sky[1], 0.4)
    rim = "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in corners) + "Z"
    pane = group("", polygon(corners, fill))
    return pane + line(rim, look.wood if kind == "D" else look.frame, to.back * 0.014)
