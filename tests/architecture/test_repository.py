"""What a stranger finds in the repository is true there, and on no particular machine."""

import re

from game import setup_env
from tests.architecture.tree import ROOT, TEXT, files, place

MACHINE_PATH = re.compile(
    r"(?<![\w.~/-])/(?:root|work|home/\w+|Users/\w+|tmp|mnt|opt|media)/\w|[A-Z]:\\Users", re.ASCII
)
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
README = (ROOT / "README.md").read_text(encoding="utf-8")
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_no_text_names_a_place_on_somebody_s_machine() -> None:
    found = [
        place(path, number)
        for path in files(*TEXT)
        if path.name != "test_repository.py"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if MACHINE_PATH.search(line)
    ]
    assert found == []


def test_the_readme_gives_two_commands_and_ci_runs_them_as_written() -> None:
    block = re.search(r"```sh\n(.*?)```", README, re.DOTALL)
    assert block is not None
    commands = [line.split("#")[0].strip() for line in block.group(1).splitlines()]
    assert commands == ["python3 main.py", "python3 -m tests"]
    assert "python3 -m tests" in CI
    assert any(line.startswith("python3 main.py ") for line in CI)


def test_every_link_between_documents_leads_somewhere() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {target}"
        for path in files(".md")
        for target in LINK.findall(path.read_text(encoding="utf-8"))
        if not (path.parent / target).exists()
    ]
    assert found == []


def test_every_folder_the_readme_lists_exists() -> None:
    listed: list[str] = []
    parents: list[str] = []
    for indent, name in re.findall(r"^((?:  )*)(\w+/|main\.py) ", README, re.MULTILINE):
        parents[len(indent) // 2 :] = [name]
        listed.append("".join(parents))
    assert "game/model/social/" in listed
    assert [name for name in listed if not (ROOT / name).exists()] == []


def test_set_up_looks_for_exactly_the_libraries_that_the_requirements_name() -> None:
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    names = {line.split("==")[0] for line in lines if line and not line.startswith("#")}
    assert names == set(setup_env.PLAYER)
    assert all("==" in line for line in lines if not line.startswith("#"))
