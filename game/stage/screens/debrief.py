"""The debrief, page by page: figures, the story, people, moments, what you did, its twins online, what to try."""

from __future__ import annotations

from game.stage.backend import PlayerProfile, Run, Weeks
from game.stage.desk import Desk
from game.stage.faces import Faces
from game.stage.inputs import Input, Intent
from game.stage.screen import Move, Push, Replace, Stay
from game.stage.screens import pages, story_pages
from game.stage.screens.course import begin, screen_of, to_title
from game.stage.screens.form import Form
from game.stage.screens.why import Why
from game.stage.widgets.base import Widget, aloud, cells
from game.stage.widgets.controls import Button


class DebriefPages(Form):
    """One page at a time, the last one leading on."""

    name = "debrief"
    widest = 1040

    def __init__(self, desk: Desk, run: Run) -> None:
        super().__init__(desk)
        self.run, self.told = run, run.debrief()
        self.faces = Faces(run.scenario)
        self.page = 0
        told, t = self.told, desk.t
        self.pages: list[tuple[str, list[Widget]]] = []
        if told.evening:
            self.pages += [
                (told.headline, pages.figures(t, told)),
                (t("story.timeline"), story_pages.timeline(t, told, self.faces)),
                (t("story.map"), story_pages.floor_map(t, told, run.scenario, self.faces)),
                (t("debrief.who"), story_pages.people(t, told, self.faces, self._why)),
                (t("debrief.moments"), pages.moments(t, told, self.faces)),
                (t("debrief.mix"), pages.mix(t, told)),
                (t("debrief.online", network=told.network), pages.twins(t, told)),
            ]
        if told.weeks:
            self.pages.append((told.weeks.headline, pages.weeks(t, told.weeks)))
            self.pages.append((t("debrief.both"), pages.side_by_side(t, told.weeks)))
        self.pages.append((t("debrief.tries"), pages.tries(t, told)))
        if told.earlier:
            self.pages.append((t("debrief.compare"), pages.compared(t, told, told.earlier)))
        self._turn(0)

    def _turn(self, by: int) -> Move:
        self.page = min(max(0, self.page + by), len(self.pages) - 1)
        last = self.page == len(self.pages) - 1
        t = self.desk.t
        self.heading, self.body = self.pages[self.page]
        self.lead = t("debrief.page", n=self.page + 1, total=len(self.pages), title=self.told.title)
        go_on = Button(t("debrief.next"), lambda: self._turn(1), primary=True)
        self.foot = [] if self.page == 0 else [Button(t("debrief.back"), lambda: self._turn(-1))]
        if last:
            again = go_on = Button(t("debrief.again"), self._again, primary=not self._ahead, icon="again")
            if self._ahead:
                go_on = Button(t("debrief.weeks"), self._weeks, primary=True, icon="globe")
                self.foot.append(go_on)
            self.foot += [again, Button(t("debrief.quit"), lambda: to_title(self.desk))]
        else:
            self.foot.append(go_on)
        self.scroll = 0
        self.refresh(focus=go_on)
        return Stay()

    def handle(self, event: Input) -> Move | None:
        if event.intent in (Intent.LEFT, Intent.RIGHT) and self.ring.focus in self.foot:
            return self._turn(1 if event.intent is Intent.RIGHT else -1)
        return super().handle(event)

    def _why(self, person: int) -> Move:
        return Push(Why(self.desk, self.run, self.faces, [person]))

    def back(self) -> Move | None:
        return self._turn(-1)

    def heard(self) -> tuple[str, ...]:
        page, above, focus = super().heard()
        if self.ring.focus in self.foot:  # faces are stops of their own, but the page is read before its buttons
            above = aloud(cells(self.body)).name
        return page, above, focus

    def hints(self) -> str:
        return self.desk.t(f"debrief.hints_{self.desk.device()}")

    @property
    def _ahead(self) -> bool:
        """The weeks after the evening can still be played."""
        return isinstance(self.run, Weeks) and self.run.can_go_on

    def _weeks(self) -> Move:
        assert isinstance(self.run, Weeks)
        self.run.go_on()
        return Replace(screen_of(self.desk, self.run))

    def _again(self) -> Move:
        """The same evening with the same people and the same chance."""
        player, told = self.run.scenario.player, self.told
        profile = PlayerProfile(
            name=told.player,
            work=player.work,
            offer=player.offer.words if player.offer else "",
            need=player.need.words if player.need else "",
            goal=told.goal,
            first_answer=told.first_answer,
        )
        return begin(self.desk, self.run.scenario, profile, told.seed)
