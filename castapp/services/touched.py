"""What somebody's absence touches, as rows of plain values: what it opens, and who covers it."""

from __future__ import annotations

from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import Cast
from castapp.domain.impact import DANCES, Touched, impact
from castapp.domain.people import Person
from castapp.domain.programme import parts
from castapp.domain.repertory import Production, Role, Section
from castapp.domain.wording import call_title
from castapp.services.show import Row, moment, shown_kind

PERFORMANCE, CAST = "performance", "cast"


def impact_rows(book: Book, person_id: str, day: date, clock_minutes: int) -> list[Row]:
    """What somebody's absence touches from a moment on, in time order.

    `kind` is a kind of call, "performance", or "cast" for one that no show has taken yet; `when`
    is then null. Spot and cover are null where nothing is danced; `covers` names those who stand
    by for what is, the first one first.
    """
    return [_row(book, one) for one in impact(book, person_id, day, clock_minutes)]


def _row(book: Book, touched: Touched) -> Row:
    production = book.find(Production, touched.production_id)
    role = book.find(Role, touched.role_id)
    cast = book.find(Cast, touched.cast_id)
    section = book.find(Section, touched.from_section_id)
    call = touched.call
    dances = call is None and role is not None
    return {
        "when": _when(touched),
        "as": touched.as_what,
        "kind": shown_kind(call) if call else PERFORMANCE if touched.performance else CAST,
        "what": call_title(book, call).text if call else production.title if production else "",
        "role": role.name if role else "",
        "spot": touched.spot if dances else None,
        "cover": touched.cover if dances else None,
        "cast": cast.name if cast else "",
        "section": f"{section.act} {section.name}".strip() if section else "",
        "covers": _covers(book, touched),
    }


def _when(touched: Touched) -> str | None:
    if touched.day is None or touched.start is None:
        return None
    return moment(touched.day, touched.start)


def _covers(book: Book, touched: Touched) -> list[str]:
    """Who stands by for a part of a show, in order; nobody's else."""
    if touched.performance is None or touched.as_what != DANCES:
        return []
    standing = sorted(
        (part.cover, part.person_id)
        for part in parts(book, touched.performance)
        if part.cover and part.person_id
        if (part.role_id, part.spot) == (touched.role_id, touched.spot)
    )
    return [book.get(Person, person_id).name for _, person_id in standing]
