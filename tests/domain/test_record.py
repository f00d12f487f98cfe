from __future__ import annotations

import string

from castapp.domain.people import Person
from castapp.domain.record import born, new_id


def test_ids_are_long_different_and_sort_as_they_were_made() -> None:
    made = [new_id() for _ in range(5000)]
    assert len(set(made)) == 5000
    assert made == sorted(made)
    assert all(len(one) == 32 and set(one) <= set(string.hexdigits) for one in made)


def test_ids_of_another_kind_come_first_as_they_stand() -> None:
    first, second = Person(new_id(), "A", "B"), Person(new_id(), "A", "C")
    older = Person("f3b1c2d4e5f64a7b8c9d0e1f2a3b4c5d", "Z", "Y")
    named = Person("vega", "Ada", "Vega")
    assert sorted([second, named, first, older], key=born) == [named, older, first, second]
