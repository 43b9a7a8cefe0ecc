"""The Wi-Fi of the room: a code on the wall lets phones into it. Its password is written down nowhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from segno.helpers import make_wifi_data

from game.workshop.entry import RefusedError

OPEN = "nopass"
SECURITY = ("WPA", "WEP", OPEN)  # as codes name them; WPA stands for all of its versions
LONGEST_NAME = 32  # bytes, IEEE 802.11
_PHRASE = range(8, 65)  # characters of a WPA password, IEEE 802.11: a phrase of 8 to 63, or 64 digits
_KEY = (5, 10, 13, 26)  # of a WEP key, as letters or as digits


@dataclass(frozen=True, slots=True)
class Wifi:
    """A network for phones."""

    name: str
    password: str = field(default="", repr=False)  # "" where it has not been said since the last start
    security: str = "WPA"
    hidden: bool = False  # the network does not tell its name, and a phone has to be told that

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "Wifi":
        """What the facilitator typed. Raises RefusedError."""
        name, password, security = data.get("name"), data.get("password"), data.get("security", "WPA")
        if security not in SECURITY:
            raise RefusedError("senseless")
        if not _is_text(name) or not 0 < len(name.encode()) <= LONGEST_NAME:
            raise RefusedError("wifi_name")
        if security == OPEN:
            return cls(name, "", security, data.get("hidden") is True)
        if not _is_text(password) or len(password) not in (_PHRASE if security == "WPA" else _KEY):
            raise RefusedError("wifi_password" if security == "WPA" else "wifi_key")
        return cls(name, password, security, data.get("hidden") is True)

    @property
    def ready(self) -> bool:
        """Everything is known that a phone needs."""
        return bool(self.password) or self.security == OPEN

    @property
    def payload(self) -> str:
        """What the code says, in the form that cameras of phones understand."""
        secret = None if self.security == OPEN else self.password
        return str(make_wifi_data(self.name, secret, self.security, self.hidden))


def _is_text(typed: object) -> TypeGuard[str]:
    """Whether that is something to be seen, in one line."""
    return isinstance(typed, str) and typed.isprintable()
