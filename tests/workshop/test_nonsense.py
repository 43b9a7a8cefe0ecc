"""Whatever a phone or a browser sends, the evening goes on for all others."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.talk.words import Words
from game.workshop import book, export
from game.workshop.workshop import BY_FACILITATOR, BY_SEATS
from tests.workshop.hands import CODE, write_tea_room
from tests.workshop.lines import HERE, Live

HALF = "\ud800"  # of a character: JSON can say it, and nothing can be done with it
THINGS: list[Any] = [None, True, 0, -1, 1.5, 10**400, float("nan"), float("inf"), "", HALF, "é", [], {}, [[]]]
THINGS += ["x" * 4000]
KEYS = ["n", "t", "kind", "role", "token", "pin", "code", "name", "seat", "how", "phase", "by", "seconds", "minutes"]
KEYS += ["way", "crews", "parts", "pace", "think_s", "person", "circle", "what", "note", "question", "answer", "c"]
KEYS += ["x", "y", "to", "mark", "plays", "style", "crew", "on", "again"]


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory, words: Words) -> Iterator[Live]:
    """An evening under way with two phones and a console; connections 1, 2 and 3."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("WORK_THE_ROOM_HOME", str(tmp_path_factory.mktemp("home")))
        show, kept = book.begin(write_tea_room(tmp_path_factory.mktemp("nonsense")), words, 3, CODE)
        made = Live(show, kept)
        made.phone("Ana")
        made.phone("Bo")
        made.do(made.console(), "go", phase="evening")
        made.steps(1.0)
        made.do(3, "stop", how="frozen")
        yield made
        kept.close()


def goes_on(live: Live) -> None:
    """Somebody else is still heard and answered."""
    live.hub.posted.clear()
    live.now += 5
    answer = live.ask(2, t="do", kind="tally", what="pitch", by=1)
    assert answer is not None and answer["t"] in ("ack", "no")


@pytest.mark.parametrize("key", ["t", "n", "kind", "c", "x", "to", "mark", "question", "answer", "what", "by", "plays"])
def test_a_phone_that_sends_nonsense_is_refused_and_nobody_else_notices(live: Live, key: str) -> None:
    whole = {"t": "do", "n": 1, "c": [1, -1, -1, -1, -1], "x": 1, "y": 1, "to": 3, "mark": 1, "question": "first"}
    whole |= {"answer": 1, "what": "pitch", "by": 1, "plays": True}
    for kind in BY_SEATS:
        for thing in THINGS:
            live.say(1, whole | {"kind": kind} | {key: thing})
            live.now += 0.05
            live.steps()
    assert live.show.running is False and live.show.state.phase == "evening"
    goes_on(live)


@pytest.mark.parametrize("key", ["role", "token", "pin", "code", "name"])
def test_whoever_comes_in_with_nonsense_is_refused_and_nobody_else_notices(live: Live, key: str) -> None:
    for thing in THINGS:
        for role in ("phone", "console", "wall"):
            live.line(**{"role": role, "pin": "000000"} | {key: thing})
        live.say(live.line(), {"t": "join", "code": CODE, "name": "Mallory"} | {key: thing, "n": 1})
        live.say(live.line(), {"t": "seat", "pin": "0000"} | {key: thing})
        live.steps()
    goes_on(live)


@pytest.mark.parametrize("kind", [*BY_FACILITATOR, "export", [], {}, None, HALF, 7])
def test_a_console_that_sends_nonsense_ends_nothing(live: Live, kind: Any) -> None:
    for key in KEYS[3:]:
        for thing in THINGS:
            live.say(3, {"t": "do", "kind": kind, key: thing}, HERE)
    live.steps()
    goes_on(live)


_anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(THINGS[:-1]),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=6,
)
_frame = st.fixed_dictionaries(
    {"t": st.sampled_from(["do", "do", "do", "hello", "join", "seat", "pulse", "no"]) | _anything},
    optional={key: _anything for key in KEYS if key != "t"} | {"kind": st.sampled_from(list(BY_SEATS)) | _anything},
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(frame=_frame, connection=st.sampled_from([1, 500, 501]))
def test_no_frame_ends_a_workshop(live: Live, frame: dict[str, Any], connection: int) -> None:
    live.say(connection, frame)
    live.steps()
    live.now += 1


def test_what_was_written_in_between_can_be_exported(live: Live) -> None:
    """Runs last in this file: after all of the nonsense, if there was any."""
    assert "session.json" in export.pages(live.show)
