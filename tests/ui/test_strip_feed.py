from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import cast

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from castapp.domain.book import Book
from castapp.domain.office import AcceptedBreach
from castapp.services.desk import Desk
from castapp.services.findings import accept, week_findings
from castapp.ui.screens import ENTRIES
from castapp.ui.span import Span, week_around
from castapp.ui.strip_feed import findings_of
from castapp.ui.theme import Theme
from castapp.ui.widgets.findings import FindingsStrip
from castapp.ui.window import MainWindow
from tests.builders import FRIDAY, THURSDAY, call, company_book
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_dialogs import FakeDialogs

BOOK = company_book(
    call("one", 600, 60, day=FRIDAY, people=["okoro"]),
    call("other", 600, 60, day=FRIDAY, studio_id="studio-2", people=["okoro"]),
    call("long", 540, 480, people=["vega"]),
)
Open = Callable[[Book], MainWindow]


@pytest.fixture
def open_window(qapp: QApplication) -> Iterator[Open]:
    opened: list[MainWindow] = []

    def go(book: Book) -> MainWindow:
        desk = cast(Desk, FakeDesk(book))
        window = MainWindow(
            desk, ENTRIES, FakeDialogs(), Theme(qapp), THURSDAY, findings=findings_of
        )
        opened.append(window)
        window.show()
        show(window, "schedule")
        return window

    yield go
    for window in opened:
        window.close()
        window.deleteLater()


def show(window: MainWindow, screen: str) -> FindingsStrip:
    window.show_screen(screen)
    for _ in range(4):
        QApplication.processEvents()
    return window.frame.findings


def head(strip: FindingsStrip) -> str:
    names = (one.accessibleName() for one in strip.findChildren(QAbstractButton))
    return next(name for name in names if name.startswith("Findings"))


def accepted_book() -> Book:
    breach = next(one for one in week_findings(BOOK, THURSDAY) if one.severity == "breach")
    return BOOK.apply(accept(BOOK, breach, "agreed with her", "Ina Roth"))


def test_the_strip_names_the_week_of_the_day_shown(open_window: Open) -> None:
    window = open_window(BOOK)
    assert head(window.frame.findings).startswith("Findings, 12 – 18 October: ")
    window.go_to(date(2026, 10, 29))
    strip = show(window, "schedule")
    assert head(strip).startswith("Findings, 26 October – 1 November: ")


def test_casting_lists_what_concerns_the_run_it_shows(open_window: Open) -> None:
    window = open_window(BOOK)
    rows = window.frame.findings.model.rows
    assert any(row.kind == "Clash" for row in rows)
    strip = show(window, "casting")
    assert "Findings, Lake, Thursday 15 October: " in head(strip)
    assert strip.model.rows
    assert not any(row.kind == "Clash" for row in strip.model.rows)
    assert any(row.kind == "Clash" for row in show(window, "schedule").model.rows)


def test_what_is_accepted_is_listed_with_who_and_why_when_asked_for(open_window: Open) -> None:
    window = open_window(accepted_book())
    strip = window.frame.findings
    assert not any(row.accepted for row in strip.model.rows)
    assert head(strip).endswith("1 accepted")
    strip.filter.severity.choose("accepted")
    strip.filter.changed.emit()
    (row,) = strip.model.rows
    assert row.accepted == "accepted by Ina Roth: agreed with her"
    assert "agreed with her" in str(strip.model.index(0, 4).data())
    assert "agreed with her" in row.sentence


def test_an_acceptance_is_taken_back_from_the_strip(open_window: Open) -> None:
    window = open_window(accepted_book())
    strip = window.frame.findings
    strip.filter.severity.choose("accepted")
    strip.filter.changed.emit()
    strip.acted.emit(strip.model.rows[0])
    assert not window.context.book.count(AcceptedBreach)


def test_a_span_without_a_company_is_the_week_from_monday() -> None:
    assert week_around(Book.of(()), THURSDAY) == Span(date(2026, 10, 12), date(2026, 10, 18))
