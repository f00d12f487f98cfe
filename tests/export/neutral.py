"""A neutral page as text, a line a thing, to be read and compared with a golden file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

from castapp.export.callboard import BOLD, NO_BREAK, Run

GOLDEN = Path(__file__).parents[1] / "golden"


def golden(name: str) -> str:
    """What a golden file says."""
    return (GOLDEN / name).read_text(encoding="utf-8")


def as_text(value: object) -> str:
    """The page as indented lines; bold words stand between stars, no-break spaces as ~."""
    return "\n".join(_lines(value, 0)).replace(NO_BREAK, "~") + "\n"


def _lines(value: object, depth: int) -> Iterator[str]:
    blank = "  " * depth
    if is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from _field(one.name, getattr(value, one.name), depth)
    elif isinstance(value, tuple):
        for item in value:
            if _flat(item):
                yield f"{blank}- {_inline(item)}"
            else:
                yield f"{blank}-"
                yield from _lines(item, depth + 1)
    else:
        yield f"{blank}{value}"


def _field(name: str, value: object, depth: int) -> Iterator[str]:
    blank = "  " * depth
    if value is False or value in ("", (), None, {}):
        return
    if _flat(value):
        yield f"{blank}{name}: {_inline(value)}"
    else:
        yield f"{blank}{name}:"
        yield from _lines(value, depth + 1)


def _flat(value: object) -> bool:
    if isinstance(value, tuple):
        return all(isinstance(one, str | int | Run) for one in value)
    return not is_dataclass(value)


def _inline(value: object) -> str:
    if isinstance(value, tuple) and value and all(isinstance(one, Run) for one in value):
        return "".join(_run(one) for one in value)
    if isinstance(value, tuple):
        return " | ".join(str(one) for one in value)
    return str(value)


def _run(run: Run) -> str:
    text = f"*{run.text}*" if run.weight >= BOLD and run.text else run.text
    return f"<{run.sign}>{text}" if run.sign else text
