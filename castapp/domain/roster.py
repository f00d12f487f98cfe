"""Who is in the company on a day: engagement, rank, order on papers, short names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from castapp.domain.book import Book
from castapp.domain.company import COMPANY_ID, Company
from castapp.domain.people import Engagement, Person


def company(book: Book) -> Company:
    """The company of this file. Raises KeyError if the book is empty."""
    return book.get(Company, COMPANY_ID)


def engagement(book: Book, person_id: str, day: date) -> Engagement | None:
    """The contract somebody is under on a day, or None."""
    for contract in book.where(Engagement, "person_id", person_id):
        if contract.first <= day and (contract.last is None or day <= contract.last):
            return contract
    return None


def rank(book: Book, person_id: str, day: date) -> str:
    """The rank or title held on a day, or the last one known; empty if never engaged."""
    contract = engagement(book, person_id, day)
    if contract is None:
        contracts = book.where(Engagement, "person_id", person_id)
        contract = max(contracts, key=lambda one: one.first, default=None)
    return (contract.rank or contract.title) if contract else ""


def rank_order(book: Book, person_id: str, day: date) -> int:
    """The place of somebody's rank on the ladder, 0 highest; those without one come last."""
    ranks = book.find(Company, COMPANY_ID)
    ladder = ranks.ranks if ranks else ()
    held = rank(book, person_id, day)
    return ladder.index(held) if held in ladder else len(ladder)


def by_rank(book: Book, people: Iterable[Person], day: date) -> list[Person]:
    """People as papers list them: by rank, alphabetical inside."""
    return sorted(people, key=lambda who: (rank_order(book, who.id, day), who.sort_key, who.id))


def is_dancer(person: Person) -> bool:
    """Whether somebody dances with the company, whatever else they do."""
    return "dancer" in person.duties


def dancers(book: Book, day: date) -> list[Person]:
    """The dancers under contract on a day, by rank. The list is shared: do not change it."""
    kept = book.cache("dancers", Person, Engagement, Company)
    if day not in kept:
        engaged = [
            who
            for who in book.all(Person)
            if is_dancer(who) and engagement(book, who.id, day) is not None
        ]
        kept[day] = by_rank(book, engaged, day)
    found: list[Person] = kept[day]
    return found


def inside_name(book: Book, person_id: str | None) -> str:
    """The name for inside use: the surname, with an initial after it for namesakes (Kim H.)."""
    return _short_names(book).get(person_id or "", ("", ""))[0]


def outside_name(book: Book, person_id: str | None) -> str:
    """The surname for outside use, with an initial before it for namesakes (H. Kim)."""
    return _short_names(book).get(person_id or "", ("", ""))[1]


def _short_names(book: Book) -> dict[str, tuple[str, str]]:
    names: dict[str, tuple[str, str]] = book.cache("short_names", Person)
    if not names:
        shared: dict[str, list[Person]] = {}
        for person in book.all(Person):
            shared.setdefault(person.surname, []).append(person)
        for surname, people in shared.items():
            for person in people:
                initial = f"{person.given[:1]}." if len(people) > 1 and person.given else ""
                names[person.id] = (
                    f"{surname} {initial}".strip(),
                    f"{initial} {surname}".strip(),
                )
    return names
