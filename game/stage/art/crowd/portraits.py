"""The large figures of the arena: real ones of the room, standing, walking, seated, packed to leave, or cardboard."""

from __future__ import annotations

from typing import Final

import pygame

from game.stage.art.crowd import props
from game.stage.art.crowd.poses import BACKS, STANCES, Pose
from game.stage.art.figure import BOX
from game.stage.art.look import Look
from game.stage.art.posture import STEPS
from game.stage.art.sprites import Cut, Sprites, in_steps
from game.stage.art.stance import Stance
from game.stage.art.svg import load

_MOST_KEPT: Final = 240  # figures that sit; the one made first is forgotten first
_DUSK: Final = (178, 160, 168)  # what is left of the colours of the sleeping, of 255


class Portraits:
    """Makes them from sprites, and keeps those that sprites do not."""

    def __init__(self, sprites: Sprites) -> None:
        self.sprites = sprites
        self._kept: dict[tuple[Look, int], Cut] = {}
        self._boards: dict[int, Cut] = {}

    def figure(self, look: Look, pose: int, height: float, turn: float, beat: float, going: bool) -> Cut:
        """The figure about `height` pixels tall, turned −1 … 1; `beat` counts steps of those who are `going`."""
        tall = in_steps(height)
        if pose == Pose.CARD:
            return self._board(tall)
        if pose == Pose.SIT:
            return self._seated(look, tall)
        stance = STANCES[Pose(pose)]
        if going:
            stance = Stance("walk", "smile", turn, stance.back, STEPS[int(beat * 4) % len(STEPS)])
        return self.sprites.figure(look, stance._replace(turn=0.0 if stance.back else turn), tall)

    def bag(self, height: int) -> pygame.Surface:
        """What those who turn away carry, in the box of a figure of that height."""
        return self.sprites.picture(("bag", height), lambda: props.bag(height))

    def _board(self, tall: int) -> Cut:
        if tall not in self._boards:
            self._boards[tall] = Cut(load(props.cardboard(tall)))
        return self._boards[tall]

    def _seated(self, look: Look, tall: int) -> Cut:
        key = (look, tall)
        if key not in self._kept:
            figure = self.sprites.figure(look, STANCES[Pose.SIT], tall)
            cut, sunk = round(tall * props.CUT / BOX[1]), round(tall * props.SUNK / BOX[1])
            whole = pygame.Surface((figure.width, figure.height), pygame.SRCALPHA, 32)
            above = (0, 0, figure.width, cut - figure.dy)
            whole.blit(figure.picture, (figure.dx, figure.dy + sunk), above, pygame.BLEND_RGBA_ADD)
            whole.fill(_DUSK, special_flags=pygame.BLEND_RGB_MULT)
            whole.blit(load(props.bench(tall)), (0, 0))
            self._kept[key] = Cut(whole)
            if len(self._kept) > _MOST_KEPT:
                del self._kept[next(iter(self._kept))]
        return self._kept[key]


def packed(pose: int) -> bool:
    """Whether somebody in this pose has turned away and carries a bag."""
    return pose in BACKS
