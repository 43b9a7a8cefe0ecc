"""What a run depends on, as short hashes: if one differs, the same commands may lead elsewhere."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from game.model.params import Params, fingerprint
from game.talk.words import FOLDER

_GAME = Path(__file__).resolve().parents[1]


def hash_of(parts: Iterable[bytes]) -> str:
    """A short hash of several pieces, in order."""
    sha = hashlib.sha256()
    for part in parts:
        sha.update(hashlib.sha256(part).digest())
    return sha.hexdigest()[:16]


def model_hash() -> str:
    """Of the rules, the styles and the numbers they use."""
    files = sorted((_GAME / "model").rglob("*.py")) + sorted((_GAME / "styles").glob("*.py"))
    return hash_of([*(file.read_bytes() for file in files), fingerprint(Params()).encode()])


def words_hash() -> str:
    """Of everything that can be said."""
    return hash_of(file.read_bytes() for file in sorted(FOLDER.rglob("*.yaml")))
