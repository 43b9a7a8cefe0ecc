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
from game.stage.voicing import focused
from game.stage.widgets import hints
from game.stage.widgets.base import Spoken, Widget
from game.stage.widgets.ring import Ring

TINTS = {"ask": "#1d6fa5", "tell": "#6d4fa0", "give": "#1f7a5c", "sell": "#c2410c", "other": "#6a6274"}
COLUMNS = ("12345", "6789L")  # the keys in each column; leaving stands below


class ChoiceCard(Widget):
    """One choice: its key, the sign of its group, and its label."""

    stop = True

    def __init__(self, choice: Choice, say: Callable[[Choice], None], cap: Callable[[str], str]) -> None:
        """`cap` tells what is written on the key, or the button of a pad, that comes as "L"."""
        self.choice, self.say, self.key = choice, say, choice.key
        self._cap = cap

    @property
    def cap(self) -> str:
        """What is written on its key."""
        return self._cap(self.key)

    def _inset(self, ink: Ink) -> int:
        return ink.px(8) + ink.key_width(self.cap) + ink.px(7) + ink.icon_width("small") + ink.px(7)

    def width(self, ink: Ink) -> int:
        """Pixels on one line."""
        return self._inset(ink) + ink.measure(self.choice.label, "strong")[0] + ink.px(12)

    def height(self, ink: Ink, width: int = 0) -> int:
        """Always one line."""
        return ink.size("strong")[1] + ink.px(6)

    def draw(self, ink: Ink, rect: Rect, focused: bool) -> None:
        tint = "ink" if ink.settings.high_contrast else TINTS[self.choice.group]
        ink.panel(rect, "mine" if focused else "card", radius=9, edge="line")
        x, line = rect.x + ink.px(8), ink.size("strong")[1]
        with ink.inside(rect):
            x += ink.keycap(self.cap, x, rect.centery) + ink.px(7)
            ink.icon(self.choice.group, x, rect.centery, "small", tint)
            x += ink.icon_width("small") + ink.px(7)
            words = ink.cut(self.choice.label, "strong", rect.right - ink.px(8) - x)
            ink.write(words, "strong", x, rect.centery - line // 2)
        if focused:
            ink.ring(rect, 9)

    def press(self, pos: tuple[int, int] | None = None) -> Move | None:
        self.say(self.choice)
        return Stay()

    def spoken(self) -> Spoken:
        return Spoken(self.choice.label, more=self.choice.text)


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

    def follow(self, choices: Sequence[Choice]) -> None:
        """Take the choices of a view; the focus stays on what it was on, else goes to the first."""
        if tuple(choices) == self._choices:
            return
        focus = self.ring.focus
        meant = _meaning(focus.choice) if isinstance(focus, ChoiceCard) else None
        self._choices, self.cutting_in = tuple(choices), self.cutting_in and bool(choices)
        self.cards = [ChoiceCard(choice, self._chosen, self.desk.cap) for choice in choices]
        self.ring = Ring()
        if choices:
            label = self.desk.t("room.cut_in_label")
            cut_in = Choice("X", "other", label, "", choices[0].command._replace(do=Do.CUT_IN, act=-1))
            self.cards.append(ChoiceCard(cut_in, self._cut_in, self.desk.cap))
        self.ring.set(self.cards, next((card for card in self.cards if _meaning(card.choice) == meant), None))

    def _chosen(self, choice: Choice) -> None:
        if self.cutting_in and choice.command.do == Do.SAY:
            choice = Choice(choice.key, choice.group, choice.label, choice.text, choice.command._replace(do=Do.CUT_IN))
        self.cutting_in = False
        self.say(choice)

    def _cut_in(self, choice: Choice) -> None:
        """The next choice is said over whoever talks, or is not after all."""
        self.cutting_in = not self.cutting_in

    def handle(self, event: Input) -> Move | None:
        """Keys of the choices first, then the focus."""
        letters = {Intent.LISTEN: "L", Intent.BACK: "Esc", Intent.CUT_IN: "X"}
        if event.intent in letters:
            return self._press(letters[event.intent])
        return self.ring.handle(event)

    def _press(self, key: str) -> Move | None:
        card = next((card for card in self.cards if card.key == key), None)
        return card.press() if card else None

    def heard(self) -> tuple[str, ...]:
        """What is said aloud of the choices."""
        t = self.desk.t
        return t("room.cut_in") if self.cutting_in else "", focused(t, self.ring)

    # -- drawing ----------------------------------------------------------------------------------

    def draw(self, ink: Ink, asked: str = "", step: str = "") -> Rect:
        """Draw at the foot of the window; the rectangle taken.

        `asked` is a question that is owed an answer, `step` what a guided start asks for.
        """
        pad, gap = ink.px(12), ink.px(4)
        width = min(ink.window.width - 2 * ink.px(12), ink.px(1180))
        inner = width - 2 * pad
        row = self.cards[0].height(ink) if self.cards else 0
        heads = [(words, "accent_ink") for words in (step, asked) if words]
        heads.append((self._said(), "bad" if self.cutting_in else "ink"))
        head = sum(ink.measure(words, "body", inner)[1] for words, _ in heads) + ink.px(6)
        columns = [[card for card in self.cards if card.key in keys] for keys in COLUMNS]
        rows = max(map(len, columns)) + 1
        high = pad + head + rows * (row + gap) + ink.px(4)
        panel = Rect((ink.window.width - width) // 2, ink.window.height - high - ink.px(6), width, high)
        ink.panel(panel, "page", radius=16, edge="line", lifted=True)
        self.ring.rects.clear()
        with ink.inside(panel):
            y = panel.y + pad
            for words, colour in heads:
                y = ink.write(words, "body", panel.x + pad, y, inner, colour).bottom
            self._cells(ink, columns, Rect(panel.x + pad, y + ink.px(6), inner, row), gap)
            self._foot(ink, Rect(panel.x + pad, panel.bottom - ink.px(4) - gap - row, inner, row))
        self.rect = panel
        return panel

    def _said(self) -> str:
        """The sentence of the choice in focus."""
        choice = self.ring.focus.choice if isinstance(self.ring.focus, ChoiceCard) else None
        words = (f"“{choice.text}”" if choice.text else choice.label) if choice else ""
        return f"{self.desk.t('room.cut_in')} {words}" if self.cutting_in else words

    def _cells(self, ink: Ink, columns: list[list[ChoiceCard]], first: Rect, gap: int) -> None:
        """Two columns, each key always in the same one."""
        wide = (first.width - 2 * gap) // 2
        for column, cards in enumerate(columns):
            for line, card in enumerate(cards):
                x, y = first.x + column * (wide + 2 * gap), first.y + line * (first.height + gap)
                self._card(ink, card, Rect(x, y, wide, first.height))

    def _foot(self, ink: Ink, line: Rect) -> None:
        """Taking leave, and what else the keys do where there is room to say it."""
        x = line.x
        for card in self.cards:
            if not any(card.key in keys for keys in COLUMNS):
                self._card(ink, card, Rect(x, line.y, min(card.width(ink), line.right - x), line.height))
                x += card.width(ink) + ink.px(12)
        keys, left = self.desk.t(f"room.talk_{self.desk.device()}"), line.right - x
        if left > 0 and hints.breadth(ink, keys, left) <= left and hints.height(ink, keys, left) <= line.height:
            hints.draw(ink, keys, Rect(x, line.y, left, 0))

    def _card(self, ink: Ink, card: ChoiceCard, rect: Rect) -> None:
        card.draw(ink, rect, card is self.ring.focus)
        self.ring.put(card, rect, ink.window)
