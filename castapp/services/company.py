"""The house itself: company, sites, studios, journeys, seasons and its own rule values."""

from __future__ import annotations

from typing import Any

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.checks import Invalid
from castapp.domain.company import COMPANY_ID, Company, Journey, RuleSetting, Season, Site, Studio
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.record import new_id

RANKS = ("Principal", "First soloist", "Soloist", "Coryphée", "Corps", "Apprentice")


def found_company(name: str, zone: str, **fields: Any) -> Edit:
    """A new company with one site, a studio and a stage, to begin with."""
    draft = Draft(Book.of(()))
    draft.put(Company(COMPANY_ID, name, zone, **{"ranks": RANKS, **fields}))
    site = draft.put(Site(new_id(), "Main building"))
    draft.put(Studio(new_id(), site.id, "Studio 1", "S1", order=1))
    draft.put(Studio(new_id(), site.id, "Stage", "Stage", kind="stage", order=2))
    return draft.edit(f"New company {name}")


def change_company(book: Book, **fields: Any) -> Edit:
    """Set fields of the company."""
    draft = Draft(book)
    draft.set(book.get(Company, COMPANY_ID), **fields)
    return draft.edit("Change the company")


def put_place(book: Book, place: Site | Studio | Season | Journey) -> Edit:
    """Add a site, studio, season or journey, or set it in place of the one with its id."""
    draft = Draft(book)
    draft.put(place)
    known = book.find(type(place), place.id) is not None
    named = "the way between two sites" if isinstance(place, Journey) else place.name
    return draft.edit(f"{'Change' if known else 'New'} {named}")


def remove_studio(book: Book, studio_id: str) -> Edit:
    """Take a studio out; its calls become unplaced. One with performances stays."""
    studio = book.get(Studio, studio_id)
    if book.where(Performance, "venue_id", studio_id):
        raise Invalid(f"{studio.name} has performances; move them to another stage first.")
    draft = Draft(book)
    for call in book.where(Call, "studio_id", studio_id):
        draft.set(call, studio_id=None)
    draft.drop(studio)
    return draft.edit(f"Remove {studio.name}")


def remove_site(book: Book, site_id: str) -> Edit:
    """Take an empty site out."""
    site = book.get(Site, site_id)
    if book.where(Studio, "site_id", site_id):
        raise Invalid(f"{site.name} still has studios; remove or move them first.")
    draft = Draft(book)
    for journey in book.all(Journey):
        if site_id in (journey.from_site_id, journey.to_site_id):
            draft.drop(journey)
    draft.drop(site)
    return draft.edit(f"Remove {site.name}")


def set_limit(book: Book, rule: str, limit: str, value: float | None, why: str = "") -> Edit:
    """Give a rule's limit the company's own value; None returns to the pack's."""
    return _set(book, rule, limit, "" if value is None else None, value or 0.0, why)


def set_severity(book: Book, rule: str, word: str, why: str = "") -> Edit:
    """Give a rule the company's own severity ("off" silences it); "" returns to the pack's."""
    return _set(book, rule, "", word, 0.0, why)


def _set(book: Book, rule: str, limit: str, word: str | None, value: float, why: str) -> Edit:
    draft = Draft(book)
    old = next((one for one in book.where(RuleSetting, "rule", rule) if one.limit == limit), None)
    if word == "":
        if old:
            draft.drop(old)
    elif old:
        draft.set(old, value=value, word=word or "", why=why)
    else:
        draft.put(RuleSetting(new_id(), rule, limit, value, word or "", why))
    return draft.edit(f"Change the rule {rule.replace('_', ' ')}")
