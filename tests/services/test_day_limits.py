from __future__ import annotations

from castapp.domain.company import RuleSetting
from castapp.services.day_limits import allowed, day_limits, week_hours
from tests.builders import FRIDAY, SATURDAY, THURSDAY, company_book, show

SILENT = RuleSetting("off", rule="meal", word="off")
SHORTER = RuleSetting("less", rule="hours_a_day", limit="hours", value=5.5)


def test_a_rehearsal_day_has_the_limits_of_every_day() -> None:
    assert day_limits(company_book(), FRIDAY) == (
        "At most 6 h of work",
        "Home within 9 h of the first call",
        "A meal of 60 min within the first 4 h",
        "At most 3 h without a break",
    )


def test_show_days_have_their_own() -> None:
    book = company_book(show(SATURDAY, 14 * 60), show(SATURDAY))
    assert day_limits(book, THURSDAY)[0] == "At most 2 h of rehearsal for those on tonight"
    assert day_limits(book, SATURDAY)[0] == "No rehearsal for those in two shows"


def test_the_company_s_own_numbers_count_and_silent_rules_say_nothing() -> None:
    told = day_limits(company_book([SILENT, SHORTER]), FRIDAY)
    assert "At most 5 h 30 of work" in told
    assert not any("meal" in one for one in told)


def test_the_week_s_hours_are_known_unless_silent() -> None:
    silent = RuleSetting("off", rule="hours_a_week", word="off")
    assert week_hours(company_book()) == 30
    assert week_hours(company_book([silent])) is None


def test_what_a_dancer_may_be_asked_in_minutes() -> None:
    found = allowed(company_book())
    assert (found.work, found.week, found.span, found.pause) == (360, 1800, 540, 60)
    assert found.rehearsal is None
    assert found.rest == 11 * 60


def test_a_show_changes_what_may_be_rehearsed() -> None:
    book = company_book()
    assert allowed(book, 1, 1).rehearsal == 120
    assert allowed(book, 2, 2).rehearsal == 0
    assert allowed(book, 0, 1).span is None
    silent = company_book([RuleSetting("off", rule="hours_a_day", word="off")])
    assert allowed(silent).work is None
