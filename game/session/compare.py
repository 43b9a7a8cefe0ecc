"""The same evening again: the result of an earlier run of the scenario, to stand beside this one's."""

from dataclasses import fields
from typing import Any

from game.session import runs
from game.session.debrief import Comparison, Totals
from game.talk.words import Words

LOOK_BACK = 20  # runs


def earlier(run: str, scenario: str, seed: int) -> runs.RunInfo | None:
    """The latest finished run of the scenario before this one; one with the same seed if there is any."""
    before = [other for other in reversed(runs.all_ids()) if other != run][:LOOK_BACK]
    known = [info for info in map(runs.info, before) if info.meta.get("report")]
    found = [info for info in known if info.meta["scenario"] == scenario]
    found.sort(key=lambda info: info.meta["seed"] != seed)
    return found[0] if found else None


def comparison(info: runs.RunInfo, seed: int, now: Totals, words: Words) -> Comparison:
    """Both results side by side, from the earlier run's report."""
    report: dict[str, Any] = info.meta["report"]
    player = report["player"]
    counts = {field.name: player[field.name] for field in fields(Totals) if field.name in player}
    totals = Totals(**counts, avoided=len(player["avoided_by"]))
    style = report["style"]
    return Comparison(
        run=info.run,
        style=style,
        same_seed=info.meta["seed"] == seed,
        totals=totals,
        sentence=words.text(
            "session.earlier",
            style=words.text(f"session.style.{style}"),
            cards=totals.cards,
            met=totals.met,
            relationships=totals.relationships,
            now_cards=now.cards,
            now_met=now.met,
            now_relationships=now.relationships,
        ),
    )
