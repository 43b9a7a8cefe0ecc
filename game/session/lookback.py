"""Looking back on a run: what was said, what came of it, and why somebody thinks so."""

import json
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from game.errors import GameError
from game.session import clock, runs, start, tables, twins
from game.session.explaining import Explanation, explain
from game.session.journal import Journal
from game.session.roster import Roster
from game.session.weeks import why as weeks_why
from game.talk.template import is_narration
from game.talk.words import Words


def transcript(run: str, words: Words, network: str = "") -> Iterator[str]:
    """Every line of the evening, whoever said it, in order, and all that was written in the weeks after.

    With a network, each is followed by its twin: what is said in the room as it is done there, and the other way round.
    """
    journal = Journal.open(runs.path_of(run))
    try:
        meta, said, begun = journal.meta(), journal.said(), journal.begun
    finally:
        journal.close()
    scenario = start.scenario_of(meta)
    if network and network not in scenario.online:
        near = get_close_matches(network, scenario.online, 1, 0.5)
        raise GameError("--twins", f"one of {', '.join(scenario.online)}", f'"{network}"', *near)
    roster, words = Roster(scenario), start.words_of(meta, words).speaking(scenario.languages[0])
    for line in said:
        key = "narration" if is_narration(line.text) else "to" if line.addressee >= 0 else "all"
        yield words.text(
            f"session.transcript.{key}",
            clock=clock.of_day(scenario.evening.starts, line.tick),
            speaker=roster.person(line.speaker).first_name,
            addressee=roster.person(max(0, line.addressee)).first_name,
            text=line.text,
        )
        if network and (twin := twins.of_room(scenario, words, twins.name_of(line.act), network)):
            yield words.text("session.transcript.twin", twin=twin)
    weeks = start.glance(run, words).weeks if begun and start.same_model(meta) else None
    for item in weeks.all_items() if weeks else ():
        key = "narration" if item.kind == "news" else "all"
        yield words.text(f"session.transcript.{key}", clock=item.when, speaker=item.name, text=item.text)
        if network and item.twin:
            yield words.text("session.transcript.twin", twin=item.twin)


def why(run: str, named: str, words: Words) -> tuple[str, ...]:
    """Why a person thinks of the player as they do, where the run stands, each reason with its hour."""
    session = start.glance(run, words)
    evening, weeks = session.evening, session.weeks
    index = evening.roster.find(named)
    row = index or (weeks.find(named) if weeks else None)
    if not row:
        names = [person.name for person in evening.scenario.people]
        firsts = [person.first_name for person in evening.scenario.people]
        near = get_close_matches(named, names + firsts, 1, 0.5)
        raise GameError("why", "the name of somebody who was there", f'"{named}"', *near)
    that_evening = _told(explain(evening, index), evening.words) if index and not evening.scenario.weeks.only else ()
    since = weeks_why.reasons(weeks, row) if weeks else ()
    return (*that_evening, *since)


def _told(known: Explanation, words: Words) -> Iterator[str]:
    yield known.verdict
    for reason in known.reasons:
        yield words.text("session.why.at", clock=reason.clock, reason=reason.sentence)
        if reason.quote:
            yield words.text("session.why.quote", speaker=reason.speaker, text=reason.quote)


def report(run: str) -> dict[str, Any]:
    """The report of a finished run."""
    found: dict[str, Any] | None = runs.read(run).meta.get("report")
    if found is None:
        raise GameError(run, "a finished run", f"one that has not ended; `resume {run}` goes on with it")
    return found


def as_json(result: dict[str, Any]) -> str:
    """The report as JSON."""
    return json.dumps(result, indent=2, ensure_ascii=False)


def as_csv(result: dict[str, Any]) -> str:
    """The figures of the report as one row with its header."""
    row = {key: value for key, value in result.items() if isinstance(value, str | int | float)}
    for key, value in result["player"].items():
        row[key] = "; ".join(value) if isinstance(value, list) else value
    return tables.as_csv([row]).rstrip("\n")
