"""The Cover tonight screen: asked at the left, people in the middle, solutions at the right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from castapp.domain.availability import Absence, Participation
from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.casting import BillItem, Cast, Casting, Override, Performance
from castapp.domain.edit import Edit
from castapp.domain.finding import Ref
from castapp.domain.office import Told
from castapp.domain.people import CareerLine, Engagement, Person
from castapp.domain.repertory import Production, Role, Section
from castapp.services.cover.openings import Gap
from castapp.ui.house_clock import house_time
from castapp.ui.screen import Heading, Screen, ScreenContext
from castapp.ui.screens.cover import asking, left, right
from castapp.ui.screens.cover.after import After
from castapp.ui.screens.cover.answer import Answer
from castapp.ui.screens.cover.asking import (
    Asked,
    request_of,
)
from castapp.ui.screens.cover.bar import CountdownBar
from castapp.ui.screens.cover.cards import LETTERS
from castapp.ui.screens.cover.centre import ASK, TEACH, Centre
from castapp.ui.screens.cover.countdown import Countdown, before_asking, countdown
from castapp.ui.screens.cover.inquiry import Inquiry
from castapp.ui.screens.cover.left import Left, first_weekday
from castapp.ui.screens.cover.places import first_key, gap_row_key, place_rows
from castapp.ui.screens.cover.question import Question
from castapp.ui.screens.cover.right import LOOKING, Right
from castapp.ui.screens.cover.ways import Ways

SHOWN_KINDS = (
    Person, Engagement, CareerLine, Production, Section, Role, Cast, Casting, Performance,
    BillItem, Override, Call, Called, Absence, Participation,
)  # fmt: skip
MINUTE_MS = 15_000
ROOMY = 1240
AS_CAST = "The shows stand as they were cast. Who must be told again stands at the right."


class CoverScreen(Screen):
    """What is asked lives here until the window closes; what is taken is in the book."""

    shows_findings = False

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._day = context.today
        self.answer: Answer | None = None
        self._place = ""
        self._question = Question(context.jobs, self)
        self.bar = CountdownBar()
        self.tool_row = self.bar
        self.left = Left(context.today, first_weekday(context.book))
        self.centre = Centre()
        self.middle, self.empty = self.centre.middle, self.centre.empty
        self.right = Right()
        self.after = After(self, self.right)
        self.inquiry = Inquiry(context, self.left, self.right, self)
        self.ways = Ways(context, self.right, self.after, self.inquiry)
        self._clock = QTimer(self, interval=MINUTE_MS)
        self._clock.timeout.connect(self._show_bar)
        self._lay_out()
        self._connect()

    @property
    def asked(self) -> Asked:
        """What is asked."""
        return self.inquiry.asked

    def heading(self) -> Heading:
        return Heading("Cover tonight" if self._day == self.context.today else "Cover")

    def present(self, book: Book, edit: Edit | None) -> None:
        if edit is not None and edit.touches(Told):
            self.after.show(self.answer)
        if edit is not None and not edit.touches(*SHOWN_KINDS):
            return
        self.inquiry.keep_known(book)
        self.after.forget_undone(book)
        self._ask()

    def show_day(self, day: date) -> None:
        if day != self._day:
            self._day = day
            self.inquiry.show_day(day)

    def reveal(self, ref: Ref) -> bool:
        who = self.context.book.find(Person, ref.id) if ref.kind is Person else None
        if who is None:
            return False
        self.inquiry.add_person(who.id)
        return True

    def set_active(self, active: bool) -> None:
        if active:
            self._clock.start()
        else:
            self._clock.stop()

    def act(self, action: str) -> bool:
        if action == "edit.find":
            self.left.who.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        if action == "edit.delete":
            return self.middle.unlock()
        return action == "file.print" and self.after.print_slip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= ROOMY
        self.left.setFixedWidth(left.WIDTH if roomy else left.NARROW)
        self.right.setFixedWidth(right.WIDTH if roomy else right.NARROW)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left)
        row.addWidget(self.centre, 1)
        row.addWidget(self.right)
        self.right.hide()

    def _connect(self) -> None:
        side, middle, column = self.left, self.middle, self.right
        self.inquiry.changed.connect(self._on_changed)
        side.place_chosen.connect(self._choose_place)
        side.back_wanted.connect(self.after.back_on)
        self.after.came_back.connect(
            lambda one: self.inquiry.change(self.asked.without_person(one))
        )
        self.after.told_back.connect(self._on_told_back)
        middle.conditions_changed.connect(self._show_people)
        middle.lock_wanted.connect(
            lambda kind, person_id: self.inquiry.lock(kind, person_id, self._gap())
        )
        middle.lock_removed.connect(self.inquiry.unlock)
        self.ways.chosen.connect(self._show_people)
        column.taken.connect(self._take)
        column.stopped.connect(self._stop)
        self._question.waiting.connect(self._wait)
        self._question.progressed.connect(column.show_progress)
        self._question.partly.connect(self._on_part)
        self._question.answered.connect(self._on_answer)
        self._question.refused.connect(self._on_refused)

    def _on_changed(self, others: bool) -> None:
        """Something else is asked; what was taken for others is not shown any more."""
        if others:
            self.after.forget()
        self.ways.choose_first()
        self._ask()

    def _ask(self) -> None:
        """Work out the answer aside; an older question is stopped."""
        self._question.stop()
        book = self.context.book
        request = request_of(book, self.asked)
        self._show_asked()
        if request is None:
            self.answer = None
            self._show_nothing(*self._nobody())
            return
        self._question.ask(book, request, self.asked.locks)

    def _on_part(self, answer: Answer) -> None:
        """What opens is shown at once, and the first way out as soon as it is there."""
        self._take_answer(answer)
        self._show()

    def _on_answer(self, answer: Answer) -> None:
        self._take_answer(answer)
        self._show()

    def _take_answer(self, answer: Answer) -> None:
        self.answer = answer
        keys = [gap_row_key(gap) for gap in answer.gaps]
        if self._place not in keys:
            self._place = first_key(place_rows(answer))

    def _on_refused(self, sentence: str) -> None:
        self.answer = None
        self._show_nothing("That cannot be asked", sentence)

    def _wait(self) -> None:
        """It takes a while: say so, with a way to end it."""
        if self.after.taken is None and not self.right.cards:
            self.right.show_page(LOOKING)
            self.right.setVisible(True)
        self.centre.expect_a_while()

    def _stop(self) -> None:
        """Nobody wants to wait: what is found so far is shown."""
        self._question.enough()

    def _show_nothing(self, title: str, sentence: str) -> None:
        self.centre.say(title, sentence)
        self.left.show_places((), "")
        self.right.setVisible(self.after.taken is not None)
        self._show_bar()

    def _nobody(self) -> tuple[str, str]:
        """What stands in the middle while nobody is asked about."""
        taken = self.after.taken
        return (taken.label, AS_CAST) if taken and taken.back is not None else (ASK, TEACH)

    def _on_told_back(self) -> None:
        """Nobody is off any more: it is said, not asked about."""
        if not self.asked.people:
            self._show_nothing(*self._nobody())

    def _show_asked(self) -> None:
        back = self.answer.back if self.answer is not None else {}
        since = self.answer.since if self.answer is not None else {}
        request = request_of(self.context.book, self.asked)
        shown = replace(self.asked, clock=request.clock) if request else self.asked
        self.left.show_asked(self.context.book, shown, back, since)
        self.middle.show_locks(asking.lock_words(self.context.book, self.asked.locks))

    def _show(self) -> None:
        answer = self.answer
        if answer is None:
            return
        self.after.recall(answer)
        self._show_asked()
        rows = place_rows(answer)
        self.left.show_places(rows, self._place)
        self.ways.show(answer)
        self._show_people()
        self.after.show(answer)
        self._show_bar()

    @property
    def _recast(self) -> bool:
        """Whether something was recast for whoever is off."""
        return self.after.taken is not None or bool(self.answer and self.answer.back)

    def _gap(self) -> Gap | None:
        gaps = self.answer.gaps if self.answer is not None else ()
        return next((one for one in gaps if gap_row_key(one) == self._place), None)

    def _show_people(self) -> None:
        if self.answer is not None:
            self.centre.show_answer(
                self.answer, self._gap(), self.ways, self.after.taken, recast=self._recast
            )

    def _show_bar(self) -> None:
        self.bar.show_countdown(self._countdown())

    def _countdown(self) -> Countdown:
        book = self.context.book
        now = house_time(book, self.inquiry.now())
        if self.answer is not None:
            asked, gaps = self.answer.request, self.answer.gaps
            taken = self.after.taken
            still_open = taken.solution.open if taken is not None else ()
            return countdown(book, asked, gaps, now, taken=self._recast, still_open=still_open)
        minute = self.inquiry.minute(self.asked.first) or self.asked.clock
        shown = before_asking(book, self.asked.first, minute)
        taken = self.after.taken
        return replace(shown, aside=taken.label) if taken and taken.back is not None else shown

    def _choose_place(self, key: str) -> None:
        """Show who could take a place; only what opens has somebody to find."""
        gaps = self.answer.gaps if self.answer is not None else ()
        if any(gap_row_key(one) == key for one in gaps):
            self._place = key
            self._show_people()

    def _take(self, letter: str) -> None:
        if self.answer is not None and not self._question.asking:
            number = LETTERS.index(letter)
            self.after.take(self.answer, number, self.asked, self.right.reason)
