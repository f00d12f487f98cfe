"""Fills the findings strip: which days it is about, what is found there, what was accepted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from castapp.domain.book import Book
from castapp.domain.company import Company
from castapp.domain.finding import Finding
from castapp.domain.office import AcceptedBreach
from castapp.services.desk import Desk
from castapp.ui.finding_rows import FindingRow, accepted_row, finding_rows
from castapp.ui.span import Span
from castapp.ui.widgets.findings import FindingsStrip

FindingsOf = Callable[[Book, Span], Sequence[Finding]]


class StripFeed(QObject):
    """Follows the screen that is up; `span` says which days that one is about, None for none."""

    def __init__(
        self,
        desk: Desk,
        strip: FindingsStrip,
        findings_of: FindingsOf | None,
        span: Callable[[], Span | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._strip = strip
        self._findings_of = findings_of
        self._span = span
        self._turned = False
        self._due = QTimer(self, singleShot=True, interval=0)
        self._due.timeout.connect(self._fill)

    def due(self) -> None:
        """Fill the strip anew when there is time."""
        if self._findings_of is not None:
            self._due.start()

    def _fill(self) -> None:
        if not self._turned:  # The screen is painted before a week is judged.
            self._turned = True
            self._due.start()
            return
        book, span = self._desk.book, self._span()
        if self._findings_of is None or span is None:
            return
        rows = finding_rows(book, self._findings_of(book, span))
        self._strip.show_findings([*rows, *_accepted(book, span)], span.words(book))


def findings_of(book: Book, span: Span) -> Sequence[Finding]:
    """What the strip lists: the open findings of a screen's days."""
    from castapp.services.findings import findings, gathered

    found = findings(book, span.first, span.last)
    return gathered(one for one in found if span.of(book, one))


def _accepted(book: Book, span: Span) -> list[FindingRow]:
    """What was found on these days and accepted."""
    if not book.count(AcceptedBreach) or not book.count(Company):
        return []
    from castapp.services.findings import accepted_findings

    found = accepted_findings(book, span.first, span.last)
    return [accepted_row(book, one, breach) for one, breach in found if span.of(book, one)]
