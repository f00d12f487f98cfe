"""Templates of days and weeks as rows of plain values: a row for each call of each template."""

from __future__ import annotations

from typing import Any

from castapp.domain.book import Book
from castapp.domain.company import Studio
from castapp.domain.people import Person
from castapp.domain.template import Template, TemplateCall
from castapp.domain.wording import call_title
from castapp.services.board.keeping import kept_templates
from castapp.services.board.kept_calls import ANY_DAY, as_call
from castapp.services.show import PRIVATE, clock, shown_kind

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def templates(book: Book) -> list[dict[str, Any]]:
    """Every call of every template, by the template's name and in time order.

    `weekday` is empty in a day's template; what is gone since is empty too.
    """
    return [
        _row(book, template, call) for template in kept_templates(book) for call in template.calls
    ]


def _row(book: Book, template: Template, kept: TemplateCall) -> dict[str, Any]:
    call = as_call(kept, ANY_DAY)
    studio = book.find(Studio, kept.studio_id)
    return {
        "template": template.name,
        "span": template.span,
        "weekday": _DAYS[kept.weekday] if template.span == "week" else "",
        "start": clock(call.start),
        "end": clock(call.end),
        "minutes": kept.minutes,
        "kind": shown_kind(call),
        "what": call_title(book, call).text,
        "studio": studio.name if studio else "",
        "lead": "" if kept.kind in PRIVATE else _name(book, kept.lead_id),
        "pianist": _name(book, kept.pianist_id),
        "lines": len(kept.called),
        "state": kept.state,
    }


def _name(book: Book, person_id: str | None) -> str:
    who = book.find(Person, person_id)
    return who.name if who else ""
