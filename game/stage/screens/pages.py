"""The pages of the debrief as widgets; every sentence comes from the debrief itself."""

from __future__ import annotations

from collections.abc import Callable

from game.session.debrief import Comparison, Debrief, PersonOutcome
from game.stage.backend import Run
from game.stage.faces import Faces
from game.stage.widgets.base import Card, Text, Widget
from game.stage.widgets.charts import Bars, Compared
from game.stage.widgets.person import Portrait
from game.stage.widgets.tally import Tally

Words = Callable[..., str]
KINDS = ("friend", "business", "referral", "contact", "nothing", "avoided")  # best first
WHY_SHOWN = 3  # reasons shown below each person


def figures(t: Words, told: Debrief) -> list[Widget]:
    """What counts at the door against what lasts, and what it answers."""
    n = told.totals
    tempting = [
        (t("debrief.cards"), "cards", n.cards, "accent_ink"),
        (t("debrief.met"), "people", n.met, "accent_ink"),
        (t("debrief.reached"), "sell", n.reached, "accent_ink"),
        (t("debrief.avoided"), "avoid", n.avoided, "bad"),
    ]
    lasting = [
        (t("debrief.friends"), "friend", n.friends, "good"),
        (t("debrief.business"), "business", n.business, "good"),
        (t("debrief.referrals"), "refer", n.referrals, "good"),
    ]
    names = ", ".join(told.avoided_by)
    kept_away = t("debrief.avoided_by", names=names) if names else t("debrief.avoided_none")
    return [
        Text(t("debrief.tempting"), "strong", "soft"),
        Tally(tempting),
        Text(t("debrief.lasting"), "strong", "soft"),
        Tally(lasting),
        Text(kept_away),
        _goal(t, told),
    ]


def _goal(t: Words, told: Debrief) -> Widget:
    goal = t(f"goals.{told.goal.replace(' ', '_')}")
    return Card([Text(t("debrief.goal", goal=goal), "small", "accent_ink"), Text(told.goal_answer)], edge="line")


def people(t: Words, told: Debrief, faces: Faces, run: Run) -> list[Widget]:
    """Everybody met: what became of it, and why."""

    def rank(person: PersonOutcome) -> int:
        return min((KINDS.index(kind) for kind in person.kinds), default=len(KINDS))

    rows: list[Widget] = []
    for person in sorted(told.people, key=rank):
        kinds = ", ".join(t(f"debrief.kind.{kind}") for kind in person.kinds)
        parts = (
            [Text(person.name, "heading"), Text(kinds, "small", "accent_ink")]
            if kinds
            else [Text(person.name, "heading")]
        )
        parts.append(Text(person.sentence))
        parts += [Text(reason, "small", "soft") for reason in run.why(person.person)[:WHY_SHOWN]]
        mood = "worry" if "avoided" in person.kinds else "smile"
        rows.append(Portrait(faces, person.person, parts, mood))
    return rows or [Text(t("debrief.nobody"))]


def moments(t: Words, told: Debrief, faces: Faces) -> list[Widget]:
    """The moments that moved somebody most, quoted."""
    rows: list[Widget] = [Text(t("debrief.moments_lead"), colour="soft")]
    for moment in told.moments:
        warmer = moment.liking >= 0
        head = t("debrief.warmer" if warmer else "debrief.cooler", name=moment.name)
        parts = [Text(f"{moment.clock}  {head}", "strong", "good" if warmer else "bad")]
        if moment.quote:
            said = t("debrief.quote", speaker=moment.speaker, quote=moment.quote) if moment.speaker else moment.quote
            parts.append(Text(said))
        parts += [Text(reason, "small", "soft") for reason in moment.reasons]
        rows.append(Portrait(faces, moment.person, parts, "smile" if warmer else "worry"))
    return rows if told.moments else [Text(t("debrief.no_moments"))]


def mix(t: Words, told: Debrief) -> list[Widget]:
    """What the player did, as bars, and the first question again."""
    rows: list[Widget] = []
    if told.mix:
        n = told.totals
        talk = round(100 * n.talk_share)
        rows.append(Text(t("debrief.mix_lead", talk=talk, asked=n.asked, followed=n.followed_up), colour="soft"))
        most = max(entry.times for entry in told.mix)
        shares = [
            (
                entry.label[:1].upper() + entry.label[1:],
                entry.times / max(1, most),
                t("debrief.times", n=entry.times),
            )
            for entry in told.mix
        ]
        rows.append(Bars(shares))
    else:
        rows.append(Text(t("debrief.no_mix")))
    if told.first_answer:
        rows.append(
            Card(
                [
                    Text(t("debrief.first"), "small", "accent_ink"),
                    Text(told.first_question, "strong"),
                    Text(told.first_revisited),
                ],
                edge="line",
            )
        )
    return rows


def twins(t: Words, told: Debrief) -> list[Widget]:
    """Each act used, and the same on the network."""
    rows: list[Widget] = [Text(t("debrief.online_lead"), colour="soft")]
    for twin in told.twins:
        head = Text(t("debrief.twin", label=twin.label, online=twin.online), "strong")
        parts: list[Widget] = [head, Text(twin.sentence)]
        if twin.example:
            parts.append(Text(t("debrief.example", text=twin.example), "small", "soft"))
        rows.append(Card(parts, edge="line"))
    return rows if told.twins else [Text(t("debrief.no_twins"))]


def tries(t: Words, told: Debrief) -> list[Widget]:
    """What to try next, what to talk about, and where the lesson comes from."""
    rows: list[Widget] = [
        Card([Text(f"{number}.  {sentence}", "strong")], edge="line")
        for number, sentence in enumerate(told.tries, start=1)
    ]
    if told.ask_the_room:
        rows.append(Text(t("debrief.ask_the_room"), "strong", "soft"))
        rows += [Text(question) for question in told.ask_the_room]
    lesson: list[Widget] = [Text(t("debrief.lesson"), "small", "accent_ink"), Text(told.lesson, "strong")]
    if told.source:
        lesson.append(Text(t("debrief.source", source=told.source), "small", "soft"))
    kept = Text(t("debrief.kept", run=told.run), "small", "soft")
    return [*rows, Card(lesson, "mine", edge="line"), kept]


def compared(t: Words, told: Debrief, earlier: Comparison) -> list[Widget]:
    """This evening beside the earlier one."""
    now, then = told.totals, earlier.totals
    measures = ("cards", "met", "reached", "avoided", "friends", "business", "referrals", "relationships")
    rows = [(t(f"debrief.{name}"), getattr(now, name), getattr(then, name)) for name in measures]
    return [Text(earlier.sentence), Compared((t("debrief.this_time"), t("debrief.earlier")), rows)]
