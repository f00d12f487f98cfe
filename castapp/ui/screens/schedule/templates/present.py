"""Templates in words: what each holds, what laying one out would do, what would be kept. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from castapp.domain.book import Book
from castapp.domain.template import Template
from castapp.services.board import (
    kept_templates,
    lay_out_template,
    template_calls,
    template_named,
    template_words,
)
from castapp.services.board.keeping import span_of
from castapp.ui.screens.schedule.copying.preview import CopyWords, calls_words, preview_words

LONGEST_NAME = 80
EMPTY = {
    "day": "No template of a day yet. Build a day once (class, blocks, fittings), then keep it "
    "below under a name. Laid out on another day it brings its times, studios and role sets.",
    "week": "No template of a week yet. Build a week once, then keep it below under a name. "
    "Laid out on another week it brings its times, studios and role sets.",
}


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """One template in the list: its name, how many calls, and what they are.

    `tentative` says that all of them were kept so.
    """

    id: str
    name: str
    count: int
    words: str
    tentative: bool = False

    @property
    def text(self) -> str:
        """What is written first."""
        return self.name

    @property
    def spoken(self) -> str:
        """How it is read out."""
        return f"{self.name}, {calls_words(self.count)}, {self.words}"


@dataclass(frozen=True, slots=True)
class Keeping:
    """What would be kept: a sentence about it, and whether it can be.

    `replaces` is the id of the template that has the name already, `name` what it is called.
    """

    told: str
    possible: bool
    replaces: str = ""
    name: str = ""


def template_rows(book: Book, span: str) -> tuple[TemplateRow, ...]:
    """The templates of a day or of a week, by name."""
    return tuple(
        TemplateRow(one.id, one.name, len(one.calls), template_words(one), _all_tentative(one))
        for one in kept_templates(book, span)
    )


def laid_words(book: Book, template_id: str, day: date, *, tentative: bool = False) -> CopyWords:
    """What laying a template out on a day, or on its week, would do. Raises Invalid if it is
    gone.

    One that was kept all tentative comes firm if that is not wanted; in another each call comes
    as it was kept, with a note.
    """
    template = book.find(Template, template_id)
    kept = template is not None and _all_tentative(template)
    state = "tentative" if tentative else "firm" if kept else ""
    words = preview_words(book, lay_out_template(book, template_id, day, state=state))
    count = sum(call.state == "tentative" for call in words.preview.calls)
    if tentative or not count:
        return words
    verbs = ("was", "comes") if count == 1 else ("were", "come")
    note = f"{calls_words(count)} {verbs[0]} kept as tentative and {verbs[1]} so."
    return replace(words, notes=(*words.notes, note))


def _all_tentative(template: Template) -> bool:
    return bool(template.calls) and all(one.state == "tentative" for one in template.calls)


def keeping(book: Book, days: Sequence[date], call_ids: Collection[str], name: str) -> Keeping:
    """What keeping these calls under a name would mean. Raises Invalid for nothing to keep."""
    span = span_of(days)
    kept = Template("", name or "…", span, template_calls(book, days, call_ids))
    count = calls_words(len(kept.calls))
    taken = template_named(book, name)
    if taken is None:
        return Keeping(f"{count} · {template_words(kept)}", bool(name.strip()))
    other = "" if taken.span == span else f", of a {taken.span},"
    told = f"“{taken.name}”{other} has {calls_words(len(taken.calls))}; {count} take their place."
    return Keeping(told, True, taken.id, taken.name)
