"""Figures say in words what they show, and are the same bytes for the same numbers."""

from xml.etree import ElementTree

import numpy as np
import pytest

from game.lab import charts
from game.lab.charts import Course

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (1, 9, (0, 2, 4, 6, 8, 10)),
        (0.1, 0.37, (0, 0.1, 0.2, 0.3, 0.4)),
        (-3, 1, (-3, -2, -1, 0, 1)),
        (0, 0, (0, 1e-6)),
    ],
)
def test_an_axis_is_marked_with_round_numbers_around_all_values(low, high, ticks):
    assert charts.scale(low, high, 0, 100).ticks == pytest.approx(ticks, abs=1e-6)


def test_a_chart_of_styles_reads_without_being_seen():
    rows = [charts.row("listener", np.array([3.0, 4.0, 5.0, 4.0, 4.0])), charts.row("mute", np.zeros(5))]
    drawing = ElementTree.fromstring(charts.dots("people <met>", rows))
    assert drawing.get("role") == "img"
    assert drawing.findtext(f"{SVG}title") == "people <met>"
    assert "listener 4.00 (3.12 to 4.88); mute 0.00 (0.00 to 0.00)" in drawing.findtext(f"{SVG}desc", "")
    assert charts.dots("people <met>", rows) == charts.dots("people <met>", rows)


def test_what_is_counted_is_drawn_from_nought_however_few_rooms_there_are():
    assert charts.row("mute", np.array([0.0, 0.0, 0.0, 0.0, 4.0])).low == 0
    assert charts.row("mute", np.array([-1.0, 0.0, 0.0, 0.0, 4.0])).low < 0


def test_lines_differ_in_more_than_colour():
    courses = [Course(style, [0.25, 0.25 + end]) for style, end in (("a", 0.01), ("b", 0.0), ("c", -0.01))]
    drawing = ElementTree.fromstring(charts.shares("shares", courses))
    assert len({line.get("stroke-dasharray") for line in drawing.iter(f"{SVG}polyline")}) == 3


def test_names_stand_apart_and_none_below_the_plot():
    places = [300.0, 40.0, 299.0, 298.0, 100.0]
    names = charts.apart(places, bottom=300)
    assert names == [300, 40, 285, 270, 100]
