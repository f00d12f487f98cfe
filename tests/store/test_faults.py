from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import event

from castapp.domain.edit import Change, Edit
from castapp.domain.people import Person
from castapp.domain.record import new_id
from castapp.services.desk import Desk, Refused
from castapp.services.safekeeping import backup, verify
from castapp.store.store import Store
from tests.builders import company_book
from tests.store.places import Opened, founding, lenient

KILLS = 40


def many_people(number: int = 2000) -> Edit:
    people = [Person(new_id(), given="Ada", family="Vega" * 8) for _ in range(number)]
    return Edit("Many people", tuple(Change(None, person) for person in people))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "company.castapp"


def test_a_program_killed_at_any_moment_loses_nothing_it_called_saved(address: str) -> None:
    said = subprocess.run(
        [sys.executable, "-m", "tests.store.victim", address, str(KILLS)],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        check=False,
    )
    assert said.stdout == "lost 0 half 0 wounds [] enough True\n", said.stderr


def test_a_full_disk_is_said_and_the_company_stays_whole(path: Path, opened: Opened) -> None:
    store = opened.create(str(path))
    desk = Desk(store, lenient, "Ada")
    desk.commit(founding(company_book()))
    with store._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Refused, match=r"disk is full.*Nothing was saved"):
        desk.commit(many_people())
    assert desk.book == company_book()
    assert store.load().book == company_book()
    again = opened.desk(str(path))
    again.commit(many_people())
    assert verify(str(path)) == []


def test_a_disk_that_takes_no_more_is_said_and_the_company_stays_whole(
    path: Path, opened: Opened, tmp_path: Path
) -> None:
    desk = opened.founded(str(path), company_book())
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 20_000, hard))
    try:
        with pytest.raises(Refused, match=r"disk.*Nothing was saved"):
            desk.commit(many_people())
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
        with pytest.raises(Refused, match=r"disk"):
            backup(str(path), tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    assert desk.book == company_book()
    desk.commit(many_people(3))
    assert opened.desk(str(path)).book == desk.book
    assert verify(str(path)) == []
    assert [one.name for one in tmp_path.glob("*.castapp")] == [path.name]
    assert not list(tmp_path.glob(".*arriving*"))


def cut(server: str, database: str) -> None:
    """Cut every connection to a database."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
            [name_of(database)],
        )


def name_of(database: str) -> str:
    with psycopg.connect(database) as connection:
        return connection.info.dbname


def test_a_connection_cut_while_idle_is_made_anew(
    server: str, database: str, opened: Opened
) -> None:
    desk = opened.founded(database, company_book())
    cut(server, database)
    desk.commit(many_people(2))
    assert opened.desk(database).book == desk.book


@pytest.mark.parametrize("when", ["INSERT INTO person", "INSERT INTO journal"])
def test_a_connection_cut_in_the_middle_saves_once(
    server: str, database: str, opened: Opened, when: str
) -> None:
    store = opened.create(database)
    desk = Desk(store, lenient, "Ada")
    cuts: list[str] = []

    @event.listens_for(store._engine, "before_cursor_execute")
    def cutting(*given: Any) -> None:
        if given[2].startswith(when) and not cuts:
            cuts.append(given[2])
            cut(server, database)

    desk.commit(many_people(2))
    assert cuts
    assert desk.book.count(Person) == 2
    assert opened.desk(database).book == desk.book
    assert len(desk.history()) == 1


def test_a_server_gone_for_a_while_leaves_the_draft_to_be_saved_again(
    server: str, database: str, opened: Opened
) -> None:
    desk = opened.founded(database, company_book())
    name = name_of(database)
    edit = many_people(2)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        cut_off = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
        connection.execute(cut_off, [name])
        with pytest.raises(Refused, match=r"connection.*not known yet"):
            desk.commit(edit)
        with pytest.raises(Refused, match="connection"):
            desk.catch_up()
        assert desk.book == company_book()
        connection.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
    desk.commit(edit)
    assert opened.desk(database).book == desk.book == company_book().apply(edit)
    assert [entry.label for entry in desk.history()] == ["Many people", "New company"]


def test_a_reader_is_not_shown_half_an_edit(address: str, opened: Opened) -> None:
    store: Store = opened.create(address)
    desk = Desk(store, lenient, "Ada")
    reader = opened.store(address)
    people = many_people(2)
    desk.commit(people)
    loaded = reader.load()
    assert (loaded.head, loaded.book.count(Person)) == (1, 2)
