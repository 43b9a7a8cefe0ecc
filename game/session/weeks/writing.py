"""Which words a deed on the network is done in, and which ones it is answered in."""

from game.model.acts import QUESTIONS, Act, Item
from game.model.commands import Command
from game.model.feed.deeds import Deed
from game.model.feed.net import Net
from game.session.weeks.book import Book
from game.session.weeks.company import Company
from game.session.weeks.pen import Pen
from game.talk.utterance import COOL, Utterance, topic_of

PLAYER = 0
SELLING = (Act.PITCH, Act.BOAST, Act.CARD)
_IN_TALK = 5  # turns: neither the beginning of a talk nor late in it
_TALK = 1_000_000  # as many formations no room has: what two wrote one another is a talk of its own
_OTHERWISE = {
    Act.FOLLOW_UP: "ask_on",
    Act.REMEMBER: "ask_on",
    Act.ASK_WORK: "ask_work",
    Act.ANSWER: "tell",
    Act.SHARE: "tell",
    Act.PARAPHRASE: "say_back",
    Act.PRAISE: "praise",
    Act.PITCH: "post_pitch",
    Act.BOAST: "post_boast",
}
_MAILS = {Act.PITCH: "mail_pitch", Act.REMEMBER: "mail_remember", Act.CARD: "mail_card"}
_FIRST = {Act.OFFER: "thanks", Act.INTRODUCE: "thanks", Act.PRAISE: "thanks_word", Act.REMEMBER: "remembered"}
_FIRST |= {Act.CARD: "accept", Act.GREET: "welcome"}


