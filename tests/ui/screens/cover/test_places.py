"""Every place somebody off holds, in its group."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from castapp.domain.record import Record
from castapp.services.cover.request import Request
from castapp.ui.screens.cover.places import PlaceRow, first_key, place_rows
from tests.builders import FRIDAY, THURSDAY, call, role_line, show
from tests.ui.screens.cover.night import NIGHT, SHOW, answer

RUN = replace(NIGHT, last=None)


def rows(request: Request = RUN, *more: Iterable[Record]) -> tuple[PlaceRow, ...]:
    return place_rows(answer(*more, request=request))


def test_gaps_stand_first_then_what_else_misses_them() -> None:
    found = rows(RUN, call("c", 17 * 60, 30, people=["vega"], production_id="lake"))
    assert [(row.title, row.aside) for row in found] == [
        ("Thu 15 Oct, Lake, 19.30", "1 gap"),
        ("Queen", "19.30"),
        ("Lake", "17.00"),
    ]
    assert found[1].detail == "Lake, Acts I, II, with Okoro"
    assert found[2].detail == "called, Studio 1"
    assert first_key(found) == f"{SHOW} queen 1"
    assert "has nobody yet" in found[1].spoken


def test_later_nights_and_covers_stand_in_their_groups() -> None:
    later = THURSDAY.replace(day=22)
    found = rows(RUN, show(FRIDAY, cast_id="cast-2"), show(later))
    headings = [row.title for row in found if row.heading]
    assert headings[1:] == ["This week", "This run and after"]
    cover = next(row for row in found if row.title == "Queen, cover")
    assert (cover.aside, cover.detail) == ("Fri 16 Oct", "covers it in Lake")
    assert not cover.gap


def test_what_is_held_after_the_days_asked_about_is_shown_and_not_sought() -> None:
    found = rows(NIGHT, show(FRIDAY), call("c", 11 * 60, 30, people=["vega"], day=FRIDAY))
    later = [row for row in found if row.aside == "Fri 16 Oct"]
    assert [row.title for row in later] == ["Queen", "Rehearsal"]
    assert not any(row.gap or row.needy for row in later)
    assert sum(row.gap for row in found) == 1


def test_hurt_mid_show_the_gap_says_from_where() -> None:
    hurt = Request(("vega",), THURSDAY, 1190, THURSDAY, SHOW, "lake-i-1")
    gap = next(row for row in rows(hurt) if row.gap)
    assert "from Act II Spirits" in gap.detail


def test_who_takes_a_call_is_missed_with_who_is_free() -> None:
    led = call("c", 17 * 60, 30, role_line("l", "spirits"), lead_id="hall", production_id="lake")
    row = next(one for one in rows(replace(NIGHT, people=("hall",)), led) if one.key)
    assert row.detail == "takes it; free: nobody; Studio 1"


def test_several_off_are_told_apart() -> None:
    found = rows(replace(NIGHT, people=("vega", "okoro")))
    details = [row.detail for row in found if row.gap]
    assert details[0].startswith("Vega, Lake")
    assert details[1].startswith("Okoro, Lake")


def test_somebody_with_no_place_at_all_is_an_empty_list() -> None:
    found = rows(replace(NIGHT, people=("ito",)))
    assert found == ()
    assert first_key(found) == ""
