"""The columns of the weeks: everybody within the player's reach, and the player's account."""

from game.model.columns import F32, I8, I32, U32, Bool, Table, column
from game.model.social.rules import Rule

NEVER = -(2**20)


class Audience(Table):
    """One row per person, R × A; row 0 of each room is the player, then come the guests of the evening.

    A tie is held about the player only: of thousands nobody knows the others.
    """

    # who they are
    id: U32 = column("u4", "", "model", "stable id, as in the evening")
    key: U32 = column("u4", "", "model", "id mixed with the room's seed; the key of every draw")
    there: Bool = column("?", "", "room", "a person; False for the player's row and spare capacity")
    interests: U32 = column("u4", "bits", "self", "topics of interest")
    need: I8 = column("i1", "topic", "self", "topic of the need, -1 none", fill=-1)
    offer: I8 = column("i1", "topic", "self", "topic of the offer, -1 none", fill=-1)
    negativity: F32 = column("f4", "ratio", "model", "bad over good: how much more it weighs", fill=2)
    wakes: I8 = column("i1", "h", "model", "hour of the player's day at which they get up", fill=7)
    sells: Bool = column("?", "", "model", "uses every card for selling")
    # what they hold about the player: the columns of a tie, see game.model.ties
    follows: Bool = column("?", "", "room", "follows the player")
    since: I32 = column("i4", "tick", "model", "…since when")
    liking: F32 = column("f4", "sd", "self", "how much they like the player, −3 … 3")
    trust: F32 = column("f4", "sd", "self", "how credible the player is to them, −3 … 3")
    attention: F32 = column("f4", "share", "model", "of what they would read of the player's", fill=1)
    minutes: F32 = column("f4", "min", "self", "the player's time given to them")
    met: Bool = column("?", "", "self", "have talked")
    known: U32 = column("u4", "bits", "self", "what they know of the player, bits by Item")
    common: U32 = column("u4", "bits", "self", "shared interests found, bits by topic")
    owed: F32 = column("f4", "favours", "self", "what they owe the player")
    pitches: I8 = column("i1", "count", "self", "promotions seen")
    praises: I8 = column("i1", "count", "self", "times praised by the player")
    unreturned: I8 = column("i1", "count", "self", "questions of the player's with nothing shared back")
    hearsay: F32 = column("f4", "sd", "self", "what others say of the player")
    muted: Bool = column("?", "", "self", "sees nothing of the player any more")
    card: Bool = column("?", "", "self", "holds the player's card")
    from_rule: F32 = column("f4", "sd", "self", "liking gained so far by each rule, fading", width=len(Rule))
    # what the player holds about them
    followed: Bool = column("?", "", "self", "the player follows them")
    knows: U32 = column("u4", "bits", "self", "what the player knows of them, bits by Item")
    held: Bool = column("?", "", "self", "the player holds their card")
    ignored: Bool = column("?", "", "self", "muted by the player")
    mark: I8 = column("i1", "Mark bits", "self", "what the player privately decided")
    last: I32 = column("i4", "tick", "self", "last exchange", fill=NEVER)
    sent: I32 = column("i4", "tick", "self", "last deed of the player's for them", fill=NEVER)
    tried: I8 = column("i1", "count", "self", "deeds of the player's since they last answered, while fresh")
    # what is under way
    due: I32 = column("i4", "tick", "model", "when they see what the player sent, -1 nothing", fill=-1)
    due_do: I8 = column("i1", "Deed", "model", "…how it was sent", fill=-1)
    due_act: I8 = column("i1", "Act", "model", "…what it was", fill=-1)
    due_item: I8 = column("i1", "item", "model", "…about what", fill=-1)
    due_about: I32 = column("i4", "person", "model", "…about whom", fill=-1)
    said: I8 = column("i1", "item", "self", "what they said to the player last, unanswered; -1 nothing", fill=-1)
    said_at: I32 = column("i4", "tick", "self", "…when", fill=NEVER)
    asks: Bool = column("?", "", "self", "…and it ended in a question")
    # what has come of it
    deal: I8 = column("i1", "Bond", "self", "what they are to the player's business")
    lost: Bool = column("?", "", "self", "was a client once and went")
    referred: I8 = column("i1", "count", "self", "people they have sent")
    sent_by: I32 = column("i4", "person", "self", "who sent them, -1 nobody", fill=-1)


class Bond:
    """What somebody is to the player's business (values of `Audience.deal`)."""

    NONE = 0
    CLIENT = 1  # buys from the player
    SUPPLIER = 2  # has what the player needs: hired, or bought from
    LOST = 3  # a client who has gone


class Account(Table):
    """One row per room: the player on the network."""

    key: U32 = column("u4", "", "model", "key of the player's draws")
    interests: U32 = column("u4", "bits", "self", "the player's topics of interest")
    need: I8 = column("i1", "topic", "self", "topic of the player's need, -1 none", fill=-1)
    offer: I8 = column("i1", "topic", "self", "topic of the player's offer, -1 none", fill=-1)
    human: Bool = column("?", "", "room", "a person decides")
    style: I8 = column("i1", "", "model", "row of the style table")
    community: Bool = column("?", "", "room", "a network on which one knows one another")
    bought: F32 = column("f4", "people", "self", "bought followers: they neither read nor answer")
    day_min: F32 = column("f4", "min", "self", "time given to the network, a day")
    left: F32 = column("f4", "min", "self", "…of which is left today")
    spent: F32 = column("f4", "min", "self", "…spent so far")
    response: F32 = column("f4", "share", "model", "recent response of those shown a post", fill=0.02)
    posts: I32 = column("i4", "count", "self", "posts by third of the weeks", width=3)
    responses: I32 = column("i4", "count", "self", "responses to them, by third", width=3)
    replies: I32 = column("i4", "count", "self", "…answers among them")
    discussions: I32 = column("i4", "count", "self", "threads of three people or more")
    deep: I32 = column("i4", "count", "self", "…that go three answers deep")
    acquainted: I32 = column("i4", "pairs", "self", "others who met in the player's threads")
    acts: I32 = column("i4", "count", "self", "deeds by Act", width=22)
    pitched: I32 = column("i4", "count", "self", "promotions seen by somebody, by trusting and not", width=2)
    sold: I32 = column("i4", "count", "self", "deals within a day of one, by trusting and not", width=2)
    unfollowed: I32 = column("i4", "count", "self", "follows ended")
    nuisance: F32 = column("f4", "min", "self", "time taken by others' mails and tags")
