from __future__ import annotations

from castapp.domain.nights import basis, kept, same
from castapp.services.casting import cast_dancer, override
from tests.builders import FRIDAY, company_book, show

THU, FRI = "show-2026-10-15-1170", "show-2026-10-16-1170"
BOOK = company_book(show(FRIDAY, cast_id="cast-2"))


def test_a_night_stands_on_the_same_until_it_is_cast_anew() -> None:
    before = {night: basis(BOOK, night) for night in (THU, FRI)}
    after = BOOK.apply(cast_dancer(BOOK, "cast-2", "queen", 1, "paz"))
    assert same(before[THU], basis(after, THU))
    assert not same(before[FRI], basis(after, FRI))
    other = BOOK.apply(override(BOOK, THU, "queen", 1, "paz"))
    assert not same(before[THU], basis(other, THU))
    assert same(before[FRI], basis(other, FRI))


def test_an_answer_is_kept_while_it_stands_on_the_same() -> None:
    known: dict[object, object] = {}
    one, other = object(), object()
    first = kept(known, "key", (one,), lambda: [1])
    assert kept(known, "key", (one,), lambda: [2]) is first
    assert kept(known, "key", (other,), lambda: [3]) == [3]
    assert kept(known, "key", (other, one), lambda: [4]) == [4]
