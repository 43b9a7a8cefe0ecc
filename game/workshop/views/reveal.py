"""The reveal on the wall: cards, relationships, parts, the room, the network. Nobody is named as avoided."""

from typing import Any

from game.session.party_told import FiguresOf
from game.workshop.answers import PREDICTIONS
from game.workshop.arc import REVEAL_STEPS
from game.workshop.workshop import Workshop

TOP = 5
MANY_PITCHES = 3  # whoever pitched this often is one of those who sold


def board(show: Workshop, counts: dict[int, int]) -> list[dict[str, Any]]:
    """The first five by a figure of each avatar, those with as many by name."""
    rows = [(show.called(avatar), counts[avatar]) for avatar in show.avatars() if avatar in counts]
    rows.sort(key=lambda row: (-row[1], row[0]))
    return [{"name": name, "n": n} for name, n in rows[:TOP] if n]


def reveal_of(show: Workshop) -> dict[str, Any]:
    """What the wall shows at this step, with everything of the steps before it."""
    steps = REVEAL_STEPS[: show.state.step + 1]
    found = show.figures()
    view: dict[str, Any] = {"step": steps[-1], "cards": board(show, {who: row.cards for who, row in found.items()})}
    if "relationships" in steps:
        view["relationships"] = board(show, {who: row.relationships for who, row in found.items()})
        view["dots"] = sorted([row.cards, row.relationships] for row in found.values())
        view["prediction"] = _prediction(show, list(found.values()))
    if "parts" in steps:
        view["parts"] = _parts(show, found)
    if "room" in steps:
        view["room"] = _room(list(found.values()))
    if "network" in steps:
        view["network"] = _network(show)
    return view


def _prediction(show: Workshop, rows: list[FiguresOf]) -> dict[str, Any]:
    """What most said beforehand, and whether whoever has most cards has most relationships."""
    given = list(show.state.answers.get("prediction", {}).values())
    votes = {name: given.count(number) for number, name in enumerate(PREDICTIONS)}
    best = max((row.relationships for row in rows), default=0)
    cards = max((row.cards for row in rows), default=0)
    first = [row.relationships for row in rows if row.cards == cards]
    most_have_less = 2 * sum(row.relationships < best for row in rows) > len(rows)
    true = bool(first and cards and max(first) == best and most_have_less)
    return {"votes": votes, "true": true, "cards": cards, "best": best}


def _parts(show: Workshop, found: dict[int, FiguresOf]) -> list[dict[str, Any]]:
    """Who took a part, to be unmasked and thanked."""
    rows = []
    for seat in show.state.seated():
        if seat.role and seat.plays and seat.avatar in found:
            row = found[seat.avatar]
            rows.append({"name": seat.name, "role": seat.role, "cards": row.cards, "relationships": row.relationships})
    return rows


def _room(rows: list[FiguresOf]) -> dict[str, Any]:
    """How the room moved around those who sold and around the others: means of groups, never of one."""
    sold = [row for row in rows if row.pitches >= MANY_PITCHES]
    rest = [row for row in rows if row.pitches < MANY_PITCHES]
    return {"sold": _means(sold), "rest": _means(rest)}


def _means(rows: list[FiguresOf]) -> dict[str, Any]:
    count = max(1, len(rows))
    return {
        "n": len(rows),
        "evaded": round(100 * sum(row.evaded for row in rows) / count),
        "approached": round(sum(row.approached for row in rows) / count, 2),
        "relationships": round(sum(row.relationships for row in rows) / count, 1),
    }


def _network(show: Workshop) -> dict[str, Any]:
    """Followers and relationships of each, without a name, and what became of the response to those who promote."""
    lived = show.weeks_told()
    loud = [w for w in lived.values() if w.promotions > w.posts]
    quiet = [w for w in lived.values() if w.promotions <= w.posts]
    return {
        "dots": sorted([w.followers, w.relationships] for w in lived.values()),
        "groups": {
            name: {
                "n": len(group),
                "first": round(sum(w.answered_first for w in group) / max(1, len(group)), 2),
                "last": round(sum(w.answered_last for w in group) / max(1, len(group)), 2),
                "relationships": round(sum(w.relationships for w in group) / max(1, len(group)), 1),
            }
            for name, group in (("loud", loud), ("quiet", quiet))
        },
    }
