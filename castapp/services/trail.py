"""What can be undone and redone: the journal's lines of one desk, read as two stacks."""

from __future__ import annotations

from collections.abc import Iterable

from castapp.store.entry import Line

FOUNDING = 1  # the first entry makes the company; without it there is nothing to look at


class Trail:
    """Sequences of entries: the last of `done` is undone next, the last of `undone` redone next.

    Undoing writes an entry that takes another back; redoing takes that one back in its turn. An
    older entry taken back stays where it is: it can be undone again once the taking back is.
    """

    def __init__(self) -> None:
        self._done: list[int] = []
        self._undone: list[int] = []
        self._labels: dict[int, str] = {}

    @staticmethod
    def of(lines: Iterable[Line], author: str) -> Trail:
        """The trail that an author's entries left, oldest first."""
        trail = Trail()
        for line in lines:
            trail.note(line, own=line.author == author)
        return trail

    @property
    def next_undo(self) -> int | None:
        """The entry to undo next."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> int | None:
        """The entry to take back so that something is redone."""
        return self._undone[-1] if self._undone else None

    def label(self, sequence: int | None) -> str:
        """What the entry did, in the words it was first committed under; empty for None."""
        return "" if sequence is None else self._labels[sequence]

    def note(self, line: Line, *, own: bool) -> None:
        """Take in an entry just written, by this desk or by another."""
        target = line.takes_back
        if line.sequence == FOUNDING:
            return
        if not own:
            self._forget(target)
        elif target is not None and target == self.next_undo:
            self._move(line, self._done, self._undone)
        elif target is not None and target == self.next_redo:
            self._move(line, self._undone, self._done)
        else:
            self._undone.clear()
            self._done.append(line.sequence)
            self._labels[line.sequence] = line.label

    def _move(self, line: Line, source: list[int], goal: list[int]) -> None:
        self._labels[line.sequence] = self._labels[source.pop()]
        goal.append(line.sequence)

    def _forget(self, target: int | None) -> None:
        for stack in (self._done, self._undone):
            if target in stack:
                stack.remove(target)
