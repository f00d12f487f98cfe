"""Taking a solution, and what follows: telling people, papers, put-in calls, back on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.impact import CALLED
from castapp.domain.roster import inside_name
from castapp.services import covering
from castapp.services.cover.solution import NO_RECASTING
from castapp.services.cover.take import take, told_back
from castapp.services.desk import STOPPING
from castapp.services.findings import accept
from castapp.ui.screen import Screen
from castapp.ui.screens.cover import sending
from castapp.ui.screens.cover.answer import Answer, WayOut
from castapp.ui.screens.cover.asking import Asked
from castapp.ui.screens.cover.right import CARDS, TAKEN, Right
from castapp.ui.screens.cover.taken import (
    Taken,
    is_added,
    nights_paper,
    paper_request,
    stands,
    taken_before,
    told_rows,
)


class After(QObject):
    """What was taken last, while it stands, and the panel that shows it.

    `came_back` carries who is on again; `told_back` comes once who must hear of it is shown.
    """

    came_back = Signal(str)
    told_back = Signal()

    def __init__(self, screen: Screen, column: Right) -> None:
        super().__init__(screen)
        self.taken: Taken | None = None
        self._screen = screen
        self._column = column
        self._answer: Answer | None = None
        panel = column.panel
        panel.told.connect(self.tell)
        panel.call_wanted.connect(self.add_call)
        panel.leave_wanted.connect(self.leave_calls)
        panel.paper_wanted.connect(self.save)
        panel.print_wanted.connect(self.print_slip)
        panel.done.connect(lambda: column.show_page(CARDS))
        column.taken_again.connect(lambda: column.show_page(TAKEN))

    def take(self, answer: Answer, number: int, asked: Asked, reason: str = "") -> None:
        """Write a solution with all that follows: one edit, one undo.

        What the rules say stands on its card; what they forbid wants a `reason`, kept with it.
        """
        context = self._screen.context
        way = _chosen(answer.ways[number], asked)
        off = asked.kind if asked.also_off else ""
        edit = take(context.book, answer.request, way.solution, way.after, off=off)
        put_ins = answer.ways[number].after.put_ins
        for one in way.solution.findings:
            if one.severity in STOPPING:
                kept = accept(context.book, one, reason or edit.label, context.desk.author)
                edit = edit.then(kept, edit.label)
        taken = Taken(edit.label, answer.request, way.solution, put_ins, edit)
        context.commit(edit, judged=False, written=lambda: self._on_written(taken))

    def forget(self) -> None:
        """Another question is asked."""
        self.taken = None
        self._column.show_page(CARDS)

    def forget_undone(self, book: Book) -> None:
        """Show it no more once it has been undone."""
        if self.taken is not None and self.taken.edit is not None and not stands(book, self.taken):
            self.forget()

    def recall(self, answer: Answer) -> None:
        """Find what was taken for them before this screen was opened."""
        if self.taken is None or self.taken.edit is None:
            self.taken = taken_before(answer.book, answer.request)

    def show(self, answer: Answer | None) -> None:
        """Show what was taken, with what the answer says is still to do."""
        self._answer = answer
        taken, context = self.taken, self._screen.context
        if taken is None:
            return
        rows = told_rows(context.book, taken, context.today)
        calls = [(one, is_added(context.book, one)) for one in taken.put_ins]
        missed = answer.missed if answer is not None else ()
        many = sum(one.as_what == CALLED for one in missed)
        often = "once" if many == 1 else f"{many} times"
        still = f"Whoever is off is still called {often}." if many else ""
        may_return = answer is not None and bool(answer.ways)
        undoes = taken.edit is not None and context.desk.undo_label == taken.edit.label
        self._column.panel.show_taken(
            taken.label, rows, calls, still, may_return=may_return, undoes=undoes,
            sends=taken.back is None,
        )  # fmt: skip

    def tell(self, key: str, on: bool) -> None:
        """A person or desk is told, now, by who sits here; or not after all. It stays."""
        context = self._screen.context
        book = context.book
        everybody = self.taken.told(book) if self.taken is not None else ()
        one = next((one for one in everybody if one.key == key), None)
        if one is not None:
            edit = (
                covering.tell(book, one, datetime.now(UTC), context.desk.author)
                if on
                else covering.untell(book, one)
            )
            context.commit(edit, judged=False)
            self.show(self._answer)

    def add_call(self, number: int) -> None:
        """Put a proposed call on the schedule."""
        context = self._screen.context
        if self.taken is None:
            return
        try:
            edit = covering.add_put_in(context.book, self.taken.put_ins[number])
        except Invalid as wrong:
            context.say(str(wrong))
        else:
            context.commit(edit, written=lambda: self.show(self._answer))

    def leave_calls(self) -> None:
        """Take whoever is off out of the calls that still miss them."""
        context = self._screen.context
        if self._answer is not None:
            edit = covering.leave_calls(context.book, self._answer.request)
            if edit is not None:
                context.commit(edit)

    def back_on(self, person_id: str) -> None:
        """Reverse what is still open of somebody's being off; who was told is told again."""
        back = self._answer.back.get(person_id) if self._answer is not None else None
        if back is None or self._answer is None:
            return
        request = replace(self._answer.request, people=(person_id,))
        before = self._screen.context.book
        again = told_back(before, before.apply(back.edit), request.first, person_id, request.clock)
        label = f"{inside_name(before, person_id)} is back on"
        taken = Taken(label, request, NO_RECASTING, (), back.edit, again)
        self._screen.context.commit(back.edit, written=lambda: self._on_back(taken, person_id))

    def _on_back(self, taken: Taken, person_id: str) -> None:
        self.came_back.emit(person_id)
        self._on_written(taken)
        self.told_back.emit()

    def save(self, paper: str, form: str) -> None:
        """Save a paper of what was taken."""
        if self.taken is not None:
            taken, book = self.taken, self._screen.context.book
            sending.save(
                self._screen,
                book,
                paper_request(book, taken, paper, self._screen.context.today),
                form,
            )

    def save_ready(self, answer: Answer, number: int, asked: Asked, paper: str) -> None:
        """Save a paper as it would be with a solution, which is not taken by that."""
        way = _chosen(answer.ways[number], asked)
        edit = take(answer.book, answer.request, way.solution, way.after)
        after = answer.book.apply(edit)
        request = nights_paper(after, way.solution, way.told, paper, answer.request.first)
        sending.save(self._screen, after, request, "pdf")

    def print_slip(self) -> bool:
        """Print the change slip. False if nothing was taken."""
        if self.taken is None:
            return False
        sending.print_slip(self._screen, self.taken)
        return True

    def _on_written(self, taken: Taken) -> None:
        self.taken = taken
        self._column.setVisible(True)
        self._column.show_page(TAKEN)
        self.show(self._answer)
        self._column.panel.take_keyboard()


def _chosen(way: WayOut, asked: Asked) -> WayOut:
    """A way out without its put-in calls where they are not wanted."""
    return way if asked.put_in else replace(way, after=replace(way.after, put_ins=()))
