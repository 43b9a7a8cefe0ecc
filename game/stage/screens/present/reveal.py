"""The debrief, a step at a time: nothing is shown before it has been talked about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from game.session.debrief import Debrief, Moment, PersonOutcome, WeeksTold
from game.stage.backend import Run
from game.stage.desk import Desk
from game.stage.faces import Faces
from game.stage.screen import Move, Stay
from game.stage.screens.course import to_title
from game.stage.screens.present.slide import Slide

AT_ONCE = 3  # people, or twins, on a slide

Words = Callable[..., str]


class Page(NamedTuple):
    """A heading, and what is revealed below it line by line."""

    heading: str
    lines: tuple[str, ...]
    people: tuple[int, ...] = ()  # whom the lines are about


class Reveal(Slide):
    """Each key press one thing more, until the lesson."""

    name = "present_reveal"

    def __init__(self, desk: Desk, run: Run) -> None:
        super().__init__(desk, Faces(run.scenario))
        told = run.debrief()
        self.pages = pages(desk.t, told)
        self.kicker = told.title
        self.page = 0
        self._show(0)

    def _show(self, shown: int) -> Move:
        self.heading, lines, people = self.pages[self.page]
        self.lines, self.people, self.shown = list(lines), list(people), shown
        return Stay()

    def next(self) -> Move:
        if self.shown < len(self.lines):
            return self._show(self.shown + 1)
        if self.page + 1 < len(self.pages):
            self.page += 1
            return self._show(0)
        self.desk.presenting = False
        return to_title(self.desk)

    def previous(self) -> Move:
        if self.shown:
            return self._show(self.shown - 1)
        if self.page:
            self.page -= 1
            return self._show(len(self.pages[self.page].lines))
        return Stay()

    @property
    def last(self) -> bool:
        """Everything is told."""
        return self.page + 1 == len(self.pages) and self.shown == len(self.lines)


def pages(t: Words, told: Debrief) -> list[Page]:
    """What is revealed, in order: what is counted, what lasts, people, moments, twins, questions, the lesson."""
    out = [*(_evening(t, told) if told.evening else []), *(_weeks(t, told.weeks) if told.weeks else [])]
    if told.first_answer:
        out.append(Page(told.first_question, (told.first_answer, told.first_revisited)))
    out.append(Page(t("debrief.tries"), told.tries))
    out += [Page(question, ()) for question in told.ask_the_room]
    source = [t("debrief.source", source=told.source)] if told.source else []
    out.append(Page(t("debrief.lesson"), (told.lesson, *source)))
    return out


def _evening(t: Words, told: Debrief) -> list[Page]:
    n = told.totals
    counts = [t(f"present.{name}", n=getattr(n, name)) for name in ("cards", "met", "reached", "avoided")]
    lasts = [t(f"present.{name}", n=getattr(n, name)) for name in ("friends", "business", "referrals")]
    out = [Page(t("debrief.tempting"), tuple(counts)), Page(t("debrief.lasting"), (*lasts, told.headline))]
    says = {saying.person: saying.text for saying in told.story.tomorrow}
    people = [_person(t, person, says.get(person.person, "")) for person in told.people]
    out += _in_pages(t("debrief.who"), people, [person.person for person in told.people])
    out += [_moment(t, moment) for moment in told.moments]
    out += _in_pages(t("debrief.online", network=told.network), [twin.sentence for twin in told.twins])
    return out


def _weeks(t: Words, told: WeeksTold) -> list[Page]:
    """What the network counts, as bait; what has come of it; and room and network side by side."""
    counts = [t("present.counted", n=told.followers)]
    counts += [t("present.bought", n=told.bought)] if told.bought else []
    counts.append(t("present.posts", n=told.posts, responses=told.responses))
    counts += [t("present.promoted", n=told.promotions)] if told.promotions else []
    lasts = [t("present.discussions", n=told.discussions), t("present.clients", n=told.clients, lost=told.lost)]
    lasts += [t(f"present.{name}", n=getattr(told, name)) for name in ("friends", "referrals")]
    lasts.append(t("present.would_call", n=told.relationships))
    names = [t("debrief.who_calls", names=", ".join(told.people))] if told.people else []
    pages = [Page(t("debrief.counted"), tuple(counts)), Page(t("debrief.lasting"), (*lasts, *names))]
    pages.append(Page(told.headline, ()))
    return pages + _in_pages(
        t("debrief.both"), [t("present.twice", sentence=side.sentence, called=side.called) for side in told.sides]
    )


def _person(t: Words, person: PersonOutcome, says: str) -> str:
    """What became of somebody, and what they would say tomorrow."""
    key = "present.person_says" if says else "present.person"
    return t(key, name=person.name, sentence=person.sentence, says=says)


def _moment(t: Words, moment: Moment) -> Page:
    quote = [t("why.quote", speaker=moment.speaker, text=moment.quote)] if moment.quote else []
    way = "warmed" if moment.liking >= 0 else "cooled"
    twin = [moment.twin] if moment.twin else []
    return Page(t(f"present.{way}", clock=moment.clock, name=moment.name), (*quote, *moment.reasons, *twin))


def _in_pages(heading: str, lines: list[str], people: Sequence[int] = ()) -> list[Page]:
    starts = range(0, len(lines), AT_ONCE)
    return [Page(heading, tuple(lines[i : i + AT_ONCE]), tuple(people[i : i + AT_ONCE])) for i in starts]
