"""The settings, kept at once."""

from __future__ import annotations

from game.stage import speech
from game.stage.desk import Desk
from game.stage.inputs import Input
from game.stage.quality import PICTURES
from game.stage.screen import Move, Pop, Push, Replace
from game.stage.screens.form import Form
from game.stage.screens.keys import KeysForm
from game.stage.settings import COACH, PACES, TEXT_SIZES, VOLUMES
from game.stage.widgets.controls import Button, Option


class SettingsForm(Form):
    """One line for each choice; left and right change it."""

    name = "settings"
    widest = 780

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.heading, self.lead = desk.t("settings.heading"), desk.t("settings.lead")
        self.spoken = desk.backend.words.language
        now = desk.settings
        paces = (0.0, *PACES)
        names = [desk.t("settings.pace_own"), *(desk.t("settings.times", n=f"{pace:g}") for pace in PACES)]
        names_of = desk.backend.languages()
        self.body = [
            self._choice("text", TEXT_SIZES, [f"{size} %" for size in TEXT_SIZES], now.text),
            self._toggle("high_contrast", now.high_contrast),
            self._choice("language", tuple(names_of), list(names_of.values()), self.spoken),
            self._toggle("reduced_motion", now.reduced_motion),
            self._toggle("live", now.live),
            self._choice("pace", paces, names, now.pace),
            self._choice("coach", COACH, [desk.t(f"settings.coach_{level}") for level in COACH], now.coach),
            *(
                self._choice(kind, VOLUMES, [f"{loud} %" for loud in VOLUMES], getattr(now, kind))
                for kind in ("murmur", "voices", "signals")
            ),
        ]
        spoken = self._toggle("voice", now.voice)
        spoken.label = desk.t("settings.voice" if speech.found() else "settings.voice_none")
        self.body.append(spoken)
        pictures = [desk.t(f"settings.picture_{picture}") for picture in PICTURES]
        self.body.append(self._choice("picture", PICTURES, pictures, now.picture))
        self.foot = [Button(desk.t("settings.keys"), self._keys), Button(desk.t("settings.done"), Pop, primary=True)]
        self.refresh()

    def handle(self, event: Input) -> Move | None:
        answer = super().handle(event)
        return answer if self.desk.backend.words.language == self.spoken else Replace(SettingsForm(self.desk))

    def _keys(self) -> Move:
        return Push(KeysForm(self.desk))

    def _choice(self, field: str, values: tuple[object, ...], names: list[str], now: object) -> Option:
        label, detail = self.desk.t(f"settings.{field}"), self.desk.t(f"settings.{field}_detail")
        return Option(label, names, values.index(now), lambda i: self.desk.change(**{field: values[i]}), detail)

    def _toggle(self, field: str, now: bool) -> Option:
        names = [self.desk.t("settings.off"), self.desk.t("settings.on")]
        return self._choice(field, (False, True), names, now)
