"""However a scenario is broken, `check` says where and what, in little time and memory, and never falls over."""

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.scenario.mutations import CHANGES, Mutant, mutants

pytestmark = pytest.mark.xdist_group("mutations")  # one run of all is looked at by every test

COUNT = 120
MEGABYTES = 200
SECONDS = 120  # of computing, for all of them: whoever hangs is killed
LINE = re.compile(r"(?P<path>.*scenario\.yaml):(?P<line>\d+):\d+: WR\d+ (?P<message>.+)")
CHECK = f"""
import re, resource, sys
resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
from game import cli
try:
    cli.main(["check", *sys.argv[1:]])
finally:
    print(re.search(r"VmHWM:\\s+(\\d+) kB", open("/proc/self/status").read())[1], file=sys.stderr)
"""


@dataclass(frozen=True)
class Checked:
    """What one run of `check` said of all mutants: (line, message) by mutant; and what it took."""

    code: int
    said: dict[int, list[tuple[int, str]]]
    unlike: list[str]
    errors: str
    peak_kb: int


@pytest.fixture(scope="module")
def broken() -> list[Mutant]:
    return mutants(COUNT)


@pytest.fixture(scope="module")
def checked(broken: list[Mutant], tmp_path_factory: pytest.TempPathFactory) -> Checked:
    home = tmp_path_factory.mktemp("mutants")
    paths: list[str] = []
    for number, mutant in enumerate(broken):
        path = home / str(number) / "scenario.yaml"
        path.parent.mkdir()
        path.write_bytes(mutant.data)
        paths.append(str(path))
    root = Path(__file__).parents[2]
    run = subprocess.run([sys.executable, "-c", CHECK, *paths], cwd=root, capture_output=True, text=True, timeout=300)
    *errors, peak = run.stderr.splitlines()
    found = [(line, LINE.fullmatch(line)) for line in run.stdout.splitlines()]
    said: dict[int, list[tuple[int, str]]] = {number: [] for number in range(COUNT)}
    for _, match in found:
        if match:
            said[int(Path(match["path"]).parent.name)].append((int(match["line"]), match["message"]))
    return Checked(run.returncode, said, [line for line, match in found if not match], "\n".join(errors), int(peak))


def test_every_change_we_know_is_tried_and_no_two_files_are_alike(broken: list[Mutant]) -> None:
    assert len(broken) == len({mutant.data for mutant in broken}) == COUNT
    assert len({mutant.how for mutant in broken}) >= len(set(CHANGES)) - 1
    assert broken == mutants(COUNT)


def test_nothing_falls_over_and_every_line_is_a_place_a_code_and_a_message(checked: Checked) -> None:
    assert checked.code == 1
    assert re.fullmatch(r"See docs/errors/WR\d+\.md(, docs/errors/WR\d+\.md)*", checked.errors)
    assert checked.unlike == []


def test_it_takes_little_memory(checked: Checked) -> None:
    assert 10_000 < checked.peak_kb < MEGABYTES * 1024


def test_every_message_points_at_a_line_that_was_broken(broken: list[Mutant], checked: Checked) -> None:
    for number, mutant in enumerate(broken):
        assert checked.said[number], mutant.how
        assert {line for line, _ in checked.said[number]} <= mutant.lines, mutant.how


def test_nearly_every_broken_key_is_named(broken: list[Mutant], checked: Checked) -> None:
    named = [any(mutant.names in said for _, said in checked.said[number]) for number, mutant in enumerate(broken)]
    assert sum(named) >= 0.95 * COUNT
