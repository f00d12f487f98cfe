"""The steps from each edition of the tables to the next, as they were when it was released."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, ForeignKeyConstraint, PrimaryKeyConstraint, Text

if TYPE_CHECKING:
    from alembic.operations import Operations


def to_edition_2(operations: Operations) -> None:
    """Pairs kept together, readiness by hand, templates, who was told; places on stage."""
    operations.add_column("role", _text("places", server_default="[]"))
    _table(operations, "partnership", "one_id", "other_id", "wish", "note",
           one_id="person", other_id="person")  # fmt: skip
    _table(operations, "correction", "person_id", "role_id", "state",
           person_id="person", role_id="role")  # fmt: skip
    _table(operations, "template", "name", "span", "calls")
    _table(operations, "told", "person_id", "ref_id", "what", "at", "by", person_id="person")


def _table(operations: Operations, table: str, *columns: str, **points_at: str) -> None:
    keys = [
        ForeignKeyConstraint(
            [column],
            [f"{target}.id"],
            name=f"fk_{table}_{column}",
            deferrable=True,
            initially="DEFERRED",
        )
        for column, target in points_at.items()
    ]
    operations.create_table(
        table,
        *(_text(column) for column in ("id", *columns)),
        PrimaryKeyConstraint("id", name=f"pk_{table}"),
        *keys,
        sqlite_strict=True,
    )


def _text(name: str, **more: Any) -> Column[str]:
    return Column(name, Text, nullable=False, **more)
