# ruff: noqa: E501 - a table has one row an act
"""The twin of every act on each network: what it is called there, and what it looks like.

One row an act: act | verb phrase | example. A scenario overrides single acts under `online:`. On a network of its
own, what it does not say is as on LinkedIn.
"""

from functools import cache
from typing import Final

from game.scenario.spec import OnlineAct

_LINKEDIN = """
greet | Send a request with a personal note | Hi Dana, we both laughed at the same slide on Tuesday. Good to meet you.
pass_by | Leave a thumbs-up and move on | 👍 You and 41 others.
ask | Ask a question in the comments | What did you try before that, and why did you stop?
ask_work | Ask what somebody does before following them | Your profile says "fixer". I have to ask: of what?
mirror | Comment "And you?" under a comment | That was our year. How was yours?
follow_up | Reply to their reply | You said the second oven was the cheap one. What happened to it?
listen | Read to the end and react | 💡 (after the last paragraph, not the first)
paraphrase | Sum up their post in your own words | So it wasn't the price that lost them, it was the silence after the quote?
answer | Answer the comment under your own post | Good question. Eleven weeks, and we nearly gave up in the ninth.
deflect | Leave a direct question unanswered | Thanks for engaging! 🙏
share | Post a story that is useful without you | Three things a flood taught me about filing. None of them is "back up".
praise | Name somebody and say what for | @Teo rewrote our whole menu in an afternoon. Look at the second page.
offer | Help in public, for nothing | I have the form you need. No strings, I'll send it over.
introduce | Tag two people who need each other | @Ines, meet @Omar: she has the kitchen and you have the queue.
remember | Come back to what somebody told you | Wasn't your daughter's recital last week? How did the tuba go?
pitch | Send a cold sales message | Hi {First Name}, I help leaders like you 10x. Do you have 15 minutes Thursday?
boast | Write a humble-brag post | Humbled, honoured and frankly exhausted to be on yet another list of 40.
card | Mass-connect | I'd like to add you to my professional network. (214 sent before lunch)
gossip | Screenshot somebody's post into a private chat | Have you seen what he's posting now? I thought so.
excuse | Say that you are signing off | Offline till Monday, my daughter has a recital. I'll read your answer then.
goodbye | Close a thread with thanks | This changed how I'll do it. Thank you both.
silence | Have a profile and say nothing | Last active: some time ago.
cut_in | Answer a question that was put to somebody else | Not Ines, but as an expert in this space I can tell you…
corner | Tag people until they answer | Bumping this! @Dana @Omar @Ines, thoughts? @Dana?
drink | Lurk | You viewed 63 posts today and nobody viewed you.
walk_off | Disappear in the middle of a thread | Seen 14:02. Still seen.
"""

_X = """
greet | Follow with a first reply | Followed you for the sourdough thread. Stayed for the arguments.
pass_by | Like and scroll on | ♥
ask | Ask in the replies | Honest question: what would change your mind on this?
ask_work | Ask about somebody's bio | "Recovering accountant": recovering well?
mirror | Hand a question back | Mine was a paper round. Yours?
follow_up | Reply to their reply | Wait, the goat came back? How?
listen | Read the whole thread before you reply | Got to 17/17. Worth it.
paraphrase | Quote with what they meant | If I read this right: it's the queue, not the price.
answer | Answer in your own replies | Asked a lot, so: we tried it twice. It failed once, usefully.
deflect | Answer a question with a meme | (a raccoon, shrugging)
share | Write a thread that helps | How we got the council to answer an email. 1/6
praise | Quote somebody to lift them | Everything @ines_h writes about kitchens is also about people.
offer | Offer help in a reply | I've been through that form. Message me, I'll send mine.
introduce | Tag two people together | @omar_d, you want @ines_h. @ines_h, likewise. I'll leave.
remember | Reply months later | You asked in March whether it would hold. It held.
pitch | Drop a link under somebody else's post | Great point! That's exactly why I built → link in bio
boast | Post your numbers | Not going to lie, 3.2M impressions this week is wild. Anyway, be kind.
card | Follow hundreds to be followed back | Following 4,988. Followers 5,001.
gossip | Talk about somebody without the @ | You all know which "growth guy" I mean.
excuse | Announce a break | Logging off to see a tuba recital. Back tomorrow.
goodbye | Thank and mute the thread | Learned something. Good night, replies.
silence | Keep the account and never post | 0 posts. Joined in spring, some spring.
cut_in | Reply-guy | Well, actually.
corner | Tag and spam | @dana @dana @dana did you see my link
drink | Doomscroll | It is 23:40. It was 22:10.
walk_off | Leave somebody on seen in messages | ✓✓
"""

_FACEBOOK = """
greet | Send a friend request with a message | It's Alex from the mixer, the one with the wet shoes.
pass_by | Leave a like | Alex and 12 others like this.
ask | Ask the group | Has anybody here found a night baker? Where did you look?
ask_work | Ask about somebody's page | What do you make at the workshop in the last photo?
mirror | Turn the question round in a comment | We went for the blue. What did you take?
follow_up | Reply within the thread | And did the neighbours ever say sorry for the drum kit?
listen | Read all 84 comments first | (opens "View 76 previous comments")
paraphrase | Sum up a long thread | So far: four for the canal, two for the park, Gerald for neither.
answer | Answer in the group | Yes, we use Ines. She comes with her own knives.
deflect | Put a heart under a question | ❤️
share | Post a story with photos | The ceiling, before and after. Mostly before.
praise | Recommend a page | Five stars to the bakery that remembered my order from August.
offer | Offer help in the group | I have a trailer on Sunday and nothing to put on it.
introduce | Tag a friend in somebody's question | Teo Lindgren, this has your name all over it.
remember | Write more than "HBD" | Happy birthday! Is the boat dry yet?
pitch | Post your offer in every group | Hi mums! Does anyone here want to be their own boss?
boast | Announce an honour nobody asked about | Feeling blessed: "Top 100 Voices", again. Don't know why they keep picking me!
card | Invite everybody to like your page | Brad invited you and 612 others to like Pike Revenue.
gossip | Vent in a closed group | No names, but he has a headset and it rhymes with "bike".
excuse | Say you have to go | Pasta's boiling over, more later!
goodbye | Close the discussion with thanks | Sorted! Thank you all, comments off.
silence | Be a member and nothing else | Member since 2016. No posts.
cut_in | Take over somebody's thread | Not what you asked, but MY roof…
corner | Tag ninety-nine friends in a photo of a flyer | Brad is with Dana Ruiz and 98 others.
drink | Scroll past everybody you know | (somebody's holiday, somebody's holiday, a dog)
walk_off | Leave the group without a word | Alex left the group.
"""

