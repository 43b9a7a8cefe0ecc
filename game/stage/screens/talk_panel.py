"""What the player could say: cards at the foot of the room, with the whole sentence of the one in focus."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pygame import Rect

from game.model.commands import Do
from game.session.views import Choice
from game.stage.desk import Desk
from game.stage.ink import Ink
from game.stage.inputs import Input, Intent
from game.stage.screen import Move, Stay
from game.stage.widgets import hints
from game.stage.widgets.base import Widget
from game.stage.widgets.ring import Ring

TINTS = {"ask": "#1d6fa5", "tell": "#6d4fa0", "give": "#1f7a5c", "sell": "#c2410c", "other": "#6a6274"}


MOST_SHARE = 0.6  # of the window's height, before the panel does without its keys


class ChoiceCard(Widget):
    """One choice: its key, the sign of its group, and its label."""

    stop = True

    def __init__(self, choice: Choice, say: Callable[[Choice], None]) -> None:
        self.choice, self.say, self.key = choice, say, choice.key

    def _inset(self, ink: Ink) -> int:
        return ink.px(12) + ink.key_width(self.choice.key) + ink.px(7) + ink.icon_width("small") + ink.px(7)

    def width(self, ink: Ink) -> int:
        """Pixels on one line."""
        return self._inset(ink) + ink.measure(self.choice.label, "strong")[0] + ink.px(14)

    def height(self, ink: Ink, width: int) -> int:
        inner = width - self._inset(ink) - ink.px(12)
        return ink.measure(self.choice.label, "strong", inner)[1] + ink.px(16)

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        tint = "ink" if ink.settings.high_contrast else TINTS[self.choice.group]
        ink.panel(rect, "mine" if focused else "card", radius=11, edge="line")
        x, line = rect.x + ink.px(12), ink.size("strong")[1]
        with ink.inside(rect):
            x += ink.keycap(self.choice.key, x, rect.centery) + ink.px(7)
            ink.icon(self.choice.group, x, rect.centery, "small", tint)
            x += ink.icon_width("small") + ink.px(7)
            high = self.height(ink, rect.width) - ink.px(16)
            y = rect.centery - max(high, line) // 2
            ink.write(self.choice.label, "strong", x, y, rect.right - ink.px(8) - x)
        if focused:
            ink.ring(rect, 11)

    def press(self, pos: tuple[int, int] | None = None) -> Move | None:
        self.say(self.choice)
        return Stay()


def _meaning(choice: Choice) -> tuple[int, ...]:
    """What makes two choices the same, however they are worded now."""
    c = choice.command
    return c.do, c.to, c.act, c.item, c.about


class TalkPanel:
    """Cards for the choices that are open, kept in step with the view."""

    def __init__(self, desk: Desk, say: Callable[[Choice], None]) -> None:
        self.desk, self.say = desk, say
        self.ring = Ring()
        self.cards: list[ChoiceCard] = []
        self.rect = Rect(0, 0, 0, 0)
        self.cutting_in = False  # the next choice is said over whoever talks
        self._choices: tuple[Choice, ...] = ()
        self._made_for: object = None  # the layout below is good for this width and text size
        self._laid_out: list[list[tuple[ChoiceCard, int]]] = []

    def follow(self, choices: Sequence[Choice]) -> None:
        """Take the choices of a view; the focus stays on what it was on, else goes to the first."""
        if tuple(choices) == self._choices:
            return
        focus = self.ring.focus
        meant = _meaning(focus.choice) if isinstance(focus, ChoiceCard) else None
        self._choices, self.cutting_in = tuple(choices), self.cutting_in and bool(choices)
        self.cards = [ChoiceCard(choice, self._chosen) for choice in choices]
        self._made_for = None
        self.ring = Ring()
        self.ring.set(self.cards, next((card for card in self.cards if _meaning(card.choice) == meant), None))

    def _chosen(self, choice: Choice) -> None:
        if self.cutting_in and choice.command.do == Do.SAY:
            choice = Choice(choice.key, choice.group, choice.label, choice.text, choice.command._replace(do=Do.CUT_IN))
        self.cutting_in = False
        self.say(choice)

    def handle(self, event: Input) -> Move | None:
        """Keys of the choices first, then the focus."""
        letters = {Intent.LISTEN: "L", Intent.BACK: "Esc"}
        if event.intent in letters:
            return self._press(letters[event.intent])
        if event.intent is Intent.CUT_IN:
            self.cutting_in = not self.cutting_in
            return Stay()
        return self.ring.handle(event)

    def _press(self, key: str) -> Move | None:
        card = next((card for card in self.cards if card.key == key), None)
        return card.press() if card else None

    # -- drawing ----------------------------------------------------------------------------------

    def draw(self, ink: Ink) -> Rect:
        """Draw from the bottom of the window up; the rectangle taken."""
        pad, gap = ink.px(14), ink.px(9)
        width = min(ink.window.width - 2 * ink.px(12), ink.px(1180))
        inner = width - 2 * pad
        lines = self._lines(ink, inner, gap)
        tall = [max(card.height(ink, wide) for card, wide in line) for line in lines]
        focus = self.ring.focus
        said = focus.choice.text if isinstance(focus, ChoiceCard) else ""
        said = f"“{said}”" if said else (focus.choice.label if isinstance(focus, ChoiceCard) else "")
        if self.cutting_in:
            said = f"{self.desk.t('room.cut_in')} {said}"
        keys = self.desk.t(f"room.talk_{self.desk.device()}")
        said_high, keys_high = self._said_height(ink, inner), hints.height(ink, keys, inner)
        high = pad + said_high + gap + sum(tall) + gap * len(tall) + keys_high + ink.px(8)
        if high > MOST_SHARE * ink.window.height:  # very large text: the cards matter most
            spare = said_high - ink.measure(said, "body", inner)[1] + keys_high
            said_high, keys_high, high = ink.measure(said, "body", inner)[1], 0, high - spare
        panel = Rect((ink.window.width - width) // 2, ink.window.height - high - ink.px(10), width, high)
        ink.panel(panel, "page", radius=18, edge="line", lifted=True)
        with ink.inside(panel):
            y = panel.y + pad
            ink.write(said, "body", panel.x + pad, y, inner, "bad" if self.cutting_in else "ink")
            y += said_high + gap
            self.ring.rects.clear()
            for line, row in zip(lines, tall, strict=True):
                x = panel.x + pad
                for card, wide in line:
                    rect = Rect(x, y, wide, row)
                    card.draw(ink, rect, card is focus)
                    self.ring.put(card, rect, ink.window)
                    x += wide + gap
                y += row + gap
            if keys_high:
                hints.draw(ink, keys, Rect(panel.x + pad, y, inner, 0))
        self.rect = panel
        return panel

    def _said_height(self, ink: Ink, width: int) -> int:
        """Room for the longest sentence, so that the cards stay put while the focus moves."""
        texts = [f"“{card.choice.text}”" for card in self.cards]
        if self.cutting_in:
            texts = [f"{self.desk.t('room.cut_in')} {words}" for words in texts]
        return max((ink.measure(words, "body", width)[1] for words in texts), default=0)

    def _lines(self, ink: Ink, width: int, gap: int) -> list[list[tuple[ChoiceCard, int]]]:
        """The cards in as few lines as fit, about equally long, each stretched to the full width."""
        made_for = (width, gap, ink.size("strong"))
        if self._made_for == made_for:
            return self._laid_out
        sized = [(card, min(card.width(ink), width)) for card in self.cards]
        fewest = len(_broken(sized, width, gap))
        narrow = sum(wide + gap for _, wide in sized) // max(1, fewest)
        while narrow < width and len(_broken(sized, narrow, gap)) > fewest:
            narrow += max(1, ink.px(8))
        stretched = []
        for line in _broken(sized, min(narrow, width), gap):
            spare = width - sum(wide for _, wide in line) - gap * (len(line) - 1)
            stretched.append([(card, wide + spare // len(line)) for card, wide in line])
        self._made_for, self._laid_out = made_for, stretched
        return stretched


def _broken(sized: list[tuple[ChoiceCard, int]], width: int, gap: int) -> list[list[tuple[ChoiceCard, int]]]:
    """Cards with their widths, in lines no wider than `width` (or of one card)."""
    lines: list[list[tuple[ChoiceCard, int]]] = []
    left = 0
    for card, wide in sized:
        if not lines or left + wide > width:
            lines.append([])
            left = 0
        lines[-1].append((card, wide))
        left += wide + gap
    return lines
