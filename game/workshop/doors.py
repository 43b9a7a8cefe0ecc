"""Who is who on the line: seats by their secret, the console by this machine or a PIN; guesses are counted."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from typing import Any

from game.web.guard import Bucket
from game.workshop.names import CODE_LENGTH, CODE_LETTERS
from game.workshop.state import Seat, State

GUESSES_A_MINUTE = 5
CODES_A_MINUTE = 20  # a whole room may sit behind one address, and somebody always mistypes
_PIN_DIGITS = 4
CONSOLE_PIN_DIGITS = 6


def new_secret() -> str:
    """A secret for a phone to keep."""
    return secrets.token_urlsafe(24)


def new_code(before: str = "") -> str:
    """The code of a room: short enough to be read off a wall, and another than the one before."""
    while True:
        code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
        if code != before:
            return code


def new_seat(name: object, taken: set[str]) -> tuple[str, dict[str, Any]]:
    """The secret of a new seat for its phone, and what is written down of it; `taken` are others' PINs."""
    secret = new_secret()
    return secret, {"name": name, "token": hashed(secret), "pin": new_pin(taken)}


def hashed(secret: object) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(_bytes(secret)).hexdigest()


def _bytes(secret: object) -> bytes:
    """Whatever a phone sends as a secret, even what is no text."""
    return str(secret).encode(errors="surrogatepass")


def new_pin(taken: set[str], digits: int = _PIN_DIGITS) -> str:
    """Digits that nobody else has."""
    while True:
        pin = "".join(secrets.choice("0123456789") for _ in range(digits))
        if pin not in taken:
            return pin


def seat_with(state: State, token: object) -> Seat | None:
    """Whose secret that is."""
    given = hashed(token)
    return next((seat for seat in state.seats if seat.token and hmac.compare_digest(seat.token, given)), None)


@dataclass
class Doors:
    """Counts guesses: of the room's code, of seats' PINs, of the console's."""

    pin: str  # of the console
    tokens: set[str] = field(default_factory=set)  # SHA-256 of consoles' secrets
    _guesses: dict[tuple[str, str], Bucket] = field(default_factory=dict)

    def may_guess(self, what: str, address: str, now: float) -> bool:
        """Whether an address may try (once more) within this minute."""
        return self._bucket(what, address).take(now)

    def is_slow(self, what: str, address: str, now: float) -> bool:
        """Whether an address has guessed so often that not even the right thing is heard from it for a while."""
        return self._bucket(what, address).left(now) < 1

    def _bucket(self, what: str, address: str) -> Bucket:
        most = CODES_A_MINUTE if what == "code" else GUESSES_A_MINUTE
        return self._guesses.setdefault((what, address), Bucket(most / 60, most))

    def opens(self, pin: object) -> bool:
        """Whether that is the console's PIN."""
        return hmac.compare_digest(_bytes(self.pin), _bytes(pin))

    def knows(self, token: object) -> bool:
        """Whether that is the secret of a console."""
        given = hashed(token)
        return any(hmac.compare_digest(known, given) for known in self.tokens)
