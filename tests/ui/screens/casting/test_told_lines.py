"""The nights of a run and who of each is told."""

from __future__ import annotations

from datetime import UTC, datetime

from castapp.domain.casting import Performance
from castapp.services.casting import override
from castapp.services.telling import casting_news, tell, tell_all
from castapp.ui.screens.casting.columns import performance_columns
from castapp.ui.screens.casting.told_lines import told_run
from tests.builders import FRIDAY, THURSDAY, company_book, show

AT = datetime(2026, 10, 14, 15, 30, tzinfo=UTC)
SHOW = "show-2026-10-15-1170"
BOOK = company_book(show(FRIDAY, cast_id="cast-2"))
COLUMNS = performance_columns(BOOK, "lake", THURSDAY)


def test_the_first_night_with_somebody_to_tell_is_shown() -> None:
    run = told_run(BOOK, COLUMNS, "", THURSDAY)
    assert [one.when for one in run.nights] == ["Thu 15", "Fri 16"]
    assert run.chosen == COLUMNS[0].key
    assert len(run.left) == run.nights[0].people
    knows = BOOK.apply(tell_all(BOOK, casting_news(BOOK, BOOK.get(Performance, SHOW)), AT))
    run = told_run(knows, COLUMNS, "", THURSDAY)
    assert run.nights[0].all_know
    assert run.chosen == COLUMNS[1].key


def test_when_somebody_was_told_is_said_on_the_companys_clock() -> None:
    knows = BOOK.apply(tell(BOOK, "vega", SHOW, "Queen", AT))
    line = next(one for one in told_run(knows, COLUMNS, "", THURSDAY).lines if one.name == "Vega")
    assert (line.known, line.when) == (True, "14 Oct 16.30")


def test_whoever_dances_something_else_now_is_to_be_told_again() -> None:
    knows = BOOK.apply(tell(BOOK, "moss", SHOW, "cover Queen", AT))
    changed = knows.apply(override(knows, SHOW, "queen", 1, "moss"))
    line = next(one for one in told_run(changed, COLUMNS, "", THURSDAY).lines if one.name == "Moss")
    assert (line.known, line.stale) == (False, "cover Queen")


def test_no_night_nobody_to_tell() -> None:
    assert told_run(BOOK, (), "", THURSDAY).nights == ()


def test_a_night_that_is_over_needs_no_telling() -> None:
    assert [one.when for one in told_run(BOOK, COLUMNS, "", FRIDAY).nights] == ["Fri 16"]
