"""The sample's sealed records open with the passphrase its README states."""

from __future__ import annotations

from datetime import date

from castapp.domain.availability import Injury
from castapp.domain.people import Person
from castapp.domain.records import KINDS
from castapp.paths import resource
from castapp.services import medical
from castapp.services.injuries import AREAS, records
from castapp.services.sample import PASSPHRASE, seal_sample
from castapp.services.sample.data import person_id
from tests.services.sample.days import WEDNESDAY, book_of
from tests.store.places import Opened


def test_the_records_are_sealed_and_read_again(address: str, opened: Opened) -> None:
    desk = opened.founded(address, book_of(WEDNESDAY))
    prepared = medical.set_up(PASSPHRASE)
    vault = medical.finish(desk, prepared, prepared.recovery_key)
    edit = seal_sample(vault, desk.book)
    assert edit.label == medical.LABEL
    desk.commit(edit, judged=False)
    again = opened.desk(desk.address)
    unlocked = medical.unlock(again, PASSPHRASE)
    assert again.book.count(Injury) == 4
    (hurt,) = records(again.book, unlocked, person_id("Bektemirova"))
    assert hurt.notes is not None
    assert hurt.notes.activity == "performance"
    assert hurt.notes.more["role"] == "Giselle"
    assert hurt.notes.day == date(2026, 10, 1)
    assert [stage for _, stage in hurt.notes.stages] == [0, 1, 2, 3, 4, 8]
    for record in again.book.all(Injury):
        assert again.book.find(Person, record.person_id) is not None
        (opened_one,) = records(again.book, unlocked, record.person_id)
        assert opened_one.notes is not None, opened_one.refusal
        assert opened_one.notes.area in AREAS
        assert opened_one.notes.area not in record.payload


def test_nothing_medical_stands_outside_the_seal() -> None:
    plain = "\n".join(_texts()).casefold()
    for word in ("ankle", "sprain", "fracture", "injur", "tendon", "strain", "pain"):
        assert word not in plain


def test_the_readme_states_the_passphrase() -> None:
    readme = (resource("sample_company") / "README.txt").read_text(encoding="utf-8")
    assert PASSPHRASE in readme


def _texts() -> list[str]:
    book = book_of(WEDNESDAY)
    return [str(record) for kind in KINDS if kind is not Injury for record in book.all(kind)]
