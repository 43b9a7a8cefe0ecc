"""A rehearsal: bots take seats and do what phones do, so that one person can try it all alone."""

from pathlib import Path

from game.model.acts import Mark
from game.session.notebook import notebook
from game.session.phases import Phase
from game.talk.words import Words
from game.workshop import answers, arc, book, doors, export
from game.workshop.entry import Entry, RefusedError
from game.workshop.state import ARC, FACILITATOR, Seat
from game.workshop.views.private import tell_one
from game.workshop.workshop import Workshop

NAMES = ("Ana", "Bo", "Cem", "Dara", "Eli", "Fay", "Gus", "Hana", "Ivo", "Jun", "Kim", "Lea", "Mo", "Nia", "Ole", "Pia")
STYLES = ("listener", "promoter", "collector", "giver", "ordinary", "wallflower")
CODE = "RHRS"


def name_of(number: int) -> str:
    """What a bot is called."""
    turn, at = divmod(number, len(NAMES))
    return NAMES[at] if not turn else f"{NAMES[at]} {turn + 1}"


def entries_in(show: Workshop, seat: Seat) -> list[Entry]:
    """What a bot's phone answers in this phase."""
    number, phase = seat.id, show.state.phase
    given: list[Entry] = []
    for question, choices in answers.open_questions(show).items():
        answer = show.words.text("workshop.ui.rehearsed_plan") if question == "plan" else number % choices
        given.append(Entry("answer", number, {"question": question, "answer": answer}))
    if phase == Phase.DECISIONS and show.evening is not None and seat.avatar >= 0:
        notes = notebook(show.evening.world, show.evening.roster, show.words, seat.avatar)
        marked = Mark.FRIEND | Mark.BUSINESS | Mark.REFER
        given += [Entry("mark", number, {"to": note.person, "mark": int(marked)}) for note in notes]
    return given


def seat_bots(show: Workshop, bots: int) -> list[Entry]:
    """Entries that bring so many bots in; styles play their avatars."""
    first = len(show.state.seats)
    pins = {seat.pin for seat in show.state.seats}
    entries = []
    for number in range(first, first + bots):
        _, made = doors.new_seat(name_of(number), pins)
        pins.add(made["pin"])
        entries.append(Entry("join", FACILITATOR, made))
        entries.append(Entry("bot", FACILITATOR, {"seat": number, "style": STYLES[number % len(STYLES)]}))
    return entries


def rehearse_at_once(path_or_id: str, folder: Path, bots: int, seed: int | None, words: Words) -> list[Path]:
    """From lobby to export without a clock, a window or a phone; returns the files written."""
    show, kept = book.begin(path_or_id, words, 1 if seed is None else seed, CODE)

    def do(entry: Entry) -> None:
        entry = entry._replace(tick=show.moment)
        try:
            show.apply(entry)
        except RefusedError:
            return
        kept.write([entry])

    for entry in seat_bots(show, bots):
        do(entry)
    for phase in ARC[1:]:
        if show.state.phase != phase:
            do(Entry("go", FACILITATOR, {"phase": phase.value}))
        while show.running:
            kept.say(show, show.tick())
        for seat in show.state.seated():
            for entry in entries_in(show, seat):
                do(entry)
        while show.weeks is not None and not show.weeks.over:
            show.hour()
        while phase == Phase.REVEAL and tell_one(show):
            pass
        steps = arc.STEPS.get(phase, ())
        for _ in steps[1:]:
            do(Entry("step", FACILITATOR, {"by": 1}))
        kept.save(show, {})
    written = export.write(show, folder)
    kept.remember({"ended": True})
    kept.close()
    return written
