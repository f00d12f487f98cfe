"""What wording writes for the sample company's calls is read back."""

from __future__ import annotations

from datetime import date

import pytest

from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.calls import Call, Called
from castapp.domain.draft import Draft
from castapp.domain.programme import casts
from castapp.domain.repertory import Role
from castapp.domain.slot import span
from castapp.domain.wording import call_title, call_who, coach_line, short_place
from castapp.services.calltext import reading
from castapp.services.sample import sample_book

LEAST_SHARE = 0.98
Sets = set[tuple[object, ...]]


@pytest.fixture(scope="module")
def sample() -> Book:
    return sample_book(date(2026, 10, 14))


def written(book: Book, call: Call) -> str:
    lines = (
        call_title(book, call).text,
        *call_who(book, call),
        coach_line(book, call),
        f"{short_place(book, call.studio_id)} {span(call.start, call.end)}",
    )
    return "\n".join(lines)


def role_sets(book: Book, call: Call) -> Sets:
    found: Sets = set()
    for line in book.where(Called, "call_id", call.id):
        role = book.find(Role, line.role_id)
        if line.whom == "role" and role is not None:
            cast_ids = line.cast_ids or tuple(one.id for one in casts(book, role.production_id))
            spots = line.spots or tuple(range(1, role.spots + 1))
            found |= {
                (role.id, one, spots, line.covers, line.joins, line.leaves, line.exclude)
                for one in cast_ids
            }
    return found


def everybody(book: Book, call: Call) -> set[tuple[str, int, int]]:
    return {(who.person_id, who.start, who.end) for who in called_people(book, call)}


def read_back(book: Book, call: Call) -> tuple[Book, Call]:
    found = reading(book, written(book, call), call.day)
    assert found.call is not None, (written(book, call), found.problem)
    draft = Draft(book)
    draft.put(found.call)
    for line in found.called:
        draft.put(line)
    return book.apply(draft.edit("")), found.call


def test_nearly_every_call_reads_back_to_its_role_sets_and_people(sample: Book) -> None:
    texts: dict[str, Call] = {}
    for call in sample.all(Call):
        texts.setdefault(written(sample, call), call)
    same_sets = same_people = 0
    for call in texts.values():
        after, read = read_back(sample, call)
        same_sets += role_sets(sample, call) == role_sets(after, read)
        same_people += everybody(sample, call) == everybody(after, read)
    assert len(texts) > 300
    assert same_sets / len(texts) >= LEAST_SHARE
    assert same_people / len(texts) >= LEAST_SHARE


def test_time_place_and_who_takes_it_are_read_back(sample: Book) -> None:
    for call in sample.where(Call, "day", date(2026, 10, 15)):
        _, read = read_back(sample, call)
        assert (read.start, read.minutes, read.studio_id) == (
            call.start, call.minutes, call.studio_id,
        )  # fmt: skip
        assert (read.lead_id, read.pianist_id) == (call.lead_id, call.pianist_id)
