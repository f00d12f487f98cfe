from __future__ import annotations

from dataclasses import replace
from datetime import date

from castapp.domain.people import CareerLine
from castapp.domain.repertory import Production, Role, RoleSection
from castapp.ui.screens.repertory.present import (
    KNOWN,
    ROLES,
    SECTIONS,
    Line,
    lines,
    summary,
    who_words,
    work_lines,
)
from tests.builders import FRIDAY, SUNDAY, THURSDAY, company_book, show

BOOK = company_book(show(FRIDAY), [Production("rest", "Rest", "A rest")])


def words(line: Line) -> list[str]:
    return [cell.text for cell in line.cells]


def test_productions_of_the_season_first() -> None:
    made = work_lines(BOOK, THURSDAY)
    assert [(line.group, line.key) for line in made] == [
        ("This season", ""),
        ("", "lake"),
        ("Not this season", ""),
        ("", "rest"),
    ]
    assert made[1].cells[0].detail == "LK · 2 acts · 1 h 35 · 4 roles · 2 shows"
    assert made[3].cells[0].detail == "0 roles"


def test_in_another_season_nothing_is_on() -> None:
    assert work_lines(BOOK, date(2027, 2, 1))[0].group == "This season"
    assert summary(BOOK, "lake") == "2 acts · 1 h 35 · 4 roles"


def test_roles_in_billing_order() -> None:
    made = lines(BOOK, "lake", ROLES, SUNDAY)
    assert words(made[0]) == ["Queen", "1 F", "Acts I & II", "pointe, jumps, lifted", "8", "–", "1"]
    assert words(made[2])[:3] == ["Duet", "couple", "Act I"]


def test_a_role_of_two_names_and_one_without_section() -> None:
    queen = replace(BOOK.get(Role, "queen"), sections=(RoleSection("lake-ii", "Black Queen"),))
    prince = replace(BOOK.get(Role, "prince"), sections=())
    made = lines(company_book([queen, prince]), "lake", ROLES, SUNDAY)
    assert made[0].cells[0].detail == "single, as Black Queen"
    assert (made[1].cells[2].text, made[1].cells[2].tone) == ("no section yet", "warning")


def test_sections_under_their_acts_with_the_clock_from_curtain() -> None:
    made = lines(BOOK, "lake", SECTIONS, SUNDAY)
    assert [(line.group, line.aside) for line in made if line.group] == [
        ("Act I", "35 min"),
        ("Act II", "40 min"),
    ]
    assert [words(line) for line in made if line.key] == [
        ["Waltz", "0.00", "20", "2"],
        ["Duet", "0.20", "15", "1"],
        ["Interval", "0.35", "20", "interval"],
        ["Spirits", "0.55", "40", "3"],
    ]


def test_who_knows_a_role_and_who_learns_it() -> None:
    line = CareerLine("c", "moss", "Lake", "Queen", when="2018", times=4)
    made = lines(company_book([line]), "lake", KNOWN, SUNDAY)
    assert (made[0].group, made[0].aside) == ("Queen", "2 danced it")
    assert words(made[1]) == ["Cleo Moss", "Principal", "4 ×", "2018", "1st (cover), 2nd"]
    assert words(made[2])[2:4] == ["1 ×", "15 Oct 2026"]


def test_no_production_no_lines() -> None:
    assert lines(BOOK, "gone", ROLES, SUNDAY) == ()


def test_who_words_of_mixed_groups() -> None:
    group = replace(BOOK.get(Role, "couple"), kind="group", spots=3, genders="FMX")
    assert who_words(group) == "1 F 1 M 1 either"
