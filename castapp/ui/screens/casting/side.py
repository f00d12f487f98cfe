"""The right column of the casting screen: shows what is selected and writes what is changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Cast, Override, Performance
from castapp.domain.edit import Edit
from castapp.domain.finding import Ref
from castapp.domain.people import Person
from castapp.domain.repertory import Role
from castapp.services import casting, stagecraft
from castapp.services.performances import change_performance, remove_performance
from castapp.services.readiness import correct
from castapp.ui.screens.casting import edits
from castapp.ui.screens.casting.column_panel import NO_CAST, ColumnPanel
from castapp.ui.screens.casting.columns import Column, performance_columns
from castapp.ui.screens.casting.counters import tally
from castapp.ui.screens.casting.new_nights import next_night
from castapp.ui.screens.casting.new_panel import NewPanel
from castapp.ui.screens.casting.present import brief_heading
from castapp.ui.screens.casting.rows import Row
from castapp.ui.screens.casting.run_views import RunViews
from castapp.ui.screens.casting.runs import Run, in_run
from castapp.ui.screens.casting.spot_facts import spot_facts
from castapp.ui.screens.casting.spot_panel import SpotPanel
from castapp.ui.widgets.focus import focus_named, focused_name
from castapp.ui.widgets.inspector import Inspector
from castapp.ui.writing import write_or_say

if TYPE_CHECKING:
    from castapp.ui.screen import ScreenContext


class Side(QObject):
    """`pick_wanted` asks for the list (as cover?, from which section); `column_wanted` and
    `place_wanted` lead to a night or a cell; `left` gives the keyboard back.
    """

    pick_wanted = Signal(bool, str)
    column_wanted = Signal(str)
    place_wanted = Signal(str, int, str)
    left = Signal()

    def __init__(self, context: ScreenContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.inspector = Inspector("Casting")
        self._production = ""
        self._day = context.today
        self._run: Run | None = None
        self._column: Column | None = None
        self._spot: tuple[str, int] | None = None
        self._making = False
        self._shown: object = None
        self._about: object = None
        self._spots = SpotPanel(self)
        self._columns = ColumnPanel(self)
        self._new = NewPanel(self)
        self.views = RunViews(context, self)
        self.inspector.add_head(self.views.switch)
        self._connect()

    def show_book(
        self,
        book: Book,
        production_id: str,
        day: date,
        run: Run | None = None,
        *,
        at_once: bool = True,
    ) -> None:
        """Show the same thing of another book; what is gone gives way to the overview.

        Not `at_once`: it is only taken note of, to be shown the next time.
        """
        if production_id != self._production:
            self._making = False
        self._production, self._day, self._run = production_id, day, run
        if self._column is not None:
            self._column = self._same_column(book, self._column)
        if self._column is None:
            self._spot = None
        if self._spot is not None and book.find(Role, self._spot[0]) is None:
            self._spot, self._column = None, None
        if at_once:
            self._fill(book)

    def show_overview(self) -> None:
        """Show the counters."""
        self._choose(None, None)

    def show_spot(self, row: Row, column: Column) -> None:
        """Show a spot; the first of a role not opened."""
        self._choose(column, (row.role_id, row.spot or 1))

    def show_column(self, column: Column) -> None:
        """Show a performance or a cast."""
        self._context.open_inspector()
        self._choose(column, None)

    def start_new(self) -> None:
        """Show the form for a new performance."""
        if not self._production:
            return
        self._column, self._spot, self._making = None, None, True
        nights = performance_columns(self._context.book, self._production, self._day)
        last = max((one.day for one in nights if one.day), default=None)
        today = self._context.today
        night = next_night(self._context.book, self._production, last, today)
        self._shown = "new"
        self.views.switch.hide()
        self._context.open_inspector()
        self._new.fill(self.inspector, self._context.book, self._production, night, today)

    def _choose(self, column: Column | None, spot: tuple[str, int] | None) -> None:
        self._column, self._spot, self._making = column, spot, False
        self._fill(self._context.book)

    def _fill(self, book: Book) -> None:
        if self._making:
            return
        if not self._production or book.find(Role, self._spot[0] if self._spot else "") is None:
            self._spot = None
        content = self._content(book)
        if content == self._shown:
            return
        held = focused_name(self.inspector)
        self._shown = content
        about = (self._key, self._spot, self.views.switch.key)
        if about == self._about:
            self.inspector.keep_place()
        else:
            self.inspector.to_top()
        self._about = about
        self.views.switch.setVisible(self._column is None)
        if self._spot is not None and self._column is not None:
            self._spots.fill(self.inspector, *content)
        elif self._column is not None and self._column.performance_id is not None:
            today = self._context.today
            self._columns.fill_night(self.inspector, book, self._column, today)
        elif self._column is not None:
            nights = self._nights(book)
            self._columns.fill_cast(self.inspector, book, self._column, nights)
        else:
            kind, shown = content
            self.views.fill(self.inspector, book, kind, shown, self._go)
        focus_named(self.inspector, held)

    def _content(self, book: Book) -> Any:
        """What will be shown, to be compared: nothing is built anew that stays the same."""
        nights = self._nights(book)
        if self._spot is not None and self._column is not None:
            role = book.get(Role, self._spot[0])
            today = self._context.today
            facts = spot_facts(book, role, self._spot[1], self._column, today)
            return facts, tally(book, role, nights)
        if self._column is not None and self._column.performance_id is not None:
            show = book.find(Performance, self._column.performance_id)
            return "night", show, book.find(BillItem, self._column.key)
        if self._column is not None:
            return "cast", book.find(Cast, self._column.key), nights
        kind = brief_heading(book, self._production, self._day, self._run)
        return kind, self.views.content(book, self._production, nights, self._day)

    def _fill_anew(self) -> None:
        self._shown = None
        self._fill(self._context.book)

    def _same_column(self, book: Book, column: Column) -> Column | None:
        if column.performance_id is None:
            return column if book.find(Cast, column.key) else None
        nights = self._nights(book)
        return next((one for one in nights if one.key == column.key), None)

    def _nights(self, book: Book) -> tuple[Column, ...]:
        """The performances looked at: of one run, else of the season."""
        return in_run(performance_columns(book, self._production, self._day), self._run)

    def _connect(self) -> None:
        spots, columns = self._spots, self._columns
        spots.pick.connect(lambda as_cover: self.pick_wanted.emit(as_cover, ""))
        spots.from_section.connect(lambda section: self.pick_wanted.emit(False, section))
        spots.emptied.connect(self._leave_open)
        spots.covers.connect(self._order_covers)
        spots.why.connect(self._say_why)
        spots.follow.connect(self._follow)
        spots.turn_gone.connect(self._drop_turn)
        self.views.changed.connect(self._fill_anew)
        spots.ready_said.connect(self._say_ready)
        spots.shown_person.connect(lambda one: self._context.jump(Ref(Person, one), "company"))
        columns.changed.connect(self._change_night)
        columns.cast_chosen.connect(self._take_cast)
        columns.removed.connect(self._remove_night)
        columns.renamed.connect(lambda name: self._try(stagecraft.rename_cast, self._key, name))
        columns.copied.connect(lambda: self._try(casting.copy_cast, self._key))
        columns.cast_removed.connect(lambda: self._try(casting.remove_cast, self._key))
        columns.filled_from.connect(
            lambda source: self._try(stagecraft.copy_spots, source, self._key)
        )
        columns.night_wanted.connect(self.column_wanted)
        self._new.made.connect(self._make)
        self._new.cancelled.connect(self._cancel)

    @property
    def _key(self) -> str:
        return self._column.key if self._column else ""

    @property
    def night(self) -> str:
        """The id of the performance shown, or of a cell in it; empty if there is none."""
        return (self._column.performance_id or "") if self._column else ""

    def _go(self, place: tuple[str, int, str]) -> None:
        self.place_wanted.emit(*place)

    def _leave_open(self) -> None:
        self._write(
            lambda book, role_id, spot, column: edits.dance(book, role_id, spot, column, None)
        )

    def _say_why(self, why: str) -> None:
        self._write(
            lambda book, role_id, spot, column: edits.say_why(book, role_id, spot, column, why)
        )

    def _say_ready(self, person_id: str, state: str) -> None:
        if self._spot is not None:
            self._try(correct, person_id, self._spot[0], state or None)

    def _write(self, make: Callable[[Book, str, int, Column], Edit]) -> None:
        if self._spot is not None and self._column is not None:
            self._try(make, *self._spot, self._column)

    def _try(self, make: Callable[..., Edit], *arguments: object) -> None:
        write_or_say(self._context, make, *arguments)

    def _order_covers(self, people: list[str]) -> None:
        self._write(
            lambda book, role_id, spot, column: stagecraft.order_covers(
                book, edits.wish(role_id, spot, column), people
            )
        )

    def _follow(self) -> None:
        if self._spot is not None:
            self._try(stagecraft.clear_overrides, self.night, *self._spot)

    def _drop_turn(self) -> None:
        for old in self._context.book.where(Override, "performance_id", self.night):
            if (old.role_id, old.spot) == self._spot and old.from_section_id is not None:
                self._try(casting.clear_override, old.id)
                return

    def _change_night(self, fields: dict[str, Any]) -> None:
        if fields.get("state") == "given":
            self._try(casting.record_danced, self.night)
        else:
            self._try(lambda book: change_performance(book, self.night, **fields))

    def _take_cast(self, key: str) -> None:
        self._try(edits.paint, [self._key], None if key == NO_CAST else key)

    def _remove_night(self) -> None:
        self._try(remove_performance, self.night)

    def _make(self, edit: Edit) -> None:
        item = next((one.record.id for one in edit.of(BillItem)), "")

        def shown() -> None:
            self._making = False
            self.column_wanted.emit(item)

        self._context.commit(edit, written=shown)

    def _cancel(self) -> None:
        self.show_overview()
        self.left.emit()
