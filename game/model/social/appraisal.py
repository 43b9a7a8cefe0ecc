"""Appraisal: what each hearer makes of what was just said, as a sum of named rules.

Every rule is a pure function of `Heard` (arrays over n hearer–speaker pairs). It returns
which pairs it concerns and what it adds to liking, trust (sd) and patience (s). The rows
are the reasons: they are summed into the tie, logged, and read back by "Why?".
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.model.acts import QUESTIONS, Act
from game.model.columns import F32, I8, I64, Bool, any_of
from game.model.params import Params
from game.model.social.rules import Rule

TELLING = (Act.ANSWER, Act.SHARE)
SELLING = (Act.PITCH, Act.BOAST)
BOUND = 3.0  # liking and trust stay within −3 … 3 sd


@dataclass(frozen=True)
class Heard:
    """One act as each of its hearers met it; n pairs of hearer h and speaker s."""

    act: I8
    to_me: Bool  # h is addressed
    noticed: Bool  # h took it in
    bystander: Bool  # h stands outside the circle
    seconds: F32
    whole: Bool  # s was not cut short
    took_turns: Bool  # h spoke just before
    i_asked: Bool  # s owed h an answer
    unreturned: F32  # questions of s to h with nothing shared back, this one included
    pitches: F32  # pitches of s that h heard before
    praises: F32  # praises of s for h before
    owed: F32  # what h owes s already
    found: Bool  # an interest just found to be shared
    meets: Bool  # what s offers is what h needs
    friend_meets: Bool  # what the introduced third person offers is what h needs
    wanted: Bool  # h asked for the pitch, or it meets a need s knows of and h trusts s
    too_soon: Bool  # h and s have hardly talked, or h does not like s
    liked: Bool  # h likes s
    stuck: Bool  # h has long wanted out

    @cached_property
    def acts(self) -> frozenset[int]:
        """What was done, each kind once."""
        return acts_among(self.act)


@dataclass(frozen=True)
class Reasons:
    """Contributions, m rows: `pair` says to which pair of hearer and speaker each belongs."""

    pair: I64
    rule: I8
    liking: F32
    trust: F32
    patience: F32


Weights = tuple[F32 | float, F32 | float, F32 | float]
Fires = tuple[Bool, Callable[[I64], Weights]]


def acts_among(act: I8) -> frozenset[int]:
    """The kinds of act there are in an array, each once."""
    return frozenset(np.bincount(act.view(np.uint8)).nonzero()[0].tolist())


def _is(heard: Heard, *acts: Act) -> Bool:
    result: Bool = any_of(heard.act, *acts) & ~heard.bystander
    return result


def _question(heard: Heard) -> Bool:
    result: Bool = any_of(heard.act, *QUESTIONS) & heard.to_me & ~heard.bystander
    return result


def _worn(heard: Heard, at: I64, p: Params) -> F32:
    """Each further unreturned question pleases less."""
    too_many = np.maximum(heard.unreturned[at] - np.float32(p.asked_fresh), np.float32(0))
    result: F32 = np.float32(1) / (np.float32(1) + too_many)
    return result


def asked(heard: Heard, p: Params) -> Fires:
    """Asked about me; a question thrown back counts less."""

    def weights(at: I64) -> Weights:
        part = np.where(heard.act[at] == Act.MIRROR, np.float32(p.asked_back), np.float32(1))
        return _worn(heard, at, p) * part * np.float32(p.asked), p.asked_trust, 0.0

    return _question(heard), weights


def followed_up(heard: Heard, p: Params) -> Fires:
    """Asked about something I had just said."""
    return (
        _question(heard) & (heard.act == Act.FOLLOW_UP),
        lambda at: (_worn(heard, at, p) * np.float32(p.followed_up), p.followed_up_trust, 0.0),
    )


def interrogated(heard: Heard, p: Params) -> Fires:
    """Question after question, nothing shared back."""
    return (
        _question(heard) & (heard.unreturned > p.interrogated_from),
        lambda at: (
            np.sqrt(heard.unreturned[at] - np.float32(p.interrogated_from)) * np.float32(-p.interrogated),
            0.0,
            -p.interrogated_patience,
        ),
    )


def shared(heard: Heard, p: Params) -> Fires:
    """Told me something of their own."""
    return _is(heard, *TELLING) & heard.whole, lambda _: (p.shared, p.shared_trust, 0.0)


def alternated(heard: Heard, p: Params) -> Fires:
    """We took turns at telling."""
    told = _is(heard, *TELLING) & heard.whole & heard.took_turns
    return told, lambda _: (p.alternated, p.shared_trust, 0.0)


def common_ground(heard: Heard, p: Params) -> Fires:
    """An interest found, not merely held."""
    return heard.found & ~heard.bystander, lambda _: (p.common_ground, 0.0, 0.0)


def paraphrased(heard: Heard, p: Params) -> Fires:
    """Said back what I meant."""
    return (
        _is(heard, Act.PARAPHRASE) & heard.to_me,
        lambda _: (p.paraphrased, p.paraphrased_trust, 0.0),
    )


def praised(heard: Heard, p: Params) -> Fires:
    """Praise, the first time."""
    first = _is(heard, Act.PRAISE) & heard.to_me & (heard.praises < 1)
    return first, lambda _: (p.praised, 0.0, 0.0)


def flattered(heard: Heard, p: Params) -> Fires:
    """Praise again, and nothing behind it."""
    again = _is(heard, Act.PRAISE) & heard.to_me & (heard.praises >= 1)
    return again, lambda _: (-p.flattered, -p.flattered, 0.0)


def helped(heard: Heard, p: Params) -> Fires:
    """An offer that meets my need; less news when I owe them already."""

    def weights(at: I64) -> Weights:
        news = np.float32(1) / (np.float32(1) + heard.owed[at])
        return news * np.float32(p.helped), news * np.float32(p.helped_trust), 0.0

    return _is(heard, Act.OFFER) & heard.to_me & heard.meets, weights


def introduced(heard: Heard, p: Params) -> Fires:
    """Brought me to somebody who meets my need."""

    def weights(at: I64) -> Weights:
        news = np.float32(1) / (np.float32(1) + heard.owed[at])
        return news * np.float32(p.introduced), news * np.float32(p.introduced_trust), 0.0

    return _is(heard, Act.INTRODUCE) & heard.to_me & heard.friend_meets, weights


def remembered(heard: Heard, p: Params) -> Fires:
    """Recalled something I had said."""
    return _is(heard, Act.REMEMBER) & heard.to_me, lambda _: (p.remembered, p.remembered_trust, 0.0)


def pitch_wanted(heard: Heard, p: Params) -> Fires:
    """A pitch I asked for, or one that meets a known need from somebody I trust."""
    return (
        _is(heard, Act.PITCH) & heard.wanted,
        lambda at: (
            p.pitch_wanted,
            np.where(heard.meets[at], np.float32(p.pitch_wanted_trust), np.float32(0)),
            0.0,
        ),
    )


def pitched(heard: Heard, p: Params) -> Fires:
    """Buy me, buy me, buy me: each time worse."""

    def weights(at: I64) -> Weights:
        times = np.float32(1) + heard.pitches[at] * np.float32(p.pitched_again)
        return times * np.float32(-p.pitched), times * np.float32(-p.pitched_trust), -p.pitched_patience

    return _is(heard, Act.PITCH) & ~heard.wanted, weights


def boasted(heard: Heard, p: Params) -> Fires:
    """A boast nobody asked for; in answer to a question it costs nothing."""
    return _is(heard, Act.BOAST) & ~heard.i_asked, lambda _: (-p.boasted, 0.0, -p.boasted_patience)


def card_too_soon(heard: Heard, p: Params) -> Fires:
    """A card before we had talked."""
    return (
        _is(heard, Act.CARD) & heard.to_me & heard.too_soon,
        lambda _: (-p.card_too_soon, -p.card_soon_trust, -p.card_soon_patience),
    )


def left_hanging(heard: Heard, p: Params) -> Fires:
    """My question was met with silence, or turned aside."""

    def weights(at: I64) -> Weights:
        part = np.where(heard.act[at] == Act.DEFLECT, np.float32(p.deflected), np.float32(1))
        return part * np.float32(-p.left_hanging), part * np.float32(-p.hanging_trust), -p.hanging_patience

    return _is(heard, Act.SILENCE, Act.DEFLECT) & heard.i_asked, weights


def familiar(heard: Heard, p: Params) -> Fires:
    """Time spent with somebody one likes makes them credible."""
    spent = ~any_of(heard.act, Act.SILENCE) & ~heard.bystander & heard.liked
    return spent, lambda at: (0.0, heard.seconds[at] * np.float32(p.familiar_trust), 0.0)


def silence(heard: Heard, p: Params) -> Fires:
    """Nothing came back."""
    nothing = _is(heard, Act.SILENCE) & heard.to_me & ~heard.i_asked
    return nothing, lambda _: (-p.silence, 0.0, -p.silence_patience)


def trapped(heard: Heard, p: Params) -> Fires:
    """I want out and am being talked at."""
    return (
        heard.stuck & heard.to_me & ~heard.bystander,
        lambda at: (heard.seconds[at] * np.float32(-p.trapped), 0.0, 0.0),
    )


def overheard(heard: Heard, p: Params) -> Fires:
    """A pitch or a boast heard from outside the circle; questions overheard earn nothing."""
    return (
        heard.bystander & any_of(heard.act, *SELLING),
        lambda at: (
            np.where(heard.act[at] == Act.PITCH, np.float32(1), np.float32(p.overheard_boast))
            * np.float32(-p.overheard),
            -p.overheard_trust,
            0.0,
        ),
    )


# with the acts a rule turns on: where none of them was done it need not be asked
RULES: tuple[tuple[Rule, Callable[[Heard, Params], Fires], tuple[Act, ...]], ...] = (
    (Rule.ASKED, asked, QUESTIONS),
    (Rule.FOLLOWED_UP, followed_up, (Act.FOLLOW_UP,)),
    (Rule.PARAPHRASED, paraphrased, (Act.PARAPHRASE,)),
    (Rule.SHARED, shared, TELLING),
    (Rule.ALTERNATED, alternated, TELLING),
    (Rule.COMMON_GROUND, common_ground, tuple(Act)),
    (Rule.PRAISED, praised, (Act.PRAISE,)),
    (Rule.HELPED, helped, (Act.OFFER,)),
    (Rule.INTRODUCED, introduced, (Act.INTRODUCE,)),
    (Rule.REMEMBERED, remembered, (Act.REMEMBER,)),
    (Rule.PITCH_WANTED, pitch_wanted, (Act.PITCH,)),
    (Rule.PITCHED, pitched, (Act.PITCH,)),
    (Rule.BOASTED, boasted, (Act.BOAST,)),
    (Rule.INTERROGATED, interrogated, QUESTIONS),
    (Rule.LEFT_HANGING, left_hanging, (Act.SILENCE, Act.DEFLECT)),
    (Rule.CARD_TOO_SOON, card_too_soon, (Act.CARD,)),
    (Rule.TRAPPED, trapped, tuple(Act)),
    (Rule.OVERHEARD, overheard, SELLING),
    (Rule.FLATTERED, flattered, (Act.PRAISE,)),
    (Rule.SILENCE, silence, (Act.SILENCE,)),
    (Rule.FAMILIAR, familiar, tuple(act for act in Act if act != Act.SILENCE)),
)


def appraise(heard: Heard, params: Params) -> Reasons:
    """Every rule over every pair, before limits: m rows in the order of RULES."""
    parts = []
    for rule, fires, turns_on in RULES:
        if rule not in params.off and not heard.acts.isdisjoint(turns_on):
            concerned, weights = fires(heard, params)
            at = concerned.nonzero()[0]
            if len(at):
                parts.append(one_rule(rule, at, *weights(at)))
    return gather(parts)


def one_rule(
    rule: Rule, pair: I64, liking: F32 | float, trust: F32 | float = 0.0, patience: F32 | float = 0.0
) -> Reasons:
    """The rows of a single rule; scalars are spread over the pairs."""

    def spread(value: F32 | float) -> F32:
        return value if isinstance(value, np.ndarray) else np.full(pair.shape, value, dtype=np.float32)

    return Reasons(pair, np.full(pair.shape, rule, dtype=np.int8), spread(liking), spread(trust), spread(patience))


def gather(parts: list[Reasons]) -> Reasons:
    """Several sets of rows as one."""
    if len(parts) == 1:
        return parts[0]
    if not parts:
        none = np.zeros(0, dtype=np.float32)
        return Reasons(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int8), none, none, none)
    return Reasons(
        np.concatenate([p.pair for p in parts]),
        np.concatenate([p.rule for p in parts]),
        np.concatenate([p.liking for p in parts]),
        np.concatenate([p.trust for p in parts]),
        np.concatenate([p.patience for p in parts]),
    )


def weigh(reasons: Reasons, gained: F32, negativity: F32, computed: Bool, params: Params) -> Reasons:
    """After every limit: what one rule has gained already, bad over good, and no opinions for humans.

    `gained` (m,): liking this rule has gained so far in the tie; `negativity`, `computed` (m,): of the hearer.
    """
    room_left = np.maximum(np.float32(1) - gained * np.float32(1 / params.limit), np.float32(0))
    bad = negativity * np.float32(0.5)
    keep = computed.astype(np.float32)
    liking = reasons.liking * np.where(reasons.liking > 0, room_left, bad) * keep
    trust = reasons.trust * np.where(reasons.trust < 0, bad, np.float32(1)) * keep
    return Reasons(reasons.pair, reasons.rule, liking, trust, reasons.patience * keep)
