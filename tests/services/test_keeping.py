from __future__ import annotations

import pytest

from castapp.domain.availability import Absence
from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.calls import Call, Called
from castapp.domain.casting import Performance
from castapp.domain.draft import Draft
from castapp.domain.office import AcceptedBreach
from castapp.domain.record import Record
from castapp.services.calls import add_called, move_call
from castapp.services.desk import Clash
from castapp.services.findings import accepted_findings, findings, new_findings
from castapp.services.keeping import kept, without_them
from tests.builders import THURSDAY, call, company_book, role_line
from tests.store.places import Opened

TWICE = company_book(
    call("a", 600, 60, people=["vega", "moss"]),
    call("b", 720, 60, people=["vega"], studio_id="studio-2"),
)
ONTO = move_call(TWICE, "b", THURSDAY, 630, "studio-2")
AWAY = Absence("away", "vega", THURSDAY, THURSDAY)


def test_the_impossible_is_kept_as_a_tentative_call_whose_finding_stays(
    address: str, opened: Opened
) -> None:
    opened.founded(address, TWICE)
    desk = opened.desk(address, judge=new_findings)
    with pytest.raises(Clash) as clash:
        desk.commit(ONTO)
    desk.commit(ONTO, accepting=clash.value.findings, reason="We try")
    assert desk.book.get(Call, "b").state == "tentative"
    assert desk.book.get(Call, "a").state == "firm"
    stands = findings(desk.book, THURSDAY, THURSDAY)
    assert [one.rule for one in stands if one.severity == "hard"] == ["person_twice"]
    assert accepted_findings(desk.book, THURSDAY, THURSDAY) == []
    assert [one.reason for one in desk.book.all(AcceptedBreach)] == ["We try"]
    desk.undo()
    assert desk.book == TWICE


def test_a_breach_is_kept_firm() -> None:
    book = company_book(call("a", 600, 60), [AWAY])
    edit = add_called(book, "a", [Called("n", "", "person", person_id="vega")])
    found = new_findings(book, edit)
    assert [one.severity for one in found] == ["breach"]
    assert kept(book, edit, found) == edit


def test_one_of_a_group_who_is_away_is_only_noted_and_one_called_by_name_is_a_breach() -> None:
    group = company_book(
        call("a", 600, 60, Called("w", "a", "group", group="women"), kind="class"),
        call("b", 720, 60, role_line("r", "queen"), production_id="lake"),
        [AWAY],
    )
    assert severities(group) == ["note", "note"]
    named = company_book(call("a", 600, 60, people=["vega"]), [AWAY])
    assert severities(named) == ["breach"]
    both = company_book(
        call("a", 600, 60, Called("w", "a", "group", group="women"), people=["vega"]), [AWAY]
    )
    assert severities(both) == ["breach"]
    led = company_book(call("a", 600, 60, lead_id="vega"), [AWAY])
    assert severities(led) == ["breach"]


def severities(book: Book, kind: type[Record] = Call) -> list[str]:
    found = [one for one in findings(book, THURSDAY, THURSDAY) if one.rule == "absent"]
    return [one.severity for one in found if one.refs[0].kind is kind]


def test_who_is_cast_for_a_show_and_away_is_found_as_before() -> None:
    assert severities(company_book([AWAY]), Performance) == ["hard"]


def test_without_them_takes_the_line_or_leaves_them_out_of_the_set() -> None:
    book = company_book(
        call("a", 600, 60),
        call("b", 720, 60, role_line("r", "queen"), people=["moss"], production_id="lake"),
        [AWAY],
    )
    draft = Draft(book)
    draft.set(book.get(Call, "a"), lead_id="vega")
    draft.put(Called("m", "a", "person", person_id="vega"))
    draft.put(Called("n", "b", "person", person_id="vega"))
    edit = draft.edit("Change")
    leaner = without_them(book, edit, new_findings(book, edit))
    assert leaner is not None
    after = book.apply(leaner)
    assert [one.person_id for one in called_people(after, after.get(Call, "a"))] == []
    assert after.get(Call, "a").lead_id is None
    assert "vega" not in {one.person_id for one in called_people(after, after.get(Call, "b"))}
    assert not [one for one in new_findings(book, leaner) if one.severity == "hard"]


def test_nobody_is_left_out_where_nobody_is_meant() -> None:
    book = company_book(call("a", 600, 60), call("b", 720, 60))
    edit = move_call(book, "b", THURSDAY, 630, "studio-1")
    assert without_them(book, edit, new_findings(book, edit)) is None
