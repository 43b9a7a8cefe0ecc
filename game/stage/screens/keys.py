"""Which key does what, to be changed."""

from __future__ import annotations

from functools import partial

from pygame import K_ESCAPE

from game.stage.desk import Desk
from game.stage.keys import DEFAULTS, change, free
from game.stage.screen import Move, Pop, Stay
from game.stage.screens.form import Form
from game.stage.widgets.base import Row
from game.stage.widgets.controls import Button


class KeysForm(Form):
    """A button for each action; pressing it waits for the key."""

    name = "keys"
    widest = 780

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.heading = desk.t("keys.heading")
        self.buttons = {name: Button(desk.t(f"keys.{name}"), partial(self._ask, name)) for name in DEFAULTS}
        listed = list(self.buttons.values())
        self.body = [Row(list(listed[i : i + 2])) for i in range(0, len(listed), 2)]
        again = Button(desk.t("keys.again"), partial(self._keep, ""))
        self.foot = [again, Button(desk.t("settings.done"), Pop, primary=True)]
        self._asked = ""
        self._label()
        self.refresh()

    @property
    def catching(self) -> bool:
        return bool(self._asked)

    def catch(self, key: int) -> Move | None:
        name, self._asked = self._asked, ""
        if key != K_ESCAPE and free(key):
            self._keep(change(self.desk.settings.keys, name, key))
        elif key != K_ESCAPE:
            self._asked = name  # that one is needed in the menus: another, please
        self._label()
        return Stay()

    def _ask(self, name: str) -> Move:
        self._asked = name
        self._label()
        return Stay()

    def _keep(self, keys: str) -> Move:
        self.desk.change(keys=keys)
        self._label()
        return Stay()

    def _label(self) -> None:
        t, now = self.desk.t, self.desk.keys
        self.lead = t("keys.press", what=t(f"keys.{self._asked}")) if self._asked else t("keys.lead")
        for name, button in self.buttons.items():
            button.label = t("keys.on", what=t(f"keys.{name}"), cap="…" if name == self._asked else now.on(name))
