"""Every number of the lesson, with its unit, meaning and source.

Ids starting with E are rows of the evidence table, ids starting with A assumptions;
docs/sources.md has a line for each. The defaults are game values.
"""

from dataclasses import dataclass, field, fields
from typing import Any

from game.model.social.rules import Rule

TICK_S = 0.25
BEAT_TICKS = 4  # talk and decisions move once a second; bodies, and who begins to speak, on every tick


def number(value: float, source: str, unit: str, meaning: str) -> Any:
    """A parameter field with its provenance."""
    return field(default=value, metadata={"source": source, "unit": unit, "meaning": meaning})


@dataclass(frozen=True)
class Params:
    """The parameters of people, talk and the room."""

    # first impressions (sd of liking)
    rater_sd: float = number(0.52, "E-14", "sd", "how kindly the rater rates anybody")
    target_sd: float = number(0.36, "E-14", "sd", "how charming the target is to anybody")
    pair_sd: float = number(0.66, "E-14", "sd", "what is left to the pair")
    rapport: float = number(0.35, "A-01", "share", "part of the pair's impression both have in common")
    prior_liking: float = number(0.5, "A-02", "sd", "liking of people known before")
    prior_trust: float = number(0.4, "A-02", "sd", "trust in people known before")
    prior_minutes: float = number(30.0, "A-02", "min", "talked with people known before")
    # appraisal (liking in sd unless said)
    asked: float = number(0.05, "E-04", "sd", "asked about me")
    asked_trust: float = number(0.01, "A-03", "sd", "asked about me")
    asked_back: float = number(0.5, "E-04", "ratio", "…of that, for a question thrown back")
    asked_fresh: float = number(2.0, "A-10", "questions", "unreturned questions that please in full")
    followed_up: float = number(0.33, "E-04", "sd", "followed up on what I said")
    followed_up_trust: float = number(0.05, "A-03", "sd", "followed up")
    heard_out: float = number(0.015, "E-06", "sd", "heard me out, a turn")
    heard_out_trust: float = number(0.012, "A-03", "sd", "heard me out")
    paraphrased: float = number(0.2, "E-06", "sd", "said back what I meant")
    paraphrased_trust: float = number(0.02, "A-03", "sd", "said back what I meant")
    shared: float = number(0.008, "E-08", "sd", "told me something of their own")
    shared_trust: float = number(0.004, "A-03", "sd", "told me something")
    alternated: float = number(0.012, "E-08", "sd", "…taking turns with me at it")
    common_ground: float = number(0.06, "A-04", "sd", "an interest we found we share")
    praised: float = number(0.05, "A-05", "sd", "first praise")
    flattered: float = number(0.03, "A-05", "sd", "praise again")
    helped: float = number(0.25, "A-06", "sd", "an offer that meets my need")
    helped_trust: float = number(0.35, "A-06", "sd", "an offer that meets my need")
    introduced: float = number(0.2, "A-06", "sd", "an introduction that meets my need")
    introduced_trust: float = number(0.25, "A-06", "sd", "an introduction that meets my need")
    familiar_trust: float = number(0.0006, "A-03", "sd/s", "time spent with somebody one likes")
    remembered: float = number(0.08, "A-07", "sd", "recalled what I said earlier")
    remembered_trust: float = number(0.03, "A-07", "sd", "recalled what I said earlier")
    pitch_wanted: float = number(0.02, "A-08", "sd", "a pitch I asked for")
    pitch_wanted_trust: float = number(0.05, "A-08", "sd", "a wanted pitch that meets my need")
    pitched: float = number(0.4, "A-09", "sd", "an unasked pitch")
    pitched_trust: float = number(0.12, "A-09", "sd", "an unasked pitch")
    pitched_patience: float = number(35.0, "A-09", "s", "an unasked pitch")
    pitched_again: float = number(0.6, "A-09", "share", "how much worse each further pitch is")
    boasted: float = number(0.10, "E-11", "sd", "an unasked boast")
    boasted_patience: float = number(8.0, "A-09", "s", "an unasked boast")
    interrogated: float = number(0.05, "A-10", "sd", "per root of questions past the third unreturned")
    interrogated_from: float = number(3.0, "A-10", "questions", "unreturned questions taken well")
    interrogated_patience: float = number(6.0, "A-10", "s", "each such question")
    not_heard: float = number(0.022, "A-11", "sd", "was not listening")
    not_heard_patience: float = number(3.0, "A-11", "s", "was not listening")
    interrupted: float = number(0.06, "A-12", "sd", "cut me short")
    interrupted_trust: float = number(0.02, "A-12", "sd", "cut me short")
    interrupted_patience: float = number(8.0, "A-12", "s", "cut me short")
    left_hanging: float = number(0.12, "A-13", "sd", "left my question unanswered")
    hanging_trust: float = number(0.02, "A-13", "sd", "left my question unanswered")
    hanging_patience: float = number(10.0, "A-13", "s", "left my question unanswered")
    deflected: float = number(0.4, "A-13", "share", "of that, for a deflection")
    card_too_soon: float = number(0.16, "A-14", "sd", "a card before we had talked")
    card_soon_trust: float = number(0.05, "A-14", "sd", "a card before we had talked")
    card_soon_patience: float = number(5.0, "A-14", "s", "a card before we had talked")
    card_soon_s: float = number(75.0, "A-14", "s", "before this it is too soon")
    walked_off: float = number(0.12, "A-15", "sd", "left while I was talking")
    trapped: float = number(0.0024, "E-16", "sd/s", "held while wanting out")
    trapped_after_s: float = number(30.0, "A-16", "s", "wanting out this long counts as held")
    overheard: float = number(0.05, "E-05", "sd", "overheard a pitch")
    overheard_boast: float = number(0.6, "E-05", "ratio", "…of that, for a boast")
    overheard_trust: float = number(0.02, "E-05", "sd", "overheard either")
    silence: float = number(0.02, "A-17", "sd", "nothing came back")
    silence_patience: float = number(3.0, "A-17", "s", "nothing came back")
    limit: float = number(0.7, "E-04", "sd", "what one rule can gain with one person")
    # patience and leaving
    patience_s: float = number(190.0, "E-16", "s", "median patience with one conversation")
    patience_person_sd: float = number(0.3, "A-18", "log sd", "between people")
    patience_talk_sd: float = number(0.75, "A-18", "log sd", "between conversations")
    patience_liking: float = number(0.45, "A-18", "log per sd", "liking lengthens it")
    patience_gain_s: float = number(150.0, "A-18", "s per sd", "what rewarding turns give back")
    nerve: float = number(0.012, "E-16", "1/turn", "daring to leave once wanting out")
    nerve_sd: float = number(0.4, "A-19", "log sd", "between people")
    nerve_growth: float = number(0.03, "E-16", "1/s", "growing with seconds past wanting out")
    nerve_in_company: float = number(1.6, "A-19", "ratio", "easier to slip away from three or more")
    leave_anyway: float = number(0.004, "A-20", "1/turn", "leaving for reasons outside the talk")
    brief_share: float = number(0.6, "E-15", "probability", "meetings that stay a word in passing")
    brief_s: float = number(22.0, "A-21", "s", "mean length of a word in passing")
    split_s: float = number(25.0, "E-17", "s", "mean time until a fifth person splits the talk")
    # talk
    talk_sd: float = number(0.45, "E-10", "log per sd", "talkativeness in bids for the floor")
    length_sd: float = number(0.22, "E-10", "log per sd", "talkativeness in length of turns")
    hold_pair: float = number(0.45, "A-22", "ratio", "last speaker's weight in a pair")
    hold_group: float = number(0.3, "A-22", "ratio", "last speaker's weight among more")
    after_answer: float = number(1.6, "A-22", "ratio", "weight of the one who was answered")
    mirror: float = number(0.22, "E-01", "probability", "asking back right after answering")
    memory: float = number(0.85, "A-23", "probability", "taking in what is said to one")
    memory_aside: float = number(0.8, "A-23", "ratio", "…what is said to somebody else")
    hook: float = number(0.8, "A-24", "probability", "a told thing gives something to follow up on")
    reveal_need: float = number(0.5, "A-25", "probability", "the answer to a follow-up shows a need")
    offer_with_work: float = number(0.9, "A-25", "probability", "telling one's work shows one's offer")
    think_s: float = number(20.0, "A-26", "s", "a human's time before a question hangs")
    # approach and avoidance (liking units)
    perception_m: float = number(7.0, "A-27", "m", "how far one looks for company")
    close_m: float = number(3.0, "A-27", "m", "near enough to meet or to avoid")
    earshot_m: float = number(3.5, "A-28", "m", "a pitch carries this far")
    overhear: float = number(0.5, "A-28", "probability", "noticed by a bystander at no distance")
    novelty: float = number(0.3, "A-29", "sd", "not met yet")
    friend_bonus: float = number(0.1, "E-15", "sd", "known before")
    shared_bonus: float = number(0.1, "A-29", "sd", "per shared interest found")
    senior_bonus: float = number(0.05, "A-29", "sd", "per unit of standing, before meeting")
    satiation: float = number(1.5, "A-30", "sd", "just talked")
    satiation_s: float = number(1200.0, "A-30", "s", "half-life of it")
    alone_bonus: float = number(0.3, "A-31", "sd", "easier to walk up to somebody alone")
    pair_penalty: float = number(1.4, "E-15", "sd", "joining two in talk")
    three_penalty: float = number(2.2, "E-17", "sd", "joining three")
    four_penalty: float = number(3.2, "E-17", "sd", "joining four")
    distance_cost: float = number(0.04, "A-31", "sd/m", "the walk there")
    whim: float = number(0.35, "A-31", "sd", "Gumbel scale of the choice")
    avoid_below: float = number(-0.9, "A-32", "sd", "keep a distance below this wish")
    keep_m: float = number(3.6, "A-66", "m", "given the choice, one stays this far from whom one avoids")
    beside_penalty: float = number(0.5, "A-66", "sd", "walking up to somebody who stands that near to one avoided")
    drink_excuse: float = number(0.3, "A-67", "probability", "an excuse to leave that is a drink")
    accept_mid: float = number(-0.5, "A-33", "sd", "wish at which half are welcomed")
    accept_width: float = number(0.7, "A-33", "sd", "from never to always is twice this")
    wait_s: float = number(45.0, "E-15", "s", "mean time alone before looking for company")
    decide_s: float = number(4.0, "A-34", "s", "between two looks round")
    give_up_s: float = number(20.0, "A-34", "s", "walking up to somebody")
    walk_slow: float = number(0.8, "A-35", "m/s", "slowest walk")
    walk_fast: float = number(1.2, "A-35", "m/s", "fastest walk")
    reach_m: float = number(1.3, "E-18", "m", "near enough to speak to")
    # reputation
    gossip: float = number(0.25, "A-36", "weight", "gossip among other acts")
    gossip_from: float = number(0.7, "A-36", "sd", "opinions worth telling")
    certain_sd: float = number(1.5, "A-36", "sd", "opinion told with full certainty")
    told_at_most: float = number(0.9, "E-19", "sd", "what a telling is worth from somebody wholly trusted")
    credit: float = number(0.5, "E-19", "ratio", "what a stranger's word is worth")
    credit_from: float = number(0.4, "E-19", "sd", "distrust at which a word is worth no more than that")
    hearsay: float = number(0.8, "E-19", "ratio", "hearsay beside own opinion")
    hearsay_s: float = number(240.0, "E-19", "s", "first-hand time at which hearsay counts half")
    hearsay_limit: float = number(1.5, "A-37", "sd", "at most")
    relay: float = number(0.5, "E-20", "ratio", "second-hand beside first-hand")
    rival: float = number(0.5, "E-20", "ratio", "a competitor's bad word")
    single_voice: float = number(0.4, "E-20", "ratio", "good word from one source alone")
    good_word: float = number(0.7, "E-19", "ratio", "good word beside bad")
    vouch: float = number(0.3, "A-38", "sd", "what an introduction says for the one introduced")
    negativity_low: float = number(1.5, "E-21", "ratio", "least weight of bad over good")
    negativity_high: float = number(3.0, "E-21", "ratio", "most")
    # outcomes
    outcome_minutes: float = number(0.75, "A-39", "min", "talked less: nothing comes of it")
    friend_liking: float = number(0.2, "A-40", "sd", "liking for a friend")
    friend_minutes: float = number(1.25, "E-22", "min", "game rate; fifty hours in life")
    friend_knows: float = number(1.0, "A-40", "items", "known of the other, the name not counted")
    business_liking: float = number(0.25, "A-41", "sd", "people do business with people they like")
    business_trust: float = number(0.15, "A-41", "sd", "…and trust")
    refer_trust: float = number(0.15, "A-42", "sd", "trust to refer")
    avoided_liking: float = number(-0.6, "A-43", "sd", "below this they avoid you")
    own_side: float = number(2.0, "A-40", "sd", "how much less the one who decides may like")
    vouched_trust: float = number(0.5, "A-42", "ratio", "hearsay beside own trust")
    # ablations
    off: frozenset[Rule] = frozenset()  # rules of appraisal taken away
    learning: bool = True  # listening teaches what one can act on
    hearsay_on: bool = True  # gossip moves opinion


def provenance(numbers: Any) -> list[tuple[str, float, str, str, str]]:
    """(name, value, unit, source id, meaning) of every number of a dataclass of them, for docs/sources.md."""
    return [
        (f.name, float(getattr(numbers, f.name)), f.metadata["unit"], f.metadata["source"], f.metadata["meaning"])
        for f in fields(numbers)
        if f.metadata
    ]


def fingerprint(params: Params) -> str:
    """A text that changes whenever a parameter does."""
    return repr(params)
