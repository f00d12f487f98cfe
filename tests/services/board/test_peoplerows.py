from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from castapp.domain.availability import Absence
from castapp.domain.company import RuleSetting
from castapp.domain.record import Record
from castapp.services.board import PersonRow, people_rows
from tests.builders import FRIDAY, MONDAY, THURSDAY, call, company_book


def row(*more: Iterable[Record], day: date = FRIDAY, who: str = "vega") -> PersonRow:
    return people_rows(company_book(*more), day, [who])[0]


def test_dancers_come_by_rank_and_the_uncalled_have_an_empty_line() -> None:
    rows = people_rows(company_book(), FRIDAY)
    assert [one.person_id for one in rows][:4] == ["lund", "moss", "okoro", "vega"]
    assert len(rows) == 10
    assert rows[0].bars == ()
    assert rows[0].today.minutes == 0


def test_the_day_on_a_line_with_travel_breaks_and_the_show() -> None:
    found = row(
        call("class", 615, 75, people=("vega",), kind="class"),
        call("far", 720, 60, people=("vega",), studio_id="studio-a", production_id="lake"),
        call("near", 840, 60, people=("vega",)),
        day=THURSDAY,
    )
    assert [(bar.kind, bar.start, bar.end) for bar in found.bars] == [
        ("class", 615, 690), ("break", 690, 700), ("travel", 700, 720), ("call", 720, 780),
        ("break", 780, 820), ("travel", 820, 840), ("call", 840, 900), ("break", 900, 1135),
        ("show", 1135, 1265),
    ]  # fmt: skip
    assert found.bars[3].words == "LK"
    assert found.bars[3].place == "A"
    assert found.bars[-1].words == "Lake"


def test_totals_stand_beside_the_limits_of_the_house() -> None:
    found = row(
        call("a", 600, 200, people=("vega",), day=FRIDAY),
        call("b", 860, 200, people=("vega",), day=FRIDAY),
        call("m", 600, 60, people=("vega",), day=MONDAY),
    )
    assert (found.today.minutes, found.today.most, found.today.over) == (400, 360, True)
    assert (found.week.minutes, found.week.most) == (555, 1800)
    assert (found.span.minutes, found.span.most, found.span.over) == (460, 540, False)
    assert (found.longest_break.minutes, found.longest_break.most) == (60, 60)
    assert found.meal_due


def test_a_silent_rule_has_no_limit_and_class_can_be_left_out_of_the_hours() -> None:
    silent = RuleSetting("s", "hours_a_day", "", 0, "off")
    apart = RuleSetting("t", "hours_a_week", "class", 0)
    found = row(call("c", 600, 60, people=("vega",), kind="class", day=MONDAY), [silent, apart],
                day=MONDAY)  # fmt: skip
    assert found.today.most is None
    assert not found.today.over
    assert found.week.minutes == 95


def test_who_is_away_or_leads_is_told() -> None:
    away = row([Absence("a", "vega", FRIDAY, FRIDAY)])
    assert away.status == "away"
    lead = row(call("a", 600, 60, day=FRIDAY, lead_id="hall"), who="hall")
    assert [bar.kind for bar in lead.bars] == ["lead"]
    assert lead.today.minutes == 0


def test_unknown_people_are_passed_over() -> None:
    assert people_rows(company_book(), FRIDAY, ["gone", "fox"])[0].person_id == "fox"
