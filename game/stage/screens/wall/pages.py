"""What stands on the wall in each phase but the evening: names, polls, counts, the reveal and the questions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from pygame import Rect

from game.stage.ink import Ink
from game.stage.screens.wall.charts import bars, scatter

Words = Callable[..., str]
View = Mapping[str, Any]
Line = Callable[[str], str]  # what it says in a style
GAP = 18  # design units
SEPARATOR = " · "


def page(ink: Ink, t: Words, view: View, inner: Rect) -> None:
    """The page of the phase, inside `inner`."""
    phase = str(view["phase"])
    draw = {"first question": _poll, "prediction": _poll, "weeks": _weeks, "reveal": _reveal, "debrief": _debrief}
    draw.get(phase, _quiet)(ink, t, view, inner)


def heading(ink: Ink, words: str, inner: Rect, styles: Sequence[str] = ("hero", "title", "heading")) -> Rect:
    """Large words at the top, as large as leaves two thirds free; what is left below them."""
    style = next((s for s in styles if ink.measure(words, s, inner.width)[1] < inner.height * 0.4), styles[-1])
    low = ink.write(words, style, inner.x, inner.y, inner.width).bottom + ink.px(GAP)
    return Rect(inner.x, low, inner.width, inner.bottom - low)


def lobby(ink: Ink, t: Words, view: View, inner: Rect) -> None:
    """Who has come in: everybody, if need be in smaller letters, and then as many as there is room for."""
    heads = list(view["heads"])
    below = heading(ink, t("heads", n=len(heads)), inner, ("title", "heading"))
    styles = unbroken(ink, heads, below.width, ("title", "heading", "strong"))
    style = next((s for s in styles if _fit(ink, SEPARATOR.join(heads), s, below)), styles[-1])
    ink.write(names(ink, heads, style, below), style, below.x, below.y, below.width)


def _fit(ink: Ink, words: str, style: str, inner: Rect) -> bool:
    """Whether there is room; first by how long they are as one line, for where a hall comes in that is told sooner."""
    wide, high = ink.measure(words, style)
    return wide / inner.width * high <= inner.height and ink.measure(words, style, inner.width)[1] <= inner.height


def names(ink: Ink, heads: Sequence[str], style: str, inner: Rect) -> str:
    """As many names as there is room for, and how many more there are."""

    def words(shown: int) -> str:
        more = f" +{len(heads) - shown}" if shown < len(heads) else ""
        return SEPARATOR.join(heads[:shown]) + more

    def high(shown: int) -> int:
        return ink.measure(words(shown), style, inner.width)[1]

    if high(len(heads)) <= inner.height:
        return words(len(heads))
    return words(max(1, bisect_right(range(1, len(heads)), inner.height, key=high)))


def unbroken(ink: Ink, lines: Sequence[str], width: int, styles: Sequence[str]) -> Sequence[str]:
    """Those of the styles in which no word has to be broken; the last one where that is none."""
    words = {word for line in lines for word in line.split()}
    return [s for s in styles if all(ink.measure(word, s)[0] <= width for word in words)] or styles[-1:]


def fitted(ink: Ink, lines: Sequence[str | Line], inner: Rect, styles: Sequence[str], colour: str = "ink") -> int:
    """Paragraphs in the largest style in which all of them fit, the last ones left out where none does."""
    for style in styles:
        words = [line if isinstance(line, str) else line(style) for line in lines]
        heights = [ink.measure(line, style, inner.width)[1] + ink.px(GAP) for line in words]
        if sum(heights) - ink.px(GAP) <= inner.height:
            break
    y = inner.y
    for line, high in zip(words, heights, strict=True):
        if y + high - ink.px(GAP) > inner.bottom:
            break
        ink.write(line, style, inner.x, y, inner.width, colour)
        y += high
    return y


def _poll(ink: Ink, t: Words, view: View, inner: Rect) -> None:
    poll = view.get("poll")
    if poll:
        below = heading(ink, poll["question"], inner, ("title", "heading"))
        bars(ink, list(zip(poll["choices"], poll["votes"], strict=True)), below)


def _quiet(ink: Ink, t: Words, view: View, inner: Rect) -> None:
    """Everybody is at their phones."""
    below = heading(ink, t("drink_up"), inner)
    for name in ("decided", "chosen"):
        if name in view:
            done, of = view[name]
            ink.write(t(name, n=done, of=of), "title", below.x, below.y, below.width)


def _weeks(ink: Ink, t: Words, view: View, inner: Rect) -> None:
    weeks = view.get("weeks")
    if not weeks:
        return
    below = heading(ink, t("day", n=weeks["day"], of=weeks["days"]), inner)
    track = Rect(below.x, below.y, below.width, ink.px(28))
    ink.panel(track, "night_soft", radius=14)
    gone = Rect(track.x, track.y, max(track.height, round(track.width * weeks["day"] / weeks["days"])), track.height)
    ink.panel(gone, "focus", radius=14)
    y = track.bottom + ink.px(GAP * 2)
    for words in (t("weeks_followers", n=weeks["followers"]), t("weeks_posts", n=weeks["posts"])):
        y = ink.write(words, "title", below.x, y, below.width).bottom + ink.px(GAP)


def _reveal(ink: Ink, t: Words, view: View, inner: Rect) -> None:
    told = view["reveal"]
    step = str(told["step"])
    below = heading(ink, t(f"step_{step}"), inner, ("title",))
    if step == "cards":
        bars(ink, _rows(told["cards"]), below)
    elif step == "relationships":
        _relationships(ink, t, told, below)
    elif step == "parts":
        _parts(ink, t, told["parts"], below)
    elif step == "room":
        _groups(ink, below, [_room_lines(t, told["room"], name) for name in ("sold", "rest")])
    else:
        _network(ink, t, told["network"], below)


def _rows(board: Sequence[View]) -> list[tuple[str, int]]:
    return [(row["name"], row["n"]) for row in board]


def _relationships(ink: Ink, t: Words, told: View, inner: Rect) -> None:
    said = told["prediction"]
    words = [t("prediction_said", **said["votes"]), t("prediction_true" if said["true"] else "prediction_false")]
    half = (inner.width - ink.px(GAP)) // 2
    y = bars(ink, _rows(told["relationships"]), Rect(inner.x, inner.y, half, round(inner.height * 0.6)))
    ink.write(" ".join(words), "heading", inner.x, y + ink.px(GAP), half)
    scatter(ink, told["dots"], Rect(inner.x + half + ink.px(GAP), inner.y, half, inner.height), t("wall_scatter"))


def _parts(ink: Ink, t: Words, parts: Sequence[View], inner: Rect) -> None:
    title = t("parts_title" if parts else "parts_none")
    by_role: dict[str, list[str]] = {}
    for part in parts:
        by_role.setdefault(part["role"], []).append(part["name"])
    room = Rect(inner.x, inner.y, inner.width, inner.height // (len(by_role) + 1))
    lines: list[str | Line] = [title]
    for role, who in by_role.items():
        lines.append(partial(_cast, ink, t("role_" + role), who, room))
    fitted(ink, lines, inner, ("title", "heading", "strong", "small"))


def _cast(ink: Ink, role: str, who: Sequence[str], room: Rect, style: str) -> str:
    return f"{role}: {names(ink, who, style, room)}"


def _room_lines(t: Words, room: View, name: str) -> list[str]:
    group = room[name]
    return [
        t(f"room_{name}", n=group["n"]),
        t("room_evaded", n=group["evaded"]),
        t("room_approached", n=group["approached"]),
        t("room_relationships", n=group["relationships"]),
    ]


def _groups(ink: Ink, inner: Rect, groups: Sequence[Sequence[str]]) -> None:
    """Two groups side by side, each a heading and sentences."""
    half = (inner.width - ink.px(GAP)) // 2
    for number, (title, *lines) in enumerate(groups):
        x = inner.x + number * (half + ink.px(GAP))
        sheet = Rect(x, inner.y, half, inner.height)
        ink.panel(sheet, "card", edge="line")
        with ink.inside(sheet):
            below = heading(ink, title, sheet.inflate(-ink.px(36), -ink.px(28)), ("title", "heading", "strong"))
            fitted(ink, lines, below, ("heading", "strong", "small"), "soft")


def _network(ink: Ink, t: Words, told: View, inner: Rect) -> None:
    half = (inner.width - ink.px(GAP)) // 2
    scatter(ink, told["dots"], Rect(inner.x, inner.y, half, inner.height), t("network_scatter"))
    y = inner.y
    for name, group in told["groups"].items():
        lines = [t(name, n=group["n"]), t("network_answers", first=group["first"], last=group["last"])]
        lines.append(t("room_relationships", n=group["relationships"]))
        for number, line in enumerate(lines):
            style, colour = ("heading", "ink") if not number else ("strong", "soft")
            y = ink.write(line, style, inner.x + half + ink.px(GAP), y, half, colour).bottom + ink.px(6)
        y += ink.px(GAP)


def _debrief(ink: Ink, t: Words, view: View, inner: Rect) -> None:
    told = view["debrief"]
    below = heading(ink, t(f"step_{told['step']}"), inner, ("heading",))
    if "written" in told:
        low = ink.write(t("written", n=told["written"], of=told["of"]), "strong", below.x, below.y, below.width, "soft")
        below = Rect(below.x, low.bottom + ink.px(GAP), below.width, below.bottom - low.bottom - ink.px(GAP))
    room = below.height // 2 if "feelings" in told else below.height
    y = fitted(
        ink, told["questions"], Rect(below.x, below.y, below.width, room), ("title", "heading", "strong", "small")
    )
    if "feelings" in told:
        rows = [(name, number) for name, number in told["feelings"]]
        bars(ink, rows, Rect(below.x, y + ink.px(GAP), below.width, below.bottom - y - ink.px(GAP)), "strong")
