"""Neck, ears and the shape of the head."""

from game.stage.art.look import SKINS, Look
from game.stage.art.stance import Stance
from game.stage.art.svg import oval, path
from game.stage.art.theme import darker


def head(look: Look, stance: Stance) -> str:
    """The bare head; the far ear disappears as the face turns."""
    skin = SKINS[look.skin]
    shade = darker(skin, 0.15)
    parts = [path("M53.5 76 L66.500 76 L67.500 90 C64 94 56 94 52.500 90Z", shade)]
    if look.hair != "hijab":
        facing = -stance.turn if stance.back else stance.turn
        if facing < 0.6:
            x = 82 - max(0.0, facing) * 3
            parts.append(oval(x, 60, 4.3, 5.8, skin) + oval(x + 0.3, 60.4, 2, 3.1, shade))
        if facing > -0.6:
            x = 38 - min(0.0, facing) * 3
            parts.append(oval(x, 60, 4.3, 5.8, skin) + oval(x - 0.3, 60.4, 2, 3.1, shade))
    parts.append(
        path(
            "M38.2 55 C37 30 83 30 81.800 55 C81.800 72 73 83.500 60 83.500 C47 83.500 38.200 72 38.200 55Z",
            skin,
        )
    )
    if not stance.back:
        cheek = path(
            "M72 39 C80 44 81.800 49 81.800 55 C81.800 72 73 83.500 60 83.500 C72 79 79 62 72 39Z",
            shade,
            opacity=0.28,
        )
        parts.append(cheek)
    return "".join(parts)
