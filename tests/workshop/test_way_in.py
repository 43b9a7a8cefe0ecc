"""How phones come in can be changed while they do: address, code and Wi-Fi; nobody drops out, and nothing leaks."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import segno
from segno.helpers import make_wifi_data

from game.talk.words import Words
from game.web.addresses import Adapter
from game.web.hub import Peer
from game.workshop import book, export, invitation
from game.workshop.doors import new_code
from game.workshop.entry import RefusedError
from game.workshop.invitation import Invitation
from game.workshop.wifi import Wifi
from tests.workshop.hands import CODE, Room, write_tea_room
from tests.workshop.lines import CONSOLE_PIN, HERE, Live

SECRET = "correct horse 42"
CAFE = {"name": "Café Müller", "password": SECRET, "security": "WPA", "hidden": False}
HOME, HOTSPOT, TUNNEL = Adapter("192.168.1.20", "wlan0", False), Adapter("192.168.137.1", "ap0", False), "10.8.0.2"


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch) -> list[Adapter]:
    """The adapters of this machine, as long as the test does not change them."""
    there = [HOME, HOTSPOT, Adapter(TUNNEL, "tun0", True)]
    monkeypatch.setattr(invitation, "adapters", lambda: list(there))
    monkeypatch.setattr(invitation, "LOOK_S", -1.0)
    return there


def invited(room: Room, kept: dict[str, Any] | None = None, port: int = 8000) -> Invitation:
    return Invitation(room.show, port, {"localhost"}, kept)


# the address


def test_phones_are_told_the_likeliest_address_with_port_and_code(room: Room, own: list[Adapter]) -> None:
    asked = invited(room)
    assert asked.url == "http://192.168.1.20:8000"
    assert asked.short_url == f"HTTP://192.168.1.20:8000/J/{CODE}"
    assert invited(room, port=80).url == "http://192.168.1.20"


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("192.168.137.1", "http://192.168.137.1:8000"),
        ("room.local:9000", "http://room.local:9000"),
        ("room.local:80", "http://room.local"),
    ],
)
def test_another_address_changes_the_code_on_the_wall_at_once(
    room: Room, own: list[Adapter], typed: str, url: str
) -> None:
    asked = invited(room)
    before = asked.marks()
    asked.tell(typed)
    assert asked.url == url and asked.short_url == f"{url}/j/{CODE}".upper()
    assert asked.marks() is not before
    assert asked.marks() == tuple(map(tuple, segno.make_qr(asked.short_url, error="m").matrix))
    assert asked.marks() is asked.marks()


def test_an_address_no_phone_can_call_is_refused_and_the_one_before_stays(room: Room, own: list[Adapter]) -> None:
    asked = invited(room)
    with pytest.raises(RefusedError, match="address"):
        asked.tell("localhost")
    assert asked.url == "http://192.168.1.20:8000"


def test_every_name_that_was_ever_told_goes_on_meaning_this_machine(room: Room, own: list[Adapter]) -> None:
    names = {"localhost"}
    asked = Invitation(room.show, 8000, names)
    asked.tell("room.local:9000")
    asked.tell("192.168.137.1")
    assert "room.local" in names
    again: set[str] = set()
    Invitation(room.show, 8000, again, asked.to_keep())
    assert "room.local" in again


@pytest.mark.parametrize("typed", ["192.168.137.1", "room.local:9000", "203.0.113.9"])
def test_the_address_chosen_is_told_again_after_a_restart(room: Room, own: list[Adapter], typed: str) -> None:
    asked = invited(room)
    asked.tell(typed)
    assert invited(room, asked.to_keep()).url == asked.url


def test_an_address_this_machine_has_no_longer_is_not_told_again(room: Room, own: list[Adapter]) -> None:
    asked = invited(room)
    asked.tell("192.168.137.1")
    own.remove(HOTSPOT)
    assert invited(room, asked.to_keep()).url == "http://192.168.1.20:8000"


def test_the_console_sees_every_address_and_is_told_when_the_one_in_use_has_gone(
    room: Room, own: list[Adapter]
) -> None:
    asked = invited(room)
    seen = asked.for_console()
    assert seen["own"] == [["192.168.1.20", "wlan0", False], ["192.168.137.1", "ap0", False], [TUNNEL, "tun0", True]]
    assert seen["address"] == "192.168.1.20" and seen["unreachable"] == ""
    own.remove(HOME)
    assert asked.for_console()["unreachable"] == "moved"
    asked.tell("192.168.137.1")
    assert asked.for_console()["unreachable"] == ""
    own.clear()
    assert asked.for_console()["unreachable"] == "no_network"


def test_a_typed_address_is_nobody_s_business_but_who_typed_it(room: Room, own: list[Adapter]) -> None:
    """A router may lead it here: this machine cannot know."""
    asked = invited(room)
    asked.tell("203.0.113.9")
    assert asked.for_console()["unreachable"] == ""


# the code


def test_with_a_new_code_nobody_comes_in_by_the_old_one_and_whoever_is_in_stays(live: Live) -> None:
    ana, secret = live.phone("Ana")
    console = live.console()
    live.do(console, "new_code")
    code = live.show.state.code
    assert code != CODE
    late = live.line()
    assert live.ask(late, t="join", code=CODE, name="Bo")["id"] == "code"
    assert live.ask(late, t="join", code=code, name="Bo")["t"] == "hi"
    assert live.was_cut(ana) == ""
    live.do(console, "go", phase="evening")
    assert live.do(ana, "tally", what="pitch", by=1)["t"] == "ack"
    again = live.line(token=secret)
    assert live.heard(again, "hi")[-1]["seat"] == 0


def test_a_new_code_can_be_taken_back_in_turn_with_other_changes(room: Room) -> None:
    room.join("Ana")
    room.do("rename", seat=0, name="Anna")
    room.do("new_code", code="WXYZ")
    room.do("new_code", code="2345")
    room.do("undo")
    assert room.show.state.code == "WXYZ" and room.show.state.seats[0].name == "Anna"
    room.do("undo")
    assert room.show.state.code == CODE and room.show.state.seats[0].name == "Anna"
    room.do("undo")
    assert room.show.state.seats[0].name == "Ana"


@pytest.mark.parametrize("code", ["", "ABC", "ABCDE", "abcd", "AB0D", None, 5, ["A", "B", "C", "D"]])
def test_what_is_no_code_is_none(room: Room, code: Any) -> None:
    assert room.do("new_code", code=code) == "senseless"
    assert room.show.state.code == CODE and room.show.state.undo == []


def test_a_console_cannot_choose_the_code(live: Live) -> None:
    live.do(live.console(), "new_code", code="AAAA")
    assert live.show.state.code not in ("AAAA", CODE)


def test_a_new_code_is_another_one(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter("AAAABBBB")
    monkeypatch.setattr("game.workshop.doors.secrets.choice", lambda _: next(drawn))
    assert new_code("AAAA") == "BBBB"


@pytest.mark.parametrize("saved", [True, False])
def test_a_workshop_that_is_taken_up_again_has_the_new_code(
    tmp_path: Path, home: Path, words: Words, saved: bool
) -> None:
    show, kept = book.begin(write_tea_room(tmp_path), words, 3, CODE)
    live = Live(show, kept)
    live.do(live.console(), "new_code")
    if saved:
        live.running.save()
    kept.close()
    again, reopened, _ = book.resume(kept.path, words)
    reopened.close()
    assert again.state.code == show.state.code != CODE


# the Wi-Fi


@pytest.mark.parametrize(
    ("typed", "payload"),
    [
        (CAFE, f"WIFI:T:WPA;S:Café Müller;P:{SECRET};;"),
        (CAFE | {"hidden": True}, f"WIFI:T:WPA;S:Café Müller;P:{SECRET};H:true;"),
        (CAFE | {"name": 'a;b:c"d\\e', "password": "12;45:78"}, 'WIFI:T:WPA;S:a\\;b\\:c\\"d\\\\e;P:12\\;45\\:78;;'),
        (CAFE | {"security": "WEP", "password": "abcde"}, "WIFI:T:WEP;S:Café Müller;P:abcde;;"),
        (CAFE | {"security": "nopass"}, "WIFI:T:nopass;S:Café Müller;;"),
    ],
)
def test_the_code_says_what_phones_understand(typed: dict[str, Any], payload: str) -> None:
    assert Wifi.of(typed).payload == payload


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"name": None}, "wifi_name"),
        ({"name": "é" * 17}, "wifi_name"),
        ({"name": "two\nlines"}, "wifi_name"),
        ({"password": "short12"}, "wifi_password"),
        ({"password": "x" * 65}, "wifi_password"),
        ({"password": None}, "wifi_password"),
        ({"password": "tab\tinside"}, "wifi_password"),
        ({"security": "WEP", "password": "sixsix"}, "wifi_key"),
        ({"security": "WPA3"}, "senseless"),
        ({"security": ["WPA"]}, "senseless"),
    ],
)
def test_a_wifi_that_cannot_be_is_refused_and_the_one_before_stays(room: Room, typed: Any, why: str) -> None:
    asked = invited(room)
    asked.set_wifi(CAFE)
    with pytest.raises(RefusedError, match=f"^{why}$"):
        asked.set_wifi(CAFE | typed)
    assert asked.wifi == Wifi.of(CAFE)


def test_the_wall_shows_the_code_and_the_password_in_letters_only_where_that_is_wanted(room: Room) -> None:
    asked = invited(room)
    assert asked.wifi_for_wall() is None
    asked.set_wifi(CAFE)
    shown = asked.wifi_for_wall()
    assert shown is not None and shown["name"] == "Café Müller" and shown["password"] == ""
    code = segno.make_qr(make_wifi_data("Café Müller", SECRET, "WPA"), error="l", encoding="utf-8")
    assert shown["rows"] == tuple(map(tuple, code.matrix))
    asked.set_wifi({"spelled": True})
    assert asked.wifi_for_wall() == shown | {"password": SECRET}
    asked.set_wifi({"on_wall": False})
    assert asked.wifi_for_wall() is None
    asked.set_wifi({"on_wall": True})
    asked.set_wifi({"name": ""})
    assert asked.wifi_for_wall() is None and asked.wifi is None


def test_after_a_restart_all_is_known_of_the_wifi_but_its_password(room: Room) -> None:
    asked = invited(room)
    asked.set_wifi(CAFE | {"hidden": True, "spelled": True})
    again = invited(room, json.loads(json.dumps(asked.to_keep())))
    assert again.wifi == Wifi("Café Müller", "", "WPA", True) and again.wifi_for_wall() is None
    assert again.for_console()["wifi"] == {
        "name": "Café Müller", "security": "WPA", "hidden": True, "ready": False, "on_wall": True, "spelled": True
    }  # fmt: skip
    again.set_wifi(CAFE)
    assert again.wifi_for_wall() is not None


def test_an_open_wifi_is_on_the_wall_again_after_a_restart(room: Room) -> None:
    asked = invited(room)
    asked.set_wifi(CAFE | {"security": "nopass"})
    assert invited(room, asked.to_keep()).wifi_for_wall() == asked.wifi_for_wall()


def test_a_password_is_in_no_text_made_of_a_wifi() -> None:
    assert SECRET not in repr(Wifi.of(CAFE)) + str(Wifi.of(CAFE))


# who sees what


@pytest.fixture
def shared(live: Live) -> Iterator[tuple[Live, dict[str, int]]]:
    """A Wi-Fi, and on the line: a phone, a console, walls here, elsewhere, and where the console was let in."""
    elsewhere, let_in = Peer("10.0.0.90", False), Peer("10.0.0.91", False)
    lines = {"phone": live.phone("Ana")[0], "console": live.console(), "wall here": live.line("wall", HERE)}
    lines["console elsewhere"] = live.line("console", let_in, pin=CONSOLE_PIN)
    token = live.heard(lines["console elsewhere"], "hi")[-1]["token"]
    lines["wall let in"] = live.line("wall", let_in, token=token)
    lines["wall elsewhere"] = live.line("wall", elsewhere)
    lines["wall that guesses"] = live.line("wall", elsewhere, token="guess")
    live.invitation.set_wifi(CAFE | {"spelled": True})
    live.steps(1.0)
    yield live, lines


def test_only_a_wall_on_this_machine_or_where_the_console_was_let_in_shows_the_wifi(
    shared: tuple[Live, dict[str, int]],
) -> None:
    live, lines = shared
    told = {name for name, line in lines.items() if SECRET in json.dumps(live.heard(line))}
    assert told == {"wall here", "wall let in"}
    shown = {name for name, line in lines.items() if live.heard(line, "wifi")}
    assert shown == {"wall here", "wall let in"}


def test_the_password_is_in_no_file_and_no_export(shared: tuple[Live, dict[str, int]]) -> None:
    live, _ = shared
    live.book.remember({"invitation": live.invitation.to_keep()})
    live.running.save()
    files = list(live.book.path.parent.glob(f"{live.book.path.name}*"))
    assert files
    for content in (*(file.read_bytes() for file in files), *(page.body for page in export.pages(live.show).values())):
        assert SECRET.encode() not in content
    assert "Café Müller".encode() not in b"".join(page.body for page in export.pages(live.show).values())


@pytest.mark.parametrize(("kind", "given"), [("address", {"to": "room.local"}), ("wifi", CAFE), ("new_code", {})])
def test_only_a_console_may_change_how_phones_come_in(live: Live, kind: str, given: dict[str, Any]) -> None:
    for line in (live.phone("Ana")[0], live.line("wall", HERE), live.line()):
        assert live.ask(line, t="do", kind=kind, **given)["id"] == "senseless"
    assert live.running.reception.wanted == [] and live.show.state.code == CODE
