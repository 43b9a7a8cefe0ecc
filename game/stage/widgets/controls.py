"""Things to press, choose and type into."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pygame import Rect

from game.stage.ink import Ink
from game.stage.inputs import Input, Intent
from game.stage.screen import Move, Stay
from game.stage.widgets.base import Spoken, Widget

Action = Callable[[], Move | None]


class Button(Widget):
    """A label, an optional second line, an optional number key; `on` shows it as chosen."""

    stop = True

    def __init__(
        self,
        label: str,
        action: Action,
        detail: str = "",
        key: str = "",
        primary: bool = False,
        on: Callable[[], bool] | None = None,
        icon: str = "",
    ) -> None:
        self.label, self.detail, self.key, self.icon = label, detail, key, icon
        self.action, self.primary, self.on = action, primary, on

    def _inset(self, ink: Ink) -> int:
        left = ink.px(16)
        if self.on:
            left += ink.size("body")[1] + ink.px(8)
        if self.key:
            left += ink.key_width(self.key) + ink.px(10)
        if self.icon:
            left += ink.icon_width("body") + ink.px(10)
        return left

    def height(self, ink: Ink, width: int) -> int:
        inner = max(width - self._inset(ink) - ink.px(16), ink.px(40))
        high = ink.measure(self.label, "strong", inner)[1]
        if self.detail:
            high += ink.px(3) + ink.measure(self.detail, "small", inner)[1]
        return high + ink.px(22)

    def width(self, ink: Ink) -> int:
        """Pixels the label takes on one line, with its padding."""
        return self._inset(ink) + ink.measure(self.label, "strong")[0] + ink.px(18)

    def least(self, ink: Ink) -> int:
        return self.width(ink)

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        fill = "primary" if self.primary else "button"
        front = "on_primary" if self.primary else "on_button"
        ink.panel(rect, fill, radius=12, edge=None if self.primary else "line")
        inner = max(rect.width - self._inset(ink) - ink.px(16), ink.px(40))
        content = self.height(ink, rect.width) - ink.px(22)
        y = rect.y + (rect.height - content) // 2
        x, line = rect.x + ink.px(16), ink.size("strong")[1]
        with ink.inside(rect):
            if self.on:
                ink.tick_box(x, y, line, self.on())
                x += ink.size("body")[1] + ink.px(8)
            if self.key:
                x += ink.keycap(self.key, x, y + line // 2) + ink.px(10)
            if self.icon:
                ink.icon(self.icon, x, y + line // 2, "body", front)
                x += ink.icon_width("body") + ink.px(10)
            used = ink.write(self.label, "strong", x, y, inner, front)
            if self.detail:
                ink.write(self.detail, "small", x, used.bottom + ink.px(3), inner, front)
        if focused:
            ink.ring(rect)

    def press(self, pos: tuple[int, int] | None = None) -> Move | None:
        return self.action() or Stay()

    def spoken(self) -> Spoken:
        return Spoken(self.label, ticked=self.on() if self.on else None, more=self.detail)


class Option(Widget):
    """One of several values, changed with left and right: sliders, toggles and lists alike."""

    stop = True

    def __init__(
        self, label: str, names: Sequence[str], index: int, change: Callable[[int], None], detail: str = ""
    ) -> None:
        self.label, self.names, self.index, self.change, self.detail = (
            label,
            list(names),
            index,
            change,
            detail,
        )
        self._halves = Rect(0, 0, 0, 0)

    def _value_width(self, ink: Ink) -> int:
        widest = max(ink.measure(name, "strong")[0] for name in self.names)
        return widest + 2 * ink.px(34)

    def _beside(self, ink: Ink, width: int) -> bool:
        """Whether the longest word of the label has room beside the value; else the value stands below."""
        longest = max(ink.measure(word, "strong")[0] for word in self.label.split())
        return width - self._value_width(ink) - ink.px(48) >= longest

    def _label_width(self, ink: Ink, width: int) -> int:
        return width - (self._value_width(ink) + ink.px(48) if self._beside(ink, width) else ink.px(32))

    def _label_height(self, ink: Ink, inner: int) -> int:
        high = ink.measure(self.label, "strong", inner)[1]
        return high + ink.px(2) + ink.measure(self.detail, "small", inner)[1] if self.detail else high

    def _box_height(self, ink: Ink) -> int:
        return ink.size("strong")[1] + ink.px(14)

    def height(self, ink: Ink, width: int) -> int:
        high = self._label_height(ink, self._label_width(ink, width))
        if self._beside(ink, width):
            return max(high, ink.size("strong")[1] + ink.px(8)) + ink.px(22)
        return high + ink.px(6) + self._box_height(ink) + ink.px(20)

    def _box(self, ink: Ink, rect: Rect) -> Rect:
        """Where the value stands."""
        wide = min(self._value_width(ink), rect.width - ink.px(24))
        if self._beside(ink, rect.width):
            return Rect(rect.right - wide - ink.px(12), rect.y + ink.px(8), wide, rect.height - ink.px(16))
        high = self._box_height(ink)
        return Rect(rect.x + ink.px(12), rect.bottom - high - ink.px(10), rect.width - ink.px(24), high)

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        ink.panel(rect, "button", radius=12, edge="line")
        inner, box = self._label_width(ink, rect.width), self._box(ink, rect)
        self._halves = box
        with ink.inside(rect):
            spare = rect.height - self._label_height(ink, inner) if self._beside(ink, rect.width) else ink.px(20)
            used = ink.write(self.label, "strong", rect.x + ink.px(16), rect.y + spare // 2, inner, "on_button")
            if self.detail:
                ink.write(self.detail, "small", rect.x + ink.px(16), used.bottom + ink.px(2), inner, "soft")
            ink.panel(box, "card", radius=10, edge="line")
            line = ink.size("strong")[1]
            shown = ink.cut(self.names[self.index], "strong", box.width - 2 * ink.px(30))
            ink.write(shown, "strong", box.x, box.centery - line // 2, box.width, "ink", "centre")
            for sign, x in ((-1, box.x + ink.px(16)), (1, box.right - ink.px(16))):
                ink.arrow(x, box.centery, sign, faint=not 0 <= self.index + sign < len(self.names))
        if focused:
            ink.ring(rect)

    def _step(self, by: int, wrap: bool = False) -> Move:
        index = self.index + by
        index = index % len(self.names) if wrap else min(max(index, 0), len(self.names) - 1)
        if index != self.index:
            self.index = index
            self.change(index)
        return Stay()

    def press(self, pos: tuple[int, int] | None = None) -> Move | None:
        if pos and self._halves.collidepoint(pos) and pos[0] < self._halves.centerx:
            return self._step(-1, wrap=True)
        return self._step(1, wrap=True)

    def handle(self, event: Input) -> Move | None:
        if event.intent in (Intent.LEFT, Intent.RIGHT):
            return self._step(-1 if event.intent is Intent.LEFT else 1)
        return None

    def spoken(self) -> Spoken:
        return Spoken(self.label, self.names[self.index], more=self.detail)
