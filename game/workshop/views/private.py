"""What came of one avatar's evening, and its weeks as they go by: for the phones that steer it, and for no others."""

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from game.session import debriefing
from game.session.debrief import Debrief
from game.session.feed_views import FeedChoice, FeedItem
from game.session.weeks import showing
from game.session.weeks.own_feed import OwnFeed
from game.session.weeks.writing import PLAYER
from game.workshop.arc import REVEAL_STEPS
from game.workshop.state import Seat
from game.workshop.steering import ballot_of
from game.workshop.workshop import Workshop

PAGE, PAGES = 8, 4  # entries of the timeline that are sent together, and how many pages a phone keeps in sight
WAITING, PEOPLE = 6, 24  # people a phone names
EVERYBODY = PLAYER  # opened in the place of a person: what is done to all, or to nobody in particular


def tell_one(show: Workshop) -> bool:
    """Tell one more avatar's story, if any is untold: it takes a moment, so one at a time. False when all are told."""
    if show.evening is None or not show.evening_ended:
        return False
    for avatar in show.avatars():
        if avatar not in show.told:
            evening = show.evening.seen_by(avatar)
            seats = show.state.crew_of(avatar)
            first = next((show.state.answer("first", seat.id) for seat in seats), None)
            answers = show.scenario.questions[0].answers if show.scenario.questions else ()
            said = answers[first].text if first is not None else ""
            show.told[avatar] = _result(show, debriefing.debrief(evening, "", said, None))
            return True
    return False


def _result(show: Workshop, told: Debrief) -> dict[str, Any]:
    """What the people of the scenario thought; of other humans only what they said themselves, by deciding."""
    t, humans = told.totals, set(show.avatars())
    kinds = ("friend", "business", "referral")
    computed = [person for person in told.people if person.person not in humans]
    return {
        "headline": told.headline,
        "cards": t.cards,
        "met": t.met,
        "relationships": t.relationships,
        "asked": t.asked,
        "followed_up": t.followed_up,
        "pitches": t.pitches,
        "people": [
            {"name": p.name, "kinds": p.kinds, "sentence": p.sentence, "kept": bool(set(p.kinds) & set(kinds))}
            for p in told.people
            if p.person not in humans or "avoided" not in p.kinds
        ],
        "avoided_by": [person.name for person in computed if "avoided" in person.kinds],
        "moments": [
            {"clock": m.clock, "name": m.name, "quote": m.quote, "why": m.reasons, "twin": m.twin}
            for m in told.moments
            if m.person not in humans
        ],
        "twins": [twin.sentence for twin in told.twins[:5]],
        "tries": told.tries,
        "first": told.first_revisited,
        "tomorrow": [{"name": s.name, "text": s.text} for s in told.story.tomorrow if s.met and s.person not in humans][
            :6
        ],
    }


def private_result(show: Workshop, seat: Seat) -> dict[str, Any] | None:
    """The result as far as the facilitator has revealed it; None while it is still being told."""
    told = show.told.get(seat.avatar)
    if told is None:
        return None
    steps = REVEAL_STEPS if show.state.phase.value == "debrief" else REVEAL_STEPS[: show.state.step + 1]
    view: dict[str, Any] = {"cards": told["cards"], "met": told["met"]}
    if "relationships" in steps:
        view |= {key: told[key] for key in ("headline", "relationships", "people", "tomorrow")}
    if "room" in steps:
        view |= {key: told[key] for key in ("avoided_by", "moments", "asked", "followed_up", "pitches", "first")}
    if "network" in steps:
        view |= {"twins": told["twins"], "tries": told["tries"], "weeks": _weeks(show, seat)}
    return view


def _weeks(show: Workshop, seat: Seat) -> dict[str, Any] | None:
    lived = show.weeks_told().get(seat.avatar)
    if lived is None:
        return None
    manner, _ = show.state.lived[str(seat.avatar)]
    named = show.words.text(f"workshop.ask.weeks.{manner}") if manner in show.manners else ""
    return {
        "manner": named,
        "followers": lived.followers,
        "posts": lived.posts,
        "promotions": lived.promotions,
        "relationships": lived.relationships,
        "answered": [round(lived.answered_first, 1), round(lived.answered_last, 1)],
    }


