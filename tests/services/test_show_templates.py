from __future__ import annotations

from castapp.domain.template import Template, TemplateCall, TemplateLine
from castapp.services.show import rows
from tests.builders import company_book

BOOK = company_book(
    [
        Template(
            "w", "Week", "week",
            (TemplateCall(2, 720, 60, "rehearsal", "studio-2", "lake", ("lake-ii",), lead_id="hall",
                          called=(TemplateLine("group", group="company"),)),),
        ),
        Template(
            "d", "Day", "day",
            (TemplateCall(0, 615, 75, "class", "gone"),
             TemplateCall(0, 840, 30, "physio", "studio-1", title="Knee", lead_id="hall")),
        ),
    ]
)  # fmt: skip


def test_each_call_of_each_template_is_a_row() -> None:
    found = rows(BOOK, "templates", None, None)
    assert [(one["template"], one["weekday"], one["start"]) for one in found] == [
        ("Day", "", "10:15"), ("Day", "", "14:00"), ("Week", "Wed", "12:00"),
    ]  # fmt: skip
    assert found[2] == {
        "template": "Week", "span": "week", "weekday": "Wed", "start": "12:00", "end": "13:00",
        "minutes": 60, "kind": "rehearsal", "what": "Lake Act II", "studio": "Studio 2",
        "lead": "Rosa Hall", "pianist": "", "lines": 1, "state": "firm",
    }  # fmt: skip


def test_a_studio_that_is_gone_is_empty_and_a_private_booking_says_no_more() -> None:
    dance, private, _ = rows(BOOK, "templates", None, None)
    assert dance["studio"] == ""
    assert (private["kind"], private["what"], private["lead"]) == ("booked time", "Booked time", "")
