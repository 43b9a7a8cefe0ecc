"""Columns are declared once: dtype, unit, who may see them, meaning.

A `Table` subclass lists its columns as class attributes; an instance holds one
flat array per column, `rows` long (R rooms × N attendees, rooms first).
"""

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

import numpy as np
from numpy.typing import NDArray

F32 = NDArray[np.float32]
I8 = NDArray[np.int8]
I32 = NDArray[np.int32]
I64 = NDArray[np.int64]
U32 = NDArray[np.uint32]
Bool = NDArray[np.bool_]

SeenBy = Literal["room", "self", "model"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `width` > 0 adds a second axis; `seen_by` says whose views may carry it."""

    dtype: str
    unit: str
    seen_by: SeenBy
    meaning: str
    fill: float = 0
    width: int = 0


def column(dtype: str, unit: str, seen_by: SeenBy, meaning: str, *, fill: float = 0, width: int = 0) -> Any:
    """Declare a column of a `Table` (typed Any, because the attribute becomes an array)."""
    return Column(dtype, unit, seen_by, meaning, fill, width)


class Table:
    """A struct of arrays."""

    columns: ClassVar[dict[str, Column]]

    def __init_subclass__(cls) -> None:
        cls.columns = {name: value for name, value in vars(cls).items() if isinstance(value, Column)}

    def __init__(self, rows: int) -> None:
        self.rows = rows
        for name, spec in self.columns.items():
            shape = (rows, spec.width) if spec.width else (rows,)
            setattr(self, name, np.full(shape, spec.fill, dtype=spec.dtype))

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Every column by name."""
        return {name: getattr(self, name) for name in self.columns}

    def restore(self, arrays: dict[str, NDArray[Any]]) -> None:
        """Write saved columns back in place."""
        for name in self.columns:
            getattr(self, name)[...] = arrays[name]


def any_of(values: "I8 | I32", *wanted: int) -> Bool:
    """Whether each of a few small numbers is one of those `wanted`; far quicker than np.isin. Any shape."""
    found: Bool = values == int(wanted[0])  # a member of an enum is no number to numpy until it has tried all else
    for one in wanted[1:]:
        found |= values == int(one)
    return found