# the weeks, as they go by


class Part(NamedTuple):
    """Something a phone shows, sent when it has changed."""

    key: str
    print: tuple[Any, ...]  # changes whenever it may have changed; cheap, so that it can be asked often
    view: Callable[[], dict[str, Any]]


def feed_parts(show: Workshop, seat: Seat, looks: int) -> list[Part]:
    """The feed of a seat's avatar, while the weeks go by. `looks`: whom the phone has opened, a row of the audience."""
    feed, weeks = show.feed_of(seat), show.weeks
    if feed is None or weeks is None or show.state.phase.value != "weeks":
        return []
    done = (show.state.months, feed.taken, feed.written, seat.bot)
    votes = len(show.state.ballots.get(str(seat.avatar), {}).get("votes", ()))
    crew = len(show.state.crew_of(seat.avatar))
    could = (*done, weeks.day, weeks.over, len(feed.book.touched), looks, votes, crew)
    return [
        Part("hour", (*done, weeks.net.tick), lambda: _hour(show, seat, feed)),
        Part("deeds", could, lambda: _deeds(show, seat, feed, looks)),
        *(
            _page(show, feed, page)
            for page in range(max(0, feed.written // PAGE - PAGES + 1), feed.written // PAGE + 1)
        ),
    ]


def _page(show: Workshop, feed: OwnFeed, page: int) -> Part:
    """A page of the timeline is sent again only while it fills; a later one takes its place on the way."""
    first, end = page * PAGE, min((page + 1) * PAGE, feed.written)

    def view() -> dict[str, Any]:
        items = [_item(item) for item in feed.items(first, end)]
        return {"t": "page", "month": show.state.months, "page": page, "items": items}

    return Part(f"page{page % PAGES}", (show.state.months, page, end), view)


def _hour(show: Workshop, seat: Seat, feed: OwnFeed) -> dict[str, Any]:
    """Followers are counted for everybody to see; relationships are not, as on any network."""
    tick = feed.net.tick
    return {
        "t": "hour",
        "day": showing.day(tick),
        "days": show.scenario.weeks.days,
        "clock": showing.clock(tick),
        "followers": feed.followers,
        "new": feed.followers - feed.book.followers,
        "left": int(feed.left_min),
        "over": show.weeks is None or show.weeks.over,
        "bot": bool(seat.bot),
    }


def _item(item: FeedItem) -> dict[str, Any]:
    return {
        "who": item.person,
        "name": item.name,
        "when": item.when,
        "kind": item.kind,
        "text": item.text,
        "shown": item.shown,
        "responses": item.responses,
    }


def _deeds(show: Workshop, seat: Seat, feed: OwnFeed, looks: int) -> dict[str, Any]:
    """Who is there, and what could be done about whoever the phone has opened: finding that takes a moment."""
    sight, over = feed.within_sight(), show.weeks is None or show.weeks.over
    waiting = [feed.person(row) for row in feed.waiting()[:WAITING]]
    return {
        "t": "deeds",
        "looks": looks,
        "caption": feed.book.caption,
        "ballot": ballot_of(show, seat),
        "waiting": [{"id": p.id, "name": p.name, "said": p.said} for p in waiting],
        "people": [{"id": row, "name": feed.company[row].name} for row in sight[:PEOPLE]],
        "open": _opened(feed, looks, over) if looks == EVERYBODY or looks in sight else None,
    }


def _opened(feed: OwnFeed, row: int, over: bool) -> dict[str, Any]:
    """Somebody as the player knows them, or everybody, with what could be done now."""
    if row == EVERYBODY:
        known = {"name": "", "facts": (), "said": ""}
        choices = feed.public
    else:
        person = feed.person(row)
        known = {"name": person.name, "facts": person.facts, "said": person.said}
        choices = partial(feed.personal, row)
    return {"id": row, **known, "choices": [] if over else [_choice(choice) for choice in choices()]}


def _choice(choice: FeedChoice) -> dict[str, Any]:
    return {
        "key": choice.key,
        "group": choice.group,
        "label": choice.label,
        "text": choice.text,
        "min": round(choice.minutes),
        "c": list(choice.command[2:7]),
    }
