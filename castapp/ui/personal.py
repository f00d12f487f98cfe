"""The person's own settings while the program runs: kept in a file, told to the welcome page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from castapp import settings
from castapp.settings import Recent, Scheme, Settings

if TYPE_CHECKING:
    from castapp.ui.screens.welcome.present import RecentFile


class Personal:
    """Settings and the file they are kept in."""

    def __init__(self, kept: Settings, file: Path) -> None:
        self.kept = kept
        self._file = file

    def remember(self, address: str, name: str, *, backed_up: bool = False) -> None:
        """A company was opened now, or backed up now."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        opened = Recent(address, name, now, now if backed_up else "")
        self.kept = settings.remembering(self.kept, opened)

    def backed_up(self, address: str) -> datetime | None:
        """When a company was last backed up from here."""
        stamps = [one.backed_up for one in self.kept.recent if one.address == address]
        return datetime.fromisoformat(stamps[0]) if stamps and stamps[0] else None

    def keep(self, scheme: Scheme, *, stronger_lines: bool) -> str:
        """Write the settings with the colours worn; what is wrong if that fails, else ""."""
        self.kept = replace(self.kept, scheme=scheme, stronger_lines=stronger_lines)
        try:
            settings.write(self._file, self.kept)
        except OSError as wrong:
            return f"Your settings could not be kept: {wrong.strerror}."
        return ""


def recent_files(recent: Iterable[Recent]) -> list[RecentFile]:
    """What the welcome page lists."""
    from castapp.ui.screens.welcome.present import RecentFile

    return [RecentFile(one.address, one.name, _place(one.address), one.opened) for one in recent]


def _place(address: str) -> str:
    """Folder and file for a path; for a shared company the server and its name, no password."""
    if "://" in address:
        rest = address.partition("://")[2].rpartition("@")[2]
        return f"Shared, {rest.partition('?')[0]}"
    path = Path(address)
    return f"{path.parent.name}, {path.name}"
