"""What a template holds, in a line: its weekdays, its class, its blocks of rehearsal."""

from __future__ import annotations

from castapp.domain.calls import REHEARSAL_KINDS
from castapp.domain.slot import clock, span
from castapp.domain.template import Template, TemplateCall

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_CLASSES = 2


def template_words(template: Template) -> str:
    """Class 10.15, 4 blocks 11.45–18.00; for a week with its weekdays: Mon–Sat, class 10.15."""
    starts = sorted({call.start for call in template.calls if call.kind == "class"})
    blocks = [call for call in template.calls if call.kind in REHEARSAL_KINDS]
    parts = [_weekdays(template)] if template.span == "week" else []
    if starts:
        some = " and ".join(map(clock, starts[:_CLASSES]))
        parts.append(f"class {some}")
    if blocks:
        parts.append(_blocks(blocks))
    if not starts and not blocks:
        parts.append(_whole(template.calls))
    words = ", ".join(parts)
    return words[:1].upper() + words[1:]


def _blocks(calls: list[TemplateCall]) -> str:
    """Spans of rehearsal that differ: 4 blocks 11.45–18.00."""
    spans = {(call.start, call.start + call.minutes) for call in calls}
    count = "block" if len(spans) == 1 else f"{len(spans)} blocks"
    return f"{count} {_whole(calls)}"


def _whole(calls: list[TemplateCall] | tuple[TemplateCall, ...]) -> str:
    return span(min(call.start for call in calls), max(call.start + call.minutes for call in calls))


def _weekdays(template: Template) -> str:
    """Mon–Sat; Mon, Wed; every day."""
    days = sorted({call.weekday for call in template.calls})
    if len(days) == len(_DAYS):
        return "every day"
    if len(days) > _CLASSES and days[-1] - days[0] == len(days) - 1:
        return f"{_DAYS[days[0]]}–{_DAYS[days[-1]]}"
    return ", ".join(_DAYS[day] for day in days)
