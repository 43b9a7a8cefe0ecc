"""Under which addresses phones can reach this machine."""

import contextlib
import ipaddress
import socket

_ANYWHERE = ("10.255.255.255", "192.168.255.255", "172.31.255.255", "203.0.113.1")  # nothing is sent there


def addresses() -> list[str]:
    """Private IPv4 addresses of this machine, the one of the default route first; loopback when there is no other."""
    found: list[str] = []
    for far in reversed(_ANYWHERE):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect((far, 9))
                found.append(probe.getsockname()[0])
            except OSError:
                continue
    with contextlib.suppress(OSError):
        found += [str(info[4][0]) for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    usable = [one for one in dict.fromkeys(found) if _is_usable(one)]
    return usable or ["127.0.0.1"]


def _is_usable(address: str) -> bool:
    ip = ipaddress.ip_address(address)
    return ip.is_private and not ip.is_loopback and not ip.is_link_local and not ip.is_unspecified
