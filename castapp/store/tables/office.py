"""Tables of the office: postings, notes, accepted breaches, templates, who was told."""

from __future__ import annotations

from castapp.store.columns import Row, checked, number, own_id, reference, words


class PostingRow(Row, table=True):
    """An issue of a paper as posted; `lines` is JSON. It outlives what it names."""

    __table_args__ = checked(day="day LIKE '____-__-__'", issue="issue BETWEEN 1 AND 999")
    id: str = own_id()
    paper: str = words()
    day: str = words()
    issue: int = number()
    state: str = words()
    at: str = words()
    by: str = words()
    production_id: str | None = words()
    lines: str = words()


class NoteRow(Row, table=True):
    """A remark about a day, or about any other record."""

    __table_args__ = checked(day="day LIKE '____-__-__'")
    id: str = own_id()
    text: str = words()
    day: str | None = words()
    about_id: str | None = words()


class AcceptedBreachRow(Row, table=True):
    """A finding somebody decided to live with."""

    __table_args__ = checked(day="day LIKE '____-__-__'")
    id: str = own_id()
    rule: str = words()
    key: str = words()
    reason: str = words()
    by: str = words()
    day: str | None = words()


class TemplateRow(Row, table=True):
    """Calls kept under a name; `calls` is JSON. It outlives what it names."""

    id: str = own_id()
    name: str = words()
    span: str = words()
    calls: str = words()


class ToldRow(Row, table=True):
    """Somebody told of a change to a show or a call."""

    id: str = own_id()
    person_id: str = reference("person")
    ref_id: str = words()
    what: str = words()
    at: str = words()
    by: str = words()
