"""The evening: walk, join, talk, watch. Every command goes to the run, every picture comes from its view."""

from __future__ import annotations

from functools import partial

from pygame import Rect, Surface

from game.model.commands import Command, Do
from game.session.clock import reading_seconds
from game.session.views import Choice, RoomView
from game.stage.art.agenda import Naming
from game.stage.art.picture import Picture
from game.stage.art.scene import Scene
from game.stage.art.venue import Venue
from game.stage.backend import Run
from game.stage.desk import Desk
from game.stage.faces import Faces
from game.stage.ink import Ink
from game.stage.inputs import STILL, Input, Intent, Steer
from game.stage.marks import Marks
from game.stage.screen import Move, Push, Replace, Screen, Stay
from game.stage.screens import guidance, targets
from game.stage.screens.aloud import Aloud
from game.stage.screens.course import screen_of
from game.stage.screens.history import History, said_to
from game.stage.screens.hud import Hud, caption
from game.stage.screens.notebook import Notebook
from game.stage.screens.parting import Parting
from game.stage.screens.pause import Pause
from game.stage.screens.talk_panel import TalkPanel
from game.stage.screens.why import Why
from game.stage.settings import PACES
from game.stage.widgets import hints

FOOT = 62  # design units kept free under the floor for the line of keys
FEET = 64  # …and between the feet of the circle and the panel, for the caption
STRIDE_S = 0.2  # wall seconds between two steps asked for while a key is held
TICK_S = 0.25  # seconds of the evening between two views
HEADS = 150  # …and below the card of a guided start, for those who stand in the circle
STARTLED_S = 0.4  # wall seconds after a panel opens by itself in which no key is taken for an answer to it
GLIDE = 6.0  # how fast the picture makes way for the panel, shares of the way per second


