"""Authored lines: which there are, and which of them fit a moment.

assets/words/<language>/lines/*.yaml hold, by act, named groups of lines that share their conditions:

    greet:
      warm_again:
        when: {manner: warm, met: "yes"}
        say: ["{you}! I was hoping you'd be here."]

A value may be a list, "not greet", or for numbers "3+" and "2-4". A line fits when every condition holds and
every slot it names can be filled. Its id is act.group.number. The group called `fallback` is used only where
nothing else fits. A group of questions may say what they want to know (`asks: hard`): `point` holds for an
answer then.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from game.model.acts import Act
from game.model.social.rules import Rule
from game.talk.template import slots_of
from game.talk.utterance import HEARSAY
from game.talk.words import WordsError, read_table

_KINDS = frozenset({"none", "name", "work", "need", "offer", "topic", "story"})
_YES_OR_NO = frozenset({"yes", "no"})
# What a question wants to know of its subject, beside what there is to it.
POINTS = frozenset({"whether", "began", "good", "hard", "hidden", "who", "next", "felt", "tried", "when", "ideal"})

# What a condition may ask for: the values it can take, or None where these are numbers or a scenario's.
CONDITIONS: dict[str, frozenset[str] | None] = {
    "manner": frozenset({"warm", "dry", "brisk", "rambling", "shy", "grand"}),
    "warmth": frozenset({"cool", "neutral", "warm"}),
    "regard": frozenset({"cool", "neutral", "warm"}),  # the speaker's opinion of the third person
    "item": _KINDS,
    "asked": _KINDS | {"same"},  # what was asked, where the answer tells of something else
    "point": POINTS | {"none"},  # what the question wanted to know of it
    "after": _KINDS,  # what somebody else has just told something about
    "same": _YES_OR_NO,  # the turn before was about the same topic
    "cause": frozenset(rule.name.lower() for rule in Rule) | {HEARSAY, "none"},  # what the opinion rests on
    "reply": frozenset(act.name.lower() for act in Act) | {"none"},
    "style": frozenset({"promoter", "collector", "flatterer", "interrogator", "mute"}),
    "about_style": frozenset({"promoter"}),
    "passing": _YES_OR_NO,  # the two will have parted in a moment
    "drink": _YES_OR_NO,  # whoever takes leave goes to get a drink
    "met": _YES_OR_NO,  # the two have talked before this conversation
    "friends": _YES_OR_NO,  # the two knew each other before the evening
    "reunited": _YES_OR_NO,  # they did, and have not talked this evening until now
    "acquainted": _YES_OR_NO,  # the addressee and the third person knew each other before the evening
    "named": _YES_OR_NO,  # the speaker knows the addressee's name
    "likes": _YES_OR_NO,  # the topic is among the speaker's interests
    "has": _YES_OR_NO,  # the speaker has such a thing to tell: work, need, offer, topic
    "fresh": _YES_OR_NO,  # the speaker has a story on this that the addressee has neither heard nor been part of
    "retold": _YES_OR_NO,  # the addressee has heard the story, or the fact, from the speaker
    "stage": frozenset({"opening", "middle", "late"}),  # of the conversation
    "nth": None,  # the how many-eth time the speaker does this act tonight, from 1
    "sold": None,  # how many pitches of the addressee the speaker has sat through
    "pitches": None,  # how many of the third person
    "topic": None,
}

FALLBACK = -1
_WHEN = attrgetter("when")
# How much a condition makes a line the one for this moment; 1 where not named. What was just said and what
# one feels come before how one speaks, and that before politeness with names.
_WEIGHT = {"point": 5, "sold": 4, "cause": 4, "asked": 3, "after": 3, "reply": 3, "topic": 3, "about_style": 3}
_WEIGHT |= {"drink": 6, "retold": 3, "warmth": 3, "regard": 3, "manner": 2}


@dataclass(frozen=True, slots=True)
class Line:
    """One authored line."""

    id: str
    text: str
    when: tuple[tuple[str, tuple[str, ...]], ...]
    slots: frozenset[str]
    rank: int  # how special: by its conditions, or FALLBACK
    point: str = ""  # what a question wants to know

    def asks(self, key: str) -> tuple[str, ...]:
        """The values one of its conditions allows, none where it does not ask."""
        return dict(self.when).get(key, ())

    def is_styled(self) -> bool:
        """Whether it belongs to one style's voice."""
        return bool(self.asks("style"))


def fitting(lines: Iterable[Line], moment: Mapping[str, str], slots: Mapping[str, Any]) -> list[Line]:
    """Those that can be said in this moment; what the lines of a group share is asked once."""
    return [
        line
        for when, group in groupby(lines, _WHEN)
        if all(_holds(moment.get(key, ""), values) for key, values in when)
        for line in group
        if line.slots <= slots.keys()
    ]


@cache
def load_lines(folder: Path) -> Mapping[Act, tuple[Line, ...]]:
    """All lines of one language, by act, in the order of the files; read once. Raises WordsError."""
    found: dict[Act, list[Line]] = {act: [] for act in Act}
    for path in sorted(folder.glob("*.yaml")):
        for name, groups in read_table(path).items():
            if name.upper() not in Act.__members__:
                raise WordsError(path.name, "the name of an act", f'"{name}"')
            for group, entry in groups.items():
                found[Act[name.upper()]] += _group(f"{name}.{group}", entry)
    return {act: tuple(lines) for act, lines in found.items()}


def _group(name: str, entry: Any) -> list[Line]:
    if not isinstance(entry, dict) or set(entry) - {"when", "asks", "say"} or not entry.get("say"):
        raise WordsError(name, "`say` with lines, and perhaps `when` and `asks`", str(entry)[:60])
    point = entry.get("asks", "")
    if point and point not in POINTS:
        raise WordsError(f"{name}: asks", " or ".join(sorted(POINTS)), f'"{point}"')
    when = tuple((key, _values(name, key, value)) for key, value in (entry.get("when") or {}).items())
    rank = FALLBACK if name.endswith(".fallback") else sum(map(_weight, when))
    return [
        Line(f"{name}.{number}", text, when, slots_of(text), rank, point)
        for number, text in enumerate(entry["say"], start=1)
    ]


def _weight(condition: tuple[str, tuple[str, ...]]) -> int:
    """In hundredths; the later in the evening a line may be said at the earliest, the sooner it then is."""
    key, values = condition
    if values[0].startswith("not "):
        return 0  # what is merely ruled out makes nothing special
    since = int(re.split(r"\D", values[0])[0]) if key == "nth" else 0
    return 100 * _WEIGHT.get(key, 1) + since


def _values(name: str, key: str, value: Any) -> tuple[str, ...]:
    values = tuple(value) if isinstance(value, list) else (str(value),)
    if key not in CONDITIONS:
        raise WordsError(name, f"a condition out of {', '.join(CONDITIONS)}", f'"{key}"')
    allowed = CONDITIONS[key]
    wrong = [one for one in values if allowed is not None and one.removeprefix("not ") not in allowed]
    if allowed is not None and wrong:
        raise WordsError(f"{name}: {key}", " or ".join(sorted(allowed)), f'"{wrong[0]}"')
    return values


def _holds(actual: str, values: tuple[str, ...]) -> bool:
    if values[0].startswith("not "):
        return f"not {actual}" not in values
    return actual in values or (actual.isdigit() and any(_within(int(actual), value) for value in values))


def _within(number: int, span: str) -> bool:
    least, dash, most = span.rstrip("+").partition("-")
    if not least.isdigit():
        return False
    return number >= int(least) and (span.endswith("+") or number <= int(most if dash else least))
