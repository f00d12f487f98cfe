"""Who may be asked about, and who is proposed."""

from __future__ import annotations

from castapp.domain.availability import Participation
from castapp.domain.book import Book
from castapp.services.cover.aftermath import aftermath
from castapp.services.cover.solve import fewest
from castapp.services.cover.take import take
from castapp.ui.screens.cover.who import Proposed, may_be_off, proposed
from tests.builders import FRIDAY, THURSDAY, company_book, dancer, show
from tests.ui.screens.cover.night import NIGHT


def test_dancers_come_first_then_staff_who_take_or_play() -> None:
    names = [one.id for one in may_be_off(company_book(), THURSDAY)]
    assert "hall" in names
    assert names.index("vega") < names.index("hall")
    assert may_be_off(Book({}), THURSDAY) == []


def test_those_off_limited_and_back_are_proposed_each_in_their_place() -> None:
    book = company_book(
        dancer("Nora Ash"),
        [Participation("v", "vega", THURSDAY, "off"), Participation("a", "ash", THURSDAY, "off"),
         Participation("f", "fox", THURSDAY, "modified")],
    )  # fmt: skip
    assert proposed(book, THURSDAY, 0) == Proposed(("vega",), ("ash",), ("fox",), ())
    assert proposed(Book({}), THURSDAY, 0) == Proposed()


def test_whoever_is_back_and_still_replaced_is_proposed() -> None:
    plain = company_book(show(FRIDAY))
    solution = fewest(plain, NIGHT)
    assert solution is not None
    book = plain.apply(take(plain, NIGHT, solution, aftermath(plain, NIGHT, solution)))
    assert proposed(book, THURSDAY, 17 * 60).back == ("vega",)
    assert proposed(book, THURSDAY, 23 * 60).back == ()
