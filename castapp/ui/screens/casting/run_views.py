"""What the inspector shows while nothing is selected, in four views: run, people, told, pairs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.edit import Edit
from castapp.domain.finding import Ref
from castapp.domain.people import Person
from castapp.services.counting import counts
from castapp.services.pairs import set_wish
from castapp.services.telling import News, tell_all, untell
from castapp.ui.screens.casting import people_pane
from castapp.ui.screens.casting.columns import Column
from castapp.ui.screens.casting.counters import overview
from castapp.ui.screens.casting.overview_panel import show_overview
from castapp.ui.screens.casting.pair_lines import pairs_shown
from castapp.ui.screens.casting.pairs_pane import NONE, PairsPane
from castapp.ui.screens.casting.told_lines import told_run
from castapp.ui.screens.casting.told_pane import ToldPane
from castapp.ui.widgets.inspector import Inspector
from castapp.ui.widgets.segment import Segment
from castapp.ui.writing import write_or_say

if TYPE_CHECKING:
    from castapp.ui.screen import ScreenContext

RUN, PEOPLE, TOLD, PAIRS = "run", "people", "told", "pairs"
TITLES = {RUN: "Counters", PEOPLE: "Each dancer", TOLD: "Who has been told", PAIRS: "Partnerships"}


class RunViews(QObject):
    """`changed` says that another view, or another night of it, is wanted."""

    changed = Signal()

    def __init__(self, context: ScreenContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._night = ""
        self.switch = Segment(
            ((RUN, "Run"), (PEOPLE, "People"), (TOLD, "Told"), (PAIRS, "Pairs")), name="Counters"
        )
        self.told, self.pairs = ToldPane(self), PairsPane(self)
        self.switch.chosen.connect(self._show_view)
        self.told.chosen.connect(self._choose)
        self.told.told.connect(self._tell)
        self.told.untold.connect(self._untell)
        self.pairs.wished.connect(self._wish)
        self.pairs.refused.connect(context.say)

    def content(
        self, book: Book, production_id: str, columns: tuple[Column, ...], day: date
    ) -> Any:
        """What the chosen view will show, to be compared: nothing is built anew that stays."""
        if self.switch.key == PEOPLE:
            shows = (book.find(Performance, one.performance_id) for one in columns)
            return counts(book, production_id, [one for one in shows if one])
        if self.switch.key == TOLD:
            return told_run(book, columns, self._night, self._context.today)
        if self.switch.key == PAIRS:
            return pairs_shown(book, columns, self._context.today, day)
        return overview(book, production_id, columns)

    def fill(
        self,
        inspector: Inspector,
        book: Book,
        kind: str,
        shown: Any,
        go: Callable[[tuple[str, int, str]], None],
    ) -> None:
        """Fill the inspector with what `content` gave; `go` leads to a cell."""
        if self.switch.key == RUN:
            show_overview(inspector, kind, shown, go)
            return
        inspector.clear()
        inspector.show_head(kind, TITLES[self.switch.key])
        if self.switch.key == PEOPLE:
            jump = self._context.jump
            people_pane.fill(inspector, book, shown, lambda who: jump(Ref(Person, who), "company"))
        elif self.switch.key == TOLD:
            self._night = shown.chosen
            self.told.fill(inspector, shown)
        else:
            self.pairs.fill(inspector, shown)

    def _show_view(self, _view: str) -> None:
        self._night = ""
        self.changed.emit()

    def _choose(self, night: str) -> None:
        self._night = night
        self.changed.emit()

    def _tell(self, news: list[News]) -> None:
        author = self._context.desk.author
        self._write(tell_all(self._context.book, news, datetime.now(UTC), author))

    def _untell(self, news: News) -> None:
        self._write(untell(self._context.book, news.person_id, news.ref_id))

    def _write(self, edit: Edit) -> None:
        if edit and not self._context.commit(edit):
            self.changed.emit()

    def _wish(self, one: str, other: str, key: str) -> None:
        write_or_say(self._context, set_wish, one, other, None if key == NONE else key)
