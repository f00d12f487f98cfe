from __future__ import annotations

import pytest

from castapp.ui.screens.casting.written import Written, read, table, write


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("Vane", Written("Vane")),
        ("Vane (cover Popov)", Written("Vane", ("Popov",))),
        ("Vane (Cover: Popov, Rey)", Written("Vane", ("Popov", "Rey"))),
        ("Vane / Popov / Rey", Written("Vane", ("Popov", "Rey"))),
        ("Vane\nPopov", Written("Vane", ("Popov",))),
        ("Vane\ncover Popov, Rey", Written("Vane", ("Popov", "Rey"))),
        ("Vane (no cover)", Written("Vane", ())),
        ("Vane\nno cover", Written("Vane", ())),
        ("Vane (c. Popov)", Written("Vane", ("Popov",))),
        ("Vane\nc. Popov", Written("Vane", ("Popov",))),
        ("Castellane", Written("Castellane")),
        ("open (cover Popov)", Written("open", ("Popov",))),
        ("Vane, Anna", Written("Vane, Anna")),
        ("", Written("")),
    ],
)
def test_one_spot(cell: str, found: Written) -> None:
    assert read(cell, several=False) == [found]


def test_several_spots() -> None:
    assert read("Paz (cover Hart, Rey), Orr", several=True) == [
        Written("Paz", ("Hart", "Rey")),
        Written("Orr"),
    ]
    assert read("Paz, Orr\nHart", several=True) == [
        Written("Paz", ("Hart",)),
        Written("Orr", ()),
    ]


def test_a_family_name_in_capitals_waits_for_its_given_name() -> None:
    assert [one.name for one in read("NOVÁK, Jiří, Ito", several=True)] == ["NOVÁK, Jiří", "Ito"]
    assert [one.name for one in read("NOVÁK, ITO", several=True)] == ["NOVÁK", "ITO"]
    assert read("NOVÁK, Jiří (c. Ito), Rey", several=True)[0] == Written("NOVÁK, Jiří", ("Ito",))


@pytest.mark.parametrize("covers", [(), ("Popov",), ("Popov", "Rey")])
def test_what_is_written_is_read_back(covers: tuple[str, ...]) -> None:
    assert read(write("Vane", covers), several=False) == [Written("Vane", covers or None)]


def test_a_quoted_cell_may_have_lines_and_an_empty_line_is_a_row() -> None:
    assert table('"Vane\nPopov"\tRey\r\n\r\nOrr\r\n') == [["Vane\nPopov", "Rey"], [""], ["Orr"]]
    assert table("") == [[""]]
