"""The table of contents of a company file: every kind of record, in an order safe to write."""

from __future__ import annotations

from castapp.domain.availability import Absence, Injury, Participation
from castapp.domain.calls import Attendance, Call, Called, Rating
from castapp.domain.casting import (
    BillItem,
    Cast,
    Casting,
    Correction,
    Danced,
    Override,
    Partnership,
    Performance,
)
from castapp.domain.company import Company, Journey, RuleSetting, Season, Site, Studio
from castapp.domain.office import AcceptedBreach, Note, Posting, Told
from castapp.domain.people import CareerLine, Engagement, Person
from castapp.domain.record import Record
from castapp.domain.repertory import Production, Role, Section
from castapp.domain.template import Template

KINDS: tuple[type[Record], ...] = (
    Company,
    RuleSetting,
    Site,
    Journey,
    Studio,
    Season,
    Person,
    Engagement,
    CareerLine,
    Production,
    Section,
    Role,
    Cast,
    Casting,
    Performance,
    BillItem,
    Override,
    Danced,
    Call,
    Called,
    Attendance,
    Rating,
    Absence,
    Participation,
    Injury,
    Posting,
    Note,
    AcceptedBreach,
    Partnership,
    Correction,
    Template,
    Told,
)
KIND_NAMES: dict[str, type[Record]] = {kind.__name__: kind for kind in KINDS}
