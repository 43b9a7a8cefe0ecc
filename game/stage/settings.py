"""What the player chose for the stage, remembered as JSON beside the runs."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Literal

from game import whole
from game.stage.quality import PICTURES, Picture
from game.talk.words import languages

TEXT_SIZES = (100, 125, 150, 175, 200)  # per cent
PACES = (1.0, 2.0, 3.0, 4.0, 6.0)  # seconds of the evening a second on the wall
VOLUMES = (0, 25, 50, 75, 100)  # per cent
COACH = ("off", "hint", "comment")


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice of the settings screen."""

    language: str = ""  # "": that of the machine
    text: int = 100  # per cent, one of TEXT_SIZES
    high_contrast: bool = False
    reduced_motion: bool = False
    live: bool = False  # the clock runs on while choices are open
    pace: float = 0.0  # 0: what the scenario says, else one of PACES
    coach: Literal["off", "hint", "comment"] = "hint"
    full_screen: bool = False
    murmur: int = 75  # volumes, each one of VOLUMES
    voices: int = 50
    signals: int = 50
    picture: Picture = "auto"
    voice: bool = False  # what has the focus and what is said is read aloud
    keys: str = ""  # what the player has changed, as game.stage.keys reads it: "listen=k pause=f5"


def settings_file() -> Path:
    """Where the settings of this user are kept."""
    from game.session.runs import home

    return home() / "settings.json"


def load(path: Path) -> Settings:
    """Settings from a file; whatever is missing or makes no sense is left at its default."""
    return Settings(**_sound(_found(path)))


def is_sound(path: Path) -> bool:
    """Whether all of a file makes sense; one that is not there does."""
    found, names = _found(path), {field.name for field in fields(Settings)}
    return not path.exists() or (isinstance(found, dict) and _sound(found).keys() == found.keys() & names)


def _found(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _sound(found: object) -> dict[str, Any]:
    """What of it are settings."""
    if not isinstance(found, dict):
        return {}
    return {
        field.name: found[field.name]
        for field in fields(Settings)
        if field.name in found and _fits(field.name, found[field.name], field.default)
    }


def _fits(name: str, value: object, default: object) -> bool:
    allowed: dict[str, tuple[object, ...]] = {"text": TEXT_SIZES, "pace": (0.0, *PACES), "coach": COACH}
    allowed |= dict.fromkeys(("murmur", "voices", "signals"), VOLUMES)
    allowed |= {"picture": PICTURES, "language": ("", *languages())}
    return type(value) is type(default) and value in allowed.get(name, (value,))


def save(settings: Settings, path: Path) -> None:
    """Write the settings; a read-only home must not stop the game."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        whole.write(path, json.dumps(asdict(settings), indent=2).encode())
    except OSError:
        return
