"""The inspector of the Health screen: one dancer's status, limits, dates, absences, touches."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QScrollArea, QWidget

from castapp.domain.availability import Absence, Restriction
from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.edit import Edit
from castapp.services.absences import add_absence, change_absence, remove_absence
from castapp.ui import icons, theme
from castapp.ui.medical_session import MedicalSession
from castapp.ui.screen import ScreenContext
from castapp.ui.screens.health import edits
from castapp.ui.screens.health.absence_rows import AbsenceForm, AbsenceRow
from castapp.ui.screens.health.board import Touch
from castapp.ui.screens.health.limit_rows import LimitRow, said_plainly
from castapp.ui.screens.health.limits import ICONS, added, counted, offered, without
from castapp.ui.screens.health.medical_panel import MedicalPanel
from castapp.ui.screens.health.present import LISTED, Facts, more_words, ordered_touches
from castapp.ui.screens.health.touch_rows import TouchButton
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.calendar import DayField
from castapp.ui.widgets.field import Field, Section
from castapp.ui.widgets.inspector import Inspector
from castapp.ui.widgets.segment import Segment

STATUSES = (("full", "Full"), ("modified", "Modified"), ("rehab only", "Rehab"), ("off", "Off"))
SETTLING = 4
"""Turns of the event loop after which a section's height is final."""


