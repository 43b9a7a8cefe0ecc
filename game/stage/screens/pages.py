"""The pages of the debrief as widgets; every sentence comes from the debrief itself."""

from __future__ import annotations

from collections.abc import Callable

from game.model.acts import QUESTIONS, Act
from game.session.debrief import Comparison, Debrief, WeeksTold
from game.stage.faces import Faces
from game.stage.widgets.base import Card, Text, Widget
from game.stage.widgets.charts import Bars, Compared, Halves
from game.stage.widgets.person import Portrait
from game.stage.widgets.tally import Tally
from game.talk.template import capital

Words = Callable[..., str]


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


def weeks(t: Words, told: WeeksTold) -> list[Widget]:
    """What the network counts against what has come of it."""
    counted = [
        (t("debrief.followers"), "people", told.followers, "accent_ink"),
        (t("debrief.bought"), "cards", told.bought, "bad"),
        (t("debrief.posts"), "tell", told.posts, "accent_ink"),
        (t("debrief.promotions"), "sell", told.promotions, "bad"),
    ]
    lasting = [
        (t("debrief.friends"), "friend", told.friends, "good"),
        (t("debrief.business"), "business", told.business, "good"),
        (t("debrief.referrals"), "refer", told.referrals, "good"),
        (t("debrief.discussions"), "ask", told.discussions, "good"),
    ]
    rows: list[Widget] = [
        Text(t("debrief.counted"), "strong", "soft"),
        Tally([row for row in counted if row[2]]),
        Text(t("debrief.lasting"), "strong", "soft"),
        Tally(lasting),
    ]
    if told.people:
        rows.append(Text(t("debrief.who_calls", names=", ".join(told.people))))
    return rows


def side_by_side(t: Words, told: WeeksTold) -> list[Widget]:
    """Every act in the room and on the network, and what it is called there."""
    rows: list[Widget] = [Text(t("debrief.both_lead"), colour="soft")]
    rows += [
        Card([Text(side.sentence, "strong"), Text(side.called, "small", "soft")], edge="line") for side in told.sides
    ]
    return rows


def _goal(t: Words, told: Debrief) -> Widget:
    goal = t(f"goals.{told.goal.replace(' ', '_')}")
    return Card([Text(t("debrief.goal", goal=goal), "small", "accent_ink"), Text(told.goal_answer)], edge="line")


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
        parts += [Text(moment.twin, "small", "accent_ink")] if moment.twin else []
        rows.append(Portrait(faces, moment.person, parts, "smile" if warmer else "worry"))
    return rows if told.moments else [Text(t("debrief.no_moments"))]


def mix(t: Words, told: Debrief) -> list[Widget]:
    """How much the player spoke, what they asked against what they sold, all the rest, and the first question again."""
    rows: list[Widget] = []
    if told.mix:
        n = told.totals
        rows.append(
            Halves(("tell", t("debrief.spoke"), "warn"), ("listen", t("debrief.listened"), "good"), n.talk_share)
        )
        rows.append(
            Tally(
                [
                    (t("debrief.first_questions"), "ask", n.asked - n.followed_up, "accent_ink"),
                    (t("debrief.follow_ups"), "again", n.followed_up, "good"),
                    (t("debrief.pitches"), "sell", n.pitches, "bad"),
                ]
            )
        )
        rows += _rest(t, told)
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


def _rest(t: Words, told: Debrief) -> list[Widget]:
    """Bars of what the player did besides asking and pitching."""
    rest = [entry for entry in told.mix if entry.act not in (*QUESTIONS, Act.PITCH)]
    if not rest:
        return []
    most = max(entry.times for entry in rest)
    return [
        Text(t("debrief.rest"), "strong", "soft"),
        Bars([(capital(entry.label), entry.times / most, t("debrief.times", n=entry.times)) for entry in rest]),
    ]


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
    kept = [Text(t("debrief.kept", run=told.run), "small", "soft")] if told.run else []
    return [*rows, Card(lesson, "mine", edge="line"), *kept]


def compared(t: Words, told: Debrief, earlier: Comparison) -> list[Widget]:
    """This evening beside the earlier one."""
    now, then = told.totals, earlier.totals
    measures = ("cards", "met", "reached", "avoided", "friends", "business", "referrals", "relationships")
    rows = [(t(f"debrief.{name}"), getattr(now, name), getattr(then, name)) for name in measures]
    return [Text(earlier.sentence), Compared((t("debrief.this_time"), t("debrief.earlier")), rows)]
