"""The second side of a cast sheet: who staged and rehearsed it, and the company by rank."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calls import REHEARSAL_KINDS, Call
from castapp.domain.people import Person
from castapp.domain.repertory import Production
from castapp.domain.roster import company, dancers, engagement, is_dancer, rank

LEADING_DUTIES = ("director", "ballet master", "répétiteur", "company manager", "stage manager")
PLURALS = {"corps": "Corps", "corps de ballet": "Corps de ballet"}
GUESTS = "Guest artists"


@dataclass(frozen=True, slots=True)
class Group:
    """A titled list of names; `head` opens a part of the page, as The company does.

    An `inline` one stands with its neighbours in one paragraph.
    """

    head: str
    title: str
    names: tuple[str, ...]
    inline: bool = False


def production_words(book: Book, works: list[Production]) -> tuple[Group, ...]:
    """Who rehearsed these ballets, those who took most rehearsals first."""
    taken: Counter[str] = Counter()
    for work in works:
        for call in book.where(Call, "production_id", work.id):
            if call.lead_id and call.kind in REHEARSAL_KINDS and call.state != "cancelled":
                taken[call.lead_id] += 1
    names = tuple(
        who.name for person_id, _ in taken.most_common() if (who := book.find(Person, person_id))
    )
    return (Group("Production", "Rehearsed by", names, inline=True),) if names else ()


def company_groups(book: Book, day: date) -> tuple[Group, ...]:
    """Those who lead the house, each once, then the dancers by rank, alphabetical inside; guests
    last.
    """
    found, named = [], set[str]()
    for duty in LEADING_DUTIES:
        people = [who for who in _with_duty(book, duty, day) if who.id not in named]
        named |= {who.id for who in people}
        names = tuple(who.name for who in people)
        if names:
            title = f"{duty[:1].upper()}{duty[1:]}"
            found.append(Group("The company", title, names, inline=True))
    ranks: dict[str, list[str]] = {}
    for who in dancers(book, day):
        contract = engagement(book, who.id, day)
        guest = contract is not None and contract.guest
        ranks.setdefault(GUESTS if guest else rank(book, who.id, day), []).append(who.name)
    ranks |= {GUESTS: ranks.pop(GUESTS)} if GUESTS in ranks else {}
    known = company(book).ranks
    found += [
        Group("The company", _many(held) if held in known else held or "Artists", tuple(names))
        for held, names in ranks.items()
    ]
    return tuple(found)


def _with_duty(book: Book, duty: str, day: date) -> list[Person]:
    people = (
        who
        for who in book.all(Person)
        if duty in who.duties and not is_dancer(who) and engagement(book, who.id, day)
    )
    return sorted(people, key=lambda one: (one.sort_key, one.id))


def _many(held: str) -> str:
    """A rank as the head of several: Principals, First soloists; Corps stays."""
    plural = PLURALS.get(held.casefold())
    if plural:
        return plural
    first, of, rest = held.partition(" of ")
    return f"{first if first.endswith('s') else f'{first}s'}{of}{rest}"
