"""The kinds of records the schedule shows something of: a change of any other leaves it be."""

from __future__ import annotations

from castapp.domain.availability import Absence, Participation
from castapp.domain.calls import Attendance, Call, Called
from castapp.domain.casting import BillItem, Cast, Casting, Override, Performance
from castapp.domain.company import Company, Journey, RuleSetting, Site, Studio
from castapp.domain.office import AcceptedBreach, Posting
from castapp.domain.people import Engagement, Person
from castapp.domain.repertory import Production, Role, Section

SHOWN_KINDS = (
    Company, RuleSetting, Site, Journey, Studio, Person, Engagement, Production, Section, Role,
    Cast, Casting, Performance, BillItem, Override, Call, Called, Attendance, Absence,
    Participation, Posting, AcceptedBreach,
)  # fmt: skip
