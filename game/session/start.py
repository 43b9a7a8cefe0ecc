"""Starting a run, taking one up again, and running one once more from its beginning."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from game import scenario as scenarios
from game.model.commands import Command
from game.scenario.spec import Scenario
from game.scenario.told import told_in
from game.session import opening, runs, versions
from game.session.evening import Evening
from game.session.journal import Journal, PhaseChange
from game.session.phases import ON_THE_NETWORK, SOLO_EVENING, WITH_WEEKS, Phase
from game.session.profile import Profile
from game.session.session import Session
from game.session.trouble import JournalError
from game.session.weeks import setting
from game.talk.words import Words

HIGHEST_SEED = 9999  # of those nobody chose: short enough to be told to somebody


def begin(
    path_or_id: str,
    *,
    words: Words,
    seed: int | None = None,
    style: str = opening.HUMAN,
    profile: Profile | None = None,
) -> Session:
    """Open the doors of a new run, its journal already on the disk.

    It is told in the language of `words` if the scenario has it, and keeps to it from then on.
    """
    text = scenarios.find(path_or_id).read_text(encoding="utf-8")
    return begin_written(scenarios.load(path_or_id), text, words=words, seed=seed, style=style, profile=profile)


def begin_written(
    loaded: Scenario,
    text: str,
    *,
    words: Words,
    seed: int | None = None,
    style: str = opening.HUMAN,
    profile: Profile | None = None,
) -> Session:
    """The same of a scenario at hand and the text of its file; its weeks may have been set otherwise than there."""
    profile = profile or Profile()
    written = told_in(loaded, words.language)
    now = datetime.now()
    seed = any_seed() if seed is None else seed
    run = runs.new_id(written.id, now)
    scenario = profile.enter(written)
    meta = {
        "scenario": scenario.id,
        "title": scenario.title,
        "scenario_text": text,
        "setting": setting.of(loaded),
        "seed": seed,
        "style": style,
        "player": scenario.player.name,
        "goal": scenario.player.goal,
        "profile": profile.plain(),
        "model": versions.model_hash(),
        "words": versions.words_hash(),
        **in_language(loaded, words.language),
        "started": now.isoformat(timespec="seconds"),
        **({"morning": 1} if scenario.weeks.only else {}),
    }
    journal = Journal.create(runs.path_of(run), meta)
    try:
        session = Session(run, Evening(scenario, seed, style, words), journal)
        session.answer_first_question(profile.first_answer)
    except BaseException:
        journal.close()
        raise
    return session


def any_seed() -> int:
    """A number for an evening nobody chose one for: whenever the player happens to begin."""
    return 1 + int(datetime.now().timestamp() * 1000) % HIGHEST_SEED


def resume(run: str, words: Words) -> Session:
    """Take a run up again where it was left, paused."""
    journal = Journal.open(runs.path_of(run))
    try:
        return _resumed(run, journal, words)
    except BaseException:
        journal.close()
        raise


def _resumed(run: str, journal: Journal, words: Words) -> Session:
    meta = journal.meta()
    _same_model(run, meta)
    evening = _evening(meta, words)
    if not journal.begun:  # killed in the very moment of its start
        session = Session(run, evening, journal)
        session.answer_first_question(meta["profile"]["first_answer"])
        session.paused = True
        return session
    tick, arrays, plain = journal.latest()
    commands, changes = journal.commands(since=tick), journal.phases()[plain["changes"] :]
    if "weeks" in plain:  # what is done there is done at once: the snapshot holds some of its very hour
        commands = journal.commands(since=plain["weeks"]["morning"])[plain["weeks"]["taken"] :]
    left_at = journal.saved_at()  # later than `tick` if the newest snapshot is torn
    journal.forget_after(tick, plain["changes"])
    evening.thaw(arrays, plain, journal.said())
    session = Session(run, evening, journal)
    session.first_answer = plain["first_answer"]
    session.now, session.changes = Phase(plain["phase"]), plain["changes"]
    if "weeks" in plain:
        session.course = WITH_WEEKS if session.course == SOLO_EVENING else session.course
        session.open_network(arrays, plain["weeks"])
    catch_up(session, commands, changes, left_at)
    session.paused = True
    return session


def glance(run: str, words: Words) -> Session:
    """A run as it was last saved, to look at and nothing else."""
    journal = Journal.open(runs.path_of(run))
    try:
        meta, said = journal.meta(), journal.said()
        _same_model(run, meta)
        _, arrays, plain = journal.latest()
    finally:
        journal.close()
    session = Session(run, _evening(meta, words), None)
    session.evening.thaw(arrays, plain, said)
    if "weeks" in plain:
        session.open_network(arrays, plain["weeks"])
    return session


def same_model(meta: dict[str, Any]) -> bool:
    """Whether a run was played with the rules of this version of the game."""
    return bool(meta["model"] == versions.model_hash())


def replay(run: str, words: Words) -> tuple[Session, str]:
    """Run it again from its beginning; returns the session and the digest on record ("" if unfinished)."""
    journal = Journal.open(runs.path_of(run))
    try:
        meta, commands, changes = journal.meta(), journal.commands(), journal.phases()
        left_at = journal.saved_at()
    finally:
        journal.close()
    _same_model(run, meta)
    session = Session(run, _evening(meta, words), None)
    if changes:
        session.answer_first_question(changes[0].note)
        catch_up(session, commands, changes[1:], left_at)
    return session, meta.get("digest", "")


def catch_up(session: Session, commands: list[Command], changes: list[PhaseChange], left_at: int) -> None:
    """Go to the tick where a run was left, applying what was journalled when it applied.

    Commands of the evening of that very tick are pending then, as they were.
    """
    waiting = list(commands)
    early = {change.tick for change in changes if change.phase == Phase.DECISIONS.value}
    left_at = max([left_at, *(change.tick for change in changes), *(command.tick for command in commands)])
    while session.now == Phase.EVENING:
        tick = session.evening.tick
        session.take([command for command in waiting if command.tick <= tick])
        waiting = [command for command in waiting if command.tick > tick]
        if tick in early:
            session.finish()
        elif tick >= left_at:
            return
        else:
            session.tick()
    if session.weeks is None:
        session.take([command for command in commands if command.tick < session.morning])
        commands = [command for command in commands if command.tick >= session.morning]
    _live_on(session, commands, changes, left_at)


def _live_on(session: Session, commands: list[Command], changes: list[PhaseChange], left_at: int) -> None:
    """Past the evening: from phase to phase, and through the weeks if the run went on."""
    for change in changes:
        if session.weeks is not None:
            session.relive([command for command in commands if command.tick <= change.tick], change.tick)
            commands = [command for command in commands if command.tick > change.tick]
        if change.phase == Phase.FOLLOW_UP.value:
            session.go_on()
        elif change.phase in (Phase.WEEKS.value, Phase.DEBRIEF.value) and session.phase != change.phase:
            session.finish()
    if session.now in ON_THE_NETWORK:
        session.relive(commands, left_at)
        session.keep()


def _evening(meta: dict[str, Any], words: Words) -> Evening:
    return Evening(scenario_of(meta), meta["seed"], meta["style"], words_of(meta, words))


def in_language(scenario: Scenario, language: str) -> dict[str, Any]:
    """What a journal keeps of the language of a run: which was wanted, and the scenario's words in it."""
    return {"language": language, "translation": scenario.words.get(language, {})}


def words_of(meta: dict[str, Any], words: Words) -> Words:
    """The words a run was started with; those at hand where its journal is older than languages."""
    return words.speaking(meta.get("language", words.language))


def scenario_of(meta: dict[str, Any]) -> Scenario:
    """The scenario as the run was started with it, whatever has become of its file."""
    return Profile(**meta["profile"]).enter(written_of(meta))


def written_of(meta: dict[str, Any]) -> Scenario:
    """The same without whoever played it."""
    scenario = replace(scenarios.read(meta["scenario_text"]), id=meta["scenario"])
    scenario = setting.put(scenario, meta.get("setting", {}))
    language = meta.get("language", scenario.languages[0])
    return told_in(replace(scenario, words={language: meta.get("translation", {})}), language)


def _same_model(run: str, meta: dict[str, Any]) -> None:
    if not same_model(meta):
        got = "one of another; `report` and `transcript` still read it"
        raise JournalError(run, "a run of this version of the game", got)
