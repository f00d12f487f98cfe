"""How large an hour is in the day and in the week: the person's own choice. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace

from castapp.ui.screens.schedule.geometry import HOUR, LEAST_HOUR, MOST_HOUR, WEEK_HOUR


@dataclass(frozen=True, slots=True)
class Zoom:
    """The height of an hour in the day's view and its least width in the week's, in pixels."""

    day: int = HOUR
    week: int = WEEK_HOUR

    def by(self, factor: float, shown: float, *, down: bool) -> Zoom:
        """Larger or smaller than it is `shown` now; `down` says that it is the day's."""
        hour = within(round(shown * factor))
        return replace(self, day=hour) if down else replace(self, week=hour)

    def reset(self, *, down: bool) -> Zoom:
        """The usual size again."""
        return replace(self, day=HOUR) if down else replace(self, week=WEEK_HOUR)


def within(hour: int) -> int:
    """The nearest size an hour may have."""
    return min(MOST_HOUR, max(LEAST_HOUR, hour))
