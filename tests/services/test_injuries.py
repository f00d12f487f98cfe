from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from castapp.app import new_company
from castapp.domain.availability import Injury, Participation, Restriction
from castapp.domain.checks import Invalid
from castapp.domain.edit import Change, Edit
from castapp.domain.people import Engagement, Person
from castapp.domain.standing import standing
from castapp.services import injuries, medical
from castapp.services.desk import Desk
from castapp.services.injuries import STAGES, InjuryNotes
from castapp.services.medical import Vault
from tests.builders import THURSDAY, TUESDAY, company_book

FOUND = "Sprained ankle, the left one"
NOTES = InjuryNotes(THURSDAY, "ankle", "left", "sudden", "performance", FOUND, "Swollen.\nIce.")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = new_company(str(tmp_path / "small.castapp"), "Small")
    book = company_book()
    people = [*book.all(Person), *book.all(Engagement)]
    made.commit(Edit("People", tuple(Change(None, record) for record in people)), judged=False)
    return made


@pytest.fixture
def vault(desk: Desk) -> Vault:
    prepared = medical.set_up("swans at dusk")
    return medical.finish(desk, prepared, prepared.recovery_key)


def logged(desk: Desk, vault: Vault) -> Injury:
    edit = injuries.log_injury(
        desk.book, vault, "vega", NOTES, since=THURSDAY, status="off", since_clock=1217
    )
    desk.commit(edit, judged=False)
    return next(iter(desk.book.where(Injury, "person_id", "vega")))


def test_logging_is_one_edit_that_seals_and_sets_off(desk: Desk, vault: Vault) -> None:
    before = desk.book
    logged(desk, vault)
    assert standing(desk.book, "vega", THURSDAY).status == "off"
    (opened,) = injuries.records(desk.book, vault, "vega")
    assert opened.notes == NOTES
    desk.undo()
    assert desk.book == before


def test_nothing_medical_is_in_the_labels_or_in_the_clear(desk: Desk, vault: Vault) -> None:
    record = logged(desk, vault)
    changed = replace(NOTES, notes="Better")
    label_edits = [
        injuries.log_injury(desk.book, vault, "moss", NOTES, since=THURSDAY, status="modified"),
        injuries.change_record(desk.book, vault, record.id, changed),
        injuries.add_record(desk.book, vault, "vega", NOTES),
        injuries.remove_record(desk.book, record.id),
    ]
    assert label_edits[0].label == "Set Cleo Moss to modified"
    assert all(FOUND not in repr(edit) and "ankle" not in repr(edit) for edit in label_edits)


def test_a_change_keeps_the_record_and_what_it_does_not_know(desk: Desk, vault: Vault) -> None:
    record = logged(desk, vault)
    other = medical.seal(
        vault,
        "vega",
        {"day": "2026-10-13", "onset": "gradual", "tissue": "tendon", "body_area": "foot"},
        record,
    )
    desk.commit(medical.keep(desk.book, other), judged=False)
    (opened,) = injuries.records(desk.book, vault, "vega")
    assert opened.notes is not None
    assert (opened.notes.day, opened.notes.onset, opened.notes.side) == (TUESDAY, "gradual", "")
    changed = replace(opened.notes, side="right")
    desk.commit(injuries.change_record(desk.book, vault, record.id, changed), judged=False)
    kept = medical.read(vault, desk.book.get(Injury, record.id))
    assert (kept["tissue"], kept["side"], kept["body_area"]) == ("tendon", "right", "foot")


def test_records_come_latest_first_and_an_unreadable_one_says_so(desk: Desk, vault: Vault) -> None:
    logged(desk, vault)
    for day in ("2026-10-17", "rubbish"):
        record = medical.seal(vault, "vega", {"day": day})
        desk.commit(medical.keep(desk.book, record), judged=False)
    first, second, broken = injuries.records(desk.book, vault, "vega")
    assert first.notes is not None
    assert second.notes is not None
    assert first.notes.day > second.notes.day
    assert broken.notes is None
    assert "damaged" in broken.refusal


def test_stages_are_reached_on_days_and_taken_back() -> None:
    notes = injuries.at_stage(NOTES, date(2026, 10, 18), 1)
    notes = injuries.at_stage(notes, date(2026, 10, 21), 3)
    assert notes.stage == 3
    assert STAGES[3].startswith("Centre")
    assert injuries.at_stage(notes, date(2026, 10, 21), 2).stages == (
        (date(2026, 10, 18), 1),
        (date(2026, 10, 21), 2),
    )
    assert injuries.at_stage(notes, date(2026, 10, 18), 2).stages == ((date(2026, 10, 18), 2),)
    assert NOTES.stage is None
    with pytest.raises(Invalid, match="no stage 10"):
        injuries.at_stage(notes, THURSDAY, 10)


def test_a_record_taken_out_comes_back_with_undo(desk: Desk, vault: Vault) -> None:
    record = logged(desk, vault)
    desk.commit(injuries.remove_record(desk.book, record.id), judged=False)
    assert injuries.records(desk.book, vault, "vega") == ()
    assert desk.book.all(Participation)
    desk.undo()
    assert len(injuries.records(desk.book, vault, "vega")) == 1


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"onset": "slow"}, "onset"),
        ({"diagnosis": "x" * 20_001}, "cannot be longer"),
        ({"notes": "half \ud83d"}, "half a character"),
    ],
)
def test_notes_refuse_what_cannot_be_kept(fields: dict[str, str], sentence: str) -> None:
    with pytest.raises(Invalid, match=sentence):
        replace(NOTES, **fields)  # type: ignore[arg-type]


def test_restrictions_go_with_the_log(desk: Desk, vault: Vault) -> None:
    edit = injuries.log_injury(
        desk.book, vault, "vega", NOTES, since=THURSDAY, status="modified",
        restrictions=[Restriction("no_jumps")], review=date(2026, 10, 20),
    )  # fmt: skip
    desk.commit(edit, judged=False)
    now = standing(desk.book, "vega", THURSDAY)
    assert [one.code for one in now.restrictions] == ["no_jumps"]
    assert now.review == date(2026, 10, 20)
