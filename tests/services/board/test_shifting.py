from __future__ import annotations

import pytest

from castapp.domain.calls import Call, Called
from castapp.domain.checks import Invalid
from castapp.services.board import move_group, shift_after
from tests.builders import FRIDAY, THURSDAY, call, company_book

COLUMNS = ("studio-1", "studio-2", "studio-a")


def test_everything_after_a_time_moves_and_what_began_before_stays() -> None:
    book = company_book(
        call("early", 600, 90), call("at", 660, 60, studio_id="studio-2"), call("late", 900, 60),
        [Called("l", "late", "person", person_id="vega", joins=930)],
        call("off", 920, 60, state="cancelled"),
    )  # fmt: skip
    edit = shift_after(book, THURSDAY, 660, 15)
    after = book.apply(edit)
    assert [after.get(Call, one).start for one in ("early", "at", "late", "off")] == [
        600, 675, 915, 920,
    ]  # fmt: skip
    assert after.get(Called, "l").joins == 945
    assert edit.label == "Move everything after 11.00 15 min later, Thu 15 Oct"
    alone = shift_after(book, THURSDAY, 660, -30, "studio-2")
    assert [change.id for change in alone.changes] == ["at"]
    assert "in Studio 2 30 min earlier" in alone.label


def test_nothing_leaves_its_day() -> None:
    book = company_book(call("late", 23 * 60, 30), call("early", 10, 30, day=FRIDAY))
    with pytest.raises(Invalid, match="begin on the next day"):
        shift_after(book, THURSDAY, 660, 60)
    with pytest.raises(Invalid, match="begin on the day before"):
        shift_after(book, FRIDAY, 0, -15)
    with pytest.raises(Invalid, match="studio is no longer there"):
        shift_after(book, THURSDAY, 660, 15, "gone")
    assert not shift_after(book, THURSDAY, 660, 0)


def test_a_group_keeps_its_shape() -> None:
    book = company_book(
        call("a", 600, 60), call("b", 660, 60, studio_id="studio-2"),
        call("c", 600, 30, studio_id=None),
    )  # fmt: skip
    edit = move_group(book, ["b", "c"], "a", (FRIDAY, 720, "studio-2"), COLUMNS)
    after = book.apply(edit)
    placed = [
        (one.day, one.start, one.studio_id) for one in (after.get(Call, name) for name in "abc")
    ]
    assert placed == [
        (FRIDAY, 720, "studio-2"), (FRIDAY, 780, "studio-a"), (FRIDAY, 720, None),
    ]  # fmt: skip


def test_a_group_that_does_not_fit_is_refused_whole() -> None:
    book = company_book(call("a", 600, 60), call("b", 1380, 30, studio_id="studio-a"))
    with pytest.raises(Invalid, match="past the last studio"):
        move_group(book, ["b"], "a", (THURSDAY, 600, "studio-2"), COLUMNS)
    with pytest.raises(Invalid, match="begin on the next day"):
        move_group(book, ["b"], "a", (THURSDAY, 720, "studio-1"), COLUMNS)
    with pytest.raises(Invalid, match="not on the board"):
        move_group(book, ["b"], "a", (THURSDAY, 600, "stage"), COLUMNS)


def test_to_the_tray_only_the_anchor_loses_its_studio() -> None:
    book = company_book(call("a", 600, 60), call("b", 660, 60, studio_id="studio-2"))
    after = book.apply(move_group(book, ["b"], "a", (THURSDAY, 600, None), COLUMNS))
    assert (after.get(Call, "a").studio_id, after.get(Call, "b").studio_id) == (None, "studio-2")
