from __future__ import annotations

from datetime import date

from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.importers.files import read_content
from tests.builders import call, company_book
from tests.importers.tables import CALENDAR, brought


def test_a_calendar_brings_calls_on_the_house_clock() -> None:
    book = company_book()
    text = CALENDAR.replace("\n", "\r\n")
    found = brought(book, text, source="week.ics")
    after = book.apply(found.edit)
    calls = {one.title: one for one in after.all(Call) if one.day >= date(2026, 10, 20)}
    lake, talk = calls[""], calls["Board talk"]
    assert (lake.start, lake.minutes, lake.kind) == (9 * 60 + 30, 75, "rehearsal")
    assert (lake.production_id, lake.studio_id, lake.note) == ("lake", "studio-2", "bring shoes")
    assert (talk.start, talk.minutes, talk.kind) == (540, 45, "meeting")
    assert not brought(after, text, source="week.ics").edit


def test_what_a_calendar_leaves_out_is_told() -> None:
    _, doubts = read_content(CALENDAR.encode(), "week.ics", company_book())
    assert any("Holiday" in doubt for doubt in doubts)
    assert any("Board talk” repeats" in doubt for doubt in doubts)


def test_an_event_of_our_own_only_moves_its_call() -> None:
    own = call("duet", 600, 60, production_id="lake", title="Duet", day=date(2026, 10, 20))
    book = company_book(own)
    show = next(iter(book.all(Performance)))
    text = CALENDAR.replace("one@elsewhere", "duet@castapp").replace("three@elsewhere", show.id)
    after = book.apply(brought(book, text, source="week.ics").edit)
    moved = after.get(Call, "duet")
    assert (moved.start, moved.minutes, moved.studio_id) == (9 * 60 + 30, 75, "studio-2")
    assert moved.title == "Duet"
    assert after.count(Call) == book.count(Call)


def test_an_event_somewhere_else_is_unplaced_and_told() -> None:
    found = brought(company_book(), CALENDAR.replace("Studio 2", "Town hall"), source="week.ics")
    made = [one.record for one in found.edit.of(Call)]
    assert [one.studio_id for one in made if isinstance(one, Call)] == [None, None]
    assert any("Town hall" in doubt for doubt in found.doubts)
