"""Tables of casting: casts, castings, performances, bills, overrides, who danced."""

from __future__ import annotations

from castapp.store.columns import Row, checked, number, own_id, reference, words


class CastRow(Row, table=True):
    """A cast of a production."""

    id: str = own_id()
    production_id: str = reference("production")
    name: str = words()
    order: int = number()


class CastingRow(Row, table=True):
    """A dancer in a spot of a role in a cast."""

    __table_args__ = checked(spot="spot BETWEEN 1 AND 99", cover="cover BETWEEN 0 AND 9")
    id: str = own_id()
    cast_id: str = reference("cast")
    role_id: str = reference("role")
    spot: int = number()
    person_id: str = reference("person")
    cover: int = number()


class PerformanceRow(Row, table=True):
    """A show."""

    __table_args__ = checked(day="day LIKE '____-__-__'", curtain="curtain BETWEEN 0 AND 1439")
    id: str = own_id()
    day: str = words()
    curtain: int = number()
    venue_id: str | None = reference("studio")
    conductor_id: str | None = reference("person")
    state: str = words()
    note: str = words()


class BillItemRow(Row, table=True):
    """One production on a bill."""

    id: str = own_id()
    performance_id: str = reference("performance", index=True)
    production_id: str = reference("production")
    order: int = number()
    cast_id: str | None = reference("cast")


class OverrideRow(Row, table=True):
    """What one performance does differently from its cast."""

    __table_args__ = checked(spot="spot BETWEEN 1 AND 99", cover="cover BETWEEN 0 AND 9")
    id: str = own_id()
    performance_id: str = reference("performance", index=True)
    role_id: str = reference("role")
    spot: int = number()
    person_id: str | None = reference("person")
    cover: int = number()
    from_section_id: str | None = reference("section")
    why: str = words()


class DancedRow(Row, table=True):
    """Who really danced a spot."""

    __table_args__ = checked(spot="spot BETWEEN 1 AND 99")
    id: str = own_id()
    performance_id: str = reference("performance", index=True)
    role_id: str = reference("role")
    spot: int = number()
    person_id: str = reference("person")
    from_section_id: str | None = reference("section")


class PartnershipRow(Row, table=True):
    """Two dancers to be kept together, or apart."""

    id: str = own_id()
    one_id: str = reference("person")
    other_id: str = reference("person")
    wish: str = words()
    note: str = words()


class CorrectionRow(Row, table=True):
    """How ready somebody is for a role, said by hand."""

    id: str = own_id()
    person_id: str = reference("person")
    role_id: str = reference("role")
    state: str = words()
