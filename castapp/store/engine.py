"""Connections: SQLite set up to lose nothing, PostgreSQL set up to answer or fail in time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import QueuePool

from castapp.store.failure import translated

BUSY_SECONDS = 3
ADVISORY_LOCK = 0x43617374  # "Cast": whoever holds it may append to the journal
SAFE = ("journal_mode=TRUNCATE", "synchronous=FULL", "fullfsync=ON", "secure_delete=ON")
ALWAYS = ("trusted_schema=OFF", "cell_size_check=ON")


def is_shared(address: str) -> bool:
    """Whether an address is a PostgreSQL database, not a file."""
    return address.startswith(("postgresql://", "postgres://"))


def connect_file(path: Path, *, read_only: bool, checking: bool) -> sqlite3.Connection:
    """A connection to a company file that is there; it is never created by this."""
    connection = bare_connection(path, read_only=read_only)
    try:
        pragmas = (*ALWAYS, f"foreign_keys={'ON' if checking else 'OFF'}")
        for pragma in pragmas if read_only else (*SAFE, *pragmas):
            connection.execute(f"PRAGMA {pragma}").close()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def bare_connection(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A connection that has not looked at the file yet, nor changed how it is kept."""
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rw'}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )


def file_engine(path: Path, *, read_only: bool = False, checking: bool = True) -> Engine:
    """One connection to a company file; every transaction says how it begins.

    Without `checking` records may point at nothing for a while: only to rebuild tables.
    """
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect_file(path, read_only=read_only, checking=checking),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        how = connection.get_execution_options().get("begin", "BEGIN")
        connection.exec_driver_sql(how)

    return engine


def put_away(engine: Engine) -> None:
    """Before a company file is closed, take away the empty journal beside it.

    SQLite itself deletes the journal, and only while nobody else can be writing: leaving TRUNCATE
    mode takes the lock of a writer first. Where somebody is writing the journal stays.
    """
    with suppress(SQLAlchemyError, sqlite3.Error):
        connection = engine.raw_connection()
        try:
            cursor = connection.cursor()
            for pragma in ("busy_timeout=0", "journal_mode=DELETE"):
                cursor.execute(f"PRAGMA {pragma}").fetchall()
            cursor.close()
        finally:
            connection.close()


def shared_engine(address: str) -> Engine:
    """One connection to a shared company, made anew when it was cut."""
    url = make_url(address).set(drivername="postgresql+psycopg")
    return create_engine(
        url,
        pool_size=1,
        max_overflow=0,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={
            "connect_timeout": 5,
            "tcp_user_timeout": 4000,
            "keepalives_idle": 5,
            "application_name": "castapp",
        },
    )


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one moment of the company."""
    level = "REPEATABLE READ" if engine.dialect.name == "postgresql" else None
    with translated(), engine.connect() as connection:
        if level:
            connection.execution_options(isolation_level=level)
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that is the only one writing; waits at most BUSY_SECONDS to become it."""
    with translated(), engine.connect() as connection:
        connection.execution_options(begin="BEGIN IMMEDIATE")
        try:
            with connection.begin():
                if engine.dialect.name == "postgresql":
                    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{BUSY_SECONDS}s'")
                    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ADVISORY_LOCK})")
                yield connection
        except SQLAlchemyError:
            connection.invalidate()
            raise
