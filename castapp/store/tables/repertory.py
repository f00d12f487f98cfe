"""Tables of the repertory: productions, sections, roles."""

from __future__ import annotations

from castapp.store.columns import Row, checked, measure, number, own_id, reference, words


class ProductionRow(Row, table=True):
    """One company's staging of a work."""

    id: str = own_id()
    work: str = words()
    title: str = words()
    short: str = words()
    code: str = words()
    version: str = words()
    choreography: str = words()
    colour: str = words()
    new_work: int = number()


class SectionRow(Row, table=True):
    """A stretch of a production."""

    __table_args__ = checked(minutes="minutes BETWEEN 0 AND 300")
    id: str = own_id()
    production_id: str = reference("production")
    order: int = number()
    act: str = words()
    name: str = words()
    minutes: int = number()
    interval: int = number()


class RoleRow(Row, table=True):
    """A role; `spot_names`, `sections`, `demands` and `places` are JSON."""

    __table_args__ = checked(spots="spots BETWEEN 1 AND 99", effort="effort BETWEEN 0 AND 10")
    id: str = own_id()
    production_id: str = reference("production")
    order: int = number()
    name: str = words()
    kind: str = words()
    spots: int = number()
    genders: str = words()
    spot_names: str = words()
    sections: str = words()
    demands: str = words()
    effort: float = measure()
    change_minutes: int = number()
    together: str = words()
    places: str = words()
