"""People as parametric SVG text: one figure, put together from its parts.

Figures live in a box of 120 × 200 units; the feet stand at (60, 188).
"""

from typing import Final

from game.stage.art import svg
from game.stage.art.arms import arms
from game.stage.art.clothes import legs, torso
from game.stage.art.face import face
from game.stage.art.hair import hair_behind, hair_over
from game.stage.art.head import head
from game.stage.art.look import Look
from game.stage.art.stance import Mood, Stance
from game.stage.art.theme import mix

BOX: Final = (120.0, 200.0)
FEET: Final = 188.0
FACE: Final = (37.0, 30.0, 46.0, 56.0)  # x, y, width, height: what a bubble must not cover
TALL: Final = {"young": 0.97, "middle": 1.0, "old": 0.96}
_LEANS: Final = {"away": -3.0, "listen": 1.5, "fold": -0.5, "keen": 5.0, "nod": 5.0}  # degrees
_BOWS: Final = {"nod": 4.0, "phone": 3.0}  # how much lower the head is held

_SHADOW: Final = svg.glow("ground", (0, "#2a1420", 0.42), (0.55, "#2a1420", 0.28), (1, "#2a1420", 0))


def figure_svg(look: Look, stance: Stance, height: int) -> str:
    """The figure on its shadow, `height` pixels from the top of the box to below the feet."""
    body = _body(look, stance)
    size = TALL[look.age]
    placed = svg.group(f"translate({60 - 60 * size:g} {FEET - FEET * size:g}) scale({size:g})", body)
    shadow = f"<defs>{_SHADOW}</defs>" + svg.lit(60, 188, 40, 10, "ground")
    return svg.document(round(height * BOX[0] / BOX[1]), height, BOX, shadow, placed)


def portrait_svg(look: Look, mood: Mood, size: int, ground: str = "") -> str:
    """Head and shoulders on a disc of `size` pixels, for notebook and debrief."""
    disc = svg.oval(60, 60, 58, 58, ground or mix(look.top_hex, "#fff6e6", 0.72))
    bust = svg.group("translate(-21 -6) scale(1.35)", _body(look, Stance(mood=mood), bust=True))
    return svg.document(size, size, (120, 120), disc, bust)


def _bowed(stance: Stance, *parts: str) -> str:
    """Head and hair: lower in a nod and over a phone."""
    down = _BOWS.get(stance.pose, 0.0)
    return svg.group(f"translate(0 {down:g})", *parts) if down else "".join(parts)


def _body(look: Look, stance: Stance, bust: bool = False) -> str:
    behind, before, over = arms(look, stance)
    lean = _LEANS.get(stance.pose, 0.0) * (stance.turn or 1)
    crown = _bowed(stance, head(look, stance), "" if stance.back else face(look, stance), hair_over(look, stance))
    upper = [behind, torso(look, stance), before, crown, over]
    behind_all = "" if stance.back else _bowed(stance, hair_behind(look, stance))
    bob = abs(stance.phase) * 2.0
    parts = svg.group(f"rotate({lean:g} 60 150) translate(0 {-bob:g})", behind_all, *upper)
    return parts if bust else legs(look, stance) + parts