class HealthInspector(Inspector):
    """Every change is one edit at once. `shown_there` carries a Touch to be jumped to."""

    shown_there = Signal(object)

    def __init__(self, context: ScreenContext, session: MedicalSession) -> None:
        super().__init__("Health of the dancer selected")
        self._context = context
        self._facts: Facts | None = None
        self._day = context.today
        self._absence = ""
        self._all_touches = False
        self._listed: dict[Section, object] = {}
        self.status = Segment(STATUSES, name="Participation")
        self.status.chosen.connect(self._set_status)
        self.add_head(self.status)
        self._nobody = self.section()
        self._nobody.add(said_plainly("Choose a dancer on the board."))
        self._limits = self.section("Not allowed", "until reviewed")
        self._dates = self.section("Dates")
        self._away = self.section("Away")
        self.medical = MedicalPanel(context, session)
        self.add(self.medical)
        self._touches = self.section("Touches")
        self._bringing = QTimer(self, singleShot=True, interval=0)
        self._bringing.timeout.connect(self._bring)
        self._turns = 0
        self.medical.opened.connect(self._bring_soon)
        self.since = DayField(context.today, "Since")
        self.review = DayField(context.today, "Review", optional=True)
        self.until = DayField(context.today, "Until", optional=True)
        self._fields = (
            Field("Since", self.since),
            Field("Review", self.review),
            Field("Until (stands until reviewed)", self.until),
        )
        self._dates.add(*self._fields)
        for field in (self.since, self.review, self.until):
            field.committed.connect(lambda _day: self._set_dates())

    def show_facts(self, book: Book, facts: Facts | None, day: date) -> None:
        """Show one dancer on a day; None when nobody is chosen."""
        changed = (facts.person_id if facts else "") != (
            self._facts.person_id if self._facts else ""
        )
        self._facts, self._day = facts, day
        if changed:
            self._absence = ""
            self._all_touches = False
        self._nobody.setVisible(facts is None)
        for widget in (self.status, self._limits, self._dates, self._away, self._touches):
            widget.setVisible(facts is not None)
        if facts is None:
            self.show_head("", "")
        else:
            self.show_head(facts.about, facts.name)
            self._show(facts)
        self.medical.show_person(book, facts, day)

    def log(self) -> None:
        """Open an empty form in the locked part, which is open, and bring it into view."""
        self.medical.log()
        self._bring_soon()

    def begin(self) -> None:
        """Put the keyboard on the status."""
        self.status.setFocus()
        self.status.focusNextPrevChild(True)

    def _bring_soon(self) -> None:
        self._turns = SETTLING
        self._bringing.start()

    def _bring(self) -> None:
        """Scroll to the locked part; its layout settles over a few turns of the event loop."""
        area = self.findChild(QScrollArea)
        if area is not None:
            area.verticalScrollBar().setValue(self.medical.y())
        self._turns -= 1
        if self._turns > 0:
            self._bringing.start()

    def _show(self, facts: Facts) -> None:
        self.status.choose(facts.status)
        limited = facts.status in edits.LIMITED
        self._limits.setVisible(limited)
        self._dates.setVisible(facts.status != "full")
        self._dates.set_heading("Dates", f"review {facts.due}" if facts.due else "")
        for field, value in (
            (self.since, facts.since),
            (self.review, facts.review),
            (self.until, facts.until),
        ):
            field.show_value(value)
        for each in self._fields:
            each.refuse("")
        self._fill(self._limits, facts.restrictions, self._limit_rows)
        self._away.set_heading("Away", facts.away)
        self._fill(self._away, (facts.absences, self._absence), self._absence_rows)
        self._touches.setVisible(bool(facts.touches))
        every = ordered_touches(facts.touches)
        self._fill(self._touches, (every, self._all_touches), self._touch_rows)

    def _fill(self, section: Section, now: object, rows: Any) -> None:
        """Rebuild a section's rows, if what they show is another."""
        key = (self._facts.person_id if self._facts else "", now)
        if self._listed.get(section) == key:
            return
        self._listed[section] = key
        section.clear()
        section.add(*rows(now))

    def _limit_rows(self, restrictions: Sequence[Restriction]) -> list[QWidget]:
        rows: list[QWidget] = []
        for one in restrictions:
            row = LimitRow(one)
            row.removed.connect(lambda code: self._set_limits(without(self._have(), code)))
            row.counted.connect(
                lambda code, number: self._set_limits(counted(self._have(), code, number))
            )
            rows.append(row)
        if not rows:
            rows.append(said_plainly("Nothing is ruled out yet."))
        self.adder = Button("Add from the list", "plus", Kind.LINK)
        self.adder.clicked.connect(self._open_list)
        return [*rows, self.adder]

    def _open_list(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        ink = theme.current().t2
        for code, words in offered(self._have()):
            entry: QAction = menu.addAction(icons.icon(ICONS[code], ink), words)
            entry.triggered.connect(
                lambda _=False, code=code: self._set_limits(added(self._have(), code))
            )
        menu.popup(self.adder.mapToGlobal(QPoint(0, self.adder.height())))

    def _absence_rows(self, now: tuple[Sequence[Absence], str]) -> list[QWidget]:
        rows: list[QWidget] = []
        for absence in now[0]:
            if absence.id == now[1]:
                form = AbsenceForm(absence, self._context.today)
                form.changed.connect(lambda _id, fields, form=form: self._change(form, fields))
                form.closed.connect(lambda: self._open_absence(""))
                rows.append(form)
                continue
            row = AbsenceRow(absence)
            row.opened.connect(self._open_absence)
            row.removed.connect(
                lambda absence_id: self._commit(remove_absence(self._context.book, absence_id))
            )
            rows.append(row)
        add = Button("Add an absence", "plus", Kind.LINK)
        add.clicked.connect(self._add_absence)
        return [*rows, add]

    def _touch_rows(self, now: tuple[Sequence[Touch], bool]) -> list[QWidget]:
        every, unfolded = now
        rows: list[QWidget] = []
        for touch in every if unfolded else every[:LISTED]:
            button = TouchButton(touch)
            button.clicked.connect(lambda _=False, touch=touch: self.shown_there.emit(touch))
            rows.append(button)
        if len(every) > LISTED:
            words = "Show fewer" if unfolded else more_words(every[LISTED:])
            more = Button(words, kind=Kind.LINK)
            more.clicked.connect(self._unfold_touches)
            rows.append(more)
        return rows

    def _unfold_touches(self) -> None:
        self._all_touches = not self._all_touches
        if self._facts is not None:
            self._show(self._facts)

    def _have(self) -> tuple[Restriction, ...]:
        return self._facts.restrictions if self._facts else ()

    def _set_status(self, status: str) -> None:
        if self._facts is not None:
            edit = edits.to_status(self._context.book, self._facts, self._day, status)
            if not self._commit(edit):
                self.status.choose(self._facts.status)

    def _set_limits(self, restrictions: Sequence[Restriction]) -> None:
        if self._facts is not None:
            self._commit(
                edits.with_limits(self._context.book, self._facts, self._day, restrictions)
            )

    def _set_dates(self) -> None:
        facts, since = self._facts, self.since.value
        if facts is None or facts.record is None or since is None:
            return
        try:
            edit = edits.with_dates(
                self._context.book,
                facts,
                since=since,
                review=self.review.value,
                until=self.until.value,
            )
        except Invalid as wrong:
            self._fields[2].refuse(str(wrong))
            return
        self._commit(edit)

    def _add_absence(self) -> None:
        if self._facts is None:
            return
        edit = add_absence(self._context.book, self._facts.person_id, self._day, self._day)
        self._absence = edit.changes[0].id
        if not self._commit(edit):
            self._absence = ""

    def _open_absence(self, absence_id: str) -> None:
        self._absence = absence_id
        if self._facts is not None:
            self._show(self._facts)
        for form in self._away.findChildren(AbsenceForm):
            form.kind.setFocus()

    def _change(self, form: AbsenceForm, fields: dict[str, Any]) -> None:
        try:
            edit = change_absence(self._context.book, form.absence_id, **fields)
        except Invalid as wrong:
            form.refuse(str(wrong))
            return
        self._commit(edit)

    def _commit(self, edit: Edit) -> bool:
        """A fact about somebody is not judged: what it breaks is found and shown."""
        return self._context.commit(edit, judged=False)
