"""Files stay short enough to be read in one go."""

from statistics import median

from tests.architecture.tree import ROOT, files

LONGEST = 400  # lines
MEDIAN = 140


def lengths(under: str) -> dict[str, int]:
    return {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in files(".py", under=under)
    }


def test_no_python_file_is_longer_than_400_lines() -> None:
    long = {name: lines for name, lines in {**lengths("game"), **lengths("tests")}.items() if lines > LONGEST}
    assert long == {}


def test_the_median_file_of_the_game_has_at_most_140_lines() -> None:
    code = [lines for name, lines in lengths("game").items() if not name.endswith("__init__.py")]
    assert median(code) <= MEDIAN
