"""An edit: a label and the before and after of every record it changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from castapp.domain.record import Record


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; None before means it is new, None after means it goes."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record as it will be, or as it last was."""
        record = self.after or self.before
        if record is None:
            raise ValueError("a change needs a record on one side")
        return record

    @property
    def kind(self) -> type[Record]:
        return type(self.record)

    @property
    def id(self) -> str:
        return self.record.id

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Edit:
    """One verb carried out: one transaction, one journal entry, one step of undo."""

    label: str
    changes: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes)

    def inverse(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(self.label, tuple(change.inverse() for change in reversed(self.changes)))

    def touches(self, *kinds: type[Record]) -> bool:
        """Whether any record of these kinds changes."""
        return any(change.kind in kinds for change in self.changes)

    def of(self, *kinds: type[Record]) -> Iterator[Change]:
        """The changes of these kinds, in order."""
        return (change for change in self.changes if change.kind in kinds)

    def then(self, later: Edit, label: str = "") -> Edit:
        """This edit and a later one as a single edit, each record changed once."""
        folded: dict[tuple[type[Record], str], Change] = {}
        for change in (*self.changes, *later.changes):
            key = (change.kind, change.id)
            earlier = folded.pop(key, None)
            before = earlier.before if earlier else change.before
            if before != change.after:
                folded[key] = Change(before, change.after)
        return Edit(label or self.label, tuple(folded.values()))
