"""Two people, each with a window of their own, on one company file."""

from __future__ import annotations

from pathlib import Path

import pytest

from castapp.domain.calls import Call
from castapp.domain.finding import Ref
from castapp.domain.people import Person
from castapp.services.calls import move_call
from castapp.services.people import change_person
from castapp.ui.screens.company.screen import CompanyScreen
from castapp.ui.screens.schedule.screen import ScheduleScreen
from tests.builders import THURSDAY, call, company_book
from tests.journeys.conftest import SitDown
from tests.journeys.sitting import Sitting
from tests.ui.medical_house import desk_with

BOOK = company_book(
    call("solo", 11 * 60, 60, people=["vega"]),
    call("duet", 14 * 60, 60, people=["paz", "okoro"], studio_id="studio-2"),
)
Pair = tuple[Sitting, Sitting]


@pytest.fixture
def pair(sit_down: SitDown, tmp_path: Path) -> Pair:
    """Ada and Bo, both on Thursday of the small company."""
    desk_with(tmp_path, BOOK).close()
    both = sit_down("Ada Vega", THURSDAY), sit_down("Bo Okoro", THURSDAY)
    for one, name in zip(both, ("Ada Vega", "Bo Okoro"), strict=True):
        one.open(tmp_path / "small.castapp")
        one.desk.author = name
    return both


def opened(me: Sitting, call_id: str) -> ScheduleScreen:
    """The board with this call in the inspector."""
    screen = me.go("schedule", ScheduleScreen)
    screen.board.select([call_id], call_id)
    me.settle()
    return screen


def type_time(me: Sitting, words: str) -> None:
    me.fill(me.field("Time", opened(me, "solo").panel.call), words)


def test_both_change_and_nothing_is_overwritten(pair: Pair) -> None:
    ada, bo = pair
    type_time(ada, "11.30-12.30")
    screen = opened(bo, "duet")
    bo.fill(bo.field("Title", screen.panel.call), "Act II, notes")
    assert bo.banner == ""
    assert bo.book.get(Call, "solo").start == 690
    ada.program.listen()
    assert ada.book == bo.book
    assert ada.book.get(Call, "duet").title == "Act II, notes"
    authors = {entry.label: entry.author for entry in ada.desk.history(2)}
    assert set(authors.values()) == {"Ada Vega", "Bo Okoro"}


def test_each_undoes_only_what_was_their_own(pair: Pair) -> None:
    ada, bo = pair
    type_time(ada, "11.30-12.30")
    screen = opened(bo, "duet")
    bo.fill(bo.field("Title", screen.panel.call), "Act II, notes")
    ada.window.do("edit.undo")
    assert ada.book.get(Call, "solo").start == 660
    assert ada.book.get(Call, "duet").title == "Act II, notes"
    bo.window.do("edit.undo")
    assert bo.book == ada_again(ada).book
    assert bo.book.get(Call, "duet").title == ""


def ada_again(ada: Sitting) -> Sitting:
    ada.program.listen()
    return ada


def test_what_the_other_wrote_is_on_the_screen(pair: Pair) -> None:
    ada, bo = pair
    screen = opened(bo, "solo")
    type_time(ada, "11.30-12.30")
    bo.program.listen()
    assert bo.field("Time", screen.panel.call).text() == "11.30 – 12.30"
    assert "11.30–12.30" in bo.seen(screen)


def test_a_stale_time_is_refused_and_stays_in_the_field(pair: Pair) -> None:
    ada, bo = pair
    screen = opened(bo, "solo")
    type_time(ada, "11.30-12.30")
    bo.fill(bo.field("Time", screen.panel.call), "15.00-16.00")
    assert "somebody changed the same thing meanwhile" in bo.banner
    assert bo.book.get(Call, "solo").start == 690
    assert len([label for label in bo.labels if label.startswith("Move")]) == 1
    assert bo.field("Time", screen.panel.call).text() == "15.00 – 16.00"
    assert bo.window.frame.top_bar.saved.failed


def test_a_stale_title_is_refused_and_stays_in_the_field(pair: Pair) -> None:
    ada, bo = pair
    screen = opened(bo, "solo")
    ada.fill(ada.field("Title", opened(ada, "solo").panel.call), "Variation")
    bo.fill(bo.field("Title", screen.panel.call), "Coda")
    assert "somebody changed the same thing meanwhile" in bo.banner
    assert bo.book.get(Call, "solo").title == "Variation"
    assert bo.field("Title", screen.panel.call).text() == "Coda"


def test_what_was_refused_goes_through_when_it_is_repeated(pair: Pair) -> None:
    ada, bo = pair
    screen = opened(bo, "solo")
    type_time(ada, "11.30-12.30")
    field = bo.field("Time", screen.panel.call)
    bo.fill(field, "15.00-16.00")
    bo.fill(field, "15.00-16.00")
    assert bo.book.get(Call, "solo").start == 900
    assert bo.banner == ""
    assert not bo.window.frame.top_bar.saved.failed


def test_a_person_changed_at_both_desks(pair: Pair) -> None:
    ada, bo = pair
    screen = bo.go("company", CompanyScreen)
    assert screen.reveal(Ref(Person, "vega"))
    bo.window.do("edit.rename")
    ada.desk.commit(change_person(ada.book, "vega", height_cm=168))
    field = bo.field("Height", screen.inspector)
    bo.fill(field, "171")
    assert "somebody changed the same thing meanwhile" in bo.banner
    assert bo.book.get(Person, "vega").height_cm == 168
    assert field.text().startswith("171")


def test_a_call_taken_away_while_it_is_dragged(pair: Pair) -> None:
    ada, bo = pair
    screen = opened(bo, "solo")
    late = move_call(bo.book, "solo", THURSDAY, 900, "studio-1")
    opened(ada, "solo")
    ada.window.do("edit.delete")
    assert ada.book.find(Call, "solo") is None
    assert not bo.window.context.commit(late)
    assert "somebody changed the same thing meanwhile" in bo.banner
    assert bo.book.find(Call, "solo") is None
    assert screen.board.cards.row_of("solo") is None


def test_a_window_that_only_listens_hears_of_it_by_itself(pair: Pair) -> None:
    ada, bo = pair
    type_time(ada, "11.30-12.30")
    bo.program._listening.timeout.emit()
    assert bo.book == ada.book
