"""The desk: the one door through which an edit is committed, undone, and heard of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from castapp.domain.book import Book, Stale
from castapp.domain.checks import Invalid
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.finding import Finding
from castapp.domain.office import AcceptedBreach
from castapp.domain.record import new_id
from castapp.services.keeping import kept
from castapp.services.replay import difference, replayed
from castapp.services.trail import FOUNDING, Trail
from castapp.store.entry import Entry, Line, NewEntry, Stamp
from castapp.store.trouble import Behind, Loose, Trouble, Unsure

if TYPE_CHECKING:
    from castapp.store.keys import KeyRing
    from castapp.store.store import Store

Judge = Callable[[Book, Edit], Sequence[Finding]]
Listener = Callable[[Book, Edit], None]

REMEMBERED = 200  # entries of earlier sessions that can still be undone
ROUNDS = 100  # how often a write is tried anew because others were faster
STOPPING = ("hard", "breach")


class Refused(Exception):
    """The edit was not written; the text is one sentence for the person, who keeps the draft."""


class Clash(Exception):
    """The edit would break something and was not written; `findings` says what."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(" ".join(finding.what for finding in findings))
        self.findings = list(findings)


class Desk:
    """One person at work on one company. `book` is always what the journal says up to here.

    To be used from one thread.
    """

    def __init__(self, store: Store, judge: Judge, author: str) -> None:
        self.author = author
        self._store = store
        self._judge = judge
        self._id = new_id()
        self._listeners: list[Listener] = []
        self._doubt: tuple[str, Edit] | None = None
        try:
            with refusing():
                loaded = store.load()
                lines = store.lines(REMEMBERED)
        except Refused:
            store.close()
            raise
        self.book = loaded.book
        self.saved_at: datetime | None = loaded.saved_at
        self._head = loaded.head
        self._trail = Trail.of(lines, author)

    @property
    def read_only(self) -> bool:
        """Whether this company can only be looked at."""
        return self._store.read_only

    @property
    def address(self) -> str:
        """The path of the company file, or the address of the shared company."""
        return self._store.address

    @property
    def also_open(self) -> bool:
        """Whether another window had this company file open already; both may go on."""
        return self._store.also_open

    @property
    def keys(self) -> KeyRing:
        """The wrapped keys of the medical part, which are in no journal."""
        return self._store.keys

    @property
    def sequence(self) -> int:
        """The number of the last entry of the journal that the book holds."""
        return self._head

    @property
    def undo_label(self) -> str:
        """What undo would take back; empty if nothing."""
        return self._trail.label(self._trail.next_undo)

    @property
    def redo_label(self) -> str:
        """What redo would do again; empty if nothing."""
        return self._trail.label(self._trail.next_redo)

    def commit(
        self,
        edit: Edit,
        *,
        accepting: Sequence[Finding] = (),
        reason: str = "",
        judged: bool = True,
    ) -> None:
        """Write an edit: one transaction, one entry, one step of undo.

        Raises Clash if it would newly break a rule that is not among `accepting`; those accepted
        are written down with the reason, and a call that cannot be so (a hard finding) is kept
        as a tentative one. Raises Refused if it cannot be written. Either way
        nothing is written and the book stays.
        """
        if edit and not self._settled(edit):
            self._write(edit, lambda: self._accepted(edit, accepting, reason, judged))

    def undo(self) -> Edit | None:
        """Take back the last thing done at this desk; the edit that did, or None."""
        target = self._trail.next_undo
        return None if target is None else self._invert(target, f"Undo: {self.undo_label}")

    def redo(self) -> Edit | None:
        """Do again what was undone last; the edit that did, or None."""
        target = self._trail.next_redo
        return None if target is None else self._invert(target, f"Redo: {self.redo_label}")

    def take_back(self, sequence: int) -> Edit:
        """Invert one older entry. Raises Refused if later changes stand on it.

        The first entry, which makes the company, cannot be taken back.
        """
        if sequence == FOUNDING:
            raise Refused("The founding of the company cannot be taken back.")
        return self._invert(sequence, "")

    def history(self, limit: int = 200, before: int | None = None) -> list[Entry]:
        """The newest entries, newest first; with `before`, those older than that sequence."""
        with refusing():
            return self._store.newest(limit, before)

    def catch_up(self) -> Edit | None:
        """Take in what other desks wrote meanwhile, as one edit; None if nothing."""
        with refusing():
            entries = self._store.since(self._head)
        if not entries:
            return None
        try:
            book, edit = replayed(self.book, entries)
        except (Stale, Trouble):
            return self._reload()
        self.book, self._head = book, entries[-1].sequence
        for entry in entries:
            line = Line(entry.sequence, entry.label, entry.author, entry.desk, entry.takes_back)
            self._trail.note(line, own=entry.desk == self._id)
        self._tell(edit)
        return edit

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Be told of every edit, with the book after it; call what is returned to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def close(self) -> None:
        """Let go of the company."""
        self._store.close()

    def _accepted(
        self, edit: Edit, accepting: Sequence[Finding], reason: str, judged: bool
    ) -> Edit:
        found = self._judge(self.book, edit) if judged else ()
        stopping = [finding for finding in found if finding.severity in STOPPING]
        known = {finding.key for finding in accepting}
        if any(finding.key not in known for finding in stopping):
            raise Clash(stopping)
        draft = Draft(self.book)
        draft.take(kept(self.book, edit, stopping))
        try:
            for finding in stopping:
                draft.put(
                    AcceptedBreach(
                        new_id(),
                        rule=finding.rule,
                        key=finding.key,
                        reason=reason,
                        by=self.author,
                        day=finding.day,
                    )
                )
        except Invalid as wrong:
            raise Refused(str(wrong)) from wrong
        return edit.then(draft.edit(edit.label)) if stopping else edit

    def _invert(self, sequence: int, label: str) -> Edit:
        with refusing():
            entry = self._store.entry(sequence)
            edit = entry.edit.inverse()
        named = Edit(label or f"Take back: {entry.label}", edit.changes)
        self._settled(named)
        return self._write(named, lambda: named, sequence)

    def _settled(self, edit: Edit) -> bool:
        """Clear up a save whose outcome was unknown; whether it was this edit and is saved."""
        if self._doubt is None:
            return False
        entry_id, doubted = self._doubt
        with refusing():
            landed = self._store.landed(entry_id) is not None
        self.catch_up()
        self._doubt = None
        return landed and doubted == edit

    def _write(self, edit: Edit, ready: Callable[[], Edit], takes_back: int | None = None) -> Edit:
        if self.read_only:
            raise Refused("This company is open for reading only; nothing can be changed here.")
        entry_id = new_id()
        for _ in range(ROUNDS):
            try:
                made = ready()
                after = self.book.apply(made)
            except Stale as stale:
                raise Refused(_stood_on(edit) if takes_back else _overtaken(edit)) from stale
            entry = NewEntry(entry_id, made, self.author, self._id, takes_back)
            try:
                stamp = self._store.append(entry, self._head)
            except Behind:
                if self.catch_up() is None:
                    self._reload()
            except Unsure as trouble:
                self._doubt = (entry_id, edit)
                raise Refused(str(trouble)) from trouble
            except Loose as trouble:
                raise Refused(_stood_on(edit) if takes_back else str(trouble)) from trouble
            except Trouble as trouble:
                raise Refused(str(trouble)) from trouble
            else:
                self._stamped(entry, stamp, after)
                return made
        raise Refused("Too many others are writing just now. Wait a moment, then save again.")

    def _stamped(self, entry: NewEntry, stamp: Stamp, book: Book) -> None:
        self.book, self._head, self.saved_at = book, stamp.sequence, stamp.at
        line = Line(stamp.sequence, entry.edit.label, entry.author, entry.desk, entry.takes_back)
        self._trail.note(line, own=True)
        self._tell(entry.edit)

    def _reload(self) -> Edit:
        """Start again from what is stored, when the journal alone does not lead there."""
        with refusing():
            loaded = self._store.load()
            lines = self._store.lines(REMEMBERED)
        edit = difference(self.book, loaded.book)
        self.book, self._head = loaded.book, loaded.head
        self._trail = Trail.of(lines, self.author)
        self._tell(edit)
        return edit

    def _tell(self, edit: Edit) -> None:
        for listener in tuple(self._listeners):
            listener(self.book, edit)


def _stood_on(edit: Edit) -> str:
    return f"“{edit.label}” was not done: later changes stand on it."


def _overtaken(edit: Edit) -> str:
    return (
        f"“{edit.label}” was not saved: somebody changed the same thing meanwhile. "
        "Look at it again, then repeat it."
    )


@contextmanager
def refusing(*passing: type[Trouble]) -> Iterator[None]:
    """Turns the store's troubles into Refused, but for the kinds that may pass."""
    try:
        yield
    except passing:
        raise
    except Trouble as trouble:
        raise Refused(str(trouble)) from trouble
