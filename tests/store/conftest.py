"""Every test of a store runs on SQLite and on PostgreSQL."""

from __future__ import annotations

from tests.store.places import address, database, opened, server

__all__ = ["address", "database", "opened", "server"]
