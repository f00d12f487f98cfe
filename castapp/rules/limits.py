"""The numbers one rule is judged by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

OFF = "off"


@dataclass(frozen=True, slots=True)
class Limits:
    """A rule's severity ("off" for silent), its numbers by name, and the clause they come from."""

    severity: str
    values: Mapping[str, float]
    clause: str = ""

    def minutes(self, name: str) -> int:
        """A limit written in hours, as whole minutes."""
        return round(self.values[name] * 60)

    def __getitem__(self, name: str) -> float:
        return self.values[name]
