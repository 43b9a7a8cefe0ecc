"""Writing a file whole or not at all: a disk that is full costs what was to be written, and never what was there."""

import os
from pathlib import Path


def write(path: Path, data: bytes) -> None:
    """Put bytes in place of what is there. Raises OSError, and the old file is as it was."""
    path = path.resolve()
    if path.exists() and not path.is_file():  # a pipe, a terminal: there is nothing to keep
        path.write_bytes(data)
        return
    unborn = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with unborn.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            unborn.chmod(path.stat().st_mode & 0o7777)
        unborn.replace(path)
    finally:
        unborn.unlink(missing_ok=True)
