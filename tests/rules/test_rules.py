"""Every rule with a case that breaks it and one that just does not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from castapp.domain.availability import Absence, Participation, Restriction
from castapp.domain.book import Book
from castapp.domain.casting import Override
from castapp.domain.finding import Finding
from castapp.domain.people import Engagement, Person
from castapp.domain.record import Record
from castapp.rules import ALL
from castapp.rules.judge import findings
from tests.builders import (
    FRIDAY,
    MONDAY,
    THURSDAY,
    TUESDAY,
    call,
    casting,
    company_book,
    role_line,
    show,
)

Records = list[Record]
WEEK = [MONDAY + timedelta(days=n) for n in range(7)]
SHOW = f"show-{THURSDAY.isoformat()}-1170"


@dataclass(frozen=True)
class Case:
    """Records that break a rule, records that just do not, and what is said of the first."""

    breaks: Records
    keeps: Records
    says: str
    severity: str
    who: tuple[str, ...] = ("vega",)
    over: float | None = None


def on(day: date, start: int, minutes: int, *people: str, **fields: object) -> Records:
    """A call of these people, of Vega if nobody is named."""
    named = people or ("vega",)
    return call(f"c{day.day}-{start}", start, minutes, day=day, people=named, **fields)


def daily(days: int, minutes: int) -> Records:
    """Calls on several days, each with an hour for lunch and class counted."""
    return [
        record
        for n in range(days)
        for start, length in ((600, 150), (810, minutes - 150))
        for record in on(MONDAY + timedelta(days=n), start, length, "kim-x")
    ]


def newcomer(first: date) -> Records:
    return [
        Person("novák", given="Ivo", family="Novák"),
        Engagement("e-novák", person_id="novák", first=first, rank="Corps"),
    ]


def limited(*restrictions: Restriction, who: str = "fox") -> Records:
    return [Participation("p", who, MONDAY, "modified", restrictions)]


def swap(role_id: str, spot: int, person_id: str | None) -> Records:
    return [Override("o", SHOW, role_id, spot, person_id)]


SPARE: Records = [
    Person("kim-x", given="X", family="Kimx"),
    Engagement("e-kim-x", person_id="kim-x", first=date(2020, 8, 1), rank="Corps"),
]
WILIS = call(
    "wilis", 600, 60, role_line("l", "spirits", "cast-1"), day=MONDAY, production_id="lake"
)

CASES: dict[str, Case] = {
    "person_twice": Case(
        [*on(MONDAY, 600, 90), *on(MONDAY, 660, 60, studio_id="studio-2")],
        [*on(MONDAY, 600, 60), *on(MONDAY, 660, 60, studio_id="studio-2")],
        "Rehearsal in Studio 1 and Rehearsal in Studio 2",
        "hard",
        over=30,
    ),
    "studio_twice": Case(
        [*on(MONDAY, 600, 90), *on(MONDAY, 660, 60, "moss")],
        [*on(MONDAY, 600, 90), *on(MONDAY, 660, 60, "moss", studio_id="studio-2")],
        "Rehearsal and Rehearsal, both in Studio 1",
        "hard",
        who=(),
        over=30,
    ),
    "lead_twice": Case(
        [
            *on(MONDAY, 600, 90, lead_id="hall"),
            *on(MONDAY, 660, 60, "moss", studio_id="studio-2", lead_id="hall"),
        ],
        [
            *on(MONDAY, 600, 60, lead_id="hall"),
            *on(MONDAY, 660, 60, "moss", studio_id="studio-2", lead_id="hall"),
        ],
        "Rehearsal in Studio 1 and Rehearsal in Studio 2",
        "hard",
        who=("hall",),
        over=30,
    ),
    "pianist_twice": Case(
        [
            *on(MONDAY, 600, 90, pianist_id="ito"),
            *on(MONDAY, 660, 60, "moss", studio_id="studio-2", pianist_id="ito"),
        ],
        [
            *on(MONDAY, 600, 60, pianist_id="ito"),
            *on(MONDAY, 660, 60, "moss", studio_id="studio-2", pianist_id="ito"),
        ],
        "Rehearsal in Studio 1 and Rehearsal in Studio 2",
        "breach",
        who=("ito",),
        over=30,
    ),
    "travel": Case(
        [*on(MONDAY, 600, 60), *on(MONDAY, 670, 60, studio_id="studio-a")],
        [*on(MONDAY, 600, 60), *on(MONDAY, 680, 60, studio_id="studio-a")],
        "10 of 20 min to get from Studio 1 to Annexe",
        "breach",
        over=10,
    ),
    "absent": Case(
        [*on(MONDAY, 600, 60), Absence("a", "vega", MONDAY, TUESDAY)],
        [*on(MONDAY, 600, 60), Absence("a", "vega", TUESDAY, TUESDAY)],
        "away until Tue 13 Oct, called to Rehearsal",
        "breach",
    ),
    "not_available": Case(
        [*SPARE, *on(MONDAY, 600, 60, "kim-x"), Participation("p", "kim-x", MONDAY, "off")],
        [
            *SPARE,
            *on(MONDAY, 600, 60, "kim-x", kind="physio"),
            Participation("p", "kim-x", MONDAY, "off"),
        ],
        "off, called to Rehearsal",
        "breach",
        who=("kim-x",),
    ),
    "not_under_contract": Case(
        [*newcomer(TUESDAY), *on(MONDAY, 600, 60, "novák")],
        [*newcomer(TUESDAY), *on(TUESDAY, 600, 60, "novák")],
        "no contract that day, called to Rehearsal",
        "breach",
        who=("novák",),
    ),
    "restriction": Case(
        [*limited(Restriction("no_jumps")), *WILIS],
        [*limited(Restriction("no_lifting")), *WILIS],
        "no jumps, called to Lake Spirits, act II",
        "breach",
        who=("fox",),
    ),
    "two_roles": Case(
        swap("spirits", 1, "vega"),
        swap("spirits", 1, "paz"),
        "Lake: Queen and Spirits 1 overlap in Spirits",
        "breach",
    ),
    "uncast": Case(
        swap("queen", 1, None),
        swap("queen", 1, "moss"),
        "Lake: Queen open",
        "warning",
        who=(),
        over=1,
    ),
    "uncovered": Case(
        [],
        [casting("cast-1", "couple", 1, "hana-kim", 1)],
        "Lake: no cover for Duet 1",
        "note",
        who=(),
        over=1,
    ),
    "spot_twice": Case(
        [casting("cast-1", "queen", 1, "moss")],
        [casting("cast-1", "queen", 1, "moss", 2)],
        "Lake: Queen has 2 dancers",
        "hard",
        who=("moss",),
    ),
    "leads_in_a_row": Case(
        [*show(FRIDAY), *show(FRIDAY, 14 * 60)],
        show(FRIDAY, cast_id="cast-2"),
        "two leads in a day, 14.00 and 19.30; leads on consecutive nights, after Thu 15 Oct",
        "warning",
        who=("vega",),
        over=2,
    ),
    "hours_a_day": Case(
        [*on(MONDAY, 600, 150), *on(MONDAY, 810, 240)],
        [*on(MONDAY, 600, 150), *on(MONDAY, 810, 210)],
        "30 min over 6 h a day",
        "breach",
        over=30,
    ),
    "hours_a_week": Case(
        [*SPARE, *daily(6, 315)],
        [*SPARE, *daily(6, 300)],
        "1 h 30 over 30 h in the week to Sun 18 Oct",
        "breach",
        who=("kim-x",),
        over=90,
    ),
    "span": Case(
        [*on(MONDAY, 600, 60), *on(MONDAY, 1140, 30)],
        [*on(MONDAY, 600, 60), *on(MONDAY, 1110, 30)],
        "ends 9 h 30 after the first call: 30 min overtime",
        "breach",
        over=30,
    ),
    "consecutive": Case(
        [*on(MONDAY, 600, 100), *on(MONDAY, 710, 90)],
        [*on(MONDAY, 600, 100), *on(MONDAY, 715, 90)],
        "3 h 20 without 15 min of pause; 3 h at most",
        "breach",
        over=20,
    ),
    "meal": Case(
        [*on(MONDAY, 600, 120), *on(MONDAY, 745, 120)],
        [*on(MONDAY, 600, 120), *on(MONDAY, 780, 120)],
        "25 of 60 min for a meal in the first 4 h",
        "breach",
        over=35,
    ),
    "overnight_rest": Case(
        [*on(MONDAY, 1320, 60), *on(TUESDAY, 570, 60)],
        [*on(MONDAY, 1320, 60), *on(TUESDAY, 600, 60)],
        "10 h 30 of 11 h rest after Rehearsal",
        "breach",
        over=30,
    ),
    "show_day": Case(
        on(THURSDAY, 600, 135, production_id="lake", sections=("lake-ii",)),
        on(THURSDAY, 600, 120, production_id="lake", sections=("lake-ii",)),
        "15 min over 2 h of rehearsal before the show: Act II",
        "breach",
        over=15,
    ),
    "two_show_day": Case(
        [*show(curtain=840), *on(THURSDAY, 600, 60)],
        [*show(curtain=840), *on(THURSDAY, 600, 60, kind="class")],
        "1 h of rehearsal on a two-show day: Rehearsal",
        "breach",
        over=60,
    ),
    "free_days": Case(
        [*SPARE, *daily(7, 240)],
        [*SPARE, *daily(6, 240)],
        "no free day in 7 days to Sun 18 Oct",
        "breach",
        who=("kim-x",),
        over=1,
    ),
}


def found(book: Book, rule: str) -> list[Finding]:
    return [one for one in findings(book, WEEK) if one.rule == rule]


def test_every_rule_has_its_cases() -> None:
    assert set(CASES) == {rule.name for rule in ALL}
    assert len(CASES) == len(ALL)


@pytest.mark.parametrize("rule", [rule.name for rule in ALL])
def test_breaks(rule: str) -> None:
    case = CASES[rule]
    told = found(company_book(case.breaks), rule)
    mine = [one for one in told if one.people == case.who and one.what == case.says]
    assert mine, [(one.people, one.what) for one in told]
    assert mine[0].severity == case.severity
    assert mine[0].clause.startswith("House · ")
    assert mine[0].refs
    if case.over is not None:
        assert mine[0].over == case.over


@pytest.mark.parametrize("rule", [rule.name for rule in ALL])
def test_keeps(rule: str) -> None:
    assert found(company_book(CASES[rule].keeps), rule) == []
