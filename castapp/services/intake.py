"""Bringing a company's own files in: tables to one edit, with what a person should look at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from castapp.domain.book import Book
from castapp.domain.checks import Invalid, clean
from castapp.domain.edit import Edit
from castapp.domain.people import Person
from castapp.importers.files import Brought, bring, read_file
from castapp.importers.kinds import KINDS
from castapp.importers.names import Names
from castapp.importers.reading import Asked, is_new
from castapp.importers.repertory import bare_title, english_title
from castapp.services.repertory import Template, add_production, production_from, templates

__all__ = ["KINDS", "Brought", "intake", "person_named", "stage"]


def intake(
    book: Book,
    paths: Sequence[Path],
    kind: str = "auto",
    *,
    today: date | None = None,
    newcomers: bool | None = None,
    zone_told: bool = False,
) -> Brought:
    """Read files into one edit against the book; nothing is written.

    `kind` is one of KINDS or "auto". `newcomers` says whether unknown names become people (and
    unknown rooms studios); None means only while the company has nobody and no performance.
    `zone_told` means that the company's clock was set on purpose, and no venue changes it.
    Raises Invalid, or BadRows naming every bad row by file, line and cell.
    """
    tables, left_out = [], []
    for path in paths:
        found, doubts = read_file(path, book)
        tables.extend(found)
        left_out.extend(doubts)
    allowed = is_new(book) if newcomers is None else newcomers
    brought = bring(book, tables, kind, Asked(today or _today(), stage, allowed, zone_told))
    return Brought(brought.edit, (*left_out, *brought.doubts), brought.kinds)


def person_named(book: Book, text: str) -> Person:
    """The person of that full name, stage name or surname, accents and case aside.

    Raises Invalid offering the nearest names if there is nobody, or naming those it could be.
    """
    try:
        return Names.of(book).get(clean(text))
    except Invalid as wrong:
        sentence = str(wrong)
        raise Invalid(sentence[:1].upper() + sentence[1:]) from None


def stage(book: Book, title: str) -> Edit:
    """A new production of a title: from the ballet that ships under it, else with no roles yet."""
    template = template_titled(title)
    return production_from(book, template) if template else add_production(book, title)


def template_titled(title: str) -> Template | None:
    """The shipped ballet a title means, in English, French, German or Spanish."""
    wanted = bare_title(english_title(title))
    for template in templates():
        shipped = template.production
        names = (shipped.title, shipped.work, template.name, f"{shipped.work} {shipped.version}")
        if wanted in {bare_title(name) for name in names}:
            return template
    return None


def _today() -> date:
    return datetime.now().astimezone().date()
