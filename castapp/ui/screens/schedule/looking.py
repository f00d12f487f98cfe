"""What is selected, and the inspector with it: a call, a show, a person, an empty place, a day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.finding import Ref
from castapp.domain.people import Person
from castapp.ui.announce import say
from castapp.ui.screen import ScreenContext
from castapp.ui.screens.schedule.cards import Card
from castapp.ui.screens.schedule.inspection import (
    inspect_day,
    inspect_one,
    inspect_person,
    inspect_room,
    inspect_week,
)
from castapp.ui.screens.schedule.inspector import ScheduleInspector
from castapp.ui.screens.schedule.modes import DAY, PEOPLE, SPANS, WEEK
from castapp.ui.screens.schedule.period import heading, working_calls
from castapp.ui.screens.schedule.tray import Tray
from castapp.ui.screens.schedule.views import Views


class Looking(QObject):
    """One selection for the board, the people and the tray."""

    def __init__(
        self, context: ScreenContext, views: Views, tray: Tray, panel: ScheduleInspector
    ) -> None:
        super().__init__(views)
        self._context = context
        self._views = views
        self._tray = tray
        self._panel = panel
        self._aside = ""
        self._new: Card | None = None
        board = views.board
        board.asked_changed.connect(self._asked_changed)
        board.chosen.connect(self._board_chosen)
        board.room_chosen.connect(self.inspect)
        views.person_chosen.connect(self._person_chosen)
        views.block_chosen.connect(self._block_chosen)
        tray.chosen.connect(self._tray_chosen)
        panel.person_wanted.connect(self._open_person)
        panel.alone_wanted.connect(lambda key: board.select([key], key))

    @property
    def one(self) -> str:
        """The one record selected, on the board or in the tray; "" for none or several."""
        ids = self._views.board.selected_ids() or [self._tray.selected_id()]
        return ids[0] if len(ids) == 1 else ""

    @property
    def asking(self) -> bool:
        """Whether the inspector shows a call that waits for a reason to be made."""
        return self._new is not None

    def follow(self, chosen: str) -> None:
        """Keep a call selected that went from the board into the tray or out of it."""
        board = self._views.board
        if not chosen or board.selected_ids():
            return
        if board.cards.row_of(chosen) is not None:
            board.select([chosen], chosen)
        else:
            self._tray.select(chosen)

    def inspect(self) -> None:
        """Show what waits for a reason to be made, else what is selected on the board, else in the
        tray, else the day or the week.
        """
        self._new = self._asked_new()
        if self._new is not None:
            self._panel.show_asked(self._new)
        else:
            self._inspect_chosen()

    def _inspect_chosen(self) -> None:
        views, book = self._views, self._context.book
        board, ids = views.board, views.board.selected_ids()
        if ids:
            self._tray.list.clearSelection()
        if ids or board.room is not None or book.find(Call, self._aside) is None:
            self._aside = ""
        waiting = self._tray.selected_id()
        if views.mode in SPANS:
            self._inspect_the_whole()
        elif len(ids) > 1:
            self._inspect_several(ids)
        elif ids or waiting:
            self._inspect_one(ids[0] if ids else waiting)
        elif self._aside:
            self._inspect_one(self._aside)
        else:
            self._inspect_the_whole()

    def _inspect_the_whole(self) -> None:
        """Nothing is selected: show the person, the empty place, the week or the day."""
        views, book, board = self._views, self._context.book, self._views.board
        if views.mode == PEOPLE and views.people.person_id:
            found = views.showing.with_week(views.day)
            inspect_person(self._panel, book, views.people.person_id, views.day, found)
        elif board.room is not None and views.shown is board:
            inspect_room(self._panel, book, board.room)
        elif views.mode == WEEK:
            inspect_week(self._panel, book, views.day, self._context.today)
        else:
            inspect_day(self._panel, book, views.day)

    def _asked_changed(self) -> None:
        if self._new is not None or self._asked_new() is not None:
            self.inspect()

    def _asked_new(self) -> Card | None:
        """The one call that waits for a reason to be made."""
        asked = self._views.board.asked
        known = len(asked) == 1 and self._context.book.find(Call, asked[0].held.id)
        return asked[0].card if len(asked) == 1 and not known else None

    def inspect_aside(self, call_id: str) -> None:
        """Show a call that stands neither on the board nor in the tray."""
        self._views.board.select([])
        self._views.board.choose_room(None)
        self._tray.list.clearSelection()
        self._aside = call_id
        self.inspect()

    def _inspect_several(self, ids: Sequence[str]) -> None:
        """Show these together; with all that has changed goes what has been taken out."""
        view = self._views.board.view
        chosen = [card for card in view.cards if card.id in ids]
        changed = {card.id for card in view.cards if card.changed} == set(ids)
        self._panel.show_several(self._context.book, chosen, view.traces if changed else ())

    def _inspect_one(self, record_id: str) -> None:
        views, book = self._views, self._context.book
        card = views.card(book, record_id)
        if card is not None:
            found, accepted = views.showing.of(record_id), views.showing.accepted(record_id)
            inspect_one(self._panel, book, card, found, accepted)

    def _board_chosen(self) -> None:
        self._views.show_chosen()
        self.inspect()

    def _person_chosen(self, _person_id: str) -> None:
        self._views.people.setAccessibleDescription("")
        self._views.board.select([])
        self._board_chosen()

    def _block_chosen(self, _person_id: str, ref: Ref) -> None:
        people = self._views.people
        block = people.current_block
        if block is not None:
            people.setAccessibleDescription(block.spoken)
            say(people, block.spoken)
        self._views.board.select([ref.id], ref.id)
        self._board_chosen()

    def _tray_chosen(self, record_id: str) -> None:
        self._aside = ""
        self._views.board.select([])
        self._inspect_one(record_id)

    def _open_person(self, person_id: str) -> None:
        self._context.jump(Ref(Person, person_id))


def shown_words(book: Book, views: Views) -> str:
    """What is shown now, and how many calls: Friday 16 October, 15 calls."""
    day, view = views.day, views.board.view
    one_day = views.mode in (DAY, PEOPLE)
    when = f"{day:%A} {day.day} {day:%B}" if one_day else heading(book, views.mode, day)
    count = sum(len(working_calls(book, one)) for one in view.days)
    return f"{when}, {count or 'no'} call{'s' * (count != 1)}."


def calls_to_place(views: Views, tray: Tray) -> list[str]:
    """The calls to find a place for: those chosen, else all of the tray."""
    chosen = views.board.selected_calls() or [tray.selected_id()]
    return [one for one in chosen if one] or [card.id for card in views.board.view.tray]
