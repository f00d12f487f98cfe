"""A call in the inspector: what, when, where, by whom, who; each field commits one edit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.calls import CALL_KINDS, REHEARSAL_KINDS, Call
from castapp.domain.checks import Invalid
from castapp.domain.company import Studio
from castapp.domain.edit import Edit
from castapp.domain.finding import Finding
from castapp.domain.people import Person
from castapp.domain.programme import sections
from castapp.domain.repertory import Production
from castapp.domain.repertory import Section as Part
from castapp.domain.slot import length
from castapp.services.board.series import ONWARDS, repeat_call
from castapp.services.calls import change_call, move_call, resize_call
from castapp.ui.screen import ScreenContext
from castapp.ui.screens.schedule.call_facts import CallFacts, Trouble, troubles
from castapp.ui.screens.schedule.called_choices import COACHES, PIANISTS, people_with
from castapp.ui.screens.schedule.called_pane import CalledPane
from castapp.ui.screens.schedule.consequences import call_notes
from castapp.ui.screens.schedule.series.again import again, changed
from castapp.ui.screens.schedule.series.pane import RepeatPane, ScopeRow
from castapp.ui.screens.schedule.trouble import TroubleList
from castapp.ui.screens.schedule.typed_call.place import is_bare
from castapp.ui.widgets.chip import ChipFlow, ChipText
from castapp.ui.widgets.choice import ChoiceField, Tick
from castapp.ui.widgets.field import Field, Section
from castapp.ui.widgets.pick import Option, PickField, finder_of
from castapp.ui.widgets.typed import ClockField, MinutesField, SpanField, WordsField

NOWHERE = "–"
EMPTY = "Nothing to rehearse and nobody called: fill it in, or take it out before posting."


class CallPane(QWidget):
    """Shows one call at a time. What is refused stands under its field; what was typed stays."""

    def __init__(self, context: ScreenContext, again: Callable[[], None]) -> None:
        """`again` shows the book's own values anew when an edit was put back."""
        super().__init__()
        self._context = context
        self._again = again
        self._call: Call | None = None
        self.time = SpanField()
        self.length = MinutesField()
        self.place = ChoiceField(name="Place")
        self.coach = PickField(finder_of(()), name="Coach")
        self.pianist = PickField(finder_of(()), name="Pianist")
        self.work = ChoiceField(name="Ballet")
        self.kind = ChoiceField([(kind, kind.capitalize()) for kind in CALL_KINDS], name="Kind")
        self.title = WordsField("Title")
        self.note = WordsField("Note")
        self.parts = ChipFlow("Sections")
        self._part = PickField(finder_of(()), name="Add a section")
        self.tba = Tick("To be announced")
        self.actual_start = ClockField("Began", optional=True)
        self.actual_minutes = MinutesField("Lasted", optional=True)
        self._fields: dict[str, Field] = {}
        self.scope = ScopeRow()
        self.repeat = RepeatPane(context.today)
        self.called = CalledPane(context, again)
        self.trouble = TroubleList(context)
        self._lay_out()
        self._connect()

    def show_call(
        self,
        book: Book,
        call: Call,
        facts: CallFacts,
        findings: Sequence[Finding],
        accepted: Sequence[Trouble] = (),
    ) -> None:
        """Show a call as the book has it."""
        turned = self._call is None or self._call.id != call.id
        self._call = call
        self.time.show_value((call.start, call.end))
        self.length.show_value(call.minutes)
        studios = sorted(book.all(Studio), key=lambda one: (one.order, one.name))
        self.place.show_choices([("", "None yet"), *((one.id, one.name) for one in studios)])
        self.place.choose(call.studio_id or "")
        self._show_person(book, self.coach, COACHES, call.lead_id)
        self._show_person(book, self.pianist, PIANISTS, call.pianist_id)
        works = sorted(book.all(Production), key=lambda one: one.title)
        self.work.show_choices([("", NOWHERE), *((one.id, _short(one)) for one in works)])
        self.work.choose(call.production_id or "")
        self.kind.choose(call.kind)
        self.title.show_value(call.title)
        self.note.show_value(call.note)
        self.tba.setChecked(call.tba)
        self.tba.setEnabled(call.production_id is not None)
        self._show_parts(book, call)
        self.actual_start.show_value(call.actual_start)
        self.actual_minutes.show_value(call.actual_minutes)
        self.called.show_call(book, call, facts)
        self.scope.show_again(again(book, call))
        self.repeat.show_call(book, call)
        empty = (EMPTY,) if call.kind == "rehearsal" and is_bare(book, call) else ()
        notes = tuple(Trouble("note", one, "") for one in (*call_notes(book, (call,)), *empty))
        self.trouble.show_troubles((*troubles(book, findings), *notes), accepted)
        if turned:
            self.scope.reset()
            for field in self._fields.values():
                field.refuse("")

    def refusal(self, label: str) -> str:
        """The sentence under a field, "" when all is well."""
        return self._fields[label].refusal

    def focus_first(self) -> None:
        """Put the keyboard on the first thing to fill in."""
        call = self._call
        empty = call is not None and not (call.production_id or call.title)
        bare = call is not None and empty and call.kind in REHEARSAL_KINDS
        (self.work if bare else self.time).setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        when = Section()
        when.add_row(
            self._field("Time", self.time),
            self._field("Length", self.length),
            self._field("Place", self.place),
            stretches=(11, 7, 12),
        )
        when.add_row(self._field("Coach", self.coach), self._field("Pianist", self.pianist))
        when.add_row(self._field("Ballet", self.work), self._field("Kind", self.kind))
        what = Section("What exactly")
        what.add(self.parts)
        self._part.setPlaceholderText("+ section")
        self._part.setFixedWidth(110)
        self.parts.set_tail(self._part)
        what.add(self._field("Title, if the sections do not say it", self.title), self.tba)
        after = Section("Afterwards")
        after.add_row(
            self._field("Began", self.actual_start), self._field("Lasted", self.actual_minutes)
        )
        after.add(self._field("Note", self.note))
        for widget in (self.scope, when, self.trouble, self.called, what, self.repeat, after):
            column.addWidget(widget)

    def _field(self, label: str, widget: QWidget) -> Field:
        field = self._fields[label.partition(",")[0]] = Field(label, widget)
        return field

    def _connect(self) -> None:
        self.time.committed.connect(lambda value: self._edit("Time", self._timed(*value)))
        self.length.committed.connect(
            lambda value: self._edit("Length", self._lasting(None, value))
        )
        self.place.chosen.connect(lambda key: self._edit("Place", self._placed(key)))
        self.coach.picked.connect(lambda key: self._set("Coach", lead_id=key or None))
        self.pianist.picked.connect(lambda key: self._set("Pianist", pianist_id=key or None))
        self.work.chosen.connect(self._set_work)
        self.kind.chosen.connect(lambda key: self._set("Kind", kind=key))
        self.title.committed.connect(lambda text: self._set("Title", title=text or ""))
        self.note.committed.connect(lambda text: self._set("Note", note=text or ""))
        self.tba.clicked.connect(lambda on: self._set("Title", tba=bool(on)))
        self.actual_start.committed.connect(lambda start: self._record("Began", actual_start=start))
        self.actual_minutes.committed.connect(
            lambda minutes: self._record("Lasted", actual_minutes=minutes)
        )
        self.repeat.repeated.connect(
            lambda days: self._edit("Time", lambda book, call: repeat_call(book, call.id, days))
        )
        self._part.picked.connect(self._add_part)
        self.parts.removed.connect(self._drop_part)

    def _show_person(
        self, book: Book, field: PickField, duties: Sequence[str], person_id: str | None
    ) -> None:
        if field.hasFocus() and field.isModified():
            return
        options = [
            Option(one.id, one.name, one.duties[0] if one.duties else "")
            for one in people_with(book, duties)
        ]
        field.set_finder(finder_of(options))
        person = book.find(Person, person_id)
        field.show_option(Option(person.id, person.name) if person else None)

    def _show_parts(self, book: Book, call: Call) -> None:
        own = sections(book, call.production_id) if call.production_id else ()
        danced = [one for one in own if not one.interval]
        self.parts.show_chips(
            [
                ChipText(one.id, _part_words(one), removable=True)
                for one in danced
                if one.id in call.sections
            ]
        )
        self.parts.setVisible(bool(danced))
        rest = [one for one in danced if one.id not in call.sections]
        options = [Option(one.id, _part_words(one), length(one.minutes)) for one in rest]
        self._part.set_finder(finder_of(options))
        self._part.setVisible(bool(rest))

    def _add_part(self, section_id: str) -> None:
        self._part.show_option(None)
        if self._call is not None and section_id:
            self._set("Title", sections=(*self._call.sections, section_id))

    def _drop_part(self, section_id: str) -> None:
        if self._call is not None:
            kept = tuple(one for one in self._call.sections if one != section_id)
            self._set("Title", sections=kept)

    def _set_work(self, key: str) -> None:
        self._set("Ballet", production_id=key or None, sections=(), tba=False)

    def _timed(self, start: int, end: int | None) -> Callable[[Book, Call], Edit]:
        def edit(book: Book, call: Call) -> Edit:
            if end is not None and end - start != call.minutes:
                minutes = end - start if end >= start else end + 24 * 60 - start
                return self._lasting(start, minutes)(book, call)
            if self.scope.scope == ONWARDS:
                return changed(book, call, ONWARDS, start=start)
            return move_call(book, call.id, call.day, start, call.studio_id)

        return edit

    def _lasting(self, start: int | None, minutes: int) -> Callable[[Book, Call], Edit]:
        """From this start (None keeps it), so long."""

        def edit(book: Book, call: Call) -> Edit:
            first = call.start if start is None else start
            if self.scope.scope == ONWARDS:
                return changed(book, call, ONWARDS, start=first, minutes=minutes)
            return resize_call(book, call.id, first, minutes)

        return edit

    def _placed(self, key: str) -> Callable[[Book, Call], Edit]:
        def edit(book: Book, call: Call) -> Edit:
            if self.scope.scope == ONWARDS:
                return changed(book, call, ONWARDS, studio_id=key or None)
            return move_call(book, call.id, call.day, call.start, key or None)

        return edit

    def _set(self, label: str, **fields: object) -> None:
        """Set fields of the call, or of it and all that come after it."""
        self._edit(label, lambda book, call: changed(book, call, self.scope.scope, **fields))

    def _record(self, label: str, **fields: object) -> None:
        """Set what happened on this one day."""
        self._edit(label, lambda book, call: change_call(book, call.id, **fields))

    def _edit(self, label: str, make: Callable[[Book, Call], Edit]) -> None:
        """Commit what a field asks for; a value that cannot be is refused under the field."""
        if self._call is None:
            return
        try:
            edit = make(self._context.book, self._call)
        except Invalid as wrong:
            self._fields[label].refuse(str(wrong))
            return
        self._fields[label].refuse("")
        self._context.commit(edit, put_back=self._again)


def _short(work: Production) -> str:
    return work.short or work.title


def _part_words(part: Part) -> str:
    return f"{part.act.removeprefix('Act ')} {part.name}".strip()
