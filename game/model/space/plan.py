"""The plan of a venue: where one can walk, where one likes to stand, how one gets there."""

from collections import deque
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from game.model.columns import F32, Bool
from game.model.space.floor import BODY_M, Floor, lay_floor
from game.model.space.routes import I16, MOST_CELLS, way_points

LEGEND = "#w.DBtps"  # wall, window, floor, door, bar, table, plant, stage
OPEN_TO_WALK = ".D"
SPOTS = 10  # open places offered besides bar and tables
SPOT_APART_M = 2.5
STANDING_ROOM_M = 0.95  # from a formation's middle to the nearest wall: the largest ring and half a body


@dataclass(frozen=True)
class Place:
    """Somewhere to stand. `kind` is bar, table, door or spot; x, y in metres from the plan's top left."""

    kind: str
    x: float
    y: float


@dataclass(frozen=True, eq=False)
class Plan:
    """A venue, shared by all rooms of a batch. `walkable` [rows, columns]; row 0 is at y = 0."""

    cell_m: float
    walkable: Bool
    places: tuple[Place, ...]
    door: Place
    floor: Floor
    roomy: Floor  # where the middle of a formation may be
    way: I16 | None  # [cells, cells] from, to → the cell to head for; None in a hall without obstacles

    @property
    def width_m(self) -> float:
        """Metres from left to right."""
        return self.floor.width_m

    @property
    def height_m(self) -> float:
        """Metres from top to bottom."""
        return self.floor.height_m

    @cached_property
    def places_xy(self) -> F32:
        """Where the places are, (k, 2) in metres."""
        return np.array([(place.x, place.y) for place in self.places], dtype=np.float32)

    @staticmethod
    @lru_cache(maxsize=16)
    def from_rows(rows: tuple[str, ...], cell_m: float = 1.0) -> "Plan":
        """Read a plan drawn in the letters of LEGEND, rows of one length.

        Floor that cannot be reached from the first door counts as blocked. Raises ValueError for
        a drawing that is empty, ragged, has unknown letters or no floor.
        """
        if not rows or not rows[0] or any(len(row) != len(rows[0]) for row in rows):
            raise ValueError("a plan needs rows of one length")
        letters = np.array([list(row) for row in rows])
        if unknown := sorted(set(letters.ravel()) - set(LEGEND)):
            raise ValueError(f"unknown in a plan: {' '.join(unknown)}")
        walkable = np.isin(letters, list(OPEN_TO_WALK))
        if not walkable.any():
            raise ValueError("a plan needs floor")
        doors = np.argwhere(letters == "D")
        row, column = doors[0] if len(doors) else np.argwhere(walkable)[0]
        walkable = reachable(walkable, int(row), int(column))
        places = _beside(letters == "B", walkable, "bar", cell_m)
        places += _beside(letters == "t", walkable, "table", cell_m)
        places += tuple(_place("door", r, c, cell_m) for r, c in doors if walkable[r, c])
        return _furnish(walkable, cell_m, places, _place("door", row, column, cell_m))

    @staticmethod
    def open_hall(width_m: float, height_m: float, cell_m: float = 1.0) -> "Plan":
        """An empty hall with its door in the middle of the left side."""
        rows, columns = max(1, round(height_m / cell_m)), max(1, round(width_m / cell_m))
        door = _place("door", rows // 2, 0, cell_m)
        return _furnish(np.ones((rows, columns), np.bool_), cell_m, (door,), door)


def _place(kind: str, row: int, column: int, cell_m: float) -> Place:
    return Place(kind, (float(column) + 0.5) * cell_m, (float(row) + 0.5) * cell_m)


def _furnish(walkable: Bool, cell_m: float, places: tuple[Place, ...], door: Place) -> Plan:
    roomy = standing_room(walkable, cell_m)
    places += _spots(roomy, cell_m, places)
    floor = lay_floor(walkable, cell_m)
    routed = floor.free.size <= MOST_CELLS and not walkable.all()
    way = way_points(np.pad(walkable, 1), min(BODY_M / cell_m, 0.4)) if routed else None
    return Plan(cell_m, walkable, places, door, floor, lay_floor(roomy, cell_m, 0.5 * cell_m), way)


def reachable(walkable: Bool, row: int, column: int) -> Bool:
    """The part of `walkable` one can walk to from a cell."""
    seen = np.zeros_like(walkable)
    seen[row, column] = True
    ahead = deque([(row, column)])
    while ahead:
        r, c = ahead.popleft()
        for nr, nc in ((r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1)):
            if 0 <= nr < seen.shape[0] and 0 <= nc < seen.shape[1] and walkable[nr, nc] and not seen[nr, nc]:
                seen[nr, nc] = True
                ahead.append((nr, nc))
    return seen


def standing_room(walkable: Bool, cell_m: float) -> Bool:
    """Cells whose middle is STANDING_ROOM_M from every wall, or as near to that as the plan has."""
    need = int(np.ceil(STANDING_ROOM_M / cell_m - 0.5))
    bordered = np.pad(walkable, need)
    rows, columns = walkable.shape
    for far in range(need, -1, -1):
        room = np.ones_like(walkable)
        for down in range(-far, far + 1):
            for across in range(-far, far + 1):
                r, c = need + down, need + across
                room &= bordered[r : r + rows, c : c + columns]
        if room.any():
            break
    return room


def _beside(things: Bool, walkable: Bool, kind: str, cell_m: float) -> tuple[Place, ...]:
    """Standing places on the walkable cells that share an edge with a thing."""
    around = np.pad(things, 1)
    touching = around[:-2, 1:-1] | around[2:, 1:-1] | around[1:-1, :-2] | around[1:-1, 2:]
    return tuple(_place(kind, r, c, cell_m) for r, c in np.argwhere(touching & walkable))


def _spots(roomy: Bool, cell_m: float, taken: tuple[Place, ...]) -> tuple[Place, ...]:
    """Open places, each the one farthest from all so far, until they would stand closer than SPOT_APART_M."""
    cells = np.argwhere(roomy)
    y, x = (cells[:, 0] + 0.5) * cell_m, (cells[:, 1] + 0.5) * cell_m
    away = np.full(len(cells), 1e9)
    for place in taken:
        away = np.minimum(away, (x - place.x) ** 2 + (y - place.y) ** 2)
    spots: list[Place] = []
    while len(spots) < SPOTS and (not spots or away.max() >= SPOT_APART_M**2):
        best = int(away.argmax())
        spots.append(Place("spot", float(x[best]), float(y[best])))
        away = np.minimum(away, (x - x[best]) ** 2 + (y - y[best]) ** 2)
    return tuple(spots)
