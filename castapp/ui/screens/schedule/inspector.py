"""The schedule's inspector: the selected call, show or calls, else the day or the week.

Each pane is imported and built when it is first shown: the first board waits for none but the
day's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.finding import Finding
from castapp.ui import fonts
from castapp.ui.reading import short_day
from castapp.ui.screen import ScreenContext
from castapp.ui.screens.schedule.call_facts import NameRow, Trouble, call_facts
from castapp.ui.screens.schedule.cards import Card
from castapp.ui.screens.schedule.day_pane import DayPane, WeekPane
from castapp.ui.screens.schedule.tag import StateTag
from castapp.ui.widgets.inspector import Inspector
from castapp.ui.widgets.label import Label

if TYPE_CHECKING:
    from castapp.ui.screens.schedule.call_pane import CallPane
    from castapp.ui.screens.schedule.copying.pane import CopyPane
    from castapp.ui.screens.schedule.people.facts import PersonFacts
    from castapp.ui.screens.schedule.people.pane import PersonPane
    from castapp.ui.screens.schedule.posting.pane import PostPane
    from castapp.ui.screens.schedule.posting.present import Question
    from castapp.ui.screens.schedule.search.found import Found
    from castapp.ui.screens.schedule.search.pane import FreePane, PlacesPane
    from castapp.ui.screens.schedule.several_pane import SeveralPane
    from castapp.ui.screens.schedule.show_pane import ShowPane
    from castapp.ui.screens.schedule.templates.pane import TemplatesPane
    from castapp.ui.screens.schedule.traces import Trace

P = TypeVar("P", bound=QWidget)

LATER = (
    "call_pane", "show_pane", "several_pane", "people.pane", "people.facts", "search.pane",
    "search.finder", "copying.copier", "copying.pane", "posting.pane", "templates.keeper",
    "templates.pane",
)  # fmt: skip
"""Modules imported with the panes, which can be read while nobody waits."""


class ScheduleInspector(Inspector):
    """Shows one pane at a time; the call's pane edits it in place.

    `record_wanted` carries a record named in a pane, `person_wanted` a person's id;
    `call_wanted` asks for a call to be written in the empty place shown; `alone_wanted` carries
    the id of one of those selected, to be selected alone.
    """

    record_wanted = Signal(object)
    person_wanted = Signal(str)
    call_wanted = Signal()
    alone_wanted = Signal(str)

    def __init__(self, context: ScreenContext, again: Callable[[], None]) -> None:
        super().__init__("Schedule inspector")
        self._context = context
        self._book: Book | None = None
        self._shown: tuple[object, ...] = ()

        def afresh() -> None:
            self._shown = ()
            again()

        self._again = afresh
        self._call: Call | None = None
        self._panes: list[QWidget] = []
        self.tag = StateTag()
        self.tag.clicked.connect(self._turn_state)
        self.set_badge(self.tag)
        self.was = Label("", fonts.LABEL, "accent_t")
        self.add_head(self.was)

    @cached_property
    def day(self) -> DayPane:
        """Who may be called on the day, the limits, and how far it is posted."""
        pane = DayPane()
        pane.person_opened.connect(self.person_wanted)
        return self._built(pane)

    @cached_property
    def week(self) -> WeekPane:
        """How far the week is posted, its work and its hours."""
        return self._built(WeekPane())

    @cached_property
    def call(self) -> CallPane:
        """One call, to be edited."""
        from castapp.ui.screens.schedule.call_pane import CallPane

        return self._built(CallPane(self._context, self._again))

    @cached_property
    def show_(self) -> ShowPane:
        """One performance."""
        from castapp.ui.screens.schedule.show_pane import ShowPane

        return self._built(ShowPane(self._context))

    @cached_property
    def several(self) -> SeveralPane:
        """The calls selected together."""
        from castapp.ui.screens.schedule.several_pane import SeveralPane

        pane = SeveralPane(self._context, self._again)
        pane.opened.connect(self.alone_wanted)
        return self._built(pane)

    @cached_property
    def person(self) -> PersonPane:
        """One dancer's day."""
        from castapp.ui.screens.schedule.people.pane import PersonPane
        from castapp.ui.screens.schedule.trouble import TroubleList

        pane = PersonPane(TroubleList(self._context))
        pane.opened.connect(self.record_wanted)
        pane.person_opened.connect(self.person_wanted)
        return self._built(pane)

    @cached_property
    def places(self) -> PlacesPane:
        """The places that were found."""
        from castapp.ui.screens.schedule.search.pane import PlacesPane

        return self._built(PlacesPane())

    @cached_property
    def free(self) -> FreePane:
        """Who is free for an empty place."""
        from castapp.ui.screens.schedule.search.pane import FreePane

        pane = FreePane()
        pane.person_opened.connect(self.person_wanted)
        pane.wanted.connect(self.call_wanted)
        return self._built(pane)

    @cached_property
    def copying(self) -> CopyPane:
        """Where to copy to, and what would come of it."""
        from castapp.ui.screens.schedule.copying.pane import CopyPane

        return self._built(CopyPane(self._context.today))

    @cached_property
    def posting(self) -> PostPane:
        """What is still open before the day is posted."""
        from castapp.ui.screens.schedule.posting.pane import PostPane

        return self._built(PostPane())

    @cached_property
    def templates(self) -> TemplatesPane:
        """The templates of a day or a week."""
        from castapp.ui.screens.schedule.templates.pane import TemplatesPane

        return self._built(TemplatesPane())

    def show_call(
        self,
        book: Book,
        call: Call,
        card: Card | None,
        findings: Sequence[Finding],
        accepted: Sequence[Trouble] = (),
    ) -> None:
        """Show one call to be edited; `accepted` is what somebody decided to live with.

        What is shown already stays: a key that selects and commits asks for it twice.
        """
        shown = (call, card, tuple(findings), tuple(accepted))
        if book is self._book and shown == self._shown and not self.call.isHidden():
            return
        self._book, self._shown = book, shown
        facts = call_facts(book, call, findings)
        self.show_head(facts.kicker, facts.title, colour=facts.colour)
        self.tag.show_state(call.state, facts.colour)
        self.was.setText(f"Changed since posting: {card.was}" if card and card.changed else "")
        self.call.show_call(book, call, facts, findings, accepted)
        self._only(self.call, call)

    def show_asked(self, card: Card) -> None:
        """Show what a call would be that is not kept yet; the question stands above it."""
        when = f"{short_day(card.stand.day)}, {card.time}"
        self.show_head(when, card.title, colour=card.text.colour)
        self._only(None)

    def show_performance(self, book: Book, card: Card, findings: Sequence[Finding]) -> None:
        """Show one performance; it is cast elsewhere."""
        self.show_head(card.time, card.title, colour=card.text.colour)
        self.show_.show_card(book, card, findings)
        self._only(self.show_)

    def show_several(self, book: Book, cards: Sequence[Card], gone: Sequence[Trace] = ()) -> None:
        """Show the selected in time order; `gone` are those taken out that belong with them."""
        self.show_head("Selected", f"{len(cards)} calls")
        self.several.show_cards(book, cards, gone)
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

    def show_posting(self, asked: Question) -> None:
        """Show what is still open before the day is posted."""
        self.show_head("Post the call sheet", asked.title)
        self.posting.show_question(asked)
        self._only(self.posting)

    def show_templates(self, title: str) -> None:
        """Show the templates; their pane is filled."""
        self.show_head("Templates", title)
        self._only(self.templates)

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

    def _built(self, pane: P) -> P:
        pane.hide()
        self._panes.append(pane)
        self.add(pane)
        return pane

    def _only(self, shown: QWidget | None, call: Call | None = None) -> None:
        before = self._call.id if self._call is not None else ""
        if shown is None or shown.isHidden() or before != (call.id if call is not None else ""):
            self.to_top()
        self._call = call
        for pane in self._panes:
            pane.setVisible(pane is shown)
        self.tag.setVisible(call is not None)
        self.was.setVisible(call is not None and bool(self.was.text()))

    def _turn_state(self) -> None:
        from castapp.ui.screens.schedule.series.again import changed

        if self._call is not None:
            state = "tentative" if self._call.state == "firm" else "firm"
            scope = self.call.scope.scope
            edit = changed(self._context.book, self._call, scope, state=state)
            self._context.commit(edit, put_back=self._again)