class Room(Screen):
    """The main screen."""

    name = "room"
    noisy = True
    guided = True  # shows the card of a guided start

    def __init__(self, desk: Desk, run: Run) -> None:
        self.desk, self.run = desk, run
        self.faces, self.marks = Faces(run.scenario), Marks(run)
        venue = run.scenario.venue
        self.venue = Venue(venue.plan, venue.cell_m, venue.mood, run.scenario.title)
        self.scene: Scene | None = None
        self.picture: Picture | None = None
        self.view: RoomView = run.view()
        self.before: RoomView | None = None
        self.since_s = 0.0  # wall seconds since the view last moved on
        self.seconds = 0.0
        self.target = -1
        self.naming = Naming(desk.t("room.you"), partial(said_to, desk))
        self.hud, self.parting = Hud(desk), Parting(desk, run, self.faces, self.marks)
        self.panel, self.aloud = TalkPanel(desk, self._say), Aloud(desk)
        self.shelf = Rect(0, 0, 0, 0)  # where the panel of choices was drawn last
        self.lift = 0.0  # pixels the picture is moved up to show the player above the panel
        self.lifted = Surface((1, 1))  # what it is drawn on before
        self.told = Rect(0, 0, 0, 0)  # where the caption was drawn last
        self.guide = Rect(0, 0, 0, 0)  # …and the card of a guided start
        self.notice, self._notice_s = "", 0.0  # the caption, and how long it has to stay to be read
        self._steer, self._step_s = STILL, 0.0
        self._in_circle = self._approached = False
        self._startled_s = 0.0

    @property
    def head(self) -> int:
        return max((bar.bottom for bar in self.hud.bars), default=0)

    @property
    def seen(self) -> tuple[Rect, ...]:
        faces = self.picture.faces.values() if self.picture else ()
        return tuple(face.move(0, -round(self.lift)) for face in faces)

    @property
    def choosing(self) -> bool:
        """The panel of choices is open."""
        return bool(self.view.choices)

    # -- time -------------------------------------------------------------------------------------

    def update(self, seconds: float, steer: Steer) -> Move | None:
        if self.run.phase != "evening":
            return Replace(screen_of(self.desk, self.run))
        if self.run.paused:
            return Push(Pause(self.desk, self.run, self.faces, self.marks))
        self._walk(seconds, steer)
        self.run.advance(seconds)
        self.seconds += seconds
        self._look(seconds)
        self.desk.sound.room(self.view, self.faces.key)
        return None

    def _look(self, seconds: float) -> None:
        """Take the new view."""
        view = self.run.view()
        self.since_s += seconds
        if view.tick != self.view.tick:
            self.before, self.since_s = self.view, 0.0
        self.view = view
        self._notice_s -= seconds
        latest = self._coached(view)
        if latest and latest != self.notice:
            self.notice, self._notice_s = latest, reading_seconds(latest)
        elif not latest and self._notice_s <= 0:
            self.notice = ""
        self._startle(seconds)
        self.panel.follow(view.choices)
        self.parting.update(view, seconds)
        if self.target not in [person.id for person in targets.by_distance(view)]:
            self.target = -1

    def _startle(self, seconds: float) -> None:
        """Whoever is walked up to may have had a finger on a key that was meant for something else."""
        in_circle = targets.my_circle(self.view) is not None
        self._startled_s -= seconds
        if in_circle and not self._in_circle:
            self._startled_s = 0.0 if self._approached else STARTLED_S
            self._approached = False
        self._in_circle = in_circle

    def _coached(self, view: RoomView) -> str:
        """What the coach has to say of this moment, at the level chosen; a guided start has one who comments."""
        level = self.desk.settings.coach
        if level == "off":
            return ""
        comment = view.comment if level == "comment" or view.step else ""
        return comment or view.caption or ("" if view.step else view.hint)

    def _walk(self, seconds: float, steer: Steer) -> None:
        """Ask for steps while a direction is held, and for standing still when it is let go."""
        if self.choosing or targets.my_circle(self.view):
            steer = STILL
        self._step_s -= seconds
        turned = steer != self._steer
        if (steer != STILL and self._step_s <= 0) or turned:
            if steer != STILL or not targets.my_circle(self.view):
                self.run.submit(targets.walk(self.view, steer))
            self._step_s = STRIDE_S
        self._steer = steer

    def heard(self) -> tuple[str, ...]:
        return self.aloud.heard(self.view, self.panel, self.parting, self.target)

    def overheard(self) -> tuple[str, ...]:
        return self.aloud.overheard(self.view, self._caption())

    def idle(self) -> None:
        self.faces.sprites.catch_up()

    def lost_focus(self) -> None:
        self.run.paused = True

    # -- input ------------------------------------------------------------------------------------

    def handle(self, event: Input) -> Move | None:
        if event.intent is Intent.CLICK:
            means = self.hud.under(event.pos)
            if means:
                event = Input(means, device="mouse")
        if event.intent is Intent.SPACE:
            event = Input(Intent.PAUSE)
        if event.intent is Intent.BACK and self._person_at(event.pos) >= 0:  # the right button, on somebody
            event = Input(Intent.WHY, pos=event.pos, device="mouse")
        return self._sheets(event) or (self._talk(event) if self.choosing else self._roam(event))

    def _sheets(self, event: Input) -> Move | None:
        """What works at any time."""
        if event.intent is Intent.PAUSE:
            return Push(Pause(self.desk, self.run, self.faces, self.marks))
        if event.intent is Intent.NOTEBOOK:
            return Push(Notebook(self.desk, self.run, self.faces, self.marks))
        if event.intent is Intent.HISTORY:
            return Push(History(self.desk, self.run))
        if event.intent is Intent.WHY:
            return self._why(self._person_at(event.pos) if event.device == "mouse" else self.target)
        if event.intent in (Intent.FASTER, Intent.SLOWER):
            return self._pace(1 if event.intent is Intent.FASTER else -1, event.device == "mouse")
        return None

    def _why(self, asked: int) -> Move | None:
        """Ask the coach about somebody: whoever was meant, else those of the circle."""
        circle = targets.my_circle(self.view)
        mates = [member for member in circle.members if member != self.view.me] if circle else []
        people = [asked, *(mate for mate in mates if mate != asked)] if asked >= 0 else mates
        if self.desk.settings.coach == "off" or not people:
            return None
        return Push(Why(self.desk, self.run, self.faces, people))

    def _pace(self, step: int, around: bool) -> Move:
        nearest = min(range(len(PACES)), key=lambda i: abs(PACES[i] - self.run.pace))
        wanted = nearest + step
        wanted = wanted % len(PACES) if around else min(max(wanted, 0), len(PACES) - 1)
        self.desk.change(pace=PACES[wanted])
        self.desk.ready(self.run)
        return Stay()

    def _talk(self, event: Input) -> Move | None:
        if self._startled_s > 0 and event.intent in (Intent.PICK, Intent.OK, Intent.CLICK):
            return Stay()  # it was meant for what was there before
        answer = self.panel.handle(event)
        face = self._person_at(event.pos) if event.intent is Intent.CLICK else -1
        if answer is None and face >= 0 and not self.panel.rect.collidepoint(event.pos):
            return self._why(face)
        return answer

    def _roam(self, event: Input) -> Move | None:
        """Walking about, or standing in a circle while others speak."""
        marked = self.parting.handle(event)
        if marked:
            return marked
        if event.intent in (Intent.NEXT, Intent.PREV):
            self.target = targets.next_target(self.view, self.target, 1 if event.intent is Intent.NEXT else -1)
        elif event.intent is Intent.OK and self.target >= 0:
            self.run.submit(targets.approach(self.view, self.target))
            self._approached = True
        elif event.intent is Intent.LISTEN and targets.my_circle(self.view):
            self.run.submit(Command(self.view.tick, self.view.me, Do.LISTEN))  # what comes next is theirs
        elif event.intent is Intent.BACK and event.device != "mouse":
            return Push(Pause(self.desk, self.run, self.faces, self.marks))
        elif event.intent is Intent.POINT and self.picture:
            self.target = self._person_at(event.pos)
        elif event.intent is Intent.CLICK and self.picture:
            spot = self.picture.ground(self._in_picture(event.pos))
            circle = targets.my_circle(self.view)
            if circle and self._person_at(event.pos) in circle.members:
                return self._why(self._person_at(event.pos))
            self.run.submit(targets.clicked(self.view, self._person_at(event.pos), spot))
            self._approached = self._person_at(event.pos) >= 0
        else:
            return None
        return Stay()

    def _in_picture(self, pos: tuple[int, int]) -> tuple[int, int]:
        return pos[0], pos[1] + round(self.lift)

    def _person_at(self, pos: tuple[int, int]) -> int:
        who = self.picture.at(self._in_picture(pos)) if self.picture else -1
        return -1 if who == self.view.me else who

    def _say(self, choice: Choice) -> None:
        self.run.submit(choice.command)
        self.view = self.run.view()
        self.panel.follow(self.view.choices)

    # -- drawing ----------------------------------------------------------------------------------

    def draw(self, ink: Ink) -> None:
        self.panel.follow(self.view.choices)
        low = self._measure(ink)
        self._people(ink, low)
        self.told = Rect(0, 0, 0, 0)
        self.hud.draw(ink, self.view, self.run.pace)
        if self.choosing:
            self.shelf = self._panel(ink)
            low = self.shelf.top - ink.px(10)
        else:
            low = self._keys(ink)
            self.parting.draw(ink, low)
        words = self._caption()
        self.guide = Rect(0, 0, 0, 0)
        if self.view.step and self.guided and self.desk.settings.coach != "off" and not self.choosing:
            free = low - 3 * ink.size("strong")[1] - ink.px(HEADS)  # the caption may take three lines
            self.guide = guidance.draw(ink, self.desk, self.view.step, self.hud.bars, free)
        if words:
            beside = self.parting.rect.left if self.parting.rect.width and not self.choosing else 0
            top = max(bar.bottom for bar in [*self.hud.bars, self.guide, self.desk.bulletin]) + ink.px(6)
            self.told = caption(ink, words, low, beside or ink.window.width, top)

    def _panel(self, ink: Ink) -> Rect:
        """What the player could do, at the foot of the window; the rectangle taken."""
        step = self.view.step if self.desk.settings.coach != "off" else None
        return self.panel.draw(ink, self.view.asked, guidance.line(self.desk, step) if step else "")

    def _caption(self) -> str:
        """A silence, a line of our circle that found no room, or what the coach has to say."""
        if self.view.narration:
            return self.view.narration
        lost = self.picture.captions[0] if self.picture and self.picture.captions else None
        if lost:
            names = {person.id: person.name for person in self.view.people}
            return f"{names.get(lost.speaker, '')}: {lost.text}"
        return self.notice

    def _measure(self, ink: Ink) -> int:
        """Where the panel of this frame will begin: as in the frame before."""
        if self.choosing and self.shelf.height:
            return self.shelf.top
        return ink.window.height - ink.px(FOOT)

    def _people(self, ink: Ink, low: int) -> None:
        if self.scene is None or self.scene.theme is not ink.theme:
            self.scene = Scene(self.venue, self.faces.looks, ink.theme, self.faces.sprites)
        below = self._below(ink)
        self._raise(ink, low, below)
        lift = round(self.lift)
        paused = self.run.paused or self.view.waiting or self.before is None
        share = 1.0 if paused or self.desk.settings.reduced_motion else min(1.0, self.since_s * self.run.pace / TICK_S)
        if lift and self.lifted.get_size() != ink.window.size:
            self.lifted = Surface(ink.window.size)  # kept: pictures are coded anew for each surface they are drawn on
        canvas = self.lifted if lift else ink.surface
        reserved = [bar.move(0, lift) for bar in self.hud.bars] + [Rect(0, 0, ink.window.width, lift)]
        reserved.append(Rect(0, low + lift, ink.window.width, ink.window.height))
        reserved += [taken.move(0, lift) for taken in (self.told, self.guide, self.desk.bulletin)]
        if not self.choosing:
            reserved.append(self.parting.rect.move(0, lift))
        self.picture = self.scene.draw(
            canvas,
            self.view,
            self.before,
            share,
            self.seconds,
            focus=self.target,
            reserved=reserved,
            below=below,
            text_scale=self.desk.settings.text / 100,
            still=self.desk.settings.reduced_motion,
            naming=self.naming,
        )
        if lift:
            ink.surface.fill(canvas.get_at((0, ink.window.height - 1)))
            ink.surface.blit(canvas, (0, -lift))

    def _below(self, ink: Ink) -> int:
        """Pixels kept free under the floor."""
        return ink.px(FOOT)

    def _raise(self, ink: Ink, low: int, below: int) -> None:
        """Move the picture up so that the player's circle stands in what the panel leaves free."""
        wanted = 0.0
        me = targets.me_of(self.view)
        circle = targets.my_circle(self.view)
        if circle and me and self.scene:
            low = self.shelf.top if self.shelf.height else low  # the panel comes and goes with each turn
            projection = self.scene.room(ink.window.size, below).projection
            front = max(me.y, circle.y + circle.radius)
            wanted = max(0.0, projection.point(me.x, front)[1] + ink.px(FEET) - low)
        if self.desk.settings.reduced_motion or abs(wanted - self.lift) < 2:
            self.lift = wanted
        else:
            self.lift += (wanted - self.lift) * min(1.0, GLIDE / 60)

    def _keys(self, ink: Ink) -> int:
        """The light bar of keys; the height left above it."""
        width = min(ink.window.width - 2 * ink.px(12), ink.px(1180))
        words = self._key_words()
        inner = width - 2 * ink.px(16)
        high = hints.height(ink, words, inner) + ink.px(16)
        wide = hints.breadth(ink, words, inner) + 2 * ink.px(16)
        bar = Rect(0, 0, min(width, wide), high)
        bar.midbottom = (ink.window.width // 2, ink.window.height - ink.px(10))
        ink.panel(bar, "page", radius=16, edge="line", lifted=True)
        with ink.inside(bar):
            hints.draw(ink, words, Rect(bar.centerx - inner // 2, bar.y + ink.px(8), inner, 0), "ink")
        return bar.top - ink.px(8)

    def _key_words(self) -> str:
        t, device = self.desk.t, self.desk.device()
        name = next((p.name for p in self.view.people if p.id == self.target), "")
        if targets.my_circle(self.view):
            return t(f"room.circle_{device}")
        if name:
            return t(f"room.target_{device}", name=name)
        return t(f"room.walk_{device}")
