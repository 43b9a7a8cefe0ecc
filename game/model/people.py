"""Attendees: who they are, what they want, where they stand."""

import numpy as np

from game.model import chance
from game.model.chance import Draw
from game.model.columns import F32, I8, I32, U32, Bool, Table, column
from game.model.params import Params

NOBODY = -1


class People(Table):
    """One row per attendee, R × N."""

    # who they are
    id: U32 = column("u4", "", "model", "stable id: the same person in every batch and capacity")
    key: U32 = column("u4", "", "model", "id mixed with the room's seed; the key of every draw")
    expected: Bool = column("?", "", "model", "comes this evening; False for spare capacity")
    human: Bool = column("?", "", "room", "a person decides for this attendee")
    player: Bool = column("?", "", "room", "a seat whose results are reported")
    style: I8 = column("i1", "", "model", "row of the style table")
    interests: U32 = column("u4", "bits", "self", "topics of interest")
    stories: U32 = column("u4", "bits", "self", "topics with a story to tell")
    need: I8 = column("i1", "topic", "self", "topic of the need, -1 none", fill=-1)
    offer: I8 = column("i1", "topic", "self", "topic of the offer, -1 none", fill=-1)
    # traits
    leniency: F32 = column("f4", "sd", "model", "how kindly they rate anybody")
    charm: F32 = column("f4", "sd", "model", "how kindly anybody rates them")
    talkativeness: F32 = column("f4", "sd", "model", "bids for the floor, and length of turns")
    sociability: F32 = column("f4", "sd", "model", "how soon they seek company again")
    tolerance: F32 = column("f4", "s", "model", "median patience with one conversation")
    negativity: F32 = column("f4", "ratio", "model", "bad over good: how much more it weighs")
    gossip: F32 = column("f4", "ratio", "model", "appetite for talking about the absent")
    memory: F32 = column("f4", "probability", "model", "chance of taking in what is said to them")
    seniority: F32 = column("f4", "sd", "room", "standing; people like to meet it")
    nerve: F32 = column("f4", "1/turn", "model", "chance of daring to leave at a transition place")
    pace: F32 = column("f4", "m/s", "room", "walking speed")
    # dispositions a style brings along
    floor: F32 = column("f4", "ratio", "model", "weight when the floor is free", fill=1)
    boldness: F32 = column("f4", "liking", "model", "added to every wish to walk up to somebody")
    restless: F32 = column("f4", "ratio", "model", "below 1: seeks company sooner", fill=1)
    rounds: F32 = column("f4", "liking", "model", "taken off for those already pitched or carded")
    stay: F32 = column("f4", "s", "model", "leaves a conversation after about this long", fill=1e9)
    lightly: F32 = column("f4", "ratio", "model", "share of a full ear that their listening gives", fill=1)
    asks_back: F32 = column("f4", "ratio", "model", "how readily they ask back after answering", fill=1)
    # where they are
    arrives: I32 = column("i4", "tick", "model", "when they come in")
    leaves: I32 = column("i4", "tick", "model", "when they mean to go home", fill=2**30)
    present: Bool = column("?", "", "room", "in the room")
    x: F32 = column("f4", "m", "room", "position")
    y: F32 = column("f4", "m", "room", "position")
    vx: F32 = column("f4", "m/s", "room", "velocity")
    vy: F32 = column("f4", "m/s", "room", "velocity")
    hx: F32 = column("f4", "", "room", "heading, unit vector")
    hy: F32 = column("f4", "", "room", "heading, unit vector", fill=1)
    goal_x: F32 = column("f4", "m", "self", "where they walk to")
    goal_y: F32 = column("f4", "m", "self", "where they walk to")
    walking: Bool = column("?", "", "room", "has a goal not yet reached")
    doing: I8 = column("i1", "Doing", "room", "what the room sees them do when alone")
    glass: I32 = column("i4", "tick", "room", "until when they hold a glass")
    target: I32 = column("i4", "attendee", "self", "whom they walk up to", fill=NOBODY)
    give_up: I32 = column("i4", "tick", "self", "when they stop walking up to the target")
    decide_at: I32 = column("i4", "tick", "model", "next decision when alone")
    ready_at: I32 = column("i4", "tick", "model", "when they feel like company again")
    # in conversation
    formation: I32 = column("i4", "formation", "room", "where they stand", fill=NOBODY)
    joined: I32 = column("i4", "tick", "self", "since when")
    patience: F32 = column("f4", "s", "self", "with this conversation; below 0 they want out")
    wants_out: I32 = column("i4", "tick", "self", "since when they want out, -1 not", fill=-1)
    parting: Bool = column("?", "", "self", "has decided to leave at the next transition place")
    hook_who: I32 = column("i4", "attendee", "self", "whom they could follow up on", fill=NOBODY, width=3)
    hook_item: I8 = column("i1", "item", "self", "…about what", fill=-1, width=3)
    bid_do: I8 = column("i1", "Do", "self", "pending utterance: SAY, CUT_IN, LISTEN; -1 none", fill=-1)
    bid_act: I8 = column("i1", "Act", "self", "…its act", fill=-1)
    bid_to: I32 = column("i4", "attendee", "self", "…its addressee", fill=NOBODY)
    bid_item: I8 = column("i1", "item", "self", "…what about", fill=-1)
    bid_about: I32 = column("i4", "attendee", "self", "…whom about", fill=NOBODY)
    think_until: I32 = column("i4", "tick", "self", "asked for time to think until")
    told_of: I32 = column("i4", "attendee", "self", "whom they gossiped about last", fill=NOBODY)
    # measures
    talk_s: F32 = column("f4", "s", "self", "seconds of own talk")
    company_s: F32 = column("f4", "s", "self", "seconds in conversation")
    heard_out_s: F32 = column("f4", "s", "self", "seconds of others' talk heard out")
    opportunities: I32 = column("i4", "count", "model", "chances others had to meet them, by third", width=3)
    evaded: I32 = column("i4", "count", "model", "…of which they were kept away from, by third", width=3)
    approached: I32 = column("i4", "count", "model", "openings made by others, by third", width=3)
    free_s: F32 = column("f4", "s", "model", "seconds alone and present, by third", width=3)
    wished: F32 = column("f4", "sd", "model", "mean of what others expect of them, at the end of each third", width=3)
    acts: I32 = column("i4", "count", "self", "acts begun, by Act", width=22)


