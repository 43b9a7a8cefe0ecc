"""What passes by: other people's posts at every look-in, and the line that says what the last deed has done."""

import hashlib
from collections.abc import Sequence

import numpy as np

from game.model.acts import Item
from game.model.commands import Command
from game.model.feed.deeds import DIRECT, Deed
from game.session.weeks.book import Entry
from game.session.weeks.writing import Writing
from game.talk.words import Words

POSTS = 2  # of others that one comes across in one look-in
_AGAIN_H = 48  # nobody else posts again within
_DOES = {"view": "share"}  # what is done by a kind of post, where it is called otherwise
_DONE = {Deed.BUY: "bought", Deed.LURK: "lurked", Deed.MAIL: "mailed", Deed.POST: "posted"}
_ABOUT = {Deed.FOLLOW: "followed", Deed.MUTE: "muted", Deed.DROP: "dropped", Deed.READ: "read"}


def by(w: Writing) -> None:
    """Let a few of those the player sees post something of their own."""
    lately = {e.person for e in w.book.entries[-200:] if e.kind == "post" and e.tick > w.net.tick - _AGAIN_H}
    candidates = [row for row in _seen(w) if row not in lately]
    for number in range(min(POSTS, len(candidates))):
        row = candidates.pop(_lot(w, number, len(candidates)))
        _post(w, row)


def _seen(w: Writing) -> list[int]:
    """Whose posts the player is shown: those followed and those met; of the others those who follow."""
    a = w.net.audience
    rows = np.flatnonzero(a.there & ~a.ignored & w.net.awake(np.arange(a.rows)))
    near = rows[a.followed[rows] | a.met[rows]]
    return [int(row) for row in (near if len(near) > POSTS else rows[a.follows[rows]])]


def _lot(w: Writing, number: int, count: int) -> int:
    text = f"{int(w.net.account.key[0])}/{w.net.tick}/{number}"
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little") % count


def _post(w: Writing, row: int) -> None:
    person, topics = w.company[row], {topic.id: t for t, topic in enumerate(w.pen.topics)}
    mine = [topics[topic] for topic in person.interests] or [0]
    topic = mine[_lot(w, row, len(mine))]
    item = Item.TOPIC + topic
    if w.net.audience.sells[row]:
        kind = "pitch"
    else:
        stories = w.untold(row)
        own = stories and _lot(w, row + 2, 2) == 0
        if own:
            item = Item.STORY + stories[_lot(w, row, len(stories))]
        kind = "share" if own else ("ask", "view", "view", "offer")[_lot(w, row + 1, 4)]
    w.book.post(w.net.tick, row, w.post(row, kind, item), item, _DOES.get(kind, kind))


def caption(w: Writing, words: Words, command: Command, written: int) -> str:
    """What a deed has done, in a line. `written`: entries of the timeline before it."""
    do = Deed(command.do) if command.do in tuple(Deed) else None
    new = w.book.entries[written:]
    if do == Deed.POST:
        return _of_post(words, next((entry for entry in new if entry.person == 0), None))
    if do in DIRECT and do != Deed.READ:
        return _of_message(w, words, command.to, new)
    if do in _ABOUT:
        return words.text(f"feed.caption.{_ABOUT[do]}", name=w.company[command.to].first_name)
    if do in _DONE:
        return words.text(f"feed.caption.{_DONE[do]}", n=int(w.net.audience.held.sum()))
    return words.text("feed.caption.marked")


def _of_post(words: Words, post: Entry | None) -> str:
    if post is None:
        return ""
    shown = words.text("feed.caption.posted", n=post.shown)
    if not post.responses:
        return f"{shown} {words.text('feed.caption.quiet')}"
    return f"{shown} {words.text('feed.caption.responded', n=post.responses)}"


def _of_message(w: Writing, words: Words, to: int, new: Sequence[Entry]) -> str:
    name = w.company[to].first_name
    if any(entry.person == to for entry in new):
        key = "answered"
    elif w.net.audience.due[to] >= 0:
        key = "asleep"
    else:
        key = "silent"
    return words.text(f"feed.caption.{key}", name=name)
