"""What is asked, as the person at the screen changes it: who, from when to when, locks, ticks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtCore import QObject, Signal

from castapp.domain.book import Book
from castapp.domain.people import Person
from castapp.services.cover.openings import Gap
from castapp.services.cover.request import Locks, Must
from castapp.services.cover.setting_off import OFF_KIND
from castapp.ui.house_clock import house_time
from castapp.ui.screen import ScreenContext
from castapp.ui.screens.cover import asking
from castapp.ui.screens.cover.asking import KEEP, MUST, UNKNOWN, UNTIL, Asked
from castapp.ui.screens.cover.left import Left
from castapp.ui.screens.cover.right import Right


class Inquiry(QObject):
    """`changed` comes once something else is asked, and tells whether it is of other people.

    `now` answers the moment it is, aware; pictures give it another.
    """

    changed = Signal(bool)

    def __init__(self, context: ScreenContext, side: Left, column: Right, parent: QObject) -> None:
        super().__init__(parent)
        self.now: Callable[[], datetime] = lambda: datetime.now(UTC)
        self.asked = Asked(context.today)
        self._context = context
        side.person_added.connect(self.add_person)
        side.person_removed.connect(lambda one: self.change(self.asked.without_person(one)))
        side.clock_changed.connect(
            lambda at: self.change(replace(self.asked, clock=at, typed=True))
        )
        side.day_changed.connect(self._change_day)
        side.reach_chosen.connect(self._change_reach)
        side.last_changed.connect(self._change_last)
        side.hurt_chosen.connect(
            lambda key: self.change(replace(self.asked, hurt=asking.hurt_of(key)))
        )
        side.kind_chosen.connect(self._change_kind)
        column.off_ticked.connect(lambda on: self._note(replace(self.asked, also_off=on)))
        column.put_in_ticked.connect(lambda on: self._note(replace(self.asked, put_in=on)))

    def change(self, asked: Asked) -> None:
        """Ask something else."""
        others = asked.people != self.asked.people
        self.asked = asked
        self.changed.emit(others)

    def show_day(self, day: date) -> None:
        """Ask about another day, from its beginning."""
        self.change(replace(self.asked, first=day, clock=0, hurt=None))

    def add_person(self, person_id: str) -> None:
        """Somebody more is off; the first from now, unless a time is typed."""
        if person_id not in self.asked.people:
            self.change(self.asked.with_person(person_id, self.minute(self.asked.first)))

    def keep_known(self, book: Book) -> None:
        """Leave out whoever is no longer in the book, silently."""
        people = tuple(one for one in self.asked.people if book.find(Person, one))
        self.asked = replace(self.asked, people=people)

    def lock(self, kind: str, person_id: str, gap: Gap | None) -> None:
        """Lock somebody: left out, kept in place, or wanted in this gap."""
        must = None
        if kind == MUST and gap is not None:
            must = Must(person_id, gap.role_id, gap.spot, gap.performance_id)
        if kind != KEEP or person_id not in self.asked.people:
            self._locks(asking.locked(self.asked.locks, kind, person_id, must))

    def unlock(self, key: str) -> None:
        """Take a lock away."""
        self._locks(asking.unlocked(self.asked.locks, key))

    def minute(self, day: date) -> int:
        """The clock minute it is at the company if it is that day, else its beginning."""
        now = house_time(self._context.book, self.now())
        return now.hour * 60 + now.minute if now.date() == day else 0

    def _locks(self, locks: Locks) -> None:
        self.change(replace(self.asked, locks=locks))

    def _change_day(self, day: date) -> None:
        """Another first day: from its beginning, or from now, unless a time was typed."""
        clock = self.asked.clock if self.asked.typed else self._usual(day, self.asked.kind)
        self.change(replace(self.asked, first=day, clock=clock, hurt=None))

    def _change_kind(self, kind: str) -> None:
        """A planned absence is of whole days, unless a time was typed."""
        clock = self.asked.clock if self.asked.typed else self._usual(self.asked.first, kind)
        self.change(replace(self.asked, kind=kind, clock=clock))

    def _usual(self, day: date, kind: str) -> int:
        return self.minute(day) if kind == OFF_KIND else 0

    def _change_reach(self, reach: str) -> None:
        self.change(asking.reaching(self._context.book, self.asked, reach))

    def _change_last(self, day: date | None) -> None:
        self.change(replace(self.asked, last=day, reach=UNTIL if day else UNKNOWN))

    def _note(self, asked: Asked) -> None:
        """Something of how it is taken; the answer stays."""
        self.asked = asked
