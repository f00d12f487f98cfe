"""What file questions call the files they ask for."""

from __future__ import annotations

SUFFIX = ".castapp"
FILES = f"Castapp companies (*{SUFFIX})"
TABLES = "Tables and calendars (*.csv *.xlsx *.ics *.txt)"
