"""The kinds of record the casting screen shows: it looks again when one of them changes."""

from __future__ import annotations

from castapp.domain.availability import Absence, Participation
from castapp.domain.calls import Call, Called
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
from castapp.domain.company import Company, RuleSetting, Season, Studio
from castapp.domain.office import AcceptedBreach, Told
from castapp.domain.people import CareerLine, Engagement, Person
from castapp.domain.repertory import Production, Role, Section

SHOWN = (
    Performance, BillItem, Cast, Casting, Override, Danced, Role, Section, Production, Person,
    CareerLine, Engagement, Season, Studio, Company, Absence, Participation, RuleSetting,
    AcceptedBreach, Told, Partnership, Correction, Call, Called,
)  # fmt: skip
