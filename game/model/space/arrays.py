"""Scratch memory that is kept between ticks."""

from typing import Any

import numpy as np
import numpy.typing as npt

from game.model.columns import F32, I64, Bool

C64 = npt.NDArray[np.complex64]


class Scratch:
    """Named buffers that grow on demand: a fresh temporary of 128 KiB or more page-faults every tick.

    A view is good until the next one of that name is asked for.
    """

    def __init__(self) -> None:
        self._held: dict[str, npt.NDArray[Any]] = {}

    def _view(self, name: str, size: int, dtype: npt.DTypeLike) -> npt.NDArray[Any]:
        held = self._held.get(name)
        if held is None or held.size < size:
            held = self._held[name] = np.empty(size + size // 4 + 64, dtype)
        return held[:size]

    def floats(self, name: str, size: int) -> F32:
        """Room for `size` float32."""
        return self._view(name, size, np.float32)

    def points(self, name: str, size: int) -> C64:
        """Room for `size` points x + iy."""
        return self._view(name, size, np.complex64)

    def ints(self, name: str, size: int) -> I64:
        """Room for `size` int64."""
        return self._view(name, size, np.int64)

    def bools(self, name: str, size: int) -> Bool:
        """Room for `size` bool."""
        return self._view(name, size, np.bool_)

    def counting(self, size: int) -> I64:
        """0, 1, 2 … size − 1; read only."""
        held = self._held.get("counting")
        if held is None or held.size < size:
            held = self._held["counting"] = np.arange(size + size // 4 + 64)
        return held[:size]
