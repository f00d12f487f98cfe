from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from castapp.domain.company import COMPANY_ID, Company
from castapp.domain.draft import Draft
from castapp.services.desk import Desk, Refused
from castapp.services.safekeeping import backup, restore, verify
from tests.builders import company_book
from tests.store.places import Opened


def renaming(desk: Desk, name: str) -> None:
    draft = Draft(desk.book)
    draft.set(desk.book.get(Company, COMPANY_ID), name=name)
    desk.commit(draft.edit("Renamed the company"))


@pytest.fixture
def desk(address: str, opened: Opened) -> Desk:
    return opened.founded(address, company_book())


@pytest.fixture
def company(tmp_path: Path, opened: Opened) -> Path:
    """A company file nobody has open."""
    path = tmp_path / "Meridian.castapp"
    opened.founded(str(path), company_book()).close()
    return path


def test_a_whole_company_has_nothing_wrong(desk: Desk) -> None:
    assert verify(desk.address) == []


def test_a_backup_of_a_company_in_use_is_the_company(
    desk: Desk, opened: Opened, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    first = backup(desk.address, folder)
    renaming(desk, "Meridian Dance")
    second = backup(desk.address, folder)
    assert first != second
    assert opened.desk(str(first)).book == company_book()
    copy = opened.desk(str(second))
    assert copy.book == desk.book
    assert copy.undo_label == "Renamed the company"
    assert verify(str(second)) == []
    assert not [path for path in folder.iterdir() if path.name.endswith(".arriving")]


def test_a_backup_needs_a_folder_and_a_company(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no folder"):
        backup(desk.address, tmp_path / "nowhere")
    with pytest.raises(Refused, match="no file"):
        backup(str(tmp_path / "nothing.castapp"), tmp_path)
    assert not list(tmp_path.glob("nothing*"))


def test_a_backup_is_restored_beside_the_old_one(
    company: Path, tmp_path: Path, opened: Opened
) -> None:
    copy = backup(str(company), tmp_path)
    desk = opened.desk(str(company))
    renaming(desk, "Meridian Dance")
    with pytest.raises(Refused, match="there already"):
        restore(copy, company)
    with pytest.raises(Refused, match="open in a window"):
        restore(copy, company, replacing=True)
    desk.close()
    kept = restore(copy, company, replacing=True)
    assert kept is not None
    assert opened.desk(str(company)).book == company_book()
    assert opened.desk(str(kept)).book == desk.book
    fresh = tmp_path / "Fresh.castapp"
    assert restore(copy, fresh) is None
    assert opened.desk(str(fresh)).book == company_book()


def test_a_damaged_company_is_replaced_with_what_belongs_to_it(
    company: Path, tmp_path: Path, opened: Opened
) -> None:
    copy = backup(str(company), tmp_path)
    company.write_bytes(b"rubbish")
    journal = company.with_name(f"{company.name}-journal")
    journal.write_bytes(b"more rubbish")
    kept = restore(copy, company, replacing=True)
    assert kept is not None
    assert kept.read_bytes() == b"rubbish"
    assert kept.with_name(f"{kept.name}-journal").read_bytes() == b"more rubbish"
    assert opened.desk(str(company)).book == company_book()


def test_a_damaged_backup_is_not_restored(company: Path, tmp_path: Path, opened: Opened) -> None:
    copy = tmp_path / "copy.castapp"
    content = company.read_bytes()
    copy.write_bytes(content[: len(content) // 2])
    with pytest.raises(Refused, match="damaged"):
        restore(copy, company, replacing=True)
    with pytest.raises(Refused, match="same file"):
        restore(company, company, replacing=True)
    assert opened.desk(str(company)).book == company_book()
    assert not [path for path in tmp_path.iterdir() if "before restoring" in path.name]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("UPDATE journal SET sequence = 8", "7 gaps"),
        ("UPDATE journal SET at = '2026-99-01T00:00:00.000Z'", "history is damaged"),
        ("DELETE FROM person WHERE id = 'vega'", "point at something"),
        ("UPDATE role SET demands = '[\"flying\"]' WHERE id = 'queen'", "flying"),
        ("UPDATE role SET demands = 'no list' WHERE id = 'queen'", "damaged"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(company: Path, change: str, sentence: str) -> None:
    with closing(sqlite3.connect(company)) as connection:
        connection.executescript(change)
    (said,) = verify(str(company))
    assert sentence in said
    assert said.endswith(".")


def test_looking_a_company_over_leaves_nothing_behind(company: Path, tmp_path: Path) -> None:
    before = company.read_bytes(), sorted(tmp_path.iterdir())
    assert verify(str(company)) == []
    assert (company.read_bytes(), sorted(tmp_path.iterdir())) == before
    assert verify(str(tmp_path / "none.castapp")) == [
        f"There is no file none.castapp in {tmp_path}."
    ]
