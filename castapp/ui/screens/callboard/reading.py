"""An issue as it was posted, in words to be read: who posted it, then day by day. No Qt."""

from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.office import Posting
from castapp.services.as_posted import as_posted
from castapp.ui.reading import day_words
from castapp.ui.screens.callboard.steps import issue_words, posted_when

GONE = "No longer in the schedule"
EMPTY = "Nothing was called."
Parts = tuple[tuple[str, tuple[str, ...]], ...]


def reading(book: Book, posting: Posting, title: str) -> tuple[str, Parts]:
    """The heading of an issue, and its parts, each a small heading with its lines."""
    issue = issue_words(posting)
    head = f"{title}, {issue[0].lower()}{issue[1:]}"
    by = f"Posted {posted_when(book, posting)}" if posting.at else "Posted"
    said = f"{by} by {posting.by}" if posting.by else by
    days = tuple(
        (day_words(one.day) if one.day else GONE, one.lines) for one in as_posted(book, posting)
    )
    return head, (("", (f"{said}, for {day_words(posting.day)}.",)), *(days or (("", (EMPTY,)),)))
