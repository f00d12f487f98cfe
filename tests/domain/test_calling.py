"""Who a call wants: role sets, groups, persons, exclusions, and casting that changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from castapp.domain.calling import called_people
from castapp.domain.calls import Call, Called
from castapp.domain.casting import Casting
from castapp.domain.draft import Draft
from tests.builders import call, company_book, role_line


def person(person_id: str, **fields: object) -> Called:
    line = Called(f"line-{person_id}", call_id="", whom="person", person_id=person_id)
    return replace(line, **fields)  # type: ignore[arg-type]


def group(name: str) -> Called:
    return Called(f"line-{name}", call_id="", whom="group", group=name)


def called(*lines: Called) -> list[str]:
    book = company_book(call("c1", 600, 90, *lines))
    return [who.person_id for who in called_people(book, book.get(Call, "c1"))]


def test_a_role_set_calls_those_casts() -> None:
    assert called(role_line("l", "queen", "cast-1")) == ["vega"]
    assert called(role_line("l", "queen")) == ["vega", "moss"]
    assert called(role_line("l", "queen", "cast-1", covers=True)) == ["vega", "moss"]
    assert called(role_line("l", "spirits", "cast-1", spots=(2,))) == ["gia-kim"]


@pytest.mark.parametrize(
    ("name", "count"), [("company", 10), ("women", 6), ("men", 4), ("Soloist", 2)]
)
def test_groups(name: str, count: int) -> None:
    assert len(called(group(name))) == count


def test_a_full_call_is_everybody_cast() -> None:
    book = company_book(call("c1", 600, 60, Called("l", "", "production"), production_id="lake"))
    people = {who.person_id for who in called_people(book, book.get(Call, "c1"))}
    assert people == {"vega", "okoro", "paz", "orr", "fox", "gia-kim", "moss", "lund", "hart",
                      "hana-kim"}  # fmt: skip


def test_exclusions_win() -> None:
    assert called(group("men"), person("orr", exclude=True)) == ["lund", "okoro", "hart"]


def test_somebody_joins_late_and_somebody_leaves_early() -> None:
    book = company_book(
        call("c1", 600, 90, role_line("l", "spirits", "cast-1"), person("fox", joins=630),
             person("paz", leaves=660))
    )  # fmt: skip
    times = {
        who.person_id: (who.start, who.end) for who in called_people(book, book.get(Call, "c1"))
    }
    assert times == {"fox": (630, 690), "gia-kim": (600, 690), "paz": (600, 660)}


def test_when_casting_changes_who_is_called_follows() -> None:
    book = company_book(call("c1", 600, 90, role_line("l", "queen", "cast-1")))
    assert [who.person_id for who in called_people(book, book.get(Call, "c1"))] == ["vega"]
    draft = Draft(book)
    draft.set(book.get(Casting, "cast-1-queen-1-0-vega"), person_id="paz")
    after = book.apply(draft.edit("Recast"))
    assert [who.person_id for who in called_people(after, after.get(Call, "c1"))] == ["paz"]
