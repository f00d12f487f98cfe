"""Put-in calls: one for a pair with something new, before the warm-up; none where nothing is."""

from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.people import CareerLine
from castapp.services.cover.putin import PutIn, put_ins
from castapp.services.cover.request import Request
from castapp.services.cover.solution import Move, Solution
from tests.builders import THURSDAY, call, company_book

SHOW = "show-2026-10-15-1170"
PAIR = Request(("vega", "okoro"), THURSDAY, 12 * 60, THURSDAY)


def moved(role_id: str, out_id: str, in_id: str) -> Move:
    return Move(SHOW, "lake", role_id, 1, out_id, in_id, None, out_id, gap=True)


BOTH = Solution("", (moved("queen", "vega", "moss"), moved("prince", "okoro", "lund")))
ONE = Solution("", (moved("queen", "vega", "moss"),))


def line(person_id: str, role: str, partner: str, when: str) -> CareerLine:
    return CareerLine(f"l-{person_id}", person_id, "Lake", role, when=when, partner=partner)


def test_a_new_pair_has_one_call_with_all_that_is_new() -> None:
    (made,) = put_ins(company_book(), PAIR, BOTH)
    assert made.call.title == "Put-in, Queen and Prince"
    assert {one.person_id for one in made.lines} == {"moss", "lund"}
    assert {one.role_id for one in made.lines} == {"queen", "prince"}


def test_it_is_over_before_the_warm_up() -> None:
    warm_up = call("w", 17 * 60 + 45, 45, people=["moss", "okoro"], kind="warm-up")
    (made,) = put_ins(company_book(warm_up), PAIR, ONE)
    assert made.call.end <= 17 * 60 + 30


def test_who_danced_it_together_this_year_needs_none_and_long_ago_does() -> None:
    def found(when: str) -> int:
        book: Book = company_book([line("moss", "Queen", "Bo Okoro", when)])
        return len(put_ins(book, PAIR, ONE))

    assert found("2026-05-01") == 0
    assert found("2013") == 1


def test_it_has_a_pianist_or_says_that_none_is_free() -> None:
    (made,) = put_ins(company_book(), PAIR, ONE)
    assert made.call.pianist_id == "ito"
    busy = call("b", 9 * 60, 11 * 60, people=["gia-kim"], pianist_id="ito")
    (bare,) = put_ins(company_book(busy), PAIR, ONE)
    assert bare.text.endswith("no pianist free")


def test_the_first_hour_a_rule_is_against_is_not_taken() -> None:
    tried: list[int] = []

    def fits(put_in: PutIn) -> bool:
        tried.append(put_in.call.start)
        return len(tried) > 1

    (made,) = put_ins(company_book(), PAIR, ONE, fits)
    assert made.call.start == tried[1] < tried[0]


def test_a_shorter_one_is_called_where_the_day_has_no_room_for_more() -> None:
    (made,) = put_ins(company_book(), PAIR, ONE, lambda put_in: put_in.call.minutes <= 30)
    assert made.call.minutes == 30
