"""Tables of people: persons, engagements, career lines."""

from __future__ import annotations

from castapp.store.columns import Row, checked, number, own_id, reference, words


class PersonRow(Row, table=True):
    """Someone who works with the company; `duties` is JSON."""

    __table_args__ = checked(
        born="born LIKE '____-__-__'", height_cm="height_cm BETWEEN 90 AND 230"
    )
    id: str = own_id()
    given: str = words()
    family: str = words()
    stage_name: str = words()
    file_under: str = words()
    duties: str = words()
    gender: str = words()
    born: str | None = words()
    height_cm: int | None = number()
    coach_id: str | None = reference("person")
    email: str = words()
    phone: str = words()


class EngagementRow(Row, table=True):
    """A contract."""

    __table_args__ = checked(
        first="first LIKE '____-__-__'", last="last LIKE '____-__-__' AND last >= first"
    )
    id: str = own_id()
    person_id: str = reference("person")
    first: str = words()
    last: str | None = words()
    rank: str = words()
    title: str = words()
    guest: int = number()


class CareerLineRow(Row, table=True):
    """A role danced before or elsewhere."""

    id: str = own_id()
    person_id: str = reference("person")
    work: str = words()
    role: str = words()
    where: str = words()
    when: str = words()
    partner: str = words()
    times: int = number()
