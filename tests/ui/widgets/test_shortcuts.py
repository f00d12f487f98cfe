from __future__ import annotations

from castapp.ui.widgets.shortcuts import rows_of


def test_the_sheet_tells_only_what_works_here() -> None:
    schedule, casting = rows_of("schedule"), rows_of("casting")
    assert ("Ctrl+Z", "Undo") in schedule["Edit"]
    assert ("Alt+arrows", "Move a call") in schedule["Schedule"]
    assert "Casting" not in schedule
    assert ("Ctrl+Enter", "Take the dancer as cover, or in all chosen cells") in casting["Casting"]
    assert all(not text.endswith("…") for rows in schedule.values() for _, text in rows)
