"""Asks before the casting of a night that has been danced is changed: it is the record by then."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Danced, Override, Performance
from castapp.domain.edit import Edit
from castapp.domain.slot import clock
from castapp.services.castgrid.given import corrected
from castapp.ui.dialogs import Dialogs
from castapp.ui.screens.casting.columns import day_words

if TYPE_CHECKING:
    from castapp.ui.screen import Commit

SHOWN = 3


class AskFirst:
    """The `commit` of the casting screen: as the window's, but for nights that were given."""

    def __init__(
        self, commit: Commit, dialogs: Dialogs, book: Callable[[], Book], host: QWidget
    ) -> None:
        self._commit = commit
        self._dialogs = dialogs
        self._book = book
        self._host = host

    def __call__(
        self,
        edit: Edit,
        *,
        judged: bool = True,
        written: Callable[[], None] | None = None,
        put_back: Callable[[], None] | None = None,
    ) -> bool:
        nights = given_nights(self._book(), edit)
        if not nights:
            return self._commit(edit, judged=judged, written=written, put_back=put_back)
        done: list[bool] = []

        def correct() -> None:
            whole = corrected(self._book(), edit)
            done.append(self._commit(whole, judged=judged, written=written, put_back=put_back))

        words = question(nights, edit)
        self._dialogs.confirm(self._host, words, "Correct the record", correct)
        return any(done)


def given_nights(book: Book, edit: Edit) -> list[Performance]:
    """The nights already danced whose casting an edit changes, in time order."""
    found: dict[str, Performance] = {}
    for change in edit.of(Override, Danced, BillItem):
        for record in (change.before, change.after):
            if isinstance(record, Override | Danced | BillItem):
                show = book.find(Performance, record.performance_id)
                if show is not None and show.state == "given":
                    found[show.id] = show
    return sorted(found.values(), key=lambda one: (one.day, one.curtain))


def question(nights: Iterable[Performance], edit: Edit) -> str:
    """Which nights have been danced, and what would be written over."""
    named = [f"{day_words(one.day)} {clock(one.curtain)}" for one in nights]
    shown = ", ".join(named[:SHOWN])
    more = f" and {len(named) - SHOWN} more" if len(named) > SHOWN else ""
    verb = "has" if len(named) == 1 else "have"
    return f"{shown}{more} {verb} been danced. Correct the record: {edit.label}?"
