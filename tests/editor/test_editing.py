"""The line to a page: what it must show to come in, what it is told, and that nothing is done twice."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.editor.editing import Editor
from game.editor.trying import Tools
from game.talk.words import Words
from game.web.hub import Message, Outgoing, Peer
from tests.scenario.files import SOUND

HERE = Peer("127.0.0.1", here=True)


class Page:
    """A page at the other end, without the socket between."""

    def __init__(self, editor: Editor, number: int = 1) -> None:
        self.editor, self.number, self.n = editor, number, 0
        self.heard: list[dict[str, Any]] = []
        self.editor.hear(Message(number, {"t": "hello", "token": editor._token, "page": f"page {number}"}, HERE))

    def ask(self, n: int = 0, **asked: Any) -> dict[str, Any]:
        """The answer to something asked for."""
        self.n = n or self.n + 1
        before = len(SENT)
        self.editor.hear(Message(self.number, {"t": "do", "n": self.n, **asked}, HERE))
        answers = [json.loads(one.text) for one in SENT[before:] if one.connection == self.number]
        return next(answer for answer in answers if answer.get("n") == self.n)

    def state(self) -> dict[str, Any]:
        """The last state it was shown."""
        shown = [one.text for one in SENT if one.connection == self.number and one.key == "state"]
        found: dict[str, Any] = json.loads(shown[-1])
        return found


SENT: list[Outgoing] = []


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Editor]:
    file = tmp_path / "mine" / "scenario.yaml"
    file.parent.mkdir()
    file.write_text(SOUND, encoding="utf-8")
    PREVIEWS.clear()
    SENT.clear()
    tools = Tools(preview=lambda path, minute, _: PREVIEWS.append((path, minute)), lab=judge)
    opened = Editor(file, tmp_path / "home", Words(), tools)
    monkeypatch.setattr(opened._hub, "post", SENT.extend)
    yield opened
    opened.close()


PREVIEWS: list[tuple[Path, float]] = []
JUDGED = threading.Event()


def judge(scenario: Any, tell: Any, stopped: Any) -> None:
    tell({"running": False, "verdicts": [], "title": scenario.title})
    JUDGED.set()


def test_a_page_without_the_token_hears_nothing_and_is_cut_off(editor: Editor) -> None:
    editor.hear(Message(7, {"t": "hello", "token": "guess"}, HERE))
    editor.hear(Message(7, {"t": "do", "n": 1, "op": "text", "text": "x"}, HERE))
    assert [(one.text, one.end) for one in SENT] == [('{"t": "bye"}', True)]
    assert editor.document.text == SOUND


def test_nothing_is_served_without_the_token_or_to_another_machine(editor: Editor) -> None:
    pages = editor._server._pages
    token = editor._token
    assert pages(f"{token}/editor.js", HERE) is not None
    assert pages(f"{token}", HERE) is not None
    assert pages("editor.js", HERE) is None
    assert pages(f"{token}/console.js", HERE) is None
    assert pages(f"{token}/../main.py", HERE) is None
    assert pages(f"{token}", Peer("10.0.0.9", here=False)) is None
    assert editor.url.startswith("http://127.0.0.1:")


def test_the_state_holds_text_data_places_and_problems_by_field(editor: Editor) -> None:
    page = Page(editor)
    page.ask(op="put", path=["evening", "minutes"], value="long")
    state = page.state()
    assert state["text"] == editor.document.text
    assert state["data"]["evening"] == {"minutes": "long"}
    assert state["lines"]["attendees/1/name"] == 8
    (problem,) = state["problems"]
    assert (problem["path"], problem["line"], problem["code"]) == (
        "evening/minutes",
        state["lines"]["evening"],
        "WR204",
    )
    assert not state["loads"]


def test_a_text_that_cannot_be_read_is_told_and_comes_back(editor: Editor) -> None:
    page = Page(editor)
    page.ask(op="text", text=SOUND + "  : [")
    assert page.state()["data"] is None
    assert page.state()["problems"][0]["code"] == "WR106"
    page.ask(op="undo")
    assert page.state()["data"]["title"] == "The Test Mixer"


def test_what_is_sent_again_is_acknowledged_and_not_done_again(editor: Editor) -> None:
    page = Page(editor)
    person = {"op": "insert", "path": ["attendees"], "index": 3, "value": {"name": "Di Roe"}}
    assert page.ask(n=1, **person)["t"] == "ack"
    assert page.ask(n=1, **person)["t"] == "ack"
    assert editor.document.text.count("Di Roe") == 1


def test_two_pages_stay_in_step_and_are_told_of_each_other(editor: Editor) -> None:
    one, two = Page(editor, 1), Page(editor, 2)
    one.ask(op="put", path=["title"], value="Both See This")
    assert "title: Both See This\n" in two.state()["text"]
    assert '{"t": "pages", "pages": 2}' in [sent.text for sent in SENT if sent.connection == 1]


def test_expectations_read_as_sentences(editor: Editor) -> None:
    page = Page(editor)
    line = {"style": "listener", "measure": "friends", "at_least": 2}
    page.ask(op="put", path=["expect"], value=[line])
    assert page.state()["expected"] == ["A listener ends with at least 2 friends on average."]


def test_a_talk_is_tried_out_with_what_is_written_now(editor: Editor) -> None:
    page = Page(editor)
    page.ask(op="put", path=["attendees", 0, "name"], value="Anna Lee")
    told = page.ask(op="encounter", one="Anna Lee", two="Bo Park", topic="food", tie="strangers", seed=3)["encounter"]
    assert {line["speaker"] for line in told["lines"]} == {"Anna Lee", "Bo Park"}
    refused = page.ask(op="encounter", one="Ann Lee", two="Bo Park", topic="", tie="", seed=1)
    assert refused["t"] == "no"
    assert 'did you mean "Anna Lee"' in refused["why"]


def test_the_stage_is_shown_what_has_been_saved(editor: Editor) -> None:
    page = Page(editor)
    page.ask(op="put", path=["title"], value="On Stage")
    page.ask(op="preview", minute=12)
    assert [(editor.document.disk.path, 12.0)] == PREVIEWS
    assert "title: On Stage\n" in editor.document.disk.path.read_text(encoding="utf-8")


def test_the_lab_judges_beside_the_page(editor: Editor) -> None:
    page = Page(editor)
    JUDGED.clear()
    assert page.ask(op="lab")["t"] == "ack"
    assert JUDGED.wait(10)
    assert any('"title": "The Test Mixer"' in sent.text for sent in SENT)


def test_nonsense_from_a_page_ends_nothing(editor: Editor) -> None:
    page = Page(editor)
    for data in ({}, {"t": "do"}, {"t": "do", "n": "1", "op": "undo"}, {"t": "do", "n": 1 << 60}, {"t": 4}):
        editor.hear(Message(1, data, HERE))
    for asked in ({"op": None}, {"op": "put", "path": []}, {"op": "encounter"}, {"op": "text", "text": 4}):
        assert page.ask(**asked)["t"] == "no"
    assert page.ask(op="preview", minute="soon")["t"] == "ack"
    assert editor.document.text == SOUND
