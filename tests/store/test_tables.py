from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import MISSING, fields
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
from sqlalchemy import CheckConstraint, inspect

from castapp.domain.codec import parts_of
from castapp.domain.record import Record
from castapp.domain.records import KINDS
from castapp.store.columns import METADATA
from castapp.store.engine import reading
from castapp.store.outline import EDITION, JOURNAL, KEYS, OUTLINES
from castapp.store.store import Store
from castapp.store.tables import TABLES
from tests.builders import company_book
from tests.store.places import Opened

AFFINITY: dict[Any, str] = {
    str: "TEXT",
    int: "INTEGER",
    bool: "INTEGER",
    date: "TEXT",
    tuple: "TEXT",
}
TARGETS = {
    "call_id": "call",
    "cast_id": "cast",
    "coach_id": "person",
    "conductor_id": "person",
    "from_section_id": "section",
    "from_site_id": "site",
    "lead_id": "person",
    "one_id": "person",
    "other_id": "person",
    "performance_id": "performance",
    "person_id": "person",
    "pianist_id": "person",
    "production_id": "production",
    "role_id": "role",
    "site_id": "site",
    "studio_id": "studio",
    "to_site_id": "site",
    "venue_id": "studio",
}
LOOSE = {("note", "about_id"), ("posting", "production_id"), ("told", "ref_id")}


def fields_of(kind: Any) -> tuple[tuple[str, Any], ...]:
    return parts_of(kind)


def bare(hint: Any) -> tuple[Any, bool]:
    """A field's type without its None, and whether it had one."""
    known = [arg for arg in get_args(hint) if arg is not type(None)]
    optional = type(None) in get_args(hint)
    kind = known[0] if optional else hint
    return get_origin(kind) or kind, optional


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_table_has_the_fields_of_its_kind(kind: type[Record]) -> None:
    columns = list(TABLES[kind].columns)
    assert [column.name for column in columns] == [name for name, _ in fields_of(kind)]
    for column, (name, hint) in zip(columns, fields_of(kind), strict=True):
        type_, optional = bare(hint)
        assert column.nullable == optional, name
        if type_ is not float:
            assert str(column.type) == AFFINITY[type_], name
        else:
            assert str(column.type) == "DOUBLE", name


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_a_record_points_at_must_be_there(kind: type[Record]) -> None:
    table = TABLES[kind]
    for column in table.columns:
        if column.name.endswith("_id") and (table.name, column.name) not in LOOSE:
            (key,) = column.foreign_keys
            assert key.column is METADATA.tables[TARGETS[column.name]].c.id
            assert key.deferrable
            assert key.initially == "DEFERRED"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_days_are_checked(kind: type[Record]) -> None:
    table = TABLES[kind]
    checks = " ".join(
        str(one.sqltext) for one in table.constraints if isinstance(one, CheckConstraint)
    )
    for name, hint in fields_of(kind):
        if bare(hint)[0] is date:
            assert f"{name} LIKE '____-__-__'" in checks


def test_every_constraint_has_a_name() -> None:
    for table in METADATA.tables.values():
        assert all(constraint.name for constraint in table.constraints)


def test_both_back_ends_have_every_table(address: str, opened: Opened) -> None:
    store: Store = opened.create(address)
    with reading(store._engine) as connection:
        assert set(inspect(connection).get_table_names()) == set(METADATA.tables)


@pytest.fixture
def raw(tmp_path: Path, opened: Opened) -> Iterator[sqlite3.Connection]:
    """A new company file behind Castapp's back."""
    opened.create(str(tmp_path / "company.castapp"))
    with closing(sqlite3.connect(tmp_path / "company.castapp")) as connection:
        yield connection


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("season", "('s', 'x', '2026-08-31', '2026-08-30')"),
        ("season", "('s', 'x', '31.8.2026', '2026-09-30')"),
        ("site", "('s', NULL, '', '')"),
        ("journey", "('j', 'a', 'b', -5)"),
        ("journey", "('j', 'a', 'b', 'ten')"),
        ("edition", "(2, 1)"),
    ],
)
def test_the_file_itself_refuses_what_cannot_be(
    raw: sqlite3.Connection, table: str, values: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        raw.execute(f"INSERT INTO {table} VALUES {values}")  # noqa: S608


def test_no_field_of_a_record_is_left_to_chance() -> None:
    for kind in KINDS:
        assert fields(kind)[0].name == "id"
        assert fields(kind)[0].default is MISSING


def test_the_outlines_are_those_of_the_tables() -> None:
    outlines = {one.name: one for one in (*OUTLINES.values(), JOURNAL, EDITION, KEYS)}
    assert outlines.keys() == METADATA.tables.keys()
    for name, table in METADATA.tables.items():
        assert list(outlines[name].columns.keys()) == list(table.columns.keys())


def test_a_company_is_opened_and_written_without_the_tables(tmp_path: Path, opened: Opened) -> None:
    """They take long to import, and only making a company needs them."""
    path = tmp_path / "company.castapp"
    opened.founded(str(path), company_book()).close()
    code = (
        "import sys\n"
        "from castapp.app import open_desk\n"
        "from castapp.services.people import change_person\n"
        "desk = open_desk(sys.argv[1])\n"
        "desk.commit(change_person(desk.book, 'vega', phone='020 7000'))\n"
        "assert desk.undo() is not None\n"
        "desk.close()\n"
        "print('sqlmodel' in sys.modules, 'castapp.store.tables' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], check=True, capture_output=True, text=True
    )
    assert done.stdout.split() == ["False", "False"]
