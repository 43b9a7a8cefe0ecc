"""The walking of game/model/space as its users would write it in Mesa: agents in a ContinuousSpace."""

import math

import mesa
import numpy as np
from mesa.experimental.continuous_space import ContinuousSpace, ContinuousSpaceAgent

from game.model.space import steering as s


class Walker(ContinuousSpaceAgent):
    """Walks to one random point after another, round the others."""

    def __init__(self, space, model, position, goal, pace):
        super().__init__(space, model)
        self.position = position
        self.goal, self.pace = goal, pace
        self.velocity = np.zeros(2)

    def step(self):
        position, step_s = self.position, float(s.STEP_S)
        others, apart = self.get_neighbors_in_radius(s.REACH_M)
        push = np.zeros(2)
        if len(others):
            away = position - np.array([other.position for other in others])
            apart = np.maximum(apart, 1e-3)
            force = float(s.KEEP_AWAY) * (1 - apart / s.REACH_M) ** 2
            force += float(s.TOUCH) * np.maximum(0, 1 - apart / float(s.BODY_ACROSS_M))
            push = (away * (force / apart)[:, None]).sum(axis=0)
            aside = float(s.SIDE_STEP)
            push = np.array([push[0] - aside * push[1], push[1] + aside * push[0]])
        wish = self.goal - position
        left = math.hypot(*wish)
        if left < 0.5:
            self.goal = self.model.rng.uniform(0.5, self.model.side - 0.5, 2)
        wish *= self.pace / max(left, 1e-3)
        velocity = self.velocity + ((wish - self.velocity) * float(s.SETTLE_PER_S) + push) * step_s
        speed, most = math.hypot(*velocity), self.pace * float(s.HURRY)
        if speed > most:
            velocity *= most / speed
        self.velocity = velocity
        self.position = np.clip(position + velocity * step_s, 0.25, self.model.side - 0.25)


class Room(mesa.Model):
    """`people` walkers in a square of `side` metres."""

    def __init__(self, people: int, side: float, seed: int):
        super().__init__(rng=seed)
        self.side = side
        space = ContinuousSpace([[0, side], [0, side]], torus=False, random=self.random, n_agents=people)
        for _ in range(people):
            position, goal = self.rng.uniform(0.5, side - 0.5, (2, 2))
            Walker(space, self, position, goal, self.rng.uniform(0.8, 1.2))

    def step(self):
        self.agents.do("step")
