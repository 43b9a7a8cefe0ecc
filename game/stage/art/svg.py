"""The few SVG elements the art is written in, and their way to a surface.

The loader behind pygame (nanosvg) knows paths, gradients and transforms, but
no text, use, clipPath, mask or filter.
"""

import io
from collections.abc import Sequence

import pygame


def path(d: str, fill: str = "none", stroke: str = "", width: float = 0, opacity: float = 1) -> str:
    """A path; strokes have round caps and joins."""
    return f'<path d="{d}" fill="{fill}"{_stroke(stroke, width)}{_opacity(opacity)}/>'


def line(d: str, stroke: str, width: float, opacity: float = 1) -> str:
    """A stroked path without a filling."""
    return path(d, "none", stroke, width, opacity)


def oval(x: float, y: float, rx: float, ry: float, fill: str, opacity: float = 1) -> str:
    """A filled ellipse about (x, y)."""
    return f'<ellipse cx="{x:.2f}" cy="{y:.2f}" rx="{rx:.2f}" ry="{ry:.2f}" fill="{fill}"{_opacity(opacity)}/>'


def lit(x: float, y: float, rx: float, ry: float, name: str, opacity: float = 1) -> str:
    """An ellipse filled with a glow: a scaled circle, since the loader draws glows round."""
    circle = f'<circle cx="0" cy="0" r="1" fill="url(#{name})"{_opacity(opacity)}/>'
    return group(f"translate({x:.2f} {y:.2f}) scale({rx:.2f} {ry:.2f})", circle)


def box(x: float, y: float, w: float, h: float, fill: str, radius: float = 0, opacity: float = 1) -> str:
    """A filled rectangle with rounded corners."""
    return (
        f'<rect x="{x:.2f}" y="{y:.2f}" width="{w:.2f}" height="{h:.2f}" rx="{radius:.2f}" '
        f'fill="{fill}"{_opacity(opacity)}/>'
    )


def polygon(points: Sequence[tuple[float, float]], fill: str, opacity: float = 1) -> str:
    """A filled polygon."""
    corners = " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
    return f'<polygon points="{corners}" fill="{fill}"{_opacity(opacity)}/>'


def group(transform: str, *parts: str) -> str:
    """Parts moved, turned or scaled together."""
    return f'<g transform="{transform}">{"".join(parts)}</g>'


def fade(name: str, *stops: tuple[float, str, float]) -> str:
    """A gradient from top to bottom, used as fill "url(#name)"; stops are (offset, colour, opacity)."""
    return f'<linearGradient id="{name}" x1="0" y1="0" x2="0" y2="1">{_stops(stops)}</linearGradient>'


def glow(name: str, *stops: tuple[float, str, float]) -> str:
    """A gradient from the middle outwards, for `lit`."""
    return f'<radialGradient id="{name}" cx="50%" cy="50%" r="50%">{_stops(stops)}</radialGradient>'


def document(width: float, height: float, viewbox: tuple[float, float], *parts: str) -> str:
    """A whole picture of `width` × `height` pixels showing (0, 0) to `viewbox`."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {viewbox[0]:g} {viewbox[1]:g}">{"".join(parts)}</svg>'
    )


def load(picture: str) -> pygame.Surface:
    """The picture as a surface with straight alpha; never scale it, draw it at its size instead.

    The loader's byte order is not a window's, and blitting across the two is twenty times slower.
    """
    return in_window_order(pygame.image.load(io.BytesIO(picture.encode()), "picture.svg"))


def in_window_order(loaded: pygame.Surface) -> pygame.Surface:
    """A copy of a picture with the bytes of each pixel in the order that a window has them in."""
    copy = pygame.Surface(loaded.get_size(), pygame.SRCALPHA, 32)
    # added to nothing: a plain copy, which needs no window as convert does in pygame 2.6
    copy.blit(loaded, (0, 0), special_flags=pygame.BLEND_RGBA_ADD)
    return copy


def _stroke(colour: str, width: float) -> str:
    if not colour:
        return ""
    return f' stroke="{colour}" stroke-width="{width:.2f}" stroke-linecap="round" stroke-linejoin="round"'


def _opacity(share: float) -> str:
    return f' opacity="{share:.3f}"' if share < 1 else ""


def _stops(stops: Sequence[tuple[float, str, float]]) -> str:
    return "".join(
        f'<stop offset="{offset:g}" stop-color="{colour}" stop-opacity="{opacity:g}"/>'
        for offset, colour, opacity in stops
    )
