"""Which addresses this machine has for phones, and what a facilitator may tell them instead."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from game.web import addresses
from game.web.addresses import Adapter, adapters, as_told


class Ip(NamedTuple):
    ip: object


class Card(NamedTuple):
    nice_name: str
    ips: list[Ip]


Machine = Callable[..., None]


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    """Make this a machine with these adapters; `usual` is where it would go out into the world."""

    def make(usual: str, **cards: list[object]) -> None:
        made = [Card(name, [Ip(ip) for ip in ips]) for name, ips in cards.items()]
        monkeypatch.setattr(addresses.ifaddr, "get_adapters", lambda: made)
        monkeypatch.setattr(addresses, "_default", lambda: usual)

    return make


def test_the_address_of_the_default_route_comes_first(machine: Machine) -> None:
    machine("192.168.1.20", hotspot=["192.168.137.1"], wlan0=["192.168.1.20"])
    assert [one.address for one in adapters()] == ["192.168.1.20", "192.168.137.1"]


@pytest.mark.parametrize(
    "name",
    ["tun0", "utun4", "wg0", "docker0", "br-12ab", "vboxnet0", "vEthernet (WSL)", "TAP-Windows Adapter V9", "Tailscale"]
    + ["VirtualBox Host-Only Ethernet Adapter", "VMware Network Adapter VMnet8", "Cisco AnyConnect", "ProtonVPN"],
)
def test_a_vpn_and_machines_inside_this_one_come_last_even_if_all_goes_out_through_them(
    machine: Machine, name: str
) -> None:
    machine("10.8.0.2", **{name: ["10.8.0.2"], "wlan0": ["192.168.1.20"]})
    assert adapters() == [Adapter("192.168.1.20", "wlan0", False), Adapter("10.8.0.2", name, True)]


@pytest.mark.parametrize(
    "name",
    ["wlan0", "en0", "Ethernet", "Intel(R) Wi-Fi 6 AX201", "Microsoft Wi-Fi Direct Virtual Adapter", "bridge100"],
)
def test_a_network_card_and_a_hotspot_are_real(machine: Machine, name: str) -> None:
    machine("", **{name: ["192.168.137.1"]})
    assert adapters() == [Adapter("192.168.137.1", name, False)]


def test_what_no_phone_can_call_is_not_offered(machine: Machine) -> None:
    machine("", lo=["127.0.0.1", ("::1", 0, 0)], eth0=["169.254.3.4", ("fe80::1", 0, 4)])
    assert adapters() == []


def test_an_address_for_all_the_world_is_offered_too_after_private_ones(machine: Machine) -> None:
    machine("", campus=["134.60.1.7"], wlan0=["10.0.0.5"])
    assert [one.address for one in adapters()] == ["10.0.0.5", "134.60.1.7"]


def test_this_very_machine_can_be_asked() -> None:
    assert all(as_told(one.address) == one.address for one in adapters())


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("192.168.1.20", "192.168.1.20"),
        ("  192.168.1.20:8080 ", "192.168.1.20:8080"),
        ("http://192.168.1.20:8000/j/ABCD", "192.168.1.20:8000"),
        ("Room.Local", "room.local"),
        ("workroom:80", "workroom:80"),
        ("büro.local", "xn--bro-hoa.local"),
        ("my_laptop", "my_laptop"),
    ],
)
def test_what_phones_can_call_is_taken_however_it_is_typed(typed: str, told: str) -> None:
    assert as_told(typed) == told


@pytest.mark.parametrize(
    "typed",
    ["", " ", "192.168.1", "300.1.1.1", "192.168.1.20:0", "192.168.1.20:70000", "192.168.1.20:x", "two words", "-a.b"]
    + [
        "a..b",
        "x" * 64,
        "a." * 130 + "a",
        "user@host",
        "<b>",
        "https://room.local",
        "ftp://room.local",
        "[::1]",
        "[",
        "::1",
    ]
    + [
        "localhost",
        "LOCALHOST:8000",
        "a.localhost",
        "127.0.0.1",
        "127.1.2.3:8000",
        "0.0.0.0",
        "224.0.0.1",
        "169.254.1.1",
    ]
    + [None, 5, ["room.local"], {"to": 1}],  # fmt: skip
)
def test_what_no_phone_can_call_is_not_taken(typed: object) -> None:
    assert as_told(typed) == ""
