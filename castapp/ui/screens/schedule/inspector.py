"""The schedule's inspector: the selected call, show or calls, else the day or the week."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.finding import Finding, Ref
from castapp.domain.slot import length
from castapp.ui import fonts
from castapp.ui.screen import ScreenContext
from castapp.ui.screens.schedule.call_facts import NameRow, Trouble, call_facts, troubles
from castapp.ui.screens.schedule.call_pane import CallPane
from castapp.ui.screens.schedule.cards import Card
from castapp.ui.screens.schedule.copying.pane import CopyPane
from castapp.ui.screens.schedule.day_pane import DayPane, WeekPane
from castapp.ui.screens.schedule.people.facts import PersonFacts
from castapp.ui.screens.schedule.people.pane import PersonPane
from castapp.ui.screens.schedule.search.found import Found
from castapp.ui.screens.schedule.search.pane import FreePane, PlacesPane
from castapp.ui.screens.schedule.series.again import changed
from castapp.ui.screens.schedule.tag import StateTag
from castapp.ui.screens.schedule.trouble import TroubleList
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.field import Section
from castapp.ui.widgets.inspector import Inspector
from castapp.ui.widgets.label import Label


class ScheduleInspector(Inspector):
    """Shows one pane at a time; the call's pane edits it in place."""

    def __init__(self, context: ScreenContext, again: Callable[[], None]) -> None:
        super().__init__("Schedule inspector")
        self._context = context
        self._again = again
        self._call: Call | None = None
        self.tag = StateTag()
        self.tag.clicked.connect(self._turn_state)
        self.set_badge(self.tag)
        self.was = Label("", fonts.LABEL, "accent_t")
        self.add_head(self.was)
        self.call = CallPane(context, again)
        self.show_ = ShowPane(context)
        self.several = _SeveralPane()
        self.day = DayPane()
        self.week = WeekPane()
        self.person = PersonPane(TroubleList(context))
        self.places = PlacesPane()
        self.free = FreePane()
        self.copying = CopyPane(context.today)
        self._panes: tuple[QWidget, ...] = (
            self.call, self.show_, self.several, self.day, self.week, self.person,
            self.places, self.free, self.copying,
        )  # fmt: skip
        for pane in self._panes:
            self.add(pane)

    def show_call(
        self,
        book: Book,
        call: Call,
        card: Card | None,
        findings: Sequence[Finding],
        accepted: Sequence[Trouble] = (),
    ) -> None:
        """Show one call to be edited; `accepted` is what somebody decided to live with."""
        self._call = call
        facts = call_facts(book, call, findings)
        self.show_head(facts.kicker, facts.title, colour=facts.colour)
        self.tag.show_state(call.state, facts.colour)
        posted = card is None or not card.changed
        said = card.was if card is not None else ""
        self.was.setText(f"Changed since posting: {said}")
        self.call.show_call(book, call, facts, findings, accepted)
        self._only(self.call, as_posted=posted)

    def show_performance(self, book: Book, card: Card, findings: Sequence[Finding]) -> None:
        """Show one performance; it is cast elsewhere."""
        self.show_head(card.time, card.title, colour=card.text.colour)
        self.show_.show_card(book, card, findings)
        self._only(self.show_)

    def show_several(self, cards: Sequence[Card]) -> None:
        """Show how many are selected, and how long they are together."""
        self.show_head("Selected", f"{len(cards)} calls")
        self.several.show_cards(cards)
        self._only(self.several)

    def show_person(
        self, person_id: str, facts: PersonFacts, day: str, told: Sequence[Trouble]
    ) -> None:
        """Show one dancer's day."""
        self.show_head(facts.kicker, facts.name)
        self.person.show_person(person_id, facts, day, told)
        self._only(self.person)

    def show_places(self, found: Found, *, wider: bool) -> None:
        """Show the places that were found."""
        self.show_head("Find a place", found.title)
        self.places.show_found(found, wider=wider)
        self._only(self.places)

    def show_copying(self, title: str) -> None:
        """Show where to copy to, and what would come of it."""
        self.show_head("Copy", title)
        self._only(self.copying)

    def show_free(self, kicker: str, title: str, rows: Sequence[NameRow]) -> None:
        """Show who is free for a span."""
        self.show_head(kicker, title)
        self.free.show_free(rows)
        self._only(self.free)

    def show_day(self, title: str) -> None:
        """Show the day; its pane has been filled."""
        self.show_head("Day", title)
        self._only(self.day)

    def show_week(self, kicker: str, title: str) -> None:
        """Show the week; its pane has been filled."""
        self.show_head(kicker, title)
        self._only(self.week)

    def _only(self, shown: QWidget, *, as_posted: bool = True) -> None:
        if shown is not self.call:
            self._call = None
        for pane in self._panes:
            pane.setVisible(pane is shown)
        self.tag.setVisible(shown is self.call)
        self.was.setVisible(not as_posted)

    def _turn_state(self) -> None:
        if self._call is not None:
            state = "tentative" if self._call.state == "firm" else "firm"
            scope = self.call.scope.scope
            edit = changed(self._context.book, self._call, scope, state=state)
            self._context.commit(edit, put_back=self._again)


class ShowPane(QWidget):
    """A performance in short, with the way to its casting."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._id = ""
        self._facts = Section("Performance")
        self._trouble = TroubleList(context)
        go = Button("Open in Casting", kind=Kind.LINK)
        go.clicked.connect(self._go)
        way = Section()
        way.add_row(go, QWidget(), stretches=(0, 1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._facts, self._trouble, way):
            column.addWidget(widget)

    def show_card(self, book: Book, card: Card, findings: Sequence[Finding]) -> None:
        """Show this performance."""
        self._id = card.id
        self._facts.clear()
        for line in (*card.text.who, card.text.team, card.place):
            if line:
                self._facts.add(Label(line, fonts.TABLE, wrap=True))
        self._trouble.show_troubles(troubles(book, findings))

    def _go(self) -> None:
        self._context.jump(Ref(Performance, self._id), "casting")


class _SeveralPane(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._section = Section("Together")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._section)

    def show_cards(self, cards: Sequence[Card]) -> None:
        self._section.clear()
        minutes = sum(card.stand.end - card.stand.start for card in cards)
        self._section.set_heading("Together", length(minutes))
        for card in cards[:12]:
            self._section.add(Label(f"{card.time}  {card.title}", fonts.TABLE, figures=True))
        if len(cards) > 12:
            self._section.add(Label(f"and {len(cards) - 12} more", fonts.TABLE, "t2"))
