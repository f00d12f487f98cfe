"""What stands against the people of a night: off, away, no contract, forbidden, two roles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from castapp.domain.availability import Absence, Participation
from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.company import Company, RuleSetting, Site, Studio
from castapp.domain.covers import busy
from castapp.domain.finding import Finding, Ref
from castapp.domain.nights import basis, kept
from castapp.domain.office import AcceptedBreach
from castapp.domain.people import Engagement, Person
from castapp.domain.programme import parts
from castapp.domain.repertory import Production, Role, Section
from castapp.rules import ALL
from castapp.rules.limits import OFF
from castapp.rules.pack import limits
from castapp.rules.view import Pool, View

RULES = ("absent", "not_under_contract", "two_roles", "not_available", "restriction")
"""The rules that speak of one night alone."""
BUSY_COVER = "uncovered"
"""The rule a cover is told under who dances in the sections they cover."""
_READ = (
    Absence, AcceptedBreach, Company, Engagement, Participation, Person, Production, Role,
    RuleSetting, Section, Site, Studio,
)  # fmt: skip

Against = Mapping[str, tuple[Finding, ...]]
"""The findings of a night by person, those somebody lives with too."""


def against(book: Book, performance_id: str) -> Against:
    """What stands against the people of a night for its own sake; what is added up over a day or
    week is not told. Raises Invalid for an unknown rule pack.
    """
    known = book.cache("against", *_READ)
    stands_on = basis(book, performance_id)
    return kept(known, performance_id, stands_on, lambda: _against(book, performance_id))


def _against(book: Book, performance_id: str) -> Against:
    show = book.find(Performance, performance_id)
    if show is None:
        return {}
    people = frozenset(part.person_id for part in parts(book, show) if part.person_id)
    view = Pool(book, people).view(show.day)
    found: dict[str, tuple[Finding, ...]] = {}
    told = [*_judged(book, view, performance_id), *_busy_covers(book, show)]
    for one in sorted(told, key=lambda one: one.order):
        for person_id in one.people:
            found[person_id] = (*found.get(person_id, ()), one)
    return found


def _judged(book: Book, view: View, performance_id: str) -> Iterator[Finding]:
    for rule in ALL:
        bounds = limits(book, rule.name)
        if rule.name not in RULES or bounds.severity == OFF:
            continue
        for one in rule.check(view, bounds):
            alone = not one.about or rule.name == "two_roles"
            here = any(ref.id == performance_id for ref in one.refs)
            if alone and here:
                yield one


def _busy_covers(book: Book, show: Performance) -> Iterator[Finding]:
    """Covers who are none that night; `about` names the role and spot they cover."""
    for (role_id, spot, person_id), why in busy(book, show).items():
        yield Finding(
            BUSY_COVER,
            "note",
            why.words(book),
            show.day,
            (person_id,),
            refs=(Ref(Performance, show.id), Ref(Role, role_id)),
            about=f"{role_id}|{spot}",
        )
