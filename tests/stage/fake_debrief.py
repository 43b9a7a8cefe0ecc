"""The debrief of an evening and its weeks, every sentence as long as they get."""

from game.model.acts import Act
from game.scenario.spec import Scenario
from game.session.debrief import ActShare, Comparison, Debrief, Moment, PersonOutcome, Totals, Twin
from game.stage.backend import PlayerProfile
from tests.stage.fake_story import story

LONG = (
    "The oven died on the twenty-third of December with four hundred stollen in it, and the only person in"
    " the whole town who could mend it was at his daughter’s wedding, so we baked at the fire station."
)


def debrief(scenario: Scenario, player: PlayerProfile, names: tuple[str, ...]) -> Debrief:
    """What a player leaves with, every page of it filled."""
    totals = Totals(14, 9, 11, 1, 2, 1, 3, 4, 12, 5, 240.0, 0.61, 8, 3)
    before = Comparison("r0", "human", True, Totals(22, 15, 19, 0, 0, 0, 0, 9), "Fewer cards, and three who last.")
    return Debrief(
        run="r1",
        scenario=scenario.id,
        title=scenario.title,
        lesson=scenario.lesson,
        source="Gini Dietrich, “the philosophy of social media”",
        network="LinkedIn",
        seed=7,
        digest="ab12",
        style="human",
        minutes=30.0,
        evening=True,
        player=player.name,
        goal=player.goal,
        headline="You left with 14 cards, and three people who will remember you.",
        totals=totals,
        people=tuple(
            PersonOutcome(
                i + 1,
                name,
                (("friend", "business"), ("avoided",), ("nothing",))[i % 3],
                1,
                f"{name} would be glad to see you again, and said so to two others by the door.",
            )
            for i, name in enumerate(names)
        ),
        avoided_by=names[2:6],
        moments=tuple(
            Moment(
                100 * i,
                f"18:{10 + i}",
                i + 1,
                names[i],
                "Alex Morgan",
                LONG,
                (-1) ** i * 0.3,
                (
                    f"You pitched before {names[i]} had said what they do.",
                    "Omar had told them about it.",
                ),
                f"On LinkedIn: {LONG}",
            )
            for i in range(3)
        ),
        mix=tuple(
            ActShare(int(act), label, n, n / 40)
            for act, label, n in (
                (Act.PITCH, "Pitches", 8),
                (Act.ASK, "Questions", 12),
                (Act.FOLLOW_UP, "Follow-up questions", 5),
                (Act.CARD, "Cards handed out", 14),
                (Act.SHARE, "Stories told", 1),
            )
        ),
        first_question="What is the first thing you do when you walk in?",
        first_answer=player.first_answer,
        first_revisited="Most people do. A drink in the hand is a reason to stand, and to be found.",
        goal_answer="Two of the people you met will talk business with you. One of them asked you first.",
        twins=tuple(
            Twin(
                int(act),
                label,
                online,
                "Dear [first name], I came across your profile and was impressed.",
                n,
                f"You did this {n} times in 30 minutes. On LinkedIn that is what everybody mutes.",
            )
            for act, label, online, n in (
                (Act.CARD, "Cards", "Mass-connect", 14),
                (Act.PITCH, "Pitch", "Send a cold sales message", 8),
                (Act.ASK, "Ask", "Ask a question in the comments", 12),
                (Act.SHARE, "Share", "Post a story", 1),
            )
        ),
        tries=(
            "Ask one more question before you say what you sell.",
            "Follow up on what somebody told you.",
            "Introduce two people to each other.",
        ),
        ask_the_room=("Whom do you avoid online?", "Where does the comparison fail?"),
        story=story(names, LONG),
        earlier=before,
    )
