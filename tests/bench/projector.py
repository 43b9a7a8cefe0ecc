"""`host` with its window, the seconds of whose frames are written to a file when it ends:
python -m tests.bench.projector FILE SCENARIO [options of host]
"""

import json
import sys
import time
from array import array
from pathlib import Path
from typing import Any

from game.cli import main
from game.stage import app


def frames_into(file: Path) -> None:
    """Run `host`, and note of every frame: when it began, and the seconds until it was on the screen."""
    when, took = array("d"), array("d")  # lists of tuples would be most of what the stage seems to grow by

    class Watched(app.Quality):
        def feed(self, seconds: float) -> None:
            when.append(time.monotonic() - seconds)
            took.append(seconds)
            super().feed(seconds)

    quality: Any = app
    quality.Quality = Watched
    sys.argv[1:] = ["host", *sys.argv[2:]]
    try:
        main()
    finally:
        file.write_text(json.dumps([*zip(when, took, strict=True)]), encoding="ascii")


if __name__ == "__main__":
    frames_into(Path(sys.argv[1]))
