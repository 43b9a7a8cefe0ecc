"""Named arrays and plain data as bytes and back. No pickle: a snapshot file can never run code."""

import json
import math
import zlib
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

Arrays = dict[str, NDArray[Any]]

_LEVEL = 1  # snapshots are taken while playing: speed over size
_BATCH = 1 << 18  # bytes compressed at once
_LENGTH = 8  # bytes of the number that says how long the head is


def pack(arrays: Arrays, plain: dict[str, Any]) -> bytes:
    """Write arrays (any dtype but object) and JSON-able data as one compressed blob.

    A head in JSON says which arrays there are, and after it come their bytes, one after the other: of a thousand small
    arrays a file for each would cost the game a tenth of a second.
    """
    if any(array.dtype.hasobject for array in arrays.values()):
        raise ValueError("Object arrays cannot be saved")
    described = [[name, _described(array.dtype), array.shape] for name, array in arrays.items()]
    head = json.dumps({"plain": plain, "arrays": described}).encode()
    bodies = (array.tobytes() for array in arrays.values())
    squeeze = zlib.compressobj(_LEVEL)
    packed = map(squeeze.compress, _batches(chain((len(head).to_bytes(_LENGTH, "little"), head), bodies)))
    return b"".join([*packed, squeeze.flush()])


def _batches(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in few pieces: as one they would be as much memory again, and each waits for a turn to begin."""
    batch, held = list[bytes](), 0
    for part in parts:
        batch.append(part)
        held += len(part)
        if held >= _BATCH:
            yield b"".join(batch)
            batch, held = [], 0
    yield b"".join(batch)


def unpack(blob: bytes) -> tuple[Arrays, dict[str, Any]]:
    """Read what `pack` wrote.

    Raises:
        ValueError: the blob is damaged.
    """
    try:
        raw = zlib.decompress(blob)
        at = _LENGTH + int.from_bytes(raw[:_LENGTH], "little")
        head = json.loads(raw[_LENGTH:at])
        arrays = {}
        for name, described, shape in head["arrays"]:
            dtype, count = _dtype(described), math.prod(shape)
            arrays[name] = np.frombuffer(raw, dtype, count, at).reshape(shape).copy()
            at += count * dtype.itemsize
        plain: dict[str, Any] = head["plain"]
    except (zlib.error, ValueError, KeyError, TypeError) as trouble:
        raise ValueError(f"damaged snapshot: {trouble}") from trouble
    return arrays, plain


def _described(dtype: np.dtype[Any]) -> Any:
    """A dtype as JSON has it: a name, or names and names of fields."""
    return [[name, dtype[name].str] for name in dtype.names] if dtype.names else dtype.str


def _dtype(described: Any) -> np.dtype[Any]:
    return np.dtype(described if isinstance(described, str) else [(name, field) for name, field in described])
