"""Posts: what leads an evening, what clashes, which shows are near each other."""

from __future__ import annotations

from dataclasses import replace

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Performance
from castapp.domain.repertory import Production, Role, RoleSection, Section
from castapp.services.cover.puzzle import bits
from castapp.services.cover.request import Request
from castapp.services.cover.stage import (
    are_near,
    at_once,
    clashes,
    clusters,
    is_lead,
    neighbours,
    posts_of,
)
from tests.builders import FRIDAY, SATURDAY, THURSDAY, company_book, show

SHOW = "show-2026-10-15-1170"
REQUEST = Request(("vega",), THURSDAY)


def night(book: Book, show_id: str = SHOW) -> Performance:
    return book.get(Performance, show_id)


def clashing(book: Book, *shows: Performance) -> dict[tuple[str, str], set[tuple[str, str]]]:
    posts = [post for one in shows for post in posts_of(book, REQUEST, one)]
    names = [(post.show.id, f"{post.role_id}{post.spot}") for post in posts]
    found = clashes(book, posts)
    return {names[n]: {names[one] for one in bits(found[n])} for n in range(len(posts))}


def test_the_same_time_and_too_little_time_clash() -> None:
    book = company_book()
    found = clashing(book, night(book))
    assert found[(SHOW, "queen1")] == {
        (SHOW, name) for name in ("prince1", "couple1", "couple2", "spirits1", "spirits2")
    }
    assert (SHOW, "spirits1") not in found[(SHOW, "couple1")]
    for one, others in found.items():
        assert all(one in found[other] for other in others)


def test_a_lead_is_billed_first_or_of_a_leads_effort_on_an_evening_of_one_work() -> None:
    book = company_book()
    queen = book.get(Role, "queen")
    assert is_lead(book, night(book), queen)
    assert is_lead(book, night(book), replace(book.get(Role, "prince"), effort=3))
    assert not is_lead(book, night(book), book.get(Role, "couple"))
    mixed = company_book(
        [Production("short", "Short", "Short"), BillItem("b", SHOW, "short", 1, None)]
    )
    assert not is_lead(mixed, night(mixed), queen)


def test_leads_clash_with_leads_of_the_next_matinee_not_of_the_next_night() -> None:
    book = company_book(show(FRIDAY, 14 * 60), show(FRIDAY))
    mat, eve = night(book, "show-2026-10-16-840"), night(book, "show-2026-10-16-1170")
    found = clashing(book, night(book), mat, eve)
    queen = found[(SHOW, "queen1")]
    assert (mat.id, "queen1") in queen
    assert (eve.id, "queen1") not in queen
    assert (mat.id, "spirits1") not in queen


def test_two_stages_at_once_clash_wholly() -> None:
    book = company_book(show(THURSDAY, 19 * 60))
    other = night(book, "show-2026-10-15-1140")
    assert at_once(book, night(book), other)
    assert (other.id, "couple1") in clashing(book, night(book), other)[(SHOW, "spirits1")]


def test_near_shows_are_put_together() -> None:
    book = company_book(show(FRIDAY), show(SATURDAY, 14 * 60), show(SATURDAY))
    shows = sorted(book.all(Performance), key=lambda one: (one.day, one.curtain))
    assert [len(group) for group in clusters(shows)] == [1, 3]
    assert not are_near(shows[0], shows[1])
    assert neighbours(book, [shows[3]]) == shows[2:]


def test_a_role_without_sections_is_on_from_first_to_last() -> None:
    book = company_book(
        [Role("page", "lake", 9, "Page")],
        [Section("x", "lake", 9, "Act III", "Last", 5)],
    )
    page = next(post for post in posts_of(book, REQUEST, night(book)) if post.role_id == "page")
    assert page.turns[-1].section_id == "x"
    assert len(page.turns) == 4


def test_roles_danced_together_by_one_dancer_are_one_post() -> None:
    queen = company_book().get(Role, "queen")
    book = company_book(
        [replace(queen, together="q")],
        [Role("dream", "lake", 9, "Dream", together="q", sections=(RoleSection("lake-i-2"),))],
    )
    posts = posts_of(book, REQUEST, night(book))
    assert [post.members for post in posts if post.role_id in ("queen", "dream")] == [
        (("queen", 1),),
        (("dream", 1),),
    ]
