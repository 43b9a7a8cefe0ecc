"""Every code has a page in docs/errors/, and what the page shows is so: see "How these pages are kept true" there."""

import re
from pathlib import Path

import pytest

from game.scenario.codes import CODES
from game.scenario.load import problems

PAGES = Path(__file__).parents[2] / "docs" / "errors"
BLOCK = re.compile(
    r"^```(?P<kind>\w+) (?P<mark>bad|good|said)(?: (?P<file>[\w.]+))?(?: \((?P<how>.+)\))?\n(?P<text>.*?)^```$",
    re.M | re.S,
)
ENOUGH = 1_000_000


def blocks(code: str, mark: str) -> list[re.Match[str]]:
    page = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    return [block for block in BLOCK.finditer(page) if block["mark"] == mark]


def save(block: re.Match[str]) -> None:
    """Put a block into the working folder as its marks say."""
    file, text, how = Path(block["file"] or "scenario.yaml"), block["text"], block["how"]
    if how == "a folder":
        file.mkdir()
    elif how == "saved as Latin-1":
        file.write_text(text, encoding="latin-1")
    elif how == "padded to more than a million bytes":
        file.write_text(text + "#" * ENOUGH, encoding="utf-8")
    elif how == "its last line 50,000 times":
        file.write_text(text + text.splitlines(keepends=True)[-1] * 50_000, encoding="utf-8")
    else:
        assert how is None
        file.write_text(text, encoding="utf-8")


def said_of(code: str, mark: str) -> list[str]:
    """What `check` says of the example: of what its command names, or of the scenario it saves."""
    shown = blocks(code, mark)
    assert shown
    if shown[0]["kind"] == "sh":
        named = shown[0]["text"].split()[-1]
    else:
        named = "."
        for block in shown:
            save(block)
    return [str(problem) for problem in problems(named)]


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert {page.stem for page in PAGES.glob("WR*.md")} == set(CODES)


def test_the_list_of_the_pages_says_what_every_code_says() -> None:
    listed = re.findall(r"^\| \[(\w+)\]\(\1\.md\) \| (.+) \|$", (PAGES / "README.md").read_text(encoding="utf-8"), re.M)
    assert dict(listed) == CODES


@pytest.mark.parametrize("code", CODES)
def test_a_page_shows_what_gives_its_code_and_how_to_mend_it(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (PAGES / f"{code}.md").read_text(encoding="utf-8").startswith(f"# {code}: {CODES[code]}\n")
    for mark in ("bad", "good"):
        (tmp_path / mark).mkdir()
    monkeypatch.chdir(tmp_path / "bad")
    (said,) = blocks(code, "said")
    assert said_of(code, "bad") == said["text"].splitlines()
    assert {line.split(" ")[1] for line in said["text"].splitlines()} == {code}
    monkeypatch.chdir(tmp_path / "good")
    assert said_of(code, "good") == []
