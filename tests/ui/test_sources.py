from __future__ import annotations

from datetime import date

import pytest

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import BillItem, Performance
from castapp.domain.finding import Ref
from castapp.domain.people import Person
from castapp.domain.repertory import Production, Role
from castapp.ui import sources
from castapp.ui.screens import ENTRIES

TODAY = date(2026, 10, 14)
BOOK = Book.of(
    [
        Person("gagnon", given="Élise", family="Gagnon"),
        Person("egan", given="Cormac", family="Egan"),
        Production("swan", work="Swan Lake", title="Swan Lake", short="Swan Lake"),
        Role("odette", production_id="swan", order=0, name="Odette/Odile"),
        Performance("show", day=date(2026, 10, 15), curtain=1170),
        BillItem("bill", performance_id="show", production_id="swan"),
        Call("near", day=TODAY, start=630, minutes=60, production_id="swan", title="Cygnets"),
        Call(
            "far",
            day=date(2026, 12, 1),
            start=630,
            minutes=60,
            production_id="swan",
            title="Cygnets",
        ),
    ]
)


class Jumps:
    def __init__(self) -> None:
        self.targets: list[Ref | date] = []

    def __call__(self, target: Ref | date, screen: str = "") -> None:
        self.targets.append(target)


def test_people_are_found_by_any_part_of_the_name_without_accents() -> None:
    jumps = Jumps()
    find = sources.people(BOOK, jumps)
    assert [line.text for line in find("eli gag")] == ["Élise Gagnon"]
    assert [line.text for line in find("e")] == ["Cormac Egan", "Élise Gagnon"]
    assert not find("lise")
    assert not find("")
    find("egan")[0].run()
    assert jumps.targets == [Ref(Person, "egan")]


def test_productions_and_roles_are_found() -> None:
    find = sources.repertory(BOOK, Jumps())
    assert [(line.text, line.group) for line in find("swan")] == [("Swan Lake", "Production")]
    assert [(line.text, line.group) for line in find("odile")] == [("Odette/Odile", "Role")]
    assert [line.text for line in find("swan odette")] == ["Odette/Odile"]


def test_shows_and_calls_nearest_to_today_come_first() -> None:
    jumps = Jumps()
    shows = sources.performances(BOOK, TODAY, jumps)("swan")
    assert shows[0].detail == "Thu 15 Oct, 19.30"
    calls = sources.calls(BOOK, TODAY, jumps)("cygnets")
    assert [line.detail for line in calls] == ["Wed 14 Oct, 10.30–11.30", "Tue 1 Dec, 10.30–11.30"]
    shows[0].run()
    calls[0].run()
    assert jumps.targets == [Ref(Performance, "show"), Ref(Call, "near")]


def test_days_are_found_and_gone_to() -> None:
    gone: list[date] = []
    lines = sources.dates(TODAY, gone.append)("+1w")
    assert [(line.text, line.detail) for line in lines] == [
        ("Wednesday 21 October 2026", "in 7 days")
    ]
    lines[0].run()
    assert gone == [date(2026, 10, 21)]


@pytest.mark.parametrize(
    ("typed", "action"),
    [("undo", "edit.undo"), ("new call", "schedule.new"), ("casting", "screen.casting")],
)
def test_commands_and_screens_are_found(typed: str, action: str) -> None:
    done: list[str] = []
    lines = [
        *sources.screens(ENTRIES, done.append)(typed),
        *sources.commands("schedule", ENTRIES, done.append)(typed),
    ]
    lines[0].run()
    assert done == [action]


def test_a_screen_whose_name_begins_so_comes_before_calls_that_hold_the_word() -> None:
    done: list[str] = []
    (line,) = sources.screens(ENTRIES, done.append)("cover")
    line.run()
    assert (line.text, done) == ("Cover tonight", ["screen.cover"])
    assert sources.screens(ENTRIES, done.append)("tonight") == []
    again = sources.commands("schedule", ENTRIES, done.append)("cover")
    assert "Cover tonight" not in [one.text for one in again]


def test_commands_of_other_screens_are_left_out() -> None:
    lines = sources.commands("schedule", ENTRIES, lambda action: None)("")
    groups = {line.group for line in lines}
    assert "Schedule" in groups
    assert "Callboard" not in groups