class Writing:
    """The words of one run of weeks."""

    def __init__(self, net: Net, company: Company, pen: Pen, book: Book) -> None:
        self.net, self.company, self.pen, self.book = net, company, pen, book

    # the player's own

    def meant(self, command: Command) -> Utterance:
        """A deed of the player's as something to be written, before it changes anything."""
        a, to, about = self.net.audience, command.to, command.about
        person = to if to > PLAYER else -1
        return Utterance(
            tick=max(0, to),  # what was shown must be what is written: it may depend on whom, not on when
            speaker=PLAYER,
            addressee=person,
            act=command.act,
            item=command.item,
            about=about,
            turn=_IN_TALK,
            formation=_TALK + person,
            reply_to=int(Act.ASK if a.asks[to] else Act.SHARE) if person > 0 and a.said[to] >= 0 else -1,
            known=int(a.knows[to]) | 1 << Item.NAME if person > 0 else 0,
            met=bool(a.met[to]) if person > 0 else False,
            last_item=int(a.said[to]) if person > 0 else -1,
            asked=command.item if command.act == Act.ANSWER else -1,
            known_about=int(a.knows[about]) if about > PLAYER else 0,
        )

    def draft(self, command: Command) -> str:
        """The words a deed would be done in, "" for those without."""
        return self._in_words(command, self.meant(command), use=False)

    def write(self, command: Command, meant: Utterance) -> str:
        """The same, now written. `meant`: what `meant` gave before the deed took effect."""
        return self._in_words(command, meant, use=True)

    def _in_words(self, command: Command, u: Utterance, use: bool) -> str:
        pool = self._pool(command, u)
        if pool:
            return self.pen.pick(pool, u) if use else self.pen.peek(pool, u)
        if command.act < 0 or command.act == Act.LISTEN:
            return ""
        otherwise = _OTHERWISE.get(Act(command.act), "ask_need" if command.item == Item.NEED else "ask_topic")
        return self.pen.write(u, otherwise) if use else self.pen.draft(u, otherwise)

    def _pool(self, command: Command, u: Utterance) -> str:
        """The lines that exist only online, "" where one writes as one talks."""
        act = command.act
        if command.do == Deed.POST:
            told = any(story.topic == self._topic(command.item) for story in self.company[PLAYER].stories)
            fresh = told and f"{PLAYER}/{Act.SHARE}/{command.item}" not in self.book.done
            return ("post_share" if fresh else "post_view") if act == Act.SHARE else f"post_{Act(act).name.lower()}"
        if command.do == Deed.MAIL:
            return _MAILS[Act(act)]
        if command.do == Deed.MEET:
            return "meet"
        if act == Act.OFFER:
            return "help" if command.item >= Item.TOPIC else "give"
        if act == Act.INTRODUCE:
            return "introduce" if u.knows(Item.NEED) and u.knows_about(Item.OFFER) else "introduce_plain"
        if act == Act.CARD:
            return "connect_met" if u.met else "connect"
        if act == Act.GREET:
            return self.greeting(command.to)
        return ""

    def greeting(self, to: int) -> str:
        """The words of a hello: to somebody written to before, to somebody from the evening, to a stranger."""
        if to in self.book.written_to:
            return "greet_later"
        return "greet_met" if to < self.company.guests and self.net.audience.met[to] else "greet"

    def _topic(self, item: int) -> str:
        topic = topic_of(item)
        return self.pen.topics[topic].id if 0 <= topic < len(self.pen.topics) else ""

    # what the others write

    def theirs(self, row: int, act: int, item: int, reply_to: int = -1, asked: int = -1) -> Utterance:
        """Something a person writes to the player."""
        a = self.net.audience
        return Utterance(
            tick=self.net.tick,
            speaker=row,
            addressee=PLAYER,
            act=act,
            item=item,
            warmth=float(a.liking[row]),
            turn=_IN_TALK,
            formation=_TALK + row,
            reply_to=reply_to,
            known=int(a.known[row]) | 1 << Item.NAME,
            met=bool(a.met[row]),
            asked=asked,
        )

    def answer(self, row: int, act: int, told: int, asks: bool, do: int = -1) -> str:
        """What somebody answers to a deed that does `act`, telling an item, perhaps with a question at the end."""
        if self.cold(row, act):
            return self.brush_off(row)
        if topic_of(told) >= 0:
            self.company.tells(row, topic_of(told))
        story = self._new_story(row, told)
        questioned = act in QUESTIONS and not story
        asked = told if questioned else -1
        u = self.theirs(row, Act.ANSWER if questioned else Act.SHARE, told, act if questioned else -1, asked)
        parts = [self.pen.tell(u, story) if story else self.pen.write(u, "fallback")]
        first = "after_coffee" if do == Deed.MEET else _FIRST.get(Act(act))
        if do < 0 and topic_of(told) >= 0 and row % 3 == 0:  # not everybody begins with a word about the post
            first = first or "sign"
        if act == Act.FOLLOW_UP and not first and self._goes_back_to_the_evening(row):
            first = "recall"
        if first:
            parts.insert(0, self.pen.pick(first, u))
        if asks:
            kind = {Item.WORK: "work", Item.NEED: "need"}.get(Item(told) if told < Item.TOPIC else Item.TOPIC, "topic")
            parts.append(self.pen.pick(f"asks_{kind}", u))
        return " ".join(parts)

    def cold(self, row: int, act: int) -> bool:
        """Whether somebody to whom an act is done takes it for spam."""
        return act in SELLING and bool(self.net.audience.liking[row] < COOL / 2)

    def _new_story(self, row: int, item: int) -> str:
        """The story behind an item, if it is one that the player has not had from them yet; else ""."""
        if item < Item.STORY or topic_of(item) not in self.untold(row):
            return ""
        topic = self.pen.topics[topic_of(item)].id
        return next(story.text for story in self.company[row].stories if story.topic == topic)

    def _goes_back_to_the_evening(self, row: int) -> bool:
        """Whether somebody met that evening writes to the player for the first time."""
        wrote = any(entry.person == row and entry.kind in ("reply", "answer") for entry in self.book.entries)
        return row < self.company.guests and bool(self.net.audience.met[row]) and not wrote

    def brush_off(self, row: int) -> str:
        """What somebody writes who takes the player for spam."""
        return self.pen.pick("brush_off", self.theirs(row, Act.DEFLECT, -1))

    def glad(self, row: int) -> str:
        """What somebody writes whom the player has remembered."""
        return self.pen.pick("remembered", self.theirs(row, Act.SHARE, -1))

    def spam(self, row: int) -> str:
        """The day's mail of somebody who uses every card for selling."""
        return self.pen.pick("spam_first", self.theirs(row, Act.PITCH, Item.OFFER))

    def to_another(self, row: int, other: int) -> str:
        """What somebody in a thread says to somebody else in it."""
        u = Utterance(tick=self.net.tick, speaker=row, act=int(Act.SHARE), about=other)
        return self.pen.pick("thread", u)

    def post(self, row: int, kind: str, item: int) -> str:
        """Something of somebody's own, posted to everybody."""
        return self.pen.pick(f"post_{kind}", Utterance(tick=self.net.tick, speaker=row, act=int(Act.SHARE), item=item))

    def untold(self, row: int) -> list[int]:
        """Topics on which somebody has a story that the player has not had from them."""
        told = {story.topic for story in self.company[row].stories}
        topics = [t for t, topic in enumerate(self.pen.topics) if topic.id in told]
        return [t for t in topics if not self.pen.has_told(Utterance(0, row, item=Item.STORY + t))]
