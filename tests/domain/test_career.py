from __future__ import annotations

from datetime import timedelta

from castapp.domain.book import Book
from castapp.domain.career import debuts, experience, is_debut
from castapp.domain.casting import BillItem, Danced, Override, Performance
from castapp.domain.draft import Draft
from castapp.domain.people import CareerLine
from castapp.domain.record import Record
from castapp.domain.repertory import Production, Role
from tests.builders import FRIDAY, MONDAY, SATURDAY, THURSDAY, company_book, show

SHOW = f"show-{THURSDAY.isoformat()}-1170"
EARLIER = show(THURSDAY - timedelta(days=3))


def told(book: Book, *ids: str) -> set[tuple[str, str]]:
    wanted = [book.get(Performance, one) for one in ids] or list(book.all(Performance))
    return {(one.person_id, one.role_id) for one in debuts(book, wanted)}


def test_everybody_s_first_show_here_is_a_debut() -> None:
    assert told(company_book()) == {
        ("vega", "queen"),
        ("okoro", "prince"),
        ("paz", "couple"),
        ("orr", "couple"),
    }


def test_nothing_is_a_first_time_while_nothing_is_known_of_the_past() -> None:
    book = company_book()
    draft = Draft(book)
    draft.drop(book.get(CareerLine, "career-hall"))
    new = book.apply(draft.edit("forget"))
    assert told(new) == set()
    draft = Draft(new)
    draft.set(new.get(Performance, SHOW), state="given")
    assert ("vega", "queen") in told(new.apply(draft.edit("give")))
    draft = Draft(new)
    draft.put(Danced("d", SHOW, "queen", 1, "moss"))
    assert ("moss", "queen") in told(new.apply(draft.edit("note")))


def test_the_corps_has_no_first_times() -> None:
    book = company_book()
    night = book.get(Performance, SHOW)
    assert is_debut(book, night, "vega", "queen")
    assert not is_debut(book, night, "fox", "spirits")


def test_only_the_first_show_is() -> None:
    book = company_book(show(SATURDAY))
    assert told(book, f"show-{SATURDAY.isoformat()}-1170") == set()
    assert len(debuts(book, book.all(Performance))) == 4


def test_the_second_cast_has_its_own() -> None:
    book = company_book(show(SATURDAY, cast_id="cast-2"))
    assert told(book, f"show-{SATURDAY.isoformat()}-1170") == {
        ("moss", "queen"),
        ("lund", "prince"),
        ("hart", "couple"),
    }


def test_the_career_record_counts_whatever_the_letters() -> None:
    line = CareerLine("l", "vega", work="LAKE", role="queen", where="Elsewhere", when="2018")
    assert ("vega", "queen") not in told(company_book([line]))


def test_another_staging_of_the_same_ballet_is_the_same_role() -> None:
    old = Production("old", work="Lake", title="The old Lake")
    role = Role("old-queen", production_id="old", order=1, name="Queen")
    book = company_book([old, role, *_night("old", "old-queen", "vega")])
    assert ("vega", "queen") not in told(book, SHOW)


def _night(production_id: str, role_id: str, person_id: str) -> list[Record]:
    """A show on Monday of another staging, with one role of it cast."""
    return [
        Performance("old-night", day=MONDAY, curtain=1170),
        BillItem("old-bill", performance_id="old-night", production_id=production_id),
        Override("old-cast", "old-night", role_id, 1, person_id),
    ]


def test_who_really_danced_decides() -> None:
    earlier = f"show-{(THURSDAY - timedelta(days=3)).isoformat()}-1170"
    book = company_book(EARLIER, [Danced("d", earlier, "queen", 1, "moss")])
    assert ("vega", "queen") in told(book, SHOW)
    assert told(book, earlier) == {("moss", "queen")}


def test_a_cancelled_show_is_nobody_s_first() -> None:
    book = company_book(show(FRIDAY))
    draft = Draft(book)
    draft.set(book.get(Performance, SHOW), state="cancelled")
    after = book.apply(draft.edit("cancel"))
    assert ("vega", "queen") in told(after, f"show-{FRIDAY.isoformat()}-1170")


def test_two_shows_on_a_day_only_the_first_is_a_debut() -> None:
    book = company_book(show(curtain=840))
    assert ("vega", "queen") in told(book, f"show-{THURSDAY.isoformat()}-840")
    assert ("vega", "queen") not in told(book, SHOW)


def test_experience_adds_up_here_and_elsewhere() -> None:
    line = CareerLine("l", "vega", work="Lake", role="Queen", when="2018-09", times=3)
    book = company_book(EARLIER, [line])
    known = experience(book, "vega", "queen", FRIDAY)
    assert (known.here, known.last, known.record, known.elsewhere) == (2, THURSDAY, 3, "2018-09")
    assert known.knows
    assert not experience(book, "fox", "queen", FRIDAY).knows
    assert experience(book, "vega", "queen", THURSDAY).here == 1
