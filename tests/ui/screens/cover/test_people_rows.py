"""Who could with reasons, who cannot with why, and the night as it would be."""

from __future__ import annotations

from castapp.domain.availability import Absence
from castapp.ui.screens.cover.night_rows import night_rows
from castapp.ui.screens.cover.people_rows import (
    CANNOT_GO,
    CASTED,
    COULD,
    HEADING,
    list_heading,
    person_rows,
)
from tests.builders import THURSDAY, call, casting, dancer
from tests.ui.screens.cover.night import answer, chain


def test_the_cover_comes_first_with_reasons_where_and_week() -> None:
    found = answer(call("c", 960, 60, people=["moss"]))
    rows = person_rows(found, found.gaps[0])
    assert rows[0].text == "Cleo Moss"
    assert rows[0].about == "principal, cover"
    texts = [reason.text for reason in rows[0].reasons]
    assert "In it now: 2nd cast, learning" in texts
    assert any(text.startswith("Called until 17.00") for text in texts)
    assert "Week 2 h" in texts
    assert list_heading(found, found.gaps[0]) == (
        "Queen, Lake tonight",
        "5 of 6 women looked at",
    )


def test_a_chain_is_named_on_the_badge_and_in_the_night() -> None:
    found = answer(chain())
    gap = found.gaps[0]
    rows = (*person_rows(found, gap), *night_rows(found, gap, found.ways[0], "A"))
    fox = rows[0]
    assert (fox.text, fox.badge, fox.badge_tone) == ("Isa Fox", "leaves Spirits 1", "warning")
    assert "Leaves Spirits 1" in [reason.text for reason in fox.reasons]
    night = [(row.about, row.before, row.text) for row in rows if row.kind == CASTED]
    assert night[:2] == [("Queen", "Vega", "Fox"), ("Spirits 1", "Fox", "Kim H.")]
    assert ("Prince", "", "Okoro") in night
    assert "Lake tonight with A" in [row.text for row in rows]
    assert "for Vega" in next(row.spoken for row in rows if row.kind == CASTED)


def test_a_cover_who_goes_on_is_followed_by_the_next_or_said_to_be_missing() -> None:
    found = answer(dancer("Nora Ash"), [casting("cast-2", "queen", 1, "ash", 3)])
    rows = night_rows(found, found.gaps[0], found.ways[0], "A")
    (cover,) = [row for row in rows if row.about.startswith("Queen, cover")]
    assert (cover.before, cover.text) == ("Moss", "Ash")


def test_conditions_leave_out_who_does_not_meet_them() -> None:
    found = answer(chain())
    gap = found.gaps[0]
    assert [row.text for row in person_rows(found, gap, ["knows"])] == ["Isa Fox"]
    rows = person_rows(found, gap, ["knows", "chain"])
    assert [row.kind for row in rows] == [HEADING]
    assert list_heading(found, gap, ["chain"])[1] == "0 of 1 who could"


def test_who_cannot_stands_under_a_heading_with_why() -> None:
    found = answer([Absence("a", "moss", THURSDAY), casting("cast-2", "queen", 1, "paz", 3)])
    rows = person_rows(found, found.gaps[0])
    assert [row.kind for row in rows][:3] == [COULD, HEADING, CANNOT_GO]
    assert (rows[2].text, rows[2].status) == ("Cleo Moss", "away")
    assert rows[2].about == "Away, no date of return"
    assert not rows[1].choosable
