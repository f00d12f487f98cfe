"""Tables of the house: company, rule settings, sites, journeys, studios, seasons."""

from __future__ import annotations

from castapp.store.columns import Row, checked, measure, number, own_id, reference, words


class CompanyRow(Row, table=True):
    """The one company of the file; `ranks` is JSON."""

    __table_args__ = checked(
        id="id = 'company'",
        first_weekday="first_weekday BETWEEN 0 AND 6",
        posting_clock="posting_clock BETWEEN 0 AND 1439",
    )
    id: str = own_id()
    name: str = words()
    zone: str = words()
    first_weekday: int = number()
    paper: str = words()
    ranks: str = words()
    posting_clock: int = number()
    rulepack: str = words()
    off_list_on_papers: int = number()
    bands_for_staff: int = number()


class RuleSettingRow(Row, table=True):
    """The company's own value for a limit of a rule."""

    id: str = own_id()
    rule: str = words()
    limit: str = words()
    value: float = measure()
    word: str = words()
    why: str = words()


class SiteRow(Row, table=True):
    """A place with studios in it."""

    id: str = own_id()
    name: str = words()
    zone: str = words()
    address: str = words()


class JourneyRow(Row, table=True):
    """Minutes between two sites."""

    __table_args__ = checked(minutes="minutes BETWEEN 0 AND 1440")
    id: str = own_id()
    from_site_id: str = reference("site")
    to_site_id: str = reference("site")
    minutes: int = number()


class StudioRow(Row, table=True):
    """A room people are called to."""

    id: str = own_id()
    site_id: str = reference("site")
    name: str = words()
    short: str = words()
    kind: str = words()
    order: int = number()
    about: str = words()


class SeasonRow(Row, table=True):
    """A stretch of days planned together."""

    __table_args__ = checked(
        first="first LIKE '____-__-__'", last="last LIKE '____-__-__' AND last >= first"
    )
    id: str = own_id()
    name: str = words()
    first: str = words()
    last: str = words()
