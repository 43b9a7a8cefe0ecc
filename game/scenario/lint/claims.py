"""What a scenario claims to teach: nothing, or the wrong thing."""

from collections.abc import Iterator

from game.scenario.lint.finding import Finding, Subject
from game.scenario.references import entries, entry
from game.scenario.sentences import sentence

SELLING = ("promoter", "broadcaster", "collector", "buyer")
LISTENING = ("listener", "giver", "quiet", "engager", "ordinary")
WORTH = ("relationships", "friends", "business", "referrals", "clients", "won_back")  # what there is to gain


def unclaimed(subject: Subject) -> Iterator[Finding]:
    """A lesson of which the file says that nothing is expected."""
    listed = entry(subject.root, "expect")
    if listed is not None and not subject.scenario.expect:
        yield Finding(listed, "WR609", "a lesson that nothing is expected of cannot be tested; without expect: it is")


def selling_wins(subject: Subject) -> Iterator[Finding]:
    """Expectations by which those who sell are better liked, or do better business, than those who listen."""
    lines = entries(entry(subject.root, "expect"))
    for line, expected in zip(lines, subject.scenario.expect, strict=False):  # no lines: the default is expected
        if expected.style in SELLING and expected.beats in LISTENING and expected.measure in WORTH:
            message = f"the lesson test claims that selling beats listening: {sentence(expected)}"
            yield Finding(line, "WR611", message.rstrip("."))
