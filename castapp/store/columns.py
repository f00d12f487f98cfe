"""The few kinds of column the tables are made of, alike on SQLite and PostgreSQL."""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import (
    REAL,
    BigInteger,
    CheckConstraint,
    Double,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Text,
)
from sqlalchemy.orm import declared_attr, registry
from sqlmodel import Field, SQLModel

from castapp.store.outline import table_name

STRICT = {"sqlite_strict": True}
REGISTRY = registry(
    metadata=MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ix": "ix_%(table_name)s_%(column_0_name)s",
        }
    )
)
METADATA = REGISTRY.metadata


class Row(SQLModel, registry=REGISTRY):
    """A table; its name is that of the class without Row, in small letters (CareerLineRow:
    career_line).
    """

    # Rows are never validated here (records are, in the domain), so their schemas are not built.
    model_config: ClassVar[Any] = {"defer_build": True}
    __table_args__: ClassVar[Any] = STRICT

    @declared_attr.directive
    def __tablename__(cls) -> str:  # noqa: N805 - SQLAlchemy hands the class
        return table_name(cls.__name__.removesuffix("Row"))


def checked(**conditions: str) -> tuple[Any, ...]:
    """Table arguments with CHECK constraints, each under the name of its column."""
    return (*(CheckConstraint(text, name=name) for name, text in conditions.items()), STRICT)


def own_id() -> Any:
    """The record's id."""
    return Field(primary_key=True, sa_type=Text)


def words(*, unique: bool = False) -> Any:
    """Text, a word of a fixed vocabulary, a day (ISO), or a tuple (JSON)."""
    return Field(sa_type=Text, unique=unique)


def number(*, key: bool = False) -> Any:
    """A whole number; a yes or no is 0 or 1."""
    if key:
        return Field(
            primary_key=True,
            sa_type=BigInteger().with_variant(Integer(), "sqlite"),
            sa_column_kwargs={"autoincrement": False},
        )
    return Field(sa_type=Integer)


def measure() -> Any:
    """A number with a fraction, in double precision."""
    return Field(sa_type=Double().with_variant(REAL(), "sqlite"))


def sealed() -> Any:
    """Bytes."""
    return Field(sa_type=LargeBinary)


def reference(table: str, *, index: bool = False) -> Any:
    """The id of a record that must be there when the transaction ends.

    Indexed where records are often taken out of the table it points at.
    """
    there = ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")
    return Field(sa_type=Text, sa_column_args=[there], index=index)
