"""What phones are told: under which address to come in, with which code, and through which Wi-Fi.

An address and a Wi-Fi are the room's and no part of the workshop: they are remembered beside it, the password not
at all. The file of a workshop stays after it and is passed on; a password would go with it.
"""

import io
import time
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import segno

from game.web.addresses import NOWHERE, adapters, as_told
from game.workshop.entry import RefusedError
from game.workshop.wifi import Wifi
from game.workshop.workshop import Workshop

HTTP = 80  # the port that need not be said
LOOK_S = 5.0  # between two looks at which addresses there are


class Invitation:
    """How to come in. `names` is the server's list of what it answers to, and every name that is told is put on it."""

    def __init__(self, show: Workshop, port: int, names: set[str], kept: Mapping[str, Any] | None = None) -> None:
        """`kept`: what `to_keep` gave when the workshop was last open."""
        kept = kept or {}
        self._show, self.port, self._names = show, port, names
        self._seen, self._looked = adapters(), time.monotonic()
        self._names.update(kept.get("names", ()))
        self.address = self._seen[0].address if self._seen else NOWHERE
        self._own = True  # it is one of this machine's, and not something typed
        if kept.get("address") and (not kept["own"] or kept["address"] in self.own_addresses()):
            self.address, self._own = kept["address"], kept["own"]
        self.wifi = Wifi(**kept["wifi"]) if kept.get("wifi") else None
        self.on_wall, self.spelled = kept.get("on_wall", True), kept.get("spelled", False)

    def own_addresses(self) -> list[str]:
        """This machine's, as they were when last looked at."""
        return [one.address for one in self._seen]

    @property
    def code(self) -> str:
        """Of the room."""
        return self._show.state.code

    @property
    def url(self) -> str:
        """Where phones come in."""
        host, _, port = self.address.partition(":")
        return f"http://{host}" + ("" if int(port or self.port) == HTTP else f":{port or self.port}")

    @property
    def short_url(self) -> str:
        """The same with the code in it, in capitals: that makes for larger dots."""
        return f"{self.url}/j/{self.code}".upper()

    # what the facilitator changes

    def tell(self, typed: object) -> None:
        """Phones are told another address from now on; the ones before go on leading here. Raises RefusedError."""
        address = as_told(typed)
        if not address:
            raise RefusedError("address")
        self._names.add(address.partition(":")[0])
        self.address, self._own = address, address in self.own_addresses()

    def set_wifi(self, data: Mapping[str, Any]) -> None:
        """A Wi-Fi, or with `name` empty none; else only whether it is `on_wall`, and `spelled`. Raises RefusedError."""
        if "name" in data:
            self.wifi = Wifi.of(data) if data["name"] != "" else None
        if "on_wall" in data:
            self.on_wall = data["on_wall"] is True
        if "spelled" in data:
            self.spelled = data["spelled"] is True

    def to_keep(self) -> dict[str, Any]:
        """What is remembered for the next start: no password."""
        wifi = self.wifi and {"name": self.wifi.name, "security": self.wifi.security, "hidden": self.wifi.hidden}
        return {
            "address": self.address,
            "own": self._own,
            "names": sorted(self._names),
            "wifi": wifi,
            "on_wall": self.on_wall,
            "spelled": self.spelled,
        }

    # what is shown

    def for_console(self) -> dict[str, Any]:
        """What is told and what could be; of a password only whether there is one."""
        now = time.monotonic()
        if now - self._looked > LOOK_S:
            self._seen, self._looked = adapters(), now
        told: dict[str, Any] = {"url": self.url, "address": self.address, "wifi": None}
        told["own"] = [list(one) for one in self._seen]
        told["unreachable"] = self.unreachable
        if self.wifi is not None:
            told["wifi"] = {"name": self.wifi.name, "security": self.wifi.security, "hidden": self.wifi.hidden}
            told["wifi"] |= {"ready": self.wifi.ready, "on_wall": self.on_wall, "spelled": self.spelled}
        return told

    @property
    def unreachable(self) -> str:
        """Why no phone can come in under what is told, as far as this machine can know; "" when one can."""
        if not self._seen:
            return "no_network"
        return "moved" if self._own and self.address not in self.own_addresses() else ""

    def wifi_for_wall(self) -> dict[str, Any] | None:
        """What everybody in the room may see of the Wi-Fi; None when that is nothing."""
        if self.wifi is None or not self.wifi.ready or not self.on_wall:
            return None
        spelled = self.wifi.password if self.spelled else ""
        return {
            "name": self.wifi.name,
            "password": spelled,
            "rows": rows(self.wifi.payload, "l"),
        }  # a long text: larger dots count for more

    def marks(self) -> Sequence[Sequence[int]]:
        """The way in as a code; the same object as long as it is the same code."""
        return rows(self.short_url)

    def picture(self) -> bytes:
        """The same as SVG."""
        return _picture(self.short_url)

    def check_picture(self) -> bytes:
        """Where phones check whether they get here, as SVG."""
        return _picture(f"{self.url}/check".upper())


@lru_cache(maxsize=16)
def code_of(text: str, error: str = "m") -> segno.QRCode:
    """A code that every camera reads: never one of the small ones."""
    return segno.make_qr(text, error=error, encoding=None if text.isascii() else "utf-8")


@lru_cache(maxsize=16)
def rows(text: str, error: str = "m") -> tuple[tuple[int, ...], ...]:
    """The dots of a code, 1 for a dark one."""
    return tuple(tuple(row) for row in code_of(text, error).matrix)


@lru_cache(maxsize=16)
def _picture(text: str) -> bytes:
    out = io.BytesIO()
    code_of(text).save(out, kind="svg", scale=8, border=2, dark="#2a1b2e", light="#ffffff")
    return out.getvalue()
