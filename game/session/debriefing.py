"""The debrief, told: counts against people, moments and reasons, twins on the network, what to try next."""

from game.model.acts import Act, Mark
from game.scenario import online
from game.session import tally
from game.session.compare import comparison
from game.session.debrief import ActShare, Debrief, OutcomeKind, PersonOutcome, Totals, Twin
from game.session.evening import Evening
from game.session.moments import moments
from game.session.runs import RunInfo
from game.session.story import story
from game.session.tally import Outcome
from game.session.tries import tries
from game.session.twins import lower_first, on_network
from game.session.weeks.feed import Weeks
from game.session.weeks.told import COURTESIES, weeks_told
from game.session.why import LIKES, times_in_words
from game.talk.words import Words

MANY_CARDS = 5

_ANSWERS_GOAL: dict[str, tuple[OutcomeKind, ...]] = {
    "clients": ("business",),
    "hire": ("business", "referral"),
    "partner": ("business", "friend"),
    "friends": ("friend",),
}


def debrief(
    evening: Evening, run: str, first_answer: str, earlier: RunInfo | None, weeks: Weeks | None = None
) -> Debrief:
    """The record for the player: of the evening, once both sides have decided, and of the weeks if there were any."""
    scenario, words = evening.scenario, evening.words
    found = tally.outcomes(evening)
    counts = tally.totals(evening, found)
    done = tally.acts_done(evening)
    people = tuple(_person(evening, outcome) for outcome in found)
    network = online.called(scenario.weeks.network)
    lived = weeks_told(weeks, done, network) if weeks else None
    return Debrief(
        run=run,
        scenario=scenario.id,
        title=scenario.title,
        lesson=scenario.lesson,
        source=scenario.source,
        network=network,
        seed=evening.seed,
        digest=evening.digest(),
        style=evening.style,
        minutes=round(evening.minutes, 2),
        evening=not scenario.weeks.only,
        player=scenario.player.name,
        goal=scenario.player.goal,
        headline=lived.headline if lived and scenario.weeks.only else _headline(words, counts),
        totals=counts,
        people=people,
        avoided_by=tuple(_full_name(evening, outcome) for outcome in found if outcome.avoids),
        moments=moments(evening),
        mix=_mix(words, done),
        first_question=scenario.questions[0].ask if scenario.questions else "",
        first_answer=first_answer,
        first_revisited=_first_revisited(evening, first_answer),
        goal_answer=_goal_answer(words, scenario.player.goal, people),
        twins=_twins(evening, done, network),
        tries=tries(evening, counts, done, found, words, network),
        ask_the_room=scenario.debrief.ask_the_room,
        story=story(evening),
        earlier=comparison(earlier, evening.seed, counts, words) if earlier else None,
        weeks=lived,
    )


def _full_name(evening: Evening, outcome: Outcome) -> str:
    """The full name of the person an outcome is about."""
    return evening.roster.person(outcome.person).name


def _headline(words: Words, t: Totals) -> str:
    if not t.met:
        key = "nobody"
    elif t.relationships == 0:
        key = "many_cards" if t.cards >= MANY_CARDS else "none"
    elif t.relationships == 1:
        key = "one"
    else:
        key = "cards_over" if t.cards > 2 * t.relationships and t.cards >= MANY_CARDS else "good"
    return words.text(f"session.headline.{key}", cards=t.cards, met=t.met, n=t.relationships)


def _person(evening: Evening, outcome: Outcome) -> PersonOutcome:
    person, kinds = evening.roster.person(outcome.person), outcome.kinds()
    key: str = kinds[0]
    if key in ("contact", "nothing"):
        key = _not_mutual(evening, outcome)
    sentence = evening.words.text(f"session.outcome.{key}", name=person.first_name, pronoun=person.pronoun)
    return PersonOutcome(outcome.person, person.name, kinds, outcome.mine, sentence)


def _not_mutual(evening: Evening, outcome: Outcome) -> str:
    """Why nothing came of it: one side did not want it, or had not decided."""
    if outcome.mine & Mark.NOT_FOR_ME:
        return "refused"
    theirs = outcome.theirs & ~Mark.NOT_FOR_ME
    if outcome.mine:
        return "one_sided_warm" if evening.opinion(outcome.person) > LIKES else "one_sided"
    return "unasked" if theirs else "contact"


def _mix(words: Words, done: dict[str, int]) -> tuple[ActShare, ...]:
    """The player's acts of speech by how often, courtesies left out."""
    said = [(act, done[act.name.lower()]) for act in Act if act.name.lower() in done]
    said = [(act, times) for act, times in said if act.name.lower() not in COURTESIES]
    everything = sum(times for _, times in said)
    said.sort(key=lambda pair: (-pair[1], pair[0]))
    return tuple(
        ActShare(int(act), words.text(f"session.act.{act.name.lower()}"), times, round(times / everything, 3))
        for act, times in said
    )


def _twins(evening: Evening, done: dict[str, int], network: str) -> tuple[Twin, ...]:
    """Every act the player used, and what it is on the network; the most frequent first."""
    words, twins = evening.words, []
    for name, times in sorted(done.items(), key=lambda pair: -pair[1]):
        twin = on_network(evening.scenario, name)
        if twin is None:
            continue
        did = words.text(
            f"session.did.{name}", times=times_in_words(words, times), minutes=max(1, round(evening.minutes))
        )
        act = Act[name.upper()] if name not in tally.BEYOND_ACTS else -1
        sentence = words.text("session.on_network", did=did, network=network, online=lower_first(twin.act))
        label = words.text(f"session.act.{name}")
        twins.append(Twin(int(act), label, twin.act, twin.example, times, sentence, name))
    return tuple(twins)


def _first_revisited(evening: Evening, answer: str) -> str:
    if not answer:
        return evening.words.text("session.first.none")
    later = next((a.later for question in evening.scenario.questions for a in question.answers if a.text == answer), "")
    return evening.words.text("session.first.asked", answer=answer, later=later).strip()


def _goal_answer(words: Words, goal: str, people: tuple[PersonOutcome, ...]) -> str:
    kind = goal.replace("_", " ").split()[-1]  # "a hire" → "hire"
    names = [p.name.split()[0] for p in people if set(p.kinds) & set(_ANSWERS_GOAL[kind])]
    if not names:
        return words.text(f"session.goal.{kind}.missed")
    return words.text(f"session.goal.{kind}.met", names=_listed(words, names))


def _listed(words: Words, names: list[str]) -> str:
    """Dana, Omar and Priya."""
    if len(names) == 1:
        return names[0]
    return words.text("session.listed", first=", ".join(names[:-1]), last=names[-1])
