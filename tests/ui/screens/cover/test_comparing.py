"""The ways out side by side."""

from __future__ import annotations

from castapp.ui.screens.cover.comparing import compared
from tests.builders import casting, dancer
from tests.ui.screens.cover.night import answer, chain


def test_each_number_is_as_many_as_lies_beneath_it() -> None:
    found = answer(chain())
    lines = compared(found)
    assert [one.name for one in lines][:3] == ["Changes", "Debuts", "People moved"]
    for line in lines[:-1]:
        assert line.values == tuple(str(len(texts)) for texts in line.beneath)
    by_name = {one.name: one for one in lines}
    assert by_name["Changes"].values[0] == "2"
    assert by_name["People moved"].beneath[0] == ("Fox",)
    assert by_name["Debuts"].beneath[0] == ("Fox in Queen",)
    assert by_name["Sum of the figures"].values[0] == f"{found.solutions[0].price:g}"


def test_a_column_for_each_way_out() -> None:
    found = answer(dancer("Nora Ash"), [casting("cast-2", "queen", 1, "ash", 3)])
    assert len(found.ways) > 1
    assert all(len(one.values) == len(found.ways) for one in compared(found))