class Doing:
    """What somebody alone is seen to do (values of `People.doing`)."""

    IDLE = 0
    DRINKING = 1
    PHONE = 2
    EVADING = 3
    FETCHING = 4  # on the way to a drink
    GOING_HOME = 5
    GONE = 6


def draw_traits(people: People, params: Params) -> None:
    """Fill the trait columns from each attendee's key; players get the middle of each."""
    key = people.key
    npc = (~people.player).astype(np.float32)

    def normal(draw: Draw) -> F32:
        return chance.normal(key, draw, 0) * npc

    people.leniency[:] = normal(Draw.LENIENCY)
    people.charm[:] = normal(Draw.CHARM)
    people.talkativeness[:] = normal(Draw.TALK)
    people.sociability[:] = normal(Draw.SOCIABILITY)
    people.seniority[:] = normal(Draw.SENIORITY)
    people.tolerance[:] = params.patience_s * chance.exp(params.patience_person_sd * normal(Draw.PATIENCE))
    people.nerve[:] = params.nerve * chance.exp(params.nerve_sd * normal(Draw.NERVE))
    low, high = params.negativity_low, params.negativity_high
    people.negativity[:] = low + (high - low) * chance.uniform(key, Draw.NEGATIVITY, 0)
    people.gossip[:] = 2 * chance.uniform(key, Draw.GOSSIP, 0)
    people.memory[:] = params.memory
    spread = chance.uniform(key, Draw.SPEED, 0)
    people.pace[:] = params.walk_slow + (params.walk_fast - params.walk_slow) * spread
