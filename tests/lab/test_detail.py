"""acts.csv, ties.csv and contacts.csv: what the rooms did, the same however they were run."""

import csv
import dataclasses
from pathlib import Path

import numpy as np
import pytest

from game import scenario as scenarios
from game.lab import batch, command
from game.lab.crew import Crew
from game.lab.detail import CONTACT_S, HEADINGS
from game.model.acts import Act
from game.model.orders import NONE
from game.model.world import World
from game.scenario.spec import Scenario
from game.session.opening import open_doors
from game.styles import play

MINUTES, ROOMS, SEED = 4, 2, 11
STYLES = ["listener", "promoter"]


def short() -> Scenario:
    mixer = scenarios.load("chamber_mixer")
    return dataclasses.replace(mixer, evening=dataclasses.replace(mixer.evening, minutes=MINUTES), expect=())


def tables(folder: Path, processes: int) -> Path:
    with Crew(processes) as crew:
        command.run(short(), "chamber_mixer", STYLES, SEED, ROOMS, crew, folder, detail=True)
    return folder


def rows(folder: Path, name: str, room: int) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as table:
        return [row for row in csv.DictReader(table) if int(row["room"]) == room]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tables(tmp_path_factory.mktemp("one"), 1)


@pytest.fixture(scope="module")
def room_3() -> tuple[World, set[tuple[int, int, int]]]:
    """The promoter's second room, run alone, and who stood with whom at the beats of each 20 s."""
    world = open_doors(short(), [SEED + 1], "promoter")
    orders, seen = NONE, set()
    while not world.over:
        orders = play.decide(world, world.step(orders))
        interval = -(-world.tick // (CONTACT_S * 4)) * CONTACT_S
        for circle in world.formations.members[world.formations.size > 1] if world.tick % 4 == 0 else ():
            here = sorted(int(one) for one in circle if one >= 0)
            seen |= {(interval, i, j) for k, i in enumerate(here) for j in here[k + 1 :]}
    world.close()
    return world, seen


def test_the_tables_are_the_same_whatever_the_number_of_processes(found, tmp_path):
    other = tables(tmp_path, 2)
    for name in (*HEADINGS, "results"):
        assert (found / f"{name}.csv").read_bytes() == (other / f"{name}.csv").read_bytes()
    assert {path.name for path in other.glob("*.csv")} == {f"{name}.csv" for name in (*HEADINGS, "results", "verdicts")}
    assert not [path for path in other.iterdir() if path.is_dir()]


def test_a_room_has_one_number_in_all_tables(found):
    with (found / "results.csv").open(encoding="utf-8", newline="") as table:
        listed = [(row["room"], row["style"], row["seed"]) for row in csv.DictReader(table)]
    assert listed == [
        ("0", "listener", "11"),
        ("1", "listener", "12"),
        ("2", "promoter", "11"),
        ("3", "promoter", "12"),
    ]
    for name, heading in HEADINGS.items():
        assert (found / f"{name}.csv").read_text(encoding="utf-8").startswith(heading + "\n")
        assert all(rows(found, name, room) for room in range(4))


def test_every_act_of_a_room_is_written_down_as_it_begins(found, room_3):
    world, _ = room_3
    acts = rows(found, "acts", 3)
    assert len(acts) == world.people.acts.sum()
    by_player = [act for act in acts if act["speaker"] == "0"]
    assert sum(act["act"] == "pitch" for act in by_player) == world.people.acts[0, Act.PITCH]
    seconds = [float(act["t_s"]) for act in acts]
    assert seconds == sorted(seconds)
    topics = {topic.id for topic in short().topics} | {"", "name", "work", "need", "offer"}
    assert {act["topic"] for act in acts} <= topics
    assert all(act["about"] for act in acts if act["act"] == "gossip")


def test_contacts_are_the_pairs_that_stood_together_within_each_twenty_seconds(found, room_3):
    _, seen = room_3
    contacts = {(int(row["t_s"]), int(row["i"]), int(row["j"])) for row in rows(found, "contacts", 3)}
    assert contacts == seen
    assert len(rows(found, "contacts", 3)) == len(contacts)


def test_ties_are_what_everybody_holds_about_everybody_at_the_end(found, room_3):
    world, _ = room_3
    ties = rows(found, "ties", 3)
    n = len(short().people) + 1
    assert len(ties) == n * (n - 1)
    of = np.array([int(tie["of"]) for tie in ties])
    about = np.array([int(tie["about"]) for tie in ties])
    row = world.ties.index(of, about)
    for name, column in (("liking", "liking"), ("trust", "trust"), ("familiarity_min", "minutes")):
        assert np.allclose([float(tie[name]) for tie in ties], getattr(world.ties, column)[row], rtol=1e-3, atol=1e-6)
    assert [int(tie["pitches_heard"]) for tie in ties] == world.ties.pitches[row].tolist()


def test_writing_down_changes_nothing(tmp_path):
    jobs = batch.jobs_of(short(), ["listener"], SEED, 1)
    with_detail = batch.jobs_of(short(), ["listener"], SEED, 1, detail=tmp_path)
    assert batch.run(jobs[0])[0].digests == batch.run(with_detail[0])[0].digests
