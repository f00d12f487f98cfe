"""What a command answers: values for programs, the same in words for people, a status."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

FINE, FOUND, WRONG = 0, 1, 2
WIDEST = 60


@dataclass(frozen=True, slots=True)
class Answer:
    """`data` is what --json prints, `text` what people read."""

    data: Any
    text: str
    status: int = FINE

    def printed(self, *, as_json: bool) -> str:
        """The answer as it goes to the terminal."""
        return json.dumps(self.data, ensure_ascii=False, indent=1) if as_json else self.text


def columns(rows: Sequence[dict[str, Any]], empty: str) -> str:
    """Rows as a plain table: a heading line, then a line each; `empty` if there are none."""
    if not rows:
        return empty
    headings = list(dict.fromkeys(name for row in rows for name in row))
    lines = [[name.replace("_", " ") for name in headings]]
    lines += [[_words(row.get(name)) for name in headings] for row in rows]
    widths = [max(len(line[place]) for line in lines) for place in range(len(headings))]
    return "\n".join(
        "  ".join(word.ljust(width) for word, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _words(value: Any) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    words = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return words if len(words) <= WIDEST else words[: WIDEST - 1] + "…"
