from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from castapp.domain.edit import Change, Edit
from castapp.domain.people import Person
from castapp.domain.record import new_id
from castapp.services.desk import Refused
from castapp.services.safekeeping import verify
from castapp.store import engine
from castapp.store.door import create_store, open_store
from castapp.store.entry import NewEntry
from castapp.store.trouble import Busy, NotOurs, Trouble
from castapp.store.upgrade import newest
from tests.builders import company_book
from tests.store.places import Opened, founding


@pytest.fixture
def company(tmp_path: Path, opened: Opened) -> Path:
    path = tmp_path / "Meridian.castapp"
    opened.founded(str(path), company_book()).close()
    return path


def half(content: bytes) -> bytes:
    return content[: len(content) // 2]


def zeroed(content: bytes) -> bytes:
    return content[:8192] + bytes(4096) + content[12288:]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"Dear Ada,\nthe schedule is attached.\n" * 90, "is not a Castapp company file"),
        (b"x", "is not a Castapp company file"),
    ],
)
def test_other_files_are_refused_in_words(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "letter.castapp"
    path.write_bytes(content)
    with pytest.raises(NotOurs, match=sentence):
        open_store(str(path))
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("damage", [half, zeroed, lambda content: content[:-1]])
def test_damaged_files_are_refused_in_words(company: Path, damage: object) -> None:
    assert callable(damage)
    hurt = damage(company.read_bytes())
    company.write_bytes(hurt)
    with pytest.raises(NotOurs, match=r"damaged[^.]*\. Restore the newest backup\.$"):
        open_store(str(company))
    assert company.read_bytes() == hurt


def test_a_newer_company_is_refused_before_anything_is_written(company: Path) -> None:
    with closing(sqlite3.connect(company)) as connection:
        connection.execute(f"PRAGMA user_version = {newest() + 1}")
    before = company.read_bytes()
    with pytest.raises(NotOurs, match="newer version of Castapp"):
        open_store(str(company))
    assert company.read_bytes() == before


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE edition (id, version)")
    before = path.read_bytes()
    with pytest.raises(NotOurs, match="is not a Castapp company file"):
        open_store(str(path))
    assert path.read_bytes() == before


def test_nothing_and_folders_are_no_company(tmp_path: Path) -> None:
    with pytest.raises(NotOurs, match="There is no file"):
        open_store(str(tmp_path / "none.castapp"))
    with pytest.raises(NotOurs, match="is not a file"):
        open_store(str(tmp_path))
    with pytest.raises(Trouble, match="could not be written"):
        create_store(str(tmp_path / "no such folder" / "x.castapp"))


def test_nothing_is_ever_created_over_something(company: Path) -> None:
    before = company.read_bytes()
    with pytest.raises(NotOurs, match="is there already"):
        create_store(str(company))
    assert company.read_bytes() == before


def test_a_company_is_founded_whole_or_not_at_all(address: str, opened: Opened) -> None:
    edit = founding(company_book())
    twice = NewEntry(new_id(), Edit("", (*edit.changes, *edit.changes[:1])), "Ada", "desk")
    with pytest.raises(Trouble, match="refuses this change"):
        create_store(address, twice)
    create_store(address, NewEntry(new_id(), edit, "Ada", "desk")).close()
    desk = opened.desk(address)
    assert desk.book == company_book()
    assert [entry.author for entry in desk.history()] == ["Ada"]


def test_a_company_may_be_founded_with_what_comes_first(address: str, opened: Opened) -> None:
    edit = founding(company_book())
    whole = Edit("New company", edit.changes[:-1]), Edit("Import show.csv", edit.changes[-1:])
    create_store(address, *(NewEntry(new_id(), one, "Ada", "desk") for one in whole)).close()
    desk = opened.desk(address)
    assert desk.book == company_book()
    assert [entry.label for entry in desk.history()] == ["Import show.csv", "New company"]
    assert desk.undo_label == "Import show.csv"
    desk.undo()
    assert desk.undo_label == ""


def test_closing_leaves_nothing_beside_the_file(company: Path, opened: Opened) -> None:
    assert [one.name for one in company.parent.iterdir()] == [company.name]
    store = opened.store(str(company))
    other = opened.store(str(company))
    opened.desk(str(company)).commit(Edit("Ada", (Change(None, Person("a", "Ada", "")),)))
    assert company.with_name(f"{company.name}-journal").exists()
    store.close()
    assert other.load().book.count(Person) == company_book().count(Person) + 1


def test_opening_sweeps_away_what_a_killed_maker_left(company: Path, opened: Opened) -> None:
    left = company.with_name(f".{company.name}.1.arriving")
    left.touch()
    opened.store(str(company)).close()
    assert left.exists()
    os.utime(left, (0, 0))
    opened.store(str(company), read_only=True).close()
    assert left.exists()
    opened.store(str(company)).close()
    assert [one.name for one in company.parent.iterdir()] == [company.name]


def test_a_journal_somebody_needs_is_left_to_them(company: Path, opened: Opened) -> None:
    store = opened.store(str(company))
    journal = company.with_name(f"{company.name}-journal")
    with closing(sqlite3.connect(company, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM studio")
        assert journal.stat().st_size > 0
        store.close()
        assert journal.stat().st_size > 0
        other.execute("ROLLBACK")
    assert opened.desk(str(company)).book == company_book()


def test_making_a_company_leaves_no_scraps(tmp_path: Path, opened: Opened) -> None:
    with pytest.raises(Trouble):
        create_store(
            str(tmp_path / "half.castapp"),
            NewEntry("x", Edit("", (Change(Person("x", "X", ""), None),)), "Ada", "desk"),
        )
    assert list(tmp_path.iterdir()) == []
    opened.create(str(tmp_path / "whole.castapp")).close()
    assert [one.name for one in tmp_path.iterdir()] == ["whole.castapp"]


def test_names_with_odd_letters_are_fine(tmp_path: Path, opened: Opened) -> None:
    path = tmp_path / "Ballet d’Été #1 100%?.castapp"
    opened.founded(str(path), company_book()).close()
    assert path.exists()
    assert opened.desk(str(path)).book == company_book()


def test_a_file_being_written_is_busy_not_damaged(
    company: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(company, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Busy, match=r"^Another program is writing[^.]*\. Wait"):
            open_store(str(company))
        with pytest.raises(Refused, match="Another program is writing"):
            verify(str(company))
    open_store(str(company)).close()


def test_two_windows_on_one_file_know_of_each_other(company: Path, opened: Opened) -> None:
    first = opened.store(str(company))
    second = opened.store(str(company))
    assert (first.also_open, second.also_open) == (False, True)
    first.close()
    second.close()
    assert not opened.store(str(company)).also_open


def test_a_file_is_set_up_to_lose_nothing(company: Path, opened: Opened) -> None:
    store = opened.store(str(company))
    with store._engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
        found["trusted_schema"] = connection.exec_driver_sql("PRAGMA trusted_schema").scalar()
    assert found == {
        "journal_mode": "truncate",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
    }


def test_a_database_in_use_or_without_a_company_is_refused(database: str) -> None:
    with pytest.raises(NotOurs, match="holds no company"):
        open_store(database)
    with psycopg.connect(database) as connection:
        connection.execute("CREATE TABLE other (id int)")
    with pytest.raises(NotOurs, match="in use already"):
        create_store(database)


def test_a_newer_shared_company_is_refused(database: str, opened: Opened) -> None:
    opened.create(database).close()
    with psycopg.connect(database) as connection:
        connection.execute("UPDATE edition SET version = version + 1")
    with pytest.raises(NotOurs, match="newer version of Castapp"):
        open_store(database)


def test_a_server_that_is_not_there_is_named_in_words() -> None:
    with pytest.raises(Trouble, match="connection to the shared company was lost"):
        open_store("postgresql://nobody@127.0.0.1:9/none")


@pytest.fixture
def shelf() -> Iterator[Path]:
    """A folder anybody may look into."""
    folder = Path(tempfile.mkdtemp(prefix="castapp-shelf-"))
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


READER = """
import os, sys
import sqlalchemy.dialects.sqlite.pysqlite
from castapp.domain.edit import Change, Edit
from castapp.domain.people import Person
from castapp.services.desk import Desk, Refused
from castapp.store.door import open_store
if os.geteuid() == 0:
    os.setuid(65534)
desk = Desk(open_store(sys.argv[1]), lambda book, edit: (), "Ada")
try:
    desk.commit(Edit("Added", (Change(None, Person("x", given="X", family="")),)))
except Refused as refused:
    print(desk.read_only, desk.book.count(Person), refused)
desk.close()
"""


@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o777), (0o666, 0o555)])
def test_a_protected_file_or_folder_opens_for_reading_only(
    company: Path, shelf: Path, file_mode: int, folder_mode: int
) -> None:
    path = shelf / company.name
    path.write_bytes(company.read_bytes())
    path.chmod(file_mode)
    shelf.chmod(folder_mode)
    said = subprocess.run(
        [sys.executable, "-c", READER, str(path)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        check=False,
    )
    expected = f"True {company_book().count(Person)} This company is open for reading only"
    assert said.stdout.startswith(expected), said.stderr
    assert path.read_bytes() == company.read_bytes()
    assert list(shelf.iterdir()) == [path]
