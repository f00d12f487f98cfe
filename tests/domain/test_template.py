"""Templates say in one sentence what they cannot hold."""

from __future__ import annotations

import pytest

from castapp.domain.casting import Correction, Partnership
from castapp.domain.checks import Invalid
from castapp.domain.repertory import Role, StagePlace
from castapp.domain.template import Template, TemplateCall, TemplateLine

CLASS = TemplateCall(0, 615, 75, "class", called=(TemplateLine("group", group="company"),))


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: Template("t", ""), "name is missing"),
        (lambda: Template("t", "Class"), "needs at least one call"),
        (lambda: Template("t", "Class", "month", (CLASS,)), "one of day, week"),
        (
            lambda: Template("t", "Class", "day", (TemplateCall(2, 615, 75),)),
            "its calls have no weekday",
        ),
        (lambda: TemplateCall(7, 615, 75), "weekday"),
        (lambda: TemplateCall(0, 1440, 75), "start"),
        (lambda: TemplateCall(0, 615, 0), "cannot last 0 minutes"),
        (lambda: TemplateLine("everybody"), "Who is called"),
        (lambda: StagePlace(101, 0), "across"),
        (
            lambda: Role("r", "lake", 0, "Swans", "corps", 3, places=(StagePlace(50, 10),)),
            "a place on stage for each of its spots",
        ),
        (lambda: Partnership("p", "vega", "vega"), "A pair is two people"),
        (lambda: Partnership("p", "vega", "moss", "often"), "one of together, apart"),
        (lambda: Correction("c", "vega", "queen", "perfect"), "readiness"),
    ],
)
def test_what_makes_no_sense_is_refused(make: type, sentence: str) -> None:
    with pytest.raises(Invalid, match=sentence):
        make()


def test_a_week_has_weekdays() -> None:
    week = Template("t", "Class", "week", (CLASS, TemplateCall(2, 615, 75, "class")))
    assert [call.weekday for call in week.calls] == [0, 2]
