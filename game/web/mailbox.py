"""What is on its way to one phone: of states only the latest, of answers every one."""

import asyncio
from collections import deque

MOST_WAITING = 500  # answers; whoever lets more pile up is not listening


class Mailbox:
    """Filled by the server's loop, emptied by one writer. Whoever is slow misses states, and holds up nobody."""

    def __init__(self) -> None:
        self._answers: deque[str] = deque()
        self._states: dict[str, str] = {}
        self._filled = asyncio.Event()
        self.last = ""  # said before the line is cut, "" while it is not
        self.closed = False

    def put(self, key: str, text: str) -> bool:
        """Leave something; with a `key` it takes the place of what was left under it. False when there is no room."""
        if key:
            self._states[key] = text
        elif len(self._answers) >= MOST_WAITING:
            return False
        else:
            self._answers.append(text)
        self._filled.set()
        return True

    def close(self, text: str) -> None:
        """Say one last thing, and no more."""
        self.last, self.closed = text, True
        self._filled.set()

    async def take(self) -> list[str]:
        """Wait until there is something; answers come before states."""
        await self._filled.wait()
        self._filled.clear()
        texts = [*self._answers, *self._states.values()]
        self._answers.clear()
        self._states.clear()
        return texts
