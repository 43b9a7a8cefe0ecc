"""What could be done now, as numbered buttons: what it is, its words, and the minutes it takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from game.session.feed_views import FeedChoice
from game.stage.screen import Move
from game.stage.widgets.base import Widget
from game.stage.widgets.controls import Button


def deeds(
    t: Callable[..., str], choices: Sequence[FeedChoice], done: Callable[[FeedChoice], Move | None]
) -> list[Widget]:
    """A button for each choice; `done` does it and tells where to go."""
    return [
        Button(
            t("feed.choice", label=choice.label, n=round(choice.minutes)),
            partial(done, choice),
            detail=t("feed.said", text=choice.text) if choice.text else "",
            key=choice.key if choice.key.isdigit() else "",  # letters have other meanings here
            icon="tell" if choice.group == "answer" else choice.group,
        )
        for choice in choices
    ]
