"""Solutions on the small company: chains, locks, what is danced already, and partial ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from castapp.domain import records
from castapp.domain.availability import Absence, Participation, Restriction
from castapp.domain.book import Book
from castapp.domain.casting import Partnership
from castapp.domain.checks import Invalid
from castapp.domain.people import CareerLine, Engagement
from castapp.domain.record import Record
from castapp.domain.repertory import Role, RoleSection
from castapp.services.cover.price import FEWEST, PARTNERS
from castapp.services.cover.request import Locks, Must, Request
from castapp.services.cover.solution import Solution
from castapp.services.cover.solve import fewest, solutions
from castapp.services.cover.watching import Watch
from tests.builders import FRIDAY, SATURDAY, THURSDAY, call, casting, company_book, dancer, show

SHOW = "show-2026-10-15-1170"
NIGHT = Request(("vega",), THURSDAY, 16 * 60, THURSDAY)
Line = tuple[str, int, str | None, str | None]


def lines(solution: Solution | None) -> list[Line]:
    assert solution is not None
    return [(one.role_id, one.spot, one.out_id, one.in_id) for one in solution.moves]


def book(*more: Iterable[Record]) -> Book:
    return company_book(*more)


def knows(person_id: str, role_id: str, spot: int = 1) -> list[Record]:
    return [casting("cast-2", role_id, spot, person_id, 3)]


def off(*people: str) -> Request:
    return Request(people, THURSDAY, 16 * 60, THURSDAY)


def test_the_cover_goes_on() -> None:
    found = fewest(book(), NIGHT)
    assert lines(found) == [("queen", 1, "vega", "moss")]
    assert found is not None
    assert found.complete
    assert found.proved
    assert any("Cover" in reason.text for reason in found.moves[0].reasons)


def test_nothing_opens_nothing_comes_back() -> None:
    assert solutions(book(), off("lund")) == ()
    assert fewest(book(), off("lund")) is None


def test_who_leaves_something_is_followed() -> None:
    away = [Absence("a", "moss", THURSDAY)]
    found = fewest(book(away, knows("fox", "queen")), NIGHT)
    assert lines(found)[0] == ("queen", 1, "vega", "fox")
    assert lines(found)[1][:3] == ("spirits", 1, "fox")
    assert found is not None
    assert found.complete
    assert [move.root_id for move in found.moves] == ["vega", "vega"]
    leaves = [reason.text for reason in found.moves[0].reasons if reason.kind == "leaves"]
    assert leaves == ["Leaves Spirits 1"]


def test_three_differ_in_kind_and_the_fewest_comes_first() -> None:
    pair = [CareerLine("k", "moss", "Other", "Lead", partner="Dan Lund", times=9)]
    found = solutions(book(pair, knows("paz", "queen")), NIGHT)
    assert [one.changes for one in found] == sorted(one.changes for one in found)
    assert found[0].kind == FEWEST
    assert len({frozenset(move.key for move in one.moves) for one in found}) == len(found)
    assert len({one.kind for one in found}) == len(found)


def test_a_whole_pair_changes_where_it_is_better() -> None:
    pair = [CareerLine("k", "moss", "Other", "Lead", partner="Dan Lund", times=9)]
    found = next(one for one in solutions(book(pair), NIGHT) if one.kind == PARTNERS)
    assert sorted(lines(found)) == [
        ("prince", 1, "okoro", "lund"),
        ("queen", 1, "vega", "moss"),
    ]


def test_it_is_the_same_every_time() -> None:
    more = [*knows("fox", "queen"), *knows("paz", "queen"), Absence("a", "moss", THURSDAY)]
    first = [lines(one) for one in solutions(book(more), NIGHT)]
    assert first == [lines(one) for one in solutions(book(more), NIGHT)]


def test_not_her() -> None:
    found = fewest(book(knows("paz", "queen")), NIGHT, Locks(without=frozenset({"moss"})))
    assert found is not None
    assert "moss" not in {move.in_id for move in found.moves}


def test_keep_him_where_he_is() -> None:
    more = [Absence("a", "moss", THURSDAY), *knows("fox", "queen"), *knows("gia-kim", "queen")]
    for kept in ("fox", "gia-kim"):
        for solution in solutions(book(more), NIGHT, Locks(keep=frozenset({kept}))):
            assert kept not in {move.out_id for move in solution.moves}


def test_he_must() -> None:
    must = Locks(must=(Must("hana-kim", "queen"),))
    assert lines(fewest(book(), NIGHT, must)) == [("queen", 1, "vega", "hana-kim")]
    away = [Absence("a", "hana-kim", THURSDAY)]
    with pytest.raises(Invalid, match=r"Hana Kim cannot dance Queen: away, no date of return\."):
        fewest(book(away), NIGHT, must)


BARRED: list[tuple[str, list[Record]]] = [
    ("away", [Absence("a", "moss", THURSDAY)]),
    ("off", [Participation("p", "moss", THURSDAY, "off")]),
    ("restricted", [Participation("p", "moss", date(2026, 10, 1), "modified",
                                  (Restriction("no_pointe"),))]),
    ("marking", [Participation("p", "moss", date(2026, 10, 1), "modified",
                               (Restriction("marking_only"),))]),
    ("leads the matinee", show(curtain=14 * 60, cast_id="cast-2")),
    ("on another stage", show(curtain=19 * 60, cast_id="cast-2")),
    ("too many shows", [*show(FRIDAY, cast_id="cast-2"),
                        Participation("p", "moss", date(2026, 10, 1), "modified",
                                      (Restriction("shows_a_week", 1),))]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "more"), BARRED, ids=[why for why, _ in BARRED])
def test_who_may_not_is_not_put_in(why: str, more: list[Record]) -> None:
    found = fewest(book(more), NIGHT)
    assert found is not None
    here = [move for move in found.moves if move.performance_id == SHOW]
    assert "moss" not in {move.in_id for move in here}


def test_the_matinee_may_be_left_for_the_evening() -> None:
    more = [*show(curtain=14 * 60, cast_id="cast-2"), *dancer("Nora Ash"), *knows("ash", "queen")]
    morning = Request(("vega",), THURSDAY, 9 * 60, THURSDAY)
    must = Locks(must=(Must("moss", "queen", 1, SHOW),))
    found = fewest(book(more), morning, must)
    assert found is not None
    assert found.complete
    assert {(move.performance_id, move.in_id) for move in found.moves} == {
        (SHOW, "moss"),
        ("show-2026-10-15-840", "ash"),
    }


def test_too_little_time_to_change_counts_as_a_clash() -> None:
    more = [Absence("a", "orr", THURSDAY), *knows("okoro", "couple", 2)]
    request = Request(("orr",), THURSDAY, 16 * 60, THURSDAY)
    found = fewest(book(more, [Absence("b", "hart", THURSDAY)]), request)
    assert found is not None
    taken = {move.role_id for move in found.moves if move.in_id == "okoro"}
    assert "prince" in {move.role_id for move in found.moves} or "couple" not in taken


def test_roles_danced_together_move_together() -> None:
    base = book()
    queen = base.get(Role, "queen")
    dream = Role("dream", "lake", 9, "Dream", genders="F", together="q",
                 sections=(RoleSection("lake-i-2"),))  # fmt: skip
    both = [
        Role("queen", "lake", 1, "Queen", genders="F", sections=queen.sections,
             demands=queen.demands, effort=8, together="q"),
        dream,
        *(casting("cast-1", "dream", 1, "vega"), casting("cast-1", "dream", 1, "moss", 1)),
    ]  # fmt: skip
    found = fewest(book(both), NIGHT)
    assert sorted(lines(found)) == [("dream", 1, "vega", "moss"), ("queen", 1, "vega", "moss")]


def test_hurt_mid_show_only_the_rest_changes_hands() -> None:
    request = Request(("vega",), THURSDAY, 20 * 60, THURSDAY, SHOW, after_section_id="lake-i-2")
    found = fewest(book(), request)
    assert found is not None
    assert lines(found) == [("queen", 1, "vega", "moss")]
    assert found.moves[0].from_section_id == "lake-ii"


def test_hurt_mid_show_nobody_leaves_what_they_have_danced() -> None:
    away = [Absence("a", "moss", THURSDAY), Absence("b", "paz", FRIDAY)]
    request = Request(("vega",), THURSDAY, 20 * 60, THURSDAY, SHOW, after_section_id="lake-i-2")
    found = fewest(book(away, knows("paz", "queen")), request)
    assert lines(found) == [("queen", 1, "vega", "paz")]
    assert found is not None
    assert all(move.role_id != "couple" for move in found.moves)


def test_what_stays_open_says_why() -> None:
    away = [Absence("a", "moss", THURSDAY)]
    found = solutions(book(away), NIGHT)
    assert len(found) == 1
    assert not found[0].complete
    assert found[0].changes == 0
    (reason,) = found[0].open[0].reasons
    assert reason.text == ("Nobody left who can dance Queen: Moss: away, no date of return.")


def test_what_matters_most_is_filled_first() -> None:
    away = [Absence("a", "moss", THURSDAY)]
    lonely = [Absence("b", "hana-kim", THURSDAY), *knows("fox", "queen")]
    found = fewest(book(away, lonely), NIGHT)
    assert found is not None
    assert not found.complete
    assert ("queen", 1, "vega", "fox") in lines(found)
    assert [move.role_id for move in found.open] == ["spirits"]


def test_a_call_at_the_time_is_left() -> None:
    late = call("late", 19 * 60, 60, people=["moss"])
    found = solutions(book(late), NIGHT)
    reasons = [reason for reason in found[0].moves[0].reasons if reason.kind == "call"]
    assert [reason.text for reason in reasons] == ["Leaves Rehearsal, 19.00–20.00"]


def test_a_rule_found_broken_bars_and_the_next_goes_on() -> None:
    away = [Absence("a", "moss", THURSDAY)]
    two = [
        *dancer("Nora Ash"),
        *knows("ash", "queen"),
        *dancer("Olga Bird"),
        *knows("bird", "queen"),
    ]
    assert lines(fewest(book(away, two), NIGHT)) == [("queen", 1, "vega", "ash")]
    early = call("early", 6 * 60, 60, people=["ash"], day=FRIDAY)
    assert lines(fewest(book(away, two, early), NIGHT)) == [("queen", 1, "vega", "bird")]


def test_several_off_at_once() -> None:
    found = fewest(book(), off("vega", "okoro"))
    assert sorted(lines(found)) == [
        ("prince", 1, "okoro", "lund"),
        ("queen", 1, "vega", "moss"),
    ]


def test_a_run_changes_night_by_night() -> None:
    run = Request(("vega",), THURSDAY, 9 * 60, SATURDAY)
    found = fewest(book(show(SATURDAY)), run)
    assert found is not None
    assert {move.performance_id for move in found.moves} == {SHOW, "show-2026-10-17-1170"}


def test_every_number_can_be_opened() -> None:
    found = solutions(book(knows("paz", "queen")), NIGHT)
    for solution in found:
        parts = [part for move in solution.moves for part in move.figures]
        assert sum(part.value for part in parts) == pytest.approx(solution.price)
        assert all(part.text for part in parts)


def test_a_company_that_keeps_no_contracts_has_people_too() -> None:
    without = [one for one in _records(book()) if not isinstance(one, Engagement)]
    assert lines(fewest(Book.of(without), NIGHT)) == [("queen", 1, "vega", "moss")]


def _records(made: Book) -> list[Record]:
    return [one for kind in records.KINDS for one in made.all(kind)]


def test_a_pair_wished_apart_is_put_together_only_if_nothing_else_is_left() -> None:
    apart = [Partnership("w", "moss", "okoro", "apart")]
    two = company_book(apart, dancer("Nora Ash"), knows("ash", "queen"))
    found = solutions(two, NIGHT)
    pairs = [{"prince": "okoro"} | {move.role_id: str(move.in_id) for move in one.moves}
             for one in found]  # fmt: skip
    assert all((one["queen"], one["prince"]) != ("moss", "okoro") for one in pairs)
    assert pairs[0]["queen"] == "ash"
    (swapped,) = solutions(company_book(apart), NIGHT)
    assert ("prince", 1, "okoro", "lund") in lines(swapped)
    (only,) = solutions(company_book(apart, [Absence("a", "lund", THURSDAY)]), NIGHT)
    assert only.complete
    assert any("Not with Okoro" in part.text for move in only.moves for part in move.figures)


def test_a_pair_wished_together_costs_nothing() -> None:
    together = [Partnership("w", "moss", "okoro", "together")]
    dear, free = (fewest(company_book(more), NIGHT) for more in ([], together))
    assert dear is not None
    assert free is not None
    assert free.price < dear.price


def test_whoever_watches_hears_how_far_it_is_and_may_end_it() -> None:
    heard: list[float] = []
    two = company_book(dancer("Nora Ash"), knows("ash", "queen"))
    whole = solutions(two, NIGHT, watch=Watch(lambda part, _: heard.append(part)))
    assert len(whole) > 1
    assert heard == sorted(heard)
    assert heard[0] == 0
    asked = iter([False])
    some = solutions(two, NIGHT, watch=Watch(enough=lambda: next(asked, True)))
    assert len(some) < len(whole)
    assert all(one.complete for one in some)


def test_the_first_is_seen_before_others_are_looked_for() -> None:
    seen: list[Solution] = []
    two = company_book(dancer("Nora Ash"), knows("ash", "queen"))
    found = solutions(two, NIGHT, watch=Watch(found=seen.append))
    assert [lines(one) for one in seen] == [lines(found[0])]


def test_a_debut_at_short_notice_is_a_care() -> None:
    found = fewest(book(), NIGHT)
    assert found is not None
    debut = [one for one in found.moves[0].reasons if one.kind == "debut"]
    assert [(one.text, one.severity) for one in debut] == [("Debut, 3 h notice", "warning")]
    assert found.warnings
    known = fewest(book([CareerLine("c", "moss", "Lake", "Queen")]), NIGHT)
    assert known is not None
    assert "debut" not in [one.kind for one in known.moves[0].reasons]


def debut_nights(found: Solution | None) -> list[str]:
    assert found is not None
    return [one.performance_id for one in found.moves for reason in one.reasons
            if reason.kind == "debut"]  # fmt: skip


def test_a_debut_is_told_once_on_the_first_night() -> None:
    run = replace(NIGHT, last=None)
    two = fewest(book(show(FRIDAY), show(SATURDAY)), run)
    assert two is not None
    assert [one.in_id for one in two.moves] == ["moss"] * 3
    assert debut_nights(two) == ["show-2026-10-15-1170"]
    cares = {one.text for move in two.moves for one in move.reasons if one.kind == "debut"}
    assert cares == {"Debut, 3 h notice"}


def test_who_is_cast_in_it_earlier_has_her_debut_then() -> None:
    later = Request(("vega",), FRIDAY, 0)
    planned = book(show(FRIDAY, cast_id="cast-2"), show(SATURDAY))
    assert debut_nights(fewest(planned, later)) == []
    alone = book(show(SATURDAY))
    assert debut_nights(fewest(alone, later)) == ["show-2026-10-17-1170"]


def test_two_shows_a_day_are_told() -> None:
    morning = Request(("paz",), THURSDAY, 9 * 60, THURSDAY)
    more = [*show(curtain=14 * 60), *dancer("Nora Ash"), *knows("ash", "couple")]
    found = fewest(book(more), morning)
    assert found is not None
    assert found.complete
    cares = [one.text for move in found.moves for one in move.reasons if one.severity == "warning"]
    assert any(text.startswith("Two shows that day") for text in cares)


@pytest.mark.parametrize(
    "locks",
    [
        Locks(without=frozenset({"moss"}), keep=frozenset({"moss"})),
        Locks(without=frozenset({"moss"}), must=(Must("moss", "queen"),)),
    ],
)
def test_wishes_that_clash_are_refused(locks: Locks) -> None:
    with pytest.raises(Invalid, match="Moss cannot be both"):
        solutions(book(), NIGHT, locks)


def test_the_figures_are_on_one_scale() -> None:
    pair = [CareerLine("k", "moss", "Other", "Lead", partner="Dan Lund", times=9)]
    for one in solutions(book(pair, knows("paz", "queen")), NIGHT):
        changes = next(part.value for part in one.figures if part.name == "changes")
        assert changes == 10 * one.changes


def test_a_soloist_does_not_go_into_the_corps_where_one_of_the_corps_could() -> None:
    spare = [*dancer("Nora Ash", "Soloist"), *dancer("Olga Bird")]
    more = [*spare, *knows("ash", "spirits"), *knows("bird", "spirits")]
    away = [Absence("a", "hana-kim", THURSDAY), Absence("b", "gia-kim", THURSDAY)]
    found = fewest(book(more, away), off("fox"))
    assert ("spirits", 1, "fox", "bird") in lines(found)
