"""What happened in an hour, told: events of the network become entries of the timeline."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.model.acts import QUESTIONS, Act
from game.model.commands import Command
from game.model.feed.deeds import Deed
from game.model.feed.events import FeedEvent
from game.model.feed.tables import Bond
from game.session.twins import name_of
from game.session.weeks.book import NO_THREAD, NOBODY, Entry
from game.session.weeks.writing import PLAYER, Writing
from game.talk.utterance import Utterance
from game.talk.words import Words

Rows = NDArray[Any]
Meant = Mapping[int, tuple[Command, Utterance]]  # by person, NOBODY for everybody: what the player meant to write

_BRUSHED_OFF_BY = 3  # people who bother to answer a mail to everybody
_GLAD = 2
_NEWS = {FeedEvent.LOST: "lost", FeedEvent.WON_BACK: "won_back", FeedEvent.HUNG: "hung"}


class Telling:
    """Writes the book of one run of weeks."""

    def __init__(self, writing: Writing, words: Words) -> None:
        self._writing, self._words = writing, words
        self._net, self._book, self._company = writing.net, writing.book, writing.company

    def deeds(self, events: Rows, reasons: Rows, meant: Meant) -> None:
        """What the player has just done, and what people answered to it in public."""
        post: Entry | None = None
        for row in events:
            kind, actor = FeedEvent(int(row["kind"])), int(row["actor"])
            if kind == FeedEvent.POSTED and NOBODY in meant:
                post = self._posted(*meant[NOBODY], int(row["value"]))
            elif kind == FeedEvent.RESPONDED and post:
                post.responses = int(row["value"])
            elif kind == FeedEvent.ANSWERED and post:
                self._answered(row, post.thread, in_public=True)
            elif kind == FeedEvent.THREAD and post:
                self._discussed(post, int(row["value"]), events)
            elif kind == FeedEvent.SENT and actor in meant:
                self._sent(actor, *meant[actor])
            else:
                self._other(row)
        if NOBODY in meant and meant[NOBODY][0].do == Deed.MAIL:
            self._mailed(*meant[NOBODY], reasons)

    def hour(self, events: Rows) -> None:
        """What an hour has brought: answers to what the player wrote, and news."""
        for row in events:
            if row["kind"] == FeedEvent.ANSWERED:
                actor = int(row["actor"])
                self._answered(row, self._book.under.get(actor, NO_THREAD), in_public=False)
            else:
                self._other(row)

    def _posted(self, command: Command, u: Utterance, shown: int) -> Entry:
        text = self._writing.write(command, u)
        self._book.done.add(f"{PLAYER}/{command.act}/{command.item}")
        if command.about > PLAYER:
            self._book.done.add(f"{command.about}/named")
        post = self._book.post(self._net.tick, PLAYER, text, command.item, name_of(command.act))
        post.shown = shown
        return post

    def _sent(self, to: int, command: Command, u: Utterance) -> None:
        book = self._book
        text = self._writing.write(command, u)
        book.said.pop(to, None)
        book.done.add(f"{to}/{command.act}/{command.item}")
        if command.do == Deed.READ:
            return
        under = book.under.get(to, NO_THREAD) if command.do == Deed.REPLY else NO_THREAD
        if command.do == Deed.COMMENT and to in book.posts:
            under = book.posts[to][0]
        book.under[to] = under
        book.written_to.add(to)
        act = "" if command.do == Deed.MEET else name_of(command.act)  # a coffee is no network
        book.add(Entry(self._net.tick, "sent" if under == NO_THREAD else "reply", PLAYER, text, under, act=act))

    def _answered(self, row: Rows, thread: int, in_public: bool) -> None:
        book, actor, act = self._book, int(row["actor"]), int(row["act"])
        do = -1 if in_public else int(self._net.audience.due_do[actor])
        text = self._writing.answer(actor, act, int(row["item"]), bool(row["value"]), do)
        does = "deflect" if self._writing.cold(actor, act) else "answer" if act in QUESTIONS else "share"
        book.said[actor], book.under[actor] = text, thread
        book.add(Entry(self._net.tick, "answer" if thread == NO_THREAD else "reply", actor, text, thread, act=does))

    def _discussed(self, post: Entry, people: int, events: Rows) -> None:
        """Somebody in it says something to somebody else in it."""
        said = [int(row["actor"]) for row in events if row["kind"] == FeedEvent.ANSWERED]
        if len(said) > 1:
            text = self._writing.to_another(said[-1], said[0])
            self._book.add(Entry(self._net.tick, "reply", said[-1], text, post.thread, act="share"))
        self._news("thread", post.thread, n=people)

    def _mailed(self, command: Command, u: Utterance, reasons: Rows) -> None:
        """A mail to everybody, and the few who bother to answer it: those whom it moved most."""
        tick, a = self._net.tick, self._net.audience
        text = self._writing.write(command, u)
        self._book.add(Entry(tick, "sent", PLAYER, text, act=name_of(command.act), to_all=True))
        self._book.written_to.update(int(row) for row in np.flatnonzero(a.held))
        moved: dict[int, float] = {}
        for row in reasons:
            moved[int(row["of"])] = moved.get(int(row["of"]), 0.0) + float(row["liking"])
        cold = sorted((person for person in moved if moved[person] < 0), key=lambda person: (moved[person], person))
        warm = sorted((person for person in moved if moved[person] > 0), key=lambda person: (-moved[person], person))
        for person in cold[:_BRUSHED_OFF_BY]:
            self._book.add(Entry(tick, "answer", person, self._writing.brush_off(person), act="deflect"))
        for person in warm[:_GLAD] if command.act == Act.REMEMBER else []:
            self._book.add(Entry(tick, "answer", person, self._writing.glad(person), act="share"))

    def _other(self, row: Rows) -> None:
        """What is news to the player; how many stopped following, and who muted the player, no network tells."""
        kind, actor = FeedEvent(int(row["kind"])), int(row["actor"])
        if kind == FeedEvent.BOTHERED:
            self._book.add(Entry(self._net.tick, "answer", actor, self._writing.spam(actor), act="pitch"))
        elif kind == FeedEvent.FOLLOWED and (actor < self._company.guests or self._net.audience.knows[actor] > 1):
            self._news("followed", name=self._company[actor].name)
        elif kind == FeedEvent.BOUGHT:
            self._news("bought", act="buy", n=int(row["value"]))
        elif kind == FeedEvent.DEAL:
            self._news("client" if row["item"] == Bond.CLIENT else "supplier", name=self._company[actor].name)
        elif kind == FeedEvent.REFERRED:
            them = self._company[int(row["other"])].name
            self._news("referred", name=self._company[actor].name, them=them)
        elif kind in _NEWS:
            person = self._company[actor]
            self._book.said.pop(actor, None) if kind == FeedEvent.HUNG else None
            self._news(_NEWS[kind], name=person.name, pronoun=person.pronoun)

    def _news(self, key: str, thread: int = NO_THREAD, act: str = "", **slots: str | int) -> None:
        text = self._words.text(f"feed.news.{key}", **slots)
        self._book.add(Entry(self._net.tick, "news", NOBODY, text, thread, act=act, to_all=bool(act)))
