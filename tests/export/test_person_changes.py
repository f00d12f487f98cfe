from __future__ import annotations

from castapp.export.manner import Manner
from castapp.export.person_changes import changed_refs, person_lines
from castapp.export.posted import issue_of
from tests.builders import THURSDAY
from tests.export.day import SHOW_ID, reissued_day

BOOK = reissued_day()
ISSUE = issue_of(BOOK, THURSDAY)
MANNER = Manner()


def told(person_id: str) -> tuple[str, ...]:
    assert ISSUE.base is not None
    assert ISSUE.posted is not None
    return person_lines(BOOK, person_id, ISSUE.base.lines, ISSUE.posted.lines, MANNER)


def test_everything_that_changed_for_one_person() -> None:
    assert told("okoro") == ("Lake Act II pas de deux now 14.15 Studio 1, was 14.00 Studio 1",)
    assert told("gia-kim") == ("Lake Act I Waltz now 16.45 Studio 1",)
    assert told("paz") == ("Lake Act I Duet: not called any more, was 15.30 Studio 2",)
    assert told("moss") == ("Lake now as Queen, cover Queen, was as cover Queen",)
    assert told("fox") == ()


def test_how_it_was_for_the_own_page() -> None:
    assert ISSUE.base is not None
    assert ISSUE.posted is not None
    lines = ISSUE.base.lines, ISSUE.posted.lines
    assert changed_refs(BOOK, "okoro", *lines, MANNER) == {"leads": "was 14.00–15.00"}
    assert changed_refs(BOOK, "gia-kim", *lines, MANNER) == {"extra": "new"}
    assert changed_refs(BOOK, "moss", *lines, MANNER) == {SHOW_ID: "was cover Queen"}
