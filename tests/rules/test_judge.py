"""The law of the judge: what is new is what stands after and did not stand before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from castapp.domain.availability import Absence, Participation, Restriction
from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.casting import BillItem, Casting, Override, Performance
from castapp.domain.company import RuleSetting
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.finding import SEVERITIES, Finding
from castapp.domain.people import Engagement
from castapp.domain.record import Record
from castapp.domain.repertory import Role
from castapp.rules.judge import findings, new_findings
from tests.builders import MONDAY, call, casting, company_book, role_line, show

DAYS = [MONDAY + timedelta(days=n) for n in range(-2, 9)]
ALL_DAYS = [MONDAY + timedelta(days=n) for n in range(-21, 35)]
PEOPLE = ("vega", "okoro", "moss", "fox", "paz", "hart")
STAFF = ("hall", "ito", None)

days = st.sampled_from(DAYS)
people = st.sampled_from(PEOPLE)
starts = st.integers(36, 92).map(lambda n: n * 15)
lengths = st.sampled_from((30, 60, 120, 210))


@st.composite
def some_call(draw: st.DrawFn, call_id: str) -> list[Record]:
    lines: list[Called] = []
    for n, role_id in enumerate(draw(st.lists(st.sampled_from(("queen", "spirits")), max_size=1))):
        lines.append(role_line(f"{call_id}-r{n}", role_id, covers=draw(st.booleans())))
    if draw(st.integers(0, 5)) == 0:
        lines.append(Called(f"{call_id}-g", call_id, "group", group="women"))
    if draw(st.integers(0, 5)) == 0:
        lines.append(Called(f"{call_id}-p", call_id, "production"))
    return call(
        call_id,
        draw(starts),
        draw(lengths),
        *lines,
        day=draw(days),
        people=draw(st.lists(people, unique=True, max_size=3)),
        studio_id=draw(st.sampled_from(("studio-1", "studio-2", "studio-a", None))),
        lead_id=draw(st.sampled_from(STAFF)),
        pianist_id=draw(st.sampled_from(STAFF)),
        kind=draw(st.sampled_from(("rehearsal", "class", "fitting"))),
        production_id=draw(st.sampled_from(("lake", "lake", None))),
    )


@st.composite
def some_book(draw: st.DrawFn) -> Book:
    records: list[Record] = []
    for n in range(draw(st.integers(2, 8))):
        records.extend(draw(some_call(f"c{n}")))
    if draw(st.booleans()):
        records.extend(show(draw(days), 870))
    if draw(st.booleans()):
        records.append(Absence("away", draw(people), draw(days)))
    if draw(st.booleans()):
        codes = st.sampled_from(("no_jumps", "barre_only", "no_double_show"))
        records.append(
            Participation("p", draw(people), draw(days), "modified", (Restriction(draw(codes)),))
        )
    if draw(st.booleans()):
        records.append(RuleSetting("per", "free_days", "per_days", 14))
        records.append(RuleSetting("days", "free_days", "days", draw(st.integers(1, 10))))
    return company_book(records)


@st.composite
def some_edit(draw: st.DrawFn, book: Book) -> Edit:
    draft = Draft(book)
    for _ in range(draw(st.integers(1, 2))):
        draw(st.sampled_from(CHANGES))(draw, book, draft)
    return draft.edit("something")


def move(draw: st.DrawFn, book: Book, draft: Draft) -> None:
    one = draw(st.sampled_from(sorted(book.all(Call), key=lambda one: one.id)))
    draft.set(one, day=draw(days), start=draw(starts))


def drop(draw: st.DrawFn, book: Book, draft: Draft) -> None:
    one = draw(st.sampled_from(sorted(book.all(Call), key=lambda one: one.id)))
    for line in book.where(Called, "call_id", one.id):
        draft.drop(line)
    draft.drop(one)


def add(draw: st.DrawFn, book: Book, draft: Draft) -> None:
    for record in draw(some_call("new")):
        draft.put(record)


def name(draw: st.DrawFn, book: Book, draft: Draft) -> None:
    one = draw(st.sampled_from(sorted(book.all(Call), key=lambda one: one.id)))
    who = draw(people)
    draft.put(Called("named", one.id, "person", person_id=who, exclude=draw(st.booleans())))


def recast(draw: st.DrawFn, book: Book, draft: Draft) -> None:
    one = draw(st.sampled_from(sorted(book.all(Casting), key=lambda one: one.id)))
    if draw(st.booleans()):
        draft.drop(one)
    else:
        draft.set(one, person_id=draw(people))


def cast_too(draw: st.DrawFn, book: Book, draft: Draft) -> None:
    role_id = draw(st.sampled_from(("queen", "couple", "spirits")))
    draft.put(replace(casting("cast-1", role_id, 1, draw(people)), id="too"))


def override(draw: st.DrawFn, book: Book, draft: Draft) -> None:
    one = draw(st.sampled_from(sorted(book.all(Performance), key=lambda one: one.id)))
    since = draw(st.sampled_from((None, "lake-ii")))
    who = draw(st.one_of(st.none(), people))
    draft.put(Override("o", one.id, draw(st.sampled_from(("queen", "spirits"))), 1, who, 0, since))


def move_show(draw: st.DrawFn, book: Book, draft: Draft) -> None:
    one = draw(st.sampled_from(sorted(book.all(Performance), key=lambda one: one.id)))
    draft.set(one, day=draw(days), state=draw(st.sampled_from(("planned", "cancelled"))))


def other_cast(draw: st.DrawFn, book: Book, draft: Draft) -> None:
    one = draw(st.sampled_from(sorted(book.all(BillItem), key=lambda one: one.id)))
    draft.set(one, cast_id=draw(st.sampled_from((None, "cast-1", "cast-2"))))


def away(draw: st.DrawFn, book: Book, draft: Draft) -> None:
    draft.put(Absence("gone", draw(people), draw(days)))


def limit(draw: st.DrawFn, book: Book, draft: Draft) -> None:
    status = draw(st.sampled_from(("off", "modified", "full")))
    amount = Restriction("hours_a_day", 2)
    clock = draw(st.sampled_from((None, 900)))
    draft.put(Participation("q", draw(people), draw(days), status, (amount,), since_clock=clock))


def leave(draw: st.DrawFn, book: Book, draft: Draft) -> None:
    one = book.get(Engagement, f"e-{draw(people)}")
    draft.set(one, last=draw(days), rank=draw(st.sampled_from(("Corps", "Soloist"))))


def reshape(draw: st.DrawFn, book: Book, draft: Draft) -> None:
    draft.set(book.get(Role, "spirits"), demands=(), spots=draw(st.integers(1, 3)))


CHANGES = (
    move, move, drop, add, name, recast, cast_too, override, move_show, other_cast, away, limit,
    leave, reshape,
)  # fmt: skip


def grade(one: Finding) -> tuple[int, float]:
    return (-SEVERITIES.index(one.severity), one.over)


def difference(before: list[Finding], after: list[Finding]) -> list[tuple[str, str]]:
    known: dict[str, tuple[int, float]] = {}
    for one in before:
        known[one.key] = max(known.get(one.key, grade(one)), grade(one))
    return sorted(
        (one.key, one.what) for one in after if one.key not in known or grade(one) > known[one.key]
    )


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_new_findings_are_those_after_without_those_before(data: st.DataObject) -> None:
    book = data.draw(some_book())
    edit = data.draw(some_edit(book))
    if data.draw(st.booleans()):
        findings(book, DAYS)
    told = sorted((one.key, one.what) for one in new_findings(book, edit))
    fresh = Book.of(record for kind in _kinds(book) for record in book.all(kind))
    after = Book.of(record for kind in _kinds(book) for record in book.apply(edit).all(kind))
    assert told == difference(findings(fresh, ALL_DAYS), findings(after, ALL_DAYS))
    again = sorted((one.key, one.what) for one in new_findings(book, edit))
    assert told == again


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_what_is_kept_is_what_a_fresh_book_says(data: st.DataObject) -> None:
    book = data.draw(some_book())
    findings(book, ALL_DAYS)
    after = book.apply(data.draw(some_edit(book)))
    fresh = Book.of(record for kind in _kinds(after) for record in after.all(kind))
    assert keys(after, DAYS) == keys(fresh, DAYS)
    assert keys(book, DAYS) == keys(book.apply(Edit("nothing")), DAYS)


def keys(book: Book, wanted: list[date]) -> list[tuple[str, str]]:
    return sorted((one.key, one.what) for one in findings(book, wanted))


def _kinds(book: Book) -> tuple[type[Record], ...]:
    from castapp.domain.records import KINDS

    return KINDS


def test_an_empty_edit_breaks_nothing() -> None:
    assert new_findings(company_book(), Edit("nothing")) == []


def test_a_finding_that_grows_worse_is_new_and_one_that_shrinks_is_not() -> None:
    book = company_book(
        call("a", 600, 90, people=["vega"], day=MONDAY),
        call("b", 660, 60, people=["vega"], day=MONDAY, studio_id="studio-2"),
    )
    moved = {}
    for start in (645, 660, 675):
        draft = Draft(book)
        draft.set(book.get(Call, "b"), start=start)
        found = new_findings(book, draft.edit("move"))
        moved[start] = [one.over for one in found if one.rule == "person_twice"]
    assert moved == {645: [45], 660: [], 675: []}
