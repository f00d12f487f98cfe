"""Records as plain values (text, numbers, lists, dicts) and back, for journal and tables."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from castapp.domain.checks import Invalid
from castapp.domain.record import Record
from castapp.domain.records import KIND_NAMES

R = TypeVar("R", bound=Record)


def plain(value: Any) -> Any:
    """A field's value as JSON knows it: days as ISO text, tuples as lists, parts as dicts."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    kind: Any = type(value)
    return {name: plain(getattr(value, name)) for name, _ in parts_of(kind)}


def to_plain(record: Record) -> dict[str, Any]:
    """A record as a dict of plain values, its kind under "record"."""
    return {"record": type(record).__name__, **plain(record)}


def from_plain(values: dict[str, Any]) -> Record:
    """The record behind such a dict. Raises Invalid when it is none."""
    name = values.get("record")
    kind = KIND_NAMES.get(str(name))
    if kind is None:
        raise Invalid(f"“{name}” is no kind of record.")
    fields = {key: value for key, value in values.items() if key != "record"}
    record: Record = _build(kind, fields)
    return record


@cache
def parts_of(kind: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a record or of a part of one: name and type, in order."""
    hints = get_type_hints(kind)
    return tuple((field.name, hints[field.name]) for field in dataclasses.fields(kind))


@cache
def reader(hint: Any) -> Callable[[Any], Any]:
    """The function that reads a plain value of a type back."""
    if get_origin(hint) in (Union, types.UnionType):
        inner = reader(next(arg for arg in get_args(hint) if arg is not type(None)))
        return lambda value: None if value is None else inner(value)
    if get_origin(hint) is tuple:
        item = reader(get_args(hint)[0])
        return lambda value: tuple(item(one) for one in value)
    if hint is date:
        return date.fromisoformat
    if dataclasses.is_dataclass(hint):
        return lambda value: _build(hint, value)
    if hint is float:
        return float
    return lambda value: value


def _build(kind: Any, values: dict[str, Any]) -> Any:
    known = dict(parts_of(kind))
    unknown = values.keys() - known.keys()
    if unknown:
        raise Invalid(f"{kind.__name__} has no field {', '.join(sorted(unknown))}.")
    try:
        return kind(**{name: reader(known[name])(value) for name, value in values.items()})
    except (TypeError, ValueError) as wrong:
        raise Invalid(f"This {kind.__name__} cannot be read: {wrong}") from wrong
