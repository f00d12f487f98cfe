"""Every kind of record becomes plain values and comes back the same."""

from __future__ import annotations

import json
from datetime import date

import pytest

from castapp.domain.availability import Absence, Injury, Participation, Restriction
from castapp.domain.calls import Attendance, Rating
from castapp.domain.casting import Correction, Danced, Override, Partnership
from castapp.domain.checks import Invalid
from castapp.domain.codec import from_plain, to_plain
from castapp.domain.company import RuleSetting
from castapp.domain.office import AcceptedBreach, Note, PostedLine, Posting, Told
from castapp.domain.people import CareerLine
from castapp.domain.record import Record
from castapp.domain.records import KINDS
from castapp.domain.template import Template, TemplateCall, TemplateLine
from tests.builders import THURSDAY, call, company_book, role_line

QUEEN = TemplateLine("role", "queen", ("cast-1",), (1,), covers=True, joins=630)


def one_of_each() -> list[Record]:
    book = company_book(call("c1", 600, 30, role_line("l1", "queen", "cast-1", spots=(1,))))
    more: list[Record] = [
        RuleSetting("rs", rule="span", limit="hours", value=8.5),
        CareerLine("cl", "vega", "Giselle", "Giselle", "Paris", "2018-09"),
        Override("o", "show", "queen", 1, None, why="off"),
        Danced("d", "show", "queen", 1, "vega", "lake-ii"),
        Attendance("a", "c1", "fox", "late", 20),
        Rating("r", "fox", 6.5, call_id="c1"),
        Absence("ab", "fox", THURSDAY),
        Participation(
            "p", "fox", THURSDAY, "modified", (Restriction("hours_a_day", 4.0),), THURSDAY
        ),
        Injury("i", "fox", "c2VhbGVk"),
        Posting("po", "callsheet", THURSDAY, 1, lines=(PostedLine("c1", 600, 30, "S1", "x"),)),
        Note("n", "Bring shoes", THURSDAY),
        AcceptedBreach("b", "span", "span|…", "agreed"),
        Partnership("pair", "vega", "moss", "apart"),
        Correction("c", "vega", "queen", "knows"),
        Template("t", "Class", "week", (TemplateCall(2, 600, 75, called=(QUEEN,)),)),
        Told("told", "vega", "show", "dances Queen", "2026-10-15T16:20:00Z"),
    ]
    kinds: dict[type[Record], Record] = {}
    for kind in KINDS:
        for record in (*book.all(kind), *more):
            if type(record) is kind:
                kinds[kind] = record
    return list(kinds.values())


def test_all_kinds_are_tried() -> None:
    assert {type(record) for record in one_of_each()} == set(KINDS)


@pytest.mark.parametrize("record", one_of_each(), ids=lambda record: type(record).__name__)
def test_a_record_comes_back_as_it_was(record: Record) -> None:
    text = json.dumps(to_plain(record))
    assert from_plain(json.loads(text)) == record


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"record": "Unicorn", "id": "x"}, "no kind of record"),
        ({"record": "Note", "id": "x", "text": "a", "tail": 1}, "no field tail"),
        ({"record": "Note", "id": "x"}, "cannot be read"),
        ({"record": "Note", "id": "x", "text": "a", "day": "2026-02-30"}, "cannot be read"),
    ],
)
def test_what_cannot_be_read_is_refused(values: dict[str, object], sentence: str) -> None:
    with pytest.raises(Invalid, match=sentence):
        from_plain(values)


def test_days_survive() -> None:
    note = Note("n", "x", date(2024, 2, 29))
    assert to_plain(note)["day"] == "2024-02-29"
