from __future__ import annotations

from castapp.services.casting import override
from castapp.ui.screens.casting.columns import cast_columns, performance_columns
from castapp.ui.screens.casting.preview import NOTHING, painting_words, preview
from castapp.ui.screens.casting.rows import grid_rows
from tests.builders import FRIDAY, THURSDAY, company_book, show

SHOW = "show-2026-10-15-1170"
START = company_book(show(FRIDAY))
RUN = START.apply(override(START, SHOW, "queen", 1, "paz", why="guest"))
ROWS = {row.key: row for row in grid_rows(RUN, "lake", ("spirits",))}
CASTS = cast_columns(RUN, "lake", THURSDAY)
NIGHTS = performance_columns(RUN, "lake", THURSDAY)


def test_a_cell_of_a_cast_says_who_follows_and_who_keeps_their_own() -> None:
    assert preview(RUN, [(ROWS["queen"], CASTS[0])]) == (
        "Change Queen in the 1st cast: 1 performance follows: Fri 16.",
        "1 keeps its own: Thu 15 (Paz, guest).",
    )
    first, second = preview(RUN, [(ROWS["spirits"], CASTS[1])])
    assert first == "Change Spirits in the 2nd cast: no performance follows."
    assert second == ""


def test_one_cell_of_a_night_needs_no_words() -> None:
    assert preview(RUN, [(ROWS["queen"], NIGHTS[0])]) == NOTHING
    assert preview(RUN, []) == NOTHING


def test_several_cells_say_what_can_be_done_with_them_and_where_it_counts() -> None:
    first, second = preview(RUN, [(ROWS["queen"], night) for night in NIGHTS])
    assert first.startswith("2 cells chosen. Type a name: Ctrl+Enter puts the dancer in all")
    assert second == "These nights only; their casts stay as they are."
    first, second = preview(RUN, [(ROWS["spirits"], cast) for cast in CASTS])
    assert first.startswith("2 cells chosen, 4 spots.")
    assert second == "Every performance that follows changes with it: 1st cast, 2nd cast."


def test_painting_says_what_changes_hands() -> None:
    said = painting_words(RUN, [f"bill-{SHOW}", "gone"], "cast-2")
    assert said == ("Thu 15 by the 2nd cast: 3 spots change hands. 1 keeps its own: Queen Paz.")
