"""Templates kept: the calls of a day or a week under a name; replaced, renamed, removed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.checks import Invalid
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.record import new_id
from castapp.domain.template import Template, TemplateCall
from castapp.services.board.kept_calls import as_kept
from castapp.services.board.known_calls import call_of, short_day

GONE = "That template is no longer there; somebody has removed it."
WEEK = 7


def kept_templates(book: Book, spanning: str = "") -> tuple[Template, ...]:
    """The templates of a "day", of a "week", or all of them, by name."""
    known = (one for one in book.all(Template) if spanning in ("", one.span))
    return tuple(sorted(known, key=lambda one: (one.name.casefold(), one.id)))


def template_named(book: Book, name: str) -> Template | None:
    """The template of this name, whatever its span; capitals do not count."""
    wanted = _tidy(name).casefold()
    return next((one for one in book.all(Template) if _tidy(one.name).casefold() == wanted), None)


def keep_template(
    book: Book, name: str, days: Sequence[date], call_ids: Collection[str] = ()
) -> Edit:
    """Keep the calls of a day, or of several days of one week, as a template under a new name.

    With `call_ids` only those of them. Cancelled calls are left out. Raises Invalid for a name
    that is empty or taken, and for days with nothing to keep.
    """
    _check_free(book, name)
    draft = Draft(book)
    calls = template_calls(book, days, call_ids)
    draft.put(Template(new_id(), _tidy(name), span_of(days), calls))
    what = _kept_words(days, call_ids)
    return draft.edit(f"Keep {what} as the template “{_tidy(name)}”")


def replace_template(
    book: Book, template_id: str, days: Sequence[date], call_ids: Collection[str] = ()
) -> Edit:
    """Keep the calls of these days in place of what a template had, under its name.

    Raises Invalid if it is gone, or for days with nothing to keep.
    """
    template = template_of(book, template_id)
    draft = Draft(book)
    draft.set(template, span=span_of(days), calls=template_calls(book, days, call_ids))
    what = _kept_words(days, call_ids)
    return draft.edit(f"Replace the template “{template.name}” by {what}")


def rename_template(book: Book, template_id: str, name: str) -> Edit:
    """Give a template another name. Raises Invalid if it is gone, or the name empty or taken."""
    template = template_of(book, template_id)
    _check_free(book, name, template)
    draft = Draft(book)
    draft.set(template, name=_tidy(name))
    return draft.edit(f"Rename the template “{template.name}” to “{_tidy(name)}”")


def remove_template(book: Book, template_id: str) -> Edit:
    """Put a template away; what was laid out with it stays. Raises Invalid if it is gone."""
    template = template_of(book, template_id)
    draft = Draft(book)
    draft.drop(template)
    return draft.edit(f"Remove the template “{template.name}”")


def template_calls(
    book: Book, days: Sequence[date], call_ids: Collection[str] = ()
) -> tuple[TemplateCall, ...]:
    """The calls of a day or a week as a template keeps them, in time order.

    Raises Invalid if there are none, if one asked for is gone or on another day, or if the days
    are not of one week.
    """
    if not days or (max(days) - min(days)).days >= WEEK:
        raise Invalid("A template holds one day or one week; choose the days of one week.")
    chosen = [call_of(book, one) for one in call_ids]
    if any(call.day not in days for call in chosen):
        raise Invalid("A chosen call is on another day; choose calls of the days shown.")
    found = chosen or [call for day in days for call in book.where(Call, "day", day)]
    wanted = [call for call in found if call.state != "cancelled"]
    if not wanted:
        what = "The chosen calls are" if chosen else f"Every call of {_days_words(days)} is"
        said = f"{what} cancelled" if found else f"There are no calls of {_days_words(days)}"
        raise Invalid(f"{said}; there is nothing to keep.")
    one_day = span_of(days) == "day"
    kept = [as_kept(book, call, 0 if one_day else call.day.weekday()) for call in wanted]
    return tuple(sorted(kept, key=_in_time))


def span_of(days: Sequence[date]) -> str:
    """What these days make: "day" or "week"."""
    return "day" if len(days) == 1 else "week"


def template_of(book: Book, template_id: str) -> Template:
    """The template. Raises Invalid if it is gone."""
    template = book.find(Template, template_id)
    if template is None:
        raise Invalid(GONE)
    return template


def _check_free(book: Book, name: str, but: Template | None = None) -> None:
    if not name.strip():
        raise Invalid("A template needs a name; type one.")
    taken = template_named(book, name)
    if taken is not None and (but is None or taken.id != but.id):
        raise Invalid(f"There is a template “{taken.name}” already; choose another name.")


def _tidy(name: str) -> str:
    """Single blanks between words, none around them."""
    return " ".join(name.split())


def _in_time(call: TemplateCall) -> tuple[int, int, int, str]:
    return call.weekday, call.start, call.minutes, call.studio_id or ""


def _kept_words(days: Sequence[date], call_ids: Collection[str]) -> str:
    """Mon 12 Oct; 3 calls of Mon 12 Oct."""
    if not call_ids:
        return _days_words(days)
    count = "1 call" if len(call_ids) == 1 else f"{len(call_ids)} calls"
    return f"{count} of {_days_words(days)}"


def _days_words(days: Sequence[date]) -> str:
    return short_day(days[0]) if len(days) == 1 else f"the week of {short_day(min(days))}"
