"""Every number of the weeks that the evening does not have, with its unit, meaning and source."""

from dataclasses import dataclass

from game.model.params import number

HOURS: int = 24  # ticks of a day: a tick of the weeks is an hour


@dataclass(frozen=True)
class FeedParams:
    """The parameters of the network, and of what its use costs."""

    # what things take of the player's day
    post_min: float = number(5.0, "A-70", "min", "a post")
    thought_min: float = number(15.0, "A-70", "min", "a post with something in it for its readers")
    reply_min: float = number(4.0, "A-70", "min", "a reply to somebody, theirs read")
    comment_min: float = number(5.0, "A-70", "min", "a comment under somebody's post, that read")
    message_min: float = number(6.0, "A-70", "min", "a message to one person")
    introduce_min: float = number(8.0, "A-70", "min", "a message that brings two people together")
    read_min: float = number(2.0, "A-70", "min", "reading what somebody wrote")
    meet_min: float = number(90.0, "A-70", "min", "a coffee with somebody, the way included")
    mail_min: float = number(10.0, "A-70", "min", "one mail to everybody whose card one holds")
    follow_min: float = number(0.5, "A-70", "min", "following somebody")
    buy_min: float = number(2.0, "A-70", "min", "buying followers")
    lurk_min: float = number(15.0, "A-70", "min", "scrolling")
    carried_days: float = number(3.0, "A-70", "days", "time not used today can be used so much later")
    nuisance_min: float = number(2.0, "A-71", "min", "somebody's mail and tags, a day")
    # who sees a post
    reach: float = number(0.30, "A-72", "share", "of awake followers shown a post, at an audience of 100")
    reach_least: float = number(0.25, "A-72", "ratio", "of that, when nobody responds")
    reach_most: float = number(1.6, "A-72", "ratio", "of that, when many do")
    usual_response: float = number(0.02, "E-25", "share", "response to a follower shown a post at which reach stays")
    recent: float = number(0.85, "A-72", "ratio", "weight of the past in recent response, a post")
    late: float = number(0.08, "E-25", "ratio", "shown a post hours later, beside at once")
    late_h: int = number(7, "E-25", "h", "…how many hours")
    awake_h: int = number(16, "A-73", "h", "a day is long")
    abroad: float = number(0.25, "A-73", "share", "of an audience who live by another clock")
    # who responds
    lively: float = number(8.0, "A-74", "ratio", "game rate: how much oftener than in life people respond to posts")
    respond: float = number(0.018, "E-25", "probability", "answering a post one has been shown, in life")
    react: float = number(0.010, "E-25", "probability", "leaving a sign only, in life")
    asked_us: float = number(2.0, "A-75", "ratio", "a question put to everybody")
    of_interest: float = number(1.8, "A-75", "ratio", "a post on what one cares about")
    of_use: float = number(2.0, "A-75", "ratio", "a post that meets one's need")
    of_none: float = number(0.5, "A-75", "ratio", "a post on anything else")
    for_sale: float = number(0.15, "A-75", "ratio", "a promotion, or a boast")
    fond: float = number(0.8, "A-75", "1/sd", "more readily, the better one likes who posts")
    answer: float = number(0.55, "A-76", "probability", "answering a comment, from somebody neither liked nor disliked")
    answer_liking: float = number(0.22, "A-76", "1/sd", "…more, the better one likes them")
    answer_cold: float = number(0.06, "A-76", "probability", "answering a message that sells")
    answer_card: float = number(0.15, "A-76", "probability", "answering a bare request to connect")
    asks_too: float = number(0.25, "A-76", "probability", "an answer that ends in a question")
    thread: float = number(0.10, "A-77", "probability", "answering somebody else who answered")
    deeper: float = number(0.15, "E-25", "ratio", "…and again, each level down")
    # how it is taken
    breadth: float = number(0.25, "A-78", "ratio", "what is said to everybody, beside what is said to me")
    glance_s: float = number(20.0, "A-78", "s", "reading a reply or a comment")
    letter_s: float = number(45.0, "A-78", "s", "reading a message")
    coffee_s: float = number(1800.0, "A-78", "s", "the other's share of a coffee's talk")
    attention_s: float = number(190.0, "A-79", "s", "of patience that make all of one's attention")
    attention_liking: float = number(0.6, "A-79", "1/sd", "attention that rewarding posts give back")
    attention_day: float = number(0.006, "A-79", "1/day", "attention that comes back by itself")
    rest: float = number(0.94, "A-80", "ratio/day", "of what a rule has gained still limits it a day later")
    hang_h: int = number(48, "A-81", "h", "after that an unanswered question hangs")
    # following
    follows_back_news: float = number(0.22, "E-26", "probability", "a follow returned where one reads news")
    follows_back_community: float = number(0.6, "E-26", "probability", "…and where one knows one another")
    follow_for_talk: float = number(0.10, "A-82", "probability", "following somebody after a good exchange")
    breaks: float = number(0.0022, "E-27", "1/day", "a one-way follow of long standing ends")
    breaks_mutual: float = number(0.4, "E-27", "ratio", "…when it is mutual")
    breaks_new: float = number(1.5, "E-27", "ratio", "more, when it began today")
    new_days: float = number(14.0, "E-27", "days", "…half of that after so long")
    breaks_tired: float = number(2.5, "E-27", "ratio", "more, when no attention is left")
    breaks_dislike: float = number(1.5, "E-27", "1/sd", "more, the less one likes who is followed")
    mutes_below: float = number(-0.9, "A-83", "sd", "an opinion at which one is muted")
    # ties
    lasting_days: float = number(7.0, "A-84", "days", "that a tie keeps by itself")
    fades: float = number(0.97, "A-84", "ratio/day", "of liking and trust, past that")
    friend_minutes: float = number(30.0, "E-22", "min", "game rate; fifty hours in life")
    friend_liking: float = number(0.45, "A-85", "sd", "liking for a friend, after weeks")
    friend_knows: float = number(2.0, "A-85", "items", "known of one another")
    business_minutes: float = number(12.0, "A-86", "min", "with somebody before one buys")
    business_liking: float = number(0.35, "A-86", "sd", "people do business with people they like")
    business_trust: float = number(0.35, "A-86", "sd", "…and trust")
    business_day: float = number(0.15, "A-86", "1/day", "a deal that is due is made")
    lost_below: float = number(0.0, "A-87", "sd", "opinion at which a client goes")
    lost_day: float = number(0.1, "A-87", "1/day", "…on any one day")
    looks_up: float = number(0.05, "A-88", "1/day", "somebody who likes one looks at what one does")
    refer_trust: float = number(0.5, "A-89", "sd", "trust to refer")
    refer_day: float = number(0.02, "A-89", "1/day", "a referral where all is given, at half an overlap")
    referred_trust: float = number(0.4, "A-89", "sd", "what a referral says for the one referred")
    told_day: float = number(0.05, "A-90", "1/day", "somebody annoyed tells of it")
    # the network
    neighbourhood: int = number(800, "A-91", "people", "one can come across, followers or not")
    strangers: int = number(200, "A-91", "people", "of these not following, at least")
    follower_liking: float = number(0.0, "A-91", "sd", "of those who follow from before, at least")
    days_before: float = number(90.0, "A-91", "days", "mean age of follows from before")
