from __future__ import annotations

from typing import Any

import pytest

from castapp.domain.calls import Call, Called
from castapp.domain.slot import clock12
from castapp.domain.who import call_who, group_words, who_lines
from castapp.domain.who_short import sets_called
from tests.builders import call, company_book, role_line


def person(who: str, **fields: Any) -> Called:
    line_id = f"line-{who}-{len(fields)}"
    return Called(line_id, call_id="", whom="person", person_id=who, **fields)


def everyone(**fields: Any) -> Called:
    return Called("everyone", call_id="", whom="production", **fields)


WORDED: list[tuple[str, list[Called], dict[str, Any], tuple[str, ...]]] = [
    (
        "a corps by its spots",
        [role_line("a", "spirits", "cast-1", covers=True)],
        {},
        ("Spirits 1–2, 1st cast w. covers",),
    ),
    ("both casts of a corps", [role_line("a", "spirits")], {}, ("Spirits 1–2, 1st & 2nd casts",)),
    (
        "a spot alone",
        [role_line("a", "spirits", "cast-1", spots=(2,))],
        {},
        ("Spirits 2, 1st cast",),
    ),
    (
        "few people are named, roles of one cast together",
        [role_line("a", "queen", "cast-1"), role_line("b", "prince", "cast-1")],
        {},
        ("1st cast Vega, Okoro",),
    ),
    (
        "a line a cast",
        [role_line("a", "couple")],
        {},
        ("1st cast Paz, Orr", "2nd cast Paz, Hart"),
    ),
    ("the full call", [everyone(covers=True)], {}, ("Full call w. covers",)),
    ("namesakes have initials", [person("gia-kim"), person("fox")], {}, ("Kim G., Fox",)),
    (
        "a cover by name",
        [person("vega"), person("moss", as_cover=True)],
        {},
        ("Vega w. cover Moss",),
    ),
    (
        "exclusions of a role and of a person",
        [everyone(), role_line("x", "queen", exclude=True), person("fox", exclude=True)],
        {},
        ("Full call, no Queen, no Fox",),
    ),
    (
        "a cast that joins late",
        [role_line("a", "couple", "cast-1"), role_line("b", "couple", "cast-2", joins=750)],
        {},
        ("1st cast Paz, Orr", "2nd cast joins 12.30: Paz, Hart"),
    ),
    (
        "a person who joins late",
        [everyone(), person("fox", joins=750)],
        {},
        ("Full call", "Fox joins 12.30"),
    ),
    (
        "somebody released first is called like the others",
        [person("vega", leaves=750), person("okoro")],
        {},
        ("Vega, Okoro", "Vega released first, 12.30"),
    ),
    (
        "new for old",
        [
            role_line("a", "spirits", "cast-1"),
            person("gia-kim", exclude=True),
            person("hart", role_id="spirits", spots=(2,)),
        ],
        {},
        ("Spirits 1–2, 1st cast", "Spirits 2 Hart for Kim G."),
    ),
    (
        "who is taken away is not named",
        [role_line("a", "couple"), person("paz", exclude=True)],
        {},
        ("1st cast Orr", "2nd cast Hart"),
    ),
    (
        "exclusions stand with their own set",
        [
            role_line("a", "spirits", "cast-1"),
            role_line("b", "queen", "cast-2", covers=True),
            person("gia-kim", exclude=True),
        ],
        {},
        ("Spirits 1–2, 1st cast, no Kim G.", "Queen, 2nd cast Moss w. covers"),
    ),
    (
        "the roles are named beside another set",
        [
            role_line("a", "spirits", "cast-1"),
            role_line("b", "queen", "cast-2"),
            role_line("c", "prince", "cast-2"),
        ],
        {},
        ("Spirits 1–2, 1st cast", "Queen & Prince, 2nd cast Moss, Lund"),
    ),
    (
        "a cast that the title names is not named again",
        [role_line("a", "couple", "cast-2")],
        {"title": "Duet, second cast"},
        ("Paz, Hart",),
    ),
    (
        "another cast than the title's is named",
        [role_line("a", "couple", "cast-1")],
        {"title": "Duet, 2nd cast"},
        ("1st cast Paz, Orr",),
    ),
    (
        "who joins a cast of which others come on time is told by the role",
        [role_line("a", "queen", "cast-1"), role_line("b", "prince", "cast-1", joins=750)],
        {},
        ("1st cast Vega", "Prince joins 12.30: Okoro"),
    ),
    ("nobody", [], {}, ()),
]


@pytest.mark.parametrize(("lines", "fields", "said"), [case[1:] for case in WORDED],
                         ids=[case[0] for case in WORDED])  # fmt: skip
def test_who_is_called(lines: list[Called], fields: dict[str, Any], said: tuple[str, ...]) -> None:
    book = company_book(call("one", 720, 60, *lines, production_id="lake", **fields))
    assert call_who(book, book.get(Call, "one"), brief=True) == said


def test_in_full_everything_is_said_so_that_it_can_be_read_back() -> None:
    lines = [role_line("a", "couple", "cast-2"), person("paz", exclude=True)]
    book = company_book(
        call("one", 720, 60, *lines, production_id="lake", title="Duet, second cast")
    )
    assert call_who(book, book.get(Call, "one")) == ("2nd cast Paz, Hart, no Paz",)
    assert call_who(book, book.get(Call, "one"), brief=True) == ("Hart",)


def test_times_follow_the_clock_asked_for() -> None:
    late = role_line("b", "couple", "cast-2", joins=870)
    book = company_book(call("one", 840, 60, late, production_id="lake"))
    assert call_who(book, book.get(Call, "one"), clock12) == ("2nd cast joins 2:30: Paz, Hart",)


def test_covers_are_strong() -> None:
    line = role_line("a", "spirits", "cast-1", covers=True)
    book = company_book(call("one", 720, 60, line, production_id="lake"))
    [phrases] = who_lines(book, book.get(Call, "one"))
    assert [phrase.text for phrase in phrases if phrase.strong] == [" w. covers"]


@pytest.mark.parametrize(
    ("group", "said"),
    [
        ("company", "Full company"),
        ("women", "Women"),
        ("Principal", "Principals"),
        ("Corps", "Corps"),
        ("Artist of the company", "Artists of the company"),
    ],
)
def test_groups_are_in_the_plural(group: str, said: str) -> None:
    assert group_words(group) == said


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([role_line("a", "couple"), role_line("b", "queen")], "1st & 2nd casts"),
        ([role_line("a", "queen", "cast-1", covers=True)], "1st cast w. covers"),
        ([everyone()], "full call"),
        ([person("vega"), person("okoro")], "Vega, Okoro"),
        ([person("vega"), person("okoro"), person("fox"), person("paz")], "4 dancers"),
    ],
)
def test_the_shortest_words(lines: list[Called], said: str) -> None:
    book = company_book(call("one", 720, 60, *lines, production_id="lake"))
    assert sets_called(book, book.get(Call, "one")) == said


def test_the_shortest_words_do_not_repeat_the_titles_cast() -> None:
    line = role_line("a", "couple", "cast-2", covers=True)
    book = company_book(call("one", 720, 60, line, production_id="lake", title="Duet, second cast"))
    assert sets_called(book, book.get(Call, "one")) == "w. covers"
