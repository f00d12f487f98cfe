from __future__ import annotations

from castapp.domain.office import PostedLine
from castapp.export.posted import (
    changed_people,
    issue_of,
    posted_lines,
    wanted,
    week_issue_of,
    week_lines,
)
from tests.builders import MONDAY, THURSDAY
from tests.export.day import SHOW_ID, full_day, posting, reissued_day


def line(ref_id: str) -> PostedLine:
    return next(one for one in posted_lines(full_day(), THURSDAY) if one.ref_id == ref_id)


def test_private_bookings_are_never_posted() -> None:
    ids = {one.ref_id for one in posted_lines(full_day(), THURSDAY)}
    assert "private" not in ids
    assert {"class", "spirits", "fitting", SHOW_ID} <= ids


def test_everybody_wanted_is_kept_with_own_times() -> None:
    duet = {who.person_id: (who.start, who.end) for who in wanted(line("duet"))}
    assert duet == {
        "paz": (720, 780),
        "orr": (720, 780),
        "hart": (750, 780),
        "hall": (720, 780),
        "ito": (720, 780),
    }


def test_a_show_keeps_who_has_which_part() -> None:
    parts = {(who.person_id, who.role_id, who.cover) for who in wanted(line(SHOW_ID))}
    assert {("vega", "queen", 0), ("moss", "queen", 1)} <= parts


def test_a_day_is_a_draft_until_it_is_posted() -> None:
    issue = issue_of(full_day(), THURSDAY)
    assert (issue.number, issue.posted, issue.base) == (1, None, None)


def test_a_posted_day_is_that_issue_until_something_changes() -> None:
    book = reissued_day()
    issue = issue_of(book, THURSDAY)
    assert issue.number == 2
    assert issue.posted is not None
    assert issue.base is not None
    assert issue.base.issue == 1
    first = full_day([posting(reissued_day(), 1)])
    draft = issue_of(first, THURSDAY)
    assert (draft.number, draft.posted) == (2, None)
    assert draft.base is not None


def test_the_people_whose_day_differs() -> None:
    book = reissued_day()
    issue = issue_of(book, THURSDAY)
    assert issue.base is not None
    assert issue.posted is not None
    people = changed_people(issue.base.lines, issue.posted.lines)
    assert {"vega", "okoro", "moss", "paz", "gia-kim"} <= people
    assert people.isdisjoint({"fox", "hart", "hana-kim"})


def test_a_week_is_its_seven_days() -> None:
    book = full_day()
    lines = week_lines(book, MONDAY)
    assert {one.ref_id for one in lines} >= {"next", "spirits", "show-2026-10-16-1170"}
    assert week_issue_of(book, MONDAY).posted is None
