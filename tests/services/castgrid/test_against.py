from __future__ import annotations

from castapp.domain.availability import Absence, Participation, Restriction
from castapp.domain.book import Book
from castapp.domain.draft import Draft
from castapp.domain.finding import Finding
from castapp.services.castgrid.against import RULES, against
from castapp.services.casting import cast_dancer
from castapp.services.findings import accept, findings
from tests.builders import FRIDAY, MONDAY, SUNDAY, THURSDAY, company_book, show

THU, FRI = "show-2026-10-15-1170", "show-2026-10-16-1170"
BOOK = company_book(
    show(FRIDAY, cast_id="cast-2"),
    (
        Participation("p1", "vega", MONDAY, "off"),
        Participation("p2", "fox", MONDAY, "modified", (Restriction("no_jumps"),)),
        Absence("a", "lund", FRIDAY, SUNDAY),
    ),
)


def told(book: Book, show_id: str) -> set[tuple[str, str]]:
    return {(who, one.rule) for who, found in against(book, show_id).items() for one in found}


def judged(book: Book, show_id: str) -> set[tuple[str, str]]:
    """The same by way of everything the rules find."""
    day = THURSDAY if show_id == THU else FRIDAY
    found: list[Finding] = findings(book, day, day)
    return {
        (who, one.rule)
        for one in found
        if one.rule in RULES and any(ref.id == show_id for ref in one.refs)
        for who in one.people
    }


def test_it_is_what_the_rules_find_of_that_night() -> None:
    assert (
        told(BOOK, THU) == judged(BOOK, THU) >= {("vega", "not_available"), ("fox", "restriction")}
    )
    assert told(BOOK, FRI) == judged(BOOK, FRI) >= {("lund", "absent")}


def test_only_the_night_that_is_cast_anew_is_judged_anew() -> None:
    before = {night: against(BOOK, night) for night in (THU, FRI)}
    after = BOOK.apply(cast_dancer(BOOK, "cast-1", "queen", 1, "paz"))
    assert against(after, FRI) is before[FRI]
    assert against(after, THU) is not before[THU]
    assert told(after, THU) == judged(after, THU)


def test_what_is_accepted_is_still_told_as_it_is_still_so() -> None:
    one = next(one for one in against(BOOK, THU)["vega"] if one.rule == "not_available")
    accepted = BOOK.apply(accept(BOOK, one, "she marks it"))
    assert told(accepted, THU) == told(BOOK, THU)


def test_who_is_well_again_is_not_told() -> None:
    draft = Draft(BOOK)
    draft.drop(BOOK.get(Participation, "p1"))
    well = BOOK.apply(draft.edit("Well"))
    assert ("vega", "not_available") not in told(well, THU)


def test_a_night_that_is_gone_has_nothing_against_it() -> None:
    assert against(BOOK, "gone") == {}
