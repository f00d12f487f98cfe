"""The kinds are true: a pair kept has a history, the lightest weighs less, others say in what."""

from __future__ import annotations

from dataclasses import replace

from castapp.domain.book import Book
from castapp.domain.finding import Finding
from castapp.domain.people import CareerLine
from castapp.services.cover.kinds import difference, is_lighter, keeps, new_pairs, told_apart
from castapp.services.cover.price import FEWEST, LIGHTEST, PARTNERS
from castapp.services.cover.solution import Move, Solution
from castapp.services.cover.strain import CROWDED, TWO_SHOWS, Part
from tests.builders import FRIDAY, SATURDAY, THURSDAY, casting, company_book, show

SHOW = "show-2026-10-15-1170"
PAIR = [CareerLine("k", "moss", "Other", "Lead", partner="Dan Lund", times=9)]


def move(role_id: str, out_id: str, in_id: str, *figures: Part) -> Move:
    return Move(SHOW, "lake", role_id, 1, out_id, in_id, None, "vega", figures=figures,
                gap=out_id == "vega")  # fmt: skip


def way(*moves: Move, warnings: int = 0) -> Solution:
    found = tuple(
        Finding("hours_a_day", "breach", f"Too much, {n}", THURSDAY) for n in range(warnings)
    )
    return Solution(FEWEST, moves, findings=found)


MOSS = way(move("queen", "vega", "moss"))
BOTH = way(move("queen", "vega", "moss"), move("prince", "okoro", "lund"))


def test_partnerships_are_kept_only_where_there_is_a_history() -> None:
    assert keeps(company_book(), BOTH, MOSS) == ""
    said = keeps(company_book(PAIR), BOTH, MOSS)
    assert "Moss" in said
    assert said.endswith(", 9 shows together")
    assert keeps(company_book(PAIR), MOSS, BOTH) == ""


def test_a_pair_is_not_kept_by_breaking_another() -> None:
    stays = [*PAIR, CareerLine("j", "moss", "Other", "Lead", partner="Okoro", times=9)]
    assert keeps(company_book(stays), BOTH, MOSS) == ""


def test_the_lightest_is_lighter_and_does_not_warn_and_move_more() -> None:
    heavy = way(move("queen", "vega", "moss", Part(TWO_SHOWS, "Two shows", 6)))
    less = way(move("queen", "vega", "paz", Part(CROWDED, "Shows", 2)))
    assert is_lighter(less, heavy)
    assert not is_lighter(heavy, less)
    assert not is_lighter(less, less)
    warns = way(move("queen", "vega", "paz"), warnings=1)
    assert not is_lighter(warns, heavy)
    first, second = told_apart(company_book(), heavy, [warns])
    assert "lightest" not in first.said
    assert second.kind == "another dancer: Paz"


def test_lighter_with_more_to_beware_of_is_another_way() -> None:
    heavy = way(move("queen", "vega", "moss", Part(TWO_SHOWS, "Two shows", 6)))
    warns = way(move("queen", "vega", "moss"), move("couple", "paz", "fox"), warnings=1)
    found = told_apart(company_book(), heavy, [warns])
    assert [one.kind for one in found] == [FEWEST, "another way: load 0, not 6"]


def test_a_pair_kept_one_night_is_no_partnership_kept_where_as_many_are_new() -> None:
    regular = CareerLine("j", "moss", "Other", "Lead", partner="Okoro", times=9)
    book = company_book([regular], show(FRIDAY), show(SATURDAY))
    friday, saturday = (
        replace(move("queen", "vega", who), performance_id=f"show-2026-10-{day}-1170")
        for day, who in ((16, "paz"), (17, "fox"))
    )
    known = move("queen", "vega", "moss")
    again = replace(friday, performance_id=saturday.performance_id)
    first = way(move("queen", "vega", "paz"), friday, again)
    assert keeps(book, way(known, friday, saturday), first) == ""
    assert new_pairs(book, first) == {frozenset({"paz", "okoro"})}
    every = way(*(replace(known, performance_id=one.performance_id) for one in first.moves))
    assert keeps(book, every, first).endswith("9 shows together")


def test_what_is_true_of_the_first_is_said_of_the_first() -> None:
    other = way(move("queen", "vega", "paz"))
    first, second = told_apart(company_book(), MOSS, [other])
    assert (first.kind, first.said) == (FEWEST, "also the lightest")
    assert second.kind == "another dancer: Paz"
    (alone,) = told_apart(company_book(), MOSS, [])
    assert alone.said == ""
    kept, _ = told_apart(company_book(PAIR), BOTH, [other])
    assert kept.said.endswith("9 shows together")


def test_the_others_are_named_by_what_they_are() -> None:
    heavy = way(move("queen", "vega", "moss", Part(TWO_SHOWS, "Two shows", 6)))
    light = way(move("queen", "vega", "paz"))
    found = told_apart(company_book(PAIR), heavy, [BOTH, light])
    assert [one.kind for one in found] == [FEWEST, PARTNERS, LIGHTEST]
    assert found[2].said == "load 0, not 6"


def named(book: Book, one: Solution) -> str:
    return difference(book, one, [MOSS])


def test_what_differs() -> None:
    pair = way(move("queen", "vega", "paz"), move("prince", "okoro", "lund"))
    assert named(company_book(), pair) == "another pair: Paz and Lund"
    assert named(company_book(), MOSS) == ""
    chain = way(move("queen", "vega", "moss"), move("couple", "paz", "fox"))
    assert named(company_book(), chain) == ""
    tomorrow = show(FRIDAY, cast_id="cast-2")
    spared = way(move("queen", "vega", "paz"))
    assert named(company_book(tomorrow), spared) == "keeps Moss for Fri 16 Oct"
    covers = [casting("cast-2", "queen", 1, "paz", 1)]
    assert named(company_book(covers), spared) == "another dancer: Paz"
