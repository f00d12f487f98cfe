from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.operations import Operations

from castapp.domain.book import Book
from castapp.store import door, upgrade
from castapp.store.columns import METADATA
from castapp.store.engine import reading, writing
from castapp.store.presence import Presence
from castapp.store.renewal import renew
from castapp.store.trouble import NotOurs, Trouble
from castapp.store.upgrade import Step, climb, edition
from tests.builders import company_book
from tests.store.places import Opened

SCHEMAS = Path(__file__).parents[1] / "schemas"
RELEASED = sorted(SCHEMAS.glob("edition-*.sql"))
NOW = upgrade.newest()
NEW_IN_2 = ("partnership", "correction", "template", "told")


def add_colour(operations: Operations) -> None:
    operations.add_column("studio", sa.Column("colour", sa.Text, server_default="", nullable=False))


def rebuild_sites(operations: Operations) -> None:
    """What takes a copy of the table, with other tables pointing at it."""
    with operations.batch_alter_table("site", table_kwargs={"sqlite_strict": True}) as site:
        site.alter_column("address", new_column_name="street")


def fail_half_way(operations: Operations) -> None:
    add_colour(operations)
    raise sa.exc.OperationalError("ALTER", {}, sqlite3.OperationalError("disk I/O error"))


def columns(path: Path, table: str) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def shape(path: Path) -> dict[str, Any]:
    """Each table's columns (name, type, must be there, key), what they point at, if strict."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            name: (
                [row[1:4] + row[5:] for row in connection.execute(f"PRAGMA table_info({name})")],
                sorted(row[2:5] for row in connection.execute(f"PRAGMA foreign_key_list({name})")),
                strict,
            )
            for _, name, _, _, _, strict in connection.execute("PRAGMA table_list")
            if not name.startswith("sqlite_")
        }


def number(path: Path, question: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(question).fetchone()[0])


@pytest.fixture
def company(tmp_path: Path, opened: Opened) -> Path:
    path = tmp_path / "Meridian.castapp"
    opened.founded(str(path), company_book()).close()
    return path


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_every_released_company_opens_today(released: Path, tmp_path: Path, opened: Opened) -> None:
    path = tmp_path / "old.castapp"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(released.read_text(encoding="utf-8"))
    store = opened.store(str(path))
    loaded = store.load()
    replayed = Book.of(())
    for entry in store.since(0):
        replayed = replayed.apply(entry.edit)
    assert replayed == loaded.book
    assert loaded.head == store.count() > 1


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_a_renewed_company_has_todays_columns_and_keys(
    released: Path, tmp_path: Path, opened: Opened
) -> None:
    path = tmp_path / "old.castapp"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(released.read_text(encoding="utf-8"))
    opened.store(str(path))
    opened.create(str(tmp_path / "new.castapp"))
    assert shape(path) == shape(tmp_path / "new.castapp")


def test_the_newest_released_edition_has_todays_tables(tmp_path: Path, opened: Opened) -> None:
    opened.create(str(tmp_path / "new.castapp"))
    with closing(sqlite3.connect(tmp_path / "new.castapp")) as connection:
        made = {row[0] for row in connection.execute("SELECT sql FROM sqlite_master") if row[0]}
    with closing(sqlite3.connect(":memory:")) as connection:
        newest = SCHEMAS / f"edition-{upgrade.newest()}.sql"
        connection.executescript(newest.read_text(encoding="utf-8"))
        kept = {row[0] for row in connection.execute("SELECT sql FROM sqlite_master") if row[0]}
    assert made == kept, "the tables changed: add a step to STEPS and a dump of the new edition"


@pytest.mark.parametrize("step", [add_colour, rebuild_sites])
def test_an_older_file_is_renewed_on_a_copy_and_kept(company: Path, step: Step) -> None:
    before = company.read_bytes()
    kept = renew(company, NOW, (*upgrade.STEPS, step))
    assert kept.name == f"Meridian (edition {NOW}).castapp"
    assert number(kept, "PRAGMA user_version") == NOW
    assert number(company, "PRAGMA user_version") == NOW + 1
    assert number(company, "SELECT version FROM edition") == NOW + 1
    assert number(company, "SELECT count(*) FROM studio") == 4
    assert number(company, "SELECT count(*) FROM site") == 2
    assert company.read_bytes() != before
    changed = {"add_colour": ("studio", "colour"), "rebuild_sites": ("site", "street")}
    table, column = changed[step.__name__]
    assert column in columns(company, table)
    assert column not in columns(kept, table)


def test_a_renewal_that_fails_half_way_leaves_the_file_as_it_was(
    company: Path, tmp_path: Path
) -> None:
    before = company.read_bytes()
    with pytest.raises(Trouble, match="disk"):
        renew(company, NOW, (*upgrade.STEPS, fail_half_way))
    assert company.read_bytes() == before
    assert number(company, "PRAGMA user_version") == NOW
    assert not list(tmp_path.glob(".*arriving*"))


def test_a_file_open_in_a_window_is_not_renewed(company: Path) -> None:
    presence = Presence(company)
    with pytest.raises(Trouble, match="open in a window"):
        renew(company, NOW, (*upgrade.STEPS, add_colour))
    presence.leave()
    renew(company, NOW, (*upgrade.STEPS, add_colour))


def test_a_protected_older_file_says_what_to_do(
    company: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("castapp.store.renewal.is_protected", lambda path: True)
    with pytest.raises(NotOurs, match="older version"):
        renew(company, NOW, (*upgrade.STEPS, add_colour))


def test_opening_an_older_file_renews_it(
    company: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    renewed: list[Any] = []
    real: Callable[..., Path] = renew
    steps: tuple[Step, ...] = (*upgrade.STEPS, lambda operations: None)
    monkeypatch.setattr(door, "newest", lambda: NOW + 1)
    monkeypatch.setattr(door, "renew", lambda *given: renewed.append(real(*given, steps)))
    monkeypatch.setattr(upgrade, "STEPS", steps)
    assert opened.desk(str(company)).book == company_book()
    assert len(renewed) == 1


def test_steps_climb_on_both_back_ends(address: str, opened: Opened) -> None:
    store = opened.create(address)
    with writing(store._engine) as connection:
        climb(connection, (*upgrade.STEPS, add_colour, lambda operations: None))
    with reading(store._engine) as connection:
        assert edition(connection) == NOW + 2
        found = sa.inspect(connection).get_columns("studio")
    assert "colour" in [column["name"] for column in found]


def test_an_older_company_climbs_on_both_back_ends(address: str, opened: Opened) -> None:
    store = opened.create(address)
    with writing(store._engine) as connection:
        for table in NEW_IN_2:
            connection.execute(sa.text(f"DROP TABLE {table}"))
        connection.execute(sa.text("ALTER TABLE role DROP COLUMN places"))
        connection.execute(sa.text("UPDATE edition SET version = 1"))
        climb(connection)
        found = sa.inspect(connection)
        assert edition(connection) == NOW
        for table in NEW_IN_2:
            keys = found.get_foreign_keys(table)
            made = {column["name"] for column in found.get_columns(table)}
            assert made == set(METADATA.tables[table].columns.keys())
            assert len(keys) == len(METADATA.tables[table].foreign_keys)
            assert all(key["options"]["initially"] == "DEFERRED" for key in keys)
        assert "places" in [column["name"] for column in found.get_columns("role")]
