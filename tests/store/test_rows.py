from __future__ import annotations

import pytest

from castapp.domain.availability import Participation, Restriction
from castapp.domain.calls import Call, Called
from castapp.domain.office import PostedLine, Posting
from castapp.domain.people import Person
from castapp.domain.record import Record
from castapp.domain.records import KINDS
from castapp.store.rows import Memo, records, values
from castapp.store.trouble import NotOurs
from tests.builders import THURSDAY, company_book

SPECIMENS: tuple[Record, ...] = (
    Call("c", THURSDAY, 600, 60, sections=("a", "b"), tba=True, production_id="p"),
    Call("d", THURSDAY, 0, 1),
    Called("l", "c", "role", role_id="r", cast_ids=("k",), spots=(1, 2), covers=True, leaves=0),
    Person("p", "Zoë", "d’Été", born=THURSDAY, duties=("dancer", "répétiteur")),
    Participation(
        "q", "p", THURSDAY, "modified", (Restriction("hours_a_day", 4.5),), since_clock=0
    ),
    Posting("o", "callsheet", THURSDAY, 1, lines=(PostedLine("c", 600, 60, "S1", "“x”", ("p",)),)),
)


@pytest.mark.parametrize("record", SPECIMENS, ids=lambda record: type(record).__name__)
def test_a_record_comes_back_from_its_row(record: Record) -> None:
    kind = type(record)
    (row,) = values(kind, [record])
    assert records(kind, [tuple(row.values())], Memo(str)) == {record.id: record}


def test_rows_hold_nothing_but_text_and_numbers() -> None:
    book = company_book()
    for kind in KINDS:
        for row in values(kind, book.all(kind)):
            assert {type(value) for value in row.values()} <= {str, int, float, type(None)}


def test_a_yes_is_not_a_one() -> None:
    (row,) = values(Call, [SPECIMENS[0]])
    found = records(Call, [tuple(row.values())], Memo(str))["c"]
    assert isinstance(found, Call)
    assert found.tba is True


def test_equal_texts_share_one_object() -> None:
    lines = [Called(name, str(b"call", "ascii"), "person", person_id="p") for name in "ab"]
    rows = [tuple(row.values()) for row in values(Called, lines)]
    first, second = records(Called, rows, Memo(str)).values()
    assert isinstance(first, Called)
    assert isinstance(second, Called)
    assert lines[0].call_id is not lines[1].call_id
    assert first.call_id is second.call_id


def test_a_row_no_record_may_hold_is_named() -> None:
    (row,) = values(Call, [SPECIMENS[1]])
    row["minutes"] = -5
    with pytest.raises(NotOurs, match=r"Call.*-5 minutes"):
        records(Call, [tuple(row.values())], Memo(str))
