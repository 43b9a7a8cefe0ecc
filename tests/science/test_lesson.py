"""The lesson, over seeds nobody has looked at: what comes out of the model, and nowhere stands in it."""

import pytest

from tests.science.evenings import EACH, Evening, between, growing, nearly_always, surely_positive

pytestmark = [pytest.mark.lesson, pytest.mark.parametrize("scenario", EACH)]


def more(scenario: str, one: str, two: str, measure: str = "relationships") -> bool:
    """Whether one style surely ends with more than another, seed by seed."""
    return surely_positive(between(Evening(scenario, one), Evening(scenario, two), measure, lambda a, b: a - b))


def rise(scenario: str, style: str, measure: str, times: float = 1.0):
    """Last third less first of a measure, over growing numbers of seeds."""
    evening = Evening(scenario, style)
    first, last = growing(evening, f"{measure}_first_third"), growing(evening, f"{measure}_last_third")
    return (times * (b - a) for a, b in zip(first, last, strict=True))


@pytest.mark.parametrize("style", ["listener", "giver", "quiet"])
def test_in_nearly_every_room_whoever_listens_or_gives_ends_with_more_relationships_than_a_promoter(scenario, style):
    mine, his = Evening(scenario, style), Evening(scenario, "promoter")
    assert nearly_always(between(mine, his, "relationships", lambda a, b: (a > b).astype(float)))


@pytest.mark.parametrize("style", ["listener", "giver"])
def test_listening_and_giving_bring_more_relationships_than_the_ordinary_way(scenario, style):
    assert more(scenario, style, "ordinary")


@pytest.mark.parametrize("measure", ["cards", "reached"])
@pytest.mark.parametrize("style", ["listener", "giver", "ordinary"])
def test_the_promoter_leads_on_what_he_counts(scenario, style, measure):
    assert more(scenario, "promoter", style, measure)


@pytest.mark.parametrize("measure", ["relationships", "business"])
@pytest.mark.parametrize("style", ["listener", "giver", "ordinary"])
def test_the_promoter_trails_on_relationships_deals_included(scenario, style, measure):
    assert more(scenario, style, "promoter", measure)


@pytest.mark.parametrize("style", ["mute", "interrogator", "collector", "flatterer"])
def test_to_be_silent_to_interrogate_to_collect_and_to_flatter_are_not_listening(scenario, style):
    assert more(scenario, "listener", style)


def test_evasion_of_the_promoter_rises_three_times_as_much_as_of_an_ordinary_guest(scenario):
    his, ordinary = rise(scenario, "promoter", "evaded"), rise(scenario, "ordinary", "evaded", times=3)
    assert surely_positive(a - b for a, b in zip(his, ordinary, strict=True))


def test_the_room_comes_to_expect_less_of_the_promoter(scenario):
    assert surely_positive(rise(scenario, "promoter", "wished", times=-1))


def test_the_room_ends_expecting_more_of_the_listener_than_of_an_ordinary_guest(scenario):
    assert more(scenario, "listener", "ordinary", "wished_last_third")
