"""The form of a scenario as the page draws it, worked out from the one description in `game.scenario.spec`."""

import dataclasses
from typing import Any

from game.scenario import kinds, online
from game.scenario.plan import LEGEND
from game.scenario.sentences import MEASURE_DOCS
from game.scenario.spec import NETWORKS, ONLINE_ACTS, Scenario
from game.talk.words import Words

Drawn = dict[str, Any]


def description(words: Words) -> Drawn:
    """Everything about forms that does not depend on the file, as JSON data, in a language."""
    twins = {name: {act: vars(twin) for act, twin in online.twins(name, words.language).items()} for name in NETWORKS}
    return {
        "form": block(Scenario, words),
        "legend": {letter: words.text(f"form.plan.{word}") for letter, word in LEGEND.items()},
        "measures": {name: words.text(f"form.measure.{name}") for name in MEASURE_DOCS},
        "acts": list(ONLINE_ACTS),
        "twins": twins,
        "networks": {network: online.called(network) for network in NETWORKS},
    }


def block(cls: type[Any], words: Words) -> Drawn:
    """The fields of a block in their order: key, purpose, unit, kind, and what holds when it is left out."""
    fields = [_field(cls, field, words) for field in dataclasses.fields(cls) if field.metadata]
    return {"kind": "block", "name": cls.__name__.lower(), "fields": fields}


def _field(cls: type[Any], field: "dataclasses.Field[Any]", words: Words) -> Drawn:
    default = None if field.default is dataclasses.MISSING else field.default
    key, unit = field.metadata["key"] or field.name, field.metadata["unit"]
    own = f"form.{cls.__name__.lower()}.{key}"
    return {
        "key": key,
        "doc": words.text(own if own in words else f"form.person.{key}"),  # the player is a person, too
        "unit": words.text(f"form.unit.{unit}") if unit else "",
        "required": field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING,
        "default": default if isinstance(default, str | int | float) else None,
        **kind(field.metadata["spec"], words),
    }


def kind(spec: kinds.Kind, words: Words) -> Drawn:
    """A kind of value as the page knows it."""
    match spec:
        case kinds.Text():
            return {"kind": "text", "shape": spec.shape, "longest": spec.longest}
        case kinds.Number():
            return {"kind": "number", "least": spec.least, "most": spec.most, "whole": spec.whole}
        case kinds.Flag():
            return {"kind": "flag"}
        case kinds.Choice():
            return {"kind": "choice", "options": list(spec.options)}
        case kinds.Ref():
            return {"kind": "ref", "to": spec.to}
        case kinds.ListOf():
            return {"kind": "list", "item": kind(spec.item, words), "least": spec.least, "most": spec.most}
        case kinds.OneOrMore():
            return {"kind": "some", "item": kind(spec.item, words), "least": 1, "most": spec.most}
        case kinds.MapOf():
            return {"kind": "map", "keys": list(spec.keys), "value": kind(spec.value, words)}
        case kinds.Nullable():
            return {"nullable": True, **kind(spec.kind, words)}
        case kinds.Block():
            return block(spec.cls, words)
        case kinds.TopicKind():
            return {**block(spec.block.cls, words), "kind": "topic"}
        case kinds.PlanKind():
            return {"kind": "plan"}
        case kinds.AttendeeKind():
            return {"kind": "attendee", "person": kind(spec.person, words), "crowd": kind(spec.crowd, words)}
