"""From what can be seen of somebody to how the figure stands."""

from typing import Final

from game.model.acts import Act
from game.session.views import PersonView
from game.stage.art.stance import Mood, Pose, Stance

STEPS: Final = (0.0, 0.7, 1.0, 0.7, 0.0, -0.7, -1.0, -0.7)
_STRIDE: Final = 0.17  # metres walked from one of these steps to the next
_WAVES: Final = (Act.GREET, Act.GOODBYE, Act.PASS_BY)
_AWAY: Final = -0.5  # a heading this far up the picture shows the back


def stance_of(person: PersonView, aside: float, act: int, walked: float, beat: int, still: bool) -> Stance:
    """How to draw `person`.

    `aside` is how far to the right of them what they attend to is, in their own heights; `act` what they are
    saying or -1; `walked` the metres they have gone, which set the step unless the picture is to be `still`;
    `beat` counts fifths of a second and moves mouths and hands.
    """
    beat += person.id * 3
    pose = _pose(person, act, beat)
    back = person.heading[1] < _AWAY and pose != "drink"
    turn = _turn(person.heading[0] * 0.8 if pose == "walk" or abs(aside) < 0.02 else aside * 1.6)
    if pose == "away":
        turn = 1.0 if person.heading[0] > 0 else -1.0
    phase = 0.0
    if pose == "walk" and not still:
        phase = STEPS[int(walked / _STRIDE) % len(STEPS)]
    return Stance(pose, _mood(person, beat), turn, back, phase, person.drink)


def _turn(aside: float) -> float:
    return max(-1.0, min(1.0, round(aside * 2) / 2)) + 0.0  # + 0.0 makes -0.0 the same key as 0.0


def _pose(person: PersonView, act: int, beat: int) -> Pose:
    if person.activity == "phone":
        return "phone"
    if person.activity == "walking" or person.speed > 0.2:
        return "walk"
    if person.activity == "evading":
        return "away"
    if person.activity == "drinking":
        return "drink" if (beat // 6) % 4 == 0 else "cup"
    if person.speaking:
        if act in _WAVES:
            return "wave"
        return "talk" if (beat // 6) % 3 else ("cup" if person.drink else "idle")
    if person.mood == "keen":
        return "nod" if beat % 4 == 0 else "keen"
    if person.mood == "bored":
        return "fold"
    if person.drink:
        return "cup"
    return "listen" if person.listening_to >= 0 and person.id % 3 else "idle"


def _mood(person: PersonView, beat: int) -> Mood:
    if not person.speaking:
        return "smile" if person.mood == "talk" else person.mood
    if person.mood in ("worry", "laugh") and beat % 4 == 0:
        return person.mood
    return "talk" if beat % 3 or person.mood == "talk" else person.mood
