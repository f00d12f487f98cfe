"""Tables of who may be called: absences, participation, sealed medical records."""

from __future__ import annotations

from castapp.store.columns import Row, checked, number, own_id, reference, words


class AbsenceRow(Row, table=True):
    """Someone is away."""

    __table_args__ = checked(
        first="first LIKE '____-__-__'", last="last LIKE '____-__-__' AND last >= first"
    )
    id: str = own_id()
    person_id: str = reference("person")
    first: str = words()
    last: str | None = words()
    kind: str = words()
    where: str = words()
    note: str = words()


class ParticipationRow(Row, table=True):
    """What a dancer may do from a day on; `restrictions` is JSON."""

    __table_args__ = checked(
        since="since LIKE '____-__-__'",
        review="review LIKE '____-__-__'",
        until="until LIKE '____-__-__' AND until >= since",
        since_clock="since_clock BETWEEN 0 AND 1439",
    )
    id: str = own_id()
    person_id: str = reference("person")
    since: str = words()
    status: str = words()
    restrictions: str = words()
    review: str | None = words()
    until: str | None = words()
    since_clock: int | None = number()


class InjuryRow(Row, table=True):
    """A sealed record: ciphertext in base64."""

    id: str = own_id()
    person_id: str = reference("person")
    payload: str = words()
