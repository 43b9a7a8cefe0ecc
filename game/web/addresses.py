"""Under which addresses phones can reach this machine, and what somebody may tell them instead."""

import ipaddress
import re
import socket
from typing import NamedTuple
from urllib.parse import urlsplit

import ifaddr

NOWHERE = "127.0.0.1"  # this machine itself: what there is to tell where there is no network
_FAR = "203.0.113.1"  # kept for documentation: nothing is sent there, but it is asked which way it would go
_VIRTUAL = re.compile(
    r"\b(?:tun|tap|utun|wg|wireguard|ppp|ipsec|gpd|zt|docker|br-|virbr|veth|vbox|vmnet)"
    r"|vpn|tailscale|zerotier|virtualbox|vmware|hyper-v|wsl|anyconnect|fortinet",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_LONGEST_NAME = 253  # RFC 1035, written out


class Adapter(NamedTuple):
    """One way from this machine into a network."""

    address: str
    name: str  # as the machine calls it
    virtual: bool  # of a VPN, or of machines inside this one: there are no phones behind it


def adapters() -> list[Adapter]:
    """Ways into networks, the likeliest first: real ones, of them that of the default route, then private ones."""
    usual = _default()
    found = {
        ip.ip: Adapter(ip.ip, adapter.nice_name, bool(_VIRTUAL.search(adapter.nice_name)))
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if isinstance(ip.ip, str) and _can_be_called(ipaddress.ip_address(ip.ip))
    }

    def rank(one: Adapter) -> tuple[bool, bool, bool]:
        return one.virtual, one.address != usual, not ipaddress.ip_address(one.address).is_private

    return sorted(found.values(), key=rank)


def _default() -> str:
    """The address from which this machine would go out into the world; "" when it cannot."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((_FAR, 9))
            return str(probe.getsockname()[0])
        except OSError:
            return ""


def _can_be_called(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Whether another device could mean this machine by it; the server listens on IPv4 alone."""
    useless = ip.is_loopback or ip.is_link_local or ip.is_unspecified or ip.is_multicast or ip.is_reserved
    return ip.version == 4 and not useless


def as_told(typed: object) -> str:
    """An address or name as phones are told it, with the port if one was typed; "" when no phone can call that."""
    if not isinstance(typed, str):
        return ""
    text = typed.strip().lower()
    try:
        parts = urlsplit(text if "://" in text else f"http://{text}")
        port, host = parts.port, (parts.hostname or "").encode("idna").decode()
    except (ValueError, UnicodeError):
        return ""
    if parts.scheme != "http" or parts.username is not None or port == 0 or not _is_name_or_address(host):
        return ""
    return host if port is None else f"{host}:{port}"


def _is_name_or_address(host: str) -> bool:
    try:
        return _can_be_called(ipaddress.ip_address(host))
    except ValueError:
        labels = host.split(".")
    whole = len(host) <= _LONGEST_NAME and all(map(_LABEL.fullmatch, labels))
    return whole and labels[-1] != "localhost" and not labels[-1].isdigit()  # digits last: an address mistyped
