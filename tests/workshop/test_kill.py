"""The laptop dies, in any phase; it is started again, and everybody is where they were, with all they had answered.

One workshop with sixty phones is played once, from the lobby to the export, and its laptop killed in every phase;
each test looks at all those deaths.
"""

import asyncio

import pytest

from game.workshop.book import SUFFIX
from tests.workshop.deaths import NAMES, PHONES, Death, course
from tests.workshop.hands import write_tea_room

BACK_S = 5.0
GIVEN_AT_LEAST = 15


@pytest.fixture(scope="module")
def deaths(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Death]:
    """What was before and after each of them."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("WORK_THE_ROOM_HOME", str(tmp_path_factory.mktemp("home")))
        return asyncio.run(course(write_tea_room(tmp_path_factory.mktemp("tea"))))


@pytest.fixture(params=NAMES)
def death(deaths: dict[str, Death], request: pytest.FixtureRequest) -> Death:
    """One of them."""
    return deaths[request.param]


def test_everybody_is_back_in_their_seat_under_their_name_where_they_were(death: Death) -> None:
    assert len(death.before) == PHONES
    assert [(seat, name) for seat, _, name, _ in death.before] == [(n, f"Zoë 👩‍🚀 {n}") for n in range(PHONES)]
    assert death.after == death.before


def test_the_workshop_is_open_at_the_same_place_with_all_that_was_set_and_stands(death: Death) -> None:
    assert death.open_again == death.open and death.open["file"].suffix == SUFFIX
    assert death.led_again == death.led
    assert death.stopped == {"frozen" if death.scene == "talk" else "paused"}


def test_whatever_was_acknowledged_is_there(death: Death) -> None:
    assert death.lost == []
    if not death.scene.startswith("export"):
        assert len(death.given) >= GIVEN_AT_LEAST


def test_it_goes_on_as_one_in_which_nobody_died(death: Death) -> None:
    """Every entry happens once more in another workshop, which never was on a disk: it exports the very same."""
    assert death.told["digest"] == death.unbroken["digest"]
    assert death.told == death.unbroken


def test_nobody_waits_for_an_evening_to_happen_again(death: Death) -> None:
    """What the machine works until everybody is back, whatever else it has to do meanwhile."""
    assert death.snapshot
    assert death.busy_s < BACK_S


def test_an_export_that_was_being_made_is_made(deaths: dict[str, Death]) -> None:
    assert deaths["export made"].given == {}  # it was asked for, and never answered
    assert deaths["export made"].told["phase"] == "debrief"


def test_an_export_that_was_being_fetched_is_the_same_once_more(deaths: dict[str, Death]) -> None:
    fetched = deaths["export fetched"]
    assert fetched.given[1] > 0  # readers who did not get all of it
    assert fetched.told == fetched.given[0]
    assert len(fetched.told["people"]) == PHONES and fetched.told["lines"]
    assert sum(bool(row["plan"]) for row in fetched.told["people"]) >= PHONES // 2
