"""What is written is kept before it is answered, and the file holds what was saved and nothing else."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.editor.document import Document, Made
from game.errors import GameError
from game.scenario.source import MOST_BYTES
from tests.scenario.files import SOUND


class Desk:
    """A page with a hand that types."""

    def __init__(self, folder: Path) -> None:
        self.file, self.home, self.n = folder / "scenario.yaml", folder / "home", 0
        if not self.file.exists():
            self.file.write_text(SOUND, encoding="utf-8")
        self.document = Document(self.file, self.home)
        OPEN.append(self.document)

    def made(self, place: str = "", follows: bool = False) -> Made:
        self.n += 1
        return Made("page", self.n, place, follows)

    def put(self, path: str, value: Any, follows: bool = False) -> None:
        steps = [int(step) if step.isdigit() else step for step in path.split("/")]
        self.document.change({"op": "put", "path": steps, "value": value}, self.made(path, follows))

    def again(self) -> "Desk":
        """The editor dies, as in a power cut, and is started again."""
        self.document.store._database.close()
        return Desk(self.file.parent)

    def on_disk(self) -> str:
        return self.file.read_text(encoding="utf-8")


OPEN: list[Document] = []


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    """Whatever a test has opened is closed behind it."""
    yield
    while OPEN:
        OPEN.pop().store._database.close()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_change_is_in_the_text_at_once_and_in_the_file_when_it_is_saved(desk: Desk) -> None:
    desk.put("title", "Another Mixer")
    assert desk.document.text == SOUND.replace("The Test Mixer", "Another Mixer")
    assert desk.on_disk() == SOUND
    desk.document.save(desk.made())
    assert desk.on_disk() == desk.document.text
    assert not desk.document.unsaved


def test_steps_are_taken_back_and_forward_and_a_new_one_ends_what_was_ahead(desk: Desk) -> None:
    for title in ("One", "Two", "Three"):
        desk.put("title", title)
    for _ in range(2):
        desk.document.step(-1, desk.made())
    assert "title: One\n" in desk.document.text
    desk.document.step(1, desk.made())
    assert "title: Two\n" in desk.document.text
    desk.put("title", "Four")
    assert not desk.document.can_redo
    desk.document.step(-1, desk.made())
    assert "title: Two\n" in desk.document.text


def test_a_step_back_says_where_it_was(desk: Desk) -> None:
    desk.put("title", "One")
    desk.put("lesson", "Two.")
    assert [desk.document.step(by, desk.made()) for by in (-1, -1, -1, 1)] == ["lesson", "title", "", "title"]


def test_whoever_is_called_otherwise_is_so_wherever_somebody_refers_to_them(desk: Desk) -> None:
    desk.put("attendees/1/knows", ["Ann Lee"])
    desk.put("attendees/0/name", "Anna Lee")
    desk.document.change({"op": "rename", "what": "person", "from": "Ann Lee", "to": "Anna Lee"}, desk.made())
    assert "knows: [Anna Lee]" in desk.document.text
    desk.put("topics/0", "staff")
    desk.document.change({"op": "rename", "what": "topic", "from": "hiring", "to": "staff"}, desk.made())
    assert "interests: [staff]\n    need: {topic: staff, words: a baker}" in desk.document.text
    assert not desk.document.examined.problems or "hiring" not in str(desk.document.examined.problems)


def test_typing_at_one_place_is_one_step_back(desk: Desk) -> None:
    for so_far in ("P", "Pi", "Pia"):
        desk.put("title", so_far, follows=True)
    desk.document.step(-1, desk.made())
    assert desk.document.text == SOUND
    assert not desk.document.can_undo


def test_what_was_never_saved_is_there_again_after_a_power_cut_with_the_way_back(desk: Desk) -> None:
    desk.put("title", "One")
    desk.put("title", "Two")
    later = desk.again()
    assert later.document.restored
    assert "title: Two\n" in later.document.text
    assert later.document.seen("page") == 2
    later.document.step(-1, Made("page", 3, ""))
    assert "title: One\n" in later.document.text
    assert later.on_disk() == SOUND


def test_after_a_power_cut_with_everything_saved_nothing_is_restored(desk: Desk) -> None:
    desk.put("title", "One")
    desk.document.save(desk.made())
    assert not desk.again().document.restored


def test_a_file_open_in_one_editor_is_not_opened_in_another(desk: Desk) -> None:
    desk.document.announce(4321, "abc", "http://127.0.0.1:4321/abc/")
    with pytest.raises(GameError, match=r"not open elsewhere, got one open at http://127.0.0.1:4321/abc/"):
        Document(desk.file, desk.home)
    desk.document.close()
    Document(desk.file, desk.home).close()


def written_elsewhere(desk: Desk, text: str) -> None:
    """Another program saves the file, a moment later by its clock."""
    desk.file.write_text(text, encoding="utf-8")
    found = desk.file.stat()
    os.utime(desk.file, ns=(found.st_atime_ns, found.st_mtime_ns + 1_000_000))


def test_a_file_changed_by_another_program_is_read_anew_where_nothing_is_lost(desk: Desk) -> None:
    written_elsewhere(desk, SOUND.replace("Bo Park", "Bo Lark"))
    assert desk.document.look_at_disk()
    assert "Bo Lark" in desk.document.text
    assert not desk.document.unsaved
    assert not desk.document.look_at_disk()


@pytest.mark.parametrize("mine", [True, False])
def test_where_both_have_changed_somebody_chooses_and_until_then_nothing_is_saved(desk: Desk, mine: bool) -> None:
    desk.put("title", "Mine")
    theirs = SOUND.replace("The Test Mixer", "Theirs")
    written_elsewhere(desk, theirs)
    desk.document.look_at_disk()
    assert desk.document.torn
    with pytest.raises(GameError, match="changed elsewhere"):
        desk.document.save(desk.made())
    assert desk.on_disk() == theirs
    desk.document.settle(mine, desk.made())
    desk.document.save(desk.made())
    assert f"title: {'Mine' if mine else 'Theirs'}\n" in desk.on_disk()


def test_byte_order_mark_and_line_breaks_of_another_system_stay(tmp_path: Path) -> None:
    there = b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode()
    (tmp_path / "scenario.yaml").write_bytes(there)
    desk = Desk(tmp_path)
    typed = desk.document.text.replace("\r\n", "\n").replace("Bo Park", "Bo Lark\n    pronoun: he")
    desk.document.change({"op": "text", "text": typed}, desk.made())
    desk.document.save(desk.made())
    assert desk.file.read_bytes() == there.replace(b"Bo Park", b"Bo Lark\r\n    pronoun: he")


def test_a_file_that_cannot_be_written_is_told_in_a_line_and_everything_is_still_there(desk: Desk) -> None:
    desk.put("title", "Kept")
    desk.document.disk.path = desk.file.parent / "gone" / "scenario.yaml"
    with pytest.raises(GameError, match="expected a file that can be written, got No such file"):
        desk.document.save(desk.made())
    assert "title: Kept\n" in desk.again().document.text


def test_what_cannot_be_kept_is_not_done(desk: Desk) -> None:
    desk.document.store._database.execute("PRAGMA query_only=ON")  # as on a full disk
    with pytest.raises(GameError, match="expected room to keep the change"):
        desk.put("title", "Lost")
    assert desk.document.text == SOUND


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"op": "fly"}, 'expected put, drop, insert, move, rename or text, got "fly"'),
        ({"op": "put", "path": {"a": 1}, "value": 1}, "expected a path of keys and numbers"),
        ({"op": "insert", "path": ["attendees"], "index": "x", "value": 1}, "expected a number, got x"),
        ({"op": "move", "path": ["attendees"], "index": 0, "to": 99}, "got a list without such entries"),
        ({"op": "text", "text": "x" * (MOST_BYTES + 1)}, "expected at most 1,000,000 bytes, got more"),
    ],
    ids=lambda part: part["op"] if isinstance(part, dict) else "",
)
def test_a_change_that_makes_no_sense_is_refused_and_changes_nothing(
    desk: Desk, change: dict[str, Any], why: str
) -> None:
    with pytest.raises(GameError, match=why):
        desk.document.change(change, desk.made())
    assert desk.document.text == SOUND
    assert desk.document.seen("page") == 0