_INSTAGRAM = """
greet | Follow and answer a story | That's the bar from Tuesday! Hi, I'm the wet shoes.
pass_by | Double-tap | ♥ (on the way to the next one)
ask | Put a question sticker in your story | What do you wish somebody had told you about ovens?
ask_work | Ask about a picture | Is that your workshop? What's the machine at the back?
mirror | Send the question back | Mine's the yellow one. Which is yours?
follow_up | Reply to their answer | And the cat that sat in the flour, is she staff now?
listen | Watch the whole story, sound on | (all nine slides)
paraphrase | Caption what somebody meant | She calls it "slow bread". I call it patience you can eat.
answer | Answer the questions you collected | You asked 31 things. Here are the honest ones.
deflect | Reply with a flame | 🔥
share | Post how you did it | Swipe for the part that went wrong.
praise | Put somebody's work in your story | Stop what you're doing and look at this hem.
offer | Offer a hand in a message | Saw your story. I have forty chairs, come and get them.
introduce | Tag two makers in one post | Her glaze, his bread. You two should meet.
remember | Answer an old story | Is this the plant you nearly gave up on in May?
pitch | Slide into messages with an offer | Hey hun! Love your feed! Ever thought about passive income?
boast | Pose with it | Swipe to see the view from the office I never wanted. #grateful
card | Follow and unfollow by the hundred | started following you · stopped following you
gossip | Share to "close friends" | (a screenshot, and three eyes)
excuse | Say good night in a story | Phone in the drawer. See you Thursday.
goodbye | Thank by voice message | 0:14, and you can hear the smile
silence | Post nothing, watch all | 0 posts, 212 following
cut_in | Advertise in somebody's comments | Nice! Check out MY page 💯
corner | Tag strangers in a giveaway | Tag five friends or else. @dana @dana @dana
drink | Scroll reels | An hour of otters.
walk_off | Unfollow quietly | (they noticed)
"""

_MASTODON = """
greet | Answer an introduction | Welcome! Bread and bicycles? You'll like it here.
pass_by | Favourite | ⭐
ask | Ask, with a hashtag people follow | Bakers of #fedihire: how did you find your night shift?
ask_work | Ask about a pinned post | Your #introduction says lighthouse. As a job?
mirror | Pass the question on | I keep mine in a shoebox. And you?
follow_up | Reply in the thread | You left us at "then the goat got in". Go on.
listen | Read up the thread before you answer | (opens all 23 replies)
paraphrase | Put it in your own words | So you left because of the noise, not because of the work?
answer | Answer whoever asked | It was the fuse. It is always the fuse.
deflect | Answer with a content warning and nothing below | CW: later
share | Write a long post with an image description | Alt text: an oven, defeated.
praise | Boost with a word on why | Boosting because the third paragraph is the best thing on hiring I've read.
offer | Offer your help to an instance | I can moderate on Sundays. I have tea.
introduce | Mention two people in one post | @ines @omar you have the same problem from opposite ends.
remember | Come back to an old thread | A year ago you planted that. May we see it?
pitch | Advertise in a hashtag | Unlock your revenue! #bread #cats #introduction
boast | Mention your stars | Not that it matters, but 900 boosts.
card | Follow a whole instance | followed you, and everybody you know
gossip | Write a post "only for followers" | Some of you will know who was at it again.
excuse | Say that you're away | Gone to the allotment, back when it rains.
goodbye | Close with thanks | Thread closed, heart full.
silence | Have an account on an empty instance | (crickets, federated)
cut_in | Explain it to the person who wrote it | As the standard clearly states…
corner | Mention somebody until the moderators come | @dana @dana@other @dana@third
drink | Read the federated timeline | Eleven languages, four of them about cats.
walk_off | Move instances without a redirect | This account has moved. Nobody knows where.
"""

_TABLES = {
    "linkedin": _LINKEDIN,
    "x": _X,
    "facebook": _FACEBOOK,
    "instagram": _INSTAGRAM,
    "mastodon": _MASTODON,
}
_CALLED: Final = {
    "linkedin": "LinkedIn",
    "x": "X",
    "facebook": "Facebook",
    "instagram": "Instagram",
    "mastodon": "Mastodon",
}


@cache
def _rows(network: str) -> tuple[tuple[str, OnlineAct], ...]:
    rows = (line.split(" | ") for line in _TABLES[network].strip().splitlines())
    return tuple((act, OnlineAct(act=called, example=example)) for act, called, example in rows)


def twins(network: str) -> dict[str, OnlineAct]:
    """The twin of every act on a network, by the act's name."""
    return dict(_rows(network if network in _TABLES else "linkedin"))


def called(network: str) -> str:
    """What a network is called: "company_intranet" is the Company intranet."""
    return _CALLED.get(network, network.replace("_", " ").capitalize())
