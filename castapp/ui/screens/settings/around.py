"""What the settings screen asks of the program around it."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol, runtime_checkable

from castapp.settings import Settings


@runtime_checkable
class Around(Protocol):
    """`ScreenContext.services` must be able to do this for the person's own settings to show."""

    @property
    def kept(self) -> Settings:
        """The person's own settings as they are now."""

    @property
    def backed_up(self) -> datetime | None:
        """When this company was last backed up from here; None if never or not known."""

    def choose(self, chosen: Settings) -> None:
        """Keep these settings and follow them at once."""

    def do(self, action: str) -> None:
        """Carry out a command of the menu that belongs to the program, as file.backup."""
