from __future__ import annotations

from collections.abc import Sequence

from castapp.domain.calls import Call
from castapp.domain.finding import Finding, Ref
from castapp.services.findings import new_findings
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.price_words import names, tip
from castapp.ui.screens.schedule.zones import lift, price, price_at
from tests.builders import THURSDAY, call, company_book, show

BOOK = company_book(
    call("duet", 600, 60, people=["vega", "moss"], lead_id="hall"),
    call("solo", 720, 60, people=["vega", "moss"], studio_id="studio-2"),
    call("other", 840, 60, studio_id="studio-a", lead_id="hall"),
)


def finding(
    severity: str, rule: str = "span", what: str = "Too long", people: Sequence[str] = ("vega",),
    over: float = 30,
) -> Finding:  # fmt: skip
    return Finding(rule, severity, what, THURSDAY, tuple(people), over=over, about="day")


def held_at(start: int, studio_id: str) -> Sequence[str]:
    """What the tip says of the duet there."""
    lifted = lift(BOOK, [Held("duet", THURSDAY, "studio-1", 600, 660)], new_findings)
    there = Held("duet", THURSDAY, studio_id, start, start + 60)
    return tip(price_at(lifted, [there], new_findings), lifted.book, ["duet"]).lines


def test_people_are_named_up_to_three() -> None:
    assert names(BOOK, ["vega"]) == "Vega"
    assert names(BOOK, ["vega", "moss", "vega"]) == "Vega and Moss"
    assert names(BOOK, ["vega", "moss", "okoro"]) == "Vega, Moss and Okoro"
    assert names(BOOK, ["vega", "moss", "okoro", "lund", "paz"]) == "Vega, Moss, Okoro and 2 more"


def test_who_is_still_where_until_when() -> None:
    assert "Moss and Vega are still in Studio 2 until 13.00: rehearsal." in {
        line.replace("Rehearsal", "rehearsal") for line in held_at(735, "studio-1")
    }
    assert any(
        line.startswith("Studio 2 is taken until 13.00") for line in held_at(735, "studio-2")
    )
    assert any(line.startswith("Hall takes") and "14.00–15.00" in line
               for line in held_at(825, "studio-1"))  # fmt: skip


def test_a_show_is_named_with_its_stage() -> None:
    book = company_book(call("late", 600, 60, people=["vega"]), show())
    late = Held("late", THURSDAY, "stage", 20 * 60, 21 * 60)
    lifted = lift(book, [Held("late", THURSDAY, "studio-1", 600, 660)], new_findings)
    told = tip(price_at(lifted, [late], new_findings), lifted.book, ["late"])
    assert any("is taken" in line and "the show" in line for line in told.lines)


def test_overtime_is_counted_in_the_head() -> None:
    what = "ends 8 h 30 after the first call: 30 min overtime"
    found = [
        finding("breach", what=what, people=[one]) for one in ("vega", "moss", "okoro", "lund")
    ]
    told = tip(price(found), BOOK)
    assert told.head == "Costs overtime: 4 × ½ h"
    assert told.lines == (
        "Lund, Moss, Okoro and 1 more would end 8 h 30 after the first call: 30 min overtime.",
    )
    found.append(finding("breach", what="ends 8 h 45", people=["paz"], over=45))
    assert tip(price(found), BOOK).head == "Costs overtime: 5 × up to 45 min"


def test_who_would_have_how_much_of_a_meal() -> None:
    found = finding("breach", "meal", "25 of 60 min for a meal in the first 4 h")
    assert tip(price([found]), BOOK).lines == ("Vega would have 25 of 60 min for a meal.",)


def test_one_sentence_a_line_each_with_its_sign_and_no_more_than_four() -> None:
    found = [finding("breach", what=f"Number {n}.") for n in range(6)]
    told = tip(price(found), BOOK)
    assert told.lines[:2] == ("Vega: Number 0.", "Vega: Number 1.")
    assert told.lines[-1] == "and 2 more findings"
    assert told.signs == ("breach", "breach", "breach", "breach", "")
    assert tip(price(found[:5]), BOOK).lines[-1] == "and 1 more finding"
    assert tip(price([]), BOOK).head == "No cost"
    assert tip(price([finding("warning")]), BOOK).severity == "warning"


def test_where_both_are_in_the_hand_the_rule_s_own_words_stand() -> None:
    refs = (Ref(Call, "duet"), Ref(Call, "solo"))
    one = Finding("person_twice", "hard", "Duet and Solo", THURSDAY, ("vega",), 600, 660, refs=refs)
    assert tip(price([one]), BOOK, ["duet", "solo"]).lines == ("Vega: Duet and Solo.",)
