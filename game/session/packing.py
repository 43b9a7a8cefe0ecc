"""Named arrays and plain data as bytes and back. No pickle: a snapshot file can never run code."""

import io
import json
import threading
import zipfile
import zlib
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Arrays = dict[str, NDArray[Any]]
T = TypeVar("T")

_PLAIN = "plain.json"
_LEVEL = 1  # snapshots are taken while playing: speed over size


def pack(arrays: Arrays, plain: dict[str, Any]) -> bytes:
    """Write arrays (any dtype but object) and JSON-able data as one compressed blob."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(_PLAIN, json.dumps(plain))
        for name, array in arrays.items():
            with archive.open(f"{name}.npy", "w") as file:
                np.lib.format.write_array(file, np.asarray(array), allow_pickle=False)
    return zlib.compress(raw.getvalue(), _LEVEL)


def pack_beside(arrays: Arrays, plain: dict[str, Any]) -> "Future[bytes]":
    """The same in a thread of its own, for it takes longer than a frame; nobody may write to them meanwhile."""
    return beside(lambda: pack(arrays, plain))


def beside(work: Callable[[], T]) -> "Future[T]":
    """Let something be done in a thread of its own."""
    done: Future[T] = Future()

    def run() -> None:
        try:
            done.set_result(work())
        except BaseException as trouble:
            done.set_exception(trouble)

    threading.Thread(target=run, name="beside").start()
    return done


def unpack(blob: bytes) -> tuple[Arrays, dict[str, Any]]:
    """Read what `pack` wrote.

    Raises:
        ValueError: the blob is damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(zlib.decompress(blob))) as archive:
            plain: dict[str, Any] = json.loads(archive.read(_PLAIN))
            arrays = {}
            for name in archive.namelist():
                if name != _PLAIN:
                    with archive.open(name) as file:
                        arrays[name.removesuffix(".npy")] = np.lib.format.read_array(file, allow_pickle=False)
    except (zlib.error, zipfile.BadZipFile, KeyError, OSError) as trouble:
        raise ValueError(f"damaged snapshot: {trouble}") from trouble
    return arrays, plain
