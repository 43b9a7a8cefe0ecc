"""An existing Dask cluster as the lab's hands. `distributed` is optional: nobody else needs it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeVar

from game.errors import GameError
from game.session.versions import hash_of

if TYPE_CHECKING:
    from importlib.abc import Traversable

Task = TypeVar("Task")
Done = TypeVar("Done")
PATIENCE_S = 10
_GAME = Path(__file__).resolve().parents[1]


class Cluster:
    """The workers of one scheduler, all of which play the same version of the game."""

    def __init__(self, address: str) -> None:
        """Raises GameError when Dask is missing, nobody answers there, or workers cannot play this game."""
        self._place = f"--cluster {address}"
        try:
            from distributed import Client
            from distributed.comm import connect
            from distributed.utils import LoopRunner
        except ImportError:
            raise GameError(self._place, "the package distributed", "none", "pip install distributed") from None
        try:  # first, for a client that finds nobody complains once more in the end
            LoopRunner().run_sync(connect, address, timeout=PATIENCE_S).abort()
        except (OSError, ValueError, TypeError) as trouble:
            got = " ".join(str(trouble).split()) or "no answer"
            raise GameError(self._place, "a Dask scheduler, as tcp://10.0.0.5:8786", got) from None
        self._client: Any = Client(address, timeout=PATIENCE_S, set_as_default=False)
        try:
            self.hands: int = sum(self._client.nthreads().values())
            if not self.hands:
                raise GameError(self._place, "a scheduler with workers", "none", "dask worker")
            self._bring_the_game()
        except BaseException:
            self.close()
            raise
        self._pool: Executor = self._client.get_executor()

    def _bring_the_game(self) -> None:
        """Where the game is not installed it is sent; where another version of it is, nothing would be the same."""
        found = self._client.run(_version, on_error="return")
        if any("No module named 'game'" in str(one) for one in found.values()):
            with TemporaryDirectory() as folder:
                packed = shutil.make_archive(str(Path(folder) / "game"), "zip", _GAME.parent, _GAME.name)
                self._client.upload_file(packed)
            return
        for worker, version in found.items():
            if version != _version():
                got = str(version) if isinstance(version, BaseException) else "another"
                raise GameError(self._place, "workers with this version of the game, or none", f"{got} at {worker}")

    def map(self, run: Callable[[Task], Done], jobs: Iterable[Task]) -> Iterator[Done]:
        """What comes of each job, in their order."""
        return self._pool.map(run, jobs)

    def close(self) -> None:
        """Leave the cluster as it was."""
        self._client.close()


def _version() -> str:
    """Of all the code there is, in a folder or in an archive."""
    return hash_of(_sources(files("game")))


def _sources(place: Traversable) -> Iterator[bytes]:
    for part in sorted(place.iterdir(), key=lambda part: part.name):
        if part.is_dir():
            yield from _sources(part)
        elif part.name.endswith(".py"):
            yield part.read_bytes()
