"""What a workshop leaves behind can be opened in a spreadsheet, says what the wall said, and can be forgotten."""

import csv
import html
import io
import json
from pathlib import Path
from typing import Any

import pytest

from game.errors import GameError
from game.session.phases import Phase
from game.talk.words import Words
from game.workshop import book, export
from game.workshop.answers import FEELINGS
from game.workshop.arc import DEBRIEF_STEPS, REVEAL_STEPS
from game.workshop.entry import Entry
from game.workshop.rehearsal import rehearse_at_once
from game.workshop.views.wall import wall_view
from game.workshop.workshop import Workshop
from tests.workshop.hands import Room, write_tea_room

BOM = b"\xef\xbb\xbf"


def rows_of(table: bytes) -> list[dict[str, str]]:
    assert table.startswith(BOM)
    return list(csv.DictReader(io.StringIO(table.removeprefix(BOM).decode(), newline="")))


WALLS: list[dict[str, Any]] = []  # all that a wall would have shown during the rehearsal, after every deed in it


@pytest.fixture(scope="module")
def rehearsed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a rehearsal with five bots."""
    really = Workshop.apply

    def watched(show: Workshop, entry: Entry) -> None:
        really(show, entry)
        WALLS.append(json.loads(json.dumps(wall_view(show, "http://here", 0.0))))

    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("WORK_THE_ROOM_HOME", str(tmp_path_factory.mktemp("home")))
        patched.setattr(Workshop, "apply", watched)
        folder = tmp_path_factory.mktemp("rehearsed") / "there" / "not yet"
        written = rehearse_at_once(write_tea_room(tmp_path_factory.mktemp("tea")), folder, 5, 7, Words())
        assert sorted(written) == sorted(folder.iterdir())
        assert book.unfinished() is None
    return folder


def session_of(folder: Path) -> dict[str, Any]:
    kept: dict[str, Any] = json.loads((folder / "session.json").read_text(encoding="utf-8"))
    return kept


# tables


@pytest.mark.parametrize("value", ["=1+1", '=HYPERLINK("x")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_nothing_that_somebody_wrote_is_taken_for_a_formula(value: str) -> None:
    ((cell,),) = [list(row.values()) for row in rows_of(export.as_csv([{"name": value}]))]
    assert cell == f"'{value}"


def test_a_number_stays_a_number_and_a_name_a_name() -> None:
    table = export.as_csv([{"n": -1, "x": 0.5, "name": "Zoë", "plan": 'a "b", c\nd'}])
    assert rows_of(table) == [{"n": "-1", "x": "0.5", "name": "Zoë", "plan": 'a "b", c\nd'}]
    assert table.count(b"\r\n") == 2


def test_a_table_has_every_column_that_any_of_its_rows_has() -> None:
    assert rows_of(export.as_csv([{"a": 1}, {"b": 2, "a": 3}])) == [{"a": "1", "b": ""}, {"a": "3", "b": "2"}]


def test_a_table_without_rows_is_one_all_the_same() -> None:
    assert export.as_csv([]).startswith(BOM)


# what is in them


def test_everybody_is_in_the_table_with_what_came_of_them_and_nobody_s_secrets(rehearsed: Path) -> None:
    people = rows_of((rehearsed / "people.csv").read_bytes())
    assert [row["name"] for row in people] == ["Ana", "Bo", "Cem", "Dara", "Eli"]
    assert list(people[0]) == [
        *("seat", "name", "out", "way", "role"),
        *("cards", "met", "relationships", "friends", "business", "referrals"),
        *("reached", "asked", "followed_up", "pitches", "weeks_followers", "weeks_relationships", "plan"),
    ]
    assert all(int(row["met"]) >= 0 and row["plan"].startswith("When somebody") for row in people)
    assert sum(int(row["met"]) for row in people) > 0


def test_every_line_that_was_said_is_in_the_table_with_its_hour(rehearsed: Path) -> None:
    lines = rows_of((rehearsed / "acts.csv").read_bytes())
    assert list(lines[0]) == ["clock", "speaker", "to", "text"]
    assert len(lines) == len(session_of(rehearsed)["lines"]) > 10
    assert {line["clock"][:3] for line in lines} == {"10:"}
    assert {"Ana", "Bo"} & {line["speaker"] for line in lines}


def test_all_that_the_wall_showed_is_kept_step_by_step(rehearsed: Path) -> None:
    shown = session_of(rehearsed)["shown"]
    steps = [f"reveal.{step}" for step in REVEAL_STEPS] + [f"debrief.{step}" for step in DEBRIEF_STEPS]
    assert list(shown) == steps
    people = rows_of((rehearsed / "people.csv").read_bytes())
    cards = sorted((int(row["cards"]) for row in people if int(row["cards"])), reverse=True)
    assert [row["n"] for row in shown["reveal.cards"]["cards"]] == cards
    dots = sorted([int(row["cards"]), int(row["relationships"])] for row in people)
    assert shown["reveal.relationships"]["dots"] == dots
    network = sorted([int(row["weeks_followers"]), int(row["weeks_relationships"])] for row in people)
    assert [dot[:2] for dot in shown["reveal.network"]["network"]["dots"]] == network
    assert sum(times for _, times in shown["debrief.feelings"]["feelings"]) == 5
    assert len(shown["debrief.feelings"]["feelings"]) == len(FEELINGS)
    assert shown["debrief.plan"]["written"] == shown["debrief.plan"]["of"] == 5
    assert all(shown[step]["questions"] for step in steps if step.startswith("debrief") and step != "debrief.plan")


def test_a_rehearsal_keeps_every_word_and_figure_that_the_wall_asked_revealed_and_talked_over(rehearsed: Path) -> None:
    kept = session_of(rehearsed)
    assert {wall["phase"]: wall["poll"] for wall in WALLS if "poll" in wall} == kept["polls"]
    assert all(sum(poll["votes"]) == 5 for poll in kept["polls"].values()) and len(kept["polls"]) == 2
    told = {
        f"{part}.{wall[part]['step']}": wall[part] for wall in WALLS for part in ("reveal", "debrief") if part in wall
    }
    assert told == kept["shown"]
    assert {wall["phase"] for wall in WALLS} == {phase.value for phase in Phase}


def test_the_page_to_print_has_every_word_of_them_too(rehearsed: Path, words: Words) -> None:
    page = html.unescape((rehearsed / "session.html").read_text(encoding="utf-8"))
    kept = session_of(rehearsed)
    debriefs = [shown for step, shown in kept["shown"].items() if step.startswith("debrief")]
    said = [text for view in debriefs for text in (*view["questions"], *(name for name, _ in view.get("feelings", ())))]
    said += [text for poll in kept["polls"].values() for text in (poll["question"], *poll["choices"])]
    said += [row["name"] for row in kept["people"]] + [row["plan"] for row in kept["people"]]
    groups = kept["shown"]["reveal.room"]["room"] | kept["shown"]["reveal.network"]["network"]["groups"]
    titles = {"sold": "room_sold", "rest": "room_rest", "loud": "loud", "quiet": "quiet"}
    for name, group in groups.items():
        said.append(words.text(f"workshop.page.{titles[name]}", n=group["n"]))
        said.append(words.text("workshop.page.room_relationships", n=group["relationships"]))
        if "first" in group:
            said.append(words.text("workshop.page.network_answers", first=group["first"], last=group["last"]))
        else:
            said += [words.text(f"workshop.page.room_{what}", n=group[what]) for what in ("evaded", "approached")]
    assert len(said) > 50
    assert [text for text in said if text not in page] == []


def test_what_is_kept_is_what_a_wall_was_shown(room: Room) -> None:
    room.join("Ana", "Bo", "Cem")
    room.leave_to_bots()
    room.go("evening")
    room.ticks(300)
    seen = {}
    for name in ("reveal", "debrief"):
        room.go(name)
        room.tell()
        while True:
            view = wall_view(room.show, "", 0)[name]
            seen[f"{name}.{view['step']}"] = json.loads(json.dumps(view))
            if room.do("step", by=1):
                break
    step = room.show.state.step
    kept = json.loads(export.pages(room.show)["session.json"].body)["shown"]
    assert kept == seen
    assert room.show.state.step == step


def test_a_rehearsal_with_the_same_number_leaves_the_same_behind(
    rehearsed: Path, tmp_path: Path, tea_room: str
) -> None:
    rehearse_at_once(tea_room, tmp_path / "again", 5, 7, Words())
    assert session_of(tmp_path / "again") == session_of(rehearsed)


@pytest.mark.parametrize("phase", ["lobby", "first question", "evening", "weeks", "debrief"])
def test_there_is_an_export_in_every_phase(room: Room, phase: str) -> None:
    room.join("Ana", "Bo")
    room.do("send_out", seat=1, how="removed")
    if phase != "lobby":
        room.go("evening" if phase in ("weeks", "debrief") else phase)
        room.ticks(10)
        room.go(phase)
    pages = export.pages(room.show)
    assert {row["name"]: row["out"] for row in rows_of(pages["people.csv"].body)} == {"Ana": "", "Bo": "removed"}
    assert json.loads(pages["session.json"].body)["phase"] == phase


def test_answers_are_counted_and_not_signed(room: Room) -> None:
    room.join("Ana", "Bo", "Cem")
    room.go("first question")
    for seat, answer in enumerate((2, 0, 2)):
        room.by(seat, "answer", question="first", answer=answer)
    kept = json.loads(export.pages(room.show)["session.json"].body)
    assert sorted(kept["answers"]["first"]) == [0, 2, 2]
    assert "plan" not in kept["answers"]


def test_a_folder_that_cannot_be_made_is_said_in_one_line(room: Room, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(GameError) as error:
        export.write(room.show, tmp_path / "file" / "folder")
    assert "\n" not in str(error.value)


def test_what_is_forgotten_leaves_no_file_not_even_beside_it(tea_room: str, words: Words) -> None:
    kept = [book.begin(tea_room, words, 3, "ABCD")[1] for _ in range(2)]
    paths = [one.path for one in kept]
    assert len({path.name for path in paths}) == 2
    for one in kept:
        one.remember({"console_pin": "1"})
    book.forget(paths[0])
    assert [file for file in book.folder().iterdir() if file.name.startswith(paths[0].name)] == []
    assert paths[1].exists()
    for one in kept:
        one.close()
