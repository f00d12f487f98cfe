"""The edition of the tables: making them new, and bringing an older company up to today's.

A step is a function over Alembic's operations that turns one edition into the next. SQLite files
are brought up on a copy that then takes the file's place; PostgreSQL in one transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, insert, inspect, select, update

from castapp.store.editions import to_edition_2
from castapp.store.outline import EDITION
from castapp.store.trouble import NotOurs

if TYPE_CHECKING:
    from alembic.operations import Operations

Step = Callable[["Operations"], None]

APPLICATION_ID = 0x43617374  # "Cast" in the header of a company file
STEPS: tuple[Step, ...] = (to_edition_2,)  # STEPS[0] leads from edition 1 to 2


def newest(steps: Sequence[Step] = STEPS) -> int:
    """The edition this program writes."""
    return len(steps) + 1


def furnish(connection: Connection) -> None:
    """Make every table in an empty database. Raises NotOurs if it is not empty."""
    if inspect(connection).get_table_names():
        raise NotOurs("This database is in use already. Give an empty one.")
    from castapp.store.tables import METADATA

    METADATA.create_all(connection)
    connection.execute(insert(EDITION).values(id=1, version=newest()))
    _label(connection, newest())


def edition(connection: Connection) -> int:
    """The edition a company is of. Raises NotOurs if this database holds none."""
    if not inspect(connection).has_table(EDITION.name):
        raise NotOurs("This database holds no company.")
    found = connection.scalar(select(EDITION.c.version))
    if found is None:
        raise NotOurs("This database holds no company.")
    return int(found)


def check_edition(found: int) -> None:
    """Refuse a company written by a newer program."""
    if found > newest():
        raise NotOurs(
            "This company was saved by a newer version of Castapp. Update Castapp, then open it."
        )


def climb(connection: Connection, steps: Sequence[Step] = STEPS) -> None:
    """Bring the tables from the edition they are of to the newest, inside a transaction."""
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    operations = Operations(MigrationContext.configure(connection))
    for step in steps[edition(connection) - 1 :]:
        step(operations)
    connection.execute(update(EDITION).values(version=newest(steps)))
    _label(connection, newest(steps))


def _label(connection: Connection, version: int) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")
