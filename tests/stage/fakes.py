"""A backend made of plain data: every screen can be driven without a model behind it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from game.errors import GameError
from game.model.acts import Act, Item
from game.model.commands import Command, Do
from game.scenario.spec import Answer, Evening, Look, Person, Player, Question, Scenario, Topic, Venue, Want
from game.session.debrief import Debrief
from game.session.explaining import Because, Explanation
from game.session.views import Choice, FormationView, Line, Note, PersonView, RoomView, Step
from game.stage.backend import PlayerProfile, Unfinished
from game.stage.settings import Settings
from game.talk.languages import own_names
from game.talk.words import Words
from tests.stage.fake_debrief import LONG, debrief
from tests.stage.fake_sandbox import FakeSandbox
from tests.stage.fake_weeks import FakeWeeks

PLAN = (
    "#####w####DD####w####",
    "#...................#",
    "#..t.....ss.....t...#",
    "#...................#",
    "B..........t........#",
    "B...................#",
    "#..p.............p..#",
    "#####################",
)
NAMES = (
    "Dana Ruiz",
    "Omar Haddad",
    "Brad Pike",
    "Wilhelmina Featherstonehaugh-Vandenberg",
    "Bo Li",
    "Ines Carvalho",
    "Tom O’Shea",
    "Grace Adeyemi",
)
HAIRS = ("bun", "short", "side", "curly", "bob", "hijab", "bald", "afro")
ANSWERS = (
    "Get a drink!",
    "Find somebody I know.",
    "Look for whoever could be a client.",
    "Look for who stands alone.",
)
CAPTION = "Wilhelmina and Bo closed their circle as Brad came up to them."


def scenario(id: str = "chamber_mixer", people: int = 8) -> Scenario:
    """A small scenario."""
    crowd = tuple(
        Person(
            name=NAMES[i % len(NAMES)],
            key=f"p{i}",
            work="runs a bakery with two ovens and no manager",
            look=Look(skin=i % 8, hair=HAIRS[i % len(HAIRS)], hair_colour=i % 7, top=(3 * i + 2) % 12),
        )
        for i in range(people)
    )
    player = Player(
        name="Alex Morgan",
        work="runs a small web shop for bicycle parts",
        need=Want(topic="grants", words="somebody who has got a grant and remembers how"),
        offer=Want(topic="hiring", words="a list of good part-timers"),
    )
    question = Question(
        ask="What is the first thing you do when you walk in?",
        answers=tuple(Answer(text=text, later="It says something.") for text in ANSWERS),
    )
    return Scenario(
        title="The Chamber Mixer",
        lesson="People do business with people they like.",
        people=crowd,
        id=id,
        about="Two dozen business owners, one bar, and Brad.",
        evening=Evening(minutes=30),
        venue=Venue(plan=PLAN),
        topics=(Topic(id="hiring", words="hiring people"), Topic(id="grants", words="grants")),
        player=player,
        questions=(question,),
    )


def person(i: int, x: float, y: float, **changes: Any) -> PersonView:
    """Somebody in the room; 0 is the player."""
    view = PersonView(
        id=i,
        name="Alex Morgan" if i == 0 else NAMES[i - 1],
        known=True,
        x=x,
        y=y,
        heading=(0.0, 1.0),
        speed=0.0,
        activity="idle",
        mood="smile",
        formation=-1,
        speaking=False,
        listening_to=-1,
        drink=i % 2 == 0,
        player=i == 0,
    )
    return view._replace(**changes)


def choices(me: int = 0, to: int = 1) -> tuple[Choice, ...]:
    """What could be said to Dana."""

    def say(key: str, group: Any, label: str, text: str, act: Act) -> Choice:
        return Choice(key, group, label, text, Command(0, me, Do.SAY, to=to, act=act, item=Item.WORK))

    return (
        say("1", "ask", "Follow up on the oven", "What did you do when it died at Christmas?", Act.FOLLOW_UP),
        say("2", "ask", "Ask about hiring", "How do you find people for the early shift these days?", Act.ASK),
        say(
            "3",
            "ask",
            "Ask what she needs",
            "What would make next month easier for you, if anything could?",
            Act.ASK,
        ),
        say("4", "tell", "Tell the story of the first shop", LONG, Act.SHARE),
        say(
            "5",
            "give",
            "Offer your list of part-timers",
            "I keep a list of good part-timers. Shall I send it?",
            Act.OFFER,
        ),
        say(
            "6",
            "give",
            "Introduce Omar",
            "You should meet Omar, he has just hired six people.",
            Act.INTRODUCE,
        ),
        say(
            "7",
            "sell",
            "Pitch your web shop",
            "We do bicycle parts, next day, twenty per cent off tonight!",
            Act.PITCH,
        ),
        say("8", "sell", "Hand over your card", "Here is my card.", Act.CARD),
        Choice("L", "other", "Listen", "You let them talk.", Command(0, me, Do.LISTEN)),
        Choice(
            "Esc",
            "other",
            "Leave",
            "It was good to meet you. I will let you get on.",
            Command(0, me, Do.LEAVE),
        ),
    )


class FakeRun(FakeWeeks):
    """An evening in which what the player asks for happens at once."""

    def __init__(self, scenario: Scenario, profile: PlayerProfile, seed: int | None) -> None:
        super().__init__()
        self.names = NAMES
        self.scenario, self.profile, self.seed = scenario, profile, seed
        self.phase, self.paused, self.pace, self.live = "evening", False, 3.0, False
        self.owed, self.kept = 0.0, True
        self.sent: list[Command] = []
        self.marks: dict[int, int] = {}
        self.said: list[Line] = []
        self.with_: tuple[int, ...] = ()
        self.met: set[int] = set()
        self.asked, self.narration, self.caption = "", "", CAPTION
        self.comment, self.step = "", None
        self.speaking = False  # the player is saying something: there is nothing to choose
        self.tick, self.closed, self.x, self.y = 0, False, 10.0, 5.5

    def submit(self, command: Command) -> None:
        self.sent.append(command)
        if self.phase in ("follow-up", "weeks"):
            self.act(command)
        elif command.do == Do.APPROACH:
            self.with_ = (command.to, 2)
            self.met |= set(self.with_)
        elif command.do in (Do.SAY, Do.CUT_IN):
            self.said.append(Line(self.tick, 0, command.to, command.act, "What did you do?", 3.0, True, True))
            self.said.append(Line(self.tick + 4, command.to, 0, Act.ANSWER, LONG, 6.0, True, False))
        elif command.do == Do.LEAVE:
            self.with_ = ()
        elif command.do == Do.WALK:
            self.x, self.y = command.x, command.y
        elif command.do == Do.MARK:
            self.marks[command.to] = command.item

    def advance(self, wall_seconds: float) -> None:
        if not (self.paused or self.view().waiting):
            self.owed += wall_seconds * self.pace * 4
            self.tick = int(self.owed)

    def view(self) -> RoomView:
        inside = [0, *self.with_] if self.with_ else []
        spots = [
            (self.x, self.y),
            (8.0, 4.0),
            (9.2, 4.4),
            (3.0, 3.0),
            (15.0, 3.0),
            (16.0, 3.6),
            (15.4, 2.2),
            (5.0, 5.5),
        ]
        people = tuple(
            person(i, x, y, formation=0 if i in inside else 1 if i in (4, 5, 6) else -1, speaking=i in (4, 1))
            for i, (x, y) in enumerate(spots)
        )
        circles = [FormationView(1, 15.5, 3.0, 0.8, (4, 5, 6), False)]
        if inside:
            circles.append(FormationView(0, 8.6, 4.4, 0.8, tuple(inside), True))
        other = Line(self.tick, 4, 5, Act.SHARE, "We keep bees on the roof of the library.", 4.0, False, False)
        minutes = self.tick // 240
        return RoomView(
            tick=self.tick,
            clock=f"18:{minutes % 60:02d}",
            seconds_left=1800 - self.tick / 4,
            phase=self.phase,
            me=0,
            people=people,
            formations=tuple(circles),
            lines=(*self.said[-1:], other),
            choices=choices(to=self.with_[0]) if self.with_ and not self.speaking else (),
            waiting=bool(self.with_) and not self.live and not self.speaking,
            notebook=tuple(self._note(i) for i in sorted(self.met)),
            met=len(self.met),
            cards=14,
            narration=self.narration,
            asked=self.asked,
            caption=self.caption,
            comment=self.comment,
            step=self.step,
        )

    def _note(self, i: int) -> Note:
        facts = (
            f"{NAMES[i - 1]} runs a bakery with two ovens and no manager.",
            "She looks for help in the mornings.",
        )
        return Note(i, NAMES[i - 1], facts, i % 2 == 1, 3.5, self.marks.get(i, 0))

    def log(self) -> tuple[Line, ...]:
        return tuple(self.said)

    def twin(self, act: int, network: str) -> str:
        return f"On {network}: {LONG}"

    def explain(self, person: int) -> Explanation:
        told = Because("You pitched before she had said what she does.", "18:07", LONG, "You", False, -0.4)
        kept = Because("You remembered the oven that died at Christmas.", "18:21", "", "", True, 0.2)
        return Explanation(person, f"{NAMES[person - 1]} is a little cool towards you.", (told, kept))

    def looks(self) -> dict[int, Any]:
        from game.stage.art.look import look_for

        return {i: look_for(f"p{i}", "they") for i in range(len(self.scenario.people) + 1)}

    def finish(self) -> None:
        self.phase = {"evening": "decisions", "decisions": "debrief"}[self.phase]

    def close(self) -> None:
        self.closed = True

    def debrief(self) -> Debrief:
        return debrief(self.scenario, self.profile, NAMES)


class FakeBackend:
    """Two scenarios, one unfinished run, settings in memory."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.words = Words("en")
        self.settings = settings or Settings()
        self.broken = False  # runs cannot be taken up again
        self.troubles: tuple[str, ...] = ()
        self.runs: list[FakeRun] = []
        self.step: Step | None = None  # the first run is guided, and is at this step
        self.slider = FakeSandbox()

    def languages(self) -> dict[str, str]:
        return own_names()

    def speak(self, language: str) -> None:
        self.words = Words(language or "en")

    def scenarios(self) -> tuple[Scenario, ...]:
        return (scenario(), replace(scenario("conference_hallway"), title="The Conference Hallway"))

    def start(self, scenario_id: str, profile: PlayerProfile, seed: int | None) -> FakeRun:
        chosen = next(s for s in self.scenarios() if s.id == scenario_id)
        self.runs.append(FakeRun(chosen, profile, seed))
        if len(self.runs) == 1:
            self.runs[0].step = self.step
        return self.runs[-1]

    def unfinished(self) -> tuple[Unfinished, ...]:
        return (Unfinished("r0", "The Chamber Mixer", "Alex Morgan", "18:12", "yesterday, 21:30"),)

    def resume(self, run: str) -> FakeRun:
        if self.broken:
            raise GameError(run, "a run of this version", "one of another")
        again = self.start("chamber_mixer", PlayerProfile("Alex Morgan", "runs a shop", "", "", "clients", ""), 7)
        again.paused = True
        return again

    def sandbox(self) -> FakeSandbox:
        return self.slider

    def look(self) -> None:
        """Nothing is watched."""

    def warnings(self) -> tuple[str, ...]:
        return self.troubles

    def load_settings(self) -> Settings:
        return self.settings

    def save_settings(self, settings: Settings) -> None:
        self.settings = settings
