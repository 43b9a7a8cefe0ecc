"""Who may talk to us, how much, and what a page may do: decided before anything is read."""

import ipaddress
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

MOST_BYTES = 4096  # of one frame; aiohttp's own limit is a thousand times that
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; connect-src 'self' ws: wss:; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


@dataclass
class Bucket:
    """So many tokens a second, so many at once at most."""

    rate: float
    burst: float
    tokens: float = -1.0
    last: float = 0.0

    def left(self, now: float) -> float:
        """How many are left at this second."""
        if self.tokens < 0:
            self.tokens, self.last = self.burst, now
        self.tokens = min(self.burst, self.tokens + (now - self.last) * self.rate)
        self.last = now
        return self.tokens

    def take(self, now: float) -> bool:
        """Whether one more is allowed at this second."""
        if self.left(now) < 1:
            return False
        self.tokens -= 1
        return True


def hostname(header: str) -> str:
    """The name in a Host header, without the port, in small letters; "" when it is no name."""
    try:
        return (urlsplit(f"//{header}").hostname or "").lower()
    except ValueError:
        return ""


def is_ours(header: str, names: Collection[str]) -> bool:
    """Whether a Host header means this machine: an address, or one of its `names`.

    A page elsewhere can have its own name lead here (DNS rebinding): that name is none of ours.
    """
    name = hostname(header)
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return bool(name) and name in names
    return True


def same_origin(origin: str | None, host: str) -> bool:
    """Whether a page that opens a socket came from us; programs that are no browsers send no origin."""
    if origin is None:
        return True
    try:
        return urlsplit(origin).netloc.lower() == host.lower()
    except ValueError:
        return False


def is_loopback(peer: str) -> bool:
    """Whether a peer is on this machine."""
    try:
        return ipaddress.ip_address(peer).is_loopback
    except ValueError:
        return False
