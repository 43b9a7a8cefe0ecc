"""Take a mechanism away, and the effect that rests on it goes: nothing else carries the lesson."""

import pytest

from game.lab.ablation import ABLATIONS
from tests.science.evenings import STRANGERS, Evening, between, surely_positive

pytestmark = [pytest.mark.lesson, pytest.mark.parametrize("scenario", STRANGERS)]


def without(scenario: str, style: str, mechanism: str) -> Evening:
    return Evening(scenario, style, ABLATIONS[mechanism])


def test_with_nothing_held_against_promotion_promoter_and_listener_come_out_about_even(scenario):
    listener, promoter = (without(scenario, style, "nothing against promotion") for style in ("listener", "promoter"))
    third = 1 / 3  # of what the listener has
    assert surely_positive(between(listener, promoter, "relationships", lambda a, b: b - (1 - third) * a))
    assert surely_positive(between(listener, promoter, "relationships", lambda a, b: (1 + third) * a - b))


def test_without_gossip_hardly_anybody_avoids_a_promoter_he_has_never_spoken_to(scenario):
    as_it_is, no_gossip = Evening(scenario, "promoter"), without(scenario, "promoter", "no gossip")
    assert surely_positive(between(as_it_is, no_gossip, "avoided_unmet", lambda a, b: a - 4 * b))


def test_without_gossip_the_room_closes_to_a_promoter_less(scenario):
    as_it_is, no_gossip = Evening(scenario, "promoter"), without(scenario, "promoter", "no gossip")
    assert surely_positive(between(as_it_is, no_gossip, "wished_last_third", lambda a, b: b - a))


def test_if_listening_taught_nothing_a_listener_would_do_no_business(scenario):
    as_it_is, unwise = (Evening(scenario, "listener"), without(scenario, "listener", "listening teaches nothing"))
    assert surely_positive(between(as_it_is, unwise, "business", lambda a, b: a - 4 * b))


def test_if_listening_taught_nothing_a_listener_s_lead_in_liking_would_shrink(scenario):
    as_it_is, unwise = (Evening(scenario, "listener"), without(scenario, "listener", "listening teaches nothing"))
    ordinary, others = (Evening(scenario, "ordinary"), without(scenario, "ordinary", "listening teaches nothing"))
    lead = between(as_it_is, ordinary, "liking", lambda a, b: a - b)
    left = between(unwise, others, "liking", lambda a, b: a - b)
    assert surely_positive(whole - rest for whole, rest in zip(lead, left, strict=True))


def test_if_listening_taught_nothing_a_listener_would_end_with_fewer_relationships(scenario):
    as_it_is, unwise = (Evening(scenario, "listener"), without(scenario, "listener", "listening teaches nothing"))
    assert surely_positive(between(as_it_is, unwise, "relationships", lambda a, b: a - b))
