"""Tables of calls: the calls, who is called, who came, how hard it was."""

from __future__ import annotations

from castapp.store.columns import Row, checked, measure, number, own_id, reference, words


class CallRow(Row, table=True):
    """A call; `sections` is JSON."""

    __table_args__ = checked(
        day="day LIKE '____-__-__'",
        start="start BETWEEN 0 AND 1439",
        minutes="minutes BETWEEN 1 AND 960",
    )
    id: str = own_id()
    day: str = words()
    start: int = number()
    minutes: int = number()
    kind: str = words()
    studio_id: str | None = reference("studio")
    production_id: str | None = reference("production")
    sections: str = words()
    title: str = words()
    tba: int = number()
    lead_id: str | None = reference("person")
    pianist_id: str | None = reference("person")
    state: str = words()
    note: str = words()
    actual_start: int | None = number()
    actual_minutes: int | None = number()
    series: str = words()


class CalledRow(Row, table=True):
    """One line of who is called; `cast_ids` and `spots` are JSON."""

    id: str = own_id()
    call_id: str = reference("call", index=True)
    whom: str = words()
    role_id: str | None = reference("role")
    cast_ids: str = words()
    spots: str = words()
    covers: int = number()
    person_id: str | None = reference("person")
    group: str = words()
    exclude: int = number()
    joins: int | None = number()
    leaves: int | None = number()
    as_cover: int = number()


class AttendanceRow(Row, table=True):
    """Whether someone came to a call."""

    id: str = own_id()
    call_id: str = reference("call", index=True)
    person_id: str = reference("person")
    state: str = words()
    minutes: int | None = number()


class RatingRow(Row, table=True):
    """How hard a session was for a dancer."""

    __table_args__ = checked(effort="effort BETWEEN 0 AND 10")
    id: str = own_id()
    person_id: str = reference("person")
    effort: float = measure()
    call_id: str | None = reference("call", index=True)
    performance_id: str | None = reference("performance", index=True)
    rated_at: str = words()
