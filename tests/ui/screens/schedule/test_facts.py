from __future__ import annotations

from castapp.domain.availability import Participation, Restriction
from castapp.domain.book import Book
from castapp.domain.calls import Attendance, Call, Called
from castapp.domain.finding import Finding
from castapp.domain.template import Template, TemplateCall
from castapp.ui.screens.schedule.call_facts import CallFacts, call_facts
from castapp.ui.screens.schedule.called_choices import choices, line_of, people_with
from castapp.ui.screens.schedule.day_facts import (
    dancer_hours,
    free_to_call,
    status_counts,
    work_hours,
)
from castapp.ui.screens.schedule.empty_words import Way, empty_words
from castapp.ui.screens.schedule.present import week_of
from tests.builders import FRIDAY, MONDAY, THURSDAY, call, company_book, house, role_line

OFF = Participation("off", "moss", MONDAY, "off")
LIMITED = Participation("m", "paz", MONDAY, "modified", (Restriction("no_jumps"),))


def act(*lines: Called) -> Book:
    made = call("act", 600, 60, *lines, production_id="lake", sections=("lake-ii",))
    return company_book(made, [OFF, LIMITED])


def facts(*lines: Called, findings: tuple[Finding, ...] = ()) -> CallFacts:
    book = act(*lines)
    return call_facts(book, book.get(Call, "act"), findings)


def person(line_id: str, person_id: str, **fields: object) -> Called:
    return Called(line_id, "", "person", person_id=person_id, **fields)  # type: ignore[arg-type]


def test_role_sets_are_chips_with_their_casts() -> None:
    spirits = role_line("b", "spirits", covers=True)
    told = facts(role_line("a", "queen", "cast-1", "cast-2"), spirits)
    assert [chip.text for chip in told.sets] == [
        "Queen 1st + 2nd",
        "Spirits 1–2 · all casts + covers",
    ]


def test_exclusions_are_dashed_and_say_why() -> None:
    told = facts(role_line("a", "queen"), person("x", "moss", exclude=True))
    assert [(chip.text, chip.dashed) for chip in told.exclusions] == [("no Moss (off)", True)]


def test_late_and_early_have_their_own_line() -> None:
    told = facts(person("a", "vega", joins=630), person("b", "fox", leaves=645))
    assert [(chip.text, chip.icon) for chip in told.timed] == [
        ("Vega joins 10.30", "log-in"),
        ("Fox released 10.45", "log-out"),
    ]
    assert told.coming == "2 come · 1 joins late"


def test_names_stand_under_their_ranks_with_role_and_limits() -> None:
    told = facts(role_line("a", "queen"), person("b", "paz"))
    rows = [(row.name, row.role, row.status) for row in told.names]
    assert rows == [
        ("Principals", "", "full"),
        ("Cleo Moss", "Queen 2nd, off", "off"),
        ("Ada Vega", "Queen 1st", "full"),
        ("Soloists", "", "full"),
        ("Eva Paz", "no jumps", "modified"),
    ]
    assert told.coming == "2 come · 1 cannot"


def test_a_finding_marks_the_people_it_names() -> None:
    found = Finding("span", "breach", "Too long.", THURSDAY, people=("vega",))
    told = facts(person("a", "vega"), person("b", "fox"), findings=(found,))
    assert {row.name: row.severity for row in told.names if row.person_id} == {
        "Ada Vega": "breach",
        "Isa Fox": "",
    }
    assert "Too long." in told.names[1].spoken


def test_attendance_stands_beside_the_name() -> None:
    book = company_book(
        call("act", 600, 60, people=["vega"]), [Attendance("t", "act", "vega", "late")]
    )
    assert call_facts(book, book.get(Call, "act")).names[1].aside == "late"


def test_nobody_is_said_to_be_nobody() -> None:
    assert facts().dancers == "nobody yet"


def test_choices_make_lines_that_call_people() -> None:
    book = act()
    made = book.get(Call, "act")
    keys = {words: key for key, words, _ in choices(book, made)}
    assert line_of(made, keys["Queen 1st"]).cast_ids == ("cast-1",)
    assert line_of(made, keys["Women"]).group == "women"
    assert line_of(made, keys["Full call"]).whom == "production"
    assert line_of(made, keys["Ada Vega"]).person_id == "vega"


def test_roles_of_the_call_s_sections_come_first() -> None:
    words = [text for key, text, _ in choices(act(), act().get(Call, "act")) if "role" in key]
    assert words.index("Spirits") < words.index("Duet")


def test_coaches_are_those_who_coach() -> None:
    assert [one.name for one in people_with(company_book(), ("répétiteur",))] == ["Rosa Hall"]


def test_who_may_be_called_is_counted() -> None:
    counts = {one.status: one.count for one in status_counts(act(), THURSDAY)}
    assert counts == {"full": 8, "modified": 1, "rehab only": 0, "off": 1, "away": 0}
    assert free_to_call(act(), THURSDAY) == 8


def test_rehearsal_is_summed_by_production() -> None:
    hours = work_hours(act(), FRIDAY)
    assert [(one.name, one.words, one.share) for one in hours] == [("Lake", "1 h", 1.0)]


def test_the_week_s_hours_name_who_has_most() -> None:
    hours = dancer_hours(company_book(call("a", 600, 60, people=["fox"])), THURSDAY)
    assert hours is not None
    assert hours.most_name == "Isa Fox"
    assert hours.without_free_day == 0


def test_an_empty_day_offers_the_last_day_like_it() -> None:
    book = company_book(call("mon", 600, 60, day=MONDAY), call("thu", 600, 60))
    words = empty_words(book, [FRIDAY], FRIDAY)
    assert words is not None
    assert words.ways == (
        Way("copy", "Copy Monday 12 October", "same kind of day, 1 call"),
        Way("yesterday", "Copy the day before", "Thursday 15 October, 1 call"),
    )
    assert words.source == MONDAY
    assert empty_words(book, [MONDAY], MONDAY) is None
    assert empty_words(book, week_of(book, MONDAY), MONDAY) is None


def test_an_empty_day_offers_what_is_kept() -> None:
    kept = Template("t", "Rehearsal day", calls=(TemplateCall(0, 600, 60),))
    words = empty_words(company_book([kept]), [FRIDAY], FRIDAY)
    assert words is not None
    assert words.ways == (Way("template", "From a template", "Rehearsal day"),)


def test_an_empty_board_says_why() -> None:
    free = company_book(call("free", 600, 60, day=FRIDAY, kind="free day", studio_id=None))
    on_free = empty_words(free, [FRIDAY], FRIDAY)
    assert on_free is not None
    assert [way.key for way in on_free.ways] == ["work"]
    week = empty_words(free, week_of(free, FRIDAY), FRIDAY)
    assert week is not None
    assert week.heading == "No calls this week"
    nowhere = empty_words(Book.of(()), [FRIDAY], FRIDAY)
    assert nowhere is not None
    assert nowhere.start == "studios"


def test_an_empty_day_teaches_the_keys_and_says_if_there_is_nobody() -> None:
    words = empty_words(company_book(), [THURSDAY], THURSDAY)
    assert words is not None
    assert "Type on the board: “class 10.15”. Space and the arrows choose the place." in words.text
    assert words.aside == "or just type it, or drag a span"
    nobody = empty_words(Book.of(house()), [THURSDAY], THURSDAY)
    assert nobody is not None
    assert "There is nobody to call yet: add people in Company." in nobody.text
