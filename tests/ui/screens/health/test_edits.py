"""What the inspector's fields mean as edits, and the fixed list of restrictions."""

from __future__ import annotations

import pytest

from castapp.domain.availability import COUNTED, RESTRICTIONS, Participation, Restriction
from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.standing import standing
from castapp.paths import resource
from castapp.ui.screens.health import edits, limits
from castapp.ui.screens.health.present import facts
from tests.builders import FRIDAY, MONDAY, SATURDAY, THURSDAY, TUESDAY, WEDNESDAY, company_book

JUMPS = Restriction("no_jumps")


def modified(**fields: object) -> Book:
    values: dict[str, object] = {"review": FRIDAY, "restrictions": (JUMPS,), **fields}
    return company_book(
        [Participation("p", "fox", MONDAY, "modified", **values)]  # type: ignore[arg-type]
    )


def test_a_status_begins_on_the_day_and_is_reviewed() -> None:
    book = company_book()
    edit = edits.to_status(book, facts(book, "fox", WEDNESDAY), WEDNESDAY, "off")
    after = book.apply(edit)
    assert standing(after, "fox", TUESDAY).status == "full"
    now = standing(after, "fox", WEDNESDAY)
    assert (now.status, now.review) == ("off", WEDNESDAY + edits.REVIEW_AFTER)
    assert after.apply(edit.inverse()) == book


def test_going_on_limited_keeps_the_limits_and_full_drops_them() -> None:
    book = modified()
    now = facts(book, "fox", WEDNESDAY)
    rehab = book.apply(edits.to_status(book, now, WEDNESDAY, "rehab only"))
    assert standing(rehab, "fox", WEDNESDAY).restrictions == (JUMPS,)
    full = book.apply(edits.to_status(book, now, WEDNESDAY, "full"))
    assert standing(full, "fox", WEDNESDAY).restrictions == ()
    assert standing(full, "fox", WEDNESDAY).review is None
    assert standing(full, "fox", TUESDAY).status == "modified"


def test_a_second_change_on_the_day_replaces_the_first() -> None:
    book = company_book(
        [Participation("p", "fox", WEDNESDAY, "off", since_clock=1217, review=THURSDAY)]
    )
    edit = edits.to_status(book, facts(book, "fox", WEDNESDAY), WEDNESDAY, "modified")
    after = book.apply(edit)
    assert len(after.where(Participation, "person_id", "fox")) == 1
    assert standing(after, "fox", WEDNESDAY).status == "modified"


def test_other_limits_begin_on_the_day_and_leave_the_past() -> None:
    book = modified()
    turns = Restriction("no_turns")
    edit = edits.with_limits(book, facts(book, "fox", WEDNESDAY), WEDNESDAY, (JUMPS, turns))
    after = book.apply(edit)
    assert standing(after, "fox", TUESDAY).restrictions == (JUMPS,)
    assert standing(after, "fox", WEDNESDAY).restrictions == (JUMPS, turns)


def test_dates_change_the_record_itself() -> None:
    book = modified()
    now = facts(book, "fox", WEDNESDAY)
    edit = edits.with_dates(book, now, since=TUESDAY, review=SATURDAY, until=None)
    after = book.apply(edit)
    (record,) = after.where(Participation, "person_id", "fox")
    assert (record.since, record.review, record.restrictions) == (TUESDAY, SATURDAY, (JUMPS,))
    with pytest.raises(Invalid, match="review"):
        edits.with_dates(book, now, since=WEDNESDAY, review=TUESDAY, until=None)


def test_every_restriction_has_an_icon_and_words() -> None:
    for code in RESTRICTIONS:
        shown = limits.limit(Restriction(code, limits.USUAL.get(code, 0.0)))
        assert (resource("icons") / f"{shown.icon}.svg").is_file()
        assert not shown.text[0].islower()
        assert "{" not in shown.text
    assert set(limits.USUAL) == set(COUNTED)


def test_the_list_offers_what_is_not_there_yet() -> None:
    have = limits.added((JUMPS,), "pointe_minutes")
    assert have == (JUMPS, Restriction("pointe_minutes", 20.0))
    assert limits.added(have, "no_jumps") == have
    codes = [code for code, _ in limits.offered(have)]
    assert len(codes) == len(RESTRICTIONS) - 2
    assert limits.counted(have, "pointe_minutes", 30.0)[1].amount == 30.0
    assert limits.without(have, "no_jumps") == have[1:]


def test_one_show_is_not_shows() -> None:
    one = Restriction("shows_a_week", 1)
    assert limits.limit(one).text == "1 show a week"
    assert limits.words_of(one) == "at most 1 show a week"
