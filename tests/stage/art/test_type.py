"""Type and colours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.stage.art import text
from game.stage.art.theme import HIGH_CONTRAST, NORMAL, VOICES, Theme, mix, rgb, voice

WORDS = "The sourdough starter is older than my marriage, and a good deal better fed"


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours after WCAG 2.2."""

    def light(colour: str) -> float:
        parts = (v / 255 for v in rgb(colour))
        r, g, b = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@given(limit=st.integers(60, 600), px=st.integers(11, 40))
def test_no_line_is_wider_than_it_may_be_and_no_letter_is_lost(limit: int, px: int) -> None:
    lines = text.wrap(WORDS, "body", px, limit)
    assert all(text.width(line, "body", px) <= limit for line in lines)
    assert "".join(lines).replace(" ", "") == WORDS.replace(" ", "")


def test_a_word_wider_than_the_line_is_broken() -> None:
    lines = text.wrap("Donaudampfschifffahrtsgesellschaft", "body", 20, 90)
    assert len(lines) > 1 and all(text.width(line, "body", 20) <= 90 for line in lines)


def test_line_breaks_in_the_text_are_kept() -> None:
    assert text.wrap("one\n\ntwo", "body", 16, 400) == ("one", "", "two")


def test_a_balanced_paragraph_has_no_more_lines_and_is_no_wider() -> None:
    width = text.balanced(WORDS, "body", 16, 300)
    assert width <= 300
    assert len(text.wrap(WORDS, "body", 16, width)) == len(text.wrap(WORDS, "body", 16, 300))


def test_a_paragraph_is_as_tall_as_its_lines() -> None:
    page = text.paragraph(WORDS, "body", 18, "#000000", 200)
    assert page.get_height() == text.line_height(18) * len(text.wrap(WORDS, "body", 18, 200))
    assert page.get_width() <= 200


def test_what_does_not_fit_a_line_ends_in_an_ellipsis() -> None:
    assert text.fitted(WORDS, "body", 16, "#000000", 120).get_width() <= 120
    assert text.fitted("Hm", "body", 16, "#000000", 120) is text.render("Hm", "body", 16, "#000000")


@pytest.mark.parametrize("theme", [NORMAL, HIGH_CONTRAST])
def test_text_can_be_read_on_what_it_stands_on(theme: Theme) -> None:
    least = 7.0 if theme is HIGH_CONTRAST else 4.5
    pairs = [(theme.night_ink, theme.night), (theme.night_soft, theme.night)]
    pairs += [(ink, theme.paper) for ink in (theme.ink, theme.ink_soft, theme.accent_ink)]
    pairs += [(theme.ink, paper) for paper in (theme.bubble, theme.bubble_mine, theme.accent)]
    pairs += [(theme.ink_soft, theme.bubble_faded)]
    pairs += [(voice(i, theme), theme.bubble) for i in range(len(VOICES))]
    for ink, ground in pairs:
        assert contrast(ink, ground) >= least, (ink, ground)


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert mix("#000000", "#ffffff", 0) == "#000000"
    assert mix("#000000", "#ffffff", 1) == "#ffffff"
    assert mix("#000000", "#ff8040", 0.5) == "#804020"


def test_what_is_kept_of_rendered_text_stays_under_its_cap_and_what_was_used_last_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(text, "_LEAST", 100_000)
    monkeypatch.setattr(text, "_WINDOWS", 0)
    often = text.render("Have you been here before?", "body", 20, "#000000")
    for number in range(300):
        text.render(f"Somebody else, number {number}", "body", 20, "#000000")
        assert text.render("Have you been here before?", "body", 20, "#000000") is often
    assert text._held == sum(map(text._bytes, text._rendered.values())) <= 100_000
