"""The cast sheet as words for the web: a line a role."""

from __future__ import annotations

from collections.abc import Iterator

from castapp.export.callboard import bare
from castapp.export.castsheet import CastSheet
from castapp.export.castsheet_roles import CastLine


def cast_text(sheet: CastSheet) -> str:
    """The whole sheet in plain lines; what was recast says so in square brackets."""
    return bare("\n".join(_lines(sheet))) + "\n"


def _lines(sheet: CastSheet) -> Iterator[str]:
    yield from (sheet.company, sheet.title.upper())
    if len(sheet.works) == 1:
        yield from sheet.works[0].about
    yield sheet.when
    yield from filter(None, (sheet.facts, sheet.revised))
    for work in sheet.works:
        if work.title:
            yield from ("", work.title.upper(), *work.about)
        for act in work.acts:
            yield ""
            if act.title:
                yield act.title.upper()
            yield from (_line(line) for line in act.lines)
    if sheet.timings:
        yield from ("", *sheet.timings)
    yield from ("", sheet.foot[0])


def _line(line: CastLine) -> str:
    instead = f" [{line.instead}]" if line.instead else ""
    return f"{line.role}: {', '.join(line.names)}{instead}"
