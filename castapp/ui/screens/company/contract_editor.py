"""The fields of one contract, or of a new one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.people import Engagement
from castapp.domain.roster import company
from castapp.services import people
from castapp.ui import fonts
from castapp.ui.screens.company.present import said
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.choice import ChoiceField, Tick
from castapp.ui.widgets.field import Field
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.typed import TypedField, WordsField, day_reader, show_changed
from castapp.ui.writing import Writer

NO_RANK = "-"


class ContractEditor(QWidget):
    """Each field of a contract is written as it is left; a new one is written by its button."""

    closed = Signal()

    def __init__(self, write: Writer, today: date) -> None:
        super().__init__()
        self._write = write
        self._today = today
        self._person_id, self._key = "", ""
        self._contract: Engagement | None = None
        self._shown: tuple[object, ...] = ()
        self.rank = ChoiceField(name="Rank")
        self.title = WordsField("Title")
        self.first = TypedField(day_reader(today), said, name="From")
        self.last = TypedField(day_reader(today), said, name="To", optional=True)
        self.last.setPlaceholderText("open")
        self.guest = Tick("Guest")
        self.engage = Button("Engage", "check")
        self.remove = Button("Remove", "trash-2", Kind.QUIET)
        self.close_it = Button("Close", kind=Kind.QUIET)
        self._hint = Label("", fonts.LABEL, "t2", wrap=True)
        self._fields = {
            "rank": Field("Rank", self.rank),
            "title": Field("Title", self.title),
            "first": Field("From", self.first),
            "last": Field("To", self.last),
        }
        self._typed: Mapping[str, TypedField[Any]] = {
            "title": self.title, "first": self.first, "last": self.last,
        }  # fmt: skip
        self._lay_out()
        self._connect()

    def show_contract(self, book: Book, person_id: str, key: str, *, dances: bool) -> None:
        """Show a contract; an empty key starts a new one."""
        contract = book.find(Engagement, key)
        ranks = company(book).ranks
        content = (person_id, key, contract, ranks, dances)
        if content == self._shown:
            return
        same = bool(self._shown) and (person_id, key) == (self._person_id, self._key)
        old = self._contract if same else None
        if not same:
            for field in self._fields.values():
                field.refuse("")
        self._person_id, self._key = person_id, key
        self._contract, self._shown = contract, content
        held = contract.rank if contract else ""
        extra = (held,) if held and held not in ranks else ()
        self.rank.show_choices([(NO_RANK, "No rank"), *((one, one) for one in (*ranks, *extra))])
        if contract is not None:
            self.rank.choose(held or NO_RANK)
            show_changed(self._typed, old, contract)
            self.guest.setChecked(contract.guest)
        self._fields["rank"].setVisible(dances or bool(held))
        self._fields["title"].setVisible(not dances or bool(contract and contract.title))
        self.engage.setVisible(contract is None)
        self.remove.setVisible(contract is not None)
        words = "" if contract else "A contract that runs on ends the day before."
        self._hint.setText(words)
        self._hint.setVisible(bool(words))

    def begin(self, book: Book, person_id: str, *, dances: bool, rank: str) -> None:
        """Start a new contract from today on, with the rank held so far."""
        self.show_contract(book, person_id, "", dances=dances)
        for field in self._fields.values():
            field.refuse("")
        self.rank.choose(rank if rank in company(book).ranks else NO_RANK)
        self.title.show_value("" if dances else rank)
        self.first.show_value(self._today)
        self.last.show_value(None)
        self.guest.setChecked(False)

    def put_back(self) -> None:
        """Show the contract as it is kept, next time it is shown."""
        self._shown = ()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        column.addWidget(self._fields["rank"])
        column.addWidget(self._fields["title"])
        days = QHBoxLayout()
        days.setSpacing(8)
        days.addWidget(self._fields["first"], 1)
        days.addWidget(self._fields["last"], 1)
        column.addLayout(days)
        column.addWidget(self.guest)
        column.addWidget(self._hint)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.engage)
        foot.addWidget(self.remove)
        foot.addStretch(1)
        foot.addWidget(self.close_it)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.rank.chosen.connect(lambda key: self._change("rank", "" if key == NO_RANK else key))
        self.title.committed.connect(lambda words: self._change("title", words or ""))
        self.first.committed.connect(lambda day: self._change("first", day))
        self.last.committed.connect(lambda day: self._change("last", day))
        self.guest.clicked.connect(lambda on: self._change("guest", on))
        self.engage.clicked.connect(self._engage)
        self.remove.clicked.connect(self._remove)
        self.close_it.clicked.connect(self.closed)

    def _change(self, field: str, value: object) -> None:
        if self._key:
            told = self._fields.get(field, self._fields["last"])
            self._write(
                lambda book: people.change_engagement(book, self._key, **{field: value}),
                told.refuse,
            )

    def _engage(self) -> None:
        first = self.first.value
        if not (self.first.take() and self.last.take() and self.title.take()) or first is None:
            return
        rank = "" if self.rank.key in ("", NO_RANK) else self.rank.key
        self._write(
            lambda book: people.engage(
                book, self._person_id, self.first.value or first, self.last.value,
                rank="" if self._fields["rank"].isHidden() else rank,
                title="" if self._fields["title"].isHidden() else self.title.value or "",
                guest=self.guest.isChecked(),
            ),
            self._fields["last"].refuse,
            self.closed.emit,
        )  # fmt: skip

    def _remove(self) -> None:
        self._write(
            lambda book: people.remove_engagement(book, self._key),
            self._fields["last"].refuse,
            self.closed.emit,
        )
