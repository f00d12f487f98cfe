"""The ways the schedule can be shown."""

from __future__ import annotations

DAY, WEEK, PEOPLE, FORTNIGHT, MONTH = "day", "week", "people", "fortnight", "month"
MODES = (DAY, WEEK, PEOPLE, MONTH)
SPANS = (FORTNIGHT, MONTH)
