"""Castapp: casting, rehearsal schedules and workload for ballet companies."""

__version__ = "0.1.0"
