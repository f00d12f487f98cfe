"""Who could with reasons, who cannot with why, and the night as it would be."""

from __future__ import annotations

from castapp.domain.availability import Absence
from castapp.ui.screens.cover.people_rows import (
    CANNOT_GO,
    CASTED,
    COULD,
    HEADING,
    list_heading,
    person_rows,
)
from tests.builders import THURSDAY, call, casting
from tests.ui.screens.cover.night import answer, chain


def test_the_cover_comes_first_with_reasons_where_and_week() -> None:
    found = answer(call("c", 960, 60, people=["moss"]))
    rows = person_rows(found, found.gaps[0], None)
    assert rows[0].text == "Cleo Moss"
    assert rows[0].about == "principal, cover that night"
    texts = [reason.text for reason in rows[0].reasons]
    assert texts[0] == "In it now: 2nd cast"
    assert texts[1].startswith("Called until 17.00")
    assert "Week 2 h" in texts
    assert list_heading(found, found.gaps[0]) == ("Queen, Lake tonight", "1 could, 0 cannot")


def test_a_chain_is_named_on_the_badge_and_in_the_night() -> None:
    found = answer(chain())
    rows = person_rows(found, found.gaps[0], found.solutions[0])
    fox = rows[0]
    assert (fox.text, fox.badge, fox.badge_tone) == ("Isa Fox", "leaves Spirits 1", "warning")
    assert "Leaves Spirits 1" in [reason.text for reason in fox.reasons]
    night = [(row.about, row.before, row.text) for row in rows if row.kind == CASTED]
    assert night[:2] == [("Queen", "Vega", "Fox"), ("Spirits 1", "Fox", "Kim H.")]
    assert ("Prince", "", "Okoro") in night
    assert "for Vega" in next(row.spoken for row in rows if row.kind == CASTED)


def test_who_cannot_stands_under_a_heading_with_why() -> None:
    found = answer([Absence("a", "moss", THURSDAY), casting("cast-2", "queen", 1, "paz", 3)])
    rows = person_rows(found, found.gaps[0], None)
    assert [row.kind for row in rows] == [COULD, HEADING, CANNOT_GO]
    assert (rows[2].text, rows[2].status) == ("Cleo Moss", "away")
    assert rows[2].about == "Away, no date of return"
    assert not rows[1].choosable
