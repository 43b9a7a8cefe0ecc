"""The wall: the room in the evening, a page in every other phase, and always how to come in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pygame import Rect

from game.session.clock import TICK_S
from game.session.phases import Phase
from game.session.views import RoomView
from game.stage.art.scene import Scene
from game.stage.art.theme import HIGH_CONTRAST, NORMAL
from game.stage.art.venue import Venue
from game.stage.backdrop import behind
from game.stage.desk import Desk
from game.stage.faces import Faces
from game.stage.ink import Ink
from game.stage.inputs import Input, Intent, Steer
from game.stage.screen import Move, Push, Quit, Screen, Stay
from game.stage.screens.wall.fixtures import Board
from game.stage.screens.wall.pages import page
from game.stage.screens.wall.show import Show
from game.stage.screens.wall.way_in import WayIn, bare

PAD = 24  # design units
ARC = tuple(phase.value for phase in Phase)
BUBBLES = 2


class Wall(Screen):
    """Everything the room sees. Space stops and goes on, N leads on, the arrows step through reveal and debrief."""

    name = "wall"

    def __init__(self, desk: Desk, show: Show) -> None:
        self.desk, self.show = desk, show
        self.view: Mapping[str, Any] = show.wall()
        self.faces = Faces(show.scenario)
        venue = show.scenario.venue
        self.venue = Venue(venue.plan, venue.cell_m, venue.mood, show.scenario.title)
        self.scene: Scene | None = None
        self.room: RoomView | None = None
        self.before: RoomView | None = None
        self.since_s = self.seconds = 0.0
        self.large = False  # the code fills the wall
        self.notice, self._notice_s = "", 0.0
        self.way_in = WayIn(self.t)
        self.way_in.look(show.marks(), self.view.get("wifi"))

    def t(self, key: str, **slots: str | int) -> str:
        """Words of the workshop's pages, by id."""
        return self.desk.backend.words.text(f"workshop.page.{key}", **slots)

    # -- time -------------------------------------------------------------------------------------

    def update(self, seconds: float, steer: Steer) -> Move | None:
        return self.go_on(seconds)

    def go_on(self, seconds: float) -> Move | None:
        """Phones wait for nobody: not for whoever looks into the settings either."""
        self.show.step()
        if self.show.over:
            return Quit()
        self.view = self.show.wall()
        self.way_in.look(self.show.marks(), self.view.get("wifi"))
        self.seconds += seconds
        self.since_s += seconds
        self._notice_s -= seconds
        room = self.show.room()
        if room is not None and (self.room is None or room.tick != self.room.tick):
            self.before, self.since_s = self.room, 0.0
        self.room = room
        return None

    def idle(self) -> None:
        self.faces.sprites.catch_up()

    # -- input ------------------------------------------------------------------------------------

    @property
    def typing(self) -> bool:
        return True  # letters are keys here

    def handle(self, event: Input) -> Move | None:
        letter = event.text.lower()
        if event.intent is Intent.BACK:
            return self._escape()
        if letter == "q":
            self.large = not self.large
        elif letter == " ":
            self._do("stop", how="" if self.view["stopped"] else "frozen")
        elif letter in ("n", "b"):
            self._lead(1 if letter == "n" else -1)
        elif event.intent in (Intent.RIGHT, Intent.PAGE_DOWN):
            self._do("step", by=1)
        elif event.intent in (Intent.LEFT, Intent.PAGE_UP):
            self._do("step", by=-1)
        elif letter in ("+", "-"):
            self._do("more_time", seconds=60 if letter == "+" else -60)
        else:
            return None
        return Stay()

    def _escape(self) -> Move:
        from game.stage.screens.settings import SettingsForm

        self.large = False
        return Push(SettingsForm(self.desk))

    def _lead(self, by: int) -> None:
        at = ARC.index(self.view["phase"]) + by
        if 0 <= at < len(ARC):
            self._do("go", phase=ARC[at])

    def _do(self, kind: str, **data: object) -> None:
        self.notice, self._notice_s = self.show.act(kind, **data), 4.0

    # -- drawing ----------------------------------------------------------------------------------

    def draw(self, ink: Ink) -> None:
        high = ink.size("strong")[1] + ink.size("heading")[1] + ink.px(12)
        bar = Rect(0, 0, ink.window.width, high)
        if self.large or (self.view["phase"] == "lobby"):
            behind(ink)
            self.way_in.draw(ink, self.view, self._sheet(ink, bar))
        elif self.room is not None and self.view["phase"] == "evening":
            self._evening(ink, bar)
        else:
            behind(ink)
            page(ink, self.t, self.view, self._sheet(ink, bar))
        self._header(ink, bar)
        if held := "stuck" if self.view["stuck"] else self.view["stopped"]:
            self._banner(ink, self.t(held), ink.window.height // 2)
        elif self.notice and self._notice_s > 0:
            self._banner(ink, self.notice, ink.window.height - ink.px(70))

    def _sheet(self, ink: Ink, bar: Rect) -> Rect:
        sheet = Rect(ink.px(PAD), bar.bottom + ink.px(14), ink.window.width - 2 * ink.px(PAD), 0)
        sheet.height = ink.window.height - sheet.y - ink.px(14)
        ink.panel(sheet, "page", radius=22, edge="line", lifted=True)
        return sheet.inflate(-2 * ink.px(30), -2 * ink.px(24))

    def _header(self, ink: Ink, bar: Rect) -> None:
        """Title and phase, time left, and how to come in."""
        ink.fill(bar, "night")
        code_drawn = self.way_in.code
        side = code_drawn.fit(bar.height - ink.px(4))
        ink.surface.blit(code_drawn.at(side), (bar.right - side - ink.px(4), bar.y + (bar.height - side) // 2))
        code = f"{self.t('code_is')} {self.view['code']}"
        right = bar.right - side - ink.px(20)
        address = ink.cut(bare(self.view), "strong", bar.width // 2)
        room = max(ink.measure(address, "strong")[0], ink.measure(code, "heading")[0])
        left, top, line = ink.px(16), bar.y + ink.px(6), ink.size("strong")[1]
        wide = right - room - left - ink.px(20)
        with ink.inside(bar):
            ink.write(ink.cut(self.view["title"], "strong", wide), "strong", left, top, colour="on_night")
            ink.write(ink.cut(self._where(), "strong", wide), "strong", left, top + line, colour="night_soft")
            ink.write(address, "strong", right - room, top, room, "on_night", "right")
            ink.write(code, "heading", right - room, top + line, room, "accent", "right")

    def _where(self) -> str:
        """The phase, the time left in it, and how many are here."""
        phase = self.t(f"phase_{Phase(self.view['phase']).key}")
        left = max(0, -(-int(self.view["left"]) // 60))
        time = self.t("left", m=left) if self.view["left"] > 0 else self.t("over")
        return f"{phase} · {time} · {self.t('heads', n=len(self.view['heads']))}"

    def _banner(self, ink: Ink, words: str, middle: int) -> None:
        wide, high = ink.measure(words, "hero", ink.window.width - ink.px(160))
        bar = Rect(0, 0, wide + ink.px(70), high + ink.px(36))
        bar.center = (ink.window.width // 2, middle)
        ink.panel(bar, "night", radius=22, edge="focus", lifted=True)
        with ink.inside(bar):
            ink.write(words, "hero", bar.x + ink.px(35), bar.y + ink.px(18), wide + 1, "on_night", "centre")

    def _lit(self) -> int:
        """Whom the ring of the spotlight is under; -1 when it is out."""
        light = self.view.get("light")
        return int(light["who"][0]) if light else -1

    def _evening(self, ink: Ink, bar: Rect) -> None:
        room = self.room
        if room is None:
            return
        theme = HIGH_CONTRAST if ink.settings.high_contrast else NORMAL
        if self.scene is None or self.scene.theme is not theme:
            self.scene = Scene(self.venue, self.faces.looks, theme, self.faces.sprites)
        board = Board(ink, self.t, self.view.get("board", ()), bar.bottom)
        share = min(1.0, self.since_s / TICK_S) if self.before else 1.0
        self.scene.draw(
            ink.surface,
            room,
            self.before,
            share,
            self.seconds,
            focus=self._lit(),
            reserved=[bar, board.rect],
            text_scale=ink.settings.text / 100,
            still=ink.settings.reduced_motion,
            bubbles=BUBBLES,
        )
        board.draw(ink)
