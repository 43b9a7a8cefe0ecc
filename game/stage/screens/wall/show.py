"""What the wall is handed: a live workshop to look at, and to stop, light and lead on by keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from game.session.views import RoomView

if TYPE_CHECKING:
    from game.scenario.spec import Scenario


class Show(Protocol):
    """A live workshop, from the projector's side."""

    @property
    def scenario(self) -> Scenario: ...

    @property
    def over(self) -> bool:
        """The facilitator has ended it."""

    def step(self) -> None:
        """Let phones be heard and time pass; called in every frame."""

    def wall(self) -> Mapping[str, Any]:
        """What is to be shown, by name; `wifi`, where there is one for phones, with the rows of its code."""

    def room(self) -> RoomView | None:
        """The room, while there is one."""

    def marks(self) -> Sequence[Sequence[int]]:
        """The join address as a QR code, rows of 0 and 1; another object when it is another one."""

    def act(self, kind: str, **data: Any) -> str:
        """Do what the facilitator's key asks for; why it cannot be done, "" when it is."""
