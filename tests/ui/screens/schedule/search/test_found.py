from __future__ import annotations

from castapp.domain.calls import Call
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.search.found import find_for, find_for_all, who_is_free
from tests.builders import FRIDAY, THURSDAY, call, company_book

BOOK = company_book(
    call("solo", 660, 60, people=["vega"]),
    call("waiting", 600, 60, studio_id=None, people=["vega"], production_id="lake"),
    call("other", 600, 45, studio_id=None, people=["okoro"]),
)


def test_the_best_places_are_ranked_with_their_reasons() -> None:
    found = find_for(BOOK, BOOK.get(Call, "waiting"), [THURSDAY])
    assert [row.rank for row in found.rows] == [1, 2, 3, 4, 5]
    assert all(row.held.id == "waiting" and row.why for row in found.rows)
    spans = [(row.held.start, row.held.end) for row in found.rows]
    assert all(end <= 660 or start >= 720 for start, end in spans)


def test_the_day_is_named_among_several() -> None:
    found = find_for(BOOK, BOOK.get(Call, "waiting"), [THURSDAY, FRIDAY])
    assert found.rows[0].when.startswith(("Thu 15", "Fri 16"))


def test_the_tray_is_placed_as_one_step() -> None:
    found = find_for_all(BOOK, ["waiting", "other"], [THURSDAY])
    assert found.placing is not None
    after = BOOK.apply(found.placing.edit)
    assert all(after.get(Call, one).studio_id for one in ("waiting", "other"))
    assert len(found.rows) == 2


def test_who_is_free_comes_by_rank_with_how_long() -> None:
    rows = who_is_free(BOOK, Held("", THURSDAY, "studio-2", 660, 720))
    names = [row.name for row in rows if row.person_id]
    assert "Ada Vega" not in names
    assert rows[0].name == "Principals"
    later = who_is_free(BOOK, Held("", THURSDAY, "studio-2", 780, 840))
    vega = next(row for row in later if row.person_id == "vega")
    assert vega.aside == "12.00–18.55"
