"""Posting a paper: one edit and its files in one go, nothing half-written."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.finding import Finding
from castapp.domain.office import Posting
from castapp.export.catalogue import paper_named
from castapp.export.making import Made
from castapp.export.request import Request
from castapp.export.writing import Unwritten, save
from castapp.services.findings import accept
from castapp.services.publish import post_casting, post_day, post_week

__all__ = ["Commit", "Made", "NewIssue", "Unwritten", "make", "new_issue", "post", "save"]

Commit = Callable[[Edit, Callable[[], None]], bool]
"""Writes an edit, then calls back; True if it is written by the time it returns."""


@dataclass(frozen=True, slots=True)
class NewIssue:
    """An issue ready to be posted: the edit, and the files as they are once it is written."""

    number: int
    edit: Edit
    files: tuple[Made, ...]


def new_issue(
    book: Book,
    request: Request,
    state: str,
    author: str,
    at: datetime,
    forms: Sequence[str],
    accepting: Sequence[Finding] = (),
    reason: str = "",
) -> NewIssue:
    """Make the next issue of a paper with its files in these formats; nothing is written yet.

    What is `accepting` goes out for the reason, kept in the same edit, and stays open. Raises
    Invalid if the last issue stands, the paper cannot be made, or findings come without a reason.
    """
    posted = _edit(book, request, state, author, at)
    posting = next(change.after for change in posted.changes if isinstance(change.after, Posting))
    draft = Draft(book)
    draft.take(posted)
    for finding in accepting:
        draft.take(accept(book, finding, reason, author, posting.id))
    edit = draft.edit(posted.label)
    after = book.apply(edit)
    files = tuple(
        _numbered(made, posting.issue) for form in forms for made in make(after, request, form, at)
    )
    return NewIssue(posting.issue, edit, files)


def make(book: Book, request: Request, form: str, at: datetime) -> list[Made]:
    """A paper's files in one format, not yet written. Raises Invalid if it cannot be made."""
    paper = paper_named(request.paper)
    maker = paper.make(form) if paper else None
    if maker is None:
        raise Invalid(f"This paper does not come as {form}.")
    return maker(book, request, at)


def _numbered(made: Made, issue: int) -> Made:
    """A file that says its issue, so that the one before stays beside it."""
    stem, _, suffix = made.name.rpartition(".")
    return replace(made, name=f"{stem}-issue-{issue}.{suffix}")


def post(issue: NewIssue, folder: Path, commit: Commit) -> bool:
    """Write an issue: its files under other names, then the edit, then the files to their places.

    False if `commit` did not write the edit: then no file is left. Should it write it after all
    (a person gives a reason, or tries again), the files follow. Raises Unwritten before anything
    is committed if the files cannot be written, and after it if they cannot be put in place.
    """
    staged = _Staged(issue, folder)
    done = False
    try:
        staged.lay_out()
        done = commit(issue.edit, staged.put_in_place)
    finally:
        staged.clear()
    return done


class _Staged:
    """Files in a folder of their own, inside the one they are meant for."""

    def __init__(self, issue: NewIssue, folder: Path) -> None:
        self._issue = issue
        self._folder = folder
        self._aside = folder / f".castapp-{uuid4().hex[:8]}"

    def lay_out(self) -> None:
        """Write every file aside. Raises Unwritten with none left."""
        if not self._issue.files:
            return
        try:
            self._aside.mkdir()
            for made in self._issue.files:
                save(self._aside / made.name, made.data)
        except OSError as wrong:
            raise Unwritten(
                f"Nothing is posted: the folder “{self._folder}” cannot be written to. "
                "Choose another."
            ) from wrong
        except Unwritten as wrong:
            self.clear()
            raise Unwritten(f"Nothing is posted. {wrong}") from wrong

    def put_in_place(self) -> None:
        """Move every file to its place; writes them first if they have been cleared away."""
        try:
            if not self._aside.exists():
                self.lay_out()
            for made in self._issue.files:
                (self._aside / made.name).replace(self._folder / made.name)
        except (OSError, Unwritten) as wrong:
            raise Unwritten(
                f"Issue {self._issue.number} is posted, but its files could not be put into "
                f"“{self._folder}”. Write them with Save as…"
            ) from wrong
        finally:
            self.clear()

    def clear(self) -> None:
        """Leave nothing aside."""
        with contextlib.suppress(OSError):
            shutil.rmtree(self._aside, ignore_errors=True)


def _edit(book: Book, request: Request, state: str, author: str, at: datetime) -> Edit:
    if request.paper == "callsheet":
        return post_day(book, request.first, state, author, at)
    if request.paper == "week":
        return post_week(book, request.first, state, author, at)
    if request.paper == "casting":
        first, last = request.first, request.until
        return post_casting(book, request.production_id, first, last, author, at)
    raise Invalid("This paper is handed out, not posted.")
