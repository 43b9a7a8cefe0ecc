"""One act, heard by one person: every circumstance neutral unless the test says otherwise."""

import numpy as np

from game.model.acts import Act
from game.model.params import Params
from game.model.social import appraisal
from game.model.social.appraisal import Heard
from game.model.social.rules import Rule

# Weights of the tests' own, easy to work with by hand; the game's are fitted and may change.
PLAIN = Params(
    asked=0.1, asked_trust=0.02, followed_up=0.2, followed_up_trust=0.04, interrogated=0.05, interrogated_from=3,
    shared=0.01, shared_trust=0.002, alternated=0.03, common_ground=0.07, paraphrased=0.12, paraphrased_trust=0.05,
    praised=0.06, flattered=0.04, helped=0.1, helped_trust=0.3, introduced=0.08, introduced_trust=0.2,
    remembered=0.09, pitch_wanted=0.02, pitch_wanted_trust=0.05, pitched=0.1, pitched_trust=0.2,
    pitched_patience=30, pitched_again=0.5, boasted=0.1, boasted_patience=8, card_too_soon=0.08, left_hanging=0.1,
    deflected=0.4, familiar_trust=0.001, silence=0.02, trapped=0.002, overheard=0.05, limit=0.4,
)  # fmt: skip

COUNTS = {"unreturned", "pitches", "praises", "owed"}
_NEUTRAL = {"to_me": True, "noticed": True, "whole": True}


def heard(act: Act, **circumstances: float) -> Heard:
    """One hearer in the speaker's circle."""

    def value(name: str) -> np.ndarray:
        given = circumstances.pop(name, _NEUTRAL.get(name, 0))
        dtype = np.float32 if name in COUNTS or name == "seconds" else np.bool_
        return np.array([given], dtype)

    fields = {name: value(name) for name in Heard.__dataclass_fields__ if name != "act"}
    assert not circumstances, f"no such circumstance: {circumstances}"
    return Heard(act=np.array([act], np.int8), **fields)


def reasons(act: Act, params: Params = PLAIN, **circumstances: float) -> dict[Rule, tuple[float, float, float]]:
    """What the hearer makes of it: rule → liking, trust, patience."""
    found = appraisal.appraise(heard(act, **circumstances), params)
    rows = zip(found.rule, found.liking, found.trust, found.patience, strict=True)
    return {Rule(int(rule)): (float(liking), float(trust), float(patience)) for rule, liking, trust, patience in rows}
